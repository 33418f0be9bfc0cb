/* The practice customer: speaks by mood, fresh lines first, never twice within a minute, the same for the same seed. */
#include "../sim/fixture.h"

#include "players/practice.h"

enum { HEARD = 512 };

struct room {
    struct play *play;
    struct practice practice;
    struct scenario scenario;
    int32_t count;
    struct sim_event heard[HEARD];      /* everything any customer said */
};

static const char *const some_lines[] = {"one", "two", "three"};

static struct room *room_new(uint64_t seed)
{
    struct room *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->play = play_new(seed);
    r->scenario = *fix();
    for (customer_id c = 0; c < FIX_CUSTOMERS; c++)
        for (int mood = 0; mood < MOOD_COUNT; mood++)
            r->scenario.customers[c].lines[mood] = (struct texts){some_lines, 3};
    r->play->sc = &r->scenario;
    practice_begin(&r->practice, seed);
    return r;
}

static void room_free(struct room *r)
{
    free(r->play);
    free(r);
}

static enum refusal give(struct room *r, struct sim_command c)
{
    enum refusal why = sim_decide(&r->play->state, r->play->sc, &c, &r->play->made);
    for (int32_t k = 0; why == REFUSAL_NONE && k < r->play->made.count; k++) {
        const struct sim_event *e = &r->play->made.items[k];
        sim_apply(&r->play->state, r->play->sc, e);
        practice_observe(&r->practice, r->play->sc, &r->play->state, e);
        if (e->kind == SIM_EV_SAID && r->count < HEARD)
            r->heard[r->count++] = *e;
    }
    return why;
}

static void start(struct room *r, round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    assert_int_equal(give(r, c), REFUSAL_NONE);
}

/* A minute passes, then the business speaks. */
static void minutes(struct room *r, int32_t count)
{
    for (int32_t k = 0; k < count; k++) {
        struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
        c.advance.to = r->play->state.now + 60;
        assert_int_equal(give(r, c), REFUSAL_NONE);
        while (practice_next(&r->practice, r->play->sc, &r->play->state, &c))
            assert_int_equal(give(r, c), REFUSAL_NONE);
    }
}

static int32_t reactions(const struct room *r)
{
    int32_t count = 0;
    for (int32_t k = 0; k < r->count; k++)
        count += r->heard[k].said.source == 3;
    return count;
}

static void a_mood_that_falls_is_heard(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    start(r, FIX_MORNING);
    minutes(r, 110);
    assert_true(reactions(r) >= 3);
    for (int32_t k = 0; k < r->count; k++)
        if (r->heard[k].said.source == 3)
            assert_true(r->heard[k].said.item >= MOOD_WORRIED);
    room_free(r);
}

static void nobody_speaks_twice_within_a_minute(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    start(r, FIX_MORNING);
    for (int32_t k = 0; k < 50; k++) {
        for (incident_id i = 0; i < FIX_INCIDENTS; i++)
            give(r, cmd_update(i, (customer_id)(k % FIX_CUSTOMERS), CLAIM_DO_NOT_KNOW));
        struct sim_command c;
        while (practice_next(&r->practice, r->play->sc, &r->play->state, &c))
            assert_int_equal(give(r, c), REFUSAL_NONE);
        minutes(r, 2);
    }
    assert_true(reactions(r) > 10);
    for (int32_t k = 1; k < r->count; k++)
        if (r->heard[k].said.source == 3)
            assert_true(r->heard[k].at - r->heard[k - 1].at >= PRACTICE_PAUSE);
    room_free(r);
}

static void fresh_lines_come_before_repeated_ones(void **state)
{
    (void)state;
    struct room *r = room_new(9);
    int32_t used[FIX_CUSTOMERS][MOOD_COUNT][3] = {0};
    start(r, FIX_MORNING);
    for (int32_t k = 0; k < 50; k++) {
        for (incident_id i = 0; i < FIX_INCIDENTS; i++)
            give(r, cmd_update(i, (customer_id)(k % FIX_CUSTOMERS), CLAIM_DO_NOT_KNOW));
        minutes(r, 2);
    }
    for (int32_t k = 0; k < r->count; k++) {
        if (r->heard[k].said.source != 3)
            continue;
        int32_t *lines = used[r->heard[k].said.customer][r->heard[k].said.item];
        int32_t line = r->heard[k].said.nth, least = lines[0];
        for (int32_t other = 1; other < 3; other++)
            least = lines[other] < least ? lines[other] : least;
        assert_int_equal(lines[line], least);
        lines[line]++;
    }
    assert_true(reactions(r) > 10);
    room_free(r);
}

static void who_was_told_something_answers(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    struct sim_command c;
    start(r, FIX_MORNING);
    minutes(r, 7);
    assert_int_equal(give(r, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW)), REFUSAL_NONE);
    int32_t before = reactions(r);
    minutes(r, 1);
    assert_int_equal(reactions(r), before + 1);
    assert_int_equal(r->heard[r->count - 1].said.customer, FIX_MARA);
    assert_int_equal(r->heard[r->count - 1].said.incident, FIX_FROZEN);
    assert_false(practice_next(&r->practice, r->play->sc, &r->play->state, &c));
    room_free(r);
}

