/* Charts that are read by shape before colour: marks over time, bars in parts, a matrix of areas. */
#include "draw/chart.h"

enum { LANE_LABEL = 76, AXIS_H = 20, PART_LABEL = 96, PART_WORDS = 150, MATRIX_LABEL = 62, MATRIX_HEAD = 20, HATCH = 4 };

static struct draw_font marks_font(float unit, float size, enum draw_weight weight)
{
    return (struct draw_font){.size = size * unit, .weight = weight, .tabular = 1};
}

/* --- marks over time --- */

void chart_mark(struct draw_list *l, enum theme theme, enum chart_shape shape, float x, float y, float s)
{
    uint32_t good = theme_color(theme, THEME_TEAM), warn = theme_color(theme, THEME_WARN), bad = theme_color(theme, THEME_BAD);
    struct path_step triangle[] = {{PATH_MOVE, {{x, y - 1.2f * s}, {0, 0}, {0, 0}}},
                                   {PATH_LINE, {{x + 1.15f * s, y + 0.85f * s}, {0, 0}, {0, 0}}},
                                   {PATH_LINE, {{x - 1.15f * s, y + 0.85f * s}, {0, 0}, {0, 0}}},
                                   {.verb = PATH_CLOSE}};
    struct path_step cross[] = {{PATH_MOVE, {{x - 0.8f * s, y - 0.8f * s}, {0, 0}, {0, 0}}},
                                {PATH_LINE, {{x + 0.8f * s, y + 0.8f * s}, {0, 0}, {0, 0}}},
                                {PATH_MOVE, {{x + 0.8f * s, y - 0.8f * s}, {0, 0}, {0, 0}}},
                                {PATH_LINE, {{x - 0.8f * s, y + 0.8f * s}, {0, 0}, {0, 0}}}};
    switch (shape) {
    case CHART_DOT: draw_circle(l, x, y, s, good); break;
    case CHART_RING:
        draw_circle(l, x, y, s, theme_color(theme, THEME_BACKGROUND));
        draw_ring(l, x, y, s, s * 0.4f, warn);
        break;
    case CHART_TRIANGLE: draw_path(l, triangle, 4, 0, bad); break;
    case CHART_CROSS: draw_path(l, cross, 4, s * 0.45f, theme_color(theme, THEME_NEUTRAL)); break;
    }
}

struct lanes_axis { float x, w; int from, to; };

static float lanes_x(const struct lanes_axis *a, int second)
{
    int at = second < a->from ? a->from : second > a->to ? a->to : second;
    return a->x + a->w * (float)(at - a->from) / (float)(a->to > a->from ? a->to - a->from : 1);
}

static void lanes_clock(struct draw_list *l, enum theme theme, const struct lanes_axis *a, struct rect r, float unit)
{
    struct draw_font font = marks_font(unit, 12, WEIGHT_REGULAR);
    int step = a->to - a->from > 4 * 3600 ? 7200 : a->to - a->from > 7200 ? 3600 : 1800;
    float foot = r.y + r.h - AXIS_H * unit;
    for (int at = (a->from + step - 1) / step * step; at <= a->to; at += step) {
        float x = lanes_x(a, at);
        draw_line(l, x, r.y, x, foot, unit < 1 ? 0.75f : unit, theme_color(theme, THEME_LINE));
        draw_text(l, (struct rect){x - 26 * unit, foot + 2 * unit, 52 * unit, 16 * unit}, &font, theme_color(theme, THEME_TEXT_FAINT), ALIGN_CENTER,
                  arena_printf(l->arena, "%02d:%02d", at / 3600 % 24, at / 60 % 60));
    }
}

void chart_lanes(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_lane *lanes, int lane_count,
                 int from, int to)
{
    struct lanes_axis axis = {r.x + LANE_LABEL * unit, r.w - (LANE_LABEL + 22) * unit, from, to};
    struct draw_font font = marks_font(unit, 13, WEIGHT_REGULAR);
    struct rect rows = r;
    lanes_clock(l, theme, &axis, r, unit);
    rect_cut_bottom(&rows, AXIS_H * unit);
    for (int i = 0; i < lane_count; i++) {
        struct rect row = rect_row(rows, i, lane_count, 0);
        float y = row.y + row.h / 2;
        draw_text(l, (struct rect){row.x, row.y, (LANE_LABEL - 8) * unit, row.h}, &font, theme_color(theme, THEME_TEXT), ALIGN_LEFT, lanes[i].label);
        draw_line(l, axis.x, y, axis.x + axis.w, y, unit < 1 ? 0.75f : unit, theme_color(theme, THEME_LINE));
        for (int k = 0; k < lanes[i].count; k++)
            chart_mark(l, theme, lanes[i].marks[k].shape, lanes_x(&axis, lanes[i].marks[k].at), y, 4.6f * unit);
    }
}

void chart_mark_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[CHART_SHAPES])
{
    struct draw_font font = marks_font(unit, 13, WEIGHT_REGULAR);
    for (int i = 0; i < CHART_SHAPES; i++) {
        struct rect part = rect_column(r, i, CHART_SHAPES, 6 * unit);
        chart_mark(l, theme, (enum chart_shape)i, part.x + 6 * unit, part.y + part.h / 2, 4.6f * unit);
        rect_cut_left(&part, 16 * unit);
        draw_text(l, part, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, words[i]);
    }
}

/* --- bars in parts --- */

/* Slanted lines across a box: a middle tone that a grey printer keeps. */
static void hatch(struct draw_list *l, struct rect r, float unit, uint32_t color)
{
    draw_clip(l, r);
    for (float x = r.x - r.h; x < r.x + r.w; x += HATCH * unit) draw_line(l, x, r.y + r.h, x + r.h, r.y, unit * 1.1f, color);
    draw_unclip(l);
    draw_frame(l, r, 0, unit < 1 ? 0.75f : unit, color);
}

