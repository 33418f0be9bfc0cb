/* What the report says beside the scores: figures with their counts, what was agreed, what was changed. */
#include "report_help.h"
#include "assess/spokes.h"
#include "model/behaviours.h"
#include "view/chosen.h"
#include "view/report_inside.h"

static const char *const people[] = {"Sanne de Vries", "Tom", "Olga"};

static struct view_report view_of(struct arena *a, const struct session *s, int names)
{
    struct view_report v;
    view_report_build(a, s, &(struct report_wish){.names = names}, &v);
    return v;
}

static void do_it(struct session *s, struct sim_command c, const char *first, const char *second)
{
    assert_true(submit_words(s, &c, first, second));
}

static struct sim_command charter(int32_t slot, int32_t behaviour)
{
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    c.charter.slot = slot;
    c.charter.behaviour = behaviour;
    return c;
}

static struct sim_command commit(int32_t slot, int32_t behaviour, int32_t member)
{
    struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
    c.commit.slot = slot;
    c.commit.behaviour = behaviour;
    c.commit.member = member;
    return c;
}

static struct sim_command mark(int32_t what, int32_t slot, int32_t member, int32_t outcome)
{
    struct sim_command c = sim_command_make(SIM_CMD_MARK);
    c.mark.what = what;
    c.mark.slot = slot;
    c.mark.member = member;
    c.mark.round = 1;
    c.mark.outcome = outcome;
    return c;
}

static void test_what_was_agreed_stands_with_what_became_of_it(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    do_it(s, charter(0, BEHAVIOUR_FIRST_WORD), "Tom answers before it rings twice", NULL);
    do_it(s, charter(3, NOBODY), "We laugh with them", NULL);
    do_it(s, commit(0, BEHAVIOUR_ASK_IMPACT, 1), "We ask what it means first", NULL);
    start_round(s, 1);
    struct submit_result r;
    session_advance(s, bakery->rounds[1].to, &r);
    if (session_state(s)->phase == PHASE_ROUND) end_round(s);
    do_it(s, mark(PLEDGE_CHARTER, 3, 0, OUTCOME_MET), NULL, NULL);
    do_it(s, mark(PLEDGE_CHARTER, 3, 1, OUTCOME_MISSED), NULL, NULL);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.charter_count, 2);
    assert_string_equal(v.charter[0].words, "Person B answers before it rings twice");
    assert_string_equal(v.charter[0].checked, text("behaviour.first-word"));
    assert_string_equal(v.charter[0].rounds[0].word, text("standing.not"));
    assert_string_equal(v.charter[1].checked, text("report.agreed.by-hand"));
    assert_string_equal(v.charter[1].rounds[0].counts, "Marked by hand as met: 1 of 2.");
    assert_int_equal(v.commitment_count, 1);
    assert_string_equal(v.commitments[0].by, "Person B");
    assert_string_equal(v.commitments[0].standing.word, text("standing.not"));
    assert_string_equal(v.commitments[0].round, v.rounds[0].label);
    arena_release(&a);
    session_close(s);
}

/* Every figure shown is the measure's own, and counts stand behind it. */
static void test_figures_are_those_of_the_log(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_MIXED);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    const struct assess_reading *r = reading_of(&a, s);
    for (int i = 0; i < REPORT_SPOKES; i++) {
        struct measure_value value = measure_read(r, spoke_measure(i), 1);
        assert_int_equal(v.spokes[i].rounds[0].percent, value.value);
        assert_true(value.items == 0 || v.spokes[i].rounds[0].of[0] != '\0');
    }
    assert_int_equal(v.sides[0].rounds[0].percent, measure_read(r, MEASURE_SPEED, 1).value);
    assert_int_equal(v.sides[3].rounds[0].percent, measure_read(r, MEASURE_RISK, 1).value);
    int acts = 0, seen = 0;
    for (int i = 0; i < REPORT_MATRIX; i++) {
        acts += v.matrix.places[i].acts;
        seen += i >= REPORT_MATRIX / 2 ? v.matrix.places[i].acts : 0;
        assert_int_equal(v.matrix.places[i].acts, v.matrix.places[i].rounds[0]);
    }
    assert_true(acts > 3);
    assert_int_equal(acts, v.matrix.acts);
    assert_int_equal(seen, v.matrix.seen);
    for (int k = 1; k < REPORT_ACCOUNT; k++)
        for (int i = 0; i < v.account[k].row_count; i++) assert_string_not_equal(v.account[k].rows[i].all.value, "0");
    arena_release(&a);
    session_close(s);
}

