/* Every thing by its table, in the order in which one needs the other: rounds before what happens in them. */
#include "base/text.h"
#include "pack/fields.h"
#include <string.h>

enum { DAY = 24 * 3600 };

/* "customers.mara": NULL without an id, or without a list that translations know. */
static const char *prefix_of(struct reading *r, const char *list, const char *id)
{
    return list != NULL && id[0] != '\0' && field_is_id(id) ? reading_path(r, list, id) : NULL;
}

static void read_things(struct reading *r, enum target target, const struct table *table, const char *list, void *array)
{
    const struct id_list *things = &r->things[target];
    for (int32_t i = 0; i < things->count; i++)
        fields_read(r, table, things->values[i], (char *)array + (size_t)i * table->size,
                    prefix_of(r, list, things->ids[i]));
}

static void *array_for(struct reading *r, enum target target, const struct table *table, int32_t *count)
{
    *count = r->things[target].count;
    return arena_array(r->arena, (size_t)*count + 1, table->size);
}

/* ---- rounds and events ---- */

/* 1 when both times of the round could be read: only then is it worth judging. */
static int has_times(const struct reading *r, round_id i)
{
    static const char *const keys[] = {"from", "to"};
    for (int k = 0; k < 2; k++) {
        const struct value *v = value_member(r->things[TARGET_ROUND].values[i], keys[k]);
        if (v == NULL || v->type != VALUE_TEXT || field_parse_clock(v->text) < 0)
            return 0;
    }
    return 1;
}

static void check_length(struct reading *r, round_id i)
{
    const struct round *round = &r->scenario->rounds[i];
    const struct value *v = r->things[TARGET_ROUND].values[i];
    if (round->from == round->to)
        reading_fault(r, v, "check.round-empty");
    if (round->to - round->from > DAY / 2)
        reading_fault(r, v, "check.round-long");
}

/* A clock that runs backwards from one round to the next, or inside one, has passed midnight. */
static void date_rounds(struct reading *r)
{
    struct scenario *s = r->scenario;
    int32_t day = 0, last = 0;
    for (int32_t i = 0; i < s->round_count; i++) {
        struct round *round = &s->rounds[i];
        if (round->from + day < last)
            day += DAY;
        round->from += day;
        if (round->to + day < round->from)
            day += DAY;
        round->to += day;
        last = round->to;
        if (has_times(r, i))
            check_length(r, i);
    }
}

static void read_events(struct reading *r)
{
    struct scenario *s = r->scenario;
    const struct id_list *events = &r->things[TARGET_EVENT];
    s->events = array_for(r, TARGET_EVENT, &table_event, &s->event_count);
    for (int32_t i = 0; i < events->count; i++) {
        const struct value *round = events->values[i]->parent->parent;
        for (r->round = 0; r->things[TARGET_ROUND].values[r->round] != round;)
            r->round++;
        const char *list = prefix_of(r, "rounds", r->things[TARGET_ROUND].ids[r->round]);
        const char *prefix = list == NULL ? NULL : prefix_of(r, reading_path(r, list, "events"), events->ids[i]);
        fields_read(r, &table_event, events->values[i], &s->events[i], prefix);
        s->events[i].round = r->round;
    }
    r->round = NOBODY;
}

/* ---- incidents ---- */

/* The round of an incident must be known before its times are read. */
static round_id round_of(const struct reading *r, const struct value *incident)
{
    const struct value *opens = value_member(incident, "opens");
    const struct value *round = opens != NULL ? value_member(opens, "round") : NULL;
    return round != NULL && round->type == VALUE_TEXT ? reading_find(r, TARGET_ROUND, round->text) : NOBODY;
}

static const char *inner_list(struct reading *r, const char *prefix, const char *list)
{
    return prefix == NULL ? NULL : reading_path(r, prefix, list);
}

static const char *inner_prefix(struct reading *r, const char *list, const char *id)
{
    return list == NULL ? NULL : prefix_of(r, list, id);
}

static void read_facts(struct reading *r, const struct incident *owner, const char *prefix)
{
    const char *list = inner_list(r, prefix, "facts");
    for (int32_t i = owner->first_fact; i < owner->first_fact + owner->fact_count; i++) {
        struct fact *f = &r->scenario->facts[i];
        const struct value *v = r->things[TARGET_FACT].values[i];
        fields_read(r, &table_fact, v, f, inner_prefix(r, list, r->things[TARGET_FACT].ids[i]));
        f->incident = r->incident;
        if (f->question == ASK_COUNT)
            f->question = fact_kind_question(f->kind);
        if (value_member(v, "matters") == NULL && owner->reporter != NOBODY)
            f->matters = UINT32_C(1) << owner->reporter;
    }
}

static void read_works(struct reading *r, const struct incident *owner, const char *prefix)
{
    const char *list = inner_list(r, prefix, "works");
    for (int32_t i = owner->first_work; i < owner->first_work + owner->work_count; i++) {
        fields_read(r, &table_work, r->things[TARGET_WORK].values[i], &r->scenario->works[i],
                    inner_prefix(r, list, r->things[TARGET_WORK].ids[i]));
        r->scenario->works[i].incident = r->incident;
    }
}

