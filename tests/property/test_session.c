/* What a session keeps: taken back and done again is done once, told later is told in time, and nobody's name matters. */
#include "any_play.h"

#include "base/number.h"
#include "session/timeline.h"

static struct session_setup setup_of(const struct world *w, uint64_t seed)
{
    struct session_setup setup = {.team = "Blue", .seed = seed, .pace = 60, .date = "2026-11-22"};
    struct sim_setup with = world_setup(w->sc, seed);
    setup.member_count = with.member_count;
    for (int32_t k = 0; k < with.member_count; k++) {
        snprintf(setup.members[k].name, sizeof setup.members[k].name, "Member %d", (int)k);
        setup.members[k].role = with.roles[k];
    }
    return setup;
}

static struct session *scratch(const struct world *w, const struct session_setup *setup)
{
    struct session *s = NULL;
    assert_int_equal(session_scratch(&s, w->sc, setup), ERR_NONE);
    return s;
}

static struct session *begin(const struct world *w, uint64_t seed)
{
    struct session_setup setup = setup_of(w, seed);
    return scratch(w, &setup);
}

/* Texts go by number: what they say is no part of the course. */
static struct submit_result submit(struct session *s, const struct sim_command *c)
{
    struct submit_result r;
    session_submit(s, c, NULL, &r);
    return r;
}

static struct sim_command any(struct luck *l, const struct session *s, const struct world *w)
{
    struct sim_command c = luck_any(l, session_state(s), w->sc);
    c.said = SIM_NOW;
    return c;
}

/* --- taken back and done again --- */

struct twice { int32_t done, undone; };

static void play_twice(const struct world *w, uint64_t seed, struct twice *seen)
{
    struct session *s = begin(w, seed), *once = begin(w, seed);
    struct luck l = {seed * 11 + 4};
    for (int k = 0; k < 400 && session_state(s)->phase != PHASE_FINISHED; k++) {
        struct sim_command c = any(&l, s, w);
        uint64_t before = session_digest(s);
        struct submit_result r = submit(s, &c), same = submit(once, &c);
        assert_int_equal(same.status, r.status);
        assert_true(r.status == SUBMIT_DONE || session_digest(s) == before);
        seen->done += r.status == SUBMIT_DONE;
        if (r.status != SUBMIT_DONE || !timeline_may_be_undone(c.kind) || luck_in(&l, 0, 2) > 0 || c.kind == SIM_CMD_FINISH)
            continue;
        uint64_t after = session_digest(s);
        session_undo(s, 1, &r);
        if (r.status != SUBMIT_DONE)
            continue;   /* in a round that was not begun yet there is nothing to take back */
        assert_true(session_digest(s) == before);
        r = submit(s, &c);
        if (r.status != SUBMIT_DONE)
            print_command(&c);
        assert_int_equal(r.status, SUBMIT_DONE);
        if (session_digest(s) != after)
            print_command(&c);
        assert_true(session_digest(s) == after);
        assert_true(session_digest(s) == session_digest(once));
        seen->undone++;
    }
    struct session_verification v;
    assert_int_equal(session_verify(s, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
    session_close(s);
    session_close(once);
}

static void test_taken_back_and_done_again(void **state)
{
    (void)state;
    struct twice seen = {0, 0};
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 4; seed++)
            play_twice(w, seed, &seen);
        world_close(w);
    }
    print_message("%d commands done, %d taken back and done again\n", seen.done, seen.undone);
    assert_true(seen.undone > 100);
}

/* --- said in time, or told later --- */

static void pass(struct session *s, int32_t to)
{
    struct submit_result r;
    session_advance(s, number_min(to, session_scenario(s)->rounds[session_state(s)->round].to), &r);
    assert_int_equal(r.status, SUBMIT_DONE);
}

/* The clock stands for a moment, so that what is said then takes no time. */
static void stand(struct session *s, int32_t on)
{
    struct sim_command c = sim_command_make(SIM_CMD_PAUSE);
    c.pause.on = on;
    assert_int_equal(submit(s, &c).status, SUBMIT_DONE);
}

static struct submit_result stand_and_say(struct session *s, const struct sim_command *c)
{
    stand(s, 1);
    struct submit_result r = submit(s, c);
    stand(s, 0);
    return r;
}

/* A word, and one that takes it back by its number: the act that is told later moves both up by one. */
static int say_and_correct(struct session *s, incident_id i, customer_id to)
{
    struct sim_command c = cmd_update(i, to, CLAIM_FIXED);
    struct submit_result said = stand_and_say(s, &c);
    c.update.claim = CLAIM_DO_NOT_KNOW;
    c.update.corrects = said.act;
    return said.status == SUBMIT_DONE && stand_and_say(s, &c).status == SUBMIT_DONE;
}

