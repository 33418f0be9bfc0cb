#include "face.h"

#include <stddef.h>

/* Ends of the brows, towards the nose and away from it, their rise between, and their thickness. */
struct face_brows { float inner, outer, arch, tilt; };
static const struct face_brows face_brows[FACE_COUNT] = {
    [FACE_DELIGHTED] = {-0.24f, -0.225f, 0.075f, 0},
    [FACE_CALM] = {-0.205f, -0.19f, 0.05f, 0},
    [FACE_WORRIED] = {-0.275f, -0.185f, 0.01f, 0},
    [FACE_ANNOYED] = {-0.165f, -0.185f, 0.008f, 0.05f},
    [FACE_FURIOUS] = {-0.115f, -0.235f, -0.012f, 0},
};

static void face_brow(struct pen *p, const struct face_paint *c, const struct face_brows *b, float side, float lift)
{
    pen_move(p, side * 0.085f, b->inner - lift);
    pen_curve(p, side * 0.14f, b->inner - b->arch - lift, side * 0.21f, b->outer - b->arch - lift, side * 0.275f, b->outer - lift * 1.3f);
    pen_stroke(p, 0.046f, c->ink);
}

static void face_eye_open(struct pen *p, const struct face_paint *c, float side, float size)
{
    float x = side * 0.172f, y = -0.045f;
    pen_ellipse(p, x, y, 0.053f * size, 0.064f * size, c->ink);
    float spark = c->dark ? 1.35f : 1;
    if (c->fine)
        pen_ellipse(p, x + 0.018f, y - 0.024f, 0.017f * size * spark, 0.019f * size * spark, c->teeth);
}

/* Closed by smiling: an arc. */
static void face_eye_happy(struct pen *p, const struct face_paint *c)
{
    pen_move(p, 0.1f, -0.02f);
    pen_curve(p, 0.125f, -0.115f, 0.22f, -0.115f, 0.245f, -0.02f);
    pen_both_stroke(p, 0.046f, c->ink);
}

/* The lid: skin over the upper part of an open eye, and its edge. */
static void face_lid(struct pen *p, const struct face_paint *c, float inner, float outer)
{
    pen_move(p, 0.095f, -0.16f);
    pen_line(p, 0.25f, -0.16f);
    pen_line(p, 0.25f, outer);
    pen_line(p, 0.095f, inner);
    pen_both_fill(p, c->skin);
    pen_move(p, 0.1f, inner);
    pen_line(p, 0.245f, outer);
    pen_both_stroke(p, 0.03f, c->ink);
}

static void face_eyes(struct pen *p, const struct face_paint *c, enum expression face)
{
    if (face == FACE_DELIGHTED) {
        face_eye_happy(p, c);
        return;
    }
    float size = face == FACE_WORRIED ? 1.14f : 1;
    face_eye_open(p, c, -1, size);
    face_eye_open(p, c, 1, size);
    if (face == FACE_ANNOYED)
        face_lid(p, c, -0.062f, -0.062f);
    else if (face == FACE_FURIOUS)
        face_lid(p, c, -0.05f, -0.105f);
}

static void face_mouth_laughing(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.2f, 0.195f);
    pen_curve(p, -0.1f, 0.225f, 0.1f, 0.225f, 0.2f, 0.195f);
    pen_curve(p, 0.195f, 0.32f, 0.11f, 0.395f, 0, 0.395f);
    pen_curve(p, -0.11f, 0.395f, -0.195f, 0.32f, -0.2f, 0.195f);
    pen_fill(p, c->mouth);
    pen_move(p, -0.178f, 0.206f);
    pen_curve(p, -0.09f, 0.224f, 0.09f, 0.224f, 0.178f, 0.206f);
    pen_curve(p, 0.172f, 0.245f, 0.158f, 0.265f, 0.145f, 0.27f);
    pen_curve(p, 0.06f, 0.285f, -0.06f, 0.285f, -0.145f, 0.27f);
    pen_curve(p, -0.158f, 0.265f, -0.172f, 0.245f, -0.178f, 0.206f);
    pen_fill(p, c->teeth);
    if (!c->fine)
        return;
    pen_move(p, -0.1f, 0.362f);
    pen_curve(p, -0.06f, 0.32f, 0.06f, 0.32f, 0.1f, 0.362f);
    pen_curve(p, 0.06f, 0.393f, -0.06f, 0.393f, -0.1f, 0.362f);
    pen_fill(p, c->tongue);
}

