#include "sim/incident.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

void customer_says(struct sim_making *m, customer_id c, int32_t source, int32_t item, int32_t nth, incident_id i)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_SAID, .said = {c, source, item, nth, i}});
}

void contact_make(struct sim_making *m, customer_id c, incident_id i, int32_t act, int32_t weight)
{
    int first = weight > 0 && incident_is_open(m->s, i) && m->s->incidents[i].reporter == c && m->s->incidents[i].first_contact < 0;
    making_add(m, &(struct sim_event){.kind = SIM_EV_CONTACT, .contact = {c, i, act, weight}});
    if (first)
        moments_first_contact(m, i);
    if (weight == CONTACT_FOR_NOTHING)
        satisfaction_move(m, c, MOOD_FOR_NOTHING * number_min(m->s->customers[c].nothings, FIGURE_NOTHING_WORSE), REASON_FOR_NOTHING, i);
}

static void stage(struct sim_making *m, incident_id i, int32_t mark, int32_t instance)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_STAGE, .incident_stage = {i, mark, m->s->incidents[i].reporter, instance}});
}

/* --- services: the worst of what an event set and what open incidents do to it --- */

static int32_t service_worst(const struct sim_state *s, service_id v)
{
    int32_t worst = s->services[v].base;
    for (int32_t i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        if (incident->open == 1 && incident->service == v && incident->level <= LEVEL_DOWN)
            worst = number_max(worst, incident->level);
    }
    return worst;
}

static int32_t level_loss(int32_t level)
{
    return level == LEVEL_DOWN ? LOSS_DOWN : level == LEVEL_DEGRADED ? LOSS_DEGRADED : 0;
}

static int32_t minutes_left(const struct sim_state *s, const struct scenario *sc)
{
    const struct round *round = &sc->rounds[s->round];
    return (round->to - round->from) / FIGURE_MINUTE - (s->now - round->from) / FIGURE_MINUTE;
}

/* A level worse than any yet this round puts at stake what it would lose until the round's end if nobody did anything. */
static void service_stake(struct sim_making *m, service_id v, int32_t level)
{
    int32_t more = level_loss(level) - level_loss(m->s->services[v].worst);
    if (more <= 0 || m->s->round < 0)
        return;
    int64_t stake = (int64_t)m->sc->services[v].value * minutes_left(m->s, m->sc) * more / 100;
    making_add(m, &(struct sim_event){.kind = SIM_EV_VALUE, .value = {NOBODY, v, (int32_t)stake, 0}});
}

void service_refresh(struct sim_making *m, service_id v)
{
    if (v < 0)
        return;
    int32_t level = service_worst(m->s, v);
    if (level == m->s->services[v].level)
        return;
    service_stake(m, v, level);
    making_add(m, &(struct sim_event){.kind = SIM_EV_SERVICE, .service = {v, level, 0}});
}

/* --- opening --- */

static void facts_at_opening(struct sim_making *m, const struct incident *pack)
{
    for (fact_id f = pack->first_fact; f < pack->first_fact + pack->fact_count; f++) {
        if (m->s->facts[f].known_at >= 0)
            moment_bad_news(m, f);
        else if (m->sc->facts[f].known)
            fact_reveal(m, f, KNOWN_AT_OPENING, pack->reporter);
        else if (is_known_beforehand(m->s, m->sc, f))
            fact_reveal(m, f, KNOWN_AT_OPENING, m->sc->facts[f].ask);
    }
}

static void begin_life(struct sim_making *m, incident_id i)
{
    service_refresh(m, m->s->incidents[i].service);
    moments_open_incident(m, i);
}

