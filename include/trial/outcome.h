#ifndef TRIAL_OUTCOME_H
#define TRIAL_OUTCOME_H
/*
 * What one session came to, as the proof looks at it.
 *
 *   outcome_begin(&watcher, scenario, &outcome, &curve, coverage);
 *   match.watch = outcome_watch; match.context = &watcher;
 *   match_play(...);
 *   outcome_end(&watcher, &match.state);
 *
 * All figures are in thousandths of a point or percent:
 *
 *   INVOLVING, HONEST, FOLLOW  points / possible over all rounds that count (sim/score.h), by raw points: -50000 when
 *                              all was broken, never stopped at 0; OUTCOME_UNTOLD with fewer than SCORE_TOO_FEW moments
 *   PERCEIVED                  mean of trust and satisfaction at the session's end, weighted by customer
 *   DELIVERED                  targets met: the mean of the rounds that count and have something to tell
 *   TRUST, SATISFACTION        the two halves of PERCEIVED
 */
#include "sim/score.h"
#include "trial/coverage.h"

/* TRIAL_MEASURE(NAME, "word"): text keys "simulate.measure.<word>". The first three are the scores, in their order. */
#define TRIAL_MEASURES(TRIAL_MEASURE) \
    TRIAL_MEASURE(INVOLVING, "involving") TRIAL_MEASURE(HONEST, "honest") TRIAL_MEASURE(FOLLOW, "follow-through") \
    TRIAL_MEASURE(PERCEIVED, "trust-and-satisfaction") TRIAL_MEASURE(DELIVERED, "targets-met") \
    TRIAL_MEASURE(TRUST, "trust") TRIAL_MEASURE(SATISFACTION, "satisfaction")
enum trial_measure {
#define TRIAL_MEASURE_ENUM(NAME, word) TRIAL_##NAME,
    TRIAL_MEASURES(TRIAL_MEASURE_ENUM)
#undef TRIAL_MEASURE_ENUM
    TRIAL_MEASURE_COUNT
};
enum { OUTCOME_UNTOLD = INT32_MIN };

const char *trial_measure_word(int32_t measure);

struct trial_outcome {
    int32_t measures[TRIAL_MEASURE_COUNT];
    int32_t rounds[LIMIT_ROUNDS][TRIAL_MEASURE_COUNT];   /* feelings as at the round's end */
    int32_t ending;                                /* NOBODY */
    int32_t verdict;                               /* enum business_verdict; BUSINESS_COUNT: no ending, worse than any */
    int32_t sources[MOMENT_SOURCE_COUNT][OUTCOME_COUNT];   /* counted moments by source and outcome */
};

/* Feelings minute by minute, weighted by customer: `minutes` of each, the rounds one after the other. A round of
 * n minutes has n + 1 entries: from its first second to its last. */
struct trial_curve {
    int32_t minutes, first[LIMIT_ROUNDS + 1];
    int32_t *satisfaction, *trust;
};
void curve_begin(struct trial_curve *c, const struct scenario *sc);
void curve_release(struct trial_curve *c);

struct outcome_watcher {
    const struct scenario *scenario;
    struct trial_outcome *outcome;
    struct trial_curve *curve;
    struct coverage *coverage;
    int32_t minute;                                /* the last of the curve that is written, -1 */
};
void outcome_begin(struct outcome_watcher *w, const struct scenario *sc, struct trial_outcome *outcome, struct trial_curve *curve,
                   struct coverage *coverage);
/* A match_watch (players/match.h). */
struct match;
void outcome_watch(void *watcher, const struct match *m, const struct sim_event *e);
void outcome_end(struct outcome_watcher *w, const struct sim_state *s);
#endif
