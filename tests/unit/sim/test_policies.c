/* Whoever does as one should wins; no vice pays. Paired seeds on the fixture. */
#include "policies.h"

enum { SEEDS = 40 };

struct result { int32_t points[SCORE_COUNT], perceived, delivered, calm[121]; };

static struct result results_of(const struct policy *policy, uint64_t seed)
{
    struct player b = {.policy = policy, .play = calloc(1, sizeof *b.play)};
    struct result r = {.perceived = 0};
    assert_non_null(b.play);
    b.play->sc = fix();
    play_both(&b, seed);
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&b.play->state, -1, (enum score)k);
        r.points[k] = c.possible > 0 ? 1000 * c.points / c.possible : 0;   /* raw points, a thousandth */
    }
    int64_t sum = 0, weights = 0;
    for (customer_id c = 0; c < b.play->sc->customer_count; c++) {
        sum += (int64_t)b.play->sc->customers[c].weight * (b.play->state.customers[c].trust + b.play->state.customers[c].satisfaction);
        weights += b.play->sc->customers[c].weight;
    }
    r.perceived = (int32_t)(sum / weights / 2);
    struct round_figures f = score_figures(&b.play->state, b.play->sc, FIX_AFTERNOON);
    r.delivered = f.delivered;
    memcpy(r.calm, b.calm, sizeof r.calm);
    free(b.play);
    return r;
}

enum { PERCEIVED = SCORE_COUNT, FIGURES };

/* Each vice and the figures in which it must show in nearly every seed. */
static const struct { struct policy policy; int shows[FIGURES]; } vices[] = {
    {{.name = "technician", .silent = 1, .claim = -1, .unasked = 1}, {1, 1, 1, 1}},
    {{.name = "pleaser", .claim = CLAIM_UNDER_CONTROL}, {0, 1, 0, 1}},
    {{.name = "bold pleaser", .claim = CLAIM_FIXED}, {0, 1, 1, 1}},
    {{.name = "forgetter", .claim = -1, .forgets = 1}, {0, 1, 1, 1}},
    {{.name = "gatekeeper", .claim = -1, .refuses = 1, .silent = 1}, {1, 1, 1, 1}},
    {{.name = "promises nothing", .claim = -1, .no_promise = 1}, {0, 0, 1, 0}},
    {{.name = "does not know", .claim = CLAIM_DO_NOT_KNOW}, {0, 1, 0, 0}},
    {{.name = "always the weakest", .claim = CLAIM_FINDING_OUT}, {0, 1, 0, 1}},
    {{.name = "far promises", .claim = -1, .far = 1}, {0, 0, 1, 1}},
    {{.name = "never closes", .claim = -1, .no_close = 1}, {1, 1, 0, 0}},
    {{.name = "asks for ever", .claim = -1, .asks = 1}, {0, 1, 1, 1}},
    {{.name = "apologises and helps", .claim = -1, .silent = 1, .begs = 1}, {1, 1, 1, 1}},
    {{.name = "talks, no work", .claim = -1, .idle = 1}, {1, 1, 1, 1}},
    {{.name = "refuses everything", .claim = -1, .refuses = 1, .idle = 1}, {1, 1, 1, 1}},
    {{.name = "claims and corrects", .claim = CLAIM_UNDER_CONTROL, .corrects = 1}, {0, 1, 0, 1}},
    {{.name = "sandbags", .claim = -1, .sandbag = 1}, {0, 1, 1, 0}},
};

static int32_t figure_of(const struct result *r, int k)
{
    return k == PERCEIVED ? r->perceived / 100 : r->points[k];   /* thousandths, all of them */
}

static void assert_does_not_pay(size_t v)
{
    int32_t lower[FIGURES] = {0}, sum[FIGURES] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct result best = results_of(&policy_cares, seed), worse = results_of(&vices[v].policy, seed);
        for (int k = 0; k < FIGURES; k++) {
            lower[k] += figure_of(&worse, k) < figure_of(&best, k);
            sum[k] += figure_of(&worse, k) - figure_of(&best, k);
        }
    }
    print_message("%-22s involving %5d  honest %5d  follow %5d  perceived %5d  (lower in %d %d %d %d of %d)\n", vices[v].policy.name,
                  sum[0] / SEEDS, sum[1] / SEEDS, sum[2] / SEEDS, sum[3] / SEEDS, lower[0], lower[1], lower[2], lower[3], SEEDS);
    for (int k = 0; k < FIGURES; k++) {
        if (vices[v].shows[k])
            assert_true(lower[k] * 20 >= SEEDS * 19);
        assert_true(sum[k] / SEEDS <= 30);   /* and nowhere is it worth more than the chances of the day */
    }
}

static void test_no_vice_pays(void **state)
{
    (void)state;
    for (size_t v = 0; v < sizeof vices / sizeof vices[0]; v++)
        assert_does_not_pay(v);
}

static void test_the_watermelon(void **state)
{
    (void)state;
    int32_t delivered = 0, perceived = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct result best = results_of(&policy_cares, seed), technician = results_of(&vices[0].policy, seed);
        delivered += best.delivered - technician.delivered;
        perceived += best.perceived - technician.perceived;
    }
    assert_in_range(delivered / SEEDS + 10, 0, 20);       /* as much delivered ... */
    assert_true(perceived / SEEDS >= 20000);              /* ... and nobody is happy */
}

static void test_an_empty_assurance_is_cheap_today(void **state)
{
    (void)state;
    int higher = 0, lower = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct result best = results_of(&policy_cares, seed), pleaser = results_of(&vices[1].policy, seed);
        int sometime = 0;
        for (int minute = 0; minute <= 120; minute++)
            sometime |= best.calm[minute] > 0 && pleaser.calm[minute] > best.calm[minute];
        higher += sometime;
        lower += pleaser.perceived < best.perceived;
    }
    print_message("pleaser: higher at some time in %d, lower at the end in %d of %d\n", higher, lower, SEEDS);
    assert_int_equal(higher, SEEDS);
    assert_int_equal(lower, SEEDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_vice_pays), cmocka_unit_test(test_the_watermelon), cmocka_unit_test(test_an_empty_assurance_is_cheap_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
