#include "pack/document.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/str.h"
#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

struct builder {
    struct arena *arena;
    const struct scan *scan;
    const char *file;
    struct diag_list *found;
    int next; /* item of the scan */
};

static struct value *build_value(struct builder *b, const cJSON *item, const struct value *parent, int index);

static enum value_type type_of(const cJSON *item)
{
    if (cJSON_IsObject(item))
        return VALUE_OBJECT;
    if (cJSON_IsArray(item))
        return VALUE_LIST;
    if (cJSON_IsString(item))
        return VALUE_TEXT;
    if (cJSON_IsNumber(item))
        return VALUE_NUMBER;
    return cJSON_IsBool(item) ? VALUE_FLAG : VALUE_NULL;
}

/* cJSON and the scan walk the same bytes in the same order, so the n-th value is the n-th item. */
static void build_children(struct builder *b, const cJSON *item, struct value *v)
{
    const struct value **link = &v->first;
    for (const cJSON *child = item->child; child != NULL; child = child->next) {
        struct value *built = build_value(b, child, v, v->count++);
        *link = built;
        link = &built->next;
    }
}

static struct value *build_value(struct builder *b, const cJSON *item, const struct value *parent, int index)
{
    struct value *v = arena_alloc(b->arena, sizeof *v);
    assert(b->next < b->scan->count);
    *v = (struct value){.type = type_of(item), .file = b->file, .index = index, .parent = parent};
    v->at = b->scan->items[b->next++];
    if (parent != NULL && parent->type == VALUE_OBJECT)
        v->key = arena_dup(b->arena, item->string);
    v->text = v->type == VALUE_TEXT ? arena_dup(b->arena, item->valuestring) : "";
    if (v->type == VALUE_NUMBER)
        v->number = item->valuedouble;
    else if (v->type == VALUE_FLAG)
        v->number = cJSON_IsTrue(item);
    build_children(b, item, v);
    return v;
}

/* ---- duplicate keys ---- */

static void fault_duplicate(struct builder *b, const struct value *again, const struct value *before)
{
    char *line = arena_printf(b->arena, "%d", before->at.key_line);
    diag_add(b->found, DIAG_ERROR, value_key_place(b->arena, again), "check.duplicate-key", "key", again->key, "line",
             line, NULL);
}

/* Open addressing, at most half full. */
static void check_members(struct builder *b, const struct value *object)
{
    size_t room = 4;
    while (room < (size_t)object->count * 2)
        room *= 2;
    const struct value **seen = memory_want(room * sizeof *seen);
    for (const struct value *v = object->first; v != NULL; v = v->next) {
        size_t at = (size_t)hash_text(v->key) & (room - 1);
        while (seen[at] != NULL && strcmp(seen[at]->key, v->key) != 0)
            at = (at + 1) & (room - 1);
        if (seen[at] != NULL)
            fault_duplicate(b, v, seen[at]);
        else
            seen[at] = v;
    }
    free(seen);
}

static void check_duplicates(struct builder *b, const struct value *v)
{
    if (v->type == VALUE_OBJECT)
        check_members(b, v);
    for (const struct value *child = v->first; child != NULL; child = child->next)
        check_duplicates(b, child);
}

static const struct value *build_tree(struct builder *b, const struct scan_source *source)
{
    cJSON *json = cJSON_ParseWithLength(source->bytes, source->length + 1);
    if (json == NULL) {
        struct diag_place place = {b->file, 1, 1, ""};
        diag_add(b->found, DIAG_ERROR, place, "check.unreadable", NULL);
        return NULL;
    }
    int before = b->found->errors;
    const struct value *root = build_value(b, json, NULL, 0);
    cJSON_Delete(json);
    check_duplicates(b, root);
    return b->found->errors == before ? root : NULL;
}

const struct value *document_read(struct arena *a, const struct scan_source *source, struct diag_list *found)
{
    struct scan scan = {0};
    const struct value *root = NULL;
    if (scan_json(&scan, source, found)) {
        struct builder b = {.arena = a, .scan = &scan, .file = source->file, .found = found};
        root = build_tree(&b, source);
    }
    scan_release(&scan);
    return root;
}

/* ---- asking a tree ---- */

const struct value *value_member(const struct value *v, const char *key)
{
    if (v->type != VALUE_OBJECT)
        return NULL;
    for (const struct value *m = v->first; m != NULL; m = m->next)
        if (strcmp(m->key, key) == 0)
            return m;
    return NULL;
}

static void append_path(struct str *path, const struct value *v)
{
    if (v->parent == NULL)
        return;
    append_path(path, v->parent);
    if (v->key == NULL) {
        str_printf(path, "[%d]", v->index);
        return;
    }
    if (path->length > 0)
        str_append_char(path, '.');
    str_append(path, v->key);
}

char *value_path(struct arena *a, const struct value *v)
{
    struct str path = {0};
    append_path(&path, v);
    char *copy = arena_dup(a, str_text(&path));
    str_release(&path);
    return copy;
}

struct diag_place value_place(struct arena *a, const struct value *v)
{
    return (struct diag_place){v->file, v->at.line, v->at.column, value_path(a, v)};
}

struct diag_place value_key_place(struct arena *a, const struct value *v)
{
    if (v->at.key_line == 0)
        return value_place(a, v);
    return (struct diag_place){v->file, v->at.key_line, v->at.key_column, value_path(a, v)};
}

const char *value_type_key(enum value_type type)
{
    switch (type) {
    case VALUE_NULL: return "check.type.null";
    case VALUE_FLAG: return "check.type.flag";
    case VALUE_NUMBER: return "check.type.number";
    case VALUE_TEXT: return "check.type.text";
    case VALUE_LIST: return "check.type.list";
    case VALUE_OBJECT: break;
    }
    return "check.type.object";
}
