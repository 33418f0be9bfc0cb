#include "store_help.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void test_what_is_stored_is_there(void **state)
{
    (void)state;
    store_close(make(path, 7));
    expect_sound(path, 7);
}

static void test_appending_goes_on_after_opening(void **state)
{
    (void)state;
    store_close(make(path, 2));
    struct store *s = open_ok(path, STORE_WRITE, NULL);
    assert_int_equal(append(s, 3), ERR_NONE);
    store_close(s);
    expect_sound(path, 3);
}

static void test_append_numbers_its_record(void **state)
{
    (void)state;
    struct store *s = make(path, 2);
    struct store_record record = record_make(3);
    assert_int_equal(store_append(s, &record, NULL, 0), ERR_NONE);
    assert_int_equal(record.seq, 3);
    store_close(s);
}

static void test_visit_can_stop(void **state)
{
    (void)state;
    struct store *s = make(path, 5);
    struct seen seen = {.stop_at = 2};
    assert_int_equal(store_each(s, see_record, &seen), ERR_NONE);
    assert_int_equal(seen.count, 2);
    assert_int_equal(append(s, 6), ERR_NONE);
    store_close(s);
}

static void test_empty_body_and_events(void **state)
{
    (void)state;
    struct store *s = make(path, 0);
    struct store_record record = {.kind = 1};
    assert_int_equal(store_append(s, &record, NULL, 0), ERR_NONE);
    store_close(s);
    struct store_report report;
    store_close(open_ok(path, STORE_READ, &report));
    assert_int_equal(report.records, 1);
}

static void test_unpublished_leaves_nothing(void **state)
{
    (void)state;
    struct store *s = NULL;
    assert_int_equal(store_create(&s, path), ERR_NONE);
    assert_int_equal(append(s, 1), ERR_NONE);
    assert_false(file_exists(path));
    store_close(s);
    assert_int_equal(system(arena_printf(&arena, "test -z \"$(ls -A '%s')\"", folder)), 0);
}

static void test_killed_creation_is_in_nobodys_way(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        struct store *s = NULL;
        if (store_create(&s, path) != ERR_NONE || append(s, 1) != ERR_NONE)
            _exit(1);
        raise(SIGKILL);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFSIGNALED(status));
    assert_false(file_exists(path));
    store_close(make(path, 2));
    expect_sound(path, 2);
    assert_int_equal(system(arena_printf(&arena, "test \"$(ls -A '%s')\" = one.moment", folder)), 0);
}

static void test_creation_never_replaces(void **state)
{
    (void)state;
    struct store *s = NULL, *other = NULL;
    store_close(make(path, 2));
    assert_int_equal(store_create(&s, path), ERR_REFUSED);
    const char *second = file_join(&arena, folder, "two.moment");
    assert_int_equal(store_create(&s, second), ERR_NONE);
    assert_int_equal(append(s, 1), ERR_NONE);
    assert_int_equal(store_create(&other, second), ERR_BUSY);
    copy_file(path, second);
    assert_int_equal(store_publish(s), ERR_REFUSED);
    store_close(s);
    expect_sound(second, 2);
}

static void test_creation_in_no_folder(void **state)
{
    (void)state;
    struct store *s = NULL;
    assert_int_equal(store_create(&s, file_join(&arena, folder, "not/there.moment")), ERR_MISSING);
}

static void test_odd_names(void **state)
{
    (void)state;
    static const char *const names[] = {"50%?#.moment", "with space.moment", "Café Zürich 日本.moment",
                                        "'quoted'.moment"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = file_join(&arena, folder, names[i]);
        store_close(make(name, 1));
        expect_sound(name, 1);
    }
}

static void test_second_writer_is_refused(void **state)
{
    (void)state;
    struct store *s = make(path, 2), *other = NULL;
    assert_true(store_is_held(path));
    assert_int_equal(store_open(&other, path, STORE_WRITE, NULL), ERR_BUSY);
    assert_int_equal(append(s, 3), ERR_NONE);
    store_close(s);
    assert_false(store_is_held(path));
    expect_sound(path, 3);
}

