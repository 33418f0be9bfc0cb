#ifndef PLAYERS_MATCH_H
#define PLAYERS_MATCH_H
/*
 * A whole session played by one player in memory: no file, no clock, and no
 * memory of its own, so that thousands are quick. It costs a conversation what
 * the session layer would take for it.
 *
 *   struct match *m = calloc(1, sizeof *m);       big; use it for any number of matches
 *   m->watch = see_event; m->context = ...;       may be NULL
 *   match_play(m, scenario, &setup, PLAYER_PLEASER);
 *   m->state ...
 */
#include "players/player.h"

struct match;
/* Called for each event after it was applied. */
typedef void match_watch(void *context, const struct match *m, const struct sim_event *e);

struct match {
    struct sim_state state;
    struct sim_events made;
    struct player player;
    match_watch *watch;
    void *context;
    const struct sim_command *doing;      /* while watched: the command that the event came of */
    int64_t commands, refused, events;
};

/* Every round of the pack from the first to the last, then FINISH. The player's draws are keyed by the setup's seed, so
 * that two kinds with one seed meet the same fate. */
void match_play(struct match *m, const struct scenario *sc, const struct sim_setup *setup, enum player_kind kind);
/* A team as the pack asks for: the fewest that fill each role's lowest number of seats, at least its fewest players. */
void match_setup(const struct scenario *sc, uint64_t seed, struct sim_setup *out);
#endif
