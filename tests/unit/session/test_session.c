/* Sessions on the disk: what was acknowledged is there again, wherever the file goes and whatever the disk does. */
#include "session_help.h"
#include "session/bot.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void test_opens_as_it_was_left(void **state)
{
    (void)state;
    struct session *s = create(path);
    play(s);
    note(s, "so that no idle second is left");
    session_close(s);
    struct store_report report;
    struct session *again = open_session(path, STORE_WRITE, &report);
    assert_false(session_read_only(again));
    assert_int_equal(report.damaged_at, 0);
    s = create(file_join(&arena, folder, "two.moment"));
    play(s);
    note(s, "so that no idle second is left");
    expect_same(s, again);
    expect_verified(again);
    session_close(s);
    session_close(again);
}

/* Whole sessions of teams that play by themselves, opened again. */
static void test_whole_sessions_open_again(void **state)
{
    (void)state;
    for (int kind = 0; kind < BOT_KIND_COUNT; kind++) {
        const char *name = arena_printf(&arena, "%s/bot-%d.moment", folder, kind);
        struct session *s = create(name);
        struct bot bot;
        bot_begin(&bot, (enum bot_kind)kind, 5);
        for (round_id r = 0; r < session_scenario(s)->round_count; r++) {
            act(s, one(SIM_CMD_START_ROUND, r));
            while (session_state(s)->phase == PHASE_ROUND && bot_step(&bot, s))
                ;
            act(s, sim_command_make(SIM_CMD_END_ROUND));
        }
        act(s, sim_command_make(SIM_CMD_FINISH));
        struct session *again = open_session(name, STORE_READ, NULL);
        expect_same(s, again);
        expect_verified(again);
        assert_true(session_event_count(again) > 100);
        session_close(again);
        session_close(s);
    }
}

static void test_goes_on_after_opening(void **state)
{
    (void)state;
    struct session *whole = create(path);
    play(whole);
    note(whole, "one");
    advance(whole, CLOCK(8, 24));
    act(whole, two(SIM_CMD_ACKNOWLEDGE, incident(whole, "orders-slow"), 1));
    const char *other = file_join(&arena, folder, "other.moment");
    struct session *s = create(other);
    play(s);
    note(s, "one");
    session_close(s);
    s = open_session(other, STORE_WRITE, NULL);
    advance(s, CLOCK(8, 24));
    act(s, two(SIM_CMD_ACKNOWLEDGE, incident(s, "orders-slow"), 1));
    expect_same(whole, s);
    session_close(s);
    session_close(whole);
}

static void test_closing_keeps_the_idle_seconds(void **state)
{
    (void)state;
    struct session *s = create(path);
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    advance(s, CLOCK(8, 0) + 37);
    uint64_t digest = session_digest(s);
    session_close(s);
    s = open_session(path, STORE_READ, NULL);
    assert_int_equal(session_state(s)->now, CLOCK(8, 0) + 37);
    assert_true(session_digest(s) == digest);
    session_close(s);
}

/* What happened and what was said is on the disk when the call returns; a kill costs idle seconds alone. */
static void test_kill_costs_idle_seconds_alone(void **state)
{
    (void)state;
    int pipes[2];
    uint64_t digest = 0;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        struct session *s = create(path);
        play(s);
        note(s, "the last words");
        digest = session_digest(s);
        if (write(pipes[1], &digest, sizeof digest) != sizeof digest)
            _exit(1);
        advance(s, CLOCK(8, 20) + 49);
        raise(SIGKILL);
    }
    assert_int_equal(read(pipes[0], &digest, sizeof digest), sizeof digest);
    waitpid(child, NULL, 0);
    close(pipes[0]);
    close(pipes[1]);
    struct store_report report;
    struct session *s = open_session(path, STORE_WRITE, &report);
    assert_int_equal(report.damaged_at, 0);
    assert_true(session_digest(s) == digest);
    expect_verified(s);
    session_close(s);
}

static void test_copied_between_any_two_acts(void **state)
{
    (void)state;
    struct session *s = create(path);
    const char *copy = file_join(&arena, folder, "copy.moment");
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    for (int i = 0; i < 25; i++) {
        advance(s, session_state(s)->now + 41);
        if (i % 5 == 3)
            act(s, two(SIM_CMD_ACKNOWLEDGE, incident(s, "tills-stuck"), 0));
        else
            note(s, "and so on");
        copy_file(path, copy);
        struct session *other = open_session(copy, STORE_WRITE, NULL);
        expect_same(s, other);
        session_close(other);
    }
    session_close(s);
}

