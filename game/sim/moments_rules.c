#include "sim/moments.h"

#include "base/number.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/promise.h"

static int32_t open_of(struct sim_making *m, int32_t source, incident_id i, int32_t nth, int32_t due)
{
    customer_id c = m->s->incidents[i].reporter;
    return moment_open(m, (struct moment_key){source, i, c, nth}, i, due);
}

static int32_t respond_within(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    service_id v = s->incidents[i].service;
    return v >= 0 && sc->services[v].respond > 0 ? sc->services[v].respond : FIGURE_RESPOND;
}

static void open_go_aheads(struct sim_making *m, incident_id i)
{
    const struct incident *pack = incident_pack(m->sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->work_count; k++) {
        const struct work *work = &m->sc->works[pack->first_work + k];
        if (work->consult >= 0)
            moment_open(m, (struct moment_key){MOMENT_GO_AHEAD, i, work->consult, pack->first_work + k}, i, -1);
    }
}

static void open_milestones(struct sim_making *m, incident_id i)
{
    const struct incident *pack = incident_pack(m->sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->milestone_count; k++) {
        int32_t due = pack->milestones[k].at + FIGURE_MILESTONE_GRACE;
        open_of(m, MOMENT_MILESTONE, i, k, due);
        if (pack->conditions.count > 0)
            open_of(m, MOMENT_RETEST, i, k, due);
    }
}

static void open_for_waiting(struct sim_making *m, incident_id i)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    int32_t patience = incident->patience;
    open_of(m, MOMENT_IMPACT_ASKED, i, 0, -1);
    open_of(m, MOMENT_CONFIRMED, i, 0, -1);
    if (incident_counts_silence(incident)) {
        open_of(m, MOMENT_NO_SILENCE, i, 0, -1);
        open_of(m, MOMENT_COMMITMENT, i, 0, m->s->now + patience);
    }
    window_begin(m, i);
}

void moments_open_incident(struct sim_making *m, incident_id i)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    const struct incident *pack = incident_pack(m->sc, i);
    int32_t kind = incident->kind;
    open_of(m, MOMENT_ACKNOWLEDGED, i, 0, m->s->now + respond_within(m->s, m->sc, i));
    if (kind == INCIDENT_CONTENTION)
        moment_open(m, (struct moment_key){MOMENT_CONTENTION, i, incident_decider(m->s, m->sc, i), 0}, i, -1);
    else if (kind != INCIDENT_OPPORTUNITY || incident->major)
        open_for_waiting(m, i);
    open_go_aheads(m, i);
    if (pack != NULL && pack->conditions.count > 0 && (kind == INCIDENT_PROJECT || incident->major))
        open_of(m, MOMENT_CONDITIONS, i, 0, -1);
    if (kind == INCIDENT_PROJECT)
        open_milestones(m, i);
}

/* One wait too long is partly met, unless nobody ever spoke about it; so is a wait that was kept
 * short by calls for nothing, and one in which the customer never heard until when. */
static int32_t silence_outcome(const struct sim_incident *incident, int spoiled, int blind)
{
    if (incident->silences == 0)
        return spoiled || blind ? OUTCOME_PARTLY : OUTCOME_MET;
    return incident->silences == 1 && incident->first_contact >= 0 ? OUTCOME_PARTLY : OUTCOME_MISSED;
}

/* Over before patience was tried: whoever was helped that soon and said so never waited; otherwise there is nothing to tell. */
static int32_t brief_silence(const struct sim_incident *incident)
{
    return incident->confirmed >= 0 && incident->silences == 0 ? OUTCOME_MET : OUTCOME_NONE;
}

/* There was no time to ask for a confirmation: not restored yet and not due, or only just restored. */
static int32_t confirmed_outcome(const struct sim_state *s, const struct sim_incident *incident, int brief)
{
    if (incident->restored >= 0)
        return s->now - incident->restored < incident->patience ? OUTCOME_NONE : OUTCOME_MISSED;
    return brief || incident->restore_by > s->now ? OUTCOME_NONE : OUTCOME_MISSED;
}

/* A project broken off before its time owes nothing that was planned for later. */
static int has_milestone_ahead(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->milestone_count; k++)
        if (pack->milestones[k].at > s->now)
            return 1;
    return 0;
}

