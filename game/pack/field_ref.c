/* References by id, tags. */
#include "pack/fields.h"
#include "base/text.h"
#include <string.h>

static const char *target_name(enum target target)
{
    static const char *const names[TARGET_COUNT] = {
        [TARGET_NONE] = "",
        [TARGET_CUSTOMER] = "customer",
        [TARGET_SERVICE] = "service",
        [TARGET_ROLE] = "role",
        [TARGET_ROUND] = "round",
        [TARGET_INCIDENT] = "incident",
        [TARGET_FACT] = "fact",
        [TARGET_WORK] = "work",
        [TARGET_MOMENT] = "moment",
        [TARGET_EVENT] = "event",
        [TARGET_IMPROVEMENT] = "improvement",
        [TARGET_SURVEY] = "survey",
        [TARGET_ENDING] = "ending",
        [TARGET_CARD] = "card",
        [TARGET_MARKER] = "marker",
    };
    return names[target];
}

/* A file that could not be read may define it: then silence is better than a wrong word. */
static int may_stand_elsewhere(const struct reading *r, enum target target)
{
    return r->is_partial && (target == TARGET_INCIDENT || target == TARGET_FACT || target == TARGET_WORK);
}

/* The things that could have been meant: those of the incident named, or of the one being read. */
static void find_siblings(const struct reading *r, enum target target, const char *id, int32_t *first, int32_t *count)
{
    incident_id owner = reading_owner(r, id);
    *first = *count = 0;
    if (owner != NOBODY)
        reading_range(r, target, owner, first, count);
}

static void fault_unknown(struct reading *r, const struct value *v, enum target target)
{
    struct arena *a = r->found->arena;
    int32_t first = 0, count = r->things[target].count;
    if (may_stand_elsewhere(r, target))
        return;
    if (target == TARGET_FACT || target == TARGET_WORK)
        find_siblings(r, target, v->text, &first, &count);
    const char *const *names = count > 0 ? &r->things[target].ids[first] : NULL;
    const char *thing = text(arena_printf(a, "check.thing.%s", target_name(target)));
    diag_add(r->found, DIAG_ERROR, value_place(a, v), count > 0 ? "check.unknown-id" : "check.unknown-id-none", "thing",
             thing, "id", reading_quote(r, v->text), "allowed", reading_list(r, names, count), "hint",
             reading_hint(r, strchr(v->text, '/') != NULL ? strchr(v->text, '/') + 1 : v->text, names, count), NULL);
}

/* Ordinal of what the text names; NOBODY and a fault when there is none. */
static int32_t read_ref(struct reading *r, const struct value *v, enum target target)
{
    static const struct field one = {.kind = FIELD_REF};
    if (!field_is(r, v, VALUE_TEXT, &one))
        return NOBODY;
    int32_t ref = reading_find(r, target, v->text);
    if (ref == NOBODY)
        fault_unknown(r, v, target);
    return ref;
}

void field_ref(struct reading *r, const struct field_place *p)
{
    int32_t ref = read_ref(r, p->value, p->field->target);
    if (ref != NOBODY)
        field_put(p, p->field->offset, ref);
}

/* Bits count from the first of the incident for facts. */
static int32_t bit_of(struct reading *r, const struct value *v, const struct field *f)
{
    int32_t first = 0, count = 0, ref = read_ref(r, v, f->target);
    if (ref == NOBODY || f->target != TARGET_FACT)
        return ref;
    reading_range(r, f->target, r->incident, &first, &count);
    if (ref >= first && ref < first + count)
        return ref - first;
    reading_fault(r, v, "check.own-facts");
    return NOBODY;
}

void field_refs(struct reading *r, const struct field_place *p)
{
    uint32_t bits = 0;
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    for (const struct value *v = p->value->first; v != NULL; v = v->next) {
        int32_t bit = bit_of(r, v, p->field);
        if (bit == NOBODY || bit >= 32)
            continue;
        if (bits & UINT32_C(1) << bit)
            reading_fault(r, v, "check.twice");
        bits |= UINT32_C(1) << bit;
    }
    field_put(p, p->field->offset, (int32_t)bits);
}

void field_ref_pair(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    if (p->value->count != 2) {
        reading_fault(r, p->value, "check.two-ids");
        return;
    }
    int32_t first = read_ref(r, p->value->first, p->field->target);
    int32_t second = read_ref(r, p->value->first->next, p->field->target);
    if (first != NOBODY && first == second)
        reading_fault(r, p->value->first->next, "check.twice");
    field_put(p, p->field->offset, first);
    field_put(p, p->field->offset + sizeof(int32_t), second);
}

/* ---- tags ---- */

static int is_tag(struct reading *r, const struct value *v)
{
    static const struct field one = {.kind = FIELD_ID, .high = LIMIT_ID};
    if (!field_is(r, v, VALUE_TEXT, &one))
        return 0;
    if (field_is_id(v->text) && strlen(v->text) <= LIMIT_ID)
        return 1;
    struct arena *a = r->found->arena;
    diag_add(r->found, DIAG_ERROR, value_place(a, v), "check.id-form", "id", reading_quote(r, v->text), "high",
             arena_printf(a, "%d", LIMIT_ID), NULL);
    return 0;
}

static int32_t find_tag(const struct scenario *s, const char *tag)
{
    for (int32_t i = 0; i < s->tag_count; i++)
        if (strcmp(s->tags[i], tag) == 0)
            return i;
    return NOBODY;
}

/* Ordinal of the tag, which is added when it is new; NOBODY when there is no room. */
static int32_t want_tag(struct reading *r, const struct value *v)
{
    struct scenario *s = r->scenario;
    int32_t tag = find_tag(s, v->text);
    if (tag != NOBODY)
        return tag;
    if (s->tag_count == (int32_t)(sizeof s->tags / sizeof s->tags[0])) {
        reading_fault(r, v, "check.too-many-tags");
        return NOBODY;
    }
    r->tag_values[s->tag_count] = v;
    s->tags[s->tag_count] = arena_dup(r->arena, v->text);
    return s->tag_count++;
}

void field_tags(struct reading *r, const struct field_place *p)
{
    uint32_t bits = 0;
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    for (const struct value *v = p->value->first; v != NULL; v = v->next) {
        int32_t tag = is_tag(r, v) ? want_tag(r, v) : NOBODY;
        if (tag != NOBODY && (bits & UINT32_C(1) << tag))
            reading_fault(r, v, "check.twice");
        if (tag != NOBODY)
            bits |= UINT32_C(1) << tag;
    }
    field_put(p, p->field->offset, (int32_t)bits);
}

void field_tag_names(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    for (const struct value *v = p->value->first; v != NULL; v = v->next) {
        if (!is_tag(r, v))
            continue;
        if (find_tag(r->scenario, v->text) != NOBODY)
            reading_fault(r, v, "check.twice");
        else
            want_tag(r, v);
    }
    r->declared_tags = r->scenario->tag_count;
}
