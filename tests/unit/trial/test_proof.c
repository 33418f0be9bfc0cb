/*
 * The proof: a trial in which every claim holds is made up, then spoiled in
 * one place at a time, and the part that looks there must fail, and no other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "trials.h"

enum { RUNS = 200 };

static void set(struct trial *t, int32_t player, enum trial_measure measure, int32_t points)
{
    memset(&t->players[player].measures[measure], 0, sizeof t->players[player].measures[measure]);
    for (int32_t k = 0; k < RUNS; k++)
        tally_add(&t->players[player].measures[measure], 1000 * points);
}

static void set_all(struct trial *t, int32_t player, int32_t points)
{
    for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++)
        set(t, player, (enum trial_measure)k, k == TRIAL_DELIVERED ? 80 : points);
}

static struct trial_pair pair_of(int64_t wins, int64_t ties, int64_t losses, int64_t untold)
{
    return (struct trial_pair){wins, ties, losses, untold, 1000 * (wins - losses), 0, 3};
}

static void set_pairs(struct trial *t, int32_t player)
{
    for (int32_t k = 0; k < CONTEST_COUNT; k++)
        t->players[player].against[k] = pair_of(RUNS, 0, 0, 0);
}

static void set_held(struct trial *t)
{
    for (int32_t k = 0; k < HELD_COUNT; k++)
        t->held[k] = RUNS;
    memset(t->players[PLAYER_LEARNER].verdicts, 0, sizeof t->players[PLAYER_LEARNER].verdicts);
    t->players[PLAYER_LEARNER].verdicts[BUSINESS_KEEPS] = RUNS;
    for (int32_t k = 0; k < t->coverage->first[COVER_COUNT]; k++)
        t->coverage->hits[k] = 1;
}

/* As the model wants it. */
static struct trial *perfect(void **state)
{
    struct trial_plan plan = trials_plan(state, 1, 1);
    struct trial *t = trial_run(&plan);
    t->runs = RUNS;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        set_all(t, k, 50);
        set_pairs(t, k);
    }
    set_all(t, PLAYER_CUSTOMER_FOCUSED, 90);
    for (int32_t k = PLAYER_GRADED_25; k <= PLAYER_GRADED_90; k++)
        set_all(t, k, 50 + 5 * (k - PLAYER_GRADED_25));
    set(t, PLAYER_PLEASER, TRIAL_HONEST, -20);
    set(t, PLAYER_FORGETTER, TRIAL_FOLLOW, -20);
    set(t, PLAYER_TECHNICIAN, TRIAL_INVOLVING, -10);
    set(t, PLAYER_GATEKEEPER, TRIAL_INVOLVING, 10);
    set(t, PLAYER_TECHNICIAN, TRIAL_DELIVERED, 88);
    set_held(t);
    return t;
}

static const struct proof_part *find(const struct proof *p, const char *id)
{
    for (int32_t k = 0; k < p->count; k++)
        if (strcmp(p->parts[k].id, id) == 0)
            return &p->parts[k];
    fail_msg("no part %s", id);
    return NULL;
}

/* The trial's proof fails in this part alone, with this figure; the trial is released. */
static void assert_fails_only(struct trial *t, const char *id, int32_t figure)
{
    struct proof *p = proof_of(t);
    int tested;
    assert_int_equal(p->holds, 0);
    for (int32_t k = 0; k < p->count; k++)
        if (p->parts[k].holds != (strcmp(p->parts[k].id, id) != 0))
            fail_msg("%s: %s %s", id, p->parts[k].id, p->parts[k].holds ? "holds" : "fails");
    assert_int_equal(find(p, id)->figure, figure);
    assert_int_equal(proof_claim_holds(p, find(p, id)->claim, &tested), 0);
    assert_ptr_equal(proof_deciding(p, find(p, id)->claim), find(p, id));
    free(p);
    trial_release(t);
}

static void all_claims_can_hold(void **state)
{
    struct trial *t = perfect(state);
    struct proof *p = proof_of(t);
    for (int32_t k = 0; k < p->count; k++) {
        if (!p->parts[k].tested || !p->parts[k].holds)
            fail_msg("%s: %d", p->parts[k].id, (int)p->parts[k].figure);
    }
    assert_int_equal(p->holds, 1);
    assert_int_equal(p->tested, 1);
    for (int32_t k = 0; k < PROOF_CLAIM_COUNT; k++) {
        int tested;
        assert_int_equal(proof_claim_holds(p, (enum proof_claim)k, &tested), 1);
        assert_int_equal(tested, 1);
        assert_non_null(proof_deciding(p, (enum proof_claim)k));
    }
    free(p);
    trial_release(t);
}

