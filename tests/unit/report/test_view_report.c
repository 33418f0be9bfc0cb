#include "report_help.h"
#include "view/report_inside.h"

static const char *const people[] = {"Sanne de Vries", "Tom", "Olga"}; /* Olga is a customer's name too */

static struct view_report view_of(struct arena *a, const struct session *s, int names)
{
    struct view_report v;
    view_report_build(a, s, &(struct report_wish){.names = names}, &v);
    return v;
}

static char *page_of(const struct session *s, int names)
{
    struct arena a = {0};
    struct str out = {0};
    struct view_report v = view_of(&a, s, names);
    report_html(&out, &v);
    arena_release(&a);
    return str_detach(&out);
}

static int32_t incident_called(const char *id)
{
    for (int32_t i = 0; i < bakery->incident_count; i++)
        if (strcmp(bakery->incidents[i].id, id) == 0) return i;
    fail_msg("no incident %s", id);
    return -1;
}

static void note(struct session *s, const char *words)
{
    struct sim_command c = sim_command_make(SIM_CMD_NOTE);
    assert_true(submit_words(s, &c, words, NULL));
}

static void to_time(struct session *s, int32_t second)
{
    struct submit_result r;
    session_advance(s, second, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
}

static void test_names_are_hidden_where_they_were_typed(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    start_round(s, 1);
    note(s, "Sanne de Vries helped Tom; Tom\xE2\x80\x99s idea. Tomorrow Sanne calls. (Tom)");
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.note_count, 1);
    assert_string_equal(v.notes[0].words,
                        "Person A helped Person B; Person B\xE2\x80\x99s idea. Tomorrow Person A calls. (Person B)");
    assert_string_equal(v.members[0].name, "Person A");
    v = view_of(&a, s, 1);
    assert_true(has(v.notes[0].words, "Sanne de Vries helped Tom;"));
    assert_string_equal(v.members[0].name, "Sanne de Vries");
    arena_release(&a);
    session_close(s);
}

static void test_customers_keep_their_names(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_CUSTOMER_FOCUSED);
    char *page = page_of(s, 0);
    assert_true(has(page, "Olga Brandt") && has(page, "Person A"));
    assert_true(has(page, "Olga was asked") || has(page, "asked Olga"));
    assert_false(has(page, "Sanne") || has(page, ">Tom<"));
    free(page);
    page = page_of(s, 1);
    assert_true(has(page, "Sanne de Vries"));
    assert_false(has(page, "Person A"));
    free(page);
    session_close(s);
}

static void test_tables_and_many_people(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    struct session_setup setup = *session_setup(s);
    setup.tables = 1;
    session_close(s);
    setup.member_count = 28;
    for (int i = 0; i < 28; i++) snprintf(setup.members[i].name, sizeof setup.members[i].name, "M%d", i);
    assert_int_equal(session_scratch(&s, bakery, &setup), ERR_NONE);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_string_equal(v.members[2].name, "Table 3");
    session_close(s);
    setup.tables = 0;
    assert_int_equal(session_scratch(&s, bakery, &setup), ERR_NONE);
    v = view_of(&a, s, 0);
    assert_string_equal(v.members[25].name, "Person Z");
    assert_string_equal(v.members[27].name, "Person AB");
    session_close(s);
    arena_release(&a);
}

static void test_directions_are_fenced(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    start_round(s, 1);
    note(s, "a\xE2\x80\xAE reversed");
    note(s, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D");
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_string_equal(v.notes[0].words, "\xE2\x81\xA8"
                                          "a reversed\xE2\x81\xA9");
    assert_string_equal(v.notes[1].words, "\xE2\x81\xA8\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\xE2\x81\xA9");
    arena_release(&a);
    session_close(s);
}

static void test_nothing_played_yet(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.round_count, 0);
    assert_string_equal(v.finding, text("finding.too-little"));
    assert_string_equal(v.date, "22 November 2026");
    assert_string_equal(v.people, "3 people");
    assert_false(v.finished);
    assert_string_not_equal(v.state, "");
    char *page = page_of(s, 0);
    assert_null(unbalanced(page));
    free(page);
    arena_release(&a);
    session_close(s);
}

/* The view's counts are the engine's; its lists add up to them. */
static void test_figures_agree_with_the_engine(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_MIXED);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    const struct report_round *r = &v.rounds[0];
    struct round_figures f = score_figures(session_state(s), bakery, 1);
    int shown = 0, counted = 0, met = 0;
    assert_int_equal(v.round_count, 1);
    assert_true(v.finished);
    for (int i = 0; i < REPORT_SCORES; i++) {
        assert_int_equal(r->scores[i].met, f.scores[i].met);
        assert_int_equal(r->scores[i].broken, f.scores[i].broken);
        assert_int_equal(r->scores[i].percent, score_percent(&f.scores[i]));
        counted += r->scores[i].counted;
        met += r->scores[i].met;
    }
    for (int i = 0; i < r->incident_count; i++)
        for (int k = 0; k < r->incidents[i].moment_count; k++) {
            shown++;
            met -= strcmp(r->incidents[i].moments[k].outcome, text("outcome.met")) == 0;
        }
    assert_true(counted > 5);
    assert_int_equal(shown, counted);
    assert_int_equal(met, 0);
    assert_int_equal(r->promises, f.promises);
    assert_int_equal(r->kept, f.promises_kept);
    assert_int_equal(r->promise_count, r->promises + r->fell_away);
    assert_int_equal(r->delivered, f.delivered);
    arena_release(&a);
    session_close(s);
}

