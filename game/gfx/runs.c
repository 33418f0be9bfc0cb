#include "runs.h"
#include "base/utf8.h"
#include "base/utf8_marks.h"

#include <string.h>

enum run_type { TYPE_LEFT, TYPE_RIGHT, TYPE_NUMBER, TYPE_NEUTRAL };

struct glyph {
    int at, length, face, cell, raised;
    uint32_t character;
    enum run_type type;
    int level;
    const char *script;
};

static int run_is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static enum run_type run_type_of(uint32_t c, const struct font_range *range)
{
    if (range != NULL && range->right_to_left)
        return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9) ? TYPE_NUMBER : TYPE_RIGHT;
    if (run_is_digit(c))
        return TYPE_NUMBER;
    int letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == 0xAA || c == 0xB5 || c == 0xBA ||
                 (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F));
    return letter ? TYPE_LEFT : TYPE_NEUTRAL;
}

/* Marks belong to the letter before them. */
static int run_face(struct fonts *f, const struct draw_font *font, const struct glyph *before, uint32_t c)
{
    if (before != NULL && utf8_is_mark(c))
        if (fonts_has(f, before->face, c) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F))
            return before->face;
    return fonts_choose(f, font->weight, c);
}

static int run_glyphs(struct fonts *f, const struct draw_font *font, const char *text, int length, struct glyph *out)
{
    int count = 0;
    for (int at = 0; at < length;) {
        size_t width = 0;
        uint32_t c = utf8_decode(text + at, &width);
        if (width == 0)
            break;
        const struct font_range *range = font_range_of(c);
        struct glyph *before = count > 0 ? &out[count - 1] : NULL;
        struct glyph *g = &out[count++];
        *g = (struct glyph){.at = at, .length = (int)width, .character = c};
        g->face = run_face(f, font, before, c);
        g->type = utf8_is_mark(c) && before != NULL ? before->type : run_type_of(c, range);
        g->script = range != NULL ? range->script : utf8_is_mark(c) && before != NULL ? before->script : "Latn";
        at += (int)width;
    }
    return count;
}

/* Rule N1 and N2: neutrals between two of one direction take it, others that of the line. Numbers count as right to
 * left among right-to-left letters (W2 to W7 shortened). */
static void run_neutrals(struct glyph *g, int count, enum run_type line)
{
    enum run_type before = line;
    for (int i = 0; i < count;) {
        if (g[i].type != TYPE_NEUTRAL) {
            if (g[i].type != TYPE_NUMBER)
                before = g[i].type;
            i++;
            continue;
        }
        int end = i;
        while (end < count && g[end].type == TYPE_NEUTRAL)
            end++;
        enum run_type after = end == count ? line : g[end].type == TYPE_NUMBER ? before : g[end].type;
        for (; i < end; i++)
            g[i].type = before == after ? before : line;
    }
}

static void run_levels(struct glyph *g, int count)
{
    enum run_type line = TYPE_NEUTRAL, strong;
    for (int i = 0; i < count && line == TYPE_NEUTRAL; i++)
        line = g[i].type == TYPE_NUMBER ? TYPE_NEUTRAL : g[i].type;
    line = line == TYPE_RIGHT ? TYPE_RIGHT : TYPE_LEFT;
    run_neutrals(g, count, line);
    strong = line;
    for (int i = 0; i < count; i++) {
        if (g[i].type == TYPE_NUMBER)
            g[i].level = strong == TYPE_RIGHT ? 2 : 0;
        else
            g[i].level = g[i].type == TYPE_RIGHT ? 1 : line == TYPE_RIGHT ? 2 : 0;
        strong = g[i].type == TYPE_NUMBER ? strong : g[i].type;
    }
}

/* A space goes with a neighbour of its own direction, so that a phrase is one run. */
static void run_spaces(struct fonts *f, struct glyph *g, int count)
{
    for (int i = 0; i < count; i++) {
        const struct glyph *with = i > 0 && g[i - 1].level == g[i].level ? &g[i - 1] : i + 1 < count ? &g[i + 1] : NULL;
        if (g[i].character != ' ' || with == NULL || with->level != g[i].level || !fonts_has(f, with->face, ' '))
            continue;
        g[i].face = with->face;
        g[i].script = with->script;
    }
}

/* Digits of equal width and the colons between them stand alone. */
static void run_cells(struct fonts *f, const struct draw_font *font, struct glyph *g, int count)
{
    for (int i = 0; i < count; i++) {
        if (run_is_digit(g[i].character))
            g[i].cell = fonts_digit(f, g[i].face, font->size);
        else if (g[i].character == ':' && i > 0 && i + 1 < count && run_is_digit(g[i - 1].character) &&
                 run_is_digit(g[i + 1].character))
            g[i].raised = 1;
    }
}

static int run_goes_on(const struct glyph *a, const struct glyph *b)
{
    return a->face == b->face && a->level == b->level && strcmp(a->script, b->script) == 0 && a->cell == 0 && b->cell == 0 &&
           !a->raised && !b->raised;
}

static void run_turn(struct run *runs, int first, int last)
{
    for (; first < last; first++, last--) {
        struct run swap = runs[first];
        runs[first] = runs[last];
        runs[last] = swap;
    }
}

/* Rule L2: from the highest level down, what stands at it or above is turned round. */
static void run_order(struct run *runs, const int *levels, int count)
{
    for (int level = 2; level >= 1; level--)
        for (int i = 0; i < count; i++) {
            int end = i;
            while (end < count && levels[end] >= level)
                end++;
            if (end > i)
                run_turn(runs, i, end - 1);
            i = end > i ? end - 1 : i;
        }
}

static int run_collect(const struct glyph *g, int count, const char *text, struct run *runs, int *levels)
{
    int made = 0;
    for (int i = 0; i < count;) {
        int end = i + 1;
        while (end < count && run_goes_on(&g[end - 1], &g[end]))
            end++;
        int bytes = g[end - 1].at + g[end - 1].length - g[i].at;
        levels[made] = g[i].level;
        runs[made++] = (struct run){.text = text + g[i].at, .length = bytes, .face = g[i].face, .script = g[i].script,
                                    .right_to_left = g[i].level == 1, .cell = g[i].cell, .raised = g[i].raised};
        i = end;
    }
    return made;
}

int runs_split(struct fonts *f, struct arena *a, const struct draw_font *font, const char *text, int length, struct run **out)
{
    if (length == 0)
        return 0;
    struct glyph *glyphs = arena_array(a, (size_t)length, sizeof *glyphs);
    int count = run_glyphs(f, font, text, length, glyphs);
    run_levels(glyphs, count);
    run_spaces(f, glyphs, count);
    if (font->tabular)
        run_cells(f, font, glyphs, count);
    struct run *runs = arena_array(a, (size_t)count + 1, sizeof *runs);
    int *levels = arena_array(a, (size_t)count + 1, sizeof *levels);
    int made = run_collect(glyphs, count, text, runs, levels);
    run_order(runs, levels, made);
    *out = runs;
    return made;
}
