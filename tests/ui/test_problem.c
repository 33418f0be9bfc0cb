/*
 * What can be wrong with a session's file, told on the screen and mended as it
 * says: held by another program, damaged, not writable, no room on the disk.
 * The program itself runs, driven by scripts.
 */
#include "session/session.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY_USER = 65534 };

static char folder[64], sessions[128], session[256];
static const char *source, *program;

/* What the child does to itself before it becomes the program. */
typedef void (*restraint)(void);

static void child(const char *script, const char *file, restraint restrain)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/ui/scripts/%s.script", source, script);
    if (chdir(folder) != 0) _exit(120);
    if (restrain != NULL) restrain();
    execl(program, program, "--data", source, "play", "--script", path, "--sessions", sessions, "--seed", "7", "--date", "2026-11-22",
          "--silent", "--headless", file, (char *)NULL);
    _exit(121);
}

/* The exit status of the script; file NULL: the start page. */
static int play(const char *script, const char *file, restraint restrain)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) child(script, file, restrain);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int64_t records_of(const char *path)
{
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    struct store_report report;
    struct session *s;
    assert_int_equal(session_open(&s, path, STORE_READ, &report, &found), ERR_NONE);
    assert_int_equal(report.damaged_at, 0);
    session_close(s);
    arena_release(&a);
    return report.records;
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-problem-XXXXXX");
    source = getenv("MOMENT_SOURCE");
    program = getenv("MOMENT_PROGRAM");
    if (source == NULL || program == NULL || mkdtemp(folder) == NULL) return -1;
    snprintf(sessions, sizeof sessions, "%s/sessions", folder);
    snprintf(session, sizeof session, "%s/2026-11-22-in-trouble.moment", sessions);
    return play("problem-begin", NULL, NULL);
}

static int tear_down(void **state)
{
    char command[160];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void test_busy(void **state)
{
    struct diag_list found = {0};
    struct store_report report;
    struct session *s;
    (void)state;
    int64_t before = records_of(session);
    assert_int_equal(session_open(&s, session, STORE_WRITE, &report, &found), ERR_NONE);
    assert_int_equal(play("problem-busy", session, NULL), 0);
    session_close(s);
    assert_int_equal(records_of(session), before);
}

/* Another program that can write such files changes what was stored. */
static void tamper(void)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(session, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "UPDATE record SET time = time + 60 WHERE seq = (SELECT max(seq) FROM record) - 1", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_changes(db), 1);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void test_damaged(void **state)
{
    char saved[300];
    (void)state;
    int64_t before = records_of(session);
    tamper();
    assert_int_equal(play("problem-damaged", session, NULL), 0);
    snprintf(saved, sizeof saved, "%s/2026-11-22-in-trouble-saved.moment", sessions);
    assert_int_equal(records_of(saved), before - 2);
}

/* Permissions mean nothing to root: the child becomes somebody else. */
static void become_nobody(void)
{
    if (geteuid() == 0 && (setgid(NOBODY_USER) != 0 || setuid(NOBODY_USER) != 0)) _exit(122);
}

static void test_read_only(void **state)
{
    (void)state;
    int64_t before = records_of(session);
    assert_int_equal(chmod(session, 0444), 0);
    assert_int_equal(chmod(sessions, 0555), 0);
    assert_int_equal(chmod(folder, 0777), 0);
    int status = play("problem-read-only", session, become_nobody);
    assert_int_equal(chmod(sessions, 0755), 0);
    if (status == 121) skip();   /* the program lies where others may not look */
    assert_int_equal(status, 0);
    assert_int_equal(records_of(session), before);
}

/* Nothing can be written behind the first page of a file: it fails as on a full disk. */
static void no_room(void)
{
    struct rlimit limit = {.rlim_cur = 4096, .rlim_max = RLIM_INFINITY};
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(124);
}

static void test_no_room(void **state)
{
    (void)state;
    int64_t before = records_of(session);
    assert_int_equal(play("problem-full", session, no_room), 0);
    assert_int_equal(records_of(session), before);
    assert_int_equal(play("problem-mended", session, NULL), 0);
    assert_true(records_of(session) > before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_busy, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damaged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_read_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_room, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
