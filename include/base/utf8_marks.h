#ifndef BASE_UTF8_MARKS_H
#define BASE_UTF8_MARKS_H
/*
 * Characters that never stand alone: combining marks (Unicode categories Mn,
 * Mc and Me), joiners, variation selectors, skin tones and tags. A caret never
 * stops before one.
 */
#include <stdint.h>

int utf8_is_mark(uint32_t character);
#endif
