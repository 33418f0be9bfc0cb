/* Every reason to refuse and every error has its sentence in the catalogue. */
#include "../texts.h"

#include "base/err.h"
#include "sim/sim.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void expect_sentence(const char *key)
{
    if (!text_has(key))
        fail_msg("%s has no text", key);
    const char *words = text(key);
    size_t length = strlen(words);
    assert_true(length > 10 && words[length - 1] == '.');
}

static void test_refusals(void **state)
{
    (void)state;
    for (int r = 0; r < REFUSAL_COUNT; r++) {
        char key[80];
        snprintf(key, sizeof key, "refusal.%s", refusal_word((enum refusal)r));
        expect_sentence(key);
        snprintf(key, sizeof key, "refusal.%s.short", refusal_word((enum refusal)r));
        assert_true(text_has(key));
        assert_true(strlen(text(key)) < 24);
    }
}

static void test_errors(void **state)
{
    (void)state;
    for (int e = 0; e < ERR_COUNT; e++)
        assert_true(text_has(err_text_key((enum err)e)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_refusals), cmocka_unit_test(test_errors)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
