#include "draw/chart.h"

static const float THICK = 12, DOT = 6.5f;

struct ranges { struct draw_list *l; enum theme theme; float unit, x, w; };

static float at(const struct ranges *c, int value) { return c->x + c->w * (float)value / 100; }

static uint32_t color(const struct ranges *c, enum theme_token token) { return theme_color(c->theme, token); }

static void band(const struct ranges *c, float from, float to, float y)
{
    float thick = THICK * c->unit, w = to - from < thick ? thick : to - from;
    draw_rect(c->l, (struct rect){from, y - thick / 2, w, thick}, thick / 2, color(c, THEME_NEUTRAL_PANEL));
    draw_frame(c->l, (struct rect){from, y - thick / 2, w, thick}, thick / 2, c->unit < 1 ? 1 : c->unit, color(c, THEME_NEUTRAL));
}

static void median(const struct ranges *c, float x, float y)
{
    draw_line(c->l, x, y - THICK * c->unit, x, y + THICK * c->unit, 2.5f * c->unit, color(c, THEME_TEXT_DIM));
}

static void began(const struct ranges *c, float x, float y)
{
    draw_circle(c->l, x, y, DOT * c->unit, color(c, THEME_PANEL));
    draw_ring(c->l, x, y, DOT * c->unit, 2.4f * c->unit, color(c, THEME_TEAM));
}

static void now(const struct ranges *c, float x, float y) { draw_circle(c->l, x, y, DOT * c->unit, color(c, THEME_TEAM)); }

static void row(const struct ranges *c, struct rect r, const struct chart_range *item)
{
    struct draw_font font = {.size = 14 * c->unit};
    float y = r.y + r.h / 2;
    struct rect label = {r.x, r.y, c->x - r.x - 14 * c->unit, r.h};
    draw_text(c->l, label, &font, color(c, THEME_TEXT), ALIGN_LEFT, item->label);
    draw_line(c->l, c->x, y, c->x + c->w, y, c->unit < 1 ? 1 : c->unit, color(c, THEME_LINE));
    if (item->low >= 0) {
        band(c, at(c, item->low), at(c, item->high), y);
        median(c, at(c, item->median), y);
    }
    if (item->began >= 0)
        began(c, at(c, item->began), y);
    if (item->now >= 0)
        now(c, at(c, item->now), y);
}

static void axis(const struct ranges *c, struct rect r)
{
    struct draw_font font = {.size = 13 * c->unit, .tabular = 1};
    for (int value = 0; value <= 100; value += 25) {
        struct rect box = {at(c, value) - 20 * c->unit, r.y, 40 * c->unit, r.h};
        draw_text(c->l, box, &font, color(c, THEME_TEXT_FAINT), ALIGN_CENTER, arena_printf(c->l->arena, "%d", value));
    }
}

void chart_ranges(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_range *items, int count)
{
    float label = r.w * 0.36f < 300 * unit ? r.w * 0.36f : 300 * unit;
    struct ranges c = {l, theme, unit, r.x + label, r.w - label - 20 * unit};
    for (int i = 0; i < count; i++)
        row(&c, rect_cut_top(&r, CHART_RANGE_ROW * unit), &items[i]);
    axis(&c, rect_cut_top(&r, CHART_RANGE_AXIS * unit));
}

void chart_range_legend(struct draw_list *l, enum theme theme, struct rect r, float unit, const char *const words[4])
{
    struct draw_font font = {.size = 14 * unit};
    struct ranges c = {l, theme, unit, 0, 0};
    for (int i = 0; i < 4; i++) {
        if (!words[i][0])
            continue;
        struct rect part = rect_column(r, i, 4, 10 * unit);
        float y = part.y + part.h / 2, x = part.x + 13 * unit;
        if (i == 0) band(&c, part.x, part.x + 26 * unit, y);
        else if (i == 1) median(&c, x, y);
        else if (i == 2) began(&c, x, y);
        else now(&c, x, y);
        rect_cut_left(&part, 34 * unit);
        draw_text(l, part, &font, theme_color(theme, THEME_TEXT_DIM), ALIGN_LEFT, words[i]);
    }
}
