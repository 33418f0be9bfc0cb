#include "console_parts.h"
#include <stdio.h>

static const enum icon kind_icons[INCIDENT_KIND_COUNT] = {ICON_DOWN, ICON_REQUEST, ICON_PROJECT, ICON_OPPORTUNITY, ICON_CONTENTION};

static enum icon incident_icon(const struct view_open_incident *i)
{
    if (i->level == LEVEL_RUNNING) return ICON_RUNNING;
    if (i->level == LEVEL_DOWN) return ICON_DOWN;
    if (i->level == LEVEL_DEGRADED) return ICON_DEGRADED;
    return kind_icons[i->kind];
}

static enum theme_token incident_color(const struct view_open_incident *i)
{
    static const enum theme_token colors[LEVEL_COUNT] = {THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM};
    return colors[i->level];
}

static void incident_pills(struct console *c, struct rect *r, const struct view_open_incident *i)
{
    for (int p = i->pill_count - 1; p >= 0; p--) {
        float width = ui_pill_width(c->ui, 12, i->pills[p].text);
        if (width > r->w * 0.5f) continue;
        struct rect box = rect_cut_right(r, width);
        ui_pill(c->ui, box.x, box.y + (box.h - ui_pill_height(c->ui, 12)) / 2, 12, tone_color(i->pills[p].tone), tone_panel(i->pills[p].tone), i->pills[p].text);
        rect_cut_right(r, px(c, 6));
    }
}

static void incident_row(struct console *c, struct rect r, const struct view_open_incident *i, int number)
{
    char key[8];
    snprintf(key, sizeof key, "%d", number);
    const char *cap = number <= 9 && !c->memory->observing && c->memory->panel == PANEL_NONE ? key : "";
    if (ui_row(c->ui, r, i->title, cap, i->selected ? UI_SELECTED : 0)) {
        c->memory->focus.incident = i->id;
        c->memory->focus.customer = NOBODY;
    }
    rect_cut_left(&r, px(c, 10));
    ui_keycap(c->ui, rect_inset(rect_cut_left(&r, px(c, 22)), 0, (r.h - px(c, 22)) / 2), key);
    rect_cut_left(&r, px(c, 10));
    struct rect mark = rect_cut_left(&r, px(c, 24));
    mark = (struct rect){mark.x, mark.y + (mark.h - px(c, 16)) / 2, px(c, 16), px(c, 16)};
    draw_state_mark(ui_list(c->ui), incident_icon(i), mark, shade(c, incident_color(i)));
    rect_cut_right(&r, px(c, 8));
    incident_pills(c, &r, i);
    float width = ui_text_width(c->ui, 15, WEIGHT_SEMIBOLD, i->title) + px(c, 2), who = ui_text_width(c->ui, 14, WEIGHT_REGULAR, i->who);
    float most = r.w - who - px(c, 12);
    if (most < r.w * 0.5f) most = r.w * 0.5f;
    console_fitted(c, rect_cut_left(&r, width < most ? width : most), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, i->title);
    rect_cut_left(&r, px(c, 10));
    console_fitted(c, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, i->who);
}

/* Below the incidents the acts keep a height at which their buttons can be read. */
enum { ACTS_LEAST = 356, ROW_FEW = 36, ROW_MANY = 32, ROWS_FEW = 3, IDLE = 24 };

static float incident_row_height(const struct console *c) { return px(c, c->view->open_count > ROWS_FEW ? ROW_MANY : ROW_FEW); }

/* Whoever calls while another customer is in focus, else NULL. */
static const struct view_customer *caller(const struct console *c)
{
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].calling && c->view->customers[i].id != c->view->customer) return &c->view->customers[i];
    return NULL;
}

static int idle_shows(const struct console *c)
{
    return (c->view->help.idle_text[0] != '\0' || caller(c)) && !(c->narrow && console_panel_is_open(c));
}

/* Somebody calls, or has been free for long although work waits for them. */
static void idle_line(struct console *c, struct rect head)
{
    const struct view_customer *who = caller(c);
    const char *line = who ? text_fill(ui_arena(c->ui), "console.is-calling", "key", who->key, "customer", who->first, NULL) : c->view->help.idle_text;
    if (!c->narrow) rect_cut_left(&head, ui_text_width(c->ui, 13, WEIGHT_MEDIUM, text("console.open")) + px(c, 14));
    console_fitted(c, head, 13, WEIGHT_MEDIUM, THEME_WARN, c->narrow ? ALIGN_LEFT : ALIGN_RIGHT, line);
}

