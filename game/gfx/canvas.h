#ifndef GFX_CANVAS_H
#define GFX_CANVAS_H
/*
 * The pixels of one surface (0x00RRGGBB, as cairo and SDL both know them) and
 * what was painted on them last: a hash for each cell of 60 pixels over
 * everything in the list that touches it. Painting a list paints only cells
 * whose hash changed, and gives the same pixels as painting everything.
 *
 *   canvas_resize(&canvas, 1280, 800);
 *   int cells = canvas_paint(&canvas, &typesetter, &list, background);
 *   canvas.dirty[0 .. canvas.dirty_count)      the rectangles painted
 *   canvas_release(&canvas);
 */
#include "typeset.h"
#include "base/err.h"
#include "draw/list.h"

#include <cairo/cairo.h>

enum { CANVAS_CELL = 60 };

/* Whole pixels; the right and lower edge are outside. */
struct box { int left, top, right, bottom; };

struct canvas {
    int width, height;
    unsigned char *pixels;
    int stride;
    cairo_surface_t *surface;
    cairo_t *cr;
    int columns, rows;
    uint64_t *cells;             /* of the last paint */
    struct box *dirty;           /* painted by the last paint */
    int dirty_count;
    int spoiled;                 /* the next paint paints everything */
};

void canvas_resize(struct canvas *c, int width, int height);
void canvas_release(struct canvas *c);
int canvas_paint(struct canvas *c, struct typesetter *t, const struct draw_list *list, uint32_t background);
enum err MUST_CHECK canvas_write_png(const struct canvas *c, const char *path);

static inline struct box box_meet(struct box a, struct box b)
{
    struct box meet = {a.left > b.left ? a.left : b.left, a.top > b.top ? a.top : b.top,
                       a.right < b.right ? a.right : b.right, a.bottom < b.bottom ? a.bottom : b.bottom};
    return meet;
}
static inline int box_is_empty(struct box b) { return b.left >= b.right || b.top >= b.bottom; }

/* In paint.c: the pixels that an op can touch at most; the same on edges as painting it. */
struct box paint_extent(const struct draw_op *op);
/* The nearest whole pixels, at least one wide and high unless it is empty. */
struct box paint_snap(struct rect r);
/* Paints one op, whatever its clip; kinds CLIP and UNCLIP are not painted. `within`: the clip in force. */
void paint_op(struct canvas *c, struct typesetter *t, const struct draw_op *op, struct box within);
/* In glow.c: straight on the pixels. */
void glow_paint(struct canvas *c, const struct draw_op *op, struct box within);
#endif
