/* What the team found out about what its customers need, and what brings it to light. */
#include "tape.h"

#include "assess/needs.h"

enum { BASIC, SATISFIER, DELIGHTER };

/* Each customer of the fixture has one of each kind, in that order. */
static struct tape *tape_with_needs(void)
{
    struct tape *t = tape_new(5);
    for (customer_id c = 0; c < FIX_CUSTOMERS; c++) {
        fix_scenario.customers[c].need_count = NEED_COUNT;
        for (int32_t n = 0; n < NEED_COUNT; n++)
            fix_scenario.customers[c].needs[n] = (struct need){(enum need_kind)n, "need", "Something"};
    }
    return t;
}

static struct needs_watch watched(const struct tape *t)
{
    struct needs_watch w;
    needs_begin(&w, t->play->sc);
    for (int32_t k = 0; k < t->count; k++)
        needs_fold(&w, t->play->sc, k, &t->events[k]);
    return w;
}

static int32_t way_of(const struct tape *t, customer_id c, int32_t need)
{
    struct needs_watch w = watched(t);
    return w.found[c][need].way;
}

static void morning(struct tape *t, int32_t hour, int32_t minute)
{
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(hour, minute));
}

static void basic_needs_are_known_and_nothing_else(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    morning(t, 9, 6);
    tape_say(t, NOBODY, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 20));
    struct needs_watch w = watched(t);
    for (customer_id c = 0; c < FIX_CUSTOMERS; c++) {
        assert_int_equal(w.found[c][BASIC].way, NEED_FROM_START);
        assert_int_equal(w.found[c][BASIC].event, NOBODY);
        assert_int_equal(w.found[c][SATISFIER].way, NEED_NOT_FOUND);
        assert_int_equal(w.found[c][DELIGHTER].way, NEED_NOT_FOUND);
    }
    tape_free(t);
}

static void a_question_about_their_work_finds_the_satisfier(void **state)
{
    (void)state;
    static const enum question questions[] = {ASK_IMPACT, ASK_URGENCY, ASK_EXPECTATION, ASK_IDEAS, ASK_FEEDBACK};
    for (size_t q = 0; q < sizeof questions / sizeof questions[0]; q++) {
        struct tape *t = tape_with_needs();
        morning(t, 9, 6);
        tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, questions[q]));
        struct needs_watch w = watched(t);
        assert_int_equal(w.found[FIX_MARA][SATISFIER].way, NEED_BY_ASKING);
        assert_int_equal(w.found[FIX_MARA][SATISFIER].round, FIX_MORNING);
        assert_int_equal(t->events[w.found[FIX_MARA][SATISFIER].event].kind, SIM_EV_ASKED);
        assert_int_equal(w.found[FIX_MARA][DELIGHTER].way, NEED_NOT_FOUND);
        assert_int_equal(w.found[FIX_OLOF][SATISFIER].way, NEED_NOT_FOUND);
        tape_free(t);
    }
}

static void what_is_about_the_teams_own_work_finds_nothing(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    morning(t, 9, 11);
    tape_do(t, cmd_ask(FIX_MOVE, FIX_INES, ASK_GO_AHEAD));
    tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_CONFIRMATION));
    assert_int_equal(way_of(t, FIX_INES, SATISFIER), NEED_NOT_FOUND);
    assert_int_equal(way_of(t, FIX_MARA, SATISFIER), NEED_NOT_FOUND);
    tape_free(t);
}

static void conditions_find_the_satisfier(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    morning(t, 9, 11);
    struct sim_command c = sim_command_make(SIM_CMD_AGREE_CONDITIONS);
    c.agree_conditions.incident = FIX_MOVE;
    c.agree_conditions.customer = FIX_INES;
    tape_do(t, c);
    assert_int_equal(way_of(t, FIX_INES, SATISFIER), NEED_BY_ASKING);
    assert_int_equal(way_of(t, FIX_INES, DELIGHTER), NEED_NOT_FOUND);
    tape_free(t);
}

/* The same question: while it presses it is about the incident, afterwards it is about them. */
static void a_delighter_is_found_when_nothing_presses(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    morning(t, 9, 21);
    tape_do(t, cmd_ask(FIX_BADGES, FIX_OLOF, ASK_FEEDBACK));
    assert_int_equal(way_of(t, FIX_OLOF, DELIGHTER), NEED_NOT_FOUND);
    tape_work(t, FIX_BADGES_PRINT, NOBODY);
    tape_to(t, FIX_TIME(9, 38));
    tape_do(t, cmd_ask(FIX_BADGES, FIX_OLOF, ASK_EXPECTATION));
    assert_int_equal(way_of(t, FIX_OLOF, DELIGHTER), NEED_NOT_FOUND);
    tape_do(t, cmd_ask(FIX_BADGES, FIX_OLOF, ASK_IDEAS));
    assert_int_equal(way_of(t, FIX_OLOF, DELIGHTER), NEED_BY_ASKING);
    tape_do(t, cmd_ask(FIX_MOVE, FIX_INES, ASK_IDEAS));   /* a project never presses */
    assert_int_equal(way_of(t, FIX_INES, DELIGHTER), NEED_BY_ASKING);
    tape_free(t);
}

