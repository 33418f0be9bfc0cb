#include "base/str.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STR_SMALLEST = 32, DAY_SECONDS = 24 * 60 * 60 };

/* Room for `more` bytes and the closing NUL. */
static void str_reserve(struct str *s, size_t more)
{
    assert(more < SIZE_MAX / 4 && s->length < SIZE_MAX / 4);
    size_t wanted = s->length + more + 1;
    if (wanted <= s->room)
        return;
    size_t room = s->room * 2 > STR_SMALLEST ? s->room * 2 : STR_SMALLEST;
    s->room = room > wanted ? room : wanted;
    s->text = memory_resize(s->text, s->room);
}

const char *str_text(const struct str *s)
{
    return s->text != NULL ? s->text : "";
}

void str_append_bytes(struct str *s, const void *bytes, size_t length)
{
    str_reserve(s, length);
    if (length > 0)
        memcpy(s->text + s->length, bytes, length);
    s->length += length;
    s->text[s->length] = '\0';
}

void str_append(struct str *s, const char *text)
{
    str_append_bytes(s, text, strlen(text));
}

void str_append_char(struct str *s, char c)
{
    str_append_bytes(s, &c, 1);
}

void str_printf(struct str *s, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    assert(length >= 0);
    str_reserve(s, (size_t)length);
    va_start(list, format);
    vsnprintf(s->text + s->length, (size_t)length + 1, format, list);
    va_end(list);
    s->length += (size_t)length;
}

/* Appends one character; bytes that are no UTF-8 become U+FFFD, so what is written is always valid. */
static void str_append_character(struct str *s, uint32_t character)
{
    char bytes[4];
    str_append_bytes(s, bytes, utf8_encode(bytes, character));
}

static void str_append_json_character(struct str *s, uint32_t character)
{
    switch (character) {
    case '"': str_append(s, "\\\""); break;
    case '\\': str_append(s, "\\\\"); break;
    case '\n': str_append(s, "\\n"); break;
    case '\r': str_append(s, "\\r"); break;
    case '\t': str_append(s, "\\t"); break;
    default:
        if (character < 0x20 || character == 0x7F)
            str_printf(s, "\\u%04x", (unsigned)character);
        else
            str_append_character(s, character);
    }
}

void str_append_json(struct str *s, const char *text)
{
    size_t width = 0;
    str_append_char(s, '"');
    for (uint32_t character; (character = utf8_decode(text, &width)) != 0; text += width)
        str_append_json_character(s, character);
    str_append_char(s, '"');
}

static void str_append_html_character(struct str *s, uint32_t character)
{
    switch (character) {
    case '&': str_append(s, "&amp;"); break;
    case '<': str_append(s, "&lt;"); break;
    case '>': str_append(s, "&gt;"); break;
    case '"': str_append(s, "&quot;"); break;
    case '\'': str_append(s, "&#39;"); break;
    default:
        str_append_character(s, utf8_is_control(character) ? 0xFFFD : character);
    }
}

void str_append_html(struct str *s, const char *text)
{
    size_t width = 0;
    str_append_bytes(s, "", 0);
    for (uint32_t character; (character = utf8_decode(text, &width)) != 0; text += width)
        str_append_html_character(s, character);
}

void str_append_clock(struct str *s, int32_t seconds)
{
    int32_t of_day = (seconds % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    str_printf(s, "%02d:%02d", of_day / 3600, of_day / 60 % 60);
}

/* "1 h", "1 h 30 min": the smaller unit only when there is some of it. */
static void str_append_units(struct str *s, int64_t large, const char *large_unit, int64_t small,
                             const char *small_unit)
{
    str_printf(s, "%lld %s", (long long)large, large_unit);
    if (small > 0)
        str_printf(s, " %lld %s", (long long)small, small_unit);
}

void str_append_span(struct str *s, int32_t seconds)
{
    int64_t left = seconds;
    if (left < 0) {
        str_append_char(s, '-');
        left = -left;
    }
    if (left >= 3600)
        str_append_units(s, left / 3600, "h", left / 60 % 60, "min");
    else if (left >= 60)
        str_append_units(s, left / 60, "min", left % 60, "s");
    else
        str_append_units(s, left, "s", 0, "");
}

static char str_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

int str_begins(const char *text, const char *start)
{
    while (*start != '\0' && str_lower(*text) == str_lower(*start)) {
        text++;
        start++;
    }
    return *start == '\0';
}

int str_holds(const char *text, const char *part)
{
    for (; !str_begins(text, part); text++)
        if (*text == '\0')
            return 0;
    return 1;
}

int str_is_same(const char *a, const char *b)
{
    return strlen(a) == strlen(b) && str_begins(a, b);
}

void str_clear(struct str *s)
{
    s->length = 0;
    if (s->text != NULL)
        s->text[0] = '\0';
}

char *str_detach(struct str *s)
{
    str_reserve(s, 0);
    char *text = s->text;
    text[s->length] = '\0';
    *s = (struct str){0};
    return text;
}

void str_release(struct str *s)
{
    free(s->text);
    *s = (struct str){0};
}
