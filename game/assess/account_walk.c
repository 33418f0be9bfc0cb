/* What the account of a round rests on. */
#include "assess/walk.h"

#include "sim/score.h"

/* --- value --- */

/* What its customer took elsewhere was never opened, so nothing else speaks of its value. */
static int is_valued(const struct walk *w, incident_id i)
{
    for (int32_t k = trace_next(w->r, TRACE_VALUE, i, 0); k >= 0; k = trace_next(w->r, TRACE_VALUE, i, k + 1))
        if (w->r->traces[k].b > 0)
            return 1;
    return 0;
}

struct worth { int32_t stake, lost; enum rule rule; };

static struct worth worth_of(const struct walk *w, const struct assess_trace *t)
{
    if (t->kind == TRACE_SPAN)
        return (struct worth){0, t->c, RULE_SPAN};
    if (t->kind == TRACE_VALUE)
        return (struct worth){t->a, t->b, t->b > 0 ? RULE_UNSERVED : RULE_AT_STAKE};
    if (t->kind == TRACE_ASIDE && !is_valued(w, t->incident))
        return (struct worth){t->a, t->a, RULE_ELSEWHERE};
    return (struct worth){0, 0, RULE_AT_STAKE};
}

void walk_value(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->r->trace_count; k++) {
        struct worth worth = worth_of(w, &w->r->traces[k]);
        int32_t points = measure == MEASURE_VALUE_POSSIBLE ? worth.stake : measure == MEASURE_VALUE_LOST ? worth.lost : worth.stake - worth.lost;
        if (points == 0 || !walk_trace(w, k, worth.rule, &item))
            continue;
        item_gives(&item, points, 0);
        walk_show(w, &item);
    }
}

/* --- restore targets --- */

static int in_time(const struct sim_incident *i)
{
    return i->restored >= 0 && (i->restore_by < 0 || i->restored <= i->restore_by);
}

/* The second of the target has passed, and it did not run then. */
static int is_overdue(const struct walk *w, const struct sim_incident *i)
{
    return i->restore_by >= 0 && !in_time(i) && i->restore_by <= w->s->now;
}

static int32_t event_of(const struct walk *w, int32_t trace)
{
    return trace >= 0 ? w->r->traces[trace].event : NOBODY;
}

/* The second passed: trust fell by it. */
static int32_t overdue_event(const struct walk *w, incident_id i)
{
    for (int32_t k = trace_next(w->r, TRACE_TRUST, i, 0); k >= 0; k = trace_next(w->r, TRACE_TRUST, i, k + 1))
        if (w->r->traces[k].a == REASON_OVERDUE_WORK)
            return w->r->traces[k].event;
    return event_of(w, trace_stage(w->r, i, MARK_RESTORED));
}

static void show_incident(const struct walk *w, incident_id i, int32_t event, enum rule rule, int32_t points, int32_t possible)
{
    struct assess_item item;
    if (!walk_incident(w, i, event, rule, &item))
        return;
    item_gives(&item, points, possible);
    walk_show(w, &item);
}

void walk_targets(const struct walk *w, int32_t measure)
{
    (void)measure;
    for (incident_id i = 0; i < w->s->incident_count; i++) {
        const struct sim_incident *incident = &w->s->incidents[i];
        if (incident->open == 0 || incident->restore_by < 0)
            continue;
        if (in_time(incident))
            show_incident(w, i, event_of(w, trace_stage(w->r, i, MARK_RESTORED)), RULE_RESTORED, 1, 1);
        else if (is_overdue(w, incident))
            show_incident(w, i, overdue_event(w, i), RULE_TARGET_PASSED, 0, 1);
    }
}

/* Moments of one source, each as 1 of 1 where it came out so. */
static void show_cases(const struct walk *w, int32_t source, int32_t outcome)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++)
        if (w->s->moments[k].source == source && walk_moment(w, k, &item)) {
            item_as_case(&item, outcome);
            walk_show(w, &item);
        }
}

void walk_targets_missed(const struct walk *w, int32_t measure)
{
    (void)measure;
    show_cases(w, MOMENT_ACKNOWLEDGED, OUTCOME_MISSED);
    for (incident_id i = 0; i < w->s->incident_count; i++)
        if (w->s->incidents[i].open != 0 && is_overdue(w, &w->s->incidents[i]))
            show_incident(w, i, overdue_event(w, i), RULE_TARGET_PASSED, 1, 1);
}

/* --- outcomes --- */

