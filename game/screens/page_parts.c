#include "page_parts.h"
#include "model/scenario.h"
#include <string.h>

uint32_t page_color(const struct ui *ui, enum theme_token token)
{
    return theme_color(ui_theme(ui), token);
}

struct rect page_begin(struct ui *ui)
{
    struct rect page = ui_room(ui);
    draw_rect(ui_list(ui), page, 0, page_color(ui, THEME_BACKGROUND));
    return page;
}

float page_width(const struct ui *ui)
{
    return ui_room(ui).w / ui_scale(ui);
}

float page_height(const struct ui *ui)
{
    return ui_room(ui).h / ui_scale(ui);
}

struct rect page_top(struct ui *ui, struct rect *page)
{
    struct rect bar = rect_cut_top(page, ui_px(ui, 64));
    draw_rect(ui_list(ui), bar, 0, page_color(ui, THEME_PANEL));
    return rect_inset(bar, ui_px(ui, 24), 0);
}

/* The second line is left out where it would be no more than a beginning. */
void page_title(struct ui *ui, struct rect bar, const char *title, const char *beside)
{
    float width = ui_text_width(ui, 19, WEIGHT_BOLD, title) + ui_px(ui, 2);
    ui_text(ui, rect_cut_left(&bar, width < bar.w ? width : bar.w), 19, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, title);
    rect_cut_left(&bar, ui_px(ui, 16));
    width = ui_text_width(ui, 15, WEIGHT_REGULAR, beside) + ui_px(ui, 2);
    if (!beside[0] || (bar.w < width && bar.w < ui_px(ui, 280)))
        return;
    ui_text(ui, bar, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, beside);
}

struct rect page_foot(struct ui *ui, struct rect *page)
{
    struct rect bar = rect_cut_bottom(page, ui_px(ui, 72));
    draw_rect(ui_list(ui), bar, 0, page_color(ui, THEME_PANEL));
    return rect_inset(bar, ui_px(ui, 24), 0);
}

int page_button(struct ui *ui, struct rect *bar, const char *label, const char *key, int flags)
{
    float height = ui_px(ui, flags & UI_LARGE ? 48 : 40);
    struct rect r = rect_cut_right(bar, ui_button_width(ui, label, key, flags));
    rect_cut_right(bar, ui_px(ui, 10));
    return ui_button(ui, rect_inset(r, 0, (r.h - height) / 2), label, key, flags);
}

static const char *blank_label(int blank)
{
    return text(blank ? "round.show-stage" : "round.blank-stage");
}

void page_stage_buttons(struct ui *ui, struct rect *bar, int blank, int one_display, struct wishes *wishes)
{
    if (page_button(ui, bar, blank_label(blank), "F6", blank ? UI_PRIMARY : 0))
        wish(wishes, WISH_BLANK);
    if (one_display && page_button(ui, bar, text("round.stage"), "F8", 0))
        wish(wishes, WISH_STAGE_PANE);
}

float page_stage_height(const struct ui *ui)
{
    return ui_px(ui, 40 + 20);
}

void page_stage_line(struct ui *ui, struct rect *r, int blank, int one_display, struct wishes *wishes)
{
    struct rect line = rect_cut_top(r, ui_px(ui, 40));
    struct rect first = rect_cut_left(&line, ui_button_width(ui, blank_label(blank), "F6", 0));
    if (ui_button(ui, first, blank_label(blank), "F6", blank ? UI_PRIMARY : 0))
        wish(wishes, WISH_BLANK);
    rect_cut_left(&line, ui_px(ui, 10));
    if (one_display && ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("round.stage"), "F8", 0)), text("round.stage"), "F8", 0))
        wish(wishes, WISH_STAGE_PANE);
    page_gap(ui, r, 20);
}

void page_heading(struct ui *ui, struct rect *r, const char *label)
{
    page_words(ui, r, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, label);
    page_gap(ui, r, 8);
}

float page_words(struct ui *ui, struct rect *r, float size, enum draw_weight weight, enum theme_token color, int lines,
                 const char *words)
{
    if (!words[0])
        return 0;
    struct rect box = *r;
    box.h = 0;
    float height = ui_text(ui, box, size, weight, color, ALIGN_LEFT, lines, words);
    rect_cut_top(r, height);
    return height;
}

