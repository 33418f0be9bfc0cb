#include "console_parts.h"
#include <math.h>

enum { WORDS_LINES = 7, EVIDENCE_LINE = 19, EVIDENCE_MARGIN = 10, EVIDENCE_TIME = 50, DISPUTE_CAP = 32 };

static int shows_cap(const struct view_evidence *e, int picked) { return picked && e->disputable; }

/* What is left for the words beside time, tag and cap. */
static float words_width(struct console *c, const struct view_evidence *e, float width, int picked)
{
    return width - px(c, 4 + EVIDENCE_TIME + 9) - ui_pill_width(c->ui, 12, e->tag) - (shows_cap(e, picked) ? px(c, DISPUTE_CAP) : 0);
}

/* The note stands behind the words where both have one line, else it ends them. */
static int note_stands_apart(struct console *c, const struct view_evidence *e, float room)
{
    return ui_text_width(c->ui, 14, WEIGHT_REGULAR, e->text) + px(c, 16) + ui_text_width(c->ui, 14, WEIGHT_REGULAR, e->note) <= room;
}

static const char *evidence_words(struct console *c, const struct view_evidence *e, float room)
{
    if (!e->note[0] || note_stands_apart(c, e, room)) return e->text;
    return arena_printf(ui_arena(c->ui), "%s, %s", e->text, e->note);
}

static float evidence_height(struct console *c, const struct view_evidence *e, float width, int picked)
{
    float room = words_width(c, e, width, picked);
    float lines = ui_text_height(c->ui, 14, WEIGHT_REGULAR, room, evidence_words(c, e, room), WORDS_LINES) / ui_leading(c->ui, 14);
    return px(c, EVIDENCE_MARGIN) + px(c, EVIDENCE_LINE) * (lines < 1 ? 1 : floorf(lines + 0.5f));
}

static void evidence_content(struct console *c, struct rect r, const struct view_evidence *e, int picked)
{
    struct draw_font plain = {.size = pt(c, 14), .weight = WEIGHT_REGULAR, .tabular = 1};
    float room = words_width(c, e, r.w + px(c, 4), picked), first = px(c, EVIDENCE_MARGIN + EVIDENCE_LINE);
    struct rect line = {r.x, r.y, r.w, first};
    draw_text(ui_list(c->ui), rect_cut_left(&line, px(c, EVIDENCE_TIME)), &plain, shade(c, THEME_TEXT_DIM), ALIGN_LEFT, e->time);
    float tag = ui_pill(c->ui, line.x, line.y + (first - ui_pill_height(c->ui, 12)) / 2, 12, tone_color(e->tone), tone_panel(e->tone), e->tag);
    if (shows_cap(e, picked)) ui_keycap(c->ui, rect_inset((struct rect){r.x + r.w - px(c, 24), r.y, px(c, 24), first}, 0, (first - px(c, 22)) / 2), "D");
    struct rect words = {line.x + tag + px(c, 9), r.y + px(c, EVIDENCE_MARGIN / 2), room, r.h - px(c, EVIDENCE_MARGIN)};
    draw_wrapped(ui_list(c->ui), words, &plain, shade(c, e->disputed ? THEME_TEXT_DIM : THEME_TEXT), ALIGN_LEFT, px(c, EVIDENCE_LINE), WORDS_LINES,
                 evidence_words(c, e, room));
    if (!e->note[0] || !note_stands_apart(c, e, room)) return;
    rect_cut_left(&words, ui_text_width(c->ui, 14, WEIGHT_REGULAR, e->text) + px(c, 14));
    words.h = px(c, EVIDENCE_LINE);
    draw_text(ui_list(c->ui), words, &plain, shade(c, THEME_TEXT_DIM), ALIGN_LEFT, e->note);
}

/* The line that D and Ctrl+O act on: the picked one, else the newest that can be disputed. */
static int target(const struct console *c)
{
    const struct view_console *v = c->view;
    int picked = c->memory->evidence;
    if (picked >= 0 && picked < v->evidence_count && v->evidence[picked].disputable) return picked;
    for (int i = 0; i < v->evidence_count; i++)
        if (v->evidence[i].disputable && v->evidence[i].tone != TONE_GOOD && !v->evidence[i].disputed) return i;
    for (int i = 0; i < v->evidence_count; i++)
        if (v->evidence[i].disputable) return i;
    return -1;
}

static void evidence_dispute(struct console *c, int at)
{
    const struct view_evidence *e = &c->view->evidence[at];
    wish_command(c->wishes, &e->dispute, NULL, NULL);
    c->memory->evidence = at + 1;   /* the dispute itself is written above it */
    console_tell(c->memory, TONE_TEAM, text_fill(ui_arena(c->ui), e->disputed ? "console.undisputed.told" : "console.disputed.told", "what", e->text, NULL));
}

static int head_button(struct console *c, struct rect *r, const char *label, const char *key, int flags)
{
    struct rect box = rect_cut_right(r, ui_button_width(c->ui, label, key, UI_SMALL));
    rect_cut_right(r, px(c, 6));
    return ui_button(c->ui, rect_inset(box, 0, px(c, 2)), label, key, flags | UI_SMALL | UI_QUIET);
}

static void mute_button(struct console *c, struct rect *head)
{
    if (head_button(c, head, text(c->memory->muted ? "console.muted" : "console.sound"), "Ctrl+M", 0)) wish(c->wishes, WISH_MUTE);
}

