/*
 * Does an event read from a file name only what is there? sim_apply() asserts
 * and indexes; a file that was damaged or made up must not get that far.
 */
#include "sim/applying.h"

#include "sim/claim.h"
#include "sim/making.h"
#include "sim/moments.h"
#include "sim/promise.h"

#include <stddef.h>

static int within(int32_t value, int32_t low, int32_t high)
{
    return value >= low && value <= high;
}

static int customer(const struct scenario *sc, int32_t c, int32_t low)
{
    return within(c, low, sc->customer_count - 1);
}

static int opened(const struct sim_state *s, int32_t i, int32_t low)
{
    return within(i, low, s->incident_count - 1);
}

static int amount(int32_t value)
{
    return within(value, 0, 100000);
}

/* Value in the pack's unit, and what is added to it: sums of a service or an incident stay far from the end of int32. */
static int value(int32_t sum, int32_t more)
{
    int64_t after = (int64_t)sum + more;
    return after >= -1000000000 && after <= 1000000000;
}

static int fits_minute(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    for (customer_id c = 0; c < sc->customer_count; c++)
        if (!within(e->minute.satisfaction[c], -100000, 100000) || !amount(s->customers[c].satisfaction + e->minute.satisfaction[c]))
            return 0;
    for (service_id v = 0; v < sc->service_count; v++)
        if (!value(s->services[v].lost, e->minute.lost[v]) || e->minute.lost[v] < 0)
            return 0;
    return 1;
}

static int fits_opened(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int32_t i = e->incident_opened.incident;
    int injected = i == s->incident_count && i < sc->incident_count + LIMIT_INJECTED;
    return s->phase == PHASE_ROUND && (injected || (within(i, 0, sc->incident_count - 1) && s->incidents[i].open == 0))
        && customer(sc, e->incident_opened.reporter, 0) && within(e->incident_opened.service, -1, sc->service_count - 1)
        && within(e->incident_opened.kind, 0, INCIDENT_KIND_COUNT - 1) && within(e->incident_opened.level, 0, LEVEL_COUNT - 1)
        && within(e->incident_opened.patience, 1, 86400 * 7);
}

static int fits_sheet(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)s;
    static const int32_t none = 0;
    const int32_t *length = e->sheet.sheet == SHEET_INCIDENT ? &sc->incident_count : e->sheet.sheet == SHEET_EVENT ? &sc->event_count
        : e->sheet.sheet == SHEET_MOMENT ? &sc->moment_count : &none;
    return within(e->sheet.item, 0, *length - 1) && within(e->sheet.status, SHEET_WAITING, SHEET_SKIPPED);
}

static int fits_told(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int known = e->fact_told.fact >= 0 ? within(e->fact_told.fact, 0, sc->fact_count - 1)
        : within(e->fact_told.improvised, 1, s->improvised_count);
    return known && customer(sc, e->fact_told.customer, 0);
}

static int fits_work(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return e->work_started.instance == s->work_count && s->work_count < SIM_WORKS
        && within(e->work_started.work, -1, sc->work_count - 1) && opened(s, e->work_started.incident, 0)
        && within(e->work_started.member, -1, s->member_count - 1) && e->work_started.ends > e->at;
}

static int fits_asked(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return opened(s, e->asked.incident, -1) && customer(sc, e->asked.customer, 0) && within(e->asked.question, 0, ASK_COUNT);
}

static int fits_claim(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return s->claim_count < SIM_CLAIMS && opened(s, e->claim.incident, 0) && customer(sc, e->claim.customer, 0)
        && within(e->claim.claim, 0, CLAIM_COUNT - 1) && within(e->claim.verdict, 0, VERDICT_COUNT - 1)
        && within(e->claim.settled, CLAIM_OPEN, CLAIM_CORRECTED) && within(e->claim.moment, -1, s->moment_count - 1);
}

static int fits_promise(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return s->promise_count < SIM_PROMISES && opened(s, e->promise.incident, 0) && customer(sc, e->promise.customer, 0)
        && within(e->promise.kind, 0, PROMISE_OTHER) && within(e->promise.moment, -1, s->moment_count - 1);
}

