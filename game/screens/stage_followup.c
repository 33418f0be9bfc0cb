#include "screens/followup.h"
#include "stage_parts.h"

static const char *label_of(struct ui *ui, const struct view_monday *view, const struct followup_memory *m)
{
    return text_fill(ui_arena(ui), "follow.stage-after", "n", arena_printf(ui_arena(ui), "%d", (int)view_monday_days(followup_part(m, view))), NULL);
}

/* What was answered so far, in words and counts. */
static void counts_draw(const struct stage_page *s, struct rect r, const struct view_monday *view)
{
    const struct { const char *key; int count; enum theme_token color; } parts[] = {
        {"follow.stage-kept", view->kept, THEME_GOOD}, {"follow.stage-partly", view->partly, THEME_WARN},
        {"follow.stage-not", view->not_kept, THEME_BAD}, {"follow.stage-none", view->none, THEME_TEXT_DIM}};
    for (int i = 0; i < 4; i++) {
        struct rect cell = rect_column(r, i, 4, stage_px(s, 24));
        stage_line(s, rect_cut_top(&cell, stage_px(s, 84)), 72, WEIGHT_BOLD, parts[i].color, ALIGN_LEFT, arena_printf(ui_arena(s->ui), "%d", parts[i].count));
        stage_line(s, rect_cut_top(&cell, stage_px(s, 48)), 36, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, text(parts[i].key));
    }
}

static void one_draw(const struct stage_page *s, struct rect r, const struct monday_action *a)
{
    static const float sizes[] = {84, 76, 68, 60, 52};
    const char *when = text_fill(ui_arena(s->ui), "monday.stage-when", "when", a->when, NULL);
    const char *will = text_fill(ui_arena(s->ui), "monday.stage-will", "will", a->will, NULL);
    int k = 0;
    while (k < 4 && stage_words_height(s, r.w, sizes[k], WEIGHT_MEDIUM, 4, when) + stage_words_height(s, r.w, sizes[k], WEIGHT_BOLD, 4, will) > r.h - stage_px(s, 100))
        k++;
    stage_words(s, &r, sizes[k], WEIGHT_MEDIUM, THEME_TEXT, 4, when);
    stage_words(s, &r, sizes[k], WEIGHT_BOLD, THEME_TEXT, 4, will);
    stage_gap(s, &r, 28);
    stage_words(s, &r, 44, WEIGHT_SEMIBOLD, THEME_LEARN, 1, a->who);
}

void stage_followup(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, const struct followup_memory *m)
{
    struct stage_page s;
    if (m->page == FOLLOWUP_SURVEY) {
        stage_survey(ui, survey, &m->survey, label_of(ui, view, m));
        return;
    }
    struct rect r = stage_page_begin(ui, &s);
    stage_top(&s, &r, THEME_LEARN, text("follow.stage-title"), label_of(ui, view, m));
    if (view->action_count == 0) {
        stage_words(&s, &r, 76, WEIGHT_BOLD, THEME_TEXT, 3, text("follow.nothing"));
        return;
    }
    struct rect foot = rect_cut_bottom(&r, stage_px(&s, 150));
    rect_cut_bottom(&r, stage_px(&s, 30));
    stage_gap(&s, &r, 30);
    if (m->page == FOLLOWUP_ACTIONS && m->action < view->action_count)
        one_draw(&s, r, &view->actions[m->action]);
    else
        stage_words(&s, &r, 92, WEIGHT_BOLD, THEME_TEXT, 3, text("follow.stage-done"));
    counts_draw(&s, foot, view);
}
