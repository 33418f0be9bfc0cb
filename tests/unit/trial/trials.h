#ifndef TESTS_TRIALS_H
#define TESTS_TRIALS_H
/* The small pack and trials of it. Include after cmocka. */
#include "../pack/packs.h"
#include "players/match.h"
#include "trial/gather.h"
#include "trial/proof.h"

static inline int trials_load(void **state)
{
    static struct packs packs;
    packs_begin(&packs);
    packs_load(&packs, "tests/packs/good/small");
    *state = &packs;
    return packs_read(&packs) == ERR_NONE ? 0 : -1;
}

static inline int trials_forget(void **state)
{
    packs_end(*state);
    return 0;
}

static inline const struct scenario *trials_pack(void **state)
{
    return ((struct packs *)*state)->scenario;
}

static inline struct trial_plan trials_plan(void **state, int32_t runs, int32_t threads)
{
    return (struct trial_plan){
        .scenario = trials_pack(state), .seed = 1, .runs = runs, .threads = threads, .players = trial_everybody()};
}
#endif
