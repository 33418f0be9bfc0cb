/*
 * The learning moment on the wall. Verdicts, patterns and figures come when
 * the facilitator shows them; before that the room sees what happened.
 */
#include "stage_learning_parts.h"

#include <string.h>

const struct learning_pattern *scene_pattern(const struct scene *c)
{
    int k = c->m->pattern >= 0 && c->m->pattern < c->view->pattern_count ? c->m->pattern : 0;
    return c->view->pattern_count > 0 ? &c->view->patterns[k] : NULL;
}

float scene_px(const struct scene *c, float design) { return stage_px(&c->s, design); }

struct rect scene_panel(const struct scene *c, struct rect r, enum theme_token token)
{
    draw_rect(ui_list(c->ui), r, scene_px(c, 18), page_color(c->ui, token));
    return rect_inset(r, scene_px(c, 36), scene_px(c, 26));
}

static const char *time_left(const struct scene *c)
{
    int seconds = (int)((c->m->left + 999) / 1000);
    return c->m->left <= 0 ? text("learning.stage-over") : arena_printf(ui_arena(c->ui), "%02d:%02d", seconds / 60, seconds % 60);
}

void scene_headline(const struct scene *c, struct rect *r, const char *words)
{
    static const float sizes[] = {68, 60, 52, 46};
    stage_words(&c->s, r, stage_fit(&c->s, sizes, 4, r->w, WEIGHT_BOLD, 2, words), WEIGHT_BOLD, THEME_TEXT, 3, words);
    stage_gap(&c->s, r, 26);
}

/* --- what happened --- */

struct timeline_look scene_look(const struct scene *c)
{
    return (struct timeline_look){.unit = c->s.unit, .size = 32, .names = 560, .most = LANES_READABLE, .counts = 1, .until = -1, .highlight = -1};
}

void scene_timeline(const struct scene *c, struct rect r, struct timeline_look *look)
{
    const struct learning_timeline *t = &c->view->timeline;
    static const float lanes[] = {3.6f, 3.2f, 2.9f, 2.8f};
    for (int k = 0; k < 4 && (k == 0 || learning_timeline_height(c->ui, t, look, r.w) > r.h); k++)
        look->lane = lanes[k];
    while (look->most > 1 && learning_timeline_height(c->ui, t, look, r.w) > r.h)
        look->most--;
    learning_timeline_draw(c->ui, t, look, r);
}

static void happened(const struct scene *c, struct rect r, const char *question)
{
    struct timeline_look look = scene_look(c);
    scene_headline(c, &r, question);
    if (c->view->timeline.lane_count == 0)
        return;
    struct rect foot = rect_cut_bottom(&r, learning_legend(c->ui, &look, r, 0));
    rect_cut_bottom(&r, scene_px(c, 14));
    learning_legend(c->ui, &look, foot, 1);
    scene_timeline(c, r, &look);
}

/* --- what the room had said --- */

static void cross_draw(const struct scene *c, float x, float y)
{
    float r = scene_px(c, 12), wide = scene_px(c, 6);
    uint32_t ink = page_color(c->ui, THEME_BAD);
    draw_line(ui_list(c->ui), x - r, y - r, x + r, y + r, wide, ink);
    draw_line(ui_list(c->ui), x - r, y + r, x + r, y - r, wide, ink);
}

/* Numbers of enum outcome: kept a full disc, partly one with a hole, not kept a cross, no answer an empty ring, no occasion a dash. */
static void mark_draw(const struct scene *c, int outcome, float x, float y)
{
    float radius = scene_px(c, 15);
    if (outcome == 1)
        draw_circle(ui_list(c->ui), x, y, radius, page_color(c->ui, THEME_GOOD));
    if (outcome == 2)
        draw_ring(ui_list(c->ui), x, y, radius - scene_px(c, 2), scene_px(c, 5), page_color(c->ui, THEME_WARN));
    if (outcome == 0)
        draw_ring(ui_list(c->ui), x, y, radius - scene_px(c, 1), scene_px(c, 3), page_color(c->ui, THEME_TEXT_DIM));
    if (outcome == 3)
        cross_draw(c, x, y);
    if (outcome == 2)
        draw_circle(ui_list(c->ui), x, y, scene_px(c, 6), page_color(c->ui, THEME_WARN));
    if (outcome == 5)
        draw_rect(ui_list(c->ui), (struct rect){x - radius, y - scene_px(c, 2), radius * 2, scene_px(c, 5)}, 0, page_color(c->ui, THEME_TEXT_DIM));
}

static const float MARK = 44;

static int marks_a_line(const struct scene *c)
{
    return c->view->table_count < 12 ? c->view->table_count : 12;
}

static void marks_draw(const struct scene *c, const struct learning_pledge *p, struct rect r)
{
    int across = marks_a_line(c);
    for (int t = 0; t < c->view->table_count; t++) {
        float x = r.x + scene_px(c, MARK) * ((float)(t % across) + 0.5f), y = r.y + scene_px(c, MARK) * ((float)(t / across) + 0.5f);
        mark_draw(c, p->marks[t], x, y);
    }
}

static float pledge_height(const struct scene *c, const struct learning_pledge *p, float width)
{
    float lines = (float)((c->view->table_count + marks_a_line(c) - 1) / marks_a_line(c)) * scene_px(c, MARK);
    float words = stage_words_height(&c->s, width, 42, WEIGHT_SEMIBOLD, 3, p->text);
    return (words > lines ? words : lines) + scene_px(c, 34);
}

