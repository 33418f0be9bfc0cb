#ifndef BASE_CHANCE_H
#define BASE_CHANCE_H
/*
 * Random draws that depend only on what is drawn for, never on what was drawn
 * before: the same seed, purpose and ordinals give the same draw on every
 * machine, so a what-if meets the same fate where it does the same thing.
 */
#include <stdint.h>

/* A seed that nobody chose, from the system; never 0. For what is not to be repeated. */
uint64_t chance_seed(void);
/* Whole number in [low, high], both included; low <= high. */
int32_t chance_between(uint64_t seed, int32_t purpose, int32_t first, int32_t second, int32_t low, int32_t high);
/* Nonzero with the given probability, 0 to 100 in percent. */
int chance_hit(uint64_t seed, int32_t purpose, int32_t first, int32_t second, int32_t percent);
#endif
