/*
 * What the index of a folder tells is what opening the files would tell,
 * whatever was done to the files, to the index, and by other programs.
 */
#include "../session/session_help.h"
#include "app/folder.h"
#include "base/chance.h"
#include "session/bot.h"

enum { FILES = 6, TURNS = 60 };

static char *file(int n) { return arena_printf(&arena, "%s/s%d.moment", folder, n); }

static void play_through(struct session *s, uint64_t seed)
{
    struct bot *bot = arena_alloc(&arena, sizeof *bot);
    bot_begin(bot, (enum bot_kind)(seed % BOT_KIND_COUNT), seed);
    for (int32_t r = 0; r < session_scenario(s)->round_count; r++) {
        act(s, one(SIM_CMD_START_ROUND, r));
        while (session_state(s)->phase == PHASE_ROUND && bot_step(bot, s)) continue;
        act(s, sim_command_make(SIM_CMD_END_ROUND));
    }
    act(s, sim_command_make(SIM_CMD_FINISH));
}

static void make(int n)
{
    struct session *s = create(file(n));
    play_through(s, (uint64_t)n + 1);
    session_close(s);
}

/* --- two ways to the same --- */

static struct compare_session *read_folder(struct folder *f, size_t *count, size_t *opened)
{
    assert_int_equal(folder_add(f, folder), ERR_NONE);
    *opened = folder_left(f);
    while (folder_read(f, 2)) continue;
    assert_int_equal(folder_left(f), 0);
    return folder_sessions(f, &arena, count);
}

/* Each file by itself: no index has a say. */
static struct compare_session *read_files(struct folder *f, size_t *count)
{
    char **names = NULL;
    size_t found = 0;
    assert_int_equal(file_list(&arena, folder, &names, &found), ERR_NONE);
    for (size_t i = 0; i < found; i++) {
        enum err err = strstr(names[i], ".moment") ? folder_add(f, file_join(&arena, folder, names[i])) : ERR_NONE;
        assert_true(err == ERR_NONE || err == ERR_FORMAT || err == ERR_NEWER);
    }
    while (folder_read(f, 100)) continue;
    return folder_sessions(f, &arena, count);
}

static void expect_same_session(const struct compare_session *a, const struct compare_session *b)
{
    assert_string_equal(a->key, b->key);
    assert_string_equal(a->team, b->team);
    assert_string_equal(a->pack_id, b->pack_id);
    assert_string_equal(a->date, b->date);
    assert_int_equal(a->figure_count, b->figure_count);
    for (int i = 0; i < a->figure_count; i++) {
        const struct kept_figure *x = &a->figures[i];
        int found = 0;
        for (int k = 0; k < b->figure_count && !found; k++) found = memcmp(x, &b->figures[k], sizeof *x) == 0;
        assert_true(found);
    }
}

/* Files that had to be opened, although there is an index. */
static size_t expect_index_tells_the_files(void)
{
    struct folder one = {0}, other = {0};
    size_t count = 0, other_count = 0, opened = 0;
    const struct compare_session *a = read_folder(&one, &count, &opened), *b = read_files(&other, &other_count);
    assert_int_equal(count, other_count);
    for (size_t i = 0; i < count; i++) expect_same_session(&a[i], &b[i]);
    folder_release(&one);
    folder_release(&other);
    return opened;
}

static void test_index_equals_the_files(void **state)
{
    (void)state;
    for (int i = 0; i < FILES; i++) make(i);
    assert_int_equal(expect_index_tells_the_files(), FILES);
    assert_int_equal(expect_index_tells_the_files(), 0);
    struct session *s = open_session(file(2), STORE_WRITE, NULL);
    struct submit_result r;
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    session_close(s);
    assert_int_equal(expect_index_tells_the_files(), 1);
    assert_int_equal(expect_index_tells_the_files(), 0);
}

/* --- whatever is done --- */

static void undo_in(const char *where)
{
    struct session *s = NULL;
    struct submit_result r;
    if (session_open(&s, where, STORE_WRITE, NULL, NULL) != ERR_NONE) return;
    session_undo(s, 1, &r);
    session_close(s);
}