static void test_creation_is_whole_or_not_at_all(void **state)
{
    (void)state;
    struct session *s = NULL, *other = NULL;
    struct session_setup setup = make_setup();
    s = create(path);
    assert_int_equal(session_create(&other, path, pack, &setup, NULL), ERR_REFUSED);
    session_close(s);
    setup.members[0].role = 99;
    assert_int_equal(session_create(&other, file_join(&arena, folder, "x.moment"), pack, &setup, NULL), ERR_REFUSED);
    struct pack_source *broken = arena_alloc(&arena, sizeof *broken);
    struct diag_list problems = {.arena = &arena};
    setup = make_setup();
    pack_source_begin(broken, &arena);
    assert_int_equal(pack_source_add(broken, "pack.json", "{\"format\": 1}", 13), ERR_NONE);
    assert_int_equal(session_create(&other, file_join(&arena, folder, "x.moment"), broken, &setup, &problems),
                     ERR_FORMAT);
    assert_true(problems.errors > 0);
    assert_int_equal(system(arena_printf(&arena, "test \"$(ls -A '%s')\" = one.moment", folder)), 0);
}

static void test_second_program(void **state)
{
    (void)state;
    struct session *s = create(path), *other = NULL;
    struct store_report report;
    assert_int_equal(session_open(&other, path, STORE_WRITE, &report, NULL), ERR_BUSY);
    other = open_session(path, STORE_READ, &report);
    assert_true(session_read_only(other));
    struct submit_result r = try_act(other, one(SIM_CMD_START_ROUND, MORNING));
    assert_int_equal(r.status, SUBMIT_NOT_STORED);
    assert_int_equal(r.err, ERR_REFUSED);
    session_close(other);
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    session_close(s);
}

static void test_setup_comes_back(void **state)
{
    (void)state;
    struct session *s = create(path);
    struct session_setup changed = *session_setup(s);
    changed.pace = 30;
    changed.show_promises = 1;
    changed.stage_theme = 1;
    snprintf(changed.members[1].name, sizeof changed.members[1].name, "Björk");
    snprintf(changed.team, sizeof changed.team, "Deep blue");
    assert_int_equal(session_change_setup(s, &changed), ERR_NONE);
    struct session_setup wrong = changed;
    wrong.members[0].role = 1;
    assert_int_equal(session_change_setup(s, &wrong), ERR_REFUSED);
    wrong = changed;
    wrong.seed++;
    assert_int_equal(session_change_setup(s, &wrong), ERR_REFUSED);
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    session_close(s);
    s = open_session(path, STORE_READ, NULL);
    assert_memory_equal(session_setup(s), &changed, sizeof changed);
    session_close(s);
}

/* --- a disk that is full --- */

static void limit_to(rlim_t size)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size != 0 ? size : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static rlim_t size_of(const char *name)
{
    struct stat status;
    assert_int_equal(stat(name, &status), 0);
    return (rlim_t)status.st_size;
}

/* Notes until the disk is full; what was refused is not there, and time stands. */
static struct submit_result fill_disk(struct session *s, const char *words, uint64_t *before)
{
    struct submit_result r;
    signal(SIGXFSZ, SIG_IGN);
    limit_to(size_of(session_path(s)));
    do {
        *before = session_digest(s);
        r = try_words(s, sim_command_make(SIM_CMD_NOTE), words, NULL);
    } while (r.status == SUBMIT_DONE);
    return r;
}

static const char *long_words(void)
{
    char *words = arena_alloc(&arena, LIMIT_TEXT + 1);
    memset(words, 'w', LIMIT_TEXT);
    return words;
}

