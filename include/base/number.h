#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H
/* Whole-number helpers that the core shares. */
#include <stdint.h>

static inline int32_t number_clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}
static inline int32_t number_min(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t number_max(int32_t a, int32_t b) { return a > b ? a : b; }
#endif
