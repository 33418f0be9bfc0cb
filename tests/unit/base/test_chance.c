#include "base/chance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>


/* The expected draws come from a second implementation (Python, unbounded integers). */
static void test_golden_draws(void **state)
{
    (void)state;
    static const int32_t dice[] = {6, 3, 6, 1, 2, 3, 6, 5, 3, 4, 4, 6};
    static const int32_t wide[] = {1807710101, -424703715, 1482358686, -2055119218};
    static const int hits[] = {1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0};
    for (int32_t i = 0; i < 12; i++)
        assert_int_equal(chance_between(42, 3, i, 1, 1, 6), dice[i]);
    for (int32_t i = 0; i < 4; i++)
        assert_true(chance_between(42, 3, i, 1, INT32_MIN, INT32_MAX) == wide[i]);
    for (int32_t i = 0; i < 20; i++)
        assert_int_equal(chance_hit(42, 9, 0, i, 30), hits[i]);
}

static void test_draws_are_within_and_even(void **state)
{
    (void)state;
    int faces[7] = {0};
    for (int32_t i = 0; i < 60000; i++) {
        int32_t face = chance_between(1, 2, i / 300, i % 300, 1, 6);
        assert_in_range(face, 1, 6);
        faces[face]++;
    }
    for (int face = 1; face <= 6; face++)
        assert_in_range(faces[face], 9600, 10400);
    assert_int_equal(chance_between(9, 9, 9, 9, 5, 5), 5);
}

static void test_hits_follow_the_percentage(void **state)
{
    (void)state;
    int hits = 0;
    for (int32_t i = 0; i < 20000; i++) {
        hits += chance_hit(5, 1, i, 0, 30) != 0;
        assert_false(chance_hit(5, 1, i, 0, 0));
        assert_true(chance_hit(5, 1, i, 0, 100));
    }
    assert_in_range(hits, 5700, 6300);
}

static int differing(uint64_t seed, int32_t purpose, int32_t first_step, int32_t second_step)
{
    int count = 0;
    for (int32_t i = 0; i < 100; i++)
        count += chance_between(seed, purpose, i + first_step, second_step, 0, 999) !=
                 chance_between(1, 1, i, 0, 0, 999);
    return count;
}

static void test_every_part_of_the_key_counts(void **state)
{
    (void)state;
    assert_int_equal(differing(1, 1, 0, 0), 0);
    assert_true(differing(2, 1, 0, 0) > 90);
    assert_true(differing(1, 2, 0, 0) > 90);
    assert_true(differing(1, 1, 1, 0) > 90);
    assert_true(differing(1, 1, 0, 1) > 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden_draws),
        cmocka_unit_test(test_draws_are_within_and_even),
        cmocka_unit_test(test_hits_follow_the_percentage),
        cmocka_unit_test(test_every_part_of_the_key_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
