#ifndef VIEW_VIEW_EDITING_H
#define VIEW_VIEW_EDITING_H
/*
 * The report as whoever edits it sees it: its parts in reading order, as they
 * will stand, each with the evidence that it rests on. Filled by
 * report_edit_list() (report/edit.h); texts are never NULL and live as long as
 * the document.
 */
#include <stdint.h>

enum editing_kind {
    EDITING_SECTION, /* words: its heading */
    EDITING_TITLE,
    EDITING_LEAD,    /* large: what a hurried reader reads */
    EDITING_TEXT,
    EDITING_NOTE,    /* small: below a figure */
    EDITING_QUOTE,   /* what somebody said */
    EDITING_GROUP,   /* an item, box or row with the texts that follow it */
    EDITING_PICTURE,
    EDITING_WORD     /* the facilitator's */
};

/* A row of the annex in full. */
struct editing_evidence { const char *number, *when, *words; };

struct editing_part {
    int32_t key;              /* what the session calls it: view_report_part() */
    enum editing_kind kind;
    int depth;                /* 0: a section of the report, or what stands before the first */
    const char *words, *told; /* as it will stand; as the program tells it, "" for what was added */
    const char *section;      /* heading it lies under, "" */
    int hidden, within;       /* it is left out; something around it is */
    int changed, added;       /* by the facilitator */
    int can_change, can_hide, can_add;
    struct editing_evidence *evidence;
    int evidence_count;
};

/* An edit of something that is not told any more. what: enum report_edit. */
struct editing_lost { int32_t part, what; const char *words; };

struct view_editing {
    struct editing_part *parts;
    int part_count;
    struct editing_lost *lost;
    int lost_count;
    int edits;            /* made in all */
    int newest;           /* place of the part that the last edit added, -1 when it added none */
    const char *word;     /* the facilitator's, "" while there is none */
    int32_t word_key;
};
#endif
