/* Tables with the numbers of the cards they picked, and the deck to pick from. */
#include "cards_parts.h"

#include <string.h>

static const float ROW = 54, OPEN = 100, CARD = 30, HEAD = 64;

static int side_now(const struct cards_desk *d) { return d->m->page == CARDS_PAGE_OURS ? CARDS_OURS : CARDS_USERS; }

static const struct view_cards_table *table_now(const struct cards_desk *d)
{
    return d->m->table >= 0 && d->m->table < d->view->table_count ? &d->view->tables[d->m->table] : NULL;
}

static const char *field_label(struct cards_desk *d, int table)
{
    return text_fill(ui_arena(d->ui), "cards.numbers-of", "table", d->view->tables[table].name, NULL);
}

void cards_table_open(struct cards_desk *d, int table)
{
    struct cards_memory *m = d->m;
    m->table = table;
    m->told = 0;
    if (table < 0) {
        ui_focus_clear(d->ui);
        return;
    }
    ui_edit_set(&m->numbers, d->view->tables[table].numbers[side_now(d)]);
    ui_focus(d->ui, UI_FIELD, field_label(d, table));
}

/* --- what is typed --- */

static void tally(struct cards_desk *d, int card, int count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = side_now(d) == CARDS_USERS ? TALLY_CARD_USERS : TALLY_CARD_OURS;
    c.tally.subject = d->view->cards[card].card;
    c.tally.by = table_now(d)->member;
    c.tally.count = count;
    wish_command(d->wishes, &c, NULL, NULL);
}

static int is_among(const struct cards_typed *typed, int card)
{
    for (int i = 0; i < typed->count; i++)
        if (typed->cards[i] == card) return 1;
    return 0;
}

/* Only what differs is said; a card that a table gave more hands to and keeps, keeps them. */
static void keep(struct cards_desk *d, const struct cards_typed *typed)
{
    const struct view_cards_table *t = table_now(d);
    for (int i = 0; i < d->view->count; i++) {
        int had = t->hands[side_now(d)][i] > 0, has = is_among(typed, i);
        if (had != has) tally(d, i, has);
    }
}

/* The next table that is still to come, after this one and then from the first; -1 when all are in. */
static int next_table(const struct cards_desk *d)
{
    for (int k = 1; k < d->view->table_count; k++) {
        int table = (d->m->table + k) % d->view->table_count;
        if (!d->view->tables[table].in[side_now(d)]) return table;
    }
    return -1;
}

static void entered(struct cards_desk *d)
{
    struct cards_typed typed;
    cards_read(d->view, ui_edit_text(&d->m->numbers), &typed);
    d->m->told = typed.fault > CARDS_FEW;
    if (d->m->told) return;
    keep(d, &typed);
    if (typed.fault == CARDS_FINE || typed.count == 0) cards_table_open(d, next_table(d));
}

void cards_table_toggle(struct cards_desk *d, int card)
{
    struct cards_typed typed;
    struct str numbers = {0};
    if (!table_now(d)) return;
    cards_read(d->view, ui_edit_text(&d->m->numbers), &typed);
    int was = is_among(&typed, card);
    for (int i = 0; i < typed.count; i++)
        if (typed.cards[i] != card) str_printf(&numbers, "%s ", d->view->cards[typed.cards[i]].number);
    if (!was && typed.count < d->view->wanted) str_append(&numbers, d->view->cards[card].number);
    ui_edit_set(&d->m->numbers, str_text(&numbers));
    str_release(&numbers);
    d->m->told = 0;
    cards_read(d->view, ui_edit_text(&d->m->numbers), &typed);
    keep(d, &typed);
    ui_focus(d->ui, UI_FIELD, field_label(d, d->m->table));
}

/* --- a table --- */

static const char *titles_of(struct cards_desk *d, const struct cards_typed *typed)
{
    const char *list = "";
    for (int i = 0; i < typed->count; i++) {
        const char *title = d->view->cards[typed->cards[i]].title;
        list = list[0] ? arena_printf(ui_arena(d->ui), "%s%s%s", list, text("cards.between"), title) : title;
    }
    return list;
}

