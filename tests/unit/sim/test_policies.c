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

static const struct policy vices[] = {
    {.name = "technician", .silent = 1, .claim = -1, .unasked = 1},
    {.name = "pleaser", .claim = CLAIM_UNDER_CONTROL},
    {.name = "bold pleaser", .claim = CLAIM_FIXED},
    {.name = "forgetter", .claim = -1, .forgets = 1},
    {.name = "gatekeeper", .claim = -1, .refuses = 1, .silent = 1},
    {.name = "promises nothing", .claim = -1, .no_promise = 1},
    {.name = "does not know", .claim = CLAIM_DO_NOT_KNOW},
    {.name = "always the weakest", .claim = CLAIM_FINDING_OUT},
    {.name = "far promises", .claim = -1, .far = 1},
    {.name = "never closes", .claim = -1, .no_close = 1},
    {.name = "asks for ever", .claim = -1, .asks = 1},
    {.name = "apologises and helps", .claim = -1, .silent = 1, .begs = 1},
    {.name = "talks, no work", .claim = -1, .idle = 1},
    {.name = "refuses everything", .claim = -1, .refuses = 1, .idle = 1},
    {.name = "claims and corrects", .claim = CLAIM_UNDER_CONTROL, .corrects = 1},
    {.name = "sandbags", .claim = -1, .sandbag = 1},
};

static void test_no_vice_pays(void **state)
{
    (void)state;
    for (size_t v = 0; v < sizeof vices / sizeof vices[0]; v++) {
        int32_t better[SCORE_COUNT + 1] = {0};
        struct result last = {.perceived = 0}, best = last;
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            best = results_of(&policy_cares, seed);
            last = results_of(&vices[v], seed);
            for (int k = 0; k < SCORE_COUNT; k++)
                better[k] += last.points[k] > best.points[k];
            better[SCORE_COUNT] += last.perceived > best.perceived;
        }
        print_message("%-22s involving %4d  honest %4d  follow %4d  perceived %d  delivered %d  (better in %d %d %d %d of %d)\n", vices[v].name,
                      last.points[0], last.points[1], last.points[2], last.perceived / 1000, last.delivered,
                      better[0], better[1], better[2], better[3], SEEDS);
        for (int k = 0; k <= SCORE_COUNT; k++)
            assert_true(better[k] * 20 <= SEEDS);   /* at most 5 % of the seeds */
    }
}

static void test_the_watermelon(void **state)
{
    (void)state;
    int32_t delivered = 0, perceived = 0;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct result best = results_of(&policy_cares, seed), technician = results_of(&vices[0], seed);
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
        struct result best = results_of(&policy_cares, seed), pleaser = results_of(&vices[1], seed);
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
