#ifndef VIEW_REPORT_INSIDE_H
#define VIEW_REPORT_INSIDE_H
/*
 * The pieces of view_report_build(), one file each: names (pseudonyms),
 * effects (what moved trust, and why), ledger (promises and claims), course
 * (incidents with their moments), room (customers, vouchers, notes,
 * corrections), turns (moments of truth, questions), agreed (commitments,
 * charter, improvements, Monday, cards), measures (four sides, account, spokes,
 * matrix), culture (surveys, attitude, behaviour, culture, maturity, patterns)
 * and words (finding and summary). Each fills its part of the view.
 */
#include "base/person_name.h"
#include "session/session.h"
#include "view/report_finding.h"
#include "view/view_report.h"
#include "view/wording_figure.h"

/* --- names --- */

/* Typed text as it may be shown: members' names replaced, writing from right to left kept apart from what
 * surrounds it. */
struct report_names {
    struct arena *arena;
    int shown; /* 1: names are left in */
    int32_t agreed; /* who agreed to be named in what is told just now: one pseudonym beside the name would give all of them away */
    int count;
    const char *members[LIMIT_MEMBERS]; /* as shown: typed or pseudonym */
    struct person_name typed[LIMIT_MEMBERS]; /* what is hidden; a part that a customer has too is not */
};
void report_names_begin(struct report_names *n, struct arena *arena, const struct session *session, int shown);
/* context: a struct report_names. The result lives in its arena, or is the text itself. */
const char *report_names_hide(const void *context, const char *text);

/* --- effects --- */

enum report_cause { CAUSE_TIME, CAUSE_ACT, CAUSE_CLAIM, CAUSE_PROMISE };
struct report_trust { /* one event of trust in a round that counts */
    int32_t event, at, round, customer, incident, delta, now, reason, act; /* thousandths */
    enum report_cause cause;
    int32_t index; /* of the claim or promise in the state, NOBODY */
};

struct report_build {
    struct wording w;
    struct arena *arena;
    const struct session *session;
    const struct scenario *sc;
    const struct sim_state *state;
    const struct score_sheet *sheet;
    const struct assess_reading *reading;
    struct report_names names;
    struct report_trust *trust;
    int32_t trust_count;
    int round_of[LIMIT_ROUNDS];     /* place of a pack's round in the view, -1 */
    round_id rounds[REPORT_ROUNDS]; /* and back */
    struct view_report *out;
};

void report_effects_build(struct report_build *b);
struct report_effect report_effect_of(struct report_build *b, const struct report_trust *t);
/* The event of trust that goes with a moment, the largest; NULL. */
const struct report_trust *report_effect_of_moment(const struct report_build *b, int32_t moment);
/* And back: the first moment that an event of trust goes with, NOBODY. */
int32_t report_moment_of_effect(const struct report_build *b, const struct report_trust *t);
int report_points(int32_t thousandths); /* rounded */

void report_ledger_build(struct report_build *b);
void report_course_build(struct report_build *b);
void report_room_build(struct report_build *b);
void report_turns_build(struct report_build *b);
void report_agreed_build(struct report_build *b);
void report_votes_build(struct report_build *b);
/* 1 when hands were counted for it, but by fewer than REPORT_FEW people. */
int report_too_few(const struct report_build *b, enum tally_kind what);
void report_needs_build(struct report_build *b);
void report_measures_build(struct report_build *b);
void report_culture_build(struct report_build *b);
/* A measure through the rounds and over all of them. */
struct report_row report_row_of(struct report_build *b, int32_t measure);
/* Finding and summary, then what heads each section; after everything else. */
void report_words_build(struct report_build *b);
void report_heads_build(struct report_build *b);

/* --- what a sentence rests on --- */

/* Rounds by their place in the view, both included. */
struct report_span { int from, to; };
int report_is_within(const struct report_build *b, round_id round, struct report_span span);
struct report_span report_whole(const struct report_build *b);
struct finding_figures report_figures(const struct report_build *b);

/* REST_BADLY: what did not come out whole; REST_ILL: missed or broken; REST_NONE: missed. */
enum rest_which { REST_ALL, REST_WELL, REST_BADLY, REST_ILL, REST_NONE };
struct rests_taking { struct report_build *b; const char **ids; int count, room; struct report_span span; };
struct rests_taking rests_begin(struct report_build *b, struct report_span span);
/* The items of a measure that stand in the annex, each once. sources: bit per moment source, 0 any. */
void rests_measure(struct rests_taking *t, int32_t measure, enum rest_which which, uint32_t sources);
/* Promises by how they ended: bit per enum report_mark. */
void rests_promises(struct rests_taking *t, uint32_t marks);
void rests_claims(struct rests_taking *t, int ahead_only);
void rests_moments(struct rests_taking *t, enum rest_which which, uint32_t sources);
void rests_customers(struct rests_taking *t, int lower_only);
void rests_id(struct rests_taking *t, const char *id); /* NULL: none */
/* More than are read one by one become the rounds of the annex that hold them. */
struct report_rests rests_end(struct rests_taking *t, const char *part);

/* The id under which a promise stands. */
const char *report_promise_id(struct report_build *b, const struct sim_promise *p);
/* The id of an incident's row in the annex, NULL where it has none. */
const char *report_incident_id(struct report_build *b, int32_t incident);
/* "Overruled: met. Why it was." or "Disputed ...", "" */
const char *report_decided(struct report_build *b, int32_t aim, const struct moment_key *key, int disputed, int32_t overruled);
void report_edits_build(struct report_build *b);

/* The id under which a moment of the state stands in the annex. */
const char *report_moment_id(struct report_build *b, int32_t index);
const char *report_number(struct report_build *b, int32_t n);
/* "Round 2"; with report.round.inside "round 2". */
const char *report_round_named(struct report_build *b, round_id round, const char *key);
/* "Round 2, 14:31". */
const char *report_when(struct report_build *b, round_id round, int32_t second);
/* Does it count for the reader: settled, in a round that counts, and an opportunity at all? */
int report_moment_shows(const struct report_build *b, const struct sim_moment *m);
#endif
