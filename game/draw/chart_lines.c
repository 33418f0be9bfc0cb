#include "draw/chart.h"

#include <assert.h>

struct plot {
    struct rect r;
    int full, low, high, count;
    float unit;
    enum theme theme;
}; /* low, high: of 0 to 100 */

uint32_t chart_line_color(enum theme theme, int line)
{
    uint32_t ground = theme_color(theme, THEME_PANEL);
    switch (line) {
    case 0: return theme_mix(theme_color(theme, THEME_TEAM), ground, 0.15f);
    case 1: return theme_mix(theme_color(theme, THEME_WARN), ground, 0.45f);
    default: return theme_color(theme, THEME_TEXT);
    }
}

static float plot_x(const struct plot *p, int at)
{
    return p->r.x + p->r.w * (float)at / (float)(p->count > 1 ? p->count - 1 : 1);
}

static float plot_y(const struct plot *p, int value)
{
    float percent = 100 * (float)value / (float)p->full;
    return p->r.y + p->r.h * ((float)p->high - percent) / (float)(p->high - p->low);
}

/* The tens around everything that is shown, at least twenty points of them. */
static void plot_scale(struct plot *p, const struct chart_series *series, int series_count)
{
    int least = p->full, most = 0;
    for (int i = 0; i < series_count; i++) {
        p->count = series[i].count > p->count ? series[i].count : p->count;
        for (int k = 0; k < series[i].count; k++) {
            int value = series[i].values[k];
            least = value >= 0 && value < least ? value : least;
            most = value > most ? value : most;
        }
    }
    p->low = least * 10 / p->full * 10;
    p->high = (most * 10 + p->full - 1) / p->full * 10;
    p->low = p->low > 80 ? 80 : p->low;
    p->high = p->high < p->low + 20 ? p->low + 20 : p->high;
}

static void plot_grid(struct draw_list *l, const struct plot *p)
{
    struct draw_font font = {.size = 13 * p->unit, .tabular = 1};
    float thin = p->unit < 1 ? 1 : p->unit;
    for (int ten = p->low; ten <= p->high; ten += 10) {
        float y = plot_y(p, ten * p->full / 100);
        draw_line(l, p->r.x, y, p->r.x + p->r.w, y, thin, theme_color(p->theme, THEME_LINE));
        struct rect box = {p->r.x - 44 * p->unit, y - 9 * p->unit, 36 * p->unit, 18 * p->unit};
        draw_text(l, box, &font, theme_color(p->theme, THEME_TEXT_FAINT), ALIGN_RIGHT,
                  arena_printf(l->arena, "%d", ten));
    }
}

static void plot_breaks(struct draw_list *l, const struct plot *p, const struct chart_break *breaks, int count)
{
    struct draw_font font = {.size = 13 * p->unit};
    for (int k = 0; k < count; k++) {
        float x = plot_x(p, breaks[k].at), next = k + 1 < count ? plot_x(p, breaks[k + 1].at) : p->r.x + p->r.w;
        draw_line(l, x, p->r.y, x, p->r.y + p->r.h + 22 * p->unit, p->unit < 1 ? 1 : p->unit,
                  theme_color(p->theme, THEME_TEXT_FAINT));
        struct rect box = {x + 6 * p->unit, p->r.y + p->r.h + 3 * p->unit, next - x - 8 * p->unit, 20 * p->unit};
        if (box.w > 60 * p->unit)
            draw_text(l, box, &font, theme_color(p->theme, THEME_TEXT_DIM), ALIGN_LEFT, breaks[k].label);
    }
}

static int is_break(const struct chart_break *breaks, int count, int at)
{
    for (int k = 0; k < count; k++)
        if (breaks[k].at == at)
            return 1;
    return 0;
}

static void plot_series(struct draw_list *l, const struct plot *p, const struct chart_series *s,
                        const struct chart_break *breaks, int count)
{
    struct path_step *steps = arena_array(l->arena, (size_t)(s->count > 0 ? s->count : 1), sizeof *steps);
    int drawn = 0;
    for (int k = 0; k < s->count; k++) {
        int fresh = k == 0 || s->values[k - 1] < 0 || is_break(breaks, count, k);
        if (s->values[k] >= 0)
            steps[drawn++] =
                (struct path_step){fresh ? PATH_MOVE : PATH_LINE, {{plot_x(p, k), plot_y(p, s->values[k])}}};
    }
    if (drawn > 1)
        draw_path(l, steps, drawn, 2 * p->unit, s->color);
}

void chart_lines(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_series *series,
                 int series_count, int full, const struct chart_break *breaks, int break_count)
{
    assert(full > 0);
    struct plot p = {.full = full, .unit = unit, .theme = theme};
    if (series_count > 0 && series[0].label)
        chart_legend(l, theme, rect_cut_top(&r, 22 * unit), unit, series, series_count);
    rect_cut_top(&r, 10 * unit);
    rect_cut_bottom(&r, 26 * unit);
    rect_cut_left(&r, 48 * unit);
    p.r = r;
    plot_scale(&p, series, series_count);
    plot_grid(l, &p);
    plot_breaks(l, &p, breaks, break_count);
    for (int i = 0; i < series_count; i++)
        plot_series(l, &p, &series[i], breaks, break_count);
}
