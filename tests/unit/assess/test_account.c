/* The account of a round, the matrix and the surveys, on sessions made by hand. */
#include "reading.h"

#include "assess/account.h"
#include "assess/matrix.h"
#include "assess/perception.h"
#include "assess/survey.h"
#include "sim/figures.h"

static struct tape *begun(void)
{
    struct tape *t = tape_new(1);
    tape_start(t, FIX_MORNING);
    return t;
}

static void act(struct tape *t, enum sim_command_kind kind, int32_t first, int32_t second)
{
    struct sim_command c = sim_command_make(kind);
    c.v[0] = first, c.v[1] = second;
    tape_do(t, c);
}

static void ask(struct tape *t, incident_id i, customer_id to, enum question q)
{
    tape_do(t, cmd_ask(i, to, q));
}

/* Check-in is down from 09:05; a makeshift holds it from the second the work ended. */
static void test_time_and_value_of_a_service(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct account a;
    tape_to(t, FIX_TIME(9, 15));
    struct assess_reading *r = reading_of(t);
    account_read(r, FIX_MORNING, &a);
    assert_int_equal(a.seconds_down, 10 * 60);
    assert_int_equal(a.seconds_degraded, 0);
    assert_int_equal(a.value_lost, t->play->state.services[FIX_CHECK_IN].lost);
    assert_true(a.value_lost > 0);
    ask(t, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    ask(t, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    tape_work(t, FIX_FROZEN_OPEN_A, NOBODY);
    tape_to(t, FIX_TIME(9, 29));
    free(r);
    r = reading_of(t);
    account_read(r, FIX_MORNING, &a);
    assert_int_equal(a.seconds_down, 14 * 60);
    assert_int_equal(a.seconds_degraded, 10 * 60);
    assert_int_equal(a.seconds_work, 4 * 60);
    assert_int_equal(a.seconds_talk, 2 * 120);   /* Mara, then Ines */
    assert_int_equal(a.value_kept + a.value_lost, a.value_possible);
    struct seen spans = items_of(r, MEASURE_DOWN, FIX_MORNING);
    assert_int_equal(spans.count, 1);
    assert_int_equal(event_of(t, &spans.items[0])->kind, SIM_EV_SERVICE);
    assert_string_equal(spans.items[0].rule, "span");
    free(r);
    tape_free(t);
}

/* What an event did to a service lasts until the round's end, and no longer. */
static void test_a_service_is_down_until_the_round_ends(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_to(t, FIX_TIME(9, 30));
    act(t, SIM_CMD_FIRE, SHEET_EVENT, FIX_OUTAGE);
    tape_end(t);
    tape_start(t, FIX_AFTERNOON);
    tape_to(t, FIX_TIME(13, 3));
    struct assess_reading *r = reading_of(t);
    struct seen spans = items_of(r, MEASURE_DOWN, FIX_MORNING);
    int32_t found = 0;
    for (int32_t k = 0; k < spans.count; k++)
        if (event_of(t, &spans.items[k])->service.service == FIX_BAGS) {
            found++;
            assert_int_equal(spans.items[k].points, 90 * 60);
        }
    assert_int_equal(found, 1);
    assert_int_equal(value_of(r, MEASURE_DOWN, FIX_AFTERNOON), 0);
    free(r);
    tape_free(t);
}

static void test_work_that_was_stopped_is_wasted_and_again_repeated(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 9));
    act(t, SIM_CMD_STOP_WORK, t->play->state.work_count - 1, 0);
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 14));
    struct assess_reading *r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_WORK, FIX_MORNING), 8 * 60);
    assert_int_equal(value_of(r, MEASURE_WORK_WASTED, FIX_MORNING), 3 * 60);
    assert_int_equal(value_of(r, MEASURE_WORK_REPEATED, FIX_MORNING), 5 * 60);
    struct seen wasted = items_of(r, MEASURE_WORK_WASTED, FIX_MORNING);
    assert_int_equal(wasted.count, 1);
    assert_int_equal(event_of(t, &wasted.items[0])->kind, SIM_EV_WORK_ENDED);
    assert_int_equal(t->events[wasted.items[0].began].kind, SIM_EV_WORK_STARTED);
    free(r);
    tape_free(t);
}

