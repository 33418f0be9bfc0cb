#ifndef TESTS_UNIT_LEARNING_PLAY_H
#define TESTS_UNIT_LEARNING_PLAY_H
/*
 * Sessions of the large pack, played by a bot up to the end of a round that
 * counts, for what the room learns from them.
 *
 *   struct learning_play p;
 *   learning_play_begin(&p, BOT_MIXED, 2, 1);     two rounds that count, tables
 *   learning_play_end(&p);
 */
#include "pack/pack.h"
#include "session/bot.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>

struct learning_play {
    struct arena arena;
    struct scenario *scenario;
    struct session *session;
    struct bot *bot;
};

static inline int learning_try(struct learning_play *p, struct sim_command c, const char *first, const char *second)
{
    const char *words[2] = {first, second};
    struct submit_result result;
    session_submit(p->session, &c, words, &result);
    return result.status == SUBMIT_DONE;
}

static inline struct sim_command learning_command(enum sim_command_kind kind, int32_t a, int32_t b)
{
    struct sim_command c = sim_command_make(kind);
    c.v[0] = a;
    c.v[1] = b;
    return c;
}

static inline void learning_round_begin(struct learning_play *p)
{
    while (bot_between(p->bot, p->session))
        continue;
    if (!learning_try(p, learning_command(SIM_CMD_START_ROUND, session_state(p->session)->round + 1, 0), NULL, NULL))
        abort();
}

static inline void learning_round_play(struct learning_play *p, int32_t until)
{
    learning_round_begin(p);
    while (bot_step(p->bot, p->session) && (until < 0 || session_state(p->session)->now < until))
        continue;
    if (until < 0 && !learning_try(p, learning_command(SIM_CMD_END_ROUND, 0, 0), NULL, NULL))
        abort();
}

static inline void learning_play_begin(struct learning_play *p, enum bot_kind kind, int rounds, int tables)
{
    static const char *const names[] = {"Table Alder", "Table Birch", "Table Cedar", "Table Dogwood", "Table Elm", "Table Fir"};
    struct session_setup setup = {.team = "Blue", .member_count = 6, .seed = 42, .tables = tables, .pace = 60, .date = "2026-11-22"};
    struct diag_list found = {.arena = &p->arena};
    char path[1024];
    *p = (struct learning_play){.session = NULL};
    snprintf(path, sizeof path, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".");
    struct pack_source *source = arena_alloc(&p->arena, sizeof *source);
    if (pack_source_load(&p->arena, path, source, &found) != ERR_NONE || pack_read(&p->arena, source, &p->scenario, &found) != ERR_NONE)
        abort();
    for (int i = 0; i < setup.member_count; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "%s", names[i]);
        setup.members[i].role = i;
    }
    if (session_scratch(&p->session, p->scenario, &setup) != ERR_NONE)
        abort();
    p->bot = calloc(1, sizeof *p->bot);
    if (!p->bot)
        abort();
    bot_begin(p->bot, kind, 7);
    for (int r = 0; r < rounds + 1; r++)
        learning_round_play(p, -1);
}

static inline void learning_play_end(struct learning_play *p)
{
    session_close(p->session);
    free(p->bot);
    arena_release(&p->arena);
}
#endif
