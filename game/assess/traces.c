#include "assess/traces.h"

#include "base/number.h"

enum { VISIBLE_FROM = PLACE_SEEN_ROUTINE };

/* --- keeping --- */

static int is_warm_up(const struct assess_reading *r, round_id round)
{
    return round >= 0 && r->scenario->rounds[round].warm_up;
}

/* The round that a thing of the incident belongs to: its own, once it has come. */
static round_id round_of_incident(const struct assess_reading *r, incident_id i)
{
    return i >= 0 && r->state.incidents[i].open != 0 ? r->state.incidents[i].round : r->state.round;
}

/* Returns its index, NOBODY when it does not count or there is no room. */
static int32_t keep(struct assess_reading *r, int32_t index, const struct sim_event *e, struct assess_trace t)
{
    if (is_warm_up(r, t.round)) {
        if (r->state.phase == PHASE_ROUND || e->kind == SIM_EV_SURVEYED)
            return NOBODY;
        t.round = NOBODY;   /* after the warm-up, before the first round that counts */
    }
    if (r->trace_count >= ASSESS_TRACES) {
        r->traces_dropped++;
        return NOBODY;
    }
    t.event = index;
    t.at = e->at;
    r->traces[r->trace_count] = t;
    return r->trace_count++;
}

static struct assess_trace trace_of(const struct assess_reading *r, int32_t kind, incident_id i, customer_id c)
{
    return (struct assess_trace){.kind = kind, .round = r->state.round, .incident = i, .customer = c, .member = NOBODY, .item = NOBODY};
}

static struct assess_trace trace_of_incident(const struct assess_reading *r, int32_t kind, incident_id i)
{
    struct assess_trace t = trace_of(r, kind, i, i >= 0 && r->state.incidents[i].open != 0 ? r->state.incidents[i].reporter : NOBODY);
    t.round = round_of_incident(r, i);
    return t;
}

/* --- acts --- */

/* What the team did; what no author foresaw is recorded by the facilitator and counts like any other. */
static int is_of_team(int32_t kind)
{
    return sim_command_is_act(kind) || kind == SIM_CMD_IMPROVISE_WORK || kind == SIM_CMD_IMPROVISE_FACT;
}

static int is_seen(const struct assess_reading *r, const struct sim_event *e)
{
    incident_id i = e->act.incident;
    if (sim_command_is_act(e->act.act) || e->act.customer >= 0 || i < 0)
        return e->act.visible || e->act.customer >= 0;
    const struct sim_incident *incident = &r->state.incidents[i];
    return incident->first_contact >= 0 && e->at - r->state.customers[incident->reporter].last_contact <= incident->patience;
}

/* The engine's own reckoning of what it takes: by whom it is spoken to, and what goes on from before. */
static int32_t talk_seconds(const struct assess_reading *r, const struct sim_event *e)
{
    if (e->act.customer < 0 || e->act.incident < NOBODY)
        return 0;
    int conditions = e->act.act == SIM_CMD_AGREE_CONDITIONS;
    struct sim_command c = sim_command_make(conditions ? SIM_CMD_AGREE_CONDITIONS : SIM_CMD_ACKNOWLEDGE);
    c.member = e->act.member;
    c.v[0] = e->act.incident;
    c.v[1] = e->act.customer;
    return sim_conversation_cost(&r->state, r->scenario, &c);
}

static void acted(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    r->act_trace = NOBODY;
    if (!is_of_team(e->act.act))
        return;
    struct assess_trace t = trace_of(r, TRACE_ACT, e->act.incident, e->act.customer);
    t.member = e->act.member;
    t.act = e->act.number;
    t.a = (is_seen(r, e) ? VISIBLE_FROM : 0) + number_clamp(e->act.matrix, 0, 2);
    t.b = talk_seconds(r, e);
    t.c = e->act.act;
    r->act_trace = keep(r, index, e, t);
}

static void work_started(struct assess_reading *r, const struct sim_event *e)
{
    if (r->act_trace >= 0)
        r->traces[r->act_trace].item = e->work_started.instance;
}

/* --- services and value --- */

static void span_ends(struct assess_reading *r, service_id v, int32_t at)
{
    if (r->span[v] >= 0)
        r->traces[r->span[v]].b = at - r->traces[r->span[v]].at;
    r->span[v] = NOBODY;
}

