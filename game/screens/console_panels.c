/*
 * The panels in which an act is completed. The clock stands while one is
 * open; digits choose, Enter says it, Escape leaves everything as it was.
 */
#include "console_parts.h"

static const int32_t spans[] = {5 * 60, 10 * 60, 15 * 60, 20 * 60, 30 * 60, 60 * 60};
enum { SPANS = sizeof spans / sizeof spans[0] };

static const char *digit(struct console *c, int n) { return n <= 9 ? arena_printf(ui_arena(c->ui), "%d", n) : ""; }

static const char *clock_text(struct console *c, int32_t at)
{
    struct str s = {0};
    str_append_clock(&s, at);
    char *copy = arena_dup(ui_arena(c->ui), str_text(&s));
    str_release(&s);
    return copy;
}

/* A time that people say: so many minutes from when it is said, on the next full five. */
static int32_t spoken_time(const struct console *c, int32_t span)
{
    int32_t said = c->memory->focus.said == SIM_NOW ? c->view->now : c->memory->focus.said;
    return (said + span + 299) / 300 * 300;
}

static struct rect panel_begin(struct console *c, struct rect r, const char *title)
{
    draw_rect(ui_list(c->ui), r, px(c, 10), shade(c, THEME_PANEL));
    r = rect_inset(r, px(c, 14), px(c, 10));
    struct rect head = rect_cut_top(&r, px(c, 32));
    struct rect esc = rect_inset(rect_cut_right(&head, px(c, 92)), 0, px(c, 1));
    if (ui_button(c->ui, esc, text("console.leave"), "Esc", UI_SMALL)) console_close(c);
    rect_cut_right(&head, px(c, 8));
    console_fitted(c, head, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, title);
    rect_cut_top(&r, px(c, r.h < px(c, 270) ? 3 : 8));
    return r;
}

static const char *customer_name(const struct console *c)
{
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == c->view->customer) return c->view->customers[i].first;
    return "";
}

static char *titled(struct console *c, const char *key)
{
    return text_fill(ui_arena(c->ui), key, "customer", customer_name(c), "incident", c->view->incident_title, NULL);
}

/* A choice in a flowing line of chips; wraps to the next line. */
struct flow { struct rect area; float x, y, height; };

static struct flow flow_begin(struct console *c, struct rect r) { return (struct flow){.area = r, .x = r.x, .y = r.y, .height = px(c, 30)}; }

static struct rect flow_next(struct console *c, struct flow *f, float width)
{
    if (width > f->area.w) width = f->area.w;
    if (f->x > f->area.x && f->x + width > f->area.x + f->area.w) {
        f->x = f->area.x;
        f->y += f->height + (f->height < px(c, 30) ? px(c, 4) : px(c, 6));
    }
    struct rect r = {f->x, f->y, width, f->height};
    f->x += width + px(c, 7);
    return r;
}

static int chip(struct console *c, struct flow *f, const char *label, const char *key, int selected)
{
    float width = ui_text_width(c->ui, 13, WEIGHT_SEMIBOLD, label) + px(c, key[0] ? 44 : 22);
    return ui_choice(c->ui, flow_next(c, f, width), label, key, UI_SMALL | (selected ? UI_SELECTED : 0));
}

static struct rect flow_end(struct console *c, const struct flow *f)
{
    float below = f->y + f->height + px(c, 8);
    struct rect rest = f->area;
    rest.y = below;
    rest.h = f->area.y + f->area.h - below;
    return rest;
}

static void ask_panel(struct console *c, struct rect r)
{
    static const enum question questions[] = {ASK_IMPACT, ASK_URGENCY, ASK_EXPECTATION, ASK_IDEAS, ASK_GO_AHEAD, ASK_FEEDBACK};
    r = panel_begin(c, r, titled(c, "console.ask.title"));
    float step = r.h < px(c, 36) * 6 ? r.h / 6 : px(c, 36);
    for (int i = 0; i < 6; i++) {
        struct rect line = rect_cut_top(&r, step);
        line.h -= px(c, 5);
        char *key = arena_printf(ui_arena(c->ui), "question.%s", question_word(questions[i]));
        if (!ui_button(c->ui, line, text(key), digit(c, i + 1), 0)) continue;
        struct sim_command command = console_act(c, SIM_CMD_ASK);
        command.ask.incident = c->view->incident;
        command.ask.customer = c->view->customer;
        command.ask.question = (int32_t)questions[i];
        command.ask.work = NOBODY;
        console_send(c, &command, NULL, NULL);
    }
}

