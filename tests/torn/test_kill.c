/*
 * A child plays a session and tells, over a pipe, each act that was
 * acknowledged; it is killed at a random moment. Afterwards everything that
 * was told is in the file, and the session goes on: the next child takes it
 * up where the last one was killed. Half of the kills fall while SQLite
 * writes, for most of an append is spent there.
 */
#include "../unit/session/session_help.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 50, ROUND_END = CLOCK(8, 30) };
/* Records that were acknowledged, and the digest after the last of them. */
struct told { int64_t records; uint64_t digest; };

static uint32_t draw_state;
static uint32_t draw(uint32_t below)
{
    draw_state = draw_state * 1664525u + 1013904223u;
    return (draw_state >> 8) % below;
}

static void tell(int to, const struct session *s, int64_t records)
{
    struct told told = {.records = records, .digest = session_digest(s)};
    if (write(to, &told, sizeof told) != sizeof told)
        _exit(2);
}

/* A note now, a note said five seconds ago, or the last act taken back. */
static enum submit_status step(struct session *s, int64_t n)
{
    struct submit_result r;
    struct sim_command c = sim_command_make(SIM_CMD_NOTE);
    if (n % 11 == 5) {
        session_undo(s, 1, &r);
        return r.status;
    }
    if (n % 7 == 3)
        c.said = session_state(s)->now - 5;
    return try_words(s, c, "something that was noted down", NULL).status;
}

/* Acts without end, each told of when it is acknowledged; a second passes with every third. */
static void play_for_ever(const char *where, int to)
{
    struct session *s = NULL;
    struct store_report report;
    if (session_open(&s, where, STORE_WRITE, &report, NULL) != ERR_NONE)
        _exit(3);
    int64_t records = report.records;
    if (session_state(s)->phase != PHASE_ROUND)
        records += act(s, one(SIM_CMD_START_ROUND, MORNING)) > 0;
    for (int64_t n = 1;; n++) {
        struct submit_result r = {0};
        enum submit_status status = step(s, n);
        if (status == SUBMIT_NOT_STORED)
            _exit(4);
        records += status == SUBMIT_DONE;
        if (status == SUBMIT_DONE)
            tell(to, s, records);
        if (session_state(s)->now < ROUND_END - 10 && n % 3 == 0)
            session_advance(s, session_state(s)->now + 1, &r);
        records += r.event_count > 0;
    }
}

static pid_t start_child(const char *where, int pipes[2])
{
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        close(pipes[0]);
        play_for_ever(where, pipes[1]);
    }
    close(pipes[1]);
    return child;
}

/* Waits for the first words, then kills after a time that no append knows of. */
static void kill_some_time(pid_t child, int from)
{
    struct pollfd heard = {.fd = from, .events = POLLIN};
    assert_int_equal(poll(&heard, 1, 20000), 1);
    struct timespec begun, now;
    long wait = (long)draw(40000) * 1000 + (long)draw(1000);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do
        clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - begun.tv_sec) * 1000000000L + now.tv_nsec - begun.tv_nsec < wait);
    kill(child, SIGKILL);
}

static struct told last_told(int from)
{
    struct told told = {0}, next;
    while (read(from, &next, sizeof next) == sizeof next)
        told = next;
    return told;
}

static int find_record(void *context, const struct store_record *record)
{
    struct told *wanted = context;
    if (record->seq != wanted->records)
        return 0;
    assert_true(record->digest == wanted->digest);
    wanted->records = 0;
    return 1;
}

/* The record that was acknowledged last is in the file, and is that record. */
static void expect_record(struct told told)
{
    struct store *store = NULL;
    struct store_report report;
    assert_int_equal(store_open(&store, path, STORE_READ, &report), ERR_NONE);
    assert_int_equal(store_each(store, find_record, &told), ERR_NONE);
    assert_int_equal(told.records, 0);
    store_close(store);
}

static int from_environment(const char *name, int otherwise)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? (int)strtol(value, NULL, 10) : otherwise;
}

/* All of it is there, and at most one act more, which was under way. */
static void expect_all_there(const struct told *told)
{
    struct store_report report;
    struct session *s = open_session(path, STORE_WRITE, &report);
    assert_false(session_read_only(s));
    assert_int_equal(report.damaged_at, 0);
    assert_int_equal(report.damaged_parts, 0);
    assert_false(report.dropped_last);
    assert_true(report.records >= told->records && report.records <= told->records + 2);
    expect_verified(s);
    session_close(s);
    expect_record(*told);
}

/* A session that a child was killed over is as whole as one that was closed. */
static void test_killed_at_random(void **state)
{
    (void)state;
    int kills = from_environment("MOMENT_KILLS", KILLS), in_the_middle = 0;
    draw_state = (uint32_t)from_environment("MOMENT_KILL_SEED", 20261122);
    for (int i = 0; i < kills; i++) {
        int pipes[2];
        if (i % 10 == 0) {
            path = arena_printf(&arena, "%s/%d.moment", folder, i);
            session_close(create(path));
        }
        pid_t child = start_child(path, pipes);
        kill_some_time(child, pipes[0]);
        struct told told = last_told(pipes[0]);
        int status;
        waitpid(child, &status, 0);
        close(pipes[0]);
        assert_true(WIFSIGNALED(status));
        assert_true(told.records > 0);
        char *journal = NULL;
        size_t length = 0;
        if (file_read(&arena, arena_printf(&arena, "%s-journal", path), 1u << 24, &journal, &length) == ERR_NONE)
            in_the_middle += length > 0 && journal[0] != '\0';
        expect_all_there(&told);
    }
    printf("%d kills, %d of them in the middle of an append; nothing acknowledged was lost\n", kills, in_the_middle);
    assert_true(kills < 50 || in_the_middle > 0);
}

/* Killed while it is being created: there is no file, or a whole one. */
static void test_killed_while_created(void **state)
{
    (void)state;
    int kills = from_environment("MOMENT_KILLS", KILLS) / 2, whole = 0;
    draw_state = 77;
    for (int i = 0; i < kills; i++) {
        struct timespec begun, now;
        path = arena_printf(&arena, "%s/created-%d.moment", folder, i);
        pid_t child = fork();
        if (child == 0) {
            session_close(create(path));
            _exit(0);
        }
        long wait = (long)draw(30000) * 1000;
        clock_gettime(CLOCK_MONOTONIC, &begun);
        do
            clock_gettime(CLOCK_MONOTONIC, &now);
        while ((now.tv_sec - begun.tv_sec) * 1000000000L + now.tv_nsec - begun.tv_nsec < wait);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        if (!file_exists(path))
            session_close(create(path));
        else
            whole++;
        struct session *s = open_session(path, STORE_WRITE, NULL);
        assert_false(session_read_only(s));
        session_close(s);
    }
    printf("%d kills during creation, %d files were there and whole\n", kills, whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_killed_at_random, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_killed_while_created, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
