/* The deck on the stage, a part at a time: as many cards as the last row can read with their lines. */
#include "cards_parts.h"

enum { CARDS_IN_PART = 6, LINE_WORDS = 16, FIGURE_WORDS = 3 };
static const float GAP = 26;

const char *cards_question(enum cards_side side)
{
    return text(side == CARDS_USERS ? "cards.ask.users" : "cards.ask.ours");
}

/* The second time round nobody waits for the cards to be read aloud. */
static const char *again(enum cards_side side) { return side == CARDS_OURS ? text("cards.ask.again") : ""; }

/* --- parts --- */

static int has_line(const struct view_card *c) { return stage_count_words(c->line) <= LINE_WORDS; }

static int words_of(const struct view_card *c)
{
    return 1 + stage_count_words(c->title) + (has_line(c) ? stage_count_words(c->line) : 0);
}

static int runs(const struct view_cards *view)
{
    int count = view->count > 0;
    for (int i = 1; i < view->count; i++) count += view->cards[i].aspect != view->cards[i - 1].aspect;
    return count;
}

/* A deck that is sorted by aspect is parted by it; one that is not runs through. */
static int run_end(const struct view_cards *view, int from)
{
    if (runs(view) > ASPECT_COUNT) return view->count;
    int to = from + 1;
    while (to < view->count && view->cards[to].aspect == view->cards[from].aspect) to++;
    return to;
}

static int can_be_read(const struct view_cards *view, enum cards_side side, int from, int to)
{
    int words = stage_count_words(cards_question(side)) + stage_count_words(again(side)) + FIGURE_WORDS + stage_count_words(view->in_words), aspects = 0;
    for (int i = from; i < to; i++) {
        words += words_of(&view->cards[i]);
        aspects |= 1 << view->cards[i].aspect;
    }
    for (int a = 0; a < ASPECT_COUNT; a++) words += (aspects >> a & 1) * stage_count_words(view->aspects[a]);
    return to - from <= CARDS_IN_PART && words <= STAGE_WORDS;
}

/* In how many equal parts each can be read. */
static int parts_of_run(const struct view_cards *view, enum cards_side side, int from, int to)
{
    int all = to - from, parts = 1;
    for (int k = 0; k < parts && parts < all;) {
        if (can_be_read(view, side, from + all * k / parts, from + all * (k + 1) / parts)) k++;
        else {
            parts++;
            k = 0;
        }
    }
    return parts;
}

int cards_deck_parts(const struct view_cards *view, enum cards_side side)
{
    int parts = 0;
    for (int from = 0, to; from < view->count; from = to) parts += parts_of_run(view, side, from, to = run_end(view, from));
    return parts;
}

struct cards_deck_part cards_deck_part(const struct view_cards *view, enum cards_side side, int part)
{
    for (int from = 0, to, parts; from < view->count; from = to, part -= parts) {
        to = run_end(view, from);
        parts = parts_of_run(view, side, from, to);
        if (part < parts) return (struct cards_deck_part){from + (to - from) * part / parts, from + (to - from) * (part + 1) / parts};
    }
    return (struct cards_deck_part){0, 0};
}

/* --- a part --- */

/* All of a part in one size, as large as the fullest of its cards allows. */
struct sizes { float title, line; };

static float card_height(const struct stage_page *s, float width, const struct view_card *c, struct sizes sizes)
{
    float height = stage_words_height(s, width, sizes.title, WEIGHT_BOLD, 0, c->title);
    return has_line(c) ? height + stage_px(s, 12) + stage_words_height(s, width, sizes.line, WEIGHT_REGULAR, 0, c->line) : height;
}

static struct sizes sizes_of(const struct stage_page *s, const struct view_cards *view, struct cards_deck_part part, float width, float height)
{
    static const struct sizes all[] = {{60, 46}, {54, 44}, {48, 40}, {44, 36}, {40, 34}, {36, 32}};
    const int last = (int)(sizeof all / sizeof *all) - 1;
    int k = 0;
    for (int i = part.from; i < part.to && k < last;) {
        if (card_height(s, width, &view->cards[i], all[k]) <= height) i++;
        else {
            k++;
            i = part.from;
        }
    }
    return all[k];
}

