/* The stage between rounds: the briefing, and what the room asks itself. */
#include "screens/round_end.h"
#include "stage_parts.h"

struct between_stage {
    struct stage_page page;
    struct ui *ui;
    const struct view_round *view;
    int terse;         /* below the faces: 0 words, 1 names only, 2 no faces at all */
    int briefing;      /* what was found out helps before a round; after one the questions need the words */
};

/* How many lines the stage shows before it says too much; the facilitator reads the rest aloud. */
static int32_t lines_shown(const struct between_stage *s, const struct texts *lines)
{
    int said = 0;
    for (int32_t i = 0; i < lines->count; i++) {
        said += stage_count_words(lines->items[i]);
        if (said > stage_left(&s->page) && i > 0)
            return i;
    }
    return lines->count;
}

static float lines_height(struct between_stage *s, const struct texts *lines, int32_t count, float width, float design)
{
    float height = 0;
    for (int32_t i = 0; i < count; i++)
        height +=
            ui_text_height(s->ui, stage_size(&s->page, design), WEIGHT_MEDIUM, width, lines->items[i], 8) + stage_px(&s->page, design * 0.5f);
    return height;
}

/* As large as the room allows; where even the smallest is too much, fewer lines. A briefing is said as a whole. */
static void lines_draw(struct between_stage *s, const struct texts *lines, struct rect r)
{
    enum { SIZES = 7 };
    static const float designs[SIZES] = {60, 54, 48, 43, 39, 36, 32};
    int32_t count = s->briefing ? lines->count : lines_shown(s, lines);
    size_t d = 0, smallest = s->briefing ? SIZES - 1 : SIZES - 3;
    while (d < smallest && lines_height(s, lines, count, r.w, designs[d]) > r.h)
        d++;
    while (count > 1 && lines_height(s, lines, count, r.w, designs[d]) > r.h)
        count--;
    for (int32_t i = 0; i < count; i++) {
        stage_words(&s->page, &r, designs[d], WEIGHT_MEDIUM, THEME_TEXT, 8, lines->items[i]);
        rect_cut_top(&r, stage_px(&s->page, designs[d] * 0.5f));
    }
}

enum { NEED_WORDS = 12, NEED_WORDS_FEW = 14, NEED_FEW = 2, NEED_LINES = 3 };

static int needs_found(const struct round_customer *customers, int count)
{
    int found = 0;
    for (int i = 0; i < count; i++)
        found += customers[i].found.count > 0;
    return found;
}

/* What the team found out last of what they need; their role, while it knows no more than that. */
static const char *below_words(struct between_stage *s, const struct round_customer *c)
{
    const struct view_needs *found = &c->found;
    if (s->terse) return "";
    if (!s->briefing || found->count == 0) return c->role;
    return stage_beginning(&s->page, found->items[found->count - 1].text,
                                        needs_found(s->view->customers, s->view->customer_count) <= NEED_FEW ? NEED_WORDS_FEW : NEED_WORDS);
}

static void below_face(struct between_stage *s, const struct round_customer *c, struct rect r)
{
    int need = s->briefing && c->found.count > 0;
    stage_words_in(&s->page, &r, 32, need ? WEIGHT_MEDIUM : WEIGHT_REGULAR, need ? THEME_CUSTOMER : THEME_TEXT_DIM, ALIGN_CENTER,
                   need ? NEED_LINES : 2, below_words(s, c));
}

static void face_draw(struct between_stage *s, const struct round_customer *c, struct rect r)
{
    float radius = stage_px(&s->page, 84), x = r.x + r.w / 2, y = r.y + stage_px(&s->page, 96);
    portrait_halo(ui_list(s->ui), ui_theme(s->ui), x, y, radius, 0.8f);
    page_portrait(s->ui, c->portrait, (int)c->mood, 1, x, y, radius);
    rect_cut_top(&r, stage_px(&s->page, 190));
    ui_text(s->ui, rect_cut_top(&r, stage_px(&s->page, 48)), stage_size(&s->page, 34), WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_CENTER, 0, c->first);
    below_face(s, c, r);
}

static void faces_draw(struct between_stage *s, struct rect r)
{
    int n = s->view->customer_count;
    ui_scope_push(s->ui, "faces");
    for (int i = 0; i < n; i++) {
        struct rect column = rect_column(r, i, n, stage_px(&s->page, 24));
        face_draw(s, &s->view->customers[i], column);
    }
    ui_scope_pop(s->ui);
}

static float faces_room(struct between_stage *s)
{
    static const float terse[] = {316, 250, 0};
    int found = needs_found(s->view->customers, s->view->customer_count) > 0;
    return stage_px(&s->page, s->terse == 0 && found ? 362 : terse[s->terse]);
}

static int faces_words(struct between_stage *s)
{
    int words = 0;
    for (int i = 0; s->terse < 2 && i < s->view->customer_count; i++)
        words += stage_count_words(s->view->customers[i].first) + stage_count_words(below_words(s, &s->view->customers[i]));
    return words;
}

