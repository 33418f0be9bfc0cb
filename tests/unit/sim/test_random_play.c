/* What must hold whatever people do. */
#include "random_play.h"

#include "sim/figures.h"

enum { SESSIONS = 12, COMMANDS = 2000 };   /* 24,000 commands, valid and invalid */

static void assert_ranges(const struct play *p)
{
    for (customer_id c = 0; c < p->sc->customer_count; c++) {
        assert_in_range(p->state.customers[c].trust, 0, FIGURE_FULL);
        assert_in_range(p->state.customers[c].satisfaction, 0, FIGURE_FULL);
        assert_in_range(sim_mood(&p->state, p->sc, c), MOOD_DELIGHTED, MOOD_FURIOUS);
    }
    for (service_id v = 0; v < p->sc->service_count; v++) {
        assert_in_range(p->state.services[v].level, LEVEL_RUNNING, LEVEL_DOWN);
        assert_true(p->state.services[v].lost >= 0);
        assert_true(p->state.services[v].lost <= p->state.services[v].stake);
    }
    assert_true(p->state.moment_count <= SIM_MOMENTS);
    for (int32_t k = 0; k < p->state.member_count; k++)
        assert_in_range(p->state.members[k].work + 1, 0, p->state.work_count);
}

/* Everything that reads a state must stand any state. */
static void look_around(const struct play *p, const struct sim_command *c)
{
    struct sim_preview seen = {.refusal = REFUSAL_NONE};
    if (c->kind == SIM_CMD_UPDATE)
        seen = sim_preview_update(&p->state, p->sc, c);
    assert_in_range(seen.refusal, REFUSAL_NONE, REFUSAL_COUNT - 1);
    assert_true(sim_conversation_cost(&p->state, p->sc, c) >= 0);
    struct round_figures f = score_figures(&p->state, p->sc, p->state.round);
    assert_in_range(f.perceived, 0, 100);
    assert_in_range(f.delivered + 1, 0, 101);
}

static void test_nothing_breaks_and_refusals_change_nothing(void **state)
{
    (void)state;
    int32_t accepted = 0, refused = 0;
    for (uint64_t seed = 1; seed <= SESSIONS; seed++) {
        struct play *p = play_new(seed);
        struct luck l = {seed};
        for (int k = 0; k < COMMANDS; k++) {
            struct sim_command c = luck_command(&l, &p->state, p->sc);
            uint64_t before = sim_digest(&p->state, p->sc);
            enum refusal why = play_try(p, &c);
            if (why == REFUSAL_NONE)
                accepted++;
            else
                refused++;
            if (why != REFUSAL_NONE) {
                assert_int_equal(p->made.count, 0);
                assert_true(sim_digest(&p->state, p->sc) == before);
            }
            assert_ranges(p);
            look_around(p, &c);
        }
        free(p);
    }
    assert_true(accepted > 5000);
    assert_true(refused > 5000);
}

static void test_the_scratch_is_the_state(void **state)
{
    (void)state;
    struct play *p = play_new(4);
    struct luck l = {44};
    struct sim_events *fresh = calloc(1, sizeof *fresh);
    for (int k = 0; k < 2600; k++) {
        struct sim_command c = luck_command(&l, &p->state, p->sc);
        memset(&fresh->scratch, 0, sizeof fresh->scratch);
        enum refusal expected = sim_decide(&p->state, p->sc, &c, fresh);   /* made on a new copy */
        assert_int_equal(play_try(p, &c), expected);                        /* made on the kept one */
        assert_int_equal(fresh->count, p->made.count);
        assert_memory_equal(fresh->items, p->made.items, sizeof fresh->items[0] * (size_t)fresh->count);
        if (expected == REFUSAL_NONE)
            assert_true(sim_digest(&p->made.scratch, p->sc) == sim_digest(&p->state, p->sc));
    }
    free(fresh);
    free(p);
}

static void test_apply_from_scratch_equals_live(void **state)
{
    (void)state;
    enum { MOST = 60000 };
    struct play *p = play_new(9);
    struct luck l = {99};
    struct sim_event *stored = calloc(MOST, sizeof *stored);
    struct sim_state *again = calloc(1, sizeof *again);
    struct sim_setup with = fix_setup(9);
    int32_t count = 0, applied = 0;
    sim_begin(again, p->sc, &with);
    for (int k = 0; k < 2600; k++) {
        struct sim_command c = luck_command(&l, &p->state, p->sc);
        play_try(p, &c);
        assert_true(count + p->made.count < MOST);
        memcpy(stored + count, p->made.items, sizeof *stored * (size_t)p->made.count);
        count += p->made.count;
        while (applied < count)
            sim_apply(again, p->sc, &stored[applied++]);
        assert_true(sim_digest(again, p->sc) == sim_digest(&p->state, p->sc));
    }
    sim_begin(again, p->sc, &with);
    for (applied = 0; applied < count; applied++)
        sim_apply(again, p->sc, &stored[applied]);
    assert_true(sim_digest(again, p->sc) == sim_digest(&p->state, p->sc));
    free(again);
    free(stored);
    free(p);
}

