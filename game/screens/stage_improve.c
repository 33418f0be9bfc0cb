#include "draw/mark.h"
#include "improve_parts.h"

#include <string.h>

/* --- choose two --- */

static const float ROW_GAP = 18;

static void offer_row(const struct improve_stage *d, int i, struct rect r)
{
    const struct improve_offer *offer = &d->view->offers[i];
    struct ui *ui = d->s.ui;
    enum theme_token ink = offer->chosen ? THEME_ON_SPEECH : THEME_TEXT;
    draw_rect(ui_list(ui), r, stage_px(&d->s, 16), page_color(ui, offer->chosen ? THEME_SPEECH : THEME_PANEL));
    if (i == d->m->offer)
        draw_frame(ui_list(ui), r, stage_px(&d->s, 16), stage_px(&d->s, 4), page_color(ui, THEME_LEARN));
    r = rect_inset(r, stage_px(&d->s, 28), 0);
    const char *number = arena_printf(ui_arena(ui), "%d", i + 1);
    stage_line(&d->s, rect_cut_left(&r, stage_px(&d->s, 56)), 40, WEIGHT_BOLD, offer->chosen ? ink : THEME_TEXT_DIM,
               ALIGN_LEFT, number);
    if (offer->chosen)
        draw_state_mark(ui_list(ui), ICON_CHECK,
                        rect_inset(rect_cut_right(&r, stage_px(&d->s, 64)), 0, (r.h - stage_px(&d->s, 44)) / 2),
                        page_color(ui, ink));
    if (offer->votes > 0)
        stage_line(&d->s, rect_cut_right(&r, stage_px(&d->s, 90)), 48, WEIGHT_BOLD, ink, ALIGN_RIGHT,
                   arena_printf(ui_arena(ui), "%d", offer->votes));
    rect_cut_right(&r, stage_px(&d->s, 16));
    float height = stage_words_height(&d->s, r.w, 42, WEIGHT_SEMIBOLD, 2, offer->title);
    rect_cut_top(&r, (r.h - height) / 2);
    stage_words(&d->s, &r, 42, WEIGHT_SEMIBOLD, ink, 2, offer->title);
}

/* The whole, or its sentences that may still be read; only where the first is too long, its beginning. */
static const char *whole_sentences(const struct improve_stage *d, const char *words, int most)
{
    size_t end = 0;
    int said = 0;
    if (stage_count_words(words) <= most)
        return words;
    for (size_t i = 1; words[i] && said < most; i++) {
        if (words[i] != ' ' || words[i - 1] == ' ')
            continue;
        said++;
        if (strchr(".!?", words[i - 1]))
            end = i;
    }
    return end ? arena_printf(ui_arena(d->s.ui), "%.*s", (int)end, words) : stage_beginning(&d->s, words, most);
}

/* What is talked about: in the pack's words, then what the game does. */
static void offer_talk(const struct improve_stage *d, struct rect r)
{
    static const float sizes[] = {52, 48, 44, 40, 36, 32};
    struct improve_offer shown = d->view->offers[d->m->offer], *offer = &shown;
    int left = stage_left(&d->s) - stage_count_words(text("improve.what-changes"));
    shown.changes = stage_beginning(&d->s, shown.changes, left);
    shown.text = whole_sentences(d, shown.text, left - stage_count_words(shown.changes));
    struct rect inner = rect_inset(r, stage_px(&d->s, 40), stage_px(&d->s, 36));
    int k = 0;
    while (k < 5 && stage_words_height(&d->s, inner.w, sizes[k], WEIGHT_MEDIUM, 30, offer->text) +
                            stage_words_height(&d->s, inner.w, sizes[k], WEIGHT_MEDIUM, 30, offer->changes) +
                            stage_px(&d->s, 120) >
                        inner.h)
        k++;
    draw_rect(ui_list(d->s.ui), r, stage_px(&d->s, 22), page_color(d->s.ui, THEME_PANEL));
    float changes =
        stage_words_height(&d->s, inner.w, sizes[k], WEIGHT_MEDIUM, 12, offer->changes) + stage_px(&d->s, 60);
    struct rect foot = rect_cut_bottom(&inner, changes);
    int room = (int)(inner.h / ui_leading(d->s.ui, sizes[k] * d->s.unit / ui_scale(d->s.ui)));
    stage_words(&d->s, &inner, sizes[k], WEIGHT_MEDIUM, THEME_TEXT, room > 1 ? room : 1, offer->text);
    stage_words(&d->s, &foot, 34, WEIGHT_SEMIBOLD, THEME_TEXT_DIM, 1, text("improve.what-changes"));
    stage_gap(&d->s, &foot, 8);
    stage_words(&d->s, &foot, sizes[k], WEIGHT_MEDIUM, THEME_LEARN, 12, offer->changes);
}

