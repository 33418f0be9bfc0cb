#include "typeset.h"
#include "runs.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <SDL2/SDL.h>
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TYPESET_LINES = 6000, TYPESET_BLOCKS = 4000, TYPESET_LINE_BYTES = 24 << 20, TYPESET_BLOCK_BYTES = 8 << 20 };

struct line {
    float width;
    struct picture *picture;
};

/* What a line depends on beside its bytes. */
struct line_head { int32_t halves, weight, tabular, width, lines; };

static void typeset_release_line(void *value)
{
    struct line *line = value;
    if (line->picture != NULL) {
        cairo_surface_destroy(line->picture->mask);
        cairo_surface_destroy(line->picture->colored);
        free(line->picture);
    }
    free(line);
}

void typeset_begin(struct typesetter *t, struct fonts *fonts)
{
    *t = (struct typesetter){.fonts = fonts};
    t->lines = (struct cache){.most_count = TYPESET_LINES, .most_bytes = TYPESET_LINE_BYTES, .release = typeset_release_line};
    t->blocks = (struct cache){.most_count = TYPESET_BLOCKS, .most_bytes = TYPESET_BLOCK_BYTES, .release = free};
}

void typeset_end(struct typesetter *t)
{
    cache_release(&t->lines);
    cache_release(&t->blocks);
    arena_release(&t->scratch);
    arena_release(&t->runs);
}

static struct line_head typeset_head(const struct draw_font *font)
{
    return (struct line_head){.halves = (int32_t)lroundf(font->size * 2), .weight = (int32_t)font->weight,
                              .tabular = font->tabular != 0};
}

char *typeset_clean(struct arena *a, const char *text, int keep_breaks)
{
    size_t length = strlen(text), at = 0, made = 0;
    char *clean = arena_alloc(a, length * 3 + 1);   /* a wrong byte becomes three */
    while (at < length) {
        size_t width = 0;
        uint32_t c = utf8_decode(text + at, &width);
        at += width;
        if (c == '\r' && text[at] == '\n')
            continue;
        if (c == '\n' && keep_breaks)
            clean[made++] = '\n';
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            clean[made++] = ' ';
        else
            made += utf8_encode(clean + made, c);
    }
    clean[made] = '\0';
    return clean;
}

