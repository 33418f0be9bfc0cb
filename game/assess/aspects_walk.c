/* What attitude and behaviour rest on. */
#include "assess/walk.h"

#include "assess/aspects.h"
#include "base/number.h"

/* --- attitude: what people said of themselves and of others --- */

static int32_t hands(const struct assess_reading *r, int32_t what, int32_t card)
{
    int32_t count = 0;
    for (int32_t k = 0; k < r->state.tally_count; k++)
        if (r->state.tallies[k].what == what && r->state.tallies[k].subject == card)
            count += r->state.tallies[k].count;
    return count;
}

/* The event that counted hands for the card last. */
static int32_t hands_event(const struct assess_reading *r, int32_t what, int32_t card)
{
    int32_t last = NOBODY;
    for (int32_t k = 0; k < r->state.tally_count; k++)
        if (r->state.tallies[k].what == what && r->state.tallies[k].subject == card)
            last = number_max(last, r->tallied[k]);
    return last;
}

static void show_cards(const struct walk *w)
{
    for (int32_t card = 0; card < w->sc->card_count; card++) {
        int32_t users = hands(w->r, TALLY_CARD_USERS, card), ours = hands(w->r, TALLY_CARD_OURS, card);
        struct assess_item item = walk_item(w, ITEM_EVENT, RULE_CARD);
        if (users == 0)
            continue;
        item.event = hands_event(w->r, TALLY_CARD_OURS, card);
        item.began = hands_event(w->r, TALLY_CARD_USERS, card);
        item.index = card;
        item_gives(&item, number_min(users, ours), users);
        walk_show(w, &item);
    }
}

static int is_said(const struct assess_trace *t, int32_t measure)
{
    switch (measure) {
    case MEASURE_BLAMES: return t->kind == TRACE_ACT && t->c == SIM_CMD_BLAME;
    case MEASURE_APOLOGIES: return t->kind == TRACE_TRUST && t->a == REASON_APOLOGY;
    default: return t->kind == TRACE_COMPLAINT && t->a >= 0 && t->b > 0;
    }
}

static void show_said(const struct walk *w, int32_t measure)
{
    enum rule rule = measure == MEASURE_BLAMES ? RULE_BLAME : measure == MEASURE_COMPLAINTS_OWNED ? RULE_COMPLAINT : RULE_ACT;
    struct assess_item item;
    for (int32_t k = 0; k < w->r->trace_count; k++)
        if (is_said(&w->r->traces[k], measure) && walk_trace(w, k, rule, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}

static void show_marks(const struct walk *w)
{
    for (int32_t k = 0; k < w->s->mark_count; k++) {
        const struct sim_mark *mark = &w->s->marks[k];
        struct assess_item item = walk_item(w, ITEM_EVENT, RULE_MARKED);
        item_for(&item, mark->outcome);
        if (mark->what != PLEDGE_CHARTER || item.possible == 0 || !walk_wants(w, mark->round))
            continue;
        item.round = mark->round;
        item.index = mark->slot;
        item.event = w->r->marked[k];
        walk_show(w, &item);
    }
}

void walk_attitude(const struct walk *w, int32_t measure)
{
    if (measure == MEASURE_CARDS_SHARED)
        show_cards(w);
    else if (measure == MEASURE_CHARTER_MARKS)
        show_marks(w);
    else
        show_said(w, measure);
}

int32_t card_gaps(const struct assess_reading *r, struct card_gap *out, int32_t most)
{
    int32_t count = 0;
    for (int32_t card = 0; card < r->scenario->card_count; card++) {
        struct card_gap gap = {card, hands(r, TALLY_CARD_USERS, card), hands(r, TALLY_CARD_OURS, card)};
        int32_t at = count;
        if (gap.users == 0 && gap.ours == 0)
            continue;
        while (at > 0 && out[at - 1].users - out[at - 1].ours < gap.users - gap.ours)
            at--;
        if (at >= most)
            continue;
        for (int32_t k = number_min(count, most - 1); k > at; k--)
            out[k] = out[k - 1];
        out[at] = gap;
        count = number_min(count + 1, most);
    }
    return count;
}

/* --- behaviour: the occasions on which it could be seen --- */

static void show_blame(const struct walk *w, int32_t event)
{
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_ACT, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_ACT, NOBODY, k + 1))
        if (w->r->traces[k].event == event && walk_trace(w, k, RULE_BLAME, &item)) {
            item_for(&item, OUTCOME_BROKEN);
            walk_show(w, &item);
        }
}

/* What the rule had said where people said otherwise. Of a claim only whether it was ahead matters to "say what we know",
 * and nothing of it to whether a call was named. */
static int32_t by_rule(const struct walk *w, const struct occasion *o, const struct assess_item *item)
{
    if (o->kind == OCCASION_MOMENT)
        return item->rule_outcome;
    if (o->kind == OCCASION_CLAIM && w->measure == MEASURE_SAY_WHAT_WE_KNOW)
        return item->rule_outcome == OUTCOME_BROKEN ? OUTCOME_BROKEN : OUTCOME_MET;
    return o->outcome;
}

static void show_judged(const struct walk *w, const struct occasion *o, struct assess_item *item)
{
    int32_t rule_outcome = by_rule(w, o, item);
    struct assess_item rule;
    item_for(&rule, rule_outcome);
    item_for(item, o->outcome);
    item->rule_outcome = rule_outcome;
    item->rule_points = rule.points;
    item->rule_possible = rule.possible;
    item->mark = rule_outcome == o->outcome ? NOBODY : item->mark;
    walk_show(w, item);
}

static void show_occasion(void *context, const struct occasion *o)
{
    const struct walk *w = context;
    struct assess_item item;
    switch (o->kind) {
    case OCCASION_MOMENT:
        if (walk_moment(w, o->index, &item))
            show_judged(w, o, &item);
        break;
    case OCCASION_CLAIM:
        if (!walk_claim(w, o->index, &item))
            break;
        item.rule = w->measure == MEASURE_NAME_THE_CALL ? rule_word(RULE_NEXT_CALL) : item.rule;
        show_judged(w, o, &item);
        break;
    case OCCASION_PROMISE:
        if (walk_promise(w, o->index, &item))
            show_judged(w, o, &item);
        break;
    case OCCASION_BLAME:
        show_blame(w, o->index);
        break;
    }
}

void walk_behaviour(const struct walk *w, int32_t behaviour)
{
    struct walk copy = *w;
    behaviour_visit(&w->r->pledges, w->s, behaviour, w->round, show_occasion, &copy);
}
