/* The promise ledger as a picture: rounds beside each other, promises in as few lanes as they need. */
#include "report/inside.h"

enum { LANES = 40, LANE_H = 9, FOOT_H = 15, TOP_H = 14, GAP = 10, MARGIN = 11, SPACE = 7, HOUR = 3600 };

struct axis {
    float x, w;
    int32_t from, to;
};

static float axis_x(const struct axis *a, int32_t second)
{
    int32_t at = second < a->from ? a->from : second > a->to ? a->to : second;
    return a->x + a->w * (float)(at - a->from) / (float)(a->to > a->from ? a->to - a->from : 1);
}

static struct draw_font font_of(float size, enum draw_weight weight)
{
    return (struct draw_font){.size = size, .weight = weight, .tabular = 1};
}

static int32_t step_of(int32_t span)
{
    static const int32_t steps[] = {900, 1800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR};
    for (int i = 0; i < 6; i++)
        if (span / steps[i] <= 3) return steps[i];
    return 24 * HOUR;
}

static void draw_axis(struct draw_list *l, const struct axis *a, float height)
{
    struct draw_font font = font_of(7, WEIGHT_REGULAR);
    int32_t step = step_of(a->to - a->from);
    for (int32_t at = (a->from + step - 1) / step * step; at <= a->to; at += step) {
        struct str clock = {0};
        float x = axis_x(a, at);
        str_append_clock(&clock, at);
        draw_line(l, x, TOP_H, x, height - FOOT_H + 2, 0.75f, theme_color(THEME_LIGHT, THEME_LINE));
        draw_text(l, (struct rect){x - 20, height - FOOT_H + 3, 40, 11}, &font,
                  theme_color(THEME_LIGHT, THEME_TEXT_FAINT), ALIGN_CENTER, str_text(&clock));
        str_release(&clock);
    }
}

static uint32_t color_of(enum report_mark mark)
{
    static const enum theme_token tokens[] = {THEME_NEUTRAL, THEME_TEAM,    THEME_WARN,
                                              THEME_BAD,     THEME_NEUTRAL, THEME_NEUTRAL};
    return theme_color(THEME_LIGHT, tokens[mark]);
}

static void draw_cross(struct draw_list *l, float x, float y, float s, uint32_t color)
{
    const struct path_step steps[4] = {{PATH_MOVE, {{x - s, y - s}, {0, 0}, {0, 0}}},
                                       {PATH_LINE, {{x + s, y + s}, {0, 0}, {0, 0}}},
                                       {PATH_MOVE, {{x + s, y - s}, {0, 0}, {0, 0}}},
                                       {PATH_LINE, {{x - s, y + s}, {0, 0}, {0, 0}}}};
    draw_path(l, steps, 4, 2, color);
}

/* State by shape as well as by colour. */
static void draw_mark(struct draw_list *l, enum report_mark mark, float x, float y)
{
    uint32_t color = color_of(mark);
    switch (mark) {
    case REPORT_KEPT: draw_circle(l, x, y, 3.1f, color); break;
    case REPORT_LATE:
        draw_circle(l, x, y, 1.8f, color);
        draw_ring(l, x, y, 3.7f, 1, color);
        break;
    case REPORT_MOVED:
        draw_circle(l, x, y, 3.1f, 0xffffffff);
        draw_ring(l, x, y, 3.1f, 1.2f, color);
        break;
    case REPORT_DROPPED: draw_cross(l, x, y, 2.5f, color); break;
    case REPORT_OPEN:
    case REPORT_FELL_AWAY: break;
    }
}

static void draw_promise(struct draw_list *l, const struct axis *a, const struct report_promise *promise, float y)
{
    float from = axis_x(a, promise->made), due = axis_x(a, promise->due), thick = 3.4f;
    uint32_t pale = theme_mix(color_of(promise->mark), 0xffffffff, 0.62f);
    float wide = due - from > thick ? due - from : thick;
    draw_rect(l, (struct rect){from, y - thick / 2, wide, thick}, thick / 2, pale);
    float at = axis_x(a, promise->settled >= 0 ? promise->settled : promise->due);
    if (promise->settled > promise->due) draw_line(l, due, y, at, y, 1.3f, pale);
    draw_mark(l, promise->mark, at, y);
}

static int32_t end_of(const struct report_promise *p) { return p->settled > p->due ? p->settled : p->due; }

