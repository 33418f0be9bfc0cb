#include "stage_parts.h"

#include <string.h>

struct stage_page stage_page_of(struct ui *ui, float unit)
{
    return (struct stage_page){ui, unit, ui_list(ui)->count};
}

struct rect stage_page_begin(struct ui *ui, struct stage_page *s)
{
    struct rect page = page_begin(ui);
    float across = page.w / 1920, down = page.h / 1080;
    *s = stage_page_of(ui, across < down ? across : down);
    return rect_inset(page, stage_px(s, 72), stage_px(s, 64));
}

float stage_px(const struct stage_page *s, float design)
{
    return design * s->unit;
}

/* ui_text grows with the text scale; the stage does not. */
float stage_size(const struct stage_page *s, float design)
{
    return design * s->unit / ui_scale(s->ui);
}

float stage_words_in(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight,
                     enum theme_token color, enum draw_align align, int lines, const char *words)
{
    struct rect box = *r;
    box.h = 0;
    float used = words[0] ? ui_text(s->ui, box, stage_size(s, design), weight, color, align, lines, words) : 0;
    rect_cut_top(r, used);
    return used;
}

float stage_words(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight,
                  enum theme_token color, int lines, const char *words)
{
    return stage_words_in(s, r, design, weight, color, ALIGN_LEFT, lines, words);
}

void stage_balanced(const struct stage_page *s, struct rect *r, float design, enum draw_weight weight,
                    enum theme_token color, int lines, const char *words)
{
    float height = stage_words_height(s, r->w, design, weight, lines + 1, words), width = r->w;
    while (width > r->w / 2 && stage_words_height(s, width * 0.95f, design, weight, lines + 1, words) <= height)
        width *= 0.95f;
    struct rect box = rect_inset(*r, (r->w - width) / 2, 0);
    rect_cut_top(r, stage_words_in(s, &box, design, weight, color, ALIGN_CENTER, lines, words));
}

float stage_words_height(const struct stage_page *s, float width, float design, enum draw_weight weight, int lines,
                         const char *words)
{
    return words[0] ? ui_text_height(s->ui, stage_size(s, design), weight, width, words, lines) : 0;
}

void stage_line(const struct stage_page *s, struct rect r, float design, enum draw_weight weight,
                enum theme_token color, enum draw_align align, const char *words)
{
    if (words[0])
        ui_text(s->ui, r, stage_size(s, design), weight, color, align, 0, words);
}

float stage_width(const struct stage_page *s, float design, enum draw_weight weight, const char *words)
{
    return ui_text_width(s->ui, stage_size(s, design), weight, words);
}

void stage_gap(const struct stage_page *s, struct rect *r, float design)
{
    rect_cut_top(r, stage_px(s, design));
}

float stage_fit(const struct stage_page *s, const float *sizes, int count, float width, enum draw_weight weight,
                int lines, const char *words)
{
    int k = 0;
    while (k < count - 1 && stage_words_height(s, width, sizes[k], weight, lines + 1, words) >
                                ui_leading(s->ui, stage_size(s, sizes[k])) * ((float)lines + 0.5f))
        k++;
    return sizes[k];
}

void stage_top(const struct stage_page *s, struct rect *r, enum theme_token color, const char *what, const char *beside)
{
    struct rect bar = rect_cut_top(r, stage_px(s, 46));
    float width = stage_width(s, 36, WEIGHT_SEMIBOLD, beside) + stage_px(s, 4);
    stage_line(s, rect_cut_right(&bar, width), 36, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_RIGHT, beside);
    rect_cut_right(&bar, stage_px(s, 40));
    stage_line(s, bar, 36, WEIGHT_SEMIBOLD, color, ALIGN_LEFT, what);
    stage_gap(s, r, 30);
}

int stage_count_words(const char *line)
{
    int n = 0;
    for (int inside = 0; *line; line++) {
        n += *line != ' ' && !inside;
        inside = *line != ' ';
    }
    return n;
}

int stage_said(const struct stage_page *s)
{
    const struct draw_list *list = ui_list(s->ui);
    int words = 0;
    for (int i = s->first; i < list->count; i++)
        if (list->ops[i].kind == DRAW_TEXT && list->ops[i].font.weight != WEIGHT_ICON)
            words += stage_count_words(list->ops[i].text);
    return words;
}

int stage_left(const struct stage_page *s)
{
    return STAGE_WORDS - stage_said(s);
}

const char *stage_beginning(const struct stage_page *s, const char *words, int most)
{
    size_t pause = 0, gap = 0, end;
    int said = 0, paused = 0;
    if (stage_count_words(words) <= most)
        return words;
    for (size_t i = 1; words[i] && said < most - 1; i++) {   /* the ellipsis is a word too */
        if (words[i] != ' ' || words[i - 1] == ' ')
            continue;
        said++;
        gap = i;
        if (!strchr(".;:,!?", words[i - 1]))
            continue;
        pause = strchr("!?", words[i - 1]) ? i : i - 1;
        paused = said;
    }
    end = paused * 2 >= said ? pause : gap;
    return end ? arena_printf(ui_arena(s->ui), "%.*s …", (int)end, words) : "";
}
