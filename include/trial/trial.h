#ifndef TRIAL_TRIAL_H
#define TRIAL_TRIAL_H
/*
 * A trial: every player plays a pack with the same seeds, on several threads.
 *
 *   struct trial_plan plan = {.scenario = sc, .seed = 1, .runs = 1000, .threads = 2, .players = trial_everybody()};
 *   struct trial *t = trial_run(&plan);
 *   t->players[PLAYER_PLEASER].measures[TRIAL_HONEST] ...
 *   trial_release(t);
 *
 * Run k of a plan is played with trial_seed(seed, k) by each player, one after
 * the other in one thread, so that they can be compared as a pair: the same
 * fate, another team. Nothing of a run is kept but counts, so memory does not
 * grow with the runs, and the result is the same with any number of threads.
 *
 * The caller's thread works too, and only it calls `progress`: after each of
 * its runs, with the runs that are over. Returning nonzero stops the trial;
 * runs under way are finished, and what is there is exactly what the same
 * plan with that many runs gives.
 *
 * `clock` (nanoseconds, only ever rising, called in every thread) may be NULL:
 * then no session is timed.
 */
#include "trial/outcome.h"
#include "trial/statistics.h"

typedef int trial_progress(void *context, int32_t done, int32_t runs);
typedef int64_t trial_clock(void);

enum { TRIAL_RUNS_MOST = 1000000, TRIAL_THREADS_MOST = 64 };

struct trial_plan {
    const struct scenario *scenario;
    uint64_t seed;
    int32_t first_run;                   /* runs are numbered from here; 0 unless one is looked at by itself */
    int32_t runs, threads;               /* 1 to TRIAL_RUNS_MOST, 1 to TRIAL_THREADS_MOST */
    uint64_t players;                    /* bit per enum player_kind */
    uint32_t left_out;                   /* bit per tag of the scenario that stays out */
    trial_progress *progress;
    void *context;
    trial_clock *clock;
};
/* All but MIXED, which is for the demonstration. */
uint64_t trial_everybody(void);
int trial_has(const struct trial_plan *plan, int32_t player);
uint64_t trial_seed(uint64_t seed, int32_t run);

/* In what the customer-focused player is compared with another one. The first four are the measures of that number. */
enum contest { CONTEST_INVOLVING, CONTEST_HONEST, CONTEST_FOLLOW, CONTEST_PERCEIVED, CONTEST_VERDICT, CONTEST_COUNT };

/* Paired runs, seen from the customer-focused player. untold: one of the two had too few moments for a score. */
struct trial_pair {
    int64_t wins, ties, losses, untold;
    int64_t difference;                  /* sum of own minus the other's, thousandths; verdicts: 1000 a step */
    int32_t worst, worst_run;            /* least of these differences, and its run; first of equals */
};

struct trial_mean { int64_t count, sum; };

struct trial_player {
    int64_t sessions, commands, refused, events, nanoseconds;
    struct tally measures[TRIAL_MEASURE_COUNT];            /* their count is less than sessions where there was too little to tell */
    struct trial_mean rounds[LIMIT_ROUNDS][TRIAL_MEASURE_COUNT];
    int64_t verdicts[BUSINESS_COUNT + 1];            /* the last: no ending */
    int64_t sources[MOMENT_SOURCE_COUNT][OUTCOME_COUNT];
    struct trial_pair against[CONTEST_COUNT];        /* the customer-focused player against this one */
    int64_t *satisfaction, *trust;                   /* sums, minute by minute of trial.curve */
};

/* Runs in which something held that compares more than two players, or looks at the course of a session. */
enum trial_held {
    HELD_PLEASER_ABOVE,          /* the pleaser's satisfaction above the customer-focused player's at some minute of the first round that counts */
    HELD_PLEASER_BELOW,          /* and below it at the end */
    HELD_PLEASER_BOTH,
    HELD_PLEASER_LOWEST,         /* in honesty, among the named players but random */
    HELD_FORGETTER_LOWEST,       /* in follow-through */
    HELD_BOTTOM_TWO,             /* technician and gatekeeper, in involving */
    HELD_COUNT
};

struct trial {
    struct trial_plan plan;
    int32_t runs;                /* done */
    int32_t stopped;             /* 1: before all of them were */
    struct trial_player players[PLAYER_KIND_COUNT];
    int64_t held[HELD_COUNT];
    struct trial_curve curve;    /* shape only: minutes and where rounds begin */
    struct coverage *coverage;
};

struct trial *trial_run(const struct trial_plan *plan);
void trial_release(struct trial *t);

/* A named player that the proof's rankings look at: neither graded, nor a cheat, nor random, nor mixed. */
int trial_is_named(int32_t player);
/* Mean of a measure over the sessions that had something to tell. */
int32_t trial_mean_of(const struct trial *t, int32_t player, enum trial_measure measure);
int64_t trial_sessions(const struct trial *t);
#endif
