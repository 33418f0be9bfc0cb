#ifndef TEST_PROPERTY_WORLDS_H
#define TEST_PROPERTY_WORLDS_H
/*
 * Where properties are tried: the scenario built in C, the small pack of the
 * tests, and the pack that people play.
 *
 *   for (int n = 0; n < WORLDS; n++) {
 *       struct world *w = world_open(n);
 *       struct play *p = world_play(w, seed);
 *       ... play_try(p, &command) ...
 *       world_close(w);
 *   }
 */
#include "../unit/sim/random_play.h"

#include "pack/pack.h"

enum { WORLD_FIXTURE, WORLD_SMALL, WORLD_PLAYED, WORLDS };

struct world {
    struct arena arena;
    struct diag_list found;
    struct pack_source source;      /* of the fixture: none */
    const struct scenario *sc;
    const char *name;
};

static FIX_UNUSED void world_complain(const struct world *w)
{
    for (int k = 0; k < w->found.count; k++)
        print_error("%s: %s %s:%d\n", w->name, w->found.items[k].code, w->found.items[k].place.file, w->found.items[k].place.line);
}

/* Reads the source of the world; fails when something is wrong with it. */
static FIX_UNUSED void world_read(struct world *w)
{
    struct scenario *read = NULL;
    w->found.arena = &w->arena;
    enum err err = pack_read(&w->arena, &w->source, &read, &w->found);
    if (err != ERR_NONE)
        world_complain(w);
    assert_int_equal(err, ERR_NONE);
    w->sc = read;
}

static FIX_UNUSED struct world *world_open(int which)
{
    static const char *const folders[WORLDS] = {"fixture", "tests/packs/good/small", "scenarios/last-flight-out"};
    struct world *w = calloc(1, sizeof *w);
    char path[512];
    assert_non_null(w);
    w->name = folders[which];
    w->found.arena = &w->arena;
    w->sc = fix();
    if (which == WORLD_FIXTURE)
        return w;
    snprintf(path, sizeof path, "%s/%s", getenv("MOMENT_SOURCE"), folders[which]);
    assert_int_equal(pack_source_load(&w->arena, path, &w->source, &w->found), ERR_NONE);
    world_read(w);
    return w;
}

static FIX_UNUSED void world_close(struct world *w)
{
    arena_release(&w->arena);
    free(w);
}

/* Two hands for each role. */
static FIX_UNUSED struct sim_setup world_setup(const struct scenario *sc, uint64_t seed)
{
    struct sim_setup with = {.seed = seed};
    for (role_id r = 0; r < sc->role_count; r++)
        for (int k = 0; k < 2; k++)
            with.roles[with.member_count++] = r;
    return with;
}

static FIX_UNUSED struct play *world_play(const struct world *w, uint64_t seed)
{
    struct play *p = calloc(1, sizeof *p);
    struct sim_setup with = world_setup(w->sc, seed);
    assert_non_null(p);
    p->sc = w->sc;
    sim_begin(&p->state, p->sc, &with);
    return p;
}

/* --- what was played --- */

struct course { struct sim_command *items; int32_t count, room; };

static FIX_UNUSED void course_add(struct course *c, const struct sim_command *command)
{
    if (c->count == c->room) {
        c->room = c->room ? 2 * c->room : 1024;
        c->items = realloc(c->items, sizeof *c->items * (size_t)c->room);
        assert_non_null(c->items);
    }
    c->items[c->count++] = *command;
}

static FIX_UNUSED void course_free(struct course *c)
{
    free(c->items);
    memset(c, 0, sizeof *c);
}

struct happened { struct sim_event *items; int32_t count, room; };

static FIX_UNUSED void happened_add(struct happened *h, const struct sim_events *made)
{
    if (h->count + made->count > h->room) {
        h->room = 2 * (h->count + made->count) + 4096;
        h->items = realloc(h->items, sizeof *h->items * (size_t)h->room);
        assert_non_null(h->items);
    }
    for (int32_t k = 0; k < made->count; k++)
        h->items[h->count++] = made->items[k];
}

static FIX_UNUSED void happened_free(struct happened *h)
{
    free(h->items);
    memset(h, 0, sizeof *h);
}

static FIX_UNUSED void print_event(const struct sim_event *e)
{
    print_error("    %02d:%02d:%02d %s", e->at / 3600, e->at / 60 % 60, e->at % 60, sim_event_word(e->kind));
    for (int32_t f = 0; f < sim_event_field_count(e->kind); f++)
        print_error(" %d", e->v[f]);
    print_error("\n");
}

static FIX_UNUSED void print_command(const struct sim_command *c)
{
    print_error("    %s member %d text %d:", sim_command_word(c->kind), c->member, c->text);
    for (int32_t f = 0; f < SIM_COMMAND_FIELDS; f++)
        print_error(" %d", c->v[f]);
    print_error("\n");
}

/* The same events up to `count`; says which is the first that differs. */
static FIX_UNUSED void assert_same_events(const struct happened *a, const struct happened *b, int32_t count)
{
    assert_true(a->count >= count && b->count >= count);
    for (int32_t k = 0; k < count; k++)
        if (memcmp(&a->items[k], &b->items[k], sizeof a->items[k]) != 0) {
            print_event(&a->items[k]);
            print_event(&b->items[k]);
            fail_msg("event %d differs", k);
        }
}
#endif
