#include "console_parts.h"

static void evidence_content(struct console *c, struct rect r, const struct view_evidence *e, int picked)
{
    struct draw_font plain = {.size = pt(c, 14), .weight = WEIGHT_REGULAR, .tabular = 1};
    draw_text(ui_list(c->ui), rect_cut_left(&r, px(c, 50)), &plain, shade(c, THEME_TEXT_DIM), ALIGN_LEFT, e->time);
    float tag = ui_pill(c->ui, r.x, r.y + (r.h - px(c, 21)) / 2, 12, tone_color(e->tone), tone_panel(e->tone), e->tag);
    rect_cut_left(&r, tag + px(c, 9));
    if (picked && e->disputable) {
        struct rect cap = rect_inset(rect_cut_right(&r, px(c, 24)), 0, (r.h - px(c, 22)) / 2);
        ui_keycap(c->ui, cap, "D");
        rect_cut_right(&r, px(c, 8));
    }
    float width = ui_text_width(c->ui, 14, WEIGHT_REGULAR, e->text) + px(c, 10);
    struct rect words = rect_cut_left(&r, width < r.w ? width : r.w);
    draw_text(ui_list(c->ui), words, &plain, shade(c, e->disputed ? THEME_TEXT_DIM : THEME_TEXT), ALIGN_LEFT, e->text);
    rect_cut_left(&r, px(c, 6));
    if (r.w >= ui_text_width(c->ui, 14, WEIGHT_REGULAR, e->note)) draw_text(ui_list(c->ui), r, &plain, shade(c, THEME_TEXT_DIM), ALIGN_LEFT, e->note);
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

static void evidence_buttons(struct console *c, struct rect r, int at)
{
    int off = at < 0 ? UI_DISABLED : 0;
    int free = c->memory->panel == PANEL_NONE;
    const char *dispute = at >= 0 && c->view->evidence[at].disputed ? "console.undispute" : "console.dispute";
    if (ui_button(c->ui, rect_cut_right(&r, px(c, 116)), text("console.undo"), "Ctrl+Z", UI_SMALL | UI_QUIET)) wish(c->wishes, WISH_UNDO);
    rect_cut_right(&r, px(c, 6));
    if (ui_button(c->ui, rect_cut_right(&r, px(c, 128)), text("console.overrule-button"), free ? "Z" : "", UI_SMALL | UI_QUIET | off)) {
        c->memory->evidence = at;
        console_open(c, PANEL_OVERRULE);
    }
    rect_cut_right(&r, px(c, 6));
    if (ui_button(c->ui, rect_cut_right(&r, px(c, 118)), text(dispute), free ? "D" : "", UI_SMALL | UI_QUIET | off))
        evidence_dispute(c, at);
}

void console_evidence(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "evidence");
    int at = target(c);
    struct rect head = rect_cut_top(&r, px(c, 32));
    struct rect buttons = rect_cut_right(&head, px(c, 380));
    ui_text(c->ui, head, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, text("console.evidence"));
    evidence_buttons(c, rect_inset(buttons, 0, px(c, 2)), at);
    float step = px(c, 29);
    if (!c->view->evidence_count) ui_text(c->ui, rect_cut_top(&r, px(c, 40)), 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 2, text("console.evidence.none"));
    struct rect inner = ui_scroll_begin(c->ui, "log", r, step * (float)c->view->evidence_count);
    for (int i = 0; i < c->view->evidence_count; i++) {
        struct rect line = rect_cut_top(&inner, step);
        const struct view_evidence *e = &c->view->evidence[i];
        char *label = arena_printf(ui_arena(c->ui), "%s %s: %s", e->time, e->tag, e->text);
        if (ui_row(c->ui, line, label, "", (i == c->memory->evidence ? UI_SELECTED : 0) | UI_QUIET))
            c->memory->evidence = c->memory->evidence == i ? -1 : i;
        evidence_content(c, rect_inset(line, px(c, 2), 0), e, i == at);
    }
    ui_scroll_end(c->ui);
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

void console_observations(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "observe");
    struct console_memory *m = c->memory;
    int free = m->panel == PANEL_NONE;
    struct rect head = rect_cut_top(&r, px(c, 32));
    const char *sound = text(m->muted ? "console.muted" : "console.sound");
    struct rect mute = rect_cut_right(&head, ui_button_width(c->ui, sound, "Ctrl+M", UI_SMALL));
    if (ui_button(c->ui, rect_inset(mute, 0, px(c, 2)), sound, "Ctrl+M", UI_SMALL | UI_QUIET)) wish(c->wishes, WISH_MUTE);
    ui_text(c->ui, head, 13, WEIGHT_MEDIUM, m->observing ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_LEFT, 0,
            text(m->observing ? "console.see.now" : "console.see"));
    if (free && ui_shortcut(c->ui, "O")) m->observing = !m->observing;
    int cells = c->view->marker_count + 2, rows = (cells + 1) / 2;
    float step = r.h / (float)rows;
    if (step > px(c, 42)) step = px(c, 42);
    for (int i = 0; i < cells; i++) {
        struct rect box = {r.x + (float)(i / rows) * (r.w + px(c, 8)) / 2, r.y + (float)(i % rows) * step, (r.w - px(c, 8)) / 2, step - px(c, 6)};
        char *key = arena_printf(ui_arena(c->ui), "%d", i + 1);
        if (i < c->view->marker_count) {
            struct rect cap = rect_cut_left(&box, px(c, 26));
            cap.w = px(c, 22);
            ui_keycap(c->ui, rect_inset(cap, 0, (cap.h - px(c, 22)) / 2), key);
            if (ui_button(c->ui, box, c->view->markers[i], "", UI_SMALL | (m->observing ? UI_PRIMARY : 0)) || (m->observing && ui_shortcut(c->ui, key)))
                observe(c, i);
        } else if (i == c->view->marker_count) {
            if (ui_button(c->ui, box, text("console.note.button"), free ? "N" : "", UI_SMALL)) console_open(c, PANEL_NOTE);
        } else if (ui_button(c->ui, box, text("console.voucher.button"), free ? "G" : "", UI_SMALL)) {
            console_open(c, PANEL_VOUCHER);
        }
    }
    ui_scope_pop(c->ui);
}
