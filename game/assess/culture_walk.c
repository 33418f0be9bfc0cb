/* What culture rests on: only what repeats. */
#include "assess/walk.h"

#include "assess/aspects.h"
#include "base/number.h"

#include <string.h>

/* --- one hero, or everybody --- */

static int counts_for(const struct assess_trace *t, int32_t measure)
{
    return measure == MEASURE_SHARED_TALK && t->kind == TRACE_ACT && t->customer >= 0 && t->member >= 0;
}

static void count_members(const struct walk *w, int32_t measure, int32_t counts[LIMIT_MEMBERS])
{
    memset(counts, 0, LIMIT_MEMBERS * sizeof counts[0]);
    for (int32_t k = 0; k < w->r->trace_count; k++)
        if (counts_for(&w->r->traces[k], measure) && walk_wants(w, w->r->traces[k].round))
            counts[w->r->traces[k].member]++;
    for (int32_t k = 0; k < w->s->work_count && measure == MEASURE_SHARED_WORK; k++)
        if (w->s->works[k].member >= 0 && walk_wants(w, w->r->work_round[k]))
            counts[w->s->works[k].member]++;
}

static int32_t busiest(const struct walk *w, int32_t measure)
{
    int32_t counts[LIMIT_MEMBERS], best = 0;
    count_members(w, measure, counts);
    for (int32_t m = 1; m < w->s->member_count; m++)
        if (counts[m] > counts[best])
            best = m;
    return best;
}

/* An even split among n leaves (n - 1) of n to the others: that is the whole. */
static void show_shared(const struct walk *w, struct assess_item *item, int others)
{
    int32_t n = w->s->member_count;
    item_gives(item, others ? n : 0, n - 1);
    item->rule = rule_word(others ? RULE_SHARED : RULE_BUSIEST);
    walk_show(w, item);
}

void walk_spread(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    if (w->s->member_count < 2)
        return;
    int32_t most = busiest(w, measure);
    for (int32_t k = 0; k < w->r->trace_count; k++)
        if (counts_for(&w->r->traces[k], measure) && walk_trace(w, k, RULE_SHARED, &item))
            show_shared(w, &item, w->r->traces[k].member != most);
    for (int32_t k = 0; k < w->s->work_count && measure == MEASURE_SHARED_WORK; k++)
        if (w->s->works[k].member >= 0 && walk_work(w, k, RULE_SHARED, &item))
            show_shared(w, &item, w->s->works[k].member != most);
}

/* --- every incident, or some --- */

struct tally { int32_t points, possible, rule_points, rule_possible, moments; };

static struct tally tally_of(const struct walk *w, incident_id i)
{
    struct tally t = {0};
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++) {
        if (w->s->moments[k].incident != i || !walk_moment(w, k, &item) || item.disputed)
            continue;
        t.points += item.points;
        t.possible += item.possible;
        t.rule_points += item.rule_points;
        t.rule_possible += item.rule_possible;
        t.moments += item.possible > 0;
    }
    return t;
}

void walk_across(const struct walk *w, int32_t measure)
{
    (void)measure;
    for (incident_id i = 0; i < w->s->incident_count; i++) {
        struct tally t = tally_of(w, i);
        struct assess_item item = walk_item(w, ITEM_EVENT, RULE_MOST_OF_IT);
        if (t.moments < MEASURE_FEWEST)
            continue;
        item.incident = i;
        item.customer = w->s->incidents[i].reporter;
        item.round = w->round == NOBODY ? w->s->incidents[i].round : w->round;   /* a project's moments go on from round to round */
        item.at = w->s->incidents[i].opened;
        item.event = w->r->incident_opened[i];
        item_gives(&item, 2 * t.points >= t.possible, 1);
        item.rule_points = 2 * t.rule_points >= t.rule_possible;
        walk_show(w, &item);
    }
}

/* --- in quiet and under load --- */

void walk_load(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++) {
        int32_t load = w->r->moment_load[k];
        int counts = measure == MEASURE_IN_QUIET ? load <= ASSESS_QUIET_TO : load >= ASSESS_LOAD_FROM;
        if (counts && walk_moment(w, k, &item))
            walk_show(w, &item);
    }
}

/* --- bad news --- */

void walk_told(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_TOLD, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_TOLD, NOBODY, k + 1))
        if (walk_trace(w, k, RULE_TOLD, &item)) {
            item_gives(&item, w->r->traces[k].b, 0);
            walk_show(w, &item);
        }
}

enum { TOLD_MOST = 512 };
struct told { int32_t seconds[TOLD_MOST], count; };

static void sort_in(void *context, const struct assess_item *item)
{
    struct told *told = context;
    if (told->count == TOLD_MOST)
        return;
    int32_t at = told->count++;
    for (; at > 0 && told->seconds[at - 1] > item->points; at--)
        told->seconds[at] = told->seconds[at - 1];
    told->seconds[at] = item->points;
}

