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
#include "session/session.h"
#include "view/view_report.h"
#include "view/wording_figure.h"

/* --- names --- */

/* Typed text as it may be shown: members' names replaced, writing from right to left kept apart from what
 * surrounds it. */
struct report_names {
    struct arena *arena;
    int shown; /* 1: names are left in */
    int count;
    const char *members[LIMIT_MEMBERS]; /* as shown: typed or pseudonym */
    const char *typed[LIMIT_MEMBERS];   /* as typed, trimmed; "" when there is none to hide */
    const char *first[LIMIT_MEMBERS];   /* the first word of it where that is safe to hide too, else "" */
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
void report_measures_build(struct report_build *b);
void report_culture_build(struct report_build *b);
/* A measure through the rounds and over all of them. */
struct report_row report_row_of(struct report_build *b, int32_t measure);
void report_words_build(struct report_build *b);

const char *report_number(struct report_build *b, int32_t n);
/* "Round 2"; with report.round.inside "round 2". */
const char *report_round_named(struct report_build *b, round_id round, const char *key);
/* "Round 2, 14:31". */
const char *report_when(struct report_build *b, round_id round, int32_t second);
/* Does it count for the reader: settled, in a round that counts, and an opportunity at all? */
int report_moment_shows(const struct report_build *b, const struct sim_moment *m);
#endif