/* A second program: refused for writing, welcome for reading, and the lock dies with its owner. */
static void test_second_program(void **state)
{
    (void)state;
    struct store *s = make(path, 2);
    pid_t child = fork();
    if (child == 0) {
        struct store *other = NULL;
        struct store_report report;
        int refused = store_open(&other, path, STORE_WRITE, &report) == ERR_BUSY;
        int read = store_open(&other, path, STORE_READ, &report) == ERR_NONE && report.records == 2;
        if (read)
            store_close(other);
        _exit(refused && read ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_int_equal(append(s, 3), ERR_NONE);
    store_close(s);
}

static void test_reader_sees_what_was_complete(void **state)
{
    (void)state;
    struct store *s = make(path, 2);
    struct store_report report;
    struct store *reader = open_ok(path, STORE_READ, &report);
    assert_int_equal(report.records, 2);
    assert_int_equal(append(s, 3), ERR_NONE);
    expect_records(reader, 2);
    assert_int_equal(append(reader, 4), ERR_REFUSED);
    store_close(reader);
    assert_int_equal(append(s, 4), ERR_NONE);
    store_close(s);
    expect_sound(path, 4);
}

static void test_lock_dies_with_the_program(void **state)
{
    (void)state;
    int pipes[2];
    store_close(make(path, 2));
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        struct store *s = NULL;
        char done = (char)store_open(&s, path, STORE_WRITE, NULL);
        if (write(pipes[1], &done, 1) != 1)
            _exit(1);
        pause();
    }
    char done = 1;
    assert_int_equal(read(pipes[0], &done, 1), 1);
    assert_int_equal(done, 0);
    assert_true(store_is_held(path));
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(pipes[0]);
    close(pipes[1]);
    assert_false(store_is_held(path));
    expect_sound(path, 2);
}

/* The one file is whole between any two calls: what is copied alone opens elsewhere. */
static void test_copied_between_appends(void **state)
{
    (void)state;
    struct store *s = make(path, 1);
    const char *copy = file_join(&arena, folder, "copy.moment");
    for (int i = 2; i <= 40; i++) {
        assert_int_equal(append(s, i), ERR_NONE);
        copy_file(path, copy);
        expect_sound(copy, i);
    }
    store_close(s);
}

static void test_closing_leaves_one_file(void **state)
{
    (void)state;
    store_close(make(path, 3));
    assert_int_equal(system(arena_printf(&arena, "test \"$(ls -A '%s')\" = one.moment", folder)), 0);
}

static int bytes_are_about(const char *word)
{
    return system(arena_printf(&arena, "grep -rqa '%s' '%s'", word, folder)) == 0;
}

static void test_erased_text_is_gone(void **state)
{
    (void)state;
    struct store *s = make(path, 0);
    for (int i = 1; i <= 60; i++) {
        struct store_record record = record_make(i);
        struct store_text text = {i, i == 30 ? "Wilhelmina Featherstonehaugh" : "nobody in particular"};
        assert_int_equal(store_append(s, &record, &text, 1), ERR_NONE);
    }
    assert_true(bytes_are_about("Featherstonehaugh"));
    assert_int_equal(store_erase_text(s, 30), ERR_NONE);
    assert_false(bytes_are_about("Featherstonehaugh"));
    assert_int_equal(store_erase_text(s, 999), ERR_MISSING);
    assert_int_equal(append(s, 61), ERR_NONE);
    store_close(s);
    struct store_report report;
    s = open_ok(path, STORE_WRITE, &report);
    assert_int_equal(report.records, 61);
    assert_int_equal(report.damaged_parts, 0);
    expect_records(s, 61);
    store_close(s);
}

static int see_blob(void *context, const char *name, const void *bytes, size_t length)
{
    str_append(context, name);
    str_append(context, "=");
    str_append_bytes(context, bytes, length);
    str_append(context, ";");
    return 0;
}

static void test_blobs(void **state)
{
    (void)state;
    struct store *s = make(path, 1);
    struct str seen = {0};
    assert_int_equal(store_put_blob(s, "pack.json", "other", 5), ERR_REFUSED);
    assert_int_equal(store_put_blob(s, "b", "first", 5), ERR_NONE);
    assert_int_equal(store_put_blob(s, "b", "second", 6), ERR_NONE);
    assert_int_equal(store_put_blob(s, "a", "", 0), ERR_NONE);
    assert_int_equal(append(s, 2), ERR_NONE);
    assert_int_equal(store_put_blob(s, "b", "third", 5), ERR_REFUSED);
    store_close(s);
    expect_sound(path, 2);
    s = open_ok(path, STORE_READ, NULL);
    assert_int_equal(store_each_blob(s, see_blob, &seen), ERR_NONE);
    assert_string_equal(str_text(&seen), "a=;b=second;pack.json={\"the\": \"pack\"};");
    str_release(&seen);
    store_close(s);
}

static void test_blob_before_a_kill_is_covered_later(void **state)
{
    (void)state;
    struct store *s = make(path, 1);
    assert_int_equal(store_put_blob(s, "b", "late", 4), ERR_NONE);
    store_close(s);
    s = open_ok(path, STORE_WRITE, NULL);
    assert_int_equal(append(s, 2), ERR_NONE);
    store_close(s);
    meddle(path, "UPDATE blob SET data = x'00' WHERE name = 'b'");
    struct store_report report;
    store_close(open_ok(path, STORE_READ, &report));
    assert_int_equal(report.damaged_parts, 1);
}

static void expect_meta(struct store *s, const char *key, const char *want)
{
    char *value = NULL;
    enum err err = store_get_meta(s, &arena, key, &value);
    assert_int_equal(err, want == NULL ? ERR_MISSING : ERR_NONE);
    if (want != NULL)
        assert_string_equal(value, want);
}

static void test_meta(void **state)
{
    (void)state;
    struct store *s = make(path, 1);
    assert_int_equal(store_put_meta(s, "team", "Blue"), ERR_NONE);
    assert_int_equal(store_put_meta(s, "team", "Green"), ERR_NONE);
    store_stage_meta(s, "phase", "2");
    expect_meta(s, "team", "Green");
    expect_meta(s, "phase", NULL);
    assert_int_equal(append(s, 2), ERR_NONE);
    expect_meta(s, "phase", "2");
    store_close(s);
}

static int take_time(void *context, const struct store_record *r)
{
    *(int32_t *)context = r->time;
    return 0;
}

static void test_glance(void **state)
{
    (void)state;
    int32_t time = 0;
    struct store *s = make(path, 4);
    struct store *glance = open_ok(path, STORE_GLANCE, NULL);
    assert_int_equal(store_last(glance, take_time, &time), ERR_NONE);
    assert_int_equal(time, 240);
    struct seen seen = {0};
    assert_int_equal(store_each(glance, see_record, &seen), ERR_REFUSED);
    store_close(glance);
    store_close(s);
    meddle(path, "UPDATE record SET body = x'00' WHERE seq = 4");
    glance = open_ok(path, STORE_GLANCE, NULL);
    assert_int_equal(store_last(glance, take_time, &time), ERR_DAMAGED);
    store_close(glance);
}

static void test_what_is_no_session(void **state)
{
    (void)state;
    struct store *s = NULL;
    const char *other = file_join(&arena, folder, "other");
    assert_int_equal(store_open(&s, other, STORE_WRITE, NULL), ERR_MISSING);
    assert_int_equal(store_open(&s, folder, STORE_READ, NULL), ERR_FORMAT);
    assert_int_equal(file_write(other, "", 0), ERR_NONE);
    assert_int_equal(store_open(&s, other, STORE_WRITE, NULL), ERR_FORMAT);
    assert_int_equal(file_write(other, "a letter to my aunt", 19), ERR_NONE);
    assert_int_equal(store_open(&s, other, STORE_READ, NULL), ERR_FORMAT);
    unlink(other);
    meddle(other, "CREATE TABLE record(a)");
    assert_int_equal(store_open(&s, other, STORE_READ, NULL), ERR_FORMAT);
    assert_int_equal(mkfifo(file_join(&arena, folder, "pipe"), 0600), 0);
    assert_int_equal(store_open(&s, file_join(&arena, folder, "pipe"), STORE_READ, NULL), ERR_FORMAT);
    assert_null(s);
}

static void test_newer_versions(void **state)
{
    (void)state;
    struct store *s = NULL;
    struct store_report report;
    store_close(make(path, 2));
    meddle(path, "PRAGMA user_version = 2");
    s = open_ok(path, STORE_WRITE, &report);
    assert_true(report.newer && report.read_only && store_read_only(s));
    expect_records(s, 2);
    assert_int_equal(append(s, 3), ERR_REFUSED);
    store_close(s);
    meddle(path, "UPDATE meta SET v = '2' WHERE k = 'reader'");
    s = NULL;
    assert_int_equal(store_open(&s, path, STORE_WRITE, &report), ERR_NEWER);
    assert_int_equal(store_open(&s, path, STORE_READ, &report), ERR_NEWER);
    assert_null(s);
}

static void test_moved_away_while_open(void **state)
{
    (void)state;
    struct store *s = make(path, 2);
    const char *elsewhere = file_join(&arena, folder, "elsewhere.moment");
    assert_int_equal(rename(path, elsewhere), 0);
    assert_int_equal(append(s, 3), ERR_MISSING);
    assert_int_equal(rename(elsewhere, path), 0);
    assert_int_equal(append(s, 3), ERR_NONE);
    store_close(s);
    expect_sound(path, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_what_is_stored_is_there), T(test_appending_goes_on_after_opening), T(test_append_numbers_its_record),
        T(test_visit_can_stop), T(test_empty_body_and_events), T(test_unpublished_leaves_nothing),
        T(test_killed_creation_is_in_nobodys_way), T(test_creation_never_replaces), T(test_creation_in_no_folder),
        T(test_odd_names), T(test_second_writer_is_refused), T(test_second_program),
        T(test_reader_sees_what_was_complete), T(test_lock_dies_with_the_program), T(test_copied_between_appends),
        T(test_closing_leaves_one_file), T(test_erased_text_is_gone), T(test_blobs),
        T(test_blob_before_a_kill_is_covered_later), T(test_meta), T(test_glance), T(test_what_is_no_session),
        T(test_newer_versions), T(test_moved_away_while_open),
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
