/* The only writer of a state. One function per event; no rule decides here. */
#include "sim/applying.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/figures.h"
#include "sim/making.h"

#include <assert.h>
#include <string.h>

/* What a project still owes counts in the round in which it falls due: the figures of a round that was shown stand. */
static void moments_carried_over(struct sim_state *s)
{
    for (int32_t k = s->open_moment; k < s->moment_count; k++)
        if (s->moments[k].outcome == OUTCOME_OPEN)
            s->moments[k].round = s->round;
}

static void apply_round_started(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    s->phase = PHASE_ROUND;
    s->round = e->round_started.round;
    s->now = e->round_started.from;
    s->last_talk_customer = NOBODY;
    s->rounds_scored += !sc->rounds[s->round].warm_up;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        s->customers[c].last_contact = s->now;
        s->customers[c].nothings = 0;
        s->customers[c].last_sorry = -1;
        for (int32_t k = 0; k < REASON_COUNT; k++)
            s->customers[c].last_gain[k] = -1;
    }
    memset(s->services, 0, sizeof s->services);
    moments_carried_over(s);
}

static void apply_round_ended(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    (void)e;
    s->phase = PHASE_BETWEEN;
}

static void apply_time(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->now = e->time_passed.to;
}

static void apply_minute(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    for (customer_id c = 0; c < sc->customer_count; c++)
        s->customers[c].satisfaction += e->minute.satisfaction[c];
    for (service_id v = 0; v < sc->service_count; v++)
        s->services[v].lost += e->minute.lost[v];
}

static void apply_sheet(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    struct sim_sheet *sheet = &s->sheet[sim_sheet_index(sc, (enum sheet_kind)e->sheet.sheet, e->sheet.item)];
    sheet->status = e->sheet.status;
    sheet->at = e->at;
}

/* Beyond what the customer puts up with, it spoils what runs: calls that were promised, windows, silence. */
static void called_for_nothing(struct sim_state *s, customer_id c)
{
    if (++s->customers[c].nothings <= FIGURE_NOTHING_FORGIVEN)
        return;
    for (int32_t k = s->open_promise; k < s->promise_count; k++)
        s->promises[k].spoiled |= s->promises[k].state == PROMISE_OPEN && s->promises[k].customer == c;
    for (int32_t k = s->open_moment; k < s->moment_count; k++) {
        struct sim_moment *moment = &s->moments[k];
        int waits = moment->source == MOMENT_UPDATE_WINDOW || moment->source == MOMENT_NO_SILENCE;
        moment->spoiled |= waits && moment->outcome == OUTCOME_OPEN && moment->customer == c;
    }
}

static void apply_contact(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    if (e->contact.weight != CONTACT_MADE_GOOD) {
        s->last_talk_at = e->at;
        s->last_talk_customer = e->contact.customer;
        s->last_talk_incident = e->contact.incident;
    }
    if (e->contact.act == ACT_APOLOGISE)
        s->customers[e->contact.customer].last_sorry = e->at;
    if (e->contact.weight == CONTACT_FOR_NOTHING)
        called_for_nothing(s, e->contact.customer);
    if (e->contact.weight <= 0)
        return;
    s->customers[e->contact.customer].last_contact = e->at;
    if (e->contact.incident < 0)
        return;
    struct sim_incident *incident = &s->incidents[e->contact.incident];
    if (incident->reporter == e->contact.customer && incident->first_contact < 0)
        incident->first_contact = e->at;
    if (incident->reporter == e->contact.customer && incident->acknowledged < 0)
        incident->acknowledged = e->at;
}

static void asked_when(struct sim_incident *incident, const struct scenario *sc, const struct sim_event *e)
{
    customer_id c = e->asked.customer;
    if (incident->asked_at[c] == 0 || e->at - incident->asked_at[c] > sc->rules.conversation) {
        incident->asked_earlier[c] = incident->asked_at[c];
        incident->asked_at[c] = e->at;
        incident->asked_now[c] = 0;
    }
    incident->asked_now[c] |= 1 << e->asked.question;
}

/* A go-ahead is given for what can be done as things are known now, or for the work that was named. */
static int is_agreed_to(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e, work_id w)
{
    const struct work *work = &sc->works[w];
    int meant = e->asked.work < 0 || e->asked.work == w;
    return meant && work->consult == e->asked.customer && (work->needs & ~sim_facts_known(s, sc, work->incident)) == 0;
}

