/* The index of a folder of sessions: keeps what was put, and never tells what was not. */
#include "store/index.h"
#include "base/file.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROWS = 7, FIGURES = 5, VERSION = 77 };

static struct arena arena;
static char folder[64];

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-index-XXXXXX");
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    chmod(folder, 0700);
    int failed = system(arena_printf(&arena, "rm -rf '%s'", folder));
    arena_release(&arena);
    return failed;
}

static char *index_path(void) { return file_join(&arena, folder, STORE_INDEX_NAME); }

static struct store_index_row row(int n)
{
    return (struct store_index_row){.name = arena_printf(&arena, "s%02d.moment", n),
                                    .stamp = {1000 + n, 20 + n, n},
                                    .words = {[INDEX_TEAM] = arena_printf(&arena, "Team '%d' \xc3\xa4", n), [INDEX_PACK_ID] = n % 2 ? "odd" : "even"},
                                    .numbers = {[INDEX_ROUND] = n, [INDEX_PHASE] = -1}};
}

static struct store_index_figure figure(int n, int k) { return (struct store_index_figure){k, k % 3 - 1, n * 10 + k, k, k + 1, 2 * k, 2 * k + 2}; }

static void put(struct store_index *x, int n)
{
    struct store_index_row r = row(n);
    struct store_index_figure list[FIGURES];
    for (int k = 0; k < FIGURES; k++) list[k] = figure(n, k);
    store_index_put(x, &r);
    store_index_put_figures(x, r.name, VERSION, list, FIGURES);
}

static void fill(void)
{
    struct store_index *x = store_index_open(folder);
    for (int n = ROWS - 1; n >= 0; n--) put(x, n);
    store_index_close(x);
}

static void expect_row(const struct store_index_row *r, int n)
{
    struct store_index_row want = row(n);
    assert_string_equal(r->name, want.name);
    assert_true(store_stamp_is_same(&r->stamp, &want.stamp));
    for (int i = 0; i < INDEX_WORDS; i++) assert_string_equal(r->words[i], want.words[i] ? want.words[i] : "");
    assert_memory_equal(r->numbers, want.numbers, sizeof r->numbers);
}

struct seen { int count[ROWS], wrong; struct store_index_row *rows; };

static void see(void *context, size_t at, const struct store_index_figure *f)
{
    struct seen *s = context;
    int n = s->rows[at].numbers[INDEX_ROUND];
    struct store_index_figure want = figure(n, f->figure);
    s->wrong += memcmp(f, &want, sizeof want) != 0;
    s->count[n]++;
}

/* Whatever is told is as it was put; how many rows and whole sets of figures are left. */
static void look(int *rows_left, int *figures_left)
{
    struct store_index *x = store_index_open(folder);
    struct store_index_row *rows = NULL;
    size_t count = 0;
    struct seen seen = {.wrong = 0};
    *rows_left = *figures_left = 0;
    store_index_rows(x, &arena, &rows, &count);
    seen.rows = rows;
    store_index_figures(x, VERSION, rows, count, see, &seen);
    for (size_t i = 0; i < count; i++) {
        expect_row(&rows[i], rows[i].numbers[INDEX_ROUND]);
        if (i > 0) assert_true(strcmp(rows[i - 1].name, rows[i].name) < 0);
        if (rows[i].version != VERSION) continue;
        assert_int_equal(seen.count[rows[i].numbers[INDEX_ROUND]], FIGURES);
        (*figures_left)++;
    }
    *rows_left = (int)count;
    if (*figures_left == (int)count) assert_int_equal(seen.wrong, 0);
    store_index_close(x);
}

static void expect_left(int rows, int figures)
{
    int rows_left, figures_left;
    look(&rows_left, &figures_left);
    assert_int_equal(rows_left, rows);
    assert_int_equal(figures_left, figures);
}

