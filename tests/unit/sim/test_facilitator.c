/* The run sheet, improvising, verdicts, and who does which work. */
#include "fixture.h"

#include "sim/figures.h"
#include "sim/incident.h"

static int setup(void **state)
{
    struct play *p = play_new(17);
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

static int32_t status(const struct play *p, enum sheet_kind kind, int32_t item)
{
    return p->state.sheet[sim_sheet_index(p->sc, kind, item)].status;
}

static void test_hold_and_let_go(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_two(p, SIM_CMD_HOLD, SHEET_INCIDENT, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(status(p, SHEET_INCIDENT, FIX_BADGES), SHEET_HELD);
    play_to(p, FIX_TIME(9, 30));
    assert_int_equal(p->state.incidents[FIX_BADGES].open, 0);
    assert_int_equal(play_two(p, SIM_CMD_HOLD, SHEET_INCIDENT, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(p->state.incidents[FIX_BADGES].open, 1);   /* its time has passed: at once */
    assert_int_equal(p->state.incidents[FIX_BADGES].opened, FIX_TIME(9, 30));
    assert_int_equal(play_two(p, SIM_CMD_HOLD, SHEET_INCIDENT, FIX_BADGES), REFUSAL_ALREADY_DONE);
    assert_int_equal(play_two(p, SIM_CMD_HOLD, SHEET_INCIDENT, 99), REFUSAL_NO_SUCH);
}

static void test_skip_and_fire(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_two(p, SIM_CMD_SKIP, SHEET_INCIDENT, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(play_two(p, SIM_CMD_SKIP, SHEET_INCIDENT, FIX_BADGES), REFUSAL_ALREADY_DONE);
    play_to(p, FIX_TIME(9, 30));
    assert_int_equal(p->state.incidents[FIX_BADGES].open, 0);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_INCIDENT, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(p->state.incidents[FIX_BADGES].open, 1);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_INCIDENT, FIX_BADGES), REFUSAL_ALREADY_DONE);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_INCIDENT, FIX_SCALE), REFUSAL_NONE);   /* brought forward from the afternoon */
    assert_int_equal(p->state.incidents[FIX_SCALE].round, FIX_MORNING);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_EVENT, FIX_BOARD), REFUSAL_NONE);
    assert_int_equal(p->state.offer, 1);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_MOMENT, FIX_EVENING), REFUSAL_NOT_OPEN);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_KIND_COUNT, 0), REFUSAL_NO_SUCH);
}

static void test_an_open_moment_may_be_skipped(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_MOMENT, FIX_CALLS), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_OPEN);
    assert_int_equal(play_two(p, SIM_CMD_SKIP, SHEET_MOMENT, FIX_CALLS), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_NONE);
    assert_int_equal(play_two(p, SIM_CMD_SKIP, SHEET_MOMENT, FIX_CALLS), REFUSAL_ALREADY_DONE);
}

static struct sim_command injected(void)
{
    struct sim_command c = sim_command_make(SIM_CMD_INJECT);
    c.inject.customer = FIX_OLOF;
    c.inject.kind = INCIDENT_FAILURE;
    c.inject.impact = LEVEL_DOWN;
    c.inject.service = FIX_BAGS;
    c.inject.patience = 300;
    c.text = 5;
    return c;
}

static void test_inject(void **state)
{
    struct play *p = *state;
    struct sim_command c = injected();
    play_do(p, &c);
    incident_id i = FIX_INCIDENTS;
    assert_int_equal(p->state.incident_count, FIX_INCIDENTS + 1);
    assert_true(sim_incident_is_injected(p->sc, i));
    assert_int_equal(p->state.incidents[i].title, 5);
    assert_int_equal(p->state.services[FIX_BAGS].level, LEVEL_DOWN);
    assert_true(seen_outcome(p, MOMENT_UPDATE_WINDOW, i, FIX_OLOF, 0) == OUTCOME_OPEN);
    play_to(p, p->state.now + 301);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, i, FIX_OLOF, 0), OUTCOME_MISSED);
    c.text = 0;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_TEXT);
    c = injected();
    c.inject.impact = LEVEL_WAITING;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c = injected();
    for (int k = 1; k < LIMIT_INJECTED; k++)
        play_do(p, &c);
    assert_int_equal(play_try(p, &c), REFUSAL_FULL);
}

