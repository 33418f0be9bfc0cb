/* The pattern on the wall with the evidence that proves it, and what the room will do about it. */
#include "stage_learning_parts.h"

enum { SHOWN_MOST = 5, MORE = 3 };   /* pieces of evidence; words that tell how many there are besides */

/* --- the pattern --- */

static float evidence_height(const struct scene *c, const struct learning_evidence *e, float width, int notes)
{
    float inner = width - scene_px(c, 130);
    return stage_words_height(&c->s, inner, 38, WEIGHT_SEMIBOLD, 3, e->text) +
           (notes ? stage_words_height(&c->s, inner, 32, WEIGHT_MEDIUM, 2, e->note) : 0) + scene_px(c, 30);
}

static void evidence_draw(const struct scene *c, const struct learning_evidence *e, struct rect r, int notes, int strong)
{
    struct rect time = rect_cut_left(&r, scene_px(c, 130));
    time.h = ui_leading(c->ui, stage_size(&c->s, 38));
    stage_line(&c->s, time, 40, WEIGHT_BOLD, THEME_LEARN, ALIGN_LEFT, e->time);
    stage_words(&c->s, &r, 38, strong ? WEIGHT_BOLD : WEIGHT_SEMIBOLD, THEME_TEXT, 3, e->text);
    if (notes)
        stage_words(&c->s, &r, 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, e->note);
}

/* The picked one is always among those that have room. */
static int first_evidence(const struct scene *c, int fit)
{
    int last = c->m->highlight;
    return last >= fit ? last - fit + 1 : 0;
}

static int evidence_words(const struct learning_evidence *e, int notes)
{
    return 1 + stage_count_words(e->text) + (notes ? stage_count_words(e->note) : 0);
}

/* How many from `first` on fit the room and what may still be read, but no fewer than `least`. */
static int evidence_fit(const struct scene *c, int first, struct rect r, int notes, int words, int least)
{
    const struct learning_pattern *p = scene_pattern(c);
    int n = 0;
    float high = 0;
    for (int k = first; k < p->evidence_count && n < SHOWN_MOST; k++, n++) {
        high += evidence_height(c, &p->evidence[k], r.w, notes);
        words += evidence_words(&p->evidence[k], notes);
        if (n >= least && (high > r.h || words + MORE > STAGE_WORDS))
            break;
    }
    return n;
}

static void evidence_rows(const struct scene *c, struct rect r, int first, int fit, int notes, int until)
{
    const struct learning_pattern *p = scene_pattern(c);
    for (int k = first; k < first + fit && k < until; k++) {
        struct rect line = rect_cut_top(&r, evidence_height(c, &p->evidence[k], r.w, notes));
        if (k > first)
            draw_rect(ui_list(c->ui), (struct rect){line.x, line.y - scene_px(c, 16), line.w, scene_px(c, 2)}, 0, page_color(c->ui, THEME_LINE));
        evidence_draw(c, &p->evidence[k], line, notes, k == c->m->highlight);
    }
}

/* Takes its height off r. What customers said goes before evidence does. */
static void evidence_list(const struct scene *c, struct rect *r, int words, int least, int until)
{
    const struct learning_pattern *p = scene_pattern(c);
    struct rect inner = rect_inset(*r, scene_px(c, 36), scene_px(c, 26));
    rect_cut_bottom(&inner, scene_px(c, 44));
    int fit = evidence_fit(c, 0, inner, 0, words, least), notes = least > 0 && evidence_fit(c, 0, inner, 1, words, least) >= fit;
    int first = first_evidence(c, fit);
    fit = evidence_fit(c, first, inner, notes, words, least);
    int rest = p->evidence_count + p->more - fit;
    float high = rest > 0 ? scene_px(c, 52) : 0;
    for (int k = first; k < first + fit; k++)
        high += evidence_height(c, &p->evidence[k], inner.w, notes);
    if (fit == 0)
        return;
    inner = scene_panel(c, rect_cut_top(r, high + scene_px(c, 52 - 30)), THEME_PANEL);
    if (rest > 0 && until >= p->evidence_count)
        stage_line(&c->s, rect_cut_bottom(&inner, scene_px(c, 40)), 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT,
                   text_fill(ui_arena(c->ui), "learning.stage-more", "n", arena_printf(ui_arena(c->ui), "%d", rest), NULL));
    evidence_rows(c, inner, first, fit, notes, until);
}

