#ifndef SCREENS_DESK_PARTS_H
#define SCREENS_DESK_PARTS_H
/* What the files of the desk share. Functions with `paint` draw when it is 1 and only measure when it is 0. */
#include "page_parts.h"
#include "screens/desk.h"

#define DESK_TALL 1000000.0f         /* height of a column whose end is not known yet */

struct desk {
    struct ui *ui;
    const struct view_desk *v;
    struct desk_memory *m;
    struct wishes *wishes;
    int small;                       /* chips are small: there is little room */
    int feedback_first;              /* there is too little room: what came of it stands above what was said */
    float loose;                     /* pixels more between groups */
};

/* Chips in lines; keys: "1" on from the first, NULL none. *used: index of the one that was used, else as it was. Returns the height. */
float desk_chips(struct desk *d, struct rect r, const struct desk_chip *chips, int count, int digits, int *used, int paint);
/* A small heading with the key that goes through what stands under it; 1: the key was pressed. */
int desk_heading(struct desk *d, struct rect *r, const char *words, const char *key, int paint);
/* A small face with the name, and the way there when somebody else is in front; nobody: nothing. */
float desk_about_draw(struct desk *d, struct rect r, incident_id incident, customer_id customer, const char *key, int paint);
/* Key of that way in the feedback: "" when what stands over it leads there. */
const char *desk_about_key(const struct desk *d, customer_id customer);
const char *desk_named(struct desk *d, const char *key);   /* {customer}: who is in front */

/* The customer in front, what is known, promised and who is free: in a column of height r.h, or in two parts. */
float desk_person(struct desk *d, struct rect r, int paint);
float desk_person_head(struct desk *d, struct rect r, int paint);
float desk_person_foot(struct desk *d, struct rect r, int paint);
/* The three ways to do something; returns the height. */
float desk_compose(struct desk *d, struct rect r, int paint);
void desk_tabs(struct desk *d, struct rect r);
/* The sentence and the button under it. */
float desk_sentence_height(struct desk *d, float width);
void desk_sentence_draw(struct desk *d, struct rect r);
/* What was said with the customer in front. */
float desk_talk_draw(struct desk *d, struct rect r, int paint);
/* What somebody new is told before the first act, and whenever they ask for it. */
int desk_guide_is_shown(const struct desk *d);
float desk_guide_draw(struct desk *d, struct rect r, int paint);
/* What is due, done or waited for. */
float desk_stood_draw(struct desk *d, struct rect r, int paint);
/* One minute of feedback. */
float desk_feedback_draw(struct desk *d, struct rect r, int paint);
/* A sign, the words, and a note behind them. */
float desk_line_draw(struct desk *d, struct rect r, enum icon icon, enum theme_token shade, const char *words, const char *note, int strong, int paint);
#endif
