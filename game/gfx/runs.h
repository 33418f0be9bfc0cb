#ifndef GFX_RUNS_H
#define GFX_RUNS_H
/*
 * A line cut into runs that one font sets in one direction, in the order in
 * which they stand on the line from left to right. A run's own text stays in
 * the order of reading.
 *
 * The order follows the Unicode Bidirectional Algorithm (UAX 9) as far as a
 * line without embeddings and isolates needs it: a line that begins with a
 * right-to-left letter runs so, numbers keep their order within such words,
 * and signs between two words of one direction go with them.
 */
#include "fonts.h"
#include "base/arena.h"

struct run {
    const char *text;        /* of `length` bytes, borrowed from the line */
    int length;
    int face;
    int right_to_left;
    const char *script;      /* four letters, ISO 15924 */
    int cell;                /* above 0: a digit that takes so many pixels */
    int raised;              /* a colon between digits stands higher */
};

/* Runs of the first `length` bytes, which must be valid UTF-8, in the arena. */
int runs_split(struct fonts *f, struct arena *a, const struct draw_font *font, const char *text, int length, struct run **out);
#endif
