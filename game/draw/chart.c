#include "draw/chart.h"

#include <assert.h>

static float chart_share(int value, int full)
{
    if (full <= 0 || value <= 0)
        return 0;
    return value >= full ? 1 : (float)value / (float)full;
}

void chart_bar(struct draw_list *l, enum theme theme, struct rect r, int value, int full, uint32_t color)
{
    float round = r.h / 2, w = r.w * chart_share(value, full);
    draw_rect(l, r, round, theme_color(theme, THEME_LINE));
    if (w <= 0)
        return;
    /* A value that is more than nothing shows as more than nothing. */
    w = w < r.h ? r.h : w;
    draw_rect(l, (struct rect){r.x, r.y, w < r.w ? w : r.w, r.h}, round, color);
}

void chart_pair(struct draw_list *l, enum theme theme, struct rect r, int first, int second, uint32_t color)
{
    float gap = r.h * 0.16f;
    struct rect below = r, above = rect_cut_top(&below, (r.h - gap) / 2);
    rect_cut_top(&below, gap);
    chart_bar(l, theme, above, first, 100, color);
    chart_bar(l, theme, below, second, 100, theme_mix(color, theme_color(theme, THEME_BACKGROUND), 0.38f));
}

static struct draw_font chart_font(float unit, float size, enum draw_weight weight)
{
    return (struct draw_font){.size = size * unit, .weight = weight, .tabular = 1};
}

/* Seconds between marks on the axis: round ones, at most seven marks. */
static int chart_step(int span)
{
    static const int steps[] = {60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    int count = sizeof steps / sizeof *steps;
    for (int i = 0; i < count; i++)
        if (span / steps[i] < 7)
            return steps[i];
    return steps[count - 1];
}

struct chart_axis { float x, w; int from, to; };

static float chart_x(const struct chart_axis *a, int second)
{
    int at = second < a->from ? a->from : second > a->to ? a->to : second;
    return a->x + a->w * (float)(at - a->from) / (float)(a->to - a->from);
}

static void chart_clock_axis(struct draw_list *l, enum theme theme, const struct chart_axis *a, struct rect r, float unit)
{
    struct draw_font font = chart_font(unit, 13, WEIGHT_REGULAR);
    int step = chart_step(a->to - a->from);
    float foot = r.y + r.h - 20 * unit;
    for (int at = (a->from + step - 1) / step * step; at <= a->to; at += step) {
        float x = chart_x(a, at);
        draw_line(l, x, r.y, x, foot, unit < 1 ? 1 : unit, theme_color(theme, THEME_LINE));
        struct rect box = {x - 30 * unit, foot + 2 * unit, 60 * unit, 18 * unit};
        draw_text(l, box, &font, theme_color(theme, THEME_TEXT_FAINT), ALIGN_CENTER,
                  arena_printf(l->arena, "%02d:%02d", at / 3600 % 24, at / 60 % 60));
    }
}

static void chart_cross(struct draw_list *l, float x, float y, float s, float width, uint32_t color)
{
    struct path_step steps[4] = {{PATH_MOVE, {{x - s, y - s}, {0, 0}, {0, 0}}}, {PATH_LINE, {{x + s, y + s}, {0, 0}, {0, 0}}},
                                 {PATH_MOVE, {{x + s, y - s}, {0, 0}, {0, 0}}}, {PATH_LINE, {{x - s, y + s}, {0, 0}, {0, 0}}}};
    draw_path(l, steps, 4, width, color);
}

/* Kept: a dot. Late: a dot in a ring. Never: a cross. Moved: a hollow dot. Open: nothing yet. */
static void chart_promise_mark(struct draw_list *l, enum theme theme, enum promise_mark mark, float x, float y, float s)
{
    uint32_t good = theme_color(theme, THEME_GOOD), warn = theme_color(theme, THEME_WARN), bad = theme_color(theme, THEME_BAD);
    switch (mark) {
    case PROMISE_MARK_OPEN: break;
    case PROMISE_MARK_KEPT: draw_circle(l, x, y, s, good); break;
    case PROMISE_MARK_LATE:
        draw_circle(l, x, y, s * 0.62f, warn);
        draw_ring(l, x, y, s * 1.2f, s * 0.3f, warn);
        break;
    case PROMISE_MARK_DROPPED: chart_cross(l, x, y, s * 0.75f, s * 0.5f, bad); break;
    case PROMISE_MARK_MOVED:
        draw_circle(l, x, y, s, theme_color(theme, THEME_PANEL));
        draw_ring(l, x, y, s, s * 0.36f, theme_color(theme, THEME_NEUTRAL));
        break;
    }
}

static uint32_t chart_promise_color(enum theme theme, enum promise_mark mark)
{
    static const enum theme_token tokens[] = {THEME_TEAM, THEME_GOOD, THEME_WARN, THEME_BAD, THEME_NEUTRAL};
    return theme_mix(theme_color(theme, tokens[mark]), theme_color(theme, THEME_PANEL), mark == PROMISE_MARK_OPEN ? 0.3f : 0.45f);
}

static void chart_promise_row(struct draw_list *l, enum theme theme, const struct chart_axis *a, struct rect row, float unit,
                              const struct chart_promise *p)
{
    struct draw_font font = chart_font(unit, 14, WEIGHT_REGULAR);
    struct rect label = {row.x, row.y, a->x - row.x - 12 * unit, row.h};
    draw_text(l, label, &font, theme_color(theme, THEME_TEXT), ALIGN_LEFT, p->label);
    float y = row.y + row.h / 2, thick = 6 * unit, from = chart_x(a, p->from), due = chart_x(a, p->due);
    uint32_t color = chart_promise_color(theme, p->mark);
    draw_rect(l, (struct rect){from, y - thick / 2, due - from > thick ? due - from : thick, thick}, thick / 2, color);
    /* The deadline stands upright, so that early and late are seen at once. */
    draw_line(l, due, y - thick * 1.1f, due, y + thick * 1.1f, 2 * unit, theme_color(theme, THEME_TEXT_DIM));
    int when = p->settled >= 0 ? p->settled : p->due;
    if (p->settled > p->due)
        draw_line(l, due, y, chart_x(a, p->settled), y, 2 * unit, color);
    chart_promise_mark(l, theme, p->mark, chart_x(a, when), y, 6.5f * unit);
}

void chart_promises(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_promise *items, int count,
                    int from, int to)
{
    assert(to > from);
    float label = r.w * 0.38f < 330 * unit ? r.w * 0.38f : 330 * unit;
    struct chart_axis axis = {r.x + label, r.w - label - 14 * unit, from, to};
    chart_clock_axis(l, theme, &axis, r, unit);
    struct rect rows = r;
    rect_cut_bottom(&rows, 22 * unit);
    if (count < 1)
        return;
    float height = rows.h / (float)count < 30 * unit ? rows.h / (float)count : 30 * unit;
    for (int i = 0; i < count; i++)
        chart_promise_row(l, theme, &axis, rect_cut_top(&rows, height), unit, &items[i]);
}

void chart_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_series *series, int count)
{
    struct draw_font font = chart_font(unit, 14, WEIGHT_MEDIUM);
    if (r.w > 220 * unit * (float)count)
        r.w = 220 * unit * (float)count;
    for (int i = 0; i < count; i++) {
        struct rect part = rect_column(r, i, count, 8 * unit);
        struct rect swatch = rect_cut_left(&part, 12 * unit);
        draw_rect(l, (struct rect){swatch.x, swatch.y + (swatch.h - swatch.w) / 2, swatch.w, swatch.w}, 3 * unit, series[i].color);
        rect_cut_left(&part, 8 * unit);
        draw_text(l, part, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, series[i].label);
    }
}

