/* Sentences about what happens between rounds: whole for every command and event, and as the room would say it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "model/behaviours.h"
#include "play.h"
#include "view/wording_between.h"

static struct play play;
static struct arena frame;

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

/* Nothing of the machine shows. */
static void is_whole(const char *sentence)
{
    if (sentence[0] == '\0' || strchr(sentence, '{') || strstr(sentence, "  ") || strstr(sentence, "between.") ||
        strstr(sentence, "behaviour."))
        fail_msg("not whole: “%s”", sentence);
}

static struct wording words(void)
{
    return wording_of(&frame, play.session);
}

static void every_behaviour_and_spine_has_words(void **state)
{
    (void)state;
    for (int32_t i = 0; i < BEHAVIOUR_COUNT; i++)
        is_whole(wording_behaviour(i));
    for (int32_t i = 0; i < SPINE_COUNT; i++)
        is_whole(wording_spine(i));
    assert_string_equal(wording_behaviour(NOBODY), "");
    assert_string_equal(wording_behaviour(BEHAVIOUR_COUNT), "");
    assert_string_equal(wording_answer(5), wording_mood(MOOD_DELIGHTED));
    assert_string_equal(wording_answer(1), wording_mood(MOOD_FURIOUS));
    assert_string_equal(wording_answer(0), "");
    assert_string_equal(wording_answer(6), "");
}

static void every_command_has_a_sentence(void **state)
{
    (void)state;
    struct wording w = words();
    for (int32_t kind = SIM_CMD_LEARN; kind <= SIM_CMD_FOLLOW_UP; kind++) {
        struct sim_command c = sim_command_make((enum sim_command_kind)kind);
        is_whole(wording_command(&w, &c));
        for (int i = 0; i < SIM_COMMAND_FIELDS; i++)
            c.v[i] = 0;
        is_whole(wording_command(&w, &c));
    }
}

static void every_edit_of_the_report_has_a_sentence(void **state)
{
    (void)state;
    struct wording w = words();
    for (int32_t edit = 0; edit < REPORT_EDIT_COUNT; edit++) {
        struct sim_command c = sim_command_make(SIM_CMD_EDIT_REPORT);
        struct sim_event e = {.kind = SIM_EV_REPORT_EDITED, .at = 29000, .report_edited = {.part = 77, .edit = edit}};
        struct wording_line line;
        c.edit_report.edit = edit;
        is_whole(wording_command(&w, &c));
        assert_int_equal(wording_event(&w, &e, &line), 1);
        is_whole(line.text);
        assert_string_equal(line.text, wording_command(&w, &c));
    }
}

static void every_event_is_a_line(void **state)
{
    (void)state;
    struct wording w = words();
    for (int32_t kind = SIM_EV_LEARNING; kind <= SIM_EV_SURVEYED; kind++) {
        struct sim_event e = {.kind = kind, .at = 29000};
        struct wording_line line;
        assert_int_equal(wording_event(&w, &e, &line), 1);
        is_whole(line.tag);
        is_whole(line.text);
    }
}

static void nothing_is_read_that_is_not_there(void **state)
{
    (void)state;
    struct wording w = words();
    for (int32_t kind = SIM_EV_LEARNING; kind <= SIM_EV_SURVEYED; kind++) {
        struct sim_event e = {.kind = kind, .at = 29000};
        struct wording_line line;
        for (int i = 0; i < SIM_EVENT_FIELDS; i++)
            e.v[i] = i % 2 ? 1 << 20 : -7;
        wording_event(&w, &e, &line);
        assert_non_null(line.text);
    }
}

static void the_pack_names_improvements_and_questions(void **state)
{
    (void)state;
    struct wording w = words();
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = 1;
    c.improve.on = 1;
    const char *title = play.scenario->improvements[1].title;
    assert_string_equal(wording_command(&w, &c), arena_printf(&frame, "Chosen: %s", title));
    c.improve.on = 0;
    assert_string_equal(wording_command(&w, &c), arena_printf(&frame, "Chosen no more: %s", title));
    c.improve.on = 1;
    c.improve.incident = play_incident(&play, "tills-stuck");
    c.improve.spine = SPINE_POLICY;
    assert_string_equal(wording_command(&w, &c),
                        arena_printf(&frame, "Chosen: %s. Tills stuck in four shops, looked for in: policy", title));
    c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = TALLY_SURVEY;
    c.tally.subject = 0;
    c.tally.by = 4;
    c.tally.count = 6;
    assert_string_equal(wording_command(&w, &c), "Hands for 4 of 5 on “I felt heard.”: 6");
}

static void a_behaviour_speaks_where_nothing_was_typed(void **state)
{
    (void)state;
    struct wording w = words();
    assert_string_equal(wording_pledge(&w, BEHAVIOUR_KEEP_THE_CALL, 0), wording_behaviour(BEHAVIOUR_KEEP_THE_CALL));
    assert_string_equal(wording_pledge(&w, NOBODY, 0), "");
}

static void what_a_customer_answers_and_takes_elsewhere_is_told(void **state)
{
    (void)state;
    struct wording w = words();
    struct wording_line line;
    struct sim_event e = {.kind = SIM_EV_SURVEYED, .at = 29000, .surveyed = {NOBODY, 0, 4, 1}};
    assert_int_equal(wording_event(&w, &e, &line), 1);
    assert_string_equal(line.text, "Olga on this round: 4 of 5, calm");
    assert_int_equal(line.tone, TONE_GOOD);
    e = (struct sim_event){.kind = SIM_EV_AROUND, .around = {play_incident(&play, "tills-stuck"), 1, 14200}};
    assert_int_equal(wording_event(&w, &e, &line), 1);
    assert_string_equal(line.text, "Ben takes it elsewhere: Tills stuck in four shops");
    assert_non_null(strstr(line.note, "14\u202F200"));
    assert_int_equal(line.tone, TONE_BAD);
    e = (struct sim_event){.kind = SIM_EV_PREVENTED, .prevented = {play_incident(&play, "tills-stuck"), 0}};
    assert_int_equal(wording_event(&w, &e, &line), 1);
    assert_string_equal(line.text, "Did not come again: Tills stuck in four shops");
    assert_string_equal(line.note, play.scenario->improvements[0].title);
}

static void large_figures_are_grouped(void **state)
{
    (void)state;
    assert_string_equal(wording_amount(&frame, 0), "0");
    assert_string_equal(wording_amount(&frame, 999), "999");
    assert_string_equal(wording_amount(&frame, 1000005), "1\u202F000\u202F005");
    assert_string_equal(wording_amount(&frame, -1200), "\u22121\u202F200");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_behaviour_and_spine_has_words, begin, end),
        cmocka_unit_test_setup_teardown(every_command_has_a_sentence, begin, end),
        cmocka_unit_test_setup_teardown(every_edit_of_the_report_has_a_sentence, begin, end),
        cmocka_unit_test_setup_teardown(every_event_is_a_line, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_read_that_is_not_there, begin, end),
        cmocka_unit_test_setup_teardown(the_pack_names_improvements_and_questions, begin, end),
        cmocka_unit_test_setup_teardown(a_behaviour_speaks_where_nothing_was_typed, begin, end),
        cmocka_unit_test_setup_teardown(what_a_customer_answers_and_takes_elsewhere_is_told, begin, end),
        cmocka_unit_test_setup_teardown(large_figures_are_grouped, begin, end)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
