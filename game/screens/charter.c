#include "charter_parts.h"

#include <string.h>

enum { LINE_LENGTH = 64 };   /* characters: eight of them can still be read on the wall */

void charter_memory_begin(struct charter_memory *m)
{
    memset(m, 0, sizeof *m);
    m->slot = NOBODY;
    m->words.limit = LINE_LENGTH;
}

void charter_memory_end(struct charter_memory *m) { ui_edit_release(&m->words); }

void charter_say(struct charter_desk *d, int32_t slot, int32_t behaviour, const char *words)
{
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    c.charter.slot = slot;
    c.charter.behaviour = behaviour;
    wish_command(d->wishes, &c, words, NULL);
}

const struct charter_line *charter_line_in(const struct charter_desk *d, int32_t slot)
{
    for (int i = 0; i < d->view->count; i++)
        if (d->view->lines[i].slot == slot) return &d->view->lines[i];
    return NULL;
}

const char *charter_key(struct charter_desk *d, int32_t behaviour)
{
    return arena_printf(ui_arena(d->ui), "%c", behaviour < 10 ? "1234567890"[behaviour] : 'A' + behaviour - 10);
}

/* --- what could be seen --- */

static const float CAP = 36, MARK = 28;

/* Picked again, it comes off. */
static void toggle(struct charter_desk *d, int32_t behaviour)
{
    int32_t slot = d->view->behaviours[behaviour].slot;
    if (slot != NOBODY) charter_say(d, slot, NOBODY, "");
    else if (d->view->free_slot != NOBODY) charter_say(d, d->view->free_slot, behaviour, d->view->behaviours[behaviour].see);
}

static float seen_row_height(struct charter_desk *d, int32_t behaviour, float width)
{
    float room = width - ui_px(d->ui, 12 + CAP + MARK + 10);
    return ui_text_height(d->ui, 15, WEIGHT_MEDIUM, room, d->view->behaviours[behaviour].see, 3) + ui_px(d->ui, 18);
}

static void seen_row(struct charter_desk *d, int32_t behaviour, struct rect r)
{
    struct ui *ui = d->ui;
    const struct charter_behaviour *b = &d->view->behaviours[behaviour];
    const char *key = charter_key(d, behaviour);
    int on = b->slot != NOBODY, full = d->view->free_slot == NOBODY;
    if (ui_row(ui, r, b->see, key, (on ? UI_SELECTED : 0) | (full && !on ? UI_DISABLED : 0))) toggle(d, behaviour);
    r = rect_inset(r, ui_px(ui, 12), 0);
    struct rect cap = rect_cut_left(&r, ui_px(ui, CAP)), mark = rect_cut_right(&r, ui_px(ui, MARK));
    cap.w = ui_keycap_width(ui, key);
    ui_keycap(ui, rect_inset(cap, 0, (cap.h - ui_px(ui, 22)) / 2), key);
    struct draw_font icon = {.size = 18 * ui_scale(ui), .weight = WEIGHT_ICON};
    if (on) draw_text(ui_list(ui), mark, &icon, page_color(ui, THEME_GOOD), ALIGN_RIGHT, icon_text(ICON_CHECK));
    enum theme_token color = on ? THEME_TEXT : full ? THEME_TEXT_FAINT : THEME_TEXT;
    ui_text(ui, rect_inset(r, 0, ui_px(ui, 9)), 15, on ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR, color, ALIGN_LEFT, 3, b->see);
}

static float seen_height(struct charter_desk *d, float width)
{
    float height = ui_px(d->ui, 30);
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++) height += seen_row_height(d, b, width) + ui_px(d->ui, 3);
    return height;
}

static void seen_draw(struct charter_desk *d, struct rect r)
{
    page_heading(d->ui, &r, text("charter.seen"));
    ui_scope_push(d->ui, "seen");
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++) {
        seen_row(d, b, rect_cut_top(&r, seen_row_height(d, b, r.w)));
        page_gap(d->ui, &r, 3);
    }
    ui_scope_pop(d->ui);
}

/* --- the sheet --- */

static float line_height(struct charter_desk *d, const struct charter_line *line, float width)
{
    float room = width - ui_px(d->ui, 16 + 34 + 16);
    return ui_text_height(d->ui, 17, WEIGHT_SEMIBOLD, room, line->words, 3) + ui_text_height(d->ui, 13, WEIGHT_REGULAR, room, line->checked, 2) +
           ui_px(d->ui, 16);
}