static void apply_asked(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    if (e->asked.incident < 0)
        return;
    struct sim_incident *incident = &s->incidents[e->asked.incident];
    int32_t before = incident->go_ahead;
    incident->asked[e->asked.customer] |= 1 << e->asked.question;
    if (e->asked.question < ASK_COUNT)
        asked_when(incident, sc, e);
    if (e->asked.question == ASK_IMPACT && incident->impact_asked < 0)
        incident->impact_asked = e->at;
    const struct incident *pack = incident_pack(sc, e->asked.incident);
    if (e->asked.question == ASK_GO_AHEAD && pack != NULL)
        for (int32_t k = 0; k < pack->work_count; k++)
            if (is_agreed_to(s, sc, e, pack->first_work + k))
                incident->go_ahead |= 1 << number_min(30, k);
    if (e->asked.question == ASK_GO_AHEAD && incident->go_ahead != before)
        claims_followed(s, sc, e->asked.incident, e->at);
}

static void apply_fact_known(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    struct sim_fact *fact = &s->facts[e->fact_known.fact];
    incident_id i = sc->facts[e->fact_known.fact].incident;
    s->incidents[i].known |= (int32_t)(UINT32_C(1) << (e->fact_known.fact - sc->incidents[i].first_fact));
    fact->known_at = e->at;
    fact->by = e->fact_known.by;
    if (e->fact_known.customer >= 0)
        fact->told |= 1 << e->fact_known.customer;
}

static void apply_fact_told(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t bit = 1 << e->fact_told.customer;
    if (e->fact_told.fact >= 0)
        s->facts[e->fact_told.fact].told |= bit;
    else
        s->improvised[e->fact_told.improvised - 1].told |= bit;
}

static void apply_improvised_fact(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t told = e->improvised_fact.customer >= 0 ? 1 << e->improvised_fact.customer : 0;
    s->improvised[s->improvised_count++] = (struct sim_improvised){
        e->improvised_fact.incident, e->improvised_fact.kind, e->improvised_fact.customer, e->improvised_fact.text, e->at,
        e->improvised_fact.told | told};
    s->incidents[e->improvised_fact.incident].known_improvised++;
}

static void apply_trust(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_customer *customer = &s->customers[e->trust.customer];
    customer->trust = e->trust.now;
    customer->last_gain[e->trust.reason] = e->at;
    if (e->trust.delta < 0) {
        customer->owed++;
        customer->last_fall = e->at;
    }
    customer->apologies += e->trust.reason == REASON_APOLOGY;
    if (e->trust.reason == REASON_NONE) {   /* after the warm-up nothing is owed */
        customer->owed = customer->apologies = customer->complained = 0;
        customer->last_fall = -1;
    }
    if (e->trust.reason == REASON_WITHHELD && e->trust.incident >= 0)
        s->incidents[e->trust.incident].withheld |= 1 << e->trust.customer;
}

static void apply_satisfaction(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_customer *customer = &s->customers[e->satisfaction.customer];
    customer->satisfaction = e->satisfaction.now;
    if (e->satisfaction.reason == REASON_HELPED)
        customer->helped_round = s->round;
    if (e->satisfaction.delta > 0)
        customer->last_gain[e->satisfaction.reason] = e->at;
}

static void apply_act(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->acts = e->act.number;
}

static void apply_paused(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->paused = e->paused.on;
}

static void apply_service(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_service *service = &s->services[e->service.service];
    if (e->service.base) {
        service->base = e->service.level;
        return;
    }
    service->level = e->service.level;
    service->worst = number_max(service->worst, e->service.level);
}

static void apply_value(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    if (e->value.service >= 0) {
        s->services[e->value.service].stake += e->value.stake;
        s->services[e->value.service].lost += e->value.lost;
    } else if (e->value.incident >= 0) {
        s->incidents[e->value.incident].stake += e->value.stake;
        s->incidents[e->value.incident].lost += e->value.lost;
    }
}

static void apply_silence(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->incidents[e->silence.incident].silences = e->silence.count;
    s->incidents[e->silence.incident].silence_at = e->at;
}

static void apply_complaint(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    for (int32_t k = 0; k < s->complaint_count; k++)
        if (s->complaints[k].act == e->complaint.act) {
            s->complaints[k].state = e->complaint.state;
            return;
        }
    s->customers[e->complaint.customer].complained = s->customers[e->complaint.customer].owed;
    s->complaints[s->complaint_count++] = (struct sim_complaint){
        e->complaint.act, e->complaint.customer, e->complaint.incident, e->complaint.owner, e->complaint.due, e->complaint.state, e->at};
}

static void apply_decision(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_incident *incident = &s->incidents[e->decision.incident];
    incident->decided = e->decision.how + 1;
    incident->refused |= e->decision.how == 2;
}

static void apply_conditions(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_incident *incident = &s->incidents[e->conditions.incident];
    if (e->conditions.how == 0)
        incident->conditions_agreed = e->at;
    else
        incident->retested |= 1 << e->conditions.milestone;
}

static void apply_finished(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    (void)e;
    s->phase = PHASE_FINISHED;
}

