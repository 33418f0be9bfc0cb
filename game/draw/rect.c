#include "draw/list.h"

/* What is asked for, but never more than there is and never less than nothing. */
static float rect_share(float wanted, float there)
{
    if (there < 0)
        return 0;
    return wanted < 0 ? 0 : wanted > there ? there : wanted;
}

struct rect rect_cut_left(struct rect *r, float w)
{
    w = rect_share(w, r->w);
    struct rect strip = {r->x, r->y, w, r->h};
    r->x += w;
    r->w -= w;
    return strip;
}

struct rect rect_cut_right(struct rect *r, float w)
{
    w = rect_share(w, r->w);
    r->w -= w;
    return (struct rect){r->x + r->w, r->y, w, r->h};
}

struct rect rect_cut_top(struct rect *r, float h)
{
    h = rect_share(h, r->h);
    struct rect strip = {r->x, r->y, r->w, h};
    r->y += h;
    r->h -= h;
    return strip;
}

struct rect rect_cut_bottom(struct rect *r, float h)
{
    h = rect_share(h, r->h);
    r->h -= h;
    return (struct rect){r->x, r->y + r->h, r->w, h};
}

/* A box smaller than its margins shrinks to its middle. Negative margins grow it. */
struct rect rect_inset(struct rect r, float x, float y)
{
    x = 2 * x > r.w ? r.w / 2 : x;
    y = 2 * y > r.h ? r.h / 2 : y;
    return (struct rect){r.x + x, r.y + y, r.w - 2 * x, r.h - 2 * y};
}

struct rect rect_column(struct rect r, int index, int count, float gap)
{
    float w = (r.w - gap * (float)(count - 1)) / (float)count;
    w = w < 0 ? 0 : w;
    return (struct rect){r.x + (w + gap) * (float)index, r.y, w, r.h};
}

struct rect rect_row(struct rect r, int index, int count, float gap)
{
    float h = (r.h - gap * (float)(count - 1)) / (float)count;
    h = h < 0 ? 0 : h;
    return (struct rect){r.x, r.y + (h + gap) * (float)index, r.w, h};
}

/* The left and upper edge belong to the box, the others to its neighbours. */
int rect_holds(struct rect r, float x, float y)
{
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}