static void pledge_draw(const struct scene *c, int k, struct rect r)
{
    const struct learning_pledge *p = &c->view->pledges[k];
    int here = k == c->m->pledge;
    if (here)
        draw_rect(ui_list(c->ui), r, scene_px(c, 14), page_color(c->ui, THEME_LEARN_PANEL));
    r = rect_inset(r, scene_px(c, 24), scene_px(c, 17));
    marks_draw(c, p, rect_cut_right(&r, scene_px(c, MARK) * (float)marks_a_line(c)));
    rect_cut_right(&r, scene_px(c, 30));
    stage_words(&c->s, &r, 42, WEIGHT_SEMIBOLD, THEME_TEXT, 3, p->text);
}

/* Those around the one that is being marked, where not all have room. */
static int first_pledge(const struct scene *c, struct rect r, float width)
{
    int first = 0;
    for (float high = 0; first < c->m->pledge && first < c->view->pledge_count; first++) {
        high = 0;
        for (int k = first; k <= c->m->pledge && k < c->view->pledge_count; k++)
            high += pledge_height(c, &c->view->pledges[k], width);
        if (high <= r.h)
            break;
    }
    return first;
}

static void marks_key(const struct scene *c, struct rect r)
{
    static const int outcomes[] = {1, 2, 3, 0, 5};
    static const char *const words[] = {"learning.mark.kept", "learning.mark.partly", "learning.mark.not", "learning.mark.open", "learning.mark.none"};
    for (int k = 0; k < 5; k++) {
        struct rect sign = rect_cut_left(&r, scene_px(c, 44));
        mark_draw(c, outcomes[k], sign.x + sign.w / 2, sign.y + sign.h / 2);
        float wide = stage_width(&c->s, 32, WEIGHT_REGULAR, text(words[k])) + scene_px(c, 40);
        stage_line(&c->s, rect_cut_left(&r, wide), 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, text(words[k]));
    }
}

static void charter(const struct scene *c, struct rect r)
{
    scene_headline(c, &r, text("learning.stage-charter"));
    marks_key(c, rect_cut_bottom(&r, scene_px(c, 48)));
    rect_cut_bottom(&r, scene_px(c, 16));
    float width = r.w - scene_px(c, 48 + 30) - scene_px(c, MARK) * (float)marks_a_line(c);
    for (int k = first_pledge(c, r, width); k < c->view->pledge_count; k++) {
        float high = pledge_height(c, &c->view->pledges[k], width);
        if (high > r.h || stage_count_words(c->view->pledges[k].text) > stage_left(&c->s))
            break;
        pledge_draw(c, k, rect_cut_top(&r, high));
    }
}

/* --- what is disputed --- */

static const struct learning_verdict *disputed_now(const struct scene *c)
{
    const struct view_learning *v = c->view;
    int k = c->m->verdict;
    if (k >= 0 && k < v->verdict_count && v->verdicts[k].disputed)
        return &v->verdicts[k];
    for (k = 0; k < v->verdict_count; k++)
        if (v->verdicts[k].disputed)
            return &v->verdicts[k];
    return NULL;
}

static void line_with_label(const struct scene *c, struct rect *r, const char *label, const char *words, float size)
{
    if (!words[0])
        return;
    stage_words(&c->s, r, 34, WEIGHT_SEMIBOLD, THEME_LEARN, 1, label);
    stage_gap(&c->s, r, 6);
    stage_words(&c->s, r, size, WEIGHT_SEMIBOLD, THEME_TEXT, 5, words);
    stage_gap(&c->s, r, 34);
}

static void disputed(const struct scene *c, struct rect r)
{
    const struct learning_verdict *v = disputed_now(c);
    if (!v) {
        happened(c, r, text("learning.stage-settled"));
        return;
    }
    scene_headline(c, &r, text("learning.stage-disputed"));
    r = scene_panel(c, r, THEME_PANEL);
    stage_words(&c->s, &r, 38, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, arena_printf(ui_arena(c->ui), "%s  %s", v->time, v->incident));
    stage_gap(&c->s, &r, 34);
    line_with_label(c, &r, text("learning.stage-calls-for"), v->calls_for, 50);
    if (strcmp(v->evidence, v->calls_for) != 0)
        line_with_label(c, &r, text("learning.stage-record"), v->evidence, 42);
    if (v->reason[0])
        stage_words(&c->s, &r, 38, WEIGHT_MEDIUM, THEME_LEARN, 2, text_fill(ui_arena(c->ui), "learning.disputed-because", "reason", v->reason, NULL));
}

/* --- the wall --- */

static void part_draw(const struct scene *c, struct rect r)
{
    switch (c->m->part) {
    case LEARNING_DISPUTED: disputed(c, r); return;
    case LEARNING_PATTERN:
        if (c->m->revealed && scene_pattern(c))
            scene_draw_pattern(c, r);
        else
            happened(c, r, text("learning.stage-wait"));
        return;
    case LEARNING_COMMIT:
        if (scene_pattern(c))
            scene_draw_commitments(c, r);
        return;
    case LEARNING_HAPPENED:
    case LEARNING_PART_COUNT:
        if (c->m->charter_on_stage && c->view->pledge_count > 0)
            charter(c, r);
        else
            happened(c, r, text("learning.question"));
        return;
    }
}

/* A dark stage turns violet, so that nobody takes it for the game; a light one was chosen to be read, and stays light. */
void stage_learning(struct ui *ui, const struct view_learning *view, const struct learning_memory *m)
{
    enum theme theme = ui_theme(ui);
    struct scene c = {.ui = ui, .view = view, .m = m};
    if (theme == THEME_DARK)
        ui_set_theme(ui, THEME_LEARNING);
    struct rect r = stage_page_begin(ui, &c.s);
    ui_scope_push(ui, "learning");
    stage_top(&c.s, &r, THEME_TEXT_DIM, view->title, time_left(&c));
    if (view->played)
        part_draw(&c, r);
    ui_scope_pop(ui);
    ui_set_theme(ui, theme);
}
