#ifndef PLAYERS_SEE_H
#define PLAYERS_SEE_H
/*
 * All that a team can see, and the only way in which a policy may look. The
 * scenario and the state stand behind `struct turn`, which only the files
 * see*.c and player.c know: an unlearned fact, an expectation, a true length,
 * an answer or a chance cannot be read by a policy even by mistake (a check
 * holds this).
 *
 * Seconds are absolute. NOBODY where there is none.
 */
#include "sim/state.h"

struct turn;

struct seen_work { int32_t kind, consult, low, high, uses, go_ahead; };   /* uses: how many facts it builds on; go_ahead: it was asked for */
struct seen_promise { int32_t incident, customer, member, due, act, part, at, round, kind, open, kept, renegotiates; };   /* kind: enum promise_kind */
/* lacked: the team said it without ground, and knows that */
struct seen_claim { int32_t incident, customer, claim, at, act, lacked, corrected, found_out, round; };

/* --- the moment --- */
uint64_t see_seed(const struct turn *t);
int32_t see_kind(const struct turn *t);                /* enum player_kind */
int32_t see_now(const struct turn *t);
int32_t see_round(const struct turn *t);
int32_t see_round_from(const struct turn *t);
int32_t see_round_to(const struct turn *t);
int see_warm_up(const struct turn *t);
int see_last_round(const struct turn *t);
int32_t see_rounds_before(const struct turn *t);       /* that counted and are over: 0 in the first */
int32_t see_conversation(const struct turn *t);        /* seconds that a conversation takes */
/* Acts of this kind so far in this round. */
int32_t see_acts(const struct turn *t, int32_t kind);
int32_t see_acts_ever(const struct turn *t);
/* On the line now: what is said to them takes no more time. */
customer_id see_talking_to(const struct turn *t);

/* A note to oneself about an open incident (its nth) for as long as this look lasts; SEE_BLANK at first. */
enum { SEE_BLANK = -2, SEE_NOTES = 16 };
int32_t see_note(const struct turn *t, incident_id i);
void see_take_note(struct turn *t, incident_id i, int32_t note);
/* No known fact waits to be told to anybody, and none came to light since that was noted. */
int see_nothing_to_tell(const struct turn *t);
void see_note_nothing_to_tell(struct turn *t);

/* --- people --- */
int32_t see_customers(const struct turn *t);
int32_t see_weight(const struct turn *t, customer_id c);
int32_t see_patience(const struct turn *t, customer_id c);
int32_t see_silence(const struct turn *t, customer_id c);
/* Something went wrong for them, they let it be felt, and nobody has said sorry for it. */
int see_owes_sorry(const struct turn *t, customer_id c);
int32_t see_called_in_vain(const struct turn *t, customer_id c);   /* times in this round that a call brought them nothing */
int see_was_helped(const struct turn *t, customer_id c);  /* unasked, in this round */
enum mood see_mood(const struct turn *t, customer_id c);
int32_t see_members(const struct turn *t);
int see_is_free(const struct turn *t, int32_t member);
int32_t see_markers(const struct turn *t);
int see_marker_is_good(const struct turn *t, int32_t marker);

/* --- incidents --- */
int32_t see_open_count(const struct turn *t);
incident_id see_open(const struct turn *t, int32_t nth);
/* All that stands in it stands on its card, on the stage or in the log: nothing hidden. */
const struct sim_incident *see_incident(const struct turn *t, incident_id i);
int see_has_conditions(const struct turn *t, incident_id i);   /* what good looks like can be agreed */
int see_is_injected(const struct turn *t, incident_id i);      /* typed by the facilitator: no works of the pack */
int see_is_open(const struct turn *t, incident_id i);
int see_is_running(const struct turn *t, incident_id i);  /* it works again, or was served */
/* Second at which a known deadline of it passes, -1. */
int32_t see_deadline(const struct turn *t, incident_id i);
/* Seconds since the customer was last told anything about it; since it opened when never. */
int32_t see_untold_for(const struct turn *t, incident_id i, customer_id c);
/* The customer asked something about it that nobody has answered since: the second, 0 when not. */
int32_t see_asked_at(const struct turn *t, incident_id i, customer_id c);
int32_t see_answered_at(const struct turn *t, incident_id i, customer_id c);   /* the team answered one, and asked nothing back since; 0 */
int32_t see_last_said(const struct turn *t, incident_id i, customer_id c);   /* kind of the team's last act towards them about it, 0 none */
/* Something was found out since they were asked that may remind them of something. */
int see_may_ask_again(const struct turn *t, incident_id i, customer_id c, enum question q);
int see_has_asked(const struct turn *t, incident_id i, customer_id c, enum question q);
int32_t see_milestones(const struct turn *t, incident_id i);
int32_t see_milestone_at(const struct turn *t, incident_id i, int32_t milestone);
int see_was_retested(const struct turn *t, incident_id i, int32_t milestone);
int32_t see_options(const struct turn *t, incident_id i);

