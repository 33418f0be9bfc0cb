#ifndef SIM_IMPROVE_H
#define SIM_IMPROVE_H
/*
 * What the team improved between rounds. An improvement works from the next
 * round that counts on, for good; without it nothing changes. Everything it
 * does can be read from the events: there is no hidden bonus.
 *
 * effect           from then on                                                              seen in
 * ---------------  ------------------------------------------------------------------------  ------------------------------
 * callback         a customer who has heard a voice within FIGURE_CALLBACK of everything     patience of INCIDENT_OPENED
 *                  brought this round waits FIGURE_CALLBACK_MORE percent longer
 * ambassador       talking to one's own ambassador costs at most FIGURE_AMBASSADOR_TALK,     sim_conversation_cost,
 *                  and being asked by them pleases twice as much                             SATISFACTION asked
 * promise board    the room sees what is due next; no figure changes                         state.improved
 * priority rules   a contention decided by ourselves as the rule says (option NOBODY) and    DECISION, MOMENT_SETTLED
 *                  said to the decider is partly met and costs no trust                      partly
 * conditions       agreeing and re-testing conditions costs no conversation: it is a form    sim_conversation_cost
 * one voice        what is told to one customer reaches all others to whom it matters        FACT_TOLD, CONTACT
 * root cause       the right spine: what repeats the incident does not come; the wrong one:  IMPROVED works, PREVENTED
 *                  the effort is wasted
 * known errors     the cause of what comes again is known at once where it was found the     FACT_KNOWN, WORK_STARTED
 *                  first time, else looking for it takes FIGURE_KNOWN_ERROR percent
 * day in business  what customers expect of requests, projects and opportunities is known    FACT_KNOWN at the opening
 * cross-training   anybody can do any work; out of their role in FIGURE_OTHER_ROLE percent   WORK_STARTED
 *
 * Source ideas: service levels (callback), service ambassadors, conditions of
 * satisfaction, the business sets priorities, root cause along four spines.
 */
#include "sim/making.h"

/* Works in the round that runs. */
int improvement_works(const struct sim_state *s, enum improvement_effect effect);
/* The improvement of the pack, chosen and at work, its effort not wasted: what conditions ask. */
int improvement_holds(const struct sim_state *s, const struct scenario *sc, int32_t improvement);
/* Chosen for the round to come: how many. */
int32_t improvements_chosen(const struct sim_state *s, const struct scenario *sc);
/* The incident may have its root cause looked for: it has happened, it has one, and nobody found it yet. */
int root_cause_is_open(const struct sim_state *s, const struct scenario *sc, incident_id i);

/* Seconds a customer waits more because the callback standard was kept with them this round, 0 or more. */
int32_t callback_patience(const struct sim_state *s, customer_id c, int32_t patience);
/* That member speaks to the customer as their ambassador. */
int is_ambassador(const struct sim_state *s, customer_id c, int32_t member);
/* The incident would come again, but its root cause was found. */
int is_prevented(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* The pack's improvement of this effect that was chosen first, NOBODY. */
int32_t improvement_of(const struct sim_state *s, const struct scenario *sc, enum improvement_effect effect);
/* Known at the opening only thanks to an improvement. */
int is_known_beforehand(const struct sim_state *s, const struct scenario *sc, fact_id f);
/* Percent of its usual time that this work takes this member. */
int32_t work_share(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member);
/* May do this work: of its role, of none, or cross-trained. */
int member_can(const struct sim_state *s, const struct scenario *sc, work_id w, int32_t member);
/* The decider, or whoever reports the contention, hears of it now or has just heard of it. */
int rule_is_said(const struct sim_state *s, const struct scenario *sc, incident_id i);
#endif
