/* Every state of a promise, and what it counts as. */
#include "fixture.h"

#include "sim/figures.h"

static int setup(void **state)
{
    struct play *p = play_new(5);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    play_work(p, FIX_FROZEN_LOOK);   /* somebody is on it: no call is hollow */
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static const struct sim_promise *promise(const struct play *p, int32_t k)
{
    assert_true(k < p->state.promise_count);
    return &p->state.promises[k];
}

static void test_kept(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);   /* a contact is not an update */
    play_to(p, FIX_TIME(9, 10));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
    assert_int_equal(promise(p, 0)->counts, OUTCOME_MET);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_KEPT), RISE_KEPT);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_MET);
}

static void test_kept_in_the_second_it_is_due(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    play_to(p, FIX_TIME(9, 12));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
}

static void test_another_incident_keeps_nothing(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 41));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 45));
    play_update(p, FIX_WHO_FIRST, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);
    play_update(p, FIX_FROZEN, FIX_INES, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);   /* nor does telling somebody else */
}

static void test_an_assurance_ahead_keeps_nothing(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FIXED, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);
}

static void test_late(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    play_to(p, FIX_TIME(9, 12) + 1);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_LATE);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_LATE), -FALL_LATE);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_PARTLY);
}

static void test_dropped(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    play_to(p, FIX_TIME(9, 12) + FIGURE_DROPPED * 480);
    assert_int_equal(promise(p, 0)->state, PROMISE_OPEN);
    play_to(p, p->state.now + 1);
    assert_int_equal(promise(p, 0)->state, PROMISE_DROPPED);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_DROPPED), -FALL_DROPPED);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_BROKEN);
}

static void test_renegotiated(void **state)
{
    struct play *p = *state;
    int32_t act = play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));
    struct sim_command c = sim_command_make(SIM_CMD_RENEGOTIATE);
    c.renegotiate.act = act;
    c.renegotiate.due = FIX_TIME(9, 20);
    play_to(p, FIX_TIME(9, 11));
    play_do(p, &c);
    assert_int_equal(promise(p, 0)->state, PROMISE_RENEGOTIATED);
    assert_int_equal(promise(p, 0)->counts, OUTCOME_MET);   /* work is under way: there is news */
    assert_int_equal(promise(p, 1)->renegotiates, act);
    c.renegotiate.act = p->state.acts;
    assert_int_equal(play_try(p, &c), REFUSAL_RENEGOTIATED_ONCE);
    c.renegotiate.act = act;
    assert_int_equal(play_try(p, &c), REFUSAL_ALREADY_OVER);
    play_to(p, FIX_TIME(9, 19));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(promise(p, 1)->state, PROMISE_KEPT);
}

static void test_renegotiated_without_news(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    int32_t act = play_promise(p, FIX_BADGES, FIX_OLOF, FIX_TIME(9, 30));
    struct sim_command c = sim_command_make(SIM_CMD_RENEGOTIATE);
    c.renegotiate.act = act;
    c.renegotiate.due = FIX_TIME(9, 40);
    play_to(p, FIX_TIME(9, 30) + 1);
    assert_int_equal(play_try(p, &c), REFUSAL_TOO_LATE);
    play_to(p, FIX_TIME(9, 32));
    act = play_promise(p, FIX_BADGES, FIX_OLOF, FIX_TIME(9, 50));
    c.renegotiate.act = act;
    c.renegotiate.due = FIX_TIME(9, 55);
    play_do(p, &c);
    assert_int_equal(promise(p, 1)->counts, OUTCOME_PARTLY);
}

static void test_far_is_at_most_partly_met(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, p->state.now + 2 * 480 + 1);
    assert_true(promise(p, 0)->far);
    play_to(p, p->state.now + 121);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
    assert_int_equal(promise(p, 0)->counts, OUTCOME_PARTLY);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_KEPT), 0);
    play_promise(p, FIX_FROZEN, FIX_MARA, p->state.now + 2 * 480);
    assert_false(promise(p, 1)->far);
}

static void test_a_hollow_call_is_at_most_partly_met(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    play_update(p, FIX_BADGES, FIX_OLOF, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 30));
    play_to(p, FIX_TIME(9, 30));
    play_update(p, FIX_BADGES, FIX_OLOF, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 44));   /* nobody on it, the desk is free */
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
    assert_int_equal(promise(p, 0)->counts, OUTCOME_PARTLY);
    play_work(p, FIX_BADGES_PRINT);
    play_to(p, FIX_TIME(9, 42));
    play_update(p, FIX_BADGES, FIX_OLOF, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(promise(p, 1)->counts, OUTCOME_MET);
}

static void test_closing_without_telling_drops(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    play_work(p, FIX_BADGES_PRINT);
    play_promise(p, FIX_BADGES, FIX_OLOF, FIX_TIME(9, 45));
    play_promise(p, FIX_BADGES, FIX_INES, FIX_TIME(9, 40));
    play_to(p, FIX_TIME(9, 35));
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(promise(p, 0)->state, PROMISE_DROPPED);
    assert_int_equal(promise(p, 1)->state, PROMISE_DROPPED);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_BADGES, -1, -1), OUTCOME_BROKEN);
}