static void damage(const char *where, int32_t at, int32_t bytes)
{
    FILE *f = fopen(where, "r+b");
    if (f == NULL) return;
    fseek(f, at, SEEK_SET);
    for (int32_t i = 0; i < bytes; i++) fputc(0x5a, f);
    fclose(f);
}

/* One of the things that happen to a folder. */
static void do_something(uint64_t seed, int turn)
{
    int32_t n = chance_between(seed, 1, turn, 0, 0, FILES - 1), other = chance_between(seed, 2, turn, 0, 0, FILES - 1);
    char *index = file_join(&arena, folder, STORE_INDEX_NAME);
    switch (chance_between(seed, 3, turn, 0, 0, 7)) {
    case 0: unlink(file(n)); break;
    case 1:
        if (!file_exists(file(n))) make(n);
        break;
    case 2:
        if (n != other && file_exists(file(n))) copy_file(file(n), file(other));
        break;
    case 3:
        if (n != other && file_exists(file(n))) assert_int_equal(rename(file(n), file(other)), 0);
        break;
    case 4: undo_in(file(n)); break;
    case 5: damage(file(n), chance_between(seed, 4, turn, 0, 0, 60000), 4); break;
    case 6: damage(index, chance_between(seed, 5, turn, 0, 0, 40000), 3); break;
    default: unlink(index); break;
    }
}

static void test_whatever_is_done(void **state)
{
    (void)state;
    for (int i = 0; i < FILES - 2; i++) make(i);
    for (int turn = 0; turn < TURNS; turn++) {
        do_something(20261122, turn);
        if (turn % 3 == 0) do_something(20261123, turn);
        expect_index_tells_the_files();
    }
}

/* A program that writes the index, and one that writes a session, at the same time. */
static void test_others_are_at_it(void **state)
{
    (void)state;
    sqlite3 *db = NULL;
    for (int i = 0; i < 3; i++) make(i);
    expect_index_tells_the_files();
    struct session *s = open_session(file(0), STORE_WRITE, NULL);
    assert_int_equal(sqlite3_open(file_join(&arena, folder, STORE_INDEX_NAME), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    make(3);
    assert_int_equal(expect_index_tells_the_files(), 1);
    assert_int_equal(expect_index_tells_the_files(), 1);
    assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    expect_index_tells_the_files();
    assert_int_equal(expect_index_tells_the_files(), 0);
    session_close(s);
    expect_index_tells_the_files();
}

/* Practice, other courses and copies do not count. */
static void test_what_is_left_out(void **state)
{
    (void)state;
    struct folder f = {0};
    size_t count = 0, opened = 0;
    make(0);
    make(1);
    copy_file(file(0), file(2));
    struct store *store = NULL;
    assert_int_equal(store_open(&store, file(1), STORE_READ, NULL), ERR_NONE);
    assert_int_equal(store_fork(store, file(3), 40), ERR_NONE);
    store_close(store);
    read_folder(&f, &count, &opened);
    assert_int_equal(folder_total(&f), 4);
    assert_int_equal(count, 2);
    folder_release(&f);
}

static void test_missing_and_damaged_index(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) make(i);
    expect_index_tells_the_files();
    char *index = file_join(&arena, folder, STORE_INDEX_NAME);
    assert_true(file_exists(index));
    unlink(index);
    assert_int_equal(expect_index_tells_the_files(), 3);
    assert_int_equal(file_write(index, "nonsense", 8), ERR_NONE);
    assert_int_equal(expect_index_tells_the_files(), 3);
    meddle(index, "UPDATE figure SET whole = whole + 1");
    assert_int_equal(expect_index_tells_the_files(), 3);
    meddle(index, "DELETE FROM session WHERE name = 's1.moment'");
    assert_int_equal(expect_index_tells_the_files(), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_index_equals_the_files), T(test_missing_and_damaged_index), T(test_others_are_at_it), T(test_what_is_left_out),
        T(test_whatever_is_done)
#undef T
    };
    return cmocka_run_group_tests(tests, load_pack, drop_pack);
}
