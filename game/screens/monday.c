#include "screens/monday.h"
#include "page_parts.h"

#include <string.h>

struct monday_desk {
    struct ui *ui;
    const struct view_monday *view;
    const struct view_survey *survey;
    struct monday_memory *m;
    struct wishes *wishes;
};

static const int32_t day_choices[] = {7, 14, 30, 60, 90};
enum { DAY_CHOICES = sizeof day_choices / sizeof *day_choices, DAYS_USUAL = 2 };
static const float FIELD = 44, LABEL = 26, LINE = 40, GAP = 12;

void monday_begin(struct monday_memory *m)
{
    memset(m, 0, sizeof *m);
    survey_begin(&m->survey);
    m->when.limit = m->will.limit = MONDAY_LINE;
    m->slot = NOBODY;
    m->days = DAYS_USUAL;
}

void monday_end(struct monday_memory *m)
{
    survey_end(&m->survey);
    ui_edit_release(&m->when);
    ui_edit_release(&m->will);
}

/* --- the form --- */

/* The next person who has none yet; the manager is asked first, whoever that is. */
static int next_person(const struct view_monday *view, int from)
{
    for (int i = 1; i <= view->person_count; i++) {
        int at = (from + i) % view->person_count;
        if (view->people[at].member != NOBODY && view->people[at].actions == 0)
            return at;
    }
    return from;
}

static void form_clear(struct monday_desk *d)
{
    ui_edit_set(&d->m->when, "");
    ui_edit_set(&d->m->will, "");
    d->m->slot = NOBODY;
    ui_focus(d->ui, UI_FIELD, text("monday.when"));
}

static const char *trimmed(struct ui *ui, const struct ui_edit *edit)
{
    const char *from = ui_edit_text(edit);
    from += strspn(from, " ");
    char *words = arena_dup(ui_arena(ui), from);
    for (size_t length = strlen(words); length > 0 && strchr(" .,", words[length - 1]); length--)
        words[length - 1] = '\0';
    return words;
}

static int is_whole(struct monday_desk *d)
{
    int room = d->m->slot != NOBODY || d->view->free_slot != NOBODY;
    return room && trimmed(d->ui, &d->m->when)[0] != '\0' && trimmed(d->ui, &d->m->will)[0] != '\0';
}

static void keep(struct monday_desk *d)
{
    struct monday_memory *m = d->m;
    struct sim_command command = sim_command_make(SIM_CMD_MONDAY);
    command.monday.slot = m->slot != NOBODY ? m->slot : d->view->free_slot;
    command.monday.member = d->view->people[m->person].member;
    command.monday.days = day_choices[m->days];
    command.monday.named = m->named;
    wish_command(d->wishes, &command, trimmed(d->ui, &m->when), trimmed(d->ui, &m->will));
    m->person = next_person(d->view, m->person);
    m->named = 0;   /* each is asked */
    form_clear(d);
}

static void change(struct monday_desk *d, const struct monday_action *a)
{
    struct monday_memory *m = d->m;
    m->slot = a->slot;
    m->named = a->named;
    ui_edit_set(&m->when, a->when);
    ui_edit_set(&m->will, a->will);
    for (int i = 0; i < d->view->person_count; i++)
        if (d->view->people[i].member == a->member)
            m->person = i;
    for (int i = 0; i < DAY_CHOICES; i++)
        if (day_choices[i] == a->days)
            m->days = i;
    ui_focus(d->ui, UI_FIELD, text("monday.when"));
}

static void take_back(struct monday_desk *d)
{
    struct sim_command command = sim_command_make(SIM_CMD_MONDAY);
    command.monday.slot = d->m->slot;
    wish_command(d->wishes, &command, NULL, NULL);
    form_clear(d);
}

static void label_draw(struct monday_desk *d, struct rect *r, const char *key)
{
    ui_text(d->ui, rect_cut_top(r, ui_px(d->ui, LABEL)), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, text(key));
}

static void person_draw(struct monday_desk *d, struct rect r)
{
    int count = d->view->person_count;
    int step = ui_stepper(d->ui, r, text("monday.who"), d->view->people[d->m->person].name, "F3", "F4", 0);
    if (step)
        d->m->person = (d->m->person + step + count) % count;
}

