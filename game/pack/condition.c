/* Conditions and effects: objects whose first key says what they are. */
#include "pack/fields.h"
#include <string.h>

struct forms {
    const struct condition_form *items;
    int32_t count;
    const char *unknown;
};

static const struct field condition_object = {.kind = FIELD_CONDITION};

/* ---- which form ---- */

static void fault_no_form(struct reading *r, const struct value *v, const struct forms *forms)
{
    const char *names[32];
    const char *hint = "";
    for (int32_t i = 0; i < forms->count; i++)
        names[i] = forms->items[i].key;
    for (const struct value *m = v->first; m != NULL && hint[0] == '\0'; m = m->next)
        hint = reading_hint(r, m->key, names, forms->count);
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), forms->unknown, "allowed",
             reading_list(r, names, forms->count), "hint", hint, NULL);
}

static const struct condition_form *form_named(const struct forms *forms, const char *key)
{
    for (int32_t i = 0; i < forms->count; i++)
        if (strcmp(forms->items[i].key, key) == 0)
            return &forms->items[i];
    return NULL;
}

/* The one form whose key stands in the object; NULL and a fault otherwise. */
static const struct condition_form *find_form(struct reading *r, const struct value *v, const struct forms *forms)
{
    const struct condition_form *found = NULL;
    if (!field_is(r, v, VALUE_OBJECT, &condition_object))
        return NULL;
    for (const struct value *m = v->first; m != NULL; m = m->next) {
        const struct condition_form *form = form_named(forms, m->key);
        if (form != NULL && found != NULL) {
            diag_add(r->found, DIAG_ERROR, value_key_place(r->found->arena, m), "check.two-forms", "first", found->key,
                     "second", form->key, NULL);
            return NULL;
        }
        found = form != NULL ? form : found;
    }
    if (found == NULL)
        fault_no_form(r, v, forms);
    return found;
}

/* ---- conditions ---- */

static condition_id add_condition(struct reading *r, const struct value *v)
{
    struct scenario *s = r->scenario;
    if (s->condition_count == LIMIT_CONDITIONS) {
        reading_fault(r, v, "check.too-many-conditions");
        return NOBODY;
    }
    r->condition_values[s->condition_count] = v;
    s->conditions[s->condition_count] =
        (struct condition){.ref = NOBODY, .extra = NOBODY, .first_child = NOBODY, .next = NOBODY};
    return s->condition_count++;
}

/* below or from: one of them, and not both. */
static void fill_side(struct reading *r, const struct value *v, const struct condition_draft *draft,
                      struct condition *c)
{
    int has_below = value_member(v, "below") != NULL, has_from = value_member(v, "from") != NULL;
    if (has_below == has_from) {
        reading_fault(r, v, "check.one-side");
        return;
    }
    c->side = has_below ? SIDE_BELOW : SIDE_FROM;
    c->value = has_below ? draft->below : draft->from;
}

static void fill_condition(struct reading *r, const struct value *v, const struct condition_draft *draft,
                           struct condition *c)
{
    switch (c->op) {
    case COND_ALL:
    case COND_ANY:
    case COND_NOT: c->first_child = draft->ref; break;
    case COND_TRUST:
    case COND_SATISFACTION:
        c->ref = draft->ref;
        fill_side(r, v, draft, c);
        break;
    case COND_AT:
    case COND_AFTER:
    case COND_FACT:
    case COND_WORK:
    case COND_SERVICE:
    case COND_SILENT:
    case COND_PROMISE:
    case COND_INCIDENT:
    case COND_IMPROVEMENT:
    case COND_CHANCE:
    case COND_COUNT_MOMENTS:
    case COND_OP_COUNT:
        c->ref = draft->ref;
        c->extra = draft->extra;
        c->value = draft->value;
        break;
    }
}

static condition_id read_condition(struct reading *r, const struct value *v)
{
    const struct forms forms = {condition_forms, condition_form_count, "check.unknown-condition"};
    const struct condition_form *form = find_form(r, v, &forms);
    if (form == NULL)
        return NOBODY;
    condition_id id = add_condition(r, v);
    if (id == NOBODY)
        return NOBODY;
    struct condition_draft draft = {NOBODY, 0, NOBODY, -1, -1, 0};
    fields_read(r, form->table, v, &draft, NULL);
    r->scenario->conditions[id].op = (enum condition_op)form->op;
    if (form->op == COND_AFTER && r->round == NOBODY && r->incident == NOBODY)
        reading_fault(r, v, "check.needs-round");
    fill_condition(r, v, &draft, &r->scenario->conditions[id]);
    return id;
}

void field_condition(struct reading *r, const struct field_place *p)
{
    field_put(p, p->field->offset, read_condition(r, p->value));
}

void field_conditions(struct reading *r, const struct field_place *p)
{
    condition_id first = NOBODY, last = NOBODY;
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    if (p->value->count < p->field->low || p->value->count > p->field->limit) {
        field_fault_length(r, p->value, p->field->low, p->field->limit);
        return;
    }
    for (const struct value *v = p->value->first; v != NULL; v = v->next) {
        condition_id id = read_condition(r, v);
        if (id == NOBODY)
            continue;
        if (last == NOBODY)
            first = id;
        else
            r->scenario->conditions[last].next = id;
        last = id;
    }
    field_put(p, p->field->offset, first);
}

/* ---- effects ---- */

static void read_effect(struct reading *r, const struct value *v, struct effect *effect)
{
    const struct forms forms = {effect_forms, effect_form_count, "check.unknown-effect"};
    const struct condition_form *form = find_form(r, v, &forms);
    if (form == NULL)
        return;
    struct condition_draft draft = {NOBODY, 0, NOBODY, -1, -1, 0};
    fields_read(r, form->table, v, &draft, NULL);
    *effect = (struct effect){(enum effect_kind)form->op, draft.ref, draft.value};
}

void field_effects(struct reading *r, const struct field_place *p)
{
    int32_t count = 0;
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return;
    if (p->value->count > p->field->limit) {
        field_fault_length(r, p->value, 0, p->field->limit);
        return;
    }
    struct effect *effects = (struct effect *)(void *)(p->into + p->field->offset);
    for (const struct value *v = p->value->first; v != NULL; v = v->next)
        read_effect(r, v, &effects[count++]);
    field_put(p, p->field->second, count);
}
