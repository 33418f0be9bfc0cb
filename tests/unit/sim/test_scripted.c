/* Scripted moments, events and conditions. */
#include "fixture.h"

#include "sim/figures.h"
#include "sim/scripted.h"

static int setup(void **state)
{
    struct play *p = play_new(2);
    play_start(p, FIX_MORNING);
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static int32_t calls(const struct play *p)
{
    return seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1);
}

static void test_opens_when_all_holds(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 12) + 59);
    assert_int_equal(calls(p), -1);
    play_to(p, FIX_TIME(9, 13));
    assert_int_equal(calls(p), OUTCOME_OPEN);
    assert_int_equal(made_count(p, SIM_EV_SAID), 1);
}

static void test_does_not_open_while_talking(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 10));
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_to(p, FIX_TIME(9, 17));
    assert_int_equal(calls(p), -1);
    play_to(p, FIX_TIME(9, 18));
    assert_int_equal(calls(p), OUTCOME_OPEN);
}

static void test_met(void **state)
{
    struct play *p = *state;
    fix_calls_anyway(FIX_TIME(9, 13));
    play_to(p, FIX_TIME(9, 16));
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IMPACT);   /* not to her */
    assert_int_equal(calls(p), OUTCOME_OPEN);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);   /* in the last second */
    assert_int_equal(calls(p), OUTCOME_MET);
}

/* She calls because nobody spoke with her: the answer is owed and wins nothing, no answer is missed. */
static void test_what_only_silence_opens_cannot_be_won(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(calls(p), OUTCOME_OPEN);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    assert_int_equal(calls(p), OUTCOME_NONE);
    struct play *other = play_new(2);
    play_start(other, FIX_MORNING);
    play_to(other, FIX_TIME(9, 17));
    assert_int_equal(calls(other), OUTCOME_MISSED);
    free(other);
}

static void test_partly_may_become_met(void **state)
{
    struct play *p = *state;
    fix_calls_anyway(FIX_TIME(9, 13));
    play_to(p, FIX_TIME(9, 14));
    play_two(p, SIM_CMD_ACKNOWLEDGE, FIX_FROZEN, FIX_MARA);
    assert_int_equal(calls(p), OUTCOME_PARTLY);
    play_to(p, FIX_TIME(9, 15));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(calls(p), OUTCOME_MET);
}

static void test_missed_costs_a_question_ignored(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 16));
    assert_int_equal(calls(p), OUTCOME_OPEN);
    play_to(p, FIX_TIME(9, 16) + 1);
    assert_int_equal(calls(p), OUTCOME_MISSED);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_QUESTION_IGNORED), -FALL_QUESTION_IGNORED);
}

static void test_broken(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 14));
    struct sim_command c = sim_command_make(SIM_CMD_BLAME);
    c.blame.customer = FIX_MARA;
    c.blame.incident = FIX_FROZEN;
    c.blame.target = 1;
    play_do(p, &c);
    assert_int_equal(calls(p), OUTCOME_BROKEN);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_BLAMED), -FALL_BLAMED_USER);
}

static void test_an_assurance_ahead_is_no_answer(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 14));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    assert_int_equal(calls(p), OUTCOME_OPEN);
    play_to(p, FIX_TIME(10, 11));
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_EVENING, -1, -1), OUTCOME_OPEN);
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_FIXED, -1);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_EVENING, -1, -1), OUTCOME_BROKEN);   /* an honest-updates moment */
}

static void test_events(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 30));
    assert_int_equal(made_count(p, SIM_EV_HAPPENED), 1);
    assert_int_equal(made_trust(p, FIX_INES, REASON_EVENT), -2 * FIGURE_POINT);
    assert_int_equal(p->state.offer, 1);
    play_end(p);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(14, 0));
    assert_int_equal(p->state.services[FIX_BAGS].level, LEVEL_DOWN);   /* worse than the scale's fault */
}

static void test_left_out_by_tag(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_setup with = fix_setup(1);
    with.left_out = 1;
    sim_begin(&p->state, p->sc, &with);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(10, 40));
    assert_int_equal(p->state.offer, 0);
    assert_int_equal(p->state.sheet[sim_sheet_index(p->sc, SHEET_EVENT, FIX_BOARD)].status, SHEET_SKIPPED);
    free(p);
}

static void test_an_opportunity_stays_away_from_lost_trust(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 0));
    for (int k = 0; k < 2; k++) {
        struct sim_command c = sim_command_make(SIM_CMD_BLAME);
        c.blame.customer = FIX_INES;
        c.blame.incident = NOBODY;
        c.blame.target = 1;
        play_do(p, &c);
    }
    play_to(p, FIX_TIME(10, 12));
    assert_int_equal(p->state.incidents[FIX_KIOSK].open, 0);
    assert_int_equal(p->state.sheet[FIX_KIOSK].status, SHEET_SKIPPED);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_INCIDENT, FIX_KIOSK), REFUSAL_NONE);   /* the facilitator may still bring it */
    assert_int_equal(p->state.incidents[FIX_KIOSK].open, 1);
}

/* --- conditions one by one, against a state that is known --- */

static int holds(const struct play *p, struct condition c)
{
    struct condition_owner owner = {FIX_TIME(9, 0), 1, 1, 1, 9};
    fix_condition_list[9] = c;
    return condition_holds(&p->state, p->sc, 9, &owner);
}

