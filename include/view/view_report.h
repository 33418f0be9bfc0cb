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
 * An `id` names the thing told ("m12": the twelfth moment of the log, "c40": what
 * act 40 claimed): its own in the report, the same however often it is told.
 */
#include "base/arena.h"
#include "base/tone.h"
#include "sim/command.h"
#include <stdint.h>

struct session; /* session/session.h */

enum { REPORT_SCORES = 3, REPORT_ROUNDS = 6, REPORT_CUSTOMERS = 6, REPORT_TURNS = 8, REPORT_TURNS_SHOWN = 4, REPORT_QUESTIONS = 3 };

struct report_wish {
    int names;           /* 1: members' names, 0: pseudonyms */
    int64_t sound, lost; /* records read, and lost behind the damage; lost 0 and damaged 0: the file is whole */
    int damaged;         /* the session was opened damaged: only its sound part is told */
};

struct report_count {
    int met, partly, missed, broken, disputed, counted, percent;
    int overruled, percent_by_rule; /* verdicts that people changed, and the share without that */
};
/* What became of trust: one event of it. points 0: nothing did. */
struct report_effect {
    int points, from, to;
    const char *why, *sentence;
}; /* "Trust fell from 41 to 33: found out ..." */

/* Composed by rule from figures; never says more than they count. ids: the rows of the annex it rests on ("m12"), whole
 * rounds of it ("moments.round.2") where they would be too many to name, customers ("customer.1") where it speaks of trust. */
struct report_rests { const char *const *ids; int count; };
struct report_sentence { const char *id, *text; struct report_rests rests; };
/* HEAD(NAME, "word"): what heads a section: its finding, or its subject where there is too little for one ("head.<word>"). */
#define REPORT_HEADS(HEAD) \
    HEAD(SCORES, "scores") HEAD(PROMISES, "promises") HEAD(TURNS, "turns") HEAD(ATTITUDE, "attitude") HEAD(BEHAVIOUR, "behaviour") \
    HEAD(CLAIMS, "claims") HEAD(SILENCE, "silence") HEAD(CULTURE, "culture") HEAD(AGREED, "agreed") HEAD(RESULTS, "results") \
    HEAD(CUSTOMERS, "customers") HEAD(SURVEYS, "surveys") HEAD(MATRIX, "matrix") HEAD(ACCOUNT, "account") HEAD(PATTERNS, "patterns") \
    HEAD(MATURITY, "maturity")
enum report_head {
#define REPORT_HEAD_ENUM(NAME, word) REPORT_HEAD_##NAME,
    REPORT_HEADS(REPORT_HEAD_ENUM)
#undef REPORT_HEAD_ENUM
    REPORT_HEAD_COUNT
};

enum report_mark { REPORT_OPEN, REPORT_KEPT, REPORT_LATE, REPORT_DROPPED, REPORT_MOVED, REPORT_FELL_AWAY };
struct report_promise {
    int32_t made, due, settled;
    enum report_mark mark;
    int customer;                               /* ordinal in customers */
    const char *made_at, *due_at, *settled_at;  /* "14:05"; settled_at "" */
    const char *what, *to, *by, *about, *state; /* "Next call", "Mara", "Person B", incident, "kept" */
    enum tone tone;
    const char *id;
};
struct report_moment {
    const char *time, *sentence, *score, *outcome, *evidence;
    enum tone tone;
    int disputed, overruled;
    struct report_effect effect;
    const char *id;
    const char *decided; /* in the room, and why: "Disputed by the room. It had been said across the table", "" */
};
struct report_incident {
    const char *title, *who, *kind, *course; /* course: "Opened 06:03, works again 06:31, confirmed 06:40" */
    struct report_moment *moments;
    int moment_count;
    const char *id; /* "i3"; "i3-2" where it is told again in round 2; moments of no incident: "i0" */
};
struct report_claim {
    const char *time, *by, *to, *words, *kind, *verdict, *later, *about; /* later: what came of it, "" */
    enum tone tone;
    int disputed, overruled;
    const char *id;
    int32_t at;
    int customer;        /* ordinal in customers */
    const char *decided; /* as of a moment */
};
/* Updates that a customer was due, and how they came. */
struct report_silence { int came, late, none; };
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
    struct report_silence silence;
};
/* A moment of truth: chosen by the size of what it did to trust. words: what the customer said, ""; knew: how it stood as
 * far as the team knew, ""; from, to: their trust before and after. */
