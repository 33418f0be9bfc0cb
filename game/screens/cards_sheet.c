/* The gap between what users would pick and what the room picked, and the sheet of the card that costs most. */
#include "cards_parts.h"

#include <string.h>

static const float BAR = 14, GAP_ROW = 66, CHOICE = 44, FIELD = 96;
enum { GAPS_SHOWN = 12 };

/* --- the gap --- */

static void gap_bar(struct cards_desk *d, struct rect line, const char *name, int hands, enum cards_side side)
{
    struct ui *ui = d->ui;
    struct rect label = rect_cut_left(&line, ui_px(ui, 64)), count = rect_cut_right(&line, ui_px(ui, 30));
    ui_text(ui, label, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 0, name);
    ui_text(ui, count, 14, WEIGHT_BOLD, cards_color(side), ALIGN_RIGHT, 0, arena_printf(ui_arena(ui), "%d", hands));
    struct rect bar = {line.x, line.y + (line.h - ui_px(ui, BAR - 4)) / 2, line.w * (float)hands / (float)d->view->most, ui_px(ui, BAR - 4)};
    if (hands > 0) draw_rect(ui_list(ui), bar, bar.h / 2, page_color(ui, cards_color(side)));
}

static void gap_row(struct cards_desk *d, const struct view_card *c, struct rect r)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(&r, ui_px(ui, 22)), number = rect_cut_left(&line, ui_px(ui, 32));
    ui_text(ui, number, 15, WEIGHT_BOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, c->number);
    ui_text(ui, line, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, c->title);
    rect_cut_left(&r, ui_px(ui, 32));
    ui_scope_push(ui, c->number);
    gap_bar(d, rect_cut_top(&r, ui_px(ui, 17)), text("cards.users"), c->hands[CARDS_USERS], CARDS_USERS);
    gap_bar(d, rect_cut_top(&r, ui_px(ui, 17)), text("cards.us"), c->hands[CARDS_OURS], CARDS_OURS);
    ui_scope_pop(ui);
}

static int gap_rows(const struct cards_desk *d) { return d->view->gap_count < GAPS_SHOWN ? d->view->gap_count : GAPS_SHOWN; }

static void gap_rows_draw(struct cards_desk *d, struct rect r)
{
    for (int i = 0; i < gap_rows(d); i++) gap_row(d, &d->view->cards[d->view->gaps[i]], rect_cut_top(&r, ui_px(d->ui, GAP_ROW)));
}

static const char *gap_lead(const struct cards_desk *d)
{
    return d->view->gap_says[0] ? d->view->gap_says : text(d->view->gap_count > 0 ? "cards.gap-half" : "cards.gap-empty");
}

static const char *const asks[] = {"cards.gap-ask-1", "cards.gap-ask-2", "cards.gap-ask-3"};
enum { ASKS = sizeof asks / sizeof asks[0] };

static float gap_says_height(struct cards_desk *d, float width)
{
    float height = page_words_height(d->ui, width, 20, WEIGHT_SEMIBOLD, 6, gap_lead(d)) + ui_px(d->ui, 20 + 34);
    for (int i = 0; i < ASKS; i++) height += page_words_height(d->ui, width, 15, WEIGHT_REGULAR, 4, text(asks[i])) + ui_px(d->ui, 10);
    return height;
}

static void gap_says_draw(struct cards_desk *d, struct rect r)
{
    page_words(d->ui, &r, 20, WEIGHT_SEMIBOLD, THEME_TEXT, 6, gap_lead(d));
    page_gap(d->ui, &r, 20);
    if (d->view->gap_count == 0) return;
    page_heading(d->ui, &r, text("cards.ask-room"));
    for (int i = 0; i < ASKS; i++) {
        page_words(d->ui, &r, 15, WEIGHT_REGULAR, THEME_TEXT, 4, text(asks[i]));
        page_gap(d->ui, &r, 10);
    }
}

void cards_gap_draw(struct cards_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18), rows = ui_px(ui, GAP_ROW) * (float)gap_rows(d);
    if (wide) {
        struct rect side = rect_cut_right(&r, r.w * 0.38f);
        rect_cut_right(&r, ui_px(ui, 32));
        struct rect inner = ui_scroll_begin(ui, "says", side, gap_says_height(d, side.w - bar));
        inner.w = side.w - bar;
        gap_says_draw(d, inner);
        ui_scroll_end(ui);
        inner = ui_scroll_begin(ui, "gap", r, rows);
        inner.w = r.w - bar;
        gap_rows_draw(d, inner);
        ui_scroll_end(ui);
        return;
    }
    float says = gap_says_height(d, r.w - bar);
    struct rect inner = ui_scroll_begin(ui, "gap", r, says + rows);
    inner.w = r.w - bar;
    gap_says_draw(d, rect_cut_top(&inner, says));
    gap_rows_draw(d, inner);
    ui_scroll_end(ui);
}

/* --- the sheet: what is kept, and when --- */

