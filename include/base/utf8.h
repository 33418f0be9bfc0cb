#ifndef BASE_UTF8_H
#define BASE_UTF8_H
/*
 * UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing past
 * U+10FFFF. Positions are byte offsets that always stand between characters.
 */
#include <stddef.h>
#include <stdint.h>

/* Offset of the first invalid byte, or `length` when all is well. */
size_t utf8_check(const char *bytes, size_t length);
/* Decodes the character at text; *width receives its bytes. Invalid input gives U+FFFD, width 1. NUL gives 0, width 0. */
uint32_t utf8_decode(const char *text, size_t *width);
/* Writes up to 4 bytes, returns how many. */
size_t utf8_encode(char out[4], uint32_t character);
/* Characters in text (code points). */
size_t utf8_count(const char *text);
/* Byte offset of the neighbouring caret stop; combining marks, joiners and variation selectors go with their base. */
size_t utf8_next(const char *text, size_t at);
size_t utf8_previous(const char *text, size_t at);
/* Characters that may not stand in a text a person typed: controls but newline and tab. */
int utf8_is_control(uint32_t character);
/* Byte length of the longest prefix with at most `characters` code points. */
size_t utf8_prefix(const char *text, size_t characters);
#endif
