#include "base/utf8.h"
#include "base/utf8_marks.h"

#include <string.h>

enum { UTF8_REPLACEMENT = 0xFFFD, UTF8_JOINER = 0x200D };

/* Bytes a character takes by its first byte; 0 when no character starts so. */
static size_t utf8_width(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/* No overlong form, no surrogate, within Unicode. */
static int utf8_is_scalar(uint32_t character, size_t width)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return character >= least[width] && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

/* Width of the valid character in the first `length` bytes, 0 when there is none. */
static size_t utf8_take(const char *bytes, size_t length, uint32_t *character)
{
    if (length == 0)
        return 0;
    unsigned char first = (unsigned char)bytes[0];
    size_t width = utf8_width(first);
    if (width == 0 || width > length)
        return 0;
    uint32_t value = width == 1 ? first : first & (0x7Fu >> width);
    for (size_t i = 1; i < width; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3Fu);
    }
    *character = value;
    return utf8_is_scalar(value, width) ? width : 0;
}

size_t utf8_check(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint32_t character = 0;
        size_t width = utf8_take(bytes + at, length - at, &character);
        if (width == 0)
            return at;
        at += width;
    }
    return length;
}

uint32_t utf8_decode(const char *text, size_t *width)
{
    uint32_t character = 0;
    *width = 0;
    if (*text == '\0')
        return 0;
    *width = utf8_take(text, strnlen(text, 4), &character);
    if (*width > 0)
        return character;
    *width = 1;
    return UTF8_REPLACEMENT;
}

size_t utf8_encode(char out[4], uint32_t character)
{
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        character = UTF8_REPLACEMENT;
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t width = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = width - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    out[0] = (char)((0xF00u >> width & 0xFF) | character);
    return width;
}

size_t utf8_count(const char *text)
{
    size_t count = 0, width = 0;
    while (utf8_decode(text, &width) != 0) {
        text += width;
        count++;
    }
    return count;
}

static int utf8_is_regional(uint32_t character)
{
    return character >= 0x1F1E6 && character <= 0x1F1FF;
}

/* A base, its marks, whatever a joiner ties to it; two regional letters are one flag. */
size_t utf8_next(const char *text, size_t at)
{
    size_t width = 0;
    uint32_t previous = utf8_decode(text + at, &width);
    int flag = utf8_is_regional(previous);
    at += width;
    for (;;) {
        uint32_t character = utf8_decode(text + at, &width);
        int pair = flag && utf8_is_regional(character);
        if (width == 0 || (!pair && previous != UTF8_JOINER && !utf8_is_mark(character)))
            return at;
        flag = 0;
        previous = character;
        at += width;
    }
}

/* Walks from the start, so that it stops exactly where utf8_next does. */
size_t utf8_previous(const char *text, size_t at)
{
    size_t stop = 0;
    for (size_t next = 0; (next = utf8_next(text, stop)) < at && next > stop;)
        stop = next;
    return at == 0 ? 0 : stop;
}

int utf8_is_control(uint32_t character)
{
    return (character < 0x20 && character != '\n' && character != '\t') || (character >= 0x7F && character < 0xA0);
}

size_t utf8_prefix(const char *text, size_t characters)
{
    size_t at = 0, width = 0;
    while (characters-- > 0 && utf8_decode(text + at, &width) != 0)
        at += width;
    return at;
}
