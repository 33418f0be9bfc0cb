/* What people will do on Monday, what became of it, and the survey of the room, now and later. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../learning_play.h"
#include "../texts.h"
#include "view/view_monday.h"
#include "view/view_report.h"
#include "view/view_survey.h"
#include "view/wording_between.h"

#include <string.h>

static struct learning_play p;

static int begin(void **state)
{
    (void)state;
    learning_play_begin(&p, BOT_MIXED, 1, 0);
    return learning_try(&p, learning_command(SIM_CMD_FINISH, 0, 0), NULL, NULL) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    learning_play_end(&p);
    return 0;
}

static void write_down(int32_t slot, int32_t member, int32_t named, const char *when, const char *will)
{
    struct sim_command c = sim_command_make(SIM_CMD_MONDAY);
    c.monday.slot = slot;
    c.monday.member = member;
    c.monday.days = 30;
    c.monday.named = named;
    assert_true(learning_try(&p, c, when, will));
}

static void follow(int32_t slot, int32_t days, int32_t outcome, const char *note)
{
    struct sim_command c = sim_command_make(SIM_CMD_FOLLOW_UP);
    c.follow_up.slot = slot;
    c.follow_up.days = days;
    c.follow_up.outcome = outcome;
    assert_true(learning_try(&p, c, note, NULL));
}

static int tally(int32_t what, int32_t subject, int32_t by, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = what;
    c.tally.subject = subject;
    c.tally.by = by;
    c.tally.count = count;
    return learning_try(&p, c, NULL, NULL);
}

static void days_are_counted_between_dates(void **state)
{
    (void)state;
    assert_int_equal(view_monday_between("2026-11-22", "2026-11-22"), 0);
    assert_int_equal(view_monday_between("2026-11-22", "2026-12-22"), 30);
    assert_int_equal(view_monday_between("2027-12-31", "2028-01-01"), 1);
    assert_int_equal(view_monday_between("2028-02-28", "2028-03-01"), 2);   /* a leap year */
    assert_int_equal(view_monday_between("2100-02-28", "2100-03-01"), 1);   /* and none */
    assert_int_equal(view_monday_between("2026-11-22", "2026-11-21"), -1);
    assert_int_equal(view_monday_between("", "2026-11-21"), -1);
    assert_int_equal(view_monday_between("2026-11-22", "tomorrow"), -1);
}

static void the_follow_up_is_the_nearest_of_three(void **state)
{
    static const struct { const char *today; int32_t since, part; } days[] = {
        {"2026-11-22", 0, 0}, {"2026-12-22", 30, 0}, {"2027-01-05", 44, 0}, {"2027-01-06", 45, 1},
        {"2027-02-04", 74, 1}, {"2027-02-05", 75, 2}, {"2028-02-05", 440, 2}, {"", -1, 0}};
    struct view_monday v;
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        view_monday_build(&p.arena, p.session, days[i].today, &v);
        assert_int_equal(v.since, days[i].since);
        assert_int_equal(v.part, days[i].part);
    }
}

static void actions_and_people_are_listed(void **state)
{
    struct view_monday v;
    (void)state;
    view_monday_build(&p.arena, p.session, "", &v);
    assert_int_equal(v.action_count, 0);
    assert_int_equal(v.free_slot, 0);
    assert_int_equal(v.person_count, 7);
    assert_int_equal(v.people[6].member, NOBODY);
    assert_int_equal(v.start_count, MONDAY_STARTS);
    write_down(0, 2, 0, "a user calls", "say when I call again");
    write_down(2, 2, 1, "I close a ticket", "ask first");
    view_monday_build(&p.arena, p.session, "", &v);
    assert_int_equal(v.action_count, 2);
    assert_int_equal(v.free_slot, 1);
    assert_int_equal(v.people[2].actions, 2);
    assert_string_equal(v.actions[0].when, "a user calls");
    assert_string_equal(v.actions[1].will, "ask first");
    assert_string_equal(v.actions[0].due, "within 30 days");
    assert_int_equal(v.actions[1].named, 1);
    assert_int_equal(v.open, 2);
}

/* A name stands in the report only where its owner agreed. */
static void nobody_is_named_who_does_not_want_to_be(void **state)
{
    struct view_report report;
    (void)state;
    write_down(0, 2, 1, "a user calls", "say when I call again");
    write_down(1, 3, 0, "I close a ticket", "ask first");
    for (int names = 0; names < 2; names++) {
        view_report_build(&p.arena, p.session, &(struct report_wish){.names = names}, &report);
        assert_int_equal(report.action_count, 2);
        assert_string_equal(report.actions[0].who, "Table Cedar");
        assert_null(strstr(report.actions[1].who, "Table Dogwood"));
    }
    struct wording w = wording_of(&p.arena, p.session);
    struct wording_line line;
    const struct sim_event *last = session_event_at(p.session, session_event_count(p.session) - 1);
    assert_int_equal(last->kind, SIM_EV_MONDAY);
    assert_true(wording_event(&w, last, &line));
    assert_null(strstr(line.text, "Table Dogwood"));
    assert_non_null(strstr(line.text, "One of the team"));
}

