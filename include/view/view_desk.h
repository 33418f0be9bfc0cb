#ifndef VIEW_VIEW_DESK_H
#define VIEW_VIEW_DESK_H
/*
 * What somebody who practises alone sees at the desk: the customer in front of
 * them, what the team knows and nothing else, who is free, what was promised,
 * and what they are about to say, put into a sentence. Nothing here tells
 * whether an act would be wise: that is for the feedback after it.
 *
 *   struct view_desk v;
 *   view_desk_build(&arena, session, &draft, &v);
 *   v.commands, v.command_count      what "Say it" submits, in this order
 *
 * The draft is what the person has chosen so far; the screen keeps it
 * (desk_draft_begin). Choices that are no longer possible count as not made.
 * Strings live in the arena, the scenario or the catalogue and are never NULL.
 * Seconds are absolute. Facts that are not known yet are never read.
 */
#include "base/arena.h"
#include "sim/command.h"
#include "base/tone.h"
#include "view/view_needs.h"

struct session;   /* session/session.h */

enum desk_mode { DESK_TELL, DESK_WORK, DESK_MORE, DESK_MODE_COUNT };
/* What may stand in the place of a claim. */
enum { DESK_NO_CLAIM = -1, DESK_FIRST_WORD = CLAIM_COUNT };
enum { DESK_CHIPS = 10, DESK_ACTS = 24, DESK_OPTIONS = 6, DESK_KNOWN = LIMIT_FACTS_INCIDENT + 24, DESK_OPEN = 8, DESK_PROMISES = 6, DESK_TURNS = 8, DESK_GUIDE = 4 };

struct desk_draft {
    enum desk_mode mode;
    incident_id incident;            /* NOBODY: the first that is open */
    customer_id customer;            /* NOBODY: who brought it */
    int32_t claim;                   /* enum claim, DESK_NO_CLAIM or DESK_FIRST_WORD */
    int32_t fix_by, next_call;       /* seconds; -1: not said */
    int32_t question;                /* enum question, NOBODY */
    int hold_back, takes_back;       /* what is known is left out; the last claim is taken back */
    int32_t act, option;             /* of `acts`; NOBODY: none chosen yet */
    int ask_first;                   /* of a work: the go-ahead is asked for, nothing is started */
};

struct desk_chip { const char *label; int32_t value; int selected; };
/* Something to do: a work, or an act beside telling. */
struct desk_act {
    const char *label, *detail;      /* detail: who and how long, or why it is not possible */
    int possible, selected, runs;    /* runs: choosing it stops it */
    const char *choose;              /* heading over its options, "" when it has none */
    struct desk_chip options[DESK_OPTIONS]; int option_count;
    int can_ask;                     /* the go-ahead can be asked for first */
    const char *ask_label;
};
struct desk_customer {
    customer_id id;
    const char *name, *first, *role, *mood_word;
    enum mood mood;
    int selected, waits;             /* waits: has something open */
    const struct portrait *portrait;
};
struct desk_incident { incident_id id; const char *title, *who; int selected; enum tone tone; };
enum desk_knowledge { DESK_KNOWN_FACT, DESK_NOT_KNOWN, DESK_UNDER_WAY };
struct desk_known { enum desk_knowledge state; const char *text, *note; int fresh; };   /* note: "Mara knows", ""; fresh: learned since the last act */
struct desk_line { const char *text, *note; enum tone tone; };
/* Something that was said between the customer in front and the team. act: number of the team's act, 0: the customer speaks. */
struct desk_turn { const char *words, *time; int32_t act; };

struct view_desk {
    const char *clock, *round, *progress;         /* progress: "Practice, incident 2 of 6" */
    int32_t now;
    struct desk_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    struct desk_incident open[DESK_OPEN]; int open_count;
    incident_id incident; customer_id customer;   /* in front of the person; NOBODY when nothing is open */
    const char *title;                            /* of the incident */
    struct texts briefing;                        /* of the round, until something of it has opened */
    const struct desk_customer *face;             /* NULL when nothing is open */
    const char *speech, *speech_time;             /* what they said last in this round, "" */
    struct desk_turn turns[DESK_TURNS]; int turn_count;            /* of this round, the last ones, oldest first */
    const char *guide_title, *guide[DESK_GUIDE]; int guide_count, guide_new;  /* who the person is, what for, how time passes, how it ends; new: nothing was done yet */
    int light;                                    /* 0 ignored to 100 just spoken to */
    struct desk_known known[DESK_KNOWN]; int known_count;
    struct view_needs needs;                      /* of the customer in front: those found, beyond what is taken for granted */
    const char *needs_title;
    struct desk_line promises[DESK_PROMISES]; int promise_count;   /* open ones, soonest first */
    struct desk_line team[LIMIT_MEMBERS]; int team_count;
    int32_t call_at; const char *call;            /* the promised call that comes next, -1; its time in words */

