#ifndef DRAW_FACE_H
#define DRAW_FACE_H
/*
 * The parts of a portrait, in units of the disc's radius around its centre:
 * the head reaches from -0.58 to 0.46 and is 0.84 wide, ears aside. Painted in
 * the order of these calls.
 */
#include "pen.h"
#include "draw/portrait.h"

struct face_paint {
    uint32_t disc, skin, shade, blush, hair, hair_light, hair_dark, clothes, clothes_light, ink,
        lips, mouth, teeth, tongue, glass;
    float light;       /* how much of all colours is left, the rest is the disc's */
    int fine;          /* large enough for small details */
    int dark;          /* skin on which dark lines need help */
};

int face_hair_shows_ears(int style);
void face_hair_behind(struct pen *p, const struct face_paint *c, int style);
void face_hair_before(struct pen *p, const struct face_paint *c, int style);
void face_cheeks(struct pen *p, const struct face_paint *c);
void face_beard(struct pen *p, const struct face_paint *c);
void face_glasses(struct pen *p, const struct face_paint *c);
void face_expression(struct pen *p, const struct face_paint *c, enum expression face, int beard);
#endif
