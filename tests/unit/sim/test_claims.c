/* Every row of the table of claims, true and not true, and what is found out when. */
#include "fixture.h"

#include "sim/claim.h"
#include "sim/figures.h"

static int setup(void **state)
{
    struct play *p = play_new(3);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static struct sim_claim last_claim(const struct play *p)
{
    assert_true(p->state.claim_count > 0);
    return p->state.claims[p->state.claim_count - 1];
}

static void assert_verdict(struct play *p, enum claim claim, enum claim_verdict verdict)
{
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, claim);
    struct sim_preview seen = sim_preview_update(&p->state, p->sc, &c);
    assert_int_equal(seen.refusal, REFUSAL_NONE);
    assert_int_equal(seen.verdict, verdict);
    play_do(p, &c);
    assert_int_equal(last_claim(p).verdict, verdict);
    assert_int_equal(last_claim(p).supported_by, seen.lacks);
}

static void investigated(struct play *p)
{
    assert_int_equal(play_work(p, FIX_FROZEN_LOOK), REFUSAL_NONE);
    play_to(p, p->state.now + 12 * 60);
    assert_true(sim_fact_known(&p->state, FIX_FROZEN_CAUSE));
}

static void worked_around(struct play *p)
{
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    assert_int_equal(play_work(p, FIX_FROZEN_OPEN_A), REFUSAL_NONE);
    play_to(p, p->state.now + 4 * 60);
    assert_int_equal(p->state.incidents[FIX_FROZEN].level, LEVEL_DEGRADED);
}

static void fixed(struct play *p)
{
    assert_int_equal(play_work(p, FIX_FROZEN_RENEW), REFUSAL_NONE);
    play_to(p, p->state.now + 30 * 60);
    assert_int_equal(p->state.incidents[FIX_FROZEN].level, LEVEL_RUNNING);
}

static void test_do_not_know(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_DO_NOT_KNOW, VERDICT_HONEST);
    assert_int_equal(last_claim(p).settled, CLAIM_HELD);
    investigated(p);
    assert_verdict(p, CLAIM_DO_NOT_KNOW, VERDICT_HONEST_MISTAKE);
    assert_true(last_claim(p).flags & CLAIM_FLAG_UNDERSTATED);
}

static void test_do_not_know_costs_no_trust(void **state)
{
    struct play *p = *state;
    int32_t satisfaction = p->state.customers[FIX_MARA].satisfaction;
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(p->state.customers[FIX_MARA].trust, 60 * FIGURE_POINT);
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, satisfaction + MOOD_DO_NOT_KNOW + MOOD_TOLD);
}

static void test_finding_out(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_FINDING_OUT, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_INVESTIGATION);
    play_to(p, p->state.now + 480);
    assert_int_equal(last_claim(p).settled, CLAIM_OPEN);
    play_to(p, p->state.now + 1);
    assert_int_equal(last_claim(p).settled, CLAIM_FOUND_OUT);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_FINDING_OUT);
    play_work(p, FIX_FROZEN_LOOK);
    assert_verdict(p, CLAIM_FINDING_OUT, VERDICT_HONEST);
}

static void test_finding_out_made_true(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_FINDING_OUT, VERDICT_AHEAD);
    play_to(p, p->state.now + p->sc->rules.conversation + 1);   /* in another breath */
    play_work(p, FIX_FROZEN_LOOK);
    assert_int_equal(last_claim(p).settled, CLAIM_HELD);
    assert_int_equal(last_claim(p).verdict, VERDICT_LUCKY);
    assert_int_equal(claim_outcome(&p->state.claims[0]), OUTCOME_BROKEN);
}

static void test_know_why(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_KNOW_WHY, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_CAUSE);
    investigated(p);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_FROZEN, FIX_MARA, -1), OUTCOME_OPEN);
    play_to(p, p->state.now + 481);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_FROZEN, FIX_MARA, -1), OUTCOME_MISSED);
    assert_int_equal(p->state.claims[0].settled, CLAIM_FOUND_OUT);
    assert_verdict(p, CLAIM_KNOW_WHY, VERDICT_HONEST);
}

static void test_know_why_taken_back(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_KNOW_WHY, VERDICT_AHEAD);
    int32_t wrong = p->state.acts;
    investigated(p);
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY);
    c.update.corrects = wrong;
    play_do(p, &c);
    assert_int_equal(p->state.claims[0].settled, CLAIM_CORRECTED);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_KNOW_WHY / 2);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_CORRECTED), 0);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_FROZEN, FIX_MARA, -1), OUTCOME_PARTLY);
}

static void test_way_around(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_WAY_AROUND, VERDICT_LUCKY);   /* there is one, the team did not know */
    assert_int_equal(last_claim(p).supported_by, LACK_WORKAROUND);
    play_to(p, p->state.now + 481);
    assert_int_equal(last_claim(p).settled, CLAIM_FOUND_OUT);   /* nobody could show it */
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_WAY_AROUND);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    assert_verdict(p, CLAIM_WAY_AROUND, VERDICT_HONEST);
}

