/* All players, whole sessions: the same each time, within the budget, and true to their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "game.h"

#include "sim/score.h"

static struct scenario *small, *large;
static struct match *match;

static int load(void **state)
{
    (void)state;
    small = game_pack("tests/packs/good/small");
    large = game_pack("scenarios/last-flight-out");
    match = calloc(1, sizeof *match);
    return small && large && match ? 0 : -1;
}

static int drop(void **state)
{
    (void)state;
    free(match);
    arena_release(&game_arena);
    return 0;
}

static void play(const struct scenario *sc, int32_t kind, uint64_t seed)
{
    struct sim_setup setup;
    match_setup(sc, seed, &setup);
    match_play(match, sc, &setup, (enum player_kind)kind);
}

static void test_words_name_each_player_once(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++)
        assert_int_equal(player_from_word(player_word(kind)), kind);
    assert_string_equal(player_word(PLAYER_KIND_COUNT), "");
    assert_string_equal(player_word(-1), "");
    assert_int_equal(player_from_word("nobody"), -1);
    assert_true(player_is_graded(PLAYER_GRADED_25) && player_is_graded(PLAYER_GRADED_90) && !player_is_graded(PLAYER_MIXED));
    assert_true(player_is_cheat(PLAYER_NO_PROMISE) && player_is_cheat(PLAYER_SHOW_WORKER) && !player_is_cheat(PLAYER_GRADED_90));
}

static void test_same_seed_same_session(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
        play(large, kind, 11);
        uint64_t first = sim_digest(&match->state, large);
        play(small, kind, 11);
        play(large, kind, 11);
        assert_true(sim_digest(&match->state, large) == first);
        assert_int_equal(match->state.phase, PHASE_FINISHED);
    }
}

struct budget { int32_t at[PLAYER_ACTS_A_MINUTE + 1], broken, acts; };

static void watch_budget(void *context, const struct match *m, const struct sim_event *e)
{
    struct budget *b = context;
    (void)m;
    if (e->kind != SIM_EV_ACT || !sim_command_is_act(e->act.act))
        return;
    memmove(b->at + 1, b->at, sizeof b->at - sizeof b->at[0]);
    b->at[0] = e->at;
    b->broken += b->acts++ >= PLAYER_ACTS_A_MINUTE && e->at - b->at[PLAYER_ACTS_A_MINUTE] < 60;
}

/* One mouth and two hands, for all alike; and nobody runs against the same door for ever. */
static void test_budget_and_refusals(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
        struct budget b = {.broken = 0};
        match->watch = watch_budget;
        match->context = &b;
        play(large, kind, 3);
        match->watch = NULL;
        assert_int_equal(b.broken, 0);
        assert_true(b.acts >= 20);
        int32_t most = kind == PLAYER_RANDOM ? 25 : 2;
        if (match->refused * 100 > match->commands * most)
            fail_msg("%s: %lld of %lld refused", player_word(kind), (long long)match->refused, (long long)match->commands);
    }
}

/* --- true to their names --- */

static int32_t acts[SIM_CMD_COUNT], spoken, by_others;

static void watch_acts(void *context, const struct match *m, const struct sim_event *e)
{
    (void)context;
    (void)m;
    if (e->kind == SIM_EV_ACT && sim_command_is_act(e->act.act)) {
        acts[e->act.act]++;
        spoken += e->act.customer >= 0;
    }
    by_others += e->kind == SIM_EV_WORK_STARTED && e->work_started.member != 0;
}

static void count_in(const struct scenario *sc, int32_t kind, uint64_t seed)
{
    memset(acts, 0, sizeof acts);
    spoken = by_others = 0;
    match->watch = watch_acts;
    play(sc, kind, seed);
    match->watch = NULL;
}

static void count(int32_t kind, uint64_t seed)
{
    count_in(large, kind, seed);
}

static int32_t claims_ahead(void)
{
    int32_t n = 0;
    for (int32_t k = 0; k < match->state.claim_count; k++)
        n += match->state.claims[k].verdict >= VERDICT_LUCKY;
    return n;
}

static int32_t promises(int32_t state)
{
    int32_t n = 0;
    for (int32_t k = 0; k < match->state.promise_count; k++)
        n += match->state.promises[k].state == state;
    return n;
}

static void test_the_silent_never_speak(void **state)
{
    (void)state;
    count(PLAYER_TECHNICIAN, 5);
    assert_int_equal(spoken, 0);
    assert_true(acts[SIM_CMD_WORK] >= 20);
    count(PLAYER_ACKNOWLEDGER, 5);
    assert_int_equal(spoken, acts[SIM_CMD_ACKNOWLEDGE]);
    assert_true(spoken > 0);
}

static void test_who_means_well_does_it_all(void **state)
{
    (void)state;
    count(PLAYER_CUSTOMER_FOCUSED, 5);
    static const int32_t done[] = {SIM_CMD_ASK, SIM_CMD_UPDATE, SIM_CMD_WORK, SIM_CMD_VERIFY, SIM_CMD_CLOSE, SIM_CMD_HAND_PRIORITY,
                                   SIM_CMD_AGREE_CONDITIONS, SIM_CMD_RETEST_CONDITIONS, SIM_CMD_PROACTIVE};
    for (size_t k = 0; k < sizeof done / sizeof *done; k++)
        assert_true(acts[done[k]] > 0);
    assert_int_equal(acts[SIM_CMD_BLAME] + acts[SIM_CMD_REFUSE] + acts[SIM_CMD_DECIDE_OURSELVES], 0);
    assert_int_equal(claims_ahead(), 0);
    assert_true(promises(PROMISE_KEPT) >= 20);
    assert_int_equal(promises(PROMISE_DROPPED), 0);
}

