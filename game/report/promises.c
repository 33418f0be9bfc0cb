/* The promise ledger as a picture: one lane after another for each customer, as few as they need. */
#include "report/inside.h"
#include "draw/theme.h"

enum { LANES = 64, LABEL_W = 96, LANE_H = 19, FOOT_H = 26, TOP_H = 6, GAP_SECONDS = 150, HOUR = 3600, PICTURE_W = 860 };

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
    static const int32_t steps[] = {300, 600, 900, 1800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR};
    for (int i = 0; i < 8; i++)
        if (span / steps[i] <= 8) return steps[i];
    return 24 * HOUR;
}

static void draw_axis(struct draw_list *l, const struct axis *a, float height)
{
    struct draw_font font = font_of(13, WEIGHT_REGULAR);
    int32_t step = step_of(a->to - a->from);
    for (int32_t at = (a->from + step - 1) / step * step; at <= a->to; at += step) {
        struct str clock = {0};
        float x = axis_x(a, at);
        str_append_clock(&clock, at);
        draw_line(l, x, 0, x, height - FOOT_H + 4, 1, theme_color(THEME_LIGHT, THEME_LINE));
        draw_text(l, (struct rect){x - 30, height - FOOT_H + 6, 60, 18}, &font,
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
    draw_path(l, steps, 4, 3, color);
}

/* State by shape as well as by colour. */
static void draw_mark(struct draw_list *l, enum report_mark mark, float x, float y)
{
    uint32_t color = color_of(mark);
    switch (mark) {
    case REPORT_KEPT: draw_circle(l, x, y, 6, color); break;
    case REPORT_LATE:
        draw_circle(l, x, y, 3.5f, color);
        draw_ring(l, x, y, 7, 1.6f, color);
        break;
    case REPORT_MOVED:
        draw_circle(l, x, y, 6, 0xffffffff);
        draw_ring(l, x, y, 6, 2, color);
        break;
    case REPORT_DROPPED: draw_cross(l, x, y, 4.5f, color); break;
    case REPORT_OPEN:
    case REPORT_FELL_AWAY: break;
    }
}

static void draw_promise(struct draw_list *l, const struct axis *a, const struct report_promise *promise, float y)
{
    float from = axis_x(a, promise->made), due = axis_x(a, promise->due), thick = 7;
    uint32_t pale = theme_mix(color_of(promise->mark), 0xffffffff, 0.62f);
    float wide = due - from > thick ? due - from : thick;
    draw_rect(l, (struct rect){from, y - thick / 2, wide, thick}, thick / 2, pale);
    float at = axis_x(a, promise->settled >= 0 ? promise->settled : promise->due);
    if (promise->settled > promise->due) draw_line(l, due, y, at, y, 2, pale);
    draw_mark(l, promise->mark, at, y);
}

static int32_t end_of(const struct report_promise *p) { return p->settled > p->due ? p->settled : p->due; }

/* The first lane from `first` on that is free when this promise is made. */
static int lane_for(int32_t ends[LANES], int first, int *lanes, const struct report_promise *p)
{
    int lane = first;
    while (lane < *lanes && ends[lane] + GAP_SECONDS > p->made) lane++;
    if (lane == *lanes && *lanes < LANES) (*lanes)++;
    if (lane >= LANES) lane = LANES - 1;
    ends[lane] = end_of(p);
    return lane;
}

static float lane_y(int lane) { return TOP_H + LANE_H * ((float)lane + 0.5f); }

static int shows(const struct report_promise *p, int customer)
{
    return p->customer == customer && p->mark != REPORT_FELL_AWAY;
}

static int draw_customer(struct draw_list *l, const struct view_report *v, const struct report_round *r,
                         const struct axis *a, int customer, int first)
{
    int32_t ends[LANES];
    int lanes = first;
    struct draw_font font = font_of(14, WEIGHT_REGULAR);
    for (int i = 0; i < r->promise_count; i++)
        if (shows(&r->promise_list[i], customer))
            draw_promise(l, a, &r->promise_list[i], lane_y(lane_for(ends, first, &lanes, &r->promise_list[i])));
    if (lanes > first)
        draw_text(l, (struct rect){0, lane_y(first) - LANE_H / 2.0f, LABEL_W - 8, LANE_H}, &font,
                  theme_color(THEME_LIGHT, THEME_TEXT), ALIGN_LEFT, v->customers[customer].first);
    return lanes;
}

float page_draw_promises(struct draw_list *l, const struct view_report *v, const struct report_round *r, float width)
{
    struct draw_list rows = {.arena = l->arena};
    struct axis axis = {LABEL_W, width - LABEL_W - 24, r->from, r->to};
    int lanes = 0;
    for (int i = 0; i < r->promise_count; i++)
        if (r->promise_list[i].mark != REPORT_FELL_AWAY && end_of(&r->promise_list[i]) > axis.to)
            axis.to = end_of(&r->promise_list[i]);
    for (int c = 0; c < v->customer_count; c++) lanes = draw_customer(&rows, v, r, &axis, c, lanes);
    float height = TOP_H + LANE_H * (float)lanes + FOOT_H;
    draw_axis(l, &axis, height);
    lanes = 0;
    for (int c = 0; c < v->customer_count; c++) lanes = draw_customer(l, v, r, &axis, c, lanes);
    return height;
}

static void count_more(struct page *p, struct str *out, const char *key, int n)
{
    if (n < 1) return;
    str_append(out, ", ");
    text_format(out, key, "n", page_number(p, n), NULL);
}

static const char *heading_of(struct page *p, const struct report_round *r)
{
    struct str out = {0};
    text_format(&out, "report.promises.round", "round", r->label, "kept", page_number(p, r->kept), "all",
                page_number(p, r->promises), NULL);
    count_more(p, &out, "report.promises.moved", r->moved);
    count_more(p, &out, "report.promises.late", r->late);
    count_more(p, &out, "report.promises.dropped", r->dropped);
    count_more(p, &out, "report.promises.open", r->open);
    count_more(p, &out, "report.promises.fell", r->fell_away);
    const char *heading = arena_dup(&p->arena, str_text(&out));
    str_release(&out);
    return heading;
}

static void round_picture(struct page *p, const struct report_round *r)
{
    struct draw_list list = page_list(p);
    const char *heading = heading_of(p, r);
    page_raw(p, "<figure class=\"wide\">\n");
    page_element(p, "h3", "", heading);
    page_raw(p, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    page_text(p, heading);
    page_raw(p, "\">\n");
    float height = page_draw_promises(&list, p->v, r, PICTURE_W);
    page_picture(p, &list, PICTURE_W, height, "ledger",
                 text_fill(&p->arena, "report.promises.alt", "round", r->label, NULL));
    page_raw(p, "</div>\n</figure>\n");
}

void page_promises(struct page *p)
{
    int any = 0;
    if (p->v->round_count == 0) return;
    page_section_begin(p, "promises", "report.section.promises");
    for (int r = 0; r < p->v->round_count; r++) {
        if (p->v->rounds[r].promises == 0) continue;
        round_picture(p, &p->v->rounds[r]);
        any = 1;
    }
    page_element(p, "p", any ? "aside" : "", text(any ? "report.promises.legend" : "report.promises.none"));
    page_section_end(p);
}
