/*
 * The learning moment on the wall. Verdicts, patterns and figures come when
 * the facilitator shows them; before that the room sees what happened.
 */
#include "learning_page.h"
#include "stage_parts.h"

#include <string.h>

enum { WORDS_MOST = 96, SHOWN_MOST = 5, AROUND_EVIDENCE = 34 };

struct scene {
    struct stage_page s;
    struct ui *ui;
    const struct view_learning *view;
    const struct learning_memory *m;
};

static const struct learning_pattern *shown(const struct scene *c)
{
    int k = c->m->pattern >= 0 && c->m->pattern < c->view->pattern_count ? c->m->pattern : 0;
    return c->view->pattern_count > 0 ? &c->view->patterns[k] : NULL;
}

static float px(const struct scene *c, float design) { return stage_px(&c->s, design); }

static struct rect panel(const struct scene *c, struct rect r, enum theme_token token)
{
    draw_rect(ui_list(c->ui), r, px(c, 18), page_color(c->ui, token));
    return rect_inset(r, px(c, 36), px(c, 26));
}

static const char *time_left(const struct scene *c)
{
    int seconds = (int)((c->m->left + 999) / 1000);
    return c->m->left <= 0 ? text("learning.stage-over") : arena_printf(ui_arena(c->ui), "%02d:%02d", seconds / 60, seconds % 60);
}

static void headline(const struct scene *c, struct rect *r, const char *words)
{
    static const float sizes[] = {68, 60, 52, 46};
    stage_words(&c->s, r, stage_fit(&c->s, sizes, 4, r->w, WEIGHT_BOLD, 2, words), WEIGHT_BOLD, THEME_TEXT, 3, words);
    stage_gap(&c->s, r, 26);
}

/* --- what happened --- */

static struct timeline_look wall_look(const struct scene *c)
{
    return (struct timeline_look){.unit = c->s.unit, .size = 32, .names = 560, .most = 64, .until = -1, .highlight = -1};
}

/* As many lanes as there is room for; the rest is counted in a line of its own. */
static void timeline_in(const struct scene *c, struct rect r, struct timeline_look *look)
{
    const struct learning_timeline *t = &c->view->timeline;
    static const float lanes[] = {3.6f, 3.2f, 2.9f, 2.6f};
    for (int k = 0; k < 4 && (k == 0 || learning_timeline_height(c->ui, t, look, r.w) > r.h); k++)
        look->lane = lanes[k];
    while (look->most > 1 && learning_timeline_height(c->ui, t, look, r.w) > r.h)
        look->most--;
    learning_timeline_draw(c->ui, t, look, r);
}

static void happened(const struct scene *c, struct rect r, const char *question)
{
    struct timeline_look look = wall_look(c);
    headline(c, &r, question);
    if (c->view->timeline.lane_count == 0)
        return;
    struct rect foot = rect_cut_bottom(&r, learning_legend(c->ui, &look, r, 0));
    rect_cut_bottom(&r, px(c, 14));
    learning_legend(c->ui, &look, foot, 1);
    timeline_in(c, r, &look);
}

/* --- what the room had said --- */

/* Numbers of enum outcome: a full disc, one with a hole, a ring. */
static void mark_draw(const struct scene *c, int outcome, float x, float y)
{
    float radius = px(c, 15);
    if (outcome == 1)
        draw_circle(ui_list(c->ui), x, y, radius, page_color(c->ui, THEME_GOOD));
    if (outcome == 2 || outcome == 3)
        draw_ring(ui_list(c->ui), x, y, radius - px(c, 2), px(c, 5), page_color(c->ui, outcome == 2 ? THEME_WARN : THEME_TEXT_DIM));
    if (outcome == 2)
        draw_circle(ui_list(c->ui), x, y, px(c, 6), page_color(c->ui, THEME_WARN));
    if (outcome == 5)
        draw_rect(ui_list(c->ui), (struct rect){x - radius, y - px(c, 2), radius * 2, px(c, 5)}, 0, page_color(c->ui, THEME_TEXT_DIM));
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
        float x = r.x + px(c, MARK) * ((float)(t % across) + 0.5f), y = r.y + px(c, MARK) * ((float)(t / across) + 0.5f);
        mark_draw(c, p->marks[t], x, y);
    }
}