static void service_moved(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    service_id v = e->service.service;
    if (e->service.base)
        return;
    span_ends(r, v, e->at);
    if (e->service.level != LEVEL_DEGRADED && e->service.level != LEVEL_DOWN)
        return;
    struct assess_trace t = trace_of(r, TRACE_SPAN, NOBODY, NOBODY);
    t.item = v;
    t.a = e->service.level;
    r->span[v] = keep(r, index, e, t);
}

static void minute_passed(struct assess_reading *r, const struct sim_event *e)
{
    for (service_id v = 0; v < r->scenario->service_count; v++)
        if (r->span[v] >= 0)
            r->traces[r->span[v]].c += e->minute.lost[v];
}

static void spans_end(struct assess_reading *r, int32_t at)
{
    for (service_id v = 0; v < r->scenario->service_count; v++)
        span_ends(r, v, at);
}

static void value_moved(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of_incident(r, TRACE_VALUE, e->value.incident);
    if (e->value.service >= 0)
        t = trace_of(r, TRACE_VALUE, NOBODY, NOBODY);
    t.item = e->value.service;
    t.a = e->value.stake;
    t.b = e->value.lost;
    keep(r, index, e, t);
}

/* --- incidents --- */

static void staged(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of_incident(r, TRACE_STAGE, e->incident_stage.incident);
    t.a = e->incident_stage.mark;
    keep(r, index, e, t);
}

static int can_dig(const struct scenario *sc)
{
    for (int32_t k = 0; k < sc->improvement_count; k++)
        if (sc->improvements[k].effect == IMPROVE_ROOT_CAUSE)
            return 1;
    return 0;
}

/* It comes again, its first time lies in a round before, and the room could have looked for its cause meanwhile. */
static void came_again(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    incident_id i = e->incident_opened.incident;
    incident_id first = i < r->scenario->incident_count ? r->scenario->incidents[i].recurs : NOBODY;
    if (first < 0 || r->scenario->incidents[first].root_cause.answer < 0 || !can_dig(r->scenario))
        return;
    const struct sim_incident *before = &r->state.incidents[first];
    if (before->open != 0 && before->round < r->state.round && !is_warm_up(r, before->round))
        keep(r, index, e, trace_of_incident(r, TRACE_RECURRED, i));
}

static void harmed(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_HARM, e->harm.incident, e->harm.customer);
    t.item = e->harm.work;
    keep(r, index, e, t);
}

static void taken_aside(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_ASIDE, e->around.incident, e->around.customer);
    t.a = e->around.lost;
    keep(r, index, e, t);
}

/* --- people --- */

static void surveyed(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_SURVEYED, e->surveyed.incident, e->surveyed.customer);
    t.round = e->surveyed.round;
    t.a = e->surveyed.answer;
    keep(r, index, e, t);
}

static void thanked(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_VOUCHER, e->voucher.incident, e->voucher.customer);
    t.member = e->voucher.member;
    t.act = e->voucher.act;
    t.item = e->voucher.text;
    keep(r, index, e, t);
}

static void observed(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_OBSERVED, NOBODY, e->observed.customer);
    if (e->observed.marker < 0 || e->observed.marker >= r->scenario->marker_count)
        return;
    t.member = e->observed.member;
    t.item = e->observed.marker;
    t.a = r->scenario->markers[e->observed.marker].good != 0;
    keep(r, index, e, t);
}

static void trust_moved(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_TRUST, e->trust.incident, e->trust.customer);
    t.act = e->trust.act;
    t.a = e->trust.reason;
    t.b = e->trust.delta;
    if (e->trust.delta != 0)
        keep(r, index, e, t);
}

static int fades(int32_t reason)
{
    return reason == REASON_ASKED || reason == REASON_TOLD || reason == REASON_STRONG_CLAIM || reason == REASON_RELIEF
        || reason == REASON_SERVED || reason == REASON_HELPED;
}

static void pleased(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_GAIN, e->satisfaction.incident, e->satisfaction.customer);
    t.act = e->satisfaction.act;
    t.a = e->satisfaction.reason;
    t.b = e->satisfaction.delta;
    if (e->satisfaction.delta > 0 && fades(e->satisfaction.reason))
        keep(r, index, e, t);
}

static void told(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_TOLD, NOBODY, e->fact_told.customer);
    fact_id f = e->fact_told.fact;
    if (f < 0 || r->scenario->facts[f].kind != FACT_BAD_NEWS)
        return;
    t.incident = r->scenario->facts[f].incident;
    t.item = f;
    t.b = number_max(0, e->at - r->state.facts[f].known_at);
    keep(r, index, e, t);
}

