#include "canvas.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CANVAS_CLIPS = 32 };

/* Clips nest; deeper than CANVAS_CLIPS they are counted only, and the last one stays in force. */
struct clips {
    struct box stack[CANVAS_CLIPS + 1];
    int depth;
};

static struct box clips_top(const struct clips *s)
{
    return s->stack[s->depth < CANVAS_CLIPS ? s->depth : CANVAS_CLIPS];
}

/* 1 when the op was one of clipping. */
static int clips_take(struct clips *s, const struct draw_op *op)
{
    if (op->kind == DRAW_CLIP) {
        struct box meet = box_meet(clips_top(s), paint_snap(op->box));
        s->depth++;
        if (s->depth <= CANVAS_CLIPS)
            s->stack[s->depth] = meet;
        return 1;
    }
    if (op->kind != DRAW_UNCLIP)
        return 0;
    assert(s->depth > 0);
    s->depth--;
    return 1;
}

static void canvas_free_pixels(struct canvas *c)
{
    cairo_destroy(c->cr);
    cairo_surface_destroy(c->surface);
    free(c->pixels);
    free(c->cells);
    free(c->dirty);
}

void canvas_resize(struct canvas *c, int width, int height)
{
    width = width < 1 ? 1 : width;
    height = height < 1 ? 1 : height;
    if (c->pixels != NULL && c->width == width && c->height == height)
        return;
    canvas_free_pixels(c);
    *c = (struct canvas){.width = width, .height = height, .stride = width * 4, .spoiled = 1};
    c->columns = (width + CANVAS_CELL - 1) / CANVAS_CELL;
    c->rows = (height + CANVAS_CELL - 1) / CANVAS_CELL;
    size_t cells = (size_t)c->columns * (size_t)c->rows;
    c->pixels = memory_want((size_t)c->stride * (size_t)height);
    c->cells = memory_want(cells * sizeof *c->cells);
    c->dirty = memory_want(cells * sizeof *c->dirty);
    c->surface = cairo_image_surface_create_for_data(c->pixels, CAIRO_FORMAT_RGB24, width, height, c->stride);
    c->cr = cairo_create(c->surface);
}

void canvas_release(struct canvas *c)
{
    canvas_free_pixels(c);
    *c = (struct canvas){0};
}

static uint64_t canvas_hash_float(uint64_t state, float a, float b)
{
    uint32_t words[2];
    memcpy(&words[0], &a, 4);
    memcpy(&words[1], &b, 4);
    return hash_mix(state, (uint64_t)words[0] << 32 | words[1]);
}

/* Everything that decides what an op paints, the clip it stands in included. */
static uint64_t canvas_hash_op(const struct draw_op *op, struct box clip)
{
    uint64_t h = hash_mix((uint64_t)op->kind << 32 | op->color, (uint64_t)op->align << 32 | (uint32_t)op->lines);
    h = canvas_hash_float(h, op->box.x, op->box.y);
    h = canvas_hash_float(h, op->box.w, op->box.h);
    h = canvas_hash_float(h, op->radius, op->width);
    h = hash_mix(h, (uint64_t)(uint32_t)clip.left << 32 | (uint32_t)clip.top);
    h = hash_mix(h, (uint64_t)(uint32_t)clip.right << 32 | (uint32_t)clip.bottom);
    if (op->kind == DRAW_TEXT) {
        h = canvas_hash_float(h, op->font.size, op->leading);
        h = hash_mix(h, (uint64_t)op->font.weight << 1 | (op->font.tabular != 0));
        h = hash_mix(h, hash_text(op->text));
    }
    for (int i = 0; i < op->step_count; i++) {
        const struct path_step *step = &op->steps[i];
        h = hash_mix(h, (uint64_t)step->verb);
        for (int k = 0; k < (step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1); k++)
            h = canvas_hash_float(h, step->p[k].x, step->p[k].y);
    }
    return h;
}

static struct box canvas_box(const struct canvas *c)
{
    return (struct box){0, 0, c->width, c->height};
}

static void canvas_mark(const struct canvas *c, uint64_t *cells, struct box box, uint64_t hash)
{
    for (int row = box.top / CANVAS_CELL; row <= (box.bottom - 1) / CANVAS_CELL; row++)
        for (int column = box.left / CANVAS_CELL; column <= (box.right - 1) / CANVAS_CELL; column++) {
            uint64_t *cell = &cells[row * c->columns + column];
            *cell = hash_mix(*cell, hash);
        }
}

