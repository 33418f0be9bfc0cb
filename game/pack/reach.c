/* What some course of play can bring about, as the smallest set that contains its own consequences. */
#include "pack/check.h"

static round_id round_of(const struct scenario *s, incident_id i)
{
    return s->incidents[i].round;
}

/* 1 when the incident can be there in this round, or at the end. */
static int is_incident_there(const struct reach *reach, incident_id i, round_id round)
{
    return reach->incidents[i] && (round == NOBODY || round_of(reach->scenario, i) <= round);
}

/* ---- conditions ---- */

round_id reach_round_at(const struct scenario *s, int32_t at)
{
    for (round_id i = 0; i < s->round_count; i++)
        if (at >= s->rounds[i].from && at < s->rounds[i].to)
            return i;
    return NOBODY;
}

/* An opening must happen in its own round; an incident that is there may live on into a later one. */
static int can_be_at(const struct scenario *s, int32_t at, incident_id incident, round_id round)
{
    round_id there = reach_round_at(s, at);
    return round == NOBODY || there == round || (incident != NOBODY && there > round);
}

static int can_pass(const struct scenario *s, int32_t seconds, incident_id incident, round_id round)
{
    if (round == NOBODY)
        return 1;
    int32_t begin = s->rounds[round].from;
    if (incident != NOBODY && s->incidents[incident].at >= 0)
        return can_be_at(s, s->incidents[incident].at + seconds, incident, round);
    return begin + seconds < s->rounds[round].to || (incident != NOBODY && round + 1 < s->round_count);
}

static int is_work_in(const struct scenario *s, incident_id i, enum level level)
{
    for (int32_t w = s->incidents[i].first_work; w < s->incidents[i].first_work + s->incidents[i].work_count; w++)
        if (s->works[w].sets == (int32_t)level)
            return 1;
    return 0;
}

static int can_service_be(const struct reach *reach, service_id service, enum level level, round_id round)
{
    const struct scenario *s = reach->scenario;
    if (level == LEVEL_RUNNING)
        return 1;
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].service == service && is_incident_there(reach, i, round) &&
            (s->incidents[i].impact == level || is_work_in(s, i, level)))
            return 1;
    for (int32_t e = 0; e < s->event_count; e++)
        for (int32_t k = 0; k < s->events[e].effect_count; k++)
            if (reach->events[e] && s->events[e].effects[k].kind == EFFECT_SERVICE &&
                s->events[e].effects[k].ref == service && s->events[e].effects[k].value == (int32_t)level)
                return 1;
    return 0;
}

/* Improvements are chosen after a round that counts. */
static int is_after_a_round(const struct scenario *s, round_id round)
{
    for (int32_t i = 0; i < (round == NOBODY ? s->round_count : round); i++)
        if (!s->rounds[i].warm_up)
            return 1;
    return 0;
}

/* Below 30 and from 70, both asked of the same customer at the same time. */
static int is_contradiction(const struct condition *a, const struct condition *b)
{
    int is_level = a->op == COND_TRUST || a->op == COND_SATISFACTION;
    return is_level && a->op == b->op && a->ref == b->ref && a->side == SIDE_BELOW && b->side == SIDE_FROM &&
           b->value >= a->value;
}

static int can_all(const struct reach *reach, condition_id first, incident_id incident, round_id round)
{
    const struct condition *all = reach->scenario->conditions;
    for (condition_id c = first; c != NOBODY; c = all[c].next) {
        if (!reach_condition(reach, c, incident, round))
            return 0;
        for (condition_id d = first; d != NOBODY; d = all[d].next)
            if (is_contradiction(&all[c], &all[d]))
                return 0;
    }
    return 1;
}

static int can_any(const struct reach *reach, condition_id first, incident_id incident, round_id round)
{
    for (condition_id c = first; c != NOBODY; c = reach->scenario->conditions[c].next)
        if (reach_condition(reach, c, incident, round))
            return 1;
    return 0;
}

int reach_condition(const struct reach *reach, condition_id id, incident_id incident, round_id round)
{
    const struct scenario *s = reach->scenario;
    if (id == NOBODY)
        return 1;
    const struct condition *c = &s->conditions[id];
    switch (c->op) {
    case COND_AT: return can_be_at(s, c->value, incident, round);
    case COND_AFTER: return can_pass(s, c->value, incident, round);
    case COND_ALL: return can_all(reach, c->first_child, incident, round);
    case COND_ANY: return can_any(reach, c->first_child, incident, round);
    case COND_FACT: return reach->facts[c->ref] && is_incident_there(reach, s->facts[c->ref].incident, round);
    case COND_WORK: return reach->works[c->ref] && is_incident_there(reach, s->works[c->ref].incident, round);
    case COND_SERVICE: return can_service_be(reach, c->ref, (enum level)c->value, round);
    case COND_INCIDENT: return is_incident_there(reach, c->ref, round);
    case COND_IMPROVEMENT: return is_after_a_round(s, round);
    case COND_NOT:
    case COND_TRUST:
    case COND_SATISFACTION:
    case COND_SILENT:
    case COND_PROMISE:
    case COND_CHANCE:
    case COND_COUNT_MOMENTS:
    case COND_OP_COUNT: break;
    }
    return 1;
}