static const char *stored(const struct cards_desk *d, int part) { return d->view->cards[d->m->writing].sheet[part]; }

static void part_keep(struct cards_desk *d, int part)
{
    const char *typed = ui_edit_text(&d->m->parts[part]);
    if (d->m->writing < 0 || strcmp(typed, stored(d, part)) == 0) return;
    struct sim_command c = sim_command_make(SIM_CMD_CARD_SHEET);
    c.card_sheet.card = d->view->cards[d->m->writing].card;
    c.card_sheet.part = part;
    wish_command(d->wishes, &c, typed, NULL);
}

static int focused_part(struct cards_desk *d)
{
    const struct ui_item *item = ui_focused(d->ui);
    for (int p = 0; item && item->role == UI_FIELD && p < CARDS_PARTS; p++)
        if (strcmp(item->label, cards_part_name(p)) == 0) return p;
    return -1;
}

void cards_sheet_keep(struct cards_desk *d)
{
    int now = focused_part(d), was = d->m->part;
    d->m->part = now;
    if (was >= 0 && now != was) part_keep(d, was);
}

/* The fields hold the texts of one card; another card brings its own. */
static void sheet_follow(struct cards_desk *d)
{
    int card = cards_sheet_card(d->m, d->view);
    if (card == d->m->writing) return;
    d->m->writing = card;
    d->m->part = -1;
    for (int p = 0; card >= 0 && p < CARDS_PARTS; p++) ui_edit_set(&d->m->parts[p], stored(d, p));
}

/* --- the cards to choose from: those that users would pick, most first; the whole deck where nobody picked --- */

static int choices(const struct cards_desk *d)
{
    return d->view->ranked_count[CARDS_USERS] > 0 ? d->view->ranked_count[CARDS_USERS] : d->view->count;
}

static int choice_at(const struct cards_desk *d, int i)
{
    return d->view->ranked_count[CARDS_USERS] > 0 ? d->view->ranked[CARDS_USERS][i] : i;
}

static void choice_draw(struct cards_desk *d, int index, struct rect r)
{
    struct ui *ui = d->ui;
    const struct view_card *c = &d->view->cards[index];
    int chosen = index == cards_sheet_card(d->m, d->view);
    if (ui_row(ui, r, c->title, "", chosen ? UI_SELECTED : 0)) d->m->card = index;
    r = rect_inset(r, ui_px(ui, 10), 0);
    struct rect number = rect_cut_left(&r, ui_px(ui, 34)), count = rect_cut_right(&r, ui_px(ui, 30)), noted = rect_cut_right(&r, ui_px(ui, 26));
    ui_text(ui, number, 15, WEIGHT_BOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, c->number);
    ui_text(ui, count, 15, WEIGHT_BOLD, THEME_CUSTOMER, ALIGN_RIGHT, 0, arena_printf(ui_arena(ui), "%d", c->hands[CARDS_USERS]));
    struct draw_font icon = {.size = 16 * ui_scale(ui), .weight = WEIGHT_ICON};
    if (c->noted > 0) draw_text(ui_list(ui), noted, &icon, page_color(ui, THEME_TEXT_DIM), ALIGN_RIGHT, icon_text(ICON_NOTE));
    rect_cut_right(&r, ui_px(ui, 6));
    struct draw_font font = {.size = 15 * ui_scale(ui), .weight = chosen ? WEIGHT_BOLD : WEIGHT_REGULAR};
    draw_text(ui_list(ui), r, &font, page_color(ui, THEME_TEXT), ALIGN_LEFT, c->title);
}

static float choices_height(struct cards_desk *d)
{
    return ui_px(d->ui, CHOICE) * (float)choices(d) + ui_px(d->ui, 30);
}

static void choices_draw(struct cards_desk *d, struct rect r)
{
    page_heading(d->ui, &r, text("cards.choose-card"));
    ui_scope_push(d->ui, "choices");
    for (int i = 0; i < choices(d); i++) choice_draw(d, choice_at(d, i), rect_inset(rect_cut_top(&r, ui_px(d->ui, CHOICE)), 0, ui_px(d->ui, 1)));
    ui_scope_pop(d->ui);
}

/* --- the sheet --- */

static void title_draw(struct cards_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    const struct view_card *c = &d->view->cards[d->m->writing];
    float inner = r->w - ui_px(ui, 36), high = ui_text_height(ui, 20, WEIGHT_BOLD, inner, c->title, 3) + ui_text_height(ui, 15, WEIGHT_REGULAR, inner, c->line, 3);
    struct rect box = rect_cut_top(r, high + ui_px(ui, 30));
    draw_rect(ui_list(ui), box, ui_px(ui, 12), page_color(ui, cards_paper(c->aspect)));
    box = rect_inset(box, ui_px(ui, 18), ui_px(ui, 13));
    page_words(ui, &box, 20, WEIGHT_BOLD, THEME_ON_CARD, 3, c->title);
    page_gap(ui, &box, 4);
    page_words(ui, &box, 15, WEIGHT_REGULAR, THEME_ON_CARD_DIM, 3, c->line);
    page_gap(ui, r, 18);
}

