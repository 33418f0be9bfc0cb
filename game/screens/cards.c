#include "cards_parts.h"
#include "draw/mark.h"

#include <string.h>

enum { PART_LENGTH = 110 };   /* four of them fit the stage */
enum { FIRST_LOOK = 40000, LATER_LOOK = 15000 };   /* milliseconds that a part of the deck stays: six cards read aloud, found again */

void cards_memory_begin(struct cards_memory *m)
{
    memset(m, 0, sizeof *m);
    m->page = m->table = m->card = m->writing = m->part = -1;
    m->deck = 1;
    m->numbers.limit = 40;
    for (int p = 0; p < CARDS_PARTS; p++) {
        m->parts[p].limit = PART_LENGTH;
        m->parts[p].multiline = 1;
    }
}

void cards_memory_end(struct cards_memory *m)
{
    ui_edit_release(&m->numbers);
    for (int p = 0; p < CARDS_PARTS; p++) ui_edit_release(&m->parts[p]);
}

void cards_memory_follow(struct cards_memory *m, const struct view_cards *view)
{
    if (m->page < 0) {
        m->page = !view->all_in[CARDS_USERS] ? CARDS_PAGE_USERS : !view->all_in[CARDS_OURS] ? CARDS_PAGE_OURS : CARDS_PAGE_GAP;
        m->deck_seen = view->any[CARDS_USERS];
    }
    for (int side = 0; side < CARDS_SIDES; side++) {
        if (view->all_in[side] && !m->was_in[side] && m->page == side) m->deck = 0;
        m->was_in[side] = view->all_in[side];
    }
}

static int deck_side(const struct cards_memory *m) { return m->page == CARDS_PAGE_OURS ? CARDS_OURS : CARDS_USERS; }

static void deck_turn(struct cards_memory *m, const struct view_cards *view)
{
    int parts = cards_deck_parts(view, (enum cards_side)deck_side(m));
    if (m->deck >= parts) m->deck_seen |= m->deck > 0;
    m->deck = parts > 0 ? m->deck % parts + 1 : 0;
    m->deck_stood = 0;
}

/* The first tick only sets the clock. */
void cards_tick(struct cards_memory *m, const struct view_cards *view, uint64_t clock_ms)
{
    if (m->clock && clock_ms > m->clock) m->deck_stood += (int64_t)(clock_ms - m->clock);
    m->clock = clock_ms;
    if (m->deck > 0 && m->deck_stood >= (m->deck_seen ? LATER_LOOK : FIRST_LOOK)) deck_turn(m, view);
}

int cards_sheet_card(const struct cards_memory *m, const struct view_cards *view)
{
    if (m->card >= 0 && m->card < view->count) return m->card;
    return view->top >= 0 ? view->top : view->count > 0 ? 0 : -1;
}

int cards_are_shown(const struct cards_memory *m, const struct view_cards *view, enum cards_side side)
{
    return m->show[side] == CARDS_SHOW_NOW || (m->show[side] == CARDS_SHOW_WHEN_IN && view->all_in[side] && view->table_count > 0);
}

enum theme_token cards_paper(enum aspect aspect)
{
    static const enum theme_token papers[ASPECT_COUNT] = {THEME_CARD_ATTITUDE, THEME_CARD_BEHAVIOUR, THEME_CARD_CULTURE};
    return papers[aspect];
}

void cards_sign(struct ui *ui, struct rect r, enum aspect aspect, enum theme_token color)
{
    static const enum icon signs[ASPECT_COUNT] = {ICON_RUNNING, ICON_DEGRADED, ICON_PROJECT};
    draw_state_mark(ui_list(ui), signs[aspect], r, page_color(ui, color));
}

enum theme_token cards_color(enum cards_side side)
{
    return side == CARDS_USERS ? THEME_CUSTOMER : THEME_TEAM;
}

enum theme_token cards_ink(enum cards_side side)
{
    return side == CARDS_USERS ? THEME_CARD_USERS : THEME_CARD_OURS;
}

const char *cards_part_name(int part)
{
    static const char *const keys[CARDS_PARTS] = {"cards.part.value", "cards.part.outcomes", "cards.part.costs", "cards.part.risks"};
    return text(keys[part]);
}

