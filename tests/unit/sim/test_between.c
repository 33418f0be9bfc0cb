/* What happens between rounds, and when the room stops to learn. */
#include "improved.h"

#include "model/behaviours.h"
#include "sim/improve.h"

#define refused(why, p, c) assert_string_equal(refusal_word(play_try(p, c)), why)

static struct sim_command cmd_text(enum sim_command_kind kind, int32_t first, int32_t second, int32_t text)
{
    struct sim_command c = sim_command_make(kind);
    c.v[0] = first, c.v[1] = second, c.text = text;
    return c;
}

static struct play *after_morning(void)
{
    struct play *p = play_new(1);
    play_start(p, FIX_MORNING);
    play_end(p);
    return p;
}

static void test_the_clock_stands_while_the_room_learns(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command learn = sim_command_make(SIM_CMD_LEARN), on = sim_command_make(SIM_CMD_ADVANCE), off = learn, pause = sim_command_make(SIM_CMD_PAUSE);
    off.learn.on = 0;
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 10));
    refused("same", p, &off);
    learn.learn.pattern = 2;
    play_do(p, &learn);
    assert_int_equal(p->state.paused, 1);
    assert_int_equal(p->state.learnings[0].pattern, 2);
    on.advance.to = FIX_TIME(9, 11);
    refused("learning", p, &on);
    pause.pause.on = 0;
    refused("learning", p, &pause);
    struct sim_command ask = cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    refused("learning", p, &ask);
    struct sim_command commit = cmd_text(SIM_CMD_COMMIT, 0, BEHAVIOUR_ASK_IMPACT, 5);
    play_do(p, &commit);
    play_do(p, &off);
    assert_int_equal(p->state.paused, 0);
    assert_int_equal(p->state.learnings[0].until, FIX_TIME(9, 10));
    refused("already-done", p, &learn);
    play_do(p, &ask);
    play_do(p, &on);
    play_end(p);
    play_do(p, &learn);
    play_start(p, FIX_AFTERNOON);   /* what comes next ends it */
    assert_true(p->state.learnings[1].until >= 0);
    play_do(p, &learn);
    free(p);
}

static void test_commitments_are_for_the_next_round_that_counts(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command c = cmd_text(SIM_CMD_COMMIT, 0, BEHAVIOUR_ASK_FIRST, 7);
    play_do(p, &c);   /* before the warm-up: for the morning */
    assert_int_equal(p->state.commitments[0].round, FIX_MORNING);
    c.commit.slot = 3;
    refused("enough", p, &c);
    c.commit.slot = 1;
    refused("already-done", p, &c);
    c.commit.behaviour = BEHAVIOUR_COUNT;
    refused("no-such", p, &c);
    c.commit.behaviour = NOBODY;
    play_do(p, &c);
    c.commit.slot = 2, c.text = 0;
    refused("no-text", p, &c);
    c.commit.slot = 0;
    play_do(p, &c);
    assert_int_equal(p->state.commitment_count, 1);
    assert_int_equal(p->state.commitments[0].slot, 1);
    play_start(p, FIX_AFTERNOON);
    c.text = 7;
    refused("round-running", p, &c);
    play_end(p);
    refused("already-over", p, &c);
    free(p);
}

static void test_no_commitment_behind_the_last_round(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command c = cmd_text(SIM_CMD_COMMIT, 0, BEHAVIOUR_ASK_FIRST, 7), improve = cmd_improve(IMPROVE_CALLBACK);
    play_start(p, FIX_AFTERNOON);
    play_end(p);
    refused("already-over", p, &c);
    refused("already-over", p, &improve);
    free(p);
}

static void test_charter_and_marks(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command c = cmd_text(SIM_CMD_CHARTER, 7, BEHAVIOUR_FIRST_WORD, 3), mark = sim_command_make(SIM_CMD_MARK);
    play_do(p, &c);
    c.charter.slot = 0;
    refused("already-done", p, &c);
    c.charter.slot = 8;
    refused("enough", p, &c);
    mark.mark.what = PLEDGE_CHARTER, mark.mark.slot = 7, mark.mark.outcome = OUTCOME_PARTLY;
    refused("too-early", p, &mark);
    play_start(p, FIX_WARM_UP);
    play_end(p);
    refused("too-early", p, &mark);
    play_start(p, FIX_MORNING);
    play_end(p);
    play_do(p, &mark);
    refused("same", p, &mark);
    mark.mark.member = 2;
    play_do(p, &mark);
    mark.mark.outcome = OUTCOME_BROKEN;
    refused("no-such", p, &mark);
    mark.mark.outcome = OUTCOME_MET;
    play_do(p, &mark);
    assert_int_equal(p->state.mark_count, 2);
    assert_int_equal(p->state.marks[1].outcome, OUTCOME_MET);
    mark.mark.what = PLEDGE_COMMITMENT, mark.mark.slot = 0;
    refused("no-such", p, &mark);
    free(p);
}

