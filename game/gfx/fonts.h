#ifndef GFX_FONTS_H
#define GFX_FONTS_H
/*
 * Font files: where they lie, which of them has a character, and the open
 * fonts by file and size. Inter sets what it can; Noto and others fill in.
 *
 *   enum err err = fonts_open(&fonts, data, font_folders, &missing);
 *   int face = fonts_choose(fonts, WEIGHT_BOLD, 0x05D0);
 *   TTF_Font *font = fonts_at(fonts, face, 18, &scale);
 *
 * Sizes are rounded to half pixels of the em. A font stays open until many
 * others were used after it; do not keep the pointer.
 */
#include "base/err.h"
#include "draw/list.h"

#include <SDL2/SDL_ttf.h>

enum font_file {
    FONT_REGULAR, FONT_MEDIUM, FONT_SEMIBOLD, FONT_BOLD, FONT_ICONS,
    FONT_NOTO, FONT_ARABIC, FONT_HEBREW, FONT_DEVANAGARI, FONT_BENGALI, FONT_GURMUKHI, FONT_GUJARATI, FONT_TAMIL,
    FONT_TELUGU, FONT_KANNADA, FONT_MALAYALAM, FONT_SINHALA, FONT_THAI, FONT_LAO, FONT_MYANMAR, FONT_GEORGIAN,
    FONT_ARMENIAN, FONT_ETHIOPIC, FONT_KHMER, FONT_SYMBOLS, FONT_SYMBOLS_TWO, FONT_MATHS, FONT_CJK, FONT_DROID,
    FONT_EMOJI, FONT_DEJAVU, FONT_SERIF, FONT_FILE_COUNT
};

/* A row of the table of files: `name` in one of the folders; bold is "" when there is none. */
struct font_source { const char *name, *bold, *package; };
extern const struct font_source font_sources[FONT_FILE_COUNT];
/* Folders below which packages put fonts, closed by NULL. */
extern const char *const font_folders[];

/* What is known of a character by its place in Unicode. */
struct font_range { uint32_t from, to; enum font_file file; const char *script; int right_to_left; };
/* NULL when nothing special is known. */
const struct font_range *font_range_of(uint32_t character);

struct fonts;
/* Looks in MOMENT_FONTS, data/fonts and `folders`. ERR_MISSING: *missing is the row of the table that was not found. ERR_SYSTEM: the library did not start. */
enum err MUST_CHECK fonts_open(struct fonts **out, const char *data, const char *const *folders,
                             const struct font_source **missing);
void fonts_close(struct fonts *f);
/* A face is twice the number of its file, plus 1 if bold. Chosen is one that has the character, else the weight's own. */
int fonts_choose(struct fonts *f, enum draw_weight weight, uint32_t character);
int fonts_primary(enum draw_weight weight);
int fonts_has(struct fonts *f, int face, uint32_t character);
/* Never NULL for a face that fonts_choose gave. *scale: factor for pictures of fonts that come in one size only, else 1. */
TTF_Font *fonts_at(struct fonts *f, int face, float size, float *scale);
/* Whole pixels from one digit of equal width to the next. */
int fonts_digit(struct fonts *f, int face, float size);
#endif