static void stage_choose(const struct improve_stage *d, struct rect r)
{
    int n = d->view->offer_count;
    stage_words(&d->s, &r, 64, WEIGHT_BOLD, THEME_TEXT, 2, n > 0 ? text("improve.question") : text("improve.none"));
    if (n == 0)
        return;
    stage_gap(&d->s, &r, 28);
    struct rect left = rect_cut_left(&r, r.w * 0.54f);
    rect_cut_left(&r, stage_px(&d->s, 36));
    for (int i = 0; i < n; i++) {
        ui_scope_push(d->s.ui, arena_printf(ui_arena(d->s.ui), "offer %d", i));
        offer_row(d, i, rect_row(left, i, IMPROVE_OFFERS, stage_px(&d->s, ROW_GAP)));
        ui_scope_pop(d->s.ui);
    }
    offer_talk(d, r);
}

/* --- root cause --- */

static void stage_cause(const struct improve_stage *d, struct rect r)
{
    struct bone bones[SPINE_COUNT];
    stage_words(&d->s, &r, 64, WEIGHT_BOLD, THEME_TEXT, 1,
                d->view->cause_count > 0 ? text("improve.cause-stage") : text("improve.cause-none"));
    if (d->view->cause_count == 0)
        return;
    const struct improve_cause *cause = &d->view->causes[d->m->cause];
    stage_gap(&d->s, &r, 24);
    for (int i = 0; i < SPINE_COUNT; i++)
        bones[i] = (struct bone){text(improve_spines[i]), &cause->spines[i]};
    fish_bone_draw(&d->s, r, cause->title, bones, d->m->spine >= 0 ? d->m->spine : (int)cause->spine);
}

/* --- who speaks for whom --- */

static void speak_one(const struct improve_stage *d, const struct improve_customer *c, struct rect r)
{
    float radius = stage_px(&d->s, 124), x = r.x + r.w / 2, y = r.y + stage_px(&d->s, 160);
    if (c->speaks[0])
        portrait_halo(ui_list(d->s.ui), ui_theme(d->s.ui), x, y, radius, 0.45f);
    page_portrait(d->s.ui, c->portrait, (int)c->mood, c->speaks[0] ? 1 : 0.25f, x, y, radius);
    stage_gap(&d->s, &r, 316);
    stage_words_in(&d->s, &r, 40, WEIGHT_SEMIBOLD, THEME_TEXT, ALIGN_CENTER, 2, c->first);
    stage_gap(&d->s, &r, 14);
    stage_words_in(&d->s, &r, 48, WEIGHT_BOLD, c->speaks[0] ? THEME_TEAM : THEME_TEXT_DIM, ALIGN_CENTER, 2,
                   c->speaks[0] ? c->speaks : text("improve.speak-nobody"));
}

static void stage_speak(const struct improve_stage *d, struct rect r)
{
    stage_words(&d->s, &r, 76, WEIGHT_BOLD, THEME_TEXT, 1, text("improve.speak-stage"));
    stage_gap(&d->s, &r, 20);
    stage_words(&d->s, &r, 42, WEIGHT_MEDIUM, THEME_TEXT_DIM, 3, text("improve.speak-how"));
    struct rect foot = rect_cut_bottom(&r, stage_px(&d->s, 580));
    for (int i = 0; i < d->view->customer_count; i++) {
        ui_scope_push(d->s.ui, d->view->customers[i].name);
        speak_one(d, &d->view->customers[i], rect_column(foot, i, d->view->customer_count, stage_px(&d->s, 24)));
        ui_scope_pop(d->s.ui);
    }
}

/* --- the whole --- */

/* One second and a bit from dark to light, slower towards the end. */
static float light_now(struct improve_memory *m, uint64_t now_ms)
{
    if (!m->started) {
        m->started = 1;
        m->since_ms = now_ms;
    }
    float share = m->motion ? (float)(now_ms - m->since_ms) / 1200 : 1;
    m->moving = share < 1;
    share = share < 1 ? 1 - share : 0;
    return 1 - share * share;
}

void stage_improve(struct ui *ui, const struct view_improve *view, struct improve_memory *m, uint64_t now_ms)
{
    static improve_stand *const stands[PART_COUNT] = {stage_choose, stage_cause,  stage_speak,
                                                      stage_forms,  stage_ledger, stage_board};
    struct improve_stage d = {.view = view, .m = m};
    struct rect r = stage_page_begin(ui, &d.s);
    int celebrates = m->part == PART_BOARD && m->celebrating && improve_has_feat(view, m);
    m->moving = 0;
    if (m->offer >= view->offer_count)
        m->offer = 0;
    if (m->cause >= view->cause_count)
        m->cause = 0;
    if (celebrates) {
        stage_celebrate(&d, r, light_now(m, now_ms));
        return;
    }
    stage_top(&d.s, &r, THEME_LEARN, text("improve.title"), view->next[0] ? view->next : view->round);
    stands[m->part](&d, r);
}
