#include "draw/chart.h"
#include "screens/verdict.h"
#include "stage_parts.h"

struct stand {
    struct stage_page s;
    const struct view_verdict *view;
};

static void face(const struct stand *d, const struct verdict_customer *c, float x, float y, float design, float halo)
{
    float radius = stage_px(&d->s, design);
    if (halo > 0)
        portrait_halo(ui_list(d->s.ui), ui_theme(d->s.ui), x, y, radius, halo);
    page_portrait(d->s.ui, c->portrait, (int)c->mood, 1, x, y, radius);
}

/* --- the vote: four people and a question --- */

static void vote_face(const struct stand *d, const struct verdict_customer *c, struct rect r)
{
    face(d, c, r.x + r.w / 2, r.y + stage_px(&d->s, 150), 120, 0.8f);
    rect_cut_top(&r, stage_px(&d->s, 296));
    stage_words_in(&d->s, &r, 40, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_CENTER, 2, c->first);
    stage_words_in(&d->s, &r, 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_CENTER, 2, c->role);
}

static void vote_draw(const struct stand *d, struct rect r)
{
    stage_words(&d->s, &r, 96, WEIGHT_BOLD, THEME_TEXT, 2, text("verdict.stage-vote"));
    stage_gap(&d->s, &r, 20);
    stage_words(&d->s, &r, 52, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2,
                text(d->view->customer_count == 1 ? "verdict.stage-asked-one" : "verdict.stage-asked"));
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 520));
    for (int i = 0; i < d->view->customer_count; i++) {
        ui_scope_push(d->s.ui, d->view->customers[i].name);
        vote_face(d, &d->view->customers[i], rect_column(foot, i, d->view->customer_count, stage_px(&d->s, 24)));
        ui_scope_pop(d->s.ui);
    }
}

/* --- what they say: a bubble over each face --- */

static const float SAY_FACE = 378;

/* What all of them say is read at once: each has a share, besides name and mood. */
static const char *said(const struct stand *d, const struct verdict_customer *c)
{
    enum { TITLES = 12, AROUND = 4 };
    int share = (STAGE_WORDS - TITLES) / d->view->customer_count - AROUND;
    const char *line = stage_beginning(&d->s, c->line, share);
    return line[0] ? text_fill(ui_arena(d->s.ui), "verdict.quote", "line", line, NULL) : text("verdict.silent");
}

/* One size for all of them. */
static float say_size(const struct stand *d, float width, float height)
{
    static const float sizes[] = {52, 46, 42, 38, 35, 32};
    int k = 0;
    for (int i = 0; i < d->view->customer_count; i++)
        while (k < 5 &&
               stage_words_height(&d->s, width, sizes[k], WEIGHT_MEDIUM, 12, said(d, &d->view->customers[i])) > height)
            k++;
    return sizes[k];
}

static void bubble(const struct stand *d, struct rect r, float tip)
{
    uint32_t color = page_color(d->s.ui, THEME_SPEECH);
    float w = stage_px(&d->s, 18), h = stage_px(&d->s, 22);
    struct path_step tail[] = {{PATH_MOVE, {{tip - w, r.y + r.h - 1}}},
                               {PATH_LINE, {{tip, r.y + r.h + h}}},
                               {PATH_LINE, {{tip + w, r.y + r.h - 1}}},
                               {PATH_CLOSE, {{0, 0}}}};
    draw_rect(ui_list(d->s.ui), r, stage_px(&d->s, 18), color);
    draw_path(ui_list(d->s.ui), tail, 4, 0, color);
}

static float bubble_height(const struct stand *d, const struct verdict_customer *c, float width, float size)
{
    float margin = stage_px(&d->s, 26);
    return stage_words_height(&d->s, width - 2 * margin, size, WEIGHT_MEDIUM, 12, said(d, c)) + 2 * margin;
}

static void say_one(const struct stand *d, const struct verdict_customer *c, struct rect r, float size)
{
    const float margin = stage_px(&d->s, 26);
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, SAY_FACE));
    float height = bubble_height(d, c, r.w, size);
    struct rect box = {r.x, r.y + r.h - height - stage_px(&d->s, 26), r.w, height};
    bubble(d, box, r.x + r.w / 2);
    box = rect_inset(box, margin, margin);
    stage_words(&d->s, &box, size, WEIGHT_MEDIUM, THEME_ON_SPEECH, 12, said(d, c));
    face(d, c, foot.x + foot.w / 2, foot.y + stage_px(&d->s, 126), 110, 0.5f);
    rect_cut_top(&foot, stage_px(&d->s, 254));
    stage_words_in(&d->s, &foot, 38, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_CENTER, 2, c->first);
    stage_words_in(&d->s, &foot, 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_CENTER, 1, c->mood_word);
}

