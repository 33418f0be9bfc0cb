#ifndef REPORT_EDIT_PARTS_H
#define REPORT_EDIT_PARTS_H
/* The parts of a document by the number under which they are edited, with what the program told. */
#include "paper/document.h"
#include "view/view_report.h"

struct edit_part {
    struct paper_block *block;
    struct paper_block *words; /* the block whose words are changed: itself, or the first text within; NULL: none */
    struct edit_part *after;   /* what it was added after */
    int32_t key;
    int told_hidden, changed, added, inner; /* inner: lies within a part that tells as a whole */
    const char *told_title;                 /* as the program, or first the facilitator, had it */
    struct paper_run *told_runs, *told_last;
    enum paper_author told_author;
};

struct edit_parts {
    struct paper_document *d;
    struct edit_part *items;
    int count, room;
    int *lost; /* edits of what is not told, by their place */
    int lost_count, additions;
};

/* All parts of the document, with room for `more`. */
void edit_parts_begin(struct edit_parts *p, struct paper_document *d, int more);
/* One more, with the texts in it. */
struct edit_part *edit_parts_take(struct edit_parts *p, struct paper_block *block);
struct edit_part *edit_parts_find(const struct edit_parts *p, int32_t key);
/* The part of that block, NULL. */
struct edit_part *edit_parts_of(const struct edit_parts *p, const struct paper_block *block);
/* Parts that the edits may add. */
int edit_room_for(const struct view_report_edits *edits);
void edit_parts_apply(struct edit_parts *p, const struct view_report_edits *edits);

int edit_is_rests(const struct paper_block *b); /* the line below a heading that cites what the heading says: "promises.rests" */
int edit_is_annex(const struct paper_block *b); /* it, or something around it */
int edit_can_change(const struct edit_part *part);
int edit_can_hide(const struct edit_part *part);
int edit_can_add(const struct edit_part *part);
#endif