static void test_way_around_there_is_none(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    struct sim_command c = cmd_update(FIX_BELT, FIX_OLOF, CLAIM_WAY_AROUND);
    play_do(p, &c);
    assert_int_equal(last_claim(p).verdict, VERDICT_AHEAD);
    play_to(p, p->state.now + 901);
    assert_int_equal(last_claim(p).settled, CLAIM_FOUND_OUT);
}

static void test_under_control(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_UNDER_CONTROL, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_IMPACT);
    play_to(p, p->state.now + 481);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_UNDER_CONTROL);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    assert_verdict(p, CLAIM_UNDER_CONTROL, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_CONTAINED);
    worked_around(p);
    assert_verdict(p, CLAIM_UNDER_CONTROL, VERDICT_HONEST);
    assert_int_equal(last_claim(p).settled, CLAIM_OPEN);
    investigated(p);
    fixed(p);
    assert_int_equal(last_claim(p).settled, CLAIM_HELD);
    assert_int_equal(last_claim(p).verdict, VERDICT_HONEST);
}

static void test_fixed(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_FIXED, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_FIX);
    play_to(p, p->state.now + FIGURE_TRY + 1);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_FIXED);
    investigated(p);
    fixed(p);
    assert_verdict(p, CLAIM_FIXED, VERDICT_HONEST);
    play_to(p, p->state.now + 1201);
    assert_int_equal(last_claim(p).settled, CLAIM_HELD);
}

static void fix_the_belt(struct play *p)
{
    play_to(p, FIX_TIME(10, 1));
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 8));
    assert_int_equal(p->state.incidents[FIX_BELT].level, LEVEL_RUNNING);
}

static void test_fixed_falls_back_is_an_honest_mistake(void **state)
{
    struct play *p = *state;
    fix_the_belt(p);
    struct sim_command c = cmd_update(FIX_BELT, FIX_OLOF, CLAIM_FIXED);
    play_do(p, &c);
    int32_t act = p->state.acts, trust = p->state.customers[FIX_OLOF].trust;
    assert_int_equal(last_claim(p).verdict, VERDICT_HONEST);
    play_to(p, FIX_TIME(10, 19));
    assert_int_equal(p->state.incidents[FIX_BELT].level, LEVEL_DEGRADED);
    assert_int_equal(last_claim(p).verdict, VERDICT_HONEST_MISTAKE);
    assert_int_equal(claim_outcome(&p->state.claims[0]), OUTCOME_MET);
    /* all that cost was his question at 10:10, which nobody answered */
    assert_int_equal(p->state.customers[FIX_OLOF].trust, trust - FALL_QUESTION_IGNORED);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_BELT, FIX_OLOF, act), OUTCOME_OPEN);
    struct sim_command back = cmd_update(FIX_BELT, FIX_OLOF, CLAIM_DO_NOT_KNOW);
    back.update.corrects = act;
    play_do(p, &back);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_CORRECTED), RISE_CORRECTED);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_BELT, FIX_OLOF, act), OUTCOME_MET);
}

static void test_a_correction_in_passing_is_partly_met(void **state)
{
    struct play *p = *state;
    fix_the_belt(p);
    int32_t act = play_update(p, FIX_BELT, FIX_OLOF, CLAIM_FIXED, -1);
    play_to(p, FIX_TIME(10, 19));
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(seen_outcome(p, MOMENT_CORRECTION, FIX_BELT, FIX_OLOF, act), OUTCOME_PARTLY);
}

static void test_confirmed(void **state)
{
    struct play *p = *state;
    assert_verdict(p, CLAIM_CONFIRMED, VERDICT_AHEAD);
    investigated(p);
    fixed(p);
    assert_verdict(p, CLAIM_CONFIRMED, VERDICT_AHEAD);
    assert_int_equal(last_claim(p).supported_by, LACK_CONFIRMATION);
    assert_int_equal(play_two(p, SIM_CMD_VERIFY, FIX_FROZEN, FIX_MARA), REFUSAL_NONE);
    assert_verdict(p, CLAIM_CONFIRMED, VERDICT_HONEST);
}

static void test_fix_by(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT);
    c.update.fix_by = p->state.now + 600;
    play_do(p, &c);
    assert_true(last_claim(p).flags & CLAIM_FLAG_FIX_AHEAD);
    assert_int_equal(last_claim(p).verdict, VERDICT_LUCKY);   /* finding out is true; the time was a guess */
    assert_int_equal(last_claim(p).supported_by, LACK_RUNNING_WORK);
    play_to(p, p->state.now + 601);
    assert_int_equal(last_claim(p).settled, CLAIM_FOUND_OUT);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_FIX_BY);
}