static void complained(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_COMPLAINT, e->complaint.incident, e->complaint.customer);
    t.act = e->complaint.act;
    t.a = e->complaint.owner;
    t.b = e->complaint.due;
    if (e->complaint.state == 0)
        keep(r, index, e, t);
}

/* --- what the room learns --- */

static void dug(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of_incident(r, TRACE_SPINE, e->improved.incident);
    t.round = r->state.round;
    t.a = e->improved.works;
    if (e->improved.incident < 0)
        return;
    if (e->improved.on) {
        keep(r, index, e, t);
        return;
    }
    for (int32_t k = trace_next(r, TRACE_SPINE, t.incident, 0); k >= 0; k = trace_next(r, TRACE_SPINE, t.incident, k + 1))
        r->traces[k].c = 1;
}

static void committed(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    struct assess_trace t = trace_of(r, TRACE_COMMITTED, NOBODY, NOBODY);
    t.round = e->committed.round;
    t.item = e->committed.slot;
    t.a = e->committed.text;
    keep(r, index, e, t);
}

static void traces_between(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_VOUCHER: thanked(r, index, e); break;
    case SIM_EV_OBSERVED: observed(r, index, e); break;
    case SIM_EV_IMPROVED: dug(r, index, e); break;
    case SIM_EV_COMMITTED: committed(r, index, e); break;
    case SIM_EV_SURVEYED: surveyed(r, index, e); break;
    case SIM_EV_AROUND: taken_aside(r, index, e); break;
    case SIM_EV_PREVENTED: keep(r, index, e, trace_of(r, TRACE_PREVENTED, e->prevented.incident, NOBODY)); break;
    default: break;
    }
}

void traces_fold(struct assess_reading *r, int32_t index, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_ACT: acted(r, index, e); break;
    case SIM_EV_WORK_STARTED: work_started(r, e); break;
    case SIM_EV_SERVICE: service_moved(r, index, e); break;
    case SIM_EV_MINUTE: minute_passed(r, e); break;
    case SIM_EV_ROUND_ENDED: spans_end(r, e->at); break;
    case SIM_EV_VALUE: value_moved(r, index, e); break;
    case SIM_EV_INCIDENT_STAGE: staged(r, index, e); break;
    case SIM_EV_INCIDENT_OPENED: came_again(r, index, e); break;
    case SIM_EV_HARM: harmed(r, index, e); break;
    case SIM_EV_TRUST: trust_moved(r, index, e); break;
    case SIM_EV_SATISFACTION: pleased(r, index, e); break;
    case SIM_EV_FACT_TOLD: told(r, index, e); break;
    case SIM_EV_COMPLAINT: complained(r, index, e); break;
    default: traces_between(r, index, e); break;
    }
}

/* --- finding --- */

int32_t trace_next(const struct assess_reading *r, int32_t kind, incident_id i, int32_t from)
{
    for (int32_t k = from; k < r->trace_count; k++)
        if (r->traces[k].kind == kind && (i == NOBODY || r->traces[k].incident == i))
            return k;
    return NOBODY;
}

int32_t trace_stage(const struct assess_reading *r, incident_id i, int32_t mark)
{
    int32_t last = NOBODY;
    for (int32_t k = trace_next(r, TRACE_STAGE, i, 0); k >= 0; k = trace_next(r, TRACE_STAGE, i, k + 1))
        if (r->traces[k].a == mark)
            last = k;
    return last;
}

int32_t trace_span_seconds(const struct assess_reading *r, int32_t span)
{
    const struct assess_trace *t = &r->traces[span];
    return r->span[t->item] == span ? number_max(0, r->state.now - t->at) : t->b;
}

int32_t trace_place(const struct assess_reading *r, int32_t act, int32_t *voucher)
{
    int32_t found = NOBODY;
    for (int32_t k = trace_next(r, TRACE_VOUCHER, NOBODY, 0); k >= 0 && found < 0; k = trace_next(r, TRACE_VOUCHER, NOBODY, k + 1))
        if (r->traces[k].act > 0 && r->traces[k].act == r->traces[act].act)
            found = k;
    if (voucher != 0)
        *voucher = found;
    return found >= 0 ? PLACE_SEEN_UNIQUE : r->traces[act].a;
}
