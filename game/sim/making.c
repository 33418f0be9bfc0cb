#include "sim/making.h"

#include "base/number.h"
#include "sim/figures.h"

#include <string.h>

void making_add(struct sim_making *m, const struct sim_event *e)
{
    if (m->out->count >= SIM_EVENTS_PER_DECISION) {
        m->full = 1;
        return;
    }
    struct sim_event *slot = &m->out->items[m->out->count++];
    size_t used = (size_t)sim_event_field_count(e->kind);
    memset(slot, 0, sizeof *slot);
    slot->kind = e->kind;
    slot->at = e->kind == SIM_EV_TIME ? e->time_passed.to : m->s->now;
    memcpy(slot->v, e->v, used * sizeof slot->v[0]);
    sim_apply(m->s, m->sc, slot);
}

uint64_t making_seed(const struct sim_state *s)
{
    return (uint64_t)(uint32_t)s->seed_high << 32 | (uint32_t)s->seed_low;
}

const struct incident *incident_pack(const struct scenario *sc, incident_id i)
{
    return i >= 0 && i < sc->incident_count ? &sc->incidents[i] : NULL;
}

int incident_is_open(const struct sim_state *s, incident_id i)
{
    return i >= 0 && i < s->incident_count && s->incidents[i].open == 1;
}

int32_t incident_window(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c)
{
    const struct sim_incident *incident = &s->incidents[i];
    int32_t patience = c == incident->reporter ? incident->patience : sc->customers[c].patience;
    int32_t times = incident->kind == INCIDENT_PROJECT ? FIGURE_PROJECT_PATIENCE : 1;
    return number_max(FIGURE_MINUTE, patience * times);
}

int incident_counts_silence(const struct sim_incident *incident)
{
    return incident->major || incident->kind == INCIDENT_FAILURE || incident->kind == INCIDENT_REQUEST;
}

customer_id incident_decider(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    return pack != NULL && pack->decider >= 0 ? pack->decider : s->incidents[i].reporter;
}

int32_t incident_gate(const struct scenario *sc, customer_id c)
{
    return number_min(sc->rules.trust_gate, sc->customers[c].trust) * FIGURE_POINT - FIGURE_GATE_SLACK;
}

int incident_concerns(const struct scenario *sc, incident_id i, customer_id c)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++)
        if (sc->facts[pack->first_fact + k].matters >> c & 1)
            return 1;
    return 0;
}

int incident_consults(const struct scenario *sc, incident_id i, customer_id c)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->work_count; k++)
        if (sc->works[pack->first_work + k].consult == c)
            return 1;
    return 0;
}

int incident_carries_over(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return s->incidents[i].kind == INCIDENT_PROJECT && s->incidents[i].open == 1 && s->round + 1 < sc->round_count;
}

int customer_exists(const struct scenario *sc, customer_id c)
{
    return c >= 0 && c < sc->customer_count;
}

int round_is_scored(const struct sim_state *s, const struct scenario *sc)
{
    return s->round >= 0 && !sc->rounds[s->round].warm_up;
}