static void incidents_head(struct console *c, struct rect *r)
{
    int idle = idle_shows(c);
    struct rect head = *r;
    if (c->narrow && idle) rect_cut_top(r, px(c, IDLE));
    else console_heading_wide(c, r, text("console.open"));
    head.h -= r->h;
    if (idle) idle_line(c, head);
}

float console_incident_rows(struct console *c, int most)
{
    int count = c->view->open_count < most ? c->view->open_count : most;
    return px(c, idle_shows(c) ? IDLE : 4) + incident_row_height(c) * (float)(count > 0 ? count : 1);
}

void console_incidents(struct console *c, struct rect *r)
{
    ui_scope_push(c->ui, "incidents");
    incidents_head(c, r);
    int count = c->view->open_count;
    float row = incident_row_height(c);
    int most = c->narrow && console_panel_is_open(c) ? 1 : c->stacked ? 2 : (int)((r->h - px(c, ACTS_LEAST)) / row), shown;
    if (most < 2 && !c->narrow) most = 2;
    shown = count < most ? count : most;
    struct rect list = rect_cut_top(r, row * (float)(shown ? shown : 1));
    if (!count) ui_text(c->ui, list, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 2, text("console.nothing-open"));
    struct rect inner = ui_scroll_begin(c->ui, "open", list, row * (float)(most > 1 ? count : 1));
    for (int i = 0; i < count; i++)
        if (most > 1 || c->view->open[i].selected) incident_row(c, rect_cut_top(&inner, row), &c->view->open[i], i + 1);
    ui_scroll_end(c->ui);
    ui_scope_pop(c->ui);
}

/* While an update is composed, choosing a known fact tells or keeps it; else it opens what comes next: what is known is
 * told, what only the customer knows is asked, what nobody knows is worked on. */
static void fact_choice(struct console *c, struct rect box, const struct view_fact *f, const char *line)
{
    static const enum console_panel next[] = {PANEL_UPDATE, PANEL_ASK, PANEL_WORK, PANEL_WORK};
    int composing = c->memory->panel == PANEL_UPDATE && f->bit && f->state == VIEW_FACT_KNOWN;
    if (!composing && c->memory->panel != PANEL_NONE) return;
    int told = composing && (c->view->preview_facts & f->bit) != 0;
    if (!ui_row(c->ui, box, line, "", told ? UI_SELECTED : UI_QUIET)) return;
    if (composing) c->memory->focus.draft.update.facts = (int32_t)(c->view->preview_facts ^ f->bit);
    else if (console_has_focus(c)) console_open(c, next[f->state]);
}

enum { FACT_LINES = 9, FACT_MARGINS = 52 };

static char *fact_line(struct console *c, const struct view_fact *f) { return arena_printf(ui_arena(c->ui), "%s. %s", f->kind, f->text); }

static float fact_height(struct console *c, const struct view_fact *f, float width)
{
    return ui_text_height(c->ui, 14, WEIGHT_REGULAR, width - px(c, FACT_MARGINS), fact_line(c, f), FACT_LINES) + px(c, 13);
}

static void fact_row(struct console *c, struct rect *r, const struct view_fact *f)
{
    static const enum icon icons[] = {ICON_CHECK, ICON_QUESTION, ICON_QUESTION, ICON_WORKING};
    static const enum theme_token colors[] = {THEME_GOOD, THEME_WARN, THEME_TEXT_FAINT, THEME_WARN};
    enum theme_token color = f->state == VIEW_FACT_KNOWN || f->state == VIEW_FACT_WORKING ? THEME_TEXT : THEME_TEXT_DIM;
    char *line = fact_line(c, f);
    struct rect box = rect_cut_top(r, fact_height(c, f, r->w));
    console_line(c, rect_cut_bottom(&box, 1));
    fact_choice(c, box, f, line);
    struct draw_font icon = {.size = pt(c, 16), .weight = WEIGHT_ICON};
    struct rect mark = rect_cut_left(&box, px(c, 26));
    mark.h = px(c, 30);
    draw_text(ui_list(c->ui), mark, &icon, shade(c, colors[f->state]), ALIGN_LEFT, icon_text(icons[f->state]));
    struct rect told = rect_cut_right(&box, px(c, 26));
    told.h = px(c, 30);
    if (f->told) draw_text(ui_list(c->ui), told, &icon, shade(c, THEME_CUSTOMER), ALIGN_RIGHT, icon_text(ICON_SOUND));
    ui_text(c->ui, rect_inset(box, 0, px(c, 6)), 14, WEIGHT_REGULAR, color, ALIGN_LEFT, FACT_LINES, line);
}

