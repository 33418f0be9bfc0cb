#include "screens/agreement.h"
#include "stage_parts.h"

#include <string.h>

static const char *const parts[AGREEMENTS] = {"agreement.kept", "agreement.receives", "agreement.managers", "agreement.topics"};
static const float FIELD = 66, LABEL = 24, GAP = 14;

static const char *part_text(struct arena *a, int which, const char *suffix)
{
    return text(arena_printf(a, "%s.%s", parts[which], suffix));
}

const char *agreement_topic(struct arena *arena, const char *tag)
{
    const char *key = arena_printf(arena, "topic.%s", tag);
    return text_has(key) ? text(key) : tag;
}

void agreement_begin(struct agreement_memory *m)
{
    struct arena a = {0};
    memset(m, 0, sizeof *m);
    m->topics = "";
    for (int i = 0; i < AGREEMENTS; i++) {
        m->texts[i].limit = AGREEMENT_TEXT;
        m->texts[i].multiline = 1;
        ui_edit_set(&m->texts[i], part_text(&a, i, "usual"));
    }
    arena_release(&a);
}

void agreement_end(struct agreement_memory *m)
{
    for (int i = 0; i < AGREEMENTS; i++)
        ui_edit_release(&m->texts[i]);
}

void agreement_set(struct agreement_memory *m, int which, const char *words)
{
    ui_edit_set(&m->texts[which], words);
}

const char *agreement_words(struct arena *a, const struct agreement_memory *m, int which)
{
    const char *typed = ui_edit_text(&m->texts[which]);
    typed += strspn(typed, " \n");
    char *words = arena_dup(a, typed);
    for (size_t length = strlen(words); length > 0 && (words[length - 1] == ' ' || words[length - 1] == '\n'); length--)
        words[length - 1] = '\0';
    for (char *at = words; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return words;
}

/* --- console --- */

void agreement_fields(struct ui *ui, struct agreement_memory *m, struct rect *r)
{
    for (int i = 0; i < AGREEMENTS; i++) {
        const char *label = part_text(ui_arena(ui), i, "label");
        ui_text(ui, rect_cut_top(r, ui_px(ui, LABEL)), 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, label);
        ui_field(ui, rect_cut_top(r, ui_px(ui, FIELD)), label, &m->texts[i], part_text(ui_arena(ui), i, "hint"), 0);
        page_gap(ui, r, GAP);
    }
}

float agreement_fields_height(struct ui *ui) { return ui_px(ui, (LABEL + FIELD + GAP) * AGREEMENTS); }

static float column_height(struct ui *ui, float width, const struct agreement_memory *m)
{
    float height = page_words_height(ui, width, 30, WEIGHT_BOLD, 2, text("agreement.title")) + ui_px(ui, 8 + 22 + 16) +
                   page_words_height(ui, width, 16, WEIGHT_REGULAR, 4, text("agreement.how")) + agreement_fields_height(ui);
    if (m->topics[0])
        height += page_words_height(ui, width, 15, WEIGHT_REGULAR, 3, m->topics) + ui_px(ui, 14);
    return height + ui_px(ui, 52);
}

/* wishes NULL: the button that leads on stands elsewhere. */
static void column_draw(struct ui *ui, struct agreement_memory *m, struct rect r, struct wishes *wishes)
{
    page_words(ui, &r, 30, WEIGHT_BOLD, THEME_TEXT, 2, text("agreement.title"));
    page_gap(ui, &r, 8);
    page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("agreement.how"));
    page_gap(ui, &r, 22);
    agreement_fields(ui, m, &r);
    if (m->topics[0]) {
        page_words(ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, m->topics);
        page_gap(ui, &r, 14);
    }
    if (!wishes)
        return;
    page_gap(ui, &r, 4);
    struct rect line = rect_cut_top(&r, ui_px(ui, 48));
    const char *label = text("agreement.agreed");
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, label, "Ctrl+Enter", UI_LARGE | UI_PRIMARY)), label, "Ctrl+Enter", UI_LARGE | UI_PRIMARY))
        wish(wishes, WISH_AGREED);
}

