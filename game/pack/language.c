/* text/<language>.json: a flat object from the path of a text to its translation. */
#include "pack/fields.h"
#include <stdlib.h>
#include <string.h>

/* A translation is a text, or {"text": ..., "from": the original it was made from}. */
struct translation {
    const struct value *text, *from;
};

static int slot_before(const void *a, const void *b)
{
    return strcmp(((const struct text_slot *)a)->path, ((const struct text_slot *)b)->path);
}

static void sort_slots(struct reading *r)
{
    if (r->slot_count > 0)
        qsort(r->slots, (size_t)r->slot_count, sizeof *r->slots, slot_before);
}

struct text_slot *language_slot(const struct reading *r, const char *path)
{
    struct text_slot key = {.path = path};
    return r->slot_count == 0 ? NULL : bsearch(&key, r->slots, (size_t)r->slot_count, sizeof *r->slots, slot_before);
}

/* ---- faults ---- */

/* The last part is what authors mistype most: near misses are sought among paths with the same beginning. */
static const char *nearest_path(struct reading *r, const char *path)
{
    const char *names[256];
    int count = 0;
    size_t head = strcspn(path, ".");
    for (int32_t i = 0; i < r->slot_count && count < 256; i++)
        if (strncmp(r->slots[i].path, path, head) == 0 && strlen(r->slots[i].path) < 80)
            names[count++] = r->slots[i].path;
    return reading_hint(r, path, names, count);
}

static void fault_unknown_path(struct reading *r, const struct value *v)
{
    if (r->is_partial)
        return;
    diag_add(r->found, DIAG_ERROR, value_key_place(r->found->arena, v), "check.unknown-text", "path",
             reading_quote(r, v->key), "hint", nearest_path(r, v->key), NULL);
}

static int is_note(const char *key)
{
    return strcmp(key, "$schema") == 0 || strcmp(key, "$comment") == 0;
}

/* ---- one entry ---- */

static int read_translation(struct reading *r, const struct value *v, struct translation *t)
{
    static const struct field wanted = {.kind = FIELD_TEXT};
    *t = (struct translation){v, NULL};
    if (v->type == VALUE_OBJECT) {
        t->text = value_member(v, "text");
        t->from = value_member(v, "from");
        if (t->text == NULL || t->from == NULL || v->count != 2) {
            reading_fault(r, v, "check.translation-form");
            return 0;
        }
    }
    return field_is(r, t->text, VALUE_TEXT, &wanted) && (t->from == NULL || field_is(r, t->from, VALUE_TEXT, &wanted));
}

static void check_entry(struct reading *r, const struct value *v)
{
    struct translation t;
    const struct text_slot *slot = is_note(v->key) ? NULL : language_slot(r, v->key);
    if (is_note(v->key))
        return;
    if (slot == NULL)
        fault_unknown_path(r, v);
    else if (read_translation(r, v, &t))
        (void)field_check_text(r, t.text, slot->field);
}

void languages_check(struct reading *r)
{
    static const struct field wanted = {.kind = FIELD_OBJECT};
    sort_slots(r);
    for (int i = 0; i < r->language_count; i++) {
        const struct value *root = r->languages[i].root;
        if (root == NULL || !field_is(r, root, VALUE_OBJECT, &wanted))
            continue;
        for (const struct value *v = root->first; v != NULL; v = v->next)
            check_entry(r, v);
    }
}

/* ---- laying over ---- */

static void apply_entry(struct reading *r, const struct value *v)
{
    struct text_slot *slot = is_note(v->key) ? NULL : language_slot(r, v->key);
    const struct value *text = v->type == VALUE_OBJECT ? value_member(v, "text") : v;
    const struct value *from = value_member(v, "from");
    int is_stale = slot != NULL && from != NULL && strcmp(from->text, *slot->slot) != 0;
    if (slot != NULL && !is_stale)
        *slot->slot = arena_dup(r->arena, text->text);
}

int language_apply(struct reading *r, const char *language)
{
    for (int i = 0; i < r->language_count; i++) {
        if (strcmp(r->languages[i].language, language) != 0)
            continue;
        for (const struct value *v = r->languages[i].root->first; v != NULL; v = v->next)
            apply_entry(r, v);
        return 1;
    }
    return 0;
}
