/* Figures of many sessions: counts, percentiles, intervals. */
#include "trial/statistics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void means_and_percentiles_are_those_of_the_values(void **state)
{
    (void)state;
    static struct tally t;
    memset(&t, 0, sizeof t);
    for (int32_t k = 1; k <= 100; k++)
        tally_add(&t, 1000 * k);
    assert_int_equal(t.count, 100);
    assert_int_equal(tally_mean(&t), 50500);
    assert_int_equal(tally_deviation(&t), 29011); /* sqrt(100 * 101 / 12) points */
    assert_int_equal(tally_percentile(&t, 0), 1000);
    assert_int_equal(tally_percentile(&t, 5), 5000);
    assert_int_equal(tally_percentile(&t, 50), 50000);
    assert_int_equal(tally_percentile(&t, 100), 100000);
    struct interval mean = tally_mean_interval(&t);
    assert_int_equal(mean.low, 50500 - 5686);
    assert_int_equal(mean.high, 50500 + 5686);
}

static void values_below_nothing_and_at_the_ends_are_kept(void **state)
{
    (void)state;
    static struct tally t;
    memset(&t, 0, sizeof t);
    tally_add(&t, TALLY_LOW);
    tally_add(&t, TALLY_HIGH);
    tally_add(&t, TALLY_LOW - 5000);
    assert_int_equal(t.low, TALLY_LOW);
    assert_int_equal(t.high, TALLY_HIGH);
    assert_int_equal(tally_mean(&t), 0);
    assert_int_equal(tally_percentile(&t, 50), TALLY_LOW);
    assert_int_equal(tally_percentile(&t, 95), TALLY_HIGH);
}

static void nothing_counted_is_nothing(void **state)
{
    (void)state;
    static struct tally t, one;
    memset(&t, 0, sizeof t);
    memset(&one, 0, sizeof one);
    assert_int_equal(tally_mean(&t), 0);
    assert_int_equal(tally_deviation(&t), 0);
    assert_int_equal(tally_percentile(&t, 50), 0);
    tally_add(&one, -12345);
    assert_int_equal(tally_percentile(&one, 5), -12345);
    assert_int_equal(tally_percentile(&one, 95), -12345);
    assert_int_equal(tally_deviation(&one), 0);
    tally_merge(&t, &one);
    assert_memory_equal(&t, &one, sizeof t);
}

static void parts_add_up_in_any_order(void **state)
{
    (void)state;
    static struct tally all, first, second, ab, ba;
    memset(&all, 0, sizeof all);
    memset(&first, 0, sizeof first);
    memset(&second, 0, sizeof second);
    memset(&ab, 0, sizeof ab);
    memset(&ba, 0, sizeof ba);
    for (int32_t k = 0; k < 1000; k++) {
        int32_t value = (k * 7919) % 150000 - 50000;
        tally_add(&all, value);
        tally_add(k % 3 == 0 ? &first : &second, value);
    }
    tally_merge(&ab, &first);
    tally_merge(&ab, &second);
    tally_merge(&ba, &second);
    tally_merge(&ba, &first);
    assert_memory_equal(&ab, &all, sizeof all);
    assert_memory_equal(&ba, &all, sizeof all);
}

/* Figures of Newcombe (1998) and of a second computation by hand. */
static void shares_have_the_interval_of_wilson(void **state)
{
    (void)state;
    static const struct {
        int64_t hits, all;
        int32_t low, high;
    } known[] = {
        {81, 263, 25529, 36621}, {15, 148, 6239, 16049},  {0, 20, 0, 16113},
        {1, 29, 611, 17176},     {20, 20, 83887, 100000}, {950, 1000, 93469, 96187},
    };
    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++) {
        struct interval within = share_interval(known[k].hits, known[k].all);
        assert_in_range(within.low, known[k].low < 2 ? 0 : known[k].low - 2, known[k].low + 2);
        assert_in_range(within.high, known[k].high - 2, known[k].high + 2);
    }
    assert_int_equal(share_of(2, 3), 66667);
    assert_int_equal(share_of(0, 0), 0);
    assert_int_equal(share_interval(0, 0).high, 100000);
}

static void an_interval_holds_its_share_and_narrows(void **state)
{
    (void)state;
    int32_t width = 100000;
    for (int64_t runs = 10; runs <= 1000000; runs *= 10) {
        struct interval within = share_interval(runs * 9 / 10, runs);
        assert_true(within.low < 90000 && within.high > 90000);
        assert_true(within.high - within.low < width);
        width = within.high - within.low;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_and_percentiles_are_those_of_the_values),
        cmocka_unit_test(values_below_nothing_and_at_the_ends_are_kept),
        cmocka_unit_test(nothing_counted_is_nothing),
        cmocka_unit_test(parts_add_up_in_any_order),
        cmocka_unit_test(shares_have_the_interval_of_wilson),
        cmocka_unit_test(an_interval_holds_its_share_and_narrows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