static void a_visit_finds_everything_of_one_customer(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    morning(t, 9, 6);
    struct sim_command c = sim_command_make(SIM_CMD_PROACTIVE);
    c.proactive.customer = FIX_INES;
    tape_do(t, c);
    assert_int_equal(way_of(t, FIX_INES, SATISFIER), NEED_BY_VISIT);
    assert_int_equal(way_of(t, FIX_INES, DELIGHTER), NEED_BY_VISIT);
    assert_int_equal(way_of(t, FIX_MARA, DELIGHTER), NEED_NOT_FOUND);
    tape_free(t);
}

static void a_day_in_the_business_finds_everything_when_the_next_round_begins(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    tape_start(t, FIX_MORNING);
    tape_end(t);
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = IMPROVE_DAY_IN_BUSINESS;
    c.improve.on = 1;
    tape_do(t, c);
    assert_int_equal(way_of(t, FIX_MARA, DELIGHTER), NEED_NOT_FOUND);
    tape_start(t, FIX_AFTERNOON);
    for (customer_id k = 0; k < FIX_CUSTOMERS; k++)
        assert_int_equal(way_of(t, k, DELIGHTER), NEED_BY_DAY);
    struct needs_watch w = watched(t);
    struct needs_count all = needs_count(&w, t->play->sc, NEED_DELIGHTER, NOBODY, FIX_AFTERNOON);
    assert_int_equal(all.all, FIX_CUSTOMERS);
    assert_int_equal(all.found, FIX_CUSTOMERS);
    assert_int_equal(all.now, FIX_CUSTOMERS);
    assert_int_equal(needs_count(&w, t->play->sc, NEED_DELIGHTER, FIX_MARA, FIX_MORNING).now, 0);
    tape_free(t);
}

static void a_day_taken_back_finds_nothing(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    tape_start(t, FIX_MORNING);
    tape_end(t);
    for (int32_t on = 1; on >= 0; on--) {
        struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
        c.improve.improvement = IMPROVE_DAY_IN_BUSINESS;
        c.improve.on = on;
        tape_do(t, c);
    }
    tape_start(t, FIX_AFTERNOON);
    assert_int_equal(way_of(t, FIX_MARA, DELIGHTER), NEED_NOT_FOUND);
    tape_free(t);
}

/* Total: an event of nonsense moves nothing. */
static void nonsense_is_passed_over(void **state)
{
    (void)state;
    struct tape *t = tape_with_needs();
    struct needs_watch w, before;
    needs_begin(&w, t->play->sc);
    before = w;
    struct sim_event asked = {.kind = SIM_EV_ASKED, .asked = {-7, 99, ASK_IDEAS, NOBODY, NOBODY, 1}};
    struct sim_event opened = {.kind = SIM_EV_INCIDENT_OPENED, .incident_opened = {.incident = 100000}};
    struct sim_event improved = {.kind = SIM_EV_IMPROVED, .improved = {.improvement = -3, .on = 1}};
    needs_fold(&w, t->play->sc, 0, &asked);
    needs_fold(&w, t->play->sc, 1, &opened);
    needs_fold(&w, t->play->sc, 2, &improved);
    assert_memory_equal(&w, &before, sizeof w);
    assert_string_equal(need_way_word(NEED_BY_DAY), "day");
    assert_string_equal(need_way_word(NEED_WAY_COUNT), "");
    tape_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(basic_needs_are_known_and_nothing_else),
        cmocka_unit_test(a_question_about_their_work_finds_the_satisfier),
        cmocka_unit_test(what_is_about_the_teams_own_work_finds_nothing),
        cmocka_unit_test(conditions_find_the_satisfier),
        cmocka_unit_test(a_delighter_is_found_when_nothing_presses),
        cmocka_unit_test(a_visit_finds_everything_of_one_customer),
        cmocka_unit_test(a_day_in_the_business_finds_everything_when_the_next_round_begins),
        cmocka_unit_test(a_day_taken_back_finds_nothing),
        cmocka_unit_test(nonsense_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