/* A mood must have lasted before it is heard. */
static void a_mood_settles_first(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    struct sim_command line, c = sim_command_make(SIM_CMD_ADVANCE);
    struct practice_customer *mara = &r->practice.customers[FIX_MARA];
    start(r, FIX_MORNING);
    for (int32_t second = 60; mara->mood == mara->shown; second += 60) {
        assert_true(second < 6000);
        c.advance.to = FIX_TIME(9, 0) + second;
        assert_int_equal(give(r, c), REFUSAL_NONE);
    }
    assert_int_equal(mara->since, r->play->state.now);
    r->practice.spoke = -1;
    assert_false(practice_next(&r->practice, r->play->sc, &r->play->state, &line));
    c.advance.to = r->play->state.now + PRACTICE_SETTLES;
    assert_int_equal(give(r, c), REFUSAL_NONE);
    r->practice.spoke = -1;
    assert_int_equal(r->play->state.now - mara->since, PRACTICE_SETTLES);
    assert_true(practice_next(&r->practice, r->play->sc, &r->play->state, &line));
    assert_int_equal(line.react.customer, FIX_MARA);
    assert_int_equal(line.react.mood, mara->mood);
    room_free(r);
}

static void what_was_held_is_let_go(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    start(r, FIX_MORNING);
    struct sim_command c = sim_command_make(SIM_CMD_HOLD);
    c.hold.sheet = SHEET_INCIDENT;
    c.hold.item = FIX_BELT;
    assert_int_equal(give(r, c), REFUSAL_NONE);
    assert_int_equal(r->play->state.sheet[sim_sheet_index(r->play->sc, SHEET_INCIDENT, FIX_BELT)].status, SHEET_HELD);
    minutes(r, 1);
    assert_int_equal(r->play->state.sheet[sim_sheet_index(r->play->sc, SHEET_INCIDENT, FIX_BELT)].status, SHEET_WAITING);
    minutes(r, 65);
    assert_int_not_equal(r->play->state.incidents[FIX_BELT].open, 0);
    room_free(r);
}

static void it_waits_while_the_clock_stands(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    struct sim_command c = sim_command_make(SIM_CMD_PAUSE);
    start(r, FIX_MORNING);
    minutes(r, 7);
    assert_int_equal(give(r, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW)), REFUSAL_NONE);
    r->practice.spoke = -1;
    struct sim_command line;
    assert_true(practice_next(&r->practice, r->play->sc, &r->play->state, &line));
    c.pause.on = 1;
    assert_int_equal(give(r, c), REFUSAL_NONE);
    assert_false(practice_next(&r->practice, r->play->sc, &r->play->state, &line));
    room_free(r);
}

static void the_same_seed_says_the_same(void **state)
{
    (void)state;
    struct room *a = room_new(4), *b = room_new(4), *other = room_new(5);
    start(a, FIX_MORNING);
    start(b, FIX_MORNING);
    start(other, FIX_MORNING);
    minutes(a, 110);
    minutes(b, 110);
    minutes(other, 110);
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->heard, b->heard, (size_t)a->count * sizeof a->heard[0]);
    int same = a->count == other->count && memcmp(a->heard, other->heard, (size_t)a->count * sizeof a->heard[0]) == 0;
    assert_false(same);
    room_free(a);
    room_free(b);
    room_free(other);
}

/* Talking back moves no score, no trust and no satisfaction. */
static void it_changes_no_figure(void **state)
{
    (void)state;
    struct room *r = room_new(4);
    struct play *silent = play_new(4);
    silent->sc = &r->scenario;
    start(r, FIX_MORNING);
    play_start(silent, FIX_MORNING);
    minutes(r, 110);
    play_to(silent, r->play->state.now);
    assert_true(reactions(r) > 0);
    for (customer_id c = 0; c < FIX_CUSTOMERS; c++) {
        assert_int_equal(r->play->state.customers[c].trust, silent->state.customers[c].trust);
        assert_int_equal(r->play->state.customers[c].satisfaction, silent->state.customers[c].satisfaction);
    }
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts with = score_of_state(&r->play->state, NOBODY, (enum score)k);
        struct score_counts without = score_of_state(&silent->state, NOBODY, (enum score)k);
        assert_memory_equal(&with, &without, sizeof with);
    }
    free(silent);
    room_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mood_that_falls_is_heard),
        cmocka_unit_test(nobody_speaks_twice_within_a_minute),
        cmocka_unit_test(fresh_lines_come_before_repeated_ones),
        cmocka_unit_test(who_was_told_something_answers),
        cmocka_unit_test(a_mood_settles_first),
        cmocka_unit_test(what_was_held_is_let_go),
        cmocka_unit_test(it_waits_while_the_clock_stands),
        cmocka_unit_test(the_same_seed_says_the_same),
        cmocka_unit_test(it_changes_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