static void test_turns_tell_true_changes(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_TECHNICIAN);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_true(v.turn_count > 0);
    for (int i = 0; i < v.turn_count; i++) {
        assert_int_equal(v.turns[i].tone, TONE_BAD);
        assert_true(v.turns[i].to < v.turns[i].from);
        assert_string_not_equal(v.turns[i].done, "");
        assert_true(strncmp(v.turns[i].when, "Round 1, ", 9) == 0);
    }
    for (int c = 0; c < v.customer_count; c++) {
        assert_int_equal(v.customers[c].best.points, 0);
        assert_true(v.customers[c].worst.points <= 0);
        assert_int_equal(v.customers[c].worst.to - v.customers[c].worst.from, v.customers[c].worst.points);
    }
    arena_release(&a);
    session_close(s);
}

static const struct sim_moment *first_missed(const struct session *s)
{
    const struct sim_state *state = session_state(s);
    for (int32_t k = 0; k < state->moment_count; k++)
        if (state->moments[k].scored && state->moments[k].outcome == OUTCOME_MISSED) return &state->moments[k];
    fail_msg("nothing was missed");
    return NULL;
}

static void test_corrections_keep_the_rules_verdict(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_TECHNICIAN);
    const struct sim_moment m = *first_missed(s);
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = m.source;
    c.overrule.subject = m.subject;
    c.overrule.customer = m.customer;
    c.overrule.nth = m.nth;
    c.overrule.outcome = OUTCOME_MET;
    assert_true(submit_words(s, &c, "Tom had told her at the counter", "Fritz Facilitator"));
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.correction_count, 1);
    assert_string_equal(v.corrections[0].was, text("outcome.missed"));
    assert_string_equal(v.corrections[0].now, text("outcome.met"));
    assert_string_equal(v.corrections[0].reason, "Person B had told her at the counter");
    assert_string_equal(v.corrections[0].author, text("report.the-facilitator"));
    assert_string_equal(view_of(&a, s, 1).corrections[0].author, "Fritz Facilitator");
    arena_release(&a);
    session_close(s);
}

static void test_vouchers_and_what_was_seen(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    start_round(s, 1);
    to_time(s, bakery->rounds[1].from + 300);
    struct sim_command voucher = sim_command_make(SIM_CMD_VOUCHER), observe = sim_command_make(SIM_CMD_OBSERVE);
    voucher.voucher.customer = 0;
    voucher.voucher.member = 1;
    voucher.voucher.incident = incident_called("tills-stuck");
    assert_true(submit_words(s, &voucher, "Tom called <back> & kept his word", NULL));
    observe.observe.marker = 0;
    observe.observe.member = 1;
    assert_true(submit_words(s, &observe, NULL, NULL));
    assert_true(submit_words(s, &observe, NULL, NULL));
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.voucher_count, 1);
    assert_string_equal(v.vouchers[0].to, "Person B");
    assert_string_equal(v.vouchers[0].story, "Person B called <back> & kept his word");
    assert_int_equal(v.seen_count, 1);
    assert_int_equal(v.seen[0].count, 2);
    assert_string_equal(v.seen[0].what, bakery->markers[0].text);
    arena_release(&a);
    session_close(s);
}

static void test_damage_is_said(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    struct arena a = {0};
    struct view_report v;
    view_report_build(&a, s, &(struct report_wish){.damaged = 1, .sound = 105, .lost = 314}, &v);
    assert_true(has(v.damage, "105") && has(v.damage, "314"));
    view_report_build(&a, s, &(struct report_wish){0}, &v);
    assert_string_equal(v.damage, "");
    arena_release(&a);
    session_close(s);
}

static void test_same_session_same_bytes(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3), *again = session_of(people, 3);
    play_all(s, BOT_MIXED);
    play_all(again, BOT_MIXED);
    char *first = page_of(s, 0);
    setenv("TZ", "Asia/Kathmandu", 1);
    char *second = page_of(again, 0);
    unsetenv("TZ");
    assert_string_equal(first, second);
    assert_null(unbalanced(first));
    assert_false(has(first, "http") || has(first, "<script") || has(first, " src="));
    const char *missing = missing_text(first, "report.");
    if (missing) fail_msg("a text is missing: %.40s", missing);
    assert_null(missing_text(first, "document."));
    free(first);
    free(second);
    session_close(s);
    session_close(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_hidden_where_they_were_typed),
        cmocka_unit_test(test_customers_keep_their_names),
        cmocka_unit_test(test_tables_and_many_people),
        cmocka_unit_test(test_directions_are_fenced),
        cmocka_unit_test(test_nothing_played_yet),
        cmocka_unit_test(test_figures_agree_with_the_engine),
        cmocka_unit_test(test_turns_tell_true_changes),
        cmocka_unit_test(test_corrections_keep_the_rules_verdict),
        cmocka_unit_test(test_vouchers_and_what_was_seen),
        cmocka_unit_test(test_damage_is_said),
        cmocka_unit_test(test_same_session_same_bytes),
    };
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