void agreement_screen(struct ui *ui, struct agreement_memory *m, struct wishes *wishes)
{
    struct rect page = page_begin(ui), top = page_top(ui, &page);
    if (page_button(ui, &top, text("round.to-start"), "Esc", 0))
        wish(wishes, WISH_BACK);
    if (page_button(ui, &top, text(m->stage_blank ? "round.show-stage" : "round.blank-stage"), "F6", m->stage_blank ? UI_PRIMARY : 0))
        wish(wishes, WISH_BLANK);
    if (m->one_display && page_button(ui, &top, text("round.stage"), "F8", 0))
        wish(wishes, WISH_STAGE_PANE);
    int narrow = page_width(ui) < 1000 || page_height(ui) < 700;
    if (narrow && page_button(ui, &top, text("agreement.agreed"), "Ctrl+Enter", UI_PRIMARY))
        wish(wishes, WISH_AGREED);
    page_title(ui, top, text("agreement.top"), "");
    page = rect_inset(page, ui_px(ui, page_width(ui) >= 1000 ? 40 : 20), ui_px(ui, 18));
    float most = ui_px(ui, 860), bar = ui_px(ui, 18);
    if (page.w > most)
        page = rect_inset(page, (page.w - most) / 2, 0);
    struct rect inner = ui_scroll_begin(ui, "agreement", page, column_height(ui, page.w - bar, m));
    inner.w = page.w - bar;
    column_draw(ui, m, inner, narrow ? NULL : wishes);
    ui_scroll_end(ui);
}

/* --- stage --- */

/* Texts in sizes of the stage: pixels at 1920x1080 whatever the console's scale is. */
static void say(struct ui *ui, struct rect *r, float pixels, enum draw_weight weight, enum theme_token color, int lines, const char *words)
{
    page_words(ui, r, pixels / ui_scale(ui), weight, color, lines, words);
}

/* Words that a part may have: those after it get theirs, up to a fair share. */
static int part_most(const struct stage_page *s, struct ui *ui, const struct agreement_memory *m, int which)
{
    int left = stage_left(s), rest = 0, fair = left / (AGREEMENTS - which);
    for (int i = which; i < AGREEMENTS; i++) {
        int label = stage_count_words(part_text(ui_arena(ui), i, "label")), all = stage_count_words(agreement_words(ui_arena(ui), m, i)) + label;
        rest += i == which ? label : all < fair ? all : fair;
    }
    return left - rest;
}

void stage_agreement(struct ui *ui, const struct agreement_memory *m)
{
    struct rect page = page_begin(ui);
    float across = page.w / 1920, down = page.h / 1080, scale = across < down ? across : down;
    struct stage_page s = stage_page_of(ui, scale);
    struct rect r = rect_inset(page, 96 * scale, 72 * scale);
    say(ui, &r, 64 * scale, WEIGHT_BOLD, THEME_TEXT, 1, text("agreement.stage-title"));
    rect_cut_top(&r, 44 * scale);
    for (int i = 0; i < AGREEMENTS; i++) {
        const char *words = stage_beginning(&s, agreement_words(ui_arena(ui), m, i), part_most(&s, ui, m, i));
        struct rect part = rect_cut_top(&r, 196 * scale), mark = rect_cut_left(&part, 40 * scale);
        if (!words[0])
            continue;
        mark = (struct rect){mark.x, mark.y + 6 * scale, 8 * scale, 140 * scale};
        draw_rect(ui_list(ui), mark, 4 * scale, page_color(ui, THEME_CUSTOMER));
        say(ui, &part, 32 * scale, WEIGHT_SEMIBOLD, THEME_CUSTOMER, 1, part_text(ui_arena(ui), i, "label"));
        rect_cut_top(&part, 6 * scale);
        say(ui, &part, 42 * scale, WEIGHT_MEDIUM, THEME_TEXT, 2, words);
    }
}
