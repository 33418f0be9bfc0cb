#ifndef SIM_INCIDENT_H
#define SIM_INCIDENT_H
/*
 * An incident's life: opened, its level moved by work, restored, fallen back,
 * confirmed, closed, left. Works belong to it.
 */
#include "sim/making.h"

void incident_open(struct sim_making *m, incident_id i);
/* Opens what the facilitator typed; the command is an INJECT. */
void incident_inject(struct sim_making *m);
/* The team is in touch with the customer about it (NOBODY: about nothing in particular). weight: enum contact_weight. */
void contact_make(struct sim_making *m, customer_id c, incident_id i, int32_t act, int32_t weight);
void incident_set_level(struct sim_making *m, incident_id i, int32_t level, int32_t instance);
void incident_confirm(struct sim_making *m, incident_id i);
/* how: enum incident_stage_mark that ends it. */
void incident_end(struct sim_making *m, incident_id i, int32_t how);
/* It has run for longer than the customer's patience, and nobody has asked whether it works. */
int is_overripe(const struct sim_state *s, incident_id i);
/* The level its other works that are done and hold leave it at, were this one undone. */
int32_t incident_level_without(const struct sim_state *s, const struct scenario *sc, int32_t instance);
void incident_falls_back(struct sim_making *m, int32_t instance);
void incident_overdue(struct sim_making *m, incident_id i);
void incident_lapses(struct sim_making *m, incident_id i);
/* Second at which it lapses, -1. */
int32_t incident_lapses_at(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* The reporter has waited beyond patience: next second at which that counts (again). */
int32_t incident_silent_at(const struct sim_state *s, incident_id i);
void incident_silent(struct sim_making *m, incident_id i);
void service_refresh(struct sim_making *m, service_id v);
void customer_says(struct sim_making *m, customer_id c, int32_t source, int32_t item, int32_t nth, incident_id i);

/* by: enum known_by; c: who said it, NOBODY. */
void fact_reveal(struct sim_making *m, fact_id f, int32_t by, customer_id c);
/* Bits of the incident's facts that the customer hears now. */
void facts_tell(struct sim_making *m, incident_id i, customer_id to, uint32_t told);
/* The pack's works of the incident: ordinal of w in it, as in the bits of sim_incident.go_ahead. */
int32_t work_ordinal(const struct scenario *sc, work_id w);
void work_start(struct sim_making *m, work_id w, int32_t member);
void work_improvise(struct sim_making *m);
void work_ends(struct sim_making *m, int32_t instance);
void work_stop(struct sim_making *m, int32_t instance, int32_t how);
void works_stop(struct sim_making *m, incident_id i, int32_t how);   /* NOBODY: all */
#endif
