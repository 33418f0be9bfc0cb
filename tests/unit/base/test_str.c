#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void test_empty_string_reads_as_empty(void **state)
{
    (void)state;
    struct str s = {0};
    assert_string_equal(str_text(&s), "");
    char *text = str_detach(&s);
    assert_string_equal(text, "");
    free(text);
    str_release(&s);
}

static void test_appending_grows(void **state)
{
    (void)state;
    struct str s = {0};
    for (int i = 0; i < 1000; i++)
        str_printf(&s, "%d,", i);
    assert_int_equal(s.length, 10 * 2 + 90 * 3 + 900 * 4);
    assert_int_equal(strlen(str_text(&s)), s.length);
    assert_memory_equal(str_text(&s), "0,1,2,3,", 8);
    str_clear(&s);
    assert_string_equal(str_text(&s), "");
    str_append(&s, "ab");
    str_append_char(&s, 'c');
    str_append_bytes(&s, "defg", 2);
    assert_string_equal(str_text(&s), "abcde");
    str_release(&s);
    assert_null(s.text);
}

static void expect_json(const char *text, const char *expected)
{
    struct str s = {0};
    str_append_json(&s, text);
    assert_string_equal(str_text(&s), expected);
    str_release(&s);
}

static void test_json_is_escaped_and_always_valid(void **state)
{
    (void)state;
    expect_json("", "\"\"");
    expect_json("a\"b\\c/d", "\"a\\\"b\\\\c/d\"");
    expect_json("line\nnext\ttab\r", "\"line\\nnext\\ttab\\r\"");
    expect_json("\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"");
    expect_json("Gülşah 名 🙂", "\"Gülşah 名 🙂\"");
    expect_json("a\xFFz", "\"a\xEF\xBF\xBDz\"");
    expect_json("cut\xE2\x82", "\"cut\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void expect_html(const char *text, const char *expected)
{
    struct str s = {0};
    str_append_html(&s, text);
    assert_string_equal(str_text(&s), expected);
    str_release(&s);
}

static void test_html_is_escaped(void **state)
{
    (void)state;
    expect_html("", "");
    expect_html("<b a=\"x\" c='y'>&amp;</b>", "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;");
    expect_html("two\nlines", "two\nlines");
    expect_html("bell\x07", "bell\xEF\xBF\xBD");
    expect_html("bad\xC0\x80", "bad\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void expect_clock(int32_t seconds, const char *expected)
{
    struct str s = {0};
    str_append_clock(&s, seconds);
    assert_string_equal(str_text(&s), expected);
    str_release(&s);
}

static void test_clock(void **state)
{
    (void)state;
    expect_clock(0, "00:00");
    expect_clock(14 * 3600 + 5 * 60 + 59, "14:05");
    expect_clock(86399, "23:59");
    expect_clock(86400, "00:00");
    expect_clock(-60, "23:59");
    expect_clock(INT32_MAX, "03:14");
    expect_clock(INT32_MIN, "20:45");
}

static void expect_span(int32_t seconds, const char *expected)
{
    struct str s = {0};
    str_append_span(&s, seconds);
    assert_string_equal(str_text(&s), expected);
    str_release(&s);
}

static void test_span(void **state)
{
    (void)state;
    expect_span(0, "0 s");
    expect_span(45, "45 s");
    expect_span(60, "1 min");
    expect_span(90, "1 min 30 s");
    expect_span(480, "8 min");
    expect_span(3600, "1 h");
    expect_span(5400, "1 h 30 min");
    expect_span(3659, "1 h");
    expect_span(-480, "-8 min");
    expect_span(INT32_MIN, "-596523 h 14 min");
}

/* Runs in whatever locale the system has; where it has none of them the C locale must do, which proves less. */
static void test_numbers_do_not_follow_the_locale(void **state)
{
    (void)state;
    static const char *const locales[] = {"tr_TR.UTF-8", "de_DE.UTF-8", "fa_IR.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        setlocale(LC_ALL, locales[i]);
        struct str s = {0};
        str_printf(&s, "%d %u %lld %05d", -1234567, 4000000000u, 9000000000000ll, 42);
        assert_string_equal(str_text(&s), "-1234567 4000000000 9000000000000 00042");
        str_release(&s);
    }
    setlocale(LC_ALL, "C");
}

static void test_comparing_in_any_case(void **state)
{
    (void)state;
    assert_true(str_is_same("Ctrl+I", "cTRL+i"));
    assert_true(str_is_same("", ""));
    assert_false(str_is_same("ctrl", "ctrl+"));
    assert_false(str_is_same("ctrl+", "ctrl"));
    assert_false(str_is_same("@", "`"));
    assert_false(str_is_same("[", "{"));
    assert_true(str_is_same("Ä", "Ä"));
    assert_true(str_begins("SHIFT+Tab", "shift+"));
    assert_true(str_begins("x", ""));
    assert_false(str_begins("shif", "shift"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_string_reads_as_empty),
        cmocka_unit_test(test_appending_grows),
        cmocka_unit_test(test_json_is_escaped_and_always_valid),
        cmocka_unit_test(test_html_is_escaped),
        cmocka_unit_test(test_clock),
        cmocka_unit_test(test_span),
        cmocka_unit_test(test_comparing_in_any_case),
        cmocka_unit_test(test_numbers_do_not_follow_the_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
