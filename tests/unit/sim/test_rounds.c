/* Rounds, the clock, services, feelings and the figures beside the scores. */
#include "fixture.h"

#include "sim/figures.h"

static int setup(void **state)
{
    *state = play_new(12);
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static void test_order_of_rounds(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(9, 0)), REFUSAL_NO_ROUND);
    assert_int_equal(play_one(p, SIM_CMD_START_ROUND, 3), REFUSAL_NO_SUCH);
    play_start(p, FIX_MORNING);
    assert_int_equal(play_one(p, SIM_CMD_START_ROUND, FIX_AFTERNOON), REFUSAL_ROUND_RUNNING);
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(8, 59)), REFUSAL_TIME_BACKWARDS);
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(11, 0) + 1), REFUSAL_AFTER_ROUND);
    assert_int_equal(play_one(p, SIM_CMD_FINISH, 0), REFUSAL_ROUND_RUNNING);
    play_end(p);
    assert_int_equal(play_one(p, SIM_CMD_START_ROUND, FIX_MORNING), REFUSAL_ALREADY_OVER);
    assert_int_equal(play_one(p, SIM_CMD_END_ROUND, 0), REFUSAL_NO_ROUND);
    assert_int_equal(play_one(p, SIM_CMD_FINISH, 0), REFUSAL_NONE);
    assert_int_equal(play_one(p, SIM_CMD_START_ROUND, FIX_AFTERNOON), REFUSAL_FINISHED);
    assert_int_equal(play_two(p, SIM_CMD_ACKNOWLEDGE, FIX_FROZEN, FIX_MARA), REFUSAL_FINISHED);
}

static void test_pause(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    assert_int_equal(play_one(p, SIM_CMD_PAUSE, 1), REFUSAL_NONE);
    assert_int_equal(play_one(p, SIM_CMD_PAUSE, 1), REFUSAL_SAME);
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(9, 7)), REFUSAL_PAUSED);
    assert_int_equal(play_two(p, SIM_CMD_ACKNOWLEDGE, FIX_FROZEN, FIX_MARA), REFUSAL_NONE);
    assert_int_equal(play_one(p, SIM_CMD_PAUSE, 0), REFUSAL_NONE);
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(9, 7)), REFUSAL_NONE);
}

static void test_warm_up_leaves_no_mark(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_WARM_UP);
    play_to(p, FIX_TIME(8, 2));
    play_two(p, SIM_CMD_REFUSE, FIX_HELLO, FIX_MARA);
    assert_true(p->state.customers[FIX_MARA].trust < 60 * FIGURE_POINT);
    play_end(p);
    assert_int_equal(p->state.customers[FIX_MARA].trust, 60 * FIGURE_POINT);
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, 65 * FIGURE_POINT);
    assert_true(p->state.moment_count > 0);
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&p->state, -1, (enum score)k);
        assert_int_equal(score_moments(&c), 0);
    }
}

static void test_an_untouched_session_scores_zero(void **state)
{
    struct play *p = *state;
    for (round_id r = 0; r < FIX_ROUNDS; r++) {
        play_start(p, r);
        play_end(p);
    }
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&p->state, -1, (enum score)k);
        assert_int_equal(c.points, 0);
        assert_int_equal(c.met + c.partly + c.broken, 0);
        assert_true(c.missed >= 5);
        assert_int_equal(score_percent(&c), 0);
    }
    struct round_figures f = score_figures(&p->state, p->sc, FIX_AFTERNOON);
    assert_int_equal(f.delivered, 0);
    assert_int_equal(f.value_lost, f.value_possible);
}

