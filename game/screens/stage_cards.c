/* The stage while cards are picked: the question with who is in, and what was picked once all are. */
#include "cards_parts.h"

enum { GRID = 3, GRID_CARDS = 9, NAMED_TABLES = 12 };

/* --- the question, and a card for each table: face down until it is in --- */

void cards_stage_figure(const struct stage_page *s, struct rect *bar, const struct view_cards *view, enum cards_side side)
{
    const char *figure = view->in_figure[side];
    float width = stage_width(s, 72, WEIGHT_BOLD, figure), below = stage_width(s, 34, WEIGHT_REGULAR, view->in_words);
    struct rect r = rect_cut_right(bar, (width > below ? width : below) + stage_px(s, 6));
    r.h = stage_px(s, 140);
    stage_line(s, rect_cut_top(&r, stage_px(s, 84)), 72, WEIGHT_BOLD, THEME_TEXT, ALIGN_RIGHT, figure);
    stage_line(s, rect_cut_top(&r, stage_px(s, 46)), 34, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, view->in_words);
    rect_cut_right(bar, stage_px(s, 48));
}

static void back_draw(const struct stage_page *s, struct rect r, const struct view_cards_table *t, enum cards_side side, int named)
{
    struct ui *ui = s->ui;
    struct rect name = named ? rect_cut_bottom(&r, stage_px(s, 54)) : (struct rect){0, 0, 0, 0};
    float high = r.h, wide = high * 0.7f < r.w ? high * 0.7f : r.w;
    struct rect card = {r.x + (r.w - wide) / 2, r.y, wide, high};
    if (t->in[side]) {
        struct draw_font font = {.size = stage_px(s, 64), .weight = WEIGHT_ICON};
        draw_rect(ui_list(ui), card, stage_px(s, 16), page_color(ui, THEME_CARD_BEHAVIOUR));
        draw_text(ui_list(ui), card, &font, page_color(ui, cards_ink(side)), ALIGN_CENTER, icon_text(ICON_CHECK));
    } else {
        draw_rect(ui_list(ui), card, stage_px(s, 16), page_color(ui, THEME_PANEL));
        draw_frame(ui_list(ui), card, stage_px(s, 16), stage_px(s, 3), page_color(ui, THEME_LINE));
    }
    struct draw_font font = {.size = stage_px(s, 32), .weight = t->in[side] ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR};
    if (named) draw_text(ui_list(ui), name, &font, page_color(ui, t->in[side] ? THEME_TEXT : THEME_TEXT_DIM), ALIGN_CENTER, t->name);
}

static void backs_draw(const struct stage_page *s, struct rect r, const struct view_cards *view, enum cards_side side)
{
    int count = view->table_count, named = view->tables_not_persons && count <= NAMED_TABLES;
    int columns = count <= 8 ? count : count <= 12 ? (count + 1) / 2 : 10, rows = (count + columns - 1) / columns;
    float cell = stage_px(s, 300), wide = (r.w + stage_px(s, 20)) / (float)columns;
    if (wide > cell) r.w = cell * (float)columns;
    float most = (r.w / (float)columns - stage_px(s, 20)) / 0.7f + stage_px(s, named ? 54 : 0);
    if (most > stage_px(s, 470)) most = stage_px(s, 470);
    if (rows == 1 && r.h > most) r = (struct rect){r.x, r.y + (r.h - most) / 2, r.w, most};
    for (int i = 0; i < count; i++) {
        struct rect line = rect_row(r, i / columns, rows, stage_px(s, 24));
        back_draw(s, rect_column(line, i % columns, columns, stage_px(s, 20)), &view->tables[i], side, named);
    }
}

