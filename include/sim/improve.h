#ifndef SIM_IMPROVE_H
#define SIM_IMPROVE_H
/*
 * What the team improved between rounds. An improvement works from the next
 * round that counts on, for good. Without it nothing changes.
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
#endif