int32_t told_value(const struct assess_reading *r, int32_t measure, round_id round, int by_rule)
{
    (void)by_rule;
    struct told told = {.count = 0};
    measure_visit(r, measure, round, sort_in, &told);
    return told.count == 0 ? -1 : told.seconds[(told.count - 1) / 2];
}

/* --- from round to round --- */

static int32_t committed_event(const struct walk *w, int32_t round, int32_t slot)
{
    int32_t last = NOBODY;
    for (int32_t k = trace_next(w->r, TRACE_COMMITTED, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_COMMITTED, NOBODY, k + 1))
        if (w->r->traces[k].round == round && w->r->traces[k].item == slot)
            last = w->r->traces[k].event;
    return last;
}

static int32_t standing_outcome(enum pledge_standing standing)
{
    switch (standing) {
    case PLEDGE_KEPT: return OUTCOME_MET;
    case PLEDGE_PARTLY: return OUTCOME_PARTLY;
    case PLEDGE_NOT: return OUTCOME_MISSED;
    case PLEDGE_OPEN: break;
    }
    return OUTCOME_OPEN;
}

static void show_commitment(const struct walk *w, const struct pledge_found *found)
{
    struct assess_item item = walk_item(w, ITEM_EVENT, RULE_COMMITMENT);
    item_for(&item, standing_outcome(found->standing));
    if (found->kind != PLEDGE_COMMITMENT || item.possible == 0)
        return;
    item.round = found->round;
    item.index = found->slot;
    item.event = committed_event(w, found->round, found->slot);
    item.began = item.event;
    walk_show(w, &item);
}

void walk_commitments(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct pledge_found found[PLEDGES_A_ROUND];
    for (round_id r = 0; r < w->sc->round_count; r++) {
        int32_t count = walk_wants(w, r) ? pledge_list(&w->r->pledges, w->s, r, found) : 0;
        for (int32_t k = 0; k < count; k++)
            show_commitment(w, &found[k]);
    }
}

static int32_t percent_in(const struct walk *w, int32_t behaviour, round_id round)
{
    return w->r->rounds[round].begun ? behaviour_counts(&w->r->pledges, w->s, behaviour, round).percent : -1;
}

/* The last round before it in which the behaviour could be seen, NOBODY. */
static round_id seen_before(const struct walk *w, int32_t behaviour, round_id round)
{
    while (--round >= 0)
        if (percent_in(w, behaviour, round) >= 0)
            return round;
    return NOBODY;
}

static void show_again(const struct walk *w, int32_t behaviour, round_id round)
{
    round_id last = seen_before(w, behaviour, round);
    int32_t before = last < 0 ? -1 : percent_in(w, behaviour, last), now = percent_in(w, behaviour, round);
    struct assess_item item = walk_item(w, ITEM_MEASURE, RULE_AGAIN);
    if (before < 0 || before >= PLEDGE_KEPT_FROM || now < 0)
        return;
    item.round = round;
    item.index = MEASURE_FIRST_WORD + behaviour;
    item_for(&item, now >= PLEDGE_KEPT_FROM ? OUTCOME_MET : now >= before + ASSESS_STEP ? OUTCOME_PARTLY : OUTCOME_MISSED);
    walk_show(w, &item);
}

/* What went wrong in one round, in the next in which it could be seen. */
void walk_again(const struct walk *w, int32_t measure)
{
    (void)measure;
    for (round_id r = 0; r < w->sc->round_count; r++)
        for (int32_t b = 0; b < BEHAVIOUR_COUNT && walk_wants(w, r); b++)
            show_again(w, b, r);
}

/* In how many rounds the behaviour could be seen, and in how many it was kept. */
static void rounds_of(const struct walk *w, int32_t behaviour, int32_t *seen, int32_t *kept)
{
    *seen = *kept = 0;
    for (round_id r = 0; r < w->sc->round_count; r++) {
        int32_t percent = percent_in(w, behaviour, r);
        *seen += percent >= 0;
        *kept += percent >= PLEDGE_KEPT_FROM;
    }
}

void walk_held(const struct walk *w, int32_t measure)
{
    (void)measure;
    for (int32_t b = 0; b < BEHAVIOUR_COUNT && w->round == NOBODY; b++) {
        struct assess_item item = walk_item(w, ITEM_MEASURE, RULE_EACH_ROUND);
        int32_t seen, kept;
        rounds_of(w, b, &seen, &kept);
        item.index = MEASURE_FIRST_WORD + b;
        if (seen < 2 || measure_read(w->r, item.index, NOBODY).value < 0)
            continue;   /* what is too few to tell in all its rounds is not held either */
        item.idea = measure_idea(item.index);
        item_gives(&item, kept == seen, 1);
        walk_show(w, &item);
    }
}

void walk_vouchers(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_VOUCHER, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_VOUCHER, NOBODY, k + 1))
        if (walk_trace(w, k, RULE_VOUCHER, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}
