#include "sim/decide.h"

#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/incident.h"
#include "sim/knowledge.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

enum refusal decide_acknowledge(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->acknowledge.incident;
    customer_id to = act_customer(m, i, c->acknowledge.customer);
    enum refusal refusal = act_aim(m, i, to);
    if (refusal != REFUSAL_NONE)
        return refusal;
    act_begin(m, i, to);
    int first = m->s->incidents[i].acknowledged < 0 && m->s->incidents[i].reporter == to;
    contact_make(m, to, i, ACT_ACKNOWLEDGE, first ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    scripted_plain_done(m, ACT_ACKNOWLEDGE, i, to);
    return REFUSAL_NONE;
}

/* --- telling --- */

static void tell(struct sim_making *m, const struct sim_command *c, const struct claim_judgement *j)
{
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    facts_tell(m, i, to, j->told);
    for (int32_t k = 0; k < 31; k++) {
        int32_t index = j->told_improvised >> k & 1 ? improvised_index(m->s, i, k) : NOBODY;
        if (index >= 0 && !((uint32_t)m->s->improvised[index].told >> to & 1))
            making_add(m, &(struct sim_event){.kind = SIM_EV_FACT_TOLD, .fact_told = {NOBODY, to, index + 1}});
    }
}

/* One voice: what one customer hears reaches all others to whom it matters. It is no claim, and no conversation. */
static void tell_all(struct sim_making *m, incident_id i, uint32_t told)
{
    for (customer_id c = 0; c < m->sc->customer_count && improvement_works(m->s, IMPROVE_ONE_VOICE); c++) {
        uint32_t news = told & sim_facts_untold(m->s, m->sc, i, c);
        if (news == 0)
            continue;
        facts_tell(m, i, c, news);
        contact_make(m, c, i, ACT_UPDATE, CONTACT_MADE_GOOD);
        moments_bad_news_told(m, i, c, news);
    }
}

/* A stronger word than any before calms at once, whether or not there is ground for it. */
static void update_feelings(struct sim_making *m, const struct sim_command *c, int32_t strongest)
{
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    int32_t claim = c->update.claim;
    satisfaction_rise(m, to, MOOD_TOLD, REASON_TOLD, i);
    if (claim_is_strong((enum claim)claim) && claim > strongest)
        satisfaction_rise(m, to, MOOD_STRONG_CLAIM, REASON_STRONG_CLAIM, i);
    if (claim == CLAIM_DO_NOT_KNOW)
        satisfaction_move(m, to, MOOD_DO_NOT_KNOW, REASON_DO_NOT_KNOW, i);
}

static int32_t strongest_so_far(const struct sim_state *s, incident_id i, customer_id c)
{
    int32_t strongest = -1;
    for (int32_t at = s->incidents[i].last_claim; at >= 0; at = s->claims[at].next)
        if (s->claims[at].customer == c && s->claims[at].claim > strongest)
            strongest = s->claims[at].claim;
    return strongest;
}

static void update_promises(struct sim_making *m, const struct sim_command *c)
{
    struct promise_terms terms = {c->update.incident, c->update.customer, 0, PROMISE_NEXT_CALL, c->update.next_call, 0, 0};
    if (c->update.next_call >= 0)
        promise_make(m, &terms);
    terms.part = 1;
    terms.kind = PROMISE_FIX_BY;
    terms.due = c->update.fix_by;
    /* What runs already needs no promise: nothing could keep it. */
    if (c->update.fix_by >= 0 && m->s->incidents[c->update.incident].restored < 0)
        promise_make(m, &terms);
}

static void claim_add(struct sim_making *m, const struct sim_command *c, const struct claim_judgement *j, int ahead)
{
    int32_t moment = window_for_claim(m, c->update.incident, c->update.customer, ahead);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CLAIM, .claim = {
        m->act, c->update.incident, c->update.customer, c->update.claim, (int32_t)j->verdict, j->flags, (int32_t)j->told,
        c->update.fix_by, c->update.next_call, c->update.corrects, j->lacks, c->member, j->due, moment, c->text, j->settled}});
}

/* They have asked about it: an answer is no call for nothing. */
static int has_asked_us(const struct sim_making *m, incident_id i, customer_id c)
{
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next)
        if (m->s->moments[at].source == MOMENT_SCRIPTED && m->s->moments[at].customer == c)
            return 1;
    return 0;
}

/* It is about something that concerns the customer: theirs, theirs to decide or agree to, asked about, or facts that
 * matter to them. */
static int is_theirs(const struct sim_making *m, incident_id i, customer_id c)
{
    return incident_consults(m->sc, i, c) || m->s->incidents[i].reporter == c || incident_decider(m->s, m->sc, i) == c
        || incident_concerns(m->sc, i, c) || has_asked_us(m, i, c);
}

