#ifndef PAPER_DOCUMENT_H
#define PAPER_DOCUMENT_H
/*
 * A document before anybody sets it: headings, paragraphs, lists, tables and
 * pictures in the order they are read. One description serves the page in a
 * browser (paper/html.h), the pages of a printer (paper/pdf.h) and the screen
 * on which a facilitator edits a report.
 *
 *   struct paper_document d = {.arena = &arena, .language = "en", .title = "Report"};
 *   paper_section(&d, 2, "promises", "Five of fourteen promises ran out");
 *   paper_say(&d, PAPER_BODY, "promises.sum", "You made 14.");
 *   paper_refer(&d, "p3");
 *   paper_end(&d);
 *
 * Whatever is begun is ended by paper_end(), innermost first; blocks that are
 * begun lie within the open one. paper_say() begins and ends a paragraph; runs
 * added after it go to the end of that paragraph. Texts are data, never
 * markup; they are borrowed and live as long as the arena. NULL is "".
 *
 * `id` names a block for links, bookmarks and edits: letters, digits, dots and
 * hyphens, its own in the document, and the same each time the same session is
 * told; NULL where nobody needs to find it. Sizes are points (1/72 inch), and
 * so are the units of a picture's list; a page's text is about 505 wide.
 */
#include "base/arena.h"
#include "base/tone.h"
#include "draw/list.h"

enum paper_kind {
    PAPER_ROOT,
    PAPER_SECTION,   /* a heading and what stands under it */
    PAPER_PARAGRAPH, /* runs of text */
    PAPER_LIST,      /* items */
    PAPER_ITEM,      /* blocks */
    PAPER_TABLE,     /* rows */
    PAPER_ROW,       /* cells */
    PAPER_CELL,      /* blocks */
    PAPER_PICTURE,   /* a display list */
    PAPER_COLUMNS,   /* blocks side by side, below each other where it is narrow */
    PAPER_BOX,       /* blocks that belong together and are not parted between pages */
    PAPER_BREAK,     /* a new page */
    PAPER_LINES,     /* empty lines to write on, with a label */
    PAPER_SHEET,     /* cards of one size in a grid with cut marks; HTML shows them as boxes */
    PAPER_CARD,      /* blocks within the size of the sheet's cards */
    PAPER_KIND_COUNT
};

enum paper_style { /* of a paragraph */
    PAPER_BODY,
    PAPER_TITLE,    /* the one first heading */
    PAPER_KICKER,   /* the small line above a title */
    PAPER_LEAD,     /* larger: what a hurried reader reads */
    PAPER_ASIDE,    /* small and quiet: a note below a figure */
    PAPER_EVIDENCE, /* what a verdict rests on */
    PAPER_DECISION, /* large: what was decided */
    PAPER_ALARM,    /* must be seen: the file is damaged */
    PAPER_QUOTE,    /* what somebody said */
    PAPER_BYLINE,   /* who said it, when */
    PAPER_LABEL,    /* a small heading that is no bookmark */
    PAPER_STYLE_COUNT
};

enum paper_look { /* of a section, a list, a table, columns or a box */
    PAPER_PLAIN,
    PAPER_NUMBERED, /* list */
    PAPER_STACKED,  /* table: rows become blocks on a phone, each cell under its head */
    PAPER_FIGURES,  /* table: figures in columns, aligned */
    PAPER_VOUCHER,  /* box: thanks from a customer */
    PAPER_NOTE,     /* box: what the facilitator wrote */
    PAPER_PATTERN,  /* box: a named pattern with what shows it */
    PAPER_ANNEX,    /* section: evidence in small type; begins a page */
    PAPER_LOOK_COUNT
};

enum paper_ink { /* of a run */
    PAPER_TEXT,
    PAPER_STRONG,
    PAPER_DIM,      /* smaller and quiet */
    PAPER_PILL,     /* a word in a coloured shape; the word says it, not the colour */
    PAPER_REFERENCE,/* a small number that leads to the block `to` */
    PAPER_NEWLINE
};

