/* What a team sees of the moment, of people and of incidents. */
#include "players/see.h"

#include "players/looking.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/knowledge.h"

enum { SEE_LOOK_BACK = 1200 };

uint64_t see_seed(const struct turn *t)
{
    return t->p->seed;
}

int32_t see_kind(const struct turn *t)
{
    return t->p->kind;
}

int32_t see_now(const struct turn *t)
{
    return t->s->now;
}

int32_t see_round(const struct turn *t)
{
    return t->s->round;
}

int32_t see_round_from(const struct turn *t)
{
    return t->sc->rounds[t->s->round].from;
}

int32_t see_round_to(const struct turn *t)
{
    return t->sc->rounds[t->s->round].to;
}

int see_warm_up(const struct turn *t)
{
    return t->s->round >= 0 && t->sc->rounds[t->s->round].warm_up;
}

int see_last_round(const struct turn *t)
{
    return t->s->round == t->sc->round_count - 1;
}

int32_t see_rounds_before(const struct turn *t)
{
    int32_t n = 0;
    for (round_id r = 0; r <= t->s->round; r++)
        n += !t->sc->rounds[r].warm_up && (r < t->s->round || t->s->phase != PHASE_ROUND);
    return n;
}

int32_t see_conversation(const struct turn *t)
{
    return t->sc->rules.conversation;
}

int32_t see_acts(const struct turn *t, int32_t kind)
{
    return t->p->memory.acts[kind];
}

int32_t see_acts_ever(const struct turn *t)
{
    return t->s->acts;
}

customer_id see_talking_to(const struct turn *t)
{
    int talking = t->s->last_talk_customer >= 0 && t->s->now - t->s->last_talk_at <= t->sc->rules.conversation;
    return talking ? t->s->last_talk_customer : NOBODY;
}

/* --- notes to oneself --- */

static int32_t note_place(const struct turn *t, incident_id i)
{
    int32_t k = 0;
    while (k < t->p->memory.open_count && t->p->memory.open[k] != i)
        k++;
    return k;
}

int32_t see_note(const struct turn *t, incident_id i)
{
    int32_t k = note_place(t, i);
    return k < SEE_NOTES ? t->notes[k] + SEE_BLANK : SEE_BLANK;
}

void see_take_note(struct turn *t, incident_id i, int32_t note)
{
    int32_t k = note_place(t, i);
    if (k < SEE_NOTES)
        t->notes[k] = note - SEE_BLANK;
}

int see_nothing_to_tell(const struct turn *t)
{
    return t->p->told;
}

void see_note_nothing_to_tell(struct turn *t)
{
    t->p->told = 1;
}

/* --- people --- */

int32_t see_customers(const struct turn *t)
{
    return t->sc->customer_count;
}

int32_t see_weight(const struct turn *t, customer_id c)
{
    return t->sc->customers[c].weight;
}

int32_t see_patience(const struct turn *t, customer_id c)
{
    return sim_patience(t->s, t->sc, c);
}

int32_t see_silence(const struct turn *t, customer_id c)
{
    return sim_silence(t->s, c);
}

int see_owes_sorry(const struct turn *t, customer_id c)
{
    return t->s->customers[c].apologies < t->s->customers[c].owed;
}

int32_t see_called_in_vain(const struct turn *t, customer_id c)
{
    return t->p->memory.in_vain[c];
}

int see_was_helped(const struct turn *t, customer_id c)
{
    return t->s->customers[c].helped_round == t->s->round;
}

enum mood see_mood(const struct turn *t, customer_id c)
{
    return sim_mood(t->s, t->sc, c);
}

int32_t see_members(const struct turn *t)
{
    return t->s->member_count;
}

int see_is_free(const struct turn *t, int32_t member)
{
    return t->s->members[member].work == NOBODY;
}

int32_t see_markers(const struct turn *t)
{
    return t->sc->marker_count;
}

int see_marker_is_good(const struct turn *t, int32_t marker)
{
    return t->sc->markers[marker].good;
}

/* --- incidents --- */

int32_t see_open_count(const struct turn *t)
{
    return t->p->memory.open_count;
}

incident_id see_open(const struct turn *t, int32_t nth)
{
    return t->p->memory.open[nth];
}

const struct sim_incident *see_incident(const struct turn *t, incident_id i)
{
    return &t->s->incidents[i];
}

int see_has_conditions(const struct turn *t, incident_id i)
{
    const struct incident *pack = look_pack(t, i);
    return pack != NULL && pack->conditions.count > 0;
}

int see_is_injected(const struct turn *t, incident_id i)
{
    return look_pack(t, i) == NULL;
}

int see_is_open(const struct turn *t, incident_id i)
{
    return t->s->incidents[i].open == 1;
}

int see_is_running(const struct turn *t, incident_id i)
{
    return t->s->incidents[i].restored >= 0 && t->s->incidents[i].level == LEVEL_RUNNING;
}

int32_t see_deadline(const struct turn *t, incident_id i)
{
    return known_deadline(t->s, t->sc, i);
}

int32_t see_untold_for(const struct turn *t, incident_id i, customer_id c)
{
    int32_t last = claim_last(t->s, i, c);
    int32_t since = last >= 0 ? t->s->claims[last].at : t->s->incidents[i].opened;
    return t->s->now - number_max(since, see_round_from(t));
}

int32_t see_asked_at(const struct turn *t, incident_id i, customer_id c)
{
    int32_t at = t->p->memory.asked_at[i][c];
    return at >= t->s->now - SEE_LOOK_BACK ? at : 0;
}

int32_t see_answered_at(const struct turn *t, incident_id i, customer_id c)
{
    return t->p->memory.answered_at[i][c];
}

int32_t see_last_said(const struct turn *t, incident_id i, customer_id c)
{
    return t->p->memory.last_said[i][c];
}

int see_may_ask_again(const struct turn *t, incident_id i, customer_id c, enum question q)
{
    return t->p->memory.ask_again[i][c] >> q & 1;
}

int see_has_asked(const struct turn *t, incident_id i, customer_id c, enum question q)
{
    return t->s->incidents[i].asked[c] >> q & 1;
}

int32_t see_milestones(const struct turn *t, incident_id i)
{
    const struct incident *pack = look_pack(t, i);
    return pack != NULL ? pack->milestone_count : 0;
}

int32_t see_milestone_at(const struct turn *t, incident_id i, int32_t milestone)
{
    return t->sc->incidents[i].milestones[milestone].at;
}

int see_was_retested(const struct turn *t, incident_id i, int32_t milestone)
{
    return t->s->incidents[i].retested >> milestone & 1;
}

int32_t see_options(const struct turn *t, incident_id i)
{
    const struct incident *pack = look_pack(t, i);
    return pack != NULL ? pack->option_count : 0;
}
