#ifndef TRIAL_GATHER_H
#define TRIAL_GATHER_H
/* From the sessions of one run to the counts of a trial: for trial.c and its tests. */
#include "trial/trial.h"

/* One run: what each player's session came to. */
struct gathering {
    struct trial_outcome outcomes[PLAYER_KIND_COUNT];
    struct trial_curve curves[PLAYER_KIND_COUNT];
};
struct gathering *gathering_new(const struct scenario *sc);
void gathering_release(struct gathering *g);

/* Adds a run to the trial: figures of each player, pairs, and what holds among several. */
void gather(struct trial *t, const struct gathering *g, int32_t run);
/* Adds the counts of another thread. */
void gather_merge(struct trial *into, const struct trial *from);
#endif