struct paper_run {
    enum paper_ink ink;
    enum tone tone;        /* of a pill or a strong text */
    const char *text, *to; /* to: id of a block, NULL */
    struct paper_run *next;
};

enum { PAPER_COLUMNS_MOST = 12 };
struct paper_column {
    const char *head; /* "" for none */
    float share;      /* of the width, against the other columns */
    enum draw_align align;
};

enum paper_author { PAPER_BY_PROGRAM, PAPER_BY_FACILITATOR };

struct paper_block {
    enum paper_kind kind;
    enum paper_style style;
    enum paper_look look;
    const char *id;           /* NULL: none */
    const char *title;        /* section: heading; lines: label; table: caption; picture: read aloud, "" for decoration */
    int level;                /* section: 2 to 4; row: 1 a row that names the group below it; cell: 1 the row's head */
    int hidden;               /* kept for whoever edits, left out on paper */
    enum paper_author author; /* changed or written by the facilitator: shown as such */
    float width, height;      /* picture, card; lines: height of one */
    int count;                /* lines: how many; columns: how many in a row, 0: all */
    const struct draw_list *picture;
    const struct paper_column *columns; /* table */
    int column_count;
    struct paper_run *runs;
    struct paper_block *first, *next, *parent;
    struct paper_block *last;           /* of the children */
    struct paper_run *last_run;
};

struct paper_document {
    struct arena *arena;
    const char *language, *title, *author, *subject; /* language: "en" */
    const char *running;                             /* at the foot of each page */
    const char *date;                                /* ISO day of the session, "" unknown: never today */
    struct paper_block *root, *open, *latest;        /* latest: the paragraph that runs are added to */
};

/* --- blocks that are ended by paper_end() --- */
struct paper_block *paper_section(struct paper_document *d, int level, const char *id, const char *title);
struct paper_block *paper_list(struct paper_document *d, enum paper_look look);
struct paper_block *paper_item(struct paper_document *d);
struct paper_block *paper_table(struct paper_document *d, enum paper_look look, const char *caption,
                                const struct paper_column *columns, int count); /* columns are copied */
struct paper_block *paper_row(struct paper_document *d, const char *id);
struct paper_block *paper_group_row(struct paper_document *d, const char *title); /* ended by itself */
struct paper_block *paper_cell(struct paper_document *d);
struct paper_block *paper_head_cell(struct paper_document *d);
struct paper_block *paper_columns(struct paper_document *d, int in_a_row);
struct paper_block *paper_box(struct paper_document *d, enum paper_look look, const char *id);
struct paper_block *paper_sheet(struct paper_document *d, float width, float height);
struct paper_block *paper_card(struct paper_document *d);
void paper_end(struct paper_document *d);

/* --- blocks that hold nothing --- */
/* A paragraph of one text; nothing at all, and NULL, when the text is empty. */
struct paper_block *paper_say(struct paper_document *d, enum paper_style style, const char *id, const char *text);
struct paper_block *paper_paragraph(struct paper_document *d, enum paper_style style, const char *id); /* without a text yet */
struct paper_block *paper_picture(struct paper_document *d, const struct draw_list *list, float width, float height,
                                  const char *title);
struct paper_block *paper_lines(struct paper_document *d, const char *label, int count, float height);
struct paper_block *paper_break(struct paper_document *d);

/* --- runs at the end of the latest paragraph --- */
void paper_add(struct paper_document *d, enum paper_ink ink, const char *text); /* nothing when it is empty */
void paper_pill(struct paper_document *d, enum tone tone, const char *word);
void paper_refer(struct paper_document *d, const char *to, const char *number);
/* A cell with one text. */
void paper_cell_say(struct paper_document *d, const char *text);

/* The block of that id, NULL where there is none. */
struct paper_block *paper_find(const struct paper_document *d, const char *id);
/* The next block in reading order, children before neighbours; NULL at the end. Begin with d->root. */
struct paper_block *paper_next(const struct paper_block *at);
/* The plain text of a paragraph's runs, references left out. */
const char *paper_words(struct arena *a, const struct paper_block *block);
#endif
