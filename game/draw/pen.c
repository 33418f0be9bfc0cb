#include "pen.h"

#include <assert.h>
#include <math.h>

static struct draw_point pen_point(const struct pen *p, float x, float y)
{
    return (struct draw_point){p->x + x * p->scale, p->y + y * p->scale};
}

static struct path_step *pen_add(struct pen *p, enum path_verb verb)
{
    assert(p->count < PEN_STEPS);
    struct path_step *step = &p->steps[p->count++];
    *step = (struct path_step){.verb = verb};
    return step;
}

void pen_move(struct pen *p, float x, float y)
{
    pen_add(p, PATH_MOVE)->p[0] = pen_point(p, x, y);
}

void pen_line(struct pen *p, float x, float y)
{
    pen_add(p, PATH_LINE)->p[0] = pen_point(p, x, y);
}

void pen_curve(struct pen *p, float ax, float ay, float bx, float by, float x, float y)
{
    struct path_step *step = pen_add(p, PATH_CURVE);
    step->p[0] = pen_point(p, ax, ay);
    step->p[1] = pen_point(p, bx, by);
    step->p[2] = pen_point(p, x, y);
}

/* Quarters at most; the length of the handles is the usual 4/3 tan(angle/4). */
void pen_arc(struct pen *p, float cx, float cy, float radius, float from, float to)
{
    int parts = (int)ceilf(fabsf(to - from) / 1.5708f);
    float turn = (to - from) / (float)(parts < 1 ? 1 : parts);
    float handle = 4.0f / 3 * tanf(turn / 4) * radius;
    for (int i = 0; i < parts; i++) {
        float a = from + turn * (float)i, b = a + turn;
        float ax = cx + radius * cosf(a), ay = cy + radius * sinf(a), bx = cx + radius * cosf(b), by = cy + radius * sinf(b);
        pen_curve(p, ax - handle * sinf(a), ay + handle * cosf(a), bx + handle * sinf(b), by - handle * cosf(b), bx, by);
    }
}

void pen_fill(struct pen *p, uint32_t color)
{
    pen_add(p, PATH_CLOSE);
    draw_path(p->list, p->steps, p->count, 0, color);
    p->count = 0;
}

void pen_stroke(struct pen *p, float width, uint32_t color)
{
    draw_path(p->list, p->steps, p->count, width * p->scale, color);
    p->count = 0;
}

static void pen_mirror(struct pen *p)
{
    for (int i = 0; i < p->count; i++)
        for (int k = 0; k < 3; k++)
            p->steps[i].p[k].x = 2 * p->x - p->steps[i].p[k].x;
}

void pen_both_fill(struct pen *p, uint32_t color)
{
    pen_add(p, PATH_CLOSE);
    draw_path(p->list, p->steps, p->count, 0, color);
    pen_mirror(p);
    draw_path(p->list, p->steps, p->count, 0, color);
    p->count = 0;
}

void pen_both_stroke(struct pen *p, float width, uint32_t color)
{
    int count = p->count;
    draw_path(p->list, p->steps, count, width * p->scale, color);
    pen_mirror(p);
    draw_path(p->list, p->steps, count, width * p->scale, color);
    p->count = 0;
}

/* 0.5523: handles that bring a cubic curve closest to a quarter circle. */
static void pen_round(struct pen *p, float x, float y, float rx, float ry)
{
    float hx = rx * 0.5523f, hy = ry * 0.5523f;
    pen_move(p, x, y - ry);
    pen_curve(p, x + hx, y - ry, x + rx, y - hy, x + rx, y);
    pen_curve(p, x + rx, y + hy, x + hx, y + ry, x, y + ry);
    pen_curve(p, x - hx, y + ry, x - rx, y + hy, x - rx, y);
    pen_curve(p, x - rx, y - hy, x - hx, y - ry, x, y - ry);
}

void pen_ellipse(struct pen *p, float x, float y, float rx, float ry, uint32_t color)
{
    pen_round(p, x, y, rx, ry);
    pen_fill(p, color);
}

void pen_ellipse_line(struct pen *p, float x, float y, float rx, float ry, float width, uint32_t color)
{
    pen_round(p, x, y, rx, ry);
    pen_add(p, PATH_CLOSE);
    pen_stroke(p, width, color);
}
