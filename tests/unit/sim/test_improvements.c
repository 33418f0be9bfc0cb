/* Each improvement changes the next round, visibly, and nothing changes without it. */
#include "improved.h"

#include "sim/figures.h"
#include "sim/improve.h"

/* First event of that kind in the last decision, NULL when there is none. */
static const struct sim_event *made(const struct play *p, int32_t kind)
{
    for (int32_t k = 0; k < p->made.count; k++)
        if (p->made.items[k].kind == kind)
            return &p->made.items[k];
    return NULL;
}

static int32_t patience_at_opening(struct play *p, incident_id i, int32_t at)
{
    play_to(p, at);
    const struct sim_event *e = made(p, SIM_EV_INCIDENT_OPENED);
    assert_non_null(e);
    assert_int_equal(e->incident_opened.incident, i);
    return e->incident_opened.patience;
}

static void test_a_voice_within_five_minutes_buys_patience(void **state)
{
    (void)state;
    struct play *without = play_afternoon(1, NOBODY), *with = play_afternoon(1, IMPROVE_CALLBACK);
    assert_int_equal(patience_at_opening(without, FIX_AGAIN, FIX_TIME(13, 5)), 480);
    assert_int_equal(patience_at_opening(with, FIX_AGAIN, FIX_TIME(13, 5)), 600);
    play_to(with, FIX_TIME(13, 10));
    assert_int_equal(sim_patience(&with->state, with->sc, FIX_MARA), 600);
    play_to(with, FIX_TIME(13, 10) + 1);
    assert_int_equal(sim_patience(&with->state, with->sc, FIX_MARA), 480);   /* the standard was not kept with her ... */
    assert_int_equal(sim_patience(&with->state, with->sc, FIX_INES), 750);   /* ... but with her */
    free(without);
    free(with);
}

static struct play *with_ambassador(int32_t member)
{
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_end(p);
    struct sim_command choose = cmd_improve(IMPROVE_AMBASSADOR), name = sim_command_make(SIM_CMD_AMBASSADOR);
    name.ambassador.customer = FIX_MARA, name.ambassador.member = member;
    play_do(p, &choose);
    play_do(p, &name);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 5));
    return p;
}

static void test_an_ambassador_speaks_sooner_and_is_liked(void **state)
{
    (void)state;
    struct play *p = with_ambassador(2);
    struct sim_command ask = cmd_ask(FIX_AGAIN, FIX_MARA, ASK_IMPACT);
    ask.member = 1;
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 120);
    ask.member = 2;
    assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 60);
    play_do(p, &ask);
    const struct sim_event *e = made(p, SIM_EV_SATISFACTION);
    assert_non_null(e);
    assert_int_equal(e->satisfaction.reason, REASON_ASKED);
    assert_true(e->satisfaction.delta > MOOD_ASKED);
    free(p);
}

static void test_conditions_are_a_form(void **state)
{
    (void)state;
    for (int with = 0; with < 2; with++) {
        struct play *p = play_afternoon(1, with ? IMPROVE_CONDITIONS : NOBODY);
        struct sim_command agree = sim_command_make(SIM_CMD_AGREE_CONDITIONS), test = sim_command_make(SIM_CMD_RETEST_CONDITIONS);
        agree.agree_conditions.incident = FIX_MOVE, agree.agree_conditions.customer = FIX_INES;
        test.retest_conditions.incident = FIX_MOVE;
        assert_int_equal(sim_conversation_cost(&p->state, p->sc, &agree), with ? 0 : 120);
        assert_int_equal(sim_conversation_cost(&p->state, p->sc, &test), with ? 0 : 120);
        struct sim_command ask = cmd_ask(FIX_MOVE, FIX_INES, ASK_IMPACT);
        assert_int_equal(sim_conversation_cost(&p->state, p->sc, &ask), 120);
        free(p);
    }
}

/* --- one voice: the slips in hall B matter to Mara and to Ines --- */

