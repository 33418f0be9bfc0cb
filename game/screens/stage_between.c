#include "page_parts.h"
#include "screens/round_end.h"

/*
 * The stage between rounds is laid out for 1920x1080 and grows and shrinks
 * with its window, whatever the text scale: `unit` is one of its pixels.
 */
struct between_stage {
    struct ui *ui;
    const struct view_round *view;
    float unit;
};

enum { STAGE_WORDS = 62 };   /* of lines; with title and names that stays under ninety */

static float at(const struct between_stage *s, float design) { return design * s->unit; }
static float size(const struct between_stage *s, float design) { return design * s->unit / ui_scale(s->ui); }

static float words(struct between_stage *s, struct rect *r, float design, enum draw_weight weight, enum theme_token color, int lines, const char *text_shown)
{
    struct rect box = *r;
    box.h = 0;
    float used = text_shown[0] ? ui_text(s->ui, box, size(s, design), weight, color, ALIGN_LEFT, lines, text_shown) : 0;
    rect_cut_top(r, used);
    return used;
}

static int word_count(const char *line)
{
    int n = 0;
    for (int inside = 0; *line; line++) {
        if (*line != ' ' && !inside) n++;
        inside = *line != ' ';
    }
    return n;
}

/* Lines until the stage would say too much; the facilitator reads the rest aloud. */
static void lines_draw(struct between_stage *s, const struct texts *lines, struct rect *r, float design, float gap)
{
    int said = 0;
    for (int32_t i = 0; i < lines->count; i++) {
        float height = ui_text_height(s->ui, size(s, design), WEIGHT_MEDIUM, r->w, lines->items[i], 5);
        said += word_count(lines->items[i]);
        if ((said > STAGE_WORDS && i > 0) || height > r->h) return;
        words(s, r, design, WEIGHT_MEDIUM, THEME_TEXT, 5, lines->items[i]);
        rect_cut_top(r, at(s, gap));
    }
}

static void face_draw(struct between_stage *s, const struct round_customer *c, struct rect r)
{
    float radius = at(s, 74), x = r.x + r.w / 2, y = r.y + at(s, 96);
    portrait_halo(ui_list(s->ui), ui_theme(s->ui), x, y, radius, 0.8f);
    page_portrait(s->ui, c->portrait, (int)c->mood, 1, x, y, radius);
    rect_cut_top(&r, at(s, 184));
    ui_text(s->ui, rect_cut_top(&r, at(s, 48)), size(s, 34), WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_CENTER, 0, c->first);
    ui_text(s->ui, (struct rect){r.x, r.y, r.w, 0}, size(s, 32), WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_CENTER, 2, c->role);
}

static void faces_draw(struct between_stage *s, struct rect r)
{
    int n = s->view->customer_count;
    ui_scope_push(s->ui, "faces");
    for (int i = 0; i < n; i++) {
        struct rect column = rect_column(r, i, n, at(s, 24));
        face_draw(s, &s->view->customers[i], column);
    }
    ui_scope_pop(s->ui);
}

static void briefing_stage(struct between_stage *s, struct rect r)
{
    const struct round_next *next = &s->view->next;
    struct rect faces = rect_cut_bottom(&r, at(s, 350));
    words(s, &r, 36, WEIGHT_MEDIUM, THEME_TEAM, 1, arena_printf(ui_arena(s->ui), "%s, %s", next->label, next->when));
    rect_cut_top(&r, at(s, 6));
    words(s, &r, 80, WEIGHT_BOLD, THEME_TEXT, 2, next->title);
    rect_cut_top(&r, at(s, 30));
    lines_draw(s, &next->briefing, &r, 42, 20);
    faces_draw(s, faces);
}

static void score_draw(struct between_stage *s, const struct round_score *score, struct rect r)
{
    struct arena *a = ui_arena(s->ui);
    draw_rect(ui_list(s->ui), r, at(s, 18), page_color(s->ui, THEME_PANEL));
    r = rect_inset(r, at(s, 32), at(s, 24));
    ui_text(s->ui, rect_cut_top(&r, at(s, 46)), size(s, 32), WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, 0, score->short_name);
    const char *counts = score->percent < 0 ? text("round.too-few")
                                            : text_fill(a, "round.of", "met", arena_printf(a, "%d", score->met), "all", arena_printf(a, "%d", score->counted), NULL);
    ui_text(s->ui, r, size(s, score->percent < 0 ? 36 : 56), WEIGHT_BOLD, THEME_TEXT, ALIGN_LEFT, 0, counts);
}

static void between_stage(struct between_stage *s, struct rect r)
{
    const struct round_end *end = &s->view->end;
    int scores = s->view->show_scores && !end->warm_up;
    words(s, &r, 36, WEIGHT_MEDIUM, THEME_LEARN, 1, text_fill(ui_arena(s->ui), "round.over", "round", end->label, NULL));
    rect_cut_top(&r, at(s, 6));
    words(s, &r, 72, WEIGHT_BOLD, THEME_TEXT, 2, text(s->view->finished ? "round.stage-thanks" : "round.stage-pause"));
    rect_cut_top(&r, at(s, 26));
    struct rect foot = rect_cut_bottom(&r, at(s, scores ? 170 : 350));
    rect_cut_bottom(&r, at(s, 24));
    lines_draw(s, &end->reflect, &r, 46, 26);
    if (!scores) {
        faces_draw(s, foot);
        return;
    }
    for (int i = 0; i < SCORE_COUNT; i++) score_draw(s, &end->scores[i], rect_column(foot, i, SCORE_COUNT, at(s, 28)));
}

void stage_between(struct ui *ui, const struct view_round *view, int briefing)
{
    struct rect page = page_begin(ui);
    float across = page.w / 1920, down = page.h / 1080;
    struct between_stage s = {ui, view, across < down ? across : down};
    struct rect r = rect_inset(page, at(&s, 72), at(&s, 64));
    struct rect bar = rect_cut_top(&r, at(&s, 46));
    ui_text(ui, bar, size(&s, 34), WEIGHT_SEMIBOLD, THEME_TEXT_DIM, ALIGN_LEFT, 0, view->pack);
    rect_cut_top(&r, at(&s, 30));
    if (briefing && view->has_next) briefing_stage(&s, r);
    else if (view->has_end) between_stage(&s, r);
}
