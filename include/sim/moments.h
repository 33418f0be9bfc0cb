#ifndef SIM_MOMENTS_H
#define SIM_MOMENTS_H
/*
 * Moments of truth by rule: which open, when they are settled, and how. A
 * needed communication opens its moment whether or not anybody speaks, so
 * silence is missed, never uncounted; `broken` is worse than silence (ahead
 * of what was known, dropped, over their head, refused, closed unasked).
 *
 * opened with   source          met / partly / missed / broken
 * ------------  --------------  ---------------------------------------------------------------------
 * every         ACKNOWLEDGED    a contact with the reporter by the response target / - / none / -
 * F R P M       IMPACT_ASKED    impact asked before the first work, or at all without work / - / not / -
 * work+consult  GO_AHEAD        asked before that work starts / - / left though possible / started without; none if it ran without or was asked for
 * contention    CONTENTION      handed to the pack's decider / to another / left / decided or refused
 * P M           CONDITIONS      agreed before the first change or workaround / later / not / - (if the pack has any)
 * P             RETEST          re-tested by the milestone or its grace / - / not / -
 * F R P M       CONFIRMED       the user confirmed / - / left / closed unasked, refused (opportunities: once worked)
 * F R M         NO_SILENCE      no wait beyond patience / one, spoiled, or until nobody said when / more / -
 * F R P M       UPDATE_WINDOW   worst claim of the window: honest / withheld, understated, empty / no news / ahead
 * fact known    BAD_NEWS        told within the pack's limit / later / not / -
 * claim wrong   CORRECTION      once for the same assurance: corrected by the team / its own claim ahead, or in passing / not / -
 * F R M         COMMITMENT      first promise, and those made with it, kept / late, far, hollow / none in time / dropped
 * promise       PROMISE_WINDOW  worst of the promises made in the window / ...
 * P             MILESTONE       update by the milestone / within its grace / none / -
 * complaint     COMPLAINT       resolved by its date / later / not / -
 *
 * A project's moments that are open when a round begins count in that round; after the pack's last round, or at the
 * session's end, a project is left like any other incident.
 *
 * NO_SILENCE of an incident that its user confirmed before patience was tried is met: quick help is no silence.
 * NO_SILENCE and UPDATE_WINDOW: a call promised for later (promise_covers_until) is a good reason to wait for it.
 *
 * F failure, R request, P project, M major. A moment whose time was not over
 * when its incident or the round ended does not count. Updates and promises
 * count once per customer, incident and patience window: the worst of them.
 */
#include "sim/making.h"

/* Update windows that an act opened, apart from the reporter's own, count from here. */
enum { MOMENT_OWN_WINDOW = 1000 };

/* Index in state.moments, NOBODY. */
int32_t moment_find(const struct sim_state *s, const struct scenario *sc, const struct moment_key *key);
/* The open moment of this source in the incident; customer and nth NOBODY: any. NOBODY when there is none. */
int32_t moment_open_in(const struct sim_state *s, incident_id i, int32_t source, customer_id c, int32_t nth);
/* Returns the index, NOBODY when there is no room. */
int32_t moment_open(struct sim_making *m, struct moment_key key, incident_id i, int32_t due);
/* No effect on a moment that is settled already. */
void moment_settle(struct sim_making *m, int32_t index, int32_t outcome);
void moment_settle_again(struct sim_making *m, int32_t index, int32_t outcome);
void moment_move_due(struct sim_making *m, int32_t index, int32_t due);
/* The worse of two outcomes; NONE and OPEN give way. */
int32_t outcome_worst(int32_t a, int32_t b);

/* --- the rules --- */
void moments_open_incident(struct sim_making *m, incident_id i);
void moments_first_contact(struct sim_making *m, incident_id i);
void moments_work_started(struct sim_making *m, incident_id i, work_id w, int asked_go_ahead);
/* The user confirmed, or the incident is over: settles what belongs to its life. */
void moments_end_incident(struct sim_making *m, incident_id i);
/* It is over: settles the rest. Promises first. */
void moments_over(struct sim_making *m, incident_id i);
/* Its due second has passed. */
void moment_overdue(struct sim_making *m, int32_t index);
void moment_bad_news(struct sim_making *m, fact_id f);
void moments_bad_news_told(struct sim_making *m, incident_id i, customer_id c, uint32_t told);
/* An update to this customer, said at that second, tells of the milestone that is next. */
void moments_milestone_told(struct sim_making *m, incident_id i, customer_id c, int32_t at);
void moments_finish(struct sim_making *m);

/* --- patience windows (moments_window.c) --- */
void window_begin(struct sim_making *m, incident_id i);
/* The moment in which a claim to this customer counts now; opens one where the claim is a duty of its own. */
int32_t window_for_claim(struct sim_making *m, incident_id i, customer_id c, int broken);
/* The moment in which a promise to this customer counts now. */
int32_t window_for_promise(struct sim_making *m, incident_id i, customer_id c, int32_t kind);
/* Worst of the claims in it, partly at best when it was spoiled (sim/feelings.h), NONE when nothing was said. */
int32_t window_claims_outcome(const struct sim_state *s, incident_id i, int32_t moment);
int32_t window_promises_outcome(const struct sim_state *s, incident_id i, int32_t moment);
void window_over(struct sim_making *m, int32_t moment);
/* Settles a promise's moment when all its promises are settled and its time is over. */
void window_promise_settled(struct sim_making *m, int32_t moment);
#endif