static int32_t next_span(struct console *c, int32_t now)
{
    if (now < 0) return spoken_time(c, spans[1]);
    for (int i = 1; i < SPANS; i++)
        if (spoken_time(c, spans[i]) > now) return spoken_time(c, spans[i]);
    return -1;
}

static void send_update(struct console *c)
{
    console_send(c, &c->memory->focus.draft, ui_edit_text(&c->memory->words), NULL);
}

/* The facts told: all that are known and matter, none, or each by itself with the mouse. */
static void told_choices(struct console *c, struct flow *f, int32_t *facts)
{
    int all = *facts == SIM_FACTS_DEFAULT;
    char *label = text_fill(ui_arena(c->ui), "console.told", "facts", c->view->preview_told, NULL);
    if (chip(c, f, label, "T", all)) *facts = all ? 0 : SIM_FACTS_DEFAULT;
}

static void claim_choices(struct console *c, struct flow *f)
{
    int32_t *claim = &c->memory->focus.draft.update.claim;
    for (int i = 0; i < CLAIM_COUNT; i++) {
        char *key = arena_printf(ui_arena(c->ui), "claim.short.%s", claim_word((enum claim)i));
        if (chip(c, f, text(key), digit(c, i + 1), *claim == i)) *claim = i;
    }
}

/* Alt with a claim's digit says it at once: another incident, another customer, and it is said with four keys. */
static int said_at_once(struct console *c)
{
    for (int i = 0; i < CLAIM_COUNT; i++)
        if (ui_shortcut(c->ui, arena_printf(ui_arena(c->ui), "Alt+%d", i + 1))) {
            c->memory->focus.draft.update.claim = i;
            return 1;
        }
    return 0;
}

static void update_panel(struct console *c, struct rect r)
{
    struct console_memory *m = c->memory;
    struct sim_command *draft = &m->focus.draft;
    r = panel_begin(c, r, titled(c, "console.update.title"));
    draft->update.incident = c->view->incident;
    draft->update.customer = c->view->customer;
    draft->said = m->focus.said;
    struct rect words = rect_cut_bottom(&r, px(c, 36));
    float width = ui_button_width(c->ui, text("console.say-it"), "Enter", 0);
    struct rect say = rect_cut_right(&words, width);
    rect_cut_right(&words, px(c, 8));
    rect_cut_bottom(&r, px(c, 6));
    struct rect verdict = rect_cut_bottom(&r, ui_text_height(c->ui, 14, WEIGHT_SEMIBOLD, r.w, c->view->preview, 2) + px(c, 2));
    struct flow f = flow_begin(c, r);
    if (r.h < px(c, 190)) f.height = px(c, 26);
    claim_choices(c, &f);
    int at_once = said_at_once(c);
    told_choices(c, &f, &draft->update.facts);
    if (chip(c, &f, text_fill(ui_arena(c->ui), "console.fix", "time", c->view->preview_fix, NULL), "F", draft->update.fix_by >= 0))
        draft->update.fix_by = next_span(c, draft->update.fix_by);
    if (chip(c, &f, text_fill(ui_arena(c->ui), "console.call", "time", c->view->preview_call, NULL), "N", draft->update.next_call >= 0))
        draft->update.next_call = next_span(c, draft->update.next_call);
    if (c->view->last_claim && chip(c, &f, text_fill(ui_arena(c->ui), "console.takes-back", "claim", c->view->last_claim_text, NULL), "X", draft->update.corrects))
        draft->update.corrects = draft->update.corrects ? 0 : c->view->last_claim;
    ui_text(c->ui, verdict, 14, WEIGHT_SEMIBOLD, tone_color(c->view->preview_tone), ALIGN_LEFT, 2, c->view->preview);
    if (ui_shortcut(c->ui, "\"") || ui_shortcut(c->ui, "'")) ui_focus(c->ui, UI_FIELD, text("console.words"));
    int typed = ui_field(c->ui, words, text("console.words"), &m->words, text("console.words.hint"), 0);
    int can = c->view->preview_refusal == REFUSAL_NONE ? UI_PRIMARY : UI_DISABLED;
    if (ui_button(c->ui, say, text("console.say-it"), "Enter", can) || typed == 2 || at_once) send_update(c);
}

/* A row of clock times; the chosen one, or -1. */
static int32_t time_choices(struct console *c, struct rect *r)
{
    struct flow f = flow_begin(c, *r);
    int32_t chosen = -1, before = -1;
    for (int i = 0, n = 0; i < SPANS; i++) {
        int32_t at = spoken_time(c, spans[i]);
        if (at == before) continue;
        before = at;
        if (chip(c, &f, clock_text(c, at), digit(c, ++n), 0)) chosen = at;
    }
    *r = flow_end(c, &f);
    return chosen;
}