static void test_an_injected_one_is_worked_and_confirmed(void **state)
{
    struct play *p = *state;
    struct sim_command c = injected();
    play_do(p, &c);
    incident_id i = FIX_INCIDENTS;
    play_ask(p, i, FIX_OLOF, ASK_IMPACT);
    c = cmd_update(i, FIX_OLOF, CLAIM_FIXED);
    assert_int_equal(sim_preview_update(&p->state, p->sc, &c).lacks, LACK_FIX);
    struct sim_command w = sim_command_make(SIM_CMD_IMPROVISE_WORK);
    w.text = 6;
    w.improvise_work.incident = i;
    w.improvise_work.member = 0;
    w.improvise_work.seconds = 240;
    w.improvise_work.sets = LEVEL_RUNNING;
    w.improvise_work.reveals = FACT_CAUSE;
    play_do(p, &w);
    assert_int_equal(play_try(p, &w), REFUSAL_BUSY);
    play_to(p, p->state.now + 240);
    assert_int_equal(p->state.improvised_count, 1);
    assert_int_equal(p->state.services[FIX_BAGS].level, LEVEL_RUNNING);
    assert_int_equal(sim_preview_update(&p->state, p->sc, &c).verdict, VERDICT_HONEST);
    play_do(p, &c);
    assert_int_equal(p->state.improvised[0].told, 1 << FIX_OLOF);   /* told by default */
    play_two(p, SIM_CMD_VERIFY, i, FIX_OLOF);
    assert_int_equal(seen_outcome(p, MOMENT_CONFIRMED, i, -1, -1), OUTCOME_MET);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, i, -1, -1), OUTCOME_MET);
}

static void test_improvised_answer(void **state)
{
    struct play *p = *state;
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVISE_FACT);
    c.improvise_fact.incident = FIX_FROZEN;
    c.improvise_fact.customer = FIX_INES;
    c.improvise_fact.kind = FACT_WORKAROUND;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_TEXT);
    c.text = 8;
    play_do(p, &c);
    struct sim_command way = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_WAY_AROUND);
    assert_int_equal(sim_preview_update(&p->state, p->sc, &way).verdict, VERDICT_HONEST);
    c.improvise_fact.kind = FACT_IMPACT;
    play_do(p, &c);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_FROZEN, -1, -1), OUTCOME_MET);
}

static void test_observe_voucher_react_note(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_two(p, SIM_CMD_OBSERVE, 1, 0), REFUSAL_NONE);
    assert_int_equal(play_two(p, SIM_CMD_OBSERVE, 2, 0), REFUSAL_NO_SUCH);
    struct sim_command c = sim_command_make(SIM_CMD_VOUCHER);
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c.voucher.customer = FIX_MARA;
    c.voucher.act = 1;
    play_do(p, &c);
    assert_int_equal(made_count(p, SIM_EV_VOUCHER), 1);
    c = sim_command_make(SIM_CMD_REACT);
    c.react.customer = FIX_MARA;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_TEXT);
    c.react.line = 0;
    play_do(p, &c);
    c.react.line = 1;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c = sim_command_make(SIM_CMD_NOTE);
    assert_int_equal(play_try(p, &c), REFUSAL_NO_TEXT);
    c.text = 1;
    play_do(p, &c);
}

static struct sim_command overrule(const struct sim_moment *m, int32_t outcome)
{
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.source = m->source, c.overrule.subject = m->subject, c.overrule.customer = m->customer, c.overrule.nth = m->nth;
    c.overrule.outcome = outcome;
    c.text = 3;
    return c;
}

