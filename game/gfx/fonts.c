#include "fonts.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"

#include <SDL2/SDL.h>
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FONT_SLOTS = 64, FONT_FACES = 2 * FONT_FILE_COUNT, FONT_KNOWN = 512, FONT_PROBE = 16 };

struct font_slot {
    TTF_Font *font;
    int face, halves;           /* twice the size in pixels */
    int digit;                  /* 0: not measured yet */
    float scale;
    unsigned used;
};

struct fonts {
    struct arena strings;
    const char *paths[FONT_FACES];   /* NULL: not installed */
    struct font_slot slots[FONT_SLOTS];
    unsigned clock;
    /* Answers of fonts_choose, by character and weight: found again without asking every file. */
    struct { uint32_t character; signed char weight; short face; } known[FONT_KNOWN];
};

/* Tried in this order when the block says nothing, or its own font lacks the character. */
static const enum font_file fonts_order[] = {
    FONT_NOTO, FONT_SYMBOLS, FONT_SYMBOLS_TWO, FONT_MATHS, FONT_EMOJI, FONT_CJK, FONT_DROID, FONT_DEJAVU,
};

static const char *fonts_try(struct arena *a, const char *folder, const char *name)
{
    if (folder == NULL || *folder == '\0')
        return NULL;
    char *path = file_join(a, folder, name);
    return file_exists(path) ? path : NULL;
}

/* A folder of one's own goes before the game's, and that before the system's. */
static const char *fonts_find(struct arena *a, const char *data, const char *const *folders, const char *name)
{
    if (*name == '\0')
        return NULL;
    const char *path = fonts_try(a, SDL_getenv("MOMENT_FONTS"), name);
    if (path == NULL && data != NULL)
        path = fonts_try(a, file_join(a, data, "fonts"), name);
    for (int i = 0; path == NULL && folders[i] != NULL; i++)
        path = fonts_try(a, folders[i], name);
    /* The same font in its other wrapping. */
    size_t length = strlen(name);
    if (path == NULL && length > 4 && strcmp(name + length - 4, ".otf") == 0) {
        char *other = arena_dup(a, name);
        memcpy(other + length - 3, "ttf", 3);
        return fonts_find(a, data, folders, other);
    }
    return path;
}

enum err fonts_open(struct fonts **out, const char *data, const char *const *folders, const struct font_source **missing)
{
    if (TTF_Init() != 0)
        return ERR_SYSTEM;
    struct fonts *f = memory_want(sizeof *f);
    for (int i = 0; i < FONT_FILE_COUNT; i++) {
        f->paths[2 * i] = fonts_find(&f->strings, data, folders, font_sources[i].name);
        f->paths[2 * i + 1] = fonts_find(&f->strings, data, folders, font_sources[i].bold);
        if (f->paths[2 * i] == NULL && i <= FONT_NOTO) {
            *missing = &font_sources[i];
            fonts_close(f);
            return ERR_MISSING;
        }
    }
    for (int i = 0; i < FONT_KNOWN; i++)
        f->known[i].weight = -1;
    *out = f;
    return ERR_NONE;
}

void fonts_close(struct fonts *f)
{
    for (int i = 0; i < FONT_SLOTS; i++)
        if (f->slots[i].font != NULL)
            TTF_CloseFont(f->slots[i].font);
    arena_release(&f->strings);
    free(f);
    TTF_Quit();
}

int fonts_primary(enum draw_weight weight)
{
    static const int faces[] = {2 * FONT_REGULAR, 2 * FONT_MEDIUM, 2 * FONT_SEMIBOLD, 2 * FONT_BOLD, 2 * FONT_ICONS,
                                2 * FONT_SERIF, 2 * FONT_SERIF + 1};
    assert((unsigned)weight < sizeof faces / sizeof *faces);
    return faces[weight];
}

/* A picture font has one size: the library opens that, and the pictures are made smaller afterwards. */
static float fonts_picture_scale(const struct font_slot *slot)
{
    if (slot->face / 2 != FONT_EMOJI || TTF_FontHeight(slot->font) <= 0)
        return 1;
    return (float)slot->halves / 2 * 1.17f / (float)TTF_FontHeight(slot->font);
}

