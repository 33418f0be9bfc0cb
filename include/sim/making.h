#ifndef SIM_MAKING_H
#define SIM_MAKING_H
/*
 * A decision under way: the scratch state, and the events made so far. An
 * event is applied to the scratch as it is added, so what follows sees it.
 * A second of the making is always the scratch's `now`.
 *
 *   making_add(m, &(struct sim_event){.kind = SIM_EV_SILENCE, .silence = {incident, customer, 1}});
 *
 * When the events do not fit, `full` is set and the whole decision is refused.
 * Used inside the engine only.
 */
#include "sim/sim.h"

struct sim_making {
    struct sim_state *s;
    const struct scenario *sc;
    struct sim_events *out;
    const struct sim_command *command;
    int32_t act;       /* number of the act being decided; 0 while time passes */
    int32_t full;
};

void making_add(struct sim_making *m, const struct sim_event *e);
uint64_t making_seed(const struct sim_state *s);

/* The pack's incident, NULL when it was injected. */
const struct incident *incident_pack(const struct scenario *sc, incident_id i);
/* Nonzero when the incident is there and not over. */
int incident_is_open(const struct sim_state *s, incident_id i);
/* Seconds of a patience window of this customer in this incident. */
int32_t incident_window(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c);
/* Its reporter's silence is counted: failures, requests and everything major. */
int incident_counts_silence(const struct sim_incident *incident);
/* Who decides a contention: as the pack says, else the reporter. */
customer_id incident_decider(const struct sim_state *s, const struct scenario *sc, incident_id i);
/* Trust, in thousandths, under which this customer goes around the team: FIGURE_GATE_SLACK under the pack's gate, or
 * under where they started when that is lower. */
int32_t incident_gate(const struct scenario *sc, customer_id c);
/* A fact of the incident matters to the customer: they are told of it, and asked how it went. */
int incident_concerns(const struct scenario *sc, incident_id i, customer_id c);
/* Some work of the incident is theirs to agree to. */
int incident_consults(const struct scenario *sc, incident_id i, customer_id c);
/* Projects live on from round to round, as long as there is one to come. */
int incident_carries_over(const struct sim_state *s, const struct scenario *sc, incident_id i);
int customer_exists(const struct scenario *sc, customer_id c);
int round_is_scored(const struct sim_state *s, const struct scenario *sc);
#endif
