/*
 * Session files cut anywhere and with bits flipped: opened, saved to a new
 * file, gone on with, opened again. Nothing that is read is anything but a
 * beginning of what was played, and nothing is lost without a word.
 */
#include "../unit/session/session_help.h"

enum { FLIPS = 100, CUTS = 40, COURSE_MOST = 400 };

static char *original;
static size_t original_length;
static int64_t original_records;
static uint64_t digests[COURSE_MOST];   /* by record */

static int note_digest(void *context, const struct store_record *record)
{
    (void)context;
    if (record->seq < COURSE_MOST)
        digests[record->seq] = record->digest;
    return 0;
}

static void make_original(void)
{
    struct store *store = NULL;
    struct store_report report;
    struct session *s = create(path);
    play(s);
    for (int i = 0; i < 60; i++)
        note(s, "Olga counts the people who leave without bread, and says how many they are.");
    session_close(s);
    assert_int_equal(store_open(&store, path, STORE_READ, &report), ERR_NONE);
    assert_int_equal(store_each(store, note_digest, NULL), ERR_NONE);
    store_close(store);
    original_records = report.records;
    assert_true(original_records < COURSE_MOST);
    assert_int_equal(file_read(&arena, path, 1u << 26, &original, &original_length), ERR_NONE);
}

static void go_on(struct session *s)
{
    note(s, "it goes on");
    uint64_t digest = session_digest(s);
    expect_verified(s);
    session_close(s);
    struct store_report report;
    s = open_session(path, STORE_WRITE, &report);
    assert_false(report.read_only);
    assert_true(session_digest(s) == digest);
    session_close(s);
}

/* Saved to a new file, the sound beginning is a session like any other. */
static void save_and_go_on(struct session *s)
{
    const char *saved = file_join(&arena, folder, "saved.moment");
    uint64_t digest = session_digest(s);
    assert_int_equal(session_salvage(s, saved), ERR_NONE);
    session_close(s);
    struct store_report report;
    s = open_session(saved, STORE_WRITE, &report);
    if (session_read_only(s))
        fail_msg("what was saved cannot be gone on with: %s", report.detail);
    assert_true(session_digest(s) == digest);
    note(s, "it goes on");
    session_close(s);
    assert_int_equal(unlink(saved), 0);
}

/* Returns 1 when it could be opened. */
static int expect_honest(const char *what)
{
    struct session *s = NULL;
    struct store_report r;
    enum err err = session_open(&s, path, STORE_WRITE, &r, NULL);
    if (err != ERR_NONE) {
        if (err != ERR_DAMAGED && err != ERR_FORMAT && err != ERR_NEWER)
            fail_msg("%s: error %d, %s", what, err, r.detail);
        return 0;
    }
    if (r.records > original_records || session_digest(s) != digests[r.records])
        fail_msg("%s: the state is not that of record %d", what, (int)r.records);
    if (r.records < original_records && r.damaged_at == 0 && !r.dropped_last)
        fail_msg("%s: records lost without a word", what);
    if (r.read_only)
        save_and_go_on(s);
    else
        go_on(s);
    return 1;
}

static void test_flipped_bits(void **state)
{
    (void)state;
    int opened = 0;
    uint32_t draw = 4711;
    make_original();
    for (int i = 0; i < FLIPS; i++) {
        char *copy = arena_dup_bytes(&arena, original, original_length);
        draw = draw * 1664525u + 1013904223u;
        size_t at = draw % original_length;
        copy[at] = (char)(copy[at] ^ (1 << (draw >> 29)));
        assert_int_equal(file_write(path, copy, original_length), ERR_NONE);
        opened += expect_honest(arena_printf(&arena, "bit %u of byte %zu", draw >> 29, at));
    }
    assert_true(opened > FLIPS / 2);
}

static void test_cut_anywhere(void **state)
{
    (void)state;
    make_original();
    for (int i = 0; i < CUTS; i++) {
        assert_int_equal(file_write(path, original, original_length * (size_t)i / CUTS), ERR_NONE);
        expect_honest(arena_printf(&arena, "cut at %zu", original_length * (size_t)i / CUTS));
    }
    assert_int_equal(file_write(path, original, original_length), ERR_NONE);
    assert_true(expect_honest("whole"));
}

/* The pack in the file is damaged: the session does not pretend to know what was played. */
static void test_damaged_pack(void **state)
{
    (void)state;
    struct session *s = NULL;
    struct store_report r;
    struct session *whole = create(path);
    play(whole);
    session_close(whole);
    meddle(path, "UPDATE blob SET data = CAST(replace(CAST(data AS TEXT), '\"value\": 40', '\"value\": 41') AS BLOB) "
                 "WHERE name = 'pack.json'");
    assert_int_equal(session_open(&s, path, STORE_WRITE, &r, NULL), ERR_NONE);
    assert_true(session_read_only(s));
    assert_int_equal(r.damaged_parts, 1);
    session_close(s);
    s = NULL;
    meddle(path, "UPDATE blob SET data = x'00' WHERE name = 'pack.json'");
    assert_int_equal(session_open(&s, path, STORE_WRITE, &r, NULL), ERR_DAMAGED);
    assert_null(s);
}

/* Events that no engine of ours made, in a chain that fits: they are not applied. */
static void test_records_of_somebody_elses(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct store_report r;
    static const char *const bodies[] = {"", "\x01", "\x01\x00\xff\xff\xff\xff\x7f",
                                         "\x01\x00\x01\x00\x00\x00\x00\x03zzz", "\x09\x00\x00"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct session *s = create(path);
        note(s, "before the round");
        uint64_t digest = session_digest(s);
        session_close(s);
        assert_int_equal(store_open(&store, path, STORE_WRITE, &r), ERR_NONE);
        struct store_record record = {.kind = i == 0 ? 99 : RECORD_COMMAND,
                                      .rules = SIM_RULES_VERSION,
                                      .body = (const uint8_t *)bodies[i],
                                      .body_length = i == 2 || i == 3 ? 7 : strlen(bodies[i]) + (i == 4 ? 2 : 0)};
        assert_int_equal(store_append(store, &record, NULL, 0), ERR_NONE);
        store_close(store);
        s = open_session(path, STORE_WRITE, &r);
        assert_true(session_read_only(s));
        assert_int_equal(r.damaged_at, 3);
        assert_true(session_digest(s) == digest);
        session_close(s);
        unlink(path);
    }
}

/* A record that fits the chain and leads to another state than it says is not believed. */
static void test_state_that_does_not_fit(void **state)
{
    (void)state;
    struct store *store = NULL;
    struct store_report r;
    struct session *s = create(path);
    play(s);
    note(s, "the end");
    uint64_t digest = session_digest(s);
    session_close(s);
    assert_int_equal(store_open(&store, path, STORE_WRITE, &r), ERR_NONE);
    struct store_record record = {.kind = RECORD_REWRITE, .rules = SIM_RULES_VERSION, .digest = 1,
                                  .body = (const uint8_t *)"\x01\x02\x00", .body_length = 3};
    assert_int_equal(store_append(store, &record, NULL, 0), ERR_NONE);
    store_close(store);
    s = open_session(path, STORE_WRITE, &r);
    assert_true(session_read_only(s));
    assert_int_equal(r.damaged_at, record.seq);
    assert_true(session_digest(s) == digest);
    expect_verified(s);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_flipped_bits), T(test_cut_anywhere), T(test_damaged_pack), T(test_records_of_somebody_elses), T(test_state_that_does_not_fit),
#undef T
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