/* The same commands with every advance cut into seconds. */
static void test_a_leap_equals_second_by_second(void **state)
{
    (void)state;
    struct play *leap = play_new(6), *steps = play_new(6);
    struct luck l = {66};
    for (int k = 0; k < 2600 && leap->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_command(&l, &leap->state, leap->sc);
        enum refusal why = play_try(leap, &c);
        if (c.kind == SIM_CMD_ADVANCE && why == REFUSAL_NONE)
            while (steps->state.now < c.advance.to)
                play_to(steps, steps->state.now + 1);
        else
            assert_int_equal(play_try(steps, &c), why);
        assert_true(sim_digest(&leap->state, leap->sc) == sim_digest(&steps->state, steps->sc));
    }
    struct play *whole = play_new(8), *minutes = play_new(8);
    for (round_id r = 0; r < FIX_ROUNDS; r++) {
        play_start(whole, r);
        play_start(minutes, r);
        while (minutes->state.now < minutes->sc->rounds[r].to)
            play_to(minutes, minutes->state.now + 1);
        play_end(whole);
        play_end(minutes);
        assert_true(sim_digest(&whole->state, whole->sc) == sim_digest(&minutes->state, minutes->sc));
    }
    free(whole);
    free(minutes);
    free(leap);
    free(steps);
}

static int32_t matching_rise(int32_t reason)
{
    switch (reason) {
    case REASON_LATE: case REASON_DROPPED: case REASON_OVERDUE_WORK: return RISE_KEPT;
    case REASON_WITHHELD: return RISE_BAD_NEWS;
    case REASON_OVER_THEIR_HEAD: case REASON_REFUSED: case REASON_HARM: return RISE_CONSULTED;
    case REASON_CLOSED_UNASKED: return RISE_CONFIRMED;
    case REASON_LEFT_UNASKED: return RISE_CONFIRMED;
    case REASON_FOR_NOTHING: return RISE_APOLOGY;
    case REASON_BLAMED: return RISE_APOLOGY;
    case REASON_FOUND_OUT: return STAKE_FINDING_OUT / 4;   /* half the smallest stake, as when the team takes it back itself */
    default: return 0;
    }
}

static int32_t most_by(int32_t reason)
{
    switch (reason) {
    case REASON_KEPT: return RISE_KEPT;
    case REASON_BAD_NEWS_TOLD: return RISE_BAD_NEWS;
    case REASON_CONSULTED: return RISE_CONSULTED;
    case REASON_CONFIRMED: return RISE_CONFIRMED;
    case REASON_CORRECTED: return RISE_CORRECTED;
    case REASON_APOLOGY: return RISE_APOLOGY;
    default: return 0;
    }
}

static int32_t find_trust(const struct play *p, int32_t from)
{
    while (from < p->made.count && p->made.items[from].kind != SIM_EV_TRUST)
        from++;
    return from;
}

static void test_falls_are_at_least_twice_the_rise(void **state)
{
    (void)state;
    int32_t falls = 0, rises = 0;
    for (uint64_t seed = 50; seed < 60; seed++) {
        struct play *p = play_new(seed);
        struct luck l = {seed};
        int32_t last[LIMIT_CUSTOMERS][REASON_COUNT];
        memset(last, -1, sizeof last);
        for (int k = 0; k < COMMANDS; k++) {
            struct sim_command c = luck_command(&l, &p->state, p->sc);
            play_try(p, &c);
            for (int32_t at = find_trust(p, 0); at < p->made.count; at = find_trust(p, at + 1)) {
                const struct sim_event *e = &p->made.items[at];
                if (e->trust.reason == REASON_NONE || e->trust.reason == REASON_EVENT)
                    continue;
                int floored = e->trust.now == 0;
                if (e->trust.delta < 0 && !floored) {
                    falls++;
                    assert_true(-e->trust.delta >= 2 * matching_rise(e->trust.reason));
                } else if (e->trust.delta > 0) {
                    int32_t *before = &last[e->trust.customer][e->trust.reason];
                    rises++;
                    assert_true(e->trust.delta <= most_by(e->trust.reason));
                    assert_true(*before < 0 || e->at - *before >= FIGURE_GAIN_PAUSE);
                    *before = e->at;
                }
            }
        }
        free(p);
    }
    assert_true(falls > 100);
    assert_true(rises > 30);
}

static void assert_counts_equal(const struct score_counts *a, const struct score_counts *b)
{
    assert_memory_equal(a, b, sizeof *a);
}

static void test_the_fold_equals_the_state(void **state)
{
    (void)state;
    struct play *p = play_new(21);
    struct luck l = {2121};
    struct score_sheet *sheet = calloc(1, sizeof *sheet);
    struct sim_setup with = fix_setup(21);
    score_begin(sheet, p->sc, &with);
    for (int k = 0; k < 6000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_command(&l, &p->state, p->sc);
        play_try(p, &c);
        for (int32_t e = 0; e < p->made.count; e++)
            score_fold(sheet, p->sc, &p->made.items[e]);
        if (k % 10 != 0)
            continue;
        for (round_id r = 0; r <= p->state.round; r++)
            for (int which = 0; which < SCORE_COUNT; which++) {
                struct score_counts live = score_of_state(&p->state, r, (enum score)which);
                assert_counts_equal(&sheet->rounds[r].scores[which], &live);
            }
    }
    assert_int_equal(p->state.phase, PHASE_FINISHED);
    free(sheet);
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_breaks_and_refusals_change_nothing),
        cmocka_unit_test(test_the_scratch_is_the_state),
        cmocka_unit_test(test_apply_from_scratch_equals_live),
        cmocka_unit_test(test_a_leap_equals_second_by_second),
        cmocka_unit_test(test_falls_are_at_least_twice_the_rise),
        cmocka_unit_test(test_the_fold_equals_the_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
