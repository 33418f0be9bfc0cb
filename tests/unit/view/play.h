#ifndef TESTS_VIEW_PLAY_H
#define TESTS_VIEW_PLAY_H
/* A small session to look at: the bakery pack, two people, played by commands. */
#include "pack/pack.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct play {
    struct arena arena;
    struct scenario *scenario;
    struct session *session;
    struct submit_result last;
};

static inline int32_t play_incident(const struct play *p, const char *id)
{
    for (int32_t i = 0; i < p->scenario->incident_count; i++)
        if (strcmp(p->scenario->incidents[i].id, id) == 0)
            return i;
    abort();
}

static inline int32_t play_fact(const struct play *p, const char *incident, const char *id)
{
    const struct incident *i = &p->scenario->incidents[play_incident(p, incident)];
    for (int32_t f = i->first_fact; f < i->first_fact + i->fact_count; f++)
        if (strcmp(p->scenario->facts[f].id, id) == 0)
            return f;
    abort();
}

static inline int32_t play_work(const struct play *p, const char *id)
{
    for (int32_t w = 0; w < p->scenario->work_count; w++)
        if (strcmp(p->scenario->works[w].id, id) == 0)
            return w;
    abort();
}

static inline int32_t play_moment(const struct play *p, const char *id)
{
    for (int32_t m = 0; m < p->scenario->moment_count; m++)
        if (strcmp(p->scenario->moments[m].id, id) == 0)
            return m;
    abort();
}

static inline int play_do(struct play *p, struct sim_command c, const char *first, const char *second)
{
    const char *const words[2] = {first, second};
    session_submit(p->session, &c, words, &p->last);
    return p->last.status == SUBMIT_DONE;
}

static inline void play_to(struct play *p, int32_t second)
{
    session_advance(p->session, second, &p->last);
}

static inline void play_start(struct play *p, int32_t round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    play_do(p, c, NULL, NULL);
}

static inline void play_end(struct play *p)
{
    struct sim_command c = sim_command_make(SIM_CMD_END_ROUND);
    c.end_round.early = 1;
    play_do(p, c, NULL, NULL);
}

static inline int play_begin(struct play *p)
{
    char path[1024];
    const char *source = getenv("MOMENT_SOURCE");
    memset(p, 0, sizeof *p);
    snprintf(path, sizeof path, "%s/tests/packs/good/small", source ? source : ".");
    struct diag_list found = {.arena = &p->arena};
    struct pack_source *bytes = arena_alloc(&p->arena, sizeof *bytes);
    if (pack_source_load(&p->arena, path, bytes, &found) != ERR_NONE)
        return 0;
    if (pack_read(&p->arena, bytes, &p->scenario, &found) != ERR_NONE)
        return 0;
    struct session_setup *setup = arena_alloc(&p->arena, sizeof *setup);
    snprintf(setup->team, sizeof setup->team, "Oven crew");
    setup->member_count = 2;
    snprintf(setup->members[0].name, sizeof setup->members[0].name, "Sanne");
    snprintf(setup->members[1].name, sizeof setup->members[1].name, "Tom");
    setup->members[1].role = 1;
    setup->pace = 60;
    setup->seed = 7;
    return session_scratch(&p->session, p->scenario, setup) == ERR_NONE;
}

static inline void play_finish(struct play *p)
{
    session_close(p->session);
    arena_release(&p->arena);
}

/* The last moment of this source with this nth (NOBODY: any), NULL when there is none. */
static inline const struct sim_moment *play_find(const struct play *p, int32_t source, int32_t subject)
{
    const struct sim_state *s = session_state(p->session);
    for (int32_t i = s->moment_count - 1; i >= 0; i--)
        if (s->moments[i].source == source && s->moments[i].subject == subject)
            return &s->moments[i];
    return NULL;
}
#endif
