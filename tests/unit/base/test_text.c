#include "base/text.h"
#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void test_missing_key_is_its_own_text(void **state)
{
    (void)state;
    text_release();
    assert_string_equal(text("no.such"), "no.such");
    assert_false(text_has("no.such"));
    text_set("there", "Here");
    assert_string_equal(text("no.such"), "no.such");
    assert_string_equal(text("there"), "Here");
    assert_true(text_has("there"));
    text_release();
    assert_string_equal(text("there"), "there");
}

static void test_set_copies_and_replaces(void **state)
{
    (void)state;
    char key[] = "k", value[] = "old";
    text_set(key, value);
    key[0] = 'x';
    value[0] = 'x';
    assert_string_equal(text("k"), "old");
    text_set("k", "new");
    assert_string_equal(text("k"), "new");
    text_release();
}

static void test_thousands_of_keys(void **state)
{
    (void)state;
    struct arena a = {0};
    for (int i = 0; i < 5000; i++)
        text_set(arena_printf(&a, "key.%d", i), arena_printf(&a, "value %d", i));
    for (int i = 0; i < 5000; i++)
        assert_string_equal(text(arena_printf(&a, "key.%d", i)), arena_printf(&a, "value %d", i));
    assert_false(text_has("key.5000"));
    text_release();
    arena_release(&a);
}

static void test_format(void **state)
{
    (void)state;
    struct arena a = {0};
    text_set("f", "{name} asks {other}: {name}{}, {unknown} {open");
    struct str s = {0};
    str_append(&s, "> ");
    text_format(&s, "f", "name", "Mara", "other", "{name}", NULL);
    assert_string_equal(str_text(&s), "> Mara asks {name}: Mara{}, {unknown} {open");
    assert_string_equal(text_fill(&a, "f", "name", "", "open", "x", NULL), " asks {other}: {}, {unknown} {open");
    assert_string_equal(text_fill(&a, "no.such", "n", "1", NULL), "no.such");
    str_release(&s);
    text_release();
    arena_release(&a);
}

static void test_count(void **state)
{
    (void)state;
    struct arena a = {0};
    text_set("calls.one", "{n} call");
    text_set("calls.many", "{n} calls");
    assert_string_equal(text_count(&a, "calls", 0), "0 calls");
    assert_string_equal(text_count(&a, "calls", 1), "1 call");
    assert_string_equal(text_count(&a, "calls", 2), "2 calls");
    assert_string_equal(text_count(&a, "calls", -1), "-1 calls");
    text_release();
    arena_release(&a);
}

static void test_every_outcome_has_a_key_of_its_own(void **state)
{
    (void)state;
    for (int a = 0; a < ERR_COUNT; a++) {
        assert_memory_equal(err_text_key((enum err)a), "error.", 6);
        for (int b = 0; b < a; b++)
            assert_string_not_equal(err_text_key((enum err)a), err_text_key((enum err)b));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing_key_is_its_own_text),
        cmocka_unit_test(test_set_copies_and_replaces),
        cmocka_unit_test(test_thousands_of_keys),
        cmocka_unit_test(test_format),
        cmocka_unit_test(test_count),
        cmocka_unit_test(test_every_outcome_has_a_key_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
