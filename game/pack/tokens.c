#include "pack/tokens.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

static int is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Letters of any script; general punctuation and the Latin-1 signs are none. */
static int is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xc0 && c != 0xd7 && c != 0xf7 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f);
}

static uint32_t to_small(uint32_t c)
{
    int is_capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
    return is_capital ? c + 32 : c;
}

/* ---- one word ---- */

struct word {
    char text[TOKEN_LETTERS * 4 + 1];
    size_t length;
    int letters;
    int is_number;
};

static void put(struct word *w, uint32_t c)
{
    char bytes[4];
    size_t width = utf8_encode(bytes, c);
    if (w->length + width >= sizeof w->text)
        return;
    memcpy(w->text + w->length, bytes, width);
    w->length += width;
    w->text[w->length] = '\0';
    w->letters++;
}

/* A separator inside a number: 15:12, 1,200, 1.5. */
static int joins_digits(const char *at)
{
    return strchr(":,.", *at) != NULL && is_digit((unsigned char)at[1]);
}

static const char *take_number(const char *at, struct word *w)
{
    for (; is_digit((unsigned char)*at) || (*at != '\0' && joins_digits(at)); at++)
        if (*at != ',')
            put(w, (unsigned char)*at);
    w->is_number = 1;
    return at;
}

static const char *take_letters(const char *at, struct word *w)
{
    size_t width;
    uint32_t c;
    while (c = utf8_decode(at, &width), is_letter(c) || is_digit(c)) {
        put(w, to_small(c));
        at += width;
    }
    return at;
}

/* The next word from *at on; 0 at the end. */
static int take_word(const char **at, struct word *w)
{
    size_t width;
    uint32_t c;
    *w = (struct word){.length = 0};
    while (c = utf8_decode(*at, &width), c != 0 && !is_letter(c) && !is_digit(c))
        *at += width;
    if (c == 0)
        return 0;
    *at = is_digit(c) ? take_number(*at, w) : take_letters(*at, w);
    return 1;
}

/* ---- what is compared ---- */

static void cut_ending(struct word *w)
{
    static const char *const endings[] = {"ings", "ing", "ers", "er", "ies", "ed", "es", "en", "s", "e", "y"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t length = strlen(endings[i]);
        if (w->length >= length + 4 && strcmp(w->text + w->length - length, endings[i]) == 0) {
            w->length -= length;
            w->text[w->length] = '\0';
            return;
        }
    }
}

static int is_stop_word(const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text("check.stop-words"); (at = strstr(at, word)) != NULL; at += length)
        if ((at == text("check.stop-words") || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return 1;
    return 0;
}

static int is_strong(const struct word *w)
{
    return w->is_number && (strchr(w->text, ':') != NULL || w->length >= 3);
}

int tokens_has(const struct token_set *set, uint64_t hash)
{
    for (int i = 0; i < set->count; i++)
        if (set->items[i].hash == hash)
            return 1;
    return 0;
}

void tokens_add(struct token_set *set, struct arena *a, const char *text)
{
    struct word w;
    while (set->count < TOKENS && take_word(&text, &w)) {
        if (!w.is_number && (w.letters < 3 || is_stop_word(w.text)))
            continue;
        struct word whole = w;
        if (!w.is_number)
            cut_ending(&w);
        uint64_t hash = hash_text(w.text);
        if (!tokens_has(set, hash))
            set->items[set->count++] = (struct token){hash, is_strong(&w), arena_dup(a, whole.text)};
    }
}

/* ---- reading level ---- */

static int count_sentences(const char *text)
{
    int sentences = 0;
    for (const char *at = text; *at != '\0'; at++)
        if (strchr(".!?:;", *at) != NULL && (at[1] == ' ' || at[1] == '\0'))
            sentences++;
    size_t length = strlen(text);
    return sentences + (length > 0 && strchr(".!?:;", text[length - 1]) == NULL);
}

int tokens_lix(const char *text, int *words)
{
    struct word w;
    const char *at = text;
    int lengthy = 0, sentences = count_sentences(text);
    *words = 0;
    while (take_word(&at, &w)) {
        (*words)++;
        lengthy += w.letters > 6;
    }
    return *words == 0 || sentences == 0 ? 0 : *words / sentences + lengthy * 100 / *words;
}

int tokens_longest(const char *text)
{
    struct word w;
    int longest = 0;
    while (take_word(&text, &w))
        longest = w.letters > longest ? w.letters : longest;
    return longest;
}
