#include "screens/console.h"
#include "console_parts.h"
#include <stdio.h>
#include <string.h>

void console_begin(struct console_memory *m)
{
    memset(m, 0, sizeof *m);
    m->focus.incident = m->focus.customer = NOBODY;
    m->focus.said = SIM_NOW;
    m->filling = m->promise = -1;
    m->who = m->sheet_item = NOBODY;
    m->evidence = -1;
    m->words.limit = m->says.limit = LIMIT_TEXT;
    m->words.multiline = 0;
    m->title.limit = LIMIT_TITLE;
}

void console_end(struct console_memory *m)
{
    ui_edit_release(&m->words);
    ui_edit_release(&m->title);
    ui_edit_release(&m->says);
}

const struct console_focus *console_focus_of(const struct console_memory *m) { return &m->focus; }

int console_holds_clock(const struct console_memory *m) { return m->panel != PANEL_NONE || m->filling >= 0; }

void console_tell(struct console_memory *m, enum tone tone, const char *sentence)
{
    m->toast_tone = tone;
    m->toast_at = -1;
    snprintf(m->toast, sizeof m->toast, "%s", sentence);
}

void console_round_begins(struct console_memory *m)
{
    m->mark_count = 0;
    m->filling = m->evidence = -1;
    m->focus.said = SIM_NOW;
    m->focus.incident = m->focus.customer = m->sheet_item = NOBODY;
    m->panel = PANEL_NONE;
    m->focus.composing = m->standing = m->observing = 0;
    m->toast[0] = '\0';
}

/* What was said at the foot of the acts is old after three fictional minutes. */
enum { TOAST_STAYS = 180 };

static void toast_ages(struct console_memory *m, int32_t now)
{
    if (m->toast_at < 0) m->toast_at = now;
    if (now > m->toast_at + TOAST_STAYS || now < m->toast_at) m->toast[0] = '\0';
}

void console_mark(struct console_memory *m, int32_t at, customer_id customer)
{
    if (m->mark_count == CONSOLE_MARKS) {
        memmove(m->marks, m->marks + 1, sizeof m->marks[0] * (CONSOLE_MARKS - 1));
        m->mark_count--;
        if (m->filling >= 0) m->filling--;
    }
    m->marks[m->mark_count++] = (struct console_mark){.at = at, .customer = customer};
}

static void mark_drop(struct console_memory *m, int index)
{
    memmove(m->marks + index, m->marks + index + 1, sizeof m->marks[0] * (size_t)(m->mark_count - index - 1));
    m->mark_count--;
    m->filling = -1;
}

/* An accepted act fills the mark it was recorded for; a refused one leaves everything as it was typed. */
void console_done(struct console_memory *m, int accepted)
{
    if (!m->recording) return;
    m->recording = 0;
    if (!accepted) return;
    if (m->filling >= 0 && m->filling < m->mark_count) mark_drop(m, m->filling);
    m->focus.said = SIM_NOW;
    m->panel = PANEL_NONE;
    m->focus.composing = 0;
    m->who = NOBODY;
    m->promise = -1;
    ui_edit_set(&m->words, "");
    ui_edit_set(&m->title, "");
    ui_edit_set(&m->says, "");
}

enum theme_token tone_color(enum tone tone)
{
    static const enum theme_token colors[] = {THEME_TEXT_DIM, THEME_GOOD, THEME_WARN, THEME_BAD, THEME_TEAM, THEME_LEARN};
    return colors[tone];
}

enum theme_token tone_panel(enum tone tone)
{
    static const enum theme_token panels[] = {THEME_NEUTRAL_PANEL, THEME_GOOD_PANEL, THEME_WARN_PANEL, THEME_BAD_PANEL,
                                              THEME_NEUTRAL_PANEL, THEME_LEARN_PANEL};
    return panels[tone];
}

float px(const struct console *c, float at_scale_one) { return ui_px(c->ui, at_scale_one); }
float pt(const struct console *c, float at_scale_one) { return at_scale_one * ui_scale(c->ui); }
uint32_t shade(const struct console *c, enum theme_token token) { return theme_color(ui_theme(c->ui), token); }

void console_heading(struct console *c, struct rect *r, const char *label)
{
    struct rect line = rect_cut_top(r, px(c, 28));
    ui_text(c->ui, line, 13, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, label);
}

void console_heading_wide(struct console *c, struct rect *r, const char *label)
{
    if (c->narrow) rect_cut_top(r, px(c, 4));
    else console_heading(c, r, label);
}

