#include "learning_timeline.h"

struct canvas {
    struct ui *ui;
    const struct learning_timeline *t;
    const struct timeline_look *look;
    struct rect lanes;                /* the room of the bars */
};

static float at(const struct canvas *c, float units) { return units * c->look->unit; }
static float type(const struct canvas *c) { return c->look->size * c->look->unit / ui_scale(c->ui); }
static uint32_t color(const struct canvas *c, enum theme_token token) { return page_color(c->ui, token); }

static const float AXIS = 2.0f, LANE = 2.7f, BAR = 0.5f;   /* times the text's size */

static float lane_height(const struct canvas *c)
{
    return at(c, c->look->size * (c->look->lane > 0 ? c->look->lane : LANE)) + (c->look->names > 0 ? 0 : ui_leading(c->ui, type(c)));
}

/* --- which lanes --- */

static int has_evidence(const struct canvas *c, int lane)
{
    const struct learning_pattern *p = c->look->pattern;
    for (int k = 0; p && k < p->evidence_count && k < c->look->rings; k++)
        if (p->evidence[k].lane == lane)
            return 1;
    return 0;
}

static int is_shown(const struct canvas *c, int lane)
{
    return !c->look->only_rings || has_evidence(c, lane);
}

static int lanes_wanted(const struct canvas *c)
{
    int n = 0;
    for (int k = 0; k < c->t->lane_count; k++)
        n += is_shown(c, k);
    return n;
}

static int lanes_drawn(const struct canvas *c)
{
    int n = lanes_wanted(c);
    return n < c->look->most ? n : c->look->most;
}

float learning_timeline_height(struct ui *ui, const struct learning_timeline *t, const struct timeline_look *look, float width)
{
    struct canvas c = {.ui = ui, .t = t, .look = look};
    (void)width;
    int more = lanes_wanted(&c) > look->most;
    return (float)lanes_drawn(&c) * lane_height(&c) + at(&c, look->size * AXIS) + (more ? ui_leading(ui, type(&c)) : 0);
}

/* --- time --- */

static float x_of(const struct canvas *c, int32_t second)
{
    int32_t span = c->t->to > c->t->from ? c->t->to - c->t->from : 1, from = second - c->t->from;
    from = from < 0 ? 0 : from > span ? span : from;
    return c->lanes.x + c->lanes.w * (float)from / (float)span;
}

static int32_t shown_until(const struct canvas *c)
{
    return c->look->until >= 0 && c->look->until < c->t->now ? c->look->until : c->t->now;
}

static const char *clock_words(const struct canvas *c, int32_t second)
{
    return arena_printf(ui_arena(c->ui), "%02d:%02d", (int)(second / 3600 % 24), (int)(second / 60 % 60));
}

static int32_t tick_step(const struct canvas *c)
{
    static const int32_t steps[] = {10 * 60, 15 * 60, 30 * 60, 3600};
    float wide = ui_text_width(c->ui, type(c), WEIGHT_REGULAR, "00:00") * 2;
    for (int k = 0; k < 3; k++)
        if (c->lanes.w * (float)steps[k] / (float)(c->t->to - c->t->from + 1) >= wide)
            return steps[k];
    return steps[3];
}

static void axis(struct canvas *c, struct rect r, float bottom)
{
    float half = ui_text_width(c->ui, type(c), WEIGHT_REGULAR, "00:00") / 2 + 2;
    int32_t step = tick_step(c);
    for (int32_t second = (c->t->from + step - 1) / step * step; second <= c->t->to; second += step) {
        float x = x_of(c, second), left = x - half;
        draw_line(ui_list(c->ui), x, r.y + r.h, x, bottom, 1, color(c, THEME_LINE));
        left = left < c->lanes.x ? c->lanes.x : left + half * 2 > r.x + r.w ? r.x + r.w - half * 2 : left;
        ui_text(c->ui, (struct rect){left, r.y, half * 2, r.h}, type(c), WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_CENTER, 0, clock_words(c, second));
    }
}

/* --- signs --- */

static void diamond(struct canvas *c, float x, float y, float radius, float width, uint32_t ink)
{
    struct path_step steps[] = {{PATH_MOVE, {{x, y - radius}}}, {PATH_LINE, {{x + radius, y}}}, {PATH_LINE, {{x, y + radius}}},
                                {PATH_LINE, {{x - radius, y}}}, {PATH_CLOSE, {{0, 0}}}};
    draw_path(ui_list(c->ui), steps, 5, width, ink);
}

static float sign_size(const struct canvas *c) { return at(c, c->look->size * 0.36f); }