/* Nobody asked before the change: a risk, and here also a harm; the four sides tell. */
static void test_a_blind_change(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct account a;
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 20));
    tape_work(t, FIX_FROZEN_RENEW, NOBODY);
    tape_to(t, FIX_TIME(9, 55));
    struct assess_reading *r = reading_of(t);
    account_read(r, FIX_MORNING, &a);
    assert_int_equal(a.changes, 1);
    assert_int_equal(a.changes_unasked, 1);
    assert_int_equal(a.harms, 1);
    assert_int_equal(a.restored_in_time, 1);
    assert_int_equal(a.targets_met, 1);
    struct seen harms = items_of(r, MEASURE_HARMS, FIX_MORNING);
    assert_int_equal(event_of(t, &harms.items[0])->kind, SIM_EV_HARM);
    struct seen quality = items_of(r, MEASURE_QUALITY, FIX_MORNING);
    int32_t harmful = 0;
    for (int32_t k = 0; k < quality.count; k++)
        harmful += quality.items[k].points == 0 && strcmp(quality.items[k].rule, "harm") == 0;
    assert_int_equal(harmful, 1);
    struct seen risk = items_of(r, MEASURE_RISK, FIX_MORNING);
    assert_int_equal(risk.items[0].key.source, MOMENT_GO_AHEAD);
    assert_int_equal(risk.items[0].points, 0);
    free(r);
    tape_free(t);
}

/* A fix that falls back ten minutes later, is seen as wasted, and counts against quality. */
static void test_a_fix_that_falls_back(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_to(t, FIX_TIME(10, 1));
    tape_work(t, FIX_BELT_FIX, NOBODY);
    tape_to(t, FIX_TIME(10, 10));
    struct assess_reading *r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_FELL_BACK, FIX_MORNING), 0);
    assert_int_equal(value_of(r, MEASURE_UNCONFIRMED, FIX_MORNING), 1);
    assert_int_equal(value_of(r, MEASURE_WILL_FALL_BACK, FIX_MORNING), 0);   /* nobody may know yet */
    free(r);
    tape_to(t, FIX_TIME(10, 30));
    r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_FELL_BACK, FIX_MORNING), 1);
    assert_true(value_of(r, MEASURE_WORK_WASTED, FIX_MORNING) >= 5 * 60);
    struct seen held = items_of(r, MEASURE_QUALITY, FIX_MORNING);
    int32_t fell = 0;
    for (int32_t k = 0; k < held.count; k++)
        fell += held.items[k].incident == FIX_BELT && strcmp(held.items[k].rule, "fell-back") == 0 && held.items[k].points == 0;
    assert_int_equal(fell, 1);
    free(r);
    tape_free(t);
}

static void test_a_fix_that_will_fall_back_shows_at_the_end_only(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_to(t, FIX_TIME(10, 52));
    tape_work(t, FIX_BELT_FIX, NOBODY);
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_WILL_FALL_BACK, FIX_MORNING), 0);
    free(r);
    tape_do(t, sim_command_make(SIM_CMD_FINISH));
    r = reading_of(t);
    assert_int_equal(value_of(r, MEASURE_WILL_FALL_BACK, FIX_MORNING), 1);
    free(r);
    tape_free(t);
}

static void test_left_lapsed_refused(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct account a;
    tape_to(t, FIX_TIME(9, 21));
    act(t, SIM_CMD_REFUSE, FIX_BADGES, FIX_OLOF);
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    account_read(r, FIX_MORNING, &a);
    assert_int_equal(a.refused, 1);
    assert_int_equal(a.lapsed, 2);             /* the kiosk and the badges */
    assert_int_equal(a.served + a.confirmed + a.restored_in_time, 0);
    assert_true(a.left >= 2 && a.unfixed >= 2);
    assert_int_equal(a.targets_met, 0);
    assert_true(a.targets_missed > a.targets);  /* first words too */
    assert_int_equal(a.speed.value, 0);
    account_read(r, FIX_AFTERNOON, &a);
    assert_int_equal(a.speed.value, -1);
    assert_int_equal(a.value_possible, 0);
    free(r);
    tape_free(t);
}