void incident_open(struct sim_making *m, incident_id i)
{
    const struct incident *pack = &m->sc->incidents[i];
    int32_t restore_by = pack->restore > 0 ? m->s->now + pack->restore : -1;
    making_add(m, &(struct sim_event){.kind = SIM_EV_SHEET, .sheet = {SHEET_INCIDENT, i, SHEET_FIRED}});
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_OPENED, .incident_opened = {
        i, pack->reporter, pack->service, (int32_t)pack->kind, (int32_t)pack->impact, pack->major, restore_by, 0, 0,
        sim_patience(m->s, m->sc, pack->reporter)}});
    if (pack->value > 0)
        making_add(m, &(struct sim_event){.kind = SIM_EV_VALUE, .value = {i, NOBODY, pack->value, 0}});
    customer_says(m, pack->reporter, 0, i, 0, i);
    begin_life(m, i);
    facts_at_opening(m, pack);
    scripted_open_with(m, i);
}

void incident_inject(struct sim_making *m)
{
    const struct sim_command *c = m->command;
    incident_id i = m->s->incident_count;
    service_id v = c->inject.service;
    int32_t restore_by = v >= 0 && m->sc->services[v].restore > 0 ? m->s->now + m->sc->services[v].restore : -1;
    int32_t patience = c->inject.patience > 0 ? c->inject.patience : sim_patience(m->s, m->sc, c->inject.customer);
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_OPENED, .incident_opened = {
        i, c->inject.customer, v, c->inject.kind, c->inject.impact, c->inject.major != 0, restore_by, c->text, c->inject.says, patience}});
    customer_says(m, c->inject.customer, 0, i, c->inject.says, i);
    begin_life(m, i);
}

/* --- levels --- */

static void restored(struct sim_making *m, incident_id i)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    int served = incident->kind != INCIDENT_FAILURE;
    customer_id c = incident->reporter;
    stage(m, i, MARK_RESTORED, NOBODY);
    satisfaction_rise(m, c, served ? MOOD_SERVED : MOOD_RELIEF, served ? REASON_SERVED : REASON_RELIEF, i);
    promises_restored(m, i);
}

void incident_set_level(struct sim_making *m, incident_id i, int32_t level, int32_t instance)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    int better = incident->level == LEVEL_WAITING || level < incident->level;
    if (incident->open != 1 || !better)
        return;
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_LEVEL, .incident_level = {i, level, instance}});
    if (level == LEVEL_RUNNING)
        restored(m, i);
    service_refresh(m, m->s->incidents[i].service);
    claims_review(m, i);
}

static int32_t level_at_opening(const struct scenario *sc, const struct sim_incident *incident, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    if (pack != NULL)
        return (int32_t)pack->impact;
    return incident->kind == INCIDENT_FAILURE ? LEVEL_DEGRADED : LEVEL_WAITING;
}

int32_t incident_level_without(const struct sim_state *s, const struct scenario *sc, int32_t instance)
{
    incident_id i = s->works[instance].incident;
    int32_t level = level_at_opening(sc, &s->incidents[i], i);
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        int holds = k != instance && w->incident == i && w->ended >= 0 && w->how == WORK_DONE && w->falls_back_at != SIM_FELL_BACK;
        if (holds && w->sets >= 0)
            level = number_min(level, w->sets);
    }
    return level;
}

/* It happens again: whatever was confirmed or closed is open once more. */
void incident_falls_back(struct sim_making *m, int32_t instance)
{
    const struct sim_work *work = &m->s->works[instance];
    incident_id i = work->incident;
    int32_t level = incident_level_without(m->s, m->sc, instance);
    int waited = m->s->incidents[i].confirmed < 0 && m->s->incidents[i].open == 1;
    stage(m, i, MARK_FELL_BACK, instance);
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_LEVEL, .incident_level = {i, level, instance}});
    customer_says(m, m->s->incidents[i].reporter, 9, m->s->works[instance].work, 0, i);
    service_refresh(m, m->s->incidents[i].service);
    claims_review(m, i);
    if (!waited && m->s->incidents[i].window >= 0)
        window_begin(m, i);
}

/* --- endings --- */

