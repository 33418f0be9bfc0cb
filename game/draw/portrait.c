#include "draw/portrait.h"
#include "face.h"

#include <assert.h>
#include <math.h>

/* Share of the outer radius that ring and gap take. */
static const float portrait_ring = 0.072f, portrait_gap = 0.034f;
static const float portrait_halo_reach = 2.6f, portrait_halo_least = 1.9f;
/* The head is drawn this much larger than its own units say, and lower, so that tall hair stays inside. */
static const float portrait_head_scale = 1.09f, portrait_head_down = 0.055f;

void portrait_halo(struct draw_list *l, enum theme theme, float x, float y, float radius, float light)
{
    if (light <= 0)
        return;
    /* Light falls from the customer on what stands below: the middle lies a little under the face. */
    float reach = radius * (portrait_halo_least + (portrait_halo_reach - portrait_halo_least) * (light < 1 ? light : 1));
    draw_glow(l, x, y + radius * 0.12f, reach, theme_fade(theme_color(theme, THEME_GLOW), light));
}

/* Without light a face keeps its shapes, but the colours sink into what is behind it. */
static uint32_t portrait_tint(const struct face_paint *c, uint32_t rgb)
{
    return theme_mix(c->disc, rgb << 8 | 0xff, c->light);
}

static uint32_t portrait_darker(uint32_t rgb, float amount)
{
    return theme_mix(rgb << 8, 0x14182600, amount) >> 8;
}

static uint32_t portrait_lighter(uint32_t rgb, float amount)
{
    return theme_mix(rgb << 8, 0xffffff00, amount) >> 8;
}

/* Brightness from 0 to 255, as the eye weighs it. */
static uint32_t portrait_brightness(uint32_t rgb)
{
    return ((rgb >> 16 & 0xff) * 54 + (rgb >> 8 & 0xff) * 183 + (rgb & 0xff) * 19) >> 8;
}

static uint32_t portrait_blush(uint32_t skin, enum expression face)
{
    static const float strength[FACE_COUNT] = {0.34f, 0.2f, 0.1f, 0.2f, 0.5f};
    float dark = portrait_brightness(skin) < 110 ? 0.7f : 1;
    return theme_mix(skin << 8, 0xe2564800, strength[face] * dark) >> 8;
}

static struct face_paint portrait_paint(enum theme theme, const struct portrait_look *look, float radius)
{
    float light = look->light < 0 ? 0 : look->light > 1 ? 1 : look->light;
    struct face_paint c = {.disc = theme_color(theme, THEME_PORTRAIT), .light = 0.36f + 0.64f * sqrtf(light), .fine = radius >= 36};
    c.disc = theme_mix(theme_color(theme, THEME_BACKGROUND), c.disc, 0.45f + 0.55f * light);
    int dark_hair = portrait_brightness(look->hair) < 60;
    c.skin = portrait_tint(&c, look->skin);
    c.shade = portrait_tint(&c, portrait_darker(look->skin, 0.2f));
    c.blush = portrait_tint(&c, portrait_blush(look->skin, look->face));
    c.hair = portrait_tint(&c, look->hair);
    c.hair_light = portrait_tint(&c, portrait_lighter(look->hair, dark_hair ? 0.13f : 0.2f));
    c.hair_dark = portrait_tint(&c, portrait_darker(look->hair, 0.28f));
    c.clothes = portrait_tint(&c, look->clothes);
    c.clothes_light = portrait_tint(&c, portrait_lighter(look->clothes, 0.24f));
    c.ink = portrait_tint(&c, portrait_brightness(look->skin) < 75 ? 0x090a0f : 0x1c2230);
    c.lips = portrait_tint(&c, theme_mix(look->skin << 8, 0xd0786c00, 0.42f) >> 8);
    c.dark = portrait_brightness(look->skin) < 75;
    c.mouth = portrait_tint(&c, 0x6b1f2a);
    c.teeth = portrait_tint(&c, 0xfbf7f0);
    c.tongue = portrait_tint(&c, 0xd9636b);
    c.glass = portrait_tint(&c, 0x262c3c);
    return c;
}