float page_words_height(struct ui *ui, float width, float size, enum draw_weight weight, int lines, const char *words)
{
    return words[0] ? ui_text_height(ui, size, weight, width, words, lines) : 0;
}

void page_gap(struct ui *ui, struct rect *r, float at_scale_one)
{
    rect_cut_top(r, ui_px(ui, at_scale_one));
}

struct rect page_panel(struct ui *ui, struct rect r, enum theme_token panel, float margin)
{
    draw_rect(ui_list(ui), r, ui_px(ui, 12), page_color(ui, panel));
    return rect_inset(r, ui_px(ui, margin), ui_px(ui, margin));
}

void page_line(struct ui *ui, struct rect *r)
{
    draw_rect(ui_list(ui), rect_cut_top(r, 1), 0, page_color(ui, THEME_LINE));
}

enum theme_token page_tone(enum tone tone)
{
    static const enum theme_token colors[] = {THEME_TEXT_DIM, THEME_GOOD, THEME_WARN,
                                              THEME_BAD,      THEME_TEAM, THEME_LEARN};
    return colors[tone];
}

enum theme_token page_tone_panel(enum tone tone)
{
    static const enum theme_token panels[] = {THEME_NEUTRAL_PANEL, THEME_GOOD_PANEL,    THEME_WARN_PANEL,
                                              THEME_BAD_PANEL,     THEME_NEUTRAL_PANEL, THEME_LEARN_PANEL};
    return panels[tone];
}

static uint32_t ring_color(struct ui *ui, int face)
{
    static const enum theme_token rings[FACE_COUNT] = {THEME_GOOD, THEME_GOOD, THEME_WARN, THEME_WARN, THEME_BAD};
    return page_color(ui, rings[face]);
}

void page_portrait(struct ui *ui, const struct portrait *look, int face, float light, float x, float y, float radius)
{
    struct portrait_look drawn = {.skin = look->skin,
                                  .hair = look->hair,
                                  .clothes = look->clothes,
                                  .style = look->style,
                                  .glasses = look->glasses,
                                  .beard = look->beard,
                                  .face = (enum expression)face,
                                  .light = light,
                                  .ring = ring_color(ui, face)};
    portrait_draw(ui_list(ui), ui_theme(ui), &drawn, x, y, radius);
}

/* Where each pill goes; painting and measuring walk the same way. */
static float pills_walk(struct ui *ui, struct rect r, const char *const *words, int count, int paint)
{
    float gap = ui_px(ui, 6), height = ui_pill_height(ui, 13), x = r.x, y = r.y;
    for (int i = 0; i < count; i++) {
        float width = ui_pill_width(ui, 13, words[i]);
        if (!words[i][0])
            continue;
        if (x > r.x && x + width > r.x + r.w) {
            x = r.x;
            y += height + gap;
        }
        if (paint)
            ui_pill(ui, x, y, 13, THEME_TEXT_DIM, THEME_NEUTRAL_PANEL, words[i]);
        x += width + gap;
    }
    return y + height - r.y;
}

void page_pills(struct ui *ui, struct rect *r, const char *const *words, int count)
{
    rect_cut_top(r, pills_walk(ui, *r, words, count, 1));
}

float page_pills_height(struct ui *ui, float width, const char *const *words, int count)
{
    return pills_walk(ui, (struct rect){0, 0, width, 0}, words, count, 0);
}

int page_count(struct ui *ui, struct rect r, const char *label, struct ui_edit *edit)
{
    enum { MOST = 4 };   /* digits: more people than a hall holds */
    int used = ui_field(ui, r, label, edit, "0", 0);
    const char *typed = ui_edit_text(edit);
    char digits[MOST + 1];
    size_t count = 0;
    for (const char *from = typed; *from && count < MOST; from++)
        if (*from >= '0' && *from <= '9')
            digits[count++] = *from;
    digits[count] = '\0';
    if (strcmp(digits, typed) != 0)
        ui_edit_set(edit, digits);
    return used;
}
