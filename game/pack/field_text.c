/* Texts, ids, words. */
#include "base/utf8.h"
#include "pack/fields.h"
#include <string.h>

static void put_text(const struct field_place *p, const char *text)
{
    if (p->field->offset != SIZE_MAX)
        memcpy(p->into + p->field->offset, &text, sizeof text);
}

/* ---- what a text may hold ---- */

static const char *const placeholders[] = {"customer", "service", "time", "team", "n"};
enum { PLACEHOLDERS = 5 };

static int is_placeholder(const char *name, size_t length)
{
    for (int i = 0; i < PLACEHOLDERS; i++)
        if (strlen(placeholders[i]) == length && memcmp(placeholders[i], name, length) == 0)
            return 1;
    return 0;
}

static void fault_placeholder(struct reading *r, const struct value *v, const char *name, size_t length)
{
    char *written = arena_dup_bytes(r->found->arena, name, length < 60 ? utf8_check(name, length) : 0);
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), "check.placeholder", "name",
             reading_quote(r, written), "hint", reading_hint(r, written, placeholders, PLACEHOLDERS), NULL);
}

/* Every brace opens or closes one of the placeholders. */
static int check_placeholders(struct reading *r, const struct value *v)
{
    for (const char *at = v->text + strcspn(v->text, "{}"); *at != '\0'; at += strcspn(at, "{}")) {
        size_t length = strcspn(at + 1, "{}");
        if (*at == '}' || at[length + 1] != '}') {
            reading_fault(r, v, "check.brace");
            return 0;
        }
        if (!is_placeholder(at + 1, length)) {
            fault_placeholder(r, v, at + 1, length);
            return 0;
        }
        at += length + 2;
    }
    return 1;
}

static int is_blank(const char *text)
{
    return text[strspn(text, " \t\n")] == '\0';
}

int field_check_text(struct reading *r, const struct value *v, const struct field *field)
{
    struct arena *a = r->found->arena;
    size_t length = utf8_count(v->text);
    if (is_blank(v->text)) {
        reading_fault(r, v, "check.empty-text");
        return 0;
    }
    if (length > (size_t)field->high) {
        diag_add(r->found, DIAG_ERROR, value_place(a, v), "check.text-length", "count", arena_printf(a, "%zu", length),
                 "high", arena_printf(a, "%d", field->high), NULL);
        return 0;
    }
    if ((field->flags & FIELD_ONE_LINE) && strpbrk(v->text, "\n\t") != NULL) {
        reading_fault(r, v, "check.one-line");
        return 0;
    }
    return check_placeholders(r, v);
}

static void remember(struct reading *r, const struct field_place *p, const char **slot, const struct value *v,
                     const char *path)
{
    if ((p->field->flags & FIELD_TRANSLATED) && path != NULL)
        reading_add_slot(r, (struct text_slot){path, slot, v, p->field, r->incident});
}

void field_text(struct reading *r, const struct field_place *p)
{
    if (!field_is(r, p->value, VALUE_TEXT, p->field) || !field_check_text(r, p->value, p->field))
        return;
    put_text(p, arena_dup(r->arena, p->value->text));
    remember(r, p, (const char **)(void *)(p->into + p->field->offset), p->value,
             reading_path(r, p->prefix, p->field->key));
}

static int is_text_list(struct reading *r, const struct field_place *p)
{
    int least = (p->field->flags & FIELD_REQUIRED) != 0;
    if (!field_is(r, p->value, VALUE_LIST, p->field))
        return 0;
    if (p->value->count >= least && p->value->count <= p->field->limit)
        return 1;
    field_fault_length(r, p->value, least, p->field->limit);
    return 0;
}

void field_texts(struct reading *r, const struct field_place *p)
{
    if (!is_text_list(r, p))
        return;
    static const struct field one = {.kind = FIELD_TEXT};
    const char **items = arena_array(r->arena, (size_t)p->value->count + 1, sizeof *items);
    const char *list = reading_path(r, p->prefix, p->field->key);
    int32_t count = 0;
    for (const struct value *v = p->value->first; v != NULL; v = v->next, count++) {
        items[count] = "";
        if (!field_is(r, v, VALUE_TEXT, &one) || !field_check_text(r, v, p->field))
            continue;
        items[count] = arena_dup(r->arena, v->text);
        remember(r, p, &items[count], v, reading_path(r, list, arena_printf(r->arena, "%d", count)));
    }
    struct texts texts = {items, count};
    memcpy(p->into + p->field->offset, &texts, sizeof texts);
}

/* ---- ids ---- */

int field_is_id(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || text[0] == '-' || text[length - 1] == '-' || strstr(text, "--") != NULL)
        return 0;
    return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

void field_id(struct reading *r, const struct field_place *p)
{
    struct arena *a = r->found->arena;
    if (!field_is(r, p->value, VALUE_TEXT, p->field))
        return;
    if (!field_is_id(p->value->text) || strlen(p->value->text) > (size_t)p->field->high) {
        diag_add(r->found, DIAG_ERROR, value_place(a, p->value), "check.id-form", "id",
                 reading_quote(r, p->value->text), "high", arena_printf(a, "%d", p->field->high), NULL);
        return;
    }
    put_text(p, arena_dup(r->arena, p->value->text));
}

/* ---- words ---- */

static void fault_word(struct reading *r, const struct value *v, const struct word_list *words)
{
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), "check.unknown-word", "word",
             reading_quote(r, v->text), "allowed", reading_list(r, words->items, words->count), "hint",
             reading_hint(r, v->text, words->items, words->count), NULL);
}

/* Ordinal of the word that stands there, -1 and a fault when it is none. */
static int32_t read_word(struct reading *r, const struct value *v, const struct field *field)
{
    static const struct field one = {.kind = FIELD_WORD};
    if (!field_is(r, v, VALUE_TEXT, &one))
        return -1;
    int32_t word = word_find(field->words, v->text);
    if (word < 0)
        fault_word(r, v, field->words);
    return word;
}

void field_word(struct reading *r, const struct field_place *p)
{
    int32_t word = read_word(r, p->value, p->field);
    if (word >= 0)
        field_put(p, p->field->offset, word);
}

void field_choice(struct reading *r, const struct field_place *p)
{
    int32_t word = read_word(r, p->value, p->field);
    if (word >= 0)
        put_text(p, p->field->words->items[word]);
}

static uint32_t word_bit(struct reading *r, const struct value *v, const struct field *field)
{
    int32_t word = read_word(r, v, field);
    return word < 0 ? 0 : UINT32_C(1) << (word + field->low);
}

void field_words(struct reading *r, const struct field_place *p)
{
    uint32_t bits = 0;
    if (p->value->type == VALUE_TEXT) {
        bits = word_bit(r, p->value, p->field);
    } else {
        if (!field_is(r, p->value, VALUE_LIST, p->field))
            return;
        if (p->value->count == 0)
            reading_fault(r, p->value, "check.empty-list");
        for (const struct value *v = p->value->first; v != NULL; v = v->next) {
            uint32_t bit = word_bit(r, v, p->field);
            if (bits & bit)
                reading_fault(r, v, "check.twice");
            bits |= bit;
        }
    }
    field_put(p, p->field->offset, (int32_t)bits);
}
