#include "screens/monday.h"
#include "stage_parts.h"

enum { WORDS_MOST = 84, BESIDE_MOST = 3 };

struct growing {
    struct stage_page s;
    const struct view_monday *view;
};

static int words_in(const char *said)
{
    int count = 0;
    for (int inside = 0; *said; said++) {
        count += *said != ' ' && !inside;
        inside = *said != ' ';
    }
    return count;
}

static const char *when_of(const struct growing *g, const struct monday_action *a)
{
    return text_fill(ui_arena(g->s.ui), "monday.stage-when", "when", a->when, NULL);
}

static const char *will_of(const struct growing *g, const struct monday_action *a)
{
    return text_fill(ui_arena(g->s.ui), "monday.stage-will", "will", a->will, NULL);
}

static const char *who_of(const struct growing *g, const struct monday_action *a)
{
    if (!a->due[0])
        return a->who;
    return text_fill(ui_arena(g->s.ui), "monday.stage-who", "who", a->who, "due", a->due, NULL);
}

static int cost_of(const struct growing *g, const struct monday_action *a)
{
    return words_in(when_of(g, a)) + words_in(will_of(g, a)) + words_in(who_of(g, a));
}

/* --- the newest --- */

static float newest_height(const struct growing *g, const struct monday_action *a, float width, float size)
{
    return stage_words_height(&g->s, width, size, WEIGHT_MEDIUM, 4, when_of(g, a)) + stage_words_height(&g->s, width, size, WEIGHT_BOLD, 4, will_of(g, a)) +
           stage_px(&g->s, 56 + 16 + 72);
}

static void newest_draw(const struct growing *g, struct rect *r, const struct monday_action *a)
{
    static const float sizes[] = {68, 62, 56, 50, 46};
    const float margin = stage_px(&g->s, 40);
    int k = 0;
    while (k < 4 && newest_height(g, a, r->w - 2 * margin, sizes[k]) > stage_px(&g->s, 400))
        k++;
    struct rect box = rect_cut_top(r, newest_height(g, a, r->w - 2 * margin, sizes[k]));
    draw_rect(ui_list(g->s.ui), box, stage_px(&g->s, 18), page_color(g->s.ui, THEME_LEARN_PANEL));
    box = rect_inset(box, margin, stage_px(&g->s, 36));
    stage_words(&g->s, &box, sizes[k], WEIGHT_MEDIUM, THEME_TEXT, 4, when_of(g, a));
    stage_words(&g->s, &box, sizes[k], WEIGHT_BOLD, THEME_TEXT, 4, will_of(g, a));
    stage_gap(&g->s, &box, 16);
    stage_words(&g->s, &box, 36, WEIGHT_SEMIBOLD, THEME_LEARN, 1, who_of(g, a));
}

/* --- those before it, side by side --- */

static float beside_height(const struct growing *g, const struct monday_action *a, float width, float size)
{
    return stage_words_height(&g->s, width, size, WEIGHT_REGULAR, 7, when_of(g, a)) + stage_words_height(&g->s, width, size, WEIGHT_SEMIBOLD, 7, will_of(g, a)) +
           stage_words_height(&g->s, width, 32, WEIGHT_SEMIBOLD, 2, who_of(g, a)) + stage_px(&g->s, 28 * 2 + 12);
}

static float column_width(const struct growing *g, struct rect r, int count)
{
    return rect_column(r, 0, count, stage_px(&g->s, 24)).w - stage_px(&g->s, 28 * 2);
}

static int row_fits(const struct growing *g, struct rect r, int first, int count, float size)
{
    for (int i = 0; i < count; i++)
        if (beside_height(g, &g->view->actions[first - i], column_width(g, r, count), size) > r.h)
            return 0;
    return 1;
}

/* How many of those before fit, and how large: fewer rather than smaller than the last row reads. */
static int row_count(const struct growing *g, struct rect r, int first, float *size)
{
    static const float sizes[] = {52, 48, 44, 40, 36, 32};
    int spent = cost_of(g, &g->view->actions[first + 1]), most = 0;
    while (most < BESIDE_MOST && first - most >= 0 && spent + cost_of(g, &g->view->actions[first - most]) <= WORDS_MOST)
        spent += cost_of(g, &g->view->actions[first - most++]);
    for (; most > 0; most--)
        for (int k = 0; k < 6; k++) {
            *size = sizes[k];
            if (row_fits(g, r, first, most, sizes[k]))
                return most;
        }
    return 0;
}

static void beside_draw(const struct growing *g, struct rect box, const struct monday_action *a, float size)
{
    draw_rect(ui_list(g->s.ui), box, stage_px(&g->s, 16), page_color(g->s.ui, THEME_PANEL));
    box = rect_inset(box, stage_px(&g->s, 28), stage_px(&g->s, 26));
    stage_words(&g->s, &box, size, WEIGHT_REGULAR, THEME_TEXT, 7, when_of(g, a));
    stage_words(&g->s, &box, size, WEIGHT_SEMIBOLD, THEME_TEXT, 7, will_of(g, a));
    stage_gap(&g->s, &box, 10);
    stage_words(&g->s, &box, 32, WEIGHT_SEMIBOLD, THEME_LEARN, 2, who_of(g, a));
}

static void row_draw(const struct growing *g, struct rect r, int first)
{
    float size = 32;
    int count = first >= 0 ? row_count(g, r, first, &size) : 0;
    for (int i = 0; i < count; i++) {
        ui_scope_push(g->s.ui, i == 0 ? "second" : i == 1 ? "third" : "fourth");
        beside_draw(g, rect_column(r, i, count, stage_px(&g->s, 24)), &g->view->actions[first - i], size);
        ui_scope_pop(g->s.ui);
    }
}

static void none_draw(const struct growing *g, struct rect r)
{
    stage_gap(&g->s, &r, 90);
    stage_words(&g->s, &r, 116, WEIGHT_BOLD, THEME_TEXT, 2, text("monday.stage-none-when"));
    stage_words(&g->s, &r, 116, WEIGHT_BOLD, THEME_LEARN, 2, text("monday.stage-none-will"));
    stage_gap(&g->s, &r, 60);
    stage_words(&g->s, &r, 52, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, text("monday.stage-first"));
}

void stage_monday(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, const struct monday_memory *m)
{
    struct growing g = {.view = view};
    if (m->part == MONDAY_SURVEY) {
        stage_survey(ui, survey, &m->survey, "");
        return;
    }
    struct rect r = stage_page_begin(ui, &g.s);
    stage_top(&g.s, &r, THEME_LEARN, text("monday.stage-title"), view->action_count ? text_count(ui_arena(ui), "monday.stage-count", view->action_count) : "");
    if (view->action_count == 0) {
        none_draw(&g, r);
        return;
    }
    newest_draw(&g, &r, &view->actions[view->action_count - 1]);
    stage_gap(&g.s, &r, 28);
    row_draw(&g, r, view->action_count - 2);
}
