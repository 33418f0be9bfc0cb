/* The effective course without a file: pace, conversations, late acts, undo. The scenario is that of the engine's
 * tests. */
#include "../sim/fixture.h"

#include "session/session.h"

static struct session *begin(void)
{
    struct session *s = NULL;
    struct session_setup setup = {.team = "Blue", .member_count = 4, .seed = 7};
    static const int32_t roles[] = {FIX_DESK, FIX_NETWORK, FIX_NETWORK, NOBODY};
    for (int32_t i = 0; i < 4; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "Member %d", i);
        setup.members[i].role = roles[i];
    }
    assert_int_equal(session_scratch(&s, fix(), &setup), ERR_NONE);
    return s;
}

static struct submit_result submit(struct session *s, struct sim_command c)
{
    struct submit_result r;
    session_submit(s, &c, NULL, &r);
    return r;
}

static int32_t act(struct session *s, struct sim_command c)
{
    struct submit_result r = submit(s, c);
    if (r.status != SUBMIT_DONE)
        fail_msg("%s refused: %s", sim_command_word(c.kind), refusal_word(r.refusal));
    return r.act;
}

static void advance(struct session *s, int32_t to)
{
    struct submit_result r;
    if (to <= session_state(s)->now)
        return;
    session_advance(s, to, &r);
    if (r.status != SUBMIT_DONE)
        fail_msg("advance refused: %s", refusal_word(r.refusal));
}

static struct sim_command start(round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    return c;
}

static struct sim_command work(work_id w)
{
    struct sim_command c = sim_command_make(SIM_CMD_WORK);
    c.work.work = w;
    return c;
}

static struct sim_command at(struct sim_command c, int32_t second)
{
    c.said = second;
    return c;
}

static struct sim_command acknowledge(incident_id i, customer_id c)
{
    struct sim_command x = sim_command_make(SIM_CMD_ACKNOWLEDGE);
    x.acknowledge.incident = i, x.acknowledge.customer = c;
    return x;
}

static struct sim_command update_calling(incident_id i, customer_id c, enum claim claim, int32_t next_call)
{
    struct sim_command x = cmd_update(i, c, claim);
    x.update.next_call = next_call;
    return x;
}

static struct session *morning(void)
{
    struct session *s = begin();
    act(s, start(FIX_MORNING));
    return s;
}

static const struct sim_moment *moment(const struct session *s, int32_t source, int32_t subject)
{
    const struct sim_state *state = session_state(s);
    for (int32_t k = 0; k < state->moment_count; k++)
        if (state->moments[k].source == source && state->moments[k].subject == subject)
            return &state->moments[k];
    fail_msg("no such moment");
    return NULL;
}

static void expect_verified(struct session *s)
{
    struct session_verification v;
    assert_int_equal(session_verify(s, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
    assert_true(v.digest == session_digest(s));
}

/* --- pace --- */

static void test_pace_leaves_no_trace(void **state)
{
    (void)state;
    struct session *slow = morning(), *quick = morning();
    for (int32_t t = FIX_TIME(9, 0) + 1; t <= FIX_TIME(9, 30); t++)
        advance(slow, t);
    advance(quick, FIX_TIME(9, 30));
    assert_true(session_digest(slow) == session_digest(quick));
    act(slow, acknowledge(FIX_FROZEN, FIX_MARA));
    act(quick, acknowledge(FIX_FROZEN, FIX_MARA));
    assert_true(session_digest(slow) == session_digest(quick));
    expect_verified(slow);
    expect_verified(quick);
    session_close(slow);
    session_close(quick);
}

/* Steps that fit no minute, with acts between them. */
static void test_uneven_steps(void **state)
{
    (void)state;
    struct session *even = morning(), *uneven = morning();
    for (int32_t k = 1; k <= 6; k++) {
        int32_t until = FIX_TIME(9, 0) + k * 601;
        for (int32_t t = session_state(uneven)->now; t < until; t += 7 + k)
            advance(uneven, t);
        advance(uneven, until);
        advance(even, until);
        assert_true(session_digest(uneven) == session_digest(even));
        act(uneven, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW));
        act(even, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW));
        assert_true(session_digest(uneven) == session_digest(even));
    }
    expect_verified(uneven);
    session_close(even);
    session_close(uneven);
}

