/* What was risked, what is still open, and speed, quality and risk side by side. */
#include "assess/walk.h"

#include "sim/incident.h"

/* --- risks taken --- */

/* Changes with consequences that were begun: asked first is met, unasked is broken; one that nobody began risked nothing. */
static int is_begun_change(const struct assess_item *item)
{
    int begun = item->outcome == OUTCOME_MET || item->outcome == OUTCOME_BROKEN || item->outcome == OUTCOME_PARTLY;
    int by_rule = item->rule_outcome == OUTCOME_MET || item->rule_outcome == OUTCOME_BROKEN || item->rule_outcome == OUTCOME_PARTLY;
    return begun || by_rule;
}

static void show_changes(const struct walk *w, int32_t outcome)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++)
        if (w->s->moments[k].source == MOMENT_GO_AHEAD && walk_moment(w, k, &item) && is_begun_change(&item)) {
            item_as_case(&item, outcome);
            walk_show(w, &item);
        }
}

static void show_claims(const struct walk *w, int ahead)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->claim_count; k++) {
        if (!walk_claim(w, k, &item))
            continue;
        if (ahead)
            item_as_case(&item, OUTCOME_BROKEN);
        else
            item_as_share(&item, 1);
        walk_show(w, &item);
    }
}

void walk_risks(const struct walk *w, int32_t measure)
{
    if (measure == MEASURE_CHANGES_UNASKED)
        show_changes(w, OUTCOME_BROKEN);
    else
        show_claims(w, 1);
}

/* --- open --- */

static int is_unfixed(const struct sim_incident *i)
{
    int waits = i->open == 1 || i->how == MARK_LEFT || i->how == MARK_REFUSED;
    return i->open != 0 && i->kind != INCIDENT_CONTENTION && i->restored < 0 && waits;
}

static int is_unconfirmed(const struct sim_incident *i)
{
    return i->open != 0 && i->restored >= 0 && i->confirmed < 0;
}

static int32_t ended_by(const struct walk *w, incident_id i)
{
    const struct sim_incident *incident = &w->s->incidents[i];
    int32_t trace = incident->open == 2 ? trace_stage(w->r, i, incident->how) : NOBODY;
    return trace >= 0 ? w->r->traces[trace].event : NOBODY;
}

static void open_incidents(const struct walk *w, int unfixed)
{
    struct assess_item item;
    for (incident_id i = 0; i < w->s->incident_count; i++) {
        const struct sim_incident *incident = &w->s->incidents[i];
        int counts = unfixed ? is_unfixed(incident) : is_unconfirmed(incident);
        if (!counts || !walk_incident(w, i, ended_by(w, i), unfixed ? RULE_UNFIXED : RULE_UNCONFIRMED, &item))
            continue;
        item_gives(&item, 1, 1);
        walk_show(w, &item);
    }
}

static void open_claims(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->claim_count; k++)
        if (w->s->claims[k].settled == CLAIM_OPEN && walk_claim(w, k, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}

static void open_promises(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->promise_count; k++)
        if (w->s->promises[k].state == PROMISE_OPEN && walk_promise(w, k, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}

/* It was done, would not have held, and nothing better stands in for it. */
static int will_fall_back(const struct walk *w, int32_t k)
{
    const struct sim_work *work = &w->s->works[k];
    return work->how == WORK_DONE && work->ended >= 0 && work->falls_back_at >= 0
        && incident_level_without(w->s, w->sc, k) > w->s->incidents[work->incident].level;
}

static void open_repairs(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->work_count && w->s->phase == PHASE_FINISHED; k++)
        if (will_fall_back(w, k) && walk_work(w, k, RULE_WILL_FALL_BACK, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}

void walk_open(const struct walk *w, int32_t measure)
{
    switch (measure) {
    case MEASURE_UNFIXED: open_incidents(w, 1); break;
    case MEASURE_UNCONFIRMED: open_incidents(w, 0); break;
    case MEASURE_CLAIMS_OPEN: open_claims(w); break;
    case MEASURE_PROMISES_OPEN: open_promises(w); break;
    default: open_repairs(w); break;
    }
}

/* --- side by side --- */

static void first_words(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++)
        if (w->s->moments[k].source == MOMENT_ACKNOWLEDGED && walk_moment(w, k, &item)) {
            item_as_share(&item, 0);
            walk_show(w, &item);
        }
}

/* Incidents that ran again, whether or not they do now. */
static void fixes_that_held(const struct walk *w)
{
    struct assess_item item;
    for (incident_id i = 0; i < w->s->incident_count; i++) {
        int32_t ran = trace_stage(w->r, i, MARK_RESTORED), fell = trace_stage(w->r, i, MARK_FELL_BACK);
        int32_t shows = fell >= 0 ? fell : ran;
        if (ran < 0 || !walk_incident(w, i, w->r->traces[shows].event, fell >= 0 ? RULE_FELL_BACK : RULE_HELD, &item))
            continue;
        item_gives(&item, fell < 0, 1);
        walk_show(w, &item);
    }
}

/* The harm that this work did: its trace, NOBODY. It shows in the second in which the work ended. */
static int32_t harm_of(const struct walk *w, const struct sim_work *work)
{
    for (int32_t k = trace_next(w->r, TRACE_HARM, work->incident, 0); k >= 0; k = trace_next(w->r, TRACE_HARM, work->incident, k + 1))
        if (w->r->traces[k].item == work->work && w->r->traces[k].at == work->ended)
            return k;
    return NOBODY;
}

static void changes_without_harm(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->work_count; k++) {
        const struct sim_work *work = &w->s->works[k];
        int with_consequences = work->work >= 0 && w->sc->works[work->work].consult >= 0;
        if (!with_consequences || work->ended < 0 || work->how != WORK_DONE)
            continue;
        int32_t harm = harm_of(w, work);
        if (!walk_work(w, k, harm >= 0 ? RULE_HARM : RULE_NO_HARM, &item))
            continue;
        item.event = harm >= 0 ? w->r->traces[harm].event : item.event;
        item_gives(&item, harm < 0, 1);
        walk_show(w, &item);
    }
}

static void users_asked(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++) {
        const struct sim_moment *m = &w->s->moments[k];
        if (m->source != MOMENT_CONFIRMED || trace_stage(w->r, m->incident, MARK_RESTORED) < 0 || !walk_moment(w, k, &item))
            continue;
        item_as_share(&item, 0);
        walk_show(w, &item);
    }
}

void walk_sides(const struct walk *w, int32_t measure)
{
    if (measure == MEASURE_SPEED) {
        first_words(w);
        walk_targets(w, measure);
    } else if (measure == MEASURE_QUALITY) {
        users_asked(w);
        fixes_that_held(w);
        changes_without_harm(w);
    } else {
        show_changes(w, OUTCOME_MET);
        show_claims(w, 0);
    }
}
