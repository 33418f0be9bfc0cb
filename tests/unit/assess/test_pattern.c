/* Named patterns: found where they are, from the third time on, with the events that show them, and nowhere else. */
#include "tape.h"

#include "assess/pattern.h"
#include "model/words.h"

static struct pattern_watch *fold(const struct tape *t, const struct sim_state *s)
{
    struct pattern_watch *w = malloc(sizeof *w);
    assert_non_null(w);
    pattern_begin(w);
    for (int32_t k = 0; k < t->count; k++)
        pattern_fold(w, t->play->sc, s, k, &t->events[k]);
    return w;
}

static struct pattern_found find(const struct tape *t, int32_t pattern, int32_t round)
{
    static struct pattern_watch *last;
    struct pattern_found found;
    free(last);
    last = fold(t, &t->play->state);
    pattern_find(last, t->play->sc, &t->play->state, pattern, round, &found);
    return found;
}

static int32_t alert(const struct tape *t)
{
    struct pattern_watch *w = fold(t, &t->play->state);
    int32_t pattern = pattern_alert(w, t->play->sc, &t->play->state);
    free(w);
    return pattern;
}

/* The hall, the badges and the belt are worked on before anybody asks. */
static void three_works(struct tape *t)
{
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 21));
    tape_work(t, FIX_BADGES_PRINT, NOBODY);
    tape_to(t, FIX_TIME(10, 1));
}

static void table_is_whole(void **state)
{
    (void)state;
    for (int32_t p = 0; p < PATTERN_COUNT; p++) {
        const struct pattern_rule *rule = pattern_rule(p);
        assert_int_equal(pattern_from_word(rule->word), p);
        assert_true(word_find(&words_idea, rule->idea) >= 0);
        assert_true(rule->from >= 3);
        if (rule->opposite != NOBODY)
            assert_int_not_equal(pattern_rule(rule->opposite)->good, rule->good);
    }
    assert_null(pattern_rule(PATTERN_COUNT));
    assert_null(pattern_rule(NOBODY));
    assert_int_equal(pattern_from_word("no such"), NOBODY);
}

static void the_third_time_stands(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    three_works(t);
    struct pattern_found two = find(t, PATTERN_WORK_FIRST, FIX_MORNING);
    assert_int_equal(two.count, 2);
    assert_false(two.stands);
    assert_int_not_equal(alert(t), PATTERN_WORK_FIRST);
    tape_work(t, FIX_BELT_LOOK, NOBODY);
    struct pattern_found three = find(t, PATTERN_WORK_FIRST, FIX_MORNING);
    assert_int_equal(three.count, 3);
    assert_true(three.stands);
    assert_int_equal(three.incidents, 3);
    assert_int_equal(three.first, FIX_TIME(9, 6));
    assert_int_equal(three.last, FIX_TIME(10, 1));
    assert_int_equal(alert(t), PATTERN_WORK_FIRST);
    tape_free(t);
}

static void evidence_is_the_event_itself(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    three_works(t);
    tape_work(t, FIX_BELT_LOOK, NOBODY);
    struct pattern_found found = find(t, PATTERN_WORK_FIRST, FIX_MORNING);
    assert_int_equal(found.shown, 3);
    for (int32_t k = 0; k < found.shown; k++) {
        const struct pattern_sighting *sighting = found.sightings[k];
        const struct sim_event *e = &t->events[sighting->event], *act = &t->events[sighting->because];
        assert_int_equal(e->kind, SIM_EV_WORK_STARTED);
        assert_int_equal(e->work_started.asked_impact, 0);
        assert_int_equal(e->work_started.incident, sighting->incident);
        assert_int_equal(act->kind, SIM_EV_ACT);
        assert_int_equal(act->act.act, ACT_WORK);
    }
    tape_free(t);
}

static void asking_first_is_no_sighting(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 21));
    tape_do(t, cmd_ask(FIX_BADGES, FIX_OLOF, ASK_IMPACT));
    tape_work(t, FIX_BADGES_PRINT, NOBODY);
    assert_int_equal(find(t, PATTERN_WORK_FIRST, NOBODY).count, 0);
    assert_int_equal(find(t, PATTERN_ASKED_FIRST, NOBODY).count, 2);
    tape_free(t);
}

static void disputed_and_overruled_are_left_out(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    three_works(t);
    tape_work(t, FIX_BELT_LOOK, NOBODY);
    struct moment_key key = {MOMENT_IMPACT_ASKED, FIX_BADGES, FIX_OLOF, 0};
    tape_dispute(t, key, 1);
    assert_int_equal(find(t, PATTERN_WORK_FIRST, NOBODY).count, 2);
    assert_int_not_equal(alert(t), PATTERN_WORK_FIRST);
    tape_dispute(t, key, 0);
    assert_int_equal(find(t, PATTERN_WORK_FIRST, NOBODY).count, 3);
    tape_overrule(t, key, OUTCOME_MET);
    assert_int_equal(find(t, PATTERN_WORK_FIRST, NOBODY).count, 2);
    tape_overrule(t, key, OUTCOME_BROKEN);
    assert_int_equal(find(t, PATTERN_WORK_FIRST, NOBODY).count, 3);
    tape_free(t);
}

