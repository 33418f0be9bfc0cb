#ifndef TEST_PROPERTY_TEAMS_H
#define TEST_PROPERTY_TEAMS_H
/*
 * Sessions of teams that play by themselves, as lists of what they did: to be
 * played again with one thing done otherwise. Time is among the commands, so
 * that everything else happens at the second it happened at.
 */
#include "worlds.h"

#include "players/match.h"

struct team_watch { struct course *course; int64_t command; };

static FIX_UNUSED void team_saw(void *context, const struct match *m, const struct sim_event *e)
{
    struct team_watch *watch = context;
    (void)e;
    if (watch->command != m->commands)
        course_add(watch->course, m->doing);
    watch->command = m->commands;
}

/* course: what the team did, every command possible. The state at the end is the caller's to free. */
static FIX_UNUSED struct match *team_play(const struct world *w, uint64_t seed, enum player_kind kind, struct course *course)
{
    struct match *m = calloc(1, sizeof *m);
    struct team_watch watch = {course, -1};
    struct sim_setup with = world_setup(w->sc, seed);
    assert_non_null(m);
    m->watch = team_saw;
    m->context = &watch;
    match_play(m, w->sc, &with, kind);
    m->watch = NULL;
    assert_int_equal(m->state.phase, PHASE_FINISHED);
    return m;
}
#endif