static void read_moments(struct reading *r, const struct incident *owner, const char *prefix)
{
    const char *list = inner_list(r, prefix, "moments");
    for (int32_t i = owner->first_moment; i < owner->first_moment + owner->moment_count; i++) {
        struct moment *m = &r->scenario->moments[i];
        fields_read(r, &table_moment, r->things[TARGET_MOMENT].values[i], m,
                    inner_prefix(r, list, r->things[TARGET_MOMENT].ids[i]));
        m->incident = r->incident;
        if (m->speaker == NOBODY)
            m->speaker = owner->reporter;
    }
}

static void settle_incident(struct reading *r, struct incident *i, const struct value *v)
{
    if (value_member(v, "contention") == NULL)
        fields_default(&table_contention, i);
    if (value_member(v, "root_cause") == NULL)
        fields_default(&table_root_cause, &i->root_cause);
    if (i->restore == 0 && i->service != NOBODY)
        i->restore = r->scenario->services[i->service].restore;
}

static void read_incident(struct reading *r, int32_t ordinal)
{
    struct incident *i = &r->scenario->incidents[ordinal];
    const struct value *v = r->things[TARGET_INCIDENT].values[ordinal];
    const char *prefix = prefix_of(r, "incidents", r->things[TARGET_INCIDENT].ids[ordinal]);
    r->incident = ordinal;
    r->round = round_of(r, v);
    fields_read(r, &table_incident, v, i, prefix);
    settle_incident(r, i, v);
    read_facts(r, i, prefix);
    read_works(r, i, prefix);
    read_moments(r, i, prefix);
    r->incident = NOBODY;
    r->round = NOBODY;
}

static void read_incidents(struct reading *r)
{
    struct scenario *s = r->scenario;
    s->facts = array_for(r, TARGET_FACT, &table_fact, &s->fact_count);
    s->works = array_for(r, TARGET_WORK, &table_work, &s->work_count);
    s->moments = array_for(r, TARGET_MOMENT, &table_moment, &s->moment_count);
    for (int32_t i = 0; i < s->incident_count; i++)
        read_incident(r, i);
}

/* ---- the rest ---- */

/* What a facilitator may see in any pack: marker, score, and whether it is a good sign. */
static void default_markers(struct reading *r)
{
    static const struct {
        const char *id;
        enum score score;
        int good;
    } built_in[] = {
        {"blames-another", SCORE_FOLLOW, 0},  {"talks-over", SCORE_INVOLVING, 0},
        {"hero-alone", SCORE_FOLLOW, 0},      {"no-without-a-way", SCORE_INVOLVING, 0},
        {"takes-ownership", SCORE_FOLLOW, 1}, {"plays-back", SCORE_INVOLVING, 1},
        {"bad-news-early", SCORE_HONEST, 1},
    };
    struct scenario *s = r->scenario;
    s->marker_count = (int32_t)(sizeof built_in / sizeof built_in[0]);
    s->markers = arena_array(r->arena, (size_t)s->marker_count, sizeof *s->markers);
    for (int32_t i = 0; i < s->marker_count; i++) {
        const char *words = text(arena_printf(r->arena, "marker.%s", built_in[i].id));
        s->markers[i] =
            (struct marker){built_in[i].id, arena_dup(r->arena, words), built_in[i].score, built_in[i].good};
    }
}

static void read_flat(struct reading *r)
{
    struct scenario *s = r->scenario;
    s->improvements = array_for(r, TARGET_IMPROVEMENT, &table_improvement, &s->improvement_count);
    read_things(r, TARGET_IMPROVEMENT, &table_improvement, "improvements", s->improvements);
    s->survey = array_for(r, TARGET_SURVEY, &table_survey, &s->survey_count);
    read_things(r, TARGET_SURVEY, &table_survey, "survey", s->survey);
    s->endings = array_for(r, TARGET_ENDING, &table_ending, &s->ending_count);
    read_things(r, TARGET_ENDING, &table_ending, "endings", s->endings);
    s->cards = array_for(r, TARGET_CARD, &table_card, &s->card_count);
    /* a deck that is not the pack's own is no text of the pack to be translated */
    read_things(r, TARGET_CARD, &table_card, value_member(r->root, "cards") != NULL ? "cards" : NULL, s->cards);
    s->markers = array_for(r, TARGET_MARKER, &table_marker, &s->marker_count);
    read_things(r, TARGET_MARKER, &table_marker, "markers", s->markers);
    if (s->marker_count == 0)
        default_markers(r);
}

void things_read(struct reading *r)
{
    struct scenario *s = r->scenario;
    fields_read(r, &table_pack, r->root, s, "");
    s->customer_count = r->things[TARGET_CUSTOMER].count;
    read_things(r, TARGET_CUSTOMER, &table_customer, "customers", s->customers);
    s->service_count = r->things[TARGET_SERVICE].count;
    read_things(r, TARGET_SERVICE, &table_service, "services", s->services);
    s->role_count = r->things[TARGET_ROLE].count;
    read_things(r, TARGET_ROLE, &table_role, "roles", s->roles);
    s->round_count = r->things[TARGET_ROUND].count;
    read_things(r, TARGET_ROUND, &table_round, "rounds", s->rounds);
    date_rounds(r);
    read_events(r);
    read_incidents(r);
    read_flat(r);
}