static void what_became_of_it_is_counted(void **state)
{
    struct view_monday v;
    (void)state;
    for (int i = 0; i < 4; i++) write_down(i, i, 0, "it happens", "do it");
    follow(0, 30, OUTCOME_MET, "twice");
    follow(1, 30, OUTCOME_PARTLY, NULL);
    follow(2, 30, OUTCOME_MISSED, NULL);
    view_monday_build(&p.arena, p.session, "2026-12-22", &v);
    assert_int_equal(v.kept, 1);
    assert_int_equal(v.partly, 1);
    assert_int_equal(v.not_kept, 1);
    assert_int_equal(v.open, 1);
    assert_string_equal(v.actions[0].became, "kept after 30 days");
    assert_string_equal(v.actions[0].note, "twice");
    assert_string_equal(v.actions[3].became, "");
    follow(2, 60, OUTCOME_MET, NULL);
    view_monday_build(&p.arena, p.session, "2027-01-21", &v);
    assert_int_equal(v.kept, 2);
    assert_int_equal(v.actions[2].asked_after, 60);
    follow(0, 60, OUTCOME_MISSED, NULL);
    follow(0, 90, OUTCOME_NONE, NULL);
    follow(0, 90, OUTCOME_PARTLY, NULL);   /* put right: the last answer at 90 days counts */
    view_monday_build(&p.arena, p.session, "2027-02-20", &v);
    assert_string_equal(v.actions[0].became, "kept after 30 days, not kept after 60 days, partly kept after 90 days");
}

static void the_survey_is_compared_with_the_last_day(void **state)
{
    struct view_survey v;
    (void)state;
    assert_true(tally(TALLY_SURVEY, 1, 2, 4));
    assert_true(tally(TALLY_SURVEY, 1, 5, 6));
    view_survey_build(&p.arena, p.session, SURVEY_NOW, &v);
    assert_int_equal(v.row_count, p.scenario->survey_count);
    assert_int_equal(v.counted, 1);
    assert_int_equal(v.rows[1].all, 10);
    assert_int_equal(v.rows[1].satisfied, 6);
    assert_int_equal(v.rows[1].was_all, 0);
    assert_string_equal(v.rows[1].counts, "6 of 10");
    assert_string_equal(v.rows[0].counts, "");
    view_survey_build(&p.arena, p.session, 1, &v);
    assert_int_equal(v.counted, 0);
    assert_int_equal(v.rows[1].was, 6);
    assert_true(tally(v.rows[1].what, v.rows[1].subject, 4, 9));
    assert_true(tally(v.rows[1].what, v.rows[1].subject, 1, 1));
    view_survey_build(&p.arena, p.session, 1, &v);
    assert_int_equal(v.rows[1].satisfied, 9);
    assert_string_equal(v.word, "outstanding");
    view_survey_build(&p.arena, p.session, SURVEY_NOW, &v);
    assert_int_equal(v.rows[1].all, 10);                     /* the last day stays as it was */
    view_survey_build(&p.arena, p.session, 0, &v);
    assert_int_equal(v.counted, 0);                          /* and so does another follow-up */
    assert_false(tally(TALLY_SURVEY_LATER, 3 * p.scenario->survey_count, 4, 1));
    assert_false(tally(TALLY_SURVEY_LATER, 0, 6, 1));
}

static void the_report_has_the_later_survey(void **state)
{
    struct view_report report;
    int found = 0;
    (void)state;
    assert_true(tally(TALLY_SURVEY, 0, 2, 8));
    view_report_build(&p.arena, p.session, &(struct report_wish){.names = 1}, &report);
    for (int i = 0; i < report.survey_count; i++) assert_null(strstr(report.surveys[i].name, "after 90 days"));
    assert_true(tally(TALLY_SURVEY_LATER, 2 * p.scenario->survey_count, 4, 7));
    assert_true(tally(TALLY_SURVEY_LATER, 2 * p.scenario->survey_count + 1, 1, 3));
    view_report_build(&p.arena, p.session, &(struct report_wish){.names = 1}, &report);
    for (int i = 0; i < report.survey_count; i++) {
        if (!strstr(report.surveys[i].name, "after 90 days")) continue;
        found++;
        assert_string_equal(report.surveys[i].counts, "7 of 10");
    }
    assert_int_equal(found, 1);
}

#define PLAYED(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_between_dates),
        PLAYED(the_follow_up_is_the_nearest_of_three),
        PLAYED(actions_and_people_are_listed),
        PLAYED(nobody_is_named_who_does_not_want_to_be),
        PLAYED(what_became_of_it_is_counted),
        PLAYED(the_survey_is_compared_with_the_last_day),
        PLAYED(the_report_has_the_later_survey),
    };
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