static int briefing_fits(struct between_stage *s, struct rect r)
{
    const struct texts *lines = &s->view->next.briefing;
    int words = faces_words(s);
    for (int32_t i = 0; i < lines->count; i++) words += stage_count_words(lines->items[i]);
    return words <= stage_left(&s->page) && lines_height(s, lines, lines->count, r.w, 39) <= r.h - faces_room(s) - stage_px(&s->page, 30);
}

/* What is read out stands there to its last word: the roles below the faces go before it does, then the faces. */
static void briefing_stage(struct between_stage *s, struct rect r)
{
    const struct round_next *next = &s->view->next;
    stage_words(&s->page, &r, 76, WEIGHT_BOLD, THEME_TEXT, 2, next->title);
    rect_cut_top(&r, stage_px(&s->page, 22));
    for (s->terse = 0; s->terse < 2 && !briefing_fits(s, r);) s->terse++;
    struct rect faces = rect_cut_bottom(&r, faces_room(s));
    rect_cut_bottom(&r, stage_px(&s->page, 30));
    if (s->terse < 2) faces_draw(s, faces);
    lines_draw(s, &next->briefing, r);
}

static void score_draw(struct between_stage *s, const struct round_score *score, struct rect r)
{
    struct arena *a = ui_arena(s->ui);
    draw_rect(ui_list(s->ui), r, stage_px(&s->page, 18), page_color(s->ui, THEME_PANEL));
    r = rect_inset(r, stage_px(&s->page, 32), stage_px(&s->page, 24));
    ui_text(s->ui, rect_cut_top(&r, stage_px(&s->page, 46)), stage_size(&s->page, 32), WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0,
            score->short_name);
    const char *counts = score->percent < 0 ? text("round.too-few")
                                            : text_fill(a, "round.met-of", "met", arena_printf(a, "%d", score->met),
                                                        "all", arena_printf(a, "%d", score->counted), NULL);
    ui_text(s->ui, r, stage_size(&s->page, score->percent < 0 ? 36 : 50), WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, counts);
}

static float novelty_height(struct between_stage *s, float width)
{
    const char *novelty = s->view->end.novelty;
    return novelty[0] ? stage_words_height(&s->page, width, 43, WEIGHT_MEDIUM, 2, novelty) + stage_px(&s->page, 22) : 0;
}

static void between_stage(struct between_stage *s, struct rect r)
{
    const struct round_end *end = &s->view->end;
    int scores = s->view->show_scores && !end->warm_up;
    stage_words(&s->page, &r, 72, WEIGHT_BOLD, THEME_TEXT, 2, text(s->view->finished ? "round.stage-thanks" : "round.stage-pause"));
    rect_cut_top(&r, stage_px(&s->page, 26));
    struct rect foot = rect_cut_bottom(&r, stage_px(&s->page, scores ? 170 : 316));
    rect_cut_bottom(&r, stage_px(&s->page, 24));
    if (scores)
        for (int i = 0; i < SCORE_COUNT; i++)
            score_draw(s, &end->scores[i], rect_column(foot, i, SCORE_COUNT, stage_px(&s->page, 28)));
    else
        faces_draw(s, foot);
    if (s->view->finished) {
        stage_words(&s->page, &r, 54, WEIGHT_MEDIUM, THEME_TEXT, 4, text("round.stage-farewell"));
        return;
    }
    struct rect used = rect_cut_bottom(&r, novelty_height(s, r.w));
    stage_words(&s->page, &used, 43, WEIGHT_MEDIUM, THEME_CUSTOMER, 2, end->novelty);
    lines_draw(s, &end->reflect, r);
}

static void top_draw(struct between_stage *s, struct rect bar, int briefing)
{
    const struct view_round *view = s->view;
    struct arena *a = ui_arena(s->ui);
    const char *which = briefing ? arena_printf(a, "%s, %s", view->next.label, view->next.when)
                        : view->finished ? text("round.session-over")
                                         : text_fill(a, "round.over", "round", view->end.label, NULL);
    float width = ui_text_width(s->ui, stage_size(&s->page, 36), WEIGHT_SEMIBOLD, which) + stage_px(&s->page, 4);
    ui_text(s->ui, rect_cut_right(&bar, width), stage_size(&s->page, 36), WEIGHT_SEMIBOLD, briefing ? THEME_TEAM : THEME_LEARN,
            ALIGN_RIGHT, 0, which);
    rect_cut_right(&bar, stage_px(&s->page, 40));
    ui_text(s->ui, bar, stage_size(&s->page, 36), WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, view->pack);
}

void stage_between(struct ui *ui, const struct view_round *view, int briefing)
{
    struct between_stage s = {.ui = ui, .view = view, .briefing = briefing && view->has_next};
    struct rect r = stage_page_begin(ui, &s.page);
    top_draw(&s, rect_cut_top(&r, stage_px(&s.page, 46)), briefing && view->has_next);
    rect_cut_top(&r, stage_px(&s.page, 36));
    if (briefing && view->has_next)
        briefing_stage(&s, r);
    else if (view->has_end)
        between_stage(&s, r);
}