/* What the numbers mean so far, or what is wrong with them. */
static const char *typed_words(struct cards_desk *d, const struct cards_typed *typed, enum theme_token *color)
{
    static const char *const keys[] = {"", "", "cards.no-such", "cards.twice", "cards.too-many"};
    struct arena *a = ui_arena(d->ui);
    if (typed->fault > CARDS_FEW) {
        *color = d->m->told ? THEME_BAD : THEME_WARN;
        return text_fill(a, keys[typed->fault], "n", arena_printf(a, "%d", typed->number), "all", arena_printf(a, "%d", d->view->count), "most",
                         arena_printf(a, "%d", d->view->wanted), NULL);
    }
    *color = typed->count > 0 ? THEME_TEXT : THEME_TEXT_FAINT;
    return typed->count > 0 ? titles_of(d, typed) : text("cards.numbers-how");
}

static void open_draw(struct cards_desk *d, int table, struct rect r)
{
    struct ui *ui = d->ui;
    struct cards_typed typed;
    enum theme_token color;
    struct rect field = rect_cut_top(&r, ui_px(ui, 38));
    int used = ui_field(ui, field, field_label(d, table), &d->m->numbers, text("cards.numbers-hint"), 0);
    if (used == 1) d->m->told = 0;
    cards_read(d->view, ui_edit_text(&d->m->numbers), &typed);
    page_gap(ui, &r, 5);
    const char *words = typed_words(d, &typed, &color);
    ui_text(ui, r, 13, WEIGHT_MEDIUM, color, ALIGN_LEFT, 2, words);
    if (used == 2) entered(d);
}

static const char *digit_of(struct cards_desk *d, int table)
{
    return table < 9 ? arena_printf(ui_arena(d->ui), "%d", table + 1) : table == 9 ? "0" : "";
}

static void row_head(struct cards_desk *d, const struct view_cards_table *t, const char *key, struct rect line)
{
    struct ui *ui = d->ui;
    int side = side_now(d);
    struct rect cap = rect_cut_left(&line, ui_px(ui, 32));
    if (key[0]) ui_keycap(ui, rect_inset((struct rect){cap.x, cap.y, ui_keycap_width(ui, key), cap.h}, 0, (cap.h - ui_px(ui, 22)) / 2), key);
    struct draw_font icon = {.size = 18 * ui_scale(ui), .weight = WEIGHT_ICON};
    struct rect mark = rect_cut_right(&line, ui_px(ui, 24));
    if (t->in[side]) draw_text(ui_list(ui), mark, &icon, page_color(ui, THEME_GOOD), ALIGN_RIGHT, icon_text(ICON_CHECK));
    const char *numbers = t->numbers[side][0] ? t->numbers[side] : text("cards.waiting");
    float width = ui_text_width(ui, 15, WEIGHT_SEMIBOLD, numbers) + ui_px(ui, 4);
    struct rect at = rect_cut_right(&line, width < line.w / 2 ? width : line.w / 2);
    ui_text(ui, at, t->numbers[side][0] ? 15 : 13, t->numbers[side][0] ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR,
            t->numbers[side][0] ? THEME_TEXT : THEME_TEXT_FAINT, ALIGN_RIGHT, 0, numbers);
    rect_cut_right(&line, ui_px(ui, 10));
    ui_text(ui, line, 15, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, 0, t->name);
}