static void test_dispute_and_overrule(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 11));
    const struct sim_moment *m = &p->state.moments[0];
    assert_int_equal(m->source, MOMENT_ACKNOWLEDGED);
    assert_int_equal(m->outcome, OUTCOME_MISSED);
    uint64_t trust = (uint64_t)p->state.customers[FIX_MARA].trust;
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.source = m->source, c.dispute.subject = m->subject, c.dispute.customer = m->customer, c.dispute.nth = m->nth;
    play_do(p, &c);
    assert_int_equal(play_try(p, &c), REFUSAL_SAME);
    assert_int_equal(score_outcome(m), OUTCOME_NONE);
    struct score_counts counts = score_of_state(&p->state, FIX_MORNING, SCORE_INVOLVING);
    assert_int_equal(counts.disputed, 1);
    c = overrule(m, OUTCOME_MET);
    c.text = 0;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_REASON);
    c.text = 3;
    play_do(p, &c);
    assert_int_equal(m->disputed, 0);
    assert_int_equal(score_outcome(m), OUTCOME_MET);
    counts = score_of_state(&p->state, FIX_MORNING, SCORE_INVOLVING);
    assert_int_equal(counts.overruled, 1);
    assert_int_equal(counts.met, 1);
    assert_true(trust == (uint64_t)p->state.customers[FIX_MARA].trust);   /* scores only */
    c.overrule.outcome = -1;
    play_do(p, &c);
    assert_int_equal(score_outcome(m), OUTCOME_MISSED);
    c.overrule.nth = 77;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
    c = overrule(m, OUTCOME_OPEN);
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
}

static void test_an_overruled_claim_counts_anew(void **state)
{
    struct play *p = *state;
    int32_t act = play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FIXED, -1);
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_BROKEN);
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 1;
    c.overrule.subject = act;
    c.overrule.outcome = OUTCOME_PARTLY;
    c.text = 1;
    play_do(p, &c);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_PARTLY);
    c.overrule.subject = act + 50;
    assert_int_equal(play_try(p, &c), REFUSAL_NO_SUCH);
}

static void test_acts_are_numbered(void **state)
{
    struct play *p = *state;
    int32_t before = p->state.acts;
    play_to(p, FIX_TIME(9, 7));
    assert_int_equal(p->state.acts, before);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    assert_int_equal(p->state.acts, before + 1);
    assert_int_equal(p->made.items[0].kind, SIM_EV_ACT);
    assert_int_equal(p->made.items[0].act.number, before + 1);
    assert_int_equal(p->made.items[0].act.visible, 1);
    for (int32_t k = 0; k < p->made.count; k++)
        if (p->made.items[k].kind == SIM_EV_MOMENT_SETTLED)
            assert_int_equal(p->made.items[k].moment_settled.act, before + 1);   /* evidence */
}

/* --- work --- */

static void test_who_may_work(void **state)
{
    struct play *p = *state;
    assert_int_equal(sim_work_possible(&p->state, p->sc, FIX_FROZEN_RENEW, NOBODY), REFUSAL_NOT_KNOWN);
    assert_int_equal(sim_work_possible(&p->state, p->sc, FIX_FROZEN_LOOK, 0), REFUSAL_WRONG_ROLE);
    assert_int_equal(sim_work_possible(&p->state, p->sc, FIX_BADGES_PRINT, NOBODY), REFUSAL_NOT_OPEN);
    assert_int_equal(sim_work_possible(&p->state, p->sc, FIX_WORKS, NOBODY), REFUSAL_NO_SUCH);
    assert_int_equal(sim_work_who(&p->state, p->sc, FIX_FROZEN_LOOK), 1);
    assert_int_equal(play_two(p, SIM_CMD_WORK, FIX_FROZEN_LOOK, 3), REFUSAL_NONE);   /* somebody who can do anything */
    assert_int_equal(sim_work_possible(&p->state, p->sc, FIX_FROZEN_LOOK, 1), REFUSAL_ALREADY_RUNNING);
    assert_int_equal(p->state.members[3].work, 0);
    play_to(p, FIX_TIME(9, 12));
    int runs = p->state.works[0].ended < 0;
    assert_int_equal(play_one(p, SIM_CMD_STOP_WORK, 0), runs ? REFUSAL_NONE : REFUSAL_NOT_RUNNING);
    assert_int_equal(p->state.members[3].work, NOBODY);
    assert_int_equal(play_one(p, SIM_CMD_STOP_WORK, 0), REFUSAL_NOT_RUNNING);
}

static void test_the_least_used_goes_first(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    assert_int_equal(sim_work_who(&p->state, p->sc, FIX_BELT_LOOK), 0);
    assert_int_equal(play_work(p, FIX_BELT_LOOK), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 7));
    assert_int_equal(sim_work_who(&p->state, p->sc, FIX_BELT_FIX), 1);
}

