#ifndef REPORT_INSIDE_H
#define REPORT_INSIDE_H
/* The pieces of report_compose(): each appends one part of the document. */
#include "base/text.h"
#include "draw/theme.h"
#include "paper/document.h"
#include "view/view_report.h"

struct compose {
    struct paper_document *d;
    const struct view_report *v;
    struct arena *a; /* the document's */
};

/* A column by the text key of its head, "" for none. */
struct compose_column {
    const char *head;
    float share;
    enum draw_align align;
};

enum { COMPOSE_WIDTH = 504 }; /* of a picture as wide as the text */

/* --- parts --- */
void compose_section(struct compose *c, int level, const char *id, const char *title_key);
void compose_end(struct compose *c);
void compose_note(struct compose *c, const char *id, const char *key); /* an aside from the catalogue */
void compose_table(struct compose *c, enum paper_look look, const char *caption, const struct compose_column *columns, int count);
/* A table with a column for each round; `first` is the share of the column before them, against 1 for each round. */
void compose_round_table(struct compose *c, enum paper_look look, const char *first_key, float first);
/* Begins a row with the cell that names it. */
void compose_row(struct compose *c, const char *id, const char *name, const char *about);
void compose_words(struct compose *c, const char *words, const char *evidence); /* a cell: what, and what it rests on */
void compose_pill(struct compose *c, enum tone tone, const char *word, const char *counts); /* a cell */
void compose_small(struct compose *c, const char *words); /* on a line of its own, below what stands there */
const char *compose_number(struct compose *c, int n);
const char *compose_quoted(struct compose *c, const char *words); /* "" stays "" */
struct draw_list compose_list(struct compose *c);

/* A section headed by its finding, and what that rests on below it. */
void compose_headed(struct compose *c, int level, const char *id, enum report_head head);
/* What the latest sentence rests on: the first few, and where the others stand. key: of the sentence. */
void compose_rests(struct compose *c, const char *key, const struct report_rests *rests);
const char *compose_rest_label(struct compose *c, const char *id);
const char *compose_head_text(struct compose *c, enum report_head head);
/* "3 of 9" */
const char *compose_of(struct compose *c, int part, int all);
void compose_picture(struct compose *c, const char *id, const struct draw_list *list, float width, float height, const char *told);

/* --- sections, in their order --- */
void compose_title(struct compose *c);
void compose_scores(struct compose *c); /* six spokes beside the counts */
void compose_promises(struct compose *c);
void compose_turns(struct compose *c);
void compose_ending(struct compose *c); /* the business's decision */
void compose_monday(struct compose *c);
void compose_attitude(struct compose *c);
void compose_behaviour(struct compose *c);
void compose_culture(struct compose *c);
void compose_room(struct compose *c);      /* vouchers, what was seen, notes: within culture */
void compose_agreed(struct compose *c);    /* commitments, improvements */
void compose_cards(struct compose *c);     /* within attitude */
void compose_charter(struct compose *c);
void compose_results(struct compose *c);   /* delivered beside felt, customers, where the effort went */
void compose_customers(struct compose *c); /* within results */
void compose_needs(struct compose *c);     /* what customers need and who found it out; what was new */
void compose_matrix(struct compose *c);
void compose_account(struct compose *c);
/* The gates of one level, or with level 0 of all; nothing where there are none. */
void compose_gates(struct compose *c, const char *id, int level);
void compose_patterns(struct compose *c);
void compose_questions(struct compose *c);
void compose_maturity(struct compose *c);
void compose_method(struct compose *c);
void compose_annex(struct compose *c);         /* corrections, moments, updates, promises, then what follows */
void compose_annex_figures(struct compose *c); /* figures in full, gates, answers */
void compose_annex_rests(struct compose *c);   /* sentences with all that they rest on */

/* --- pictures --- */
/* Draws the promises of every round beside each other, packed into lanes; returns the height it took. */
float compose_draw_promises(struct draw_list *l, const struct view_report *v, float width);
/* Trust of a customer from the start through the rounds. */
void compose_draw_trust(struct draw_list *l, const struct view_report *v, const struct report_customer *c, struct rect r);
#endif