static void matters_to_both(fact_id f, int on)
{
    fix_facts[f].matters = on ? FIX_BIT(FIX_MARA) | FIX_BIT(FIX_INES) : FIX_BIT(FIX_MARA);
}

static void test_one_voice_reaches_all(void **state)
{
    (void)state;
    matters_to_both(FIX_AGAIN_IMPACT, 1);
    for (int with = 0; with < 2; with++) {
        struct play *p = play_afternoon(1, with ? IMPROVE_ONE_VOICE : NOBODY);
        play_to(p, FIX_TIME(13, 6));
        play_ask(p, FIX_AGAIN, FIX_MARA, ASK_IMPACT);
        play_to(p, FIX_TIME(13, 8));
        play_update(p, FIX_AGAIN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
        assert_int_equal(p->state.facts[FIX_AGAIN_IMPACT].told >> FIX_INES & 1, 0);   /* Mara told them herself: nothing new was said */
        struct sim_command again = cmd_update(FIX_AGAIN, FIX_MARA, CLAIM_FINDING_OUT);
        again.update.facts = (int32_t)FIX_BIT(0);
        play_work(p, FIX_AGAIN_LOOK);
        play_do(p, &again);
        assert_int_equal(p->state.facts[FIX_AGAIN_IMPACT].told >> FIX_INES & 1, with);
        assert_int_equal(p->state.customers[FIX_INES].last_contact, with ? FIX_TIME(13, 8) : FIX_TIME(13, 0));
        assert_int_equal(p->state.last_talk_customer, FIX_MARA);
        assert_int_equal(p->state.claim_count, 2);
        free(p);
    }
    matters_to_both(FIX_AGAIN_IMPACT, 0);
}

static void test_one_voice_says_nothing_that_is_ahead(void **state)
{
    (void)state;
    matters_to_both(FIX_AGAIN_IMPACT, 1);
    struct play *p = play_afternoon(1, IMPROVE_ONE_VOICE);
    play_to(p, FIX_TIME(13, 6));
    play_ask(p, FIX_AGAIN, FIX_MARA, ASK_IMPACT);
    struct sim_command ahead = cmd_update(FIX_AGAIN, FIX_MARA, CLAIM_FIXED);
    ahead.update.facts = (int32_t)FIX_BIT(0);
    play_do(p, &ahead);
    assert_int_equal(p->state.facts[FIX_AGAIN_IMPACT].told >> FIX_INES & 1, 0);
    free(p);
    matters_to_both(FIX_AGAIN_IMPACT, 0);
}

/* --- priority rules: the fixture's contention, brought in the afternoon by the facilitator --- */

static struct play *contention(int32_t improvement)
{
    struct play *p = play_new(1);
    assert_int_equal(play_two(p, SIM_CMD_HOLD, SHEET_INCIDENT, FIX_WHO_FIRST), REFUSAL_NONE);
    play_start(p, FIX_MORNING);
    play_end(p);
    struct sim_command choose = cmd_improve(improvement);
    if (improvement >= 0)
        play_do(p, &choose);
    play_start(p, FIX_AFTERNOON);
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_INCIDENT, FIX_WHO_FIRST), REFUSAL_NONE);
    return p;
}

static int32_t decided(struct play *p, int32_t option)
{
    assert_int_equal(play_two(p, SIM_CMD_DECIDE_OURSELVES, FIX_WHO_FIRST, option), REFUSAL_NONE);
    return seen_outcome(p, MOMENT_CONTENTION, FIX_WHO_FIRST, NOBODY, NOBODY);
}

