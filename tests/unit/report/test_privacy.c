/* What leaves the program about people: names only by consent, votes of few not at all, cells that are no formulas. */
#include "report_help.h"
#include "report/data.h"
#include "view/report_inside.h"

static const char *const people[] = {"Sanne de Vries", "Tom", "Will Smit", "Aisha", "Mei", "Noor"};
enum { PEOPLE = 6 };

static struct view_report view_of(struct arena *a, const struct session *s, int names)
{
    struct view_report v;
    view_report_build(a, s, &(struct report_wish){.names = names}, &v);
    return v;
}

static void write_note(struct session *s, const char *words)
{
    struct sim_command c = sim_command_make(SIM_CMD_NOTE);
    assert_true(submit_words(s, &c, words, NULL));
}

/* Capitals make no difference to a name, except where the word is one of the language. */
static void test_names_in_small_letters(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    start_round(s, 1);
    write_note(s, "sanne said it, DE VRIES too; we will call. Will calls, TOM'S idea, Tommy not");
    struct view_report v = view_of(&a, s, 0);
    assert_string_equal(v.notes[0].words, "Person A said it, DE Person A too; we will call. Person C calls, Person B'S idea, Tommy not");
    arena_release(&a);
    session_close(s);
}

static void give_voucher(struct session *s, int32_t member, int named)
{
    struct sim_command c = sim_command_make(SIM_CMD_VOUCHER);
    c.voucher.customer = 0;
    c.voucher.member = member;
    c.voucher.named = named;
    assert_true(submit_words(s, &c, "Tom called before I asked, said Mei", NULL));
}

static void test_vouchers_carry_names_by_consent(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    start_round(s, 1);
    give_voucher(s, 1, 0);
    give_voucher(s, 1, 1);
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.voucher_count, 2);
    assert_string_equal(v.vouchers[0].to, "Person B");
    assert_string_equal(v.vouchers[0].story, "Person B called before I asked, said Person E");
    assert_string_equal(v.vouchers[1].to, "Tom");
    assert_string_equal(v.vouchers[1].story, "Tom called before I asked, said Person E");
    v = view_of(&a, s, 1);
    assert_string_not_equal(v.vouchers[0].to, "Tom");
    assert_string_equal(v.vouchers[1].to, "Tom");
    arena_release(&a);
    session_close(s);
}

static void plan(struct session *s, int32_t slot, int32_t member, int named)
{
    struct sim_command c = sim_command_make(SIM_CMD_MONDAY);
    c.monday.slot = slot;
    c.monday.member = member;
    c.monday.named = named;
    c.monday.days = 30;
    assert_true(submit_words(s, &c, "Mei asks Aisha", "I, Aisha, will call"));
}

static void test_monday_carries_names_by_consent(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    plan(s, 0, 3, 0);
    plan(s, 1, 3, 1);
    for (int names = 0; names < 2; names++) {
        struct view_report v = view_of(&a, s, names);
        assert_int_equal(v.action_count, 2);
        assert_string_not_equal(v.actions[0].who, "Aisha");
        assert_string_not_equal(v.actions[0].who, "Person D");
        assert_string_equal(v.actions[1].who, "Aisha");
        assert_string_equal(v.actions[1].will, "I, Aisha, will call");
        assert_string_equal(v.actions[1].when, names ? "Mei asks Aisha" : "Person E asks Aisha");
    }
    arena_release(&a);
    session_close(s);
}

static void raise_hands(struct session *s, enum tally_kind what, int32_t subject, int32_t by, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = (int32_t)what;
    c.tally.subject = subject;
    c.tally.by = by;
    c.tally.count = count;
    assert_true(submit_words(s, &c, NULL, NULL));
}

static void test_votes_of_few_are_not_told(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    raise_hands(s, TALLY_COMMITMENT, 0, 0, 3);
    raise_hands(s, TALLY_COMMITMENT, 1, 0, 1);
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.vote_count, 2);
    assert_true(v.votes[0].few && v.votes[1].few);
    assert_int_equal(v.votes[0].hands, 0);
    struct str csv = {0};
    report_csv(&csv, &v, REPORT_CSV_VOTES);
    assert_int_equal(times(str_text(&csv), "\"fewer than five answered\"\r\n"), 2);
    str_release(&csv);
    raise_hands(s, TALLY_COMMITMENT, 1, 0, 2);
    v = view_of(&a, s, 0);
    assert_false(v.votes[0].few);
    assert_int_equal(v.votes[0].hands, 3);
    arena_release(&a);
    session_close(s);
}

