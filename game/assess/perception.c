#include "assess/perception.h"

#include "assess/walk.h"
#include "base/number.h"
#include "sim/score.h"

/* --- how a round stood --- */

static struct round_figures figures_of(const struct assess_reading *r, round_id round)
{
    return r->rounds[round].ended >= 0 ? r->rounds[round].figures : score_figures(&r->state, r->scenario, round);
}

/* The last round that counts and has begun, or the one asked for; NOBODY. */
static round_id last_round(const struct assess_reading *r, round_id round)
{
    round_id last = NOBODY;
    for (round_id k = 0; k < r->scenario->round_count; k++)
        if (r->rounds[k].begun && (round == NOBODY || round == k))
            last = k;
    return last;
}

static int32_t delivered_of(const struct assess_reading *r, round_id round)
{
    int32_t sum = 0, count = 0;
    for (round_id k = 0; k < r->scenario->round_count; k++) {
        if (!r->rounds[k].begun || (round != NOBODY && round != k))
            continue;
        int32_t delivered = figures_of(r, k).delivered;
        sum += number_max(0, delivered);
        count += delivered >= 0;
    }
    return count == 0 ? -1 : sum / count;
}

int32_t perception_value(const struct assess_reading *r, int32_t measure, round_id round, int by_rule)
{
    (void)by_rule;
    round_id last = last_round(r, round);
    if (measure == MEASURE_DELIVERED)
        return delivered_of(r, round);
    return last < 0 ? -1 : figures_of(r, last).perceived;
}

int32_t trusted_value(const struct assess_reading *r, int32_t measure, round_id round, int by_rule)
{
    (void)measure;
    (void)by_rule;
    round_id last = last_round(r, round);
    int32_t sum = 0, weights = 0;
    if (last < 0)
        return -1;
    struct round_figures f = figures_of(r, last);
    for (customer_id c = 0; c < r->scenario->customer_count; c++) {
        int32_t weight = number_max(1, r->scenario->customers[c].weight);
        sum += weight * f.trust[c];
        weights += weight;
    }
    return weights == 0 ? -1 : (sum + weights / 2) / weights;
}

/* --- what it rests on --- */

void walk_delivered(const struct walk *w, int32_t measure)
{
    (void)measure;
    walk_targets(w, MEASURE_TARGETS_MET);
    walk_value(w, MEASURE_VALUE_KEPT);
}

/* Thousandths of a point that trust moved, and satisfaction by what was new. */
void walk_perceived(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->r->trace_count; k++) {
        const struct assess_trace *t = &w->r->traces[k];
        int counts = t->kind == TRACE_TRUST || (t->kind == TRACE_GAIN && measure == MEASURE_PERCEIVED);
        if (!counts || !walk_trace(w, k, RULE_ACT, &item))
            continue;
        item_gives(&item, t->b, 0);
        walk_show(w, &item);
    }
}

/* What it brought of what it would have brought when it was new. */
void walk_novelty(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_GAIN, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_GAIN, NOBODY, k + 1)) {
        const struct assess_trace *t = &w->r->traces[k];
        if (!walk_trace(w, k, RULE_ACT, &item))
            continue;
        item_gives(&item, t->b, t->b * 100 / number_max(1, w->r->rounds[t->round].fade));
        walk_show(w, &item);
    }
}

/* --- side by side --- */

int perception_is_watermelon(int32_t delivered, int32_t perceived)
{
    return delivered >= WATERMELON_DELIVERED && perceived >= 0 && delivered - perceived >= WATERMELON_GAP;
}

void perception_read(const struct assess_reading *r, round_id round, struct perception *out)
{
    struct measure_value novelty = measure_read(r, MEASURE_NOVELTY, round);
    round_id last = last_round(r, round);
    out->delivered = perception_value(r, MEASURE_DELIVERED, round, 0);
    out->perceived = perception_value(r, MEASURE_PERCEIVED, round, 0);
    out->watermelon = perception_is_watermelon(out->delivered, out->perceived);
    out->novelty = novelty.value;
    out->gains = novelty.items;
    out->fade = last < 0 ? -1 : r->rounds[last].fade;
}