static void sign_draw(struct canvas *c, enum learning_sign sign, float x, float y)
{
    float r = sign_size(c);
    switch (sign) {
    case SIGN_CONTACT: draw_circle(ui_list(c->ui), x, y, r * 0.82f, color(c, THEME_CUSTOMER)); break;
    case SIGN_CLAIM: diamond(c, x, y, r * 1.1f, 0, color(c, THEME_CUSTOMER)); break;
    case SIGN_PROMISE: diamond(c, x, y, r, at(c, c->look->size * 0.12f), color(c, THEME_TEXT)); break;
    case SIGN_WORK: draw_rect(ui_list(c->ui), (struct rect){x - r * 0.75f, y - r * 0.75f, r * 1.5f, r * 1.5f}, r * 0.2f, color(c, THEME_TEAM)); break;
    case SIGN_COUNT: break;
    }
}

/* Promises above the bar, work below it, what was said on it: signs of one moment do not hide each other. */
static float sign_y(const struct canvas *c, enum learning_sign sign, float middle)
{
    float off = at(c, c->look->size * 0.78f);
    return sign == SIGN_PROMISE ? middle - off : sign == SIGN_WORK ? middle + off : middle;
}

static void mark_draw(struct canvas *c, const struct learning_mark *mark, float middle)
{
    float x = x_of(c, mark->at), y = sign_y(c, mark->sign, middle);
    if (mark->from > shown_until(c))
        return;
    if (mark->sign == SIGN_PROMISE)
        draw_line(ui_list(c->ui), x_of(c, mark->from), y, x, y, at(c, c->look->size * 0.07f), color(c, THEME_TEXT_DIM));
    sign_draw(c, mark->sign, x, y);
}

static void bar(struct canvas *c, const struct learning_lane *lane, float middle)
{
    float high = at(c, c->look->size * BAR), radius = high / 2;
    int32_t until = shown_until(c), end = lane->to < until ? lane->to : until;
    int32_t works = lane->restored >= 0 && lane->restored < end ? lane->restored : end;
    float x = x_of(c, lane->from), to = x_of(c, end), mid = x_of(c, works);
    uint32_t full = theme_mix(color(c, THEME_PANEL), color(c, THEME_LEARN), 0.62f), after = theme_mix(color(c, THEME_PANEL), color(c, THEME_LEARN), 0.25f);
    if (lane->from > until)
        return;
    draw_rect(ui_list(c->ui), (struct rect){x, middle - high / 2, to - x > high ? to - x : high, high}, radius, after);
    draw_rect(ui_list(c->ui), (struct rect){x, middle - high / 2, mid - x > high ? mid - x : high, high}, radius, full);
}

static void lane_name(struct canvas *c, const struct learning_lane *lane, struct rect r, int lines)
{
    const char *words = c->look->first_names ? lane->customer
                                             : text_fill(ui_arena(c->ui), "learning.lane", "customer", lane->customer, "title", lane->title, NULL);
    float high = lines > 1 ? ui_text_height(c->ui, type(c), WEIGHT_MEDIUM, r.w, words, lines) : r.h;
    r.y += (r.h - high) / 2;
    r.h = high;
    ui_text(c->ui, r, type(c), WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, lines > 1 ? lines : 0, words);
}

static void lane_draw(struct canvas *c, int index, struct rect r)
{
    const struct learning_lane *lane = &c->t->lanes[index];
    if (c->look->names > 0)
        lane_name(c, lane, rect_cut_left(&r, at(c, c->look->names - c->look->size)), 2);
    else
        lane_name(c, lane, rect_cut_top(&r, ui_leading(c->ui, type(c))), 1);
    float middle = r.y + r.h / 2;
    bar(c, lane, middle);
    for (int sign = SIGN_COUNT - 1; sign >= 0; sign--)
        for (int k = 0; k < lane->mark_count; k++)
            if ((int)lane->marks[k].sign == sign)
                mark_draw(c, &lane->marks[k], middle);
}

/* --- evidence --- */

static float row_middle(const struct canvas *c, int row)
{
    float high = lane_height(c), names = c->look->names > 0 ? 0 : ui_leading(c->ui, type(c));
    return c->lanes.y + high * (float)row + names + (high - names) / 2;
}

static float ring_radius(const struct canvas *c, int strong)
{
    return at(c, c->look->size * (strong ? 0.98f : 0.84f));
}

static void ring(struct canvas *c, float x, float y, int strong)
{
    draw_ring(ui_list(c->ui), x, y, ring_radius(c, strong), at(c, c->look->size * (strong ? 0.28f : 0.16f)), color(c, THEME_LEARN));
}

/* The numbers of rings that lie close together share one badge. */
static void badge(struct canvas *c, const char *numbers, float x, float y)
{
    struct draw_font font = {.size = at(c, c->look->size), .weight = WEIGHT_BOLD};
    float radius = ring_radius(c, 0), wide = ui_text_width(c->ui, type(c), WEIGHT_BOLD, numbers) + radius;
    wide = wide < radius * 2 ? radius * 2 : wide;
    struct rect r = {x - wide / 2, y - radius * 2.25f, wide, radius * 1.55f};
    r.x = r.x + wide > c->lanes.x + c->lanes.w ? c->lanes.x + c->lanes.w - wide : r.x;
    draw_rect(ui_list(c->ui), r, radius * 0.75f, color(c, THEME_LEARN));
    draw_text(ui_list(c->ui), r, &font, color(c, THEME_ON_LEARN), ALIGN_CENTER, numbers);
}

