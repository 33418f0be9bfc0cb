#ifndef SIM_APPLYING_H
#define SIM_APPLYING_H
/*
 * The writers of a state that stand in their own files; sim_apply() calls
 * them by its table. Used inside the engine only. An event names things that
 * are there: the session checks what it reads from a file with sim_event_fits().
 */
#include "sim/sim.h"

typedef void apply_event(struct sim_state *s, const struct scenario *sc, const struct sim_event *e);

apply_event apply_incident_opened, apply_incident_level, apply_incident_stage, apply_work_started, apply_work_ended;
apply_event apply_claim, apply_claim_settled, apply_promise, apply_promise_settled;
apply_event apply_learning, apply_committed, apply_chartered, apply_marked, apply_improved, apply_ambassador;
apply_event apply_tallied, apply_card_noted, apply_monday, apply_followed_up, apply_stepped;
apply_event apply_moment_opened, apply_moment_settled, apply_moment_due, apply_verdict_mark;

/* Do the events of between rounds (LEARNING to SURVEYED) name only what is there? Used by sim_event_fits(). */
int fits_between(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e);
#endif
