#ifndef AFTER_PLAY_H
#define AFTER_PLAY_H
/* A workshop on the real pack, played by a bot up to the end of a round: what the pages after a round are made of. */
#include "base/memory.h"
#include "pack/pack.h"
#include "session/bot.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct after {
    struct arena arena;
    struct scenario *scenario;
    struct session *session;
    struct bot bot;
    int32_t next;                  /* round to be played */
};

static inline int after_submit(struct after *a, const struct sim_command *command, const char *words)
{
    const char *const said[2] = {words, NULL};
    struct submit_result result;
    session_submit(a->session, command, said, &result);
    return result.status == SUBMIT_DONE;
}

static inline int after_do(struct after *a, enum sim_command_kind kind, int32_t first, int32_t second, int32_t third, int32_t fourth)
{
    struct sim_command command = sim_command_make(kind);
    const int32_t v[] = {first, second, third, fourth};
    for (int k = 0; k < 4; k++)
        command.v[k] = v[k];
    return after_submit(a, &command, NULL);
}

static inline int after_begin(struct after *a, const char *pack, enum bot_kind kind)
{
    static const char *const names[] = {"Sanne", "Tom", "Aisha", "Lars", "Noor", "Jeroen"};
    char path[1024];
    const char *source = getenv("MOMENT_SOURCE");
    memset(a, 0, sizeof *a);
    snprintf(path, sizeof path, "%s/%s", source ? source : ".", pack);
    struct diag_list found = {.arena = &a->arena};
    struct pack_source *bytes = arena_alloc(&a->arena, sizeof *bytes);
    if (pack_source_load(&a->arena, path, bytes, &found) != ERR_NONE || pack_read(&a->arena, bytes, &a->scenario, &found) != ERR_NONE)
        return 0;
    struct session_setup *setup = arena_alloc(&a->arena, sizeof *setup);
    snprintf(setup->team, sizeof setup->team, "Night shift, table four");
    setup->member_count = 6;
    for (int i = 0; i < 6; i++) {
        snprintf(setup->members[i].name, sizeof setup->members[i].name, "%s", names[i]);
        setup->members[i].role = i % a->scenario->role_count;
    }
    setup->pace = 60;
    setup->seed = 7;
    bot_begin(&a->bot, kind, 3);
    return session_scratch(&a->session, a->scenario, setup) == ERR_NONE;
}

static inline void after_start(struct after *a)
{
    after_do(a, SIM_CMD_START_ROUND, a->next, 0, 0, 0);
}

static inline void after_play(struct after *a)
{
    while (bot_step(&a->bot, a->session))
        continue;
    if (session_state(a->session)->phase == PHASE_ROUND)
        after_do(a, SIM_CMD_END_ROUND, 0, 0, 0, 0);
    a->next++;
}

/* The next round, from its beginning to its end. */
static inline void after_round(struct after *a)
{
    after_start(a);
    after_play(a);
}

static inline void after_end(struct after *a)
{
    session_close(a->session);
    arena_release(&a->arena);
}

static inline int32_t after_improvement(const struct after *a, enum improvement_effect effect)
{
    for (int32_t k = 0; k < a->scenario->improvement_count; k++)
        if (a->scenario->improvements[k].effect == effect)
            return k;
    return NOBODY;
}

static inline int32_t after_incident(const struct after *a, const char *id)
{
    for (int32_t i = 0; i < a->scenario->incident_count; i++)
        if (strcmp(a->scenario->incidents[i].id, id) == 0)
            return i;
    return NOBODY;
}
#endif