static float lesson_height(struct console *c, float width)
{
    return c->view->lesson[0] ? ui_text_height(c->ui, 13, WEIGHT_REGULAR, width, c->view->lesson, FACT_LINES) : 0;
}

float console_facts_height(struct console *c, float width)
{
    if (c->view->incident == NOBODY) return px(c, 60);
    float height = px(c, 12) + lesson_height(c, width);
    for (int i = 0; i < c->view->fact_count; i++) height += fact_height(c, &c->view->facts[i], width);
    return height;
}

/* What does not fit scrolls; the bar takes of the width, and the lines may be more for it. */
static void known_facts(struct console *c, struct rect r)
{
    enum { BAR = 12 };
    float height = console_facts_height(c, r.w);
    if (height > r.h) height = console_facts_height(c, r.w - px(c, BAR));
    struct rect inner = ui_scroll_begin(c->ui, "known", r, height);
    for (int i = 0; i < c->view->fact_count; i++) fact_row(c, &inner, &c->view->facts[i]);
    rect_cut_top(&inner, px(c, 8));
    if (c->view->lesson[0]) ui_text(c->ui, rect_cut_top(&inner, lesson_height(c, inner.w)), 13, WEIGHT_REGULAR, THEME_LEARN, ALIGN_LEFT, FACT_LINES, c->view->lesson);
    ui_scroll_end(c->ui);
}

void console_facts(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "facts");
    console_heading_wide(c, &r, text("console.knows"));
    if (c->view->incident == NOBODY) ui_text(c->ui, rect_cut_top(&r, px(c, 60)), 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 3, text("console.knows.nothing"));
    else known_facts(c, r);
    ui_scope_pop(c->ui);
}

struct act_button { const char *label, *key; enum console_panel panel; enum sim_command_kind direct; int needs_open; };
static const struct act_button act_buttons[] = {
    {"console.act.acknowledge", "A", PANEL_NONE, SIM_CMD_ACKNOWLEDGE, 1}, {"console.act.ask", "Q", PANEL_ASK, SIM_CMD_ASK, 1},
    {"console.act.update", "U", PANEL_UPDATE, SIM_CMD_UPDATE, 1},         {"console.act.work", "W", PANEL_WORK, SIM_CMD_WORK, 1},
    {"console.act.promise", "P", PANEL_PROMISE, SIM_CMD_PROMISE, 1},      {"console.act.renegotiate", "K", PANEL_MOVE, SIM_CMD_RENEGOTIATE, 0},
    {"console.act.hand-priority", "T", PANEL_PRIORITY, SIM_CMD_HAND_PRIORITY, 1}, {"console.act.decide", "X", PANEL_DECIDE, SIM_CMD_REFUSE, 1},
    {"console.act.verify", "V", PANEL_NONE, SIM_CMD_VERIFY, 1},           {"console.act.close", "C", PANEL_NONE, SIM_CMD_CLOSE, 1},
    {"console.act.apologise", "J", PANEL_NONE, SIM_CMD_APOLOGISE, 1},     {"console.act.blame", "B", PANEL_BLAME, SIM_CMD_BLAME, 1},
    {"console.act.complaint", "L", PANEL_COMPLAINT, SIM_CMD_LOG_COMPLAINT, 1}, {"console.act.help", "E", PANEL_NONE, SIM_CMD_PROACTIVE, 1},
    {"console.act.conditions", "M", PANEL_NONE, SIM_CMD_AGREE_CONDITIONS, 1},  {"console.act.improvise", "I", PANEL_IMPROVISE, SIM_CMD_INJECT, 0},
};
enum { ACT_BUTTONS = sizeof act_buttons / sizeof act_buttons[0] };

