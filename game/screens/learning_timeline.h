#ifndef SCREENS_LEARNING_TIMELINE_H
#define SCREENS_LEARNING_TIMELINE_H
/*
 * The timeline of a round, for console and stage: a lane for each incident,
 * its bar from opening to end (darker until it worked again), and on it what
 * was done. Signs differ by shape: a disc, somebody spoke; a diamond, said how
 * things stand; a hollow diamond at the promised time, with a thread from when
 * it was said; a square below, work began. Rings with numbers mark evidence.
 */
#include "page_parts.h"
#include "view/view_learning.h"

struct timeline_look {
    float unit;                       /* pixels of one unit: scale one on the console, 1920 wide on the stage */
    float size;                       /* of text, in units */
    float names;                      /* width of the lane names in units, 0: above the lanes */
    int first_names;                  /* only who reported it */
    float lane;                       /* height of a lane, times the text's size; 0: the usual */
    int most;                         /* lanes shown; the rest are only counted */
    int32_t until;                    /* what happened later is not shown, -1: everything is */
    const struct learning_pattern *pattern;   /* whose evidence is ringed, NULL: none */
    int rings, highlight;             /* the first so many are ringed; one of them stands out, -1: none */
    int counts;                       /* a badge says how many rings it stands for, instead of their numbers */
    int only_rings;                   /* only lanes with evidence */
};

float learning_timeline_height(struct ui *ui, const struct learning_timeline *t, const struct timeline_look *look, float width);
void learning_timeline_draw(struct ui *ui, const struct learning_timeline *t, const struct timeline_look *look, struct rect r);
/* What the signs mean, in a row that wraps. */
float learning_legend(struct ui *ui, const struct timeline_look *look, struct rect r, int paint);
#endif
