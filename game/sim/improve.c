#include "sim/improve.h"

#include "sim/claim.h"
#include "sim/figures.h"
#include "sim/knowledge.h"

static int since_works(const struct sim_state *s, int32_t since)
{
    return since > 0 && since <= s->rounds_scored;
}

int improvement_works(const struct sim_state *s, enum improvement_effect effect)
{
    return s->improved >> effect & 1;
}

static int found_one(const struct sim_state *s)
{
    for (incident_id i = 0; i < s->incident_count; i++)
        if (since_works(s, s->incidents[i].root_cause))
            return 1;
    return 0;
}

int improvement_holds(const struct sim_state *s, const struct scenario *sc, int32_t improvement)
{
    const struct sim_improvement *k = &s->improvements[improvement];
    if (sc->improvements[improvement].effect == IMPROVE_ROOT_CAUSE)
        return k->since > 0 && found_one(s);
    return since_works(s, k->since);
}

int32_t improvements_chosen(const struct sim_state *s, const struct scenario *sc)
{
    int32_t count = 0;
    for (int32_t k = 0; k < sc->improvement_count; k++)
        count += s->improvements[k].since == s->rounds_scored + 1;
    return count;
}

int root_cause_is_open(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    return pack != NULL && pack->root_cause.answer >= 0 && s->incidents[i].open != 0 && s->incidents[i].root_cause <= 0;
}

/* --- what it does --- */

static int is_called_late(const struct sim_state *s, const struct sim_incident *incident)
{
    int32_t heard = incident->first_contact >= 0 ? incident->first_contact : s->now;
    return heard - incident->opened > FIGURE_CALLBACK;
}

int32_t callback_patience(const struct sim_state *s, customer_id c, int32_t patience)
{
    if (!improvement_works(s, IMPROVE_CALLBACK))
        return 0;
    for (incident_id i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        if (incident->open != 0 && incident->reporter == c && incident->round == s->round && is_called_late(s, incident))
            return 0;
    }
    return patience * FIGURE_CALLBACK_MORE / 100;
}

int is_ambassador(const struct sim_state *s, customer_id c, int32_t member)
{
    return member >= 0 && improvement_works(s, IMPROVE_AMBASSADOR) && s->customers[c].ambassador == member;
}

int is_prevented(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    if (!improvement_works(s, IMPROVE_ROOT_CAUSE))
        return 0;
    for (incident_id k = 0; k < sc->incident_count; k++)
        if (since_works(s, s->incidents[k].root_cause) && (sc->incidents[k].root_cause.prevents == i || sc->incidents[i].recurs == k))
            return 1;
    return 0;
}

int32_t improvement_of(const struct sim_state *s, const struct scenario *sc, enum improvement_effect effect)
{
    for (int32_t k = 0; k < sc->improvement_count; k++)
        if (sc->improvements[k].effect == effect && s->improvements[k].since > 0)
            return k;
    return NOBODY;
}

static int cause_was_found(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return (facts_of_kind(sc, i, FACT_CAUSE) & sim_facts_known(s, sc, i)) != 0;
}

static int is_wished_for(enum incident_kind kind)
{
    return kind == INCIDENT_REQUEST || kind == INCIDENT_PROJECT || kind == INCIDENT_OPPORTUNITY;
}

int is_known_beforehand(const struct sim_state *s, const struct scenario *sc, fact_id f)
{
    const struct fact *fact = &sc->facts[f];
    const struct incident *pack = &sc->incidents[fact->incident];
    if (fact->kind == FACT_EXPECTATION && is_wished_for(pack->kind))
        return improvement_works(s, IMPROVE_DAY_IN_BUSINESS);
    return fact->kind == FACT_CAUSE && pack->recurs >= 0 && improvement_works(s, IMPROVE_KNOWN_ERRORS)
        && cause_was_found(s, sc, pack->recurs);
}

static int is_of_role(const struct sim_state *s, const struct work *work, int32_t member)
{
    return work->role == NOBODY || s->members[member].role == NOBODY || s->members[member].role == work->role;
}

int member_can(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member)
{
    return is_of_role(s, &sc->works[w], member) || improvement_works(s, IMPROVE_CROSS_TRAINING);
}

int32_t work_share(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member)
{
    const struct work *work = &sc->works[w];
    int known_error = work->kind == WORK_INVESTIGATE && sc->incidents[work->incident].recurs >= 0
        && improvement_works(s, IMPROVE_KNOWN_ERRORS);
    int32_t share = known_error ? FIGURE_KNOWN_ERROR : 100;
    return member >= 0 && !is_of_role(s, work, member) ? share * FIGURE_OTHER_ROLE / 100 : share;
}

/* In the same conversation, or by an honest word within the decider's patience. */
int rule_is_said(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    customer_id decider = incident_decider(s, sc, i);
    int talks = s->last_talk_customer == decider && s->last_talk_incident == i && s->now - s->last_talk_at <= sc->rules.conversation;
    int32_t claim = claim_last(s, i, decider);
    int told = claim >= 0 && !claim_is_ahead(&s->claims[claim]) && s->now - s->claims[claim].at <= incident_window(s, sc, i, decider);
    return talks || told;
}
