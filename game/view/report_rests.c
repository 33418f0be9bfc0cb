#include "view/report_inside.h"
#include "sim/claim.h"
#include <string.h>

enum { RESTS_MOST = 48 }; /* more are found faster by their rounds */

struct report_span report_whole(const struct report_build *b) { return (struct report_span){0, b->out->round_count - 1}; }

int report_is_within(const struct report_build *b, round_id round, struct report_span span)
{
    int place = round >= 0 && round < LIMIT_ROUNDS ? b->round_of[round] : -1;
    return place >= span.from && place <= span.to && place >= 0;
}

struct rests_taking rests_begin(struct report_build *b, struct report_span span)
{
    struct rests_taking t = {.b = b, .span = span};
    t.room = (int)(b->state->moment_count + b->state->claim_count + b->state->promise_count + b->state->incident_count) + REPORT_CUSTOMERS + 1;
    t.ids = arena_array(b->arena, (size_t)t.room, sizeof *t.ids);
    return t;
}

void rests_id(struct rests_taking *t, const char *id)
{
    if (!id || t->count == t->room) return;
    for (int i = 0; i < t->count; i++)
        if (strcmp(t->ids[i], id) == 0) return;
    t->ids[t->count++] = id;
}

struct report_rests rests_end(struct rests_taking *t, const char *part)
{
    if (t->count > RESTS_MOST) {
        t->count = 0;
        for (int place = t->span.from; place <= t->span.to; place++)
            t->ids[t->count++] = arena_printf(t->b->arena, "%s.round.%d", part, place + 1);
    }
    return (struct report_rests){t->ids, t->count};
}

/* --- items --- */

static int is_wanted(enum rest_which which, int32_t outcome)
{
    int ill = outcome == OUTCOME_MISSED || outcome == OUTCOME_BROKEN;
    if (which == REST_NONE) return outcome == OUTCOME_MISSED;
    return which == REST_ALL || (which == REST_WELL ? outcome == OUTCOME_MET : which == REST_ILL ? ill : outcome != OUTCOME_MET);
}

const char *report_incident_id(struct report_build *b, int32_t incident)
{
    for (int32_t k = 0; incident >= 0 && k < b->state->moment_count; k++)
        if (b->state->moments[k].incident == incident && report_moment_shows(b, &b->state->moments[k]))
            return arena_printf(b->arena, "i%d", (int)incident + 1);
    return NULL;
}

static const char *id_of(struct report_build *b, const struct assess_item *item)
{
    switch (item->kind) {
    case ITEM_MOMENT:
        return report_moment_shows(b, &b->state->moments[item->index]) ? report_moment_id(b, item->index) : NULL;
    case ITEM_CLAIM: return arena_printf(b->arena, "c%d", (int)b->state->claims[item->index].act);
    case ITEM_PROMISE: return report_promise_id(b, &b->state->promises[item->index]);
    case ITEM_EVENT: return report_incident_id(b, item->incident);
    case ITEM_MEASURE: break;
    }
    return NULL;
}

struct choosing { struct rests_taking *t; enum rest_which which; uint32_t sources; };

static void take_item(void *context, const struct assess_item *item)
{
    const struct choosing *c = context;
    int from_source = c->sources == 0 || (item->key.source >= 0 && (c->sources >> item->key.source & 1));
    int whole = item->possible > 0 && item->points >= item->possible;
    int32_t outcome = item->kind == ITEM_MOMENT || item->kind == ITEM_CLAIM || item->kind == ITEM_PROMISE ? item->outcome
                      : whole                                                                                  ? OUTCOME_MET
                                                                                                               : OUTCOME_MISSED;
    if (item->disputed || !from_source || !is_wanted(c->which, outcome)) return;
    if (report_is_within(c->t->b, item->round, c->t->span)) rests_id(c->t, id_of(c->t->b, item));
}

void rests_measure(struct rests_taking *t, int32_t measure, enum rest_which which, uint32_t sources)
{
    struct choosing choosing = {t, which, sources};
    measure_visit(t->b->reading, measure, NOBODY, take_item, &choosing);
}

/* --- by kind --- */

void rests_moments(struct rests_taking *t, enum rest_which which, uint32_t sources)
{
    for (int32_t k = 0; k < t->b->state->moment_count; k++) {
        const struct sim_moment *m = &t->b->state->moments[k];
        int32_t outcome = (int32_t)score_outcome(m);
        int counts = report_moment_shows(t->b, m) && report_is_within(t->b, m->round, t->span) && outcome != OUTCOME_NONE && outcome != OUTCOME_OPEN;
        if (counts && (sources == 0 || (sources >> m->source & 1)) && is_wanted(which, outcome)) rests_id(t, report_moment_id(t->b, k));
    }
}

void rests_promises(struct rests_taking *t, uint32_t marks)
{
    for (int place = t->span.from; place <= t->span.to && place < t->b->out->round_count; place++)
        for (int i = 0; i < t->b->out->rounds[place].promise_count; i++) {
            const struct report_promise *p = &t->b->out->rounds[place].promise_list[i];
            if (marks >> p->mark & 1) rests_id(t, p->id);
        }
}

void rests_claims(struct rests_taking *t, int ahead_only)
{
    for (int32_t k = 0; k < t->b->state->claim_count; k++) {
        const struct sim_claim *c = &t->b->state->claims[k];
        int32_t outcome = claim_outcome(c);
        if (!report_is_within(t->b, c->round, t->span) || outcome == OUTCOME_NONE || (ahead_only && outcome != OUTCOME_BROKEN)) continue;
        rests_id(t, arena_printf(t->b->arena, "c%d", (int)c->act));
    }
}

void rests_customers(struct rests_taking *t, int lower_only)
{
    int last = t->b->out->round_count - 1;
    for (int c = 0; last >= 0 && c < t->b->out->customer_count; c++) {
        const struct report_customer *customer = &t->b->out->customers[c];
        if (!lower_only || customer->trust[last] < customer->trust_start) rests_id(t, arena_printf(t->b->arena, "customer.%d", c + 1));
    }
}