const char *cards_part_ask(int part)
{
    static const char *const keys[CARDS_PARTS] = {"cards.ask.value", "cards.ask.outcomes", "cards.ask.costs", "cards.ask.risks"};
    return text(keys[part]);
}

/* --- the frame --- */

static const char *const page_names[] = {"cards.page.users", "cards.page.ours", "cards.page.gap", "cards.page.sheet"};
static const char *const short_names[] = {"cards.short.users", "cards.short.ours", "cards.short.gap", "cards.short.sheet"};
static const char *const page_keys[] = {"U", "W", "G", "S"};
static const char *const page_says[] = {"cards.ask.users", "cards.ask.ours", "cards.gap-title", "cards.sheet-title"};

static void turn_to(struct cards_desk *d, int page)
{
    if (page == d->m->page) return;
    cards_table_open(d, -1);
    d->m->page = page;
    d->m->deck = page <= CARDS_PAGE_OURS && !d->view->all_in[page];
    d->m->deck_stood = 0;
}

static void top_draw(struct cards_desk *d, struct rect *page)
{
    struct ui *ui = d->ui;
    struct rect bar = page_top(ui, page);
    if (page_button(ui, &bar, text("round.to-start"), "Esc", 0)) wish(d->wishes, WISH_BACK);
    if (page_button(ui, &bar, text(d->m->stage_blank ? "round.show-stage" : "round.blank-stage"), "F6", d->m->stage_blank ? UI_PRIMARY : 0))
        wish(d->wishes, WISH_BLANK);
    if (d->m->one_display && page_button(ui, &bar, text("round.stage"), "F8", 0)) wish(d->wishes, WISH_STAGE_PANE);
    page_title(ui, bar, text("cards.title"), text(page_says[d->m->page]));
}

/* --- the bar below: pages at the left, what the stage shows at the right; two lines where one is too short --- */

static int are_on_stage(const struct cards_desk *d, enum cards_side side) { return d->m->deck == 0 && cards_are_shown(d->m, d->view, side); }

static const char *show_label(struct cards_desk *d, enum cards_side side)
{
    if (are_on_stage(d, side)) return text("cards.hide");
    return text(d->view->all_in[side] ? "cards.show" : "cards.show-early");
}

static const char *deck_label(struct cards_desk *d) { return text(d->m->deck == 0 ? "cards.deck-show" : "cards.deck-more"); }

static int is_picking(const struct cards_desk *d) { return d->m->page <= CARDS_PAGE_OURS; }

static float stage_buttons_width(struct cards_desk *d)
{
    struct ui *ui = d->ui;
    if (!is_picking(d)) return 0;
    return ui_button_width(ui, show_label(d, (enum cards_side)d->m->page), "R", 0) + ui_button_width(ui, deck_label(d), "D", 0) +
           ui_button_width(ui, text("cards.tables-show"), "T", 0) + ui_px(ui, 20);
}

static float tabs_width(struct cards_desk *d, const char *const *names)
{
    float width = 0;
    for (int i = 0; i < CARDS_PAGE_COUNT; i++) width += ui_choice_width(d->ui, text(names[i]), page_keys[i], 0) + ui_px(d->ui, 6);
    return width;
}

static void tabs_draw(struct cards_desk *d, struct rect line, const char *const *names)
{
    for (int i = 0; i < CARDS_PAGE_COUNT; i++) {
        const char *name = text(names[i]);
        struct rect r = rect_cut_left(&line, ui_choice_width(d->ui, name, page_keys[i], 0));
        if (ui_tab(d->ui, r, name, page_keys[i], i == d->m->page ? UI_SELECTED : 0)) turn_to(d, i);
        rect_cut_left(&line, ui_px(d->ui, 6));
    }
}

