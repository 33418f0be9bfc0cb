#include "base/file.h"
#include "base/file_seam.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;
static char folder[] = "/tmp/moment-file-XXXXXX";
static const char *target;

static int set_up(void **state)
{
    (void)state;
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    if (mkdtemp(folder) == NULL)
        return -1;
    target = file_join(&arena, folder, "target");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    file_seam_set(NULL);
    int failed = system(arena_printf(&arena, "rm -rf '%s'", folder));
    arena_release(&arena);
    return failed;
}

static void expect_contents(const char *expected)
{
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(file_read(&arena, target, 1000, &bytes, &length), ERR_NONE);
    assert_int_equal(length, strlen(expected));
    assert_string_equal(bytes, expected);
}

/* Nothing but the target is in the folder, dot files counted. */
static void expect_no_neighbour(void)
{
    int others = system(arena_printf(&arena, "test -z \"$(ls -A '%s' | grep -v '^target$')\"", folder));
    assert_int_equal(others, 0);
}

static void test_write_then_read(void **state)
{
    (void)state;
    assert_int_equal(file_write(target, "one", 3), ERR_NONE);
    expect_contents("one");
    assert_int_equal(file_write(target, "second", 6), ERR_NONE);
    expect_contents("second");
    assert_int_equal(file_write(target, NULL, 0), ERR_NONE);
    expect_contents("");
    expect_no_neighbour();
}

static void test_long_name_and_bare_name(void **state)
{
    (void)state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    const char *path = file_join(&arena, folder, name);
    assert_int_equal(file_write(path, "x", 1), ERR_NONE);
    assert_true(file_exists(path));
    char back[4096];
    assert_non_null(getcwd(back, sizeof back));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(file_write("bare", "y", 1), ERR_NONE);
    assert_true(file_exists("bare"));
    assert_int_equal(chdir(back), 0);
}

static void test_reading_refuses(void **state)
{
    (void)state;
    char *bytes = target == NULL ? NULL : folder;
    size_t length = 77;
    assert_int_equal(file_write(target, "12345", 5), ERR_NONE);
    assert_int_equal(file_read(&arena, target, 4, &bytes, &length), ERR_FULL);
    assert_int_equal(file_read(&arena, file_join(&arena, folder, "none"), 4, &bytes, &length), ERR_MISSING);
    assert_int_equal(file_read(&arena, folder, 4, &bytes, &length), ERR_READ);
    assert_int_equal(file_read(&arena, "/dev/zero", 100000, &bytes, &length), ERR_FULL);
    assert_ptr_equal(bytes, folder);
    assert_int_equal(length, 77);
    assert_int_equal(file_read(&arena, target, 5, &bytes, &length), ERR_NONE);
    assert_string_equal(bytes, "12345");
}

static void test_nul_bytes_survive(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(file_write(target, "a\0b", 3), ERR_NONE);
    assert_int_equal(file_read(&arena, target, 100, &bytes, &length), ERR_NONE);
    assert_int_equal(length, 3);
    assert_memory_equal(bytes, "a\0b", 4);
}

static int calls_left;

static ssize_t failing_write(int file, const void *bytes, size_t length)
{
    if (calls_left-- > 0)
        return write(file, bytes, length > 2 ? 2 : length);
    errno = ENOSPC;
    return -1;
}

static int failing_flush(int file)
{
    if (calls_left-- > 0)
        return fsync(file);
    errno = EIO;
    return -1;
}

static int failing_rename(const char *from, const char *to)
{
    (void)from;
    (void)to;
    errno = EACCES;
    return -1;
}

static void test_full_disk_leaves_the_old(void **state)
{
    (void)state;
    assert_int_equal(file_write(target, "old", 3), ERR_NONE);
    struct file_seam seam = file_seam_system();
    seam.write = failing_write;
    file_seam_set(&seam);
    for (int before = 0; before < 3; before++) {
        calls_left = before;
        assert_int_equal(file_write(target, "newest", 6), ERR_FULL);
        expect_contents("old");
        expect_no_neighbour();
    }
    calls_left = 3;
    assert_int_equal(file_write(target, "newest", 6), ERR_NONE);
    expect_contents("newest");
}

