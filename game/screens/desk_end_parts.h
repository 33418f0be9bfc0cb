#ifndef SCREENS_DESK_END_PARTS_H
#define SCREENS_DESK_END_PARTS_H
/* What the files of the result share. Each walk draws with paint 1, measures with 0, and returns its height. */
#include "page_parts.h"
#include "screens/desk.h"

struct desk_end {
    struct ui *ui;
    const struct view_desk_end *v;
    struct desk_end_memory *m;
    struct wishes *wishes;
    float chart;                     /* height of the curves, pixels */
};
#define DESK_END_TALL 1000000.0f     /* height of a column whose end is not known yet */

/* Words at the top of r; takes their height off it. */
float desk_end_words(struct desk_end *e, struct rect *r, float size, enum draw_weight weight, enum theme_token color,
                     int lines, const char *words, int paint);
float desk_end_scores(struct desk_end *e, struct rect r, int paint);
float desk_end_trust(struct desk_end *e, struct rect r, int paint);
float desk_end_differences(struct desk_end *e, struct rect r, int paint);
#endif
