#include "screens/survey.h"
#include "stage_parts.h"

static const enum theme_token step_colors[SURVEY_STEPS] = {THEME_BAD, THEME_WARN, THEME_NEUTRAL, THEME_TEAM, THEME_GOOD};

/* A column for each answer: its number, and how many hands when they were counted. */
static void step_draw(const struct stage_page *s, struct rect r, const struct survey_row *row, int step, int32_t most)
{
    struct ui *ui = s->ui;
    struct rect foot = rect_cut_bottom(&r, stage_px(s, 96));
    struct rect count = rect_cut_top(&r, stage_px(s, 70));
    float height = (r.h - stage_px(s, 8)) * (float)row->hands[step] / (float)(most > 0 ? most : 1);
    struct rect bar = {r.x, r.y + r.h - height - stage_px(s, 8), r.w, height + stage_px(s, 8)};
    draw_rect(ui_list(ui), bar, stage_px(s, 8), page_color(ui, step_colors[step]));
    count.y = bar.y - count.h;
    stage_line(s, count, 52, WEIGHT_BOLD, THEME_TEXT, ALIGN_CENTER, arena_printf(ui_arena(ui), "%d", (int)row->hands[step]));
    stage_line(s, foot, 72, WEIGHT_BOLD, THEME_TEXT, ALIGN_CENTER, arena_printf(ui_arena(ui), "%d", step + 1));
}

/* Before hands are counted: what there is to raise a hand for, as large as the room. */
static void choice_draw(const struct stage_page *s, struct rect r, int step)
{
    draw_rect(ui_list(s->ui), r, stage_px(s, 22), page_color(s->ui, THEME_PANEL));
    struct rect edge = rect_cut_bottom(&r, stage_px(s, 60));
    edge = rect_inset(edge, stage_px(s, 40), stage_px(s, 24));
    draw_rect(ui_list(s->ui), edge, edge.h / 2, page_color(s->ui, step_colors[step]));
    stage_line(s, r, 150, WEIGHT_BOLD, THEME_TEXT, ALIGN_CENTER, arena_printf(ui_arena(s->ui), "%d", step + 1));
}

static void question_draw(const struct stage_page *s, struct rect r, const struct survey_row *row)
{
    static const float sizes[] = {76, 68, 60, 52, 46};
    int32_t most = 0;
    for (int i = 0; i < SURVEY_STEPS; i++)
        most = row->hands[i] > most ? row->hands[i] : most;
    struct rect foot = rect_cut_bottom(&r, stage_px(s, 46)), low = rect_cut_left(&foot, foot.w / 2);
    stage_line(s, low, 36, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, text("survey.low"));
    stage_line(s, foot, 36, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_RIGHT, text("survey.high"));
    stage_gap(s, &r, 16);
    stage_words(s, &r, stage_fit(s, sizes, 5, r.w, WEIGHT_BOLD, 3, row->text), WEIGHT_BOLD, THEME_TEXT, 3, row->text);
    stage_gap(s, &r, 30);
    rect_cut_bottom(&r, stage_px(s, 6));
    if (row->all == 0 && r.h > stage_px(s, 400))
        rect_cut_top(&r, (r.h - stage_px(s, 400)) / 2);
    for (int i = 0; i < SURVEY_STEPS && row->all == 0; i++)
        choice_draw(s, rect_column(r, i, SURVEY_STEPS, stage_px(s, 36)), i);
    for (int i = 0; i < SURVEY_STEPS && row->all > 0; i++)
        step_draw(s, rect_column(r, i, SURVEY_STEPS, stage_px(s, 36)), row, i, most);
}

/* --- all questions --- */

static void share_draw(const struct stage_page *s, struct rect r, const struct survey_row *row)
{
    struct ui *ui = s->ui;
    struct rect counts = rect_cut_right(&r, stage_px(s, 220));
    draw_rect(ui_list(ui), r, r.h / 2, page_color(ui, THEME_RAISED));
    float width = row->all > 0 ? r.w * (float)row->satisfied / (float)row->all : 0;
    if (width > r.h)
        draw_rect(ui_list(ui), (struct rect){r.x, r.y, width, r.h}, r.h / 2, page_color(ui, THEME_GOOD));
    if (row->was_all > 0) {   /* where it stood at the workshop */
        float x = r.x + r.w * (float)row->was / (float)row->was_all;
        draw_rect(ui_list(ui), (struct rect){x - stage_px(s, 3), r.y - stage_px(s, 8), stage_px(s, 6), r.h + stage_px(s, 16)}, 0, page_color(ui, THEME_TEXT));
    }
    counts = (struct rect){counts.x, r.y - stage_px(s, 12), counts.w, r.h + stage_px(s, 24)};
    stage_line(s, counts, 36, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_RIGHT, row->counts[0] ? row->counts : "");
}

static float all_size(const struct stage_page *s, const struct view_survey *view, float width, float height)
{
    static const float sizes[] = {44, 40, 36, 32};
    for (int k = 0; k < 4; k++) {
        float sum = 0;
        for (int i = 0; i < view->row_count; i++)
            sum += stage_words_height(s, width, sizes[k], WEIGHT_MEDIUM, 1, view->rows[i].text) + stage_px(s, 28 + 40);
        if (sum <= height)
            return sizes[k];
    }
    return 32;
}

/* As many as there is room for: a long survey shows its first questions. */
static void all_draw(const struct stage_page *s, struct rect r, const struct view_survey *view)
{
    stage_words(s, &r, 68, WEIGHT_BOLD, THEME_TEXT, 2, view->counted ? view->sum : text("survey.stage-none"));
    stage_gap(s, &r, 44);
    float size = all_size(s, view, r.w, r.h);
    for (int i = 0; i < view->row_count; i++) {
        const struct survey_row *row = &view->rows[i];
        if (r.h < stage_words_height(s, r.w, size, WEIGHT_MEDIUM, 1, row->text) + stage_px(s, 40))
            break;
        stage_words(s, &r, size, WEIGHT_MEDIUM, THEME_TEXT, 1, row->text);
        stage_gap(s, &r, 10);
        share_draw(s, rect_cut_top(&r, stage_px(s, 24)), row);
        stage_gap(s, &r, 34);
    }
}

void stage_survey(struct ui *ui, const struct view_survey *view, const struct survey_memory *m, const char *label)
{
    struct stage_page s;
    struct rect r = stage_page_begin(ui, &s);
    stage_top(&s, &r, THEME_LEARN, text("survey.stage-title"), label);
    if (view->row_count == 0)
        stage_words(&s, &r, 76, WEIGHT_BOLD, THEME_TEXT, 3, text("survey.no-questions"));
    else if (m->question >= view->row_count)
        all_draw(&s, r, view);
    else
        question_draw(&s, r, &view->rows[m->question]);
}