static void the_bounds_are_those_of_the_model(void **state)
{
    static const struct {
        const char *id;
        enum proof_side side;
        int32_t bound;
    } bounds[] = {
        {"wins.involving", PROOF_AT_LEAST, 95000},
        {"wins.honest", PROOF_AT_LEAST, 95000},
        {"wins.follow-through", PROOF_AT_LEAST, 95000},
        {"wins.trust-and-satisfaction", PROOF_AT_LEAST, 95000},
        {"wins.verdict", PROOF_AT_LEAST, 95000},
        {"vice.pleaser-lowest", PROOF_MORE_THAN, 0},
        {"vice.pleaser-gap", PROOF_AT_LEAST, 25000},
        {"vice.forgetter-lowest", PROOF_MORE_THAN, 0},
        {"vice.forgetter-gap", PROOF_AT_LEAST, 25000},
        {"vice.bottom-two", PROOF_MORE_THAN, 0},
        {"vice.bottom-two-gap", PROOF_AT_LEAST, 25000},
        {"graded.involving", PROOF_MORE_THAN, 0},
        {"graded.honest", PROOF_MORE_THAN, 0},
        {"graded.follow-through", PROOF_MORE_THAN, 0},
        {"graded.trust-and-satisfaction", PROOF_MORE_THAN, 0},
        {"watermelon.targets-met", PROOF_AT_MOST, 10000},
        {"watermelon.trust-and-satisfaction", PROOF_AT_LEAST, 25000},
        {"pleaser.curve", PROOF_AT_LEAST, 95000},
        {"learner.verdict", PROOF_AT_LEAST, 95000},
        {"cheats.involving", PROOF_AT_MOST, 5000},
        {"cheats.honest", PROOF_AT_MOST, 5000},
        {"cheats.follow-through", PROOF_AT_MOST, 5000},
        {"cheats.trust-and-satisfaction", PROOF_AT_MOST, 5000},
        {"reached.moments", PROOF_AT_MOST, 0},
        {"reached.lines", PROOF_AT_MOST, 0},
        {"reached.facts", PROOF_AT_MOST, 0},
        {"reached.endings", PROOF_AT_MOST, 0},
    };
    struct trial *t = perfect(state);
    struct proof *p = proof_of(t);
    assert_int_equal(p->count, sizeof bounds / sizeof bounds[0]);
    for (size_t k = 0; k < sizeof bounds / sizeof bounds[0]; k++) {
        assert_int_equal(find(p, bounds[k].id)->side, bounds[k].side);
        assert_int_equal(find(p, bounds[k].id)->bound, bounds[k].bound);
    }
    free(p);
    trial_release(t);
}

static void wins_are_strict_in_95_of_100(void **state)
{
    static const char *const ids[] = {"wins.involving", "wins.honest", "wins.follow-through",
                                      "wins.trust-and-satisfaction"};
    for (int32_t k = 0; k < 4; k++) {
        struct trial *t = perfect(state);
        t->players[PLAYER_GATEKEEPER].against[k] = pair_of(189, 11, 0, 0);
        assert_fails_only(t, ids[k], 94500);
        t = perfect(state);
        t->players[PLAYER_RANDOM].against[k] = pair_of(189, 0, 0, 11);
        assert_fails_only(t, ids[k], 94500);
    }
    struct trial *t = perfect(state);
    t->players[PLAYER_GATEKEEPER].against[CONTEST_HONEST] = pair_of(190, 0, 10, 0);
    struct proof *p = proof_of(t);
    assert_int_equal(p->holds, 1);
    assert_int_equal(find(p, "wins.honest")->player, PLAYER_GATEKEEPER);
    free(p);
    trial_release(t);
}

static void the_hero_may_tie_on_honesty_and_nowhere_else(void **state)
{
    struct trial *t = perfect(state);
    t->players[PLAYER_HERO].against[CONTEST_HONEST] = pair_of(0, RUNS, 0, 0);
    struct proof *p = proof_of(t);
    assert_int_equal(p->holds, 1);
    free(p);
    t->players[PLAYER_HERO].against[CONTEST_FOLLOW] = pair_of(0, RUNS, 0, 0);
    assert_fails_only(t, "wins.follow-through", 0);
    t = perfect(state);
    t->players[PLAYER_HERO].against[CONTEST_HONEST] = pair_of(100, 80, 20, 0);
    assert_fails_only(t, "wins.honest", 90000);
}