static void test_claims_ahead_are_counted_against_all(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_to(t, FIX_TIME(9, 6));
    tape_say(t, NOBODY, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    int32_t act_number = tape_say(t, NOBODY, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    struct assess_reading *r = reading_of(t);
    struct measure_value v = measure_read(r, MEASURE_CLAIMS_AHEAD, FIX_MORNING);
    assert_int_equal(v.points, 1);
    assert_int_equal(v.possible, 2);
    assert_int_equal(value_of(r, MEASURE_CLAIMS_OPEN, FIX_MORNING), 1);
    free(r);
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 1, c.overrule.subject = act_number, c.overrule.outcome = OUTCOME_MET, c.overrule.author = 2, c.text = 1;
    tape_do(t, c);
    r = reading_of(t);
    v = measure_read(r, MEASURE_CLAIMS_AHEAD, FIX_MORNING);
    assert_int_equal(v.value, 0);
    assert_int_equal(v.by_rule, 1);
    assert_int_equal(v.overruled, 1);
    struct seen claims = items_of(r, MEASURE_CLAIMS_AHEAD, FIX_MORNING);
    assert_int_equal(claims.items[1].rule_outcome, OUTCOME_BROKEN);
    assert_int_equal(t->events[claims.items[1].mark].kind, SIM_EV_VERDICT_MARK);
    free(r);
    tape_free(t);
}

/* The worst claim of a window was overruled: the window's moment counts as people said, and by the rule as before. */
static void test_the_window_of_an_overruled_claim(void **state)
{
    (void)state;
    for (int late = 0; late < 2; late++) {
        struct tape *t = begun();
        tape_to(t, FIX_TIME(9, 6));
        struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
        c.overrule.aim = 1, c.overrule.outcome = OUTCOME_MET, c.overrule.author = 2, c.text = 1;
        c.overrule.subject = tape_say(t, NOBODY, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
        if (!late)
            tape_do(t, c);
        tape_to(t, FIX_TIME(9, 20));
        if (late)
            tape_do(t, c);
        struct assess_reading *r = reading_of(t);
        struct seen honest = items_of(r, MEASURE_HONEST, FIX_MORNING);
        int32_t found = 0;
        for (int32_t k = 0; k < honest.count; k++) {
            const struct assess_item *item = &honest.items[k];
            if (item->key.source != MOMENT_UPDATE_WINDOW || item->key.subject != FIX_FROZEN || item->key.nth != 0)
                continue;
            found++;
            assert_int_equal(item->outcome, OUTCOME_MET);
            assert_int_equal(item->rule_outcome, OUTCOME_BROKEN);
            assert_int_equal(item->rule_points, -1);
            assert_int_equal(t->events[item->mark].kind, SIM_EV_VERDICT_MARK);
        }
        assert_int_equal(found, 1);
        free(r);
        tape_free(t);
    }
}

static void test_overruled_and_disputed_moments(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct moment_key first_word = {MOMENT_ACKNOWLEDGED, FIX_FROZEN, FIX_MARA, 0};
    tape_to(t, FIX_TIME(9, 50));
    struct assess_reading *r = reading_of(t);
    for (int32_t k = 0; k < r->state.moment_count; k++)
        if (r->state.moments[k].source == MOMENT_ACKNOWLEDGED && r->state.moments[k].subject == FIX_FROZEN)
            first_word = (struct moment_key){MOMENT_ACKNOWLEDGED, FIX_FROZEN, r->state.moments[k].customer, r->state.moments[k].nth};
    struct measure_value before = measure_read(r, MEASURE_FIRST_WORD, FIX_MORNING);
    assert_int_equal(before.value, 0);
    assert_int_equal(before.by_rule, 0);
    free(r);
    tape_dispute(t, first_word, 1);
    r = reading_of(t);
    struct measure_value speed = measure_read(r, MEASURE_INVOLVING, FIX_MORNING);
    assert_int_equal(speed.disputed, 1);
    assert_int_equal(measure_read(r, MEASURE_FIRST_WORD, FIX_MORNING).items, before.items - 1);
    free(r);
    tape_overrule(t, first_word, OUTCOME_MET);
    r = reading_of(t);
    struct measure_value after = measure_read(r, MEASURE_FIRST_WORD, FIX_MORNING);
    assert_int_equal(after.points, 2);
    assert_int_equal(after.overruled, 1);
    assert_true(after.value > 0);
    assert_int_equal(after.by_rule, 0);
    free(r);
    tape_overrule(t, first_word, OUTCOME_NONE);   /* did not apply: the rule's zero stays beside it */
    r = reading_of(t);
    struct seen involving = items_of(r, MEASURE_INVOLVING, FIX_MORNING);
    int32_t shown = 0;
    for (int32_t k = 0; k < involving.count; k++)
        shown += involving.items[k].mark != NOBODY && involving.items[k].possible == 0 && involving.items[k].rule_possible == 2;
    assert_int_equal(shown, 1);
    free(r);
    tape_free(t);
}

/* --- matrix --- */

static void test_where_the_effort_went(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct value_matrix m;
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);                       /* nobody was told */
    ask(t, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    struct sim_command help = sim_command_make(SIM_CMD_PROACTIVE);
    help.proactive.customer = FIX_INES, help.proactive.incident = NOBODY, help.proactive.unasked = 1;
    tape_to(t, FIX_TIME(9, 15));
    tape_do(t, help);
    ask(t, FIX_MOVE, FIX_INES, ASK_EXPECTATION);
    tape_to(t, FIX_TIME(9, 20));
    struct assess_reading *r = reading_of(t);
    matrix_read(r, FIX_MORNING, &m);
    assert_int_equal(m.acts, 4);
    assert_int_equal(m.cells[PLACE_UNSEEN_ROUTINE].acts, 1);
    assert_int_equal(m.cells[PLACE_SEEN_ROUTINE].acts, 1);
    assert_int_equal(m.cells[PLACE_SEEN_UNIQUE].acts, 1);
    assert_int_equal(m.cells[PLACE_SEEN_DEVELOPMENTAL].acts, 1);
    const struct sim_work *look = &t->play->state.works[0];
    assert_int_equal(m.cells[PLACE_UNSEEN_ROUTINE].seconds, look->ended - look->started);
    assert_int_equal(m.cells[PLACE_SEEN_DEVELOPMENTAL].seconds, 0);   /* the same conversation went on */
    assert_int_equal(m.seen_seconds, 240);
    free(r);
    struct sim_command thanks = sim_command_make(SIM_CMD_VOUCHER);
    thanks.voucher.customer = FIX_MARA, thanks.voucher.member = NOBODY, thanks.voucher.incident = FIX_FROZEN, thanks.text = 1;
    for (int32_t k = 0; k < t->count; k++)
        if (t->events[k].kind == SIM_EV_ACT && t->events[k].act.act == SIM_CMD_WORK)
            thanks.voucher.act = t->events[k].act.number;
    tape_do(t, thanks);
    r = reading_of(t);
    matrix_read(r, FIX_MORNING, &m);
    assert_int_equal(m.cells[PLACE_UNSEEN_ROUTINE].acts, 0);
    assert_int_equal(m.cells[PLACE_SEEN_UNIQUE].acts, 2);
    assert_int_equal(m.vouchers, 1);
    assert_int_equal(m.acts, 4);                                  /* giving it is no act of the team */
    struct seen unique = items_of(r, MEASURE_SEEN_UNIQUE, FIX_MORNING);
    assert_string_equal(unique.items[0].rule, "voucher");
    assert_int_equal(event_of(t, &unique.items[0])->kind, SIM_EV_VOUCHER);
    free(r);
    tape_free(t);
}

/* --- surveys --- */

static struct sim_event answer(customer_id c, incident_id i, int32_t answer)
{
    return (struct sim_event){.kind = SIM_EV_SURVEYED, .at = FIX_TIME(10, 0), .surveyed = {i, c, answer, FIX_MORNING}};
}

static void test_bands_of_surveys(void **state)
{
    (void)state;
    struct tape *t = begun();
    struct survey s;
    tape_to(t, FIX_TIME(10, 0));
    struct assess_reading *r = reading_of(t);
    for (int32_t k = 0; k < 10; k++) {
        struct sim_event e = answer(k % FIX_CUSTOMERS, k < 5 ? FIX_FROZEN : NOBODY, k < 2 ? 3 : 4 + k % 2);
        assess_fold(r, t->count + k, &e);
        survey_read(r, FIX_MORNING, &s);
        if (k == 1)
            assert_int_equal(s.customers.band, SURVEY_TOO_FEW);
    }
    assert_int_equal(s.customers.count, 10);
    assert_int_equal(s.customers.percent, 80);
    assert_int_equal(s.customers.band, SURVEY_GOOD);
    assert_int_equal(s.incidents.percent, 60);
    assert_int_equal(s.incidents.band, SURVEY_BELOW);
    assert_int_equal(s.round.percent, 100);
    assert_int_equal(s.round.band, SURVEY_OUTSTANDING);
    assert_int_equal(value_of(r, MEASURE_SATISFACTION, FIX_MORNING), 80);
    assert_int_equal(value_of(r, MEASURE_SURVEY_INCIDENTS, FIX_MORNING), 60);
    assert_int_equal(s.of_customer[FIX_MARA].count, 4);
    for (int32_t k = 0; k < 10; k++) {
        struct sim_event e = answer(FIX_MARA, NOBODY, 5);
        assess_fold(r, t->count + 10 + k, &e);
    }
    survey_read(r, FIX_MORNING, &s);
    assert_int_equal(s.customers.percent, 90);
    assert_int_equal(s.customers.band, SURVEY_OUTSTANDING);
    free(r);
    tape_free(t);
}

static void test_the_customers_answer_at_the_end(void **state)
{
    (void)state;
    struct tape *t = begun();
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    struct survey s;
    survey_read(r, FIX_MORNING, &s);
    assert_int_equal(s.round.count, FIX_CUSTOMERS);
    assert_int_equal(s.round.satisfied, 0);       /* nobody spoke to anybody for two hours */
    assert_int_equal(s.round.band, SURVEY_BELOW);
    free(r);
    tape_free(t);
}

/* --- delivered and perceived --- */

static void test_watermelon(void **state)
{
    (void)state;
    assert_true(perception_is_watermelon(90, 40));
    assert_false(perception_is_watermelon(90, 75));
    assert_false(perception_is_watermelon(50, 10));
    assert_false(perception_is_watermelon(90, -1));
    struct tape *t = begun();
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    struct perception p;
    struct round_figures f = score_figures(&t->play->state, t->play->sc, FIX_MORNING);
    perception_read(r, FIX_MORNING, &p);
    assert_int_equal(p.delivered, f.delivered);
    assert_int_equal(p.perceived, f.perceived);
    assert_int_equal(p.fade, 100);
    free(r);
    tape_start(t, FIX_AFTERNOON);
    r = reading_of(t);
    perception_read(r, FIX_AFTERNOON, &p);
    assert_int_equal(p.fade, 100 - FIGURE_FADE);
    perception_read(r, FIX_MORNING, &p);
    assert_int_equal(p.delivered, f.delivered);   /* a round that has ended stands */
    free(r);
    tape_to(t, FIX_TIME(13, 41));
    ask(t, FIX_AGAIN, FIX_MARA, ASK_IMPACT);
    ask(t, FIX_LIST, FIX_INES, ASK_IMPACT);
    ask(t, FIX_SCALE, FIX_OLOF, ASK_IMPACT);
    r = reading_of(t);
    perception_read(r, FIX_AFTERNOON, &p);
    assert_int_equal(p.gains, 3);
    assert_int_equal(p.novelty, 100 - FIGURE_FADE);   /* being asked was new in the morning */
    free(r);
    tape_free(t);
}

static void test_the_warm_up_leaves_no_trace(void **state)
{
    (void)state;
    struct tape *t = tape_new(1);
    tape_start(t, FIX_WARM_UP);
    tape_to(t, FIX_TIME(8, 2));
    tape_say(t, 0, FIX_HELLO, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    tape_end(t);
    struct assess_reading *r = reading_of(t);
    assert_int_equal(r->trace_count, 0);
    assert_int_equal(assess_has_round(r, FIX_WARM_UP), 0);
    for (int32_t k = 0; k < MEASURE_COUNT; k++) {
        assert_int_equal(items_of(r, k, FIX_WARM_UP).count == 0 || k == MEASURE_MATURITY, 1);
        assert_int_equal(value_of(r, k, FIX_WARM_UP), -1);
    }
    free(r);
    tape_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time_and_value_of_a_service),
        cmocka_unit_test(test_a_service_is_down_until_the_round_ends),
        cmocka_unit_test(test_work_that_was_stopped_is_wasted_and_again_repeated),
        cmocka_unit_test(test_a_blind_change),
        cmocka_unit_test(test_a_fix_that_falls_back),
        cmocka_unit_test(test_a_fix_that_will_fall_back_shows_at_the_end_only),
        cmocka_unit_test(test_left_lapsed_refused),
        cmocka_unit_test(test_claims_ahead_are_counted_against_all),
        cmocka_unit_test(test_the_window_of_an_overruled_claim),
        cmocka_unit_test(test_overruled_and_disputed_moments),
        cmocka_unit_test(test_where_the_effort_went),
        cmocka_unit_test(test_bands_of_surveys),
        cmocka_unit_test(test_the_customers_answer_at_the_end),
        cmocka_unit_test(test_watermelon),
        cmocka_unit_test(test_the_warm_up_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
