#ifndef ASSESS_FEEDBACK_H
#define ASSESS_FEEDBACK_H
/*
 * Feedback within the minute: what was good, and what to try next time, each
 * with the event it rests on. Never before the act, never a figure, and it
 * costs nothing: the source idea is penalty-free-feedback. For practice, where
 * no facilitator is there to say it.
 *
 *   struct feedback_watch w;
 *   feedback_begin(&w);
 *   for each event, as it happens:      feedback_fold(&w, scenario, state, index, &event)
 *   after an act and at each minute:    if (feedback_take(&w, now, &feedback)) show it
 *
 * `state` is that of the session after the event or later. A moment that
 * settled, a claim as it was made, a promise that came due, a blame or a
 * refusal becomes a note of one lesson. A take gives one note to praise and
 * one to learn from, at most once in FEEDBACK_PAUSE fictional seconds and none
 * older than FEEDBACK_FRESH. Chosen first: lessons told less often; then what
 * weighs more (to learn: broken before missed before partly; to praise: what
 * is harder to do, by the table in feedback.c); then the newest. Each telling
 * of a lesson is another `variant`, so that its sentences do not repeat while
 * unused ones remain; no lesson is praised more than FEEDBACK_PRAISES times a
 * round, lest it wear off.
 *
 * Two sentences always: with a note to praise and one to learn from, these
 * two; with nothing to praise, what happened and what to try; with nothing to
 * learn from, what was good and what would be a step more. The same events and
 * times of taking give the same feedback.
 */
#include "sim/sim.h"

/* LESSON(NAME, "word", worth) - text keys "practice.<word>..."; worth: how much it says when it is done well, 1 to 5 */
#define LESSONS(LESSON) \
    LESSON(FIRST_WORD, "first-word", 1)       /* the reporter hears a first word in time */ \
    LESSON(ASK_IMPACT, "ask-impact", 3)       /* the impact is asked before work begins */ \
    LESSON(ASK_FIRST, "ask-first", 4)         /* the go-ahead before a change */ \
    LESSON(LET_CHOOSE, "let-choose", 4)       /* the business chooses */ \
    LESSON(CONDITIONS, "conditions", 3)       /* what good looks like is agreed, or tested again */ \
    LESSON(CONFIRMED, "confirmed", 3)         /* the user says that it works */ \
    LESSON(SILENCE, "silence", 2)             /* nobody waits beyond patience */ \
    LESSON(UPDATE, "update", 2)               /* news in every patience window */ \
    LESSON(BAD_NEWS, "bad-news", 5)           /* bad news in time */ \
    LESSON(CORRECTION, "correction", 5)       /* taken back unasked */ \
    LESSON(COMMITMENT, "commitment", 2)       /* "when will I hear from you?" is answered with a time */ \
    LESSON(CALL, "call", 3)                   /* the promised call */ \
    LESSON(MILESTONE, "milestone", 2)         /* an update at each milestone */ \
    LESSON(COMPLAINT, "complaint", 3)         /* resolved by its date */ \
    LESSON(QUESTION, "question", 3)           /* what a customer of the pack asked or needed */ \
    LESSON(AHEAD, "ahead", 1)                 /* a claim ahead of what was known */ \
    LESSON(STATUS, "status", 1)               /* what was said is what was known */ \
    LESSON(NOT_KNOWING, "not-knowing", 4)     /* "we do not know yet", and it was so */ \
    LESSON(EMPTY, "empty", 1)                 /* nothing new and no next call */ \
    LESSON(WITHHELD, "withheld", 1)           /* something that matters was left out */ \
    LESSON(UNDERSTATED, "understated", 1)     /* less than was known */ \
    LESSON(HOLLOW, "hollow", 1)               /* a call about nothing, and nobody on it */ \
    LESSON(BLAME, "blame", 1)                 /* somebody else's fault */ \
    LESSON(REFUSED, "refused", 1)             /* a plain no */

enum lesson {
#define LESSON_ENUM(NAME, word, worth) LESSON_##NAME,
    LESSONS(LESSON_ENUM)
#undef LESSON_ENUM
    LESSON_COUNT
};
const char *lesson_word(int32_t lesson);   /* "" out of range */

enum { FEEDBACK_NOTES = 64, FEEDBACK_PAUSE = 60, FEEDBACK_FRESH = 5 * 60, FEEDBACK_PRAISES = 3 };

struct feedback_note {
    int32_t lesson, outcome;               /* enum outcome: MET is to praise */
    int32_t event, at;                     /* index of the event, its second */
    int32_t act;                           /* number of the act it rests on, 0: time */
    int32_t incident, customer;            /* NOBODY where none */
    struct moment_key key;                 /* source NOBODY: no moment */
    int32_t variant;                       /* how often the lesson was told before in this sense */
};
struct feedback_watch {
    int32_t count;                         /* notes not told yet, oldest first */
    int32_t taken_at;                      /* second of the last feedback, -1 */
    int32_t told[LESSON_COUNT][2];         /* tellings: to learn from, to praise */
    int32_t praised[LESSON_COUNT];         /* in this round */
    struct feedback_note notes[FEEDBACK_NOTES];
};
/* has_good, has_try: which of the two notes is there; at least one is. */
struct feedback { int32_t at, has_good, has_try; struct feedback_note good, try; };

void feedback_begin(struct feedback_watch *w);
void feedback_fold(struct feedback_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                   const struct sim_event *e);
/* 1 and the feedback; 0 when there is nothing to say yet. */
int feedback_take(struct feedback_watch *w, int32_t now, struct feedback *out);
#endif