static float pledge_height(const struct scene *c, const struct learning_pledge *p, float width)
{
    float lines = (float)((c->view->table_count + marks_a_line(c) - 1) / marks_a_line(c)) * px(c, MARK);
    float words = stage_words_height(&c->s, width, 42, WEIGHT_SEMIBOLD, 3, p->text);
    return (words > lines ? words : lines) + px(c, 34);
}

static void pledge_draw(const struct scene *c, int k, struct rect r)
{
    const struct learning_pledge *p = &c->view->pledges[k];
    int here = k == c->m->pledge;
    if (here)
        draw_rect(ui_list(c->ui), r, px(c, 14), page_color(c->ui, THEME_LEARN_PANEL));
    r = rect_inset(r, px(c, 24), px(c, 17));
    marks_draw(c, p, rect_cut_right(&r, px(c, MARK) * (float)marks_a_line(c)));
    rect_cut_right(&r, px(c, 30));
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
    static const int outcomes[] = {1, 2, 3, 5};
    static const char *const words[] = {"learning.mark.kept", "learning.mark.partly", "learning.mark.not", "learning.mark.none"};
    for (int k = 0; k < 4; k++) {
        struct rect sign = rect_cut_left(&r, px(c, 44));
        mark_draw(c, outcomes[k], sign.x + sign.w / 2, sign.y + sign.h / 2);
        float wide = stage_width(&c->s, 32, WEIGHT_REGULAR, text(words[k])) + px(c, 40);
        stage_line(&c->s, rect_cut_left(&r, wide), 32, WEIGHT_REGULAR, THEME_TEXT_DIM, ALIGN_LEFT, text(words[k]));
    }
}

