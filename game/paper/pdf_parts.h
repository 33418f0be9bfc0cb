#ifndef PAPER_PDF_PARTS_H
#define PAPER_PDF_PARTS_H
/*
 * The pieces of paper_pdf(). A document is laid into a flow of strips, each as
 * wide as the text and never parted (a line, a row of a table, a picture);
 * strips are put on pages; pages are drawn. Units are points, y down.
 */
#include "paper/pdf.h"
#include <cairo.h>
#include <pango/pango.h>

/* A node of the structure that is read aloud. Opened when the first strip below it is drawn. */
struct pdf_tag {
    const char *name; /* "P" */
    struct pdf_tag *parent;
    const char *to; /* a link's target: id of a block */
    const char *alt;
    int depth, by_row; /* by_row: a head of a row, else of a column */
};

/* A piece of a text with one look: colour, shape behind it, link. */
struct pdf_span {
    int from, to; /* bytes of the layout's text */
    enum pdf_shape { SHAPE_NONE, SHAPE_PILL, SHAPE_MARK } shape;
    uint32_t color, panel;
    float size, rise;
    struct pdf_tag *tag; /* NULL: the text's */
    struct pdf_span *next;
};

struct pdf_text {
    PangoLayout *layout;
    struct pdf_span *spans, *last;
    float size, leading;
    struct pdf_tag *tag;
    int is_split; /* each span has a tag of its own */
};

struct pdf_name { /* an id that begins with this strip */
    const struct paper_block *block;
    struct pdf_name *next;
};

enum pdf_kind { STRIP_EMPTY, STRIP_LINE, STRIP_CELLS, STRIP_PICTURE, STRIP_RULED, STRIP_BREAK, STRIP_SHEET };

/* Behind strips that belong together: a bar at their left, a panel. */
struct pdf_backing {
    float x, width, pad; /* pad: of a panel, above the first and below the last */
    uint32_t bar, panel; /* 0 for none */
};

struct pdf_strip {
    enum pdf_kind kind;
    float before, after, height, x, width; /* x: within the flow */
    int keep;                              /* with the next one */
    struct pdf_tag *tag;
    struct pdf_name *names;
    const struct paper_block *block; /* picture, heading of a section */
    struct pdf_text *text;
    PangoLayoutLine *line;
    float shift; /* of the line within its width */
    struct pdf_strip *marker;
    struct pdf_flow *cells;
    int cell_count;
    uint32_t rule; /* below; 0 for none */
    float pad;     /* above and below the cells */
    const struct pdf_strip *head; /* stands above when a page begins here */
    const struct pdf_backing *backing;
    const struct pdf_sheet *sheet;
    struct pdf_strip *next;
};

struct pdf_flow {
    float x, width; /* within the strip that holds it */
    float lead;     /* left free above the first strip */
    struct pdf_strip *first, *last;
    int at_bottom;
};

/* Cards of one page. */
struct pdf_sheet {
    int columns, rows, count;
    float width, height;
    struct pdf_flow *cards;
};

/* How texts are set here. */
struct pdf_set {
    float size, leading; /* of body text */
    float scale;         /* of all */
    int is_cell, is_annex, is_columns;
    enum draw_align align;
};

struct pdf_place {
    const struct pdf_strip *strip;
    float y;
    int repeated; /* a head once more: seen, not read */
    struct pdf_place *next;
};

struct pdf_page {
    struct pdf_place *first, *last;
    int is_sheet;
    struct pdf_page *next;
};

struct pdf_id {
    const char *id;
    int is_laid, is_drawn, is_wanted;
};

struct pdf {
    const struct paper_document *d;
    float width, height, left, top, text_width, text_height;
    struct arena arena;
    PangoContext *context;
    cairo_surface_t *surface;
    cairo_t *cr;
    struct pdf_flow flow;
    struct pdf_tag *tag;          /* while laying: the innermost */
    const struct pdf_tag *opened; /* while drawing: what the words go to */
    struct pdf_name *pending;   /* ids waiting for their first strip */
    struct pdf_id *ids;         /* sorted */
    int id_count, quiet;        /* quiet: nothing of this is read aloud */
    struct pdf_page *pages, *last_page;
    int page_count, drawn_pages;
    struct pdf_owned { PangoLayout *layout; struct pdf_owned *next; } *owned;
    const struct pdf_tag **noted; /* figures and head cells in the order they were opened */
    int noted_count, noted_room;
    int outline[5]; /* latest bookmark of each level */
};

