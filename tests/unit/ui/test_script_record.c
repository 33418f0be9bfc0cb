/* What a script records: values as people write them, looked up in the session. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../view/play.h"
#include "app/script_record.h"
#include "model/behaviours.h"

static struct play play;

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

static const char *make(int32_t kind, const char *const values[SCRIPT_FIELDS], struct sim_command *out)
{
    struct script_record record = {.command = kind};
    const char *words[2];
    memcpy(record.values, values, sizeof record.values);
    return script_record_make(play.session, &record, out, words);
}

static void commands_and_fields_are_known_by_name(void **state)
{
    (void)state;
    int32_t kind = 0;
    const char *nearest = NULL;
    assert_int_equal(script_record_command("charter", &kind, &nearest), 1);
    assert_int_equal(kind, SIM_CMD_CHARTER);
    assert_int_equal(script_record_command("close", &kind, &nearest), 0);
    assert_int_equal(script_record_command("chartr", &kind, &nearest), 0);
    assert_string_equal(nearest, "charter");
    assert_int_equal(script_record_field(SIM_CMD_MARK, "outcome=met", 7, &nearest), 4);
    assert_int_equal(script_record_field(SIM_CMD_CHARTER, "member", 6, &nearest), -1);
    assert_int_equal(script_record_field(SIM_CMD_CHARTER, "slt", 3, &nearest), -1);
    assert_string_equal(nearest, "slot");
}

/* The forms stand beside the struct of commands: a field at the wrong place would land in another. */
static void values_land_in_their_fields(void **state)
{
    (void)state;
    struct sim_command c;
    assert_null(make(SIM_CMD_COMMIT, (const char *const[SCRIPT_FIELDS]){"2", "keep-the-call", "Tom"}, &c));
    assert_int_equal(c.commit.slot, 1);
    assert_int_equal(c.commit.behaviour, BEHAVIOUR_KEEP_THE_CALL);
    assert_int_equal(c.commit.member, 1);
    assert_null(make(SIM_CMD_MARK, (const char *const[SCRIPT_FIELDS]){"charter", "1", "2", "1", "partly"}, &c));
    assert_int_equal(c.mark.what, PLEDGE_CHARTER);
    assert_int_equal(c.mark.member, 1);
    assert_int_equal(c.mark.round, 1);
    assert_int_equal(c.mark.outcome, OUTCOME_PARTLY);
    assert_null(make(SIM_CMD_IMPROVE, (const char *const[SCRIPT_FIELDS]){"promise-board", "1", "tills-stuck", "policy"}, &c));
    assert_int_equal(c.improve.improvement, 1);
    assert_int_equal(c.improve.incident, play_incident(&play, "tills-stuck"));
    assert_int_equal(c.improve.spine, SPINE_POLICY);
    assert_null(make(SIM_CMD_TALLY, (const char *const[SCRIPT_FIELDS]){"survey", "kept", "5", "3"}, &c));
    assert_int_equal(c.tally.subject, 1);
    assert_int_equal(c.tally.count, 3);
    assert_null(make(SIM_CMD_TALLY, (const char *const[SCRIPT_FIELDS]){"improvement", "callback", NULL, "3"}, &c));
    assert_int_equal(c.tally.subject, 0);
    assert_null(make(SIM_CMD_CARD_SHEET, (const char *const[SCRIPT_FIELDS]){play.scenario->cards[0].id, "risks"}, &c));
    assert_int_equal(c.card_sheet.part, 3);
    assert_null(make(SIM_CMD_MONDAY, (const char *const[SCRIPT_FIELDS]){"1", "Sanne", "30"}, &c));
    assert_int_equal(c.monday.member, 0);
    assert_int_equal(c.monday.days, 30);
    assert_null(make(SIM_CMD_AMBASSADOR, (const char *const[SCRIPT_FIELDS]){play.scenario->customers[1].id, "1"}, &c));
    assert_int_equal(c.ambassador.customer, 1);
    assert_null(make(SIM_CMD_FOLLOW_UP, (const char *const[SCRIPT_FIELDS]){"1", "60", "missed"}, &c));
    assert_int_equal(c.follow_up.outcome, OUTCOME_MISSED);
    assert_null(make(SIM_CMD_LEARN, (const char *const[SCRIPT_FIELDS]){"1"}, &c));
    assert_int_equal(c.learn.on, 1);
    assert_int_equal(c.learn.pattern, NOBODY);
}

static void what_means_nothing_here_comes_back(void **state)
{
    (void)state;
    struct sim_command c;
    assert_string_equal(make(SIM_CMD_COMMIT, (const char *const[SCRIPT_FIELDS]){"0"}, &c), "0");
    assert_string_equal(make(SIM_CMD_COMMIT, (const char *const[SCRIPT_FIELDS]){"1", "kindness"}, &c), "kindness");
    assert_string_equal(make(SIM_CMD_COMMIT, (const char *const[SCRIPT_FIELDS]){"1", NULL, "Olga"}, &c), "Olga");
    assert_string_equal(make(SIM_CMD_COMMIT, (const char *const[SCRIPT_FIELDS]){"1", NULL, "3"}, &c), "3");
    assert_string_equal(make(SIM_CMD_MARK, (const char *const[SCRIPT_FIELDS]){"charter", "1", NULL, "9", "met"}, &c), "9");
    assert_string_equal(make(SIM_CMD_TALLY, (const char *const[SCRIPT_FIELDS]){"survey", "callback", "5", "3"}, &c), "callback");
    assert_string_equal(make(SIM_CMD_MONDAY, (const char *const[SCRIPT_FIELDS]){"1", "1", "thirty"}, &c), "thirty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(commands_and_fields_are_known_by_name, begin, end),
        cmocka_unit_test_setup_teardown(values_land_in_their_fields, begin, end),
        cmocka_unit_test_setup_teardown(what_means_nothing_here_comes_back, begin, end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
