#include "face.h"

#include <math.h>

enum { STYLE_BALD, STYLE_SHORT, STYLE_LONG, STYLE_BOB, STYLE_BUN, STYLE_CURLY, STYLE_SWEPT, STYLE_SCARF };

int face_hair_shows_ears(int style)
{
    return style != STYLE_LONG && style != STYLE_BOB && style != STYLE_SCARF;
}

/* From one temple over the crown to the other; the fringe is then added by the caller from right to left. */
static void hair_crown(struct pen *p, float side, float temple, float top)
{
    pen_move(p, -side, temple);
    pen_curve(p, -side - 0.03f, -0.42f, -0.3f, top, 0, top);
    pen_curve(p, 0.3f, top, side + 0.03f, -0.42f, side, temple);
}

/* A lock of light on the crown. */
static void hair_shine(struct pen *p, const struct face_paint *c, float from_x, float from_y, float to_x, float to_y)
{
    if (!c->fine)
        return;
    pen_move(p, from_x, from_y);
    pen_curve(p, from_x + 0.06f, from_y - 0.08f, to_x - 0.1f, to_y - 0.015f, to_x, to_y);
    pen_stroke(p, 0.034f, c->hair_light);
}

static void hair_long_behind(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.3f, -0.5f);
    pen_curve(p, -0.66f, -0.36f, -0.5f, 0.2f, -0.6f, 0.62f);
    pen_curve(p, -0.4f, 0.72f, -0.2f, 0.7f, 0, 0.7f);
    pen_curve(p, 0.2f, 0.7f, 0.4f, 0.72f, 0.6f, 0.62f);
    pen_curve(p, 0.5f, 0.2f, 0.66f, -0.36f, 0.3f, -0.5f);
    pen_fill(p, c->hair_dark);
}

static void hair_bob_behind(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.3f, -0.5f);
    pen_curve(p, -0.62f, -0.36f, -0.54f, 0.1f, -0.57f, 0.4f);
    pen_curve(p, -0.44f, 0.47f, -0.2f, 0.43f, 0, 0.43f);
    pen_curve(p, 0.2f, 0.43f, 0.44f, 0.47f, 0.57f, 0.4f);
    pen_curve(p, 0.54f, 0.1f, 0.62f, -0.36f, 0.3f, -0.5f);
    pen_fill(p, c->hair_dark);
}

/* Curls stand on an arc around the head; angles in degrees, 0 to the right, -90 above. */
static void hair_curls(struct pen *p, uint32_t color, float reach, float size, int from, int to, int count)
{
    for (int i = 0; i < count; i++) {
        float angle = ((float)from + (float)(to - from) * (float)i / (float)(count - 1)) * 0.0174533f;
        float wave = i % 2 == 0 ? 1 : 0.93f;
        pen_ellipse(p, reach * wave * cosf(angle) * 1.02f, -0.15f + reach * wave * sinf(angle), size, size, color);
    }
}

void face_hair_behind(struct pen *p, const struct face_paint *c, int style)
{
    if (style == STYLE_LONG)
        hair_long_behind(p, c);
    else if (style == STYLE_BOB)
        hair_bob_behind(p, c);
    else if (style == STYLE_BUN)
        pen_ellipse(p, 0, -0.66f, 0.185f, 0.175f, c->hair);
    else if (style == STYLE_CURLY)
        hair_curls(p, c->hair_dark, 0.47f, 0.16f, -208, 28, 13);
}

static void hair_bald(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.415f, -0.2f);
    pen_curve(p, -0.45f, -0.14f, -0.45f, -0.06f, -0.425f, -0.01f);
    pen_curve(p, -0.4f, -0.06f, -0.385f, -0.14f, -0.385f, -0.24f);
    pen_both_fill(p, c->hair);
    if (!c->fine)
        return;
    pen_move(p, -0.2f, -0.42f);
    pen_curve(p, -0.16f, -0.47f, -0.1f, -0.5f, -0.04f, -0.51f);
    pen_stroke(p, 0.036f, theme_mix(c->skin, c->teeth, 0.35f));
}

