#include "screens/followup.h"
#include "page_parts.h"

#include <string.h>

struct follow_desk {
    struct ui *ui;
    const struct view_monday *view;
    const struct view_survey *survey;
    struct followup_memory *m;
    struct wishes *wishes;
    int32_t days;
};

enum { ANSWERS = 4, NOTE_MOST = 300 };
static const int32_t answers[ANSWERS] = {OUTCOME_MET, OUTCOME_PARTLY, OUTCOME_MISSED, OUTCOME_NONE};
static const char *const answer_keys[ANSWERS] = {"follow.kept", "follow.partly", "follow.not-kept", "follow.none"};

void followup_begin(struct followup_memory *m)
{
    memset(m, 0, sizeof *m);
    m->chosen = -1;
    m->note.limit = NOTE_MOST;
    m->report_path = m->problem = m->written = "";
    survey_begin(&m->survey);
}

void followup_end(struct followup_memory *m)
{
    ui_edit_release(&m->note);
    survey_end(&m->survey);
}

int followup_part(const struct followup_memory *m, const struct view_monday *view)
{
    return m->chosen >= 0 ? m->chosen : view->part;
}

/* --- one action after the other --- */

static int was_asked(const struct follow_desk *d, int index)
{
    const struct monday_action *a = &d->view->actions[index];
    return a->outcome != OUTCOME_OPEN && a->asked_after == d->days;
}

/* The next that was not asked for at this follow-up; the count when there is none. */
static int next_open(const struct follow_desk *d, int after)
{
    for (int i = 1; i <= d->view->action_count; i++) {
        int at = (after + i) % d->view->action_count;
        if (at != after && !was_asked(d, at))
            return at;
    }
    return d->view->action_count;
}

static void pick(struct follow_desk *d, int index)
{
    d->m->action = index;
    ui_edit_set(&d->m->note, index < d->view->action_count && was_asked(d, index) ? d->view->actions[index].note : "");
}

static void answer(struct follow_desk *d, int32_t outcome)
{
    struct sim_command command = sim_command_make(SIM_CMD_FOLLOW_UP);
    const char *note = ui_edit_text(&d->m->note);
    command.follow_up.slot = d->view->actions[d->m->action].slot;
    command.follow_up.days = d->days;
    command.follow_up.outcome = outcome;
    wish_command(d->wishes, &command, note[0] ? note : NULL, NULL);
    pick(d, next_open(d, d->m->action));
}

static const char *sentence(struct follow_desk *d, const struct monday_action *a)
{
    return text_fill(ui_arena(d->ui), "monday.sentence", "when", a->when, "will", a->will, NULL);
}

static const char *whose(struct follow_desk *d, const struct monday_action *a)
{
    return a->due[0] ? text_fill(ui_arena(d->ui), "monday.stage-who", "who", a->who, "due", a->due, NULL) : a->who;
}

static const char *summary(struct follow_desk *d)
{
    const struct view_monday *v = d->view;
    struct arena *a = ui_arena(d->ui);
    return text_fill(a, "follow.summary", "kept", arena_printf(a, "%d", v->kept), "all", arena_printf(a, "%d", v->action_count), "partly",
                     arena_printf(a, "%d", v->partly), "not", arena_printf(a, "%d", v->not_kept), "none", arena_printf(a, "%d", v->none), NULL);
}

static float one_height(struct follow_desk *d, float width)
{
    float inner = width - ui_px(d->ui, 44);
    if (d->m->action >= d->view->action_count)
        return ui_px(d->ui, 44 + 12 + 54) + page_words_height(d->ui, inner, 24, WEIGHT_BOLD, 3, summary(d)) +
               page_words_height(d->ui, inner, 15, WEIGHT_REGULAR, 5, text("follow.all-asked"));
    const struct monday_action *a = &d->view->actions[d->m->action];
    return ui_px(d->ui, 44 + 30 + 6 + 16 + 26 + 44 + 14 + ANSWERS * 50) + page_words_height(d->ui, inner, 24, WEIGHT_BOLD, 6, sentence(d, a)) +
           page_words_height(d->ui, inner, 15, WEIGHT_REGULAR, 2, whose(d, a));
}

static void answers_draw(struct follow_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct monday_action *a = &d->view->actions[d->m->action];
    ui_scope_push(ui, "answers");
    for (int i = 0; i < ANSWERS; i++) {
        struct rect line = rect_cut_top(r, ui_px(ui, 50));
        line.h = ui_px(ui, 44);
        int chosen = was_asked(d, d->m->action) && a->outcome == answers[i];
        if (ui_choice(ui, line, text(answer_keys[i]), arena_printf(ui_arena(ui), "%d", i + 1), chosen ? UI_SELECTED : 0)) {
            answer(d, answers[i]);
            break;
        }
    }
    ui_scope_pop(ui);
}

