#ifndef GFX_TYPESET_H
#define GFX_TYPESET_H
/*
 * Text as it is measured and as it is painted: one and the same layout, kept
 * in two caches, of single lines (width, and picture once it was painted) and
 * of blocks (how a text falls into lines of a width).
 *
 *   const struct block *block = typeset_block(t, &font, box.w, lines, text);
 *   for each line: typeset_width(t, &font, line), typeset_picture(t, &font, line)
 *
 * What is returned stays until the next call of typeset_block or
 * typeset_picture, whichever made it. Controls count as spaces, bytes that
 * are no UTF-8 as U+FFFD. Widths are whole pixels.
 */
#include "fonts.h"
#include "cache.h"
#include "base/arena.h"

#include <cairo/cairo.h>

struct picture {
    cairo_surface_t *mask;       /* coverage, to be tinted; NULL when there is none */
    cairo_surface_t *colored;    /* emoji, painted as they are; NULL when there is none */
    int left;                    /* pixels that reach out before the line's start */
    int rise;                    /* rows above the baseline */
    int width, height;           /* of the surfaces */
};

struct block {
    int count;
    int cut;                     /* the last line ends in an ellipsis that the text does not have */
    const char **lines;
};

struct typesetter {
    struct fonts *fonts;
    struct cache lines, blocks;
    struct arena scratch;        /* texts on their way into a cache */
    struct arena runs;           /* of the line being measured or painted */
};

void typeset_begin(struct typesetter *t, struct fonts *fonts);
void typeset_end(struct typesetter *t);
float typeset_width(struct typesetter *t, const struct draw_font *font, const char *text);
/* The same for the first bytes only, and not kept: for trying where a line ends. */
float typeset_try(struct typesetter *t, const struct draw_font *font, const char *text, size_t length);
const struct picture *typeset_picture(struct typesetter *t, const struct draw_font *font, const char *text);
/* lines 0: one line, where a line break is a space; else at most so many. */
const struct block *typeset_block(struct typesetter *t, const struct draw_font *font, float width, int lines, const char *text);
/* Byte offset of the caret stop nearest to x. */
int typeset_at(struct typesetter *t, const struct draw_font *font, const char *text, float x);
/* Pixels from the middle of a line of one's own down to its baseline. */
int typeset_baseline(const struct draw_font *font);

/* A copy in the arena without controls and wrong bytes; line breaks stay when asked. */
char *typeset_clean(struct arena *a, const char *text, int keep_breaks);
/* In wrap.c: cuts a clean text. */
struct block *wrap_block(struct typesetter *t, const struct draw_font *font, float width, int lines, const char *clean);
#endif
