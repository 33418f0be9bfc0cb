/* The charter on the wall: the question until there is a line, then the sheet that the room signs. */
#include "screens/charter.h"
#include "stage_parts.h"

static void question_draw(const struct stage_page *s, struct rect r)
{
    float high = stage_words_height(s, r.w, 96, WEIGHT_BOLD, 4, text("charter.question"));
    rect_cut_top(&r, (r.h - high - stage_px(s, 160)) / 2);
    stage_words(s, &r, 96, WEIGHT_BOLD, THEME_TEXT, 4, text("charter.question"));
    stage_gap(s, &r, 48);
    stage_words(s, &r, 48, WEIGHT_REGULAR, THEME_CUSTOMER, 2, text("charter.question-sub"));
}

static const float NUMBER = 64, MARK = 64, GAP = 16;

struct shown { int from, to, numbers; };   /* lines of the sheet, and whether they say which they are */

static int words_of(const struct view_charter *v)
{
    int words = 0;
    for (int i = 0; i < v->count; i++) words += stage_count_words(v->lines[i].words);
    return words;
}

/* Numbers go first; a sheet that still says too much is shown by halves. */
static struct shown shown_of(const struct stage_page *s, const struct view_charter *v, int turns)
{
    int words = words_of(v), left = stage_left(s), half = (v->count + 1) / 2;
    if (words <= left) return (struct shown){0, v->count, words + v->count <= left};
    return turns % 2 ? (struct shown){half, v->count, 1} : (struct shown){0, half, 1};
}

enum { TURN = 15000 };   /* milliseconds that half a sheet stays */

void charter_tick(struct charter_memory *m, uint64_t clock_ms)
{
    if (m->clock && clock_ms > m->clock) m->stood += (int64_t)(clock_ms - m->clock);
    m->clock = clock_ms;
    m->turns += (int)(m->stood / TURN);
    m->stood %= TURN;
}

static float lines_height(const struct stage_page *s, const struct view_charter *v, struct shown p, float width, float design)
{
    float height = 0;
    for (int i = p.from; i < p.to; i++) height += stage_words_height(s, width, design, WEIGHT_SEMIBOLD, 2, v->lines[i].words) + stage_px(s, GAP);
    return height;
}

/* As large as the sheet has room for. */
static float lines_size(const struct stage_page *s, const struct view_charter *v, struct shown p, struct rect r)
{
    static const float designs[] = {52, 46, 42, 38, 35, 32};
    int d = 0;
    while (d < 5 && lines_height(s, v, p, r.w - stage_px(s, NUMBER + MARK), designs[d]) > r.h) d++;
    return designs[d];
}

static void mark_draw(const struct stage_page *s, struct rect r, int by_hand, float design)
{
    struct draw_font font = {.size = stage_px(s, design), .weight = WEIGHT_ICON};
    draw_text(ui_list(s->ui), r, &font, page_color(s->ui, by_hand ? THEME_ON_CARD_DIM : THEME_CARD_OURS), ALIGN_LEFT,
              icon_text(by_hand ? ICON_NOTE : ICON_CHECK));
}

static void lines_draw(const struct stage_page *s, const struct view_charter *v, struct shown p, struct rect r)
{
    float design = lines_size(s, v, p, r), left = r.h - lines_height(s, v, p, r.w - stage_px(s, NUMBER + MARK), design);
    float air = left / (float)(p.to - p.from + 1), most = stage_px(s, 56);
    if (air > most) air = most;
    for (int i = p.from; i < p.to; i++) {
        struct rect line = r, first = {0, 0, 0, 0};
        if (p.numbers) first = rect_cut_left(&line, stage_px(s, NUMBER));
        struct rect mark = rect_cut_right(&line, stage_px(s, MARK));
        first.h = mark.h = stage_words_height(s, r.w, design, WEIGHT_SEMIBOLD, 1, "1");
        rect_cut_left(&mark, stage_px(s, 14));
        if (p.numbers) stage_line(s, first, design, WEIGHT_BOLD, THEME_CARD_OURS, ALIGN_LEFT, arena_printf(ui_arena(s->ui), "%d", i + 1));
        mark_draw(s, mark, v->lines[i].behaviour < 0, 44);
        float used = stage_words(s, &line, design, WEIGHT_SEMIBOLD, THEME_ON_CARD, 2, v->lines[i].words);
        rect_cut_top(&r, used + stage_px(s, GAP) + air);
    }
}

