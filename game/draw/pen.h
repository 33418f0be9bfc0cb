#ifndef DRAW_PEN_H
#define DRAW_PEN_H
/*
 * Draws paths in a unit square of its own: the point (0, 0) lies at x, y and
 * one unit is `scale` pixels. Steps gather until pen_fill or pen_stroke sends
 * them off; widths are in units too. pen_both_* draws a path and its mirror
 * image at the line x = 0.
 *
 *   struct pen pen = {.list = list, .x = 100, .y = 80, .scale = 45};
 *   pen_move(&pen, 0, 0); pen_curve(&pen, 0.1f, 0, 0.2f, 0.1f, 0.2f, 0.2f);
 *   pen_stroke(&pen, 0.04f, color);
 */
#include "draw/list.h"

enum { PEN_STEPS = 48 };
struct pen {
    struct draw_list *list;
    float x, y, scale;
    struct path_step steps[PEN_STEPS];
    int count;
};

void pen_move(struct pen *p, float x, float y);
void pen_line(struct pen *p, float x, float y);
void pen_curve(struct pen *p, float ax, float ay, float bx, float by, float x, float y);
/* Goes on along a circle around cx, cy from one angle to another, in radians, y down. */
void pen_arc(struct pen *p, float cx, float cy, float radius, float from, float to);
/* Closes the path that stands and fills it. */
void pen_fill(struct pen *p, uint32_t color);
void pen_stroke(struct pen *p, float width, uint32_t color);
void pen_both_fill(struct pen *p, uint32_t color);
void pen_both_stroke(struct pen *p, float width, uint32_t color);
void pen_ellipse(struct pen *p, float x, float y, float rx, float ry, uint32_t color);
void pen_ellipse_line(struct pen *p, float x, float y, float rx, float ry, float width, uint32_t color);
#endif
