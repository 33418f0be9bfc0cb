/*
 * Dialogs for what no author foresaw: something that happens, work of the
 * team's own, an answer, a note, a voucher, a verdict overruled. Each is
 * typed in one or two fields and ends with Enter.
 */
#include "console_parts.h"
#include <string.h>

int console_panel_is_form(enum console_panel panel) { return panel >= PANEL_IMPROVISE; }

const char *console_form_field(enum console_panel panel)
{
    static const char *const fields[] = {[PANEL_INJECT] = "console.own.title", [PANEL_OWN_WORK] = "console.own.work-title",
                                         [PANEL_OWN_ANSWER] = "console.own.answer-text", [PANEL_VOUCHER] = "console.voucher.story",
                                         [PANEL_NOTE] = "console.note", [PANEL_END_ROUND] = NULL};
    return fields[panel];
}

struct form { struct console *c; struct rect r; };

/* What a choice has room for, cut between words. */
static const char *one_line(struct console *c, const char *label, float width)
{
    size_t length = strlen(label);
    float room = width - (ui_choice_width(c->ui, "", "F1", UI_SMALL | UI_SELECTED));
    const char *cut = label;
    while (length > 0 && ui_text_width(c->ui, 13, WEIGHT_SEMIBOLD, cut) > room) {
        do length--; while (length > 0 && label[length] != ' ');
        cut = arena_printf(ui_arena(c->ui), "%.*s …", (int)length, label);
    }
    return cut;
}

static void form_label(struct form *f, const char *key)
{
    ui_text(f->c->ui, rect_cut_top(&f->r, px(f->c, 24)), 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, text(key));
}

static int form_field(struct form *f, const char *key, struct ui_edit *edit, const char *hint)
{
    form_label(f, key);
    int result = ui_field(f->c->ui, rect_cut_top(&f->r, px(f->c, 38)), text(key), edit, text(hint), 0);
    rect_cut_top(&f->r, px(f->c, 10));
    return result;
}

/* Chips of equal width, 1 when one was used. keyed: digits choose, for a form that does not begin with a field. */
static int form_choices(struct form *f, const char *key, const char *const *labels, int count, int32_t *chosen, int keyed)
{
    int used = 0;
    form_label(f, key);
    ui_scope_push(f->c->ui, key);
    struct rect line = rect_cut_top(&f->r, px(f->c, 34));
    for (int i = 0; i < count; i++) {
        const char *cap = keyed ? arena_printf(ui_arena(f->c->ui), "%d", i + 1) : "";
        if (!ui_choice(f->c->ui, rect_column(line, i, count, px(f->c, 6)), labels[i], cap, UI_SMALL | (*chosen == i ? UI_SELECTED : 0))) continue;
        *chosen = i;
        used = 1;
    }
    ui_scope_pop(f->c->ui);
    rect_cut_top(&f->r, px(f->c, 10));
    return used;
}

static void form_chips(struct form *f, const char *key, const char *const *labels, int count, int32_t *chosen)
{
    form_choices(f, key, labels, count, chosen, 0);
}

/* Enter in a field or the button; the button is off until there is a text. */
static int form_accept(struct form *f, const char *key, int typed, int ready)
{
    struct rect line = rect_cut_bottom(&f->r, px(f->c, 40));
    int pressed = ui_button(f->c->ui, rect_cut_left(&line, px(f->c, 190)), text(key), "Enter", ready ? UI_PRIMARY : UI_DISABLED);
    rect_cut_left(&line, px(f->c, 10));
    if (ui_button(f->c->ui, rect_cut_left(&line, px(f->c, 130)), text("console.leave"), "Esc", 0)) console_close(f->c);
    return ready && (pressed || typed == 2);
}

static void improvise_form(struct form *f)
{
    static const char *const labels[] = {"console.own.incident", "console.own.work", "console.own.answer", "console.own.note"};
    static const enum console_panel panels[] = {PANEL_INJECT, PANEL_OWN_WORK, PANEL_OWN_ANSWER, PANEL_NOTE};
    for (int i = 0; i < 4; i++) {
        struct rect line = rect_cut_top(&f->r, px(f->c, 46));
        line.h -= px(f->c, 8);
        int possible = i == 0 || i == 3 || console_has_focus(f->c);
        if (ui_button(f->c->ui, line, text(labels[i]), arena_printf(ui_arena(f->c->ui), "%d", i + 1), possible ? 0 : UI_DISABLED))
            console_open(f->c, panels[i]);
    }
}