static void say_draw(const struct stand *d, struct rect r)
{
    int n = d->view->customer_count;
    float gap = stage_px(&d->s, 30), width = rect_column(r, 0, n, gap).w - stage_px(&d->s, 52);
    float size = say_size(d, width, r.h - stage_px(&d->s, SAY_FACE + 26 + 52)), most = 0;
    for (int i = 0; i < n; i++) {
        float height = bubble_height(d, &d->view->customers[i], width + stage_px(&d->s, 52), size);
        most = height > most ? height : most;
    }
    /* The whole row stands in the middle. */
    float spare = r.h - most - stage_px(&d->s, SAY_FACE + 26);
    if (spare > 0)
        rect_cut_bottom(&r, spare / 2);
    for (int i = 0; i < n; i++) {
        ui_scope_push(d->s.ui, d->view->customers[i].name);
        say_one(d, &d->view->customers[i], rect_column(r, i, n, gap), size);
        ui_scope_pop(d->s.ui);
    }
}

/* --- the decision --- */

static void faces_small(const struct stand *d, struct rect r)
{
    float step = stage_px(&d->s, 176), x = r.x + stage_px(&d->s, 76);
    for (int i = 0; i < d->view->customer_count; i++, x += step)
        face(d, &d->view->customers[i], x, r.y + r.h / 2, 70, 0);
}

static void decision_draw(const struct stand *d, struct rect r)
{
    static const float titles[] = {120, 104, 88, 76}, words[] = {52, 48, 44, 40, 36, 32};
    const struct view_verdict *v = d->view;
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 170));
    rect_cut_bottom(&r, stage_px(&d->s, 24));
    stage_gap(&d->s, &r, 40);
    stage_words(&d->s, &r, 52, WEIGHT_SEMIBOLD, page_tone(v->tone), 1, v->word);
    stage_gap(&d->s, &r, 12);
    stage_words(&d->s, &r, stage_fit(&d->s, titles, 4, r.w, WEIGHT_BOLD, 2, v->title), WEIGHT_BOLD, THEME_TEXT, 2,
                v->title);
    stage_gap(&d->s, &r, 26);
    const char *scene = stage_beginning(&d->s, v->text, stage_left(&d->s));
    int k = 0;
    while (k < 5 && stage_words_height(&d->s, r.w, words[k], WEIGHT_MEDIUM, 40, scene) > r.h)
        k++;
    /* A text that is longer still ends in an ellipsis; the facilitator reads it out. */
    int lines = (int)(r.h / (ui_leading(d->s.ui, words[k] * d->s.unit / ui_scale(d->s.ui)) + 0.01f));
    stage_words(&d->s, &r, words[k], WEIGHT_MEDIUM, THEME_TEXT, lines > 1 ? lines : 1, scene);
    faces_small(d, foot);
}

/* --- what we saw today --- */

/* Words of the chart: title, legend, and for each round its name and two figures. */
static int chart_says(const struct stand *d)
{
    int words = stage_count_words(text("verdict.gap-title")) + stage_count_words(text("verdict.delivered")) + stage_count_words(text("verdict.perceived"));
    for (int i = 0; i < d->view->round_count; i++) words += stage_count_words(d->view->rounds[i]) + 2;
    return words;
}

/* What the level leaves to be said about the gap. */
static void gap_draw(const struct stand *d, struct rect r)
{
    const struct view_verdict *v = d->view;
    const char *gap = stage_count_words(v->gap) <= stage_left(&d->s) - chart_says(d) ? v->gap : "";
    struct ui *ui = d->s.ui;
    draw_rect(ui_list(ui), r, stage_px(&d->s, 22), page_color(ui, THEME_PANEL));
    r = rect_inset(r, stage_px(&d->s, 40), stage_px(&d->s, 34));
    stage_words(&d->s, &r, 46, WEIGHT_BOLD, THEME_TEXT, 2, text("verdict.gap-title"));
    stage_gap(&d->s, &r, 20);
    float words = stage_words_height(&d->s, r.w, 38, WEIGHT_MEDIUM, 4, gap);
    struct rect foot = rect_cut_bottom(&r, words);
    rect_cut_bottom(&r, stage_px(&d->s, 24));
    struct chart_series series[2] = {
        {text("verdict.delivered"), v->delivered, v->round_count, page_color(ui, THEME_TEAM)},
        {text("verdict.perceived"), v->perceived, v->round_count, page_color(ui, THEME_CUSTOMER)}};
    /* The chart's letters are 14 of its unit. */
    chart_columns(ui_list(ui), ui_theme(ui), r, stage_px(&d->s, 32.0f / 14), v->rounds, series, 2);
    stage_words(&d->s, &foot, 38, WEIGHT_MEDIUM, THEME_TEXT, 4, gap);
}