static void hair_short(struct pen *p, const struct face_paint *c)
{
    hair_crown(p, 0.435f, -0.03f, -0.66f);
    pen_curve(p, 0.4f, -0.1f, 0.4f, -0.2f, 0.37f, -0.29f);
    pen_curve(p, 0.31f, -0.35f, 0.26f, -0.375f, 0.2f, -0.385f);
    pen_curve(p, 0.06f, -0.35f, -0.14f, -0.35f, -0.27f, -0.37f);
    pen_curve(p, -0.32f, -0.36f, -0.35f, -0.32f, -0.375f, -0.28f);
    pen_curve(p, -0.4f, -0.2f, -0.4f, -0.1f, -0.435f, -0.03f);
    pen_fill(p, c->hair);
    hair_shine(p, c, -0.24f, -0.47f, -0.03f, -0.55f);
}

/* Parted a little off the middle, falling to both sides in front of the ears. */
static void hair_parted(struct pen *p, const struct face_paint *c, float length)
{
    hair_crown(p, 0.47f, -0.1f, -0.67f);
    pen_curve(p, 0.5f, length * 0.5f, 0.5f, length * 0.8f, 0.48f, length);
    pen_curve(p, 0.43f, length + 0.02f, 0.4f, length, 0.375f, length - 0.05f);
    pen_curve(p, 0.42f, 0.05f, 0.4f, -0.16f, 0.3f, -0.27f);
    pen_curve(p, 0.18f, -0.3f, -0.02f, -0.38f, -0.1f, -0.49f);
    pen_curve(p, -0.16f, -0.38f, -0.25f, -0.31f, -0.33f, -0.24f);
    pen_curve(p, -0.41f, -0.14f, -0.42f, 0.05f, -0.375f, length - 0.05f);
    pen_curve(p, -0.4f, length, -0.43f, length + 0.02f, -0.48f, length);
    pen_curve(p, -0.5f, length * 0.8f, -0.5f, length * 0.5f, -0.47f, -0.1f);
    pen_fill(p, c->hair);
    if (!c->fine)
        return;
    pen_move(p, 0.1f, -0.53f);
    pen_curve(p, 0.22f, -0.5f, 0.31f, -0.43f, 0.36f, -0.34f);
    pen_stroke(p, 0.034f, c->hair_light);
}

/* Straight fringe above the brows, cut at the chin. */
static void hair_bob(struct pen *p, const struct face_paint *c)
{
    hair_crown(p, 0.49f, -0.1f, -0.67f);
    pen_curve(p, 0.52f, 0.1f, 0.52f, 0.22f, 0.515f, 0.36f);
    pen_curve(p, 0.47f, 0.39f, 0.41f, 0.37f, 0.37f, 0.33f);
    pen_curve(p, 0.4f, 0.15f, 0.39f, -0.1f, 0.365f, -0.27f);
    pen_curve(p, 0.2f, -0.315f, -0.2f, -0.315f, -0.365f, -0.27f);
    pen_curve(p, -0.39f, -0.1f, -0.4f, 0.15f, -0.37f, 0.33f);
    pen_curve(p, -0.41f, 0.37f, -0.47f, 0.39f, -0.515f, 0.36f);
    pen_curve(p, -0.52f, 0.22f, -0.52f, 0.1f, -0.49f, -0.1f);
    pen_fill(p, c->hair);
    hair_shine(p, c, -0.3f, -0.42f, -0.06f, -0.53f);
}

static void hair_bun(struct pen *p, const struct face_paint *c)
{
    hair_crown(p, 0.435f, -0.05f, -0.65f);
    pen_curve(p, 0.41f, -0.17f, 0.35f, -0.27f, 0.26f, -0.33f);
    pen_curve(p, 0.14f, -0.4f, -0.14f, -0.4f, -0.26f, -0.33f);
    pen_curve(p, -0.35f, -0.27f, -0.41f, -0.17f, -0.435f, -0.05f);
    pen_fill(p, c->hair);
    hair_shine(p, c, -0.25f, -0.44f, -0.05f, -0.53f);
    if (!c->fine)
        return;
    pen_move(p, -0.1f, -0.625f);
    pen_curve(p, -0.05f, -0.585f, 0.05f, -0.585f, 0.1f, -0.625f);
    pen_stroke(p, 0.026f, c->hair_light);
}