static void customer_chips(struct form *f)
{
    const char *names[LIMIT_CUSTOMERS];
    int32_t at = 0;
    for (int i = 0; i < f->c->view->customer_count; i++) {
        names[i] = f->c->view->customers[i].first;
        if (f->c->view->customers[i].id == f->c->view->customer) at = i;
    }
    int32_t before = at;
    form_chips(f, "console.own.who", names, f->c->view->customer_count, &at);
    if (at != before) f->c->memory->focus.customer = f->c->view->customers[at].id;
}

/* Without words of their own the customer names what happened. */
static const char *inject_says(struct console *c)
{
    const char *title = ui_edit_text(&c->memory->title), *says = ui_edit_text(&c->memory->says);
    size_t length = strlen(title);
    if (says[0] || length == 0) return says;
    const char *key = strchr(".!?", title[length - 1]) ? "console.own.says-none-ended" : "console.own.says-none";
    const char *said = text_fill(ui_arena(c->ui), key, "title", title, NULL);
    return strlen(said) < LIMIT_TEXT ? said : title;
}

static void inject_form(struct form *f)
{
    struct console *c = f->c;
    struct console_memory *m = c->memory;
    const char *kinds[] = {text("kind.failure"), text("kind.request"), text("kind.opportunity")};
    static const enum incident_kind kind_values[] = {INCIDENT_FAILURE, INCIDENT_REQUEST, INCIDENT_OPPORTUNITY};
    int typed = form_field(f, "console.own.title", &m->title, "console.own.title.hint");
    int says = form_field(f, "console.own.says", &m->says, "console.own.says.hint");
    customer_chips(f);
    form_chips(f, "console.own.kind", kinds, 3, &m->choice[0]);
    const char *levels[] = {text("level.degraded"), text("level.down")};
    if (m->choice[0] == 0) form_chips(f, "console.own.level", levels, 2, &m->choice[1]);
    if (!form_accept(f, "console.own.accept", typed == 2 || says == 2 ? 2 : 0, ui_edit_text(&m->title)[0] != '\0')) return;
    struct sim_command command = console_act(c, SIM_CMD_INJECT);
    command.said = SIM_NOW;
    command.inject.customer = c->view->customer != NOBODY ? c->view->customer : 0;
    command.inject.kind = (int32_t)kind_values[m->choice[0]];
    command.inject.service = NOBODY;
    command.inject.impact = m->choice[0] ? LEVEL_WAITING : m->choice[1] ? LEVEL_DOWN : LEVEL_DEGRADED;
    command.inject.patience = 0;
    command.inject.major = 0;
    console_send(c, &command, ui_edit_text(&m->title), inject_says(c));
}

static void own_work_form(struct form *f)
{
    struct console *c = f->c;
    struct console_memory *m = c->memory;
    static const int32_t minutes[] = {5, 10, 15, 20, 30};
    const char *spans[] = {"5", "10", "15", "20", "30"};
    const char *results[] = {text("console.own.result.finds"), text("console.own.result.eases"), text("console.own.result.mends"), text("console.own.result.nothing")};
    int typed = form_field(f, "console.own.work-title", &m->title, "console.own.work-title.hint");
    form_chips(f, "console.own.minutes", spans, 5, &m->choice[0]);
    form_chips(f, "console.own.result", results, 4, &m->choice[1]);
    const char *names[LIMIT_MEMBERS];
    int count = 0;
    for (int i = 0; i < c->view->member_count && i < 8; i++) names[count++] = c->view->members[i].name;
    if (count) form_chips(f, "console.own.by", names, count, &m->choice[2]);
    if (!form_accept(f, "console.own.accept", typed, ui_edit_text(&m->title)[0] != '\0')) return;
    struct sim_command command = console_act(c, SIM_CMD_IMPROVISE_WORK);
    command.said = SIM_NOW;
    command.improvise_work.incident = c->view->incident;
    command.improvise_work.member = count ? c->view->members[m->choice[2]].id : NOBODY;
    command.improvise_work.seconds = minutes[m->choice[0]] * 60;
    command.improvise_work.sets = m->choice[1] == 1 ? LEVEL_DEGRADED : m->choice[1] == 2 ? LEVEL_RUNNING : -1;
    command.improvise_work.reveals = m->choice[1] == 0 ? FACT_CAUSE : -1;
    console_send(c, &command, ui_edit_text(&m->title), NULL);
}