static void test_fix_by_with_ground(void **state)
{
    struct play *p = *state;
    investigated(p);
    play_work(p, FIX_FROZEN_RENEW);
    int32_t latest = p->state.now + 30 * 60;
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY);
    c.update.fix_by = latest - 1;
    assert_true(sim_preview_update(&p->state, p->sc, &c).flags & CLAIM_FLAG_FIX_AHEAD);
    c.update.fix_by = latest;
    assert_false(sim_preview_update(&p->state, p->sc, &c).flags & CLAIM_FLAG_FIX_AHEAD);
    play_do(p, &c);
    assert_int_equal(last_claim(p).verdict, VERDICT_HONEST);
    play_to(p, latest);
    assert_int_equal(p->state.promises[0].kind, PROMISE_FIX_BY);
    assert_int_equal(p->state.promises[0].state, PROMISE_KEPT);
}

static void test_flags(void **state)
{
    struct play *p = *state;
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_false(last_claim(p).flags & CLAIM_FLAG_EMPTY);          /* the first word is news */
    play_to(p, FIX_TIME(9, 13) + 1);                                /* "when will I hear" is over */
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_true(last_claim(p).flags & CLAIM_FLAG_EMPTY);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, p->state.now + 300);
    assert_false(last_claim(p).flags & CLAIM_FLAG_EMPTY);           /* a next call */
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_true(last_claim(p).flags & CLAIM_FLAG_DUE);              /* the call that was due */
    assert_false(last_claim(p).flags & CLAIM_FLAG_EMPTY);
}

static void test_withheld_and_understated(void **state)
{
    struct play *p = *state;
    investigated(p);
    struct sim_command c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT);
    c.update.facts = 0;
    assert_true(sim_preview_update(&p->state, p->sc, &c).flags & CLAIM_FLAG_UNDERSTATED);
    play_to(p, p->state.now + 400);   /* bad news: five minutes */
    assert_true(sim_preview_update(&p->state, p->sc, &c).flags & CLAIM_FLAG_WITHHELD);
    c.update.facts = SIM_FACTS_DEFAULT;
    int32_t flags = sim_preview_update(&p->state, p->sc, &c).flags;
    assert_false(flags & (CLAIM_FLAG_WITHHELD | CLAIM_FLAG_UNDERSTATED));
    c.update.facts = 1 << 3;
    assert_int_equal(sim_preview_update(&p->state, p->sc, &c).refusal, REFUSAL_FACT_UNKNOWN);
}

static void test_the_same_assurance_is_found_out_once(void **state)
{
    struct play *p = *state;
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    play_to(p, p->state.now + 481);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_FOUND_OUT), -STAKE_UNDER_CONTROL);
    assert_int_equal(p->state.claims[0].settled, CLAIM_FOUND_OUT);
    assert_int_equal(p->state.claims[1].settled, CLAIM_FOUND_OUT);
}

static void test_a_strong_word_calms_at_once_and_only_once(void **state)
{
    struct play *p = *state;
    int32_t before = p->state.customers[FIX_MARA].satisfaction;
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    int32_t after = p->state.customers[FIX_MARA].satisfaction;
    assert_int_equal(after, before + MOOD_STRONG_CLAIM + MOOD_TOLD);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    assert_int_equal(p->state.customers[FIX_MARA].satisfaction, after);
}

static void test_open_ones_are_found_out_at_the_end(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 58));
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_KNOW_WHY, -1);
    play_end(p);
    assert_int_equal(last_claim(p).settled, CLAIM_FOUND_OUT);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_FOUND_OUT), -STAKE_KNOW_WHY);
}

static void test_refused_updates(void **state)
{
    struct play *p = *state;
    struct sim_command c = cmd_update(FIX_BADGES, FIX_OLOF, CLAIM_DO_NOT_KNOW);
    assert_int_equal(play_try(p, &c), REFUSAL_NOT_OPEN);
    c = cmd_update(FIX_FROZEN, 9, CLAIM_DO_NOT_KNOW);
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_COUNT);
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW);
    c.update.next_call = p->state.now;
    assert_int_equal(play_try(p, &c), REFUSAL_TIME_PAST);
    c.update.next_call = -1;
    c.update.corrects = 99;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_do_not_know), TEST(test_do_not_know_costs_no_trust), TEST(test_finding_out), TEST(test_finding_out_made_true),
        TEST(test_know_why), TEST(test_know_why_taken_back), TEST(test_way_around), TEST(test_way_around_there_is_none),
        TEST(test_under_control), TEST(test_fixed), TEST(test_fixed_falls_back_is_an_honest_mistake),
        TEST(test_a_correction_in_passing_is_partly_met), TEST(test_confirmed), TEST(test_fix_by), TEST(test_fix_by_with_ground),
        TEST(test_flags), TEST(test_withheld_and_understated), TEST(test_the_same_assurance_is_found_out_once),
        TEST(test_a_strong_word_calms_at_once_and_only_once), TEST(test_open_ones_are_found_out_at_the_end), TEST(test_refused_updates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
