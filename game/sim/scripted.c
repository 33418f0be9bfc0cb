#include "sim/scripted.h"

#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/incident.h"
#include "sim/moments.h"

static struct sim_sheet sheet_of(const struct sim_making *m, enum sheet_kind kind, int32_t item)
{
    return m->s->sheet[sim_sheet_index(m->sc, kind, item)];
}

static void sheet_mark(struct sim_making *m, enum sheet_kind kind, int32_t item, int32_t status)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_SHEET, .sheet = {(int32_t)kind, item, status}});
}

/* --- moments --- */

void scripted_moment_open(struct sim_making *m, moment_id k)
{
    const struct moment *script = &m->sc->moments[k];
    customer_id c = script->speaker >= 0 ? script->speaker : m->s->incidents[script->incident].reporter;
    sheet_mark(m, SHEET_MOMENT, k, SHEET_FIRED);
    moment_open(m, (struct moment_key){MOMENT_SCRIPTED, k, c, 0}, script->incident, m->s->now + script->within);
    if (script->says[0] != '\0')
        customer_says(m, c, 1, k, 0, script->incident);
}

void scripted_open_with(struct sim_making *m, incident_id i)
{
    const struct incident *pack = &m->sc->incidents[i];
    for (int32_t k = pack->first_moment; k < pack->first_moment + pack->moment_count; k++)
        if (m->sc->moments[k].when < 0 && sheet_of(m, SHEET_MOMENT, k).status == SHEET_WAITING)
            scripted_moment_open(m, k);
}

/* Nobody calls who is on the phone with the team already: they ask in that conversation, or when it is over. */
static int is_on_the_phone(const struct sim_making *m, const struct moment *script)
{
    customer_id c = script->speaker >= 0 ? script->speaker : m->s->incidents[script->incident].reporter;
    int32_t begun = m->s->last_talk_at;
    return script->says[0] != '\0' && m->s->last_talk_customer == c && m->s->now > begun
        && m->s->now < begun + m->sc->rules.conversation;
}

static void poll_moments(struct sim_making *m, incident_id i)
{
    const struct incident *pack = &m->sc->incidents[i];
    if (m->s->incidents[i].open != 1)
        return;
    for (int32_t k = pack->first_moment; k < pack->first_moment + pack->moment_count; k++) {
        const struct moment *script = &m->sc->moments[k];
        struct condition_owner owner = {m->s->incidents[i].opened, DRAW_MOMENT_CHANCE, i, k - pack->first_moment, script->when};
        if (sheet_of(m, SHEET_MOMENT, k).status == SHEET_WAITING && !is_on_the_phone(m, script)
            && (script->when < 0 || condition_holds(m->s, m->sc, script->when, &owner)))
            scripted_moment_open(m, k);
    }
}

/* --- incidents --- */

static void not_coming(struct sim_making *m, incident_id i, int32_t mark)
{
    sheet_mark(m, SHEET_INCIDENT, i, SHEET_SKIPPED);
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_STAGE, .incident_stage = {i, mark, m->sc->incidents[i].reporter, NOBODY}});
}

/* A customer who has lost trust under the gate brings no opportunities and no wishes: they go around the team. */
static int goes_around(const struct sim_making *m, const struct incident *pack)
{
    int brings = pack->kind == INCIDENT_OPPORTUNITY || pack->kind == INCIDENT_REQUEST;
    return brings && m->s->customers[pack->reporter].trust < incident_gate(m->sc, pack->reporter);
}

/* What should come now: unless its root cause was found, or its customer takes it elsewhere. */
static void incident_comes(struct sim_making *m, incident_id i)
{
    const struct incident *pack = &m->sc->incidents[i];
    if (is_prevented(m->s, m->sc, i)) {
        not_coming(m, i, MARK_PREVENTED);
        making_add(m, &(struct sim_event){.kind = SIM_EV_PREVENTED, .prevented = {
            i, improvement_of(m->s, m->sc, IMPROVE_ROOT_CAUSE)}});
    } else if (goes_around(m, pack)) {
        not_coming(m, i, MARK_AROUND);
        making_add(m, &(struct sim_event){.kind = SIM_EV_AROUND, .around = {i, pack->reporter, pack->value}});
    } else {
        incident_open(m, i);
    }
}

static void poll_incident(struct sim_making *m, incident_id i)
{
    const struct incident *pack = &m->sc->incidents[i];
    if (pack->round != m->s->round || sheet_of(m, SHEET_INCIDENT, i).status != SHEET_WAITING)
        return;
    struct condition_owner owner = {m->sc->rounds[pack->round].from, DRAW_INCIDENT_CHANCE, i, 0, pack->opens};
    int comes = pack->opens >= 0 ? condition_holds(m->s, m->sc, pack->opens, &owner) : pack->at >= 0 && pack->at <= m->s->now;
    if (comes)
        incident_comes(m, i);
}

