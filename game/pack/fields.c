#include "pack/fields.h"
#include "base/text.h"
#include <string.h>

const char *field_kind_word(enum field_kind kind)
{
    static const char *const words[FIELD_KIND_COUNT] = {
        [FIELD_NOTE] = "text",           [FIELD_ID] = "id",
        [FIELD_TEXT] = "text",           [FIELD_TEXTS] = "texts",
        [FIELD_WHOLE] = "whole",         [FIELD_TENTHS] = "tenths",
        [FIELD_FLAG] = "flag",           [FIELD_PAIR] = "pair",
        [FIELD_CLOCK] = "clock",         [FIELD_SPAN] = "span",
        [FIELD_SPAN_PAIR] = "span-pair", [FIELD_COLOUR] = "colour",
        [FIELD_WORD] = "word",           [FIELD_CHOICE] = "word",
        [FIELD_WORDS] = "words",         [FIELD_REF] = "ref",
        [FIELD_REFS] = "refs",           [FIELD_REF_PAIR] = "ref-pair",
        [FIELD_TAGS] = "tags",           [FIELD_TAG_NAMES] = "tags",
        [FIELD_OBJECT] = "object",       [FIELD_LIST] = "list",
        [FIELD_THINGS] = "list",         [FIELD_FILES] = "files",
        [FIELD_CONDITION] = "condition", [FIELD_CONDITIONS] = "conditions",
        [FIELD_EFFECTS] = "list",
    };
    return words[kind];
}

int field_is(struct reading *r, const struct value *v, enum value_type type, const struct field *field)
{
    if (v->type == type)
        return 1;
    struct arena *a = r->found->arena;
    const char *want = text(arena_printf(a, "check.want.%s", field_kind_word(field->kind)));
    diag_add(r->found, DIAG_ERROR, value_place(a, v), "check.type", "want", want, "got", text(value_type_key(v->type)),
             NULL);
    return 0;
}

void field_put(const struct field_place *p, size_t offset, int32_t number)
{
    memcpy(p->into + offset, &number, sizeof number);
}

/* ---- objects and lists ---- */

static void put_text(char *into, size_t offset, const char *text)
{
    memcpy(into + offset, &text, sizeof text);
}

static void default_field(const struct field *f, char *into)
{
    struct field_place p = {.field = f, .into = into};
    switch (f->kind) {
    case FIELD_ID:
    case FIELD_TEXT:
    case FIELD_CHOICE:
        if (f->offset != SIZE_MAX)
            put_text(into, f->offset, "");
        break;
    case FIELD_PAIR:
    case FIELD_SPAN_PAIR:
        field_put(&p, f->second, f->fallback);
        field_put(&p, f->offset, f->fallback);
        break;
    case FIELD_REF_PAIR:
        field_put(&p, f->offset + sizeof(int32_t), f->fallback);
        field_put(&p, f->offset, f->fallback);
        break;
    case FIELD_WHOLE:
    case FIELD_TENTHS:
    case FIELD_FLAG:
    case FIELD_CLOCK:
    case FIELD_SPAN:
    case FIELD_COLOUR:
    case FIELD_WORD:
    case FIELD_WORDS:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_TAGS:
    case FIELD_CONDITION:
    case FIELD_CONDITIONS: field_put(&p, f->offset, f->fallback); break;
    case FIELD_OBJECT: fields_default(f->table, into + f->offset); break;
    case FIELD_NOTE:
    case FIELD_TEXTS:
    case FIELD_TAG_NAMES:
    case FIELD_LIST:
    case FIELD_THINGS:
    case FIELD_FILES:
    case FIELD_EFFECTS:
    case FIELD_KIND_COUNT: break;
    }
}

void fields_default(const struct table *t, void *into)
{
    for (int32_t i = 0; i < t->count; i++)
        default_field(&t->fields[i], into);
}

void field_fault_length(struct reading *r, const struct value *list, int32_t low, int32_t high)
{
    struct arena *a = r->found->arena;
    const char *count = arena_printf(a, "%d", list->count);
    diag_add(r->found, DIAG_ERROR, value_place(a, list), "check.list-length", "count", count, "low",
             arena_printf(a, "%d", low), "high", arena_printf(a, "%d", high), NULL);
}

static int is_list_of_fit_length(struct reading *r, const struct value *v, const struct field *f)
{
    if (!field_is(r, v, VALUE_LIST, f))
        return 0;
    if (v->count >= f->low && v->count <= f->limit)
        return 1;
    field_fault_length(r, v, f->low, f->limit);
    return 0;
}

static const char *item_prefix(struct reading *r, const char *prefix, const struct field *f, const struct value *item)
{
    const struct value *id = value_member(item, "id");
    const char *list = reading_path(r, prefix, f->key);
    return id != NULL && id->type == VALUE_TEXT ? reading_path(r, list, id->text) : NULL;
}

