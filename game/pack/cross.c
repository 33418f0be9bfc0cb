/* What no single field can know. Runs beside faults too, so every reference is looked at before it is followed. */
#include "pack/reading.h"
#include "pack/table.h"
#include <string.h>

static const struct value *value_of(const struct reading *r, enum target target, int32_t ordinal)
{
    return r->things[target].values[ordinal];
}

/* The member when it is there, else the thing itself. */
static const struct value *member_or(const struct value *v, const char *key)
{
    const struct value *m = value_member(v, key);
    return m != NULL ? m : v;
}

static void fault_if(struct reading *r, int wrong, const struct value *v, const char *key, const char *code)
{
    if (wrong)
        reading_fault(r, member_or(v, key), code);
}

static int has(const struct value *v, const char *key)
{
    return value_member(v, key) != NULL;
}

/* ---- facts ---- */

/* Facts that must be known before this one, directly or by way of others. */
static uint32_t needed_by(const struct fact *facts, int32_t count, int32_t fact)
{
    uint32_t all = facts[fact].needs;
    for (int32_t round = 0; round < count; round++)
        for (int32_t i = 0; i < count; i++)
            if (all & UINT32_C(1) << i)
                all |= facts[i].needs;
    return all;
}

static void check_fact(struct reading *r, const struct incident *owner, int32_t nth)
{
    int32_t ordinal = owner->first_fact + nth;
    const struct value *v = value_of(r, TARGET_FACT, ordinal);
    const struct fact *f = &r->scenario->facts[ordinal];
    fault_if(r, has(v, "ask") && !has(v, "answer"), v, "ask", "check.ask-without-answer");
    fault_if(r, has(v, "answer") && !has(v, "ask"), v, "answer", "check.answer-without-ask");
    fault_if(r, has(v, "question") && !has(v, "ask"), v, "question", "check.question-without-ask");
    fault_if(r, f->known && has(v, "ask"), v, "ask", "check.known-and-asked");
    fault_if(r, f->known && f->needs != 0, v, "needs", "check.known-and-needs");
    uint32_t needed = needed_by(&r->scenario->facts[owner->first_fact], owner->fact_count, nth);
    fault_if(r, (needed & UINT32_C(1) << nth) != 0, v, "needs", "check.fact-cycle");
}

/* ---- works and moments ---- */

static void check_work(struct reading *r, int32_t ordinal)
{
    const struct value *v = value_of(r, TARGET_WORK, ordinal);
    const struct work *w = &r->scenario->works[ordinal];
    fault_if(r, w->harm_chance > 0 && !has(v, "consult"), v, "harm", "check.harm-without-consult");
    fault_if(r, w->falls_back_chance > 0 && w->sets < 0, v, "falls_back", "check.falls-back-without-sets");
    fault_if(r, (w->needs & w->reveals) != 0, v, "reveals", "check.needs-and-reveals");
}

static void check_moment(struct reading *r, int32_t ordinal)
{
    const struct value *v = value_of(r, TARGET_MOMENT, ordinal);
    fault_if(r, has(v, "partly") != has(v, "partly_text"), v, has(v, "partly") ? "partly" : "partly_text",
             "check.partly-text");
    fault_if(r, has(v, "broken") != has(v, "broken_text"), v, has(v, "broken") ? "broken" : "broken_text",
             "check.broken-text");
}

/* ---- incidents ---- */

static void check_opening(struct reading *r, const struct value *v)
{
    const struct value *opens = value_member(v, "opens");
    if (opens != NULL && opens->type == VALUE_OBJECT && has(opens, "at") == has(opens, "when"))
        reading_fault(r, opens, "check.opens-one");
}

static void check_impact(struct reading *r, const struct incident *i, const struct value *v)
{
    int is_failure = i->kind == INCIDENT_FAILURE;
    int is_state = i->impact == LEVEL_DEGRADED || i->impact == LEVEL_DOWN;
    if (!has(v, "kind"))
        return;
    fault_if(r, is_failure && !has(v, "service"), v, "kind", "check.failure-service");
    fault_if(r, is_failure && !has(v, "impact"), v, "kind", "check.failure-impact");
    fault_if(r, is_failure && i->impact == LEVEL_WAITING && has(v, "impact"), v, "impact", "check.failure-impact");
    fault_if(r, !is_failure && is_state, v, "impact", "check.impact-no-failure");
    fault_if(r, is_failure && has(v, "lapses"), v, "lapses", "check.failure-lapses");
}