/* The font of a run, made ready for its script and direction, and the run's text with an end. */
static TTF_Font *typeset_font(struct typesetter *t, const struct draw_font *font, const struct run *run, char **text, float *scale)
{
    TTF_Font *ttf = fonts_at(t->fonts, run->face, font->size, scale);
    TTF_SetFontDirection(ttf, run->right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(ttf, run->script);
    *text = arena_dup_bytes(&t->runs, run->text, (size_t)run->length);
    return ttf;
}

/* How far the run's first sign reaches out before its start: the library moves the whole picture
 * right by as much, and counts it as width. */
static int typeset_overhang(TTF_Font *ttf, const struct run *run)
{
    size_t width = 0;
    int left = 0;
    uint32_t first = utf8_decode(run->text, &width);
    if (run->right_to_left || TTF_GlyphMetrics32(ttf, first, &left, NULL, NULL, NULL, NULL) != 0)
        return 0;
    return left < 0 ? -left : 0;
}

static int typeset_run_width(struct typesetter *t, const struct draw_font *font, const struct run *run)
{
    if (run->cell > 0)
        return run->cell;
    char *text = NULL;
    float scale = 1;
    int width = 0;
    TTF_Font *ttf = typeset_font(t, font, run, &text, &scale);
    if (TTF_SizeUTF8(ttf, text, &width, NULL) != 0)
        return 0;
    return scale < 1 || scale > 1 ? (int)lroundf((float)width * scale) : width - typeset_overhang(ttf, run);
}

static float typeset_measure(struct typesetter *t, const struct draw_font *font, const char *text, int length)
{
    struct run *runs = NULL;
    arena_reset(&t->runs);
    int width = 0, count = runs_split(t->fonts, &t->runs, font, text, length, &runs);
    for (int i = 0; i < count; i++)
        width += typeset_run_width(t, font, &runs[i]);
    return (float)width;
}

float typeset_try(struct typesetter *t, const struct draw_font *font, const char *text, size_t length)
{
    return typeset_measure(t, font, text, (int)length);
}

/* The line in the cache, made when it is not there. */
static struct line *typeset_line(struct typesetter *t, const struct draw_font *font, const char *text)
{
    struct line_head head = typeset_head(font);
    struct cache_key key = {&head, sizeof head, text, strlen(text)};
    struct line *line = cache_find(&t->lines, &key);
    if (line != NULL)
        return line;
    line = memory_want(sizeof *line);
    const char *clean = typeset_clean(&t->scratch, text, 0);
    line->width = typeset_measure(t, font, clean, (int)strlen(clean));
    cache_add(&t->lines, &key, line, sizeof *line);
    return line;
}

float typeset_width(struct typesetter *t, const struct draw_font *font, const char *text)
{
    float width = typeset_line(t, font, text)->width;
    arena_reset(&t->scratch);
    return width;
}

/* A rendered run and where it goes. */
struct piece {
    SDL_Surface *surface;
    int x, rise, height, width;   /* on the line; rise: rows above the baseline */
    float scale;
    int colored;
};

static struct piece typeset_piece(struct typesetter *t, const struct draw_font *font, const struct run *run, int pen, int *advance)
{
    char *text = NULL;
    struct piece piece = {.scale = 1};
    TTF_Font *ttf = typeset_font(t, font, run, &text, &piece.scale);
    *advance = typeset_run_width(t, font, run);
    piece.surface = TTF_RenderUTF8_Blended(ttf, text, (SDL_Color){255, 255, 255, 255});
    if (piece.surface == NULL)
        return piece;
    piece.colored = run->face / 2 == FONT_EMOJI;
    piece.width = (int)ceilf((float)piece.surface->w * piece.scale);
    piece.height = (int)ceilf((float)piece.surface->h * piece.scale);
    piece.rise = (int)lroundf((float)TTF_FontAscent(ttf) * piece.scale);
    /* Inter sets a colon between digits at the middle of the capitals: (0.727 - 0.546) / 2 of the size higher. */
    piece.rise += run->raised ? (int)lroundf(font->size * 0.09f) : 0;
    piece.x = pen - typeset_overhang(ttf, run);
    if (run->cell > 0)
        piece.x = pen + (int)floorf((float)(run->cell - piece.width) / 2 + 0.5f);
    return piece;
}

/* Coverage is the alpha of what the library renders; where pieces touch, the stronger counts. */
static void typeset_blend(cairo_surface_t *mask, const struct piece *piece, int x, int y)
{
    unsigned char *to = cairo_image_surface_get_data(mask);
    int stride = cairo_image_surface_get_stride(mask), width = cairo_image_surface_get_width(mask);
    for (int row = 0; row < piece->surface->h; row++) {
        const uint32_t *from = (const uint32_t *)(const void *)((const char *)piece->surface->pixels + row * piece->surface->pitch);
        unsigned char *line = to + (y + row) * stride + x;
        for (int i = 0; i < piece->surface->w && x + i < width; i++) {
            unsigned char alpha = (unsigned char)(from[i] >> 24);
            line[i] = alpha > line[i] ? alpha : line[i];
        }
    }
}

/* Emoji: straight alpha to cairo's premultiplied, then painted at the wanted size. */
static void typeset_color(cairo_surface_t *surface, const struct piece *piece, int x, int y)
{
    cairo_surface_t *source = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, piece->surface->w, piece->surface->h);
    for (int row = 0; row < piece->surface->h; row++) {
        const uint32_t *from = (const uint32_t *)(const void *)((const char *)piece->surface->pixels + row * piece->surface->pitch);
        uint32_t *to = (uint32_t *)(void *)(cairo_image_surface_get_data(source) + row * cairo_image_surface_get_stride(source));
        for (int i = 0; i < piece->surface->w; i++) {
            uint32_t a = from[i] >> 24, r = (from[i] >> 16 & 255) * a / 255, g = (from[i] >> 8 & 255) * a / 255;
            to[i] = a << 24 | r << 16 | g << 8 | (from[i] & 255) * a / 255;
        }
    }
    cairo_surface_mark_dirty(source);
    cairo_t *cr = cairo_create(surface);
    cairo_translate(cr, x, y);
    cairo_scale(cr, (double)piece->scale, (double)piece->scale);
    cairo_set_source_surface(cr, source, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(source);
}

static struct picture *typeset_compose(const struct piece *pieces, int count)
{
    int left = 0, right = 1, rise = 0, fall = 1;
    int mono = 0, colored = 0;
    for (int i = 0; i < count; i++) {
        const struct piece *p = &pieces[i];
        if (p->surface == NULL)
            continue;
        left = p->x < left ? p->x : left;
        right = p->x + p->width > right ? p->x + p->width : right;
        rise = p->rise > rise ? p->rise : rise;
        fall = p->height - p->rise > fall ? p->height - p->rise : fall;
        *(p->colored ? &colored : &mono) = 1;
    }
    struct picture *picture = memory_want(sizeof *picture);
    *picture = (struct picture){.left = -left, .rise = rise, .width = right - left, .height = rise + fall};
    if (mono)
        picture->mask = cairo_image_surface_create(CAIRO_FORMAT_A8, picture->width, picture->height);
    if (colored)
        picture->colored = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture->width, picture->height);
    for (int i = 0; i < count; i++)
        if (pieces[i].surface != NULL)
            (pieces[i].colored ? typeset_color : typeset_blend)(pieces[i].colored ? picture->colored : picture->mask, &pieces[i],
                                                                pieces[i].x - left, rise - pieces[i].rise);
    if (mono)
        cairo_surface_mark_dirty(picture->mask);
    return picture;
}