static void own_answer_form(struct form *f)
{
    struct console *c = f->c;
    struct console_memory *m = c->memory;
    static const enum fact_kind kinds[] = {FACT_IMPACT, FACT_EXPECTATION, FACT_WORKAROUND, FACT_CONSTRAINT};
    const char *labels[4];
    for (int i = 0; i < 4; i++) labels[i] = text(arena_printf(ui_arena(c->ui), "fact.%s", fact_kind_word(kinds[i])));
    int typed = form_field(f, "console.own.answer-text", &m->words, "console.own.answer-text.hint");
    customer_chips(f);
    form_chips(f, "console.own.about", labels, 4, &m->choice[0]);
    if (!form_accept(f, "console.own.accept", typed, ui_edit_text(&m->words)[0] != '\0')) return;
    struct sim_command command = console_act(c, SIM_CMD_IMPROVISE_FACT);
    command.improvise_fact.incident = c->view->incident;
    command.improvise_fact.customer = c->view->customer;
    command.improvise_fact.kind = (int32_t)kinds[m->choice[0]];
    command.improvise_fact.known = 1;
    console_send(c, &command, ui_edit_text(&m->words), NULL);
}

static void note_form(struct form *f)
{
    struct console *c = f->c;
    const char *words = ui_edit_text(&c->memory->words);
    int typed = form_field(f, "console.note", &c->memory->words, "console.note.hint");
    ui_text(c->ui, rect_cut_top(&f->r, px(c, 24)), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("help.note.how"));
    if (!form_accept(f, "console.note.keep", typed, 1)) return;
    struct sim_command command = console_act(c, SIM_CMD_NOTE);
    command.note.incident = c->view->incident;
    command.note.customer = NOBODY;
    words = ui_edit_text(&c->memory->words);
    console_send(c, &command, words[0] ? words : text("help.note.moment"), NULL);
}

/* The deed that the voucher is for: the last one unless another is chosen; F1 to F4 work while the story is typed. */
static void deed_rows(struct form *f)
{
    struct console *c = f->c;
    int count = c->view->deed_count;
    form_label(f, "help.voucher.for");
    ui_scope_push(c->ui, "deeds");
    for (int i = 0; i <= count; i++) {
        struct rect line = rect_cut_top(&f->r, px(c, 36));
        line.h -= px(c, 5);
        const char *label = i < count ? c->view->deeds[i].text : text("help.voucher.open");
        int chosen = c->memory->choice[0] == i || (c->memory->choice[0] > count && i == count);
        if (ui_choice(c->ui, line, one_line(c, label, line.w), arena_printf(ui_arena(c->ui), "F%d", i + 1), UI_SMALL | (chosen ? UI_SELECTED : 0)))
            c->memory->choice[0] = i;
    }
    ui_scope_pop(c->ui);
    rect_cut_top(&f->r, px(c, 10));
}

/* What it is for; NULL: something else. */
static const struct view_deed *voucher_deed(const struct console *c)
{
    int32_t place = c->memory->choice[0];
    return place < c->view->deed_count ? &c->view->deeds[place] : NULL;
}

enum { VOUCHER_NAMED = 1 };   /* place in choice[] */

