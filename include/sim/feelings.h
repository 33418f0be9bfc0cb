#ifndef SIM_FEELINGS_H
#define SIM_FEELINGS_H
/*
 * Trust and satisfaction. Satisfaction follows the situation and recovers
 * fast; trust moves only on events, and a fall is at least twice the matching
 * rise (sim/figures.h). A rise of a kind counts once per customer within
 * FIGURE_GAIN_PAUSE or the customer's patience, whichever is longer; nothing
 * rises about an incident that its user has confirmed, or that has run for a
 * patience window without anybody asking, but for bad news told to others. Over FIGURE_DEAR a rise is worth
 * amount x (100 - trust) / (100 - FIGURE_DEAR): full trust is never quite won.
 *
 * Called for nothing: a contact that brings the customer nothing and costs
 * them their time. The same question again though nothing has come to light
 * since they were last asked, a go-ahead asked before anybody can say for
 * what, whether it works before anything was done, an apology where nothing is
 * owed (but once a round for the trouble of a failure), a second unasked help,
 * saying again that it was heard or goes up the line, a complaint without
 * cause, news that is none of their business, a second call put off, a second
 * claim taken back that the team had no ground for. It is no contact and costs
 * MOOD_FOR_NOTHING, the second time in a round twice that, then three times; beyond FIGURE_NOTHING_FORGIVEN a round it spoils what runs
 * meanwhile: the patience windows, the silence kept at bay and the calls
 * promised to that customer come out partly met at best. Whoever names a time
 * and calls in between about nothing has not kept it: the customer had no
 * peace until then.
 *
 * Mood, 0 to 100: (trust + 2 x satisfaction) / 3; delighted from 80, calm from
 * 58, worried from 42, annoyed from 26, else furious; one step worse while a
 * customer with an open incident has waited beyond patience.
 */
#include "sim/making.h"

/* Amounts in thousandths, positive; reason: enum reason; incident NOBODY when none. Return 1 when it counted. */
int trust_rise(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i);
void trust_fall(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i);
/* A gain of satisfaction that fades by round and counts once per patience; 1 when it counted. */
int satisfaction_rise(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i);
/* Any change, unguarded. */
void satisfaction_move(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i);
/* One minute has passed: drift, levels, silence, value lost. */
void feelings_minute(struct sim_making *m);
/* The customer reports an open incident that is not confirmed. */
int customer_waits(const struct sim_state *s, customer_id c);
/*
 * Surveys: by their mood, from 1 (furious) to 5 (delighted). After an incident was closed its reporter, whoever a fact of
 * it matters to and the decider of a contention; at a round's end everybody (incident NOBODY). None in a warm-up. The
 * share of answers of 4 or 5 is the survey's figure: good from 80 percent, outstanding from 90 (source idea: surveys).
 */
void feelings_survey(struct sim_making *m, incident_id i);
#endif
