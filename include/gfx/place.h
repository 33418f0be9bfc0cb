#ifndef GFX_PLACE_H
#define GFX_PLACE_H
/*
 * Where windows go among the displays that are there now. Nothing but
 * arithmetic, so that it can be tried without any display.
 *
 *   struct gfx_place place = gfx_place_window(&displays, 1, 1, 1920, 1080);
 *   if (gfx_place_is_lost(&displays, box)) ...
 */
#include "gfx/gfx.h"

struct gfx_place {
    int display;         /* one that is there, 0 when there is none at all */
    int full;            /* fill it; never when it had to stand in for another */
    int moved;           /* 1 when the wanted display is not there */
    struct rect box;     /* where and how large, in the coordinates of all displays */
};

/* A window that wants to be on `wanted`, full or width x height. When that display is not there, it stands beside the
 * others on the first. It always fits. */
struct gfx_place gfx_place_window(const struct gfx_displays *d, int wanted, int full, float width, float height);
/* A plain window on a display where another of ours stands: two thirds of it at most, to the lower right, so that the
 * one below stays in sight and in reach. */
struct gfx_place gfx_place_beside(const struct gfx_displays *d, int display, float width, float height);
/* 1 when so little of the box is on any display that a person could not take hold of it. */
int gfx_place_is_lost(const struct gfx_displays *d, struct rect box);
#endif