static void days_draw(struct monday_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    ui_scope_push(ui, "days");
    for (int i = 0; i < DAY_CHOICES; i++) {
        const char *label = arena_printf(ui_arena(ui), "%d", (int)day_choices[i]);
        if (ui_choice(ui, rect_column(r, i, DAY_CHOICES, ui_px(ui, 6)), label, "", i == d->m->days ? UI_SELECTED : 0))
            d->m->days = i;
    }
    ui_scope_pop(ui);
    if (ui_shortcut(ui, "F9"))
        d->m->days = (d->m->days + 1) % DAY_CHOICES;
}

static float starts_height(struct monday_desk *d, float width)
{
    float height = ui_px(d->ui, LABEL);
    for (int i = 0; i < d->view->start_count; i++)
        height += page_words_height(d->ui, width - ui_px(d->ui, 24), 15, WEIGHT_REGULAR, 2, d->view->starts[i]) + ui_px(d->ui, 14);
    return height + ui_px(d->ui, GAP);
}

static void starts_draw(struct monday_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    ui_text(ui, rect_cut_top(r, ui_px(ui, LABEL)), 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("monday.starts"));
    ui_scope_push(ui, "starts");
    for (int i = 0; i < d->view->start_count; i++) {
        float height = page_words_height(ui, r->w - ui_px(ui, 24), 15, WEIGHT_REGULAR, 2, d->view->starts[i]) + ui_px(ui, 14);
        struct rect line = rect_cut_top(r, height);
        if (ui_row(ui, line, d->view->starts[i], "", 0)) {
            ui_edit_set(&d->m->when, d->view->starts[i]);
            ui_focus(ui, UI_FIELD, text("monday.will"));
        }
        line = rect_inset(line, ui_px(ui, 12), ui_px(ui, 7));
        page_words(ui, &line, 15, WEIGHT_REGULAR, THEME_TEXT, 2, d->view->starts[i]);
    }
    ui_scope_pop(ui);
    page_gap(ui, r, GAP);
}

static const char *form_title(const struct monday_desk *d)
{
    if (d->m->slot != NOBODY)
        return text("monday.changing");
    return text(d->view->free_slot == NOBODY ? "monday.full" : d->view->action_count == 0 ? "monday.first" : "monday.next");
}

static float form_height(struct monday_desk *d, float width)
{
    float inner = width - ui_px(d->ui, 44);
    return ui_px(d->ui, 44 + 2 * (LABEL + FIELD + GAP) + 2 * (LABEL + LINE + GAP) + LINE + GAP + 48 + 10) + starts_height(d, inner) +
           page_words_height(d->ui, inner, 22, WEIGHT_BOLD, 2, form_title(d));
}

static int fields_draw(struct monday_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    label_draw(d, r, "monday.when");
    if (ui_field(ui, rect_cut_top(r, ui_px(ui, FIELD)), text("monday.when"), &d->m->when, text("monday.when.hint"), 0) == 2)
        ui_focus(ui, UI_FIELD, text("monday.will"));
    page_gap(ui, r, GAP);
    label_draw(d, r, "monday.will");
    int entered = ui_field(ui, rect_cut_top(r, ui_px(ui, FIELD)), text("monday.will"), &d->m->will, text("monday.will.hint"), 0) == 2;
    page_gap(ui, r, GAP);
    return entered;
}

static void buttons_draw(struct monday_desk *d, struct rect r, int entered)
{
    struct ui *ui = d->ui;
    const char *label = text(d->m->slot == NOBODY ? "monday.keep" : "monday.keep-change");
    int whole = is_whole(d);
    struct rect button = rect_cut_left(&r, ui_button_width(ui, label, "Enter", UI_PRIMARY));
    int pressed = ui_button(ui, button, label, "Enter", whole ? UI_PRIMARY : UI_DISABLED);
    rect_cut_left(&r, ui_px(ui, 10));
    if (whole && (entered || pressed))
        keep(d);
    if (d->m->slot == NOBODY)
        return;
    button = rect_cut_left(&r, ui_button_width(ui, text("monday.take-back"), "", 0));
    if (ui_button(ui, button, text("monday.take-back"), "", 0))
        take_back(d);
}