static void promise_panel(struct console *c, struct rect r)
{
    r = panel_begin(c, r, titled(c, "console.promise.title"));
    ui_field(c->ui, rect_cut_top(&r, px(c, 34)), text("console.promise.what"), &c->memory->words, text("console.promise.hint"), 0);
    rect_cut_top(&r, px(c, 8));
    int32_t due = time_choices(c, &r);
    if (due < 0) return;
    struct sim_command command = console_act(c, SIM_CMD_PROMISE);
    command.promise.incident = c->view->incident;
    command.promise.customer = c->view->customer;
    command.promise.due = due;
    console_send(c, &command, ui_edit_text(&c->memory->words), NULL);
}

enum { MOVED_MOST = 6, MOVED_ROW = 34 };

static float move_height(struct console *c)
{
    int count = c->view->promise_count < MOVED_MOST ? c->view->promise_count : MOVED_MOST;
    if (c->memory->promise >= 0 || count < 3) return px(c, 190);
    return px(c, 66) + px(c, MOVED_ROW) * (float)count;
}

static void move_panel(struct console *c, struct rect r)
{
    struct console_memory *m = c->memory;
    r = panel_begin(c, r, text("console.move.title"));
    if (!c->view->promise_count) ui_text(c->ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3, text("console.move.none"));
    if (m->promise >= c->view->promise_count) m->promise = -1;
    for (int i = 0; m->promise < 0 && i < c->view->promise_count && i < MOVED_MOST; i++) {
        struct rect line = rect_cut_top(&r, px(c, MOVED_ROW));
        line.h -= px(c, 5);
        if (ui_button(c->ui, line, c->view->promises[i].text, digit(c, i + 1), 0)) m->promise = i;
    }
    if (m->promise < 0) return;
    console_fitted(c, rect_cut_top(&r, px(c, 32)), 14, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, c->view->promises[m->promise].text);
    int32_t due = time_choices(c, &r);
    if (due < 0) return;
    struct sim_command command = console_act(c, SIM_CMD_RENEGOTIATE);
    command.renegotiate.act = c->view->promises[m->promise].act;
    command.renegotiate.part = c->view->promises[m->promise].part;
    command.renegotiate.due = due;
    console_send(c, &command, NULL, NULL);
}

static const struct view_member *chosen_member(const struct console *c)
{
    for (int i = 0; i < c->view->member_count; i++)
        if (c->view->members[i].id == c->memory->who) return &c->view->members[i];
    return NULL;
}

/* M goes through the people who are free; the first press is whoever fits. */
static void who_choice(struct console *c, struct rect r)
{
    struct console_memory *m = c->memory;
    const struct view_member *who = chosen_member(c);
    char *label = text_fill(ui_arena(c->ui), "console.who", "who", who ? who->name : text("console.who.fits"), NULL);
    if (!ui_button(c->ui, r, label, "M", UI_SMALL)) return;
    int at = who ? (int)(who - c->view->members) + 1 : 0;
    while (at < c->view->member_count && c->view->members[at].busy) at++;
    m->who = at < c->view->member_count ? c->view->members[at].id : NOBODY;
}

/* The first work that runs is stopped with S; a digit only ever starts something. */
static const char *stop_key(const struct console *c, const struct view_work *w)
{
    return w == c->view->works || !w[-1].running ? "S" : "";
}

static void work_row(struct console *c, struct rect line, const struct view_work *w, int number)
{
    char *label = arena_printf(ui_arena(c->ui), "%s. %s", w->title, w->detail);
    if (!ui_button(c->ui, line, label, w->running ? stop_key(c, w) : digit(c, number), w->possible || w->running ? 0 : UI_DISABLED)) return;
    struct sim_command command = console_act(c, w->running ? SIM_CMD_STOP_WORK : SIM_CMD_WORK);
    if (w->running) {
        command.stop_work.instance = w->instance;
    } else {
        command.said = SIM_NOW;
        command.work.work = w->work;
        command.work.member = c->memory->who != NOBODY ? c->memory->who : w->who;
    }
    console_send(c, &command, NULL, NULL);
}

