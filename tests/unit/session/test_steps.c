/* Where a workshop stands, and when, as the file keeps it. */
#include "session_help.h"
#include "session/recent.h"

static void step_at(struct session *s, int64_t wall, int32_t step)
{
    struct sim_command c = sim_command_make(SIM_CMD_STEP);
    c.step.step = step;
    session_tell_time(s, wall);
    act(s, c);
}

static void assert_walls(const struct session *s)
{
    int32_t steps = 0;
    for (int32_t i = 0; i < session_entry_count(s); i++) {
        const struct session_entry *e = session_entry_at(s, i);
        if (e->command.kind == SIM_CMD_STEP)
            assert_int_equal(session_wall(s, e->seq), 1000 + 500 * steps++);
    }
    assert_int_equal(steps, 3);
    assert_int_equal(session_wall(s, 0), 0);
    assert_int_equal(session_wall(s, -1), 0);
    assert_int_equal(session_wall(s, 1000000), 0);
}

static void the_wall_of_each_record_is_kept(void **state)
{
    (void)state;
    struct session *s = create(path);
    for (int32_t k = 0; k < 3; k++)
        step_at(s, 1000 + 500 * k, k);
    assert_walls(s);
    session_close(s);
    struct store_report report;
    s = open_session(path, STORE_WRITE, &report);
    assert_walls(s);
    assert_int_equal(session_state(s)->step, 2);
    session_close(s);
}

/* Taking back the end of a round writes what follows anew; the steps keep their time. */
static void an_undo_leaves_the_wall_of_steps_alone(void **state)
{
    (void)state;
    struct submit_result r;
    struct session *s = create(path);
    step_at(s, 1000, 0);
    step_at(s, 1500, 4);
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    step_at(s, 2000, 5);
    session_tell_time(s, 9000);
    session_undo(s, 1, &r);
    if (r.status == SUBMIT_DONE)
        assert_int_equal(session_state(s)->phase, PHASE_ROUND);
    assert_walls(s);
    session_close(s);
    struct store_report report;
    s = open_session(path, STORE_WRITE, &report);
    assert_walls(s);
    session_close(s);
}

static void a_list_says_at_which_step_it_stands(void **state)
{
    (void)state;
    struct recent_session found;
    struct session *s = create(path);
    session_close(s);
    recent_look(&arena, path, &found);
    assert_string_equal(found.step, "");
    struct store_report report;
    s = open_session(path, STORE_WRITE, &report);
    step_at(s, 1000, 1);
    session_close(s);
    recent_look(&arena, path, &found);
    assert_string_equal(found.step, "cards");
    s = open_session(path, STORE_WRITE, &report);
    step_at(s, 1000, 8);
    session_close(s);
    recent_look(&arena, path, &found);
    assert_string_equal(found.step, "monday");
}

#define STEP_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
    const struct CMUnitTest tests[] = {
        STEP_TEST(the_wall_of_each_record_is_kept),
        STEP_TEST(an_undo_leaves_the_wall_of_steps_alone),
        STEP_TEST(a_list_says_at_which_step_it_stands),
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
