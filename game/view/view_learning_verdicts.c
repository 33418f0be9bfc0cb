/* Verdicts of the round, so that the room may settle what it disputes. */
#include "learning_parts.h"
#include "base/text.h"

#include "sim/claim.h"

/* The reason stands in the event that marked it last. */
static const char *reason_of(const struct learning_build *b, int32_t aim, const struct moment_key *key)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= b->first; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind != SIM_EV_VERDICT_MARK || e->verdict_mark.aim != aim || e->verdict_mark.subject != key->subject)
            continue;
        if (aim == 1 || (e->verdict_mark.source == key->source && e->verdict_mark.customer == key->customer && e->verdict_mark.nth == key->nth))
            return wording_typed(&b->words, e->verdict_mark.reason);
    }
    return "";
}

static struct learning_verdict *add(struct learning_build *b, int32_t settled)
{
    struct view_learning *v = b->out;
    struct learning_verdict *out = &v->verdicts[v->verdict_count++];
    *out = (struct learning_verdict){.time = wording_clock(&b->words, settled), .reason = ""};
    return out;
}

static int shows(const struct learning_build *b, const struct sim_moment *m)
{
    return m->round == b->round && m->scored && m->settled >= 0 && m->outcome != OUTCOME_OPEN && (m->outcome != OUTCOME_NONE || m->overruled >= 0);
}

static void moment_add(struct learning_build *b, const struct sim_moment *m)
{
    struct learning_verdict *v = add(b, m->settled);
    int32_t outcome = wording_moment_outcome(m);
    v->aim = 0;
    v->key = (struct moment_key){m->source, m->subject, m->customer, m->nth};
    v->outcome = (int)outcome;
    v->disputed = m->disputed;
    v->overruled = m->overruled >= 0;
    v->sentence = wording_moment(&b->words, m);
    v->evidence = wording_moment_evidence(&b->words, m);
    v->calls_for = wording_moment_duty(&b->words, m);
    v->word = wording_outcome(outcome);
    v->tone = wording_outcome_tone(outcome);
    v->incident = wording_incident(&b->words, m->incident);
    if (m->disputed || m->overruled >= 0)
        v->reason = reason_of(b, 0, &v->key);
}

/* What it counts as without the dispute that keeps it out. */
static int32_t claim_judged(const struct sim_claim *claim)
{
    struct sim_claim alone = *claim;
    alone.disputed = 0;
    return claim_outcome(&alone);
}

static void claim_add(struct learning_build *b, const struct sim_claim *claim)
{
    struct learning_verdict *v = add(b, claim->at);
    int32_t outcome = claim_judged(claim);
    v->aim = 1;
    v->key = (struct moment_key){.subject = claim->act};
    v->outcome = (int)outcome;
    v->disputed = claim->disputed;
    v->overruled = claim->overruled >= 0;
    v->sentence = wording_claim(&b->words, claim);
    v->evidence = claim->supported_by != LACK_NOTHING ? wording_lack(claim->supported_by) : wording_act(&b->words, claim->act);
    v->calls_for = wording_act(&b->words, claim->act);
    v->word = wording_outcome(outcome);
    v->tone = wording_outcome_tone(outcome);
    v->incident = wording_incident(&b->words, claim->incident);
    if (claim->disputed || claim->overruled >= 0)
        v->reason = reason_of(b, 1, &v->key);
}

/* In order of time, claims behind moments of the same second: an insertion keeps the order of equals. */
static void sort(struct view_learning *v, int32_t *times)
{
    for (int i = 1; i < v->verdict_count; i++) {
        struct learning_verdict one = v->verdicts[i];
        int32_t when = times[i];
        int k = i;
        for (; k > 0 && times[k - 1] > when; k--) {
            v->verdicts[k] = v->verdicts[k - 1];
            times[k] = times[k - 1];
        }
        v->verdicts[k] = one;
        times[k] = when;
    }
}

void learning_verdicts(struct learning_build *b)
{
    struct view_learning *v = b->out;
    const struct sim_state *s = b->state;
    size_t room = (size_t)s->moment_count + (size_t)s->claim_count + 1;
    int32_t *at = arena_array(b->arena, room, sizeof *at);
    v->verdicts = arena_array(b->arena, room, sizeof *v->verdicts);
    for (int32_t i = 0; i < s->moment_count; i++) {
        if (!shows(b, &s->moments[i]))
            continue;
        at[v->verdict_count] = s->moments[i].settled;
        moment_add(b, &s->moments[i]);
    }
    for (int32_t i = 0; i < s->claim_count; i++) {
        if (s->claims[i].round != b->round)
            continue;
        at[v->verdict_count] = s->claims[i].at;
        claim_add(b, &s->claims[i]);
    }
    sort(v, at);
    for (int i = 0; i < v->verdict_count; i++)
        v->disputed += v->verdicts[i].disputed;
}
