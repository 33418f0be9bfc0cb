#include "screens/observers.h"
#include "page_parts.h"

#include <string.h>

struct sheets {
    struct ui *ui;
    const struct view_observers *view;
    struct observers_memory *m;
    struct wishes *wishes;
};

static const float CELL = 44, TIMES = 76;

void observers_begin(struct observers_memory *m)
{
    memset(m, 0, sizeof *m);
    m->filled = -1;
    for (int i = 0; i < OBSERVERS_MARKERS; i++)
        m->times[i].limit = 2;
}

void observers_end(struct observers_memory *m)
{
    for (int i = 0; i < OBSERVERS_MARKERS; i++)
        ui_edit_release(&m->times[i]);
}

void observers_open(struct observers_memory *m)
{
    m->open = 1;
    m->row = 0;
    m->filled = -1;
}

int observers_next(struct observers_memory *m, struct sim_command *command)
{
    for (int i = 0; i < OBSERVERS_MARKERS; i++) {
        if (m->left[i] <= 0)
            continue;
        m->left[i]--;
        *command = sim_command_make(SIM_CMD_OBSERVE);
        command->observe.marker = i;
        command->observe.member = m->member;
        command->observe.customer = NOBODY;
        return 1;
    }
    return 0;
}

/* -1: no number, or too large a one. */
static int32_t typed(const struct observers_memory *m, int marker)
{
    int32_t sum = 0;
    for (const char *at = ui_edit_text(&m->times[marker]); *at; at++) {
        if (*at < '0' || *at > '9')
            return -1;
        sum = sum * 10 + (*at - '0');
    }
    return sum <= OBSERVERS_TIMES ? sum : -1;
}

static int is_sound(const struct sheets *s)
{
    for (int i = 0; i < s->view->marker_count; i++)
        if (typed(s->m, i) < 0)
            return 0;
    return 1;
}

static void go_to(struct sheets *s, int row)
{
    s->m->row = row;
    s->m->filled = -1;
}

static void fill(struct sheets *s)
{
    if (s->m->row >= s->view->row_count)
        s->m->row = 0;
    if (s->m->filled == s->m->row)
        return;
    for (int i = 0; i < OBSERVERS_MARKERS; i++)
        ui_edit_set(&s->m->times[i], "");
    s->m->filled = s->m->row;
    if (s->view->marker_count > 0)
        ui_focus(s->ui, UI_FIELD, s->view->markers[0]);
}

/* The last sheet kept leaves the dialog. */
static void keep(struct sheets *s)
{
    s->m->member = s->view->rows[s->m->row].member;
    for (int i = 0; i < OBSERVERS_MARKERS; i++)
        s->m->left[i] = i < s->view->marker_count ? typed(s->m, i) : 0;
    wish(s->wishes, WISH_SHEET);
    if (s->m->row + 1 < s->view->row_count)
        go_to(s, s->m->row + 1);
    else
        s->m->open = 0;
}

static float rows_height(struct sheets *s) { return ui_px(s->ui, 42) * (float)s->view->row_count; }

static void row_draw(struct sheets *s, struct rect line, int index)
{
    struct ui *ui = s->ui;
    const struct observers_row *row = &s->view->rows[index];
    line.h -= ui_px(ui, 4);
    if (ui_row(ui, line, row->name, "", index == s->m->row ? UI_SELECTED : 0))
        go_to(s, index);
    line = rect_inset(line, ui_px(ui, 12), 0);
    const char *seen = row->all > 0 ? text_fill(ui_arena(ui), "help.sheets.seen", "n", arena_printf(ui_arena(ui), "%d", row->all), NULL) : "";
    float width = ui_text_width(ui, 13, WEIGHT_REGULAR, seen) + ui_px(ui, 4);
    ui_text(ui, rect_cut_right(&line, width), 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, 0, seen);
    ui_text(ui, line, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, row->name);
}

static void rows_draw(struct sheets *s, struct rect r)
{
    struct rect inner = ui_scroll_begin(s->ui, "tables", r, rows_height(s));
    ui_scope_push(s->ui, "tables");
    for (int i = 0; i < s->view->row_count; i++)
        row_draw(s, rect_cut_top(&inner, ui_px(s->ui, 42)), i);
    ui_scope_pop(s->ui);
    ui_scroll_end(s->ui);
}

static int fields_draw(struct sheets *s, struct rect r)
{
    struct ui *ui = s->ui;
    int entered = 0;
    struct rect inner = ui_scroll_begin(ui, "marks", r, ui_px(ui, CELL) * (float)s->view->marker_count);
    for (int i = 0; i < s->view->marker_count; i++) {
        struct rect line = rect_cut_top(&inner, ui_px(ui, CELL));
        line.h -= ui_px(ui, 6);
        struct rect field = rect_cut_right(&line, ui_px(ui, TIMES));
        entered |= page_count(ui, field, s->view->markers[i], &s->m->times[i]) == 2;
        rect_cut_right(&line, ui_px(ui, 10));
        ui_text(ui, line, 15, WEIGHT_REGULAR, THEME_TEXT, ALIGN_LEFT, 0, s->view->markers[i]);
    }
    ui_scroll_end(ui);
    return entered;
}

static void foot_draw(struct sheets *s, struct rect line, int entered)
{
    struct ui *ui = s->ui;
    const char *label = text("help.sheets.keep");
    int sound = is_sound(s);
    int pressed = ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Enter", UI_PRIMARY)), label, "Enter", sound ? UI_PRIMARY : UI_DISABLED);
    rect_cut_left(&line, ui_px(ui, 10));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("console.leave"), "Esc", 0)), text("console.leave"), "Esc", 0))
        s->m->open = 0;
    rect_cut_left(&line, ui_px(ui, 10));
    if (!sound)
        ui_text(ui, line, 14, WEIGHT_SEMIBOLD, THEME_BAD, ALIGN_LEFT, 0, text_fill(ui_arena(ui), "help.sheets.more", "n", arena_printf(ui_arena(ui), "%d", OBSERVERS_TIMES), NULL));
    if (sound && (entered || pressed))
        keep(s);
}

void observers_dialog(struct ui *ui, const struct view_observers *view, struct observers_memory *m, struct wishes *wishes)
{
    struct sheets s = {ui, view, m, wishes};
    int escaped = 0;
    struct rect r = ui_modal_begin(ui, text("help.sheets"), ui_px(ui, 860), ui_px(ui, 560), &escaped);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, text(view->marker_count ? "help.sheets.how" : "help.sheets.none"));
    page_gap(ui, &r, 10);
    struct rect foot = rect_cut_bottom(&r, ui_px(ui, 44));
    rect_cut_bottom(&r, ui_px(ui, 10));
    fill(&s);
    struct rect left = rect_cut_left(&r, r.w * 0.42f);
    rect_cut_left(&r, ui_px(ui, 18));
    int entered = fields_draw(&s, r);
    rows_draw(&s, left);
    foot_draw(&s, foot, entered);
    ui_modal_end(ui);
    if (escaped)
        m->open = 0;
}