static void check_options(struct reading *r, const struct incident *i, const struct value *contention)
{
    const struct value *options = value_member(contention, "options");
    const struct value *v = options != NULL && options->type == VALUE_LIST ? options->first : NULL;
    for (int32_t k = 0; v != NULL && k < i->option_count; k++, v = v->next) {
        incident_id first = i->options[k].first;
        int is_one = first == NOBODY || first == i->between[0] || first == i->between[1];
        fault_if(r, !is_one && i->between[0] != NOBODY && i->between[1] != NOBODY, v, "first", "check.option-first");
    }
}

static void check_contention(struct reading *r, int32_t ordinal, const struct value *v)
{
    const struct incident *i = &r->scenario->incidents[ordinal];
    const struct value *contention = value_member(v, "contention");
    int is_contention = i->kind == INCIDENT_CONTENTION && has(v, "kind");
    fault_if(r, is_contention && contention == NULL, v, "kind", "check.contention-missing");
    fault_if(r, !is_contention && contention != NULL, v, "contention", "check.contention-kind");
    if (contention == NULL || contention->type != VALUE_OBJECT)
        return;
    fault_if(r, i->between[0] == ordinal || i->between[1] == ordinal, contention, "between", "check.itself");
    check_options(r, i, contention);
}

static void check_incident(struct reading *r, int32_t ordinal)
{
    const struct incident *i = &r->scenario->incidents[ordinal];
    const struct value *v = value_of(r, TARGET_INCIDENT, ordinal);
    check_opening(r, v);
    check_impact(r, i, v);
    check_contention(r, ordinal, v);
    fault_if(r, i->recurs == ordinal, v, "recurs", "check.itself");
    fault_if(r, i->root_cause.prevents == ordinal, v, "root_cause", "check.itself");
    for (int32_t k = 0; k < i->fact_count; k++)
        check_fact(r, i, k);
    for (int32_t k = i->first_work; k < i->first_work + i->work_count; k++)
        check_work(r, k);
    for (int32_t k = i->first_moment; k < i->first_moment + i->moment_count; k++)
        check_moment(r, k);
}

/* ---- the rest ---- */

static void check_event(struct reading *r, int32_t ordinal)
{
    const struct value *v = value_of(r, TARGET_EVENT, ordinal);
    fault_if(r, has(v, "says") && !has(v, "customer"), v, "says", "check.says-without-customer");
}

static void check_rounds(struct reading *r)
{
    const struct scenario *s = r->scenario;
    int32_t played = 0;
    for (int32_t i = 0; i < s->round_count; i++) {
        played += !s->rounds[i].warm_up;
        fault_if(r, s->rounds[i].warm_up && i > 0, value_of(r, TARGET_ROUND, i), "warm_up", "check.warm-up-first");
    }
    fault_if(r, played == 0 && s->round_count > 0, r->root, "rounds", "check.no-round");
}

/* A length is planned once, and its rounds are rounds that count. */
static void check_presets(struct reading *r)
{
    const struct scenario *s = r->scenario;
    const struct value *list = value_member(r->root, "presets");
    const struct value *v = list != NULL && list->type == VALUE_LIST ? list->first : NULL;
    for (int32_t k = 0; v != NULL && k < s->preset_count; k++, v = v->next) {
        int warm_up = s->round_count > 0 && s->rounds[0].warm_up && s->presets[k].rounds & 1, twice = 0;
        for (int32_t i = 0; i < k; i++)
            twice |= s->presets[i].preset == s->presets[k].preset;
        fault_if(r, twice && has(v, "preset"), v, "preset", "check.preset-twice");
        fault_if(r, warm_up, v, "rounds", "check.preset-warm-up");
    }
}

static void check_counts(struct reading *r)
{
    static const char *const keys[] = {"customers", "services", "roles", "rounds"};
    for (int i = 0; i < 4; i++) {
        const struct value *list = value_member(r->root, keys[i]);
        fault_if(r, list != NULL && list->type == VALUE_LIST && list->count == 0, r->root, keys[i], "check.empty-list");
    }
    const struct value *incidents = value_member(r->root, "incidents");
    fault_if(r, incidents != NULL && r->scenario->incident_count == 0 && !r->is_partial, r->root, "incidents",
             "check.empty-list");
}

void cross_check(struct reading *r)
{
    check_counts(r);
    check_rounds(r);
    check_presets(r);
    for (int32_t i = 0; i < r->scenario->event_count; i++)
        check_event(r, i);
    for (int32_t i = 0; i < r->scenario->incident_count; i++)
        check_incident(r, i);
}