void console_line(struct console *c, struct rect r) { draw_rect(ui_list(c->ui), r, 0, shade(c, THEME_LINE)); }

/* Small letters need less between the lines than the usual. */
static const float CLOSE = 1.25f;
enum { SMALL_PRINT = 12 };

void console_fitted(struct console *c, struct rect r, float size, enum draw_weight weight, enum theme_token color, enum draw_align align, const char *words)
{
    float asked = size;
    while (size > asked - 2 && ui_text_width(c->ui, size, weight, words) > r.w) size--;
    int one_line = ui_text_width(c->ui, size, weight, words) <= r.w;
    float small = one_line ? size : SMALL_PRINT, leading = px(c, small * CLOSE);
    int room = (int)((r.h + 1) / leading);
    if (one_line || room < 2) {
        ui_text(c->ui, r, small, weight, color, align, 0, words);
        return;
    }
    float usual = ui_leading(c->ui, small);
    int taken = (int)(ui_text_height(c->ui, small, weight, r.w, words, room) / usual + 0.5f);
    if (usual * (float)taken <= r.h + 1) {
        float h = usual * (float)taken;
        ui_text(c->ui, (struct rect){r.x, r.y + (r.h - h) / 2, r.w, h}, small, weight, color, align, taken, words);
        return;
    }
    struct draw_font font = {.size = pt(c, small), .weight = weight};
    float h = leading * (float)taken;
    draw_wrapped(ui_list(c->ui), (struct rect){r.x, r.y + (r.h - h) / 2, r.w, h}, &font, shade(c, color), align, leading, room, words);
}

struct sim_command console_act(const struct console *c, enum sim_command_kind kind)
{
    struct sim_command command = sim_command_make(kind);
    command.said = c->memory->focus.said;
    return command;
}

void console_send(struct console *c, const struct sim_command *command, const char *first, const char *second)
{
    wish_command(c->wishes, command, first, second);
    console_sheet_release(c);
    c->memory->recording = 1;
}

void console_open(struct console *c, enum console_panel panel)
{
    struct console_memory *m = c->memory;
    console_sheet_release(c);
    m->panel = panel;
    m->who = NOBODY;
    m->promise = -1;
    m->toast[0] = '\0';
    memset(m->choice, 0, sizeof m->choice);
    ui_edit_set(&m->words, "");
    ui_edit_set(&m->title, "");
    ui_edit_set(&m->says, "");
    m->words.limit = panel == PANEL_VOUCHER ? CONSOLE_STORY : LIMIT_TEXT;   /* a story has to fit the stage */
    m->focus.composing = panel == PANEL_UPDATE;
    if (console_form_field(panel)) ui_focus(c->ui, UI_FIELD, text(console_form_field(panel)));
    if (panel == PANEL_OVERRULE) m->choice[0] = -1;
    if (panel == PANEL_UPDATE) {
        m->focus.draft = console_act(c, SIM_CMD_UPDATE);
        m->focus.draft.update.claim = CLAIM_DO_NOT_KNOW;
        m->focus.draft.update.facts = SIM_FACTS_DEFAULT;
        m->focus.draft.update.improvised = SIM_FACTS_DEFAULT;
        m->focus.draft.update.fix_by = m->focus.draft.update.next_call = -1;
        m->focus.draft.update.corrects = 0;
    }
}

void console_close(struct console *c)
{
    c->memory->panel = PANEL_NONE;
    c->memory->focus.composing = 0;
}

int console_has_focus(const struct console *c) { return c->view->incident != NOBODY && c->view->customer != NOBODY; }

int console_panel_is_open(const struct console *c) { return c->memory->panel != PANEL_NONE && !console_panel_is_form(c->memory->panel); }

/* The acts come first: what is known is longer the narrower it gets. */
static void stacked_pane(struct console *c, struct rect r)
{
    console_acts(c, rect_cut_top(&r, console_acts_height(c, r.w)));
    rect_cut_top(&r, px(c, 10));
    if (!console_panel_is_open(c)) console_facts(c, r);
}

static void center_pane(struct console *c, struct rect r)
{
    console_incidents(c, &r);
    rect_cut_top(&r, px(c, c->narrow ? 4 : 10));
    if (c->stacked) {
        stacked_pane(c, r);
        return;
    }
    if (c->narrow && console_panel_is_open(c)) {
        console_acts(c, r);
        return;
    }
    float acts_width = r.w * 0.5f;
    if (acts_width < px(c, 390)) acts_width = px(c, 390);
    struct rect acts = rect_cut_right(&r, acts_width);
    rect_cut_right(&r, px(c, 24));
    console_facts(c, r);
    console_acts(c, acts);
}

