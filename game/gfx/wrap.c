#include "typeset.h"
#include "fonts.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A box may be wider than a text by no more than a rounding error; cutting letters off for half a pixel is worse. */
static const float wrap_slack = 0.51f;

struct wrap {
    struct typesetter *t;
    const struct draw_font *font;
    float width;
    struct arena *arena;
    char **lines;
    int count, room;
};

static int wrap_is_in(uint32_t c, const uint32_t *list)
{
    for (; *list != 0; list++)
        if (*list == c)
            return 1;
    return 0;
}

/* Signs of East Asian texts that may not begin a line, and those that may not end one. */
static int wrap_may_begin(uint32_t c)
{
    static const uint32_t never[] = {0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0x300D, 0x300F, 0x3011,
                                     0x3009, 0x300B, 0xFF09, 0x30FC, 0x3005, 0x30FB, 0x2026, 0x201D, 0x2019, '.', ',', '!', '?',
                                     ':', ';', ')', ']', '%', 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085,
                                     0x3087, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0};
    return !wrap_is_in(c, never);
}

static int wrap_may_end(uint32_t c)
{
    static const uint32_t never[] = {0x300C, 0x300E, 0x3010, 0x3008, 0x300A, 0xFF08, 0x201C, 0x2018, '(', '[', 0};
    return !wrap_is_in(c, never);
}

static int wrap_is_east_asian(uint32_t c)
{
    const struct font_range *range = font_range_of(c);
    return range != NULL && range->file == FONT_CJK;
}

static int wrap_is_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xC0;
}

/* 1 when a line may end between these two characters. */
static int wrap_may_break(uint32_t before, uint32_t at, uint32_t after)
{
    if (after == ' ' || after == 0)
        return 0;
    if (at == ' ' || at == 0x200B || at == 0x3000)
        return 1;
    if ((at == '-' || at == '/' || at == 0x2013 || at == 0x2014) && wrap_is_word(before) && wrap_is_word(after))
        return 1;
    return (wrap_is_east_asian(at) || wrap_is_east_asian(after)) && wrap_may_begin(after) && wrap_may_end(at);
}

static size_t wrap_trimmed(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length;
}

static int wrap_fits(const struct wrap *w, const char *text, size_t length)
{
    return typeset_try(w->t, w->font, text, wrap_trimmed(text, length)) <= w->width + wrap_slack;
}

/* Nothing can be broken at a good place: as many characters as fit, at least one. */
static size_t wrap_hard(const struct wrap *w, const char *text, size_t length)
{
    size_t end = utf8_next(text, 0);
    while (end < length) {
        size_t next = utf8_next(text, end);
        if (!wrap_fits(w, text, next))
            break;
        end = next;
    }
    return end;
}

/* Bytes of the first line of a paragraph without line breaks. */
static size_t wrap_line(const struct wrap *w, const char *text, size_t length)
{
    size_t fits = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < length;) {
        size_t width = 0, next_width = 0;
        uint32_t c = utf8_decode(text + at, &width);
        uint32_t after = at + width < length ? utf8_decode(text + at + width, &next_width) : 0;
        at += width;
        if (at == length || wrap_may_break(before, c, after)) {
            if (!wrap_fits(w, text, at))
                break;
            fits = at;
        }
        before = c;
    }
    return fits > 0 || length == 0 ? fits : wrap_hard(w, text, length);
}

static void wrap_add(struct wrap *w, const char *text, size_t length)
{
    if (w->count == w->room) {
        int room = w->room == 0 ? 8 : w->room * 2;
        char **lines = arena_array(w->arena, (size_t)room, sizeof *lines);
        if (w->count > 0)
            memcpy(lines, w->lines, (size_t)w->count * sizeof *lines);
        w->lines = lines;
        w->room = room;
    }
    w->lines[w->count++] = arena_dup_bytes(w->arena, text, length);
}

static char *wrap_with_ellipsis(const struct wrap *w, const char *text, size_t length)
{
    length = wrap_trimmed(text, length);
    char *line = arena_alloc(w->arena, length + 4);
    memcpy(line, text, length);
    memcpy(line + length, "\xe2\x80\xa6", 4);
    return line;
}

static int wrap_fits_cut(const struct wrap *w, const char *text, size_t length)
{
    const char *line = wrap_with_ellipsis(w, text, length);
    return typeset_try(w->t, w->font, line, strlen(line)) <= w->width + wrap_slack;
}

/* The longest beginning that fits together with an ellipsis, found by halving: a longer text is a wider one. */
static void wrap_add_cut(struct wrap *w, const char *text, size_t length)
{
    size_t *stops = arena_array(w->arena, length + 1, sizeof *stops), count = 0;
    for (size_t at = 0; at < length; at = utf8_next(text, at))
        stops[count++] = at;
    stops[count] = length;
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (wrap_fits_cut(w, text, stops[middle]))
            low = middle;
        else
            high = middle - 1;
    }
    const char *line = low > 0 || wrap_fits_cut(w, text, 0) ? wrap_with_ellipsis(w, text, stops[low]) : "";
    wrap_add(w, line, strlen(line));
}

/* All lines of one paragraph, as far as there is room; 1 when something was cut off. */
static int wrap_paragraph(struct wrap *w, const char *text, size_t length, int most, int more)
{
    do {
        if (w->count == most - 1) {
            int cut = more || !wrap_fits(w, text, length);
            if (cut)
                wrap_add_cut(w, text, length);
            else
                wrap_add(w, text, wrap_trimmed(text, length));
            return cut;
        }
        size_t end = wrap_line(w, text, length);
        wrap_add(w, text, wrap_trimmed(text, end));
        text += end;
        length -= end;
    } while (length > 0);
    return 0;
}

/* One piece of memory: the block, its lines' addresses, their texts. */
static struct block *wrap_pack(const struct wrap *w, int cut)
{
    size_t bytes = 0;
    for (int i = 0; i < w->count; i++)
        bytes += strlen(w->lines[i]) + 1;
    size_t table = sizeof(struct block) + (size_t)w->count * sizeof(char *);
    char *memory = memory_want(table + bytes);
    struct block *block = (struct block *)(void *)memory;
    *block = (struct block){.count = w->count, .cut = cut, .lines = (const char **)(void *)(memory + sizeof *block)};
    char *at = memory + table;
    for (int i = 0; i < w->count; i++) {
        size_t length = strlen(w->lines[i]) + 1;
        memcpy(at, w->lines[i], length);
        block->lines[i] = at;
        at += length;
    }
    return block;
}

struct block *wrap_block(struct typesetter *t, const struct draw_font *font, float width, int lines, const char *clean)
{
    struct wrap w = {.t = t, .font = font, .width = width, .arena = &t->scratch};
    int most = lines < 1 ? 1 : lines, cut = 0;
    const char *text = clean;
    while (!cut && w.count < most) {
        const char *end = strchr(text, '\n');
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        int more = end != NULL && end[1] != '\0';
        cut = wrap_paragraph(&w, text, length, most, more);
        if (end == NULL)
            break;
        text = end + 1;
    }
    return wrap_pack(&w, cut);
}
