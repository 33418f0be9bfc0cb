/* The desk of somebody alone: only what is known, a sentence that says what is submitted, and a result that counts
 * right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../texts.h"
#include "play.h"
#include "sim/score.h"
#include "view/view_desk.h"

static struct play play;
static struct desk_draft draft;
static struct view_desk view;

static int begin(void **state)
{
    (void)state;
    desk_draft_begin(&draft);
    return play_begin(&play) ? 0 : -1;
}

static int finish(void **state)
{
    (void)state;
    play_finish(&play);
    return 0;
}

static const struct sim_state *now(void)
{
    return session_state(play.session);
}

/* Into the round that counts, to when its first incident has opened. */
static void open_first(void)
{
    play_start(&play, 1);
    for (int minute = 0; minute < 120; minute++) {
        play_to(&play, now()->now + 60);
        for (incident_id i = 0; i < play.scenario->incident_count; i++)
            if (now()->incidents[i].open == 1)
                return;
    }
    fail_msg("nothing opens");
}

static const struct view_desk *look(void)
{
    view_desk_build(&play.arena, play.session, &draft, &view);
    return &view;
}

/* What "Say it" does; 1 when all of it was possible. */
static int say(void)
{
    int done = 1;
    struct view_desk v = *look();
    assert_true(v.can_say);
    for (int i = 0; i < v.command_count; i++)
        done &= play_do(&play, v.commands[i], NULL, v.what[i]);
    return done;
}

static int32_t chip_value(const struct desk_chip *chips, int count, int index)
{
    assert_true(index < count);
    return chips[index].value;
}

static void nothing_open_is_nothing_to_say(void **state)
{
    (void)state;
    play_start(&play, 1);
    const struct view_desk *v = look();
    if (v->open_count == 0) {
        assert_int_equal(v->incident, NOBODY);
        assert_null(v->face);
        assert_false(v->can_say);
        assert_true(v->briefing.count > 0);
    }
    open_first();
    v = look();
    assert_int_equal(v->briefing.count, 0);
    assert_non_null(v->face);
    assert_int_equal(v->customer, now()->incidents[v->incident].reporter);
    assert_string_not_equal(v->speech, "");
}

static void expect_no_secret(const char *where)
{
    for (fact_id f = 0; f < play.scenario->fact_count; f++) {
        if (sim_fact_known(now(), f))
            continue;
        if (strstr(where, play.scenario->facts[f].text) ||
            (play.scenario->facts[f].answer[0] && strstr(where, play.scenario->facts[f].answer)))
            fail_msg("it shows what nobody knows: %s", where);
    }
}

static void expect_only_what_is_known(void)
{
    for (int mode = 0; mode < DESK_MODE_COUNT; mode++) {
        draft.mode = (enum desk_mode)mode;
        draft.claim = CLAIM_FINDING_OUT;
        const struct view_desk *v = look();
        expect_no_secret(v->sentence);
        expect_no_secret(v->news);
        expect_no_secret(v->speech);
        for (int i = 0; i < v->known_count; i++)
            expect_no_secret(v->known[i].text);
        for (int i = 0; i < v->act_count; i++)
            expect_no_secret(v->acts[i].label);
    }
    draft.mode = DESK_TELL;
}

static void only_what_is_known_is_shown(void **state)
{
    (void)state;
    open_first();
    expect_only_what_is_known();
    for (int minute = 0; minute < 60; minute += 5) {
        play_to(&play, now()->now + 300);
        if (look()->incident != NOBODY)
            expect_only_what_is_known();
    }
}

