#include "console_parts.h"
#include <math.h>
#include <string.h>

static const char *row_mark(const struct view_sheet_row *row)
{
    if (row->status == SHEET_FIRED) return icon_text(ICON_CHECK);
    if (row->status == SHEET_HELD) return icon_text(ICON_PAUSE);
    if (row->status == SHEET_SKIPPED) return icon_text(ICON_CLOSE);
    return "";
}

static int row_is_picked(const struct console *c, const struct view_sheet_row *row)
{
    const struct console_memory *m = c->memory;
    if (m->sheet_item == NOBODY) return row->next;
    return m->sheet_kind == (int)row->kind && m->sheet_item == row->item;
}

static const struct view_sheet_row *picked_row(const struct console *c)
{
    for (int i = 0; i < c->view->sheet_count; i++)
        if (row_is_picked(c, &c->view->sheet[i])) return &c->view->sheet[i];
    return NULL;
}

static void sheet_act(struct console *c, enum sim_command_kind kind)
{
    const struct view_sheet_row *row = picked_row(c);
    if (!row) return;
    struct sim_command command = sim_command_make(kind);
    command.v[0] = (int32_t)row->kind;
    command.v[1] = row->item;
    wish_command(c->wishes, &command, NULL, NULL);
    const char *key = kind == SIM_CMD_FIRE ? "console.fired" : kind == SIM_CMD_HOLD ? "console.held" : "console.skipped";
    console_tell(c->memory, TONE_TEAM, text_fill(ui_arena(c->ui), key, "title", row->title, NULL));
    c->memory->sheet_item = NOBODY;
}

/* A row of the sheet and one of an incident may say the same: they stand in different places. */
static int row_has_focus(const struct console *c, const struct view_sheet_row *row, struct rect box)
{
    const struct ui_item *item = ui_focused(c->ui);
    return item && item->role == UI_ROW && fabsf(item->box.x - box.x) < 1 && strcmp(item->label, row->title) == 0;
}

static int is_on_sheet(const struct console *c, const char *label)
{
    for (int i = 0; i < c->view->sheet_count; i++)
        if (strcmp(c->view->sheet[i].title, label) == 0) return 1;
    return 0;
}

void console_sheet_release(struct console *c)
{
    const struct ui_item *item = ui_focused(c->ui);
    c->memory->sheet_item = NOBODY;
    if (item && item->role == UI_ROW && is_on_sheet(c, item->label)) ui_focus_clear(c->ui);
}

/* Enter is pressed easily: it fires only the row that was gone to, and never the one that then takes its place. */
static void enter_fires(struct console *c, const struct view_sheet_row *row)
{
    if (c->memory->panel != PANEL_NONE || row->over) return;
    sheet_act(c, SIM_CMD_FIRE);
    ui_focus_clear(c->ui);
}

enum { TITLE_LINES = 4, LINE = 18, TIME_WIDTH = 50, MARK_WIDTH = 22, ROW_MARGIN = 10 };

/* The cap stands below the time, so that the title has the width. */
static void row_content(struct console *c, struct rect r, const struct view_sheet_row *row, int picked)
{
    enum theme_token color = row->over || row->conditional ? THEME_TEXT_DIM : THEME_TEXT;
    struct draw_font plain = {.size = pt(c, 14), .weight = WEIGHT_REGULAR, .tabular = 1};
    rect_cut_left(&r, px(c, ROW_MARGIN));
    struct rect time = rect_cut_left(&r, px(c, TIME_WIDTH));
    struct rect line = rect_cut_top(&time, px(c, 30));
    draw_text(ui_list(c->ui), line, &plain, shade(c, THEME_TEXT_DIM), ALIGN_LEFT, row->conditional ? text("console.if") : row->time);
    const char *cap = c->memory->sheet_item == NOBODY ? "F" : "Enter";
    if (picked) ui_keycap(c->ui, (struct rect){time.x, time.y - px(c, 2), ui_keycap_width(c->ui, cap), px(c, 22)}, cap);
    struct rect mark = rect_cut_left(&r, px(c, MARK_WIDTH));
    mark.h = line.h;
    struct draw_font icon = {.size = pt(c, 16), .weight = WEIGHT_ICON};
    draw_text(ui_list(c->ui), mark, &icon, shade(c, row->status == SHEET_FIRED ? THEME_GOOD : THEME_TEXT_DIM), ALIGN_LEFT, row_mark(row));
    rect_cut_right(&r, px(c, 4));
    struct draw_font title = {.size = pt(c, 14), .weight = picked ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR};
    draw_wrapped(ui_list(c->ui), rect_inset(r, 0, px(c, 6)), &title, shade(c, picked ? THEME_TEXT : color), ALIGN_LEFT, px(c, LINE), TITLE_LINES, row->title);
}

static float row_height(struct console *c, const struct view_sheet_row *row, float width)
{
    enum draw_weight weight = row_is_picked(c, row) ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
    float room = width - px(c, ROW_MARGIN + TIME_WIDTH + MARK_WIDTH + 4);
    float lines = ui_text_height(c->ui, 14, weight, room, row->title, TITLE_LINES) / ui_leading(c->ui, 14);
    float height = px(c, 12) + px(c, LINE) * floorf(lines + 0.5f), least = px(c, row_is_picked(c, row) ? 56 : 30);
    return height > least ? height : least;
}

