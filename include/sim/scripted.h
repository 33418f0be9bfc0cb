#ifndef SIM_SCRIPTED_H
#define SIM_SCRIPTED_H
/*
 * What the pack lets happen by condition: incidents, events and scripted
 * moments. Conditions are looked at when a round starts, at each full minute
 * of the round, after each act and after everything that fell due: never at
 * other times, so that an advance in one leap equals one second by second.
 *
 * A customer who is in conversation with the team asks in it or when it is over, not in between.
 *
 * A scripted moment is met, partly met or broken by the first act after it
 * opened that matches `expects`, `partly` or `broken` within its time; a
 * partly met one may still become met. An assurance ahead of what was known
 * is no answer: it breaks an honest-updates moment and leaves others open,
 * unless the pack names that claim. What opens only because a customer was
 * left in silence can be lost and not won: met, it does not count, so that
 * neglecting first never pays. Unanswered, a question that was said
 * aloud costs FALL_QUESTION_IGNORED.
 */
#include "sim/making.h"

/* What an act was, for matching. */
struct act_done {
    int32_t act;              /* enum act */
    incident_id incident;
    customer_id customer;
    int32_t question, claim, work;   /* -1 none */
    uint32_t told;
    int32_t ahead;
    int32_t again;            /* act of an earlier update that counts after all, 0: it is being done now */
};

/* Opens everything waiting whose condition holds. */
void scripted_poll(struct sim_making *m);
/* Moments of the incident that open with it. */
void scripted_open_with(struct sim_making *m, incident_id i);
void scripted_moment_open(struct sim_making *m, moment_id k);
void scripted_event_happens(struct sim_making *m, event_id e);
void scripted_act_done(struct sim_making *m, const struct act_done *done);
/* The same for an act that is no question, no update and no work. */
void scripted_plain_done(struct sim_making *m, int32_t act, incident_id i, customer_id c);

/* Whose condition it is: when it began, and what its draws are keyed by. */
struct condition_owner { int32_t since, purpose, first, second; condition_id root; };
/* A second before which the condition cannot hold, whatever happens; since: when its owner began. */
int32_t condition_not_before(const struct scenario *sc, condition_id at, int32_t since);
/* It can hold only after somebody was left without a word. */
int condition_needs_silence(const struct scenario *sc, condition_id at);
int condition_holds(const struct sim_state *s, const struct scenario *sc, condition_id at, const struct condition_owner *owner);
#endif
