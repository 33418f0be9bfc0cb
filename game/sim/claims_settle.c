#include "sim/claim.h"

#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/knowledge.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

static void settle(struct sim_making *m, int32_t index, int32_t how, int32_t stake)
{
    const struct sim_claim *claim = &m->s->claims[index];
    int32_t verdict = claim->verdict;
    if (how == CLAIM_FOUND_OUT)
        verdict = claim_is_ahead(claim) ? VERDICT_AHEAD : VERDICT_HONEST_MISTAKE;
    else if (how == CLAIM_HELD)
        verdict = claim_is_ahead(claim) ? VERDICT_LUCKY : VERDICT_HONEST;
    making_add(m, &(struct sim_event){.kind = SIM_EV_CLAIM_SETTLED, .claim_settled = {claim->act, how, m->act, stake, verdict}});
}

/* The customer has seen that it was not so. The same assurance given twice is found out once. */
static void found_out(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    if (!claim_is_ahead(&claim)) {
        settle(m, index, CLAIM_FOUND_OUT, 0);
        return;
    }
    settle(m, index, CLAIM_FOUND_OUT, claim_stake(&claim));
    trust_fall(m, claim.customer, claim_stake(&claim), REASON_FOUND_OUT, claim.incident);
    if (claim_is_strong((enum claim)claim.claim))
        satisfaction_move(m, claim.customer, MOOD_FOUND_OUT, REASON_FOUND_OUT, claim.incident);
    for (int32_t at = m->s->incidents[claim.incident].last_claim; at >= 0; at = m->s->claims[at].next) {
        const struct sim_claim *other = &m->s->claims[at];
        if (other->settled == CLAIM_OPEN && other->customer == claim.customer && other->claim == claim.claim && claim_is_ahead(other))
            settle(m, at, CLAIM_FOUND_OUT, 0);
    }
}

/* The correction owed for this assurance, or given since: said several times it is put right once. NOBODY. */
static int32_t correction_of(const struct sim_state *s, const struct sim_claim *claim)
{
    for (int32_t at = s->incidents[claim->incident].last_moment; at >= 0; at = s->moments[at].next) {
        const struct sim_moment *moment = &s->moments[at];
        if (moment->source != MOMENT_CORRECTION || moment->customer != claim->customer)
            continue;
        int32_t other = claim_by_act(s, moment->nth);
        if (other >= 0 && s->claims[other].claim == claim->claim && (moment->outcome == OUTCOME_OPEN || moment->settled >= claim->at))
            return at;
    }
    return NOBODY;
}

/* The team knows that it was wrong: it owes a correction, within one patience window. */
static void owe_correction(struct sim_making *m, const struct sim_claim *claim)
{
    struct moment_key key = {MOMENT_CORRECTION, claim->incident, claim->customer, claim->act};
    if (correction_of(m->s, claim) < 0)
        moment_open(m, key, claim->incident, m->s->now + incident_window(m->s, m->sc, claim->incident, claim->customer));
}

static void honest_mistake(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    settle(m, index, CLAIM_FOUND_OUT, 0);
    owe_correction(m, &claim);
}

/* The claim itself went too far, not only the fix time named beside it. */
static int own_is_ahead(const struct sim_claim *claim)
{
    return claim->supported_by != LACK_NOTHING && claim->supported_by != LACK_RUNNING_WORK;
}

static void review_supported(struct sim_making *m, int32_t index)
{
    const struct sim_claim *claim = &m->s->claims[index];
    const struct sim_incident *incident = &m->s->incidents[claim->incident];
    if (claim->claim == CLAIM_FIXED && incident->level != LEVEL_RUNNING)
        honest_mistake(m, index);
    else if (claim->claim == CLAIM_UNDER_CONTROL && incident->level == LEVEL_DOWN)
        honest_mistake(m, index);
    else if (claim->claim == CLAIM_UNDER_CONTROL && incident->restored >= 0)
        settle(m, index, CLAIM_HELD, 0);
}

