#ifndef SCREENS_LEARNING_PAGE_H
#define SCREENS_LEARNING_PAGE_H
/*
 * What the files of the learning moment's console share. Its parts are made
 * of blocks: a block takes what it needs off the top of its box. Run without
 * painting it only measures, so that what is measured is what is painted.
 */
#include "learning_timeline.h"
#include "screens/learning.h"

struct learning {
    struct ui *ui;
    const struct view_learning *view;
    struct learning_memory *m;
    struct wishes *wishes;
    int paint;
    int index;                        /* of the row that a block is run for */
    float room;                       /* pixels that the lanes of the timeline may spread over */
};
typedef void learning_block(struct learning *l, struct rect *r);

float learning_measure(struct learning *l, learning_block *block, float width);
/* A column that scrolls where the block is higher than it. */
void learning_column(struct learning *l, const char *name, struct rect r, learning_block *block);
/* A panel around a block. */
void learning_boxed(struct learning *l, struct rect *r, enum theme_token panel, learning_block *block);
void learning_text(struct learning *l, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines, const char *words);
void learning_space(struct learning *l, struct rect *r, float at_scale_one);
void learning_heading(struct learning *l, struct rect *r, const char *label);
/* Buttons from the left that wrap. */
struct learning_button { const char *label, *key; int flags, choice; };
/* Index of the one that was used, -1. */
int learning_buttons(struct learning *l, struct rect *r, const struct learning_button *buttons, int count);
/* A row as high as its block, whose focus picks it too: 1 when used or moved to. */
int learning_row(struct learning *l, struct rect *r, const char *label, const char *key, int selected, learning_block *block, float margin);
const char *learning_words_of(struct learning *l, int n);

const struct learning_pattern *learning_shown(const struct learning *l);   /* NULL when there is none */
struct timeline_look learning_look(struct learning *l, float width);
/* Fictional second up to which the replay has come, -1: everything is shown; how many rings that leaves. */
int32_t learning_until(const struct view_learning *view, const struct learning_memory *m);
int learning_rings(const struct learning_pattern *p, int32_t until);
void learning_asks_block(struct learning *l, struct rect *r);
/* The end of a column that is the whole page. */
void learning_tail(struct learning *l, struct rect *r);

void learning_happened(struct learning *l, struct rect r, int wide);
void learning_disputed(struct learning *l, struct rect r, int wide);
void learning_patterns(struct learning *l, struct rect r, int wide);
void learning_commit(struct learning *l, struct rect r, int wide);
void learning_overrule_dialog(struct learning *l);
void learning_count_dialog(struct learning *l);
void learning_words_dialog(struct learning *l);
#endif
