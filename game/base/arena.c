#include "base/arena.h"
#include "base/memory.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BLOCK = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    max_align_t bytes[];
};

/* Blocks behind `current` are empty, so the first that is large enough is taken. */
static struct arena_block *arena_find(struct arena *a, size_t bytes)
{
    struct arena_block *block = a->current;
    while (block != NULL && block->size - block->used < bytes)
        block = block->next;
    return block;
}

/* A new block goes right after the current one; what is left there stays unused until the next reset. */
static struct arena_block *arena_grow(struct arena *a, size_t bytes)
{
    size_t size = bytes > ARENA_BLOCK ? bytes : ARENA_BLOCK;
    struct arena_block *block = memory_resize(NULL, sizeof *block + size);
    block->size = size;
    block->used = 0;
    block->next = a->current != NULL ? a->current->next : NULL;
    if (a->current != NULL)
        a->current->next = block;
    else
        a->first = block;
    return block;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
    assert(bytes <= SIZE_MAX / 2);
    size_t unit = _Alignof(max_align_t);
    size_t rounded = bytes == 0 ? unit : (bytes + unit - 1) / unit * unit;
    struct arena_block *block = arena_find(a, rounded);
    if (block == NULL)
        block = arena_grow(a, rounded);
    void *memory = (char *)block->bytes + block->used;
    block->used += rounded;
    a->current = block;
    return memset(memory, 0, rounded);
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    assert(size == 0 || count <= SIZE_MAX / 2 / size);
    return arena_alloc(a, count * size);
}

char *arena_dup_bytes(struct arena *a, const void *bytes, size_t length)
{
    char *copy = arena_alloc(a, length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_dup(struct arena *a, const char *text)
{
    return arena_dup_bytes(a, text, strlen(text));
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    assert(length >= 0);
    char *out = arena_alloc(a, (size_t)length + 1);
    va_start(list, format);
    vsnprintf(out, (size_t)length + 1, format, list);
    va_end(list);
    return out;
}

void arena_reset(struct arena *a)
{
    for (struct arena_block *block = a->first; block != NULL; block = block->next)
        block->used = 0;
    a->current = a->first;
}

void arena_release(struct arena *a)
{
    while (a->first != NULL) {
        struct arena_block *next = a->first->next;
        free(a->first);
        a->first = next;
    }
    a->current = NULL;
}