static void done_draw(struct follow_desk *d, struct rect inner)
{
    struct ui *ui = d->ui;
    page_words(ui, &inner, 24, WEIGHT_BOLD, THEME_TEXT, 3, summary(d));
    page_gap(ui, &inner, 12);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text("follow.all-asked"));
    page_gap(ui, &inner, 10);
    struct rect line = rect_cut_top(&inner, ui_px(ui, 44));
    const char *label = text(d->survey->row_count > 0 ? "follow.to-survey" : "follow.to-report");
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", UI_PRIMARY)), label, "Enter", UI_PRIMARY))
        d->m->page = d->survey->row_count > 0 ? FOLLOWUP_SURVEY : FOLLOWUP_REPORT;
}

static void one_draw(struct follow_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect inner = page_panel(ui, r, THEME_PANEL, 22);
    if (d->m->action >= d->view->action_count) {
        done_draw(d, inner);
        return;
    }
    const struct monday_action *a = &d->view->actions[d->m->action];
    page_heading(ui, &inner, text_fill(ui_arena(ui), "follow.which", "n", arena_printf(ui_arena(ui), "%d", d->m->action + 1), "all",
                                       arena_printf(ui_arena(ui), "%d", d->view->action_count), NULL));
    page_words(ui, &inner, 24, WEIGHT_BOLD, THEME_TEXT, 6, sentence(d, a));
    page_gap(ui, &inner, 6);
    page_words(ui, &inner, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, whose(d, a));
    page_gap(ui, &inner, 16);
    struct rect label = rect_cut_top(&inner, ui_px(ui, 26)), cap = rect_cut_right(&label, ui_keycap_width(ui, "N"));
    ui_text(ui, label, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, text("follow.note"));
    ui_keycap(ui, rect_inset(cap, 0, ui_px(ui, 2)), "N");
    if (ui_shortcut(ui, "N"))
        ui_focus(ui, UI_FIELD, text("follow.note"));
    if (ui_field(ui, rect_cut_top(&inner, ui_px(ui, 44)), text("follow.note"), &d->m->note, text("follow.note.hint"), 0) == 2)
        ui_focus_clear(ui);
    page_gap(ui, &inner, 14);
    answers_draw(d, &inner);
}

/* --- the list --- */

static const char *state_words(const struct monday_action *a)
{
    return a->became[0] ? a->became : text("follow.open");
}

static float row_height(struct follow_desk *d, const struct monday_action *a, float width)
{
    float inner = width - ui_px(d->ui, 28);
    return page_words_height(d->ui, inner, 15, WEIGHT_MEDIUM, 5, sentence(d, a)) + page_words_height(d->ui, inner, 13, WEIGHT_REGULAR, 5, a->note) +
           ui_px(d->ui, 20 + 26 + 4);
}

static void row_draw(struct follow_desk *d, struct rect box, int index)
{
    struct ui *ui = d->ui;
    const struct monday_action *a = &d->view->actions[index];
    if (ui_row(ui, box, sentence(d, a), "", index == d->m->action ? UI_SELECTED : 0))
        pick(d, index);
    box = rect_inset(box, ui_px(ui, 14), ui_px(ui, 10));
    page_words(ui, &box, 15, WEIGHT_MEDIUM, THEME_TEXT, 5, sentence(d, a));
    page_gap(ui, &box, 2);
    struct rect line = rect_cut_top(&box, ui_px(ui, 26));
    float width = ui_text_width(ui, 13, WEIGHT_SEMIBOLD, state_words(a)) + ui_px(ui, 22);
    struct rect state = rect_cut_right(&line, width < line.w ? width : line.w);
    ui_pill(ui, state.x, state.y + ui_px(ui, 2), 13, page_tone(a->tone), page_tone_panel(a->tone), state_words(a));
    ui_text(ui, line, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, a->who);
    if (a->note[0])
        page_words(ui, &box, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, a->note);
}

static float list_height(struct follow_desk *d, float width)
{
    float height = ui_px(d->ui, 40);
    for (int i = 0; i < d->view->action_count; i++)
        height += row_height(d, &d->view->actions[i], width) + ui_px(d->ui, 4);
    return height + page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 8, text("follow.how")) + ui_px(d->ui, 14);
}

static void list_draw(struct follow_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    page_heading(ui, &r, text("follow.list"));
    ui_scope_push(ui, "list");
    for (int i = 0; i < d->view->action_count; i++) {
        row_draw(d, rect_cut_top(&r, row_height(d, &d->view->actions[i], r.w)), i);
        page_gap(ui, &r, 4);
    }
    ui_scope_pop(ui);
    page_gap(ui, &r, 8);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 8, text("follow.how"));
}

