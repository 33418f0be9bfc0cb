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

static struct gfx_place place_plain(const struct gfx_displays *d, int display, float width, float height, float share, float aside)
{
    struct rect there;
    d->bounds(d->context, display, &there);
    struct gfx_place place = {.display = display};
    place.box.w = place_least(width, there.w * share);
    place.box.h = place_least(height, there.h * share);
    place.box.x = there.x + (there.w - place.box.w) * aside;
    place.box.y = there.y + (there.h - place.box.h) * aside;
    return place;
}

struct gfx_place gfx_place_beside(const struct gfx_displays *d, int display, float width, float height)
{
    int count = d->count(d->context);
    if (count < 1)
        return (struct gfx_place){.box = {0, 0, width, height}};
    return place_plain(d, display < 0 || display >= count ? 0 : display, width, height, 0.66f, 0.9f);
}

struct gfx_place gfx_place_window(const struct gfx_displays *d, int wanted, int full, float width, float height)
{
    int there = wanted >= 0 && wanted < d->count(d->context);
    struct gfx_place place = there ? place_plain(d, wanted, width, height, 1, 0.5f) : gfx_place_beside(d, 0, width, height);
    place.moved = !there;
    place.full = full && there;
    if (place.full)
        d->bounds(d->context, wanted, &place.box);
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