static void a_verdict_is_won_only_when_it_is_better(void **state)
{
    struct trial *t = perfect(state);
    t->players[PLAYER_HERO].against[CONTEST_VERDICT] = pair_of(190, 10, 0, 0);
    struct proof *p = proof_of(t);
    assert_int_equal(p->holds, 1);
    free(p);
    t->players[PLAYER_HERO].against[CONTEST_VERDICT] = pair_of(180, 20, 0, 0);
    assert_fails_only(t, "wins.verdict", 90000);
}

static void a_vice_must_be_lowest_and_low(void **state)
{
    struct trial *t = perfect(state);
    set(t, PLAYER_HERO, TRIAL_HONEST, -20);
    assert_fails_only(t, "vice.pleaser-lowest", 0);
    t = perfect(state);
    set(t, PLAYER_FORGETTER, TRIAL_FOLLOW, 51);
    assert_fails_only(t, "vice.forgetter-lowest", -1000);
    t = perfect(state);
    set(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_HONEST, 4);
    assert_fails_only(t, "vice.pleaser-gap", 24000);
    t = perfect(state);
    set(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_FOLLOW, 4);
    assert_fails_only(t, "vice.forgetter-gap", 24000);
    t = perfect(state);
    set(t, PLAYER_LEARNER, TRIAL_INVOLVING, 0);
    assert_fails_only(t, "vice.bottom-two", -10000);
    t = perfect(state);
    set(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_INVOLVING, 34);
    assert_fails_only(t, "vice.bottom-two-gap", 24000);
}

static void random_and_cheats_stand_outside_the_ranking(void **state)
{
    struct trial *t = perfect(state);
    set_all(t, PLAYER_RANDOM, -50);
    set_all(t, PLAYER_TALKER, -50);
    struct proof *p = proof_of(t);
    assert_int_equal(p->holds, 1);
    free(p);
    trial_release(t);
}

static void the_graded_rise_at_every_step(void **state)
{
    static const char *const ids[] = {"graded.involving", "graded.honest", "graded.follow-through",
                                      "graded.trust-and-satisfaction"};
    for (int32_t k = 0; k <= TRIAL_PERCEIVED; k++) {
        struct trial *t = perfect(state);
        set(t, PLAYER_GRADED_75, (enum trial_measure)k, 55);
        assert_fails_only(t, ids[k], 0);
    }
}

static void the_watermelon_has_two_halves(void **state)
{
    struct trial *t = perfect(state);
    set(t, PLAYER_TECHNICIAN, TRIAL_DELIVERED, 69);
    assert_fails_only(t, "watermelon.targets-met", 11000);
    t = perfect(state);
    set(t, PLAYER_TECHNICIAN, TRIAL_DELIVERED, 91);
    assert_fails_only(t, "watermelon.targets-met", 11000);
    t = perfect(state);
    set(t, PLAYER_TECHNICIAN, TRIAL_PERCEIVED, 66);
    assert_fails_only(t, "watermelon.trust-and-satisfaction", 24000);
}

static void pleasing_and_changing_are_counted_by_runs(void **state)
{
    struct trial *t = perfect(state);
    t->held[HELD_PLEASER_BOTH] = 189;
    assert_fails_only(t, "pleaser.curve", 94500);
    t = perfect(state);
    t->players[PLAYER_LEARNER].verdicts[BUSINESS_KEEPS] = 189;
    t->players[PLAYER_LEARNER].verdicts[BUSINESS_NOTICE] = 11;
    assert_fails_only(t, "learner.verdict", 94500);
    t = perfect(state);
    t->players[PLAYER_LEARNER].verdicts[BUSINESS_KEEPS] = 0;
    t->players[PLAYER_LEARNER].verdicts[BUSINESS_COUNT] = RUNS;
    assert_fails_only(t, "learner.verdict", 0);
}

static void a_cheat_may_tie_but_hardly_ever_be_higher(void **state)
{
    static const char *const ids[] = {"cheats.involving", "cheats.honest", "cheats.follow-through",
                                      "cheats.trust-and-satisfaction"};
    for (int32_t k = 0; k < 4; k++) {
        struct trial *t = perfect(state);
        t->players[PLAYER_REFUSER].against[k] = pair_of(0, 190, 10, 0);
        struct proof *p = proof_of(t);
        assert_int_equal(p->holds, 1);
        free(p);
        t->players[PLAYER_REFUSER].against[k] = pair_of(189, 0, 11, 0);
        assert_fails_only(t, ids[k], 5500);
        t = perfect(state);
        t->players[PLAYER_REFUSER].against[k] = pair_of(189, 0, 0, 11);
        assert_fails_only(t, ids[k], 5500);
    }
}

