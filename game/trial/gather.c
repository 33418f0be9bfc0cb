#include "trial/gather.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdlib.h>

struct gathering *gathering_new(const struct scenario *sc)
{
    struct gathering *g = memory_want(sizeof *g);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        curve_begin(&g->curves[k], sc);
    return g;
}

void gathering_release(struct gathering *g)
{
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        curve_release(&g->curves[k]);
    free(g);
}

/* --- each player --- */

static void add_rounds(struct trial_player *p, const struct trial_outcome *o, int32_t rounds)
{
    for (round_id r = 0; r < rounds; r++)
        for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++)
            if (o->rounds[r][k] != OUTCOME_UNTOLD) {
                p->rounds[r][k].count++;
                p->rounds[r][k].sum += o->rounds[r][k];
            }
}

static void add_outcome(struct trial_player *p, const struct trial_outcome *o, int32_t rounds)
{
    for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++)
        if (o->measures[k] != OUTCOME_UNTOLD)
            tally_add(&p->measures[k], o->measures[k]);
    add_rounds(p, o, rounds);
    p->verdicts[o->verdict]++;
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++)
        for (int32_t n = 0; n < OUTCOME_COUNT; n++)
            p->sources[k][n] += o->sources[k][n];
}

static void add_curve(struct trial_player *p, const struct trial_curve *c)
{
    for (int32_t k = 0; k < c->minutes; k++) {
        p->satisfaction[k] += c->satisfaction[k];
        p->trust[k] += c->trust[k];
    }
}

/* --- pairs --- */

/* Verdicts are ranks, best first. */
static int32_t standing(const struct trial_outcome *o, int32_t contest)
{
    return contest == CONTEST_VERDICT ? -1000 * o->verdict : o->measures[contest];
}

static void note_worst(struct trial_pair *p, int32_t difference, int32_t run)
{
    if (p->wins + p->ties + p->losses == 0 || difference < p->worst || (difference == p->worst && run < p->worst_run)) {
        p->worst = difference;
        p->worst_run = run;
    }
}

static void compare(struct trial_pair *p, int32_t own, int32_t other, int32_t run)
{
    if (own == OUTCOME_UNTOLD || other == OUTCOME_UNTOLD) {
        p->untold++;
        return;
    }
    note_worst(p, own - other, run);
    p->wins += own > other;
    p->ties += own == other;
    p->losses += own < other;
    p->difference += own - other;
}

/* --- what holds among several --- */

static int is_lowest(const struct trial *t, const struct gathering *g, int32_t player, enum trial_measure measure)
{
    int32_t own = g->outcomes[player].measures[measure];
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (k != player && trial_is_named(k) && trial_has(&t->plan, k) && g->outcomes[k].measures[measure] <= own)
            return 0;
    return own != OUTCOME_UNTOLD;
}

static int are_bottom_two(const struct trial *t, const struct gathering *g, int32_t a, int32_t b,
                          enum trial_measure measure)
{
    int32_t higher = number_max(g->outcomes[a].measures[measure], g->outcomes[b].measures[measure]);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (k != a && k != b && trial_is_named(k) && trial_has(&t->plan, k) &&
            g->outcomes[k].measures[measure] <= higher)
            return 0;
    return g->outcomes[a].measures[measure] != OUTCOME_UNTOLD && g->outcomes[b].measures[measure] != OUTCOME_UNTOLD;
}

static round_id first_that_counts(const struct scenario *sc)
{
    for (round_id r = 0; r < sc->round_count; r++)
        if (!sc->rounds[r].warm_up)
            return r;
    return NOBODY;
}

static int stands_above(const struct trial_curve *a, const struct trial_curve *b, round_id round)
{
    for (int32_t k = a->first[round]; k < a->first[round + 1]; k++)
        if (a->satisfaction[k] > b->satisfaction[k])
            return 1;
    return 0;
}

