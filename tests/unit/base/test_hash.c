#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* The expected numbers come from a second implementation (Python, unbounded integers). */
static void test_golden_mix(void **state)
{
    (void)state;
    assert_true(hash_mix(0, 0) == UINT64_C(0x9ca066f1a4ab2eea));
    assert_true(hash_mix(1, 2) == UINT64_C(0xe7c739b578c1c4e6));
    assert_true(hash_mix(1, 2) != hash_mix(2, 1));
}

static void test_golden_words(void **state)
{
    (void)state;
    const int32_t one[] = {1};
    const int32_t three[] = {1, -2, 3};
    const int32_t four[] = {INT32_MIN, INT32_MAX, 0, 5};
    assert_true(hash_words(0, NULL, 0) == UINT64_C(0x9ca066f1a4ab2eea));
    assert_true(hash_words(7, one, 1) == UINT64_C(0x3f1d9c337730462c));
    assert_true(hash_words(7, three, 3) == UINT64_C(0x8c9bfe714889cc43));
    assert_true(hash_words(7, four, 4) == UINT64_C(0x44606743dfebe66a));
}

static void test_words_depend_on_place_and_number(void **state)
{
    (void)state;
    const int32_t zeros[4] = {0};
    const int32_t ab[] = {1, 2}, ba[] = {2, 1};
    for (size_t i = 0; i < 4; i++)
        assert_true(hash_words(7, zeros, i) != hash_words(7, zeros, i + 1));
    assert_true(hash_words(7, ab, 2) != hash_words(7, ba, 2));
    assert_true(hash_words(7, ab, 2) != hash_words(8, ab, 2));
}

static void test_golden_text(void **state)
{
    (void)state;
    assert_true(hash_text("") == UINT64_C(0xefd01f60ba992926));
    assert_true(hash_text("mara") == UINT64_C(0x68cebfce60e64e9a));
    assert_true(hash_text("Gülşah") == UINT64_C(0x2f93647a5f385c7b));
}

static void expect_bytes(const char *bytes, const char *key, const char *expected)
{
    uint8_t out[HASH_BYTES];
    char hex[2 * HASH_BYTES + 1];
    hash_bytes(out, bytes, strlen(bytes), key, key == NULL ? 0 : strlen(key));
    hash_hex(hex, out, sizeof out);
    assert_string_equal(hex, expected);
}

static void test_golden_bytes(void **state)
{
    (void)state;
    expect_bytes("", NULL, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    expect_bytes("moment", NULL, "f915950fcb810508d0b8efb17e775537320e96d67d1c180d5302ca35d351092b");
    expect_bytes("moment", "0123456789abcdef", "4eb75576f4eb41e8a38778f9297daf37c3193d29192af20f2c02df14e7e91009");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden_mix),
        cmocka_unit_test(test_golden_words),
        cmocka_unit_test(test_words_depend_on_place_and_number),
        cmocka_unit_test(test_golden_text),
        cmocka_unit_test(test_golden_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