static void one_thing_never_reached_is_one_too_many(void **state)
{
    static const struct {
        const char *id;
        enum cover cover;
    } things[] = {
        {"reached.moments", COVER_MOMENT},     {"reached.facts", COVER_FACT},       {"reached.endings", COVER_ENDING},
        {"reached.lines", COVER_LINE_OPENING}, {"reached.lines", COVER_LINE_EVENT}, {"reached.lines", COVER_LINE_MOOD},
    };
    for (size_t k = 0; k < sizeof things / sizeof things[0]; k++) {
        struct trial *t = perfect(state);
        int32_t item = 0;
        while (!coverage_has(t->coverage, (int32_t)things[k].cover, item))
            item++;
        t->coverage->hits[t->coverage->first[things[k].cover] + item] = 0;
        assert_fails_only(t, things[k].id, 1000);
    }
}

/* What is rare need not have come up in a few runs: that is left open, and fails nothing. */
static void few_runs_cannot_judge_what_is_never_reached(void **state)
{
    struct trial *t = perfect(state);
    int32_t item = 0, tested;
    while (!coverage_has(t->coverage, (int32_t)COVER_FACT, item))
        item++;
    t->coverage->hits[t->coverage->first[COVER_FACT] + item] = 0;
    t->runs = PROOF_RUNS_ENOUGH - 1;
    struct proof *p = proof_of(t);
    assert_int_equal(find(p, "reached.facts")->tested, 0);
    assert_int_equal(find(p, "reached.facts")->few, 1);
    assert_int_equal(find(p, "reached.moments")->tested, 1);
    assert_int_equal(find(p, "reached.moments")->few, 0);
    assert_int_equal(p->tested, 0);
    assert_int_equal(p->holds, 1);
    assert_int_equal(proof_claim_holds(p, PROOF_REACHED, &tested), 1);
    assert_int_equal(tested, 0);
    free(p);
    trial_release(t);
}

static void without_all_of_them_nothing_is_proved(void **state)
{
    struct trial_plan plan = trials_plan(state, 3, 1);
    plan.players = (uint64_t)1 << PLAYER_CUSTOMER_FOCUSED | (uint64_t)1 << PLAYER_PLEASER;
    struct trial *t = trial_run(&plan);
    struct proof *p = proof_of(t);
    int tested;
    assert_int_equal(p->tested, 0);
    assert_int_equal(find(p, "pleaser.curve")->tested, 1);
    assert_int_equal(find(p, "wins.involving")->tested, 0);
    assert_int_equal(find(p, "graded.honest")->tested, 0);
    assert_int_equal(find(p, "vice.pleaser-gap")->tested, 0);
    assert_int_equal(find(p, "cheats.honest")->tested, 0);
    assert_int_equal(find(p, "reached.facts")->tested, 0);
    assert_int_equal(proof_claim_holds(p, PROOF_LEARNER, &tested), 0);
    assert_int_equal(tested, 0);
    free(p);
    trial_release(t);
}

/* --- pairs and what holds among several --- */

static struct gathering *made_up(void **state)
{
    struct gathering *g = gathering_new(trials_pack(state));
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        for (int32_t n = 0; n < TRIAL_MEASURE_COUNT; n++)
            g->outcomes[k].measures[n] = 50000;
    return g;
}

static struct trial *empty(void **state)
{
    struct trial_plan plan = trials_plan(state, 1, 1);
    struct trial *t = trial_run(&plan);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        memset(t->players[k].against, 0, sizeof t->players[k].against);
    memset(t->held, 0, sizeof t->held);
    return t;
}

static void pairs_are_counted_by_the_sign_of_their_difference(void **state)
{
    struct trial *t = empty(state);
    struct gathering *g = made_up(state);
    g->outcomes[PLAYER_CUSTOMER_FOCUSED].measures[TRIAL_HONEST] = 50001;
    g->outcomes[PLAYER_CUSTOMER_FOCUSED].verdict = BUSINESS_KEEPS;
    g->outcomes[PLAYER_HERO].verdict = BUSINESS_LEAVES;
    g->outcomes[PLAYER_PLEASER].measures[TRIAL_INVOLVING] = 50700;
    g->outcomes[PLAYER_LEARNER].measures[TRIAL_FOLLOW] = OUTCOME_UNTOLD;
    gather(t, g, 5);
    gather(t, g, 4);
    const struct trial_pair *honest = &t->players[PLAYER_HERO].against[CONTEST_HONEST];
    assert_int_equal(honest->wins, 2);
    assert_int_equal(honest->difference, 2);
    assert_int_equal(t->players[PLAYER_HERO].against[CONTEST_INVOLVING].ties, 2);
    assert_int_equal(t->players[PLAYER_HERO].against[CONTEST_VERDICT].wins, 2);
    assert_int_equal(t->players[PLAYER_HERO].against[CONTEST_VERDICT].difference, 4000);
    assert_int_equal(t->players[PLAYER_TECHNICIAN].against[CONTEST_VERDICT].losses, 2);
    const struct trial_pair *lost = &t->players[PLAYER_PLEASER].against[CONTEST_INVOLVING];
    assert_int_equal(lost->losses, 2);
    assert_int_equal(lost->worst, -700);
    assert_int_equal(lost->worst_run, 4);
    assert_int_equal(t->players[PLAYER_LEARNER].against[CONTEST_FOLLOW].untold, 2);
    gathering_release(g);
    trial_release(t);
}

