#include "sim/promise.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/moments.h"

int32_t promise_find(const struct sim_state *s, int32_t act, int32_t part)
{
    for (int32_t k = s->promise_count - 1; k >= 0; k--)
        if (s->promises[k].act == act && s->promises[k].part == part)
            return k;
    return NOBODY;
}

/* Second at which a call was first named that was replaced by this one. */
static int32_t first_named(const struct sim_state *s, const struct sim_promise *p)
{
    int32_t before = p->renegotiates > 0 ? promise_find(s, p->renegotiates, p->part) : NOBODY;
    while (before >= 0 && s->promises[before].state == PROMISE_VOID) {
        p = &s->promises[before];
        before = p->renegotiates > 0 ? promise_find(s, p->renegotiates, p->part) : NOBODY;
    }
    return p->at;
}

/* Made in the conversation that still goes on, and not due yet: what is said now is said with it, not the call it named. */
static int is_same_breath(const struct sim_making *m, const struct sim_promise *p, int32_t at)
{
    int32_t conversation = m->sc->rules.conversation;
    return at - first_named(m->s, p) <= conversation && p->due - at > conversation;
}

/* They have just called themselves and asked: whoever answers has not made the call that is still to come. */
static int is_asked_for(const struct sim_making *m, const struct sim_promise *p, int32_t at)
{
    if (p->due - at <= m->sc->rules.conversation)
        return 0;
    for (int32_t k = m->s->incidents[p->incident].last_moment; k >= 0; k = m->s->moments[k].next) {
        const struct sim_moment *moment = &m->s->moments[k];
        if (moment->source == MOMENT_SCRIPTED && moment->customer == p->customer && moment->outcome == OUTCOME_OPEN
            && m->sc->moments[moment->subject].says[0] != '\0')
            return 1;
    }
    return 0;
}

/* Whoever was asked may name another time: once, and again with news. */
static int may_be_named_anew(const struct sim_making *m, const struct sim_promise *p)
{
    int moved = p->renegotiates == 0 || incident_moved_since(m->s, m->sc, p->incident, p->at);
    return moved && is_asked_for(m, p, m->s->now);
}

/* The call named before in this conversation, or before the customer called themselves, which the one named now replaces. */
static int32_t replaced_by(const struct sim_making *m, const struct promise_terms *t)
{
    for (int32_t at = m->s->incidents[t->incident].last_promise; at >= 0 && t->kind != PROMISE_FIX_BY; at = m->s->promises[at].next) {
        const struct sim_promise *p = &m->s->promises[at];
        int call = p->customer == t->customer && p->state == PROMISE_OPEN && p->kind != PROMISE_FIX_BY;
        int again = is_same_breath(m, p, m->s->now) || may_be_named_anew(m, p);
        if (call && t->renegotiates == 0 && again)
            return at;
    }
    return NOBODY;
}

static void replace(struct sim_making *m, const struct promise_terms *t, int32_t old, int32_t far)
{
    const struct sim_promise was = m->s->promises[old];
    making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE, .promise = {
        m->act, t->part, t->incident, t->customer, t->kind, t->due, far, m->command->member, t->text, was.act, was.moment}});
    making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE_SETTLED, .promise_settled = {
        was.act, was.part, PROMISE_VOID, m->act, was.far ? OUTCOME_PARTLY : OUTCOME_NONE}});
}

void promise_make(struct sim_making *m, const struct promise_terms *t)
{
    if (m->s->promise_count >= SIM_PROMISES)
        return;
    int32_t old = replaced_by(m, t);
    int32_t far = t->kind == PROMISE_FIX_BY ? claim_fix_is_far(m->s, m->sc, t->incident, t->customer, t->due)
        : claim_is_far(m->s, m->sc, t->incident, t->customer, t->due) || is_overripe(m->s, t->incident);
    if (old >= 0 && t->kind == PROMISE_NEXT_CALL && m->s->promises[old].kind == PROMISE_NEXT_CALL) {
        replace(m, t, old, far);
        return;
    }
    int32_t moment = old >= 0 ? m->s->promises[old].moment : window_for_promise(m, t->incident, t->customer, t->kind);
    making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE, .promise = {
        m->act, t->part, t->incident, t->customer, t->kind, t->due, far, m->command->member, t->text, t->renegotiates, moment}});
}

/* "When will I hear from you?" was answered with this time: naming one is not yet keeping it. */
static void answered_by(struct sim_making *m, const struct sim_promise *p, int32_t counts)
{
    for (int32_t at = m->s->incidents[p->incident].last_moment; at >= 0; at = m->s->moments[at].next) {
        const struct sim_moment *moment = &m->s->moments[at];
        int follows = moment->source == MOMENT_SCRIPTED && moment->score == SCORE_FOLLOW && moment->act == p->act;
        if (follows && moment->outcome == OUTCOME_MET && outcome_worst(OUTCOME_MET, counts) != OUTCOME_MET)
            moment_settle_again(m, at, counts);
    }
}