static void asking_draw(const struct stage_page *s, struct rect r, const struct view_cards *view, enum cards_side side)
{
    struct rect top = r, foot = rect_cut_bottom(&r, stage_px(s, 90));
    cards_stage_figure(s, &top, view, side);
    float before = top.y;
    stage_words(s, &top, stage_fit(s, (const float[]){80, 72}, 2, top.w, WEIGHT_BOLD, 1, cards_question(side)), WEIGHT_BOLD, THEME_TEXT, 3, cards_question(side));
    rect_cut_top(&top, stage_px(s, 16));
    stage_words(s, &top, 44, WEIGHT_REGULAR, THEME_TEXT_DIM, 2, text(side == CARDS_USERS ? "cards.ask.users-sub" : "cards.ask.ours-sub"));
    rect_cut_top(&r, top.y - before + stage_px(s, 56));
    rect_cut_bottom(&foot, stage_px(s, 20));
    stage_line(s, foot, 44, WEIGHT_SEMIBOLD, cards_color(side), ALIGN_LEFT, text(view->tables_not_persons ? "cards.stage-how" : "cards.stage-how-persons"));
    rect_cut_bottom(&r, stage_px(s, 30));
    backs_draw(s, r, view, side);
}

/* --- what was picked: the first three larger and with their line --- */

struct grid {
    int count, lines;   /* cards shown; 1: the first three show their line */
};

/* As many as the room can read. */
static struct grid grid_of(const struct view_cards *view, enum cards_side side)
{
    struct grid g = {0, 0};
    int words = stage_count_words(cards_question(side)) + ASPECT_COUNT + 9, more = 0;   /* the signs, who is in, and how many cards more */
    for (; g.count < view->ranked_count[side] && g.count < GRID_CARDS; g.count++) {
        words += stage_count_words(view->cards[view->ranked[side][g.count]].title) + 1;
        if (g.count >= GRID && words > STAGE_WORDS) break;
    }
    for (int i = 0; i < g.count && i < GRID; i++) more += stage_count_words(view->cards[view->ranked[side][i]].line);
    g.lines = words + more <= STAGE_WORDS;
    return g;
}

static void bar_draw(const struct stage_page *s, struct rect r, const struct view_card *c, enum cards_side side, int most)
{
    struct ui *ui = s->ui;
    const char *figure = arena_printf(ui_arena(ui), "%d", c->hands[side]);
    struct rect number = rect_cut_left(&r, stage_width(s, 40, WEIGHT_BOLD, figure) + stage_px(s, 24));
    stage_line(s, number, 40, WEIGHT_BOLD, THEME_ON_CARD, ALIGN_LEFT, figure);
    struct rect bar = {r.x, r.y + (r.h - stage_px(s, 14)) / 2, r.w * (float)c->hands[side] / (float)most, stage_px(s, 14)};
    draw_rect(ui_list(ui), bar, bar.h / 2, page_color(ui, cards_ink(side)));
}

static float fitting(const struct stage_page *s, float width, const char *words, float largest, enum draw_weight weight, int lines)
{
    const float least = 32, sizes[] = {largest, largest > 38 ? largest - 6 : least, largest > 44 ? largest - 12 : least, largest > 50 ? largest - 18 : least, least};
    return stage_fit(s, sizes, 5, width, weight, lines, words);
}

static void card_draw(const struct stage_page *s, struct rect r, const struct view_card *c, enum cards_side side, int most, int large, int line)
{
    draw_rect(ui_list(s->ui), r, stage_px(s, 18), page_color(s->ui, cards_paper(c->aspect)));
    cards_sign(s->ui, (struct rect){r.x + r.w - stage_px(s, 48), r.y + stage_px(s, 26), stage_px(s, 24), stage_px(s, 24)}, c->aspect, THEME_ON_CARD_DIM);
    r = rect_inset(r, stage_px(s, 28), stage_px(s, large ? 20 : 16));
    struct rect bar = rect_cut_bottom(&r, stage_px(s, large ? 46 : 42));
    rect_cut_right(&r, stage_px(s, 40));
    float design = large ? stage_fit(s, (const float[]){46, 42, 38}, 3, r.w, WEIGHT_BOLD, 1, c->title) : fitting(s, r.w, c->title, 38, WEIGHT_BOLD, 2);
    if (large && stage_words_height(s, r.w, design, WEIGHT_BOLD, 0, c->title) > stage_px(s, 130)) design = 34;
    stage_words(s, &r, design, WEIGHT_BOLD, THEME_ON_CARD, 3, c->title);
    rect_cut_top(&r, stage_px(s, 8));
    if (large && line && stage_words_height(s, r.w, 34, WEIGHT_REGULAR, 0, c->line) <= r.h) stage_words(s, &r, 34, WEIGHT_REGULAR, THEME_ON_CARD_DIM, 9, c->line);
    bar_draw(s, bar, c, side, most);
}

