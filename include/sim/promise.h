#ifndef SIM_PROMISE_H
#define SIM_PROMISE_H
/*
 * The ledger of promises: every time that was said to a customer.
 *
 *   open -> kept | renegotiated (before due, once, with news) | late | dropped | void
 *
 * Until a call that was promised, and is not far, the customer waits with a
 * good reason: a patience window without an update does not count and silence
 * is none (promise_covers_until). The promise itself is the duty.
 *
 * A call is kept by an update on that incident to that customer at or before
 * its due second, not by any contact, and not by a claim ahead of what was
 * known; an update after it is late; none within FIGURE_DROPPED times the
 * patience drops it. What is said in the conversation in which the call was
 * named (within the pack's conversation time, and not due yet) keeps nothing,
 * nor does the answer to a customer who called before. Another call named then
 * replaces it (for an answer: once, and again with news), which is void and hands on its moment;
 * what else is promised then counts in one moment with it. The word that it is
 * fixed makes the call named before it void. A fix time is kept when the
 * incident runs at that second.
 * A customer who confirms has heard how it ended: calls promised to them are
 * kept by it. Closing without having told drops what is open. Void: its time
 * falls between two rounds, or behind the end of an incident that lapsed or
 * was decided by the business, so nobody could keep it.
 *
 * What it counts as: kept met, late partly, dropped broken; missed (and late)
 * when it was due and the round ended before it would have been dropped. Kept,
 * it is partly met at best when it was far (claim_is_far), about what has long
 * worked, where asking whether it does is due, spoiled (sim/feelings.h) or
 * hollow: a call with nothing new while nobody worked on it and somebody could
 * have. A scripted question of follow-through that was answered by naming a
 * time comes out no better than that time was kept. A renegotiation with news
 * counts as met, without as partly; what was promised anew counts itself, and
 * earns no trust.
 */
#include "sim/making.h"

struct promise_terms { incident_id incident; customer_id customer; int32_t part, kind, due, text, renegotiates; };

void promise_make(struct sim_making *m, const struct promise_terms *terms);
/* Second until which the customer waits with a good reason: the soonest call promised about the incident that is neither
 * due nor far. -1 when there is none, or when one is due already: who lets a call pass cannot cover it with another. */
int32_t promise_covers_until(const struct sim_state *s, incident_id i, customer_id c);
/* The reporter was told at least once when to expect the next word, and not far away. */
int promise_was_named(const struct sim_state *s, incident_id i);
/* The promise made by that act, NOBODY. part: 0 call or other, 1 fix time. */
int32_t promise_find(const struct sim_state *s, int32_t act, int32_t part);
/* An update that was no assurance ahead of what was known: keeps what was promised before it. */
void promises_updated(struct sim_making *m, const struct sim_claim *by);
/* What that update kept was kept in full after all. */
void promises_kept_after_all(struct sim_making *m, incident_id i, int32_t act);
/* The customer has confirmed that it works, or decides: who is in the conversation that ends it has heard. */
void promises_confirmed(struct sim_making *m, incident_id i, customer_id c);
/* The incident runs: fix times are kept. */
void promises_restored(struct sim_making *m, incident_id i);
/* Second at which an open promise is looked at next: its due, or when it is dropped. */
int32_t promise_next_due(const struct sim_state *s, const struct scenario *sc, const struct sim_promise *p);
void promise_overdue(struct sim_making *m, int32_t index);
void promises_closed(struct sim_making *m, incident_id i);
/* It ended by itself (lapsed, decided): what is overdue is dropped, what was not due yet is void. */
void promises_overtaken(struct sim_making *m, incident_id i);
void promises_round_over(struct sim_making *m);
void promise_renegotiate(struct sim_making *m, int32_t index, int32_t due);
/* Something was learnt or done about the incident since that second. Work that was stopped does not count, nor does work
 * begun again after it was stopped FIGURE_MAKE_BELIEVE times. */
int incident_moved_since(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second);
#endif