static void pair(const struct scene *c, struct rect *line, const char *label, const char *value, enum theme_token color)
{
    float wide = stage_width(&c->s, 36, WEIGHT_SEMIBOLD, label) + scene_px(c, 12);
    stage_line(&c->s, rect_cut_left(line, wide), 36, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, label);
    wide = stage_width(&c->s, 36, WEIGHT_BOLD, value) + scene_px(c, 4);
    stage_line(&c->s, rect_cut_left(line, wide), 36, WEIGHT_BOLD, color, ALIGN_LEFT, value);
}

static const float FIGURES = 206, FIGURES_SHORT = 160;

/* A setting keeps figures off the stage; then they take no room either. */
static float figures_height(const struct scene *c, float design) { return c->view->show_scores ? scene_px(c, design) : 0; }

/* What was delivered is never shown without what was felt. */
static void figures(const struct scene *c, struct rect r)
{
    const struct learning_figures *f = &c->view->figures;
    if (!c->view->show_scores)
        return;
    r = scene_panel(c, r, THEME_PANEL);
    struct rect line = rect_cut_top(&r, scene_px(c, 52));
    pair(c, &line, text("learning.targets"), f->targets, THEME_TEXT);
    line = rect_cut_top(&r, scene_px(c, 52));
    pair(c, &line, text("learning.feelings"), f->feelings, THEME_CUSTOMER);
    if (r.h > scene_px(c, 40))
        stage_words(&c->s, &r, 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, f->unseen);
}

static int figures_words(const struct scene *c)
{
    const struct learning_figures *f = &c->view->figures;
    if (!c->view->show_scores)
        return 0;
    return stage_count_words(text("learning.targets")) + stage_count_words(f->targets) + stage_count_words(text("learning.feelings")) +
           stage_count_words(f->feelings);
}

static const char *later_words(const struct scene *c)
{
    const struct learning_pattern *p = scene_pattern(c);
    return p->later_count == 0 ? "" : text_fill(ui_arena(c->ui), "learning.later-line", "time", p->later[0].time, "words", p->later[0].text, NULL);
}

/* Apart from the evidence, outside its panel. */
static void later(const struct scene *c, struct rect r)
{
    const char *words = later_words(c);
    float high = stage_words_height(&c->s, r.w, 34, WEIGHT_MEDIUM, 2, words) + scene_px(c, 44);
    if (!words[0] || high > r.h || stage_count_words(text("learning.stage-later")) + stage_count_words(words) > stage_left(&c->s))
        return;
    stage_words(&c->s, &r, 32, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 1, text("learning.stage-later"));
    stage_gap(&c->s, &r, 4);
    stage_words(&c->s, &r, 34, WEIGHT_MEDIUM, THEME_TEXT, 2, words);
}

static int lanes_with_evidence(const struct scene *c)
{
    const struct learning_pattern *p = scene_pattern(c);
    int n = 0;
    for (int lane = 0; lane < c->view->timeline.lane_count; lane++)
        for (int k = 0; k < p->evidence_count; k++)
            if (p->evidence[k].lane == lane) {
                n++;
                break;
            }
    return n;
}

static struct timeline_look ringed_look(const struct scene *c)
{
    struct timeline_look look = scene_look(c);
    look.names = 240;
    look.first_names = 1;
    look.pattern = scene_pattern(c);
    look.until = learning_until(c->view, c->m);
    look.rings = learning_rings(look.pattern, look.until);
    look.highlight = c->m->highlight;
    look.only_rings = look.until < 0 && lanes_with_evidence(c) > 0;
    return look;
}

void scene_draw_pattern(const struct scene *c, struct rect r)
{
    const struct learning_pattern *p = scene_pattern(c);
    struct timeline_look look = ringed_look(c);
    scene_headline(c, &r, p->headline);
    struct rect right = rect_cut_right(&r, r.w * 0.47f), foot = rect_cut_bottom(&right, figures_height(c, FIGURES));
    rect_cut_right(&r, scene_px(c, 44));
    rect_cut_bottom(&right, scene_px(c, 24));
    if (c->view->timeline.lane_count > 0)
        scene_timeline(c, right, &look);
    figures(c, foot);
    evidence_list(c, &r, stage_said(&c->s), 1, look.until < 0 ? p->evidence_count : look.rings);
    stage_gap(&c->s, &r, 26);
    if (look.until < 0)
        later(c, r);
}

/* --- what comes next --- */

static const char *votes_words(const struct scene *c, const struct learning_candidate *a)
{
    return a->votes < 0 ? "" : text_count(ui_arena(c->ui), "learning.votes", a->votes);
}