static void row_draw(struct cards_desk *d, int table, struct rect r)
{
    struct ui *ui = d->ui;
    const struct view_cards_table *t = &d->view->tables[table];
    const char *key = digit_of(d, table);
    int open = d->m->table == table, side = side_now(d);
    ui_scope_push(ui, arena_printf(ui_arena(ui), "table %d", table));
    if (ui_row(ui, r, t->name, key, open ? UI_SELECTED : 0) && !open) cards_table_open(d, table);
    r = rect_inset(r, ui_px(ui, 12), ui_px(ui, 6));
    row_head(d, t, key, rect_cut_top(&r, ui_px(ui, 24)));
    if (open) {
        page_gap(ui, &r, 4);
        open_draw(d, table, r);
    } else {
        rect_cut_left(&r, ui_px(ui, 32));
        ui_text(ui, r, 13, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, 2, t->titles[side]);
    }
    ui_scope_pop(ui);
}

/* What the room sees meanwhile. */
static const char *stage_words_of(struct cards_desk *d)
{
    enum cards_side side = (enum cards_side)side_now(d);
    struct arena *a = ui_arena(d->ui);
    if (d->m->deck > 0) {
        struct cards_deck_part part = cards_deck_part(d->view, side, d->m->deck - 1);
        return text_fill(a, "cards.stage-deck", "from", arena_printf(a, "%d", part.from + 1), "to", arena_printf(a, "%d", part.to), "all",
                         arena_printf(a, "%d", d->view->count), NULL);
    }
    if (cards_are_shown(d->m, d->view, side)) return text("cards.stage-picked");
    return text(d->view->tables_not_persons ? "cards.stage-tables" : "cards.stage-persons");
}

static float head_height(struct cards_desk *d, float width)
{
    return ui_px(d->ui, HEAD + 12) + page_words_height(d->ui, width, 14, WEIGHT_REGULAR, 4, stage_words_of(d));
}

static void head_draw(struct cards_desk *d, struct rect *r)
{
    struct ui *ui = d->ui;
    int side = side_now(d);
    struct rect line = rect_cut_top(r, ui_px(ui, HEAD));
    const char *figure = d->view->in_figure[side];
    struct rect left = rect_cut_left(&line, ui_text_width(ui, 40, WEIGHT_BOLD, figure) + ui_px(ui, 12));
    ui_text(ui, left, 40, WEIGHT_BOLD, d->view->all_in[side] ? THEME_GOOD : THEME_TEXT, ALIGN_LEFT, 0, figure);
    line.y += ui_px(ui, 8);
    ui_text(ui, line, 16, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, d->view->in_words);
    page_words(ui, r, 14, WEIGHT_REGULAR, THEME_TEXT_DIM, 4, stage_words_of(d));
    page_gap(ui, r, 12);
}

/* Titles of cards take two lines where one is too short. */
static float row_height(struct cards_desk *d, int table, float width)
{
    const char *titles = d->view->tables[table].titles[side_now(d)];
    float inner = width - ui_px(d->ui, 24), line = ui_leading(d->ui, 13);
    if (d->m->table == table) return ui_px(d->ui, OPEN) + line;
    float high = titles[0] ? ui_text_height(d->ui, 13, WEIGHT_REGULAR, inner - ui_px(d->ui, 32), titles, 2) : line;
    return ui_px(d->ui, ROW) - line + high;
}

float cards_tables_height(struct cards_desk *d, float width)
{
    float height = head_height(d, width);
    for (int i = 0; i < d->view->table_count; i++) height += row_height(d, i, width) + ui_px(d->ui, 6);
    return height;
}

void cards_tables_draw(struct cards_desk *d, struct rect r)
{
    head_draw(d, &r);
    for (int i = 0; i < d->view->table_count; i++) {
        row_draw(d, i, rect_cut_top(&r, row_height(d, i, r.w)));
        page_gap(d->ui, &r, 6);
    }
}

/* --- the deck --- */

static int columns(const struct cards_desk *d, float width) { return width >= ui_px(d->ui, 640) ? ASPECT_COUNT : 1; }

static float card_height(struct cards_desk *d, const struct view_card *c, float width)
{
    float room = width - ui_px(d->ui, 12 + 30 + 32);
    return ui_text_height(d->ui, 14, WEIGHT_MEDIUM, room, c->title, 3) + ui_px(d->ui, CARD - 18);
}

