/*
 * The bar at the top of the console: title and team, the clock with its pace,
 * the keys of the stage and the end of the round. Where it is narrow it has
 * two rows.
 */
#include "console_parts.h"

/* The title and the team below it; what is too long for the room is set smaller, the title then on two lines. */
static void top_left(struct console *c, struct rect r)
{
    const struct view_console *v = c->view;
    float large = ui_text_width(c->ui, 16, WEIGHT_BOLD, v->title) <= r.w ? 16 : 13;
    int two = ui_text_width(c->ui, large, WEIGHT_BOLD, v->title) > r.w;
    float small = ui_text_width(c->ui, 13, WEIGHT_REGULAR, v->team) <= r.w ? 13 : 12;
    int wraps = !two && ui_text_width(c->ui, small, WEIGHT_REGULAR, v->team) > r.w;
    float title = ui_leading(c->ui, large) * (two ? 2 : 1), team = ui_leading(c->ui, small) * (wraps ? 2 : 1);
    rect_cut_top(&r, (r.h - title - team) / 2);
    ui_text(c->ui, rect_cut_top(&r, title), large, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, two ? 2 : 0, v->title);
    ui_text(c->ui, rect_cut_top(&r, team), small, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, wraps ? 2 : 0, v->team);
}

enum { BAR = 60, BAR_ROW = 40, BAR_TWO_ROWS = 1100, BAR_ROOMY = 1400, TOP_BUTTON = 38, ROW_BUTTON = 34 };   /* BAR_TWO_ROWS, BAR_ROOMY: widths of the room */

float console_room_width(const struct console *c) { return ui_room(c->ui).w / ui_scale(c->ui); }

static int top_flags(const struct console *c, int flags) { return console_room_width(c) < BAR_ROOMY ? flags | UI_SMALL : flags; }

static struct rect top_box(const struct console *c, struct rect r)
{
    return rect_inset(r, 0, (r.h - px(c, r.h < px(c, BAR) ? ROW_BUTTON : TOP_BUTTON)) / 2);
}

static int top_button(struct console *c, struct rect *bar, const char *label, const char *key, int flags)
{
    flags = top_flags(c, flags);
    struct rect r = top_box(c, rect_cut_right(bar, ui_button_width(c->ui, label, key, flags)));
    rect_cut_right(bar, px(c, 8));
    return ui_button(c->ui, r, label, key, flags);
}

static void end_button(struct console *c, struct rect *bar)
{
    if (!top_button(c, bar, text("console.end-round"), "F10", UI_LEARN)) return;
    if (c->view->over) wish(c->wishes, WISH_END_ROUND);
    else console_open(c, PANEL_END_ROUND);
}

static void show_buttons(struct console *c, struct rect *bar)
{
    struct console_memory *m = c->memory;
    if (top_button(c, bar, text(m->stage_blank ? "console.show-stage" : "console.blank-stage"), "F6", m->stage_blank ? UI_PRIMARY : 0))
        wish(c->wishes, WISH_BLANK);
    if (top_button(c, bar, text("console.large"), "F9", m->standing ? UI_PRIMARY : 0)) m->standing = !m->standing;
    if (m->one_display && top_button(c, bar, text("console.stage"), "F8", 0)) wish(c->wishes, WISH_STAGE_PANE);
    if (m->agenda && m->agenda[0] && top_button(c, bar, m->agenda, "F5", 0)) wish(c->wishes, WISH_AGENDA);
}

enum { PAUSE_WIDTH = 118, CLOCK_WIDTH = 106, PACE_WIDTH = 172 };

static void pause_and_clock(struct console *c, struct rect *bar)
{
    const struct view_console *v = c->view;
    struct rect pause = top_box(c, rect_cut_left(bar, px(c, PAUSE_WIDTH)));
    if (ui_button(c->ui, pause, text(v->paused ? "console.go-on" : "console.pause"), "Space", v->paused ? UI_PRIMARY : 0))
        wish(c->wishes, WISH_PAUSE);
    rect_cut_left(bar, px(c, 16));
    struct rect clock = rect_cut_left(bar, px(c, CLOCK_WIDTH));
    struct draw_font font = {.size = pt(c, 30), .weight = WEIGHT_BOLD, .tabular = 1};
    draw_text(ui_list(c->ui), clock, &font, shade(c, console_holds_clock(c->memory) || v->paused ? THEME_WARN : THEME_TEXT), ALIGN_LEFT, v->clock);
}

static void pace(struct console *c, struct rect *bar)
{
    int step = ui_stepper(c->ui, top_box(c, rect_cut_right(bar, px(c, PACE_WIDTH))), text("console.pace"), c->view->pace, "-", "+", 0);
    rect_cut_right(bar, px(c, 8));
    if (step) wish_number(c->wishes, WISH_PACE, c->memory->focus.pace + step * 10);
}

static float left_width(struct console *c, const char *words) { return ui_text_width(c->ui, 14, WEIGHT_REGULAR, words); }

/* What is left of the round, in as many words as there is room for; 0 when there is none. */
static int left_words(struct console *c, struct rect r)
{
    const struct view_console *v = c->view;
    const char *words = left_width(c, v->left) <= r.w || !v->left_time[0] ? v->left : v->left_time;
    if (left_width(c, words) > r.w) return 0;
    ui_text(c->ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, words);
    return 1;
}

static int clock_line(struct console *c, struct rect bar)
{
    pause_and_clock(c, &bar);
    pace(c, &bar);
    return left_words(c, bar);
}

/* What is left of the round is said in words where the title keeps the room it needs. */
static float clock_width(struct console *c, float room)
{
    const struct view_console *v = c->view;
    float title = ui_text_width(c->ui, 16, WEIGHT_BOLD, v->title), team = ui_text_width(c->ui, 13, WEIGHT_REGULAR, v->team);
    float fixed = px(c, PAUSE_WIDTH + 16 + CLOCK_WIDTH + PACE_WIDTH + 8 + 10);
    float wordy = fixed + left_width(c, v->left);
    int fits = wordy + (title > team ? title : team) <= room;
    return fits || !v->left_time[0] ? wordy : fixed + left_width(c, v->left_time);
}

static void two_rows(struct console *c, struct rect bar)
{
    struct rect first = rect_cut_top(&bar, px(c, BAR_ROW));
    end_button(c, &first);
    int left = clock_line(c, first);
    show_buttons(c, &bar);
    if (!left) left_words(c, bar);
    else if (ui_text_width(c->ui, 14, WEIGHT_SEMIBOLD, c->view->title) <= bar.w)
        ui_text(c->ui, bar, 14, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->view->title);
}

float console_top_height(const struct console *c) { return px(c, console_room_width(c) < BAR_TWO_ROWS ? 2 * BAR_ROW : BAR); }

void console_top(struct console *c, struct rect bar)
{
    draw_rect(ui_list(c->ui), bar, 0, shade(c, THEME_PANEL));
    bar = rect_inset(bar, px(c, 18), 0);
    if (console_room_width(c) < BAR_TWO_ROWS) {
        two_rows(c, bar);
        return;
    }
    end_button(c, &bar);
    show_buttons(c, &bar);
    rect_cut_right(&bar, px(c, 10));
    struct rect center = rect_cut_right(&bar, clock_width(c, bar.w - px(c, 14)));
    rect_cut_right(&bar, px(c, 14));
    top_left(c, bar);
    clock_line(c, center);
}