static void hair_curly(struct pen *p, const struct face_paint *c)
{
    hair_crown(p, 0.44f, -0.08f, -0.64f);
    pen_curve(p, 0.4f, -0.14f, 0.38f, -0.22f, 0.33f, -0.29f);
    pen_curve(p, 0.16f, -0.37f, -0.16f, -0.37f, -0.33f, -0.29f);
    pen_curve(p, -0.38f, -0.22f, -0.4f, -0.14f, -0.44f, -0.08f);
    pen_fill(p, c->hair);
    hair_curls(p, c->hair, 0.405f, 0.135f, -196, 16, 11);
    hair_curls(p, c->hair, 0.28f, 0.105f, -158, -22, 6);
    if (c->fine)
        hair_curls(p, c->hair_light, 0.43f, 0.034f, -140, -52, 4);
}

/* Combed from the left up to a wave at the right. */
static void hair_swept(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.435f, -0.04f);
    pen_curve(p, -0.5f, -0.36f, -0.36f, -0.62f, -0.06f, -0.68f);
    pen_curve(p, 0.12f, -0.72f, 0.34f, -0.7f, 0.46f, -0.58f);
    pen_curve(p, 0.47f, -0.5f, 0.42f, -0.46f, 0.4f, -0.43f);
    pen_curve(p, 0.46f, -0.3f, 0.46f, -0.16f, 0.435f, -0.04f);
    pen_curve(p, 0.4f, -0.12f, 0.4f, -0.2f, 0.375f, -0.29f);
    pen_curve(p, 0.2f, -0.27f, -0.08f, -0.33f, -0.24f, -0.46f);
    pen_curve(p, -0.3f, -0.4f, -0.35f, -0.34f, -0.375f, -0.26f);
    pen_curve(p, -0.4f, -0.18f, -0.4f, -0.12f, -0.435f, -0.04f);
    pen_fill(p, c->hair);
    hair_shine(p, c, -0.1f, -0.53f, 0.24f, -0.58f);
}

/* Cloth around face, neck and shoulders: an outer and an inner edge, filled between. */
static void hair_scarf(struct pen *p, const struct face_paint *c)
{
    pen_move(p, 0, -0.69f);
    pen_curve(p, 0.34f, -0.69f, 0.52f, -0.44f, 0.51f, -0.06f);
    pen_curve(p, 0.51f, 0.24f, 0.46f, 0.4f, 0.53f, 0.56f);
    pen_curve(p, 0.36f, 0.76f, 0.14f, 0.8f, 0, 0.8f);
    pen_curve(p, -0.14f, 0.8f, -0.36f, 0.76f, -0.53f, 0.56f);
    pen_curve(p, -0.46f, 0.4f, -0.51f, 0.24f, -0.51f, -0.06f);
    pen_curve(p, -0.52f, -0.44f, -0.34f, -0.69f, 0, -0.69f);
    /* The other way round, so that the face stays open. */
    pen_move(p, 0, -0.4f);
    pen_curve(p, -0.22f, -0.4f, -0.36f, -0.26f, -0.36f, -0.04f);
    pen_curve(p, -0.36f, 0.22f, -0.2f, 0.435f, 0, 0.435f);
    pen_curve(p, 0.2f, 0.435f, 0.36f, 0.22f, 0.36f, -0.04f);
    pen_curve(p, 0.36f, -0.26f, 0.22f, -0.4f, 0, -0.4f);
    pen_fill(p, c->hair);
    pen_move(p, -0.36f, 0.3f);
    pen_curve(p, -0.26f, 0.5f, 0.04f, 0.6f, 0.36f, 0.56f);
    pen_stroke(p, 0.03f, c->hair_dark);
    if (!c->fine)
        return;
    pen_move(p, -0.42f, 0.4f);
    pen_curve(p, -0.3f, 0.58f, -0.06f, 0.68f, 0.2f, 0.68f);
    pen_stroke(p, 0.024f, c->hair_dark);
    hair_shine(p, c, -0.3f, -0.42f, -0.06f, -0.56f);
}

void face_hair_before(struct pen *p, const struct face_paint *c, int style)
{
    switch (style) {
    case STYLE_SHORT: hair_short(p, c); break;
    case STYLE_LONG: hair_parted(p, c, 0.56f); break;
    case STYLE_BOB: hair_bob(p, c); break;
    case STYLE_BUN: hair_bun(p, c); break;
    case STYLE_CURLY: hair_curly(p, c); break;
    case STYLE_SWEPT: hair_swept(p, c); break;
    case STYLE_SCARF: hair_scarf(p, c); break;
    default: hair_bald(p, c); break;
    }
}