static void act_direct(struct console *c, enum sim_command_kind kind)
{
    struct sim_command command = console_act(c, kind);
    incident_id i = c->view->incident;
    customer_id to = c->view->customer;
    if (kind == SIM_CMD_ACKNOWLEDGE) command.acknowledge.incident = i, command.acknowledge.customer = to;
    else if (kind == SIM_CMD_VERIFY) command.verify.incident = i, command.verify.customer = to;
    else if (kind == SIM_CMD_CLOSE) command.close.incident = i;
    else if (kind == SIM_CMD_APOLOGISE) command.apologise.customer = to, command.apologise.incident = i, command.apologise.act = 0;
    else if (kind == SIM_CMD_PROACTIVE) command.proactive.customer = to, command.proactive.incident = i, command.proactive.unasked = 1;
    else if (kind == SIM_CMD_AGREE_CONDITIONS && c->view->agreed) {
        command = console_act(c, SIM_CMD_RETEST_CONDITIONS);
        command.retest_conditions.incident = i;
        command.retest_conditions.milestone = c->view->milestone;
    } else if (kind == SIM_CMD_AGREE_CONDITIONS) command.agree_conditions.incident = i, command.agree_conditions.customer = to;
    console_send(c, &command, NULL, NULL);
}

static int act_is_possible(const struct console *c, const struct act_button *b)
{
    if (b->needs_open && !console_has_focus(c)) return 0;
    if (b->direct == SIM_CMD_RENEGOTIATE) return c->view->promise_count > 0;
    if (b->direct == SIM_CMD_HAND_PRIORITY) return c->view->option_count > 0;
    return b->direct != SIM_CMD_AGREE_CONDITIONS || c->view->has_conditions;
}

static void act_button(struct console *c, struct rect r, const struct act_button *b)
{
    int flags = act_is_possible(c, b) ? 0 : UI_DISABLED;
    if (b->panel != PANEL_NONE && c->memory->panel == b->panel) flags |= UI_PRIMARY;
    const char *label = text(b->direct == SIM_CMD_AGREE_CONDITIONS && c->view->agreed ? "console.act.re-test" : b->label);
    if (!ui_button(c->ui, r, label, c->memory->panel == PANEL_NONE ? b->key : "", flags)) return;
    if (b->panel == PANEL_NONE) act_direct(c, b->direct);
    else if (c->memory->panel == b->panel) console_close(c);
    else console_open(c, b->panel);
}

void console_choose_customer(struct console *c, const struct view_customer *who)
{
    struct console_focus *focus = &c->memory->focus;
    if (c->memory->panel == PANEL_NONE && !who->concerned && who->own != NOBODY) focus->incident = who->own;
    focus->customer = who->id;
}

/* Who is talked to: F1 to F5 and F7, the incident's reporter unless another is chosen. */
static void to_whom(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "to");
    for (int i = 0; i < c->view->customer_count; i++) {
        const struct view_customer *who = &c->view->customers[i];
        int chosen = who->id == c->view->customer;
        if (ui_choice(c->ui, rect_column(r, i, c->view->customer_count, px(c, 6)), who->first, who->key, UI_SMALL | (chosen ? UI_SELECTED : 0)))
            console_choose_customer(c, who);
    }
    ui_scope_pop(c->ui);
}

static const char *first_name(const struct console *c, customer_id id)
{
    for (int i = 0; i < c->view->customer_count; i++)
        if (c->view->customers[i].id == id) return c->view->customers[i].first;
    return "";
}

static const char *clock_of(struct console *c, int32_t at)
{
    struct str s = {0};
    str_append_clock(&s, at);
    char *copy = arena_dup(ui_arena(c->ui), str_text(&s));
    str_release(&s);
    return copy;
}

static void fill_mark(struct console *c, int index)
{
    struct console_memory *m = c->memory;
    m->filling = index;
    m->focus.said = m->marks[index].at;
    m->focus.customer = m->marks[index].customer;
    console_tell(m, TONE_WARN, text_fill(ui_arena(c->ui), "console.filling", "time", clock_of(c, m->marks[index].at), NULL));
}

static void mark_button(struct console *c, struct rect *r)
{
    const char *label = text(c->memory->mark_count ? "console.mark.short" : "console.mark");
    float width = ui_button_width(c->ui, label, "PgDn", UI_SMALL);
    struct rect box = rect_cut_left(r, width < r->w ? width : r->w);
    rect_cut_left(r, px(c, 6));
    if (ui_button(c->ui, box, label, "PgDn", UI_SMALL | (c->view->customer == NOBODY ? UI_DISABLED : 0))) wish_number(c->wishes, WISH_MARK, c->view->customer);
}

