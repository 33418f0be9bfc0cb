/*
 * Killed while somebody is being forgotten: all of it has gone, or nothing;
 * and once it has, no byte of it is in the file or beside it, whatever the
 * moment of the kill.
 */
#include "../unit/session/session_help.h"
#include "session/forget.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 60, CHIDI = 2, NOTES = 40 };

static int bytes_are_about(const char *word)
{
    return system(arena_printf(&arena, "grep -rqa '%s' '%s'", word, folder)) == 0;
}

static int32_t prepared(const char *where, int32_t first_text[1])
{
    struct session *s = create(where);
    struct session_mention *found;
    int32_t count;
    play(s);
    for (int i = 0; i < NOTES; i++)
        note(s, i % 2 ? "a Chidi-word, Quellemonde" : "nothing of the kind");
    assert_int_equal(session_mentions(&arena, s, CHIDI, &found, &count), ERR_NONE);
    assert_int_equal(count, NOTES / 2);
    first_text[0] = found[0].text;
    session_close(s);
    return count;
}

static void forget_in_child(const char *where)
{
    struct session *s = NULL;
    struct session_mention *found;
    int32_t count, ids[NOTES];
    if (session_open(&s, where, STORE_WRITE, NULL, NULL) != ERR_NONE ||
        session_mentions(&arena, s, CHIDI, &found, &count) != ERR_NONE)
        _exit(2);
    for (int32_t i = 0; i < count; i++)
        ids[i] = found[i].text;
    if (session_forget(s, CHIDI, ids, count) != ERR_NONE)
        _exit(3);
    session_close(s);
    _exit(0);
}

static void wait_nanoseconds(long wait)
{
    struct timespec begun, now;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do
        clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - begun.tv_sec) * 1000000000L + now.tv_nsec - begun.tv_nsec < wait);
}

/* 1 when it has gone. */
static int expect_all_or_nothing(const char *where)
{
    struct store_report report;
    struct session *s = open_session(where, STORE_READ, &report);
    int gone = session_is_forgotten(s, CHIDI), left = 0;
    assert_int_equal(report.damaged_at, 0);
    assert_int_equal(report.damaged_parts, 0);
    for (int32_t id = 1; id < 200; id++)
        left += strstr(session_text(s, id), "Quellemonde") != NULL;
    assert_int_equal(left, gone ? 0 : NOTES / 2);
    struct session_verification v;
    assert_int_equal(session_verify(s, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
    session_close(s);
    return gone;
}

static void test_killed_while_forgetting(void **state)
{
    (void)state;
    int gone = 0;
    long took = 20000000;
    for (int i = 0; i < KILLS; i++) {
        int32_t first;
        int status;
        struct timespec begun, ended;
        prepared(path, &first);
        clock_gettime(CLOCK_MONOTONIC, &begun);
        pid_t child = fork();
        if (child == 0)
            forget_in_child(path);
        if (i > 0) {
            wait_nanoseconds(took / KILLS * i);
            kill(child, SIGKILL);
        }
        waitpid(child, &status, 0);
        clock_gettime(CLOCK_MONOTONIC, &ended);
        if (i == 0)   /* the first one is left alone, to know how long it takes */
            took = (ended.tv_sec - begun.tv_sec) * 1000000000L + ended.tv_nsec - begun.tv_nsec;
        int has_gone = expect_all_or_nothing(path);
        gone += has_gone;
        assert_true(!has_gone || (!bytes_are_about("Quellemonde") && !bytes_are_about("Okonkwo")));
        assert_int_equal(system(arena_printf(&arena, "rm -f '%s'*", path)), 0);
    }
    printf("%d of %d had gone when they were killed\n", gone, KILLS);
    assert_true(gone > 0 && gone < KILLS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_killed_while_forgetting, set_up, tear_down)};
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
