#ifndef TEST_SIM_IMPROVED_H
#define TEST_SIM_IMPROVED_H
/* Choosing improvements, and an afternoon with one of them. */
#include "fixture.h"

static FIX_UNUSED struct sim_command cmd_improve(int32_t improvement)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = improvement;
    return c;
}

static FIX_UNUSED struct sim_command cmd_dig(incident_id i, int32_t spine)
{
    struct sim_command c = cmd_improve(IMPROVE_ROOT_CAUSE);
    c.improve.incident = i;
    c.improve.spine = spine;
    return c;
}

/* The afternoon, with that improvement chosen after an idle morning; NOBODY: none. */
static FIX_UNUSED struct play *play_afternoon(uint64_t seed, int32_t improvement)
{
    struct play *p = play_new(seed);
    play_start(p, FIX_MORNING);
    play_end(p);
    struct sim_command c = cmd_improve(improvement);
    if (improvement >= 0)
        play_do(p, &c);
    play_start(p, FIX_AFTERNOON);
    return p;
}
#endif