/* The first lane that is free when this promise is made; its mark needs some room too. */
static int lane_for(int32_t ends[LANES], int *lanes, const struct axis *a, const struct report_promise *p)
{
    int32_t space = (int32_t)((float)(a->to - a->from) * SPACE / a->w);
    int lane = 0;
    while (lane < *lanes && ends[lane] + space > p->made) lane++;
    if (lane == *lanes && *lanes < LANES) (*lanes)++;
    if (lane >= LANES) lane = LANES - 1;
    ends[lane] = end_of(p);
    return lane;
}

static float lane_y(int lane) { return TOP_H + LANE_H * ((float)lane + 0.5f); }

/* Draws nothing without a list: how many lanes it takes. */
static int draw_round(struct draw_list *l, const struct report_round *r, const struct axis *a)
{
    int32_t ends[LANES];
    int lanes = 0;
    for (int i = 0; i < r->promise_count; i++) {
        if (r->promise_list[i].mark == REPORT_FELL_AWAY) continue;
        int lane = lane_for(ends, &lanes, a, &r->promise_list[i]);
        if (l) draw_promise(l, a, &r->promise_list[i], lane_y(lane));
    }
    return lanes;
}

static struct axis axis_of(const struct view_report *v, int round, float width)
{
    const struct report_round *r = &v->rounds[round];
    float each = (width - GAP * (float)(v->round_count - 1)) / (float)v->round_count;
    /* Half an hour's label stands out at either end. */
    struct axis axis = {(each + GAP) * (float)round + MARGIN, each - 2 * MARGIN, r->from, r->to};
    for (int i = 0; i < r->promise_count; i++)
        if (r->promise_list[i].mark != REPORT_FELL_AWAY && end_of(&r->promise_list[i]) > axis.to) axis.to = end_of(&r->promise_list[i]);
    return axis;
}

float compose_draw_promises(struct draw_list *l, const struct view_report *v, float width)
{
    struct draw_font font = font_of(8, WEIGHT_MEDIUM);
    int lanes = 1;
    for (int round = 0; round < v->round_count; round++) {
        struct axis axis = axis_of(v, round, width);
        int taken = draw_round(NULL, &v->rounds[round], &axis);
        lanes = taken > lanes ? taken : lanes;
    }
    float height = TOP_H + LANE_H * (float)lanes + FOOT_H;
    for (int round = 0; round < v->round_count; round++) {
        struct axis axis = axis_of(v, round, width);
        draw_axis(l, &axis, height);
        draw_text(l, (struct rect){axis.x - MARGIN, 0, axis.w + 2 * MARGIN, TOP_H - 3}, &font, theme_color(THEME_LIGHT, THEME_TEXT_DIM), ALIGN_LEFT,
                  v->rounds[round].label);
        draw_round(l, &v->rounds[round], &axis);
    }
    return height;
}

static void count_more(struct compose *c, struct str *out, const char *key, int n)
{
    if (n < 1) return;
    str_append(out, ", ");
    text_format(out, key, "n", compose_number(c, n), NULL);
}

static const char *heading_of(struct compose *c, const struct report_round *r)
{
    struct str out = {0};
    text_format(&out, "report.promises.round", "round", r->label, "kept", compose_number(c, r->kept), "all", compose_number(c, r->promises),
                NULL);
    count_more(c, &out, "report.promises.moved", r->moved);
    count_more(c, &out, "report.promises.late", r->late);
    count_more(c, &out, "report.promises.dropped", r->dropped);
    count_more(c, &out, "report.promises.open", r->open);
    count_more(c, &out, "report.promises.fell", r->fell_away);
    const char *heading = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return heading;
}

/* What the picture shows, told: each round in a sentence. */
static const char *told(struct compose *c)
{
    struct str out = {0};
    for (int r = 0; r < c->v->round_count; r++) {
        str_append(&out, heading_of(c, &c->v->rounds[r]));
        str_append(&out, ". ");
    }
    const char *words = arena_dup(c->a, str_text(&out));
    str_release(&out);
    return words;
}

void compose_promises(struct compose *c)
{
    int any = 0;
    if (c->v->round_count == 0) return;
    for (int r = 0; r < c->v->round_count; r++) any += c->v->rounds[r].promises;
    compose_headed(c, 2, "promises", REPORT_HEAD_PROMISES);
    if (any > 0) {
        struct draw_list list = compose_list(c);
        float height = compose_draw_promises(&list, c->v, COMPOSE_WIDTH);
        compose_picture(c, "promises.picture", &list, COMPOSE_WIDTH, height, told(c));
    }
    paper_say(c->d, any ? PAPER_ASIDE : PAPER_BODY, "promises.note", text(any ? "report.promises.legend" : "report.promises.none"));
    compose_end(c);
}