static void fonts_fill(struct fonts *f, struct font_slot *slot, int face, int halves)
{
    if (slot->font != NULL)
        TTF_CloseFont(slot->font);
    /* 72 points are one inch: at 36 dots an inch a point is half a pixel. */
    *slot = (struct font_slot){.font = TTF_OpenFontIndexDPI(f->paths[face], halves, 0, 36, 36), .face = face, .halves = halves};
    if (slot->font == NULL)
        return;
    TTF_SetFontHinting(slot->font, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(slot->font, 1);
    slot->scale = fonts_picture_scale(slot);
}

static struct font_slot *fonts_slot(struct fonts *f, int face, float size)
{
    int halves = (int)lroundf(size * 2);
    halves = halves < 4 ? 4 : halves > 2000 ? 2000 : halves;
    struct font_slot *oldest = &f->slots[0];
    for (int i = 0; i < FONT_SLOTS; i++) {
        struct font_slot *slot = &f->slots[i];
        if (slot->font != NULL && slot->face == face && slot->halves == halves) {
            slot->used = ++f->clock;
            return slot;
        }
        if (slot->font == NULL ? oldest->font != NULL : oldest->font != NULL && slot->used < oldest->used)
            oldest = slot;
    }
    if (f->paths[face] == NULL)
        return NULL;
    fonts_fill(f, oldest, face, halves);
    oldest->used = ++f->clock;
    if (oldest->font == NULL) {
        f->paths[face] = NULL;    /* unreadable: as if it were not there */
        return NULL;
    }
    return oldest;
}

TTF_Font *fonts_at(struct fonts *f, int face, float size, float *scale)
{
    struct font_slot *slot = fonts_slot(f, face, size);
    if (slot == NULL)
        slot = fonts_slot(f, 2 * FONT_REGULAR, size);
    assert(slot != NULL);
    *scale = slot->scale;
    return slot->font;
}

int fonts_has(struct fonts *f, int face, uint32_t character)
{
    struct font_slot *slot = NULL;
    /* Any size will do: one that is open already, else a small one. */
    for (int i = 0; i < FONT_SLOTS && slot == NULL; i++)
        if (f->slots[i].font != NULL && f->slots[i].face == face)
            slot = &f->slots[i];
    if (slot == NULL)
        slot = fonts_slot(f, face, FONT_PROBE);
    return slot != NULL && TTF_GlyphIsProvided32(slot->font, character);
}

/* -1 when neither the bold nor the regular file has it. */
static int fonts_try_file(struct fonts *f, enum font_file file, int bold, uint32_t character)
{
    int face = 2 * (int)file;
    if (bold && f->paths[face + 1] != NULL && fonts_has(f, face + 1, character))
        return face + 1;
    return fonts_has(f, face, character) ? face : -1;
}

static int fonts_search(struct fonts *f, enum draw_weight weight, uint32_t character)
{
    int primary = fonts_primary(weight), bold = weight == WEIGHT_SEMIBOLD || weight == WEIGHT_BOLD || weight == WEIGHT_SERIF_BOLD;
    const struct font_range *range = font_range_of(character);
    /* Where the block has its own font, Inter is not asked: it has a few signs of many scripts. */
    int special = range != NULL && range->file != FONT_REGULAR;
    int face = special ? fonts_try_file(f, range->file, bold, character) : -1;
    if (face < 0 && fonts_has(f, primary, character))
        face = primary;
    for (size_t i = 0; face < 0 && i < sizeof fonts_order / sizeof *fonts_order; i++)
        face = fonts_try_file(f, fonts_order[i], bold, character);
    return face < 0 ? primary : face;
}

int fonts_choose(struct fonts *f, enum draw_weight weight, uint32_t character)
{
    size_t at = (character * 5u + (unsigned)weight) % FONT_KNOWN;
    if (f->known[at].weight == (signed char)weight && f->known[at].character == character)
        return f->known[at].face;
    int face = fonts_search(f, weight, character);
    f->known[at].character = character;
    f->known[at].weight = (signed char)weight;
    f->known[at].face = (short)face;
    return face;
}

/* Eight in a row tell fractions of a pixel; the widest of the ten counts. */
static int fonts_measure_digit(TTF_Font *font)
{
    int widest = 8;
    for (char digit = '0'; digit <= '9'; digit++) {
        char row[9] = {digit, digit, digit, digit, digit, digit, digit, digit, '\0'};
        int width = 0;
        TTF_SizeUTF8(font, row, &width, NULL);
        widest = width > widest ? width : widest;
    }
    return (widest + 4) / 8;
}

int fonts_digit(struct fonts *f, int face, float size)
{
    struct font_slot *slot = fonts_slot(f, face, size);
    assert(slot != NULL);
    if (slot->digit == 0)
        slot->digit = fonts_measure_digit(slot->font);
    return slot->digit;
}