static void actions_draw(struct follow_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    if (wide) {
        struct rect left = rect_cut_left(&r, r.w * 0.5f);
        rect_cut_left(&r, ui_px(ui, 18));
        struct rect inner = ui_scroll_begin(ui, "action", left, one_height(d, left.w - bar));
        inner.w = left.w - bar;
        inner.h = one_height(d, inner.w);
        one_draw(d, inner);
        ui_scroll_end(ui);
        inner = ui_scroll_begin(ui, "list", r, list_height(d, r.w - bar));
        inner.w = r.w - bar;
        list_draw(d, inner);
        ui_scroll_end(ui);
        return;
    }
    float width = r.w - bar;
    struct rect inner = ui_scroll_begin(ui, "follow", r, page_stage_height(ui) + one_height(d, width) + list_height(d, width) + ui_px(ui, 24));
    inner.w = width;
    page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    one_draw(d, rect_cut_top(&inner, one_height(d, width)));
    page_gap(ui, &inner, 18);
    list_draw(d, inner);
    ui_scroll_end(ui);
}

/* --- survey and report --- */

static struct rect column(struct follow_desk *d, struct rect r, int wide, float height, const char *name)
{
    struct ui *ui = d->ui;
    float most = ui_px(ui, 900), width = r.w - ui_px(ui, 18), line = wide ? 0 : page_stage_height(ui);
    if (wide && width > most) {
        r = rect_inset(r, (width - most) / 2, 0);
        width = most;
    }
    struct rect inner = ui_scroll_begin(ui, name, r, height + line);
    inner.w = width;
    if (!wide)
        page_stage_line(ui, &inner, d->m->stage_blank, d->m->one_display, d->wishes);
    return inner;
}

static void survey_draw(struct follow_desk *d, struct rect r, int wide)
{
    if (wide) {
        survey_wide(d->ui, d->survey, &d->m->survey, r, d->wishes);
        return;
    }
    struct rect inner = column(d, r, wide, survey_height(d->ui, d->survey, &d->m->survey, r.w - ui_px(d->ui, 18)), "survey");
    survey_part(d->ui, d->survey, &d->m->survey, inner, d->wishes);
    ui_scroll_end(d->ui);
}

static void report_draw(struct follow_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    const char *path = d->m->problem[0] ? d->m->problem : d->m->report_path, *written = d->m->problem[0] ? "" : d->m->written;
    float width = r.w - ui_px(ui, 18);
    float height = ui_px(ui, 200) + page_words_height(ui, width, 24, WEIGHT_BOLD, 3, summary(d)) + page_words_height(ui, width, 16, WEIGHT_REGULAR, 6, text("follow.report-how")) +
                   page_words_height(ui, width, 15, WEIGHT_MEDIUM, 6, path) + page_words_height(ui, width, 15, WEIGHT_MEDIUM, 2, written);
    struct rect inner = column(d, r, wide, height, "report");
    page_words(ui, &inner, 24, WEIGHT_BOLD, THEME_TEXT, 3, d->view->action_count ? summary(d) : text("follow.nothing"));
    page_gap(ui, &inner, 10);
    page_words(ui, &inner, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 6, text("follow.report-how"));
    page_gap(ui, &inner, 18);
    struct rect line = rect_cut_top(&inner, ui_px(ui, 48));
    const char *label = text(path[0] && !d->m->problem[0] ? "follow.report-again" : "follow.report");
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", UI_LARGE | UI_PRIMARY)), label, "Enter", UI_LARGE | UI_PRIMARY))
        wish(d->wishes, WISH_REPORT);
    page_gap(ui, &inner, 18);
    page_words(ui, &inner, 15, WEIGHT_MEDIUM, THEME_GOOD, 2, written);
    page_words(ui, &inner, 15, WEIGHT_MEDIUM, d->m->problem[0] ? THEME_BAD : THEME_GOOD, 6, path);
    ui_scroll_end(ui);
}

/* --- the page --- */

/* Chips in a row; the one that was used, -1. */
static int chips(struct follow_desk *d, struct rect *line, const char *const *labels, const char *const *keys, int count, int chosen)
{
    int used = -1;
    for (int i = 0; i < count; i++) {
        struct rect box = rect_cut_left(line, ui_choice_width(d->ui, labels[i], keys[i], 0));
        if (ui_choice(d->ui, box, labels[i], keys[i], i == chosen ? UI_SELECTED : 0))
            used = i;
        rect_cut_left(line, ui_px(d->ui, 8));
    }
    return used;
}