static void test_an_agreed_rule_is_over_nobodys_head(void **state)
{
    (void)state;
    struct play *none = contention(NOBODY), *unsaid = contention(IMPROVE_PRIORITY_RULES), *said = contention(IMPROVE_PRIORITY_RULES);
    assert_int_equal(decided(none, NOBODY), OUTCOME_BROKEN);
    assert_int_equal(made_trust(none, FIX_INES, REASON_OVER_THEIR_HEAD), -FALL_OVER_HEAD);
    assert_int_equal(decided(unsaid, NOBODY), OUTCOME_BROKEN);
    play_ask(said, FIX_WHO_FIRST, FIX_INES, ASK_URGENCY);
    assert_int_equal(decided(said, NOBODY), OUTCOME_PARTLY);
    assert_int_equal(made_count(said, SIM_EV_TRUST), 0);
    int32_t ruled = made(said, SIM_EV_DECISION)->decision.option;
    assert_in_range(ruled, 0, 1);
    struct play *against = contention(IMPROVE_PRIORITY_RULES);
    play_ask(against, FIX_WHO_FIRST, FIX_INES, ASK_URGENCY);
    assert_int_equal(decided(against, 1 - ruled), OUTCOME_BROKEN);
    free(none);
    free(unsaid);
    free(said);
    free(against);
}

/* --- what comes again --- */

static struct play *dug(int32_t spine)
{
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_end(p);
    struct sim_command dig = cmd_dig(FIX_FROZEN, spine);
    play_do(p, &dig);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 30));
    return p;
}

static void test_the_right_spine_stops_a_recurrence(void **state)
{
    (void)state;
    struct play *right = dug(SPINE_PROCESS), *wrong = dug(SPINE_PEOPLE), *none = play_afternoon(1, NOBODY);
    play_to(none, FIX_TIME(13, 30));
    assert_int_equal(none->state.incidents[FIX_AGAIN].open, 1);
    assert_int_equal(wrong->state.incidents[FIX_AGAIN].open, 1);
    assert_int_equal(right->state.incidents[FIX_AGAIN].open, 0);
    assert_int_equal(right->state.incidents[FIX_AGAIN].how, MARK_PREVENTED);
    assert_int_equal(right->state.incidents[FIX_LIST].open, 1);
    assert_int_equal(seen_moments(right, MOMENT_ACKNOWLEDGED, FIX_AGAIN), 0);
    assert_true(improvement_holds(&right->state, right->sc, IMPROVE_ROOT_CAUSE));
    assert_false(improvement_holds(&wrong->state, wrong->sc, IMPROVE_ROOT_CAUSE));
    free(right);
    free(wrong);
    free(none);
}

static void test_what_was_prevented_is_said(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_end(p);
    struct sim_command dig = cmd_dig(FIX_FROZEN, SPINE_PROCESS);
    play_do(p, &dig);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 5));
    const struct sim_event *e = made(p, SIM_EV_PREVENTED);
    assert_non_null(e);
    assert_int_equal(e->prevented.incident, FIX_AGAIN);
    assert_int_equal(e->prevented.improvement, IMPROVE_ROOT_CAUSE);
    play_to(p, FIX_TIME(13, 10));
    assert_null(made(p, SIM_EV_PREVENTED));
    free(p);
}

static struct play *known_error(int looked, int32_t improvement)
{
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 10));
    if (looked)
        assert_int_equal(play_work(p, FIX_FROZEN_LOOK), REFUSAL_NONE);
    play_end(p);
    struct sim_command choose = cmd_improve(improvement);
    if (improvement >= 0)
        play_do(p, &choose);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 5));
    return p;
}

static void test_known_errors_are_recognised(void **state)
{
    (void)state;
    struct play *found = known_error(1, IMPROVE_KNOWN_ERRORS), *unknown = known_error(0, IMPROVE_KNOWN_ERRORS), *none = known_error(1, NOBODY);
    assert_true(sim_fact_known(&found->state, FIX_AGAIN_CAUSE));
    assert_false(sim_fact_known(&unknown->state, FIX_AGAIN_CAUSE));
    assert_false(sim_fact_known(&none->state, FIX_AGAIN_CAUSE));
    assert_int_equal(play_work(unknown, FIX_AGAIN_LOOK), REFUSAL_NONE);
    assert_int_equal(play_work(none, FIX_AGAIN_LOOK), REFUSAL_NONE);
    const struct sim_work *half = &unknown->state.works[unknown->state.work_count - 1], *whole = &none->state.works[none->state.work_count - 1];
    assert_int_equal(half->latest - half->started, 300);
    assert_int_equal(whole->latest - whole->started, 600);
    assert_true(half->ends <= half->latest && half->ends >= half->earliest);
    free(found);
    free(unknown);
    free(none);
}