static void test_the_true_length_lies_inside_and_is_keyed(void **state)
{
    (void)state;
    int32_t least = INT32_MAX, most = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        int32_t length[2];
        for (int late = 0; late < 2; late++) {
            struct play *p = play_new(seed);
            play_start(p, FIX_MORNING);
            play_to(p, FIX_TIME(9, 6) + late * 300);
            if (late)
                play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
            play_work(p, FIX_FROZEN_LOOK);
            length[late] = p->state.works[0].ends - p->state.works[0].started;
            free(p);
        }
        assert_int_equal(length[0], length[1]);   /* whatever was done before: the same fate */
        least = length[0] < least ? length[0] : least;
        most = length[0] > most ? length[0] : most;
    }
    assert_in_range(least, 360, 420);
    assert_in_range(most, 660, 720);
}

static void test_work_falls_back_and_is_done_again(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    play_work(p, FIX_BELT_FIX);
    play_to(p, FIX_TIME(10, 8));
    play_two(p, SIM_CMD_VERIFY, FIX_BELT, FIX_OLOF);
    play_one(p, SIM_CMD_CLOSE, FIX_BELT);
    assert_int_equal(p->state.incidents[FIX_BELT].open, 2);
    play_to(p, FIX_TIME(10, 19));
    assert_int_equal(p->state.incidents[FIX_BELT].open, 1);   /* it happens again: open once more */
    assert_int_equal(p->state.incidents[FIX_BELT].confirmed, -1);
    assert_int_equal(p->state.services[FIX_BAGS].level, LEVEL_DEGRADED);
    assert_int_equal(seen_outcome(p, MOMENT_CONFIRMED, FIX_BELT, -1, -1), OUTCOME_MET);
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);
}

static void test_a_makeshift_may_go_once_the_real_fix_is_in(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 0));
    play_work(p, FIX_BELT_LOOK);
    play_to(p, FIX_TIME(10, 6));
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);       /* holds for ten minutes */
    assert_int_equal(play_work(p, FIX_BELT_REPLACE), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 59));
    assert_int_equal(p->state.incidents[FIX_BELT].level, LEVEL_RUNNING);
    assert_in_range(p->state.incidents[FIX_BELT].restored, FIX_TIME(10, 11), FIX_TIME(10, 12));
}

static void test_falling_back_leaves_what_else_is_in_place(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 0));
    struct sim_command w = sim_command_make(SIM_CMD_IMPROVISE_WORK);
    w.text = 1;
    w.improvise_work.incident = FIX_FROZEN;
    w.improvise_work.seconds = 60;
    w.improvise_work.sets = LEVEL_DEGRADED;
    play_do(p, &w);
    play_to(p, FIX_TIME(10, 2));
    struct sim_state *s = &p->state;
    assert_int_equal(s->incidents[FIX_FROZEN].level, LEVEL_DEGRADED);
    assert_int_equal(incident_level_without(s, p->sc, 0), LEVEL_DOWN);
    w.improvise_work.sets = LEVEL_RUNNING;
    play_do(p, &w);
    play_to(p, FIX_TIME(10, 4));
    assert_int_equal(incident_level_without(s, p->sc, 1), LEVEL_DEGRADED);
    assert_int_equal(incident_level_without(s, p->sc, 0), LEVEL_RUNNING);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_hold_and_let_go), TEST(test_skip_and_fire), TEST(test_an_open_moment_may_be_skipped), TEST(test_inject),
        TEST(test_an_injected_one_is_worked_and_confirmed), TEST(test_improvised_answer), TEST(test_observe_voucher_react_note),
        TEST(test_dispute_and_overrule), TEST(test_an_overruled_claim_counts_anew), TEST(test_acts_are_numbered),
        TEST(test_who_may_work), TEST(test_the_least_used_goes_first), TEST(test_the_true_length_lies_inside_and_is_keyed),
        TEST(test_work_falls_back_and_is_done_again), TEST(test_a_makeshift_may_go_once_the_real_fix_is_in),
        TEST(test_falling_back_leaves_what_else_is_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