static const float SIDE = 34, HEAD = 92;   /* within a card: margin, and its number */

static void card_draw(const struct stage_page *s, struct rect r, const struct view_card *c, struct sizes sizes)
{
    draw_rect(ui_list(s->ui), r, stage_px(s, 22), page_color(s->ui, cards_paper(c->aspect)));
    r = rect_inset(r, stage_px(s, SIDE), stage_px(s, 22));
    struct rect head = rect_cut_top(&r, stage_px(s, HEAD)), sign = rect_cut_right(&head, stage_px(s, 30));
    stage_line(s, head, 76, WEIGHT_BOLD, THEME_CARD_USERS, ALIGN_LEFT, c->number);
    cards_sign(s->ui, rect_inset(sign, 0, (sign.h - sign.w) / 2), c->aspect, THEME_ON_CARD_DIM);
    ui_scope_push(s->ui, c->number);
    stage_words(s, &r, sizes.title, WEIGHT_BOLD, THEME_ON_CARD, 4, c->title);
    rect_cut_top(&r, stage_px(s, 12));
    if (has_line(c)) stage_words(s, &r, sizes.line, WEIGHT_REGULAR, THEME_ON_CARD_DIM, 6, c->line);
    ui_scope_pop(s->ui);
}

/* A dot for each part: how far it is, without a word to read. */
static void dots_draw(const struct stage_page *s, struct rect r, int part, int parts)
{
    float size = stage_px(s, 16), step = stage_px(s, 34);
    if (parts < 2 || step * (float)parts > r.w) return;
    for (int k = 0; k < parts; k++) {
        struct rect dot = {r.x + r.w - step * (float)(parts - k) + step - size, r.y + (r.h - size) / 2, size, size};
        draw_rect(ui_list(s->ui), dot, size / 2, page_color(s->ui, k == part ? THEME_TEXT : THEME_LINE));
    }
}

static int aspects_in(const struct view_cards *view, struct cards_deck_part part)
{
    int aspects = 0;
    for (int i = part.from; i < part.to; i++) aspects |= 1 << view->cards[i].aspect;
    return aspects;
}

void cards_stage_deck(const struct stage_page *s, struct rect r, const struct view_cards *view, enum cards_side side, int part)
{
    struct cards_deck_part p = cards_deck_part(view, side, part);
    int count = p.to - p.from, columns = count > 4 ? 3 : count > 1 ? 2 : 1, rows = (count + columns - 1) / columns;
    struct rect top = rect_cut_top(&r, stage_px(s, 150)), foot = rect_cut_bottom(&r, stage_px(s, 56));
    if (count == 0) return;
    cards_stage_figure(s, &top, view, side);
    float design = stage_fit(s, (const float[]){72, 64, 56, 48}, 4, top.w, WEIGHT_BOLD, 1, cards_question(side));
    stage_line(s, rect_cut_top(&top, stage_px(s, side == CARDS_OURS ? 92 : 110)), design, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, cards_question(side));
    stage_line(s, rect_cut_top(&top, stage_px(s, 40)), 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, again(side));
    cards_stage_legend(s, foot, view, aspects_in(view, p));
    dots_draw(s, foot, part, cards_deck_parts(view, side));
    rect_cut_bottom(&r, stage_px(s, 26));
    struct rect one = rect_column(rect_row(r, 0, rows, stage_px(s, GAP)), 0, columns, stage_px(s, GAP));
    struct sizes sizes = sizes_of(s, view, p, one.w - stage_px(s, 2 * SIDE), one.h - stage_px(s, HEAD + 44));
    for (int i = 0; i < count; i++) {
        struct rect line = rect_row(r, i / columns, rows, stage_px(s, GAP));
        card_draw(s, rect_column(line, i % columns, columns, stage_px(s, GAP)), &view->cards[p.from + i], sizes);
    }
}