/* --- what is known, said and promised --- */
uint32_t see_untold(const struct turn *t, incident_id i, customer_id c);     /* known facts that matter to them and were not told: bits */
int32_t see_news_age(const struct turn *t, incident_id i, customer_id c);    /* seconds that the oldest of them is known */
uint32_t see_known_of(const struct turn *t, incident_id i, enum fact_kind kind);   /* known facts of the kind: bits */
customer_id see_who_said(const struct turn *t, incident_id i, enum fact_kind kind);   /* who told us the first known one */
/* Does the team know enough to say so? */
int see_supports(const struct turn *t, incident_id i, customer_id c, enum claim claim);
int see_call_is_far(const struct turn *t, incident_id i, customer_id c, int32_t due);  /* later than they would accept */
int see_waits_for_call(const struct turn *t, incident_id i, customer_id c);   /* a call was promised, and it is not due yet */
int32_t see_promises(const struct turn *t);            /* nth from see_first_promise() on may be open */
int32_t see_first_promise(const struct turn *t);
struct seen_promise see_promise(const struct turn *t, int32_t nth);
int32_t see_claims(const struct turn *t);
int32_t see_first_claim(const struct turn *t);
struct seen_claim see_claim(const struct turn *t, int32_t nth);
int32_t see_last_claim(const struct turn *t, incident_id i, customer_id c);   /* its nth, NOBODY */

/* --- works --- */
int32_t see_works(const struct turn *t, incident_id i);
work_id see_work_id(const struct turn *t, incident_id i, int32_t nth);
struct seen_work see_work(const struct turn *t, work_id w);
enum refusal see_work_possible(const struct turn *t, work_id w, int32_t member);
int see_is_worked_on(const struct turn *t, incident_id i);
int see_works_on(const struct turn *t, incident_id i, enum work_kind kind);   /* such a work runs */
int32_t see_fix_by(const struct turn *t, incident_id i);   /* the latest end of a running change, -1 */
int32_t see_work_until(const struct turn *t, incident_id i);   /* the latest end of anything that runs on it, -1 */
int32_t see_running_work(const struct turn *t);            /* some work that runs: its instance, NOBODY */
int32_t see_begun(const struct turn *t, int32_t instance); /* second at which it was begun */

/* --- complaints --- */
int32_t see_open_complaint(const struct turn *t);          /* number of the act that logged it, 0 none */
int32_t see_complained_at(const struct turn *t, customer_id c);   /* second of their last one, -1 none */

/* --- between rounds --- */
int32_t see_rounds_played(const struct turn *t);           /* that counted */
int see_is_round_to_come(const struct turn *t);            /* another one that counts */
int32_t see_improvements(const struct turn *t);
enum improvement_effect see_improvement(const struct turn *t, int32_t nth);
int see_is_chosen(const struct turn *t, int32_t nth);      /* now or earlier */
int see_has_improved(const struct turn *t, enum improvement_effect effect);   /* it works in the next round */
int32_t see_chosen_now(const struct turn *t);              /* for the round to come: how many */
int32_t see_all_incidents(const struct turn *t);
int see_root_cause_is_open(const struct turn *t, incident_id i);   /* it happened, and nobody knows yet which spine */
int32_t see_ambassador(const struct turn *t, customer_id c);
int see_is_committed(const struct turn *t, int32_t slot);  /* for the round to come */
int see_is_by_hand(const struct turn *t, int32_t slot);    /* the round just played had a commitment there that no rule can check, and no mark yet */
int see_is_chartered(const struct turn *t, int32_t slot);
#endif
