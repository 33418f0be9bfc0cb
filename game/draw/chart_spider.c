#include "draw/chart.h"

#include <assert.h>
#include <math.h>

enum { SPOKES_MOST = 12 };

struct spider {
    struct draw_list *l;
    enum theme theme;
    float x, y, radius, unit;
    int count;
    uint32_t color;
};

static struct draw_point spider_at(const struct spider *s, int spoke, float share)
{
    float angle = 6.2831853f * (float)spoke / (float)s->count;
    return (struct draw_point){s->x + s->radius * share * sinf(angle), s->y - s->radius * share * cosf(angle)};
}

static struct path_step step_to(enum path_verb verb, struct draw_point at)
{
    return (struct path_step){verb, {at, {0, 0}, {0, 0}}};
}

static void spider_net(const struct spider *s)
{
    struct path_step steps[SPOKES_MOST + 1];
    uint32_t line = theme_color(s->theme, THEME_LINE);
    for (int ring = 1; ring <= 4; ring++) {
        for (int i = 0; i < s->count; i++)
            steps[i] = step_to(i == 0 ? PATH_MOVE : PATH_LINE, spider_at(s, i, (float)ring / 4));
        steps[s->count] = (struct path_step){.verb = PATH_CLOSE};
        draw_path(s->l, steps, s->count + 1, s->unit, line);
    }
}

/* Dashes by hand: a list has whole lines only. */
static void spider_spoke(const struct spider *s, int spoke, int open)
{
    uint32_t line = theme_color(s->theme, open ? THEME_TEXT_FAINT : THEME_LINE);
    struct draw_point end = spider_at(s, spoke, 1);
    if (!open) {
        draw_line(s->l, s->x, s->y, end.x, end.y, s->unit, line);
        return;
    }
    for (int dash = 0; dash < 6; dash++) {
        struct draw_point from = spider_at(s, spoke, (float)dash / 6), to = spider_at(s, spoke, ((float)dash + 0.5f) / 6);
        draw_line(s->l, from.x, from.y, to.x, to.y, s->unit, line);
    }
    draw_circle(s->l, end.x, end.y, 3.5f * s->unit, theme_color(s->theme, THEME_BACKGROUND));
    draw_ring(s->l, end.x, end.y, 3.5f * s->unit, 1.2f * s->unit, line);
}

static float share_of(int value)
{
    return (float)(value > 100 ? 100 : value) / 100;
}

/* A side of the shape is there when both its ends are. */
static void spider_side(const struct spider *s, int spoke, int from, int to, int filled, float width, uint32_t color)
{
    struct draw_point a = spider_at(s, spoke, share_of(from)), b = spider_at(s, spoke + 1, share_of(to)), middle = {s->x, s->y};
    struct path_step fill[] = {step_to(PATH_MOVE, middle), step_to(PATH_LINE, a), step_to(PATH_LINE, b), {.verb = PATH_CLOSE}};
    if (from < 0 || to < 0) return;
    if (filled) draw_path(s->l, fill, 4, 0, theme_fade(color, 0.16f));
    struct path_step side[] = {step_to(PATH_MOVE, a), step_to(PATH_LINE, b)};
    draw_path(s->l, side, 2, width, color);
}

static void spider_label(const struct spider *s, int spoke, const struct chart_spoke *what)
{
    struct draw_font font = {.size = 13 * s->unit, .weight = WEIGHT_MEDIUM, .tabular = 1};
    struct draw_point tip = spider_at(s, spoke, 1 + 12 * s->unit / s->radius);
    float width = 136 * s->unit, height = 18 * s->unit, side = tip.x - s->x;
    enum draw_align align = side > s->unit ? ALIGN_LEFT : side < -s->unit ? ALIGN_RIGHT : ALIGN_CENTER;
    float x = align == ALIGN_LEFT ? tip.x : align == ALIGN_RIGHT ? tip.x - width : tip.x - width / 2;
    uint32_t color = theme_color(s->theme, what->value < 0 ? THEME_TEXT_FAINT : THEME_TEXT);
    const char *words = what->value < 0 ? what->label : arena_printf(s->l->arena, "%s %d", what->label, what->value);
    draw_text(s->l, (struct rect){x, tip.y - height / 2, width, height}, &font, color, align, words);
}

void chart_spider(struct draw_list *l, enum theme theme, struct rect r, float unit, const struct chart_spoke *spokes, int count,
                  uint32_t color)
{
    assert(count >= 3 && count <= SPOKES_MOST);
    /* A label stands beside all spokes but the upright ones, which of six lie at most 0.87 of the radius off the middle. */
    float high = r.h / 2 - 24 * unit, wide = (r.w / 2 - 138 * unit) / 0.87f;
    struct spider s = {l, theme, r.x + r.w / 2, r.y + r.h / 2, high < wide ? high : wide, unit, count, color};
    spider_net(&s);
    for (int i = 0; i < count; i++) spider_spoke(&s, i, spokes[i].value < 0);
    for (int i = 0; i < count; i++)
        spider_side(&s, i, spokes[i].before, spokes[(i + 1) % count].before, 0, 1.3f * unit, theme_color(theme, THEME_TEXT_FAINT));
    for (int i = 0; i < count; i++) spider_side(&s, i, spokes[i].value, spokes[(i + 1) % count].value, 1, 2 * unit, color);
    for (int i = 0; i < count; i++) {
        struct draw_point at = spider_at(&s, i, share_of(spokes[i].value));
        if (spokes[i].value >= 0) draw_circle(l, at.x, at.y, 3.2f * unit, color);
        spider_label(&s, i, &spokes[i]);
    }
}