static void meddle(const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(index_path(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void test_keeps_what_was_put(void **state)
{
    (void)state;
    expect_left(0, 0);
    fill();
    expect_left(ROWS, ROWS);
}

static void test_a_row_put_again_has_no_old_figures(void **state)
{
    (void)state;
    fill();
    struct store_index *x = store_index_open(folder);
    struct store_index_row r = row(3);
    store_index_put(x, &r);
    store_index_drop(x, row(5).name);
    store_index_close(x);
    expect_left(ROWS - 1, ROWS - 2);
}

static void test_other_version_is_not_told(void **state)
{
    (void)state;
    fill();
    meddle("UPDATE session SET version = 78 WHERE round = 2");
    expect_left(ROWS, ROWS - 1);
}

static void test_changed_values_are_not_told(void **state)
{
    (void)state;
    fill();
    meddle("UPDATE session SET team = 'Other' WHERE round = 1");
    expect_left(ROWS - 1, ROWS - 1);
    meddle("UPDATE figure SET whole = whole + 1 WHERE session = (SELECT id FROM session WHERE round = 2) AND figure = 1");
    expect_left(ROWS - 1, ROWS - 2);
    meddle("DELETE FROM figure WHERE session = (SELECT id FROM session WHERE round = 3) AND figure = 4");
    expect_left(ROWS - 1, ROWS - 3);
}

static void test_missing_and_foreign_files_begin_anew(void **state)
{
    (void)state;
    static const char *const contents[] = {"", "no index at all", "SQLite format 3"};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(file_write(index_path(), contents[i], strlen(contents[i])), ERR_NONE);
        expect_left(0, 0);
        fill();
        expect_left(ROWS, ROWS);
    }
    meddle("PRAGMA user_version = 99");
    expect_left(0, 0);
    fill();
    expect_left(ROWS, ROWS);
}

/* Every page with bytes turned over, and every length: what is left is true, and the next filling is whole again. */
static void test_damage_anywhere(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length = 0;
    fill();
    assert_int_equal(file_read(&arena, index_path(), 1u << 24, &bytes, &length), ERR_NONE);
    char *broken = arena_alloc(&arena, length);
    for (size_t at = 0; at < length; at += 97) {
        int rows, figures;
        memcpy(broken, bytes, length);
        for (size_t k = at; k < at + 3 && k < length; k++) broken[k] = (char)(broken[k] ^ 0x5a);
        assert_int_equal(file_write(index_path(), broken, length), ERR_NONE);
        look(&rows, &figures);
        assert_true(rows <= ROWS && figures <= rows);
    }
    for (size_t cut = 0; cut < length; cut += 509) {
        int rows, figures;
        assert_int_equal(file_write(index_path(), bytes, cut), ERR_NONE);
        look(&rows, &figures);
        assert_true(rows <= ROWS && figures <= rows);
    }
    fill();
    expect_left(ROWS, ROWS);
}

/* What cannot be kept is there until it is closed. */
static void test_folder_that_cannot_be_written(void **state)
{
    (void)state;
    struct store_index_row *rows = NULL;
    size_t count = 0;
    struct store_index *x = store_index_open(file_join(&arena, folder, "nowhere"));
    put(x, 1);
    put(x, 2);
    store_index_rows(x, &arena, &rows, &count);
    assert_int_equal(count, 2);
    store_index_close(x);
    assert_false(file_exists(file_join(&arena, folder, "nowhere")));
}

/* While one writes, the other goes on without it; what both put is there in the end. */
static void test_two_programs(void **state)
{
    (void)state;
    struct store_index_row *rows = NULL;
    size_t count = 0;
    struct store_index *one = store_index_open(folder), *two = store_index_open(folder);
    put(one, 0);
    put(two, 1);
    store_index_rows(two, &arena, &rows, &count);
    assert_int_equal(count, 0);
    store_index_close(two);
    store_index_close(one);
    expect_left(1, 1);
    two = store_index_open(folder);
    put(two, 1);
    store_index_close(two);
    expect_left(2, 2);
}

static void test_stamps(void **state)
{
    (void)state;
    struct store_stamp a, b;
    int held = 1;
    char *path = file_join(&arena, folder, "x");
    assert_false(store_stamp(path, &a, &held));
    assert_false(held);
    fill();
    assert_true(store_stamp(index_path(), &a, &held));
    meddle("UPDATE session SET kept = kept + 1");
    assert_true(store_stamp(index_path(), &b, &held));
    assert_true(a.size == b.size && b.changes > a.changes);
    assert_false(store_stamp_is_same(&a, &b));
    assert_false(store_stamp(folder, &a, &held));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(test_keeps_what_was_put), T(test_a_row_put_again_has_no_old_figures), T(test_other_version_is_not_told),
        T(test_changed_values_are_not_told), T(test_missing_and_foreign_files_begin_anew), T(test_damage_anywhere),
        T(test_folder_that_cannot_be_written), T(test_two_programs), T(test_stamps)
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
