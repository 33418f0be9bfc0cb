#ifndef SIM_KNOWLEDGE_H
#define SIM_KNOWLEDGE_H
/*
 * What the team knows about an incident at this second, and what is so. The
 * first kind is what a claim is judged against; the second only settles later
 * what a claim ahead of it costs. An incident whose pack has no fact of a
 * kind (or that was injected) counts as known once it was looked into.
 */
#include "sim/sim.h"

int knows_cause(const struct sim_state *s, const struct scenario *sc, incident_id i);
int knows_impact(const struct sim_state *s, const struct scenario *sc, incident_id i);
int knows_way_around(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* An investigation runs or has ended. */
int knows_investigation(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* Contained: the service runs, or a workaround was put in place and it is not down; for requests: somebody is on it. */
int knows_contained(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* The fixing work ended and it runs. */
int knows_fixed(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* Running work whose longest duration ends by that second would fix it. */
int knows_fix_by(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second);
/* When it ends the incident runs. */
int work_ends_running(const struct scenario *sc, const struct sim_work *w);
/* A workaround exists, known or not. */
int truth_way_around(const struct sim_state *s, const struct scenario *sc, incident_id i);

/* Bits of the incident's facts that are known, matter to the customer, were not told and have been known longer than the pack allows. */
uint32_t facts_withheld(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c);
/* Bits of the incident's facts of this kind. */
uint32_t facts_of_kind(const struct scenario *sc, incident_id i, enum fact_kind kind);
/* Known facts of the incident that name a deadline: the earliest second, -1. */
int32_t known_deadline(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* After that second a fact of the incident became known, or work on it was done: worth asking again. */
int news_since(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second);
/* Bits of the incident's improvised facts; those not told to the customer yet. */
int32_t improvised_count(const struct sim_state *s, incident_id i);
uint32_t improvised_untold(const struct sim_state *s, incident_id i, customer_id c);
/* Index in state.improvised of the n-th of the incident, NOBODY. */
int32_t improvised_index(const struct sim_state *s, incident_id i, int32_t nth);
#endif
