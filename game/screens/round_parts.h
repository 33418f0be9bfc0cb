#ifndef SCREENS_ROUND_PARTS_H
#define SCREENS_ROUND_PARTS_H
/* What the files of the pages between rounds share. */
#include "page_parts.h"
#include "screens/round_end.h"

struct between {
    struct ui *ui;
    const struct view_round *view;
    struct round_memory *m;
    struct wishes *wishes;
};

const char *between_number(struct between *b, int n);
/* "5 of 8"; "none" words when there is nothing to count. */
const char *between_of(struct between *b, int met, int all);

/* F6 and F8: in the bar where there is room, else as a line of the page. */
void round_stage_buttons(struct between *b, struct rect *bar);
void round_stage_line(struct between *b, struct rect *r);
float round_stage_height(struct between *b);

/* The left side of round's end: figures, customers, promises, questions. */
void round_figures_draw(struct between *b, struct rect r);
float round_figures_height(struct between *b, float width);
/* The customers with their figures now and before; part of the left side, and of the session's end. */
void round_customers_draw(struct between *b, struct rect *r);
float round_customers_height(struct between *b);
/* The right side: scores as filters, and the evidence behind them. */
void round_scores_draw(struct between *b, struct rect *r, int columns);
float round_scores_height(struct between *b, float width, int columns);
void round_moments_draw(struct between *b, struct rect r);
float round_moments_height(struct between *b, float width);
/* Four sides of the round with the survey, and lists of what was agreed or changed: each takes its height off r, none
 * where there is nothing to tell. */
void round_sides_draw(struct between *b, struct rect *r);
float round_sides_height(struct between *b, float width);
void round_lines_draw(struct between *b, const char *heading, const struct round_line *lines, int count, struct rect *r);
float round_lines_height(struct between *b, const char *heading, const struct round_line *lines, int count, float width);
/* Dialogs over the page. */
void round_overrule_draw(struct between *b);
void briefing_draw(struct between *b);
#endif
