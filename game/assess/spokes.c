#include "assess/spokes.h"

#include "assess/walk.h"
#include "sim/figures.h"

const char *spoke_word(int32_t spoke)
{
    static const char *const words[SPOKE_COUNT] = {"involving", "honesty", "follow-through", "ownership", "respect", "learning"};
    return spoke >= 0 && spoke < SPOKE_COUNT ? words[spoke] : "";
}

int32_t spoke_measure(int32_t spoke)
{
    return spoke >= 0 && spoke < SPOKE_COUNT ? MEASURE_SPOKE_INVOLVING + spoke : NOBODY;
}

/* --- what each rests on --- */

static void show_trace(const struct walk *w, int32_t trace, enum rule rule, int32_t points)
{
    struct assess_item item;
    if (!walk_trace(w, trace, rule, &item))
        return;
    item_gives(&item, points, 2);
    walk_show(w, &item);
}

static void show_observed(const struct walk *w, enum score score)
{
    for (int32_t k = trace_next(w->r, TRACE_OBSERVED, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_OBSERVED, NOBODY, k + 1))
        if (w->sc->markers[w->r->traces[k].item].score == score)
            show_trace(w, k, RULE_OBSERVED, w->r->traces[k].a ? 2 : 0);
}

static void score_and_seen(const struct walk *w, enum score score)
{
    walk_score(w, (int32_t)score);
    show_observed(w, score);
}

static void ownership(const struct walk *w)
{
    walk_sources(w, SOURCE_BIT(CONFIRMED) | SOURCE_BIT(CORRECTION) | SOURCE_BIT(COMPLAINT));
    for (int32_t k = 0; k < w->r->trace_count; k++) {
        const struct assess_trace *t = &w->r->traces[k];
        if (t->kind == TRACE_TRUST && t->a == REASON_APOLOGY)
            show_trace(w, k, RULE_ACT, 2);
        else if (t->kind == TRACE_ACT && t->c == SIM_CMD_BLAME)
            show_trace(w, k, RULE_BLAME, -1);
    }
}

/* Blaming the user costs more trust than blaming anybody else: that is how the log tells them apart. */
static int is_blamed_user(const struct assess_trace *t)
{
    return t->a == REASON_BLAMED && t->b < -FALL_BLAMED;
}

static void respect(const struct walk *w)
{
    walk_sources(w, SOURCE_BIT(ACKNOWLEDGED) | SOURCE_BIT(GO_AHEAD) | SOURCE_BIT(CONTENTION) | SOURCE_BIT(NO_SILENCE));
    for (int32_t k = trace_next(w->r, TRACE_TRUST, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_TRUST, NOBODY, k + 1)) {
        const struct assess_trace *t = &w->r->traces[k];
        if (t->a == REASON_REFUSED)
            show_trace(w, k, RULE_REFUSED, t->b < -FALL_REFUSED_OFFER ? -1 : 0);
        else if (is_blamed_user(t))
            show_trace(w, k, RULE_BLAME, -1);
        else if (t->a == REASON_QUESTION_IGNORED)
            show_trace(w, k, RULE_ACT, 0);
    }
}

static void learning(const struct walk *w)
{
    walk_commitments(w, w->measure);
    walk_again(w, w->measure);
    for (int32_t k = 0; k < w->r->trace_count; k++) {
        const struct assess_trace *t = &w->r->traces[k];
        if (t->kind == TRACE_SPINE && !t->c)
            show_trace(w, k, RULE_SPINE, t->a ? 2 : 0);
        else if (t->kind == TRACE_PREVENTED)
            show_trace(w, k, RULE_PREVENTED, 2);
        else if (t->kind == TRACE_RECURRED)
            show_trace(w, k, RULE_RECURRED, 0);
    }
}

void walk_spoke(const struct walk *w, int32_t measure)
{
    switch ((enum spoke)(measure - MEASURE_SPOKE_INVOLVING)) {
    case SPOKE_INVOLVING: score_and_seen(w, SCORE_INVOLVING); break;
    case SPOKE_HONESTY: score_and_seen(w, SCORE_HONEST); break;
    case SPOKE_FOLLOW: score_and_seen(w, SCORE_FOLLOW); break;
    case SPOKE_OWNERSHIP: ownership(w); break;
    case SPOKE_RESPECT: respect(w); break;
    case SPOKE_LEARNING: learning(w); break;
    case SPOKE_COUNT: break;
    }
}

void spokes_read(const struct assess_reading *r, round_id round, struct measure_value out[SPOKE_COUNT])
{
    for (int32_t k = 0; k < SPOKE_COUNT; k++)
        out[k] = measure_read(r, spoke_measure(k), round);
}
