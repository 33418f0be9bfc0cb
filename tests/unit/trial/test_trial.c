/* Trials: the same for any number of threads, in parts, and when stopped; outcomes agree with the engine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "trials.h"

static void assert_same_player(const struct trial *a, const struct trial *b, int32_t k)
{
    struct trial_player x = a->players[k], y = b->players[k];
    assert_memory_equal(x.satisfaction, y.satisfaction, (size_t)a->curve.minutes * sizeof *x.satisfaction);
    assert_memory_equal(x.trust, y.trust, (size_t)a->curve.minutes * sizeof *x.trust);
    x.satisfaction = y.satisfaction = x.trust = y.trust = NULL;
    x.nanoseconds = y.nanoseconds = 0;
    assert_memory_equal(&x, &y, sizeof x);
}

static void assert_same(const struct trial *a, const struct trial *b)
{
    assert_int_equal(a->runs, b->runs);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        assert_same_player(a, b, k);
    assert_memory_equal(a->held, b->held, sizeof a->held);
    int32_t items = a->coverage->first[COVER_COUNT];
    assert_memory_equal(a->coverage->hits, b->coverage->hits, (size_t)items * sizeof *a->coverage->hits);
    assert_memory_equal(a->coverage->players, b->coverage->players, (size_t)items * sizeof *a->coverage->players);
}

static void any_number_of_threads_gives_the_same(void **state)
{
    struct trial_plan plan = trials_plan(state, 24, 1);
    struct trial *one = trial_run(&plan);
    assert_int_equal(trial_sessions(one), 24 * (PLAYER_KIND_COUNT - 1));
    for (int32_t threads = 2; threads <= 5; threads++) {
        plan.threads = threads;
        struct trial *more = trial_run(&plan);
        assert_same(one, more);
        trial_release(more);
    }
    trial_release(one);
}

static int stop_after_seven(void *context, int32_t done, int32_t runs)
{
    (void)context;
    assert_int_equal(runs, 1000);
    return done >= 7;
}

static void a_stopped_trial_is_one_with_fewer_runs(void **state)
{
    for (int32_t threads = 1; threads <= 3; threads++) {
        struct trial_plan plan = trials_plan(state, 1000, threads);
        plan.progress = stop_after_seven;
        struct trial *stopped = trial_run(&plan);
        assert_int_equal(stopped->stopped, 1);
        assert_in_range(stopped->runs, 7, 7 + 2 * threads);
        plan = trials_plan(state, stopped->runs, 1);
        struct trial *whole = trial_run(&plan);
        assert_int_equal(whole->stopped, 0);
        assert_same(whole, stopped);
        trial_release(whole);
        trial_release(stopped);
    }
}

struct counted {
    int32_t calls, last;
};

static int count_calls(void *context, int32_t done, int32_t runs)
{
    struct counted *c = context;
    assert_true(done > c->last && done <= runs);
    c->last = done;
    c->calls++;
    return 0;
}

static void progress_rises_to_the_end(void **state)
{
    struct counted counted = {0};
    struct trial_plan plan = trials_plan(state, 9, 1);
    plan.progress = count_calls;
    plan.context = &counted;
    struct trial *t = trial_run(&plan);
    assert_int_equal(counted.calls, 9);
    assert_int_equal(counted.last, 9);
    assert_int_equal(t->stopped, 0);
    trial_release(t);
}

static void one_run_can_be_looked_at_by_itself(void **state)
{
    struct trial_plan three = trials_plan(state, 3, 2), four = trials_plan(state, 4, 2),
                      last = trials_plan(state, 1, 1);
    last.first_run = 3;
    struct trial *a = trial_run(&three), *b = trial_run(&four), *c = trial_run(&last);
    gather_merge(a, c);
    a->runs += c->runs;
    assert_same(a, b);
    trial_release(a);
    trial_release(b);
    trial_release(c);
}

static void other_seeds_are_other_fates(void **state)
{
    struct trial_plan plan = trials_plan(state, 12, 2);
    struct trial *a = trial_run(&plan);
    plan.seed = 2;
    struct trial *b = trial_run(&plan);
    assert_int_not_equal(a->players[PLAYER_CUSTOMER_FOCUSED].measures[TRIAL_PERCEIVED].sum,
                         b->players[PLAYER_CUSTOMER_FOCUSED].measures[TRIAL_PERCEIVED].sum);
    for (int32_t k = 1; k < 1000; k++)
        assert_true(trial_seed(1, k) != trial_seed(1, k - 1) && trial_seed(1, k) != trial_seed(2, k));
    trial_release(a);
    trial_release(b);
}

static void only_those_asked_for_play(void **state)
{
    struct trial_plan plan = trials_plan(state, 5, 2);
    struct trial *everybody = trial_run(&plan);
    plan.players = (uint64_t)1 << PLAYER_PLEASER | (uint64_t)1 << PLAYER_CUSTOMER_FOCUSED;
    struct trial *two = trial_run(&plan);
    assert_int_equal(trial_sessions(two), 10);
    assert_same_player(everybody, two, PLAYER_PLEASER);
    assert_int_equal(two->players[PLAYER_HERO].sessions, 0);
    assert_int_equal(everybody->players[PLAYER_MIXED].sessions, 0);
    trial_release(two);
    trial_release(everybody);
}

/* --- one session --- */

