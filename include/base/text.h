#ifndef BASE_TEXT_H
#define BASE_TEXT_H
/*
 * The catalogue of every sentence a person reads. One for the process, filled
 * at the start from assets/text/<language>/<part>.json (flat objects, key to text) and
 * only read afterwards.
 *
 *   text("console.pause")                          "Pause"
 *   text_format(&s, "console.left", "time", t, NULL)  "{time} left" filled in
 *
 * A missing key gives the key itself, so a hole shows and nothing crashes.
 * `{n|one thing|{n} things}` is not supported: write one key per number
 * (".one", ".many") and use text_count.
 */
#include "base/str.h"
#include "base/arena.h"
#include <stdarg.h>

enum { TEXT_PAIRS = 16 };

void text_set(const char *key, const char *value);   /* copies both */
void text_release(void);
const char *text(const char *key);
int text_has(const char *key);
/* Appends the text with {name} replaced; pairs of name and value, closed by NULL. */
void text_format(struct str *out, const char *key, ...);
/* The same with the pairs as a list; at most TEXT_PAIRS pairs. */
void text_format_list(struct str *out, const char *key, va_list pairs);
/* The same into an arena. */
char *text_fill(struct arena *a, const char *key, ...);
/* key.one when n is 1, else key.many, with {n} filled in. */
char *text_count(struct arena *a, const char *key, int n);
#endif