static void now_line(struct console *c, struct rect r)
{
    struct draw_font font = {.size = pt(c, 14), .weight = WEIGHT_SEMIBOLD, .tabular = 1};
    uint32_t teal = shade(c, THEME_TEAM);
    draw_text(ui_list(c->ui), rect_cut_left(&r, px(c, 50)), &font, teal, ALIGN_LEFT, c->view->clock);
    draw_rect(ui_list(c->ui), (struct rect){r.x, r.y + r.h / 2 - 1, r.w, 2}, 0, teal);
}

static void sheet_row(struct console *c, struct rect *r, const struct view_sheet_row *row)
{
    int picked = row_is_picked(c, row);
    struct rect box = rect_cut_top(r, row_height(c, row, r->w));
    int used = ui_row(c->ui, box, row->title, "", picked ? UI_SELECTED : row->over ? UI_QUIET : 0);
    if (used) {
        c->memory->sheet_kind = (int)row->kind;
        c->memory->sheet_item = row->item;
    }
    int clicked_before = c->memory->sheet_item != NOBODY && picked && c->memory->panel == PANEL_NONE && row_has_focus(c, row, box);
    if ((used && ui_by_key(c->ui)) || (clicked_before && ui_shortcut(c->ui, "Enter"))) enter_fires(c, row);
    row_content(c, box, row, picked);
}

static float rows_height(struct console *c, float width)
{
    float total = px(c, 24);
    for (int i = 0; i < c->view->sheet_count; i++) total += row_height(c, &c->view->sheet[i], width);
    return total;
}

static void sheet_buttons(struct console *c, struct rect r)
{
    int none = picked_row(c) && !picked_row(c)->over ? 0 : UI_DISABLED;
    struct rect box = rect_inset(r, 0, px(c, 4));
    int free = c->memory->panel == PANEL_NONE;   /* while an act is composed its letters mean something else */
    if (ui_button(c->ui, rect_column(box, 0, 3, px(c, 6)), text("console.fire"), free ? "F" : "", none | UI_SMALL)) sheet_act(c, SIM_CMD_FIRE);
    if (ui_button(c->ui, rect_column(box, 1, 3, px(c, 6)), text("console.hold"), free ? "H" : "", none | UI_SMALL)) sheet_act(c, SIM_CMD_HOLD);
    if (ui_button(c->ui, rect_column(box, 2, 3, px(c, 6)), text("console.skip"), free ? "S" : "", none | UI_SMALL)) sheet_act(c, SIM_CMD_SKIP);
}

/* Long sheets begin at what is about to come: what is over scrolls away first. */
static int first_row(struct console *c, float width, float room)
{
    int first = 0;
    float total = rows_height(c, width);
    while (total > room && first < c->view->sheet_now - 2) total -= row_height(c, &c->view->sheet[first++], width);
    return first;
}

enum { SCROLL_BAR = 12 };   /* what it takes of a row's width */

void console_sheet(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "sheet");
    console_heading(c, &r, text("console.sheet"));
    struct rect buttons = rect_cut_bottom(&r, px(c, 42));
    rect_cut_bottom(&r, px(c, 4));
    float width = rows_height(c, r.w) > r.h ? r.w - px(c, SCROLL_BAR) : r.w;
    int first = first_row(c, width, r.h);
    float height = px(c, 24);
    for (int i = first; i < c->view->sheet_count; i++) height += row_height(c, &c->view->sheet[i], width);
    struct rect inner = ui_scroll_begin(c->ui, "rows", r, height);
    for (int i = first; i <= c->view->sheet_count; i++) {
        if (i == c->view->sheet_now) now_line(c, rect_cut_top(&inner, px(c, 22)));
        if (i < c->view->sheet_count) sheet_row(c, &inner, &c->view->sheet[i]);
    }
    ui_scroll_end(c->ui);
    sheet_buttons(c, buttons);
    ui_scope_pop(c->ui);
}

void console_scores(struct console *c, struct rect r)
{
    ui_scope_push(c->ui, "scores");
    rect_cut_top(&r, px(c, 6));
    console_heading(c, &r, text(c->view->warm_up ? "console.scores.warm-up" : "console.scores"));
    float names = 0;
    for (int i = 0; i < SCORE_COUNT + 1; i++) {
        float width = ui_text_width(c->ui, 14, WEIGHT_REGULAR, c->view->scores[i].name) + px(c, 8);
        names = width > names ? width : names;
    }
    for (int i = 0; i < SCORE_COUNT + 1; i++) {
        const struct view_score *score = &c->view->scores[i];
        struct rect line = rect_cut_top(&r, px(c, 26));
        struct rect was = rect_cut_right(&line, score->was[0] ? ui_text_width(c->ui, 13, WEIGHT_REGULAR, score->was) + px(c, 2) : 0);
        struct rect now = line;
        rect_cut_left(&now, names);
        line.w = names;
        ui_text(c->ui, line, 14, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, score->name);
        ui_text(c->ui, now, 14, WEIGHT_BOLD, i == SCORE_COUNT ? THEME_TEXT : tone_color(score->tone), ALIGN_LEFT, 0, score->now);
        ui_text(c->ui, was, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, score->was);
    }
    ui_scope_pop(c->ui);
}
