#include "sim/scripted.h"

#include "model/acts.h"
#include "sim/claim.h"
#include "sim/moments.h"

static int bit_allows(uint32_t bits, int32_t number)
{
    return bits == 0 || (number >= 0 && bits >> number & 1);
}

/* Facts that were told now, or to this customer before. */
static int facts_told(const struct sim_making *m, const struct act_done *done, uint32_t facts)
{
    const struct incident *pack = incident_pack(m->sc, done->incident);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        if (!(facts >> k & 1) || done->told >> k & 1)
            continue;
        int before = done->customer >= 0 && (uint32_t)m->s->facts[pack->first_fact + k].told >> done->customer & 1;
        if (!before)
            return 0;
    }
    return 1;
}

static int matches(const struct sim_making *m, const struct expectation *e, const struct act_done *done)
{
    if (e->acts == 0 || !bit_allows(e->acts, done->act))
        return 0;
    if (e->to >= 0 && done->customer != e->to)
        return 0;
    if (done->act == ACT_ASK && !bit_allows(e->questions, done->question))
        return 0;
    if (done->act == ACT_UPDATE && (!bit_allows(e->claims, done->claim) || !facts_told(m, done, e->facts)))
        return 0;
    return done->act != ACT_WORK || e->work < 0 || e->work == done->work;
}

/* "It is fixed" breaks a question about honesty where the team cannot know; where it knows, it is the best of answers. */
static int is_known_better(const struct moment *script, const struct act_done *done)
{
    return script->score == SCORE_HONEST && script->broken.claims != 0 && done->act == ACT_UPDATE && !done->ahead
        && claim_is_strong((enum claim)done->claim);
}

static int32_t outcome_of(const struct sim_making *m, const struct moment *script, const struct act_done *done)
{
    int broken = matches(m, &script->broken, done);
    if (broken && !is_known_better(script, done))
        return OUTCOME_BROKEN;
    struct expectation expects = script->expects;
    expects.claims = broken ? 0 : expects.claims;
    int met = matches(m, &expects, done);
    if (met && done->ahead)
        return script->score == SCORE_HONEST ? OUTCOME_BROKEN : OUTCOME_OPEN;
    if (met)
        return OUTCOME_MET;
    return !done->ahead && matches(m, &script->partly, done) ? OUTCOME_PARTLY : OUTCOME_OPEN;
}

static int32_t was_answered_at(const struct sim_state *s, const struct act_done *done)
{
    int32_t claim = done->again > 0 ? claim_by_act(s, done->again) : NOBODY;
    return claim >= 0 ? s->claims[claim].at : s->now;
}

/* Who lets a customer wait until they ask has won nothing by the answer; it can only be lost. */
static int32_t worth(const struct sim_making *m, const struct moment *script, int32_t outcome)
{
    return outcome == OUTCOME_MET && condition_needs_silence(m->sc, script->when) ? OUTCOME_NONE : outcome;
}

static void answer(struct sim_making *m, int32_t index, const struct act_done *done)
{
    const struct sim_moment *moment = &m->s->moments[index];
    if (moment->source != MOMENT_SCRIPTED || was_answered_at(m->s, done) > moment->due || was_answered_at(m->s, done) < moment->opened)
        return;
    const struct moment *script = &m->sc->moments[moment->subject];
    int32_t outcome = outcome_of(m, script, done);
    if (outcome == OUTCOME_OPEN)
        return;
    if (moment->outcome == OUTCOME_OPEN)
        moment_settle(m, index, worth(m, script, outcome));
    else if (moment->outcome == OUTCOME_BROKEN && done->again > 0 && moment->act == done->again && outcome != OUTCOME_BROKEN)
        moment_settle_again(m, index, worth(m, script, outcome));
    else if (moment->outcome == OUTCOME_PARTLY && outcome == OUTCOME_MET)
        moment_settle_again(m, index, worth(m, script, OUTCOME_MET));
}

/* Said to a customer about nothing in particular: it answers what that customer is waiting for. */
static void answer_anywhere(struct sim_making *m, const struct act_done *done)
{
    for (incident_id i = 0; i < m->s->incident_count; i++)
        for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next)
            if (m->s->moments[at].customer == done->customer)
                answer(m, at, done);
}

void scripted_act_done(struct sim_making *m, const struct act_done *done)
{
    if (done->incident < 0) {
        answer_anywhere(m, done);
        return;
    }
    for (int32_t at = m->s->incidents[done->incident].last_moment; at >= 0; at = m->s->moments[at].next)
        answer(m, at, done);
}

void scripted_plain_done(struct sim_making *m, int32_t act, incident_id i, customer_id c)
{
    scripted_act_done(m, &(struct act_done){.act = act, .incident = i, .customer = c, .question = -1, .claim = -1, .work = NOBODY});
}