static int fits_moment(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int scripted = e->moment_opened.source == MOMENT_SCRIPTED;
    int subject = scripted ? within(e->moment_opened.subject, 0, sc->moment_count - 1)
        && sc->moments[e->moment_opened.subject].incident == e->moment_opened.incident
        : e->moment_opened.subject == e->moment_opened.incident;
    return s->moment_count < SIM_MOMENTS && within(e->moment_opened.source, 0, MOMENT_SOURCE_COUNT - 1) && subject
        && opened(s, e->moment_opened.incident, e->moment_opened.source == MOMENT_COMPLAINT ? -1 : 0)
        && customer(sc, e->moment_opened.customer, 0) && within(e->moment_opened.score, 0, SCORE_COUNT - 1);
}

static int moment_exists(const struct sim_state *s, const struct scenario *sc, const int32_t *v)
{
    struct moment_key key = {v[0], v[1], v[2], v[3]};
    return moment_find(s, sc, &key) >= 0;
}

static int fits_mark(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int exists = e->verdict_mark.aim == 0 ? moment_exists(s, sc, e->v + 1)
        : e->verdict_mark.aim == 1 && claim_by_act(s, e->verdict_mark.subject) >= 0;
    return exists && within(e->verdict_mark.outcome, -1, OUTCOME_NONE);
}

static int fits_complaint(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return s->complaint_count < SIM_COMPLAINTS && customer(sc, e->complaint.customer, 0) && opened(s, e->complaint.incident, -1)
        && within(e->complaint.owner, -1, s->member_count - 1);
}

static int fits_value(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return within(e->value.service, -1, sc->service_count - 1) && opened(s, e->value.incident, -1)
        && (e->value.service < 0
            || (value(s->services[e->value.service].stake, e->value.stake) && value(s->services[e->value.service].lost, e->value.lost)))
        && (e->value.incident < 0
            || (value(s->incidents[e->value.incident].stake, e->value.stake) && value(s->incidents[e->value.incident].lost, e->value.lost)));
}

static int fits_round(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)s;
    return within(e->round_started.round, 0, sc->round_count - 1);
}

static int fits_time(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return e->time_passed.to >= s->now;
}

static int fits_level(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return opened(s, e->incident_level.incident, 0) && within(e->incident_level.level, 0, LEVEL_COUNT - 1);
}

static int fits_stage(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return opened(s, e->incident_stage.incident, 0) && within(e->incident_stage.mark, 0, MARK_PREVENTED)
        && within(e->incident_stage.instance, -1, s->work_count - 1);
}

static int fits_known(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)s;
    return within(e->fact_known.fact, 0, sc->fact_count - 1) && customer(sc, e->fact_known.customer, -1);
}

static int fits_improvised(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return s->improvised_count < SIM_IMPROVISED && opened(s, e->improvised_fact.incident, 0)
        && within(e->improvised_fact.kind, 0, FACT_KIND_COUNT - 1) && customer(sc, e->improvised_fact.customer, -1);
}

static int fits_work_ended(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return within(e->work_ended.instance, 0, s->work_count - 1) && within(e->work_ended.how, 0, WORK_OVERTAKEN);
}

static int fits_contact(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return customer(sc, e->contact.customer, 0) && opened(s, e->contact.incident, -1);
}

static int fits_feeling(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return customer(sc, e->trust.customer, 0) && amount(e->trust.now) && within(e->trust.reason, 0, REASON_COUNT - 1)
        && opened(s, e->trust.incident, -1);
}

static int fits_claim_settled(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return claim_by_act(s, e->claim_settled.act) >= 0 && within(e->claim_settled.how, CLAIM_OPEN, CLAIM_CORRECTED)
        && within(e->claim_settled.verdict, 0, VERDICT_COUNT - 1);
}

static int fits_promise_settled(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return promise_find(s, e->promise_settled.act, e->promise_settled.part) >= 0
        && within(e->promise_settled.state, PROMISE_OPEN, PROMISE_VOID) && within(e->promise_settled.counts, 0, OUTCOME_NONE);
}