static void charter(const struct scene *c, struct rect r)
{
    headline(c, &r, text("learning.stage-charter"));
    marks_key(c, rect_cut_bottom(&r, px(c, 48)));
    rect_cut_bottom(&r, px(c, 16));
    float width = r.w - px(c, 48 + 30) - px(c, MARK) * (float)marks_a_line(c);
    int words = 0;
    for (int k = first_pledge(c, r, width); k < c->view->pledge_count; k++) {
        float high = pledge_height(c, &c->view->pledges[k], width);
        words += stage_count_words(c->view->pledges[k].text);
        if (high > r.h || words > WORDS_MOST)
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
    headline(c, &r, text("learning.stage-disputed"));
    r = panel(c, r, THEME_PANEL);
    stage_words(&c->s, &r, 38, WEIGHT_MEDIUM, THEME_TEXT_DIM, 2, arena_printf(ui_arena(c->ui), "%s  %s", v->time, v->incident));
    stage_gap(&c->s, &r, 34);
    line_with_label(c, &r, text("learning.stage-calls-for"), v->calls_for, 50);
    if (strcmp(v->evidence, v->calls_for) != 0)
        line_with_label(c, &r, text("learning.stage-record"), v->evidence, 42);
    if (v->reason[0])
        stage_words(&c->s, &r, 38, WEIGHT_MEDIUM, THEME_LEARN, 2, text_fill(ui_arena(c->ui), "learning.disputed-because", "reason", v->reason, NULL));
}

/* --- the pattern --- */

static float evidence_height(const struct scene *c, const struct learning_evidence *e, float width, int notes)
{
    float inner = width - px(c, 130);
    return stage_words_height(&c->s, inner, 38, WEIGHT_SEMIBOLD, 3, e->text) +
           (notes ? stage_words_height(&c->s, inner, 32, WEIGHT_MEDIUM, 2, e->note) : 0) + px(c, 30);
}

static void evidence_draw(const struct scene *c, const struct learning_evidence *e, struct rect r, int notes, int strong)
{
    struct rect time = rect_cut_left(&r, px(c, 130));
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
    const struct learning_pattern *p = shown(c);
    int n = 0;
    float high = 0;
    for (int k = first; k < p->evidence_count && n < SHOWN_MOST; k++, n++) {
        high += evidence_height(c, &p->evidence[k], r.w, notes);
        words += evidence_words(&p->evidence[k], notes);
        if (n >= least && (high > r.h || words > WORDS_MOST))
            break;
    }
    return n;
}

static int words_from(const struct learning_pattern *p, int first, int count, int notes)
{
    int words = 0;
    for (int k = first; k < first + count; k++)
        words += evidence_words(&p->evidence[k], notes);
    return words;
}

static void evidence_rows(const struct scene *c, struct rect r, int first, int fit, int notes, int until)
{
    const struct learning_pattern *p = shown(c);
    for (int k = first; k < first + fit && k < until; k++) {
        struct rect line = rect_cut_top(&r, evidence_height(c, &p->evidence[k], r.w, notes));
        if (k > first)
            draw_rect(ui_list(c->ui), (struct rect){line.x, line.y - px(c, 16), line.w, px(c, 2)}, 0, page_color(c->ui, THEME_LINE));
        evidence_draw(c, &p->evidence[k], line, notes, k == c->m->highlight);
    }
}

/* Takes its height off r; returns the words that there are to read. What customers said goes before evidence does. */
static int evidence_list(const struct scene *c, struct rect *r, int words, int least, int until)
{
    const struct learning_pattern *p = shown(c);
    struct rect inner = rect_inset(*r, px(c, 36), px(c, 26));
    rect_cut_bottom(&inner, px(c, 44));
    int fit = evidence_fit(c, 0, inner, 0, words, least), notes = least > 0 && evidence_fit(c, 0, inner, 1, words, least) >= fit;
    int first = first_evidence(c, fit);
    fit = evidence_fit(c, first, inner, notes, words, least);
    int rest = p->evidence_count + p->more - fit;
    float high = rest > 0 ? px(c, 52) : 0;
    for (int k = first; k < first + fit; k++)
        high += evidence_height(c, &p->evidence[k], inner.w, notes);
    if (fit == 0)
        return 0;
    inner = panel(c, rect_cut_top(r, high + px(c, 52 - 30)), THEME_PANEL);
    if (rest > 0 && until >= p->evidence_count)
        stage_line(&c->s, rect_cut_bottom(&inner, px(c, 40)), 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, ALIGN_LEFT,
                   text_fill(ui_arena(c->ui), "learning.stage-more", "n", arena_printf(ui_arena(c->ui), "%d", rest), NULL));
    evidence_rows(c, inner, first, fit, notes, until);
    return words_from(p, first, fit, notes) + (rest > 0 ? 3 : 0);
}

static void pair(const struct scene *c, struct rect *line, const char *label, const char *value, enum theme_token color)
{
    float wide = stage_width(&c->s, 36, WEIGHT_SEMIBOLD, label) + px(c, 12);
    stage_line(&c->s, rect_cut_left(line, wide), 36, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_LEFT, label);
    wide = stage_width(&c->s, 36, WEIGHT_BOLD, value) + px(c, 4);
    stage_line(&c->s, rect_cut_left(line, wide), 36, WEIGHT_BOLD, color, ALIGN_LEFT, value);
}

static const float FIGURES = 206, FIGURES_SHORT = 160;

/* What was delivered is never shown without what was felt. */
static void figures(const struct scene *c, struct rect r)
{
    const struct learning_figures *f = &c->view->figures;
    r = panel(c, r, THEME_PANEL);
    struct rect line = rect_cut_top(&r, px(c, 52));
    pair(c, &line, text("learning.targets"), f->targets, THEME_TEAM);
    line = rect_cut_top(&r, px(c, 52));
    pair(c, &line, text("learning.feelings"), f->feelings, THEME_CUSTOMER);
    if (r.h > px(c, 40))
        stage_words(&c->s, &r, 32, WEIGHT_MEDIUM, THEME_TEXT_DIM, 1, f->unseen);
}

static const char *later_words(const struct scene *c)
{
    const struct learning_pattern *p = shown(c);
    return p->later_count == 0 ? "" : text_fill(ui_arena(c->ui), "learning.later-line", "time", p->later[0].time, "words", p->later[0].text, NULL);
}

/* Apart from the evidence, outside its panel. */
static void later(const struct scene *c, struct rect r, int read)
{
    const char *words = later_words(c);
    float high = stage_words_height(&c->s, r.w, 34, WEIGHT_MEDIUM, 2, words) + px(c, 44);
    if (!words[0] || high > r.h || read + 7 + stage_count_words(words) > WORDS_MOST)
        return;
    stage_words(&c->s, &r, 32, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 1, text("learning.stage-later"));
    stage_gap(&c->s, &r, 4);
    stage_words(&c->s, &r, 34, WEIGHT_MEDIUM, THEME_TEXT, 2, words);
}

static int lanes_with_evidence(const struct scene *c)
{
    const struct learning_pattern *p = shown(c);
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
    struct timeline_look look = wall_look(c);
    look.names = 240;
    look.first_names = 1;
    look.pattern = shown(c);
    look.until = learning_until(c->view, c->m);
    look.rings = learning_rings(look.pattern, look.until);
    look.highlight = c->m->highlight;
    look.only_rings = look.until < 0 && lanes_with_evidence(c) > 0;
    return look;
}

static void pattern(const struct scene *c, struct rect r)
{
    const struct learning_pattern *p = shown(c);
    struct timeline_look look = ringed_look(c);
    headline(c, &r, p->headline);
    struct rect right = rect_cut_right(&r, r.w * 0.47f), foot = rect_cut_bottom(&right, px(c, FIGURES));
    rect_cut_right(&r, px(c, 44));
    rect_cut_bottom(&right, px(c, 24));
    int words = stage_count_words(p->headline) + AROUND_EVIDENCE;
    words += evidence_list(c, &r, words, 1, look.until < 0 ? p->evidence_count : look.rings);
    stage_gap(&c->s, &r, 26);
    if (look.until < 0)
        later(c, r, words);
    if (c->view->timeline.lane_count > 0)
        timeline_in(c, right, &look);
    figures(c, foot);
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
            return px(c, 160);
    return 0;
}

static float row_height(const struct scene *c, const struct learning_candidate *a, float width, float size)
{
    return stage_words_height(&c->s, width - px(c, 48 + 10) - votes_width(c), size, WEIGHT_SEMIBOLD, 3, a->text) +
           (a->who[0] ? ui_leading(c->ui, stage_size(&c->s, 32)) : 0) + px(c, 32);
}

/* What was picked is paper on the wall. */
static void candidate_draw(const struct scene *c, const struct learning_candidate *a, struct rect r, float size)
{
    int picked = a->slot != NOBODY;
    enum theme_token ink = picked ? THEME_ON_SPEECH : THEME_TEXT;
    draw_rect(ui_list(c->ui), r, px(c, 16), page_color(c->ui, picked ? THEME_SPEECH : THEME_LEARN_PANEL));
    r = rect_inset(r, px(c, 24), px(c, 16));
    struct rect votes = rect_cut_right(&r, votes_width(c));
    rect_cut_right(&r, px(c, 10));
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

static float candidates_height(const struct scene *c, int most, float width, float size)
{
    float high = 0;
    for (int k = 0; k < c->view->candidate_count; k++)
        if (rank(c, k) < most)
            high += row_height(c, &c->view->candidates[k], width, size) + px(c, 14);
    return high;
}

static int candidates(const struct scene *c, struct rect *r)
{
    static const float sizes[] = {40, 36, 32};
    int most = c->view->candidate_count, words = 0, s = 0;
    while (s < 2 && candidates_height(c, most, r->w, sizes[s]) > r->h)
        s++;
    while (most > 1 && candidates_height(c, most, r->w, sizes[s]) > r->h)
        most--;
    for (int k = 0; k < c->view->candidate_count; k++) {
        const struct learning_candidate *a = &c->view->candidates[k];
        if (rank(c, k) >= most)
            continue;
        candidate_draw(c, a, rect_cut_top(r, row_height(c, a, r->w, sizes[s])), sizes[s]);
        stage_gap(&c->s, r, 14);
        words += stage_count_words(a->text) + stage_count_words(votes_words(c, a)) + (a->who[0] ? 4 : 0);
    }
    return words;
}

static void last_time(const struct scene *c, struct rect r, int words)
{
    struct arena *a = ui_arena(c->ui);
    for (int k = 0; k < c->view->last_count; k++) {
        const struct learning_last *last = &c->view->last[k];
        const char *line = text_fill(a, "learning.stage-last", "words", last->text, "counts", last->counts, NULL);
        words += stage_count_words(line);
        if (stage_words_height(&c->s, r.w, 34, WEIGHT_MEDIUM, 3, line) > r.h || words > WORDS_MOST)
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
static int happened_again(const struct scene *c, struct rect *r, int words)
{
    enum { ENOUGH = 3, AROUND_LANES = 14 };   /* pieces of evidence, or lanes; words on the lanes */
    const struct learning_pattern *p = shown(c);
    struct timeline_look look = ringed_look(c);
    struct rect list = *r;
    rect_cut_bottom(&list, px(c, FIGURES_SHORT + 60));
    struct rect inner = rect_inset(list, px(c, 36), px(c, 26));
    rect_cut_bottom(&inner, px(c, 44));
    int fit = evidence_fit(c, 0, inner, 0, words, 0);
    if (fit >= ENOUGH || fit == p->evidence_count || lanes_with_evidence(c) < ENOUGH) {
        int read = evidence_list(c, &list, words, 1, p->evidence_count);
        rect_cut_top(r, list.y - r->y);
        return read;
    }
    timeline_in(c, list, &look);
    rect_cut_top(r, learning_timeline_height(c->ui, &c->view->timeline, &look, list.w));
    return AROUND_LANES;
}

static void commitments(const struct scene *c, struct rect r)
{
    const struct learning_pattern *p = shown(c);
    headline(c, &r, p->headline);
    struct rect right = rect_cut_right(&r, r.w * 0.485f);
    rect_cut_right(&r, px(c, 44));
    stage_words(&c->s, &right, 36, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 2, commit_question(c));
    stage_gap(&c->s, &right, 14);
    int words = stage_count_words(p->headline) + stage_count_words(commit_question(c)) + 18 + candidates(c, &right);
    stage_words(&c->s, &r, 36, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 1, text("learning.stage-happened"));
    stage_gap(&c->s, &r, 14);
    words += happened_again(c, &r, words);
    stage_gap(&c->s, &r, 24);
    figures(c, rect_cut_top(&r, px(c, FIGURES_SHORT)));
    stage_gap(&c->s, &r, 26);
    last_time(c, right.h > r.h ? right : r, words);
}

/* --- the wall --- */

static void part_draw(const struct scene *c, struct rect r)
{
    switch (c->m->part) {
    case LEARNING_DISPUTED: disputed(c, r); return;
    case LEARNING_PATTERN:
        if (c->m->revealed && shown(c))
            pattern(c, r);
        else
            happened(c, r, text("learning.stage-wait"));
        return;
    case LEARNING_COMMIT:
        if (shown(c))
            commitments(c, r);
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