static void test_answers_add_up(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_CUSTOMER_FOCUSED);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    int by_round = 0, by_customer = 0;
    assert_true(v.survey_rounds > 0 && v.survey_customers > 0);
    for (int i = 0; i < v.survey_count; i++) {
        int sum = 0;
        for (int k = 0; k < 5; k++) sum += v.surveys[i].answers[k];
        assert_int_equal(sum, v.surveys[i].count);
        by_round += i < v.survey_rounds ? sum : 0;
        by_customer += i >= v.survey_rounds && i < v.survey_rounds + v.survey_customers ? sum : 0;
    }
    assert_int_equal(by_round, by_customer);
    arena_release(&a);
    session_close(s);
}

/* Gates below the level hold, and the one that is said to have stopped it did not. */
static void test_maturity_names_what_stopped_it(void **state)
{
    (void)state;
    for (int kind = BOT_CUSTOMER_FOCUSED; kind <= BOT_TECHNICIAN; kind++) {
        struct session *s = session_of(people, 3);
        play_all(s, (enum bot_kind)kind);
        struct arena a = {0};
        struct view_report v = view_of(&a, s, 0);
        int missed = 0;
        for (int i = 0; i < v.maturity.gate_count; i++) {
            const struct report_gate *g = &v.maturity.gates[i];
            if (g->number <= v.maturity.level) assert_true(g->held);
            missed += g->number == v.maturity.level + 1 && !g->held;
        }
        assert_int_equal(missed == 0, v.maturity.level == 5);
        assert_int_equal(v.maturity.stopped[0] == '\0', v.maturity.level == 5);
        arena_release(&a);
        session_close(s);
    }
}

static void test_patterns_name_nobody(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    play_all(s, BOT_TECHNICIAN);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 1);
    assert_true(v.pattern_count > 0);
    for (int i = 0; i < v.pattern_count; i++) {
        assert_true(v.patterns[i].evidence_count > 0 && v.patterns[i].evidence_count <= v.patterns[i].seen);
        for (int k = 0; k < v.patterns[i].evidence_count; k++)
            if (has(v.patterns[i].evidence[k].text, "Sanne") || has(v.patterns[i].evidence[k].text, "Tom"))
                fail_msg("names somebody: %s", v.patterns[i].evidence[k].text);
    }
    arena_release(&a);
    session_close(s);
}

static struct sim_command hands(int32_t what, int32_t subject, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = what;
    c.tally.subject = subject;
    c.tally.by = 1;
    c.tally.count = count;
    return c;
}

static void test_the_greatest_gap_of_the_cards_comes_first(void **state)
{
    (void)state;
    static const char *const six[] = {"Sanne de Vries", "Tom", "Olga", "Ada", "Chidi", "Mei"}; /* of fewer than five nothing is told singly */
    struct session *s = session_of(six, 6);
    struct sim_command sheet = sim_command_make(SIM_CMD_CARD_SHEET);
    do_it(s, hands(TALLY_CARD_OURS, 0, 5), NULL, NULL);
    do_it(s, hands(TALLY_CARD_USERS, 0, 4), NULL, NULL);
    do_it(s, hands(TALLY_CARD_USERS, 2, 4), NULL, NULL);
    sheet.card_sheet.card = 1;
    sheet.card_sheet.part = 2;
    do_it(s, sheet, "An hour for Tom, each time", NULL);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.card_count, 3);
    assert_string_equal(v.cards[0].title, bakery->cards[2].title);
    assert_int_equal(v.cards[0].users, 4);
    assert_string_equal(v.cards[1].title, bakery->cards[0].title);
    assert_string_equal(v.cards[2].sheet[2], "An hour for Person B, each time");
    arena_release(&a);
    session_close(s);
}

static struct sim_command improve(int32_t which, int32_t on)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = which;
    c.improve.on = on;
    return c;
}

