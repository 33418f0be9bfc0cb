#ifndef VIEW_VIEW_LEARNING_H
#define VIEW_VIEW_LEARNING_H
/*
 * The learning moment, after a round or in the middle of one: what happened
 * on a timeline without any verdict, what the room promised itself, what it
 * disputes, which pattern stands with the evidence that proves its words, and
 * what it will do differently. Source ideas: learning-moment,
 * desired-behaviour, perceived-value.
 *
 *   struct view_learning v;
 *   view_learning_build(&arena, session, round, &v);
 *
 * It folds the whole course: build it when that has changed, not for every run
 * of a screen. Everything lives in the arena, the session or its scenario;
 * strings are never NULL. Nobody is named but for who looks after a commitment:
 * the team stands in the place of each name, and customers speak for
 * themselves. Times are fictional seconds of the day, percents 0 to 100, -1
 * where there is nothing to tell. Patterns, verdicts and figures are not for
 * the stage before the facilitator shows them.
 */
#include "base/arena.h"
#include "model/behaviours.h"
#include "sim/command.h"
#include "base/tone.h"

struct session;   /* session/session.h */

enum {
    LEARNING_PICKS = 3,              /* commitments for a round */
    LEARNING_CANDIDATES = 8,         /* offered at once */
    LEARNING_ASKS = 3,
    LEARNING_EVIDENCE = 12, LEARNING_LATER = 4
};

/* --- the timeline --- */

/* What was done: somebody spoke with a customer; said how things stand; promised a time; began a work. */
enum learning_sign { SIGN_CONTACT, SIGN_CLAIM, SIGN_PROMISE, SIGN_WORK, SIGN_COUNT };
/* at: a promise stands at the time that was promised; from: when it was said, of anything else the same as `at`. */
struct learning_mark { enum learning_sign sign; int32_t at, from; };
struct learning_lane {
    int32_t incident;
    const char *title, *customer;    /* customer: first name */
    int32_t from, to, restored;      /* to: when it was over, or the end of what is shown; restored -1: not */
    struct learning_mark *marks; int mark_count;   /* in order of time */
};
struct learning_timeline {
    int32_t from, to;                /* of the round */
    int32_t now;                     /* what happened until then is shown */
    struct learning_lane *lanes; int lane_count;   /* in the order they opened */
};

/* --- patterns --- */

/* text: short, for the wall; full: with the record it rests on; note: what the customer said soon after, "". lane: in the
 * timeline, -1: it happened in another round. */
struct learning_evidence { const char *time, *text, *full, *note; int32_t at; int lane; };
struct learning_line { const char *time, *text; };
struct learning_pattern {
    int32_t pattern;                 /* as the log numbers it, NOBODY: none stands, and the evidence is what weighed most */
    int good;
    const char *name, *headline, *ask;
    struct learning_evidence evidence[LEARNING_EVIDENCE]; int evidence_count;   /* in order of time */
    int more;                        /* times that are counted and not listed */
    struct learning_line later[LEARNING_LATER]; int later_count;   /* known only afterwards: it never counts */
};
/* Targets met and trust are only ever shown together. Values with unit: "71 %", "48 of 100", or words that there is none. */
/* needs: what was found out of what customers need, "". */
struct learning_figures { const char *targets, *feelings, *unseen, *needs; int delivered, perceived; };

/* --- what the room said it would do --- */

struct learning_table { const char *name; int32_t member; };   /* member NOBODY: the whole team */
/* By one table: enum outcome's OPEN, MET, PARTLY, MISSED, NONE. */
struct learning_pledge {
    int32_t what, slot;              /* enum pledge_kind */
    const char *text, *kind, *seen;  /* kind: "Charter", "Commitment"; seen: what the log says, shown once the tables have marked */
    const char *word; enum tone tone;   /* how it stands by the log, or by hand */
    int32_t *marks;                  /* one for each table */
    int kept, partly, not_kept, marked;
};

/* --- verdicts --- */

struct learning_verdict {
    int32_t aim;                     /* 0 moment (key), 1 claim (key.subject: number of its act) */
    struct moment_key key;
    const char *time, *sentence, *evidence, *word, *incident, *reason, *calls_for;   /* calls_for: what the moment asked for, without the verdict */
    enum tone tone;
    int outcome, disputed, overruled;   /* outcome: as it counts, or as the rules judged where it is disputed; numbers of enum outcome */
};

/* --- commitments --- */

/* What became of one of the last ones: "kept", "done 3 of 6 times". */
struct learning_last { const char *text, *word, *counts; enum tone tone; };

struct learning_candidate {
    int32_t subject;                 /* of TALLY_COMMITMENT: a behaviour, or BEHAVIOUR_COUNT + slot of one in own words */
    int32_t behaviour;               /* NOBODY: observed by hand */
    int32_t slot;                    /* where it is picked, NOBODY: it is not */
    int32_t member;                  /* who looks after it, NOBODY: everybody */
    const char *text, *why, *checked, *who;
    int votes;                       /* hands counted in this learning moment, -1: none were */
    int stale;                       /* the engine still has this count from an earlier one: set it to 0 first */
};

struct view_learning {
    const char *title, *label;       /* "Learning moment, after round 2", "after round 2" */
    const char *next_label;          /* "round 3", "" */
    round_id round;
    int in_round;                    /* the round stands still meanwhile: a short one */
    int played;                      /* 0: the round is still to come */
    int has_next;                    /* there is a round for which to commit */
    int show_scores;                 /* the stage may show figures */
    int runs;                        /* the log knows that the room is learning */
    int32_t called;                  /* the pattern that it was called for, NOBODY */
    struct learning_timeline timeline;
    struct learning_pattern *patterns; int pattern_count;   /* at least one when played */
    struct learning_figures figures;
    struct learning_table *tables; int table_count;
    struct learning_pledge *pledges; int pledge_count;      /* for this round: commitments, then the charter */
    struct learning_verdict *verdicts; int verdict_count, disputed;
    struct learning_candidate candidates[LEARNING_CANDIDATES]; int candidate_count, picked;
    int32_t free_slot;               /* for one more, NOBODY: three are picked */
    struct learning_last last[LEARNING_PICKS]; int last_count;
    const char *asks[LEARNING_ASKS]; int ask_count;         /* what to ask now, made from the evidence */
    struct learning_table *members; int member_count;       /* who may look after something, by name */
};

void view_learning_build(struct arena *arena, const struct session *session, round_id round, struct view_learning *out);
/* "Ask what it means for the business before touching anything": a behaviour as something to do; "" out of range. */
const char *view_learning_deed(int32_t behaviour);
/* The same in two or three words, for a list of what can be checked; "" out of range. */
const char *view_learning_check(int32_t behaviour);
#endif
