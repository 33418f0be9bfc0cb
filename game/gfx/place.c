#include "gfx/place.h"

/* Pixels that must be seen of a window to be able to drag it. */
static const float place_grip = 64;

static float place_least(float a, float b)
{
    return a < b ? a : b;
}

static float place_most(float a, float b)
{
    return a > b ? a : b;
}

struct gfx_place gfx_place_window(const struct gfx_displays *d, int wanted, int full, float width, float height)
{
    int count = d->count(d->context);
    struct gfx_place place = {.box = {0, 0, width, height}, .moved = wanted >= count || wanted < 0};
    if (count < 1)
        return place;
    place.display = place.moved ? 0 : wanted;
    place.full = full && !place.moved;
    struct rect there;
    d->bounds(d->context, place.display, &there);
    if (place.full) {
        place.box = there;
        return place;
    }
    /* A stand-in takes two thirds at most: the window below stays in reach. */
    float share = place.moved ? 0.66f : 1;
    place.box.w = place_least(width, there.w * share);
    place.box.h = place_least(height, there.h * share);
    float aside = place.moved ? 0.9f : 0.5f;
    place.box.x = there.x + (there.w - place.box.w) * aside;
    place.box.y = there.y + (there.h - place.box.h) * aside;
    return place;
}

int gfx_place_is_lost(const struct gfx_displays *d, struct rect box)
{
    for (int i = 0; i < d->count(d->context); i++) {
        struct rect r;
        d->bounds(d->context, i, &r);
        float w = place_least(box.x + box.w, r.x + r.w) - place_most(box.x, r.x);
        float h = place_least(box.y + box.h, r.y + r.h) - place_most(box.y, r.y);
        /* It is dragged by its upper edge. */
        if (w >= place_least(place_grip, box.w) && h >= place_least(place_grip, box.h) && box.y >= r.y - 1)
            return 0;
    }
    return 1;
}