/* The same act: in one session when it was said, in the other up to ten minutes later, others in between. 0: what came
 * between is impossible after it, and the two courses part. */
static int told_later(struct session *in_time, struct session *late, struct sim_command c, struct luck *l, struct twice *seen)
{
    int32_t at = session_state(in_time)->now, delay = luck_in(l, 1, LIMIT_BACKDATE);
    incident_id i = luck_open_incident(l, session_state(in_time));
    customer_id to = luck_in(l, 0, session_scenario(in_time)->customer_count - 1);
    stand(late, 1);
    stand(late, 0);
    struct submit_result said = stand_and_say(in_time, &c);
    pass(in_time, at + delay / 2);
    pass(late, at + delay / 2);
    int after = say_and_correct(in_time, i, to), without = say_and_correct(late, i, to);
    pass(in_time, at + delay);
    pass(late, at + delay);
    c.said = at;
    struct submit_result told = submit(late, &c);
    if (without && !after && said.status == SUBMIT_DONE) {
        assert_int_equal(told.status, SUBMIT_CONFLICT);
        return 0;
    }
    if (told.status != said.status)
        print_command(&c);
    assert_int_equal(told.status, said.status);
    seen->undone += said.status == SUBMIT_DONE;
    return after == without;
}

static int may_be_told_later(const struct session *s, const struct sim_command *c)
{
    const struct sim_state *state = session_state(s);
    int runs = state->phase == PHASE_ROUND && !state->paused && !luck_learning_runs(state);
    return runs && timeline_may_be_late(c->kind) && state->now < session_scenario(s)->rounds[state->round].to - LIMIT_BACKDATE;
}

static void play_late(const struct world *w, uint64_t seed, struct twice *seen)
{
    struct session *in_time = begin(w, seed), *late = begin(w, seed);
    struct luck l = {seed * 19 + 6};
    for (int k = 0; k < 300 && session_state(in_time)->phase != PHASE_FINISHED; k++) {
        struct sim_command c = any(&l, in_time, w);
        if (may_be_told_later(in_time, &c) && luck_in(&l, 0, 1)) {
            if (!told_later(in_time, late, c, &l, seen))
                break;
        } else {
            struct submit_result r = submit(in_time, &c);
            assert_int_equal(submit(late, &c).status, r.status);
            seen->done += r.status == SUBMIT_DONE;
        }
        if (session_digest(in_time) != session_digest(late))
            print_command(&c);
        assert_true(session_digest(in_time) == session_digest(late));
    }
    struct session_verification v;
    assert_int_equal(session_verify(late, &v), ERR_NONE);
    assert_int_equal(v.differing, 0);
    session_close(in_time);
    session_close(late);
}

static void test_told_later_is_told_in_time(void **state)
{
    (void)state;
    struct twice seen = {0, 0};
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 10; seed++)
            play_late(w, seed, &seen);
        world_close(w);
    }
    print_message("%d commands done, %d told later\n", seen.done, seen.undone);
    assert_true(seen.undone > 60);
}

/* --- who they are --- */

static void test_names_of_people_change_nothing(void **state)
{
    (void)state;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        struct session_setup setup = setup_of(w, 9), other = setup;
        snprintf(other.team, sizeof other.team, "Grün");
        snprintf(other.date, sizeof other.date, "1999-01-01");
        other.pace = 13, other.tables = 1, other.show_scores = 1, other.show_promises = 1, other.stage_theme = 1;
        for (int32_t k = 0; k < other.member_count; k++)
            snprintf(other.members[k].name, sizeof other.members[k].name, "%c", (char)('z' - k));
        struct session *a = scratch(w, &setup), *b = scratch(w, &other);
        struct luck l = {(uint64_t)n + 77};
        for (int k = 0; k < 400; k++) {
            struct sim_command c = any(&l, a, w);
            assert_int_equal(submit(a, &c).status, submit(b, &c).status);
            assert_true(session_digest(a) == session_digest(b));
        }
        assert_int_equal(session_event_count(a), session_event_count(b));
        for (int32_t k = 0; k < session_event_count(a); k++)
            assert_memory_equal(session_event_at(a, k), session_event_at(b, k), sizeof(struct sim_event));
        session_close(a);
        session_close(b);
        world_close(w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken_back_and_done_again),
        cmocka_unit_test(test_told_later_is_told_in_time),
        cmocka_unit_test(test_names_of_people_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