static float title_height(struct cards_desk *d, float width)
{
    const struct view_card *c = &d->view->cards[d->m->writing];
    float inner = width - ui_px(d->ui, 36);
    return ui_text_height(d->ui, 20, WEIGHT_BOLD, inner, c->title, 3) + ui_text_height(d->ui, 15, WEIGHT_REGULAR, inner, c->line, 3) +
           ui_px(d->ui, 30 + 18);
}

static float part_height(struct cards_desk *d, int part, float width)
{
    return ui_px(d->ui, 28 + 6 + FIELD + 16) + ui_text_height(d->ui, 14, WEIGHT_REGULAR, width, cards_part_ask(part), 3);
}

static void part_draw(struct cards_desk *d, int part, struct rect r)
{
    struct ui *ui = d->ui;
    const char *name = cards_part_name(part), *key = arena_printf(ui_arena(ui), "%d", part + 1);
    struct rect head = rect_cut_top(&r, ui_px(ui, 28)), cap = rect_cut_left(&head, ui_keycap_width(ui, key));
    ui_keycap(ui, rect_inset(cap, 0, (cap.h - ui_px(ui, 22)) / 2), key);
    rect_cut_left(&head, ui_px(ui, 10));
    ui_text(ui, head, 16, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, name);
    page_words(ui, &r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 3, cards_part_ask(part));
    page_gap(ui, &r, 6);
    ui_field(ui, rect_cut_top(&r, ui_px(ui, FIELD)), name, &d->m->parts[part], text("cards.sheet-hint"), 0);
    if (ui_shortcut(ui, key)) ui_focus(ui, UI_FIELD, name);
}

/* Keeps what was typed and goes on to the next part. */
static void next_part(struct cards_desk *d)
{
    int part = focused_part(d);
    if (part < 0) return;
    part_keep(d, part);
    d->m->part = -1;
    ui_focus(d->ui, UI_FIELD, cards_part_name((part + 1) % CARDS_PARTS));
}

static int sheet_columns(const struct cards_desk *d, float width) { return width >= ui_px(d->ui, 560) ? 2 : 1; }

static float parts_height(struct cards_desk *d, float width)
{
    int count = sheet_columns(d, width);
    float height = 0, column = (width - ui_px(d->ui, 20) * (float)(count - 1)) / (float)count;
    for (int p = 0; p < CARDS_PARTS; p += count) {
        float first = part_height(d, p, column), second = count > 1 ? part_height(d, p + 1, column) : 0;
        height += first > second ? first : second;
    }
    return height;
}

static void parts_draw(struct cards_desk *d, struct rect *r)
{
    int count = sheet_columns(d, r->w);
    for (int p = 0; p < CARDS_PARTS; p += count) {
        float column = (r->w - ui_px(d->ui, 20) * (float)(count - 1)) / (float)count, high = part_height(d, p, column);
        if (count > 1 && part_height(d, p + 1, column) > high) high = part_height(d, p + 1, column);
        struct rect line = rect_cut_top(r, high);
        for (int k = 0; k < count; k++) part_draw(d, p + k, rect_column(line, k, count, ui_px(d->ui, 20)));
    }
}

static float sheet_height(struct cards_desk *d, float width)
{
    return title_height(d, width) + parts_height(d, width) + ui_px(d->ui, 48);
}

static void sheet_draw(struct cards_desk *d, struct rect r)
{
    struct ui *ui = d->ui;
    title_draw(d, &r);
    parts_draw(d, &r);
    struct rect line = rect_cut_top(&r, ui_px(ui, 40));
    if (ui_button(ui, rect_cut_left(&line, ui_button_width(ui, text("cards.keep"), "Ctrl+Enter", 0)), text("cards.keep"), "Ctrl+Enter",
                  d->m->part >= 0 ? UI_PRIMARY : UI_DISABLED))
        next_part(d);
}

void cards_sheet_draw(struct cards_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    sheet_follow(d);
    if (wide) {
        struct rect left = rect_cut_left(&r, r.w * 0.32f);
        rect_cut_left(&r, ui_px(ui, 26));
        struct rect inner = ui_scroll_begin(ui, "choices", left, choices_height(d));
        inner.w = left.w - bar;
        choices_draw(d, inner);
        ui_scroll_end(ui);
        inner = ui_scroll_begin(ui, "sheet", r, sheet_height(d, r.w - bar));
        inner.w = r.w - bar;
        sheet_draw(d, inner);
        ui_scroll_end(ui);
        return;
    }
    float sheet = sheet_height(d, r.w - bar);
    struct rect inner = ui_scroll_begin(ui, "sheet", r, sheet + ui_px(ui, 20) + choices_height(d));
    inner.w = r.w - bar;
    sheet_draw(d, rect_cut_top(&inner, sheet));
    page_gap(ui, &inner, 20);
    choices_draw(d, inner);
    ui_scroll_end(ui);
}