static void test_idle_is_no_entry(void **state)
{
    (void)state;
    struct session *s = morning();
    int32_t entries = session_entry_count(s);
    for (int32_t t = 1; t < 60; t++)
        advance(s, FIX_TIME(9, 0) + t);
    assert_int_equal(session_entry_count(s), entries);
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 0) + 59);
    advance(s, FIX_TIME(9, 1));
    assert_int_equal(session_entry_count(s), entries + 1);
    session_close(s);
}

static void test_refusal_changes_nothing(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 2) + 30);
    uint64_t digest = session_digest(s);
    int32_t entries = session_entry_count(s), events = session_event_count(s);
    struct submit_result r = submit(s, acknowledge(FIX_FROZEN, FIX_MARA));
    assert_int_equal(r.status, SUBMIT_REFUSED);
    assert_true(r.refusal != REFUSAL_NONE);
    assert_true(session_digest(s) == digest);
    assert_int_equal(session_entry_count(s), entries);
    assert_int_equal(session_event_count(s), events);
    advance(s, FIX_TIME(9, 2) + 40);
    expect_verified(s);
    session_close(s);
}

/* --- conversations --- */

static void test_conversation_costs_time(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 6));
    struct submit_result r = submit(s, acknowledge(FIX_FROZEN, FIX_MARA));
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 8));
    const struct session_entry *e = session_entry_at(s, session_entry_count(s) - 2);
    assert_int_equal(e->act, r.act);
    assert_int_equal(e->command.said, FIX_TIME(9, 6));
    assert_int_equal(e->recorded, FIX_TIME(9, 6));
    assert_true(session_entry_at(s, session_entry_count(s) - 1)->cost);
    assert_int_equal(r.first_event + r.event_count, session_event_count(s));
    act(s, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 8));
    act(s, work(FIX_FROZEN_LOOK));
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 8));
    session_close(s);
}

static void test_conversation_stops_at_the_end(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(10, 59));
    act(s, acknowledge(FIX_FROZEN, FIX_MARA));
    assert_int_equal(session_state(s)->now, FIX_TIME(11, 0));
    session_close(s);
}

/* --- late acts --- */

/* A course of acts, one of which may come late. Returns with the clock at 09:40. */
static struct session *played(int late)
{
    struct session *s = morning();
    struct sim_command said = update_calling(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 20));
    advance(s, FIX_TIME(9, 6));
    act(s, work(FIX_FROZEN_LOOK));
    advance(s, FIX_TIME(9, 10));
    if (!late) {
        act(s, said);
    }
    advance(s, FIX_TIME(9, 14) + 20);
    act(s, work(FIX_BELT_LOOK - FIX_BELT_LOOK + FIX_MOVE_BUILD));
    if (late) {
        advance(s, FIX_TIME(9, 16));
        int32_t before = session_course(s);
        act(s, at(said, FIX_TIME(9, 10)));
        assert_int_equal(session_course(s), before + 1);
    }
    advance(s, FIX_TIME(9, 19) + 30);
    act(s, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT));
    advance(s, FIX_TIME(9, 40));
    return s;
}

static void test_late_act_counts_as_on_time(void **state)
{
    (void)state;
    struct session *late = played(1), *prompt = played(0);
    assert_true(session_digest(late) == session_digest(prompt));
    assert_int_equal(moment(late, MOMENT_COMMITMENT, FIX_FROZEN)->outcome,
                     moment(prompt, MOMENT_COMMITMENT, FIX_FROZEN)->outcome);
    assert_int_equal(session_state(late)->claims[0].verdict, session_state(prompt)->claims[0].verdict);
    expect_verified(late);
    session_close(late);
    session_close(prompt);
}

static void test_late_act_keeps_both_times(void **state)
{
    (void)state;
    struct session *s = played(1);
    int found = 0;
    for (int32_t i = 0; i < session_entry_count(s); i++) {
        const struct session_entry *e = session_entry_at(s, i);
        if (e->command.kind != SIM_CMD_UPDATE || e->command.said != FIX_TIME(9, 10))
            continue;
        assert_int_equal(e->recorded, FIX_TIME(9, 16));
        found++;
    }
    assert_int_equal(found, 1);
    for (int32_t i = 1; i < session_entry_count(s); i++)
        assert_true(session_entry_at(s, i)->time >= session_entry_at(s, i - 1)->time);
    session_close(s);
}