/* Whose it was, the report says only when they agreed: each time anew, for what is taken out of the form is asked again. */
static void voucher_named(struct form *f, const struct view_deed *deed, int *named)
{
    struct console *c = f->c;
    if (deed == NULL || deed->member == NOBODY) return;
    const char *words = text_fill(ui_arena(c->ui), "console.voucher.named", "who", deed->who, NULL);
    struct rect line = rect_cut_top(&f->r, px(c, 34));
    *named = c->memory->choice[VOUCHER_NAMED] == deed->act;
    if (ui_check(c->ui, line, one_line(c, words, line.w - px(c, 90)), "F12", named, 0)) c->memory->choice[VOUCHER_NAMED] = *named ? deed->act : 0;
    rect_cut_top(&f->r, px(c, 10));
}

static void voucher_form(struct form *f)
{
    struct console *c = f->c;
    const struct view_deed *deed = voucher_deed(c);
    int named = 0;
    int typed = form_field(f, "console.voucher.story", &c->memory->words, "console.voucher.hint");
    customer_chips(f);
    deed_rows(f);
    voucher_named(f, deed, &named);
    if (!form_accept(f, "console.voucher.give", typed, ui_edit_text(&c->memory->words)[0] != '\0')) return;
    struct sim_command command = console_act(c, SIM_CMD_VOUCHER);
    command.voucher.customer = c->view->customer != NOBODY ? c->view->customer : 0;
    command.voucher.member = named ? deed->member : NOBODY;
    command.voucher.named = named;
    command.voucher.incident = c->view->incident;
    command.voucher.act = deed ? deed->act : 0;
    console_send(c, &command, ui_edit_text(&c->memory->words), NULL);
}

enum { MODAL_FRAME = 74, DIALOG = 640 };   /* a dialog's title and margins; how wide it is */

static float questions_height(struct console *c)
{
    const struct view_help *help = &c->view->help;
    float width = px(c, DIALOG - 56), height = px(c, MODAL_FRAME + 24 + 14 + 40 + (help->question_count ? 0 : 60));
    for (int i = 0; i < help->question_count; i++)
        height += ui_text_height(c->ui, 22, WEIGHT_BOLD, width, help->questions[i].ask, 2) + ui_text_height(c->ui, 15, WEIGHT_REGULAR, width, help->questions[i].why, 3) + px(c, 20);
    float needs = console_needs_height(c, width, 1);
    return height + (needs > 0 ? needs + px(c, 16) : 0) + (help->idle_text[0] && !help->idle_asked ? px(c, 40) : 0);
}

static void questions_form(struct form *f)
{
    struct console *c = f->c;
    const struct view_help *help = &c->view->help;
    if (help->question_count == 0) ui_text(c->ui, rect_cut_top(&f->r, px(c, 60)), 17, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 2, text("help.none"));
    for (int i = 0; i < help->question_count; i++) {
        const struct help_question *q = &help->questions[i];
        float ask = ui_text_height(c->ui, 22, WEIGHT_BOLD, f->r.w, q->ask, 2), why = ui_text_height(c->ui, 15, WEIGHT_REGULAR, f->r.w, q->why, 3);
        ui_text(c->ui, rect_cut_top(&f->r, ask + px(c, 4)), 22, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 2, q->ask);
        ui_text(c->ui, rect_cut_top(&f->r, why), 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3, q->why);
        rect_cut_top(&f->r, px(c, 16));
    }
    if (help->idle_text[0] && !help->idle_asked) ui_text(c->ui, rect_cut_top(&f->r, px(c, 40)), 15, WEIGHT_REGULAR, THEME_WARN, ALIGN_LEFT, 2, help->idle_text);
    ui_text(c->ui, rect_cut_top(&f->r, px(c, 24)), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("help.how"));
    rect_cut_top(&f->r, px(c, 8));
    console_needs(c, &f->r, 1);
    struct rect line = rect_cut_bottom(&f->r, px(c, 40));
    if (ui_button(c->ui, rect_cut_left(&line, px(c, 130)), text("console.leave"), "Esc", UI_PRIMARY) || ui_shortcut(c->ui, "?") || ui_shortcut(c->ui, "Enter")) console_close(c);
}