static void pages_draw(struct follow_desk *d, struct rect line)
{
    static const char *const keys[] = {"F1", "F2", "F3"};
    const char *const labels[] = {text("follow.page.actions"), text("follow.page.survey"), text("follow.page.report")};
    int page = chips(d, &line, labels, keys, FOLLOWUP_PAGES, (int)d->m->page);
    if (page < 0)
        return;
    d->m->page = (enum followup_page)page;
    d->m->survey.filled = -1;
    ui_focus_clear(d->ui);
}

static void days_draw(struct follow_desk *d, struct rect line)
{
    static const char *const keys[MONDAY_PARTS] = {"Ctrl+1", "Ctrl+2", "Ctrl+3"};
    const char *labels[MONDAY_PARTS];
    for (int i = 0; i < MONDAY_PARTS; i++)
        labels[i] = text_fill(ui_arena(d->ui), "follow.days", "n", arena_printf(ui_arena(d->ui), "%d", (int)view_monday_days(i)), NULL);
    int part = chips(d, &line, labels, keys, MONDAY_PARTS, followup_part(d->m, d->view));
    if (part < 0)
        return;
    d->m->chosen = part;
    d->m->survey.filled = -1;
    d->days = view_monday_days(part);
    pick(d, d->view->action_count > 0 && !was_asked(d, 0) ? 0 : next_open(d, 0));
}

static float chips_width(struct follow_desk *d)
{
    static const char *const labels[] = {"follow.page.actions", "follow.page.survey", "follow.page.report"};
    float width = 0;
    for (int i = 0; i < 3; i++)
        width += ui_choice_width(d->ui, text(labels[i]), "F1", 0) + ui_px(d->ui, 8);
    return width + 3 * (ui_choice_width(d->ui, "90", "Ctrl+3", 0) + ui_px(d->ui, 60));
}

static void head_draw(struct follow_desk *d, struct rect *page)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(page, ui_px(ui, 40));
    if (chips_width(d) <= line.w) {
        float days = 3 * (ui_choice_width(ui, text_fill(ui_arena(ui), "follow.days", "n", "90", NULL), "Ctrl+3", 0) + ui_px(ui, 8));
        days_draw(d, rect_cut_right(&line, days));
        pages_draw(d, line);
    } else {
        pages_draw(d, line);
        page_gap(ui, page, 8);
        days_draw(d, rect_cut_top(page, ui_px(ui, 40)));
    }
    page_gap(ui, page, 14);
}

static void top_draw(struct follow_desk *d, struct rect *page, int wide)
{
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (wide)
        page_stage_buttons(ui, &bar, d->m->stage_blank, d->m->one_display, d->wishes);
    if (ui_typing(ui) && ui_shortcut(ui, "Escape"))
        ui_focus_clear(ui);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", UI_QUIET))
        wish(d->wishes, WISH_BACK);
    if (page_button(ui, &bar, text("compare.button"), "C", UI_QUIET))
        wish_text(d->wishes, WISH_COMPARE, "");
    const char *beside = d->view->since <= 0 ? d->view->team
                                            : text_fill(ui_arena(ui), "follow.since", "team", d->view->team, "n",
                                                        arena_printf(ui_arena(ui), "%d", (int)d->view->since), NULL);
    page_title(ui, bar, text("follow.title"), beside);
}

static void memory_follow(struct follow_desk *d)
{
    if (!d->m->begun) {
        d->m->begun = 1;
        if (d->view->action_count == 0)
            d->m->page = d->survey->row_count > 0 ? FOLLOWUP_SURVEY : FOLLOWUP_REPORT;
        else
            pick(d, !was_asked(d, 0) ? 0 : next_open(d, 0));
    }
    if (d->m->action > d->view->action_count)
        d->m->action = d->view->action_count;
}

static void nothing_draw(struct follow_desk *d, struct rect r)
{
    page_words(d->ui, &r, 24, WEIGHT_BOLD, THEME_TEXT, 3, text("follow.nothing"));
    page_gap(d->ui, &r, 10);
    page_words(d->ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 5, text("follow.nothing-how"));
}

void followup_screen(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, struct followup_memory *m,
                     struct wishes *wishes)
{
    struct follow_desk d = {ui, view, survey, m, wishes, view_monday_days(followup_part(m, view))};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000 && page_height(ui) >= 520;
    memory_follow(&d);
    top_draw(&d, &page, wide);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, wide ? 18 : 10));
    page.h += ui_px(ui, 10);
    head_draw(&d, &page);
    if (m->page == FOLLOWUP_SURVEY)
        survey_draw(&d, page, wide);
    else if (m->page == FOLLOWUP_REPORT)
        report_draw(&d, page, wide);
    else if (view->action_count == 0)
        nothing_draw(&d, page);
    else
        actions_draw(&d, page, wide);
}