struct report_turn {
    const char *when, *done, *lived, *words;
    enum tone tone;
    const char *id, *knew, *who;
    int from, to;
    struct report_rests rests;
    int shown; /* 0: one that a facilitator may choose in its stead */
};
struct report_voucher {
    const char *when, *from, *to, *story, *about;
    const char *id;
};
struct report_note {
    const char *when, *words, *about;
    const char *id;
};
struct report_seen {
    const char *what, *notes;
    int good, count;
};
struct report_correction {
    const char *when, *what, *was, *now, *reason, *author, *id;
}; /* was: by the rule; now: as it counts */
struct report_member {
    const char *name, *role;
};
struct report_question {
    const char *question, *because;
    const char *id;
};

/* How something that was agreed stands: a word and what it rests on; word "" where it did not apply. */
struct report_standing { const char *word, *counts; enum tone tone; };
/* What the room said it would do in one round. checked: the behaviour it is tied to, "" for by hand; by: who looks after it, "". */
struct report_commitment { const char *round, *words, *checked, *by; struct report_standing standing; };
/* A line of the charter through the rounds. */
struct report_charter { const char *words, *checked; struct report_standing rounds[REPORT_ROUNDS]; };
/* Chosen between rounds; since: "from round 2 on"; came: what it prevented, or that the effort was wasted, "". */
struct report_improvement { const char *title, *text, *since, *came; enum tone tone; };
/* A need of a customer: "Mara: One caller from IT", of which kind, what brought it to light. */
struct report_need { const char *kind, *text, *how; int found; };
/* For Monday: when X happens, I will Y. due: "within 30 days"; follow: what became of it, word "" until somebody asked. */
struct report_action { const char *who, *when, *will, *due, *note; struct report_standing follow; };
/* A card of worst practices: how often picked as the users would, and for themselves; what it costs, "" where unsaid. */
enum { REPORT_CARD_PARTS = 4 };
struct report_card { const char *title, *line; int users, ours; const char *sheet[REPORT_CARD_PARTS]; int noted; };

/* Hands that were counted, for one subject. Where fewer than REPORT_FEW took part nothing is told of who said what: few is
 * 1 and the hands are 0, in votes, cards (view few_cards) and the room's surveys alike. */
enum { REPORT_FEW = 5 };
struct report_vote { enum tally_kind what; const char *subject; int hands, few; };

/* --- what the log says of the team: assess/measure.h --- */

/* value: "78 %", "34 min", "too few to tell"; of: "7 of 9"; rest: "1 partly"; by_rule: without what was overruled; each ""
 * where there is nothing to say; percent: -1 none. */
struct report_value { const char *value, *of, *rest, *by_rule; int percent; };
struct report_row { const char *name, *about; struct report_value rounds[REPORT_ROUNDS], all; };
struct report_group { const char *name; struct report_row *rows; int row_count; };
enum { REPORT_SIDES = 4, REPORT_SPOKES = 6, REPORT_ACCOUNT = 5, REPORT_MATRIX = 6, REPORT_ASPECTS = 3, REPORT_HANDS = 12 };

/* A place of the value matrix: acts, also by round, and the time they took. */
struct report_place { const char *name; int acts, rounds[REPORT_ROUNDS], share; const char *time; };
struct report_matrix { struct report_place places[REPORT_MATRIX]; int acts, seen; const char *seen_time, *time; };

/* Answers from 1 to 5; band: "good", "too few to tell"; counts: "7 of 9 with 4 or 5". */
struct report_survey { const char *name, *counts, *band; int answers[5], count, percent; enum tone tone; int few; };