/* A promise due at 9:20, met by a call that was made at 9:20 sharp and typed in at 9:25. */
static void test_late_act_keeps_a_promise(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 8));
    act(s, update_calling(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 20)));
    advance(s, FIX_TIME(9, 25));
    assert_int_equal(session_state(s)->promises[0].state == PROMISE_KEPT, 0);
    act(s, at(cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW), FIX_TIME(9, 20)));
    assert_int_equal(session_state(s)->promises[0].state, PROMISE_KEPT);
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 25));
    session_close(s);
}

static void test_work_starts_no_earlier_than_recorded(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 15));
    act(s, at(work(FIX_FROZEN_LOOK), FIX_TIME(9, 8)));
    assert_int_equal(session_state(s)->works[0].started, FIX_TIME(9, 15));
    session_close(s);
}

static void test_too_late(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 30));
    uint64_t digest = session_digest(s);
    struct submit_result r = submit(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 20) - 1));
    assert_int_equal(r.status, SUBMIT_REFUSED);
    assert_int_equal(r.refusal, REFUSAL_TOO_LATE);
    assert_true(session_digest(s) == digest);
    act(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 20)));
    session_close(s);
    s = morning();
    advance(s, FIX_TIME(9, 6));
    r = submit(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 0) - 1));
    assert_int_equal(r.refusal, REFUSAL_TOO_LATE);
    session_close(s);
}

/* Closed at 9:10, as it turns out: it cannot have been closed at 9:15 once more. */
static void test_impossible_later_act_is_named(void **state)
{
    (void)state;
    struct session *s = morning();
    struct sim_command close = sim_command_make(SIM_CMD_CLOSE);
    close.close.incident = FIX_FROZEN;
    advance(s, FIX_TIME(9, 15));
    act(s, acknowledge(FIX_BADGES - 1, FIX_MARA));
    int32_t named = act(s, close);
    advance(s, FIX_TIME(9, 18) + 20);
    uint64_t digest = session_digest(s);
    int32_t entries = session_entry_count(s);
    struct submit_result r = submit(s, at(close, FIX_TIME(9, 10)));
    assert_int_equal(r.status, SUBMIT_CONFLICT);
    assert_int_not_equal(r.refusal, REFUSAL_NONE);
    assert_int_equal(session_entry_at(s, r.conflict)->act, named);
    assert_true(session_digest(s) == digest);
    assert_int_equal(session_entry_count(s), entries);
    advance(s, FIX_TIME(9, 19));
    expect_verified(s);
    session_close(s);
}

static void test_late_within_idle_seconds(void **state)
{
    (void)state;
    struct session *late = morning(), *prompt = morning();
    advance(prompt, FIX_TIME(9, 6) + 10);
    act(prompt, acknowledge(FIX_FROZEN, FIX_MARA));
    advance(late, FIX_TIME(9, 6));
    for (int32_t t = 1; t < 40; t++)
        advance(late, FIX_TIME(9, 6) + t);
    act(late, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 6) + 10));
    assert_int_equal(session_state(late)->now, FIX_TIME(9, 6) + 39);
    advance(late, FIX_TIME(9, 30));
    advance(prompt, FIX_TIME(9, 30));
    assert_true(session_digest(late) == session_digest(prompt));
    expect_verified(late);
    session_close(late);
    session_close(prompt);
}

/* Later acts that name earlier ones by number still name the same ones. */
static void test_numbers_of_acts_follow(void **state)
{
    (void)state;
    struct session *s = morning();
    struct sim_command again = sim_command_make(SIM_CMD_RENEGOTIATE);
    advance(s, FIX_TIME(9, 10));
    int32_t promised = act(s, update_calling(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 18)));
    again.renegotiate.act = promised;
    again.renegotiate.due = FIX_TIME(9, 22);
    advance(s, FIX_TIME(9, 14));
    act(s, again);
    assert_int_equal(session_state(s)->promises[0].state, PROMISE_RENEGOTIATED);
    act(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 8)));
    assert_int_equal(session_state(s)->promises[0].act, promised + 1);
    assert_int_equal(session_state(s)->promises[0].state, PROMISE_RENEGOTIATED);
    expect_verified(s);
    struct submit_result r;
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->promises[0].act, promised);
    assert_int_equal(session_state(s)->promises[0].state, PROMISE_RENEGOTIATED);
    expect_verified(s);
    session_close(s);
}