static void test_who_confirms_has_heard(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    play_work(p, FIX_BADGES_PRINT);
    play_promise(p, FIX_BADGES, FIX_OLOF, FIX_TIME(9, 45));
    play_promise(p, FIX_BADGES, FIX_INES, FIX_TIME(9, 40));
    play_to(p, FIX_TIME(9, 35));
    assert_int_equal(play_two(p, SIM_CMD_VERIFY, FIX_BADGES, FIX_OLOF), REFUSAL_NONE);
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
    assert_int_equal(promise(p, 1)->state, PROMISE_OPEN);   /* she has not */
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_KEPT), 0);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(promise(p, 1)->state, PROMISE_DROPPED);
}

static void test_void_between_rounds(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 55));
    play_promise(p, FIX_BELT, FIX_OLOF, FIX_TIME(11, 5));
    play_promise(p, FIX_MOVE, FIX_INES, FIX_TIME(11, 5));
    play_promise(p, FIX_MOVE, FIX_INES, FIX_TIME(13, 10));
    play_end(p);
    assert_int_equal(promise(p, 0)->state, PROMISE_VOID);
    assert_int_equal(promise(p, 1)->state, PROMISE_OPEN);   /* a project carries over */
    play_start(p, FIX_AFTERNOON);
    assert_int_equal(promise(p, 1)->state, PROMISE_VOID);
    assert_int_equal(promise(p, 2)->state, PROMISE_OPEN);
    play_update(p, FIX_MOVE, FIX_INES, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(promise(p, 2)->state, PROMISE_KEPT);
}

/* Two minutes overdue when the round ends: nobody can know whether the call would have come, but it did not. */
static void test_overdue_at_the_round_end_is_late(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 50));
    play_promise(p, FIX_BELT, FIX_OLOF, FIX_TIME(10, 58));
    play_end(p);
    assert_int_equal(promise(p, 0)->state, PROMISE_LATE);
    assert_int_equal(promise(p, 0)->counts, OUTCOME_MISSED);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_LATE), -FALL_LATE);
}

static void test_a_far_void_promise_was_no_commitment(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    play_promise(p, FIX_BELT, FIX_OLOF, FIX_TIME(14, 0));
    play_end(p);
    assert_int_equal(promise(p, 0)->state, PROMISE_VOID);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_BELT, -1, -1), OUTCOME_MISSED);
}

static void test_no_commitment_is_missed(void **state)
{
    struct play *p = *state;
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_to(p, FIX_TIME(9, 13));   /* her patience: an early call takes none of it away */
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_OPEN);
    play_to(p, p->state.now + 1);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_MISSED);
}

/* Who calls shortly before the time is up has the time that a conversation needs. */
static void test_a_late_call_leaves_time_to_commit(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 12));
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_to(p, FIX_TIME(9, 17));
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_OPEN);
    play_to(p, p->state.now + 1);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_MISSED);
}

static void test_promises_count_once_a_window_the_worst(void **state)
{
    struct play *p = *state;
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 12));   /* the commitment, and what is promised with it */
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 11));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 8));
    play_to(p, FIX_TIME(9, 10));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    assert_int_equal(seen_moments(p, MOMENT_PROMISE_WINDOW, FIX_FROZEN), 0);
    assert_int_equal(seen_outcome(p, MOMENT_COMMITMENT, FIX_FROZEN, -1, -1), OUTCOME_PARTLY);
    play_to(p, FIX_TIME(9, 14));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 15));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 20));
    play_to(p, FIX_TIME(9, 17));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    play_to(p, FIX_TIME(9, 22));
    assert_int_equal(seen_moments(p, MOMENT_PROMISE_WINDOW, FIX_FROZEN), 1);
    assert_int_equal(seen_outcome(p, MOMENT_PROMISE_WINDOW, FIX_FROZEN, -1, -1), OUTCOME_PARTLY);
}

static void test_discouraged_fix_times_earn_nothing(void **state)
{
    struct play *p = *state;
    struct scenario other = *p->sc;
    other.rules.fix_times = FIX_TIMES_DISCOURAGED;
    p->sc = &other;
    play_to(p, FIX_TIME(9, 20));
    play_work(p, FIX_FROZEN_RENEW);
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY);
    c.update.fix_by = p->state.now + 30 * 60;
    play_do(p, &c);
    int32_t trust = p->state.customers[FIX_MARA].trust;
    for (int k = 0; k < 30 && promise(p, 0)->state == PROMISE_OPEN; k++) {
        play_to(p, p->state.now + 60);
        assert_int_equal(made_trust(p, FIX_MARA, REASON_KEPT), 0);
    }
    assert_int_equal(promise(p, 0)->state, PROMISE_KEPT);
    assert_true(p->state.customers[FIX_MARA].trust <= trust);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_kept), TEST(test_kept_in_the_second_it_is_due), TEST(test_another_incident_keeps_nothing),
        TEST(test_an_assurance_ahead_keeps_nothing), TEST(test_late), TEST(test_dropped), TEST(test_renegotiated),
        TEST(test_renegotiated_without_news), TEST(test_far_is_at_most_partly_met), TEST(test_a_hollow_call_is_at_most_partly_met),
        TEST(test_closing_without_telling_drops), TEST(test_who_confirms_has_heard), TEST(test_void_between_rounds), TEST(test_overdue_at_the_round_end_is_late),
        TEST(test_a_far_void_promise_was_no_commitment), TEST(test_no_commitment_is_missed), TEST(test_a_late_call_leaves_time_to_commit),
        TEST(test_promises_count_once_a_window_the_worst), TEST(test_discouraged_fix_times_earn_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