static void test_two_improvements_and_no_more(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command first = cmd_improve(IMPROVE_CALLBACK), second = cmd_improve(IMPROVE_PROMISE_BOARD), third = cmd_improve(IMPROVE_ONE_VOICE);
    refused("too-early", p, &first);
    play_start(p, FIX_MORNING);
    refused("round-running", p, &first);
    play_end(p);
    play_do(p, &first);
    refused("same", p, &first);
    play_do(p, &second);
    refused("enough", p, &third);
    second.improve.on = 0;
    play_do(p, &second);
    refused("not-chosen", p, &second);
    play_do(p, &third);
    assert_int_equal(p->state.improved, 1 << IMPROVE_CALLBACK | 1 << IMPROVE_ONE_VOICE);
    assert_false(improvement_holds(&p->state, p->sc, IMPROVE_CALLBACK));
    play_start(p, FIX_AFTERNOON);
    assert_true(improvement_holds(&p->state, p->sc, IMPROVE_CALLBACK));
    assert_false(improvement_holds(&p->state, p->sc, IMPROVE_PROMISE_BOARD));
    free(p);
}

static void test_root_causes_are_looked_for_where_something_happened(void **state)
{
    (void)state;
    struct play *p = play_new(1);
    struct sim_command wrong = cmd_dig(FIX_FROZEN, SPINE_PEOPLE), right = cmd_dig(FIX_FROZEN, SPINE_PROCESS), none = cmd_dig(FIX_BADGES, SPINE_PROCESS);
    play_start(p, FIX_WARM_UP);
    play_end(p);
    refused("too-early", p, &right);
    play_start(p, FIX_MORNING);
    play_end(p);
    refused("no-root-cause", p, &none);
    none = cmd_dig(FIX_FROZEN, NOBODY);
    refused("no-root-cause", p, &none);
    play_do(p, &wrong);
    assert_int_equal(p->state.improvements[IMPROVE_ROOT_CAUSE].works, 0);
    refused("same", p, &right);
    wrong.improve.on = 0;
    play_do(p, &wrong);
    assert_int_equal(p->state.improvements[IMPROVE_ROOT_CAUSE].since, 0);
    play_do(p, &right);
    assert_int_equal(p->state.improvements[IMPROVE_ROOT_CAUSE].works, 1);
    free(p);
}

static void test_ambassadors_need_their_improvement(void **state)
{
    (void)state;
    struct play *p = after_morning();
    struct sim_command c = sim_command_make(SIM_CMD_AMBASSADOR), choose = cmd_improve(IMPROVE_AMBASSADOR);
    c.ambassador.customer = FIX_OLOF, c.ambassador.member = 3;
    refused("not-chosen", p, &c);
    play_do(p, &choose);
    play_do(p, &c);
    refused("same", p, &c);
    c.ambassador.member = 9;
    refused("no-member", p, &c);
    assert_int_equal(p->state.customers[FIX_OLOF].ambassador, 3);
    c.ambassador.member = NOBODY;
    play_do(p, &c);
    assert_int_equal(p->state.customers[FIX_OLOF].ambassador, NOBODY);
    free(p);
}

