#include "trial/outcome.h"

#include "base/memory.h"
#include "base/number.h"
#include "players/match.h"

#include <stdlib.h>
#include <string.h>

const char *trial_measure_word(int32_t measure)
{
#define TRIAL_MEASURE_WORD(NAME, word) word,
    static const char *const words[] = {TRIAL_MEASURES(TRIAL_MEASURE_WORD)};
#undef TRIAL_MEASURE_WORD
    return measure >= 0 && measure < TRIAL_MEASURE_COUNT ? words[measure] : "";
}

/* --- the curve --- */

void curve_begin(struct trial_curve *c, const struct scenario *sc)
{
    memset(c, 0, sizeof *c);
    for (round_id r = 0; r < sc->round_count; r++)
        c->first[r + 1] = c->first[r] + (sc->rounds[r].to - sc->rounds[r].from) / 60 + 1;
    c->minutes = c->first[sc->round_count];
    c->satisfaction = memory_want((size_t)(c->minutes + 1) * sizeof *c->satisfaction);
    c->trust = memory_want((size_t)(c->minutes + 1) * sizeof *c->trust);
}

void curve_release(struct trial_curve *c)
{
    free(c->satisfaction);
    free(c->trust);
    memset(c, 0, sizeof *c);
}

struct feelings {
    int32_t trust, satisfaction;
};

static struct feelings weigh(const struct sim_state *s, const struct scenario *sc)
{
    int64_t trust = 0, satisfaction = 0, weights = 0;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        int32_t weight = number_max(1, sc->customers[c].weight);
        trust += (int64_t)weight * s->customers[c].trust;
        satisfaction += (int64_t)weight * s->customers[c].satisfaction;
        weights += weight;
    }
    if (weights == 0)
        return (struct feelings){0, 0};
    return (struct feelings){(int32_t)(trust / weights), (int32_t)(satisfaction / weights)};
}

/* What stood last holds for the minutes in which nothing was felt. */
static void write_minute(struct outcome_watcher *w, int32_t minute, struct feelings now)
{
    struct trial_curve *c = w->curve;
    for (int32_t k = w->minute + 1; k < minute; k++) {
        c->trust[k] = w->minute < 0 ? now.trust : c->trust[w->minute];
        c->satisfaction[k] = w->minute < 0 ? now.satisfaction : c->satisfaction[w->minute];
    }
    c->trust[minute] = now.trust;
    c->satisfaction[minute] = now.satisfaction;
    w->minute = number_max(w->minute, minute);
}

static void feel(struct outcome_watcher *w, const struct sim_state *s)
{
    if (s->round < 0)
        return;
    int32_t first = w->curve->first[s->round], last = w->curve->first[s->round + 1] - 1;
    int32_t minute = first + (s->now - w->scenario->rounds[s->round].from) / 60;
    write_minute(w, number_min(last, minute), weigh(s, w->scenario));
}

/* --- figures --- */

static int32_t score_exactly(const struct score_counts *c)
{
    if (score_moments(c) < SCORE_TOO_FEW)
        return OUTCOME_UNTOLD;
    return (int32_t)(100000 * (int64_t)c->points / c->possible);
}

static void measure_feelings(int32_t measures[TRIAL_MEASURE_COUNT], struct feelings now)
{
    measures[TRIAL_TRUST] = now.trust;
    measures[TRIAL_SATISFACTION] = now.satisfaction;
    measures[TRIAL_PERCEIVED] = (now.trust + now.satisfaction) / 2;
}

static void measure_scores(int32_t measures[TRIAL_MEASURE_COUNT], const struct sim_state *s, round_id round)
{
    for (int32_t k = 0; k < SCORE_COUNT; k++) {
        struct score_counts counts = score_of_state(s, round, (enum score)k);
        measures[k] = score_exactly(&counts);
    }
}

/* Value and targets are those of the round that ends: later they are gone from the state. */
static void round_over(struct outcome_watcher *w, const struct sim_state *s)
{
    int32_t *measures = w->outcome->rounds[s->round];
    struct round_figures f = score_figures(s, w->scenario, s->round);
    measures[TRIAL_DELIVERED] = f.delivered < 0 ? OUTCOME_UNTOLD : 1000 * f.delivered;
    measure_feelings(measures, weigh(s, w->scenario));
}

static int32_t mean_delivered(const struct outcome_watcher *w)
{
    int32_t sum = 0, count = 0;
    for (round_id r = 0; r < w->scenario->round_count; r++) {
        int32_t delivered = w->outcome->rounds[r][TRIAL_DELIVERED];
        if (w->scenario->rounds[r].warm_up || delivered == OUTCOME_UNTOLD)
            continue;
        sum += delivered;
        count++;
    }
    return count == 0 ? OUTCOME_UNTOLD : sum / count;
}

static void count_sources(struct trial_outcome *out, const struct sim_state *s)
{
    for (int32_t k = 0; k < s->moment_count; k++)
        if (s->moments[k].scored)
            out->sources[s->moments[k].source][score_outcome(&s->moments[k])]++;
}

/* --- a session --- */

void outcome_begin(struct outcome_watcher *w, const struct scenario *sc, struct trial_outcome *outcome,
                   struct trial_curve *curve, struct coverage *coverage)
{
    *w = (struct outcome_watcher){
        .scenario = sc, .outcome = outcome, .curve = curve, .coverage = coverage, .minute = -1};
    memset(outcome, 0, sizeof *outcome);
    for (round_id r = 0; r < LIMIT_ROUNDS; r++)
        for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++)
            outcome->rounds[r][k] = OUTCOME_UNTOLD;
}

void outcome_watch(void *watcher, const struct match *m, const struct sim_event *e)
{
    struct outcome_watcher *w = watcher;
    coverage_see(w->coverage, &m->state, e);
    int felt = e->kind == SIM_EV_TRUST || e->kind == SIM_EV_SATISFACTION || e->kind == SIM_EV_MINUTE;
    if (felt || e->kind == SIM_EV_ROUND_STARTED || e->kind == SIM_EV_ROUND_ENDED)
        feel(w, &m->state);
    if (e->kind == SIM_EV_ROUND_ENDED)
        round_over(w, &m->state);
}

void outcome_end(struct outcome_watcher *w, const struct sim_state *s)
{
    struct trial_outcome *out = w->outcome;
    if (w->curve->minutes > 0)
        write_minute(w, w->curve->minutes - 1, weigh(s, w->scenario));
    measure_scores(out->measures, s, -1);
    measure_feelings(out->measures, weigh(s, w->scenario));
    out->measures[TRIAL_DELIVERED] = mean_delivered(w);
    for (round_id r = 0; r < w->scenario->round_count; r++)
        measure_scores(out->rounds[r], s, r);
    out->ending = sim_ending(s, w->scenario);
    out->verdict = out->ending < 0 ? BUSINESS_COUNT : (int32_t)w->scenario->endings[out->ending].verdict;
    count_sources(out, s);
    coverage_end(w->coverage, out->ending);
}