/* Each part that is chosen stands in the sentence and in what is submitted. */
static void the_sentence_says_what_is_submitted(void **state)
{
    (void)state;
    open_first();
    const struct view_desk *v = look();
    assert_int_equal(v->command_count, 0);
    assert_string_equal(v->sentence, "");
    draft.claim = CLAIM_DO_NOT_KNOW;
    draft.next_call = chip_value(v->calls, v->call_count, 2);
    draft.question = ASK_IMPACT;
    v = look();
    assert_int_equal(v->command_count, 2);
    assert_int_equal(v->commands[0].kind, SIM_CMD_UPDATE);
    assert_int_equal(v->commands[0].update.claim, CLAIM_DO_NOT_KNOW);
    assert_int_equal(v->commands[0].update.next_call, draft.next_call);
    assert_int_equal(v->commands[0].update.fix_by, -1);
    assert_int_equal(v->commands[0].update.facts, SIM_FACTS_DEFAULT);
    assert_int_equal(v->commands[1].kind, SIM_CMD_ASK);
    assert_non_null(strstr(v->sentence, text("desk.say.claim.do-not-know")));
    assert_non_null(strstr(v->sentence, text("desk.say.ask.impact")));
    assert_non_null(strstr(v->sentence, v->calls[2].label));
    assert_true(say());
    assert_int_equal(now()->claim_count, 1);
}

static void a_first_word_is_for_who_called(void **state)
{
    (void)state;
    open_first();
    const struct view_desk *v = look();
    assert_int_equal(v->claims[0].value, DESK_FIRST_WORD);
    draft.claim = DESK_FIRST_WORD;
    draft.fix_by = v->fixes[1].value;
    draft.next_call = v->calls[1].value;
    v = look();
    assert_int_equal(v->command_count, 2);
    assert_int_equal(v->commands[0].kind, SIM_CMD_ACKNOWLEDGE);
    assert_int_equal(v->commands[1].kind, SIM_CMD_PROMISE);
    assert_string_equal(v->what[1], text("desk.call"));
    assert_true(say());
    v = look();
    assert_int_not_equal(v->claims[0].value, DESK_FIRST_WORD);
    assert_int_equal(v->promise_count, 1);
    assert_true(v->call_at > now()->now);
    draft.customer = (now()->incidents[v->incident].reporter + 1) % play.scenario->customer_count;
    assert_int_not_equal(look()->claims[0].value, DESK_FIRST_WORD);
}

/* What came to light is told with the claim unless it is held back, and then the command tells nothing. */
static void what_is_known_is_told_or_held_back(void **state)
{
    (void)state;
    open_first();
    for (int minute = 0; minute < 90 && !look()->news[0]; minute++) {
        draft.mode = DESK_WORK;
        const struct view_desk *works = look();
        for (int i = 0; i < works->act_count; i++)
            if (works->acts[i].possible && !works->acts[i].runs) {
                draft.act = i;
                assert_true(say());
                break;
            }
        desk_draft_begin(&draft);
        play_to(&play, now()->now + 60);
    }
    const struct view_desk *v = look();
    assert_string_not_equal(v->news, "");
    draft.claim = CLAIM_FINDING_OUT;
    size_t told = strlen(look()->sentence);
    draft.hold_back = 1;
    v = look();
    assert_true(strlen(v->sentence) < told);
    assert_int_equal(v->commands[0].update.facts, 0);
    draft.hold_back = 0;
    assert_true(say());
    assert_string_equal(look()->news, "");
}

static void a_strong_word_can_be_taken_back(void **state)
{
    (void)state;
    open_first();
    assert_string_equal(look()->back, "");
    draft.claim = CLAIM_UNDER_CONTROL;
    assert_true(say());
    assert_string_not_equal(look()->back, "");
    draft.claim = CLAIM_DO_NOT_KNOW;
    draft.takes_back = 1;
    const struct view_desk *v = look();
    assert_int_equal(v->commands[0].update.corrects, now()->claims[0].act);
    assert_true(say());
    assert_int_equal(now()->claims[0].settled, CLAIM_CORRECTED);
    assert_string_equal(look()->back, "");
}

