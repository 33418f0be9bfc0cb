#include "session_help.h"
#include "session/recent.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

static const struct recent_session *named(const struct recent_session *items, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(items[i].name, name) == 0)
            return &items[i];
    fail_msg("%s is not listed", name);
    return NULL;
}

static char *in_folder(const char *name)
{
    return arena_printf(&arena, "%s/%s.moment", folder, name);
}

static void test_what_a_list_shows(void **state)
{
    (void)state;
    struct recent_session *items = NULL;
    size_t count = 0;
    session_close(create(in_folder("fresh")));
    struct session *s = create(in_folder("played"));
    play(s);
    session_close(s);
    s = create(in_folder("ended"));
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    act(s, sim_command_make(SIM_CMD_FINISH));
    session_close(s);
    s = create(in_folder("open"));
    assert_int_equal(file_write(in_folder("broken"), "SQLite format 3", 16), ERR_NONE);
    assert_int_equal(file_write(file_join(&arena, folder, "other.txt"), "x", 1), ERR_NONE);
    assert_int_equal(recent_list(&arena, folder, &items, &count), ERR_NONE);
    assert_int_equal(count, 5);
    const struct recent_session *one = named(items, count, "played");
    assert_string_equal(one->team, "Blue");
    assert_string_equal(one->pack, "Corner bakery");
    assert_string_equal(one->date, "2026-11-22");
    assert_string_equal(one->round_title, "The doors open");
    assert_int_equal(one->round, MORNING);
    assert_int_equal(one->phase, PHASE_ROUND);
    assert_int_equal(one->time, CLOCK(8, 20) + 11);
    assert_false(one->finished || one->busy || one->damaged || one->newer);
    assert_true(one->modified > 0);
    one = named(items, count, "fresh");
    assert_int_equal(one->round, -1);
    assert_int_equal(one->phase, PHASE_BETWEEN);
    assert_true(named(items, count, "ended")->finished);
    assert_true(named(items, count, "broken")->damaged);
    assert_true(named(items, count, "open")->busy);
    assert_false(named(items, count, "open")->damaged);
    session_close(s);
}

static void test_undoing_the_end_shows(void **state)
{
    (void)state;
    struct recent_session found;
    struct submit_result r;
    struct session *s = create(path);
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    act(s, sim_command_make(SIM_CMD_FINISH));
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    session_close(s);
    recent_look(&arena, path, &found);
    assert_false(found.finished);
    assert_int_equal(found.phase, PHASE_BETWEEN);
}

static void test_renamed_team_shows(void **state)
{
    (void)state;
    struct recent_session found;
    struct session *s = create(path);
    struct session_setup changed = *session_setup(s);
    snprintf(changed.team, sizeof changed.team, "Green");
    assert_int_equal(session_change_setup(s, &changed), ERR_NONE);
    session_close(s);
    recent_look(&arena, path, &found);
    assert_string_equal(found.team, "Green");
}

static void test_damaged_head_shows(void **state)
{
    (void)state;
    struct recent_session found;
    struct session *s = create(path);
    play(s);
    session_close(s);
    meddle(path, "UPDATE record SET body = x'00' WHERE seq = (SELECT max(seq) FROM record)");
    recent_look(&arena, path, &found);
    assert_true(found.damaged);
    assert_string_equal(found.team, "Blue");
}

static void test_later_version_shows(void **state)
{
    (void)state;
    struct recent_session found;
    session_close(create(path));
    meddle(path, "PRAGMA user_version = 9");
    recent_look(&arena, path, &found);
    assert_true(found.newer);
    assert_false(found.damaged);
}

static void test_no_folder(void **state)
{
    (void)state;
    struct recent_session *items = NULL;
    size_t count = 9;
    assert_int_equal(recent_list(&arena, file_join(&arena, folder, "nowhere"), &items, &count), ERR_NONE);
    assert_int_equal(count, 0);
}

/* Latest first, and two hundred of them without a pause that anybody would notice. */
static void test_two_hundred(void **state)
{
    (void)state;
    struct recent_session *items = NULL;
    size_t count = 0;
    struct timespec begun, ended;
    session_close(create(path));
    for (int i = 0; i < 199; i++)
        copy_file(path, in_folder(arena_printf(&arena, "copy-%03d", i)));
    assert_int_equal(utimensat(AT_FDCWD, in_folder("copy-100"),
                               (const struct timespec[2]){{.tv_sec = 4000000000}, {.tv_sec = 4000000000}}, 0),
                     0);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    assert_int_equal(recent_list(&arena, folder, &items, &count), ERR_NONE);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    assert_int_equal(count, 200);
    assert_string_equal(items[0].name, "copy-100");
    for (size_t i = 1; i < count; i++)
        assert_true(items[i - 1].modified >= items[i].modified);
    assert_true(ended.tv_sec - begun.tv_sec <= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_what_a_list_shows),  T(test_undoing_the_end_shows), T(test_renamed_team_shows),
        T(test_damaged_head_shows), T(test_later_version_shows),   T(test_no_folder),
        T(test_two_hundred),
#undef T
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