static void test_a_day_in_the_business(void **state)
{
    (void)state;
    struct fact was = fix_facts[FIX_BADGES_IMPACT];
    fix_facts[FIX_BADGES_IMPACT].incident = FIX_LIST;
    fix_facts[FIX_BADGES_IMPACT].kind = FACT_EXPECTATION;
    fix_facts[FIX_BADGES_IMPACT].ask = FIX_INES;
    fix_incidents[FIX_LIST].first_fact = FIX_BADGES_IMPACT;
    fix_incidents[FIX_LIST].fact_count = 1;
    fix_incidents[FIX_BADGES].fact_count = 0;
    for (int with = 0; with < 2; with++) {
        struct play *p = play_afternoon(1, with ? IMPROVE_DAY_IN_BUSINESS : NOBODY);
        play_to(p, FIX_TIME(13, 20));
        assert_int_equal(sim_fact_known(&p->state, FIX_BADGES_IMPACT), with);
        free(p);
    }
    fix_facts[FIX_BADGES_IMPACT] = was;
    fix_incidents[FIX_LIST].fact_count = 0;
    fix_incidents[FIX_BADGES].fact_count = 1;
}

static void test_cross_training_removes_the_hero(void **state)
{
    (void)state;
    struct play *none = play_afternoon(1, NOBODY), *with = play_afternoon(1, IMPROVE_CROSS_TRAINING);
    play_to(none, FIX_TIME(13, 20));
    play_to(with, FIX_TIME(13, 20));
    struct sim_command other = sim_command_make(SIM_CMD_WORK);
    other.work.work = FIX_LIST_MAKE, other.work.member = 1;   /* desk work, a network engineer */
    assert_int_equal(play_try(none, &other), REFUSAL_WRONG_ROLE);
    assert_int_equal(sim_work_who(&with->state, with->sc, FIX_LIST_MAKE), 0);
    play_do(with, &other);
    const struct sim_work *slow = &with->state.works[with->state.work_count - 1];
    assert_int_equal(slow->latest - slow->started, 15 * 60 * FIGURE_OTHER_ROLE / 100);
    free(none);
    free(with);
}

/* --- customers who come and who stay away --- */

static void set_trust(struct play *p, customer_id c, int32_t points)
{
    struct sim_event e = {.kind = SIM_EV_TRUST, .at = p->state.now, .trust = {
        c, points * FIGURE_POINT - p->state.customers[c].trust, points * FIGURE_POINT, REASON_EVENT, NOBODY, 0}};
    sim_apply(&p->state, p->sc, &e);
}

static void test_who_has_lost_trust_goes_around(void **state)
{
    (void)state;
    for (int lost = 0; lost < 2; lost++) {
        struct play *p = play_new(1);
        play_start(p, FIX_MORNING);
        set_trust(p, FIX_OLOF, lost ? 54 : 55);   /* five under where he started */
        play_to(p, FIX_TIME(9, 20));
        const struct sim_event *e = made(p, SIM_EV_AROUND);
        assert_int_equal(p->state.incidents[FIX_BADGES].open, !lost);
        assert_int_equal(e != NULL, lost);
        if (lost) {
            assert_int_equal(e->around.customer, FIX_OLOF);
            assert_int_equal(e->around.lost, 500);
            assert_int_equal(p->state.incidents[FIX_BADGES].how, MARK_AROUND);
        }
        free(p);
    }
}