static void test_full_disk_stops_and_goes_on(void **state)
{
    (void)state;
    uint64_t before;
    enum err why;
    struct session *s = create(path);
    play(s);
    struct submit_result r = fill_disk(s, long_words(), &before);
    assert_int_equal(r.status, SUBMIT_NOT_STORED);
    assert_int_equal(r.err, ERR_FULL);
    assert_true(session_stopped(s, &why));
    assert_int_equal(why, ERR_FULL);
    assert_true(session_digest(s) == before);
    assert_int_equal(session_retry(s), ERR_FULL);
    r = try_act(s, two(SIM_CMD_ACKNOWLEDGE, incident(s, "orders-slow"), 1));
    assert_int_equal(r.status, SUBMIT_NOT_STORED);
    session_advance(s, session_state(s)->now + 60, &r);
    assert_int_equal(r.status, SUBMIT_NOT_STORED);
    assert_true(session_digest(s) == before);
    limit_to(0);
    int32_t entries = session_entry_count(s);
    assert_int_equal(session_retry(s), ERR_NONE);
    assert_false(session_stopped(s, NULL));
    assert_true(session_entry_count(s) > entries);
    assert_int_equal(session_entry_at(s, session_entry_count(s) - 1)->command.kind, SIM_CMD_NOTE);
    act(s, two(SIM_CMD_ACKNOWLEDGE, incident(s, "orders-slow"), 1));
    expect_verified(s);
    uint64_t digest = session_digest(s);
    session_close(s);
    s = open_session(path, STORE_WRITE, NULL);
    assert_true(session_digest(s) == digest);
    session_close(s);
}

/* The disk refuses an undo, and a late act: the course stays, and changes once it can be stored. */
static void test_full_disk_during_a_change(void **state)
{
    (void)state;
    for (int late = 0; late < 2; late++) {
        const char *name = arena_printf(&arena, "%s/full-%d.moment", folder, late);
        struct session *s = create(name);
        struct submit_result r;
        play(s);
        note(s, "to be taken back");
        advance(s, session_state(s)->now + 9);
        uint64_t before = session_digest(s);
        int32_t entries = session_entry_count(s), course = session_course(s);
        signal(SIGXFSZ, SIG_IGN);
        limit_to(4096);
        struct sim_command c = sim_command_make(SIM_CMD_NOTE);
        c.said = session_state(s)->now - 200;
        if (late)
            r = try_words(s, c, "said long ago", NULL);
        else
            session_undo(s, 1, &r);
        assert_int_equal(r.status, SUBMIT_NOT_STORED);
        assert_true(session_digest(s) == before);
        assert_int_equal(session_entry_count(s), entries);
        assert_int_equal(session_course(s), course);
        limit_to(0);
        assert_int_equal(session_retry(s), ERR_NONE);
        assert_int_equal(session_course(s), course + 1);
        expect_verified(s);
        session_close(s);
    }
}

static void test_full_disk_while_time_passes(void **state)
{
    (void)state;
    struct session *s = create(path), *easy = create(file_join(&arena, folder, "easy.moment"));
    struct submit_result r = {0};
    act(s, one(SIM_CMD_START_ROUND, MORNING));
    act(easy, one(SIM_CMD_START_ROUND, MORNING));
    advance(s, CLOCK(8, 1) + 50);
    int32_t shown = session_state(s)->now;
    signal(SIGXFSZ, SIG_IGN);
    limit_to(4096);
    session_advance(s, CLOCK(8, 2) + 5, &r);
    assert_int_equal(r.status, SUBMIT_NOT_STORED);
    assert_int_equal(session_state(s)->now, shown);
    limit_to(0);
    assert_int_equal(session_retry(s), ERR_NONE);
    assert_int_equal(session_state(s)->now, CLOCK(8, 2) + 5);
    advance(easy, CLOCK(8, 2) + 5);
    assert_true(session_digest(s) == session_digest(easy));
    session_close(s);
    session_close(easy);
}

static void test_full_disk_at_creation(void **state)
{
    (void)state;
    struct session *s = NULL;
    struct session_setup setup = make_setup();
    signal(SIGXFSZ, SIG_IGN);
    limit_to(16384);
    enum err err = session_create(&s, path, pack, &setup, NULL);
    limit_to(0);
    assert_int_equal(err, ERR_FULL);
    assert_null(s);
    assert_int_equal(system(arena_printf(&arena, "test -z \"$(ls -A '%s')\"", folder)), 0);
}

/* --- damage --- */

static int64_t records_of(const char *name)
{
    struct store_report report;
    struct session *s = open_session(name, STORE_READ, &report);
    session_close(s);
    return report.records;
}

