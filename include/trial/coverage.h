#ifndef TRIAL_COVERAGE_H
#define TRIAL_COVERAGE_H
/*
 * What of a pack came up, in how many sessions and with which players: so that
 * a trainer sees what nobody will ever see.
 *
 *   struct coverage *c = coverage_new(scenario);
 *   coverage_session(c, PLAYER_PLEASER);       a new session begins
 *   coverage_see(c, &state, &event);           each of its events
 *   coverage_merge(c, other);
 *   coverage_release(c);
 *
 * A thing counts once a session. Lines that a facilitator may say in a mood
 * count when their customer was in that mood while a round ran: which of them
 * is said is the facilitator's choice.
 */
#include "base/str.h"
#include "players/player.h"

/* COVER(NAME, "word", owed, "part of the proof"): owed 1: a pack in which it never comes up has a fault.
 * The words name text keys "simulate.cover.<word>". */
#define COVERS(COVER) \
    COVER(INCIDENT, "incident", 1, REACH_NONE)               /* opened */ \
    COVER(RECURRENCE, "recurrence", 1, REACH_NONE)           /* an incident that comes again, opened */ \
    COVER(PREVENTED, "prevented", 1, REACH_NONE)             /* the same, prevented */ \
    COVER(AROUND, "around", 0, REACH_NONE)                   /* a customer took it elsewhere */ \
    COVER(FACT, "fact", 1, REACH_FACTS)                      /* learned */ \
    COVER(WORK_STARTED, "work-started", 1, REACH_NONE) \
    COVER(WORK_ENDED, "work-ended", 1, REACH_NONE) \
    COVER(HARM, "harm", 1, REACH_NONE)                       /* a blind change did harm */ \
    COVER(MOMENT, "moment", 1, REACH_MOMENTS)                /* scripted, opened */ \
    COVER(MET, "met", 1, REACH_NONE) \
    COVER(PARTLY, "partly", 1, REACH_NONE) \
    COVER(MISSED, "missed", 1, REACH_NONE) \
    COVER(BROKEN, "broken", 1, REACH_NONE) \
    COVER(EVENT, "event", 1, REACH_NONE) \
    COVER(LINE_OPENING, "line-opening", 1, REACH_LINES)      /* with which an incident opens */ \
    COVER(LINE_MOMENT, "line-moment", 1, REACH_LINES) \
    COVER(LINE_EVENT, "line-event", 1, REACH_LINES) \
    COVER(LINE_ANSWER, "line-answer", 1, REACH_LINES)        /* to a question */ \
    COVER(LINE_FELL_BACK, "line-fell-back", 1, REACH_LINES) \
    COVER(LINE_MOOD, "line-mood", 1, REACH_LINES)            /* lines of a customer in a mood */ \
    COVER(MILESTONE, "milestone", 1, REACH_NONE) \
    COVER(OPTION, "option", 1, REACH_NONE)                   /* of a contention, chosen */ \
    COVER(IMPROVEMENT, "improvement", 1, REACH_NONE)         /* chosen */ \
    COVER(ENDING, "ending", 1, REACH_ENDINGS)

enum cover {
#define COVER_ENUM(NAME, word, owed, reach) COVER_##NAME,
    COVERS(COVER_ENUM)
#undef COVER_ENUM
    COVER_COUNT
};
/* What the proof asks to be reached by some session. */
enum reach_of { REACH_NONE, REACH_MOMENTS, REACH_LINES, REACH_FACTS, REACH_ENDINGS, REACH_COUNT };

const char *cover_word(int32_t cover);
enum reach_of cover_reach(int32_t cover);
int cover_is_owed(int32_t cover);

struct coverage {
    const struct scenario *scenario;
    int32_t first[COVER_COUNT + 1];    /* where the items of a kind begin */
    int64_t *hits;                     /* sessions in which it came up, by item */
    uint64_t *players;                 /* bit per player in whose sessions it did */
    int64_t *last;                     /* the session that counted last */
    int64_t session;
    int32_t player;
};

struct coverage *coverage_new(const struct scenario *sc);
void coverage_release(struct coverage *c);
void coverage_session(struct coverage *c, int32_t player);
/* s: as it stands after the event. */
void coverage_see(struct coverage *c, const struct sim_state *s, const struct sim_event *e);
/* The session is over and ended so; NOBODY: in no ending. */
void coverage_end(struct coverage *c, int32_t ending);
void coverage_merge(struct coverage *into, const struct coverage *from);

/* Ordinals of a kind run from 0 to below this; not each of them is there. */
int32_t coverage_items(const struct coverage *c, int32_t cover);
/* Does the pack have it? */
int coverage_has(const struct coverage *c, int32_t cover, int32_t item);
int64_t coverage_hits(const struct coverage *c, int32_t cover, int32_t item);
uint64_t coverage_players(const struct coverage *c, int32_t cover, int32_t item);
/* How the pack calls it: "check-in-frozen/cause". */
void coverage_name(struct str *out, const struct coverage *c, int32_t cover, int32_t item);
/* How many of the kind the pack has, and how many of them never came up. */
int32_t coverage_count(const struct coverage *c, int32_t cover);
int32_t coverage_missing(const struct coverage *c, int32_t cover);
#endif
