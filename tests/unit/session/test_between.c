/* What is typed between rounds goes through the session like everything else: stored, named by number, taken back. */
#include "../sim/fixture.h"

#include "model/behaviours.h"
#include "session/session.h"

static struct session *between(void)
{
    struct session *s = NULL;
    struct session_setup setup = {.member_count = 2, .seed = 5, .members = {{"a", FIX_NETWORK}, {"b", FIX_DESK}}};
    struct submit_result r;
    struct sim_command start = sim_command_make(SIM_CMD_START_ROUND), end = sim_command_make(SIM_CMD_END_ROUND);
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    start.start_round.round = FIX_MORNING;
    session_submit(s, &start, NULL, &r);
    session_advance(s, FIX_TIME(9, 10), &r);
    session_submit(s, &end, NULL, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    return s;
}

static struct submit_result give(struct session *s, const struct sim_command *c, const char *first, const char *second)
{
    const char *const words[2] = {first, second};
    struct submit_result r;
    session_submit(s, c, words, &r);
    return r;
}

static void test_words_are_kept_and_taken_back(void **state)
{
    (void)state;
    struct session *s = between();
    struct sim_command commit = sim_command_make(SIM_CMD_COMMIT), monday = sim_command_make(SIM_CMD_MONDAY);
    commit.commit.behaviour = BEHAVIOUR_KEEP_THE_CALL;
    assert_int_equal(give(s, &commit, NULL, NULL).refusal, REFUSAL_NO_TEXT);
    assert_int_equal(give(s, &commit, "We call when we said we would", NULL).status, SUBMIT_DONE);
    assert_string_equal(session_text(s, session_state(s)->commitments[0].text), "We call when we said we would");
    monday.monday.days = 30;
    assert_int_equal(give(s, &monday, "When a ticket comes in", NULL).refusal, REFUSAL_NO_TEXT);
    assert_int_equal(give(s, &monday, "When a ticket comes in", "I will ring first").status, SUBMIT_DONE);
    const struct sim_action *action = &session_state(s)->actions[0];
    assert_string_equal(session_text(s, action->when), "When a ticket comes in");
    assert_string_equal(session_text(s, action->will), "I will ring first");
    session_close(s);
}

static void test_undo_takes_back_what_was_chosen(void **state)
{
    (void)state;
    struct session *s = between();
    struct sim_command choose = sim_command_make(SIM_CMD_IMPROVE), charter = sim_command_make(SIM_CMD_CHARTER);
    struct submit_result r;
    uint64_t before = session_digest(s);
    choose.improve.improvement = IMPROVE_ONE_VOICE;
    charter.charter.behaviour = BEHAVIOUR_ASK_FIRST;
    assert_int_equal(give(s, &choose, NULL, NULL).status, SUBMIT_DONE);
    assert_int_equal(give(s, &charter, "Nobody changes anything unasked", NULL).status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->improved, 1 << IMPROVE_ONE_VOICE);
    session_undo(s, 2, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->improved, 0);
    assert_int_equal(session_state(s)->charter[0].text, 0);
    assert_true(session_digest(s) == before);
    session_close(s);
}

/* A stop to learn takes no time, and what was said before it may still be recorded. */
static void test_late_words_while_the_room_learns(void **state)
{
    (void)state;
    struct session *s = NULL;
    struct session_setup setup = {.member_count = 1, .seed = 5, .members = {{"a", FIX_NETWORK}}};
    struct submit_result r;
    struct sim_command start = sim_command_make(SIM_CMD_START_ROUND), learn = sim_command_make(SIM_CMD_LEARN), ask = cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    start.start_round.round = FIX_MORNING;
    session_submit(s, &start, NULL, &r);
    session_advance(s, FIX_TIME(9, 12), &r);
    assert_int_equal(give(s, &learn, NULL, NULL).status, SUBMIT_DONE);
    assert_int_equal(give(s, &ask, NULL, NULL).refusal, REFUSAL_LEARNING);
    ask.said = FIX_TIME(9, 8);
    assert_int_equal(give(s, &ask, NULL, NULL).status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->incidents[FIX_FROZEN].impact_asked, FIX_TIME(9, 8));
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 12));
    learn.learn.on = 0;
    assert_int_equal(give(s, &learn, NULL, NULL).status, SUBMIT_DONE);
    session_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_kept_and_taken_back), cmocka_unit_test(test_undo_takes_back_what_was_chosen),
        cmocka_unit_test(test_late_words_while_the_room_learns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
