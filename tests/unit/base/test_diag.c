#include "base/diag.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    text_set("check.unknown-key", "unknown key \"{key}\"; allowed: {allowed}.");
    text_set("check.near", "Did you mean \"{near}\"?");
    text_set("check.warning", "warning");
    text_set("check.dropped.one", "One more.");
    text_set("check.dropped.many", "{n} more.");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    text_release();
    arena_release(&arena);
    return 0;
}

static struct diag_place place_at(const char *file, int line, int column)
{
    return (struct diag_place){.file = file, .line = line, .column = column, .path = "customers[2].patience"};
}

static void test_written_as_lines(void **state)
{
    (void)state;
    struct diag_list list = {.arena = &arena};
    struct str out = {0};
    diag_add(&list, DIAG_ERROR, place_at("pack.json", 12, 5), "check.unknown-key", "key", "patince", "hint",
             "Did you mean \"patience\"?", "allowed", "patience, trust", NULL);
    diag_add(&list, DIAG_WARNING, (struct diag_place){.file = "rounds.json"}, "no.such", NULL);
    diag_write(&out, &list);
    assert_string_equal(str_text(&out),
                        "pack.json:12:5: customers[2].patience: unknown key \"patince\"; allowed: patience, trust."
                        " Did you mean \"patience\"?\n"
                        "rounds.json: warning: no.such\n");
    assert_int_equal(list.errors, 1);
    assert_int_equal(list.warnings, 1);
    str_release(&out);
}

static void test_written_as_json(void **state)
{
    (void)state;
    struct diag_list list = {.arena = &arena};
    struct str out = {0};
    diag_write_json(&out, &list);
    assert_string_equal(str_text(&out), "{\"errors\": 0, \"warnings\": 0, \"dropped\": 0, \"items\": []}\n");
    str_clear(&out);
    diag_add(&list, DIAG_ERROR, place_at("a\"b.json", 1, 2), "check.near", "near", "x", NULL);
    diag_write_json(&out, &list);
    assert_string_equal(str_text(&out),
                        "{\"errors\": 1, \"warnings\": 0, \"dropped\": 0, \"items\": [\n"
                        "  {\"severity\": \"error\", \"file\": \"a\\\"b.json\", \"line\": 1, \"column\": 2, "
                        "\"path\": \"customers[2].patience\", \"code\": \"check.near\", "
                        "\"message\": \"Did you mean \\\"x\\\"?\", \"hint\": \"\"}\n]}\n");
    str_release(&out);
}

static void test_sorted_by_place_and_stable(void **state)
{
    (void)state;
    struct diag_list list = {.arena = &arena};
    diag_add(&list, DIAG_ERROR, place_at("b.json", 1, 1), "1", NULL);
    diag_add(&list, DIAG_ERROR, place_at("a.json", 10, 1), "2", NULL);
    diag_add(&list, DIAG_WARNING, place_at("a.json", 9, 7), "3", NULL);
    diag_add(&list, DIAG_ERROR, place_at("a.json", 9, 3), "4", NULL);
    diag_add(&list, DIAG_ERROR, place_at("a.json", 9, 7), "5", NULL);
    diag_add(&list, DIAG_ERROR, place_at("a.json", 0, 0), "6", NULL);
    diag_sort(&list);
    static const char *const expected[] = {"6", "4", "3", "5", "2", "1"};
    for (int i = 0; i < 6; i++)
        assert_string_equal(list.items[i].code, expected[i]);
}

static void test_limit_keeps_fifty_of_each(void **state)
{
    (void)state;
    struct diag_list list = {.arena = &arena};
    for (int i = 0; i < 60; i++)
        diag_add(&list, DIAG_WARNING, place_at("a.json", i, 1), "w", NULL);
    for (int i = 0; i < 51; i++)
        diag_add(&list, DIAG_ERROR, place_at("a.json", i, 1), "e", NULL);
    assert_int_equal(list.count, 2 * DIAG_LIMIT);
    assert_int_equal(list.warnings, 60);
    assert_int_equal(list.errors, 51);
    assert_int_equal(list.dropped, 11);
    struct str out = {0};
    diag_write(&out, &list);
    assert_non_null(strstr(str_text(&out), "\n11 more.\n"));
    str_release(&out);
}

static void test_what_is_stored_is_copied(void **state)
{
    (void)state;
    struct diag_list list = {.arena = &arena};
    char file[] = "a.json", key[] = "key";
    diag_add(&list, DIAG_ERROR, place_at(file, 1, 1), "check.unknown-key", "key", key, "allowed", "-", NULL);
    file[0] = key[0] = '?';
    assert_string_equal(list.items[0].place.file, "a.json");
    assert_string_equal(list.items[0].message, "unknown key \"key\"; allowed: -.");
}

static const char *nearest(const char *name)
{
    static const char *const names[] = {"patience", "restore", "respond", "id", "lines", "impact"};
    return diag_nearest(name, names, 6);
}

static void test_nearest(void **state)
{
    (void)state;
    assert_string_equal(nearest("patince"), "patience");
    assert_string_equal(nearest("PATIENCE"), "patience");
    assert_string_equal(nearest("ptaience"), "patience");
    assert_string_equal(nearest("restor"), "restore");
    assert_string_equal(nearest("resspond"), "respond");
    assert_string_equal(nearest("line"), "lines");
    assert_string_equal(nearest("di"), "id");
    assert_string_equal(nearest("imapct"), "impact");
    assert_null(nearest("customer"));
    assert_null(nearest("patxyzce"));
    assert_null(nearest("x"));
    assert_null(nearest(""));
    char longest[300];
    memset(longest, 'a', sizeof longest - 1);
    longest[299] = '\0';
    assert_null(nearest(longest));
    const char *const only[] = {longest};
    assert_null(diag_nearest("aaaa", only, 1));
    assert_null(diag_nearest("aaaa", only, 0));
}

static void test_nearest_takes_the_closest(void **state)
{
    (void)state;
    const char *const names[] = {"restored", "restore", "restores"};
    assert_string_equal(diag_nearest("restore", names, 3), "restore");
    assert_string_equal(diag_nearest("restorex", names, 3), "restored");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_as_lines),
        cmocka_unit_test(test_written_as_json),
        cmocka_unit_test(test_sorted_by_place_and_stable),
        cmocka_unit_test(test_limit_keeps_fifty_of_each),
        cmocka_unit_test(test_what_is_stored_is_copied),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_nearest_takes_the_closest),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
