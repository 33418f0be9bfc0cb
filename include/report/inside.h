#ifndef REPORT_INSIDE_H
#define REPORT_INSIDE_H
/* The pieces of report_html(): each writes one part of the page. */
#include "base/arena.h"
#include "base/str.h"
#include "base/text.h"
#include "draw/list.h"
#include "view/view_report.h"

struct page {
    struct str *out;
    const struct view_report *v;
    struct arena arena; /* display lists and sentences */
    int figures;        /* pictures so far: each has ids of its own */
};

extern const char *const page_style[]; /* the style sheet, in pieces, closed by NULL */

/* --- parts --- */
void page_raw(struct page *p, const char *html);  /* markup, as it is */
void page_text(struct page *p, const char *data); /* data, escaped */
/* <tag class="css">data</tag>; css "" for none; nothing at all when there is no data. */
void page_element(struct page *p, const char *tag, const char *css, const char *data);
void page_section_begin(struct page *p, const char *id, const char *title_key); /* <section> with its <h2> */
void page_section_end(struct page *p);
/* A table that turns into blocks on a narrow page. Heads are text keys, closed by NULL; caption is data,
 * "" for none. */
void page_table_begin(struct page *p, const char *css, const char *caption, const char *const *heads);
void page_table_end(struct page *p);
void page_row_begin(struct page *p);
void page_row_end(struct page *p);
void page_cell_begin(struct page *p, const char *label_key,
                     const char *css); /* label_key: said before it on a narrow page */
void page_cell_end(struct page *p);
void page_cell(struct page *p, const char *label_key, const char *css, const char *data);
/* A table with a column for each round, up to its first row; and the name that begins a row of it. */
void page_round_heads(struct page *p, const char *css, const char *first_key);
void page_row_name(struct page *p, const char *name, const char *about);
void page_pill(struct page *p, enum tone tone, const char *word);
const char *page_number(struct page *p, int n);
/* A picture, drawn anew each time; title "" for decoration. */
void page_picture(struct page *p, const struct draw_list *list, float width, float height, const char *css,
                  const char *title);
struct draw_list page_list(struct page *p);

/* --- sections, in their order --- */
void report_title(struct page *p);
void page_scores(struct page *p);
void page_promises(struct page *p);
void page_turns(struct page *p);
void page_customers(struct page *p);
void page_account(struct page *p); /* speed, quality, satisfaction and risk; value, outcomes, costs, risks */
void page_surveys(struct page *p);
void page_spokes(struct page *p);
void page_aspects(struct page *p); /* attitude, behaviour, culture */
void page_matrix(struct page *p);
void page_maturity(struct page *p);
void page_patterns(struct page *p);
void page_questions(struct page *p);
void page_agreed(struct page *p); /* cards, charter, commitments, improvements */
void page_room(struct page *p);  /* vouchers, what was seen, notes */
void page_ending(struct page *p); /* the business's decision */
void page_monday(struct page *p);
void page_annex(struct page *p); /* moments, updates, promises, corrections */
void page_method(struct page *p);

/* --- pictures --- */
/* Draws the promises of a round, packed into lanes by customer; returns the height it took. */
float page_draw_promises(struct draw_list *l, const struct view_report *v, const struct report_round *r, float width);
/* Trust of a customer from the start through the rounds. */
void page_draw_trust(struct draw_list *l, const struct view_report *v, const struct report_customer *c, struct rect r);
#endif
