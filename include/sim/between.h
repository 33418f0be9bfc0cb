#ifndef SIM_BETWEEN_H
#define SIM_BETWEEN_H
/*
 * Between rounds, and when the room stops to learn: nothing here is an act
 * towards a customer, and nothing but the improvements changes how the engine
 * plays. Commitments, charter, marks and counted hands stand beside the
 * scores, so that ambition is never punished.
 *
 * command      when                                    what is refused
 * -----------  --------------------------------------  -------------------------------------------------
 * LEARN        between rounds; once within a round     a second one within the round; ending what does not run
 * COMMIT       between rounds or while learning        a slot beyond three, a behaviour committed to already, no round to come
 * CHARTER      the same, and before the first round    a slot beyond eight, a behaviour chartered already
 * MARK         between, learning, finished             pledges nobody made; rounds that were not played or do not count
 * IMPROVE      between, once a round that counts was   more than two, what works already (but the root cause: of
 *              played and one is still to come         another incident), an incident without a root cause to find
 * AMBASSADOR   the same, with its improvement chosen   members who are not there
 * TALLY, CARD_SHEET, MONDAY  not while a round runs    things that are not there
 * FOLLOW_UP    between or finished                     an action nobody planned
 * EDIT_REPORT  not while a round runs                  an edit without the words it needs; the part is not looked at
 * STEP         any time; while a round runs only more  a step no agenda has, the same step with the same minutes
 *              or fewer minutes for the step it is in
 *
 * Within a round the clock stands while the room learns, and the team does
 * nothing towards the customers: what was said before may still be recorded
 * late. Text 0 takes a commitment, a charter line, a card note or an action
 * back; refused with NO_TEXT where there is none to take back.
 */
#include "sim/making.h"

enum { BETWEEN_COMMITMENTS = 3, BETWEEN_IMPROVEMENTS = 2, BETWEEN_PATTERNS = 64, BETWEEN_HANDS = 200, BETWEEN_DAYS = 400, BETWEEN_PARTS = 4, BETWEEN_FOLLOW_UPS = 3, BETWEEN_MINUTES = 600 };

/* The room has stopped to learn, within a round or between two. */
int learning_runs(const struct sim_state *s);
/* The next round that counts after the one that runs or ran last, NOBODY when there is none. */
round_id round_to_come(const struct sim_state *s, const struct scenario *sc);
/* Index in state.commitments of that slot of that round, NOBODY. */
int32_t commitment_find(const struct sim_state *s, round_id round, int32_t slot);
/* Index in state.tallies, NOBODY. */
int32_t tally_find(const struct sim_state *s, int32_t what, int32_t subject, int32_t by);
int32_t card_note_find(const struct sim_state *s, int32_t card, int32_t part);
/* what: enum pledge_kind. */
int32_t mark_find(const struct sim_state *s, int32_t what, int32_t slot, int32_t member, round_id round);
/* Is there something planned in this slot? */
int action_exists(const struct sim_state *s, int32_t slot);
/* What is still being learnt ends with what comes next. */
void learning_ends(struct sim_making *m);
#endif