static void apply_happened(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->offer |= e->happened.offer;
}

/* Said, harm, observations, vouchers, notes and answers to surveys stay in the record; the state does not need them. */
static void apply_record(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)s;
    (void)sc;
    (void)e;
}

/* Quicker than hash_mix(), and good enough to tell two courses apart: every word turns all that came before it. */
static uint64_t trail_step(uint64_t hash, int32_t first, int32_t second)
{
    hash = (hash ^ ((uint64_t)(uint32_t)first << 32 | (uint32_t)second)) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static void trail(struct sim_state *s, const struct sim_event *e)
{
    uint64_t hash = (uint64_t)(uint32_t)s->trail_high << 32 | (uint32_t)s->trail_low;
    int32_t count = sim_event_field_count(e->kind);
    hash = trail_step(hash, e->kind, e->at);
    for (int32_t k = 0; k < count; k += 2)
        hash = trail_step(hash, e->v[k], k + 1 < count ? e->v[k + 1] : count);
    s->trail_low = (int32_t)(uint32_t)hash;
    s->trail_high = (int32_t)(uint32_t)(hash >> 32);
}

void sim_apply(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    static apply_event *const handlers[SIM_EV_COUNT] = {
        [SIM_EV_ROUND_STARTED] = apply_round_started, [SIM_EV_ROUND_ENDED] = apply_round_ended, [SIM_EV_TIME] = apply_time,
        [SIM_EV_MINUTE] = apply_minute, [SIM_EV_INCIDENT_OPENED] = apply_incident_opened,
        [SIM_EV_INCIDENT_LEVEL] = apply_incident_level, [SIM_EV_INCIDENT_STAGE] = apply_incident_stage,
        [SIM_EV_SHEET] = apply_sheet, [SIM_EV_FACT_KNOWN] = apply_fact_known, [SIM_EV_FACT_TOLD] = apply_fact_told,
        [SIM_EV_IMPROVISED_FACT] = apply_improvised_fact, [SIM_EV_WORK_STARTED] = apply_work_started,
        [SIM_EV_WORK_ENDED] = apply_work_ended, [SIM_EV_HARM] = apply_record, [SIM_EV_CONTACT] = apply_contact,
        [SIM_EV_SAID] = apply_record, [SIM_EV_ASKED] = apply_asked, [SIM_EV_CLAIM] = apply_claim,
        [SIM_EV_CLAIM_SETTLED] = apply_claim_settled, [SIM_EV_PROMISE] = apply_promise,
        [SIM_EV_PROMISE_SETTLED] = apply_promise_settled, [SIM_EV_MOMENT_OPENED] = apply_moment_opened,
        [SIM_EV_MOMENT_SETTLED] = apply_moment_settled, [SIM_EV_TRUST] = apply_trust,
        [SIM_EV_SATISFACTION] = apply_satisfaction, [SIM_EV_ACT] = apply_act, [SIM_EV_OBSERVED] = apply_record,
        [SIM_EV_VOUCHER] = apply_record, [SIM_EV_NOTE] = apply_record, [SIM_EV_VERDICT_MARK] = apply_verdict_mark,
        [SIM_EV_PAUSED] = apply_paused, [SIM_EV_SERVICE] = apply_service, [SIM_EV_COMPLAINT] = apply_complaint,
        [SIM_EV_DECISION] = apply_decision, [SIM_EV_CONDITIONS] = apply_conditions, [SIM_EV_FINISHED] = apply_finished,
        [SIM_EV_HAPPENED] = apply_happened, [SIM_EV_MOMENT_DUE] = apply_moment_due, [SIM_EV_SILENCE] = apply_silence,
        [SIM_EV_VALUE] = apply_value, [SIM_EV_LEARNING] = apply_learning, [SIM_EV_COMMITTED] = apply_committed,
        [SIM_EV_CHARTERED] = apply_chartered, [SIM_EV_MARKED] = apply_marked, [SIM_EV_IMPROVED] = apply_improved,
        [SIM_EV_AMBASSADOR] = apply_ambassador, [SIM_EV_TALLIED] = apply_tallied, [SIM_EV_CARD_NOTED] = apply_card_noted,
        [SIM_EV_MONDAY] = apply_monday, [SIM_EV_FOLLOWED_UP] = apply_followed_up, [SIM_EV_AROUND] = apply_record,
        [SIM_EV_PREVENTED] = apply_record, [SIM_EV_SURVEYED] = apply_record, [SIM_EV_STEPPED] = apply_stepped,
        [SIM_EV_REPORT_EDITED] = apply_record,
    };
    assert(e->kind > 0 && e->kind < SIM_EV_COUNT && handlers[e->kind] != NULL);
    if (e->kind != SIM_EV_TIME)
        trail(s, e);
    handlers[e->kind](s, sc, e);
}
