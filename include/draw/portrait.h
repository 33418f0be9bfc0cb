#ifndef DRAW_PORTRAIT_H
#define DRAW_PORTRAIT_H
/*
 * A customer's face, drawn from a few parameters: flat shapes, friendly, no
 * caricature. The expression is one of five, the light of the customer's halo
 * goes from 0 (ignored: grey, dim) to 1.
 */
#include "draw/list.h"
#include "draw/theme.h"

enum expression { FACE_DELIGHTED, FACE_CALM, FACE_WORRIED, FACE_ANNOYED, FACE_FURIOUS, FACE_COUNT };
struct portrait_look {
    uint32_t skin, hair, clothes;   /* 0xRRGGBB */
    int style;                      /* 0 bald, short, long, bob, bun, curly, swept, scarf: order of the pack format */
    int glasses, beard;
    enum expression face;
    float light;                    /* 0 to 1 */
    uint32_t ring;                  /* colour of the ring around it, 0xRRGGBBAA */
};
/* Centred at x, y; radius is that of the ring's outside. Halo (when light > 0) reaches to about 2.6 radii at full light, 1.9 at almost none. */
void portrait_halo(struct draw_list *l, enum theme theme, float x, float y, float radius, float light);
void portrait_draw(struct draw_list *l, enum theme theme, const struct portrait_look *look, float x, float y, float radius);
#endif