enum { LEGEND_MARK = 48, LEGEND_GAP = 38, FOOT_ROW = 52 };

static const char *legend_words(int by_hand)
{
    return text(by_hand ? "charter.by-room" : "charter.by-game");
}

static float legend_width(const struct stage_page *s, int by_hand)
{
    return stage_px(s, LEGEND_MARK + LEGEND_GAP) + stage_width(s, 32, WEIGHT_REGULAR, legend_words(by_hand));
}

static void legend_draw(const struct stage_page *s, struct rect *r, int by_hand)
{
    struct rect box = rect_cut_left(r, legend_width(s, by_hand));
    mark_draw(s, rect_cut_left(&box, stage_px(s, LEGEND_MARK)), by_hand, 36);
    stage_line(s, box, 32, WEIGHT_REGULAR, THEME_ON_CARD_DIM, ALIGN_LEFT, legend_words(by_hand));
}

/* What the marks mean, and who signed. A long name takes a row of its own rather than losing its date. */
struct foot {
    const char *signed_by;
    float width;                   /* of the signature */
    int game, hands, tall;
};

static struct foot foot_of(const struct stage_page *s, const struct view_charter *v, float width)
{
    struct foot f = {0};
    for (int i = 0; i < v->count; i++) f.hands += v->lines[i].behaviour < 0;
    f.game = v->count - f.hands;
    f.signed_by = text_fill(ui_arena(s->ui), v->date[0] ? "charter.signed-on" : "charter.signed", "team", v->team, "date", v->date, NULL);
    f.width = stage_width(s, 36, WEIGHT_SEMIBOLD, f.signed_by) + stage_px(s, 8);
    float legends = (f.game ? legend_width(s, 0) : 0) + (f.hands ? legend_width(s, 1) : 0);
    f.tall = legends + f.width > width;
    if (f.width > width) f.width = width;
    return f;
}

static void foot_draw(const struct stage_page *s, const struct foot *f, struct rect r)
{
    struct rect below = rect_cut_bottom(&r, stage_px(s, FOOT_ROW)), *row = f->tall ? &r : &below;
    struct rect right = rect_cut_right(row, f->width);
    if (f->game) legend_draw(s, &below, 0);
    if (f->hands) legend_draw(s, &below, 1);
    draw_rect(ui_list(s->ui), (struct rect){right.x, right.y - stage_px(s, 6), right.w, stage_px(s, 2)}, 0, page_color(s->ui, THEME_ON_CARD_DIM));
    struct draw_font font = {.size = stage_px(s, 36), .weight = WEIGHT_SEMIBOLD};
    draw_text(ui_list(s->ui), right, &font, page_color(s->ui, THEME_ON_CARD), ALIGN_RIGHT, f->signed_by);
}

void stage_charter(struct ui *ui, const struct view_charter *view, const struct charter_memory *m)
{
    struct stage_page s;
    struct rect r = stage_page_begin(ui, &s);
    if (view->count == 0) {
        question_draw(&s, r);
        return;
    }
    draw_rect(ui_list(ui), r, stage_px(&s, 24), page_color(ui, THEME_CARD_BEHAVIOUR));
    r = rect_inset(r, stage_px(&s, 72), stage_px(&s, 48));
    stage_words(&s, &r, 60, WEIGHT_BOLD, THEME_ON_CARD, 1, text("charter.sheet-title"));
    stage_gap(&s, &r, 34);
    struct foot f = foot_of(&s, view, r.w);
    struct rect foot = rect_cut_bottom(&r, stage_px(&s, f.tall ? 2 * FOOT_ROW : FOOT_ROW));
    rect_cut_bottom(&r, stage_px(&s, 26));
    foot_draw(&s, &f, foot);
    lines_draw(&s, view, shown_of(&s, view, m->turns), r);
}