static enum rule outcome_rule(int32_t measure)
{
    switch (measure) {
    case MEASURE_USER_CONFIRMED: return RULE_CONFIRMED;
    case MEASURE_SERVED: return RULE_SERVED;
    case MEASURE_LAPSED: case MEASURE_LEFT: return RULE_ENDED;
    default: return RULE_RESTORED;
    }
}

static int32_t outcome_mark(int32_t measure)
{
    switch (measure) {
    case MEASURE_USER_CONFIRMED: return MARK_CONFIRMED;
    case MEASURE_LAPSED: return MARK_LAPSED;
    case MEASURE_LEFT: return MARK_LEFT;
    default: return MARK_RESTORED;
    }
}

static int came_to(const struct sim_incident *i, int32_t measure)
{
    switch (measure) {
    case MEASURE_RESTORED_IN_TIME: return in_time(i);
    case MEASURE_RESTORED_LATE: return i->restored >= 0 && !in_time(i);
    case MEASURE_USER_CONFIRMED: return i->confirmed >= 0;
    case MEASURE_SERVED: return i->restored >= 0 && i->kind != INCIDENT_FAILURE;
    case MEASURE_LAPSED: return i->how == MARK_LAPSED;
    default: return i->how == MARK_LEFT && i->confirmed < 0;
    }
}

void walk_incidents(const struct walk *w, int32_t measure)
{
    for (incident_id i = 0; i < w->s->incident_count; i++)
        if (w->s->incidents[i].open != 0 && came_to(&w->s->incidents[i], measure))
            show_incident(w, i, event_of(w, trace_stage(w->r, i, outcome_mark(measure))), outcome_rule(measure), 1, 1);
}

/* --- what happened once or more --- */

static int is_told_by(const struct assess_trace *t, int32_t measure)
{
    switch (measure) {
    case MEASURE_REFUSED: return t->kind == TRACE_ACT && t->c == SIM_CMD_REFUSE;
    case MEASURE_ELSEWHERE: return t->kind == TRACE_ASIDE;
    case MEASURE_PREVENTED: return t->kind == TRACE_PREVENTED;
    case MEASURE_HARMS: return t->kind == TRACE_HARM;
    default: return t->kind == TRACE_STAGE && t->a == MARK_FELL_BACK;
    }
}

void walk_stages(const struct walk *w, int32_t measure)
{
    enum rule rule = measure == MEASURE_REFUSED ? RULE_REFUSED : measure == MEASURE_ELSEWHERE ? RULE_ELSEWHERE
        : measure == MEASURE_PREVENTED ? RULE_PREVENTED : measure == MEASURE_HARMS ? RULE_HARM : RULE_FELL_BACK;
    struct assess_item item;
    for (int32_t k = 0; k < w->r->trace_count; k++)
        if (is_told_by(&w->r->traces[k], measure) && walk_trace(w, k, rule, &item)) {
            item_gives(&item, 1, 1);
            walk_show(w, &item);
        }
}

/* --- costs --- */

void walk_spans(const struct walk *w, int32_t measure)
{
    int32_t level = measure == MEASURE_DOWN ? LEVEL_DOWN : LEVEL_DEGRADED;
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_SPAN, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_SPAN, NOBODY, k + 1))
        if (w->r->traces[k].a == level && walk_trace(w, k, RULE_SPAN, &item)) {
            item_gives(&item, trace_span_seconds(w->r, k), 0);
            walk_show(w, &item);
        }
}

static int32_t length_of(const struct walk *w, const struct sim_work *work)
{
    return (work->ended >= 0 ? work->ended : w->s->now) - work->started;
}

static int was_done_before(const struct walk *w, int32_t instance)
{
    for (int32_t k = 0; k < instance; k++)
        if (w->s->works[instance].work >= 0 && w->s->works[k].work == w->s->works[instance].work)
            return 1;
    return 0;
}

static int is_wasted(const struct sim_work *work)
{
    return work->ended >= 0 && (work->how != WORK_DONE || work->falls_back_at == SIM_FELL_BACK);
}

void walk_works(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->work_count; k++) {
        int counts = measure == MEASURE_WORK || (measure == MEASURE_WORK_WASTED ? is_wasted(&w->s->works[k]) : was_done_before(w, k));
        if (!counts || !walk_work(w, k, RULE_WORK, &item))
            continue;
        item_gives(&item, length_of(w, &w->s->works[k]), 0);
        walk_show(w, &item);
    }
}

void walk_talks(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_ACT, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_ACT, NOBODY, k + 1))
        if (w->r->traces[k].b > 0 && walk_trace(w, k, RULE_CONVERSATION, &item)) {
            item_gives(&item, w->r->traces[k].b, 0);
            walk_show(w, &item);
        }
}