/* Ids inside one list must differ; the lists are short. */
static void check_own_ids(struct reading *r, const struct value *list)
{
    for (const struct value *v = list->first; v != NULL; v = v->next) {
        const struct value *id = value_member(v, "id");
        for (const struct value *w = list->first; id != NULL && w != v; w = w->next) {
            const struct value *other = value_member(w, "id");
            if (other != NULL && strcmp(other->text, id->text) == 0 && id->text[0] != '\0') {
                diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, id), "check.duplicate-id", "id",
                         reading_quote(r, id->text), "line", arena_printf(r->found->arena, "%d", other->at.line), NULL);
                break;
            }
        }
    }
}

static void read_list(struct reading *r, const struct field_place *p)
{
    const struct field *f = p->field;
    if (!is_list_of_fit_length(r, p->value, f))
        return;
    int32_t count = 0;
    for (const struct value *v = p->value->first; v != NULL; v = v->next, count++)
        fields_read(r, f->table, v, p->into + f->offset + (size_t)count * f->table->size,
                    item_prefix(r, p->prefix, f, v));
    field_put(p, f->second, count);
    check_own_ids(r, p->value);
}

static void read_object(struct reading *r, const struct field_place *p)
{
    fields_read(r, p->field->table, p->value, p->into + p->field->offset, reading_path(r, p->prefix, p->field->key));
}

static void read_flag(struct reading *r, const struct field_place *p)
{
    if (field_is(r, p->value, VALUE_FLAG, p->field))
        field_put(p, p->field->offset, p->value->number != 0);
}

/* The items are read by their owner (things.c). */
static void read_things(struct reading *r, const struct field_place *p)
{
    if (p->field->kind == FIELD_FILES && p->value->type == VALUE_TEXT)
        return;
    is_list_of_fit_length(r, p->value, p->field);
}

static void read_note(struct reading *r, const struct field_place *p)
{
    (void)field_is(r, p->value, VALUE_TEXT, p->field);
}

static void read_field(struct reading *r, const struct field_place *p)
{
    static void (*const readers[FIELD_KIND_COUNT])(struct reading *, const struct field_place *) = {
        [FIELD_NOTE] = read_note,
        [FIELD_ID] = field_id,
        [FIELD_TEXT] = field_text,
        [FIELD_TEXTS] = field_texts,
        [FIELD_WHOLE] = field_whole,
        [FIELD_TENTHS] = field_tenths,
        [FIELD_FLAG] = read_flag,
        [FIELD_PAIR] = field_pair,
        [FIELD_CLOCK] = field_clock,
        [FIELD_SPAN] = field_span,
        [FIELD_SPAN_PAIR] = field_span_pair,
        [FIELD_COLOUR] = field_colour,
        [FIELD_WORD] = field_word,
        [FIELD_CHOICE] = field_choice,
        [FIELD_WORDS] = field_words,
        [FIELD_REF] = field_ref,
        [FIELD_REFS] = field_refs,
        [FIELD_REF_PAIR] = field_ref_pair,
        [FIELD_TAGS] = field_tags,
        [FIELD_TAG_NAMES] = field_tag_names,
        [FIELD_OBJECT] = read_object,
        [FIELD_LIST] = read_list,
        [FIELD_THINGS] = read_things,
        [FIELD_FILES] = read_things,
        [FIELD_CONDITION] = field_condition,
        [FIELD_CONDITIONS] = field_conditions,
        [FIELD_EFFECTS] = field_effects,
    };
    readers[p->field->kind](r, p);
}

/* ---- keys ---- */

static void fault_unknown_key(struct reading *r, const struct table *t, const struct value *member)
{
    const char *names[64];
    int count = 0;
    for (int32_t i = 0; i < t->count && count < 64; i++)
        if (t->fields[i].key[0] != '$')
            names[count++] = t->fields[i].key;
    diag_add(r->found, DIAG_ERROR, value_key_place(r->found->arena, member), "check.unknown-key", "key",
             reading_quote(r, member->key), "allowed", reading_list(r, names, count), "hint",
             reading_hint(r, member->key, names, count), NULL);
}

static void fault_missing_key(struct reading *r, const struct field *f, const struct value *object)
{
    const char *want = text(arena_printf(r->found->arena, "check.want.%s", field_kind_word(f->kind)));
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, object), "check.missing-key", "key", f->key, "want",
             want, NULL);
}

void fields_read(struct reading *r, const struct table *t, const struct value *object, void *into, const char *prefix)
{
    static const struct field any_object = {.kind = FIELD_OBJECT};
    fields_default(t, into);
    if (!field_is(r, object, VALUE_OBJECT, &any_object))
        return;
    for (const struct value *m = object->first; m != NULL; m = m->next)
        if (table_field(t, m->key) == NULL)
            fault_unknown_key(r, t, m);
    for (int32_t i = 0; i < t->count; i++) {
        struct field_place p = {&t->fields[i], value_member(object, t->fields[i].key), into, prefix};
        if (p.value != NULL)
            read_field(r, &p);
        else if (p.field->flags & FIELD_REQUIRED)
            fault_missing_key(r, p.field, object);
    }
}