static void form_draw(struct monday_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 22);
    page_words(ui, &inner, 22, WEIGHT_BOLD, THEME_TEXT, 2, form_title(d));
    page_gap(ui, &inner, 10);
    int entered = fields_draw(d, &inner);
    label_draw(d, &inner, "monday.who");
    person_draw(d, rect_cut_top(&inner, ui_px(ui, LINE)));
    page_gap(ui, &inner, GAP);
    struct rect days = rect_cut_top(&inner, ui_px(ui, LABEL)), cap = rect_cut_right(&days, ui_keycap_width(ui, "F9"));
    ui_text(ui, days, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, text("monday.days"));
    ui_keycap(ui, rect_inset(cap, 0, ui_px(ui, 2)), "F9");
    days_draw(d, rect_cut_top(&inner, ui_px(ui, LINE)));
    page_gap(ui, &inner, GAP);
    ui_check(ui, rect_cut_top(&inner, ui_px(ui, LINE)), text("monday.named"), "F12", &d->m->named, 0);
    page_gap(ui, &inner, GAP);
    buttons_draw(d, rect_cut_top(&inner, ui_px(ui, 44)), entered);
    page_gap(ui, &inner, GAP + 4);
    starts_draw(d, &inner);
}

/* --- the list --- */

static const char *sentence(struct monday_desk *d, const struct monday_action *a)
{
    return text_fill(ui_arena(d->ui), "monday.sentence", "when", a->when, "will", a->will, NULL);
}

static const char *whose(struct monday_desk *d, const struct monday_action *a)
{
    struct arena *arena = ui_arena(d->ui);
    const char *named = text(a->named ? "monday.is-named" : "monday.is-unnamed");
    if (!a->due[0])
        return text_fill(arena, "monday.whose-open", "who", a->who, "named", named, NULL);
    return text_fill(arena, "monday.whose", "who", a->who, "due", a->due, "named", named, NULL);
}

static float card_height(struct monday_desk *d, const struct monday_action *a, float width)
{
    float inner = width - ui_px(d->ui, 32);
    return page_words_height(d->ui, inner, 17, WEIGHT_MEDIUM, 6, sentence(d, a)) + page_words_height(d->ui, inner, 14, WEIGHT_REGULAR, 2, whose(d, a)) +
           ui_px(d->ui, 24 + 4);
}

static void card_draw(struct monday_desk *d, struct rect box, const struct monday_action *a)
{
    struct ui *ui = d->ui;
    if (ui_card(ui, box, sentence(d, a), "", a->slot == d->m->slot ? UI_SELECTED : 0))
        change(d, a);
    struct rect inner = rect_inset(box, ui_px(ui, 16), ui_px(ui, 12));
    page_words(ui, &inner, 17, WEIGHT_MEDIUM, THEME_TEXT, 6, sentence(d, a));
    page_gap(ui, &inner, 4);
    page_words(ui, &inner, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, whose(d, a));
}

static float list_height(struct monday_desk *d, float width)
{
    float height = ui_px(d->ui, 34);
    for (int i = 0; i < d->view->action_count; i++)
        height += card_height(d, &d->view->actions[i], width) + ui_px(d->ui, 10);
    if (d->view->action_count == 0)
        height += page_words_height(d->ui, width, 17, WEIGHT_REGULAR, 8, text("monday.none")) + ui_px(d->ui, 12);
    return height + page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 8, text("monday.how")) + ui_px(d->ui, 14);
}

/* The newest first: that is what was just said. */
static void list_draw(struct monday_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    page_heading(ui, &r, d->view->action_count ? text_count(ui_arena(ui), "monday.count", d->view->action_count) : text("monday.list"));
    ui_scope_push(ui, "actions");
    for (int i = d->view->action_count - 1; i >= 0; i--) {
        const struct monday_action *a = &d->view->actions[i];
        card_draw(d, rect_cut_top(&r, card_height(d, a, r.w)), a);
        page_gap(ui, &r, 10);
    }
    ui_scope_pop(ui);
    if (d->view->action_count == 0) {
        page_words(ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT, 8, text("monday.none"));
        page_gap(ui, &r, 12);
    }
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 8, text("monday.how"));
}

/* --- the page --- */

