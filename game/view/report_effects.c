#include "view/report_inside.h"
#include "base/text.h"
#include "sim/claim.h"
#include "sim/promise.h"
#include <stdlib.h>

enum { HALF_POINT = 500, POINT = 1000 };

int report_points(int32_t thousandths) { return (thousandths + (thousandths < 0 ? -HALF_POINT : HALF_POINT)) / POINT; }

/* What stands right before an event of trust tells what caused it: see game/sim/promises.c and claims_settle.c. */
struct causes {
    round_id round;
    int32_t claim, promise;
};

static void cause_set(const struct report_build *b, struct report_trust *t, const struct causes *before)
{
    int32_t index = NOBODY;
    if (t->reason == REASON_FOUND_OUT) index = before->claim;
    if (t->reason == REASON_KEPT || t->reason == REASON_LATE || t->reason == REASON_DROPPED) index = before->promise;
    t->index = index;
    t->cause = index < 0                       ? t->act > 0 ? CAUSE_ACT : CAUSE_TIME
               : t->reason == REASON_FOUND_OUT ? CAUSE_CLAIM
                                               : CAUSE_PROMISE;
    if (t->cause == CAUSE_ACT && !wording_entry(&b->w, t->act)) t->cause = CAUSE_TIME;
}

static void take(struct report_build *b, int32_t at, struct causes *before)
{
    const struct sim_event *e = session_event_at(b->session, at);
    if (e->kind == SIM_EV_ROUND_STARTED) before->round = e->round_started.round;
    if (e->kind == SIM_EV_CLAIM_SETTLED) before->claim = claim_by_act(b->state, e->claim_settled.act);
    if (e->kind == SIM_EV_PROMISE_SETTLED)
        before->promise = promise_find(b->state, e->promise_settled.act, e->promise_settled.part);
    if (e->kind != SIM_EV_TRUST || e->trust.reason == REASON_NONE || report_points(e->trust.delta) == 0) return;
    if (before->round < 0 || b->round_of[before->round] < 0) return;
    struct report_trust *t = &b->trust[b->trust_count++];
    *t = (struct report_trust){.event = at,
                               .at = e->at,
                               .round = before->round,
                               .customer = e->trust.customer,
                               .incident = e->trust.incident,
                               .delta = e->trust.delta,
                               .now = e->trust.now,
                               .reason = e->trust.reason,
                               .act = e->trust.act};
    cause_set(b, t, before);
}

void report_effects_build(struct report_build *b)
{
    struct causes before = {NOBODY, NOBODY, NOBODY};
    int32_t count = session_event_count(b->session), trust = 0;
    for (int32_t i = 0; i < count; i++) trust += session_event_at(b->session, i)->kind == SIM_EV_TRUST;
    b->trust = arena_array(b->arena, (size_t)trust + 1, sizeof *b->trust);
    for (int32_t i = 0; i < count; i++) take(b, i, &before);
}

struct report_effect report_effect_of(struct report_build *b, const struct report_trust *t)
{
    if (!t) return (struct report_effect){.why = "", .sentence = ""};
    struct report_effect e = {
        .from = report_points(t->now - t->delta), .to = report_points(t->now), .why = wording_reason(t->reason)};
    e.points = e.to - e.from;
    e.sentence =
        text_fill(b->arena, t->delta > 0 ? "report.trust.rose" : "report.trust.fell", "from", report_number(b, e.from),
                  "to", report_number(b, e.to), "why", e.why, "customer", wording_first_name(&b->w, t->customer), NULL);
    return e;
}

#define REASON_BIT(reason) (UINT32_C(1) << (reason))

static uint32_t reasons_of(int32_t source)
{
    switch (source) {
    case MOMENT_SCRIPTED: return REASON_BIT(REASON_QUESTION_IGNORED) | REASON_BIT(REASON_REFUSED);
    case MOMENT_GO_AHEAD:
        return REASON_BIT(REASON_CONSULTED) | REASON_BIT(REASON_OVER_THEIR_HEAD) | REASON_BIT(REASON_HARM);
    case MOMENT_CONTENTION:
        return REASON_BIT(REASON_CONSULTED) | REASON_BIT(REASON_OVER_THEIR_HEAD) | REASON_BIT(REASON_REFUSED);
    case MOMENT_CONDITIONS: return REASON_BIT(REASON_CONSULTED);
    case MOMENT_CONFIRMED:
        return REASON_BIT(REASON_CONFIRMED) | REASON_BIT(REASON_CLOSED_UNASKED) | REASON_BIT(REASON_REFUSED);
    case MOMENT_UPDATE_WINDOW: return REASON_BIT(REASON_FOUND_OUT);
    case MOMENT_BAD_NEWS: return REASON_BIT(REASON_BAD_NEWS_TOLD) | REASON_BIT(REASON_WITHHELD);
    case MOMENT_CORRECTION: return REASON_BIT(REASON_CORRECTED) | REASON_BIT(REASON_FOUND_OUT);
    case MOMENT_COMMITMENT:
    case MOMENT_PROMISE_WINDOW: return REASON_BIT(REASON_KEPT) | REASON_BIT(REASON_LATE) | REASON_BIT(REASON_DROPPED);
    default: return 0;
    }
}

static int is_of_moment(const struct report_build *b, const struct report_trust *t, int32_t moment)
{
    const struct sim_moment *m = &b->state->moments[moment];
    if (t->incident != m->incident || !(reasons_of(m->source) & REASON_BIT(t->reason))) return 0;
    if (m->source == MOMENT_CORRECTION && t->cause == CAUSE_CLAIM) return b->state->claims[t->index].act == m->nth;
    if (t->cause == CAUSE_CLAIM) return b->state->claims[t->index].moment == moment;
    if (t->cause == CAUSE_PROMISE) return b->state->promises[t->index].moment == moment;
    if (m->source == MOMENT_CONTENTION) return t->at == m->settled;
    if (t->customer != m->customer) return 0;
    /* what never came is felt when the incident ends, long after it was missed */
    if (t->reason == REASON_WITHHELD) return m->outcome == OUTCOME_MISSED && m->settled <= t->at;
    return m->source == MOMENT_GO_AHEAD ? t->at >= m->opened && (t->reason == REASON_HARM || t->at <= m->settled)
                                        : t->at == m->settled;
}

const struct report_trust *report_effect_of_moment(const struct report_build *b, int32_t moment)
{
    const struct report_trust *best = NULL;
    for (int32_t i = 0; i < b->trust_count; i++) {
        const struct report_trust *t = &b->trust[i];
        if (is_of_moment(b, t, moment) && (!best || abs(t->delta) > abs(best->delta))) best = t;
    }
    return best;
}

int32_t report_moment_of_effect(const struct report_build *b, const struct report_trust *t)
{
    for (int32_t k = 0; k < b->state->moment_count; k++)
        if (is_of_moment(b, t, k)) return k;
    return NOBODY;
}
