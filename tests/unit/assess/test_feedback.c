/* Feedback of the minute: after the act, most useful first, not the same again while there is something else. */
#include "tape.h"

#include "assess/feedback.h"
#include "sim/moments.h"

static void fold(struct feedback_watch *w, const struct tape *t, int32_t *from)
{
    for (; *from < t->count; (*from)++)
        feedback_fold(w, t->play->sc, &t->play->state, *from, &t->events[*from]);
}

static void nothing_is_said_before_the_act(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    struct feedback_watch w;
    struct feedback f;
    int32_t from = 0;
    feedback_begin(&w);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    fold(&w, t, &from);
    assert_false(feedback_take(&w, t->play->state.now, &f));
    tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    fold(&w, t, &from);
    assert_true(feedback_take(&w, t->play->state.now, &f));
    assert_true(f.has_good);
    assert_false(f.has_try);
    assert_int_equal(f.good.lesson, LESSON_ASK_IMPACT);
    assert_int_equal(f.good.act, t->play->state.acts);
    assert_int_equal(t->events[f.good.event].kind, SIM_EV_MOMENT_SETTLED);
    assert_int_equal(f.good.key.source, MOMENT_IMPACT_ASKED);
    tape_free(t);
}

static void it_pauses_and_goes_stale(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    struct feedback_watch w;
    struct feedback f;
    int32_t from = 0;
    feedback_begin(&w);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    fold(&w, t, &from);
    assert_true(feedback_take(&w, t->play->state.now, &f));
    assert_true(w.count > 0);
    assert_false(feedback_take(&w, t->play->state.now + FEEDBACK_PAUSE - 1, &f));
    struct feedback_watch later = w;
    assert_true(feedback_take(&w, t->play->state.now + FEEDBACK_PAUSE, &f));
    assert_false(feedback_take(&later, t->play->state.now + FEEDBACK_FRESH + 1, &f));
    assert_int_equal(later.count, 0);
    tape_free(t);
}

static void a_claim_ahead_is_learned_from_first(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    struct feedback_watch w;
    struct feedback f;
    int32_t from = 0;
    feedback_begin(&w);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    int32_t act = tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_FIXED, -1);
    fold(&w, t, &from);
    assert_true(feedback_take(&w, t->play->state.now, &f));
    assert_true(f.has_try);
    assert_int_equal(f.try.lesson, LESSON_AHEAD);
    assert_int_equal(f.try.outcome, OUTCOME_BROKEN);
    assert_int_equal(f.try.act, act);
    assert_int_equal(t->events[f.try.event].kind, SIM_EV_CLAIM);
    tape_free(t);
}

static void add(struct feedback_watch *w, int32_t lesson, int32_t outcome, int32_t event)
{
    w->notes[w->count++] = (struct feedback_note){.lesson = lesson, .outcome = outcome, .event = event, .at = 100,
                                                  .key = {NOBODY, NOBODY, NOBODY, NOBODY}};
}

static void what_was_told_less_comes_first(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct feedback f;
    int32_t lessons[6];
    feedback_begin(&w);
    for (int32_t k = 0; k < 3; k++) {
        add(&w, LESSON_SILENCE, OUTCOME_MISSED, 10 + k);
        add(&w, LESSON_UPDATE, OUTCOME_MISSED, 20 + k);
    }
    for (int32_t k = 0; k < 6; k++) {
        assert_true(feedback_take(&w, 100, &f));
        lessons[k] = f.try.lesson;
        w.taken_at = -1;
        assert_int_equal(f.try.variant, k / 2);
    }
    for (int32_t k = 0; k < 6; k += 2)
        assert_int_not_equal(lessons[k], lessons[k + 1]);
}

static void broken_before_missed_before_partly(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct feedback f;
    static const int32_t order[] = {LESSON_CALL, LESSON_UPDATE, LESSON_SILENCE};
    feedback_begin(&w);
    add(&w, LESSON_SILENCE, OUTCOME_PARTLY, 3);
    add(&w, LESSON_UPDATE, OUTCOME_MISSED, 2);
    add(&w, LESSON_CALL, OUTCOME_BROKEN, 1);
    for (int32_t k = 0; k < 3; k++) {
        assert_true(feedback_take(&w, 100, &f));
        assert_int_equal(f.try.lesson, order[k]);
        w.taken_at = -1;
    }
    assert_false(feedback_take(&w, 100, &f));
}

static void praise_wears_off_and_learning_does_not(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct feedback f;
    feedback_begin(&w);
    for (int32_t k = 0; k < FEEDBACK_PRAISES + 2; k++) {
        add(&w, LESSON_CALL, OUTCOME_MET, 10 + k);
        add(&w, LESSON_UPDATE, OUTCOME_MISSED, 20 + k);
        w.taken_at = -1;
        assert_true(feedback_take(&w, 100, &f));
        assert_int_equal(f.has_good, k < FEEDBACK_PRAISES);
        assert_true(f.has_try);
    }
}

static void a_moment_settled_again_is_one_note(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct tape *t = tape_new(5);
    int32_t from = 0;
    feedback_begin(&w);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    fold(&w, t, &from);
    struct sim_event e = {.kind = SIM_EV_MOMENT_SETTLED, .at = t->play->state.now,
                          .moment_settled = {MOMENT_IMPACT_ASKED, FIX_FROZEN, FIX_MARA, 0, OUTCOME_MISSED, 0}};
    feedback_fold(&w, t->play->sc, &t->play->state, from, &e);
    e.moment_settled.outcome = OUTCOME_PARTLY;
    feedback_fold(&w, t->play->sc, &t->play->state, from + 1, &e);
    assert_int_equal(w.count, 1);
    assert_int_equal(w.notes[0].outcome, OUTCOME_PARTLY);
    tape_free(t);
}

static void the_oldest_gives_way(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct play *p = play_new(1);
    feedback_begin(&w);
    for (int32_t k = 0; k < FEEDBACK_NOTES + 5; k++) {
        struct sim_event e = {.kind = SIM_EV_ACT, .at = 100, .act = {ACT_BLAME, k + 1, NOBODY, 0, NOBODY, 0, 0, 0}};
        feedback_fold(&w, p->sc, &p->state, k, &e);
    }
    assert_int_equal(w.count, FEEDBACK_NOTES);
    assert_int_equal(w.notes[0].event, 5);
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_said_before_the_act),
        cmocka_unit_test(it_pauses_and_goes_stale),
        cmocka_unit_test(a_claim_ahead_is_learned_from_first),
        cmocka_unit_test(what_was_told_less_comes_first),
        cmocka_unit_test(broken_before_missed_before_partly),
        cmocka_unit_test(praise_wears_off_and_learning_does_not),
        cmocka_unit_test(a_moment_settled_again_is_one_note),
        cmocka_unit_test(the_oldest_gives_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
