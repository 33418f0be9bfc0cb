/* The stage once both sides are in: how far they lie apart, and what the card that users picked most costs. */
#include "cards_parts.h"

enum { GAPS = 6, LINE_WORDS = 16 };

/* --- the gap --- */

static void key_draw(const struct stage_page *s, struct rect *bar, enum cards_side side)
{
    struct ui *ui = s->ui;
    const char *name = text(side == CARDS_USERS ? "cards.users" : "cards.us");
    float width = stage_width(s, 36, WEIGHT_SEMIBOLD, name) + stage_px(s, 6);
    stage_line(s, rect_cut_right(bar, width), 36, WEIGHT_SEMIBOLD, cards_color(side), ALIGN_RIGHT, name);
    rect_cut_right(bar, stage_px(s, 14));
    struct rect patch = rect_cut_right(bar, stage_px(s, 56));
    patch = rect_inset(patch, 0, (patch.h - stage_px(s, 18)) / 2);
    draw_rect(ui_list(ui), patch, patch.h / 2, page_color(ui, cards_color(side)));
    rect_cut_right(bar, stage_px(s, 36));
}

static void bar_draw(const struct stage_page *s, struct rect line, int hands, int most, enum cards_side side)
{
    struct ui *ui = s->ui;
    struct rect count = rect_cut_left(&line, stage_px(s, 64));
    stage_line(s, count, 36, WEIGHT_BOLD, cards_color(side), ALIGN_RIGHT, arena_printf(ui_arena(ui), "%d", hands));
    rect_cut_left(&line, stage_px(s, 22));
    struct rect bar = {line.x, line.y + (line.h - stage_px(s, 20)) / 2, line.w * (float)hands / (float)most, stage_px(s, 20)};
    if (hands > 0) draw_rect(ui_list(ui), bar, bar.h / 2, page_color(ui, cards_color(side)));
}

static void row_draw(const struct stage_page *s, struct rect r, const struct view_card *c, int most)
{
    struct rect title = rect_cut_left(&r, r.w * 0.46f);
    rect_cut_right(&title, stage_px(s, 20));
    float high = stage_words_height(s, title.w, 40, WEIGHT_SEMIBOLD, 2, c->title);
    title.y += (r.h - high) / 2;
    ui_scope_push(s->ui, c->number);
    stage_words(s, &title, 40, WEIGHT_SEMIBOLD, THEME_TEXT, 2, c->title);
    r = rect_inset(r, 0, (r.h - stage_px(s, 92)) / 2);
    bar_draw(s, rect_cut_top(&r, stage_px(s, 46)), c->hands[CARDS_USERS], most, CARDS_USERS);
    bar_draw(s, rect_cut_top(&r, stage_px(s, 46)), c->hands[CARDS_OURS], most, CARDS_OURS);
    ui_scope_pop(s->ui);
}

/* As many as the room can read. */
static int rows_of(const struct view_cards *view)
{
    int count = 0, words = stage_count_words(view->gap_says) + stage_count_words(text("cards.gap-title"));
    for (; count < view->gap_count && count < GAPS; count++) {
        words += stage_count_words(view->cards[view->gaps[count]].title) + 2;
        if (count >= GAPS / 2 && words > STAGE_WORDS - 2) break;
    }
    return count;
}

void cards_stage_gap(const struct stage_page *s, struct rect r, const struct view_cards *view)
{
    struct ui *ui = s->ui;
    struct rect top = rect_cut_top(&r, stage_px(s, 120)), bar = rect_cut_top(&top, stage_px(s, 84));
    key_draw(s, &bar, CARDS_OURS);
    key_draw(s, &bar, CARDS_USERS);
    stage_line(s, bar, 64, WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, text("cards.gap-title"));
    struct rect foot = rect_cut_bottom(&r, stage_px(s, 130));
    foot.y += stage_px(s, 20);
    stage_words(s, &foot, 44, WEIGHT_SEMIBOLD, THEME_TEXT, 2, view->gap_says);
    int count = rows_of(view);
    float row = count > 0 ? r.h / (float)count : 0;
    if (row > stage_px(s, 140)) row = stage_px(s, 140);
    for (int i = 0; i < count; i++) {
        struct rect line = rect_cut_top(&r, row);
        draw_rect(ui_list(ui), (struct rect){line.x, line.y, line.w, stage_px(s, 2)}, 0, page_color(ui, THEME_LINE));
        row_draw(s, line, &view->cards[view->gaps[i]], view->most);
    }
}