void chart_part(struct draw_list *l, enum theme theme, enum chart_fill fill, struct rect r, float unit)
{
    uint32_t color = theme_color(theme, THEME_TEAM);
    switch (fill) {
    case CHART_FILLED: draw_rect(l, r, 0, color); break;
    case CHART_HATCHED: hatch(l, r, unit, color); break;
    case CHART_HOLLOW: draw_frame(l, r, 0, unit < 1 ? 0.75f : unit, theme_color(theme, THEME_TEXT_FAINT)); break;
    }
}

static int sum_of(const struct chart_bars *row)
{
    int sum = 0;
    for (int i = 0; i < CHART_FILLS; i++) sum += row->parts[i];
    return sum;
}

void chart_bars(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_bars *rows, int count)
{
    struct draw_font font = marks_font(unit, 13, WEIGHT_REGULAR);
    int most = 1;
    for (int i = 0; i < count; i++) most = sum_of(&rows[i]) > most ? sum_of(&rows[i]) : most;
    for (int i = 0; i < count; i++) {
        struct rect row = rect_row(r, i, count, 0);
        float x = row.x + PART_LABEL * unit, wide = row.w - (PART_LABEL + PART_WORDS) * unit, thick = 10 * unit;
        draw_text(l, (struct rect){row.x, row.y, (PART_LABEL - 8) * unit, row.h}, &font, theme_color(theme, THEME_TEXT), ALIGN_LEFT, rows[i].label);
        for (int k = 0; k < CHART_FILLS; k++) {
            float w = wide * (float)rows[i].parts[k] / (float)most;
            if (w > 0) chart_part(l, theme, (enum chart_fill)k, (struct rect){x, row.y + (row.h - thick) / 2, w > 2 * unit ? w - unit : w, thick}, unit);
            x += w;
        }
        draw_text(l, (struct rect){x + 6 * unit, row.y, row.x + row.w - x - 6 * unit, row.h}, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT,
                  rows[i].words);
    }
}

void chart_bar_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[CHART_FILLS])
{
    struct draw_font font = marks_font(unit, 13, WEIGHT_REGULAR);
    for (int i = 0; i < CHART_FILLS; i++) {
        struct rect part = rect_column(r, i, CHART_FILLS, 6 * unit);
        if (!words[i][0]) continue;
        chart_part(l, theme, (enum chart_fill)i, (struct rect){part.x, part.y + part.h / 2 - 5 * unit, 14 * unit, 10 * unit}, unit);
        rect_cut_left(&part, 20 * unit);
        draw_text(l, part, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, words[i]);
    }
}

/* --- a matrix of areas --- */

static float root_of(float value)
{
    float guess = value > 1 ? value : 1;
    for (int i = 0; i < 24; i++) guess = (guess + value / guess) / 2;
    return value > 0 ? guess : 0;
}

static void matrix_cell(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_place *p, int most)
{
    struct draw_font strong = marks_font(unit, 15, WEIGHT_SEMIBOLD), small = marks_font(unit, 12, WEIGHT_REGULAR);
    float room = r.h - 8 * unit, side = room * root_of((float)p->value / (float)(most > 0 ? most : 1));
    struct rect square = {r.x + 4 * unit + (room - side) / 2, r.y + r.h / 2 - side / 2, side, side};
    struct rect words = {r.x + room + 14 * unit, r.y + r.h / 2 - 17 * unit, r.w - room - 16 * unit, 18 * unit};
    draw_frame(l, r, 0, unit < 1 ? 0.75f : unit, theme_color(theme, THEME_LINE));
    if (side > 0) chart_part(l, theme, p->fill, square, unit);
    draw_text(l, words, &strong, theme_color(theme, THEME_TEXT), ALIGN_LEFT, p->words);
    words.y += 18 * unit;
    draw_text(l, words, &small, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, p->below);
}

void chart_matrix(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const columns[CHART_MATRIX_COLUMNS],
                  const char *const rows[CHART_MATRIX_ROWS], const struct chart_place places[CHART_MATRIX_ROWS][CHART_MATRIX_COLUMNS])
{
    struct draw_font font = marks_font(unit, 13, WEIGHT_MEDIUM);
    int most = 0;
    for (int i = 0; i < CHART_MATRIX_ROWS * CHART_MATRIX_COLUMNS; i++) {
        int value = places[i / CHART_MATRIX_COLUMNS][i % CHART_MATRIX_COLUMNS].value;
        most = value > most ? value : most;
    }
    struct rect body = {r.x + MATRIX_LABEL * unit, r.y + MATRIX_HEAD * unit, r.w - MATRIX_LABEL * unit, r.h - MATRIX_HEAD * unit};
    for (int c = 0; c < CHART_MATRIX_COLUMNS; c++) {
        struct rect column = rect_column(body, c, CHART_MATRIX_COLUMNS, 0);
        draw_text(l, (struct rect){column.x + 4 * unit, r.y, column.w - 4 * unit, MATRIX_HEAD * unit}, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT,
                  columns[c]);
    }
    for (int i = 0; i < CHART_MATRIX_ROWS; i++) {
        struct rect row = rect_row(body, i, CHART_MATRIX_ROWS, 0);
        draw_wrapped(l, (struct rect){r.x, row.y + row.h / 2 - 16 * unit, (MATRIX_LABEL - 6) * unit, 34 * unit}, &font,
                     theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, 16 * unit, 2, rows[i]);
        for (int c = 0; c < CHART_MATRIX_COLUMNS; c++)
            matrix_cell(l, theme, rect_column(row, c, CHART_MATRIX_COLUMNS, 0), unit, &places[i][c], most);
    }
}