/* Room for the hands is kept once any were counted, so that the rows stay in line. */
static float votes_width(const struct scene *c)
{
    for (int k = 0; k < c->view->candidate_count; k++)
        if (c->view->candidates[k].votes >= 0)
            return scene_px(c, 160);
    return 0;
}

static float row_height(const struct scene *c, const struct learning_candidate *a, float width, float size)
{
    return stage_words_height(&c->s, width - scene_px(c, 48 + 10) - votes_width(c), size, WEIGHT_SEMIBOLD, 3, a->text) +
           (a->who[0] ? ui_leading(c->ui, stage_size(&c->s, 32)) : 0) + scene_px(c, 32);
}

/* What was picked is paper on the wall. */
static void candidate_draw(const struct scene *c, const struct learning_candidate *a, struct rect r, float size)
{
    int picked = a->slot != NOBODY;
    enum theme_token ink = picked ? THEME_ON_SPEECH : THEME_TEXT;
    draw_rect(ui_list(c->ui), r, scene_px(c, 16), page_color(c->ui, picked ? THEME_SPEECH : THEME_LEARN_PANEL));
    r = rect_inset(r, scene_px(c, 24), scene_px(c, 16));
    struct rect votes = rect_cut_right(&r, votes_width(c));
    rect_cut_right(&r, scene_px(c, 10));
    stage_line(&c->s, votes, 32, WEIGHT_SEMIBOLD, picked ? THEME_ON_SPEECH : THEME_TEXT_DIM, ALIGN_RIGHT, votes_words(c, a));
    stage_words(&c->s, &r, size, WEIGHT_SEMIBOLD, ink, 3, a->text);
    if (a->who[0])
        stage_words(&c->s, &r, 32, WEIGHT_MEDIUM, ink, 1, text_fill(ui_arena(c->ui), "learning.looks-after", "who", a->who, NULL));
}

/* Where not all fit, those that were picked and those with most hands. */
static int is_better(const struct learning_candidate *a, const struct learning_candidate *b)
{
    int picked = a->slot != NOBODY, other = b->slot != NOBODY;
    return picked != other ? picked > other : a->votes > b->votes;
}

static int rank(const struct scene *c, int k)
{
    int n = 0;
    for (int i = 0; i < c->view->candidate_count; i++)
        n += i != k && (is_better(&c->view->candidates[i], &c->view->candidates[k]) ||
                        (i < k && !is_better(&c->view->candidates[k], &c->view->candidates[i])));
    return n;
}

static int candidate_words(const struct scene *c, const struct learning_candidate *a)
{
    const char *who = a->who[0] ? text_fill(ui_arena(c->ui), "learning.looks-after", "who", a->who, NULL) : "";
    return stage_count_words(a->text) + stage_count_words(votes_words(c, a)) + stage_count_words(who);
}

/* As many as can be read besides the heading of what happened and its figures. */
static int candidates_readable(const struct scene *c)
{
    int left = stage_left(&c->s) - figures_words(c) - stage_count_words(text("learning.stage-happened")), most = 0;
    for (; most < c->view->candidate_count; most++) {
        for (int k = 0; k < c->view->candidate_count; k++)
            if (rank(c, k) == most) left -= candidate_words(c, &c->view->candidates[k]);
        if (left < 0) break;
    }
    return most;
}

static float candidates_height(const struct scene *c, int most, float width, float size)
{
    float high = 0;
    for (int k = 0; k < c->view->candidate_count; k++)
        if (rank(c, k) < most)
            high += row_height(c, &c->view->candidates[k], width, size) + scene_px(c, 14);
    return high;
}

static void candidates(const struct scene *c, struct rect *r, int wide)
{
    enum { SIZES = 5 };
    static const float sizes[SIZES] = {52, 46, 40, 36, 32};
    int most = candidates_readable(c), s = wide ? 0 : 2;
    while (s < SIZES - 1 && candidates_height(c, most, r->w, sizes[s]) > r->h)
        s++;
    while (most > 1 && candidates_height(c, most, r->w, sizes[s]) > r->h)
        most--;
    for (int k = 0; k < c->view->candidate_count; k++) {
        const struct learning_candidate *a = &c->view->candidates[k];
        if (rank(c, k) >= most)
            continue;
        candidate_draw(c, a, rect_cut_top(r, row_height(c, a, r->w, sizes[s])), sizes[s]);
        stage_gap(&c->s, r, 14);
    }
}