/* --- events --- */

static void effect_happens(struct sim_making *m, const struct effect *effect)
{
    switch (effect->kind) {
    case EFFECT_SERVICE:
        making_add(m, &(struct sim_event){.kind = SIM_EV_SERVICE, .service = {effect->ref, effect->value, 1}});
        service_refresh(m, effect->ref);
        break;
    case EFFECT_TRUST:
        /* as the author says, even soon after another event */
        trust_fall(m, effect->ref, -effect->value * FIGURE_POINT, REASON_EVENT, NOBODY);
        break;
    case EFFECT_SATISFACTION:
        satisfaction_move(m, effect->ref, effect->value * FIGURE_POINT, REASON_EVENT, NOBODY);
        break;
    case EFFECT_FACT:
        fact_reveal(m, effect->ref, KNOWN_BY_EVENT, NOBODY);
        break;
    case EFFECT_INCIDENT:
        if (sheet_of(m, SHEET_INCIDENT, effect->ref).status == SHEET_WAITING)
            incident_comes(m, effect->ref);
        break;
    case EFFECT_OFFER:
    case EFFECT_KIND_COUNT:
        break;
    }
}

void scripted_event_happens(struct sim_making *m, event_id e)
{
    const struct event *event = &m->sc->events[e];
    int32_t offer = 0;
    for (int32_t k = 0; k < event->effect_count; k++)
        offer |= event->effects[k].kind == EFFECT_OFFER;
    sheet_mark(m, SHEET_EVENT, e, SHEET_FIRED);
    making_add(m, &(struct sim_event){.kind = SIM_EV_HAPPENED, .happened = {e, offer}});
    if (event->speaker >= 0 && event->says[0] != '\0')
        customer_says(m, event->speaker, 2, e, 0, NOBODY);
    for (int32_t k = 0; k < event->effect_count; k++)
        effect_happens(m, &event->effects[k]);
}

static void poll_event(struct sim_making *m, event_id e)
{
    const struct event *event = &m->sc->events[e];
    if (event->round != m->s->round || event->when < 0 || sheet_of(m, SHEET_EVENT, e).status != SHEET_WAITING)
        return;
    struct condition_owner owner = {m->sc->rounds[event->round].from, DRAW_EVENT_CHANCE, e, 0, event->when};
    if (condition_holds(m->s, m->sc, event->when, &owner))
        scripted_event_happens(m, e);
}

static int is_over(const struct sim_making *m, enum sheet_kind kind, int32_t item)
{
    int32_t status = sheet_of(m, kind, item).status;
    return status == SHEET_FIRED || status == SHEET_SKIPPED;
}

/* What may still come in this round; what has come never comes again, so the list of a round only grows too long. */
static const struct sim_waiting *waiting(struct sim_making *m)
{
    struct sim_waiting *w = &m->out->waiting;
    if (w->scenario == m->sc && w->round == m->s->round)
        return w;
    int32_t from = m->sc->rounds[m->s->round].from;
    w->scenario = m->sc;
    w->round = m->s->round;
    w->incident_count = w->event_count = 0;
    for (incident_id i = 0; i < m->sc->incident_count; i++)
        if (m->sc->incidents[i].round == w->round && !is_over(m, SHEET_INCIDENT, i)) {
            w->incidents_from[w->incident_count] = condition_not_before(m->sc, m->sc->incidents[i].opens, from);
            w->incidents[w->incident_count++] = i;
        }
    for (event_id e = 0; e < m->sc->event_count; e++)
        if (m->sc->events[e].round == w->round && m->sc->events[e].when >= 0 && !is_over(m, SHEET_EVENT, e)) {
            w->events_from[w->event_count] = condition_not_before(m->sc, m->sc->events[e].when, from);
            w->events[w->event_count++] = e;
        }
    return w;
}

/* One thing may bring on another; four rounds of that in one second are plenty. */
void scripted_poll(struct sim_making *m)
{
    const struct sim_waiting *w = waiting(m);
    int32_t before = -1;
    for (int times = 0; times < 4 && before != m->out->count && !m->full; times++) {
        before = m->out->count;
        for (int32_t k = 0; k < w->incident_count; k++)
            if (m->s->now >= w->incidents_from[k])
                poll_incident(m, w->incidents[k]);
        for (int32_t k = 0; k < w->event_count; k++)
            if (m->s->now >= w->events_from[k])
                poll_event(m, w->events[k]);
        for (incident_id i = 0; i < m->sc->incident_count; i++)
            poll_moments(m, i);
    }
}