    struct desk_chip claims[DESK_CHIPS]; int claim_count;
    struct desk_chip fixes[DESK_CHIPS]; int fix_count;
    struct desk_chip calls[DESK_CHIPS]; int call_count;
    struct desk_chip questions[DESK_CHIPS]; int question_count;
    const char *news;                             /* "Tell what you know: cause, deadline", "" when there is nothing new */
    const char *back;                             /* "Take back: “It is fixed”", "" when there is nothing to take back */
    struct desk_act acts[DESK_ACTS]; int act_count;                /* of the mode: works, or what else can be done */

    const char *sentence;                         /* as it is said or done, "" while too little is chosen */
    int spoken;                                   /* 1: words to the customer; 0: what somebody does */
    int can_say;
    const char *why_not;                          /* "" when it can be said or nothing is chosen */
    const char *hint;                             /* a fact beside it: that no work runs for what is said, "" */
    struct sim_command commands[3]; int command_count;
    const char *what[3];                          /* what a promise is about, in words to be stored with it; NULL none */
};

void desk_draft_begin(struct desk_draft *d);
void view_desk_build(struct arena *arena, const struct session *session, const struct desk_draft *draft, struct view_desk *out);

/* --- time stands again --- */

/* What there is to say: what was promised and is due or has passed, work that is done and who has not heard, or who
 * waits. customer: whom it is about, NOBODY when nobody waits; with the incident. Nothing that is not known is read. */
enum { DESK_STOOD = 4 };
struct desk_stood { struct desk_line lines[DESK_STOOD]; int count; incident_id incident; customer_id customer; int urgent, idle; };   /* urgent: more than that nothing happened; idle: nobody does anything for somebody who waits */
/* from, event: second and number of events when time began to pass. */
void view_desk_stood_build(struct arena *arena, const struct session *session, int32_t from, int32_t event, struct desk_stood *out);
/* Second at which time stands for a promise: so long before it, then right after it; -1 none. */
enum { DESK_BEFORE_CALL = 60 };
int32_t view_desk_stop(const struct session *session, int32_t now);

/* --- how it went --- */

/* Something to go back to: an act, or a moment that passed. `at`: the second a new try begins with; entry: of the course, NOBODY. */
struct desk_moment { const char *time, *text, *note; enum tone tone; int32_t at, entry; };
struct desk_score { const char *name, *counts, *percent; enum tone tone; const char *before; };   /* before: of the first try, "" */
struct desk_lesson { const char *sentence, *why, *time; int count; struct desk_moment back; };    /* sentence "" none */
enum { DESK_SAMPLES = 61, DESK_GOOD = 3, DESK_DIFFERENCES = 8 };
struct desk_curve { customer_id customer; const char *name; int trust[DESK_SAMPLES], before[DESK_SAMPLES], now, was; };   /* 0 to 100, -1 no value; was: at the beginning */
struct desk_difference { const char *time, *first, *second; };   /* what was done then and now, "" nothing */

struct view_desk_end {
    const char *title, *subtitle;                 /* what was practised; the pack and the times */
    const char *open_title;                       /* "" when nothing was left open */
    struct desk_line open[DESK_OPEN]; int open_count;              /* what was not mended, not confirmed, not closed, and promised */
    int flat;                                     /* trust moved nobody */
    struct desk_score scores[SCORE_COUNT];
    struct desk_lesson good[DESK_GOOD]; int good_count;
    struct desk_lesson try;
    int something;                                /* some moment came up */
    struct desk_curve curves[LIMIT_CUSTOMERS]; int curve_count;    /* of one incident: of those whom it touched */
    const char *from, *to;                        /* times at the ends of the curves */
    struct desk_moment *moments; int moment_count;/* what the person did and what passed, oldest first */
    const char *ending_title, *ending_text;       /* of a whole pack, "" */
    const char *ending_note;                      /* that rounds were stopped early, "" */
    const char *next;                             /* the round that follows, "" */
    int compared;                                 /* 1: this is another try, and the first is beside it */
    const char *compared_words;                   /* "Another try from 14:20 on" */
    struct desk_difference differences[DESK_DIFFERENCES]; int difference_count;
};
struct feedback_note;   /* assess/feedback.h */
/* Where a new try begins that may do better: before the act that did it, else when the moment opened, else a while before. */
struct desk_moment view_desk_back(struct arena *arena, const struct session *session, const struct feedback_note *note);
/* first: the session that this one is another try of, NULL. Both are read from their beginnings: build it once. */
void view_desk_end_build(struct arena *arena, const struct session *session, const struct session *first, struct view_desk_end *out);
#endif
