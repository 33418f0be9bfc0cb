#ifndef PACK_TOKENS_H
#define PACK_TOKENS_H
/*
 * A text as the words that carry its meaning, to see whether two texts say
 * the same: small letters, common endings off, stop words (text catalogue,
 * "check.stop-words") and words under three letters out, each once.
 * Times of day and numbers of three digits and more are strong: they are
 * seldom shared by chance. Thousands may be grouped: 1,200 is 1200.
 */
#include "base/arena.h"
#include <stddef.h>
#include <stdint.h>

enum { TOKENS = 64, TOKEN_LETTERS = 40 };

struct token {
    uint64_t hash;
    int is_strong;
    const char *text;           /* as it stands there, in small letters; in the arena */
};
struct token_set {
    struct token items[TOKENS];
    int count;
};

/* Adds the words of a text; what does not fit is left out. */
void tokens_add(struct token_set *set, struct arena *a, const char *text);
int tokens_has(const struct token_set *set, uint64_t hash);

/* Words per sentence plus the percentage of long words (LIX, Bjornsson 1968); *words receives the number of words. */
int tokens_lix(const char *text, int *words);
/* Letters in the longest word. */
int tokens_longest(const char *text);
#endif