static void face_mouth(struct pen *p, const struct face_paint *c, enum expression face)
{
    switch (face) {
    case FACE_DELIGHTED:
        face_mouth_laughing(p, c);
        return;
    case FACE_CALM:
        pen_move(p, -0.15f, 0.245f);
        pen_curve(p, -0.075f, 0.315f, 0.075f, 0.315f, 0.15f, 0.245f);
        break;
    case FACE_WORRIED:
        pen_move(p, -0.12f, 0.3f);
        pen_curve(p, -0.07f, 0.235f, 0, 0.235f, 0.04f, 0.26f);
        pen_curve(p, 0.07f, 0.28f, 0.1f, 0.28f, 0.125f, 0.262f);
        break;
    case FACE_ANNOYED:
        pen_move(p, -0.135f, 0.285f);
        pen_curve(p, -0.05f, 0.262f, 0.06f, 0.262f, 0.145f, 0.27f);
        break;
    case FACE_FURIOUS:
        pen_move(p, -0.16f, 0.33f);
        pen_curve(p, -0.1f, 0.205f, 0.1f, 0.205f, 0.16f, 0.33f);
        break;
    case FACE_COUNT:
        return;
    }
    int count = p->count;
    if (c->dark) {
        pen_stroke(p, 0.088f, c->lips);
        p->count = count;    /* the same line again */
    }
    pen_stroke(p, 0.046f, c->ink);
}

/* Small lines that only a large face shows: a furrow between angry brows, a forehead in worry, a corner of the mouth. */
static void face_creases(struct pen *p, const struct face_paint *c, enum expression face)
{
    if (face == FACE_FURIOUS) {
        pen_move(p, 0.03f, -0.2f);
        pen_line(p, 0.035f, -0.14f);
        pen_both_stroke(p, 0.024f, c->shade);
    } else if (face == FACE_WORRIED) {
        pen_move(p, -0.11f, -0.335f);
        pen_curve(p, -0.04f, -0.36f, 0.04f, -0.36f, 0.11f, -0.335f);
        pen_stroke(p, 0.024f, c->shade);
    } else if (face == FACE_ANNOYED) {
        pen_move(p, 0.185f, 0.235f);
        pen_curve(p, 0.205f, 0.255f, 0.205f, 0.28f, 0.19f, 0.3f);
        pen_stroke(p, 0.024f, c->shade);
    }
}

void face_cheeks(struct pen *p, const struct face_paint *c)
{
    pen_ellipse(p, -0.265f, 0.12f, 0.085f, 0.066f, c->blush);
    pen_ellipse(p, 0.265f, 0.12f, 0.085f, 0.066f, c->blush);
}

void face_expression(struct pen *p, const struct face_paint *c, enum expression face, int beard)
{
    pen_move(p, 0.012f, -0.01f);
    pen_curve(p, 0.03f, 0.045f, 0.075f, 0.1f, 0.035f, 0.118f);
    pen_curve(p, 0.015f, 0.127f, -0.01f, 0.125f, -0.03f, 0.116f);
    pen_stroke(p, 0.034f, c->shade);
    if (c->fine)
        face_creases(p, c, face);
    if (beard && face != FACE_DELIGHTED)
        pen_ellipse(p, 0, face == FACE_FURIOUS ? 0.285f : 0.272f, 0.19f, 0.078f, c->lips);
    face_mouth(p, c, face);
    face_eyes(p, c, face);
    const struct face_brows *brows = &face_brows[face];
    face_brow(p, c, brows, -1, 0);
    face_brow(p, c, brows, 1, brows->tilt);
}

void face_beard(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.425f, -0.06f);
    pen_curve(p, -0.44f, 0.26f, -0.27f, 0.5f, 0, 0.5f);
    pen_curve(p, 0.27f, 0.5f, 0.44f, 0.26f, 0.425f, -0.06f);
    pen_curve(p, 0.375f, -0.03f, 0.38f, 0.1f, 0.31f, 0.15f);
    pen_curve(p, 0.24f, 0.2f, 0.12f, 0.13f, 0, 0.165f);
    pen_curve(p, -0.12f, 0.13f, -0.24f, 0.2f, -0.31f, 0.15f);
    pen_curve(p, -0.38f, 0.1f, -0.375f, -0.03f, -0.425f, -0.06f);
    pen_fill(p, c->hair);
}

void face_glasses(struct pen *p, const struct face_paint *c)
{
    uint32_t lens = theme_fade(c->teeth, 0.16f);
    pen_ellipse(p, -0.178f, -0.035f, 0.135f, 0.125f, lens);
    pen_ellipse(p, 0.178f, -0.035f, 0.135f, 0.125f, lens);
    pen_ellipse_line(p, -0.178f, -0.035f, 0.135f, 0.125f, 0.034f, c->glass);
    pen_ellipse_line(p, 0.178f, -0.035f, 0.135f, 0.125f, 0.034f, c->glass);
    pen_move(p, -0.046f, -0.055f);
    pen_curve(p, -0.02f, -0.078f, 0.02f, -0.078f, 0.046f, -0.055f);
    pen_stroke(p, 0.03f, c->glass);
    pen_move(p, 0.312f, -0.05f);
    pen_line(p, 0.41f, -0.075f);
    pen_both_stroke(p, 0.03f, c->glass);
}