static void an_alert_goes_with_time_or_a_learning_moment(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    three_works(t);
    tape_work(t, FIX_BELT_LOOK, NOBODY);
    struct sim_command learn = sim_command_make(SIM_CMD_LEARN);
    learn.learn.on = 1;
    learn.learn.pattern = PATTERN_WORK_FIRST;
    tape_do(t, learn);
    assert_int_not_equal(alert(t), PATTERN_WORK_FIRST);
    tape_free(t);
    t = tape_new(3);
    three_works(t);
    tape_work(t, FIX_BELT_LOOK, NOBODY);
    tape_to(t, t->play->state.now + PATTERN_ALERT_SECONDS);
    assert_int_not_equal(alert(t), PATTERN_WORK_FIRST);
    tape_free(t);
}

/* The same fold over the state as it was after each event, or as it is at the end: the same sightings. */
static void folding_live_and_later_is_the_same(void **state)
{
    (void)state;
    struct tape *t = tape_new(11);
    tape_start(t, FIX_MORNING);
    for (int32_t minute = 1; minute <= 100; minute++) {
        tape_to(t, FIX_TIME(9, 0) + minute * 60);
        for (work_id w = 0; w < FIX_WORKS; w++) {
            struct sim_command c = sim_command_make(SIM_CMD_WORK);
            c.work.work = w;
            tape_try(t, c);
        }
        if (minute % 7 == 0)
            for (incident_id i = 0; i < FIX_INCIDENTS; i++) {
                struct sim_command c = cmd_update(i, (customer_id)(minute % 3), (enum claim)(minute % CLAIM_COUNT));
                c.member = minute % 4;
                c.update.next_call = t->play->state.now + 300;
                tape_try(t, c);
            }
    }
    tape_end(t);
    struct pattern_watch *later = fold(t, &t->play->state), *live = malloc(sizeof *live);
    struct play *again = play_new(11);
    pattern_begin(live);
    for (int32_t k = 0; k < t->count; k++) {
        sim_apply(&again->state, again->sc, &t->events[k]);
        pattern_fold(live, again->sc, &again->state, k, &t->events[k]);
    }
    assert_true(later->count > 20);
    assert_int_equal(later->count, live->count);
    assert_memory_equal(later->sightings, live->sightings, (size_t)later->count * sizeof later->sightings[0]);
    free(later);
    free(live);
    free(again);
    tape_free(t);
}

static void forgotten_calls_break_a_row_of_kept_ones(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    for (int32_t k = 0; k < 5; k++) {
        int32_t call = t->play->state.now + 240;
        tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, call);
        tape_to(t, k == 1 ? call + 120 : call);
    }
    tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    struct pattern_found kept = find(t, PATTERN_CALLS_KEPT, FIX_MORNING), forgot = find(t, PATTERN_PROMISED_FORGOT, FIX_MORNING);
    assert_int_equal(forgot.count, 1);
    assert_int_equal(t->events[forgot.sightings[0]->event].kind, SIM_EV_PROMISE_SETTLED);
    assert_int_equal(t->events[forgot.sightings[0]->because].kind, SIM_EV_PROMISE);
    assert_int_equal(kept.count, 3);
    assert_int_equal(kept.against, 1);
    assert_true(kept.stands);
    tape_free(t);
}

static void silence_counts_only_while_somebody_works(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 30));
    assert_int_equal(find(t, PATTERN_SILENT_WORK, NOBODY).count, 0);
    assert_true(find(t, PATTERN_SAME_FORGOTTEN, NOBODY).count > 0);
    tape_free(t);
    t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 20));
    struct pattern_found found = find(t, PATTERN_SILENT_WORK, NOBODY);
    assert_true(found.count > 0);
    assert_int_equal(t->events[found.sightings[0]->because].kind, SIM_EV_WORK_STARTED);
    assert_int_equal(found.sightings[0]->incident, FIX_FROZEN);
    tape_free(t);
}

static void one_pair_of_hands_needs_a_share_and_a_team(void **state)
{
    (void)state;
    struct sim_event work = {.kind = SIM_EV_WORK_STARTED, .at = FIX_TIME(9, 1)};
    struct sim_event start = {.kind = SIM_EV_ROUND_STARTED, .round_started = {FIX_MORNING, FIX_TIME(9, 0)}};
    struct play *p = play_new(1);
    struct pattern_watch *w = malloc(sizeof *w);
    struct pattern_found found;
    pattern_begin(w);
    pattern_fold(w, p->sc, &p->state, 0, &start);
    for (int32_t k = 1; k <= 8; k++) {
        work.work_started.member = k <= 5 ? 2 : k % 2;
        pattern_fold(w, p->sc, &p->state, k, &work);
    }
    assert_true(pattern_find(w, p->sc, &p->state, PATTERN_ONE_HERO, FIX_MORNING, &found));
    assert_int_equal(found.member, 2);
    assert_int_equal(found.count, 5);
    assert_int_equal(found.all, 8);
    work.work_started.member = 0;
    pattern_fold(w, p->sc, &p->state, 9, &work);
    assert_false(pattern_find(w, p->sc, &p->state, PATTERN_ONE_HERO, FIX_MORNING, &found));
    free(w);
    free(p);
}

