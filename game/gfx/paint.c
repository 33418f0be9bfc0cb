#include "canvas.h"

#include <math.h>
#include <string.h>

/* Coordinates far outside any window are as good as this one, and safe to turn into whole numbers. */
static int paint_whole(float value)
{
    return value < -100000 ? -100000 : value > 100000 ? 100000 : (int)value;
}

static struct box paint_around(struct rect r, float margin)
{
    return (struct box){paint_whole(floorf(r.x - margin)), paint_whole(floorf(r.y - margin)),
                        paint_whole(ceilf(r.x + r.w + margin)), paint_whole(ceilf(r.y + r.h + margin))};
}

struct box paint_snap(struct rect r)
{
    struct box box = {paint_whole(floorf(r.x + 0.5f)), paint_whole(floorf(r.y + 0.5f)), paint_whole(floorf(r.x + r.w + 0.5f)),
                      paint_whole(floorf(r.y + r.h + 0.5f))};
    if (r.w > 0.25f && box.right == box.left)
        box.right++;
    if (r.h > 0.25f && box.bottom == box.top)
        box.bottom++;
    return box;
}

/* Upright lines are whole pixels, so they are crisp. */
static int paint_is_upright(const struct draw_op *op)
{
    struct draw_point a = op->steps[0].p[0], b = op->steps[1].p[0];
    return fabsf(a.x - b.x) < 0.01f || fabsf(a.y - b.y) < 0.01f;
}

static struct box paint_line_box(const struct draw_op *op)
{
    struct draw_point a = op->steps[0].p[0], b = op->steps[1].p[0];
    float width = op->width < 1 ? 1 : roundf(op->width);
    if (fabsf(a.y - b.y) < 0.01f)
        return paint_snap((struct rect){fminf(a.x, b.x), roundf(a.y - width / 2), fabsf(a.x - b.x), width});
    return paint_snap((struct rect){roundf(a.x - width / 2), fminf(a.y, b.y), width, fabsf(a.y - b.y)});
}

/* Most lines that a wrapped text paints. */
static int paint_lines(const struct draw_op *op)
{
    if (op->box.h <= 0 || op->leading <= 0)
        return op->lines;
    /* A third of a line may be missing below: it is empty there. */
    int room = (int)((op->box.h + op->leading * 0.34f) / op->leading);
    room = room < 1 ? 1 : room;
    return op->lines < room ? op->lines : room;
}

/* Letters of other fonts may stand taller than the line. */
static struct box paint_text_box(const struct draw_op *op)
{
    struct rect r = op->box;
    float over = op->font.size;
    if (op->lines == 0) {
        r.y += r.h / 2;
        r.h = 0;
    } else {
        r.h = op->leading * (float)paint_lines(op);
        over = over * 0.5f;
    }
    struct box box = paint_around((struct rect){r.x - 2, r.y - over, r.w + 4, r.h + 2 * over}, 0);
    return r.w > 0 ? box : (struct box){0, 0, 0, 0};
}

struct box paint_extent(const struct draw_op *op)
{
    switch (op->kind) {
    case DRAW_RECT:
    case DRAW_FRAME:
        return op->box.w > 0 && op->box.h > 0 ? paint_snap(op->box) : (struct box){0, 0, 0, 0};
    case DRAW_LINE:
        return paint_is_upright(op) ? paint_line_box(op) : paint_around(op->box, 1);
    case DRAW_TEXT:
        return paint_text_box(op);
    case DRAW_CIRCLE:
    case DRAW_RING:
    case DRAW_GLOW:
    case DRAW_PATH:
        return paint_around(op->box, 1);
    case DRAW_CLIP:
    case DRAW_UNCLIP:
        break;
    }
    return (struct box){0, 0, 0, 0};
}