static void the_pleaser_must_stand_above_in_the_first_round_that_counts(void **state)
{
    const struct scenario *sc = trials_pack(state);
    struct trial *t = empty(state);
    struct gathering *g = made_up(state);
    struct trial_curve *c = &g->curves[PLAYER_PLEASER];
    round_id first = 0;
    while (sc->rounds[first].warm_up)
        first++;
    g->outcomes[PLAYER_PLEASER].measures[TRIAL_SATISFACTION] = 49999;
    if (first > 0)
        c->satisfaction[c->first[first] - 1] = 1;
    if (first + 1 < sc->round_count)
        c->satisfaction[c->first[first + 1]] = 1;
    gather(t, g, 0);
    assert_int_equal(t->held[HELD_PLEASER_ABOVE], 0);
    assert_int_equal(t->held[HELD_PLEASER_BELOW], 1);
    assert_int_equal(t->held[HELD_PLEASER_BOTH], 0);
    c->satisfaction[c->first[first + 1] - 1] = 1;
    gather(t, g, 1);
    assert_int_equal(t->held[HELD_PLEASER_BOTH], 1);
    g->outcomes[PLAYER_PLEASER].measures[TRIAL_SATISFACTION] = 50000;
    gather(t, g, 2);
    assert_int_equal(t->held[HELD_PLEASER_ABOVE], 2);
    assert_int_equal(t->held[HELD_PLEASER_BOTH], 1);
    gathering_release(g);
    trial_release(t);
}

static void lowest_means_lower_than_every_other(void **state)
{
    struct trial *t = empty(state);
    struct gathering *g = made_up(state);
    gather(t, g, 0);
    assert_int_equal(t->held[HELD_PLEASER_LOWEST], 0);
    g->outcomes[PLAYER_PLEASER].measures[TRIAL_HONEST] = 49999;
    g->outcomes[PLAYER_RANDOM].measures[TRIAL_HONEST] = 0;
    g->outcomes[PLAYER_TECHNICIAN].measures[TRIAL_INVOLVING] = 0;
    gather(t, g, 1);
    assert_int_equal(t->held[HELD_PLEASER_LOWEST], 1);
    assert_int_equal(t->held[HELD_BOTTOM_TWO], 0);
    g->outcomes[PLAYER_GATEKEEPER].measures[TRIAL_INVOLVING] = 49999;
    gather(t, g, 2);
    assert_int_equal(t->held[HELD_BOTTOM_TWO], 1);
    gathering_release(g);
    trial_release(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_claims_can_hold),
        cmocka_unit_test(the_bounds_are_those_of_the_model),
        cmocka_unit_test(wins_are_strict_in_95_of_100),
        cmocka_unit_test(the_hero_may_tie_on_honesty_and_nowhere_else),
        cmocka_unit_test(a_verdict_is_won_only_when_it_is_better),
        cmocka_unit_test(a_vice_must_be_lowest_and_low),
        cmocka_unit_test(random_and_cheats_stand_outside_the_ranking),
        cmocka_unit_test(the_graded_rise_at_every_step),
        cmocka_unit_test(the_watermelon_has_two_halves),
        cmocka_unit_test(pleasing_and_changing_are_counted_by_runs),
        cmocka_unit_test(a_cheat_may_tie_but_hardly_ever_be_higher),
        cmocka_unit_test(one_thing_never_reached_is_one_too_many),
        cmocka_unit_test(few_runs_cannot_judge_what_is_never_reached),
        cmocka_unit_test(without_all_of_them_nothing_is_proved),
        cmocka_unit_test(pairs_are_counted_by_the_sign_of_their_difference),
        cmocka_unit_test(the_pleaser_must_stand_above_in_the_first_round_that_counts),
        cmocka_unit_test(lowest_means_lower_than_every_other),
    };
    return cmocka_run_group_tests(tests, trials_load, trials_forget);
}
