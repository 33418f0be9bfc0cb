#include "ui/core.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

/* A label is made no smaller than this to fit. */
static const float SMALLEST = 0.85f;
static const float LEADING = 1.35f, TIGHT = 1.2f;
static const float KEYCAP_TEXT = 12;
/* Thai, and further up the scripts of East Asia. */
enum { FIRST_WITHOUT_SPACES = 0x0E00 };

float ui_measure(const struct ui *ui, const struct draw_font *font, const char *text)
{
    return ui->metrics.width(ui->metrics.context, font, text);
}

static struct draw_font font_of(const struct ui *ui, float size, enum draw_weight weight)
{
    return (struct draw_font){.size = size * ui->scale, .weight = weight};
}

float ui_leading(const struct ui *ui, float size)
{
    return roundf(size * ui->scale * LEADING);
}

float ui_text_width(struct ui *ui, float size, enum draw_weight weight, const char *text)
{
    struct draw_font font = font_of(ui, size, weight);
    return ceilf(ui_measure(ui, &font, text));
}

static int text_lines(const struct ui *ui, const struct draw_font *font, float width, const char *text)
{
    return text[0] == '\0' || width <= 0 ? 0 : ui->metrics.lines(ui->metrics.context, font, width, text);
}

float ui_text_height(struct ui *ui, float size, enum draw_weight weight, float width, const char *text, int lines)
{
    struct draw_font font = font_of(ui, size, weight);
    int taken = text_lines(ui, &font, width, text);
    return (float)(lines > 0 && taken > lines ? lines : taken) * ui_leading(ui, size);
}

static float text_single(struct ui *ui, struct rect r, const struct draw_font *font, uint32_t color,
                         enum draw_align align, const char *text, int *clipped)
{
    *clipped = ui_measure(ui, font, text) > r.w + 0.5f;
    draw_text(ui->list, r, font, color, align, text);
    return roundf(font->size * LEADING);
}

static float text_wrapped(struct ui *ui, struct rect r, const struct draw_font *font, uint32_t color,
                          enum draw_align align, int lines, const char *text, int *clipped)
{
    float leading = roundf(font->size * LEADING);
    /* Half a pixel a line: the caller may have worked with the exact line height. */
    int room = r.h > 0 ? (int)((r.h + 0.5f * (float)lines) / leading) : lines, taken = text_lines(ui, font, r.w, text);
    room = room < 1 ? 1 : room > lines ? lines : room;
    *clipped = taken > room;
    int shown = taken < room ? taken : room;
    struct rect box = {r.x, r.y, r.w, (float)shown * leading};
    box.h = r.h > 0 && box.h > r.h ? r.h : box.h;
    draw_wrapped(ui->list, box, font, color, align, leading, room, text);
    return box.h;
}

float ui_text(struct ui *ui, struct rect r, float size, enum draw_weight weight, enum theme_token color,
              enum draw_align align, int lines, const char *text)
{
    struct draw_font font = font_of(ui, size, weight);
    int clipped = 0;
    if (r.w < 0)
        r.w = 0;
    float used = lines == 0 ? text_single(ui, r, &font, ui_color(ui, color), align, text, &clipped)
                            : text_wrapped(ui, r, &font, ui_color(ui, color), align, lines, text, &clipped);
    struct rect box = lines == 0 ? r : (struct rect){r.x, r.y, r.w, used};
    ui_enter(ui, box, &(struct ui_spec){.role = UI_TEXT, .label = text, .enabled = 1, .clipped = clipped});
    return used;
}

/* Whether every word has a line to itself; what is written without spaces may be broken anywhere. */
static int words_fit(struct ui *ui, const struct draw_font *font, float width, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        const char *word = arena_dup_bytes(ui_arena(ui), text, length);
        size_t first = 0;
        if (utf8_decode(word, &first) < FIRST_WITHOUT_SPACES && ui_measure(ui, font, word) > width + 0.5f)
            return 0;
        text += length + (text[length] == ' ');
    }
    return 1;
}

/* Fonts come in half pixels: a size between two would be painted larger than it was measured. */
static float fit_size(struct ui *ui, struct draw_font font, float width, const char *text)
{
    float least = font.size * SMALLEST, taken = ui_measure(ui, &font, text);
    if (taken <= width + 0.5f)
        return font.size;
    font.size = floorf(font.size * width / taken * 2) / 2;
    while (font.size > least && ui_measure(ui, &font, text) > width)
        font.size -= 0.5f;
    return font.size > least ? font.size : least;
}

int ui_fit_text(struct ui *ui, struct rect r, struct draw_font font, uint32_t color, enum draw_align align,
                const char *text)
{
    if (r.w <= 0 || r.h <= 0)
        return text[0] != '\0';
    font.size = fit_size(ui, font, r.w, text);
    if (ui_measure(ui, &font, text) <= r.w + 0.5f) {
        draw_text(ui->list, r, &font, color, align, text);
        return 0;
    }
    float leading = roundf(font.size * TIGHT);
    int taken = text_lines(ui, &font, r.w, text);
    if (2 * leading > r.h + 1 || !words_fit(ui, &font, r.w, text)) {
        draw_text(ui->list, r, &font, color, align, text);
        return 1;
    }
    float h = leading * (float)(taken < 2 ? taken : 2);
    struct rect middle = {r.x, r.y + (r.h - h > 0 ? floorf((r.h - h) / 2) : 0), r.w, h < r.h ? h : r.h};
    draw_wrapped(ui->list, middle, &font, color, align, leading, 2, text);
    return taken > 2;
}

float ui_keycap_height(const struct ui *ui)
{
    return ui_px(ui, 22);
}

float ui_keycap_width(struct ui *ui, const char *key)
{
    float h = ui_keycap_height(ui), w = ui_text_width(ui, KEYCAP_TEXT, WEIGHT_SEMIBOLD, key) + ui_px(ui, 12);
    return w > h ? w : h;
}

void ui_keycap_draw(struct ui *ui, struct rect r, const char *key, uint32_t panel, uint32_t color)
{
    struct draw_font font = font_of(ui, KEYCAP_TEXT, WEIGHT_SEMIBOLD);
    draw_rect(ui->list, r, ui_px(ui, 5), panel);
    draw_text(ui->list, r, &font, color, ALIGN_CENTER, key);
}

void ui_keycap(struct ui *ui, struct rect r, const char *key)
{
    ui_keycap_draw(ui, r, key, ui_color(ui, THEME_KEYCAP), ui_color(ui, THEME_TEXT));
}

float ui_pill_height(const struct ui *ui, float size)
{
    return ui_px(ui, size * 1.6f);
}

float ui_pill_width(struct ui *ui, float size, const char *text)
{
    return ui_text_width(ui, size, WEIGHT_SEMIBOLD, text) + 2 * ui_px(ui, size * 0.6f);
}

float ui_pill(struct ui *ui, float x, float y, float size, enum theme_token color, enum theme_token panel,
              const char *text)
{
    struct draw_font font = font_of(ui, size, WEIGHT_SEMIBOLD);
    struct rect r = {x, y, ui_pill_width(ui, size, text), ui_pill_height(ui, size)};
    draw_rect(ui->list, r, ui_px(ui, 5), ui_color(ui, panel));
    draw_text(ui->list, r, &font, ui_color(ui, color), ALIGN_CENTER, text);
    ui_enter(ui, r, &(struct ui_spec){.role = UI_TEXT, .label = text, .enabled = 1});
    return r.w;
}
