#include "base/utf8.h"
#include "base/utf8_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void test_every_scalar_goes_there_and_back(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[5] = {0};
        size_t width = 0, length = utf8_encode(bytes, c);
        if (utf8_decode(bytes, &width) != c || width != length || utf8_check(bytes, length) != length)
            fail_msg("U+%04X", (unsigned)c);
    }
    char bytes[4];
    assert_int_equal(utf8_encode(bytes, 0xD800), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
    assert_int_equal(utf8_encode(bytes, 0x110000), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void expect_bad_at(const char *bytes, size_t at)
{
    assert_int_equal(utf8_check(bytes, strlen(bytes)), at);
    size_t width = 9;
    assert_int_equal(utf8_decode(bytes + at, &width), 0xFFFD);
    assert_int_equal(width, 1);
}

static void test_bad_forms(void **state)
{
    (void)state;
    expect_bad_at("ok\x80", 2);
    expect_bad_at("\xC0\xAF", 0);
    expect_bad_at("\xC1\xBF", 0);
    expect_bad_at("\xE0\x80\xAF", 0);
    expect_bad_at("\xF0\x80\x80\x80", 0);
    expect_bad_at("\xED\xA0\x80", 0);
    expect_bad_at("\xED\xBF\xBF", 0);
    expect_bad_at("\xF4\x90\x80\x80", 0);
    expect_bad_at("\xF5\x80\x80\x80", 0);
    expect_bad_at("\xFE", 0);
    expect_bad_at("a\xE2\x82", 1);
    expect_bad_at("ä\xC3", 2);
    expect_bad_at("\xE2\x28\xA1", 0);
    assert_int_equal(utf8_check("a\0b", 3), 3);
    assert_int_equal(utf8_check("", 0), 0);
}

static void test_counting_and_prefix(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(""), 0);
    assert_int_equal(utf8_count("Gülşah 名"), 8);
    assert_int_equal(utf8_count("a\xFF\xFE"), 3);
    assert_int_equal(utf8_prefix("Gülşah", 2), 3);
    assert_int_equal(utf8_prefix("Gülşah", 0), 0);
    assert_int_equal(utf8_prefix("Gülşah", 99), strlen("Gülşah"));
    size_t width = 9;
    assert_int_equal(utf8_decode("", &width), 0);
    assert_int_equal(width, 0);
}

/* Steps through in both directions; `stops` are the offsets between characters, closed by the length. */
static void expect_stops(const char *text, const size_t *stops)
{
    size_t at = 0;
    for (size_t i = 0; at < strlen(text); i++) {
        size_t next = utf8_next(text, at);
        assert_int_equal(next, stops[i]);
        assert_int_equal(utf8_previous(text, next), at);
        at = next;
    }
    assert_int_equal(utf8_next(text, at), at);
    assert_int_equal(utf8_previous(text, 0), 0);
}

static void test_caret_stops(void **state)
{
    (void)state;
    expect_stops("abc", (const size_t[]){1, 2, 3});
    expect_stops("aü名🙂", (const size_t[]){1, 3, 6, 10});
    expect_stops("e\xCC\x81x", (const size_t[]){3, 4});
    expect_stops("👩‍💻!", (const size_t[]){11, 12});
    expect_stops("👍🏽!", (const size_t[]){8, 9});
    expect_stops("❤️!", (const size_t[]){6, 7});
    expect_stops("🇩🇪🇫🇷", (const size_t[]){8, 16});
    expect_stops("नि", (const size_t[]){6});
    expect_stops("x\xFFy", (const size_t[]){1, 2, 3});
}

static void test_marks(void **state)
{
    (void)state;
    static const uint32_t marks[] = {0x300, 0x36F, 0x5C7, 0x93F, 0x200D, 0xFE0F, 0x20E3, 0x1F3FD, 0xE0061, 0xE01EF};
    static const uint32_t bases[] = {0, 'a', 0x2FF, 0x370, 0x200B, 0x4E00, 0x1F3FA, 0x1F400, 0xE01F0, 0x10FFFF};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        assert_true(utf8_is_mark(marks[i]));
        assert_false(utf8_is_mark(bases[i]));
    }
}

static void test_controls(void **state)
{
    (void)state;
    assert_true(utf8_is_control(0x07));
    assert_true(utf8_is_control('\r'));
    assert_true(utf8_is_control(0x7F));
    assert_true(utf8_is_control(0x85));
    assert_false(utf8_is_control('\n'));
    assert_false(utf8_is_control('\t'));
    assert_false(utf8_is_control(0xA0));
    assert_false(utf8_is_control('a'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_scalar_goes_there_and_back),
        cmocka_unit_test(test_bad_forms),
        cmocka_unit_test(test_counting_and_prefix),
        cmocka_unit_test(test_caret_stops),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_controls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
