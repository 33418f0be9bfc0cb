#ifndef ASSESS_ASPECTS_H
#define ASSESS_ASPECTS_H
/*
 * Attitude, behaviour, culture: words and counts, never a grade, never a
 * figure for a person. Attitude is only what people said of themselves and of
 * others; behaviour only what the log shows; culture only what repeats.
 *
 *   n = aspect_list(reading, ASPECT_CULTURE, round, statements);
 *
 * A statement is a measure and how often it came out well, in a word:
 * always (all), mostly (2 of 3 or more), sometimes (1 of 3 or more), seldom
 * (fewer), never (none), too-few (below MEASURE_FEWEST items), or a bare count
 * (some, none) where there is nothing it is a share of.
 *
 * measure           an item is                                                              points
 * ----------------  ----------------------------------------------------------------------  -------------------------
 * attitude
 * cards-shared      a hand for a card as users would pick it                                1 of 1 when a hand for the
 *                                                                                           same card says it of us
 * survey-room       see survey.h
 * blames            somebody else blamed before a customer                                  1
 * apologies         an apology for something owed                                           1
 * complaints-owned  a complaint written down with an owner and a date                       1
 * charter-marks     what a table marked of the charter by hand                              met 2, partly 1, not 0 of 2
 * behaviour
 * first-word ...    the occasions of each behaviour: assess/pledge.h                        met 2 ... broken -1 of 2
 * culture
 * shared-work       a work somebody began (named members, when there are two or more)       1 of 1 when not the busiest
 *                                                                                           member's; possible is scaled
 *                                                                                           so that an even split is 100
 * shared-talk       the same for acts that speak to a customer                              likewise
 * across-incidents  an incident with MEASURE_FEWEST moments or more                         1 of 1 from half its points on
 * in-quiet          a moment that opened with at most ASSESS_QUIET_TO incidents waiting     met 2 ... broken -1 of 2
 * under-load        a moment that opened with ASSESS_LOAD_FROM or more waiting              likewise
 * bad-news-speed    bad news that was told: seconds since the team knew (value: the         its seconds
 *                   middle one; -1 when none was told)
 * commitments-kept  a commitment of an earlier round's learning, in the round it was for    2 kept, 1 partly, 0 not of 2
 * held-rounds       a behaviour seen in two rounds or more, not too few (session only)      1 of 1 when kept in each
 * vouchers          a voucher given by a customer                                           1
 */
#include "assess/measure.h"

enum often { OFTEN_TOO_FEW, OFTEN_NEVER, OFTEN_SELDOM, OFTEN_SOMETIMES, OFTEN_MOSTLY, OFTEN_ALWAYS, OFTEN_NONE, OFTEN_SOME };
const char *often_word(int32_t often);      /* "too-few", "never", "seldom", "sometimes", "mostly", "always", "none", "some" */

enum { ASPECT_STATEMENTS = 16 };
struct aspect_statement { int32_t measure; enum often often; struct measure_value value; };
/* In the order of enum measure. Returns how many. */
int32_t aspect_list(const struct assess_reading *r, enum aspect aspect, round_id round, struct aspect_statement out[ASPECT_STATEMENTS]);

/* The cards: how many hands each was given as users would pick them, and by the team of itself. */
struct card_gap { int32_t card, users, ours; };
/* Greatest gap (users less ours) first, then by card. Only cards that were given a hand. Returns how many, at most `most`. */
int32_t card_gaps(const struct assess_reading *r, struct card_gap *out, int32_t most);

/* Is it one hero, a few, or everybody? By shared-work and shared-talk of a team of SPREAD_TEAM or more. */
enum spread { SPREAD_TOO_FEW, SPREAD_HERO, SPREAD_FEW, SPREAD_EVERYBODY };
enum { SPREAD_TEAM = 3, SPREAD_HERO_TO = 50, SPREAD_EVERYBODY_FROM = 80 };   /* percent of an even split */
enum spread spread_of(const struct assess_reading *r, int32_t measure, round_id round);
const char *spread_word(int32_t spread);    /* "too-few", "hero", "few", "everybody" */

/* Does it hold when it is busy? Percent points that under-load lies below in-quiet; out of reach (-1000) when either is too few. */
enum { LOAD_UNKNOWN = -1000 };
int32_t load_gap(const struct assess_reading *r, round_id round);
#endif