static void canvas_hash(const struct canvas *c, const struct draw_list *list, uint32_t background, uint64_t *cells)
{
    struct clips clips = {.stack = {canvas_box(c)}};
    for (int i = 0; i < c->columns * c->rows; i++)
        cells[i] = background;
    for (int i = 0; i < list->count; i++) {
        const struct draw_op *op = &list->ops[i];
        if (clips_take(&clips, op))
            continue;
        struct box box = box_meet(paint_extent(op), clips_top(&clips));
        if (!box_is_empty(box))
            canvas_mark(c, cells, box, canvas_hash_op(op, clips_top(&clips)));
    }
    assert(clips.depth == 0);
}

static void canvas_add_dirty(struct canvas *c, struct box box)
{
    for (int i = 0; i < c->dirty_count; i++) {
        struct box *above = &c->dirty[i];
        if (above->bottom == box.top && above->left == box.left && above->right == box.right) {
            above->bottom = box.bottom;
            return;
        }
    }
    c->dirty[c->dirty_count++] = box;
}

/* Changed cells gathered to rectangles: neighbours in a row, and equal stretches of rows below each other. */
static int canvas_gather(struct canvas *c, const uint64_t *fresh)
{
    int changed = 0;
    c->dirty_count = 0;
    for (int row = 0; row < c->rows; row++)
        for (int column = 0; column < c->columns; column++) {
            int from = column;
            while (column < c->columns && (c->spoiled || fresh[row * c->columns + column] != c->cells[row * c->columns + column]))
                column++;
            if (column == from)
                continue;
            changed += column - from;
            struct box box = {from * CANVAS_CELL, row * CANVAS_CELL, column * CANVAS_CELL, (row + 1) * CANVAS_CELL};
            canvas_add_dirty(c, box);
        }
    for (int i = 0; i < c->dirty_count; i++)
        c->dirty[i] = box_meet(c->dirty[i], canvas_box(c));
    return changed;
}

static void canvas_set_clip(struct canvas *c, struct box box)
{
    cairo_reset_clip(c->cr);
    cairo_rectangle(c->cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
    cairo_clip(c->cr);
}

static void canvas_fill(struct canvas *c, struct box box, uint32_t color)
{
    for (int y = box.top; y < box.bottom; y++) {
        uint32_t *row = (uint32_t *)(void *)(c->pixels + (size_t)y * (size_t)c->stride);
        for (int x = box.left; x < box.right; x++)
            row[x] = color >> 8;
    }
}

static void canvas_paint_box(struct canvas *c, struct typesetter *t, const struct draw_list *list, struct box dirty, uint32_t background)
{
    struct clips clips = {.stack = {dirty}};
    canvas_set_clip(c, dirty);
    canvas_fill(c, dirty, background);
    cairo_surface_mark_dirty_rectangle(c->surface, dirty.left, dirty.top, dirty.right - dirty.left, dirty.bottom - dirty.top);
    for (int i = 0; i < list->count; i++) {
        const struct draw_op *op = &list->ops[i];
        struct box within = clips_top(&clips);
        if (clips_take(&clips, op)) {
            if (!box_is_empty(clips_top(&clips)))
                canvas_set_clip(c, clips_top(&clips));
        } else if (!box_is_empty(within) && !box_is_empty(box_meet(paint_extent(op), within))) {
            paint_op(c, t, op, within);
        }
    }
    cairo_reset_clip(c->cr);
    cairo_surface_flush(c->surface);
}

int canvas_paint(struct canvas *c, struct typesetter *t, const struct draw_list *list, uint32_t background)
{
    uint64_t *fresh = memory_want((size_t)c->columns * (size_t)c->rows * sizeof *fresh);
    canvas_hash(c, list, background, fresh);
    int changed = canvas_gather(c, fresh);
    for (int i = 0; i < c->dirty_count; i++)
        canvas_paint_box(c, t, list, c->dirty[i], background);
    free(c->cells);
    c->cells = fresh;
    c->spoiled = 0;
    return changed;
}

struct canvas_bytes { unsigned char *bytes; size_t length, room; };

static cairo_status_t canvas_take_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
    struct canvas_bytes *b = closure;
    if (b->length + length > b->room) {
        b->room = (b->length + length) * 2;
        b->bytes = memory_resize(b->bytes, b->room);
    }
    memcpy(b->bytes + b->length, bytes, length);
    b->length += length;
    return CAIRO_STATUS_SUCCESS;
}

enum err canvas_write_png(const struct canvas *c, const char *path)
{
    struct canvas_bytes b = {0};
    enum err err = ERR_SYSTEM;
    if (cairo_surface_write_to_png_stream(c->surface, canvas_take_bytes, &b) == CAIRO_STATUS_SUCCESS)
        err = file_write(path, b.bytes, b.length);
    free(b.bytes);
    return err;
}