static struct condition cond(enum condition_op op, int32_t ref, int32_t value)
{
    return (struct condition){.op = op, .ref = ref, .extra = NOBODY, .value = value, .first_child = NOBODY, .next = NOBODY};
}

static struct condition cond_side(enum condition_op op, enum condition_side side, int32_t value)
{
    struct condition c = cond(op, FIX_MARA, value);
    c.side = side;
    return c;
}

static void test_conditions(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 6));
    assert_true(holds(p, cond(COND_AT, NOBODY, FIX_TIME(9, 6))));
    assert_false(holds(p, cond(COND_AT, NOBODY, FIX_TIME(9, 6) + 1)));
    assert_true(holds(p, cond(COND_AFTER, NOBODY, 360)));
    assert_false(holds(p, cond(COND_AFTER, NOBODY, 361)));
    assert_true(holds(p, cond(COND_FACT, FIX_FROZEN_SYMPTOM, 0)));
    assert_false(holds(p, cond(COND_FACT, FIX_FROZEN_CAUSE, 0)));
    assert_true(holds(p, cond(COND_SERVICE, FIX_CHECK_IN, LEVEL_DOWN)));
    assert_true(holds(p, cond_side(COND_TRUST, SIDE_FROM, 60)));
    assert_false(holds(p, cond_side(COND_TRUST, SIDE_BELOW, 60)));
    assert_true(holds(p, cond_side(COND_TRUST, SIDE_BELOW, 61)));
    assert_true(holds(p, cond_side(COND_SATISFACTION, SIDE_FROM, 50)));
    assert_true(holds(p, cond(COND_INCIDENT, FIX_FROZEN, INCIDENT_UNTOUCHED)));
    assert_false(holds(p, cond(COND_INCIDENT, FIX_BADGES, INCIDENT_OPEN)));
    assert_false(holds(p, cond(COND_SILENT, FIX_MARA, 0)));
    assert_true(holds(p, cond(COND_SILENT, FIX_MARA, 300)));
    assert_false(holds(p, cond(COND_IMPROVEMENT, 0, 0)));
    assert_true(holds(p, cond(COND_CHANCE, NOBODY, 100)));
    assert_false(holds(p, cond(COND_CHANCE, NOBODY, 0)));
    assert_false(holds(p, cond(COND_WORK, FIX_FROZEN_LOOK, STAGE_STARTED)));
    play_work(p, FIX_FROZEN_LOOK);
    assert_true(holds(p, cond(COND_WORK, FIX_FROZEN_LOOK, STAGE_STARTED)));
    assert_false(holds(p, cond(COND_WORK, FIX_FROZEN_LOOK, STAGE_ENDED)));
    assert_false(holds(p, cond(COND_INCIDENT, FIX_FROZEN, INCIDENT_UNTOUCHED)));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 8));
    assert_true(holds(p, cond(COND_PROMISE, FIX_MARA, STAGE_OPEN)));
    play_to(p, FIX_TIME(9, 9));
    assert_true(holds(p, cond(COND_PROMISE, FIX_MARA, STAGE_LATE)));
    assert_false(holds(p, cond(COND_PROMISE, FIX_MARA, STAGE_KEPT)));
    play_to(p, FIX_TIME(9, 20));
    assert_true(holds(p, cond(COND_WORK, FIX_FROZEN_LOOK, STAGE_ENDED)));
    assert_true(holds(p, cond(COND_COUNT_MOMENTS, OUTCOME_WORD_MISSED, 1)));
    assert_false(holds(p, cond(COND_COUNT_MOMENTS, OUTCOME_WORD_BROKEN, 1)));
}

static void test_conditions_with_children(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 6));
    fix_condition_list[10] = cond(COND_AFTER, NOBODY, 0);
    fix_condition_list[10].next = 11;
    fix_condition_list[11] = cond(COND_AFTER, NOBODY, 100000);
    struct condition both = cond(COND_ALL, NOBODY, 0);
    both.first_child = 10;
    assert_false(holds(p, both));
    both.op = COND_ANY;
    assert_true(holds(p, both));
    both.op = COND_NOT;
    assert_false(holds(p, both));
    both.first_child = 11;
    assert_true(holds(p, both));
}

static void test_chance_is_drawn_once(void **state)
{
    struct play *p = *state;
    int hits = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct sim_setup with = fix_setup(seed);
        sim_begin(&p->state, p->sc, &with);
        int first = holds(p, cond(COND_CHANCE, NOBODY, 30));
        play_start(p, FIX_MORNING);
        play_to(p, FIX_TIME(9, 30));
        assert_int_equal(holds(p, cond(COND_CHANCE, NOBODY, 30)), first);
        hits += first;
    }
    assert_in_range(hits, 40, 80);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_opens_when_all_holds), TEST(test_does_not_open_while_talking), TEST(test_met), TEST(test_what_only_silence_opens_cannot_be_won), TEST(test_partly_may_become_met),
        TEST(test_missed_costs_a_question_ignored), TEST(test_broken), TEST(test_an_assurance_ahead_is_no_answer), TEST(test_events),
        cmocka_unit_test(test_left_out_by_tag), TEST(test_an_opportunity_stays_away_from_lost_trust), TEST(test_conditions),
        TEST(test_conditions_with_children), TEST(test_chance_is_drawn_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
