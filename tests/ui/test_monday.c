/* Monday and the follow-up by keyboard and mouse, in the real program: what is typed is kept, changed, asked for later. */
#include "hands.h"
#include "sim/between.h"

#include <unistd.h>

static void step(enum agenda_kind kind)
{
    struct wishes wishes = {.count = 0};
    wish_number(&wishes, WISH_STEP, agenda_find(&app->steps.agenda, kind, NOBODY));
    app_wishes(app, &wishes);
    press("F12");   /* a run of the page, and a key that does nothing on most */
}

static const struct sim_action *action(int32_t slot) { return &session_state(app->session)->actions[slot]; }
static const char *words_of(int32_t id) { return session_text(app->session, id); }

static int begin(void **state)
{
    struct wishes wishes = {.count = 0};
    (void)state;
    hands_begin("monday");
    hands_set_up();
    wish(&wishes, WISH_CREATE);
    app_wishes(app, &wishes);
    wish(&wishes, WISH_AGREED);
    app_wishes(app, &wishes);
    step(AGENDA_VERDICT);
    step(AGENDA_MONDAY);
    assert_int_equal(app->page, PAGE_STEP);
    return 0;
}

static int end(void **state)
{
    (void)state;
    return hands_end();
}

/* Twelve letters a line are nobody's idea of an action; the keys beside them are what is counted. */
static void write_down(const char *when, const char *will)
{
    pressed = 0;
    type(when);
    press("Tab");
    type(will);
    press("Enter");
    assert_int_equal(pressed, 2);
}

static void the_manager_is_asked_first(void **state)
{
    (void)state;
    press("F2");
    assert_non_null(ui_item_find(app->sides[WINDOW_CONSOLE].ui, UI_TEXT, "The manager writes the first"));
    assert_true(stage_says("The manager writes the first one."));
    write_down("a user calls", "say when I call again");
    assert_null(ui_item_find(app->sides[WINDOW_CONSOLE].ui, UI_TEXT, "The manager writes the first"));
    assert_true(stage_says("I will say when I call again."));
}

static void two_lines_and_enter_are_an_action(void **state)
{
    (void)state;
    press("F2");
    write_down("a user calls", "say when I call again.");
    write_down("I close a ticket", "ask first");
    assert_int_equal(session_state(app->session)->action_count, 2);
    assert_string_equal(words_of(action(0)->when), "a user calls");
    assert_string_equal(words_of(action(0)->will), "say when I call again");   /* the sentence has its own stop */
    assert_int_equal(action(0)->member, 0);
    assert_int_equal(action(1)->member, 1);           /* the next who has none */
    assert_int_equal(action(0)->days, 30);
    assert_int_equal(action(0)->named, 0);            /* nobody agreed yet */
}

static void who_when_and_consent_are_chosen_while_typing(void **state)
{
    (void)state;
    press("F2");
    type("a user calls");
    press("Enter");                                   /* leads on to the other line */
    type("call back");
    press("F4");
    press("F4");
    press("F3");
    press("F9");
    press("F12");
    press("Enter");
    assert_int_equal(action(0)->member, 1);
    assert_int_equal(action(0)->days, 60);
    assert_int_equal(action(0)->named, 1);
    write_down("I close a ticket", "ask first");
    assert_int_equal(action(1)->named, 0);            /* each is asked */
}

static void half_an_action_is_none(void **state)
{
    (void)state;
    press("F2");
    type("a user calls");
    press("Tab");
    press("Enter");
    type("   ");
    press("Enter");
    assert_int_equal(session_state(app->session)->action_count, 0);
}

static void an_action_is_changed_and_taken_back(void **state)
{
    (void)state;
    press("F2");
    write_down("a user calls", "call back");
    click(UI_CARD, "When a user calls");
    press("End");
    type(" twice");
    press("Tab");
    press("Enter");
    assert_string_equal(words_of(action(0)->when), "a user calls twice");
    assert_int_equal(session_state(app->session)->action_count, 1);
    click(UI_CARD, "When a user calls");
    click(UI_BUTTON, "Take it back");
    assert_int_equal(action(0)->when, 0);
}

