/* What is shown between rounds, from a small session. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "play.h"
#include "sim/sim.h"
#include "view/view_round.h"

static struct play play;
static struct arena frame;
static struct view_round view;

static int begin(void **state)
{
    (void)state;
    return play_begin(&play) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    play_finish(&play);
    arena_release(&frame);
    return 0;
}

/* Sanne asks and calls when she said; Tom begins a change without asking. */
static void morning_play(void)
{
    int32_t tills = play_incident(&play, "tills-stuck");
    play_start(&play, 0);
    play_to(&play, 7 * 3600 + 45 * 60);
    play_end(&play);
    play_start(&play, 1);
    play_to(&play, 8 * 3600 + 180);
    struct sim_command c = sim_command_make(SIM_CMD_ASK);
    c.member = 0;
    c.ask.incident = tills;
    c.ask.customer = 0;
    c.ask.question = ASK_IMPACT;
    assert_true(play_do(&play, c, NULL, NULL));
    c = sim_command_make(SIM_CMD_UPDATE);
    c.update.incident = tills;
    c.update.customer = 0;
    c.update.claim = CLAIM_FIXED;
    c.update.facts = c.update.improvised = SIM_FACTS_DEFAULT;
    c.update.fix_by = -1;
    c.update.next_call = session_state(play.session)->now + 240;
    assert_true(play_do(&play, c, "All done.", NULL));
    for (int32_t to = 8 * 3600 + 600; to <= 8 * 3600 + 1800; to += 60)
        play_to(&play, to);
    if (session_state(play.session)->phase == PHASE_ROUND)
        play_end(&play);
}

static void before_the_first_round_there_is_only_a_briefing(void **state)
{
    (void)state;
    view_round_build(&frame, play.session, &view);
    assert_false(view.has_end);
    assert_true(view.has_next);
    assert_true(view.next.warm_up);
    assert_string_equal(view.next.label, "Warm-up");
    assert_string_equal(view.next.when, "07:30 to 07:50");
    assert_string_equal(view.next.lasts, "about 2 minutes");
    assert_int_equal(view.next.briefing.count, 1);
    assert_int_equal(view.role_count, 2);
    assert_string_equal(view.roles[0].people, "Sanne");
    assert_string_equal(view.roles[1].people, "Tom");
    assert_int_equal(view.round_count, 0);
}

static void after_the_warm_up_the_first_round_counts_as_one(void **state)
{
    (void)state;
    play_start(&play, 0);
    play_to(&play, 7 * 3600 + 45 * 60);
    play_end(&play);
    view_round_build(&frame, play.session, &view);
    assert_true(view.has_end && view.end.warm_up && view.has_next);
    assert_string_equal(view.next.label, "Round 1 of 1");
    assert_true(view.next.last);
    for (int i = 0; i < SCORE_COUNT; i++)
        assert_int_equal(view.end.scores[i].counted, 0);
    assert_true(view.end.moment_count > 0);
    for (int i = 0; i < view.end.moment_count; i++)
        assert_false(view.end.moments[i].scored);
}

static int moments_with(enum score score, int outcome)
{
    int n = 0;
    for (int i = 0; i < view.end.moment_count; i++) {
        const struct round_moment *m = &view.end.moments[i];
        n += m->scored && !m->disputed && m->score == score && m->outcome == outcome;
    }
    return n;
}

/* The list is the proof of the scores: it holds each moment that they count, no more and no less. */
static void list_proves_scores(void)
{
    for (int i = 0; i < SCORE_COUNT; i++) {
        const struct round_score *s = &view.end.scores[i];
        assert_int_equal(s->met, moments_with((enum score)i, ROUND_MET));
        assert_int_equal(s->partly, moments_with((enum score)i, ROUND_PARTLY));
        assert_int_equal(s->missed, moments_with((enum score)i, ROUND_MISSED));
        assert_int_equal(s->broken, moments_with((enum score)i, ROUND_BROKEN));
        assert_int_equal(s->counted, s->met + s->partly + s->missed + s->broken);
    }
}

