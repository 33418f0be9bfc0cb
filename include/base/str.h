#ifndef BASE_STR_H
#define BASE_STR_H
/*
 * A growing string, always NUL-terminated; `text` is never NULL after the
 * first append, so read it through str_text(). Owned by whoever declared it:
 *
 *   struct str s = {0};
 *   str_printf(&s, "%d of %d", met, all);
 *   puts(str_text(&s));
 *   str_release(&s);
 *
 * Numbers are written without regard to the locale, as long as the format has
 * no %f, %e, %g, %a, %ls and no ' flag: write thousandths as two integers.
 * str_append_json and str_append_html turn bytes that are no UTF-8 into U+FFFD.
 */
#include <stddef.h>
#include <stdint.h>

struct str {
    char *text;
    size_t length;
    size_t room;
};

const char *str_text(const struct str *s);
void str_append(struct str *s, const char *text);
void str_append_bytes(struct str *s, const void *bytes, size_t length);
void str_append_char(struct str *s, char c);
void str_printf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_append_json(struct str *s, const char *text);    /* quoted and escaped */
void str_append_html(struct str *s, const char *text);    /* escaped for text and attributes */
void str_append_clock(struct str *s, int32_t seconds);    /* 14:05, wraps at midnight */
void str_append_span(struct str *s, int32_t seconds);     /* 8 min, 1 h 30 min, 45 s */
void str_clear(struct str *s);
/* Comparing with A to Z as a to z, whatever the locale: two texts; a text and what it should begin with. */
int str_is_same(const char *a, const char *b);
int str_begins(const char *text, const char *start);
int str_holds(const char *text, const char *part);        /* likewise: part stands in it somewhere; "" always does */
char *str_detach(struct str *s);                          /* caller frees */
void str_release(struct str *s);
#endif