void cards_stage_legend(const struct stage_page *s, struct rect r, const struct view_cards *view, int aspects)
{
    struct ui *ui = s->ui;
    for (int a = 0; a < ASPECT_COUNT; a++) {
        if (!(aspects >> a & 1)) continue;
        struct rect paper = rect_cut_left(&r, stage_px(s, 40));
        paper = rect_inset(paper, 0, (paper.h - stage_px(s, 40)) / 2);
        draw_rect(ui_list(ui), paper, stage_px(s, 8), page_color(ui, cards_paper((enum aspect)a)));
        cards_sign(ui, rect_inset(paper, stage_px(s, 10), stage_px(s, 10)), (enum aspect)a, THEME_ON_CARD_DIM);
        rect_cut_left(&r, stage_px(s, 16));
        float width = stage_width(s, 34, WEIGHT_MEDIUM, view->aspects[a]) + stage_px(s, 6);
        stage_line(s, rect_cut_left(&r, width), 34, WEIGHT_MEDIUM, THEME_TEXT, ALIGN_LEFT, view->aspects[a]);
        rect_cut_left(&r, stage_px(s, 44));
    }
}

static void foot_draw(const struct stage_page *s, struct rect r, const struct view_cards *view, int more)
{
    struct rect right = rect_cut_right(&r, r.w * 0.4f);
    if (more > 0)
        stage_line(s, right, 34, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, text_count(ui_arena(s->ui), "cards.stage-more", more));
    cards_stage_legend(s, r, view, (1 << ASPECT_COUNT) - 1);
}

static void picked_draw(const struct stage_page *s, struct rect r, const struct view_cards *view, enum cards_side side)
{
    struct grid g = grid_of(view, side);
    struct rect top = rect_cut_top(&r, stage_px(s, 150)), foot = rect_cut_bottom(&r, stage_px(s, 70));
    int small = (g.count - 1) / GRID, most = g.count > 0 ? view->cards[view->ranked[side][0]].hands[side] : 1;
    cards_stage_figure(s, &top, view, side);
    stage_line(s, rect_cut_top(&top, stage_px(s, 110)), fitting(s, top.w, cards_question(side), 68, WEIGHT_BOLD, 1), WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, cards_question(side));
    foot_draw(s, foot, view, view->ranked_count[side] - g.count);
    rect_cut_bottom(&r, stage_px(s, 20));
    float gap = stage_px(s, 22), low = stage_px(s, 204);
    struct rect first = rect_cut_top(&r, small > 0 ? r.h - (float)small * (low + gap) : stage_px(s, 400));
    for (int i = 0; i < g.count; i++) {
        struct rect line = i < GRID ? first : (struct rect){r.x, r.y + gap + (low + gap) * (float)(i / GRID - 1), r.w, low};
        card_draw(s, rect_column(line, i % GRID, GRID, gap), &view->cards[view->ranked[side][i]], side, most, i < GRID, g.lines);
    }
}

void stage_cards(struct ui *ui, const struct view_cards *view, const struct cards_memory *m)
{
    struct stage_page s;
    struct rect r = stage_page_begin(ui, &s);
    int page = m->page < 0 ? CARDS_PAGE_USERS : m->page;
    if (view->count == 0) return;
    if (page == CARDS_PAGE_GAP) {
        cards_stage_gap(&s, r, view);
        return;
    }
    if (page == CARDS_PAGE_SHEET) {
        cards_stage_sheet(&s, r, view, cards_sheet_card(m, view));
        return;
    }
    enum cards_side side = (enum cards_side)page;
    if (m->deck > 0) cards_stage_deck(&s, r, view, side, m->deck - 1);
    else if (cards_are_shown(m, view, side) && view->ranked_count[side] > 0) picked_draw(&s, r, view, side);
    else asking_draw(&s, r, view, side);
}