static void part_choose(struct monday_desk *d, enum monday_part part)
{
    d->m->part = part;
    d->m->survey.filled = -1;
    if (part == MONDAY_ACTIONS)
        ui_focus(d->ui, UI_FIELD, text("monday.when"));
}

static void parts_draw(struct monday_desk *d, struct rect line)
{
    static const char *const labels[] = {"monday.part.survey", "monday.part.actions"}, *const keys[] = {"F1", "F2"};
    struct ui *ui = d->ui;
    for (int i = 0; i < 2; i++) {
        struct rect box = rect_cut_left(&line, ui_choice_width(ui, text(labels[i]), keys[i], 0));
        if (ui_choice(ui, box, text(labels[i]), keys[i], (int)d->m->part == i ? UI_SELECTED : 0))
            part_choose(d, (enum monday_part)i);
        rect_cut_left(&line, ui_px(ui, 10));
    }
}

/* Escape leaves the line that is typed before it leaves the page. */
static void leave_draw(struct monday_desk *d, struct rect *bar)
{
    struct ui *ui = d->ui;
    if (ui_typing(ui) && ui_shortcut(ui, "Escape")) {
        if (d->m->slot != NOBODY)
            form_clear(d);
        ui_focus_clear(ui);
    }
    if (page_button(ui, bar, text("round.to-start"), "Esc", UI_QUIET))
        wish(d->wishes, WISH_BACK);
}

static void top_draw(struct monday_desk *d, struct rect *page, int wide)
{
    struct rect bar = page_top(d->ui, page);
    if (wide)
        page_stage_buttons(d->ui, &bar, d->m->stage_blank, d->m->one_display, d->wishes);
    leave_draw(d, &bar);
    page_title(d->ui, bar, text("monday.title"), d->view->team);
}

static void actions_wide(struct monday_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    struct rect left = rect_cut_left(&r, r.w * 0.44f);
    rect_cut_left(&r, ui_px(ui, 18));
    struct rect inner = ui_scroll_begin(ui, "form", left, form_height(d, left.w - bar));
    inner.w = left.w - bar;
    inner.h = form_height(d, inner.w);
    form_draw(d, inner);
    ui_scroll_end(ui);
    inner = ui_scroll_begin(ui, "list", r, list_height(d, r.w - bar));
    inner.w = r.w - bar;
    list_draw(d, inner);
    ui_scroll_end(ui);
}

static void actions_narrow(struct monday_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18), form = form_height(d, width);
    struct rect inner = ui_scroll_begin(ui, "monday", r, page_stage_height(ui) + form + list_height(d, width) + ui_px(ui, 24));
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    form_draw(d, rect_cut_top(&inner, form));
    page_gap(ui, &inner, 20);
    list_draw(d, inner);
    ui_scroll_end(ui);
}

static void survey_draw(struct monday_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18);
    if (wide) {
        survey_wide(ui, d->survey, &d->m->survey, r, d->wishes);
        return;
    }
    struct rect inner = ui_scroll_begin(ui, "survey", r, page_stage_height(ui) + survey_height(ui, d->survey, &d->m->survey, width));
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    survey_part(ui, d->survey, &d->m->survey, inner, d->wishes);
    ui_scroll_end(ui);
}

static void memory_follow(struct monday_desk *d)
{
    struct monday_memory *m = d->m;
    if (m->person >= d->view->person_count)
        m->person = 0;
    if (m->begun)
        return;
    m->begun = 1;
    m->person = next_person(d->view, d->view->person_count - 1);
    if (d->survey->row_count == 0 || d->survey->counted == d->survey->row_count)
        part_choose(d, MONDAY_ACTIONS);
}

void monday_screen(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, struct monday_memory *m,
                   struct wishes *wishes)
{
    struct monday_desk d = {ui, view, survey, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    memory_follow(&d);
    top_draw(&d, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, wide ? 18 : 10));
    page.h += ui_px(ui, 10);
    parts_draw(&d, rect_cut_top(&page, ui_px(ui, 40)));
    page_gap(ui, &page, 14);
    if (m->part == MONDAY_SURVEY)
        survey_draw(&d, page, wide);
    else if (wide)
        actions_wide(&d, page);
    else
        actions_narrow(&d, page);
}
