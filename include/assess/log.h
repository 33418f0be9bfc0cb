#ifndef ASSESS_LOG_H
#define ASSESS_LOG_H
/*
 * How assess reads a session: its scenario, its setup and its events, oldest
 * first, from wherever they are kept. A reading is a fold over those events;
 * it never feeds back into the engine, so it can be made of any stored session
 * at any time, and made again when a rule of it is corrected.
 *
 *   struct assess_reading *r = ...;          big (assess_reading_size): the heap or an arena, not the stack
 *   assess_read(r, &log);                    a stored session
 * or, beside a session that is played:
 *   assess_begin(r, scenario, &setup);
 *   for each event: assess_fold(r, index, &event);
 *
 * Both give the same reading. It holds a state of its own, rebuilt from the
 * events (r->state), and what no state keeps: which event a thing rests on,
 * how things stood when a round ended, what verdicts people have overruled,
 * and traces: what happened in rounds that count, one line each, in order.
 * All figures (assess/measure.h) are questions to a reading. After an undo
 * read again.
 *
 * The warm-up leaves no trace. A trace made between two rounds belongs to the
 * round before; one before the first round that counts has round NOBODY.
 */
#include "assess/pledge.h"
#include "sim/score.h"

typedef const struct sim_event *assess_event_at(const void *context, int32_t index);
struct assess_log {
    const struct scenario *scenario;
    struct sim_setup setup;
    int32_t count;
    assess_event_at *at;               /* event of that index, 0 to count - 1; never NULL */
    const void *context;               /* whatever `at` needs */
};

enum trace_kind {
    TRACE_ACT,          /* an act of the team; act: its number, a: enum matrix_place, b: seconds it took to say, c: enum sim_command_kind,
                           item: the work it began (index in the state), NOBODY */
    TRACE_SPAN,         /* a service stood at a worse level; item: service, a: level, b: seconds (while it runs: 0), c: value lost */
    TRACE_VALUE,        /* value of an incident, or (item) of a service; a: put at stake, b: lost */
    TRACE_STAGE,        /* a: enum incident_stage_mark */
    TRACE_HARM,         /* item: work */
    TRACE_ASIDE,        /* a customer took it elsewhere; a: value lost */
    TRACE_PREVENTED,    /* an incident did not come again */
    TRACE_RECURRED,     /* it came again though its cause could have been looked for */
    TRACE_SURVEYED,     /* a: answer 1 to 5; incident NOBODY: about the round */
    TRACE_VOUCHER,      /* act: number of the act it thanks for, 0 none; item: text number of the story */
    TRACE_OBSERVED,     /* item: marker, a: 1 good */
    TRACE_TRUST,        /* trust moved; a: enum reason, b: thousandths */
    TRACE_GAIN,         /* satisfaction rose by something that fades; a: enum reason, b: thousandths */
    TRACE_SPINE,        /* the cause of an incident was looked for; a: 1 on the right spine; c: 1 taken back */
    TRACE_TOLD,         /* bad news told; item: fact, b: seconds since it was known */
    TRACE_COMPLAINT,    /* written down; a: owner or NOBODY, b: due */
    TRACE_COMMITTED,    /* round: in which it is checked; item: slot, a: text number, 0 taken back */
    TRACE_KIND_COUNT
};
/* Where an act stands in the value matrix: visible or not, by kind. */
enum matrix_place {
    PLACE_UNSEEN_ROUTINE, PLACE_UNSEEN_DEVELOPMENTAL, PLACE_UNSEEN_UNIQUE,
    PLACE_SEEN_ROUTINE, PLACE_SEEN_DEVELOPMENTAL, PLACE_SEEN_UNIQUE, PLACE_COUNT
};
/* event: index in the log; other fields NOBODY or 0 where they do not apply. */
struct assess_trace { int32_t kind, round, event, at, incident, customer, member, act, item, a, b, c; };

enum { ASSESS_TRACES = 6144, ASSESS_LOAD_FROM = 3, ASSESS_QUIET_TO = 1, ASSESS_STEP = 20 };

/* How a round stood when it ended; of the running one, as it stands. */
struct assess_round {
    int32_t begun;                      /* 1: it counts and has begun */
    int32_t ended;                      /* index of the event, NOBODY while it runs */
    struct round_figures figures;       /* once it has ended */
    int32_t fade;                       /* percent that a gain from something new still brings in it */
};

struct assess_reading {
    const struct scenario *scenario;
    int32_t events;                     /* read so far */
    int32_t trace_count, traces_dropped;
    int32_t act_trace;                  /* of the act under way, NOBODY */
    struct assess_round rounds[LIMIT_ROUNDS];
    /* index of the event that opened, settled or marked by hand; NOBODY none */
    int32_t moment_opened[SIM_MOMENTS], moment_settled[SIM_MOMENTS], moment_mark[SIM_MOMENTS];
    int32_t moment_load[SIM_MOMENTS];   /* incidents that waited when it opened */
    int32_t claim_made[SIM_CLAIMS], claim_settled[SIM_CLAIMS], claim_mark[SIM_CLAIMS];
    int32_t promise_made[SIM_PROMISES], promise_settled[SIM_PROMISES];
    int32_t work_started[SIM_WORKS], work_ended[SIM_WORKS], work_round[SIM_WORKS];
    int32_t incident_opened[SIM_INCIDENTS];
    int32_t tallied[SIM_TALLIES], marked[SIM_MARKS];
    int32_t span[LIMIT_SERVICES];       /* trace of the span that runs, NOBODY */
    struct pledge_watch pledges;
    struct assess_trace traces[ASSESS_TRACES];
    struct sim_state state;
};

void assess_begin(struct assess_reading *r, const struct scenario *sc, const struct sim_setup *setup);
void assess_fold(struct assess_reading *r, int32_t index, const struct sim_event *e);
void assess_read(struct assess_reading *r, const struct assess_log *log);
/* Is it a round that counts and has begun? NOBODY (all of them): has any? */
int assess_has_round(const struct assess_reading *r, round_id round);
#endif
