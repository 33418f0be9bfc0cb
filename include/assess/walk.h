#ifndef ASSESS_WALK_H
#define ASSESS_WALK_H
/*
 * Walking through what a measure rests on: used inside assess only. A measure
 * is a walker in the table of measure.c; it makes items of moments, claims,
 * promises, works, incidents and traces with the functions below and shows
 * those that belong to the round asked for.
 *
 *   int made = walk_moment(w, index, &item);     0: not of this round, or nothing to tell of it
 *   walk_show(w, &item);
 */
#include "assess/measure.h"
#include "assess/traces.h"

struct walk {
    const struct assess_reading *r;
    const struct scenario *sc;
    const struct sim_state *s;
    int32_t measure;
    round_id round;                   /* NOBODY: all that count */
    assess_visit *visit;
    void *context;
};
typedef void walker(const struct walk *w, int32_t arg);

/* RULE(NAME, "word"): why an item counts that is neither a moment nor a reason of trust; text keys "rule.<word>". */
#define RULES(RULE) \
    RULE(SPAN, "span") RULE(AT_STAKE, "at-stake") RULE(UNSERVED, "unserved") RULE(ELSEWHERE, "elsewhere") \
    RULE(RESTORED, "restored") RULE(TARGET_PASSED, "target-passed") RULE(CONFIRMED, "confirmed") RULE(SERVED, "served") \
    RULE(ENDED, "ended") RULE(REFUSED, "refused") RULE(PREVENTED, "prevented") RULE(RECURRED, "recurred") \
    RULE(WORK, "work") RULE(CONVERSATION, "conversation") RULE(HARM, "harm") RULE(NO_HARM, "no-harm") RULE(FELL_BACK, "fell-back") \
    RULE(HELD, "held") RULE(WILL_FALL_BACK, "will-fall-back") RULE(UNFIXED, "unfixed") RULE(UNCONFIRMED, "unconfirmed") \
    RULE(CLAIM, "claim") RULE(PROMISE, "promise") RULE(SURVEYED, "surveyed") RULE(HANDS, "hands") RULE(ACT, "act") \
    RULE(VOUCHER, "voucher") RULE(OBSERVED, "observed") RULE(BLAME, "blame") RULE(COMPLAINT, "complaint") RULE(SPINE, "spine") \
    RULE(COMMITMENT, "commitment") RULE(MARKED, "marked") RULE(BUSIEST, "busiest") RULE(SHARED, "shared") \
    RULE(MOST_OF_IT, "most-of-it") RULE(TOLD, "told") RULE(EACH_ROUND, "each-round") RULE(GATE, "gate") RULE(CARD, "card") \
    RULE(AGAIN, "again") RULE(NEXT_CALL, "next-call")
enum rule {
#define RULE_ENUM(NAME, word) RULE_##NAME,
    RULES(RULE_ENUM)
#undef RULE_ENUM
    RULE_COUNT
};
const char *rule_word(int32_t rule);   /* "" out of range */

/* Does the round count, and is it the one asked for? */
int walk_wants(const struct walk *w, round_id round);
void walk_show(const struct walk *w, const struct assess_item *item);

/* --- items; each returns 1 when there is one for the round asked for --- */

/* Points as its outcome says, of 2. Moments that are open or do not apply make none, unless people overruled that. */
int walk_moment(const struct walk *w, int32_t index, struct assess_item *out);
/* The same by what the claim counts as. */
int walk_claim(const struct walk *w, int32_t index, struct assess_item *out);
/* A settled promise, by what it counts as. */
int walk_promise(const struct walk *w, int32_t index, struct assess_item *out);
/* Points 0 of 0: the caller says what it gives. */
int walk_trace(const struct walk *w, int32_t index, enum rule rule, struct assess_item *out);
/* event: what of it counts, index in the log; the round is that of the incident. */
int walk_incident(const struct walk *w, incident_id i, int32_t event, enum rule rule, struct assess_item *out);
int walk_work(const struct walk *w, int32_t instance, enum rule rule, struct assess_item *out);
/* What no event and no round has by itself. */
struct assess_item walk_item(const struct walk *w, enum assess_item_kind kind, enum rule rule);

void item_gives(struct assess_item *item, int32_t points, int32_t possible);   /* by people and by the rule alike */
void item_for(struct assess_item *item, int32_t outcome);                     /* points of 2 */
/* As 1 of 1 (met, and partly where `partly` is set) or 0 of 1. */
void item_as_share(struct assess_item *item, int partly);
/* Shows it as 1 of 1 where its outcome is that one, else 0 of 1. */
void item_as_case(struct assess_item *item, int32_t outcome);
int32_t outcome_points(int32_t outcome);                                      /* 2, 1, 0, -1; 0 for others */

/* --- walkers that serve more than one measure --- */

#define SOURCE_BIT(name) (1 << MOMENT_##name)
void walk_sources(const struct walk *w, int32_t sources);    /* bit per enum moment_source */
void walk_score(const struct walk *w, int32_t score);        /* enum score */

/* --- account_walk.c: arg is the measure itself --- */
walker walk_value, walk_targets, walk_targets_missed, walk_incidents, walk_stages, walk_spans, walk_works, walk_talks, walk_risks,
    walk_open, walk_sides;
/* --- the others --- */
walker walk_survey, walk_room, walk_matrix, walk_delivered, walk_perceived, walk_novelty, walk_spoke, walk_attitude, walk_behaviour,
    walk_spread, walk_across, walk_load, walk_told, walk_commitments, walk_again, walk_held, walk_vouchers, walk_offers, walk_gates;

/* Figures whose value is no sum of their items; -1 when there is nothing to tell. by_rule 1: without what people overruled. */
typedef int32_t walk_value_of(const struct assess_reading *r, int32_t measure, round_id round, int by_rule);
walk_value_of perception_value, told_value, trusted_value, maturity_value;
#endif