static int fits_moment_settled(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return moment_exists(s, sc, e->v) && within(e->moment_settled.outcome, OUTCOME_OPEN, OUTCOME_NONE);
}

static int fits_moment_due(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return moment_exists(s, sc, e->v);
}

static int fits_service(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)s;
    return within(e->service.service, 0, sc->service_count - 1) && within(e->service.level, LEVEL_RUNNING, LEVEL_DOWN);
}

static int fits_decision(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return opened(s, e->decision.incident, 0) && within(e->decision.how, 0, 2);
}

static int fits_conditions(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return opened(s, e->conditions.incident, 0) && within(e->conditions.milestone, e->conditions.how == 0 ? -1 : 0, LIMIT_MILESTONES - 1);
}

static int fits_silence(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    return opened(s, e->silence.incident, 0);
}

typedef int fits_event(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e);

/* Kinds that are missing here name nothing that the state holds. */
static fits_event *const checks[SIM_EV_COUNT] = {
    [SIM_EV_ROUND_STARTED] = fits_round, [SIM_EV_TIME] = fits_time, [SIM_EV_MINUTE] = fits_minute,
    [SIM_EV_INCIDENT_OPENED] = fits_opened, [SIM_EV_INCIDENT_LEVEL] = fits_level, [SIM_EV_INCIDENT_STAGE] = fits_stage,
    [SIM_EV_SHEET] = fits_sheet, [SIM_EV_FACT_KNOWN] = fits_known, [SIM_EV_FACT_TOLD] = fits_told,
    [SIM_EV_IMPROVISED_FACT] = fits_improvised, [SIM_EV_WORK_STARTED] = fits_work, [SIM_EV_WORK_ENDED] = fits_work_ended,
    [SIM_EV_CONTACT] = fits_contact, [SIM_EV_ASKED] = fits_asked, [SIM_EV_TRUST] = fits_feeling,
    [SIM_EV_SATISFACTION] = fits_feeling, [SIM_EV_CLAIM] = fits_claim, [SIM_EV_CLAIM_SETTLED] = fits_claim_settled,
    [SIM_EV_PROMISE] = fits_promise, [SIM_EV_PROMISE_SETTLED] = fits_promise_settled, [SIM_EV_MOMENT_OPENED] = fits_moment,
    [SIM_EV_MOMENT_SETTLED] = fits_moment_settled, [SIM_EV_MOMENT_DUE] = fits_moment_due, [SIM_EV_VERDICT_MARK] = fits_mark,
    [SIM_EV_SERVICE] = fits_service, [SIM_EV_COMPLAINT] = fits_complaint, [SIM_EV_DECISION] = fits_decision,
    [SIM_EV_CONDITIONS] = fits_conditions, [SIM_EV_SILENCE] = fits_silence, [SIM_EV_VALUE] = fits_value,
    [SIM_EV_LEARNING] = fits_between, [SIM_EV_COMMITTED] = fits_between, [SIM_EV_CHARTERED] = fits_between,
    [SIM_EV_MARKED] = fits_between, [SIM_EV_IMPROVED] = fits_between, [SIM_EV_AMBASSADOR] = fits_between,
    [SIM_EV_TALLIED] = fits_between, [SIM_EV_CARD_NOTED] = fits_between, [SIM_EV_MONDAY] = fits_between,
    [SIM_EV_FOLLOWED_UP] = fits_between, [SIM_EV_AROUND] = fits_between, [SIM_EV_PREVENTED] = fits_between,
    [SIM_EV_SURVEYED] = fits_between, [SIM_EV_STEPPED] = fits_between, [SIM_EV_REPORT_EDITED] = fits_between,
};

int sim_event_fits(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    if (sim_event_field_count(e->kind) < 0 || e->at < 0)
        return 0;
    if (s->phase == PHASE_ROUND && e->kind != SIM_EV_ROUND_STARTED && e->at < s->now)
        return 0;
    return checks[e->kind] == NULL || checks[e->kind](s, sc, e);
}