static void test_who_trusts_brings_projects(void **state)
{
    (void)state;
    fix_incidents[FIX_LIST].opens = 9;
    fix_incidents[FIX_LIST].at = -1;
    fix_condition_list[9] = (struct condition){.op = COND_ALL, .ref = NOBODY, .first_child = 10, .next = NOBODY};
    fix_condition_list[10] = (struct condition){.op = COND_AT, .ref = NOBODY, .value = FIX_TIME(13, 20), .first_child = NOBODY, .next = 11};
    fix_condition_list[11] = (struct condition){.op = COND_TRUST, .side = SIDE_FROM, .ref = FIX_INES, .value = 70, .first_child = NOBODY, .next = NOBODY};
    for (int high = 0; high < 2; high++) {
        struct play *p = play_afternoon(1, NOBODY);
        set_trust(p, FIX_INES, high ? 70 : 69);
        play_to(p, FIX_TIME(13, 20));
        assert_int_equal(p->state.incidents[FIX_LIST].open, high);
        free(p);
    }
    fix_incidents[FIX_LIST].opens = NOBODY;
    fix_incidents[FIX_LIST].at = FIX_TIME(13, 20);
}

/* --- surveys --- */

static int32_t answers_about(const struct play *p, incident_id i)
{
    int32_t count = 0;
    for (int32_t k = 0; k < p->made.count; k++)
        count += p->made.items[k].kind == SIM_EV_SURVEYED && p->made.items[k].surveyed.incident == i;
    return count;
}

static void test_everybody_answers_at_the_end_of_a_round(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    play_start(p, FIX_WARM_UP);
    play_end(p);
    assert_int_equal(answers_about(p, NOBODY), 0);
    play_start(p, FIX_MORNING);
    play_end(p);
    assert_int_equal(answers_about(p, NOBODY), FIX_CUSTOMERS);
    const struct sim_event *e = made(p, SIM_EV_SURVEYED);
    assert_int_equal(e->surveyed.answer, MOOD_COUNT - (int32_t)sim_mood(&p->state, p->sc, e->surveyed.customer));
    assert_in_range(e->surveyed.answer, 1, 3);   /* nobody ever spoke to them */
    assert_int_equal(e->surveyed.round, FIX_MORNING);
    free(p);
}

static void test_those_concerned_answer_when_it_is_closed(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 40));
    assert_int_equal(play_two(p, SIM_CMD_HAND_PRIORITY, FIX_WHO_FIRST, FIX_INES), REFUSAL_NONE);
    assert_int_equal(answers_about(p, FIX_WHO_FIRST), 2);   /* Mara brought it, Ines decided */
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_FROZEN), REFUSAL_NONE);
    assert_int_equal(answers_about(p, FIX_FROZEN), 0);      /* it does not run: it was opened again */
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_voice_within_five_minutes_buys_patience),
        cmocka_unit_test(test_an_ambassador_speaks_sooner_and_is_liked), cmocka_unit_test(test_conditions_are_a_form),
        cmocka_unit_test(test_one_voice_reaches_all), cmocka_unit_test(test_one_voice_says_nothing_that_is_ahead),
        cmocka_unit_test(test_an_agreed_rule_is_over_nobodys_head), cmocka_unit_test(test_the_right_spine_stops_a_recurrence),
        cmocka_unit_test(test_what_was_prevented_is_said), cmocka_unit_test(test_known_errors_are_recognised),
        cmocka_unit_test(test_a_day_in_the_business), cmocka_unit_test(test_cross_training_removes_the_hero),
        cmocka_unit_test(test_who_has_lost_trust_goes_around), cmocka_unit_test(test_who_trusts_brings_projects),
        cmocka_unit_test(test_everybody_answers_at_the_end_of_a_round),
        cmocka_unit_test(test_those_concerned_answer_when_it_is_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
