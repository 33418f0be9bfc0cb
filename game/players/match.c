#include "players/match.h"

#include "base/number.h"

#include <string.h>

static int do_command(struct match *m, const struct scenario *sc, const struct sim_command *c)
{
    m->commands++;
    m->doing = c;
    if (sim_decide(&m->state, sc, c, &m->made) != REFUSAL_NONE) {
        m->refused++;
        return 0;
    }
    m->events += m->made.count;
    for (int32_t k = 0; k < m->made.count; k++) {
        const struct sim_event *e = &m->made.items[k];
        sim_apply(&m->state, sc, e);
        player_observe(&m->player, sc, &m->state, e);
        if (m->watch != NULL)
            m->watch(m->context, m, e);
    }
    return 1;
}

static void advance(struct match *m, const struct scenario *sc, int32_t to)
{
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    c.advance.to = number_min(to, sc->rounds[m->state.round].to);
    if (c.advance.to > m->state.now)
        do_command(m, sc, &c);
}

/* The act and the time its conversation takes. */
static int play_wish(struct match *m, const struct scenario *sc, const struct player_wish *wish)
{
    int32_t cost = sim_conversation_cost(&m->state, sc, &wish->command);
    if (!do_command(m, sc, &wish->command))
        return 0;
    if (cost > 0)
        advance(m, sc, m->state.now + cost);
    return 1;
}

static void play_round(struct match *m, const struct scenario *sc, round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    struct player_wish wish;
    int32_t refused = 0, last = sc->rounds[round].to;
    c.start_round.round = round;
    do_command(m, sc, &c);
    while (m->state.now < last) {
        for (refused = 0; player_next(&m->player, sc, &m->state, refused, &wish);)
            refused = play_wish(m, sc, &wish) ? 0 : refused + 1;
        if (m->state.now < last)
            advance(m, sc, player_until(&m->player, sc, &m->state));
    }
    c = sim_command_make(SIM_CMD_END_ROUND);
    do_command(m, sc, &c);
}

static void play_between(struct match *m, const struct scenario *sc)
{
    struct player_wish wish;
    for (int32_t refused = 0; player_between(&m->player, sc, &m->state, refused, &wish);)
        refused = do_command(m, sc, &wish.command) ? 0 : refused + 1;
}

/* A hero can do what anybody can. */
static struct sim_setup setup_of(const struct sim_setup *setup, enum player_kind kind)
{
    struct sim_setup with = *setup;
    if (kind == PLAYER_HERO)
        with.roles[0] = NOBODY;
    return with;
}

void match_play(struct match *m, const struct scenario *sc, const struct sim_setup *setup, enum player_kind kind)
{
    struct sim_setup with = setup_of(setup, kind);
    struct sim_command finish = sim_command_make(SIM_CMD_FINISH);
    m->commands = m->refused = m->events = 0;
    sim_begin(&m->state, sc, &with);
    player_begin(&m->player, kind, setup->seed, sc);
    for (round_id r = 0; r < sc->round_count; r++) {
        play_between(m, sc);
        play_round(m, sc, r);
    }
    do_command(m, sc, &finish);
}

void match_setup(const struct scenario *sc, uint64_t seed, struct sim_setup *out)
{
    memset(out, 0, sizeof *out);
    out->seed = seed;
    for (role_id r = 0; r < sc->role_count; r++)
        for (int32_t k = 0; k < number_max(1, sc->roles[r].seats_low) && out->member_count < LIMIT_MEMBERS; k++)
            out->roles[out->member_count++] = r;
    for (role_id r = 0; out->member_count < number_min(number_max(1, sc->players_low), LIMIT_MEMBERS); r++)
        out->roles[out->member_count++] = sc->role_count > 0 ? r % sc->role_count : NOBODY;
}
