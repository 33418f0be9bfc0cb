#ifndef ASSESS_SPOKES_H
#define ASSESS_SPOKES_H
/*
 * The spider diagram: six spokes, per round and over the session. Each is a
 * share of named moments, acts, observations and pledges; below MEASURE_FEWEST
 * items it is open. Source ideas: those of its measures.
 *
 *   spokes_read(reading, round, spokes);
 *
 * spoke           an item is                                              points of 2
 * --------------  ------------------------------------------------------  -----------------------------------------
 * involving       a moment of involving the customer; an observation of   moment; 2 good, 0 bad
 *                 a marker of it by the facilitator
 * honesty         a moment of honest updates; an observation likewise     as above
 * follow-through  a moment of follow-through; an observation likewise     as above
 * ownership       moments CONFIRMED, CORRECTION and COMPLAINT;            moment
 *                 an apology that counted; a blame                        2; -1
 * respect         moments GO_AHEAD, CONTENTION, ACKNOWLEDGED, NO_SILENCE; moment
 *                 a refusal; blaming the user; an unanswered question     -1 (0 with an alternative); -1; 0
 * learning        what the room committed to in that round (assess/       2 kept, 1 partly, 0 not; open ones do not count
 *                 pledge.h); a behaviour that was not kept in the last    2 kept now, 1 better by ASSESS_STEP percent,
 *                 round it could be seen in; a root cause that was        0 the same mistake again; 2 right spine, 0 wrong;
 *                 looked for; an incident prevented by it; one that came  2; 0
 *                 again though its cause could have been looked for
 */
#include "assess/measure.h"

enum spoke { SPOKE_INVOLVING, SPOKE_HONESTY, SPOKE_FOLLOW, SPOKE_OWNERSHIP, SPOKE_RESPECT, SPOKE_LEARNING, SPOKE_COUNT };
const char *spoke_word(int32_t spoke);                          /* "involving", ...; "" out of range */
int32_t spoke_measure(int32_t spoke);                           /* enum measure */
/* value -1: open. */
void spokes_read(const struct assess_reading *r, round_id round, struct measure_value out[SPOKE_COUNT]);
#endif
