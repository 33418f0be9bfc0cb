#ifndef VIEW_VIEW_REPORT_H
#define VIEW_VIEW_REPORT_H
/*
 * What the report says, before anybody lays it out: figures, sentences and
 * evidence of a session, in the order a reader meets them.
 *
 *   struct view_report v;
 *   view_report_build(&arena, session, &(struct report_wish){.names = 0}, &v);
 *
 * Everything follows from the session file: no clock, no locale, no folder.
 * The same session gives the same words. Members appear under pseudonyms
 * ("Person A", "Table 2": by their place in the set-up, so they stay the same)
 * unless names are wished for; their names are also taken out of everything
 * that was typed. The team's name and the fictional customers stay.
 *
 * Strings are never NULL and belong to the arena, the scenario, the session or
 * the catalogue. Times are fictional seconds, -1 for none. Shares are counts
 * or 0 to 100; -1: too few to tell, or nothing to tell. Trust is in points.
 */
#include "base/arena.h"
#include "view/tone.h"
#include <stdint.h>

struct session; /* session/session.h */

enum { REPORT_SCORES = 3, REPORT_ROUNDS = 6, REPORT_CUSTOMERS = 6, REPORT_TURNS = 3, REPORT_QUESTIONS = 3 };

struct report_wish {
    int names;           /* 1: members' names, 0: pseudonyms */
    int64_t sound, lost; /* records read, and lost behind the damage; lost 0 and damaged 0: the file is whole */
    int damaged;         /* the session was opened damaged: only its sound part is told */
};

struct report_count {
    int met, partly, missed, broken, disputed, counted, percent;
};
/* What became of trust: one event of it. points 0: nothing did. */
struct report_effect {
    int points, from, to;
    const char *why, *sentence;
}; /* "Trust fell from 41 to 33: found out ..." */

enum report_mark { REPORT_OPEN, REPORT_KEPT, REPORT_LATE, REPORT_DROPPED, REPORT_MOVED, REPORT_FELL_AWAY };
struct report_promise {
    int32_t made, due, settled;
    enum report_mark mark;
    int customer;                               /* ordinal in customers */
    const char *made_at, *due_at, *settled_at;  /* "14:05"; settled_at "" */
    const char *what, *to, *by, *about, *state; /* "Next call", "Mara", "Person B", incident, "kept" */
    enum tone tone;
};
struct report_moment {
    const char *time, *sentence, *score, *outcome, *evidence;
    enum tone tone;
    int disputed, overruled;
    struct report_effect effect;
};
struct report_incident {
    const char *title, *who, *kind, *course; /* course: "Opened 06:03, works again 06:31, confirmed 06:40" */
    struct report_moment *moments;
    int moment_count;
};
struct report_claim {
    const char *time, *by, *to, *words, *kind, *verdict, *later, *about; /* later: what came of it, "" */
    enum tone tone;
    int disputed, overruled;
};
struct report_round {
    const char *label, *inside, *title,
        *when; /* "Round 1", within a sentence "round 1", "Morning wave", "06:00 to 08:30" */
    int32_t from, to;
    struct report_count scores[REPORT_SCORES];
    int delivered, perceived, targets_met, targets;
    int32_t value_lost, value_possible;
    int acts, visible;
    int promises, kept, moved, late, dropped, open, fell_away;
    struct report_promise *promise_list;
    int promise_count;
    struct report_incident *incidents;
    int incident_count;
    struct report_claim *claims;
    int claim_count;
};
struct report_customer {
    const char *name, *first, *role, *segment;
    uint32_t skin, hair, clothes;
    int style, glasses, beard, mood; /* portrait; mood 0 delighted to 4 furious */
    const char *mood_word;
    int trust_start, satisfaction_start;
    int trust[REPORT_ROUNDS], satisfaction[REPORT_ROUNDS]; /* at each round's end, in the order of rounds */
    struct report_effect best, worst;
    const char *best_when, *worst_when;
};
/* A moment of truth: chosen by the size of what it did to trust. */
struct report_turn {
    const char *when, *done, *lived, *words;
    enum tone tone;
}; /* words: what the customer said, "" */
struct report_voucher {
    const char *when, *from, *to, *story, *about;
};
struct report_note {
    const char *when, *words, *about;
};
struct report_seen {
    const char *what, *notes;
    int good, count;
};
struct report_correction {
    const char *when, *what, *was, *now, *reason, *author;
}; /* was: by the rule; now: as it counts */
struct report_member {
    const char *name, *role;
};
struct report_question {
    const char *question, *because;
};

struct view_report {
    const char *pack, *organisation, *date, *team, *people,
        *rounds_text;                 /* "22 November 2026", "8 people", "2 rounds" */
    const char *language;             /* of the catalogue: "en" */
    const char *finding, *summary[3]; /* one sentence; up to three, "" where there is none */
    int summary_count;
    const char *unit; /* of value */
    struct report_round rounds[REPORT_ROUNDS];
    int round_count; /* those that counted */
    struct report_member *members;
    int member_count;
    struct report_customer customers[REPORT_CUSTOMERS];
    int customer_count;
    struct report_turn turns[REPORT_TURNS];
    int turn_count;
    struct report_question questions[REPORT_QUESTIONS];
    int question_count;
    struct report_voucher *vouchers;
    int voucher_count;
    struct report_note *notes;
    int note_count;
    struct report_seen *seen;
    int seen_count;
    struct report_correction *corrections;
    int correction_count;
    const char *ending_title, *ending_text; /* the business's verdict, "" before the end */
    int names, finished;
    const char *state;                               /* where the session stood when it was not finished, "" */
    const char *damage;                              /* "" when the file is whole */
    const char *rules, *digest, *seed, *pack_author; /* for the method */
    int acts, disputed;
};

void view_report_build(struct arena *arena, const struct session *session, const struct report_wish *wish,
                       struct view_report *out);
#endif