struct session {
    struct match match;
    struct trial_outcome outcome;
    struct trial_curve curve;
    struct coverage *coverage;
};

static struct session *play(void **state, int32_t player)
{
    struct session *s = memory_want(sizeof *s);
    struct outcome_watcher watcher;
    struct sim_setup setup;
    s->coverage = coverage_new(trials_pack(state));
    curve_begin(&s->curve, trials_pack(state));
    coverage_session(s->coverage, player);
    outcome_begin(&watcher, trials_pack(state), &s->outcome, &s->curve, s->coverage);
    s->match.watch = outcome_watch;
    s->match.context = &watcher;
    match_setup(trials_pack(state), 77, &setup);
    match_play(&s->match, trials_pack(state), &setup, (enum player_kind)player);
    outcome_end(&watcher, &s->match.state);
    return s;
}

static void forget(struct session *s)
{
    curve_release(&s->curve);
    coverage_release(s->coverage);
    free(s);
}

static void scores_are_those_of_the_engine_by_raw_points(void **state)
{
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        struct session *s = play(state, k);
        for (int32_t n = 0; n < SCORE_COUNT; n++) {
            struct score_counts counts = score_of_state(&s->match.state, -1, (enum score)n);
            int32_t percent = score_percent(&counts), exact = s->outcome.measures[n];
            assert_true((percent < 0) == (exact == OUTCOME_UNTOLD));
            if (percent > 0)
                assert_in_range(exact + 501, 1000 * percent, 1000 * percent + 1002);
            else if (percent == 0)
                assert_true(exact <= 500 && exact >= -50000);
        }
        forget(s);
    }
}

static void moments_by_source_add_up_to_the_scores(void **state)
{
    struct session *s = play(state, PLAYER_PLEASER);
    int32_t met = 0, broken = 0, met_by_score = 0, broken_by_score = 0;
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++) {
        met += s->outcome.sources[k][OUTCOME_MET];
        broken += s->outcome.sources[k][OUTCOME_BROKEN];
    }
    for (int32_t k = 0; k < SCORE_COUNT; k++) {
        struct score_counts counts = score_of_state(&s->match.state, -1, (enum score)k);
        met_by_score += counts.met;
        broken_by_score += counts.broken;
    }
    assert_true(met > 0 && broken > 0);
    assert_int_equal(met, met_by_score);
    assert_int_equal(broken, broken_by_score);
    forget(s);
}

static void feelings_are_weighed_by_customer_and_the_curve_ends_there(void **state)
{
    const struct scenario *sc = trials_pack(state);
    struct session *s = play(state, PLAYER_CUSTOMER_FOCUSED);
    int64_t trust = 0, satisfaction = 0, weights = 0;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        trust += (int64_t)sc->customers[c].weight * s->match.state.customers[c].trust;
        satisfaction += (int64_t)sc->customers[c].weight * s->match.state.customers[c].satisfaction;
        weights += sc->customers[c].weight;
    }
    assert_int_equal(s->outcome.measures[TRIAL_TRUST], trust / weights);
    assert_int_equal(s->outcome.measures[TRIAL_SATISFACTION], satisfaction / weights);
    assert_int_equal(s->outcome.measures[TRIAL_PERCEIVED], (trust / weights + satisfaction / weights) / 2);
    assert_int_equal(s->curve.trust[s->curve.minutes - 1], trust / weights);
    assert_int_equal(s->curve.satisfaction[s->curve.minutes - 1], satisfaction / weights);
    for (int32_t k = 0; k < s->curve.minutes; k++)
        assert_in_range(s->curve.satisfaction[k], 1, 100000);
    forget(s);
}

static void the_verdict_is_that_of_the_ending(void **state)
{
    const struct scenario *sc = trials_pack(state);
    struct session *s = play(state, PLAYER_TECHNICIAN);
    int32_t ending = sim_ending(&s->match.state, sc);
    assert_true(ending >= 0);
    assert_int_equal(s->outcome.ending, ending);
    assert_int_equal(s->outcome.verdict, sc->endings[ending].verdict);
    assert_int_equal(coverage_hits(s->coverage, COVER_ENDING, ending), 1);
    forget(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same),
        cmocka_unit_test(a_stopped_trial_is_one_with_fewer_runs),
        cmocka_unit_test(progress_rises_to_the_end),
        cmocka_unit_test(one_run_can_be_looked_at_by_itself),
        cmocka_unit_test(other_seeds_are_other_fates),
        cmocka_unit_test(only_those_asked_for_play),
        cmocka_unit_test(scores_are_those_of_the_engine_by_raw_points),
        cmocka_unit_test(moments_by_source_add_up_to_the_scores),
        cmocka_unit_test(feelings_are_weighed_by_customer_and_the_curve_ends_there),
        cmocka_unit_test(the_verdict_is_that_of_the_ending),
    };
    return cmocka_run_group_tests(tests, trials_load, trials_forget);
}
