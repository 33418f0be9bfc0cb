/* Between rounds: what a team chooses, and that it gets it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "game.h"

static struct scenario *large;

static int load(void **state)
{
    (void)state;
    large = game_pack("scenarios/last-flight-out");
    return large ? 0 : -1;
}

static int drop(void **state)
{
    (void)state;
    arena_release(&game_arena);
    return 0;
}

struct chosen { int32_t improvements, commitments, charter, ambassadors, works[IMPROVE_COUNT]; };

static void note(struct chosen *chosen, const struct sim_event *e, int32_t scored)
{
    struct chosen *c = &chosen[scored];
    if (e->kind == SIM_EV_IMPROVED && e->improved.on) {
        c->improvements++;
        c->works[large->improvements[e->improved.improvement].effect]++;
    }
    c->commitments += e->kind == SIM_EV_COMMITTED;
    c->charter += e->kind == SIM_EV_CHARTERED;
    c->ambassadors += e->kind == SIM_EV_AMBASSADOR;
}

/* What was chosen after so many rounds that count. */
static void play(enum player_kind kind, uint64_t seed, struct chosen chosen[LIMIT_ROUNDS + 1])
{
    struct game *g = game_begin(large, kind, seed, seed);
    int32_t seen = 0, scored = 0;
    memset(chosen, 0, sizeof *chosen * (LIMIT_ROUNDS + 1));
    while (game_step(g) >= 0)
        for (; seen < g->count; seen++) {
            const struct sim_event *e = &g->events[seen];
            scored += e->kind == SIM_EV_ROUND_ENDED && !large->rounds[e->round_ended.round].warm_up;
            note(chosen, e, scored);
        }
    game_end(g);
}

static int32_t scored_rounds(void)
{
    int32_t n = 0;
    for (round_id r = 0; r < large->round_count; r++)
        n += !large->rounds[r].warm_up;
    return n;
}

static void test_two_improvements_and_three_commitments_each_time(void **state)
{
    (void)state;
    int32_t met[IMPROVE_COUNT] = {0}, rounds = scored_rounds();
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct chosen c[LIMIT_ROUNDS + 1];
        play(PLAYER_CUSTOMER_FOCUSED, seed, c);
        assert_int_equal(c[0].improvements + c[0].commitments, 0);
        assert_int_equal(c[rounds].improvements + c[rounds].commitments, 0);
        for (int32_t n = 1; n < rounds; n++) {
            assert_int_equal(c[n].improvements, 2);
            assert_int_equal(c[n].commitments, 3);
            assert_true(c[n].ambassadors == 0 || c[n].ambassadors == large->customer_count);
            for (int k = 0; k < IMPROVE_COUNT; k++)
                met[k] += c[n].works[k];
        }
        assert_int_equal(c[1].charter, 4);
    }
    for (int32_t k = 0; k < large->improvement_count; k++)
        assert_true(met[large->improvements[k].effect] > 0);
}

static void test_who_does_not_learn_chooses_nothing(void **state)
{
    (void)state;
    struct chosen c[LIMIT_ROUNDS + 1];
    play(PLAYER_TECHNICIAN, 3, c);
    for (int32_t n = 0; n <= scored_rounds(); n++)
        assert_int_equal(c[n].improvements + c[n].commitments + c[n].charter, 0);
    play(PLAYER_LEARNER, 3, c);
    assert_int_equal(c[1].improvements, 0);
    for (int32_t n = 2; n < scored_rounds(); n++)
        assert_int_equal(c[n].improvements, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_improvements_and_three_commitments_each_time),
        cmocka_unit_test(test_who_does_not_learn_chooses_nothing),
    };
    return cmocka_run_group_tests(tests, load, drop);
}
