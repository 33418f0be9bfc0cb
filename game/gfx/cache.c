#include "cache.h"
#include "base/hash.h"
#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { CACHE_BUCKETS = 8192 };

struct cache_entry {
    struct cache_entry *next;             /* in its bucket */
    struct cache_entry *newer, *older;
    uint64_t hash;
    size_t bytes, head_length, length;
    void *value;
    char key[];                           /* head, then text */
};

static uint64_t cache_hash_bytes(uint64_t state, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (; length >= 8; at += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        state = hash_mix(state, word);
    }
    uint64_t rest = length;
    while (length > 0)
        rest = rest << 8 | at[--length];
    return hash_mix(state, rest);
}

static uint64_t cache_hash(const struct cache_key *key)
{
    return cache_hash_bytes(cache_hash_bytes(1, key->head, key->head_length), key->text, key->length);
}

static int cache_is(const struct cache_entry *e, uint64_t hash, const struct cache_key *key)
{
    return e->hash == hash && e->length == key->length && e->head_length == key->head_length &&
           memcmp(e->key, key->head, key->head_length) == 0 &&
           memcmp(e->key + e->head_length, key->text, key->length) == 0;
}

static void cache_unlink(struct cache *c, struct cache_entry *e)
{
    *(e->newer == NULL ? &c->newest : &e->newer->older) = e->older;
    *(e->older == NULL ? &c->oldest : &e->older->newer) = e->newer;
}

static void cache_put_first(struct cache *c, struct cache_entry *e)
{
    e->newer = NULL;
    e->older = c->newest;
    *(c->newest == NULL ? &c->oldest : &c->newest->newer) = e;
    c->newest = e;
}

void *cache_find(struct cache *c, const struct cache_key *key)
{
    if (c->buckets == NULL)
        return NULL;
    uint64_t hash = cache_hash(key);
    for (struct cache_entry *e = c->buckets[hash % CACHE_BUCKETS]; e != NULL; e = e->next) {
        if (!cache_is(e, hash, key))
            continue;
        cache_unlink(c, e);
        cache_put_first(c, e);
        return e->value;
    }
    return NULL;
}

static void cache_drop(struct cache *c, struct cache_entry *e)
{
    struct cache_entry **link = &c->buckets[e->hash % CACHE_BUCKETS];
    while (*link != e)
        link = &(*link)->next;
    *link = e->next;
    cache_unlink(c, e);
    c->count--;
    c->bytes -= e->bytes;
    c->release(e->value);
    free(e);
}

/* The newest always stays, however large. */
static void cache_shrink(struct cache *c)
{
    while (c->oldest != c->newest && (c->count > c->most_count || c->bytes > c->most_bytes))
        cache_drop(c, c->oldest);
}

void cache_add(struct cache *c, const struct cache_key *key, void *value, size_t bytes)
{
    assert(c->release != NULL && c->most_count > 0);
    if (c->buckets == NULL)
        c->buckets = memory_want(CACHE_BUCKETS * sizeof *c->buckets);
    struct cache_entry *e = memory_want(sizeof *e + key->head_length + key->length);
    memcpy(e->key, key->head, key->head_length);
    memcpy(e->key + key->head_length, key->text, key->length);
    e->head_length = key->head_length;
    e->length = key->length;
    e->hash = cache_hash(key);
    e->value = value;
    e->bytes = bytes + sizeof *e + key->head_length + key->length;
    e->next = c->buckets[e->hash % CACHE_BUCKETS];
    c->buckets[e->hash % CACHE_BUCKETS] = e;
    cache_put_first(c, e);
    c->count++;
    c->bytes += e->bytes;
    cache_shrink(c);
}

void cache_charge(struct cache *c, size_t bytes)
{
    assert(c->newest != NULL);
    c->newest->bytes += bytes;
    c->bytes += bytes;
    cache_shrink(c);
}

void cache_release(struct cache *c)
{
    while (c->newest != NULL)
        cache_drop(c, c->newest);
    free(c->buckets);
    c->buckets = NULL;
}
