#ifndef TESTS_PLAYERS_GAME_H
#define TESTS_PLAYERS_GAME_H
/* A game that is stepped through by hand: one wish at a time, with all that came of it kept. Include after cmocka. */
#include "base/file.h"
#include "base/number.h"
#include "pack/pack.h"
#include "players/match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GAME_UNUSED __attribute__((unused))

static struct arena game_arena;

static GAME_UNUSED struct scenario *game_pack(const char *folder)
{
    struct diag_list found = {.arena = &game_arena};
    struct pack_source *source = arena_alloc(&game_arena, sizeof *source);
    struct scenario *scenario = NULL;
    const char *root = getenv("MOMENT_SOURCE");
    pack_source_begin(source, &game_arena);
    if (pack_source_load(&game_arena, file_join(&game_arena, root ? root : ".", folder), source, &found) != ERR_NONE)
        return NULL;
    return pack_read(&game_arena, source, &scenario, &found) == ERR_NONE ? scenario : NULL;
}

struct game {
    const struct scenario *sc;
    struct sim_state state;
    struct sim_events made;
    struct player player;
    struct player_wish wish;
    struct sim_event *events;
    int32_t count, room, refused, wishes;
    round_id round;
};

static GAME_UNUSED struct game *game_begin(const struct scenario *sc, enum player_kind kind, uint64_t seed, uint64_t fate)
{
    struct game *g = calloc(1, sizeof *g);
    struct sim_setup setup;
    assert_non_null(g);
    g->sc = sc;
    match_setup(sc, fate, &setup);
    sim_begin(&g->state, sc, &setup);
    player_begin(&g->player, kind, seed, sc);
    return g;
}

static GAME_UNUSED void game_end(struct game *g)
{
    free(g->events);
    free(g);
}

static void game_keep(struct game *g, const struct sim_event *e)
{
    if (g->count == g->room) {
        g->room = g->room ? g->room * 2 : 1024;
        g->events = realloc(g->events, (size_t)g->room * sizeof *g->events);
        assert_non_null(g->events);
    }
    g->events[g->count++] = *e;
}

static int game_do(struct game *g, const struct sim_command *c)
{
    if (sim_decide(&g->state, g->sc, c, &g->made) != REFUSAL_NONE)
        return 0;
    for (int32_t k = 0; k < g->made.count; k++) {
        sim_apply(&g->state, g->sc, &g->made.items[k]);
        player_observe(&g->player, g->sc, &g->state, &g->made.items[k]);
        game_keep(g, &g->made.items[k]);
    }
    return 1;
}

static void game_advance(struct game *g, int32_t to)
{
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    c.advance.to = number_min(to, g->sc->rounds[g->state.round].to);
    if (c.advance.to > g->state.now)
        game_do(g, &c);
}

static int game_wish(struct game *g)
{
    if (g->state.phase == PHASE_BETWEEN)
        return player_between(&g->player, g->sc, &g->state, g->refused, &g->wish);
    return player_next(&g->player, g->sc, &g->state, g->refused, &g->wish);
}

static void game_grant(struct game *g)
{
    int32_t cost = g->state.phase == PHASE_ROUND ? sim_conversation_cost(&g->state, g->sc, &g->wish.command) : 0;
    g->wishes++;
    g->refused = game_do(g, &g->wish.command) ? 0 : g->refused + 1;
    if (g->refused == 0 && cost > 0)
        game_advance(g, g->state.now + cost);
}

static void game_turn_round(struct game *g, enum sim_command_kind kind)
{
    struct sim_command c = sim_command_make(kind);
    if (kind == SIM_CMD_START_ROUND)
        c.start_round.round = g->round++;
    game_do(g, &c);
}

/* One step: a wish, a minute, a round. 1: a wish was made (in g->wish); 0: none; -1: the session is over. */
static GAME_UNUSED int game_step(struct game *g)
{
    if (g->state.phase == PHASE_FINISHED)
        return -1;
    if (game_wish(g)) {
        game_grant(g);
        return 1;
    }
    g->refused = 0;
    if (g->state.phase == PHASE_ROUND && g->state.now < g->sc->rounds[g->state.round].to)
        game_advance(g, player_until(&g->player, g->sc, &g->state));
    else if (g->state.phase == PHASE_ROUND)
        game_turn_round(g, SIM_CMD_END_ROUND);
    else
        game_turn_round(g, g->round < g->sc->round_count ? SIM_CMD_START_ROUND : SIM_CMD_FINISH);
    return 0;
}
#endif