static void stage_buttons_draw(struct cards_desk *d, struct rect line)
{
    enum cards_side side = (enum cards_side)d->m->page;
    int shown = are_on_stage(d, side);
    struct rect r = rect_cut_right(&line, ui_button_width(d->ui, show_label(d, side), "R", 0));
    if (ui_button(d->ui, r, show_label(d, side), "R", shown ? 0 : d->view->all_in[side] ? UI_PRIMARY : 0)) {
        d->m->show[side] = shown ? CARDS_SHOW_NOT : CARDS_SHOW_NOW;
        d->m->deck = 0;
    }
    rect_cut_right(&line, ui_px(d->ui, 10));
    r = rect_cut_right(&line, ui_button_width(d->ui, text("cards.tables-show"), "T", 0));
    if (ui_button(d->ui, r, text("cards.tables-show"), "T", d->m->deck == 0 && !shown ? UI_SELECTED : 0)) {
        d->m->deck = 0;
        if (cards_are_shown(d->m, d->view, side)) d->m->show[side] = CARDS_SHOW_NOT;
    }
    rect_cut_right(&line, ui_px(d->ui, 10));
    r = rect_cut_right(&line, ui_button_width(d->ui, deck_label(d), "D", 0));
    if (ui_button(d->ui, r, deck_label(d), "D", d->m->deck && !d->m->deck_seen ? UI_PRIMARY : d->m->deck ? UI_SELECTED : 0)) deck_turn(d->m, d->view);
}

static void bar_draw(struct cards_desk *d, struct rect *page)
{
    struct ui *ui = d->ui;
    struct rect line = rect_cut_top(page, ui_px(ui, 40));
    const char *const *names = tabs_width(d, page_names) <= line.w ? page_names : short_names;
    int one = tabs_width(d, names) + stage_buttons_width(d) <= line.w;
    tabs_draw(d, line, names);
    if (!is_picking(d)) return;
    if (!one) {
        page_gap(ui, page, 10);
        line = rect_cut_top(page, ui_px(ui, 40));
    }
    stage_buttons_draw(d, line);
}

/* --- the page --- */

static void picking_draw(struct cards_desk *d, struct rect r, int wide)
{
    struct ui *ui = d->ui;
    float bar = ui_px(ui, 18);
    if (!wide) {
        float tables = cards_tables_height(d, r.w - bar), deck = cards_deck_height(d, r.w - bar);
        struct rect inner = ui_scroll_begin(ui, "cards", r, tables + ui_px(ui, 24) + deck);
        inner.w = r.w - bar;
        cards_tables_draw(d, rect_cut_top(&inner, tables));
        page_gap(ui, &inner, 24);
        cards_deck_draw(d, inner);
        ui_scroll_end(ui);
        return;
    }
    struct rect left = rect_cut_left(&r, r.w * 0.34f);
    rect_cut_left(&r, ui_px(ui, 20));
    struct rect inner = ui_scroll_begin(ui, "tables", left, cards_tables_height(d, left.w - bar));
    inner.w = left.w - bar;
    cards_tables_draw(d, inner);
    ui_scroll_end(ui);
    inner = ui_scroll_begin(ui, "deck", r, cards_deck_height(d, r.w - bar));
    inner.w = r.w - bar;
    cards_deck_draw(d, inner);
    ui_scroll_end(ui);
}

static void body_draw(struct cards_desk *d, struct rect r)
{
    int wide = page_width(d->ui) >= 1000;
    if (d->view->count == 0) page_words(d->ui, &r, 17, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, text("cards.none"));
    else if (is_picking(d)) picking_draw(d, r, wide);
    else if (d->m->page == CARDS_PAGE_GAP) cards_gap_draw(d, r, wide);
    else cards_sheet_draw(d, r, wide);
}

void cards_screen(struct ui *ui, const struct view_cards *view, struct cards_memory *m, struct wishes *wishes)
{
    struct cards_desk d = {ui, view, m, wishes};
    struct rect page = page_begin(ui);
    int wide = page_width(ui) >= 1000;
    cards_memory_follow(m, view);
    cards_sheet_keep(&d);
    if ((m->table >= 0 || ui_typing(ui)) && ui_shortcut(ui, "Escape")) cards_table_open(&d, -1);
    top_draw(&d, &page);
    page = rect_inset(page, ui_px(ui, wide ? 32 : 20), ui_px(ui, 16));
    if (view->count > 0) {
        bar_draw(&d, &page);
        page_gap(ui, &page, 12);
        cards_guide_draw(&d, rect_cut_top(&page, cards_guide_height(&d, page.w)));
    }
    page_gap(ui, &page, 16);
    body_draw(&d, page);
}
