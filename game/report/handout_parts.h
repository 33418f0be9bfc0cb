#ifndef REPORT_HANDOUT_PARTS_H
#define REPORT_HANDOUT_PARTS_H
/* The pieces of handout_compose(). */
#include "base/text.h"
#include "report/handout.h"

struct handout_sheet {
    struct paper_document *d;
    const struct scenario *sc;
    struct arena *a;
};

/* --- parts of any sheet --- */
void handout_head(struct handout_sheet *h, const char *title_key, const char *lead_key);
void handout_cell(struct handout_sheet *h, const char *words); /* "" for an empty one */
void handout_blank_rows(struct handout_sheet *h, int rows, int columns, float height); /* of an open table */
void handout_table(struct handout_sheet *h, const char *const *head_keys, const float *shares, int count);
const char *handout_clock(struct handout_sheet *h, int32_t seconds);
const char *handout_span(struct handout_sheet *h, int32_t seconds);
const char *handout_quoted(struct handout_sheet *h, const char *words); /* "" stays "" */
const char *handout_customer(const struct handout_sheet *h, customer_id who); /* name, "" for nobody */
/* When a condition holds, in words: "at 14:05", "5 min later and once “the cause” is known". "" for none. */
const char *handout_when(struct handout_sheet *h, condition_id id);

/* --- sheets --- */
void handout_runsheet(struct handout_sheet *h);
void handout_incident(struct handout_sheet *h, incident_id id);
void handout_roles(struct handout_sheet *h);
void handout_customers(struct handout_sheet *h);
void handout_deck(struct handout_sheet *h);
void handout_conditions(struct handout_sheet *h);
void handout_complaints(struct handout_sheet *h);
void handout_charter(struct handout_sheet *h);
void handout_monday(struct handout_sheet *h);
void handout_observers(struct handout_sheet *h);
#endif