/* Takes back what the team had no ground for, and not for the first time with this customer in this round: once is honest,
 * again and again it is a way of talking. */
static int takes_back_again(const struct sim_state *s, const struct sim_command *c)
{
    int32_t named = c->update.corrects > 0 ? claim_by_act(s, c->update.corrects) : NOBODY, before = 0;
    for (int32_t k = 0; named >= 0 && k < s->claim_count && claim_is_ahead(&s->claims[named]); k++)
        before += s->claims[k].settled == CLAIM_CORRECTED && s->claims[k].round == s->round && s->claims[k].customer == c->update.customer;
    return before > 0;
}

enum refusal decide_update(struct sim_making *m, const struct sim_command *c)
{
    struct claim_judgement j = claim_judge(m->s, m->sc, c);
    if (j.refusal != REFUSAL_NONE)
        return j.refusal;
    if (m->s->claim_count >= SIM_CLAIMS || m->s->promise_count + 2 > SIM_PROMISES)
        return REFUSAL_FULL;
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    int ahead = j.verdict == VERDICT_LUCKY || j.verdict == VERDICT_AHEAD;
    int32_t strongest = strongest_so_far(m->s, i, to);
    act_begin(m, i, to);
    claim_add(m, c, &j, ahead);
    tell(m, c, &j);
    int theirs = is_theirs(m, i, to), serves = theirs && !takes_back_again(m->s, c);
    contact_make(m, to, i, ACT_UPDATE, !serves ? CONTACT_FOR_NOTHING : ahead ? CONTACT_ANSWERED : CONTACT_COUNTS);
    if (theirs)
        update_feelings(m, c, strongest);
    if (!ahead) {
        claim_takes_effect(m, claim_by_act(m->s, m->act));
        tell_all(m, i, j.told);
    }
    update_promises(m, c);
    scripted_act_done(m, &(struct act_done){ACT_UPDATE, i, to, -1, c->update.claim, NOBODY, j.told, ahead, 0});
    /* A next call said with the news is a promise like one said by itself. */
    if (!ahead && c->update.next_call >= 0)
        scripted_plain_done(m, ACT_PROMISE, i, to);
    return REFUSAL_NONE;
}

enum refusal decide_promise(struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = act_aim(m, c->promise.incident, c->promise.customer);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->promise.due <= m->s->now)
        return REFUSAL_TIME_PAST;
    if (m->s->promise_count >= SIM_PROMISES)
        return REFUSAL_FULL;
    act_begin(m, c->promise.incident, c->promise.customer);
    contact_make(m, c->promise.customer, c->promise.incident, ACT_PROMISE, 1);
    promise_make(m, &(struct promise_terms){
        c->promise.incident, c->promise.customer, 0, PROMISE_OTHER, c->promise.due, c->promise.what, 0});
    scripted_plain_done(m, ACT_PROMISE, c->promise.incident, c->promise.customer);
    return REFUSAL_NONE;
}

/* Another call to this customer was put off in this round already: once is a fair word, twice is a habit. */
static int moved_before(const struct sim_state *s, customer_id c)
{
    for (int32_t k = 0; k < s->promise_count; k++)
        if (s->promises[k].round == s->round && s->promises[k].customer == c && s->promises[k].state == PROMISE_RENEGOTIATED)
            return 1;
    return 0;
}

enum refusal decide_renegotiate(struct sim_making *m, const struct sim_command *c)
{
    int32_t index = promise_find(m->s, c->renegotiate.act, c->renegotiate.part);
    if (index < 0)
        return REFUSAL_NO_PROMISE;
    const struct sim_promise p = m->s->promises[index];
    if (p.state != PROMISE_OPEN)
        return REFUSAL_ALREADY_OVER;
    if (p.renegotiates > 0)
        return REFUSAL_RENEGOTIATED_ONCE;
    if (m->s->now > p.due)
        return REFUSAL_TOO_LATE;
    if (c->renegotiate.due <= m->s->now)
        return REFUSAL_TIME_PAST;
    enum refusal refusal = act_aim(m, p.incident, p.customer);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->s->promise_count >= SIM_PROMISES)
        return REFUSAL_FULL;
    act_begin(m, p.incident, p.customer);
    contact_make(m, p.customer, p.incident, ACT_RENEGOTIATE, moved_before(m->s, p.customer) ? CONTACT_FOR_NOTHING : CONTACT_COUNTS);
    promise_renegotiate(m, index, c->renegotiate.due);
    satisfaction_move(m, p.customer, MOOD_MOVED, REASON_MOVED, p.incident);
    scripted_plain_done(m, ACT_RENEGOTIATE, p.incident, p.customer);
    return REFUSAL_NONE;
}