/* The bakery has one round that counts, and an improvement needs one to come. */
static struct session *long_session(struct arena *a)
{
    struct diag_list found = {.arena = a};
    struct pack_source *source = arena_alloc(a, sizeof *source);
    struct session_setup setup = {.team = "Blue", .member_count = 6, .seed = 42};
    struct scenario *scenario;
    struct session *s;
    const char *root = getenv("MOMENT_SOURCE");
    assert_int_equal(pack_source_load(a, file_join(a, root ? root : ".", "scenarios/last-flight-out"), source, &found), ERR_NONE);
    assert_int_equal(pack_read(a, source, &scenario, &found), ERR_NONE);
    for (int i = 0; i < 6; i++) setup.members[i].role = i % scenario->role_count;
    assert_int_equal(session_scratch(&s, scenario, &setup), ERR_NONE);
    return s;
}

static void test_improvements_taken_back_are_gone(void **state)
{
    (void)state;
    struct arena pack = {0};
    struct session *s = long_session(&pack);
    struct chosen found[CHOSEN_MOST];
    start_round(s, 1);
    end_round(s);
    do_it(s, improve(0, 1), NULL, NULL);
    do_it(s, improve(1, 1), NULL, NULL);
    assert_int_equal(chosen_list(s, found), 2);
    assert_int_equal(found[0].improvement, 0);
    assert_int_equal(found[0].since, 2);
    do_it(s, improve(0, 0), NULL, NULL);
    assert_int_equal(chosen_list(s, found), 1);
    assert_int_equal(found[0].improvement, 1);
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.improvement_count, 1);
    assert_string_equal(v.improvements[0].since, "from round 2 on");
    arena_release(&a);
    session_close(s);
    arena_release(&pack);
}

static void test_monday_is_told(void **state)
{
    (void)state;
    struct session *s = session_of(people, 3);
    start_round(s, 1);
    end_round(s);
    struct sim_command c = sim_command_make(SIM_CMD_MONDAY);
    c.monday.slot = 0;
    c.monday.member = 1;
    c.monday.days = 30;
    do_it(s, c, "a till stops", "call Olga myself");
    struct arena a = {0};
    struct view_report v = view_of(&a, s, 0);
    assert_int_equal(v.action_count, 1);
    /* not asked for consent: neither by name nor under the name that stands elsewhere */
    assert_string_equal(v.actions[0].who, "One of the team");
    assert_string_equal(v.actions[0].when, "a till stops");
    assert_string_equal(v.actions[0].due, "within 30 days");
    assert_string_equal(v.actions[0].follow.word, "");
    arena_release(&a);
    session_close(s);
}

static void test_no_text_is_missing(void **state)
{
    (void)state;
    static const char *const prefixes[] = {"report.", "figure.", "survey.", "maturity.", "often.", "aspect.", "spread.", "load.",
                                           "between.", "standing.", "pattern.", "spine.", "behaviour.", "mood."};
    for (int kind = BOT_CUSTOMER_FOCUSED; kind <= BOT_MIXED; kind++) {
        struct session *s = session_of(people, 3);
        play_all(s, (enum bot_kind)kind);
        struct arena a = {0};
        struct str out = {0};
        struct view_report v = view_of(&a, s, 0);
        report_html(&out, &v);
        assert_null(unbalanced(str_text(&out)));
        const char *body = strstr(str_text(&out), "</style>");
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
            const char *missing = missing_text(body, prefixes[i]);
            if (missing) fail_msg("a text is missing: %.40s", missing);
        }
        str_release(&out);
        arena_release(&a);
        session_close(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_agreed_stands_with_what_became_of_it),
        cmocka_unit_test(test_figures_are_those_of_the_log),
        cmocka_unit_test(test_answers_add_up),
        cmocka_unit_test(test_maturity_names_what_stopped_it),
        cmocka_unit_test(test_patterns_name_nobody),
        cmocka_unit_test(test_the_greatest_gap_of_the_cards_comes_first),
        cmocka_unit_test(test_improvements_taken_back_are_gone),
        cmocka_unit_test(test_monday_is_told),
        cmocka_unit_test(test_no_text_is_missing),
    };
    return cmocka_run_group_tests(tests, load_all, drop_all);
}