/* The window it counts in may have passed between the word and the deed. */
static void window_again(struct sim_making *m, int32_t moment)
{
    if (moment < 0 || m->s->moments[moment].outcome == OUTCOME_OPEN)
        return;
    int32_t outcome = window_claims_outcome(m->s, m->s->moments[moment].incident, moment);
    if (outcome != m->s->moments[moment].outcome)
        moment_settle_again(m, moment, outcome);
}

/* "We are finding out", and somebody is on it before the conversation is over: one breath, whichever was noted first. */
static void make_good(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    making_add(m, &(struct sim_event){.kind = SIM_EV_CLAIM_SETTLED, .claim_settled = {
        claim.act, CLAIM_HELD, m->act, 0, VERDICT_HONEST}});
    window_again(m, claim.moment);
    contact_make(m, claim.customer, claim.incident, ACT_UPDATE, CONTACT_MADE_GOOD);
    claim_takes_effect(m, index);
    scripted_act_done(m, &(struct act_done){.act = ACT_UPDATE, .incident = claim.incident, .customer = claim.customer,
        .question = -1, .claim = claim.claim, .work = NOBODY, .told = (uint32_t)claim.told, .again = claim.act});
    if (promise_find(m->s, claim.act, 0) >= 0)
        scripted_plain_done(m, ACT_PROMISE, claim.incident, claim.customer);
}

void claims_moved(struct sim_making *m, incident_id i)
{
    int32_t since = m->s->now - m->sc->rules.conversation;
    for (int32_t at = m->s->incidents[i].last_claim; at >= 0 && m->s->claims[at].at >= since; at = m->s->claims[at].next) {
        const struct sim_claim claim = m->s->claims[at];
        if (claim_is_ahead(&claim))
            continue;
        window_again(m, claim.moment);
        promises_kept_after_all(m, i, claim.act);
    }
}

static void review_ahead(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    const struct sim_incident *incident = &m->s->incidents[claim.incident];
    if (claim.claim == CLAIM_FINDING_OUT && knows_investigation(m->s, m->sc, claim.incident)) {
        if (m->s->now - claim.at <= m->sc->rules.conversation)
            make_good(m, index);
        else
            settle(m, index, CLAIM_HELD, 0);
    } else if (claim.claim == CLAIM_KNOW_WHY && knows_cause(m->s, m->sc, claim.incident))
        owe_correction(m, &claim);
    else if (claim.claim == CLAIM_UNDER_CONTROL && claim.verdict == VERDICT_LUCKY && incident->level == LEVEL_DOWN)
        found_out(m, index);
    else if (claim.claim == CLAIM_UNDER_CONTROL && claim.verdict == VERDICT_LUCKY && incident->restored >= 0)
        settle(m, index, CLAIM_HELD, 0);
}

void claims_review(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_claim; at >= 0; at = m->s->claims[at].next) {
        const struct sim_claim *claim = &m->s->claims[at];
        if (claim->settled != CLAIM_OPEN || claim->flags & CLAIM_FLAG_FIX_AHEAD)
            continue;
        if (claim_is_ahead(claim))
            review_ahead(m, at);
        else
            review_supported(m, at);
    }
}

/* Is an open claim that was ahead still contradicted by how things stand? */
static int is_contradicted(const struct sim_state *s, const struct scenario *sc, const struct sim_claim *claim)
{
    const struct sim_incident *incident = &s->incidents[claim->incident];
    if (claim->flags & CLAIM_FLAG_FIX_AHEAD && incident->restored < 0)
        return 1;
    if (!own_is_ahead(claim))
        return 0;
    switch ((enum claim)claim->claim) {
    case CLAIM_FINDING_OUT:
        return !knows_investigation(s, sc, claim->incident);
    case CLAIM_WAY_AROUND:
        return !knows_way_around(s, sc, claim->incident);
    case CLAIM_UNDER_CONTROL:
        return claim->verdict == VERDICT_AHEAD || incident->level == LEVEL_DOWN;
    case CLAIM_FIXED:
        return incident->level != LEVEL_RUNNING;
    case CLAIM_CONFIRMED:
        return incident->confirmed < 0;
    case CLAIM_KNOW_WHY:
        return 1;
    case CLAIM_DO_NOT_KNOW: case CLAIM_COUNT:
        break;
    }
    return 0;
}

