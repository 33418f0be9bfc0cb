#include "store_help.h"

#include <sys/stat.h>

static void expect_report(int64_t records, int64_t damaged_at, int64_t lost, int dropped, int read_only)
{
    struct store_report r;
    struct store *s = open_ok(path, STORE_WRITE, &r);
    assert_int_equal(r.records, records);
    assert_int_equal(r.damaged_at, damaged_at);
    assert_int_equal(r.lost, lost);
    assert_int_equal(r.dropped_last, dropped);
    assert_int_equal(r.read_only, read_only);
    expect_records(s, (int)records);
    assert_int_equal(append(s, (int)records + 1), read_only ? ERR_REFUSED : ERR_NONE);
    store_close(s);
}

/* Every field of a record is under the chain. */
static void test_every_field_counts(void **state)
{
    (void)state;
    static const char *const fields[] = {
        "kind = 3", "time = 7", "round = 4", "rules = 9", "wall = 1", "body = x'4242'", "events = x'4242'",
        "digest = 5", "covers = x''", "chain = zeroblob(32)", "body = 'text'", "time = 5000000000", "kind = 'x'"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        store_close(make(path, 6));
        meddle(path, arena_printf(&arena, "UPDATE record SET %s WHERE seq = 4", fields[i]));
        expect_report(3, 4, 3, 0, 1);
        unlink(path);
    }
}

static void test_nothing_sound_is_no_session(void **state)
{
    (void)state;
    struct store *s = NULL;
    struct store_report r;
    store_close(make(path, 6));
    meddle(path, "UPDATE record SET time = 1 WHERE seq = 1");
    assert_int_equal(store_open(&s, path, STORE_WRITE, &r), ERR_DAMAGED);
    assert_int_equal(r.damaged_at, 1);
    assert_int_equal(r.lost, 6);
    assert_false(store_is_held(path));
}

static void test_missing_record_in_the_middle(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "DELETE FROM record WHERE seq = 3");
    expect_report(2, 3, 4, 0, 1);
}

static void test_swapped_records(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "UPDATE record SET seq = 100 WHERE seq = 2; UPDATE record SET seq = 2 WHERE seq = 3;"
                 "UPDATE record SET seq = 3 WHERE seq = 100");
    expect_report(1, 2, 5, 0, 1);
}

static void test_bad_last_record_is_dropped(void **state)
{
    (void)state;
    struct store_report r;
    store_close(make(path, 6));
    meddle(path, "UPDATE record SET events = x'00' WHERE seq = 6");
    store_close(open_ok(path, STORE_READ, &r));
    assert_int_equal(r.dropped_last, 1);
    expect_report(5, 0, 0, 1, 0);
    expect_sound(path, 6);
}

static void test_missing_last_record_is_dropped(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "DELETE FROM record WHERE seq = 6");
    expect_report(5, 0, 0, 1, 0);
    expect_sound(path, 6);
}

static void test_only_record_dropped(void **state)
{
    (void)state;
    store_close(make(path, 1));
    meddle(path, "UPDATE record SET time = 1 WHERE seq = 1");
    expect_report(0, 0, 0, 1, 0);
    expect_sound(path, 1);
}

static void test_two_missing_at_the_end_are_missed(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "DELETE FROM record WHERE seq > 4");
    expect_report(4, 5, 2, 0, 1);
}

static void test_head_gone(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "DELETE FROM head");
    expect_report(6, 7, 0, 0, 1);
}

/* A list of free pages that are not there harms no record, but would harm what is written next. */
static void test_damage_beside_the_records(void **state)
{
    (void)state;
    char *bytes;
    size_t length;
    store_close(make(path, 6));
    assert_int_equal(file_read(&arena, path, 1u << 24, &bytes, &length), ERR_NONE);
    bytes[35] = 3;      /* the first free page is page 3, which is not free */
    bytes[39] = 1;
    assert_int_equal(file_write(path, bytes, length), ERR_NONE);
    expect_report(6, 0, 0, 0, 1);
}

static void expect_bad_parts(int parts, int texts)
{
    struct store_report r;
    struct store *s = open_ok(path, STORE_WRITE, &r);
    assert_int_equal(r.records, 6);
    assert_int_equal(r.damaged_parts, parts);
    assert_true(r.read_only);
    expect_texts(s, texts);
    expect_records(s, 6);
    store_close(s);
}

static void test_changed_texts(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE text SET body = 'words that were never said' WHERE id = 3", "DELETE FROM text WHERE id = 3",
        "UPDATE text SET salt = zeroblob(16) WHERE id = 3", "UPDATE text SET id = 77 WHERE id = 3",
        "UPDATE text SET body = NULL WHERE id = 3", "UPDATE text SET salt = NULL, body = NULL WHERE id = 3",
        "UPDATE text SET erased = 1 WHERE id = 3", "DELETE FROM text WHERE id = 6"};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        store_close(make(path, 6));
        meddle(path, changes[i]);
        if (i != 3)
            expect_bad_parts(1, 5);
        unlink(path);
    }
}

static void test_changed_blob_and_meta(void **state)
{
    (void)state;
    store_close(make(path, 6));
    meddle(path, "UPDATE blob SET data = x'42'");
    expect_bad_parts(1, 6);
    unlink(path);
    store_close(make(path, 6));
    meddle(path, "DELETE FROM blob");
    expect_bad_parts(1, 6);
    unlink(path);
    store_close(make(path, 6));
    meddle(path, "UPDATE meta SET v = 'x'");
    expect_bad_parts(2, 6);
}

/* --- salvage --- */