/* Marks wait to be filled in; the stepper sets "said at" for an act that nobody marked. */
static void said_line(struct console *c, struct rect r)
{
    struct console_memory *m = c->memory;
    ui_scope_push(c->ui, "said");
    int32_t said = m->focus.said == SIM_NOW ? c->view->now : m->focus.said;
    const char *when = m->focus.said == SIM_NOW ? text("console.said-now") : clock_of(c, said);
    int step = ui_stepper(c->ui, rect_cut_right(&r, px(c, 196)), text("console.said"), when, "[", "]", UI_SMALL);
    if (step) {
        int32_t at = said + step * 60;
        if (at < c->view->now - LIMIT_BACKDATE) at = c->view->now - LIMIT_BACKDATE;
        m->focus.said = at >= c->view->now ? SIM_NOW : at;
        m->filling = -1;
    }
    rect_cut_right(&r, px(c, 8));
    mark_button(c, &r);
    for (int i = 0; i < m->mark_count; i++) {
        char *label = text_fill(ui_arena(c->ui), "console.mark-chip", "time", clock_of(c, m->marks[i].at), "customer", first_name(c, m->marks[i].customer), NULL);
        float width = ui_button_width(c->ui, label, i == 0 ? "0" : "", UI_SMALL);
        if (r.w < width && i > 0) break;
        struct rect box = rect_cut_left(&r, width < r.w ? width : r.w);
        if (ui_choice(c->ui, box, label, i == 0 ? "0" : "", UI_SMALL | (m->filling == i ? UI_SELECTED : 0))) fill_mark(c, i);
        rect_cut_left(&r, px(c, 6));
    }
    ui_scope_pop(c->ui);
}

static void toast(struct console *c, struct rect r)
{
    if (c->memory->toast[0])
        ui_text(c->ui, r, 14, WEIGHT_SEMIBOLD, tone_color(c->memory->toast_tone), ALIGN_LEFT, 2, c->memory->toast);
}

/* The grid leaves room below it for what came of the last act. */
enum { TOAST = 40, GRID_ROW = 38, THREE_COLUMNS = 560, ABOVE_GRID = 30 + 7 + 30 + 9 };

static int grid_columns(const struct console *c, float width) { return width >= px(c, THREE_COLUMNS) ? 3 : 2; }

static int grid_rows(const struct console *c, float width)
{
    int columns = grid_columns(c, width);
    return (ACT_BUTTONS + columns - 1) / columns;
}

static void act_grid(struct console *c, struct rect *r)
{
    float step = px(c, GRID_ROW), gap = px(c, 7);
    int columns = grid_columns(c, r->w), rows = grid_rows(c, r->w);
    float room = r->h - px(c, TOAST);
    if ((float)rows * step > room) step = room / (float)rows;
    for (int i = 0; i < rows; i++) {
        struct rect line = rect_cut_top(r, step);
        line.h -= gap * (step / px(c, GRID_ROW));
        for (int k = 0; k < columns && i * columns + k < ACT_BUTTONS; k++)
            act_button(c, rect_column(line, k, columns, px(c, 8)), &act_buttons[i * columns + k]);
    }
}

float console_acts_height(struct console *c, float width)
{
    float heading = px(c, c->narrow ? 4 : 28);
    if (console_panel_is_open(c)) return heading + px(c, ABOVE_GRID) + console_panel_height(c, width) + (c->memory->toast[0] ? px(c, TOAST) : 0);
    return heading + px(c, ABOVE_GRID + TOAST) + px(c, GRID_ROW) * (float)grid_rows(c, width);
}

void console_acts(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "acts");
    struct console_memory *m = c->memory;
    console_heading_wide(c, &r, text(m->panel == PANEL_NONE ? "console.does" : m->panel == PANEL_UPDATE ? "help.at-once" : "console.does-standing"));
    to_whom(c, rect_cut_top(&r, px(c, 30)));
    rect_cut_top(&r, px(c, 7));
    said_line(c, rect_cut_top(&r, px(c, 30)));
    rect_cut_top(&r, px(c, 9));
    int panel = console_panel_is_open(c);
    float needed = panel ? console_panel_height(c, r.w) : px(c, 40);
    float grid = px(c, GRID_ROW) * (float)grid_rows(c, r.w);
    if (!panel || r.h >= grid + px(c, TOAST) + needed) act_grid(c, &r);
    /* In a panel it can only be a refusal: opening one wipes what came before. */
    struct rect told = panel && m->toast[0] ? rect_cut_bottom(&r, px(c, TOAST)) : r;
    if (panel) console_panel_draw(c, r);
    toast(c, told);
    ui_scope_pop(c->ui);
}