/* Three people answered two questions: six hands, and still three people. */
static void test_surveys_of_few_are_not_told(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    if (bakery->survey_count < 2) skip();
    raise_hands(s, TALLY_SURVEY, 0, 4, 3);
    raise_hands(s, TALLY_SURVEY, 1, 2, 3);
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.survey_count, 2);
    for (int i = 0; i < 2; i++) {
        assert_true(v.surveys[i].few);
        assert_int_equal(v.surveys[i].count, 0);
        assert_int_equal(v.surveys[i].percent, -1);
        assert_string_equal(v.surveys[i].counts, "fewer than five answered");
    }
    raise_hands(s, TALLY_SURVEY, 0, 5, 3);
    v = view_of(&a, s, 0);
    assert_false(v.surveys[0].few);
    assert_int_equal(v.surveys[0].answers[3], 3);
    assert_true(v.surveys[1].few);
    arena_release(&a);
    session_close(s);
}

static void test_cells_are_no_formulas(void **state)
{
    (void)state;
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    struct view_report v = view_of(&a, s, 0);
    static const struct { const char *typed, *cell; } cells[] = {
        {"=1+1", "\"'=1+1\""}, {"+31 6", "\"'+31 6\""}, {"-2", "\"'-2\""}, {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"  =cmd|' /C calc'!A0", "\"  '=cmd|' /C calc'!A0\""}, {"\t=1", "\"'\t'=1\""}, {"say \"no\", then; go", "\"say \"\"no\"\", then; go\""},
        {"a;=1", "\"a;'=1\""}, {"line\n=1", "\"line\n'=1\""}, {"\xEF\xBC\x9D" "1", "\"'\xEF\xBC\x9D" "1\""}, {"\xE2\x81\xA8=1", "\"\xE2\x81\xA8'=1\""},
        {"5 - 3 = 2", "\"5 - 3 = 2\""}, {"", "\"\""}};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        struct str csv = {0};
        struct report_vote vote = {TALLY_CHARTER, cells[i].typed, 7, 0};
        v.votes = &vote;
        v.vote_count = 1;
        report_csv(&csv, &v, REPORT_CSV_VOTES);
        char *expected = arena_printf(&a, "\xEF\xBB\xBFvote,subject,hands\r\n\"charter\",%s,7\r\n", cells[i].cell);
        assert_string_equal(str_text(&csv), expected);
        str_release(&csv);
    }
    arena_release(&a);
    session_close(s);
}

/* Whatever was typed, the object can be read and says the same. */
static void test_json_keeps_what_was_typed(void **state)
{
    (void)state;
    static const char typed[] = "</script>\"\\ \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xF0\x9F\x91\x8D\n\ttab";
    struct arena a = {0};
    struct session *s = session_of(people, PEOPLE);
    start_round(s, 1);
    write_note(s, typed);
    struct view_report v = view_of(&a, s, 0);
    struct str json = {0};
    report_json(&json, &v);
    cJSON *root = cJSON_Parse(str_text(&json));
    assert_non_null(root);
    const cJSON *notes = cJSON_GetObjectItem(root, "notes");
    assert_string_equal(cJSON_GetObjectItem(cJSON_GetArrayItem(notes, 0), "words")->valuestring, v.notes[0].words);
    assert_true(strstr(v.notes[0].words, "</script>\"\\") != NULL);
    assert_int_equal(cJSON_GetObjectItem(root, "version")->valueint, REPORT_DATA_VERSION);
    cJSON_Delete(root);
    str_release(&json);
    arena_release(&a);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_in_small_letters), cmocka_unit_test(test_vouchers_carry_names_by_consent),
        cmocka_unit_test(test_monday_carries_names_by_consent), cmocka_unit_test(test_votes_of_few_are_not_told),
        cmocka_unit_test(test_surveys_of_few_are_not_told), cmocka_unit_test(test_cells_are_no_formulas),
        cmocka_unit_test(test_json_keeps_what_was_typed)};
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
