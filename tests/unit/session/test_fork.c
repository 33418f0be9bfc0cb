/* Another try: the first records of a session in a file of its own, with the same luck, its parent untouched. */
#include "session_help.h"
#include "session/fork.h"
#include "session/recent.h"

static const char *other(void)
{
    return arena_printf(&arena, "%s/other.moment", folder);
}

static struct session *create_alone(void)
{
    struct session_setup setup = make_setup();
    struct diag_list found = {.arena = &arena};
    struct session *s = NULL;
    setup.alone = ALONE_ROUND;
    setup.alone_item = MORNING;
    assert_int_equal(session_create(&s, path, pack, &setup, &found), ERR_NONE);
    return s;
}

/* As somebody alone plays: what is done is done, and nothing is recorded late. */
static void play_alone(struct session *s)
{
    int32_t tills = incident(s, "tills-stuck");
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    advance(s, CLOCK(8, 3));
    act(s, two(SIM_CMD_ACKNOWLEDGE, tills, 0));
    struct sim_command question = two(SIM_CMD_ASK, tills, 0);
    question.ask.question = ASK_IMPACT;
    advance(s, CLOCK(8, 7) + 17);
    act(s, question);
    act(s, two(SIM_CMD_WORK, work_called(s, "trace"), NOBODY));
    advance(s, CLOCK(8, 10) + 30);
    act(s, update(tills, 0, CLAIM_FINDING_OUT, CLOCK(8, 20)));
    advance(s, CLOCK(8, 19) + 11);
}

static int32_t entry_of_kind(const struct session *s, int32_t kind)
{
    for (int32_t i = 0; i < session_entry_count(s); i++)
        if (session_entry_at(s, i)->command.kind == kind)
            return i;
    fail_msg("no such act");
    return -1;
}

static struct session *fork_before(struct session *s, int32_t kind)
{
    struct store_report report;
    assert_int_equal(session_fork(s, other(), session_records_before_entry(s, entry_of_kind(s, kind))), ERR_NONE);
    return open_session(other(), STORE_WRITE, &report);
}

/* The same act at the same second after the fork leads to the same state as in the parent. */
static void test_the_same_luck(void **state)
{
    (void)state;
    struct session *s = create_alone();
    play_alone(s);
    uint64_t digest = session_digest(s);
    int32_t first = entry_of_kind(s, SIM_CMD_ASK);
    struct session *f = fork_before(s, SIM_CMD_ASK);
    const char *const none[2] = {NULL, NULL};
    struct submit_result result;
    assert_int_equal(session_setup(f)->alone, ALONE_ROUND);
    assert_int_equal(session_setup(f)->alone_item, MORNING);
    for (int32_t i = first; i < session_entry_count(s); i++) {
        struct sim_command c = session_entry_at(s, i)->command;
        if (!sim_command_is_act(c.kind))
            continue;
        if (c.said > session_state(f)->now)
            session_advance(f, c.said, &result);
        session_submit(f, &c, none, &result);
    }
    if (session_state(f)->now < session_state(s)->now)
        session_advance(f, session_state(s)->now, &result);
    assert_int_equal(session_state(f)->now, session_state(s)->now);
    assert_int_equal(session_state(f)->acts, session_state(s)->acts);
    assert_int_equal(session_digest(s), digest);
    expect_verified(f);
    expect_verified(s);
    session_close(f);
    session_close(s);
}

static void test_it_names_its_parent(void **state)
{
    (void)state;
    struct session *s = create_alone();
    struct session_origin origin;
    const char *found = NULL;
    play_alone(s);
    assert_false(session_origin(s, &origin));
    assert_int_equal(session_find_parent(&arena, s, &found), ERR_MISSING);
    struct session *f = fork_before(s, SIM_CMD_UPDATE);
    assert_true(session_origin(f, &origin));
    assert_int_equal(origin.records, session_records_before_entry(s, entry_of_kind(s, SIM_CMD_UPDATE)));
    assert_int_equal(session_find_parent(&arena, f, &found), ERR_NONE);
    assert_string_equal(found, path);
    /* A child of the child names the child. */
    const char *third = arena_printf(&arena, "%s/third.moment", folder);
    assert_int_equal(session_fork(f, third, origin.records), ERR_NONE);
    struct store_report report;
    struct session *g = open_session(third, STORE_READ, &report);
    assert_int_equal(session_find_parent(&arena, g, &found), ERR_NONE);
    assert_string_equal(found, other());
    session_close(g);
    session_close(f);
    session_close(s);
}

/* Lists tell where the new file stands, not where its parent ended. */
static void test_what_a_list_shows(void **state)
{
    (void)state;
    struct recent_session item;
    struct session *s = create_alone();
    play_alone(s);
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    act(s, sim_command_make(SIM_CMD_FINISH));
    struct session *f = fork_before(s, SIM_CMD_ASK);
    session_close(f);
    session_close(s);
    recent_look(&arena, other(), &item);
    assert_int_equal(item.phase, PHASE_ROUND);
    assert_int_equal(item.round, MORNING);
    assert_string_equal(item.round_title, "The doors open");
    assert_string_equal(item.alone, "The doors open");
    assert_false(item.finished);
    recent_look(&arena, path, &item);
    assert_true(item.finished);
}

/* Nothing of a record that ends later than the second is taken. */
static void test_records_before_a_second(void **state)
{
    (void)state;
    struct session *s = create_alone();
    play_alone(s);
    for (int32_t i = 0; i < session_entry_count(s); i++) {
        int32_t second = session_entry_at(s, i)->time;
        int64_t records = session_records_before(s, second);
        assert_true(records >= 1);
        for (int32_t k = 0; k < session_entry_count(s); k++)
            if (session_entry_at(s, k)->seq <= records)
                assert_true(session_entry_at(s, k)->time <= second);
    }
    assert_int_equal(session_records_before(s, 0), 1);
    session_close(s);
}

static void test_what_cannot_be(void **state)
{
    (void)state;
    struct session *s = create_alone();
    play_alone(s);
    assert_int_equal(session_fork(s, path, 2), ERR_REFUSED);
    assert_int_equal(session_fork(s, other(), 100000), ERR_DAMAGED);
    assert_false(file_exists(other()));
    struct session_setup setup = make_setup();
    struct session *scratch = NULL;
    assert_int_equal(session_scratch(&scratch, session_scenario(s), &setup), ERR_NONE);
    assert_int_equal(session_fork(scratch, other(), 1), ERR_REFUSED);
    setup.alone = ALONE_INCIDENT;
    setup.alone_item = session_scenario(s)->incident_count;
    struct session *none = NULL;
    assert_int_equal(session_scratch(&none, session_scenario(s), &setup), ERR_REFUSED);
    setup.alone = ALONE_COUNT;
    setup.alone_item = 0;
    assert_int_equal(session_scratch(&none, session_scenario(s), &setup), ERR_REFUSED);
    session_close(scratch);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_same_luck, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_it_names_its_parent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_list_shows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_records_before_a_second, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_cannot_be, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
