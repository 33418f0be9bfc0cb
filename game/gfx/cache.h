#ifndef GFX_CACHE_H
#define GFX_CACHE_H
/*
 * Things made once and kept while there is room: what was not asked for the
 * longest goes first. A key is a few plain bytes (no padding) and a text.
 *
 *   struct cache_key key = {&head, sizeof head, text, length};
 *   struct line *line = cache_find(&cache, &key);
 *   if (line == NULL) { line = make(); cache_add(&cache, &key, line, bytes); }
 *
 * The cache owns what was added and gives it back through `release`. What was
 * just found or added stays at least until the next cache_add or cache_charge.
 */
#include <stddef.h>
#include <stdint.h>

struct cache_key {
    const void *head;
    size_t head_length;
    const char *text;
    size_t length;
};

struct cache_entry;
struct cache {
    struct cache_entry **buckets;
    struct cache_entry *newest, *oldest;
    size_t count, bytes;
    size_t most_count, most_bytes;        /* set by the owner before the first call */
    void (*release)(void *value);
};

void *cache_find(struct cache *c, const struct cache_key *key);
void cache_add(struct cache *c, const struct cache_key *key, void *value, size_t bytes);
/* What was found last has grown by so many bytes. */
void cache_charge(struct cache *c, size_t bytes);
void cache_release(struct cache *c);
#endif
