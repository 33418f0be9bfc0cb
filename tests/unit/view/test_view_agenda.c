/* Where the workshop stands: planned and real minutes, what may be gone to, when it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "play.h"
#include "view/view_agenda.h"

enum { W_UP, CARDS, CHARTER, BRIEFING, ROUND, PAPER, LEARNING, VERDICT, MONDAY, REPORT, STEPS };
enum { MINUTE = 60 * 1000 };
static const int64_t NINE = INT64_C(1795338000000);   /* 2026-11-22 09:00, as the wall counts */

static struct play play;
static struct view_agenda view;

static int begin(void **state)
{
    (void)state;
    return play_begin(&play) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    play_finish(&play);
    return 0;
}

static void step_at(int64_t wall, int32_t step, int32_t minutes)
{
    struct sim_command c = sim_command_make(SIM_CMD_STEP);
    c.step.step = step;
    c.step.minutes = minutes;
    session_tell_time(play.session, wall);
    assert_true(play_do(&play, c, NULL, NULL));
}

static void look_at(int64_t now, int32_t zone)
{
    view_agenda_build(&play.arena, play.session, &(struct agenda_clock){now, zone}, &view);
}

static void without_a_step_there_is_nowhere_to_be(void **state)
{
    (void)state;
    look_at(NINE, 0);
    assert_int_equal(view.now, NOBODY);
    assert_int_equal(view.count, STEPS);
    assert_string_equal(view.ends, "");
    assert_int_equal(view_agenda_due(play.session), 0);
}

static void time_goes_to_the_step_it_was_spent_in(void **state)
{
    (void)state;
    step_at(NINE, W_UP, 0);
    step_at(NINE + 7 * MINUTE, CARDS, 0);
    step_at(NINE + 30 * MINUTE, CHARTER, 0);
    step_at(NINE + 31 * MINUTE, CARDS, 0);
    look_at(NINE + 35 * MINUTE, 0);
    assert_int_equal(view.lines[W_UP].spent, 7);
    assert_int_equal(view.lines[CARDS].spent, 27);
    assert_int_equal(view.lines[CHARTER].spent, 1);
    assert_int_equal(view.now, CARDS);
    assert_int_equal(view.lines[CARDS].state, AGENDA_NOW);
    assert_int_equal(view.lines[CHARTER].state, AGENDA_DONE);
    assert_string_equal(view.lines[CARDS].real, "27 min");
    assert_string_equal(view.lines[CARDS].begins, "09:07");
    assert_int_equal(view.left_minutes, 3);
    assert_string_equal(view.left, "3 min left");
}

static void what_was_extended_has_longer(void **state)
{
    (void)state;
    step_at(NINE, CARDS, 0);
    look_at(NINE + 31 * MINUTE, 0);
    assert_string_equal(view.left, "1 min over");
    assert_int_equal(view.left_tone, TONE_WARN);
    step_at(NINE + 31 * MINUTE, CARDS, 10);
    look_at(NINE + 31 * MINUTE, 0);
    assert_string_equal(view.left, "9 min left");
    assert_string_equal(view.when, "31 of 40 min");
    assert_string_equal(view.lines[CARDS].planned, "40 min");
}

/* As planned: the sum from the first step. Ten minutes more are ten minutes late, a step left out is early. */
static void the_end_moves_with_what_happens(void **state)
{
    (void)state;
    step_at(NINE, W_UP, 0);
    look_at(NINE, 0);
    int32_t all = 0;
    for (int32_t k = 0; k < view.count; k++)
        all += view.lines[k].minutes;
    char ends[64];
    snprintf(ends, sizeof ends, "You end at %02d:%02d, as planned", 9 + all / 60, all % 60);
    assert_string_equal(view.ends, ends);
    look_at(NINE + 15 * MINUTE, 0);
    assert_non_null(strstr(view.ends, "10 minutes late"));
    assert_int_equal(view.ends_tone, TONE_WARN);
    step_at(NINE + 15 * MINUTE, CHARTER, 0);
    look_at(NINE + 15 * MINUTE, 0);
    assert_non_null(strstr(view.ends, "20 minutes early"));
    assert_int_equal(view.lines[CARDS].state, AGENDA_SKIPPED);
    assert_int_equal(view.lines[W_UP].state, AGENDA_SKIPPED);   /* come to, and never played */
    look_at(NINE + 15 * MINUTE, 3600);
    assert_string_equal(view.lines[CHARTER].begins, "10:15");
}