static void test_late_after_the_round(void **state)
{
    (void)state;
    struct session *s = morning();
    struct sim_command end = sim_command_make(SIM_CMD_END_ROUND);
    advance(s, FIX_TIME(9, 12));
    act(s, end);
    act(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 8)));
    assert_int_equal(session_state(s)->phase, PHASE_BETWEEN);
    assert_int_equal(moment(s, MOMENT_ACKNOWLEDGED, FIX_FROZEN)->outcome, OUTCOME_MET);
    expect_verified(s);
    session_close(s);
}

/* Marked in the last second, typed in when the round was over. */
static void test_late_at_the_rounds_last_second(void **state)
{
    (void)state;
    struct session *s = morning();
    advance(s, FIX_TIME(9, 9));
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    act(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 9)));
    assert_int_equal(session_state(s)->phase, PHASE_BETWEEN);
    assert_int_equal(moment(s, MOMENT_ACKNOWLEDGED, FIX_FROZEN)->outcome, OUTCOME_MET);
    expect_verified(s);
    session_close(s);
}

/* --- undo --- */

static void test_undo_then_again_is_the_same(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    advance(s, FIX_TIME(9, 10));
    act(s, work(FIX_FROZEN_LOOK));
    uint64_t before = session_digest(s);
    act(s, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FIXED));
    uint64_t after = session_digest(s);
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_true(session_digest(s) == before);
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 10));
    act(s, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FIXED));
    assert_true(session_digest(s) == after);
    expect_verified(s);
    session_close(s);
}

static void test_undo_keeps_the_time_that_passed(void **state)
{
    (void)state;
    struct session *s = morning(), *never = morning();
    struct submit_result r;
    advance(s, FIX_TIME(9, 10));
    advance(never, FIX_TIME(9, 10));
    act(s, cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FIXED));
    advance(s, FIX_TIME(9, 17) + 5);
    advance(never, FIX_TIME(9, 17) + 5);
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->now, FIX_TIME(9, 17) + 5);
    assert_true(session_digest(s) == session_digest(never));
    expect_verified(s);
    session_close(s);
    session_close(never);
}

static void test_undo_of_several(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    advance(s, FIX_TIME(9, 10));
    uint64_t digest = session_digest(s);
    act(s, acknowledge(FIX_FROZEN, FIX_MARA));
    act(s, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    act(s, work(FIX_FROZEN_LOOK));
    session_undo(s, 4, &r);
    assert_int_equal(r.status, SUBMIT_REFUSED);
    assert_int_equal(r.refusal, REFUSAL_NO_SUCH);
    session_undo(s, 3, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_true(session_digest(s) == digest);
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_REFUSED);
    session_close(s);
}

/* What was recorded last goes first, even if it was said before others. */
static void test_undo_takes_the_late_act_first(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    advance(s, FIX_TIME(9, 12));
    act(s, work(FIX_FROZEN_LOOK));
    advance(s, FIX_TIME(9, 13));
    uint64_t digest = session_digest(s);
    act(s, at(acknowledge(FIX_FROZEN, FIX_MARA), FIX_TIME(9, 8)));
    assert_true(session_digest(s) != digest);
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_true(session_digest(s) == digest);
    session_close(s);
}

static void test_undo_of_the_rounds_end(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    advance(s, FIX_TIME(9, 12));
    uint64_t digest = session_digest(s);
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_true(session_digest(s) == digest);
    act(s, sim_command_make(SIM_CMD_END_ROUND));
    act(s, start(FIX_AFTERNOON));
    session_undo(s, 1, &r);
    assert_int_equal(r.status, SUBMIT_REFUSED);
    session_close(s);
}

/* An act that later ones lean on cannot go; the one that leans is named. */
static void test_undo_conflict(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    struct sim_command fact = sim_command_make(SIM_CMD_IMPROVISE_FACT), again = sim_command_make(SIM_CMD_RENEGOTIATE);
    (void)fact;
    advance(s, FIX_TIME(9, 16));
    /* said at 9:10, recorded at 9:16: recorded before the renegotiation, so two undos are needed in order */
    int32_t promised =
        act(s, at(update_calling(FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 24)), FIX_TIME(9, 10)));
    again.renegotiate.act = promised;
    again.renegotiate.due = FIX_TIME(9, 30);
    act(s, again);
    uint64_t digest = session_digest(s);
    session_undo(s, 2, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->promise_count, 0);
    assert_true(session_digest(s) != digest);
    session_close(s);
}