static void test_moments_are_fixed_before_play(void **state)
{
    struct play *p = *state;
    int32_t counted[SCORE_COUNT];
    play_start(p, FIX_MORNING);
    play_end(p);
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&p->state, -1, (enum score)k);
        counted[k] = score_moments(&c);
    }
    struct play *q = play_new(12);
    play_start(q, FIX_MORNING);
    play_to(q, FIX_TIME(9, 30));
    play_two(q, SIM_CMD_REFUSE, FIX_FROZEN, FIX_MARA);
    play_two(q, SIM_CMD_REFUSE, FIX_BADGES, FIX_OLOF);
    play_one(q, SIM_CMD_CLOSE, FIX_FROZEN);
    play_end(q);
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&q->state, -1, (enum score)k);
        assert_int_equal(score_moments(&c), counted[k]);   /* refusing and closing make none go away */
    }
    free(q);
}

static void test_the_round_ends_early(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 25));
    play_work(p, FIX_FROZEN_LOOK);
    struct sim_command end = sim_command_make(SIM_CMD_END_ROUND);
    end.end_round.early = 1;
    play_do(p, &end);
    assert_int_equal(p->state.works[0].how, WORK_OVERTAKEN);
    assert_int_equal(p->state.members[1].work, NOBODY);
    assert_int_equal(p->state.incidents[FIX_FROZEN].how, MARK_LEFT);
    assert_int_equal(p->state.incidents[FIX_MOVE].open, 1);
    assert_int_equal(p->state.services[FIX_CHECK_IN].lost, 20 * 900);
    assert_int_equal(p->state.services[FIX_CHECK_IN].stake, 20 * 900);
    assert_int_equal(seen_outcome(p, MOMENT_CONFIRMED, FIX_FROZEN, -1, -1), OUTCOME_NONE);   /* its target was still to come */
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_FROZEN, -1, -1), OUTCOME_MISSED);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_BADGES, -1, -1), OUTCOME_NONE);  /* five minutes old */
}

static void test_projects_carry_over(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 11));
    play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES);
    play_end(p);
    play_start(p, FIX_AFTERNOON);
    assert_int_equal(p->state.incidents[FIX_MOVE].open, 1);
    assert_int_equal(play_two(p, SIM_CMD_RETEST_CONDITIONS, FIX_MOVE, 2), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_RETEST, FIX_MOVE, -1, 2), OUTCOME_MET);
    assert_int_equal(p->state.incidents[FIX_MOVE].window_from, FIX_TIME(13, 0));
    play_end(p);
    assert_int_equal(play_one(p, SIM_CMD_FINISH, 0), REFUSAL_NONE);
    for (int32_t k = 0; k < p->state.moment_count; k++)
        assert_int_not_equal(p->state.moments[k].outcome, OUTCOME_OPEN);
}

static void test_value_and_targets(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    assert_int_equal(p->state.services[FIX_CHECK_IN].stake, 115 * 900);   /* until eleven, were nothing done */
    play_work(p, FIX_FROZEN_LOOK);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    play_work(p, FIX_FROZEN_OPEN_A);
    play_to(p, FIX_TIME(9, 10));
    assert_int_equal(p->state.services[FIX_CHECK_IN].level, LEVEL_DEGRADED);
    assert_int_equal(p->state.services[FIX_CHECK_IN].lost, 4 * 900 + 900 * LOSS_DEGRADED / 100);
    play_to(p, FIX_TIME(9, 20));
    play_work(p, FIX_FROZEN_RENEW);
    play_to(p, FIX_TIME(9, 55));
    struct round_figures f = score_figures(&p->state, p->sc, FIX_MORNING);
    assert_int_equal(f.targets_met, 1);
    assert_int_equal(f.targets, 1);
    assert_in_range(f.delivered, 80, 99);
    assert_int_equal(f.value_possible, 115 * 900 + 500);   /* check-in, and the badges' own value */
}

static void test_overdue_target(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(10, 5));
    assert_int_equal(made_trust(p, FIX_MARA, REASON_OVERDUE_WORK), 0);
    play_to(p, FIX_TIME(10, 5) + 1);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_OVERDUE_WORK), -FALL_OVERDUE);
}