static void paint_color(cairo_t *cr, uint32_t color)
{
    cairo_set_source_rgba(cr, (color >> 24) / 255.0, (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

static void paint_rounded(cairo_t *cr, double x, double y, double w, double h, double radius)
{
    radius = radius * 2 > w ? w / 2 : radius;
    radius = radius * 2 > h ? h / 2 : radius;
    if (radius < 0.5) {
        cairo_rectangle(cr, x, y, w, h);
        return;
    }
    const double quarter = 1.57079632679489662;
    cairo_new_sub_path(cr);
    cairo_arc(cr, x + w - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cr, x + w - radius, y + h - radius, radius, 0, quarter);
    cairo_arc(cr, x + radius, y + h - radius, radius, quarter, 2 * quarter);
    cairo_arc(cr, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
}

static void paint_rect(cairo_t *cr, const struct draw_op *op)
{
    struct box b = paint_snap(op->box);
    paint_rounded(cr, b.left, b.top, b.right - b.left, b.bottom - b.top, (double)op->radius);
    cairo_fill(cr);
}

static void paint_frame(cairo_t *cr, const struct draw_op *op)
{
    struct box b = paint_snap(op->box);
    double width = op->width < 1 ? 1 : (double)roundf(op->width), w = b.right - b.left, h = b.bottom - b.top;
    if (width * 2 >= w || width * 2 >= h) {
        paint_rounded(cr, b.left, b.top, w, h, (double)op->radius);
        cairo_fill(cr);
        return;
    }
    paint_rounded(cr, b.left + width / 2, b.top + width / 2, w - width, h - width, (double)op->radius - width / 2);
    cairo_set_line_width(cr, width);
    cairo_stroke(cr);
}

static void paint_circle(cairo_t *cr, const struct draw_op *op)
{
    double x = (double)(op->box.x + op->box.w / 2), y = (double)(op->box.y + op->box.h / 2), radius = (double)op->radius;
    if (op->kind == DRAW_RING) {
        radius -= (double)op->width / 2;
        cairo_set_line_width(cr, (double)op->width);
    }
    if (radius <= 0)
        return;
    cairo_new_path(cr);
    cairo_arc(cr, x, y, radius, 0, 6.28318530717958648);
    cairo_close_path(cr);
    if (op->kind == DRAW_RING)
        cairo_stroke(cr);
    else
        cairo_fill(cr);
}

static void paint_path(cairo_t *cr, const struct draw_op *op)
{
    cairo_new_path(cr);
    for (int i = 0; i < op->step_count; i++) {
        const struct draw_point *p = op->steps[i].p;
        switch (op->steps[i].verb) {
        case PATH_MOVE: cairo_move_to(cr, (double)p[0].x, (double)p[0].y); break;
        case PATH_LINE: cairo_line_to(cr, (double)p[0].x, (double)p[0].y); break;
        case PATH_CURVE:
            cairo_curve_to(cr, (double)p[0].x, (double)p[0].y, (double)p[1].x, (double)p[1].y, (double)p[2].x, (double)p[2].y);
            break;
        case PATH_CLOSE: cairo_close_path(cr); break;
        }
    }
    if (op->width <= 0) {
        cairo_fill(cr);
        return;
    }
    cairo_set_line_width(cr, (double)op->width);
    cairo_set_line_cap(cr, op->kind == DRAW_LINE ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cr);
}

static void paint_line(cairo_t *cr, const struct draw_op *op)
{
    if (!paint_is_upright(op)) {
        paint_path(cr, op);
        return;
    }
    struct box b = paint_line_box(op);
    cairo_rectangle(cr, b.left, b.top, b.right - b.left, b.bottom - b.top);
    cairo_fill(cr);
}

static void paint_text_line(cairo_t *cr, struct typesetter *t, const struct draw_op *op, const char *text, int baseline)
{
    float width = typeset_width(t, &op->font, text);
    float x = op->box.x;
    if (op->align != ALIGN_LEFT)
        x += (op->box.w - width) * (op->align == ALIGN_CENTER ? 0.5f : 1);
    const struct picture *picture = typeset_picture(t, &op->font, text);
    int left = (int)floorf(x + 0.5f) - picture->left, top = baseline - picture->rise;
    paint_color(cr, op->color);
    if (picture->mask != NULL)
        cairo_mask_surface(cr, picture->mask, left, top);
    if (picture->colored != NULL) {
        cairo_set_source_surface(cr, picture->colored, left, top);
        cairo_paint_with_alpha(cr, (op->color & 255) / 255.0);
    }
}

static void paint_text_lines(cairo_t *cr, struct typesetter *t, const struct draw_op *op)
{
    const struct block *block = typeset_block(t, &op->font, op->box.w, op->lines == 0 ? 0 : paint_lines(op), op->text);
    float middle = op->lines == 0 ? op->box.y + op->box.h / 2 : op->box.y + op->leading / 2;
    for (int i = 0; i < block->count; i++)
        if (block->lines[i][0] != '\0')
            paint_text_line(cr, t, op, block->lines[i],
                            (int)floorf(middle + op->leading * (float)i + 0.5f) + typeset_baseline(&op->font));
}

/* Letters that reach out further than the extent says are cut there, so that cells painted alone look the same. */
static void paint_text(struct canvas *c, struct typesetter *t, const struct draw_op *op, struct box within)
{
    struct box extent = box_meet(paint_text_box(op), within);
    if (op->text[0] == '\0' || box_is_empty(extent))
        return;
    cairo_save(c->cr);
    cairo_rectangle(c->cr, extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top);
    cairo_clip(c->cr);
    paint_text_lines(c->cr, t, op);
    cairo_restore(c->cr);
}

void paint_op(struct canvas *c, struct typesetter *t, const struct draw_op *op, struct box within)
{
    if ((op->color & 255) == 0)
        return;
    paint_color(c->cr, op->color);
    switch (op->kind) {
    case DRAW_RECT: paint_rect(c->cr, op); break;
    case DRAW_FRAME: paint_frame(c->cr, op); break;
    case DRAW_CIRCLE:
    case DRAW_RING: paint_circle(c->cr, op); break;
    case DRAW_GLOW: glow_paint(c, op, within); break;
    case DRAW_PATH: paint_path(c->cr, op); break;
    case DRAW_LINE: paint_line(c->cr, op); break;
    case DRAW_TEXT: paint_text(c, t, op, within); break;
    case DRAW_CLIP:
    case DRAW_UNCLIP: break;
    }
}
