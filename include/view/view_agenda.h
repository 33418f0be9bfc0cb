#ifndef VIEW_VIEW_AGENDA_H
#define VIEW_VIEW_AGENDA_H
/*
 * Where the workshop stands in its agenda, with planned and real times: for
 * the strip on the console and, in one line, for the stage.
 *
 *   struct view_agenda v;
 *   view_agenda_build(&arena, session, &(struct agenda_clock){now, zone}, &v);
 *
 * Real minutes come from the clock on the wall that the records were stored
 * with: a step's time runs from its STEP to the next one. Between two records
 * more than two hours apart the room was not at work (the file was opened
 * another day), and nothing is counted. The end is now, with what the steps
 * from the present one on still have of their planned minutes; it is late or
 * early beside the plan, reckoned from the first step.
 *
 * Strings are never NULL and live in the arena or the session's scenario.
 */
#include "base/arena.h"
#include "model/agenda.h"
#include "base/tone.h"

struct session;   /* session/session.h */

struct agenda_clock {
    int64_t now;                     /* milliseconds since 1970 */
    int32_t zone;                    /* seconds that the clock on the wall is ahead of that */
};

enum agenda_state { AGENDA_AHEAD, AGENDA_NOW, AGENDA_DONE, AGENDA_SKIPPED };

struct agenda_line {
    enum agenda_kind kind;
    enum agenda_state state;
    const char *name;                /* "Round 1: Morning wave", "Charter" */
    const char *planned, *real;      /* "12 min", "14 min", "" */
    const char *word;                /* "now", "done", "left out", "" */
    const char *refusal;             /* why it cannot be gone to, "": it can */
    const char *begins;              /* "10:40", of what is ahead; when it began, of what was; "" */
    int finishes;                    /* 1: going there ends the session although rounds are left */
    int32_t minutes, spent;          /* planned with what was added; real so far, in minutes */
};
struct view_agenda {
    struct agenda_line lines[AGENDA_STEPS];
    int32_t count, now;              /* now: NOBODY without a step */
    int32_t next, back;              /* steps to go on or back to, NOBODY */
    const char *name;                /* of the present step */
    const char *when;                /* "4 of 12 min" */
    const char *left;                /* "8 min left", "2 min over" */
    int32_t left_minutes;            /* negative: over */
    const char *ends;                /* "You end at 12:10, 8 minutes late" */
    enum tone left_tone, ends_tone;
    const char *back_at;             /* "10:49": when the present step is over as planned */
    const char *go_on;               /* "Next: Charter", "" at the end */
    int skips;                       /* 1: going on leaves out what the present step is for */
    int ends_round;                  /* 1: a round runs, and leaving the step ends it */
};

void view_agenda_build(struct arena *arena, const struct session *session, const struct agenda_clock *clock, struct view_agenda *out);
/* A step by name, for the set-up too: "Round 1: Morning wave". */
const char *view_agenda_name(struct arena *arena, const struct scenario *sc, const struct agenda_step *step);
/* The agenda of this session: by its preset. */
void view_agenda_of(const struct session *session, struct agenda *out);
/* Which of the rounds that count this one is, from 1, and of how many: those of the agenda; without steps those of the pack. */
int32_t view_agenda_nth(const struct session *session, round_id round, int32_t *all);
/* Does none follow it? */
int view_agenda_last(const struct session *session, round_id round);
/* The round of the present step if it is still to be played, else of the next such step, NOBODY: none. Without steps: the
 * next of the pack. */
round_id view_agenda_due(const struct session *session);
#endif