/* What is said of one side of the team: a name, how often in a word, the counts behind it. */
struct report_statement { const char *name, *often, *counts; enum tone tone; };
struct report_aspect { const char *name, *about; struct report_statement *items; int count; };

/* A gate of a level: what it asks, what was there, whether it held. */
struct report_gate { const char *level, *name, *bound, *value; int number, held; };
struct report_maturity {
    int level;                                      /* 1 to 5; 0: no round counted */
    const char *word, *about, *stopped;             /* stopped: the gate that stopped it, "" at the top */
    const char *rounds[REPORT_ROUNDS];              /* "2, responding" */
    struct report_gate *gates; int gate_count;
};

/* A named pattern with what shows it. */
struct report_evidence { const char *when, *text, *about; };
struct report_pattern {
    const char *name, *says, *count;
    int good, seen; /* seen: how often; the evidence names the newest */
    struct report_evidence *evidence; int evidence_count;
    const char *id;
};

/* What a facilitator did to the report, in the order it was done: see report/edit.h. */
struct view_report_edit {
    int32_t part;              /* view_report_part() of the block's id */
    enum report_edit what;
    const char *words, *title; /* "" where there are none, or they were taken out of the file */
};
struct view_report_edits { struct view_report_edit *items; int count; };

struct view_report {
    const char *pack, *organisation, *date, *team, *people,
        *rounds_text;                 /* "22 November 2026", "8 people", "2 rounds" */
    const char *day;                  /* of the session, "2026-11-22"; "" unknown */
    const char *language;             /* of the catalogue: "en" */
    const char *finding, *summary[3]; /* one sentence; up to three, "" where there is none */
    int summary_count;
    struct report_rests finding_rests, summary_rests[3];
    struct report_sentence heads[REPORT_HEAD_COUNT];
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
    struct report_row sides[REPORT_SIDES], spokes[REPORT_SPOKES];
    struct report_group account[REPORT_ACCOUNT];
    struct report_matrix matrix;
    struct report_survey *surveys; /* by round after incidents and at its end, then by customer, then the room's own */
    int survey_count, survey_rounds, survey_customers;   /* all; how many of each of the first two kinds */
    struct report_aspect aspects[REPORT_ASPECTS];
    struct report_maturity maturity;
    struct report_need *needs;       /* found, by round, then those nobody found (only of a finished session) */
    int need_count;
    const char *needs_counts;        /* "" or NULL: the pack names no needs */
    struct report_row novelty;       /* what is new fades */
    const char *novelty_words;       /* of the latest round in which it did, "" */
    struct report_row kept;          /* commitments, by the round they were for */
    struct report_value quiet, load; /* moments that came out well when little was open, and when much was */
    struct report_value told;        /* bad news: the middle time from knowing to telling */
    int hands[REPORT_HANDS], hand_count, works; /* works begun by each of the team, the busiest first, nobody named; all of them */
    struct report_pattern *patterns; /* what stands, most often first, the good ones last */
    int pattern_count;
    struct report_commitment *commitments;
    int commitment_count;
    struct report_charter *charter;
    int charter_count;
    struct report_improvement *improvements;
    int improvement_count;
    struct report_action *actions;
    int action_count;
    struct report_card *cards; /* those with hands or notes, greatest gap first */
    int card_count, few_cards; /* few_cards: hands were raised, but fewer than REPORT_FEW */
    struct report_vote *votes; /* of everything but surveys, as the subjects stand in pack and session */
    int vote_count;
    const char *ending_title, *ending_text; /* the business's verdict, "" before the end */
    struct view_report_edits edits;
    int names, finished;
    const char *state;                               /* where the session stood when it was not finished, "" */
    const char *damage;                              /* "" when the file is whole */
    const char *rules, *digest, *seed, *pack_author; /* for the method */
    int acts, disputed;
};

/* The number under which the session keeps what is done to the block of that id. */
int32_t view_report_part(const char *id);
void view_report_build(struct arena *arena, const struct session *session, const struct report_wish *wish,
                       struct view_report *out);
#endif