static void line_draw(struct charter_desk *d, int index, struct rect r)
{
    struct ui *ui = d->ui;
    const struct charter_line *line = &d->view->lines[index];
    if (ui_row(ui, r, line->words, "", 0)) charter_writing_begin(d, line->slot);
    draw_rect(ui_list(ui), r, ui_px(ui, 8), page_color(ui, THEME_CARD_BEHAVIOUR));
    if (d->m->slot == line->slot) draw_frame(ui_list(ui), r, ui_px(ui, 8), ui_px(ui, 3), page_color(ui, THEME_CARD_OURS));
    r = rect_inset(r, ui_px(ui, 16), ui_px(ui, 7));
    struct rect number = rect_cut_left(&r, ui_px(ui, 34));
    ui_text(ui, rect_cut_top(&number, ui_leading(ui, 17)), 17, WEIGHT_BOLD, THEME_CARD_OURS, ALIGN_LEFT, 0, arena_printf(ui_arena(ui), "%d", index + 1));
    page_words(ui, &r, 17, WEIGHT_SEMIBOLD, THEME_ON_CARD, 3, line->words);
    page_gap(ui, &r, 1);
    page_words(ui, &r, 13, WEIGHT_REGULAR, THEME_ON_CARD_DIM, 2, line->checked);
}

static const char *empty_words(struct charter_desk *d) { return text(page_width(d->ui) >= 1000 ? "charter.empty" : "charter.empty-narrow"); }

static float sheet_height(struct charter_desk *d, float width)
{
    float height = ui_px(d->ui, 30);
    for (int i = 0; i < d->view->count; i++) height += line_height(d, &d->view->lines[i], width) + ui_px(d->ui, 6);
    return d->view->count > 0 ? height : height + page_words_height(d->ui, width, 16, WEIGHT_REGULAR, 3, empty_words(d)) + ui_px(d->ui, 6);
}

static void sheet_draw(struct charter_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    page_heading(ui, &r, text_fill(ui_arena(ui), "charter.ours-count", "count", d->view->count_words, NULL));
    if (d->view->count == 0) page_words(ui, &r, 16, WEIGHT_REGULAR, THEME_TEXT_FAINT, 3, empty_words(d));
    ui_scope_push(ui, "sheet");
    for (int i = 0; i < d->view->count; i++) {
        line_draw(d, i, rect_cut_top(&r, line_height(d, &d->view->lines[i], r.w)));
        page_gap(ui, &r, 6);
    }
    ui_scope_pop(ui);
}

/* --- the page --- */

static void wide_page(struct charter_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    struct rect left = rect_cut_left(&r, r.w * 0.43f);
    rect_cut_left(&r, ui_px(ui, 26));
    struct rect inner = ui_scroll_begin(ui, "seen", left, seen_height(d, left.w - bar));
    inner.w = left.w - bar;
    seen_draw(d, inner);
    ui_scroll_end(ui);
    struct rect foot = rect_cut_bottom(&r, charter_writing_height(d, r.w - bar));
    rect_cut_bottom(&r, ui_px(ui, 12));
    inner = ui_scroll_begin(ui, "sheet", r, sheet_height(d, r.w - bar));
    inner.w = r.w - bar;
    sheet_draw(d, inner);
    ui_scroll_end(ui);
    foot.w -= bar;
    charter_writing_draw(d, foot);
}

static void narrow_page(struct charter_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    float width = r.w - ui_px(ui, 18), sheet = sheet_height(d, width), writing = charter_writing_height(d, width);
    struct rect inner = ui_scroll_begin(ui, "charter", r, sheet + writing + ui_px(ui, 40) + seen_height(d, width));
    inner.w = width;
    sheet_draw(d, rect_cut_top(&inner, sheet));
    page_gap(ui, &inner, 10);
    charter_writing_draw(d, rect_cut_top(&inner, writing));
    page_gap(ui, &inner, 30);
    seen_draw(d, inner);
    ui_scroll_end(ui);
}

static void top_draw(struct charter_desk *d, struct rect *page)
{
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", 0)) wish(d->wishes, WISH_BACK);
    if (page_button(ui, &bar, text(d->m->stage_blank ? "round.show-stage" : "round.blank-stage"), "F6", d->m->stage_blank ? UI_PRIMARY : 0))
        wish(d->wishes, WISH_BLANK);
    if (d->m->one_display && page_button(ui, &bar, text("round.stage"), "F8", 0)) wish(d->wishes, WISH_STAGE_PANE);
    page_title(ui, bar, text("charter.title"), text("charter.beside"));
}

void charter_screen(struct ui *ui, const struct view_charter *view, struct charter_memory *m, struct wishes *wishes)
{
    struct charter_desk d = {ui, view, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000;
    if (!m->tying && (ui_typing(ui) || m->slot != NOBODY) && ui_shortcut(ui, "Escape")) charter_writing_end(&d);
    top_draw(&d, &page);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, 16));
    if (wide) wide_page(&d, page);
    else narrow_page(&d, page);
    if (m->tying) charter_tie_draw(&d);
}