static void test_hands_cards_and_monday(void **state)
{
    (void)state;
    struct play *p = after_morning();
    struct sim_command hands = sim_command_make(SIM_CMD_TALLY), sheet = cmd_text(SIM_CMD_CARD_SHEET, 1, 2, 4), act = sim_command_make(SIM_CMD_MONDAY), later = sim_command_make(SIM_CMD_FOLLOW_UP);
    hands.tally.what = TALLY_SURVEY, hands.tally.by = 4, hands.tally.count = 12;
    play_do(p, &hands);
    refused("same", p, &hands);
    hands.tally.by = 6;
    refused("no-such", p, &hands);
    hands.tally.by = 4, hands.tally.count = 13;
    play_do(p, &hands);
    assert_int_equal(p->state.tally_count, 1);
    assert_int_equal(p->state.tallies[0].count, 13);
    play_do(p, &sheet);
    sheet.card_sheet.part = 4;
    refused("no-such", p, &sheet);
    act.monday.slot = 5, act.monday.days = 30, act.text = 8;
    refused("no-text", p, &act);
    act.monday.will = 9;
    play_do(p, &act);
    later.follow_up.slot = 4, later.follow_up.outcome = OUTCOME_MET;
    refused("no-such", p, &later);
    assert_int_equal(play_one(p, SIM_CMD_FINISH, 0), REFUSAL_NONE);
    later.follow_up.slot = 5, later.follow_up.days = 30, later.text = 11;
    play_do(p, &later);
    assert_int_equal(p->state.actions[5].outcome, OUTCOME_MET);
    assert_int_equal(p->state.actions[5].note, 11);
    free(p);
}

static void test_the_report_is_edited_after_the_end(void **state)
{
    (void)state;
    struct play *p = after_morning();
    struct sim_command edit = sim_command_make(SIM_CMD_EDIT_REPORT);
    edit.edit_report.part = 77, edit.edit_report.edit = REPORT_EDIT_CHANGE;
    refused("no-text", p, &edit);
    edit.edit_report.edit = REPORT_EDIT_COUNT;
    refused("no-such", p, &edit);
    assert_int_equal(play_one(p, SIM_CMD_FINISH, 0), REFUSAL_NONE);
    edit.edit_report.edit = REPORT_EDIT_SECTION, edit.text = 8;
    refused("no-text", p, &edit);
    edit.edit_report.title = 9;
    int32_t texts[3] = {0};
    assert_int_equal(sim_command_texts(&edit, texts), 2);
    assert_int_equal(texts[1], 9);
    play_do(p, &edit);
    const struct sim_event *last = &p->made.items[p->made.count - 1];
    assert_int_equal(last->kind, SIM_EV_REPORT_EDITED);
    assert_int_equal(last->report_edited.part, 77);
    assert_int_equal(last->report_edited.title, 9);
    edit.edit_report.edit = REPORT_EDIT_HIDE, edit.text = 0;
    play_do(p, &edit);
    free(p);
}

/* Beside the scores: whoever commits, marks and counts hands has the very course of whoever does not. */
static void test_nothing_of_it_touches_the_scores(void **state)
{
    (void)state;
    struct play *plain = play_new(4), *busy = play_new(4);
    struct sim_command commit = cmd_text(SIM_CMD_COMMIT, 0, BEHAVIOUR_KEEP_THE_CALL, 7), charter = cmd_text(SIM_CMD_CHARTER, 0, BEHAVIOUR_ASK_FIRST, 8);
    struct sim_command learn = sim_command_make(SIM_CMD_LEARN), off = learn;
    off.learn.on = 0;
    play_do(busy, &commit);
    play_do(busy, &charter);
    struct play *both[] = {plain, busy};
    for (int k = 0; k < 2; k++) {
        play_start(both[k], FIX_MORNING);
        play_to(both[k], FIX_TIME(9, 20));
        if (k == 1) {
            play_do(busy, &learn);
            play_do(busy, &off);
        }
        play_end(both[k]);
    }
    for (int which = 0; which < SCORE_COUNT; which++) {
        struct score_counts a = score_of_state(&plain->state, -1, (enum score)which), b = score_of_state(&busy->state, -1, (enum score)which);
        assert_memory_equal(&a, &b, sizeof a);
    }
    assert_memory_equal(plain->state.customers, busy->state.customers, sizeof plain->state.customers[0] * FIX_CUSTOMERS);
    free(plain);
    free(busy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_clock_stands_while_the_room_learns),
        cmocka_unit_test(test_commitments_are_for_the_next_round_that_counts),
        cmocka_unit_test(test_no_commitment_behind_the_last_round),
        cmocka_unit_test(test_charter_and_marks), cmocka_unit_test(test_two_improvements_and_no_more),
        cmocka_unit_test(test_root_causes_are_looked_for_where_something_happened),
        cmocka_unit_test(test_ambassadors_need_their_improvement), cmocka_unit_test(test_hands_cards_and_monday), cmocka_unit_test(test_the_report_is_edited_after_the_end),
        cmocka_unit_test(test_nothing_of_it_touches_the_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
