#include "assess/log.h"

#include "assess/traces.h"
#include "base/number.h"
#include "sim/between.h"
#include "sim/claim.h"
#include "sim/figures.h"
#include "sim/moments.h"
#include "sim/promise.h"

#include <string.h>

static void fill(int32_t *items, size_t bytes)
{
    memset(items, 0xff, bytes);   /* NOBODY */
}

void assess_begin(struct assess_reading *r, const struct scenario *sc, const struct sim_setup *setup)
{
    r->scenario = sc;
    r->events = r->trace_count = r->traces_dropped = 0;
    r->act_trace = NOBODY;
    memset(r->rounds, 0, sizeof r->rounds);
    for (round_id k = 0; k < LIMIT_ROUNDS; k++)
        r->rounds[k].ended = NOBODY;
    fill(r->moment_opened, sizeof r->moment_opened);
    fill(r->moment_settled, sizeof r->moment_settled);
    fill(r->moment_mark, sizeof r->moment_mark);
    memset(r->moment_load, 0, sizeof r->moment_load);
    fill(r->claim_made, sizeof r->claim_made);
    fill(r->claim_settled, sizeof r->claim_settled);
    fill(r->claim_mark, sizeof r->claim_mark);
    fill(r->promise_made, sizeof r->promise_made);
    fill(r->promise_settled, sizeof r->promise_settled);
    fill(r->work_started, sizeof r->work_started);
    fill(r->work_ended, sizeof r->work_ended);
    fill(r->work_round, sizeof r->work_round);
    fill(r->incident_opened, sizeof r->incident_opened);
    fill(r->tallied, sizeof r->tallied);
    fill(r->marked, sizeof r->marked);
    fill(r->span, sizeof r->span);
    pledge_begin(&r->pledges);
    sim_begin(&r->state, sc, setup);
}

/* --- which event a thing rests on --- */

/* Incidents that wait for the team, the more of them the greater the load. */
static int32_t waiting(const struct sim_state *s)
{
    int32_t count = 0;
    for (incident_id i = 0; i < s->incident_count; i++)
        count += s->incidents[i].open == 1 && s->incidents[i].confirmed < 0;
    return count;
}

static void moment_event(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    const int32_t *v = e->kind == SIM_EV_VERDICT_MARK ? e->v + 1 : e->v;
    struct moment_key key = {v[0], v[1], v[2], v[3]};
    int32_t at = moment_find(&r->state, r->scenario, &key);
    if (at < 0)
        return;
    if (e->kind == SIM_EV_MOMENT_OPENED) {
        r->moment_opened[at] = index;
        r->moment_load[at] = waiting(&r->state);
    } else if (e->kind == SIM_EV_MOMENT_SETTLED)
        r->moment_settled[at] = index;
    else
        r->moment_mark[at] = index;
}

static void claim_event(int32_t *of, const struct assess_reading *r, int32_t act, int32_t index)
{
    int32_t at = claim_by_act(&r->state, act);
    if (at >= 0)
        of[at] = index;
}

static void promise_event(int32_t *of, const struct assess_reading *r, int32_t act, int32_t part, int32_t index)
{
    int32_t at = promise_find(&r->state, act, part);
    if (at >= 0)
        of[at] = index;
}

static void tally_event(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    int32_t at = tally_find(&r->state, e->tallied.what, e->tallied.subject, e->tallied.by);
    if (at >= 0)
        r->tallied[at] = index;
}

static void mark_event(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    int32_t at = mark_find(&r->state, e->marked.what, e->marked.slot, e->marked.member, e->marked.round);
    if (at >= 0)
        r->marked[at] = index;
}

static void verdict_event(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    if (e->verdict_mark.aim == 0)
        moment_event(r, index, e);
    else
        claim_event(r->claim_mark, r, e->verdict_mark.subject, index);
}

static void keep_index(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_MOMENT_OPENED: case SIM_EV_MOMENT_SETTLED: moment_event(r, index, e); break;
    case SIM_EV_VERDICT_MARK: verdict_event(r, index, e); break;
    case SIM_EV_CLAIM: claim_event(r->claim_made, r, e->claim.act, index); break;
    case SIM_EV_CLAIM_SETTLED: claim_event(r->claim_settled, r, e->claim_settled.act, index); break;
    case SIM_EV_PROMISE: promise_event(r->promise_made, r, e->promise.act, e->promise.part, index); break;
    case SIM_EV_PROMISE_SETTLED:
        promise_event(r->promise_settled, r, e->promise_settled.act, e->promise_settled.part, index);
        break;
    case SIM_EV_WORK_STARTED:
        r->work_started[e->work_started.instance] = index;
        r->work_round[e->work_started.instance] = r->state.round;
        break;
    case SIM_EV_WORK_ENDED: r->work_ended[e->work_ended.instance] = index; break;
    case SIM_EV_INCIDENT_OPENED: r->incident_opened[e->incident_opened.incident] = index; break;
    case SIM_EV_TALLIED: tally_event(r, index, e); break;
    case SIM_EV_MARKED: mark_event(r, index, e); break;
    default: break;
    }
}

/* --- rounds --- */

static void round_begun(struct assess_reading *r, round_id round)
{
    if (r->scenario->rounds[round].warm_up)
        return;
    r->rounds[round].begun = 1;
    r->rounds[round].fade = number_max(FIGURE_FADE_LOWEST, 100 - FIGURE_FADE * number_max(0, r->state.rounds_scored - 1));
}

static void round_over(struct assess_reading *r, int32_t index, round_id round)
{
    if (!r->rounds[round].begun)
        return;
    r->rounds[round].ended = index;
    r->rounds[round].figures = score_figures(&r->state, r->scenario, round);
}

int assess_has_round(const struct assess_reading *r, round_id round)
{
    for (round_id k = 0; k < r->scenario->round_count; k++)
        if (r->rounds[k].begun && (round == NOBODY || round == k))
            return 1;
    return 0;
}

/* --- the fold --- */

void assess_fold(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    sim_apply(&r->state, r->scenario, e);
    r->events = index + 1;
    if (e->kind == SIM_EV_TIME)
        return;
    pledge_fold(&r->pledges, r->scenario, &r->state, index, e);
    if (e->kind == SIM_EV_ROUND_STARTED)
        round_begun(r, e->round_started.round);
    keep_index(r, index, e);
    traces_fold(r, index, e);
    if (e->kind == SIM_EV_ROUND_ENDED)
        round_over(r, index, e->round_ended.round);
}

void assess_read(struct assess_reading *r, const struct assess_log *log)
{
    assess_begin(r, log->scenario, &log->setup);
    for (int32_t k = 0; k < log->count; k++)
        assess_fold(r, k, log->at(log->context, k));
}