/* --- improvised facts told by their place --- */

static void test_improvised_facts_move_up(void **state)
{
    (void)state;
    struct session *s = morning();
    struct sim_command fact = sim_command_make(SIM_CMD_IMPROVISE_FACT),
                       told = cmd_update(FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT);
    const char *first[2] = {"The left belt is fine", NULL}, *second[2] = {"The printer hums", NULL};
    struct submit_result r;
    fact.improvise_fact.incident = FIX_FROZEN;
    fact.improvise_fact.customer = NOBODY;
    fact.improvise_fact.kind = FACT_SYMPTOM;
    fact.improvise_fact.known = 1;
    advance(s, FIX_TIME(9, 12));
    session_submit(s, &fact, first, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    told.update.improvised = 1;
    told.update.facts = 0;
    act(s, told);
    fact.said = FIX_TIME(9, 9);
    session_submit(s, &fact, second, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_state(s)->improvised_count, 2);
    assert_string_equal(session_text(s, session_state(s)->improvised[0].text), "The printer hums");
    assert_int_equal(session_state(s)->improvised[0].told & 1, 0);
    assert_string_equal(session_text(s, session_state(s)->improvised[1].text), "The left belt is fine");
    assert_int_equal(session_state(s)->improvised[1].told & 1, 1);
    session_undo(s, 1, &r);
    assert_int_equal(session_state(s)->improvised[0].told & 1, 1);
    expect_verified(s);
    session_close(s);
}

/* --- texts --- */

static void test_texts(void **state)
{
    (void)state;
    struct session *s = morning();
    struct submit_result r;
    struct sim_command note = sim_command_make(SIM_CMD_NOTE);
    const char *words[2] = {"Mara laughed — за всё", NULL}, *broken[2] = {"\xff\xfe", NULL};
    session_submit(s, &note, words, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    int32_t number = session_entry_at(s, session_entry_count(s) - 1)->command.text;
    assert_string_equal(session_text(s, number), words[0]);
    session_submit(s, &note, broken, &r);
    assert_int_equal(r.refusal, REFUSAL_NO_TEXT);
    session_submit(s, &note, (const char *const[2]){"bell \a and \x1b[31mred", NULL}, &r);
    assert_int_equal(r.refusal, REFUSAL_NO_TEXT);
    char *much = calloc(1, 3 * LIMIT_TEXT);
    memset(much, 'x', LIMIT_TEXT + 1);
    session_submit(s, &note, (const char *const[2]){much, NULL}, &r);
    assert_int_equal(r.refusal, REFUSAL_FULL);
    much[LIMIT_TEXT] = '\0';
    session_submit(s, &note, (const char *const[2]){much, NULL}, &r);
    assert_int_equal(r.status, SUBMIT_DONE);
    assert_int_equal(session_entry_at(s, session_entry_count(s) - 1)->command.text, number + 1);
    assert_string_equal(session_text(s, 9999), "");
    assert_int_equal(session_erase_text(s, number), ERR_NONE);
    assert_string_equal(session_text(s, number), "");
    free(much);
    session_close(s);
}

/* --- looking back --- */

static void test_until(void **state)
{
    (void)state;
    struct session *s = morning(), *then = morning();
    struct sim_state *seen = calloc(1, sizeof *seen);
    int32_t events = 0;
    advance(then, FIX_TIME(9, 10));
    act(then, work(FIX_FROZEN_LOOK));
    advance(then, FIX_TIME(9, 14) + 25);
    advance(s, FIX_TIME(9, 10));
    act(s, work(FIX_FROZEN_LOOK));
    advance(s, FIX_TIME(9, 30));
    assert_int_equal(session_until(s, FIX_MORNING, FIX_TIME(9, 14) + 25, seen, &events), ERR_NONE);
    assert_int_equal(seen->now, FIX_TIME(9, 14) + 25);
    assert_true(sim_digest(seen, fix()) == session_digest(then));
    assert_true(events > 0 && events < session_event_count(s));
    assert_int_equal(session_until(s, FIX_MORNING, FIX_TIME(10, 0), seen, &events), ERR_NONE);
    assert_int_equal(seen->now, FIX_TIME(9, 30));
    assert_int_equal(session_until(s, FIX_AFTERNOON, FIX_TIME(13, 0), seen, &events), ERR_MISSING);
    assert_int_equal(session_until(s, FIX_MORNING, FIX_TIME(8, 0), seen, &events), ERR_MISSING);
    free(seen);
    session_close(s);
    session_close(then);
}

/* --- properties over many courses --- */

static uint32_t draw_state;
static int32_t draw(int32_t below)
{
    draw_state = draw_state * 1664525u + 1013904223u;
    return (int32_t)((draw_state >> 8) % (uint32_t)below);
}

static struct sim_command closing(incident_id i)
{
    struct sim_command c = sim_command_make(SIM_CMD_CLOSE);
    c.close.incident = i;
    return c;
}

static struct sim_command any_act(void)
{
    incident_id i = FIX_FROZEN + draw(4);
    customer_id c = draw(FIX_CUSTOMERS);
    switch (draw(7)) {
    case 0: return acknowledge(i, c);
    case 1: return cmd_ask(i, c, (enum question)draw(4));
    case 2: return work(FIX_FROZEN_LOOK + draw(8));
    case 3: return cmd_update(i, c, (enum claim)draw(CLAIM_COUNT));
    case 4: return sim_command_make(SIM_CMD_NOTE);
    case 5: return closing(i);
    default: return cmd_update(i, c, CLAIM_FINDING_OUT);
    }
}

/* Acts, late acts and undos at random: the course always verifies, times never fall, and undoing what was just done
 * gives back what was before. */
static void test_random_courses(void **state)
{
    (void)state;
    int done = 0, late = 0, conflicts = 0, undone = 0;
    for (uint32_t seed = 1; seed <= 12; seed++) {
        struct session *s = morning();
        draw_state = seed * 7919;
        for (int step = 0; step < 70; step++) {
            struct submit_result r;
            int32_t now = session_state(s)->now;
            advance(s, now + draw(100) < FIX_TIME(11, 0) ? now + draw(100) : FIX_TIME(11, 0));
            uint64_t digest = session_digest(s);
            now = session_state(s)->now;
            struct sim_command c = any_act();
            if (draw(3) == 0)
                c.said = now - draw(LIMIT_BACKDATE);
            r = submit(s, c);
            done += r.status == SUBMIT_DONE;
            late += r.status == SUBMIT_DONE && c.said >= 0 && c.said < now;
            conflicts += r.status == SUBMIT_CONFLICT;
            if (r.status != SUBMIT_DONE) {
                assert_true(session_digest(s) == digest);
            } else if (draw(4) == 0) {
                session_undo(s, 1, &r);
                assert_int_equal(r.status, SUBMIT_DONE);
                assert_true(session_digest(s) == digest);
                undone++;
            }
        }
        expect_verified(s);
        for (int32_t i = 1; i < session_entry_count(s); i++)
            assert_true(session_entry_at(s, i)->time >= session_entry_at(s, i - 1)->time);
        session_close(s);
    }
    assert_true(done > 200 && late > 40 && undone > 40);
    assert_true(conflicts > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pace_leaves_no_trace), cmocka_unit_test(test_uneven_steps),
        cmocka_unit_test(test_idle_is_no_entry), cmocka_unit_test(test_refusal_changes_nothing),
        cmocka_unit_test(test_conversation_costs_time), cmocka_unit_test(test_conversation_stops_at_the_end),
        cmocka_unit_test(test_late_act_counts_as_on_time), cmocka_unit_test(test_late_act_keeps_both_times),
        cmocka_unit_test(test_late_act_keeps_a_promise), cmocka_unit_test(test_work_starts_no_earlier_than_recorded),
        cmocka_unit_test(test_too_late), cmocka_unit_test(test_impossible_later_act_is_named),
        cmocka_unit_test(test_late_within_idle_seconds), cmocka_unit_test(test_numbers_of_acts_follow),
        cmocka_unit_test(test_late_after_the_round), cmocka_unit_test(test_late_at_the_rounds_last_second), cmocka_unit_test(test_undo_then_again_is_the_same),
        cmocka_unit_test(test_undo_keeps_the_time_that_passed), cmocka_unit_test(test_undo_of_several),
        cmocka_unit_test(test_undo_takes_the_late_act_first), cmocka_unit_test(test_undo_of_the_rounds_end),
        cmocka_unit_test(test_undo_conflict), cmocka_unit_test(test_improvised_facts_move_up),
        cmocka_unit_test(test_texts), cmocka_unit_test(test_until), cmocka_unit_test(test_random_courses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