/* Nobody began the change: asked for, not needed or not possible, there was nothing more to ask. */
static int32_t go_ahead_outcome(const struct sim_state *s, const struct scenario *sc, const struct sim_moment *moment, int brief)
{
    const struct sim_incident *incident = &s->incidents[moment->incident];
    const struct work *work = &sc->works[moment->nth];
    int asked = incident->go_ahead >> work_ordinal(sc, moment->nth) & 1;
    int possible = (work->needs & ~sim_facts_known(s, sc, moment->incident)) == 0;
    return brief || asked || !possible || incident->restored >= 0 ? OUTCOME_NONE : OUTCOME_MISSED;
}

/* How an open moment of this source stands when its incident ends now; OPEN: it goes on by itself. */
static int32_t ending_outcome(const struct sim_state *s, const struct scenario *sc, int32_t index)
{
    const struct sim_moment *moment = &s->moments[index];
    const struct sim_incident *incident = &s->incidents[moment->incident];
    int brief = s->now - incident->opened < incident->patience;
    int32_t unless_brief = brief ? OUTCOME_NONE : OUTCOME_MISSED;
    int early = brief || has_milestone_ahead(s, sc, moment->incident);
    switch (moment->source) {
    case MOMENT_ACKNOWLEDGED:
        return moment->due > s->now ? OUTCOME_NONE : OUTCOME_MISSED;
    case MOMENT_IMPACT_ASKED:
    case MOMENT_CONTENTION:
    case MOMENT_CONDITIONS:
        return unless_brief;
    case MOMENT_GO_AHEAD:
        return go_ahead_outcome(s, sc, moment, early);
    case MOMENT_CONFIRMED:
        return confirmed_outcome(s, incident, early);
    case MOMENT_NO_SILENCE:
        return brief ? brief_silence(incident) : silence_outcome(incident, moment->spoiled, !promise_was_named(s, moment->incident));
    case MOMENT_UPDATE_WINDOW:
        return window_claims_outcome(s, moment->incident, index);
    case MOMENT_COMMITMENT:
        return moment->due < 0 ? OUTCOME_OPEN : OUTCOME_NONE;
    default:
        return OUTCOME_OPEN;
    }
}

/* A window that is cut short stands by what was said in it, not by the act that ended it. */
static void settle_window(struct sim_making *m, int32_t index, int32_t outcome)
{
    int32_t act = m->act, source = m->s->moments[index].source;
    if (source == MOMENT_UPDATE_WINDOW || source == MOMENT_PROMISE_WINDOW || source == MOMENT_COMMITMENT)
        m->act = 0;
    moment_settle(m, index, outcome);
    m->act = act;
}

void moments_end_incident(struct sim_making *m, incident_id i)
{
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next) {
        if (m->s->moments[at].outcome != OUTCOME_OPEN)
            continue;
        int32_t outcome = ending_outcome(m->s, m->sc, at);
        if (outcome != OUTCOME_OPEN)
            settle_window(m, at, outcome);
    }
}

/* Bad news that never came from the team came from somewhere else: one fall for each customer left out. */
static void withheld_fall(struct sim_making *m, incident_id i, customer_id c)
{
    if (m->s->incidents[i].withheld >> c & 1)
        return;
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next) {
        const struct sim_moment *moment = &m->s->moments[at];
        if (moment->source == MOMENT_BAD_NEWS && moment->customer == c && moment->outcome == OUTCOME_MISSED) {
            trust_fall(m, c, FALL_WITHHELD, REASON_WITHHELD, i);
            return;
        }
    }
}

/* What could still have been done when it ended does not count; promises were settled before. */
void moments_over(struct sim_making *m, incident_id i)
{
    moments_end_incident(m, i);
    for (customer_id c = 0; c < m->sc->customer_count; c++)
        withheld_fall(m, i, c);
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next) {
        int32_t source = m->s->moments[at].source;
        if (m->s->moments[at].outcome != OUTCOME_OPEN || source == MOMENT_COMPLAINT)
            continue;
        int promises = source == MOMENT_PROMISE_WINDOW || source == MOMENT_COMMITMENT;
        settle_window(m, at, promises ? window_promises_outcome(m->s, i, at) : OUTCOME_NONE);
    }
}

void moments_finish(struct sim_making *m)
{
    for (int32_t at = m->s->open_moment; at < m->s->moment_count; at++)
        moment_settle(m, at, OUTCOME_NONE);
}