static void work_panel(struct console *c, struct rect r)
{
    r = panel_begin(c, r, titled(c, "console.work.title"));
    who_choice(c, rect_cut_top(&r, px(c, 30)));
    rect_cut_top(&r, px(c, 7));
    float step = px(c, 42);
    int count = c->view->work_count;
    if (count && step * (float)(count + 1) > r.h) step = r.h / (float)(count + 1);
    for (int i = 0; i < count; i++) {
        struct rect line = rect_cut_top(&r, step);
        line.h -= px(c, 5);
        work_row(c, line, &c->view->works[i], i + 1);
    }
    struct rect own = rect_cut_top(&r, step);
    own.h -= px(c, 5);
    if (ui_button(c->ui, own, text("console.work.own"), "I", UI_QUIET)) console_open(c, PANEL_OWN_WORK);
}

enum { OPTION_LINES = 6, OPTION_GAP = 4, PANEL_SIDES = 28 };

static float options_height(struct console *c, float width)
{
    float height = 0;
    for (int i = 0; i < c->view->option_count; i++)
        height += ui_text_height(c->ui, 13, WEIGHT_REGULAR, width, c->view->options[i], OPTION_LINES) + px(c, OPTION_GAP);
    return height;
}

static void option_list(struct console *c, struct rect r)
{
    enum { BAR = 12 };
    float height = options_height(c, r.w);
    if (height > r.h) height = options_height(c, r.w - px(c, BAR));
    struct rect inner = ui_scroll_begin(c->ui, "options", r, height);
    for (int i = 0; i < c->view->option_count; i++) {
        float high = ui_text_height(c->ui, 13, WEIGHT_REGULAR, inner.w, c->view->options[i], OPTION_LINES);
        ui_text(c->ui, rect_cut_top(&inner, high), 13, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, OPTION_LINES, c->view->options[i]);
        rect_cut_top(&inner, px(c, OPTION_GAP));
    }
    ui_scroll_end(c->ui);
}

static void priority_panel(struct console *c, struct rect r)
{
    r = panel_begin(c, r, titled(c, "console.priority.title"));
    struct sim_command command = console_act(c, SIM_CMD_HAND_PRIORITY);
    command.hand_priority.incident = c->view->incident;
    command.hand_priority.customer = c->view->customer;
    command.hand_priority.option = NOBODY;
    if (!c->view->option_count) {
        ui_text(c->ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 4, text("console.priority.none"));
        return;
    }
    struct rect hand = rect_cut_bottom(&r, px(c, 34));
    rect_cut_bottom(&r, px(c, 6));
    option_list(c, r);
    if (ui_button(c->ui, hand, titled(c, "console.priority.hand"), "1", UI_PRIMARY)) console_send(c, &command, NULL, NULL);
}

static void decide_panel(struct console *c, struct rect r)
{
    r = panel_begin(c, r, titled(c, "console.decide.title"));
    for (int i = 0; i < c->view->option_count + 2; i++) {
        struct rect line = rect_cut_top(&r, px(c, 38));
        line.h -= px(c, 5);
        int refuse = i - c->view->option_count;
        const char *label = refuse < 0 ? text_fill(ui_arena(c->ui), "console.decide.option", "option", c->view->option_names[i], NULL)
                                       : titled(c, refuse == 0 ? "console.decide.refuse" : "console.decide.offer");
        if (!ui_button(c->ui, line, label, digit(c, i + 1), 0)) continue;
        struct sim_command command = console_act(c, refuse < 0 ? SIM_CMD_DECIDE_OURSELVES : SIM_CMD_REFUSE);
        if (refuse < 0) {
            command.decide_ourselves.incident = c->view->incident;
            command.decide_ourselves.option = i;
        } else {
            command.refuse.incident = c->view->incident;
            command.refuse.customer = c->view->customer;
            command.refuse.offer = refuse;
        }
        console_send(c, &command, NULL, NULL);
    }
}

static void blame_panel(struct console *c, struct rect r)
{
    static const char *const labels[] = {"console.blame.team", "console.blame.user", "console.blame.supplier"};
    r = panel_begin(c, r, titled(c, "console.blame.title"));
    for (int i = 0; i < 3; i++) {
        struct rect line = rect_cut_top(&r, px(c, 38));
        line.h -= px(c, 5);
        if (!ui_button(c->ui, line, text(labels[i]), digit(c, i + 1), 0)) continue;
        struct sim_command command = console_act(c, SIM_CMD_BLAME);
        command.blame.customer = c->view->customer;
        command.blame.incident = c->view->incident;
        command.blame.target = i;
        console_send(c, &command, NULL, NULL);
    }
}

