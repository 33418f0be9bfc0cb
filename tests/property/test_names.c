/* What things are called, and in which order a file says it, is nobody's advantage. */
#include "any_play.h"
#include "packs_again.h"
#include "teams.h"

/* A session of commands at random: what was done and what came of it. */
static void play_any(const struct world *w, uint64_t seed, struct course *course, struct happened *happened, uint64_t *digest)
{
    struct play *p = world_play(w, seed);
    struct luck l = {seed * 59 + 1};
    for (int k = 0; k < 6000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        play_try(p, &c);
        course_add(course, &c);
        happened_add(happened, &p->made);
    }
    *digest = sim_digest(&p->state, p->sc);
    free(p);
}

/* The same commands there: the same answers, the same events, the same end. */
static void assert_same_there(const struct world *there, uint64_t seed, const struct course *course, const struct happened *here, uint64_t digest)
{
    struct play *p = world_play(there, seed);
    struct happened happened = {.count = 0};
    for (int32_t k = 0; k < course->count; k++) {
        play_try(p, &course->items[k]);
        happened_add(&happened, &p->made);
    }
    assert_same_events(here, &happened, here->count);
    assert_int_equal(happened.count, here->count);
    assert_true(sim_digest(&p->state, p->sc) == digest);
    happened_free(&happened);
    free(p);
}

/* Teams that play by themselves see no name either. */
static void assert_teams_the_same(const struct world *w, const struct world *there, int kinds)
{
    for (int kind = 0; kind < kinds; kind++) {
        struct course here_did = {.count = 0}, there_did = {.count = 0};
        struct match *here = team_play(w, 5, (enum player_kind)kind, &here_did);
        struct match *again = team_play(there, 5, (enum player_kind)kind, &there_did);
        assert_int_equal(here_did.count, there_did.count);
        for (int32_t k = 0; k < here_did.count; k++)
            assert_memory_equal(&here_did.items[k], &there_did.items[k], sizeof here_did.items[k]);
        assert_true(sim_digest(&here->state, w->sc) == sim_digest(&again->state, there->sc));
        free(here);
        free(again);
        course_free(&here_did);
        course_free(&there_did);
    }
}

static void assert_plays_the_same(const struct world *w, const struct world *there)
{
    int32_t events = 0;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        struct course course = {.count = 0};
        struct happened happened = {.count = 0};
        uint64_t digest = 0;
        play_any(w, seed, &course, &happened, &digest);
        assert_same_there(there, seed, &course, &happened, digest);
        events += happened.count;
        course_free(&course);
        happened_free(&happened);
    }
    assert_true(events > 2000);
}

/* Nothing in it happens but by chance as well: what draws are keyed by shows. */
static struct world *world_by_chance(int which)
{
    struct world *w = world_open(which), *by_chance = world_again(w, again_chance, NULL);
    assert_true(by_chance->sc->condition_count > w->sc->condition_count);
    world_close(w);
    return by_chance;
}

static void test_other_ids_and_names(void **state)
{
    (void)state;
    for (int n = WORLD_SMALL; n < WORLDS; n++) {
        struct world *w = world_by_chance(n);
        int32_t renamed = 0;
        struct world *other = world_again(w, again_rename, &renamed);
        assert_true(renamed > 100);
        assert_string_not_equal(w->sc->id, other->sc->id);
        for (incident_id i = 0; i < w->sc->incident_count; i++)
            assert_string_not_equal(w->sc->incidents[i].id, other->sc->incidents[i].id);
        for (customer_id c = 0; c < w->sc->customer_count; c++)
            assert_string_not_equal(w->sc->customers[c].name, other->sc->customers[c].name);
        assert_plays_the_same(w, other);
        assert_teams_the_same(w, other, PLAYER_KIND_COUNT);
        world_close(other);
        world_close(w);
    }
}

static void test_another_order_of_keys(void **state)
{
    (void)state;
    for (int n = WORLD_SMALL; n < WORLDS; n++) {
        struct world *w = world_by_chance(n);
        for (uint64_t seed = 1; seed <= 2; seed++) {
            struct luck l = {seed};
            struct world *other = world_again(w, again_shuffle, &l);
            const struct pack_file *before = pack_source_find(&w->source, "pack.json");
            const struct pack_file *after = pack_source_find(&other->source, "pack.json");
            assert_non_null(before);
            assert_non_null(after);
            assert_true(before->length != after->length || memcmp(before->bytes, after->bytes, before->length) != 0);
            assert_plays_the_same(w, other);
            assert_teams_the_same(w, other, PLAYER_CUSTOMER_FOCUSED + 1);
            world_close(other);
        }
        world_close(w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_ids_and_names),
        cmocka_unit_test(test_another_order_of_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
