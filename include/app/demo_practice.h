#ifndef APP_DEMO_PRACTICE_H
#define APP_DEMO_PRACTICE_H
/*
 * `moment demo --practice`: a session without a facilitator, on standard
 * output. A team of the program's own plays; the customers answer, change
 * their mood and speak by themselves (players/practice.h), and the feedback of
 * the minute is said after the act. Nothing is stored.
 */
#include "model/scenario.h"

/* pack: a folder. Returns an exit status. */
int demo_practice(const char *pack, uint64_t seed);
#endif