static struct picture *typeset_render(struct typesetter *t, const struct draw_font *font, const char *clean)
{
    struct run *runs = NULL;
    arena_reset(&t->runs);
    int count = runs_split(t->fonts, &t->runs, font, clean, (int)strlen(clean), &runs);
    struct piece *pieces = arena_array(&t->runs, (size_t)count + 1, sizeof *pieces);
    int pen = 0;
    for (int i = 0; i < count; i++) {
        int advance = 0;
        pieces[i] = typeset_piece(t, font, &runs[i], pen, &advance);
        pen += advance;
    }
    struct picture *picture = typeset_compose(pieces, count);
    for (int i = 0; i < count; i++)
        SDL_FreeSurface(pieces[i].surface);
    return picture;
}

const struct picture *typeset_picture(struct typesetter *t, const struct draw_font *font, const char *text)
{
    struct line *line = typeset_line(t, font, text);
    if (line->picture == NULL) {
        line->picture = typeset_render(t, font, typeset_clean(&t->scratch, text, 0));
        cache_charge(&t->lines, (size_t)(line->picture->width * line->picture->height) * (line->picture->colored != NULL ? 5 : 1));
    }
    arena_reset(&t->scratch);
    return line->picture;
}

const struct block *typeset_block(struct typesetter *t, const struct draw_font *font, float width, int lines, const char *text)
{
    struct line_head head = typeset_head(font);
    /* An icon is one sign: an ellipsis instead of it would say nothing. */
    width = font->weight == WEIGHT_ICON ? 100000 : width;
    head.width = (int32_t)lroundf(width * 4);
    head.lines = lines;
    struct cache_key key = {&head, sizeof head, text, strlen(text)};
    struct block *block = cache_find(&t->blocks, &key);
    if (block != NULL)
        return block;
    block = wrap_block(t, font, width, lines, typeset_clean(&t->scratch, text, lines > 0));
    cache_add(&t->blocks, &key, block, key.length + sizeof *block + (size_t)block->count * (sizeof(char *) + 1));
    arena_reset(&t->scratch);
    return block;
}

/* The caret stop at or before a byte offset. */
static size_t stop_before(const char *text, size_t at)
{
    size_t next = utf8_next(text, at > 0 ? utf8_previous(text, at) : 0);
    return next == at || at == 0 ? at : utf8_previous(text, at);
}

/* Widths grow with the text, so the place is found by halving: a line of thousands of signs is measured a dozen times. */
int typeset_at(struct typesetter *t, const struct draw_font *font, const char *text, float x)
{
    const char *clean = typeset_clean(&t->scratch, text, 0);
    /* Cleaning keeps offsets unless bytes were wrong; then the end is near enough. */
    size_t length = strlen(clean) == strlen(text) ? strlen(text) : 0, low = 0, high = length;
    while (utf8_next(clean, low) < high) {
        size_t middle = stop_before(clean, low + (high - low) / 2);
        if (middle <= low) middle = utf8_next(clean, low);
        if (typeset_measure(t, font, clean, (int)middle) < x) low = middle;
        else high = middle;
    }
    float before = x - (low > 0 ? typeset_measure(t, font, clean, (int)low) : 0);
    float after = (high > 0 ? typeset_measure(t, font, clean, (int)high) : 0) - x;
    arena_reset(&t->scratch);
    return (int)(after <= before ? high : low);
}

/* Inter's capitals are 0.727 of the size high, icons stand on the baseline and are one size high; half of either. */
int typeset_baseline(const struct draw_font *font)
{
    return (int)lroundf(font->size * (font->weight == WEIGHT_ICON ? 0.5f : 0.3636f));
}
