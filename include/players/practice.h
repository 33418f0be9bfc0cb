#ifndef PLAYERS_PRACTICE_H
#define PLAYERS_PRACTICE_H
/*
 * The business without a facilitator: a customer played by the engine from the
 * pack's lines and the state, for somebody who practises alone. What customers
 * ask, answer, confirm and bring comes from the engine by itself; what is left
 * for this part is what a facilitator does at the keyboard:
 *
 *   - say how they feel: a line of the customer's mood (REACT), when the mood has
 *     changed for PRACTICE_SETTLES seconds, and after they were told, promised,
 *     refused or blamed something. Lines that were said less often come first;
 *     among those the seed chooses. No customer speaks within PRACTICE_PAUSE
 *     seconds of what any of them said last, and only about what is open.
 *   - keep nothing waiting for somebody who is not there: what was held on the
 *     run sheet is let go.
 *
 *   struct practice p;
 *   practice_begin(&p, seed);
 *   for each event, as it happens:  practice_observe(&p, scenario, state, &event)
 *   after each act and at each minute:
 *       while (practice_next(&p, scenario, state, &command)) submit it
 *
 * Pure and deterministic: the same seed, events and times give the same lines.
 * Observing a stored session from its beginning rebuilds what it remembers.
 * Source idea: the facilitator plays the business (penalty-free-feedback).
 */
#include "sim/sim.h"

enum { PRACTICE_PAUSE = 60, PRACTICE_SETTLES = 60, PRACTICE_ANSWERS = 3 * 60 };

struct practice_customer {
    int32_t mood, since;                     /* mood as it is, and the second since when */
    int32_t shown;                           /* mood that was heard last; the one at the round's start */
    int32_t owes, owes_incident;             /* second of the act they still react to, -1; about what */
    uint8_t said[MOOD_COUNT][LIMIT_LINES];   /* how often */
};
struct practice {
    uint64_t seed;
    int32_t spoke;                           /* second of what any customer said last, -1 */
    struct practice_customer customers[LIMIT_CUSTOMERS];
};

void practice_begin(struct practice *p, uint64_t seed);
/* state: right after the event was applied. */
void practice_observe(struct practice *p, const struct scenario *sc, const struct sim_state *s, const struct sim_event *e);
/* 1 and what is to be submitted now; 0 when there is nothing. Ask again after it was submitted and observed. */
int practice_next(const struct practice *p, const struct scenario *sc, const struct sim_state *s, struct sim_command *out);
#endif
