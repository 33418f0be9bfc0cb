/* Who has which id. Ordinals are given here, so that references resolve in one pass whatever stands first. */
#include "pack/reading.h"
#include <string.h>

static void make_room(struct reading *r, enum target target, int32_t room)
{
    struct id_list *list = &r->things[target];
    list->ids = arena_array(r->arena, (size_t)room, sizeof *list->ids);
    list->values = arena_array(r->arena, (size_t)room, sizeof *list->values);
    list->room = room;
}

static const char *id_of(const struct value *v)
{
    const struct value *id = value_member(v, "id");
    return id != NULL && id->type == VALUE_TEXT ? id->text : "";
}

static void fault_twice(struct reading *r, const struct value *again, const struct value *before)
{
    struct arena *a = r->found->arena;
    const struct value *id = value_member(again, "id"), *other = value_member(before, "id");
    const char *code = strcmp(id->file, other->file) == 0 ? "check.duplicate-id" : "check.duplicate-id-file";
    diag_add(r->found, DIAG_ERROR, value_place(a, id), code, "id", reading_quote(r, id->text), "line",
             arena_printf(a, "%d", other->at.line), "file", other->file, NULL);
}

/* Adds a thing; ids must differ from `first` on. 0 when there is no room. */
static int add_thing(struct reading *r, enum target target, const struct value *v, int32_t first)
{
    struct id_list *list = &r->things[target];
    const char *id = id_of(v);
    if (list->count == list->room)
        return 0;
    for (int32_t i = first; i < list->count && id[0] != '\0'; i++)
        if (strcmp(list->ids[i], id) == 0) {
            fault_twice(r, v, list->values[i]);
            break;
        }
    list->ids[list->count] = id;
    list->values[list->count++] = v;
    return 1;
}

static void fault_too_many(struct reading *r, const struct value *v, const char *code, int32_t limit)
{
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), code, "high",
             arena_printf(r->found->arena, "%d", limit), NULL);
}

/* A list at the root; its own length is judged when the root's fields are read, files together here. */
static void gather_root(struct reading *r, enum target target, const char *key)
{
    const struct field *field = table_field(&table_pack, key);
    const struct value *values[LIMIT_INCIDENTS + 1];
    int32_t count = documents_items(r, field, values, field->limit + 1);
    make_room(r, target, field->limit);
    for (int32_t i = 0; i < count; i++)
        if (!add_thing(r, target, values[i], 0) && field->kind == FIELD_FILES)
            fault_too_many(r, values[i], "check.too-many-things", field->limit);
}

/* The things of an owner: ids differ inside it, or everywhere. Returns how many were taken. */
static int32_t gather_owned(struct reading *r, enum target target, const struct value *owner, const struct field *field,
                            int everywhere)
{
    const struct value *list = value_member(owner, field->key);
    struct id_list *things = &r->things[target];
    int32_t first = things->count;
    if (list == NULL || list->type != VALUE_LIST)
        return 0;
    for (const struct value *v = list->first; v != NULL && things->count - first < field->limit; v = v->next)
        if (!add_thing(r, target, v, everywhere ? 0 : first)) {
            fault_too_many(r, v, "check.too-many-things", things->room);
            break;
        }
    return things->count - first;
}

static void gather_incident(struct reading *r, int32_t ordinal)
{
    struct incident *i = &r->scenario->incidents[ordinal];
    const struct value *v = r->things[TARGET_INCIDENT].values[ordinal];
    i->first_fact = r->things[TARGET_FACT].count;
    i->fact_count = gather_owned(r, TARGET_FACT, v, table_field(&table_incident, "facts"), 0);
    i->first_work = r->things[TARGET_WORK].count;
    i->work_count = gather_owned(r, TARGET_WORK, v, table_field(&table_incident, "works"), 0);
    i->first_moment = r->things[TARGET_MOMENT].count;
    i->moment_count = gather_owned(r, TARGET_MOMENT, v, table_field(&table_incident, "moments"), 0);
}

static void gather_incidents(struct reading *r)
{
    struct scenario *s = r->scenario;
    gather_root(r, TARGET_INCIDENT, "incidents");
    make_room(r, TARGET_FACT, LIMIT_FACTS);
    make_room(r, TARGET_WORK, LIMIT_WORKS);
    make_room(r, TARGET_MOMENT, LIMIT_MOMENTS);
    s->incident_count = r->things[TARGET_INCIDENT].count;
    s->incidents = arena_array(r->arena, (size_t)s->incident_count + 1, sizeof *s->incidents);
    for (int32_t i = 0; i < s->incident_count; i++)
        gather_incident(r, i);
}

static void gather_rounds(struct reading *r)
{
    gather_root(r, TARGET_ROUND, "rounds");
    make_room(r, TARGET_EVENT, LIMIT_EVENTS);
    for (int32_t i = 0; i < r->things[TARGET_ROUND].count; i++)
        gather_owned(r, TARGET_EVENT, r->things[TARGET_ROUND].values[i], table_field(&table_round, "events"), 1);
}

void gather_all(struct reading *r)
{
    gather_root(r, TARGET_CUSTOMER, "customers");
    gather_root(r, TARGET_SERVICE, "services");
    gather_root(r, TARGET_ROLE, "roles");
    gather_rounds(r);
    gather_incidents(r);
    gather_root(r, TARGET_IMPROVEMENT, "improvements");
    gather_root(r, TARGET_SURVEY, "survey");
    gather_root(r, TARGET_ENDING, "endings");
    gather_root(r, TARGET_CARD, "cards");
    gather_root(r, TARGET_MARKER, "markers");
}
