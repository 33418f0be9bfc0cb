#ifndef ASSESS_MATURITY_H
#define ASSESS_MATURITY_H
/*
 * Service maturity, 1 to 5, of what we saw today: beside the maturity of
 * capabilities, how the service felt to those it is for. A level is reached
 * when its gates and those of every level below it hold; the first that does
 * not is named. Too few items to tell stop a gate: what was not seen cannot be
 * claimed. Source idea: service-maturity.
 *
 *   maturity_read(reading, round, &m);          round NOBODY: the session
 *
 * level          gates: measure and bound
 * -------------  ----------------------------------------------------------------------------------------
 * 1 unseen       none: customers hear of it when something breaks
 * 2 responding   first-word from 60; nobody-waits from 40
 * 3 reliable     targets-met from 60; keep-the-call from 60; honest from 60; follow-through from 60
 * 4 involving    involving from 70; business-decides from 60; user-confirms from 60; say-what-we-know from 90
 * 5 partner      involving, honest, follow-through from 85; satisfaction from 80; trusted from the pack's gate;
 *                offers-served from 60; under-load from 70; shared-work from 50 (one hero is no partner: nobody can be
 *                asked for once they are away)
 *
 * Measures of its own:
 *   business-decides  moments GO_AHEAD and CONTENTION: the business chose or agreed before    met 2 ... broken -1 of 2
 *   trusted           trust weighted by customer at the round's end, 0 to 100; its items are what moved it
 *   offers-served     opportunities and requests that came, and those taken elsewhere: served 1 of 1
 *   maturity          the level; its items are its gates, 1 of 1 where they held
 */
#include "assess/measure.h"

enum maturity_level { MATURITY_UNSEEN = 1, MATURITY_RESPONDING, MATURITY_RELIABLE, MATURITY_INVOLVING, MATURITY_PARTNER };
enum { MATURITY_GATES = 24 };
const char *maturity_word(int32_t level);   /* "unseen", "responding", "reliable", "involving", "partner"; "" out of range */

struct maturity_gate { int32_t level, measure, bound; struct measure_value value; int held, too_few; };
struct maturity {
    int32_t level;
    int32_t stopped;                        /* index of the gate that stopped it; NOBODY: at level 5 */
    int32_t gate_count;
    struct maturity_gate gates[MATURITY_GATES];   /* lowest level first */
};
void maturity_read(const struct assess_reading *r, round_id round, struct maturity *out);
#endif
