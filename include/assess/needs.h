#ifndef ASSESS_NEEDS_H
#define ASSESS_NEEDS_H
/*
 * What the team found out about what its customers need. Source idea:
 * stakeholder-needs (three kinds, after Kano): a basic need is taken for
 * granted and missed when absent, a satisfier is asked for, a delighter nobody
 * asks for, because nobody expects it of IT. Stands beside the scores and
 * changes none of them.
 *
 *   struct needs_watch w;
 *   needs_begin(&w, scenario);
 *   for each event of the session, in order:
 *       needs_fold(&w, scenario, index, event)
 *   w.found[customer][need]                       of the pack's list, what became of each
 *
 * kind       is found, the first of
 * ---------  -----------------------------------------------------------------------------------------------
 * basic      from the start (NEED_FROM_START, no event): the team knows what it is there for
 * satisfier  the customer is asked what it means, by when it matters, what they need, what else would help or
 *            how it went (ASKED, whatever it is about), or conditions of satisfaction are agreed with them
 * delighter  the customer is asked what else would help, or how it went, while what it is about does not press:
 *            it runs again, or it is a project or an opportunity
 *
 * A visit (the act `proactive`, when it counts: once a round for each
 * customer) finds everything of that customer. A day in the business (the
 * improvement), chosen, finds everything of everybody when the next round that
 * counts begins. To ask for the go-ahead, or whether it works, finds nothing:
 * it is about the team's work and not about theirs. What was found in the
 * warm-up is found. A failure or a request presses until its level is running.
 *
 * The same events give the same; nothing is ever lost again. Ids outside the
 * scenario are passed over.
 */
#include "sim/event.h"
#include "sim/state.h"

enum need_way { NEED_NOT_FOUND, NEED_FROM_START, NEED_BY_ASKING, NEED_BY_VISIT, NEED_BY_DAY, NEED_WAY_COUNT };
const char *need_way_word(int32_t way);          /* "not-found", "from-start", "asking", "visit", "day"; "" out of range */

/* event: index in the log; event, round and at NOBODY when it was known from the start or is not found. */
struct need_found { int32_t way, event, round, at; };
struct needs_watch {
    int32_t round;                               /* running or last, NOBODY before the first */
    int32_t day;                                 /* 1: a day in the business is chosen and not yet begun */
    int32_t calm[SIM_INCIDENTS], presses[SIM_INCIDENTS];   /* 1: a project or an opportunity; 1: it cannot wait */
    struct need_found found[LIMIT_CUSTOMERS][LIMIT_NEEDS];
};
void needs_begin(struct needs_watch *w, const struct scenario *sc);
void needs_fold(struct needs_watch *w, const struct scenario *sc, int32_t index, const struct sim_event *e);

/* Of a kind and a customer (NOBODY: of all): how many there are, found, and found in that round (NOBODY: none asked for). */
struct needs_count { int32_t all, found, now; };
struct needs_count needs_count(const struct needs_watch *w, const struct scenario *sc, enum need_kind kind, customer_id c, round_id round);
#endif
