#ifndef ASSESS_OFFER_H
#define ASSESS_OFFER_H
/*
 * Which improvements of the pack are offered between two rounds: those that
 * answer best to what happened. Source ideas: service-levels,
 * service-ambassadors, root-cause, conditions-of-satisfaction.
 *
 *   struct offer offers[OFFERS];
 *   int32_t count = offer_list(reading, round, offers);      round: the last that counted
 *
 * Each effect has a need, 0 to 100: 100 less the figure that it would mend.
 *
 * effect           figure of the round                need without one
 * ---------------  ---------------------------------  -----------------------------------------------------------
 * callback         first-word
 * ambassador       nobody-waits
 * promise board    keep-the-call
 * priority rules   let-choose
 * conditions       agree-conditions
 * one voice        say-what-we-know
 * day in business  ask-impact
 * cross-training   shared-work
 * root cause       none                               90 while an incident that would come again waits for its cause,
 *                                                     60 for any other cause still to be found, else not offered
 * known errors     none                               70 while something that has happened comes again, else 20
 *
 * A figure that is too few to tell has OFFER_UNKNOWN. What works already is
 * not offered again, but the root cause of another incident. The greatest need
 * first, then pack order; what is chosen already for the round to come is
 * always among them. Nothing here decides what may be chosen (sim/between.h).
 */
#include "assess/measure.h"

enum { OFFERS = 5, OFFER_UNKNOWN = 35 };
/* measure: that speaks for it, NOBODY: what is to come does; need: 0 to 100. */
struct offer { int32_t improvement, measure, need; };
int32_t offer_list(const struct assess_reading *r, round_id round, struct offer out[OFFERS]);
#endif