/* Neck, the shadow of the chin on it, and shoulders that end where the disc does. */
static void portrait_body(struct pen *p, const struct face_paint *c)
{
    pen_move(p, -0.16f, 0.25f);
    pen_line(p, 0.16f, 0.25f);
    pen_line(p, 0.16f, 0.76f);
    pen_line(p, -0.16f, 0.76f);
    pen_fill(p, c->skin);
    pen_move(p, -0.16f, 0.3f);
    pen_line(p, 0.16f, 0.3f);
    pen_line(p, 0.16f, 0.55f);
    pen_curve(p, 0.09f, 0.645f, -0.09f, 0.645f, -0.16f, 0.55f);
    pen_fill(p, c->shade);
    float angle = 0.83f, x = 0.995f * cosf(angle), y = 0.995f * sinf(angle);
    pen_move(p, -x, y);
    pen_curve(p, -0.56f, 0.65f, -0.38f, 0.67f, -0.2f, 0.6f);
    pen_curve(p, -0.12f, 0.75f, 0.12f, 0.75f, 0.2f, 0.6f);
    pen_curve(p, 0.38f, 0.67f, 0.56f, 0.65f, x, y);
    pen_arc(p, 0, 0, 0.995f, angle, 3.14159265f - angle);
    pen_fill(p, c->clothes);
    pen_move(p, -0.2f, 0.61f);
    pen_curve(p, -0.12f, 0.76f, 0.12f, 0.76f, 0.2f, 0.61f);
    pen_stroke(p, 0.042f, c->clothes_light);
}

static void portrait_head(struct pen *p, const struct face_paint *c, int ears)
{
    if (ears) {
        pen_ellipse(p, -0.415f, -0.02f, 0.078f, 0.112f, c->skin);
        pen_ellipse(p, 0.415f, -0.02f, 0.078f, 0.112f, c->skin);
        pen_ellipse(p, -0.425f, -0.015f, 0.036f, 0.062f, c->shade);
        pen_ellipse(p, 0.425f, -0.015f, 0.036f, 0.062f, c->shade);
    }
    pen_move(p, 0, -0.58f);
    pen_curve(p, 0.25f, -0.58f, 0.42f, -0.38f, 0.42f, -0.1f);
    pen_curve(p, 0.42f, 0.22f, 0.24f, 0.46f, 0, 0.46f);
    pen_curve(p, -0.24f, 0.46f, -0.42f, 0.22f, -0.42f, -0.1f);
    pen_curve(p, -0.42f, -0.38f, -0.25f, -0.58f, 0, -0.58f);
    pen_fill(p, c->skin);
}

void portrait_draw(struct draw_list *l, enum theme theme, const struct portrait_look *look, float x, float y, float radius)
{
    assert((unsigned)look->face < FACE_COUNT && look->style >= 0);
    struct face_paint c = portrait_paint(theme, look, radius);
    float disc = radius * (1 - portrait_ring - portrait_gap);
    struct pen body = {.list = l, .x = x, .y = y, .scale = disc}, head = body;
    head.y += disc * portrait_head_down;
    head.scale *= portrait_head_scale;
    draw_circle(l, x, y, disc, c.disc);
    face_hair_behind(&head, &c, look->style);
    portrait_body(&body, &c);
    portrait_head(&head, &c, face_hair_shows_ears(look->style));
    face_cheeks(&head, &c);
    if (look->beard)
        face_beard(&head, &c);
    face_expression(&head, &c, look->face, look->beard);
    face_hair_before(&head, &c, look->style);
    if (look->glasses)
        face_glasses(&head, &c);
    draw_ring(l, x, y, radius, radius * portrait_ring, look->ring);
}