/* Whoever is busy can own a complaint too: M goes through all of them, and while there is none the question stands out. */
static void owner_choice(struct console *c, struct rect r)
{
    struct console_memory *m = c->memory;
    const struct view_member *who = chosen_member(c);
    const char *label = who ? text_fill(ui_arena(c->ui), "console.complaint.owner", "who", who->name, NULL) : text("console.complaint.unowned");
    if (!who) draw_rect(ui_list(c->ui), rect_inset(r, -px(c, 2), -px(c, 2)), px(c, 8), shade(c, THEME_WARN));
    if (!ui_button(c->ui, r, label, "M", UI_SMALL)) return;
    int at = who ? (int)(who - c->view->members) + 1 : 0;
    m->who = at < c->view->member_count ? c->view->members[at].id : NOBODY;
}

static void complaint_panel(struct console *c, struct rect r)
{
    r = panel_begin(c, r, titled(c, "console.complaint.title"));
    for (int i = 0; i < c->view->complaint_count; i++) {
        struct rect line = rect_cut_top(&r, px(c, 36));
        line.h -= px(c, 6);
        if (!ui_button(c->ui, line, c->view->complaints[i].text, i ? "" : "R", 0)) continue;
        struct sim_command done = console_act(c, SIM_CMD_RESOLVE_COMPLAINT);
        done.resolve_complaint.act = c->view->complaints[i].act;
        done.resolve_complaint.resolved = 1;
        console_send(c, &done, NULL, NULL);
    }
    ui_field(c->ui, rect_cut_top(&r, px(c, 34)), text("console.complaint.what"), &c->memory->words, text("console.complaint.hint"), 0);
    rect_cut_top(&r, px(c, 8));
    owner_choice(c, rect_cut_top(&r, px(c, 30)));
    rect_cut_top(&r, px(c, 8));
    int32_t due = time_choices(c, &r);
    if (due < 0) return;
    struct sim_command command = console_act(c, SIM_CMD_LOG_COMPLAINT);
    command.log_complaint.customer = c->view->customer;
    command.log_complaint.incident = c->view->incident;
    command.log_complaint.owner = c->memory->who;
    command.log_complaint.due = due;
    console_send(c, &command, ui_edit_text(&c->memory->words), NULL);
}

float console_panel_height(struct console *c, float width)
{
    static const float heights[] = {[PANEL_ASK] = 275, [PANEL_UPDATE] = 330, [PANEL_PROMISE] = 184,
                                    [PANEL_PRIORITY] = 160, [PANEL_BLAME] = 175, [PANEL_COMPLAINT] = 206};
    if (c->memory->panel == PANEL_UPDATE && c->narrow) return px(c, c->stacked ? 290 : 250);   /* wider, so fewer lines of chips */
    if (c->memory->panel == PANEL_PRIORITY && c->view->option_count) return px(c, 110) + options_height(c, width - px(c, PANEL_SIDES));
    if (c->memory->panel == PANEL_MOVE) return move_height(c);
    if (c->memory->panel == PANEL_DECIDE) return px(c, 62) + px(c, 38) * (float)(c->view->option_count + 2);
    if (c->memory->panel == PANEL_COMPLAINT) return px(c, 206) + px(c, 36) * (float)c->view->complaint_count;
    if (c->memory->panel == PANEL_WORK) return px(c, 110) + px(c, 42) * (float)(c->view->work_count + 1);
    return px(c, heights[c->memory->panel]);
}

void console_panel_draw(struct console *c, struct rect r)
{
    float height = console_panel_height(c, r.w);
    if (height < r.h) r.h = height;
    ui_scope_push(c->ui, "panel");
    if (ui_shortcut(c->ui, "Escape")) console_close(c);
    switch (c->memory->panel) {
    case PANEL_ASK: ask_panel(c, r); break;
    case PANEL_UPDATE: update_panel(c, r); break;
    case PANEL_PROMISE: promise_panel(c, r); break;
    case PANEL_MOVE: move_panel(c, r); break;
    case PANEL_WORK: work_panel(c, r); break;
    case PANEL_PRIORITY: priority_panel(c, r); break;
    case PANEL_DECIDE: decide_panel(c, r); break;
    case PANEL_BLAME: blame_panel(c, r); break;
    case PANEL_COMPLAINT: complaint_panel(c, r); break;
    case PANEL_NONE: case PANEL_IMPROVISE: case PANEL_INJECT: case PANEL_OWN_WORK: case PANEL_OWN_ANSWER:
    case PANEL_VOUCHER: case PANEL_NOTE: case PANEL_OVERRULE: case PANEL_QUESTIONS: case PANEL_END_ROUND: break;
    }
    ui_scope_pop(c->ui);
}