void incident_confirm(struct sim_making *m, incident_id i)
{
    customer_id c = m->s->incidents[i].reporter;
    moment_settle(m, moment_open_in(m->s, i, MOMENT_CONFIRMED, NOBODY, NOBODY), OUTCOME_MET);
    trust_rise(m, c, RISE_CONFIRMED, REASON_CONFIRMED, i);
    customer_says(m, c, 7, NOBODY, 0, i);
    promises_confirmed(m, i, c);
    stage(m, i, MARK_CONFIRMED, NOBODY);
    moments_end_incident(m, i);
    claims_review(m, i);
    claims_ended(m, i);
}

/* Left by a round that was broken off while there was time to serve it: by its target, its end or the customer's patience. */
static int is_cut_off(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t how)
{
    const struct sim_incident *incident = &s->incidents[i];
    int32_t until = number_max(incident->restore_by, incident_lapses_at(s, sc, i));
    if (until < 0)
        until = incident->opened + incident->patience;
    return how == MARK_LEFT && s->phase == PHASE_ROUND && s->now < sc->rounds[s->round].to && s->now < until;
}

/* The value of a request that was not served is lost with it; where it still could have been, it is no longer at stake. */
static void value_missed(struct sim_making *m, incident_id i, int32_t how)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    int32_t rest = incident->stake - incident->lost;
    int cut = is_cut_off(m->s, m->sc, i, how);
    if (incident->restored < 0 && rest > 0)
        making_add(m, &(struct sim_event){.kind = SIM_EV_VALUE, .value = {i, NOBODY, cut ? -rest : 0, cut ? 0 : rest}});
}

int is_overripe(const struct sim_state *s, incident_id i)
{
    const struct sim_incident *incident = &s->incidents[i];
    int waits = incident->kind != INCIDENT_CONTENTION && incident->restored >= 0 && incident->confirmed < 0;
    return waits && s->now - incident->restored > incident->patience;
}

void incident_end(struct sim_making *m, incident_id i, int32_t how)
{
    service_id v = m->s->incidents[i].service;
    works_stop(m, i, WORK_OVERTAKEN);
    value_missed(m, i, how);
    if (how == MARK_LEFT && is_overripe(m->s, i))
        trust_fall(m, m->s->incidents[i].reporter, FALL_LEFT_UNASKED, REASON_LEFT_UNASKED, i);
    stage(m, i, how, NOBODY);
    claims_ended(m, i);
    moments_over(m, i);
    service_refresh(m, v);
    if (how == MARK_CLOSED)
        feelings_survey(m, i);
}

int32_t incident_lapses_at(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    if (pack == NULL || pack->lapses <= 0 || s->incidents[i].restored >= 0)
        return -1;
    return s->incidents[i].opened + pack->lapses;
}

void incident_lapses(struct sim_making *m, incident_id i)
{
    customer_id c = m->s->incidents[i].reporter;
    satisfaction_move(m, c, MOOD_MISSED_CHANCE, REASON_MISSED_CHANCE, i);
    promises_overtaken(m, i);
    incident_end(m, i, MARK_LAPSED);
}

void incident_overdue(struct sim_making *m, incident_id i)
{
    trust_fall(m, m->s->incidents[i].reporter, FALL_OVERDUE, REASON_OVERDUE_WORK, i);
}

int32_t incident_silent_at(const struct sim_state *s, incident_id i)
{
    const struct sim_incident *incident = &s->incidents[i];
    int32_t since = number_max(incident->opened, s->customers[incident->reporter].last_contact);
    int32_t patient = number_max(since, incident->silence_at) + incident->patience;
    return number_max(patient, promise_covers_until(s, i, incident->reporter));
}

void incident_silent(struct sim_making *m, incident_id i)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    making_add(m, &(struct sim_event){.kind = SIM_EV_SILENCE, .silence = {i, incident->reporter, incident->silences + 1}});
}
