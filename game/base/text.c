#include "base/text.h"
#include "base/hash.h"
#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct text_entry {
    const char *key;
    const char *value;
};

/* Open addressing, at most half full; room is a power of two. */
static struct {
    struct text_entry *entries;
    size_t room, count;
    struct arena strings;
} catalogue;

/* Where the key is, or the free place where it would go. */
static struct text_entry *text_slot(const char *key)
{
    size_t at = (size_t)hash_text(key) & (catalogue.room - 1);
    while (catalogue.entries[at].key != NULL && strcmp(catalogue.entries[at].key, key) != 0)
        at = (at + 1) & (catalogue.room - 1);
    return &catalogue.entries[at];
}

static void text_grow(void)
{
    struct text_entry *old = catalogue.entries;
    size_t old_room = catalogue.room;
    catalogue.room = old_room == 0 ? 1024 : old_room * 2;
    catalogue.entries = memory_want(catalogue.room * sizeof *catalogue.entries);
    for (size_t i = 0; i < old_room; i++)
        if (old[i].key != NULL)
            *text_slot(old[i].key) = old[i];
    free(old);
}

void text_set(const char *key, const char *value)
{
    if (catalogue.count * 2 >= catalogue.room)
        text_grow();
    struct text_entry *entry = text_slot(key);
    if (entry->key == NULL) {
        entry->key = arena_dup(&catalogue.strings, key);
        catalogue.count++;
    }
    entry->value = arena_dup(&catalogue.strings, value);
}

void text_release(void)
{
    free(catalogue.entries);
    arena_release(&catalogue.strings);
    catalogue.entries = NULL;
    catalogue.room = catalogue.count = 0;
}

int text_has(const char *key)
{
    return catalogue.room > 0 && text_slot(key)->key != NULL;
}

const char *text(const char *key)
{
    return text_has(key) ? text_slot(key)->value : key;
}

struct text_pairs {
    const char *names[TEXT_PAIRS];
    const char *values[TEXT_PAIRS];
    int count;
};

static struct text_pairs text_collect(va_list list)
{
    struct text_pairs pairs = {.count = 0};
    for (const char *name; (name = va_arg(list, const char *)) != NULL; pairs.count++) {
        assert(pairs.count < TEXT_PAIRS);
        pairs.names[pairs.count] = name;
        pairs.values[pairs.count] = va_arg(list, const char *);
        assert(pairs.values[pairs.count] != NULL);
    }
    return pairs;
}

static const char *text_pair(const struct text_pairs *pairs, const char *name, size_t length)
{
    for (int i = 0; i < pairs->count; i++)
        if (strlen(pairs->names[i]) == length && memcmp(pairs->names[i], name, length) == 0)
            return pairs->values[i];
    return NULL;
}

/* A value is never searched for braces again: what a person typed stays as typed. */
static void text_replace(struct str *out, const char *form, const struct text_pairs *pairs)
{
    for (const char *open; (open = strchr(form, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        const char *value = close == NULL ? NULL : text_pair(pairs, open + 1, (size_t)(close - open) - 1);
        str_append_bytes(out, form, (size_t)(open - form));
        if (value != NULL)
            str_append(out, value);
        else
            str_append_char(out, '{');
        form = value != NULL ? close + 1 : open + 1;
    }
    str_append(out, form);
}

void text_format_list(struct str *out, const char *key, va_list pairs)
{
    struct text_pairs collected = text_collect(pairs);
    text_replace(out, text(key), &collected);
}

void text_format(struct str *out, const char *key, ...)
{
    va_list list;
    va_start(list, key);
    text_format_list(out, key, list);
    va_end(list);
}

char *text_fill(struct arena *a, const char *key, ...)
{
    struct str out = {0};
    va_list list;
    va_start(list, key);
    text_format_list(&out, key, list);
    va_end(list);
    char *copy = arena_dup(a, str_text(&out));
    str_release(&out);
    return copy;
}

char *text_count(struct arena *a, const char *key, int n)
{
    const char *full = arena_printf(a, "%s.%s", key, n == 1 ? "one" : "many");
    return text_fill(a, full, "n", arena_printf(a, "%d", n), NULL);
}