static void test_satisfaction_follows_the_situation(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 5));
    int32_t before = p->state.customers[FIX_MARA].satisfaction;
    int32_t rest = FIGURE_REST + 60 * FIGURE_POINT / 100 * FIGURE_REST_TRUST;
    play_to(p, FIX_TIME(9, 6));
    int32_t drift = (rest - before) * FIGURE_DRIFT / 100;
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, before + drift + MINUTE_DOWN);
    play_to(p, FIX_TIME(9, 13));
    before = p->state.customers[FIX_MARA].satisfaction;
    drift = (rest - before) * FIGURE_DRIFT / 100;
    play_to(p, FIX_TIME(9, 14));   /* beyond her patience */
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, before + drift + MINUTE_DOWN + MINUTE_SILENT);
}

static void test_mood(void **state)
{
    struct play *p = *state;
    static const struct { int32_t trust, satisfaction; enum mood mood; } rows[] = {
        {80, 80, MOOD_DELIGHTED}, {79, 80, MOOD_CALM}, {58, 58, MOOD_CALM}, {58, 57, MOOD_WORRIED}, {42, 42, MOOD_WORRIED},
        {42, 41, MOOD_ANNOYED}, {26, 26, MOOD_ANNOYED}, {26, 25, MOOD_FURIOUS}, {0, 0, MOOD_FURIOUS}, {100, 100, MOOD_DELIGHTED},
    };
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        p->state.customers[FIX_MARA].trust = rows[k].trust * FIGURE_POINT;
        p->state.customers[FIX_MARA].satisfaction = rows[k].satisfaction * FIGURE_POINT;
        assert_int_equal(sim_mood(&p->state, p->sc, FIX_MARA), rows[k].mood);
    }
}

static void test_mood_is_a_step_worse_while_left_waiting(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 8));
    assert_int_equal(sim_mood(&p->state, p->sc, FIX_MARA), MOOD_CALM);   /* nothing was said since nine, within patience */
    play_to(p, FIX_TIME(9, 8) + 1);
    assert_int_equal(sim_mood(&p->state, p->sc, FIX_MARA), MOOD_WORRIED);
    assert_int_equal(sim_mood(&p->state, p->sc, FIX_INES), MOOD_CALM);
}

static void test_conversation_cost(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    struct sim_command ask = cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT), other = cmd_ask(FIX_FROZEN, FIX_INES, ASK_IDEAS);
    struct sim_command work = sim_command_make(SIM_CMD_WORK);
    work.work.work = FIX_FROZEN_LOOK;
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 120);
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &work), 0);
    play_do(p, &ask);
    play_to(p, FIX_TIME(9, 8));
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 0);     /* still talking to her */
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &other), 120);
    play_to(p, FIX_TIME(9, 8) + 1);
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 120);
}

/* What being asked about this work wins. */
static int32_t consulted(struct play *p, work_id w)
{
    struct sim_command ask = cmd_ask(FIX_FROZEN, FIX_MARA, ASK_GO_AHEAD);
    ask.ask.work = w;
    play_do(p, &ask);
    return made_trust(p, FIX_MARA, REASON_CONSULTED);
}

static void test_gains_once_a_window(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    static const work_id works[] = {FIX_FROZEN_LOOK, FIX_FROZEN_OPEN_A, FIX_FROZEN_RENEW};
    struct work was[3];
    for (int k = 0; k < 3; k++) {   /* all three are hers to agree to, and possible */
        was[k] = fix_works[works[k]];
        fix_works[works[k]].consult = FIX_MARA;
        fix_works[works[k]].needs = 0;
    }
    assert_int_equal(consulted(p, works[0]), RISE_CONSULTED);
    int32_t satisfaction = p->state.customers[FIX_MARA].satisfaction;
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_URGENCY);
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, satisfaction);
    play_to(p, FIX_TIME(9, 25));
    assert_int_equal(consulted(p, works[1]), 0);
    play_to(p, FIX_TIME(9, 26));
    assert_int_equal(consulted(p, works[2]), RISE_CONSULTED);
    for (int k = 0; k < 3; k++)
        fix_works[works[k]] = was[k];
}