static void the_list_of_moments_proves_the_scores(void **state)
{
    (void)state;
    morning_play();
    view_round_build(&frame, play.session, &view);
    assert_string_equal(view.end.label, "Round 1");
    assert_true(view.end.moment_count > 5);
    list_proves_scores();
    assert_true(moments_with(SCORE_HONEST, ROUND_BROKEN) >= 1);
    for (int i = 1; i < view.end.moment_count; i++)
        assert_true(strcmp(view.end.moments[i - 1].time, view.end.moments[i].time) <= 0);
    for (int i = 0; i < view.end.moment_count; i++)
        assert_true(view.end.moments[i].sentence[0] && view.end.moments[i].word[0]);
}

static void figures_and_promises_are_those_of_the_round(void **state)
{
    (void)state;
    morning_play();
    view_round_build(&frame, play.session, &view);
    assert_in_range(view.end.perceived, 0, 100);
    assert_in_range(view.end.delivered, 0, 100);
    assert_int_equal(view.end.acts, 2);
    assert_int_equal(view.end.visible, 2);
    assert_int_equal(view.end.promises.made, 1);
    assert_int_equal(view.end.promises.kept, 0);
    assert_int_equal(view.end.promise_list[0].settled, -1);
    assert_true(view.end.worst.points < 0);
    assert_string_equal(view.end.worst.customer, "Olga");
    assert_true(view.customers[0].trust < view.customers[0].trust_before);
    assert_int_equal(view.round_count, 2);
    assert_false(view.has_next);
}

static void a_dispute_leaves_the_score_and_stays_in_the_list(void **state)
{
    (void)state;
    morning_play();
    view_round_build(&frame, play.session, &view);
    int index = 0, before = view.end.scores[SCORE_HONEST].counted, count = view.end.moment_count;
    while (view.end.moments[index].score != SCORE_HONEST)
        index++;
    struct moment_key key = view.end.moments[index].key;
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = 0;
    c.dispute.source = key.source;
    c.dispute.subject = key.subject;
    c.dispute.customer = key.customer;
    c.dispute.nth = key.nth;
    c.dispute.on = 1;
    assert_true(play_do(&play, c, NULL, NULL));
    view_round_build(&frame, play.session, &view);
    assert_int_equal(view.end.moment_count, count);
    assert_true(view.end.moments[index].disputed);
    assert_int_equal(view.end.scores[SCORE_HONEST].counted, before - 1);
    assert_int_equal(view.end.scores[SCORE_HONEST].disputed, 1);
    list_proves_scores();
}

static void an_overrule_shows_its_outcome_and_reason(void **state)
{
    (void)state;
    morning_play();
    view_round_build(&frame, play.session, &view);
    int index = 0;
    while (view.end.moments[index].outcome != ROUND_MISSED)
        index++;
    struct moment_key key = view.end.moments[index].key;
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = key.source;
    c.overrule.subject = key.subject;
    c.overrule.customer = key.customer;
    c.overrule.nth = key.nth;
    c.overrule.outcome = ROUND_MET;
    assert_true(play_do(&play, c, "She was called from the corridor.", NULL));
    view_round_build(&frame, play.session, &view);
    assert_int_equal(view.end.moments[index].outcome, ROUND_MET);
    assert_true(view.end.moments[index].overruled);
    assert_string_equal(view.end.moments[index].word, "met");
    assert_string_equal(view.end.moments[index].reason, "She was called from the corridor.");
    list_proves_scores();
}

static void a_finished_session_has_no_next_round(void **state)
{
    (void)state;
    play_start(&play, 0);
    play_end(&play);
    assert_true(play_do(&play, sim_command_make(SIM_CMD_FINISH), NULL, NULL));
    view_round_build(&frame, play.session, &view);
    assert_true(view.finished);
    assert_false(view.has_next);
    assert_int_equal(view.round_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(before_the_first_round_there_is_only_a_briefing, begin, end),
        cmocka_unit_test_setup_teardown(after_the_warm_up_the_first_round_counts_as_one, begin, end),
        cmocka_unit_test_setup_teardown(the_list_of_moments_proves_the_scores, begin, end),
        cmocka_unit_test_setup_teardown(figures_and_promises_are_those_of_the_round, begin, end),
        cmocka_unit_test_setup_teardown(a_dispute_leaves_the_score_and_stays_in_the_list, begin, end),
        cmocka_unit_test_setup_teardown(an_overrule_shows_its_outcome_and_reason, begin, end),
        cmocka_unit_test_setup_teardown(a_finished_session_has_no_next_round, begin, end)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