/* Opened again the next morning: the night was no charter. */
static void a_night_counts_for_nothing(void **state)
{
    (void)state;
    step_at(NINE, CHARTER, 0);
    step_at(NINE + 5 * MINUTE, CHARTER, 5);
    look_at(NINE + 24 * 60 * MINUTE, 0);
    assert_int_equal(view.lines[CHARTER].spent, 5);
    step_at(NINE + 24 * 60 * MINUTE, CHARTER, 0);
    look_at(NINE + (24 * 60 + 4) * MINUTE, 0);
    assert_int_equal(view.lines[CHARTER].spent, 9);
    look_at(NINE, 0);
    assert_int_equal(view.lines[CHARTER].spent, 5);
}

static void what_was_played_is_not_played_again(void **state)
{
    (void)state;
    step_at(NINE, W_UP, 0);
    look_at(NINE, 0);
    assert_true(view.skips);
    assert_string_equal(view.go_on, "Skip to: Cards");
    assert_string_equal(view.lines[ROUND].refusal, "");
    assert_string_not_equal(view.lines[PAPER].refusal, "");
    play_start(&play, 0);
    look_at(NINE, 0);
    assert_true(view.ends_round);
    play_end(&play);
    look_at(NINE, 0);
    assert_false(view.skips);
    assert_string_equal(view.go_on, "Next: Cards");
    assert_int_equal(view_agenda_due(play.session), 1);
    step_at(NINE, ROUND, 0);
    assert_int_equal(view_agenda_due(play.session), 1);
    play_start(&play, 1);
    play_end(&play);
    step_at(NINE, PAPER, 0);
    look_at(NINE, 0);
    assert_int_equal(view_agenda_due(play.session), NOBODY);
    assert_string_not_equal(view.lines[W_UP].refusal, "");
    assert_string_not_equal(view.lines[BRIEFING].refusal, "");
    assert_string_equal(view.lines[ROUND].refusal, "");
    assert_int_equal(view.back, ROUND);
    assert_int_equal(view.next, LEARNING);
}

static void the_verdict_before_the_last_round_finishes_early(void **state)
{
    (void)state;
    step_at(NINE, CHARTER, 0);
    look_at(NINE, 0);
    assert_true(view.lines[VERDICT].finishes);
    assert_true(view.lines[REPORT].finishes);
    assert_false(view.lines[MONDAY].finishes);
    step_at(NINE, ROUND, 0);
    play_start(&play, 1);
    play_end(&play);
    look_at(NINE, 0);
    assert_false(view.lines[VERDICT].finishes);
    step_at(NINE, REPORT, 0);
    look_at(NINE, 0);
    assert_int_equal(view.next, NOBODY);
    assert_string_equal(view.go_on, "");
    assert_string_not_equal(view.ends, "");
    assert_true(play_do(&play, sim_command_make(SIM_CMD_FINISH), NULL, NULL));
    look_at(NINE + 24 * 60 * MINUTE, 0);
    assert_string_equal(view.ends, "");   /* it is over: nothing ends any more */
}

#define AGENDA_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {
        AGENDA_TEST(without_a_step_there_is_nowhere_to_be),
        AGENDA_TEST(time_goes_to_the_step_it_was_spent_in),
        AGENDA_TEST(what_was_extended_has_longer),
        AGENDA_TEST(the_end_moves_with_what_happens),
        AGENDA_TEST(a_night_counts_for_nothing),
        AGENDA_TEST(what_was_played_is_not_played_again),
        AGENDA_TEST(the_verdict_before_the_last_round_finishes_early),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