/* One long wait is one time, however often the engine says so; another customer's is another. */
static void sightings_within_the_window_are_one(void **state)
{
    (void)state;
    struct sim_event silence = {.kind = SIM_EV_SILENCE, .at = FIX_TIME(9, 30), .silence = {FIX_FROZEN, FIX_MARA, 1}};
    struct sim_event start = {.kind = SIM_EV_ROUND_STARTED, .round_started = {FIX_MORNING, FIX_TIME(9, 0)}};
    struct play *p = play_new(1);
    struct pattern_watch *w = malloc(sizeof *w);
    pattern_begin(w);
    pattern_fold(w, p->sc, &p->state, 0, &start);
    pattern_fold(w, p->sc, &p->state, 1, &silence);
    silence.at += pattern_rule(PATTERN_SAME_FORGOTTEN)->window - 1;
    pattern_fold(w, p->sc, &p->state, 2, &silence);
    assert_int_equal(w->count, 1);
    silence.silence.customer = FIX_OLOF;
    pattern_fold(w, p->sc, &p->state, 3, &silence);
    assert_int_equal(w->count, 2);
    silence.silence.customer = FIX_MARA;
    silence.at++;
    pattern_fold(w, p->sc, &p->state, 4, &silence);
    assert_int_equal(w->count, 3);
    free(w);
    free(p);
}

static void many_voices_need_names_and_less_than_before(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    tape_say(t, 1, FIX_FROZEN, FIX_MARA, CLAIM_FIXED, -1);
    assert_int_equal(find(t, PATTERN_MANY_VOICES, NOBODY).count, 0);
    tape_to(t, FIX_TIME(9, 12));
    tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(find(t, PATTERN_MANY_VOICES, NOBODY).count, 1);
    tape_to(t, FIX_TIME(9, 18));
    tape_say(t, 2, FIX_FROZEN, FIX_MARA, CLAIM_FIXED, -1);
    struct pattern_found found = find(t, PATTERN_MANY_VOICES, NOBODY);
    assert_int_equal(found.count, 2);
    assert_int_equal(t->events[found.sightings[1]->event].kind, SIM_EV_CLAIM);
    tape_free(t);
}

static void the_warm_up_is_not_looked_at(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_WARM_UP);
    tape_to(t, FIX_TIME(8, 2));
    tape_work(t, FIX_HELLO_SERVE, NOBODY);
    tape_end(t);
    struct pattern_watch *w = fold(t, &t->play->state);
    assert_int_equal(w->count, 0);
    free(w);
    tape_free(t);
}

static void a_list_is_ordered_and_names_only_what_stands(void **state)
{
    (void)state;
    struct tape *t = tape_new(3);
    tape_start(t, FIX_MORNING);
    tape_end(t);
    struct pattern_watch *w = fold(t, &t->play->state);
    struct pattern_found found[PATTERN_COUNT];
    int32_t count = pattern_list(w, t->play->sc, &t->play->state, FIX_MORNING, found);
    assert_true(count >= 2);
    for (int32_t k = 0; k < count; k++) {
        assert_true(found[k].stands);
        assert_true(found[k].count >= pattern_rule(found[k].pattern)->from);
        if (k > 0 && pattern_rule(found[k].pattern)->good == pattern_rule(found[k - 1].pattern)->good)
            assert_true(found[k].count <= found[k - 1].count);
    }
    free(w);
    tape_free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_is_whole),
        cmocka_unit_test(the_third_time_stands),
        cmocka_unit_test(evidence_is_the_event_itself),
        cmocka_unit_test(asking_first_is_no_sighting),
        cmocka_unit_test(disputed_and_overruled_are_left_out),
        cmocka_unit_test(an_alert_goes_with_time_or_a_learning_moment),
        cmocka_unit_test(folding_live_and_later_is_the_same),
        cmocka_unit_test(forgotten_calls_break_a_row_of_kept_ones),
        cmocka_unit_test(silence_counts_only_while_somebody_works),
        cmocka_unit_test(one_pair_of_hands_needs_a_share_and_a_team),
        cmocka_unit_test(sightings_within_the_window_are_one),
        cmocka_unit_test(many_voices_need_names_and_less_than_before),
        cmocka_unit_test(the_warm_up_is_not_looked_at),
        cmocka_unit_test(a_list_is_ordered_and_names_only_what_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