static void last_time(const struct scene *c, struct rect r)
{
    struct arena *a = ui_arena(c->ui);
    for (int k = 0; k < c->view->last_count; k++) {
        const struct learning_last *last = &c->view->last[k];
        const char *line = text_fill(a, "learning.stage-last", "words", last->text, "counts", last->counts, NULL);
        if (stage_words_height(&c->s, r.w, 34, WEIGHT_MEDIUM, 3, line) > r.h || stage_count_words(line) > stage_left(&c->s))
            return;
        stage_words(&c->s, &r, 34, WEIGHT_MEDIUM, THEME_TEXT_DIM, 3, line);
        stage_gap(&c->s, &r, 8);
    }
}

static const char *commit_question(const struct scene *c)
{
    return c->view->has_next ? text_fill(ui_arena(c->ui), "learning.stage-commit", "round", c->view->next_label, NULL)
                             : text("learning.last-question");
}

/* The evidence where enough of it may still be read, else where it lay. */
static void happened_again(const struct scene *c, struct rect *r)
{
    enum { ENOUGH = 3, AXIS = 6, LANE = 2 };   /* pieces of evidence, or lanes; words on the axis and below the lanes, on each of them */
    int words = stage_said(&c->s) + figures_words(c);
    const struct learning_pattern *p = scene_pattern(c);
    struct timeline_look look = ringed_look(c);
    struct rect list = *r;
    rect_cut_bottom(&list, figures_height(c, FIGURES_SHORT) + scene_px(c, 60));
    struct rect inner = rect_inset(list, scene_px(c, 36), scene_px(c, 26));
    rect_cut_bottom(&inner, scene_px(c, 44));
    int fit = evidence_fit(c, 0, inner, 0, words, 0);
    if (fit >= ENOUGH || fit == p->evidence_count || (fit > 0 && lanes_with_evidence(c) < ENOUGH)) {
        evidence_list(c, &list, words, 0, p->evidence_count);
        rect_cut_top(r, list.y - r->y);
        return;
    }
    look.most = (STAGE_WORDS - words - AXIS) / LANE;
    if (look.most < 1)
        return;
    if (look.most > LANES_READABLE)
        look.most = LANES_READABLE;
    scene_timeline(c, list, &look);
    rect_cut_top(r, learning_timeline_height(c->ui, &c->view->timeline, &look, list.w));
}

/* Is there so much to choose from that what happened could not be read beside it? */
static int choice_fills(const struct scene *c)
{
    enum { HAPPENED = 16 };   /* words: a piece of evidence, or a few lanes */
    int left = stage_left(&c->s) - stage_count_words(commit_question(c)) - stage_count_words(text("learning.stage-happened")) - figures_words(c) - HAPPENED;
    for (int k = 0; k < c->view->candidate_count; k++) left -= candidate_words(c, &c->view->candidates[k]);
    return left < 0;
}

static void choice_alone(const struct scene *c, struct rect r)
{
    struct rect foot = rect_cut_bottom(&r, figures_height(c, 104));
    const struct learning_figures *f = &c->view->figures;
    stage_words(&c->s, &r, 44, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 2, commit_question(c));
    stage_gap(&c->s, &r, 20);
    rect_cut_bottom(&r, scene_px(c, 20));
    candidates(c, &r, 1);
    if (!c->view->show_scores)
        return;
    foot = scene_panel(c, foot, THEME_PANEL);
    struct rect right = rect_cut_right(&foot, foot.w / 2);
    pair(c, &foot, text("learning.targets"), f->targets, THEME_TEXT);
    pair(c, &right, text("learning.feelings"), f->feelings, THEME_CUSTOMER);
}

void scene_draw_commitments(const struct scene *c, struct rect r)
{
    const struct learning_pattern *p = scene_pattern(c);
    scene_headline(c, &r, p->headline);
    if (choice_fills(c)) {
        choice_alone(c, r);
        return;
    }
    struct rect right = rect_cut_right(&r, r.w * 0.485f);
    rect_cut_right(&r, scene_px(c, 44));
    stage_words(&c->s, &right, 36, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 2, commit_question(c));
    stage_gap(&c->s, &right, 14);
    candidates(c, &right, 0);
    stage_words(&c->s, &r, 36, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 1, text("learning.stage-happened"));
    stage_gap(&c->s, &r, 14);
    happened_again(c, &r);
    stage_gap(&c->s, &r, 24);
    figures(c, rect_cut_top(&r, figures_height(c, FIGURES_SHORT)));
    stage_gap(&c->s, &r, 26);
    last_time(c, right.h > r.h ? right : r);
}