static void overrule_form(struct form *f)
{
    struct console *c = f->c;
    struct console_memory *m = c->memory;
    if (m->evidence < 0 || m->evidence >= c->view->evidence_count) {
        console_close(c);
        return;
    }
    const struct view_evidence *e = &c->view->evidence[m->evidence];
    static const int32_t outcomes[] = {OUTCOME_MET, OUTCOME_PARTLY, OUTCOME_MISSED, OUTCOME_NONE};
    const char *labels[] = {text("outcome.met"), text("outcome.partly"), text("outcome.missed"), text("outcome.none")};
    ui_text(c->ui, rect_cut_top(&f->r, px(c, 44)), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 2, e->text);
    if (form_choices(f, "console.overrule.as", labels, 4, &m->choice[0], 1)) ui_focus(c->ui, UI_FIELD, text("console.overrule.reason"));
    int typed = form_field(f, "console.overrule.reason", &m->words, "console.overrule.hint");
    if (!form_accept(f, "console.overrule.keep", typed, m->choice[0] >= 0 && ui_edit_text(&m->words)[0] != '\0')) return;
    struct sim_command command = e->overrule;
    command.overrule.outcome = outcomes[m->choice[0]];
    console_send(c, &command, ui_edit_text(&m->words), NULL);
}

static void end_round_form(struct form *f)
{
    struct console *c = f->c;
    char *words = text_fill(ui_arena(c->ui), "console.end-round.words", "left", c->view->left, NULL);
    ui_text(c->ui, rect_cut_top(&f->r, px(c, 70)), 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 3, words);
    if (!form_accept(f, "console.end-round.now", 0, 1)) return;
    console_close(c);
    wish(c->wishes, WISH_END_ROUND);
}

void console_forms_draw(struct console *c, struct rect r)
{
    static const char *const titles[] = {[PANEL_IMPROVISE] = "console.own.heading", [PANEL_INJECT] = "console.own.incident",
                                         [PANEL_OWN_WORK] = "console.own.work", [PANEL_OWN_ANSWER] = "console.own.answer",
                                         [PANEL_VOUCHER] = "console.voucher", [PANEL_NOTE] = "console.note.heading",
                                         [PANEL_OVERRULE] = "console.overrule", [PANEL_QUESTIONS] = "help.heading", [PANEL_END_ROUND] = "console.end-round"};
    static const float heights[] = {[PANEL_IMPROVISE] = 280, [PANEL_INJECT] = 500, [PANEL_OWN_WORK] = 420, [PANEL_OWN_ANSWER] = 360,
                                    [PANEL_VOUCHER] = 510, [PANEL_NOTE] = 240, [PANEL_QUESTIONS] = 0, [PANEL_OVERRULE] = 340, [PANEL_END_ROUND] = 210};
    enum console_panel panel = c->memory->panel;
    int escaped = 0;
    float height = px(c, heights[panel]);
    if (panel == PANEL_QUESTIONS) height = questions_height(c);
    if (panel == PANEL_VOUCHER) height -= px(c, 36) * (float)(VIEW_DEEDS - c->view->deed_count);
    (void)r;
    struct rect inner = ui_modal_begin(c->ui, text(titles[panel]), px(c, DIALOG), height, &escaped);
    struct form f = {.c = c, .r = ui_scroll_begin(c->ui, "form", inner, height - px(c, MODAL_FRAME))};
    switch (panel) {
    case PANEL_IMPROVISE: improvise_form(&f); break;
    case PANEL_INJECT: inject_form(&f); break;
    case PANEL_OWN_WORK: own_work_form(&f); break;
    case PANEL_OWN_ANSWER: own_answer_form(&f); break;
    case PANEL_VOUCHER: voucher_form(&f); break;
    case PANEL_NOTE: note_form(&f); break;
    case PANEL_OVERRULE: overrule_form(&f); break;
    case PANEL_QUESTIONS: questions_form(&f); break;
    case PANEL_END_ROUND: end_round_form(&f); break;
    case PANEL_NONE: case PANEL_ASK: case PANEL_UPDATE: case PANEL_PROMISE: case PANEL_MOVE: case PANEL_WORK:
    case PANEL_PRIORITY: case PANEL_DECIDE: case PANEL_BLAME: case PANEL_COMPLAINT: break;
    }
    ui_scroll_end(c->ui);
    ui_modal_end(c->ui);
    if (escaped) console_close(c);
}
