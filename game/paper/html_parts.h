#ifndef PAPER_HTML_PARTS_H
#define PAPER_HTML_PARTS_H
/* The pieces of paper_html(): blocks, runs, tables, the style sheet. */
#include "paper/html.h"

struct html {
    struct str *out;
    const struct paper_document *d;
    int pictures, sections; /* so far: each has ids of its own */
    const char *heading;    /* id of the heading of the innermost section, "" before the first */
};

extern const char *const html_style[]; /* in pieces, closed by NULL */

void html_raw(struct html *h, const char *markup);
void html_data(struct html *h, const char *data); /* escaped */
void html_open(struct html *h, const char *tag, const char *css, const char *id); /* css, id: NULL for none */
void html_number(struct html *h, float value); /* tenths, without a locale */
void html_block(struct html *h, const struct paper_block *b);
void html_children(struct html *h, const struct paper_block *b);
void html_runs(struct html *h, const struct paper_block *b);
void html_mark(struct html *h, const struct paper_block *b); /* the facilitator's word, where the block is theirs */
void html_table(struct html *h, const struct paper_block *b);
#endif
