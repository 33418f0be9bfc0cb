/* Rounds and the clock. */
#include "sim/decide.h"

#include "sim/advance.h"
#include "sim/between.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

/* A project that carried over waits anew: between rounds nothing ran. */
static void project_resumes(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next) {
        const struct sim_moment *moment = &m->s->moments[at];
        if (moment->outcome == OUTCOME_OPEN && moment->due >= 0 && moment->due < m->s->now)
            moment_settle(m, at, OUTCOME_NONE);
    }
    if (m->s->incidents[i].confirmed < 0)
        window_begin(m, i);
}

/* Promises about it that fell due between the rounds could not be kept. */
static void promises_resume(struct sim_making *m, incident_id i, int32_t ended)
{
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next) {
        const struct sim_promise *p = &m->s->promises[at];
        if (p->state == PROMISE_OPEN && p->due > ended && p->due < m->s->now)
            making_add(m, &(struct sim_event){.kind = SIM_EV_PROMISE_SETTLED, .promise_settled = {
                p->act, p->part, PROMISE_VOID, 0, p->far ? OUTCOME_MISSED : OUTCOME_NONE}});
    }
}

enum refusal decide_start_round(struct sim_making *m, const struct sim_command *c)
{
    if (m->s->phase != PHASE_BETWEEN)
        return m->s->phase == PHASE_ROUND ? REFUSAL_ROUND_RUNNING : REFUSAL_FINISHED;
    if (c->start_round.round < 0 || c->start_round.round >= m->sc->round_count)
        return REFUSAL_NO_SUCH;
    if (c->start_round.round <= m->s->round)
        return REFUSAL_ALREADY_OVER;
    int32_t ended = m->s->now;
    act_begin(m, NOBODY, NOBODY);
    learning_ends(m);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ROUND_STARTED, .round_started = {
        c->start_round.round, m->sc->rounds[c->start_round.round].from}});
    for (incident_id i = 0; i < m->s->incident_count; i++)
        if (m->s->incidents[i].open == 1) {
            promises_resume(m, i, ended);
            project_resumes(m, i);
            service_refresh(m, m->s->incidents[i].service);
        }
    scripted_poll(m);
    return REFUSAL_NONE;
}

enum refusal decide_advance(struct sim_making *m, const struct sim_command *c)
{
    if (learning_runs(m->s))
        return REFUSAL_LEARNING;
    if (m->s->paused)
        return REFUSAL_PAUSED;
    if (c->advance.to < m->s->now)
        return REFUSAL_TIME_BACKWARDS;
    if (c->advance.to == m->s->now)
        return REFUSAL_SAME;
    if (c->advance.to > m->sc->rounds[m->s->round].to)
        return REFUSAL_AFTER_ROUND;
    advance_to(m, c->advance.to);
    return REFUSAL_NONE;
}

/* The round is shorter than was reckoned: what nothing could lose any more is not at stake. */
static void stakes_cut(struct sim_making *m)
{
    const struct round *round = &m->sc->rounds[m->s->round];
    int32_t minutes = (round->to - round->from) / FIGURE_MINUTE - (m->s->now - round->from) / FIGURE_MINUTE;
    for (service_id v = 0; v < m->sc->service_count && minutes > 0; v++) {
        int32_t worst = m->s->services[v].worst;
        int32_t share = worst == LEVEL_DOWN ? LOSS_DOWN : worst == LEVEL_DEGRADED ? LOSS_DEGRADED : 0;
        int64_t cut = (int64_t)m->sc->services[v].value * minutes * share / 100;
        if (cut > 0)
            making_add(m, &(struct sim_event){.kind = SIM_EV_VALUE, .value = {NOBODY, v, -(int32_t)cut, 0}});
    }
}

/* Projects carry over while there is a round to come; every other incident is left as it stands. A project's running window is cut short. */
static void incidents_left(struct sim_making *m)
{
    for (incident_id i = 0; i < m->s->incident_count; i++) {
        if (m->s->incidents[i].open != 1)
            continue;
        if (!incident_carries_over(m->s, m->sc, i)) {
            incident_end(m, i, MARK_LEFT);
            continue;
        }
        int32_t window = moment_open_in(m->s, i, MOMENT_UPDATE_WINDOW, m->s->incidents[i].reporter, NOBODY);
        if (window >= 0)
            moment_settle(m, window, window_claims_outcome(m->s, i, window));
    }
}

/* The warm-up leaves no mark on anybody. */
static void feelings_restored(struct sim_making *m)
{
    for (customer_id c = 0; c < m->sc->customer_count; c++) {
        const struct sim_customer *now = &m->s->customers[c];
        int32_t trust = m->sc->customers[c].trust * FIGURE_POINT, satisfaction = m->sc->customers[c].satisfaction * FIGURE_POINT;
        making_add(m, &(struct sim_event){.kind = SIM_EV_TRUST, .trust = {c, trust - now->trust, trust, REASON_NONE, NOBODY, 0}});
        making_add(m, &(struct sim_event){.kind = SIM_EV_SATISFACTION, .satisfaction = {
            c, satisfaction - now->satisfaction, satisfaction, REASON_NONE, NOBODY, 0}});
    }
}

enum refusal decide_end_round(struct sim_making *m, const struct sim_command *c)
{
    (void)c;
    int32_t early = m->s->now < m->sc->rounds[m->s->round].to;
    act_begin(m, NOBODY, NOBODY);
    learning_ends(m);
    m->act = 0;   /* what ends with the round was settled by time, not by an act */
    advance_dues(m);
    works_stop(m, NOBODY, WORK_OVERTAKEN);
    promises_round_over(m);
    claims_round_over(m);
    incidents_left(m);
    stakes_cut(m);
    feelings_survey(m, NOBODY);
    if (m->sc->rounds[m->s->round].warm_up)
        feelings_restored(m);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ROUND_ENDED, .round_ended = {m->s->round, early}});
    return REFUSAL_NONE;
}

enum refusal decide_pause(struct sim_making *m, const struct sim_command *c)
{
    if (m->s->phase != PHASE_ROUND)
        return m->s->phase == PHASE_FINISHED ? REFUSAL_FINISHED : REFUSAL_NO_ROUND;
    if (learning_runs(m->s))
        return REFUSAL_LEARNING;
    if ((c->pause.on != 0) == (m->s->paused != 0))
        return REFUSAL_SAME;
    making_add(m, &(struct sim_event){.kind = SIM_EV_PAUSED, .paused = {c->pause.on != 0}});
    return REFUSAL_NONE;
}

/* Nobody comes back to what was to be carried over: it is judged like all that was left. */
static void projects_left(struct sim_making *m)
{
    for (incident_id i = 0; i < m->s->incident_count; i++)
        if (m->s->incidents[i].open == 1) {
            promises_overtaken(m, i);
            incident_end(m, i, MARK_LEFT);
        }
}

enum refusal decide_finish(struct sim_making *m, const struct sim_command *c)
{
    (void)c;
    if (m->s->phase != PHASE_BETWEEN)
        return m->s->phase == PHASE_ROUND ? REFUSAL_ROUND_RUNNING : REFUSAL_FINISHED;
    act_begin(m, NOBODY, NOBODY);
    learning_ends(m);
    m->act = 0;
    projects_left(m);
    moments_finish(m);
    making_add(m, &(struct sim_event){.kind = SIM_EV_FINISHED, .finished = {m->s->round}});
    return REFUSAL_NONE;
}
