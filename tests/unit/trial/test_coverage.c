/* What of a pack came up: counted once a session, named as the pack does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "trials.h"

static int32_t item_named(const struct coverage *c, int32_t cover, const char *name)
{
    struct str s = {0};
    int32_t found = -1;
    for (int32_t k = 0; k < coverage_items(c, cover) && found < 0; k++) {
        str_clear(&s);
        coverage_name(&s, c, cover, k);
        if (coverage_has(c, cover, k) && strcmp(str_text(&s), name) == 0)
            found = k;
    }
    str_release(&s);
    return found;
}

static void things_are_called_as_in_the_pack(void **state)
{
    struct coverage *c = coverage_new(trials_pack(state));
    assert_true(item_named(c, COVER_WORK_STARTED, "tills-stuck/try-one") >= 0);
    assert_true(item_named(c, COVER_LINE_MOOD, "ben/delighted") >= 0);
    assert_true(item_named(c, COVER_IMPROVEMENT, "promise-board") >= 0);
    assert_int_equal(item_named(c, COVER_FACT, "tills-stuck"), -1);
    for (int32_t k = 0; k < COVER_COUNT; k++)
        for (int32_t n = 0; n < coverage_items(c, k); n++) {
            struct str s = {0};
            if (coverage_has(c, k, n)) {
                coverage_name(&s, c, k, n);
                assert_true(s.length > 0);
                assert_int_equal(item_named(c, k, str_text(&s)), n);
            }
            str_release(&s);
        }
    coverage_release(c);
}

static void see(struct coverage *c, const struct sim_state *s, int32_t kind, int32_t first, int32_t second,
                int32_t third)
{
    struct sim_event e = {.kind = kind};
    e.v[0] = first;
    e.v[1] = second;
    e.v[2] = third;
    coverage_see(c, s, &e);
}

static void a_thing_counts_once_a_session(void **state)
{
    static struct sim_state s;
    struct coverage *c = coverage_new(trials_pack(state));
    coverage_session(c, PLAYER_HERO);
    see(c, &s, SIM_EV_FACT_KNOWN, 1, KNOWN_BY_ASKING, 0);
    see(c, &s, SIM_EV_FACT_KNOWN, 1, KNOWN_BY_ASKING, 0);
    see(c, &s, SIM_EV_SAID, 0, 4, 1);
    assert_int_equal(coverage_hits(c, COVER_FACT, 1), 1);
    assert_int_equal(coverage_hits(c, COVER_LINE_ANSWER, 1), 1);
    assert_int_equal(coverage_hits(c, COVER_FACT, 0), 0);
    coverage_session(c, PLAYER_RANDOM);
    see(c, &s, SIM_EV_FACT_KNOWN, 1, KNOWN_BY_ASKING, 0);
    assert_int_equal(coverage_hits(c, COVER_FACT, 1), 2);
    assert_true(coverage_players(c, COVER_FACT, 1) == ((uint64_t)1 << PLAYER_HERO | (uint64_t)1 << PLAYER_RANDOM));
    coverage_release(c);
}

static void what_was_typed_is_no_line_of_the_pack(void **state)
{
    static struct sim_state s;
    struct coverage *c = coverage_new(trials_pack(state));
    int32_t injected = trials_pack(state)->incident_count;
    coverage_session(c, PLAYER_HERO);
    see(c, &s, SIM_EV_SAID, 0, 0, injected);
    see(c, &s, SIM_EV_SAID, 0, 5, 0);
    see(c, &s, SIM_EV_INCIDENT_OPENED, injected, 0, 0);
    see(c, &s, SIM_EV_WORK_STARTED, 0, NOBODY, injected);
    for (int32_t k = 0; k < c->first[COVER_COUNT]; k++)
        assert_int_equal(c->hits[k], 0);
    coverage_release(c);
}

static void threads_add_up(void **state)
{
    static struct sim_state s;
    struct coverage *a = coverage_new(trials_pack(state)), *b = coverage_new(trials_pack(state));
    coverage_session(a, PLAYER_HERO);
    coverage_session(b, PLAYER_PLEASER);
    see(a, &s, SIM_EV_HAPPENED, 0, 0, 0);
    see(b, &s, SIM_EV_HAPPENED, 0, 0, 0);
    see(b, &s, SIM_EV_HAPPENED, 1, 0, 0);
    int32_t missing = coverage_missing(a, COVER_EVENT);
    coverage_merge(a, b);
    assert_int_equal(coverage_hits(a, COVER_EVENT, 0), 2);
    assert_int_equal(coverage_hits(a, COVER_EVENT, 1), 1);
    assert_int_equal(coverage_missing(a, COVER_EVENT), missing - 1);
    coverage_release(a);
    coverage_release(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_are_called_as_in_the_pack),
        cmocka_unit_test(a_thing_counts_once_a_session),
        cmocka_unit_test(what_was_typed_is_no_line_of_the_pack),
        cmocka_unit_test(threads_add_up),
    };
    return cmocka_run_group_tests(tests, trials_load, trials_forget);
}