static int32_t hands(int32_t what, int32_t subject, int32_t by)
{
    int32_t at = tally_find(session_state(app->session), what, subject, by);
    return at < 0 ? 0 : session_state(app->session)->tallies[at].count;
}

static void count_hands(const char *const counts[5])
{
    for (int i = 0; i < 5; i++) {
        type(counts[i]);
        press(i < 4 ? "Tab" : "Enter");
    }
}

static void hands_are_counted_question_by_question(void **state)
{
    (void)state;
    assert_true(stage_says("I knew where I stood"));
    count_hands((const char *const[5]){"1", "", "4", "12", "6"});
    assert_int_equal(hands(TALLY_SURVEY, 0, 1), 1);
    assert_int_equal(hands(TALLY_SURVEY, 0, 2), 0);
    assert_int_equal(hands(TALLY_SURVEY, 0, 4), 12);
    assert_int_equal(app->steps.monday_memory.survey.question, 1);
    assert_true(stage_says("They asked me before"));
    count_hands((const char *const[5]){"x", "", "", "", ""});
    assert_int_equal(app->steps.monday_memory.survey.question, 2);   /* a letter is not taken: nobody raised a hand */
    assert_int_equal(hands(TALLY_SURVEY, 1, 1), 0);
    count_hands((const char *const[5]){"n2", "", "", "", "3x"});
    assert_int_equal(hands(TALLY_SURVEY, 2, 1), 2);
    assert_int_equal(hands(TALLY_SURVEY, 2, 5), 3);
}

static void follow_up_from_the_start_page(void)
{
    struct wishes wishes = {.count = 0};
    step(AGENDA_REPORT);
    wish(&wishes, WISH_LEAVE);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_START);
    app->options.date = "2027-01-20";                 /* 59 days later */
    press("F12");
    click(UI_BUTTON, "Follow up");
    assert_int_equal(app->page, PAGE_FOLLOW_UP);
}

static void the_follow_up_asks_for_each(void **state)
{
    (void)state;
    count_hands((const char *const[5]){"", "8", "", "", ""});
    press("F2");
    write_down("a user calls", "call back");
    write_down("I close a ticket", "ask first");
    follow_up_from_the_start_page();
    assert_true(stage_says("after 60 days"));
    assert_true(stage_says("I will call back."));
    press("n");
    type("Twice in a week");
    press("Enter");
    press("1");
    assert_int_equal(action(0)->outcome, OUTCOME_MET);
    assert_int_equal(action(0)->asked_after, 60);
    assert_string_equal(words_of(action(0)->note), "Twice in a week");
    assert_true(stage_says("I will ask first."));
    press("3");
    assert_int_equal(action(1)->outcome, OUTCOME_MISSED);
    assert_int_equal(action(1)->note, 0);
    press("Enter");                                   /* all were asked for: on to the survey */
    count_hands((const char *const[5]){"", "", "", "9", ""});
    assert_int_equal(hands(TALLY_SURVEY_LATER, session_scenario(app->session)->survey_count, 4), 9);
    assert_int_equal(hands(TALLY_SURVEY, 0, 2), 8);
    press("F3");
    press("Enter");
    assert_true(app->report_path[0] != '\0');
    assert_int_equal(access(app->report_path, R_OK), 0);
}

static void another_follow_up_asks_again(void **state)
{
    (void)state;
    press("F2");
    write_down("a user calls", "call back");
    follow_up_from_the_start_page();
    press("2");
    assert_int_equal(action(0)->outcome, OUTCOME_PARTLY);
    press("Ctrl+3");
    assert_true(stage_says("after 90 days"));
    press("1");
    assert_int_equal(action(0)->outcome, OUTCOME_MET);
    assert_int_equal(action(0)->asked_after, 90);
}

#define AT_MONDAY(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_MONDAY(the_manager_is_asked_first),
        AT_MONDAY(two_lines_and_enter_are_an_action),
        AT_MONDAY(who_when_and_consent_are_chosen_while_typing),
        AT_MONDAY(half_an_action_is_none),
        AT_MONDAY(an_action_is_changed_and_taken_back),
        AT_MONDAY(hands_are_counted_question_by_question),
        AT_MONDAY(the_follow_up_asks_for_each),
        AT_MONDAY(another_follow_up_asks_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