static void test_salvage_keeps_the_sound_beginning(void **state)
{
    (void)state;
    struct store_report r;
    const char *out = file_join(&arena, folder, "saved.moment");
    struct store *s = make(path, 9);
    assert_int_equal(store_erase_text(s, 2), ERR_NONE);
    assert_int_equal(store_put_meta(s, "team", "Blue"), ERR_NONE);
    store_close(s);
    meddle(path, "UPDATE record SET time = 0 WHERE seq = 6; UPDATE text SET body = 'x' WHERE id = 3");
    s = open_ok(path, STORE_READ, &r);
    assert_int_equal(store_salvage(s, path), ERR_REFUSED);
    assert_int_equal(store_salvage(s, out), ERR_NONE);
    assert_int_equal(store_salvage(s, out), ERR_REFUSED);
    store_close(s);
    s = open_ok(out, STORE_WRITE, &r);
    assert_int_equal(r.records, 5);
    assert_int_equal(r.damaged_parts, 0);
    assert_false(r.read_only);
    expect_records(s, 5);
    expect_texts(s, 3);
    char *team = NULL;
    assert_int_equal(store_get_meta(s, &arena, "team", &team), ERR_NONE);
    assert_string_equal(team, "Blue");
    assert_int_equal(append(s, 6), ERR_NONE);
    store_close(s);
    assert_int_equal(system(arena_printf(&arena, "test $(ls -A '%s' | wc -l) = 2", folder)), 0);
}

/* --- bytes --- */

static char *original;
static size_t original_length;
enum { RECORDS = 300 };

static void make_original(void)
{
    store_close(make(path, RECORDS));
    assert_int_equal(file_read(&arena, path, 1u << 26, &original, &original_length), ERR_NONE);
}

/* Whatever was done to the bytes: what is read is a beginning of what was written, what does not fit is said, and
 * what may be written to afterwards is sound afterwards. */
static void expect_honest(const char *what)
{
    struct store *s = NULL;
    struct store_report r;
    enum err err = store_open(&s, path, STORE_WRITE, &r);
    if (err != ERR_NONE) {
        if (err != ERR_DAMAGED && err != ERR_FORMAT && err != ERR_NEWER)
            fail_msg("%s: error %d %s", what, err, r.detail);
        return;
    }
    expect_records(s, (int)r.records);
    if (r.records < RECORDS && r.damaged_at == 0 && !r.dropped_last)
        fail_msg("%s: %d records lost without a word", what, (int)(RECORDS - r.records));
    if (r.dropped_last)
        assert_int_equal(r.records, RECORDS - 1);
    int writable = !r.read_only;
    if (writable)
        assert_int_equal(append(s, (int)r.records + 1), ERR_NONE);
    store_close(s);
    if (writable)
        expect_sound(path, (int)r.records + 1);
}

static void test_flipped_bits(void **state)
{
    (void)state;
    make_original();
    uint32_t draw = 12345;
    for (int i = 0; i < 400; i++) {
        char *copy = arena_dup_bytes(&arena, original, original_length);
        draw = draw * 1664525u + 1013904223u;
        size_t at = i < 100 ? (size_t)i : draw % original_length;
        int bit = (int)(draw >> 29);
        copy[at] = (char)(copy[at] ^ (1 << bit));
        assert_int_equal(file_write(path, copy, original_length), ERR_NONE);
        expect_honest(arena_printf(&arena, "bit %d of byte %zu", bit, at));
    }
}

static void test_cut_anywhere(void **state)
{
    (void)state;
    make_original();
    int readable = 0;
    for (int i = 0; i < 150; i++) {
        size_t length = i < 40 ? original_length - 1 - (size_t)i * 37 : original_length * (size_t)(i - 40) / 110;
        assert_int_equal(file_write(path, original, length), ERR_NONE);
        struct store *s = NULL;
        if (store_open(&s, path, STORE_READ, NULL) == ERR_NONE) {
            readable++;
            store_close(s);
        }
        expect_honest(arena_printf(&arena, "cut at %zu", length));
    }
    assert_true(readable > 100);
}

static void test_zeroed_pages(void **state)
{
    (void)state;
    make_original();
    for (size_t page = 0; page * 4096 < original_length; page++) {
        char *copy = arena_dup_bytes(&arena, original, original_length);
        memset(copy + page * 4096, 0, 4096);
        assert_int_equal(file_write(path, copy, original_length), ERR_NONE);
        expect_honest(arena_printf(&arena, "page %zu zeroed", page));
    }
}

static void test_cut_session_salvages(void **state)
{
    (void)state;
    struct store_report r;
    const char *out = file_join(&arena, folder, "saved.moment");
    make_original();
    assert_int_equal(file_write(path, original, original_length * 2 / 3), ERR_NONE);
    struct store *s = open_ok(path, STORE_READ, &r);
    assert_true(r.records > 20 && r.records < RECORDS);
    assert_int_equal(r.damaged_at, r.records + 1);
    assert_int_equal(r.lost, RECORDS - r.records);
    assert_int_equal(store_salvage(s, out), ERR_NONE);
    store_close(s);
    int64_t saved = r.records;
    s = open_ok(out, STORE_WRITE, &r);
    assert_int_equal(r.records, saved);
    assert_false(r.read_only);
    expect_records(s, (int)saved);
    store_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_every_field_counts),
        T(test_nothing_sound_is_no_session),
        T(test_missing_record_in_the_middle),
        T(test_swapped_records),
        T(test_bad_last_record_is_dropped),
        T(test_missing_last_record_is_dropped),
        T(test_only_record_dropped),
        T(test_two_missing_at_the_end_are_missed),
        T(test_head_gone),
        T(test_damage_beside_the_records),
        T(test_changed_texts),
        T(test_changed_blob_and_meta),
        T(test_salvage_keeps_the_sound_beginning),
        T(test_flipped_bits),
        T(test_cut_anywhere),
        T(test_zeroed_pages),
        T(test_cut_session_salvages),
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
