#ifndef CARDS_PLAY_H
#define CARDS_PLAY_H
/* A session with the program's own deck, before its first round: what cards and charter are made of. */
#include "base/file.h"
#include "base/memory.h"
#include "pack/pack.h"
#include "screens/wish.h"
#include "session/session.h"
#include "view/view_cards.h"
#include "view/view_charter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cards_play {
    struct arena arena, views;
    struct pack_source source;
    struct scenario *scenario;
    struct session *session;
    struct view_cards cards;
    struct view_charter charter;
    int refused;                    /* commands that were not done */
};

static inline void cards_play_views(struct cards_play *p)
{
    arena_reset(&p->views);
    view_cards_build(&p->views, p->session, &p->cards);
    view_charter_build(&p->views, p->session, &p->charter);
}

static inline int cards_play_begin(struct cards_play *p, int tables, int members)
{
    const char *source = getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".";
    memset(p, 0, sizeof *p);
    struct diag_list found = {.arena = &p->arena};
    char *bytes, *deck = file_join(&p->arena, source, "assets/cards/en.json");
    size_t length;
    if (pack_source_load(&p->arena, file_join(&p->arena, source, "scenarios/last-flight-out"), &p->source, &found) != ERR_NONE ||
        file_read(&p->arena, deck, LIMIT_PACK_BYTES, &bytes, &length) != ERR_NONE ||
        pack_source_add(&p->source, PACK_DECK, bytes, length) != ERR_NONE || pack_read(&p->arena, &p->source, &p->scenario, &found) != ERR_NONE)
        return 0;
    struct session_setup *setup = arena_alloc(&p->arena, sizeof *setup);
    snprintf(setup->team, sizeof setup->team, "Night shift");
    snprintf(setup->date, sizeof setup->date, "2026-11-22");
    setup->tables = tables;
    setup->member_count = members;
    for (int i = 0; i < members; i++)
        snprintf(setup->members[i].name, sizeof setup->members[i].name, tables ? "Table %d" : "Person %d", i + 1);
    setup->seed = 7;
    if (session_scratch(&p->session, p->scenario, setup) != ERR_NONE)
        return 0;
    cards_play_views(p);
    return 1;
}

static inline void cards_play_end(struct cards_play *p)
{
    session_close(p->session);
    arena_release(&p->views);
    arena_release(&p->arena);
}

static inline int cards_play_do(struct cards_play *p, const struct sim_command *c, const char *words)
{
    const char *const said[2] = {words, NULL};
    struct submit_result result;
    session_submit(p->session, c, said, &result);
    p->refused += result.status != SUBMIT_DONE;
    cards_play_views(p);
    return result.status == SUBMIT_DONE;
}

/* As the app empties its queue. */
static inline void cards_play_wishes(struct cards_play *p, struct wishes *wishes)
{
    for (int i = 0; i < wishes->count; i++)
        if (wishes->items[i].kind == WISH_COMMAND)
            cards_play_do(p, &wishes->items[i].command, wishes->items[i].has_words[0] ? wishes->items[i].words[0] : NULL);
}

static inline void cards_play_pick(struct cards_play *p, int side, int table, int first, int second, int third)
{
    const int cards[] = {first, second, third};
    for (int i = 0; i < 3; i++) {
        struct sim_command c = sim_command_make(SIM_CMD_TALLY);
        c.tally.what = side == CARDS_USERS ? TALLY_CARD_USERS : TALLY_CARD_OURS;
        c.tally.subject = cards[i];
        c.tally.by = table;
        c.tally.count = 1;
        cards_play_do(p, &c, NULL);
    }
}

static inline void cards_play_line(struct cards_play *p, int32_t slot, int32_t behaviour, const char *words)
{
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    c.charter.slot = slot;
    c.charter.behaviour = behaviour;
    cards_play_do(p, &c, words);
}
#endif