static void settle(struct sim_making *m, int32_t index, int32_t state, int32_t counts)
{
    const struct sim_promise p = m->s->promises[index];
    making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE_SETTLED, .promise_settled = {p.act, p.part, state, m->act, counts}});
    window_promise_settled(m, p.moment);
    answered_by(m, &p, counts);
}

/* A fix time the team had no ground for is found out as a claim; its lateness does not cost twice. */
static int was_found_out(const struct sim_state *s, const struct sim_promise *p)
{
    int32_t claim = p->kind == PROMISE_FIX_BY ? claim_by_act(s, p->act) : NOBODY;
    return claim >= 0 && s->claims[claim].flags & CLAIM_FLAG_FIX_AHEAD;
}

static int earns_trust(const struct sim_making *m, const struct sim_promise *p)
{
    int32_t first = p->renegotiates > 0 ? promise_find(m->s, p->renegotiates, p->part) : NOBODY;
    if (first >= 0 && m->s->promises[first].state == PROMISE_RENEGOTIATED)
        return 0;   /* put off before: what was kept in the end was no longer what was said */
    return !p->far && (p->kind != PROMISE_FIX_BY || m->sc->rules.fix_times == FIX_TIMES_WELCOME);
}

static void keep(struct sim_making *m, int32_t index, int hollow)
{
    const struct sim_promise p = m->s->promises[index];
    int weak = hollow || p.spoiled || is_overripe(m->s, p.incident);
    settle(m, index, PROMISE_KEPT, p.far || weak ? OUTCOME_PARTLY : OUTCOME_MET);
    if (earns_trust(m, &p) && !weak)
        trust_rise(m, p.customer, RISE_KEPT, REASON_KEPT, p.incident);
}

static void late(struct sim_making *m, int32_t index)
{
    const struct sim_promise p = m->s->promises[index];
    settle(m, index, PROMISE_LATE, OUTCOME_PARTLY);
    if (!was_found_out(m->s, &p))
        trust_fall(m, p.customer, FALL_LATE, REASON_LATE, p.incident);
}

static void drop(struct sim_making *m, int32_t index)
{
    const struct sim_promise p = m->s->promises[index];
    settle(m, index, PROMISE_DROPPED, OUTCOME_BROKEN);
    if (!was_found_out(m->s, &p))
        trust_fall(m, p.customer, FALL_DROPPED, REASON_DROPPED, p.incident);
}

void promises_updated(struct sim_making *m, const struct sim_claim *by)
{
    incident_id i = by->incident;
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next) {
        const struct sim_promise *p = &m->s->promises[at];
        if (p->customer != by->customer || p->state != PROMISE_OPEN || p->kind == PROMISE_FIX_BY || p->act >= by->act)
            continue;
        if (is_same_breath(m, p, by->at)) {
            if (by->claim >= CLAIM_FIXED)   /* how it ended needs no other call */
                settle(m, at, PROMISE_VOID, p->far ? OUTCOME_PARTLY : OUTCOME_NONE);
            continue;
        }
        if (is_asked_for(m, p, by->at))
            continue;
        if (by->at <= p->due)
            keep(m, at, claim_is_hollow(by));
        else
            late(m, at);
    }
}

void promises_kept_after_all(struct sim_making *m, incident_id i, int32_t act)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next) {
        const struct sim_promise p = m->s->promises[at];
        int hollow = p.state == PROMISE_KEPT && p.settled_by == act && p.counts == OUTCOME_PARTLY && p.kind != PROMISE_FIX_BY;
        if (!hollow || p.far || p.spoiled || is_overripe(m->s, i))
            continue;
        making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE_SETTLED, .promise_settled = {p.act, p.part, PROMISE_KEPT, act, OUTCOME_MET}});
        int32_t counts = window_promises_outcome(m->s, i, p.moment);
        if (p.moment >= 0 && m->s->moments[p.moment].outcome != OUTCOME_OPEN && m->s->moments[p.moment].outcome != counts)
            moment_settle_again(m, p.moment, counts);
    }
}

/* Who says that it works has heard how it ended: what was promised to that customer is done with. */
void promises_confirmed(struct sim_making *m, incident_id i, customer_id c)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next) {
        const struct sim_promise *p = &m->s->promises[at];
        if (p->customer != c || p->state != PROMISE_OPEN)
            continue;
        if (m->s->now <= p->due)
            settle(m, at, PROMISE_KEPT, p->far || p->spoiled ? OUTCOME_PARTLY : OUTCOME_MET);
        else
            late(m, at);
    }
}