static void hold_pleaser(struct trial *t, const struct gathering *g)
{
    round_id round = first_that_counts(t->plan.scenario);
    const struct trial_curve *own = &g->curves[PLAYER_CUSTOMER_FOCUSED], *pleaser = &g->curves[PLAYER_PLEASER];
    int above = round >= 0 && stands_above(pleaser, own, round);
    int below = g->outcomes[PLAYER_PLEASER].measures[TRIAL_SATISFACTION] <
                g->outcomes[PLAYER_CUSTOMER_FOCUSED].measures[TRIAL_SATISFACTION];
    t->held[HELD_PLEASER_ABOVE] += above;
    t->held[HELD_PLEASER_BELOW] += below;
    t->held[HELD_PLEASER_BOTH] += above && below;
}

static void hold(struct trial *t, const struct gathering *g)
{
    if (trial_has(&t->plan, PLAYER_CUSTOMER_FOCUSED) && trial_has(&t->plan, PLAYER_PLEASER))
        hold_pleaser(t, g);
    t->held[HELD_PLEASER_LOWEST] +=
        trial_has(&t->plan, PLAYER_PLEASER) && is_lowest(t, g, PLAYER_PLEASER, TRIAL_HONEST);
    t->held[HELD_FORGETTER_LOWEST] +=
        trial_has(&t->plan, PLAYER_FORGETTER) && is_lowest(t, g, PLAYER_FORGETTER, TRIAL_FOLLOW);
    t->held[HELD_BOTTOM_TWO] += trial_has(&t->plan, PLAYER_TECHNICIAN) && trial_has(&t->plan, PLAYER_GATEKEEPER) &&
                                are_bottom_two(t, g, PLAYER_TECHNICIAN, PLAYER_GATEKEEPER, TRIAL_INVOLVING);
}

void gather(struct trial *t, const struct gathering *g, int32_t run)
{
    const struct trial_outcome *own = &g->outcomes[PLAYER_CUSTOMER_FOCUSED];
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        if (!trial_has(&t->plan, k))
            continue;
        add_outcome(&t->players[k], &g->outcomes[k], t->plan.scenario->round_count);
        add_curve(&t->players[k], &g->curves[k]);
        for (int32_t n = 0; n < CONTEST_COUNT && trial_has(&t->plan, PLAYER_CUSTOMER_FOCUSED); n++)
            compare(&t->players[k].against[n], standing(own, n), standing(&g->outcomes[k], n), run);
    }
    hold(t, g);
}

/* --- other threads --- */

static void merge_pair(struct trial_pair *into, const struct trial_pair *from)
{
    if (from->wins + from->ties + from->losses > 0)
        note_worst(into, from->worst, from->worst_run);
    into->wins += from->wins;
    into->ties += from->ties;
    into->losses += from->losses;
    into->untold += from->untold;
    into->difference += from->difference;
}

static void merge_counts(struct trial_player *into, const struct trial_player *from)
{
    into->sessions += from->sessions;
    into->commands += from->commands;
    into->refused += from->refused;
    into->events += from->events;
    into->nanoseconds += from->nanoseconds;
    for (int32_t k = 0; k <= BUSINESS_COUNT; k++)
        into->verdicts[k] += from->verdicts[k];
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++)
        for (int32_t n = 0; n < OUTCOME_COUNT; n++)
            into->sources[k][n] += from->sources[k][n];
    for (int32_t n = 0; n < CONTEST_COUNT; n++)
        merge_pair(&into->against[n], &from->against[n]);
}

static void merge_measures(struct trial_player *into, const struct trial_player *from)
{
    for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++) {
        tally_merge(&into->measures[k], &from->measures[k]);
        for (round_id r = 0; r < LIMIT_ROUNDS; r++) {
            into->rounds[r][k].count += from->rounds[r][k].count;
            into->rounds[r][k].sum += from->rounds[r][k].sum;
        }
    }
}

void gather_merge(struct trial *into, const struct trial *from)
{
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        merge_counts(&into->players[k], &from->players[k]);
        merge_measures(&into->players[k], &from->players[k]);
        for (int32_t n = 0; n < into->curve.minutes; n++) {
            into->players[k].satisfaction[n] += from->players[k].satisfaction[n];
            into->players[k].trust[n] += from->players[k].trust[n];
        }
    }
    for (int32_t k = 0; k < HELD_COUNT; k++)
        into->held[k] += from->held[k];
    coverage_merge(into->coverage, from->coverage);
}