static float column_height(struct cards_desk *d, enum aspect aspect, float width)
{
    float height = ui_px(d->ui, 32);
    for (int i = 0; i < d->view->count; i++)
        if (d->view->cards[i].aspect == aspect) height += card_height(d, &d->view->cards[i], width) + ui_px(d->ui, 4);
    return height;
}

float cards_deck_height(struct cards_desk *d, float width)
{
    int count = columns(d, width);
    float sum = 0, most = 0, column = (width - ui_px(d->ui, 14) * (float)(count - 1)) / (float)count;
    for (int a = 0; a < ASPECT_COUNT; a++) {
        float height = column_height(d, (enum aspect)a, column);
        sum += height + ui_px(d->ui, 10);
        most = height > most ? height : most;
    }
    return count > 1 ? most : sum;
}

static void card_draw(struct cards_desk *d, int index, int picked, struct rect r)
{
    struct ui *ui = d->ui;
    const struct view_card *c = &d->view->cards[index];
    int hands = c->hands[side_now(d)], open = table_now(d) != NULL;
    if (ui_row(ui, r, c->title, "", (open ? 0 : UI_DISABLED) | (picked ? UI_SELECTED : 0))) cards_table_toggle(d, index);
    draw_rect(ui_list(ui), r, ui_px(ui, 7), page_color(ui, cards_paper(c->aspect)));
    if (picked) draw_frame(ui_list(ui), r, ui_px(ui, 7), ui_px(ui, 3), page_color(ui, cards_ink((enum cards_side)side_now(d))));
    rect_cut_left(&r, ui_px(ui, 12));
    struct rect number = rect_cut_left(&r, ui_px(ui, 30)), count = rect_cut_right(&r, ui_px(ui, 32));
    ui_text(ui, number, 15, WEIGHT_BOLD, THEME_ON_CARD, ALIGN_LEFT, 0, c->number);
    count.w -= ui_px(ui, 8);
    if (hands > 0)
        ui_text(ui, count, 15, WEIGHT_BOLD, cards_ink((enum cards_side)side_now(d)), ALIGN_RIGHT, 0, arena_printf(ui_arena(ui), "%d", hands));
    ui_text(ui, rect_inset(r, 0, ui_px(ui, (CARD - 18) / 2)), 14, WEIGHT_MEDIUM, THEME_ON_CARD, ALIGN_LEFT, 3, c->title);
}

static void column_draw(struct cards_desk *d, enum aspect aspect, const struct cards_typed *typed, struct rect *r)
{
    struct ui *ui = d->ui;
    struct rect head = rect_cut_top(r, ui_px(ui, 32)), sign = rect_cut_left(&head, ui_px(ui, 20));
    cards_sign(ui, rect_inset(sign, ui_px(ui, 3), (sign.h - ui_px(ui, 13)) / 2), aspect, THEME_TEXT_DIM);
    ui_text(ui, head, 14, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, d->view->aspects[aspect]);
    for (int i = 0; i < d->view->count; i++) {
        if (d->view->cards[i].aspect != aspect) continue;
        card_draw(d, i, is_among(typed, i), rect_cut_top(r, card_height(d, &d->view->cards[i], r->w)));
        page_gap(ui, r, 4);
    }
}

void cards_deck_draw(struct cards_desk *d, struct rect r)
{
    struct cards_typed typed = {.count = 0};
    int count = columns(d, r.w);
    if (table_now(d)) cards_read(d->view, ui_edit_text(&d->m->numbers), &typed);
    ui_scope_push(d->ui, "deck");
    for (int a = 0; a < ASPECT_COUNT; a++) {
        struct rect column = count > 1 ? rect_column(r, a, count, ui_px(d->ui, 14)) : r;
        column_draw(d, (enum aspect)a, &typed, &column);
        if (count > 1) continue;
        r.h -= column.y + ui_px(d->ui, 10) - r.y;
        r.y = column.y + ui_px(d->ui, 10);
    }
    ui_scope_pop(d->ui);
}