static void steps_draw(const struct stand *d, struct rect r)
{
    struct ui *ui = d->s.ui;
    for (int i = 1; i <= 5; i++) {
        struct rect step = rect_column(r, i - 1, 5, stage_px(&d->s, 12));
        float height = step.h * (0.3f + 0.14f * (float)i);
        int reached = i <= d->view->level;
        struct rect bar = {step.x, step.y + step.h - height, step.w, height};
        if (reached)
            draw_rect(ui_list(ui), bar, stage_px(&d->s, 8), page_color(ui, THEME_TEAM));
        else
            draw_frame(ui_list(ui), bar, stage_px(&d->s, 8), stage_px(&d->s, 3), page_color(ui, THEME_TEXT_FAINT));
        stage_line(&d->s, bar, 36, WEIGHT_BOLD, reached ? THEME_ON_TEAM : THEME_TEXT_FAINT, ALIGN_CENTER,
                   arena_printf(ui_arena(ui), "%d", i));
    }
}

static void level_draw(const struct stand *d, struct rect r)
{
    const struct view_verdict *v = d->view;
    struct ui *ui = d->s.ui;
    draw_rect(ui_list(ui), r, stage_px(&d->s, 22), page_color(ui, THEME_PANEL));
    r = rect_inset(r, stage_px(&d->s, 40), stage_px(&d->s, 34));
    const char *level = text_fill(ui_arena(ui), "verdict.level", "n", arena_printf(ui_arena(ui), "%d", v->level),
                                  "word", v->level_word, NULL);
    stage_words(&d->s, &r, 34, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, text("verdict.level-title"));
    stage_words(&d->s, &r, 46, WEIGHT_BOLD, THEME_TEXT, 2, level);
    stage_gap(&d->s, &r, 20);
    /* What stopped it is said rather than what the level is. */
    enum { STOPPED = 36 };
    int left = stage_left(&d->s) - chart_says(d) - 5;
    const char *about = stage_count_words(v->level_about) + stage_count_words(v->stopped) + stage_count_words(v->gap) <= left ? v->level_about : "";
    const char *stopped = stage_beginning(&d->s, v->stopped, left - stage_count_words(about));
    float words = stage_words_height(&d->s, r.w, 38, WEIGHT_MEDIUM, 3, about) +
                  stage_words_height(&d->s, r.w, STOPPED, WEIGHT_MEDIUM, 5, stopped) + stage_px(&d->s, 18 + 30);
    steps_draw(d, rect_cut_top(&r, r.h - words));
    stage_gap(&d->s, &r, 30);
    stage_words(&d->s, &r, 38, WEIGHT_MEDIUM, THEME_TEXT, 3, about);
    stage_gap(&d->s, &r, 18);
    stage_words(&d->s, &r, STOPPED, WEIGHT_MEDIUM, about[0] ? THEME_TEXT_DIM : THEME_TEXT, 5, stopped);
}

static void saw_draw(const struct stand *d, struct rect r)
{
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 46));
    rect_cut_bottom(&r, stage_px(&d->s, 22));
    stage_line(&d->s, foot, 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT, text("verdict.not-a-grade"));
    level_draw(d, rect_column(r, 1, 2, stage_px(&d->s, 36)));
    gap_draw(d, rect_column(r, 0, 2, stage_px(&d->s, 36)));
}

void stage_verdict(struct ui *ui, const struct view_verdict *view, const struct verdict_memory *m)
{
    static const char *const tops[VERDICT_PARTS] = {"verdict.title", "verdict.part.say", "verdict.part.decision",
                                                    "verdict.part.saw"};
    struct stand d = {.view = view};
    struct rect r = stage_page_begin(ui, &d.s);
    enum verdict_part part = view->decided ? m->part : VERDICT_VOTE;
    stage_top(&d.s, &r, THEME_CUSTOMER, text(tops[part]), view->organisation);
    switch (part) {
    case VERDICT_VOTE: vote_draw(&d, r); break;
    case VERDICT_SAY: say_draw(&d, r); break;
    case VERDICT_DECISION: decision_draw(&d, r); break;
    case VERDICT_SAW:
    case VERDICT_PARTS: saw_draw(&d, r); break;
    }
}