void claim_overdue(struct sim_making *m, int32_t index)
{
    const struct sim_claim *claim = &m->s->claims[index];
    if (claim_is_ahead(claim) && is_contradicted(m->s, m->sc, claim))
        found_out(m, index);
    else
        settle(m, index, CLAIM_HELD, 0);
}

void claim_not_corrected(struct sim_making *m, int32_t act)
{
    int32_t index = claim_by_act(m->s, act);
    if (index >= 0 && m->s->claims[index].settled == CLAIM_OPEN)
        found_out(m, index);
}

/* --- taking back --- */

static void correct_own(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    int32_t stake = claim_stake(&claim) / 100 * FIGURE_OWN_CORRECTION;
    settle(m, index, CLAIM_CORRECTED, stake);
    trust_fall(m, claim.customer, stake, REASON_FOUND_OUT, claim.incident);
}

/* named: said outright that the earlier claim was wrong; else only a different word in passing. */
static void correct(struct sim_making *m, int32_t index, int named)
{
    const struct sim_claim claim = m->s->claims[index];
    int32_t owed = correction_of(m->s, &claim);
    int own = claim_is_ahead(&claim);
    if (own && claim.settled == CLAIM_OPEN && named)
        correct_own(m, index);
    if (owed < 0 || m->s->moments[owed].outcome != OUTCOME_OPEN)
        return;
    moment_settle(m, owed, named && !own ? OUTCOME_MET : OUTCOME_PARTLY);
    if (named && !own)
        trust_rise(m, claim.customer, RISE_CORRECTED, REASON_CORRECTED, claim.incident);
}

static void correct_earlier(struct sim_making *m, const struct sim_claim *by)
{
    int32_t named = by->corrects > 0 ? claim_by_act(m->s, by->corrects) : NOBODY;
    if (named >= 0)
        correct(m, named, 1);
    for (int32_t at = m->s->incidents[by->incident].last_claim; at >= 0; at = m->s->claims[at].next) {
        const struct sim_claim *claim = &m->s->claims[at];
        if (at != named && claim->act < by->act && claim->customer == by->customer && by->claim < claim->claim)
            correct(m, at, 0);
    }
}

void claim_takes_effect(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    promises_updated(m, &claim);
    moments_bad_news_told(m, claim.incident, claim.customer, (uint32_t)claim.told);
    moments_milestone_told(m, claim.incident, claim.customer, claim.at);
    correct_earlier(m, &claim);
}

/* --- endings --- */

/* A correction that was owed for it is owed no longer. */
static void held_at_last(struct sim_making *m, int32_t index)
{
    const struct sim_claim claim = m->s->claims[index];
    struct moment_key key = {MOMENT_CORRECTION, claim.incident, claim.customer, claim.act};
    int32_t owed = moment_find(m->s, m->sc, &key);
    settle(m, index, CLAIM_HELD, 0);
    moment_settle(m, owed, OUTCOME_NONE);
}

/* Once it works and is done with, nothing but a confirmation that nobody gave can come to light. */
static int end_contradicts(const struct sim_state *s, const struct sim_claim *claim)
{
    const struct sim_incident *incident = &s->incidents[claim->incident];
    if (claim->claim == CLAIM_CONFIRMED && own_is_ahead(claim))
        return incident->confirmed < 0;
    return incident->level != LEVEL_RUNNING && (claim->claim >= CLAIM_WAY_AROUND || claim->flags & CLAIM_FLAG_FIX_AHEAD);
}

void claims_ended(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_claim; at >= 0; at = m->s->claims[at].next) {
        const struct sim_claim *claim = &m->s->claims[at];
        if (claim->settled != CLAIM_OPEN || !claim_is_ahead(claim))
            continue;
        if (end_contradicts(m->s, claim))
            found_out(m, at);
        else
            held_at_last(m, at);
    }
}

void claims_round_over(struct sim_making *m)
{
    for (int32_t k = m->s->open_claim; k < m->s->claim_count; k++)
        if (m->s->claims[k].settled == CLAIM_OPEN)
            claim_overdue(m, k);
}