static void test_damage_in_the_middle(void **state)
{
    (void)state;
    struct store_report report;
    const char *out = file_join(&arena, folder, "saved.moment");
    struct session *s = create(path);
    play(s);
    session_close(s);
    int64_t records = records_of(path);
    meddle(path, "UPDATE record SET events = substr(events, 2) WHERE seq = 9");
    s = open_session(path, STORE_WRITE, &report);
    assert_true(session_read_only(s));
    assert_int_equal(report.damaged_at, 9);
    assert_int_equal(report.records, 8);
    assert_int_equal(report.lost, records - 8);
    expect_verified(s);
    uint64_t digest = session_digest(s);
    assert_int_equal(session_salvage(s, out), ERR_NONE);
    session_close(s);
    s = open_session(out, STORE_WRITE, &report);
    assert_false(session_read_only(s));
    assert_true(session_digest(s) == digest);
    note(s, "it goes on");
    session_close(s);
}

static void test_unfinished_last_record(void **state)
{
    (void)state;
    struct store_report report;
    struct session *s = create(path);
    play(s);
    note(s, "stays");
    uint64_t digest = session_digest(s);
    note(s, "goes");
    session_close(s);
    meddle(path, "UPDATE record SET body = x'00' WHERE seq = (SELECT max(seq) FROM record)");
    s = open_session(path, STORE_WRITE, &report);
    assert_true(report.dropped_last);
    assert_false(session_read_only(s));
    assert_true(session_digest(s) == digest);
    note(s, "goes on");
    session_close(s);
    s = open_session(path, STORE_WRITE, &report);
    assert_false(report.dropped_last);
    session_close(s);
}

static void test_erased_text(void **state)
{
    (void)state;
    struct session *s = create(path);
    play(s);
    note(s, "Wilhelmina said so");
    int32_t number = session_entry_at(s, session_entry_count(s) - 1)->command.text;
    assert_int_equal(session_erase_text(s, number), ERR_NONE);
    assert_int_equal(session_erase_text(s, number), ERR_MISSING);
    assert_int_not_equal(system(arena_printf(&arena, "grep -rqa Wilhelmina '%s'", folder)), 0);
    note(s, "one more");
    session_close(s);
    s = open_session(path, STORE_WRITE, NULL);
    assert_false(session_read_only(s));
    assert_string_equal(session_text(s, number), "");
    assert_string_equal(session_text(s, number + 1), "one more");
    note(s, "and another");
    assert_string_equal(session_text(s, number + 2), "and another");
    session_close(s);
}

/* --- the same everywhere --- */

static uint64_t digest_under(const char *language, const char *zone)
{
    int pipes[2];
    uint64_t digest = 0;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        setenv("LC_ALL", language, 1);
        setenv("LANG", language, 1);
        setenv("TZ", zone, 1);
        struct session *s = create(file_join(&arena, folder, arena_printf(&arena, "%s.moment", language)));
        play(s);
        note(s, "the end");
        digest = session_digest(s);
        session_close(s);
        _exit(write(pipes[1], &digest, sizeof digest) == sizeof digest ? 0 : 1);
    }
    assert_int_equal(read(pipes[0], &digest, sizeof digest), sizeof digest);
    waitpid(child, NULL, 0);
    close(pipes[0]);
    close(pipes[1]);
    return digest;
}

static void test_same_digests_everywhere(void **state)
{
    (void)state;
    uint64_t here = digest_under("C", "UTC");
    assert_true(here != 0);
    assert_true(here == digest_under("tr_TR.UTF-8", "Asia/Kathmandu"));
    struct session *a = open_session(file_join(&arena, folder, "C.moment"), STORE_READ, NULL);
    struct session *b = open_session(file_join(&arena, folder, "tr_TR.UTF-8.moment"), STORE_READ, NULL);
    expect_same(a, b);
    session_close(a);
    session_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_opens_as_it_was_left),
        T(test_whole_sessions_open_again),
        T(test_goes_on_after_opening),
        T(test_closing_keeps_the_idle_seconds),
        T(test_kill_costs_idle_seconds_alone),
        T(test_copied_between_any_two_acts),
        T(test_creation_is_whole_or_not_at_all),
        T(test_second_program),
        T(test_setup_comes_back),
        T(test_full_disk_stops_and_goes_on),
        T(test_full_disk_during_a_change),
        T(test_full_disk_while_time_passes),
        T(test_full_disk_at_creation),
        T(test_damage_in_the_middle),
        T(test_unfinished_last_record),
        T(test_erased_text),
        T(test_same_digests_everywhere),
#undef T
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