static float bottom_height(struct console *c, float height)
{
    float wanted = height * 0.24f, least = px(c, 186), most = px(c, 236);
    return wanted < least ? least : wanted > most ? most : wanted;
}

static void wide_layout(struct console *c, struct rect r)
{
    float bottom = bottom_height(c, r.h);
    struct rect low = rect_cut_bottom(&r, bottom);
    console_line(c, rect_cut_top(&low, 1));
    float side = r.w * 0.206f, least = px(c, 250);
    struct rect left = rect_cut_left(&r, side < least ? least : side);
    console_line(c, rect_cut_left(&r, 1));
    float wide = r.w * 0.26f, most = px(c, 372);
    struct rect right = rect_cut_right(&r, wide < px(c, 290) ? px(c, 290) : wide > most ? most : wide);
    console_line(c, rect_cut_right(&r, 1));
    float scores = px(c, 150);
    struct rect pane = rect_inset(left, px(c, 16), px(c, 10));
    struct rect foot = rect_cut_bottom(&pane, scores);
    console_sheet(c, pane);
    console_scores(c, foot);
    center_pane(c, rect_inset(r, px(c, 18), px(c, 10)));
    console_business(c, rect_inset(right, px(c, 18), px(c, 10)));
    low = rect_inset(low, px(c, 18), px(c, 8));
    float see = low.w * 0.4f;
    struct rect keys = rect_cut_right(&low, see);
    rect_cut_right(&low, px(c, 24));
    console_evidence(c, low);
    console_observations(c, keys);
}