void promises_restored(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next) {
        const struct sim_promise *p = &m->s->promises[at];
        if (p->state != PROMISE_OPEN || p->kind != PROMISE_FIX_BY)
            continue;
        if (m->s->now <= p->due)
            keep(m, at, 0);
        else
            late(m, at);
    }
}

int promise_was_named(const struct sim_state *s, incident_id i)
{
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next) {
        const struct sim_promise *p = &s->promises[at];
        if (p->customer == s->incidents[i].reporter && p->kind != PROMISE_FIX_BY && !p->far)
            return 1;
    }
    return 0;
}

int32_t promise_covers_until(const struct sim_state *s, incident_id i, customer_id c)
{
    int32_t soonest = -1;
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next) {
        const struct sim_promise *p = &s->promises[at];
        if (p->customer != c || p->state != PROMISE_OPEN || p->kind == PROMISE_FIX_BY)
            continue;
        if (p->due <= s->now)
            return -1;
        if (!p->far && (soonest < 0 || p->due < soonest))
            soonest = p->due;
    }
    return soonest;
}

int32_t promise_next_due(const struct sim_state *s, const struct scenario *sc, const struct sim_promise *p)
{
    return p->due + FIGURE_DROPPED * incident_window(s, sc, p->incident, p->customer);
}

void promise_overdue(struct sim_making *m, int32_t index)
{
    drop(m, index);
}

/* An incident closed without telling drops what was promised about it. */
void promises_closed(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next)
        if (m->s->promises[at].state == PROMISE_OPEN)
            drop(m, at);
}

/* Overdue it is dropped; what falls due later cannot be kept any more. A far one was no commitment. */
static void overtaken(struct sim_making *m, int32_t index)
{
    const struct sim_promise *p = &m->s->promises[index];
    if (p->due <= m->s->now)
        drop(m, index);
    else
        settle(m, index, PROMISE_VOID, p->far ? OUTCOME_MISSED : OUTCOME_NONE);
}

void promises_overtaken(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next)
        if (m->s->promises[at].state == PROMISE_OPEN)
            overtaken(m, at);
}

/* Its time has passed, but nobody can know whether the call would still have come: the round is over. */
static void cut_short(struct sim_making *m, int32_t index)
{
    const struct sim_promise p = m->s->promises[index];
    settle(m, index, PROMISE_LATE, OUTCOME_MISSED);
    if (!was_found_out(m->s, &p))
        trust_fall(m, p.customer, FALL_LATE, REASON_LATE, p.incident);
}

void promises_round_over(struct sim_making *m)
{
    for (int32_t k = m->s->open_promise; k < m->s->promise_count; k++) {
        const struct sim_promise *p = &m->s->promises[k];
        if (p->state != PROMISE_OPEN || incident_carries_over(m->s, m->sc, p->incident))
            continue;
        if (p->due <= m->s->now && promise_next_due(m->s, m->sc, p) > m->s->now)
            cut_short(m, k);
        else
            overtaken(m, k);
    }
}

/* Begun and stopped again and again: going through the motions is no movement. */
static int is_make_believe(const struct sim_state *s, const struct sim_work *w)
{
    int32_t stopped = 0;
    for (int32_t k = 0; k < s->work_count && w->work >= 0; k++)
        stopped += s->works[k].work == w->work && s->works[k].how == WORK_STOPPED;
    return stopped >= FIGURE_MAKE_BELIEVE;
}

static int work_moved_since(const struct sim_state *s, const struct sim_work *w, int32_t second)
{
    if (w->ended >= 0)
        return w->ended >= second && w->how == WORK_DONE;
    return !is_make_believe(s, w);
}

int incident_moved_since(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++)
        if (s->facts[pack->first_fact + k].known_at >= second)
            return 1;
    for (int32_t k = 0; k < s->improvised_count; k++)
        if (s->improvised[k].incident == i && s->improvised[k].at >= second)
            return 1;
    for (int32_t k = 0; k < s->work_count; k++)
        if (s->works[k].incident == i && work_moved_since(s, &s->works[k], second))
            return 1;
    return 0;
}

void promise_renegotiate(struct sim_making *m, int32_t index, int32_t due)
{
    const struct sim_promise p = m->s->promises[index];
    int news = incident_moved_since(m->s, m->sc, p.incident, p.at);
    settle(m, index, PROMISE_RENEGOTIATED, news && !p.far ? OUTCOME_MET : OUTCOME_PARTLY);
    promise_make(m, &(struct promise_terms){p.incident, p.customer, 0, p.kind, due, p.text, p.act});
}