/* --- the sheet --- */

static void card_draw(const struct stage_page *s, struct rect r, const struct view_cards *view, const struct view_card *c)
{
    struct ui *ui = s->ui;
    draw_rect(ui_list(ui), r, stage_px(s, 24), page_color(ui, cards_paper(c->aspect)));
    r = rect_inset(r, stage_px(s, 44), stage_px(s, 40));
    struct rect foot = rect_cut_bottom(&r, stage_px(s, 50)), sign = rect_cut_left(&foot, stage_px(s, 30));
    cards_sign(ui, rect_inset(sign, 0, (sign.h - stage_px(s, 26)) / 2), c->aspect, THEME_ON_CARD_DIM);
    rect_cut_left(&foot, stage_px(s, 14));
    const char *figure = arena_printf(ui_arena(ui), "%d", c->hands[CARDS_USERS]);
    stage_line(s, rect_cut_right(&foot, stage_px(s, 90)), 48, WEIGHT_BOLD, THEME_CARD_USERS, ALIGN_RIGHT, c->hands[CARDS_USERS] > 0 ? figure : "");
    stage_line(s, foot, 34, WEIGHT_MEDIUM, THEME_ON_CARD_DIM, ALIGN_LEFT, view->aspects[c->aspect]);
    stage_words(s, &r, stage_fit(s, (const float[]){64, 56, 48}, 3, r.w, WEIGHT_BOLD, 4, c->title), WEIGHT_BOLD, THEME_ON_CARD, 6, c->title);
    rect_cut_top(&r, stage_px(s, 22));
    if (stage_count_words(c->line) <= LINE_WORDS && stage_words_height(s, r.w, 40, WEIGHT_REGULAR, 0, c->line) <= r.h)
        stage_words(s, &r, 40, WEIGHT_REGULAR, THEME_ON_CARD_DIM, 9, c->line);
}

/* Words that a part may use: its share of what is left, and what those before it did not need. */
static const char *part_words(const struct stage_page *s, const struct view_card *c, int part)
{
    int rest = 0;
    for (int p = part + 1; p < CARDS_PARTS; p++) {
        const char *words = c->sheet[p][0] ? c->sheet[p] : cards_part_ask(p);
        int fair = stage_left(s) / (CARDS_PARTS - part), all = stage_count_words(words) + 1;
        rest += all < fair ? all : fair;
    }
    return stage_beginning(s, c->sheet[part][0] ? c->sheet[part] : cards_part_ask(part), stage_left(s) - rest - 1);
}

/* As large as the room allows. */
static void part_draw(const struct stage_page *s, struct rect r, const struct view_card *c, int part)
{
    static const float designs[] = {46, 42, 38, 34, 32};
    const char *words = part_words(s, c, part);
    draw_rect(ui_list(s->ui), r, stage_px(s, 20), page_color(s->ui, THEME_PANEL));
    r = rect_inset(r, stage_px(s, 32), stage_px(s, 26));
    stage_line(s, rect_cut_top(&r, stage_px(s, 50)), 38, WEIGHT_BOLD, THEME_LEARN, ALIGN_LEFT, cards_part_name(part));
    rect_cut_top(&r, stage_px(s, 12));
    if (!c->sheet[part][0]) {
        stage_words(s, &r, 34, WEIGHT_REGULAR, THEME_TEXT_FAINT, 5, words);
        return;
    }
    int d = 0;
    while (d < 4 && stage_words_height(s, r.w, designs[d], WEIGHT_MEDIUM, 0, words) > r.h) d++;
    stage_words(s, &r, designs[d], WEIGHT_MEDIUM, THEME_TEXT, (int)(r.h / stage_words_height(s, r.w, designs[d], WEIGHT_MEDIUM, 1, words)), words);
}

void cards_stage_sheet(const struct stage_page *s, struct rect r, const struct view_cards *view, int card)
{
    if (card < 0) return;
    stage_words(s, &r, 64, WEIGHT_BOLD, THEME_TEXT, 1, text("cards.stage-sheet"));
    rect_cut_top(&r, stage_px(s, 36));
    struct rect left = rect_cut_left(&r, r.w * 0.34f);
    rect_cut_left(&r, stage_px(s, 36));
    card_draw(s, left, view, &view->cards[card]);
    for (int p = 0; p < CARDS_PARTS; p++)
        part_draw(s, rect_column(rect_row(r, p / 2, 2, stage_px(s, 28)), p % 2, 2, stage_px(s, 28)), &view->cards[card], p);
}