enum { PDF_LEVELS = 5 };

/* --- colours --- */
enum pdf_ink { INK_TEXT, INK_DIM, INK_LINE, INK_STRONG_LINE, INK_TEAM, INK_MARK, INK_VOUCHER };
uint32_t pdf_ink(enum pdf_ink ink);
uint32_t pdf_tone(enum tone tone);
uint32_t pdf_tone_panel(enum tone tone);
void pdf_color(cairo_t *cr, uint32_t color);

/* --- fonts --- */
/* ERR_MISSING and the Debian name of a package, or a context that the caller unrefs. */
enum err pdf_fonts_open(PangoContext **context, const char *language, const char **missing);
void pdf_fonts_close(void);
PangoFontDescription *pdf_font(float size, enum draw_weight weight, int italic); /* caller frees */
PangoLayout *pdf_layout(struct pdf *p); /* owned by p */
/* Appends without what cannot be set: controls, broken bytes. Returns 1 when it may turn the direction of writing. */
int pdf_clean(struct str *out, const char *text);

/* --- ids and structure --- */
void pdf_ids_gather(struct pdf *p);
struct pdf_id *pdf_id_find(struct pdf *p, const char *id);
void pdf_name_begins(struct pdf *p, const struct paper_block *b);
struct pdf_tag *pdf_tag_new(struct pdf *p, const char *name, struct pdf_tag *parent);
struct pdf_tag *pdf_tag_push(struct pdf *p, const char *name);
void pdf_tag_pop(struct pdf *p);
void pdf_tags_go(struct pdf *p, const struct pdf_tag *to); /* while drawing */

/* --- laying --- */
struct pdf_strip *pdf_strip(struct pdf *p, struct pdf_flow *f, enum pdf_kind kind, float height);
float pdf_flow_height(const struct pdf_flow *f);
float pdf_gap(const struct pdf_strip *above, const struct pdf_strip *below);
void pdf_keep_together(struct pdf_strip *first); /* up to the flow's end */
void pdf_lay(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set);
void pdf_lay_children(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set);
void pdf_lay_paragraph(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set);
/* One text in a style of its own; NULL when it is empty, else its first strip. */
struct pdf_look { float size, leading, before, after; enum draw_weight weight; int italic; uint32_t color; float tracking; };
struct pdf_strip *pdf_lay_words(struct pdf *p, struct pdf_flow *f, const char *words, const struct pdf_look *look,
                                const struct pdf_set *set, const struct paper_block *marked);
void pdf_lay_table(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set);
void pdf_lay_columns(struct pdf *p, struct pdf_flow *f, const struct paper_block *b, const struct pdf_set *set);
void pdf_lay_beside(struct pdf *p, struct pdf_flow *f, const struct paper_block *picture, const struct pdf_set *set);
void pdf_lay_sheet(struct pdf *p, struct pdf_flow *f, const struct paper_block *b);
/* A strip of cells, parted into lower ones where it is higher than `most`; returns the first. */
struct pdf_strip *pdf_lay_cells(struct pdf *p, struct pdf_flow *f, struct pdf_flow *cells, int count, float pad, float most);

/* --- pages --- */
void pdf_paginate(struct pdf *p);
void pdf_draw_pages(struct pdf *p);
void pdf_draw_strip(struct pdf *p, const struct pdf_strip *s, float x, float y);
void pdf_draw_flow(struct pdf *p, const struct pdf_flow *f, float x, float y);
void pdf_draw_line(struct pdf *p, const struct pdf_strip *s, float x, float y);
void pdf_draw_list(struct pdf *p, const struct draw_list *list);
void pdf_draw_sheet(struct pdf *p, const struct pdf_sheet *sheet);
void pdf_rounded(cairo_t *cr, float x, float y, float w, float h, float radius);

/* --- the file --- */
/* Writes what cairo cannot: language, alternative texts, an identity that follows from the bytes. */
enum err pdf_finish(struct str *out, const struct str *raw, const struct pdf *p);
#endif