/* ---- growing ---- */

static int has_all_facts(const struct reach *reach, incident_id incident, uint32_t facts)
{
    const struct incident *i = &reach->scenario->incidents[incident];
    for (int32_t k = 0; k < i->fact_count; k++)
        if ((facts & UINT32_C(1) << k) && !reach->facts[i->first_fact + k])
            return 0;
    return 1;
}

static int is_caused(const struct reach *reach, enum effect_kind kind, int32_t ref)
{
    const struct scenario *s = reach->scenario;
    for (int32_t e = 0; e < s->event_count; e++)
        for (int32_t k = 0; k < s->events[e].effect_count; k++)
            if (reach->events[e] && s->events[e].effects[k].kind == kind && s->events[e].effects[k].ref == ref)
                return 1;
    return 0;
}

static int can_learn(const struct reach *reach, fact_id f)
{
    const struct scenario *s = reach->scenario;
    const struct fact *fact = &s->facts[f];
    const struct incident *owner = &s->incidents[fact->incident];
    if (!reach->incidents[fact->incident])
        return 0;
    if (fact->known || (fact->ask != NOBODY && has_all_facts(reach, fact->incident, fact->needs)))
        return 1;
    uint32_t bit = UINT32_C(1) << (f - owner->first_fact);
    for (int32_t w = owner->first_work; w < owner->first_work + owner->work_count; w++)
        if (reach->works[w] && (s->works[w].reveals & bit))
            return 1;
    return is_caused(reach, EFFECT_FACT, f);
}

static int can_open(const struct reach *reach, incident_id i)
{
    const struct incident *incident = &reach->scenario->incidents[i];
    if (incident->at >= 0 || is_caused(reach, EFFECT_INCIDENT, i))
        return 1;
    return reach_condition(reach, incident->opens, NOBODY, incident->round);
}

static int set(char *flag, int value)
{
    int is_new = value && !*flag;
    *flag = (char)(*flag || value);
    return is_new;
}

static int grow(struct reach *reach)
{
    const struct scenario *s = reach->scenario;
    int grown = 0;
    for (int32_t i = 0; i < s->incident_count; i++)
        grown |= !reach->incidents[i] && set(&reach->incidents[i], can_open(reach, i));
    for (int32_t e = 0; e < s->event_count; e++)
        grown |= !reach->events[e] &&
                 set(&reach->events[e], reach_condition(reach, s->events[e].when, NOBODY, s->events[e].round));
    for (int32_t f = 0; f < s->fact_count; f++)
        grown |= !reach->facts[f] && set(&reach->facts[f], can_learn(reach, f));
    for (int32_t w = 0; w < s->work_count; w++)
        grown |= !reach->works[w] &&
                 set(&reach->works[w], reach->incidents[s->works[w].incident] &&
                                           has_all_facts(reach, s->works[w].incident, s->works[w].needs));
    return grown;
}

static char *flags(struct arena *a, int32_t count)
{
    return arena_alloc(a, (size_t)count + 1);
}

void reach_find(struct reach *reach, struct arena *a, const struct scenario *s)
{
    *reach = (struct reach){s,
                            flags(a, s->incident_count),
                            flags(a, s->fact_count),
                            flags(a, s->work_count),
                            flags(a, s->event_count),
                            flags(a, s->moment_count),
                            flags(a, s->ending_count)};
    while (grow(reach))
        continue;
    for (int32_t m = 0; m < s->moment_count; m++)
        reach->moments[m] = (char)(reach->incidents[s->moments[m].incident] &&
                                   reach_condition(reach, s->moments[m].when, s->moments[m].incident,
                                                   s->incidents[s->moments[m].incident].round));
    for (int32_t e = 0, is_settled = 0; e < s->ending_count && !is_settled; e++) {
        reach->endings[e] = (char)reach_condition(reach, s->endings[e].when, NOBODY, NOBODY);
        is_settled = s->endings[e].when == NOBODY;
    }
}

/* ---- fixed times ---- */

static int32_t fixed_of_list(const struct scenario *s, const struct condition *list, incident_id incident)
{
    int32_t best = -1;
    for (condition_id c = list->first_child; c != NOBODY; c = s->conditions[c].next) {
        int32_t at = reach_fixed_time(s, c, incident);
        if (at < 0)
            return -1;
        if (best < 0 || (list->op == COND_ALL ? at > best : at < best))
            best = at;
    }
    return best;
}

int32_t reach_fixed_time(const struct scenario *s, condition_id id, incident_id incident)
{
    int32_t opening = s->incidents[incident].at;
    if (id == NOBODY)
        return opening;
    const struct condition *c = &s->conditions[id];
    if (c->op == COND_AT)
        return c->value;
    if (c->op == COND_AFTER)
        return opening < 0 ? -1 : opening + c->value;
    return c->op == COND_ALL || c->op == COND_ANY ? fixed_of_list(s, c, incident) : -1;
}