static void evidence_buttons(struct console *c, struct rect *head, int at)
{
    int off = at < 0 ? UI_DISABLED : 0;
    int free = c->memory->panel == PANEL_NONE;
    const char *dispute = at >= 0 && c->view->evidence[at].disputed ? "console.undispute" : "console.dispute";
    if (!c->narrow) mute_button(c, head);
    if (head_button(c, head, text("console.undo"), "Ctrl+Z", 0)) wish(c->wishes, WISH_UNDO);
    if (head_button(c, head, text("console.overrule-button"), free ? "Z" : "", off)) {
        c->memory->evidence = at;
        console_open(c, PANEL_OVERRULE);
    }
    if (head_button(c, head, text(dispute), free ? "D" : "", off)) evidence_dispute(c, at);
}

static void evidence_row(struct console *c, struct rect line, int i, int at)
{
    const struct view_evidence *e = &c->view->evidence[i];
    char *label = arena_printf(ui_arena(c->ui), "%s %s: %s", e->time, e->tag, e->text);
    if (ui_row(c->ui, line, label, "", (i == c->memory->evidence ? UI_SELECTED : 0) | UI_QUIET))
        c->memory->evidence = c->memory->evidence == i ? -1 : i;
    evidence_content(c, rect_inset(line, px(c, 2), 0), e, i == at);
}

static void evidence_list(struct console *c, struct rect r, int at)
{
    enum { BAR = 12 };
    int count = c->view->evidence_count;
    float *heights = arena_array(ui_arena(c->ui), (size_t)(count ? count : 1), sizeof *heights), total = 0;
    for (int i = 0; i < count; i++) total += heights[i] = evidence_height(c, &c->view->evidence[i], r.w - px(c, BAR), i == at);
    struct rect inner = ui_scroll_begin(c->ui, "log", r, total);
    for (int i = 0; i < count; i++) evidence_row(c, rect_cut_top(&inner, heights[i]), i, at);
    ui_scroll_end(c->ui);
}

void console_evidence(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "evidence");
    int at = target(c);
    struct rect head = rect_cut_top(&r, px(c, 32));
    evidence_buttons(c, &head, at);
    ui_text(c->ui, head, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("console.evidence"));
    if (!c->view->evidence_count) ui_text(c->ui, rect_cut_top(&r, px(c, 40)), 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 2, text("console.evidence.none"));
    evidence_list(c, r, at);
    ui_scope_pop(c->ui);
}

static void observe(struct console *c, int marker)
{
    struct sim_command command = console_act(c, SIM_CMD_OBSERVE);
    command.observe.marker = marker;
    command.observe.member = NOBODY;
    command.observe.customer = NOBODY;
    wish_command(c->wishes, &command, NULL, NULL);
    c->memory->observing = 0;
}

static void marker_cell(struct console *c, struct rect box, int i)
{
    char *key = arena_printf(ui_arena(c->ui), "%d", i + 1);
    struct rect cap = rect_cut_left(&box, px(c, 26));
    cap.w = px(c, 22);
    ui_keycap(c->ui, rect_inset(cap, 0, (cap.h - px(c, 22)) / 2), key);
    int observing = c->memory->observing;
    if (ui_button(c->ui, box, c->view->markers[i], "", UI_SMALL | (observing ? UI_PRIMARY : 0)) || (observing && ui_shortcut(c->ui, key)))
        observe(c, i);
}

static void note_and_voucher(struct console *c, struct rect *head)
{
    int free = c->memory->panel == PANEL_NONE;
    if (head_button(c, head, text("console.voucher.button"), free ? "G" : "", 0)) console_open(c, PANEL_VOUCHER);
    if (head_button(c, head, text("console.note.button"), free ? "N" : "", 0)) console_open(c, PANEL_NOTE);
}

/* In a narrow window the key for the sound stands here, and what is written by hand goes below the markers. */
static void observations_head(struct console *c, struct rect *r)
{
    int observing = c->memory->observing;
    struct rect head = rect_cut_top(r, px(c, 32));
    if (c->narrow) mute_button(c, &head);
    else note_and_voucher(c, &head);
    ui_text(c->ui, head, 13, WEIGHT_MEDIUM, observing ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_LEFT, 0, text(observing ? "console.see.now" : "console.see"));
    if (!c->narrow) return;
    struct rect foot = rect_cut_bottom(r, px(c, 32));
    note_and_voucher(c, &foot);
}

enum { CELL = 42, CELL_LEAST = 34, CELL_WIDTH = 225 };   /* narrower, the words of a marker take more than two lines */

static int marker_columns(const struct console *c, struct rect r)
{
    return r.w / 2 < px(c, CELL_WIDTH) && r.h >= px(c, CELL_LEAST) * (float)c->view->marker_count ? 1 : 2;
}

void console_observations(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "observe");
    observations_head(c, &r);
    if (c->memory->panel == PANEL_NONE && ui_shortcut(c->ui, "O")) c->memory->observing = !c->memory->observing;
    int count = c->view->marker_count, columns = marker_columns(c, r), rows = (count + columns - 1) / columns;
    float step = rows ? r.h / (float)rows : 0;
    if (step > px(c, CELL)) step = px(c, CELL);
    for (int i = 0; i < count; i++) {
        struct rect box = rect_column(r, i / rows, columns, px(c, 8));
        marker_cell(c, (struct rect){box.x, r.y + (float)(i % rows) * step, box.w, step - px(c, 6)}, i);
    }
    ui_scope_pop(c->ui);
}
