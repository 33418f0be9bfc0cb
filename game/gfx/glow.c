#include "canvas.h"

#include <math.h>

enum { GLOW_STEPS = 1024, GLOW_ONE = 1 << 16, GLOW_NOISE = 64 };

/* Full in the middle, nothing at the edge: (1 - r^2)^1.5, by the square of the distance. */
static void glow_table(int table[GLOW_STEPS + 1], uint32_t alpha)
{
    for (int i = 0; i <= GLOW_STEPS; i++) {
        float left = 1 - (float)i / GLOW_STEPS;
        table[i] = (int)lroundf(left * sqrtf(left) * (float)alpha / 255 * GLOW_ONE);
    }
}

/* Evenly spread numbers below GLOW_ONE without a pattern that the eye finds (Interleaved Gradient Noise, J. Jimenez,
 * "Next Generation Post Processing in Call of Duty: Advanced Warfare", 2014). */
static void glow_noise(int noise[GLOW_NOISE * GLOW_NOISE])
{
    for (int y = 0; y < GLOW_NOISE; y++)
        for (int x = 0; x < GLOW_NOISE; x++) {
            float whole, inner = modff(0.06711056f * (float)x + 0.00583715f * (float)y, &whole);
            noise[y * GLOW_NOISE + x] = (int)(modff(52.9829189f * inner, &whole) * GLOW_ONE);
        }
}

static inline uint32_t glow_channel(uint32_t under, uint32_t light, int share, int noise)
{
    return (uint32_t)(((int)under * GLOW_ONE + ((int)light - (int)under) * share + noise) >> 16);
}

static void glow_row(uint32_t *row, int y, struct box b, const struct draw_op *op, const int *table, const int *noise)
{
    float cx = op->box.x + op->radius, cy = op->box.y + op->radius;
    float scale = (float)GLOW_STEPS / (op->radius * op->radius), dy = (float)y + 0.5f - cy;
    uint32_t red = op->color >> 24, green = op->color >> 16 & 255, blue = op->color >> 8 & 255;
    for (int x = b.left; x < b.right; x++) {
        float dx = (float)x + 0.5f - cx;
        int at = (int)((dx * dx + dy * dy) * scale);
        if (at >= GLOW_STEPS)
            continue;
        int share = table[at], add = noise[x % GLOW_NOISE];
        uint32_t under = row[x];
        row[x] = glow_channel(under >> 16 & 255, red, share, add) << 16 | glow_channel(under >> 8 & 255, green, share, add) << 8 |
                 glow_channel(under & 255, blue, share, add);
    }
}

/* Instead of rounding, a pixel's fraction is the chance to be one brighter: a dark projector shows no bands. */
void glow_paint(struct canvas *c, const struct draw_op *op, struct box within)
{
    static int noise[GLOW_NOISE * GLOW_NOISE];
    static int ready;
    int table[GLOW_STEPS + 1];
    struct box b = box_meet(paint_extent(op), within);
    if (box_is_empty(b) || op->radius <= 0)
        return;
    if (!ready)
        glow_noise(noise);
    ready = 1;
    glow_table(table, op->color & 255);
    cairo_surface_flush(c->surface);
    for (int y = b.top; y < b.bottom; y++)
        glow_row((uint32_t *)(void *)(c->pixels + (size_t)y * (size_t)c->stride), y, b, op, table,
                 noise + y % GLOW_NOISE * GLOW_NOISE);
    cairo_surface_mark_dirty_rectangle(c->surface, b.left, b.top, b.right - b.left, b.bottom - b.top);
}
