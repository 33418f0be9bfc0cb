#ifndef VIEW_VIEW_ROUND_H
#define VIEW_VIEW_ROUND_H
/*
 * What is shown between rounds: the round that ended, the one that comes, and
 * the whole session when it is finished. For the facilitator's screens; the
 * stage takes only its briefing, its questions and, when the set-up says so,
 * its scores.
 *
 *   struct view_round v;
 *   view_round_build(&arena, session, &v);
 *
 * Folding the course costs more than a frame: build it when the course has
 * changed (session_event_count, session_course), not for every run of a
 * screen. Everything in it lives in the arena or in the session's scenario;
 * strings are never NULL. Trust, satisfaction and percents are 0 to 100, -1
 * where there is nothing to tell.
 */
#include "base/arena.h"
#include "sim/command.h"
#include "base/tone.h"
#include "view/view_needs.h"

struct session;   /* session/session.h */

/* The numbers of enum outcome in sim/event.h. */
enum round_outcome { ROUND_OPEN, ROUND_MET, ROUND_PARTLY, ROUND_MISSED, ROUND_BROKEN, ROUND_NONE };

struct round_score {
    const char *name, *short_name;
    int met, partly, missed, broken, disputed, overruled;
    int counted;                     /* met + partly + missed + broken */
    int percent, percent_before;     /* -1: fewer than three moments, too few to tell */
    int met_before, counted_before;  /* in the last scored round; counted_before 0: there was none */
};
struct round_customer {
    const char *name, *first, *role, *mood_word, *about;          /* about: how to play them */
    enum mood mood;
    int trust, satisfaction, trust_before, satisfaction_before;   /* before: when the round began */
    const struct portrait *portrait;
    struct view_needs needs, found;  /* all, for who plays them; those found beyond what was known from the start, for the room */
};
/* Seconds on the fictional day; settled -1 while open or never. state: enum promise_state's words as `word`. */
struct round_promise { int32_t from, due, settled; int state; const char *text, *word, *label; };
struct round_promises { int made, kept, moved, late, dropped, open; };

struct round_moment {
    struct moment_key key;
    enum score score;
    int outcome;                     /* enum round_outcome, as overruled when it is */
    int scored, disputed, overruled;
    enum tone tone;
    const char *time, *word;         /* "14:20", "missed" */
    const char *sentence, *evidence; /* "Mara asked and nobody answered"; the record it rests on, "" */
    const char *incident;
    const char *reason;              /* why it was overruled or disputed, "" */
    const char *teaches;             /* what to ask the room, "" */
};
/* The event of trust that did most good or harm. */
struct round_turn { const char *time, *what, *why, *customer; int points; };

/* One line with what it is in a word or two; pill and note "" where there is nothing to add. */
struct round_line { enum tone tone; const char *pill, *text, *note; };
/* Speed, quality, satisfaction, risk: 0 to 100, -1 when there is nothing to tell; counts: what it rests on, in words. */
enum { ROUND_SIDES = 4 };
struct round_side { const char *name, *counts; int percent; };
/* Answers of customers to a survey: those that were 4 or 5 of 5. */
struct round_survey { int happy, answers, percent; const char *words; };   /* words: "good: 7 of 8", "" without answers */

/* A round that was played, for the line of rounds and the session's end. */
struct round_past {
    round_id round;
    const char *title, *label;       /* label: "Round 1", "Warm-up" */
    int warm_up;
    int delivered, perceived;
    int met[SCORE_COUNT], counted[SCORE_COUNT], percent[SCORE_COUNT];
    struct round_survey survey;      /* after incidents and at its end, together */
};
struct round_role { const char *name, *about, *people; };   /* people: "Sanne, Tom", "nobody" */

struct round_next {
    const char *title, *label, *when, *lasts;   /* "Afternoon wave", "Round 2 of 2", "14:00 to 16:30", "about 15 minutes" */
    int warm_up, last;
    struct texts briefing;           /* lines to read aloud, placeholders filled */
    struct round_line *pledges; int pledge_count;     /* commitments for it */
    struct round_line *changes; int change_count;     /* improvements that work in it, and what each does */
};
struct round_end {
    const char *title, *label, *when;
    int warm_up;
    struct round_score scores[SCORE_COUNT];
    int delivered, perceived, targets_met, targets;
    int32_t value_lost, value_possible;
    int acts, visible;
    struct round_promises promises;
    struct round_promise *promise_list; int promise_count; int32_t from, to;
    struct round_moment *moments; int moment_count;   /* settled ones in order of time */
    struct round_turn best, worst;   /* points 0: there was none */
    struct texts reflect;
    struct round_side sides[ROUND_SIDES]; int side_count;
    struct round_survey after_incidents, at_end;
    struct round_line *pledges; int pledge_count;     /* commitments and charter, and what became of them */
    const char *novelty;             /* for the stage, no figures: what was new is expected by now; "" */
    struct round_line *needs; int need_count;         /* what was found out about what customers need, and how much is left */
    struct round_line *changes; int change_count;     /* improvements at work, what did not come again, what went elsewhere */
};

struct view_round {
    const char *pack, *team, *organisation, *value_unit;
    int has_end, has_next, finished; /* a round was played; one is due; the session is over */
    struct round_end end;            /* of the last round played, when has_end */
    struct round_next next;          /* when has_next */
    struct round_past *rounds; int round_count;      /* those played, the warm-up too */
    struct round_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    struct round_role roles[LIMIT_ROLES + 1]; int role_count;
    int show_scores;
    const char *ending_title, *ending_text;          /* what the business decided, "" before the end */
};

void view_round_build(struct arena *arena, const struct session *session, struct view_round *out);
#endif
