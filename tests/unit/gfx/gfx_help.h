#ifndef GFX_HELP_H
#define GFX_HELP_H
/* What the tests of gfx share: a headless gfx, and the pixels of a surface read back from the picture it writes. */
#include "gfx/gfx.h"

#include <cairo/cairo.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static inline struct gfx *help_open(int headless)
{
    struct gfx *g = NULL;
    const char *message = "";
    enum err err = gfx_open(&g, &(struct gfx_options){.headless = headless, .silent = 1}, &message);
    if (err != ERR_NONE)
        fail_msg("gfx_open: %s", message);
    return g;
}

static inline struct gfx_surface *help_window(struct gfx *g, int width, int height, int display)
{
    struct gfx_surface *s = NULL;
    assert_int_equal(gfx_window(g, &s, "test", width, height, display, 0), ERR_NONE);
    return s;
}

/* The caller destroys it. */
static inline cairo_surface_t *help_pixels(struct gfx_surface *s)
{
    char path[64];
    snprintf(path, sizeof path, "gfx-%d.png", (int)getpid());
    assert_int_equal(gfx_shot(s, path), ERR_NONE);
    cairo_surface_t *picture = cairo_image_surface_create_from_png(path);
    assert_int_equal(cairo_surface_status(picture), CAIRO_STATUS_SUCCESS);
    unlink(path);
    return picture;
}

/* 0xRRGGBB */
static inline uint32_t help_pixel(cairo_surface_t *picture, int x, int y)
{
    const unsigned char *row = cairo_image_surface_get_data(picture) + y * cairo_image_surface_get_stride(picture);
    uint32_t pixel;
    memcpy(&pixel, row + 4 * x, 4);
    return pixel & 0xffffff;
}

static inline void help_assert_same(cairo_surface_t *a, cairo_surface_t *b)
{
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    assert_int_equal(width, cairo_image_surface_get_width(b));
    assert_int_equal(height, cairo_image_surface_get_height(b));
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            if (help_pixel(a, x, y) != help_pixel(b, x, y))
                fail_msg("pixel %d,%d is %06x and %06x", x, y, help_pixel(a, x, y), help_pixel(b, x, y));
}

/* The smallest box around all pixels that are not the background; w 0 when there are none. */
static inline struct rect help_ink(cairo_surface_t *picture, uint32_t background)
{
    int left = 100000, top = 100000, right = -1, bottom = -1;
    for (int y = 0; y < cairo_image_surface_get_height(picture); y++)
        for (int x = 0; x < cairo_image_surface_get_width(picture); x++)
            if (help_pixel(picture, x, y) != background) {
                left = x < left ? x : left;
                right = x > right ? x : right;
                top = y < top ? y : top;
                bottom = y > bottom ? y : bottom;
            }
    if (right < 0)
        return (struct rect){0, 0, 0, 0};
    return (struct rect){(float)left, (float)top, (float)(right - left + 1), (float)(bottom - top + 1)};
}
#endif