static void test_apologies_and_help_are_counted(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    int32_t trust = p->state.customers[FIX_MARA].trust;
    play_two(p, SIM_CMD_APOLOGISE, FIX_MARA, FIX_FROZEN);
    assert_int_equal(p->state.customers[FIX_MARA].trust, trust);   /* nothing is owed */
    play_two(p, SIM_CMD_BLAME, FIX_MARA, FIX_FROZEN);
    play_two(p, SIM_CMD_APOLOGISE, FIX_MARA, FIX_FROZEN);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_APOLOGY), RISE_APOLOGY);
    play_to(p, FIX_TIME(9, 40));
    trust = p->state.customers[FIX_MARA].owed;
    while (p->state.customers[FIX_MARA].apologies < trust) {
        play_to(p, p->state.now + FIGURE_GAIN_PAUSE);
        play_two(p, SIM_CMD_APOLOGISE, FIX_MARA, FIX_FROZEN);
        trust = p->state.customers[FIX_MARA].owed;
    }
    int32_t helped = p->state.customers[FIX_OLOF].satisfaction;
    play_two(p, SIM_CMD_PROACTIVE, FIX_OLOF, NOBODY);
    assert_int_equal(p->state.customers[FIX_OLOF].satisfaction, helped + MOOD_HELPED);
    play_two(p, SIM_CMD_PROACTIVE, FIX_OLOF, NOBODY);
    assert_int_equal(p->state.customers[FIX_OLOF].satisfaction, helped + MOOD_HELPED + MOOD_FOR_NOTHING);
}

static void test_what_was_new_becomes_usual(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    play_end(p);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 6));
    int32_t before = p->state.customers[FIX_MARA].satisfaction;
    play_ask(p, FIX_AGAIN, FIX_MARA, ASK_IMPACT);
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction - before, MOOD_ASKED * (100 - FIGURE_FADE) / 100);
}

/* More than one decision can hold: refused whole, and done in smaller steps. */
static void test_too_much_for_one_leap(void **state)
{
    struct play *p = *state;
    play_start(p, FIX_MORNING);
    struct sim_command c = sim_command_make(SIM_CMD_INJECT);
    c.inject.customer = FIX_OLOF;
    c.inject.patience = 60;
    c.text = 1;
    for (int k = 0; k < LIMIT_INJECTED; k++)
        play_do(p, &c);
    uint64_t before = sim_digest(&p->state, p->sc);
    assert_int_equal(play_one(p, SIM_CMD_ADVANCE, FIX_TIME(11, 0)), REFUSAL_FULL);
    assert_true(sim_digest(&p->state, p->sc) == before);
    while (p->state.now < FIX_TIME(11, 0))
        play_to(p, p->state.now + 60);
    assert_int_equal(p->state.moment_count, SIM_MOMENTS);   /* no room for more: none more are counted */
    play_end(p);
    assert_int_equal(p->state.phase, PHASE_BETWEEN);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_order_of_rounds), TEST(test_pause), TEST(test_warm_up_leaves_no_mark), TEST(test_an_untouched_session_scores_zero),
        TEST(test_moments_are_fixed_before_play), TEST(test_the_round_ends_early), TEST(test_projects_carry_over),
        TEST(test_value_and_targets), TEST(test_overdue_target), TEST(test_satisfaction_follows_the_situation), TEST(test_mood),
        TEST(test_mood_is_a_step_worse_while_left_waiting), TEST(test_conversation_cost), TEST(test_gains_once_a_window),
        TEST(test_apologies_and_help_are_counted), TEST(test_what_was_new_becomes_usual),
        TEST(test_too_much_for_one_leap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
