#ifndef SCREENS_EDITING_PARTS_H
#define SCREENS_EDITING_PARTS_H
/* The pieces of the page on which a report is edited. */
#include "page_parts.h"
#include "screens/editing.h"

struct editing {
    struct ui *ui;
    const struct view_editing *view;
    struct editing_memory *m;
    struct wishes *wishes;
    int paint; /* 0: only the room is taken */
};

/* The chosen part; NULL where something is chosen that is told no more. */
const struct editing_part *editing_chosen(const struct editing *e);
const struct editing_lost *editing_chosen_lost(const struct editing *e);
const char *editing_label(const struct editing *e, int index); /* of a row of the list */
void editing_take(struct editing *e, int index);
void editing_choose(struct editing *e, int index); /* and gives it the focus */

void editing_list(struct editing *e, struct rect r);
void editing_panel(struct editing *e, struct rect r);

/* --- the form --- */
void editing_open(struct editing *e, enum editing_form form);
void editing_form_block(struct editing *e, struct rect *r);
void editing_edit(struct editing *e, int32_t part, enum report_edit what, const char *words, const char *title);

/* --- one below the other, painted or only measured --- */
void editing_say(struct editing *e, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines, const char *words);
void editing_gap(struct editing *e, struct rect *r, float at_scale_one);
/* A button in a line of several that wraps; *x: where the line stands, 0 at its beginning. */
int editing_button(struct editing *e, struct rect *r, float *x, const char *label, const char *key, int flags);
void editing_buttons_end(struct editing *e, struct rect *r, float *x);
/* What a part rests on, and what the program tells where that is something else. */
void editing_told_block(struct editing *e, struct rect *r);
void editing_evidence_block(struct editing *e, struct rect *r);
#endif