/* Everything that is offered as possible is possible, whatever is chosen in it. */
static void what_can_be_said_is_not_refused(void **state)
{
    (void)state;
    int said = 0;
    open_first();
    for (int step = 0; step < 60 && now()->phase == PHASE_ROUND; step++) {
        draft.mode = step % 2 ? DESK_WORK : DESK_MORE;
        draft.act = (step / 2) % 12;
        draft.option = step % 3;
        draft.ask_first = step % 4 == 1;
        draft.incident = draft.customer = NOBODY;
        const struct view_desk *v = look();
        if (v->incident != NOBODY && v->can_say) {
            assert_string_not_equal(v->sentence, "");
            assert_true(v->command_count > 0);
            struct sim_command c = v->commands[0];
            if (!play_do(&play, c, NULL, v->what[0]))
                fail_msg("%s was refused: %s", sim_command_word(c.kind), refusal_word(play.last.refusal));
            said++;
        }
        if (now()->now + 60 < play.scenario->rounds[1].to)
            play_to(&play, now()->now + 60);
    }
    assert_true(said > 20);
}

/* --- the result --- */

static void play_a_little(void)
{
    open_first();
    draft.claim = DESK_FIRST_WORD;
    draft.question = ASK_IMPACT;
    assert_true(say());
    play_to(&play, play.scenario->rounds[1].to);
    play_end(&play);
}

static void the_result_counts_right(void **state)
{
    (void)state;
    play_a_little();
    struct view_desk_end end;
    view_desk_end_build(&play.arena, play.session, NULL, &end);
    int all = 0;
    for (int k = 0; k < SCORE_COUNT; k++) {
        struct score_counts counts = score_of_state(now(), NOBODY, (enum score)k);
        char met[32];
        all += score_moments(&counts);
        snprintf(met, sizeof met, "%d of %d", counts.met, score_moments(&counts));
        if (score_moments(&counts) > 0)
            assert_non_null(strstr(end.scores[k].counts, met));
        assert_string_equal(end.scores[k].before, "");
    }
    assert_true(all > 0);
    assert_int_equal(end.curve_count, play.scenario->customer_count);
    for (customer_id c = 0; c < end.curve_count; c++) {
        assert_int_equal(end.curves[c].was, play.scenario->customers[c].trust);
        assert_int_equal(end.curves[c].trust[DESK_SAMPLES - 1], end.curves[c].now);
        for (int k = 0; k < DESK_SAMPLES; k++)
            assert_in_range(end.curves[c].trust[k], 0, 100);
    }
    assert_true(end.good_count > 0);
    assert_string_not_equal(end.try.sentence, "");
    assert_false(end.compared);
}

/* The list goes on in time; each act of the team stands in it once. */
static void every_act_can_be_gone_back_to(void **state)
{
    (void)state;
    play_a_little();
    struct view_desk_end end;
    int acts = 0;
    view_desk_end_build(&play.arena, play.session, NULL, &end);
    for (int i = 0; i < end.moment_count; i++) {
        if (i > 0)
            assert_true(end.moments[i].at >= end.moments[i - 1].at);
        assert_string_not_equal(end.moments[i].text, "");
        acts += end.moments[i].entry != NOBODY;
        if (end.moments[i].entry != NOBODY)
            assert_int_equal(session_entry_at(play.session, end.moments[i].entry)->command.said, end.moments[i].at);
    }
    assert_int_equal(acts, 2);
    assert_true(end.moment_count > acts);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)
    const struct CMUnitTest tests[] = {TEST(nothing_open_is_nothing_to_say),      TEST(only_what_is_known_is_shown),
                                       TEST(the_sentence_says_what_is_submitted), TEST(a_first_word_is_for_who_called),
                                       TEST(what_is_known_is_told_or_held_back),  TEST(a_strong_word_can_be_taken_back),
                                       TEST(what_can_be_said_is_not_refused),     TEST(the_result_counts_right),
                                       TEST(every_act_can_be_gone_back_to)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