static void test_vices(void **state)
{
    (void)state;
    count(PLAYER_PLEASER, 5);
    assert_true(claims_ahead() >= 20);
    count(PLAYER_FORGETTER, 5);
    assert_true(promises(PROMISE_DROPPED) > promises(PROMISE_KEPT));
    count(PLAYER_GATEKEEPER, 5);
    assert_true(acts[SIM_CMD_REFUSE] > 0);
    assert_int_equal(acts[SIM_CMD_HAND_PRIORITY] + acts[SIM_CMD_VERIFY], 0);
    count_in(small, PLAYER_GATEKEEPER, 5);
    assert_true(acts[SIM_CMD_DECIDE_OURSELVES] > 0);
    count(PLAYER_HERO, 5);
    assert_int_equal(by_others, 0);
    assert_true(acts[SIM_CMD_WORK] >= 10);
}

static void test_cheats(void **state)
{
    (void)state;
    count(PLAYER_NO_PROMISE, 5);
    assert_int_equal(match->state.promise_count, 0);
    count(PLAYER_NO_CLAIM, 5);
    assert_int_equal(acts[SIM_CMD_UPDATE], 0);
    count(PLAYER_NEVER_CLOSES, 5);
    assert_int_equal(acts[SIM_CMD_CLOSE] + acts[SIM_CMD_VERIFY], 0);
    count(PLAYER_TALKER, 5);
    assert_int_equal(acts[SIM_CMD_WORK], 0);
    count(PLAYER_RENEGOTIATOR, 5);
    assert_true(acts[SIM_CMD_RENEGOTIATE] > 10);
    count(PLAYER_CORRECTOR, 5);
    assert_true(claims_ahead() > 10);
    count(PLAYER_COMPLAINER, 5);
    assert_true(acts[SIM_CMD_RESOLVE_COMPLAINT] >= 10);
    count(PLAYER_BEGGAR, 5);
    assert_true(acts[SIM_CMD_APOLOGISE] > 0);
    count(PLAYER_DO_NOT_KNOW, 5);
    for (int32_t k = 0; k < match->state.claim_count; k++)
        assert_int_equal(match->state.claims[k].claim, CLAIM_DO_NOT_KNOW);
}

/* --- better is better --- */

static double raw(enum score which)
{
    struct score_counts c = score_of_state(&match->state, -1, which);
    return c.possible > 0 ? (double)c.points / c.possible : 0;
}

/* On means over a few sessions: the full proof is the trial's. */
static void test_more_care_scores_more(void **state)
{
    (void)state;
    static const int32_t ladder[] = {PLAYER_TECHNICIAN, PLAYER_GRADED_25, PLAYER_GRADED_50, PLAYER_GRADED_75, PLAYER_GRADED_90,
                                     PLAYER_CUSTOMER_FOCUSED};
    enum { STEPS = sizeof ladder / sizeof *ladder, SEEDS = 30 };
    double sums[STEPS][SCORE_COUNT] = {{0}};
    for (int step = 0; step < STEPS; step++)
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            play(large, ladder[step], seed);
            for (int which = 0; which < SCORE_COUNT; which++)
                sums[step][which] += raw((enum score)which);
        }
    for (int step = 1; step < STEPS; step++)
        for (int which = 0; which < SCORE_COUNT; which++)
            assert_true(sums[step][which] > sums[step - 1][which]);
    for (int which = 0; which < SCORE_COUNT; which++)
        assert_true(sums[STEPS - 1][which] > 0.9 * SEEDS);
}

/* What is cared for at 25 percent is cared for at 50 too. */
static void test_grades_are_nested(void **state)
{
    (void)state;
    static int32_t touched[2][SIM_INCIDENTS];
    for (uint64_t seed = 1; seed <= 5; seed++) {
        static const int32_t kinds[2] = {PLAYER_GRADED_25, PLAYER_GRADED_75};
        int32_t more = 0;
        for (int k = 0; k < 2; k++) {
            play(large, kinds[k], seed);
            for (incident_id i = 0; i < match->state.incident_count; i++)
                touched[k][i] = match->state.incidents[i].open ? match->state.incidents[i].first_contact >= 0 : -1;
        }
        for (incident_id i = 0; i < match->state.incident_count; i++) {
            if (touched[0][i] == 1 && touched[1][i] == 0)
                fail_msg("incident %s of seed %d", large->incidents[i].id, (int)seed);
            more += touched[1][i] == 1 && touched[0][i] == 0;
        }
        assert_true(more > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_name_each_player_once), cmocka_unit_test(test_same_seed_same_session),
        cmocka_unit_test(test_budget_and_refusals),         cmocka_unit_test(test_the_silent_never_speak),
        cmocka_unit_test(test_who_means_well_does_it_all),  cmocka_unit_test(test_vices),
        cmocka_unit_test(test_cheats),                      cmocka_unit_test(test_more_care_scores_more),
        cmocka_unit_test(test_grades_are_nested),
    };
    return cmocka_run_group_tests(tests, load, drop);
}