static void tab_strip(struct console *c, struct rect r)
{
    static const char *const labels[TAB_COUNT] = {"console.tab.team", "console.tab.business", "console.tab.sheet", "console.tab.evidence"};
    static const char *const keys[TAB_COUNT] = {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"};
    for (int i = 0; i < TAB_COUNT; i++)
        if (ui_choice(c->ui, rect_column(r, i, TAB_COUNT, px(c, 8)), text(labels[i]), keys[i], (int)c->memory->tab == i ? UI_SELECTED : 0))
            c->memory->tab = (enum console_tab)i;
}

static void sheet_tab(struct console *c, struct rect r)
{
    struct rect scores = rect_cut_right(&r, r.w * 0.4f);
    rect_cut_right(&r, px(c, 24));
    console_sheet(c, r);
    console_scores(c, scores);
}

enum { OBSERVATIONS = 250 };

static void evidence_tab(struct console *c, struct rect r)
{
    struct rect keys = c->stacked ? rect_cut_top(&r, px(c, OBSERVATIONS)) : rect_cut_right(&r, r.w * 0.42f);
    if (c->stacked) rect_cut_top(&r, px(c, 10));
    else rect_cut_right(&r, px(c, 24));
    console_evidence(c, r);
    console_observations(c, keys);
}

/* Keys of panes that are out of sight bring them into sight; notes and vouchers are dialogs and open anyway. */
static void keys_out_of_sight(struct console *c)
{
    static const char *const evidence[] = {"D", "Z", "O"}, *const sheet[] = {"F", "H", "S"};
    struct console_memory *m = c->memory;
    if (m->panel != PANEL_NONE) return;
    for (int i = 0; i < 3; i++) {
        if (m->tab != TAB_EVIDENCE && ui_shortcut(c->ui, evidence[i])) m->tab = TAB_EVIDENCE, m->observing = i == 2;
        if (m->tab != TAB_SHEET && ui_shortcut(c->ui, sheet[i])) m->tab = TAB_SHEET;
    }
    if (m->tab == TAB_EVIDENCE) return;
    if (ui_shortcut(c->ui, "N")) console_open(c, PANEL_NOTE);
    if (ui_shortcut(c->ui, "G")) console_open(c, PANEL_VOUCHER);
}

enum { ROWS_SHOWN = 4, SIDE_BY_SIDE = 356, SHEET = 280, EVIDENCE = 280 };   /* least heights */

static float team_height(struct console *c, float width)
{
    float rows = console_incident_rows(c, c->stacked ? 2 : ROWS_SHOWN) + px(c, 4);
    if (console_panel_is_open(c)) return console_incident_rows(c, 1) + px(c, 4) + console_acts_height(c, width);
    if (!c->stacked) return rows + px(c, SIDE_BY_SIDE);
    return rows + console_acts_height(c, width) + px(c, 10) + console_facts_height(c, width);
}

/* Very large text: a pane scrolls before anything in it becomes too small to read. */
static float tab_height(struct console *c, enum console_tab tab, float width)
{
    if (tab == TAB_TEAM) return team_height(c, width);
    if (tab == TAB_BUSINESS) return console_business_height(c, width);
    if (tab == TAB_SHEET) return px(c, SHEET);
    return px(c, c->stacked ? OBSERVATIONS + EVIDENCE : EVIDENCE);
}

static void tab_pane(struct console *c, enum console_tab tab, struct rect r)
{
    switch (tab) {
    case TAB_TEAM: center_pane(c, r); break;
    case TAB_BUSINESS: console_business(c, r); break;
    case TAB_SHEET: sheet_tab(c, r); break;
    case TAB_EVIDENCE: evidence_tab(c, r); break;
    case TAB_COUNT: break;
    }
}

static void narrow_layout(struct console *c, struct rect r)
{
    static const char *const names[TAB_COUNT] = {"team", "business", "sheet", "evidence"};
    enum { BAR_OF_PANE = 12 };
    enum console_tab tab = c->memory->tab < TAB_COUNT ? c->memory->tab : TAB_TEAM;
    r = rect_inset(r, px(c, 14), px(c, 6));
    tab_strip(c, rect_cut_top(&r, px(c, 36)));
    rect_cut_top(&r, px(c, 6));
    float width = r.w - px(c, BAR_OF_PANE), alert = console_alert_height(c, width), height = alert + tab_height(c, tab, width);
    struct rect inner = ui_scroll_begin(c->ui, names[tab], r, height > r.h ? height : r.h);
    /* Whoever completes an act does not want it pushed out of sight. */
    struct rect below = console_panel_is_open(c) ? rect_cut_bottom(&inner, alert) : (struct rect){0, 0, 0, 0};
    console_alert(c, console_panel_is_open(c) ? &below : &inner);
    tab_pane(c, tab, inner);
    ui_scroll_end(c->ui);
    keys_out_of_sight(c);
}

/* Keys that work wherever nothing is typed; a presenter's remote sends Page Up and Page Down. */
static void global_keys(struct console *c)
{
    struct console_memory *m = c->memory;
    if (ui_shortcut(c->ui, "PageDown") && c->view->customer != NOBODY) wish_number(c->wishes, WISH_MARK, c->view->customer);
    if (ui_shortcut(c->ui, "PageUp")) wish(c->wishes, WISH_BLANK);
    if (ui_shortcut(c->ui, "Ctrl+Z")) wish(c->wishes, WISH_UNDO);
    if ((c->narrow || m->standing) && ui_shortcut(c->ui, "Ctrl+M")) wish(c->wishes, WISH_MUTE);
    if (ui_shortcut(c->ui, "F11")) wish(c->wishes, WISH_FULL);
    if (ui_shortcut(c->ui, "Ctrl+Q")) wish(c->wishes, WISH_BACK);
    if (m->panel == PANEL_NONE && ui_shortcut(c->ui, "Escape")) {
        m->filling = -1;
        m->focus.said = SIM_NOW;
        m->standing = m->observing = 0;
    }
}

enum { STACKED = 760 };

/* Below 1100 by 700 pixels of text-sized room the panes take turns behind tabs. */
static int is_narrow(const struct ui *ui)
{
    struct rect room = ui_room(ui);
    return room.w / ui_scale(ui) < 1100 || room.h / ui_scale(ui) < 700;
}

void console_screen(struct ui *ui, const struct view_console *view, struct console_memory *m, struct wishes *wishes)
{
    struct console c = {.ui = ui, .view = view, .memory = m, .wishes = wishes, .narrow = is_narrow(ui)};
    c.stacked = c.narrow && console_room_width(&c) < STACKED;
    float width, height;
    ui_size(ui, &width, &height);
    struct rect r = {0, 0, width, height};
    draw_rect(ui_list(ui), r, 0, shade(&c, THEME_BACKGROUND));
    console_top(&c, rect_cut_top(&r, console_top_height(&c)));
    toast_ages(m, view->now);
    if (m->standing) console_standing(&c, r);
    else if (c.narrow) narrow_layout(&c, r);
    else wide_layout(&c, r);
    if (console_panel_is_form(m->panel)) console_forms_draw(&c, (struct rect){0, 0, width, height});
    global_keys(&c);
}