static int row_of(const struct canvas *c, int lane)
{
    int row = 0;
    for (int k = 0; k < lane; k++)
        row += is_shown(c, k);
    return lane >= 0 && row < lanes_drawn(c) ? row : -1;
}

/* The next evidence of the same lane, -1. */
static int next_in_lane(const struct canvas *c, int k)
{
    const struct learning_pattern *p = c->look->pattern;
    for (int i = k + 1; i < p->evidence_count && i < c->look->rings; i++)
        if (p->evidence[i].lane == p->evidence[k].lane)
            return i;
    return -1;
}

static void rings_of_lane(struct canvas *c, int first, float y)
{
    const struct learning_pattern *p = c->look->pattern;
    for (int k = first; k >= 0;) {
        float from = x_of(c, p->evidence[k].at), to = from;
        const char *numbers = "";
        int i = k, n = 0;
        for (; i >= 0 && x_of(c, p->evidence[i].at) - to < ring_radius(c, 0) * 2.6f; i = next_in_lane(c, i)) {
            to = x_of(c, p->evidence[i].at);
            ring(c, to, y, i == c->look->highlight);
            numbers = arena_printf(ui_arena(c->ui), i == k ? "%s%d" : "%s, %d", numbers, i + 1);
            n++;
        }
        if (c->look->counts)
            numbers = n < 2 ? "" : text_fill(ui_arena(c->ui), "learning.times", "n", arena_printf(ui_arena(c->ui), "%d", n), NULL);
        if (numbers[0])
            badge(c, numbers, (from + to) / 2, y);
        k = i;
    }
}

static int is_first_of_lane(const struct canvas *c, int k)
{
    for (int i = 0; i < k; i++)
        if (c->look->pattern->evidence[i].lane == c->look->pattern->evidence[k].lane)
            return 0;
    return 1;
}

static void rings(struct canvas *c)
{
    const struct learning_pattern *p = c->look->pattern;
    for (int k = 0; p && k < p->evidence_count && k < c->look->rings; k++) {
        int row = row_of(c, p->evidence[k].lane);
        if (row >= 0 && is_first_of_lane(c, k))
            rings_of_lane(c, k, row_middle(c, row));
    }
}

static void playhead(struct canvas *c, float top, float bottom)
{
    if (c->look->until < 0)
        return;
    float x = x_of(c, c->look->until);
    draw_line(ui_list(c->ui), x, top, x, bottom, at(c, c->look->size * 0.14f), color(c, THEME_LEARN));
}

void learning_timeline_draw(struct ui *ui, const struct learning_timeline *t, const struct timeline_look *look, struct rect r)
{
    struct canvas c = {ui, t, look, r};
    int drawn = lanes_drawn(&c), more = lanes_wanted(&c) - drawn, row = 0;
    struct rect head = rect_cut_top(&r, at(&c, look->size * AXIS));
    float inset = look->names > 0 ? at(&c, look->names) : 0;
    c.lanes = (struct rect){r.x + inset, r.y, r.w - inset - sign_size(&c), lane_height(&c) * (float)drawn};
    ui_scope_push(ui, "timeline");
    axis(&c, head, r.y + c.lanes.h);
    for (int k = 0; k < t->lane_count && row < drawn; k++)
        if (is_shown(&c, k)) {
            lane_draw(&c, k, rect_cut_top(&r, lane_height(&c)));
            row++;
        }
    rings(&c);
    playhead(&c, head.y + head.h, c.lanes.y + c.lanes.h);
    if (more > 0)
        ui_text(ui, rect_cut_top(&r, ui_leading(ui, type(&c))), type(&c), WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0,
                text_count(ui_arena(ui), "learning.more-lanes", more));
    ui_scope_pop(ui);
}

/* --- what the signs mean --- */

float learning_legend(struct ui *ui, const struct timeline_look *look, struct rect r, int paint)
{
    static const char *const keys[SIGN_COUNT] = {"learning.sign.contact", "learning.sign.claim", "learning.sign.promise", "learning.sign.work"};
    struct canvas c = {.ui = ui, .look = look};
    float x = r.x, y = r.y, high = ui_leading(ui, type(&c)), sign = sign_size(&c) * 2 + at(&c, look->size * 0.5f);
    for (int k = 0; k < SIGN_COUNT; k++) {
        float wide = sign + ui_text_width(ui, type(&c), WEIGHT_REGULAR, text(keys[k])) + 2;
        if (x > r.x && x + wide > r.x + r.w) {
            x = r.x;
            y += high;
        }
        if (paint) {
            sign_draw(&c, (enum learning_sign)k, x + sign_size(&c), y + high / 2);
            ui_text(ui, (struct rect){x + sign, y, wide - sign, high}, type(&c), WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, text(keys[k]));
        }
        x += wide + at(&c, look->size * 1.6f);
    }
    return y + high - r.y;
}