static void test_failing_flush_leaves_old_or_new_whole(void **state)
{
    (void)state;
    assert_int_equal(file_write(target, "old", 3), ERR_NONE);
    struct file_seam seam = file_seam_system();
    seam.flush = failing_flush;
    file_seam_set(&seam);
    calls_left = 0;
    assert_int_equal(file_write(target, "new", 3), ERR_WRITE);
    expect_contents("old");
    calls_left = 1;
    assert_int_equal(file_write(target, "new", 3), ERR_WRITE);
    expect_contents("new");
    expect_no_neighbour();
}

static void test_failing_rename_leaves_the_old(void **state)
{
    (void)state;
    assert_int_equal(file_write(target, "old", 3), ERR_NONE);
    struct file_seam seam = file_seam_system();
    seam.rename = failing_rename;
    file_seam_set(&seam);
    assert_int_equal(file_write(target, "new", 3), ERR_WRITE);
    expect_contents("old");
    expect_no_neighbour();
}

static void test_places_that_cannot_be_written(void **state)
{
    (void)state;
    assert_int_equal(file_write(file_join(&arena, folder, "none/x"), "x", 1), ERR_MISSING);
    assert_int_equal(file_write(folder, "x", 1), ERR_WRITE);
    assert_int_equal(file_write("/dev/full", "x", 1), ERR_FULL);
    assert_int_equal(file_write("/dev/null", "x", 1), ERR_NONE);
    struct stat status;
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

static void test_folders(void **state)
{
    (void)state;
    char *deep = file_join(&arena, folder, "a/b/c");
    assert_int_equal(file_make_folder(deep), ERR_NONE);
    assert_int_equal(file_make_folder(deep), ERR_NONE);
    assert_int_equal(file_make_folder(file_join(&arena, deep, "")), ERR_NONE);
    assert_true(file_is_folder(deep));
    assert_int_equal(file_write(target, "x", 1), ERR_NONE);
    assert_false(file_is_folder(target));
    assert_true(file_exists(target));
    assert_true(file_is_plain(target));
    assert_false(file_is_plain(folder));
    assert_false(file_is_plain("/dev/null"));
    assert_false(file_is_plain(file_join(&arena, folder, "none")));
    assert_int_equal(file_make_folder(file_join(&arena, target, "below")), ERR_WRITE);
    assert_int_equal(file_make_folder(target), ERR_WRITE);
}

static void test_list_is_sorted_without_dot_files(void **state)
{
    (void)state;
    char **names = NULL;
    size_t count = 9;
    for (int i = 40; i > 0; i--)
        assert_int_equal(file_write(arena_printf(&arena, "%s/n%02d", folder, i), "", 0), ERR_NONE);
    assert_int_equal(file_write(file_join(&arena, folder, ".hidden"), "", 0), ERR_NONE);
    assert_int_equal(file_list(&arena, file_join(&arena, folder, "none"), &names, &count), ERR_MISSING);
    assert_int_equal(count, 9);
    assert_int_equal(file_list(&arena, folder, &names, &count), ERR_NONE);
    assert_int_equal(count, 40);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(names[i], arena_printf(&arena, "n%02d", (int)i + 1));
}

static void test_join(void **state)
{
    (void)state;
    assert_string_equal(file_join(&arena, "a", "b"), "a/b");
    assert_string_equal(file_join(&arena, "a/", "b"), "a/b");
    assert_string_equal(file_join(&arena, "", "b"), "b");
    assert_string_equal(file_join(&arena, "/", "b"), "/b");
}

#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILE_TEST(test_write_then_read),
        FILE_TEST(test_long_name_and_bare_name),
        FILE_TEST(test_reading_refuses),
        FILE_TEST(test_nul_bytes_survive),
        FILE_TEST(test_full_disk_leaves_the_old),
        FILE_TEST(test_failing_flush_leaves_old_or_new_whole),
        FILE_TEST(test_failing_rename_leaves_the_old),
        FILE_TEST(test_places_that_cannot_be_written),
        FILE_TEST(test_folders),
        FILE_TEST(test_list_is_sorted_without_dot_files),
        FILE_TEST(test_join),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