static void chart_column(struct draw_list *l, enum theme theme, struct rect r, float unit, int value, uint32_t color)
{
    struct draw_font font = chart_font(unit, 14, WEIGHT_SEMIBOLD);
    if (value < 0)
        return;
    float figure = 20 * unit, height = (r.h - figure) * chart_share(value, 100);
    struct rect bar = {r.x, r.y + r.h - (height > 2 * unit ? height : 2 * unit), r.w, height > 2 * unit ? height : 2 * unit};
    draw_rect(l, bar, 3 * unit, color);
    struct rect above = {r.x - r.w, bar.y - figure, r.w * 3, figure};
    draw_text(l, above, &font, theme_color(theme, THEME_TEXT), ALIGN_CENTER, arena_printf(l->arena, "%d", value));
}

static int chart_group_count(const struct chart_series *series, int series_count)
{
    int most = 0;
    for (int i = 0; i < series_count; i++)
        most = series[i].count > most ? series[i].count : most;
    return most;
}

void chart_columns(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const *groups,
                   const struct chart_series *series, int series_count)
{
    int group_count = chart_group_count(series, series_count);
    struct draw_font font = chart_font(unit, 14, WEIGHT_REGULAR);
    chart_legend(l, theme, rect_cut_top(&r, 22 * unit), unit, series, series_count);
    rect_cut_top(&r, 6 * unit);
    struct rect names = rect_cut_bottom(&r, 24 * unit);
    for (int g = 0; g < group_count; g++) {
        struct rect name = rect_column(names, g, group_count, 16 * unit), group = rect_column(r, g, group_count, 16 * unit);
        draw_text(l, name, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_CENTER, groups[g]);
        float gap = 4 * unit, width = (group.w * 0.7f - gap * (float)(series_count - 1)) / (float)series_count;
        width = width > 44 * unit ? 44 * unit : width;
        float x = group.x + (group.w - width * (float)series_count - gap * (float)(series_count - 1)) / 2;
        for (int i = 0; i < series_count; i++, x += width + gap)
            if (g < series[i].count)
                chart_column(l, theme, (struct rect){x, group.y, width, group.h}, unit, series[i].values[g], series[i].color);
    }
    draw_line(l, r.x, r.y + r.h, r.x + r.w, r.y + r.h, unit < 1 ? 1 : unit, theme_color(theme, THEME_TEXT_FAINT));
}
