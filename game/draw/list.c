#include "draw/list.h"

#include <assert.h>
#include <string.h>

enum { LIST_FIRST_ROOM = 128 };

/* The arena gives nothing back, so room doubles: all the old rooms together are no larger than the last one. */
static struct draw_op *list_add(struct draw_list *l, enum draw_kind kind, struct rect box, uint32_t color)
{
    assert(l->arena != NULL);
    if (l->count == l->room) {
        int room = l->room == 0 ? LIST_FIRST_ROOM : l->room * 2;
        struct draw_op *ops = arena_array(l->arena, (size_t)room, sizeof *ops);
        if (l->count > 0)
            memcpy(ops, l->ops, (size_t)l->count * sizeof *ops);
        l->ops = ops;
        l->room = room;
    }
    struct draw_op *op = &l->ops[l->count++];
    *op = (struct draw_op){.kind = kind, .box = box, .color = color};
    return op;
}

static struct rect list_around(float x, float y, float radius)
{
    return (struct rect){x - radius, y - radius, 2 * radius, 2 * radius};
}

void draw_rect(struct draw_list *l, struct rect r, float radius, uint32_t color)
{
    list_add(l, DRAW_RECT, r, color)->radius = radius;
}

void draw_frame(struct draw_list *l, struct rect r, float radius, float width, uint32_t color)
{
    struct draw_op *op = list_add(l, DRAW_FRAME, r, color);
    op->radius = radius;
    op->width = width;
}

void draw_circle(struct draw_list *l, float x, float y, float radius, uint32_t color)
{
    list_add(l, DRAW_CIRCLE, list_around(x, y, radius), color)->radius = radius;
}

/* The radius is that of the outside; the box is kept to it, and the executor strokes inside. */
void draw_ring(struct draw_list *l, float x, float y, float radius, float width, uint32_t color)
{
    struct draw_op *op = list_add(l, DRAW_RING, list_around(x, y, radius), color);
    op->radius = radius;
    op->width = width;
}

void draw_glow(struct draw_list *l, float x, float y, float radius, uint32_t color)
{
    list_add(l, DRAW_GLOW, list_around(x, y, radius), color)->radius = radius;
}

/* Bounds that the points of a path, control points included, never leave. */
static struct rect list_bounds(const struct path_step *steps, int count, float margin)
{
    float left = 0, top = 0, right = 0, bottom = 0;
    int seen = 0;
    for (int i = 0; i < count; i++) {
        int points = steps[i].verb == PATH_CLOSE ? 0 : steps[i].verb == PATH_CURVE ? 3 : 1;
        for (int k = 0; k < points; k++) {
            struct draw_point p = steps[i].p[k];
            left = seen == 0 || p.x < left ? p.x : left;
            right = seen == 0 || p.x > right ? p.x : right;
            top = seen == 0 || p.y < top ? p.y : top;
            bottom = seen == 0 || p.y > bottom ? p.y : bottom;
            seen = 1;
        }
    }
    return (struct rect){left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin};
}

/* Copied step by step and only the points in use, so that equal pictures are equal bytes. */
static const struct path_step *list_steps(struct draw_list *l, const struct path_step *steps, int count)
{
    struct path_step *copy = arena_array(l->arena, (size_t)(count > 0 ? count : 1), sizeof *copy);
    for (int i = 0; i < count; i++) {
        int points = steps[i].verb == PATH_CLOSE ? 0 : steps[i].verb == PATH_CURVE ? 3 : 1;
        copy[i].verb = steps[i].verb;
        for (int k = 0; k < points; k++)
            copy[i].p[k] = steps[i].p[k];
    }
    return copy;
}

void draw_path(struct draw_list *l, const struct path_step *steps, int count, float width, uint32_t color)
{
    struct draw_op *op = list_add(l, DRAW_PATH, list_bounds(steps, count, width / 2), color);
    op->width = width;
    op->steps = list_steps(l, steps, count);
    op->step_count = count;
}

void draw_line(struct draw_list *l, float x0, float y0, float x1, float y1, float width, uint32_t color)
{
    struct path_step steps[2] = {{PATH_MOVE, {{x0, y0}, {0, 0}, {0, 0}}}, {PATH_LINE, {{x1, y1}, {0, 0}, {0, 0}}}};
    struct draw_op *op = list_add(l, DRAW_LINE, list_bounds(steps, 2, width / 2), color);
    op->width = width;
    op->steps = list_steps(l, steps, 2);
    op->step_count = 2;
}

static struct draw_op *list_text(struct draw_list *l, struct rect r, const struct draw_font *font, uint32_t color,
                                 enum draw_align align, const char *text)
{
    struct draw_op *op = list_add(l, DRAW_TEXT, r, color);
    op->font = *font;
    op->align = align;
    op->text = arena_dup(l->arena, text == NULL ? "" : text);
    return op;
}

void draw_text(struct draw_list *l, struct rect r, const struct draw_font *font, uint32_t color, enum draw_align align,
               const char *text)
{
    list_text(l, r, font, color, align, text);
}

void draw_wrapped(struct draw_list *l, struct rect r, const struct draw_font *font, uint32_t color,
                  enum draw_align align, float leading, int lines, const char *text)
{
    struct draw_op *op = list_text(l, r, font, color, align, text);
    op->leading = leading;
    op->lines = lines < 1 ? 1 : lines;
}

void draw_clip(struct draw_list *l, struct rect r)
{
    list_add(l, DRAW_CLIP, r, 0);
}

void draw_unclip(struct draw_list *l)
{
    list_add(l, DRAW_UNCLIP, (struct rect){0, 0, 0, 0}, 0);
}
