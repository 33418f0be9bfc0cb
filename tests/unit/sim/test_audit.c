/* Verdicts that were once unfair or contradictory, each with the play that showed it. */
#include "fixture.h"

#include "sim/claim.h"
#include "sim/figures.h"

static int setup(void **state)
{
    struct play *p = play_new(3);
    play_start(p, FIX_MORNING);
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static const struct sim_promise *promise_of(const struct play *p, int32_t act)
{
    for (int32_t k = 0; k < p->state.promise_count; k++)
        if (p->state.promises[k].act == act)
            return &p->state.promises[k];
    fail_msg("no promise of act %d", act);
    return NULL;
}

static int32_t last_flags(const struct play *p)
{
    return p->state.claims[p->state.claim_count - 1].flags;
}

/* --- promises about what ended by itself --- */

static void test_a_customer_who_left_before_the_call_was_not_let_down(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 30));
    int32_t soon = play_promise(p, FIX_KIOSK, FIX_INES, FIX_TIME(10, 45));
    play_to(p, FIX_TIME(10, 35));
    int32_t missed = play_promise(p, FIX_KIOSK, FIX_INES, FIX_TIME(10, 38));
    assert_int_equal(p->state.incidents[FIX_KIOSK].open, 1);
    play_to(p, FIX_TIME(10, 41));
    assert_int_equal(p->state.incidents[FIX_KIOSK].how, MARK_LAPSED);
    assert_int_equal(promise_of(p, soon)->state, PROMISE_VOID);
    assert_int_equal(promise_of(p, missed)->state, PROMISE_DROPPED);
    assert_int_equal(made_trust(p, FIX_INES, REASON_DROPPED), -FALL_DROPPED);
}

static void test_the_decider_has_heard(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 42));
    int32_t to_decider = play_promise(p, FIX_WHO_FIRST, FIX_INES, FIX_TIME(9, 50));
    int32_t to_other = play_promise(p, FIX_WHO_FIRST, FIX_MARA, FIX_TIME(9, 50));
    struct sim_command c = sim_command_make(SIM_CMD_HAND_PRIORITY);
    c.hand_priority.incident = FIX_WHO_FIRST, c.hand_priority.customer = FIX_INES, c.hand_priority.option = 0;
    play_do(p, &c);
    assert_int_equal(promise_of(p, to_decider)->state, PROMISE_KEPT);
    assert_int_equal(promise_of(p, to_other)->state, PROMISE_VOID);
    assert_int_equal(made_count(p, SIM_EV_TRUST), 1);
    assert_int_equal(seen_outcome(p, MOMENT_CONTENTION, FIX_WHO_FIRST, FIX_INES, 0), OUTCOME_MET);
}

static void test_a_choice_put_away_is_a_refusal(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 42));
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_WHO_FIRST), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_CONTENTION, FIX_WHO_FIRST, -1, 0), OUTCOME_BROKEN);
}

static void test_what_runs_needs_no_fix_time(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 8));
    struct sim_command c = cmd_update(FIX_BELT, FIX_OLOF, CLAIM_FIXED);
    c.update.fix_by = FIX_TIME(10, 12);
    play_do(p, &c);
    assert_int_equal(p->state.promise_count, 0);
}

/* --- claims and questions --- */

static void investigated(struct play *p)
{
    play_to(p, FIX_TIME(9, 6));
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    assert_int_equal(play_work(p, FIX_FROZEN_LOOK), REFUSAL_NONE);
    assert_int_equal(play_work(p, FIX_FROZEN_OPEN_A), REFUSAL_NONE);
    play_to(p, FIX_TIME(9, 11));
    assert_int_equal(p->state.incidents[FIX_FROZEN].level, LEVEL_DEGRADED);
}

static void test_the_cause_after_the_way_around_is_not_less(void **state)
{
    struct play *p = *state;
    investigated(p);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    play_to(p, FIX_TIME(9, 19));
    assert_true(sim_fact_known(&p->state, FIX_FROZEN_CAUSE));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY, -1);
    assert_int_equal(last_flags(p) & CLAIM_FLAG_UNDERSTATED, 0);
}

static void test_less_than_known_stays_less(void **state)
{
    struct play *p = *state;
    investigated(p);
    play_to(p, FIX_TIME(9, 19));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY, -1);
    assert_true(last_flags(p) & CLAIM_FLAG_UNDERSTATED);
}

/* The question "Is anyone on it?" turned into one of honesty with claims named, for one test. */
static void ask_honestly(void)
{
    fix_moments[FIX_CALLS].score = SCORE_HONEST;
    fix_moments[FIX_CALLS].expects.claims = FIX_BIT(CLAIM_FINDING_OUT) | FIX_BIT(CLAIM_UNDER_CONTROL);
    fix_moments[FIX_CALLS].broken.acts = FIX_BIT(ACT_UPDATE);
    fix_moments[FIX_CALLS].broken.claims = FIX_BIT(CLAIM_WAY_AROUND) | FIX_BIT(CLAIM_FIXED);
}

static void ask_as_ever(void)
{
    fix_moments[FIX_CALLS].score = SCORE_INVOLVING;
    fix_moments[FIX_CALLS].expects.claims = fix_moments[FIX_CALLS].broken.claims = 0;
    fix_moments[FIX_CALLS].broken.acts = FIX_BIT(ACT_BLAME);
}

static void test_no_answer_ahead_of_what_is_known(void **state)
{
    struct play *p = *state;
    ask_honestly();
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_OPEN);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    ask_as_ever();
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_BROKEN);
}

static void test_a_strong_word_that_is_known_is_an_answer(void **state)
{
    struct play *p = *state;
    fix_calls_anyway(FIX_TIME(9, 13));
    ask_honestly();
    play_to(p, FIX_TIME(9, 5));
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IDEAS);
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_OPEN);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_WAY_AROUND, -1);
    ask_as_ever();
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_MET);
}

static void test_blame_about_nothing_in_particular_is_heard(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_OPEN);
    struct sim_command c = sim_command_make(SIM_CMD_BLAME);
    c.blame.customer = FIX_OLOF;
    play_do(p, &c);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_OPEN);
    c.blame.customer = FIX_MARA;
    play_do(p, &c);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_BROKEN);
}

static void test_an_improvised_question_counts_like_any_other(void **state)
{
    struct play *p = *state;
    fix_calls_anyway(FIX_TIME(9, 13));
    play_to(p, FIX_TIME(9, 14));
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVISE_FACT);
    c.improvise_fact.incident = FIX_FROZEN, c.improvise_fact.customer = FIX_MARA, c.improvise_fact.kind = FACT_EXPECTATION;
    c.text = 1;
    play_do(p, &c);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_MET);
    assert_int_equal(made_count(p, SIM_EV_SATISFACTION), 1);
}

static void test_asking_afterwards_wins_nothing(void **state)
{
    struct play *p = *state;
    investigated(p);
    play_to(p, FIX_TIME(9, 19));
    assert_int_equal(play_work(p, FIX_FROZEN_RENEW), REFUSAL_NONE);
    struct sim_command c = cmd_ask(FIX_FROZEN, FIX_MARA, ASK_GO_AHEAD);
    c.ask.work = FIX_FROZEN_RENEW;
    play_do(p, &c);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_CONSULTED), 0);
}

/* --- windows --- */

static enum refusal dispute_claim(struct play *p, int32_t act, int on)
{
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = 1, c.dispute.subject = act, c.dispute.on = on;
    return play_try(p, &c);
}

/* In the window or after it: the same. */
static void test_a_disputed_update_is_no_silence(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 6));
    int32_t first = play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    assert_int_equal(dispute_claim(p, first, 1), REFUSAL_NONE);
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_NONE);
    assert_int_equal(dispute_claim(p, first, 0), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_BROKEN);
    assert_int_equal(dispute_claim(p, first, 1), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_NONE);
}

static void test_a_window_cut_short_rests_on_what_was_said(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 1));
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 8));
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_FIXED, -1);
    assert_int_equal(play_two(p, SIM_CMD_VERIFY, FIX_BELT, FIX_OLOF), REFUSAL_NONE);
    for (int32_t k = 0; k < p->state.moment_count; k++)
        if (p->state.moments[k].incident == FIX_BELT && p->state.moments[k].source == MOMENT_UPDATE_WINDOW) {
            assert_int_equal(p->state.moments[k].outcome, OUTCOME_MET);
            assert_int_equal(p->state.moments[k].act, 0);
        }
}

/* --- rounds --- */

static void test_nothing_is_owed_after_the_warm_up(void **state)
{
    (void)state;
    struct play *p = play_new(3);
    play_start(p, FIX_WARM_UP);
    play_to(p, FIX_TIME(8, 2));
    struct sim_command c = sim_command_make(SIM_CMD_BLAME);
    c.blame.customer = FIX_MARA, c.blame.incident = FIX_HELLO;
    play_do(p, &c);
    assert_int_equal(p->state.customers[FIX_MARA].owed, 1);
    play_end(p);
    assert_int_equal(p->state.customers[FIX_MARA].owed, 0);
    assert_int_equal(p->state.customers[FIX_MARA].last_fall, -1);
    assert_int_equal(p->state.customers[FIX_MARA].trust, 60 * FIGURE_POINT);
    free(p);
}

static int32_t moments_of_round(const struct play *p, incident_id i, round_id round)
{
    int32_t count = 0;
    for (int32_t k = 0; k < p->state.moment_count; k++)
        count += p->state.moments[k].incident == i && p->state.moments[k].round == round;
    return count;
}

static void test_a_round_that_is_over_stands(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 12));
    play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES);
    play_end(p);
    struct score_counts before = score_of_state(&p->state, FIX_MORNING, SCORE_INVOLVING);
    play_start(p, FIX_AFTERNOON);
    assert_true(moments_of_round(p, FIX_MOVE, FIX_AFTERNOON) > 3);
    play_two(p, SIM_CMD_RETEST_CONDITIONS, FIX_MOVE, 2);
    struct score_counts after = score_of_state(&p->state, FIX_MORNING, SCORE_INVOLVING);
    assert_memory_equal(&before, &after, sizeof before);
    struct score_counts now = score_of_state(&p->state, FIX_AFTERNOON, SCORE_INVOLVING);
    assert_int_equal(now.met, 1);
}

static void test_an_untouched_project_is_missed_in_the_last_round(void **state)
{
    struct play *p = *state;
    play_end(p);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_MOVE, -1, -1), OUTCOME_OPEN);
    play_start(p, FIX_AFTERNOON);
    play_end(p);
    assert_int_equal(p->state.incidents[FIX_MOVE].how, MARK_LEFT);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_MOVE, -1, -1), OUTCOME_MISSED);
    assert_int_equal(seen_outcome(p, MOMENT_CONFIRMED, FIX_MOVE, -1, -1), OUTCOME_MISSED);
}

static void test_a_project_broken_off_owes_nothing_later(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 50));
    int32_t due = play_promise(p, FIX_MOVE, FIX_INES, FIX_TIME(10, 55));
    int32_t later = play_promise(p, FIX_MOVE, FIX_INES, FIX_TIME(11, 5));
    play_end(p);
    assert_int_equal(promise_of(p, due)->state, PROMISE_OPEN);
    struct sim_command c = sim_command_make(SIM_CMD_FINISH);
    play_do(p, &c);
    assert_int_equal(promise_of(p, due)->state, PROMISE_DROPPED);
    assert_int_equal(promise_of(p, later)->state, PROMISE_VOID);
    assert_int_equal(seen_outcome(p, MOMENT_CONFIRMED, FIX_MOVE, -1, -1), OUTCOME_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_MILESTONE, FIX_MOVE, -1, 2), OUTCOME_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_IMPACT_ASKED, FIX_MOVE, -1, -1), OUTCOME_MISSED);
}

/* --- what an author writes --- */

static void test_bad_news_ahead_of_its_incident_waits_for_it(void **state)
{
    struct play *p = *state;
    fix_events[FIX_BOARD].effects[1] = (struct effect){EFFECT_FACT, FIX_FROZEN_SLIPS, 1};
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_EVENT, FIX_BOARD), REFUSAL_NONE);
    fix_events[FIX_BOARD].effects[1] = (struct effect){EFFECT_OFFER, 0, 1};
    assert_true(sim_fact_known(&p->state, FIX_FROZEN_SLIPS));
    assert_int_equal(seen_moments(p, MOMENT_BAD_NEWS, FIX_FROZEN), 0);
    play_to(p, FIX_TIME(9, 5));
    assert_int_equal(seen_moments(p, MOMENT_BAD_NEWS, FIX_FROZEN), 2);
    play_to(p, FIX_TIME(9, 11));
    assert_int_equal(seen_outcome(p, MOMENT_BAD_NEWS, FIX_FROZEN, FIX_MARA, -1), OUTCOME_MISSED);
}

static void test_an_event_gives_what_it_says(void **state)
{
    struct play *p = *state;
    int32_t before = p->state.customers[FIX_INES].trust;
    fix_events[FIX_BOARD].effects[1] = (struct effect){EFFECT_TRUST, FIX_INES, 5};
    assert_int_equal(play_two(p, SIM_CMD_FIRE, SHEET_EVENT, FIX_BOARD), REFUSAL_NONE);
    fix_events[FIX_BOARD].effects[1] = (struct effect){EFFECT_OFFER, 0, 1};
    assert_int_equal(p->state.customers[FIX_INES].trust, before + 3 * FIGURE_POINT);
}

/* --- one breath --- */

static void test_finding_out_and_begun_is_one_breath(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 12));
    int32_t call = play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 13));
    int32_t said = play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, FIX_TIME(9, 19));
    assert_int_equal(p->state.claims[0].verdict, VERDICT_AHEAD);
    assert_int_equal(p->state.incidents[FIX_FROZEN].last_update, -1);
    play_to(p, FIX_TIME(9, 14));   /* its window and the call are over when the work is noted */
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_BROKEN);
    assert_int_equal(play_work(p, FIX_FROZEN_LOOK), REFUSAL_NONE);
    assert_int_equal(p->state.claims[0].verdict, VERDICT_HONEST);
    assert_int_equal(p->state.claims[0].settled, CLAIM_HELD);
    assert_int_equal(claim_outcome(&p->state.claims[0]), OUTCOME_MET);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_MET);
    assert_int_equal(p->state.incidents[FIX_FROZEN].last_update, FIX_TIME(9, 12));
    assert_int_equal(promise_of(p, call)->state, PROMISE_KEPT);
    assert_int_equal(promise_of(p, said)->state, PROMISE_OPEN);   /* its own call is still to come */
    assert_int_equal(p->state.last_talk_at, FIX_TIME(9, 12));     /* and costs no conversation of its own */
}

static void test_a_question_answered_in_one_breath_is_answered(void **state)
{
    struct play *p = *state;
    fix_calls_anyway(FIX_TIME(9, 13));
    ask_honestly();
    play_to(p, FIX_TIME(9, 14));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_FINDING_OUT, -1);
    int32_t at_first = seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1);
    assert_int_equal(play_work(p, FIX_FROZEN_LOOK), REFUSAL_NONE);
    ask_as_ever();
    assert_int_equal(at_first, OUTCOME_BROKEN);
    assert_int_equal(seen_outcome(p, MOMENT_SCRIPTED, FIX_CALLS, -1, -1), OUTCOME_MET);
}

/* --- what is delivered --- */

static void end_early(struct play *p)
{
    struct sim_command end = sim_command_make(SIM_CMD_END_ROUND);
    end.end_round.early = 1;
    play_do(p, &end);
}

static void test_nothing_due_is_not_nothing_delivered(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 25));
    end_early(p);
    struct round_figures f = score_figures(&p->state, p->sc, FIX_MORNING);
    assert_int_equal(f.targets, 0);
    assert_int_equal(p->state.incidents[FIX_BADGES].lost, 0);    /* five minutes old */
    assert_int_equal(p->state.incidents[FIX_BADGES].stake, 0);
    assert_int_equal(f.delivered, -1);
}

static void test_a_target_that_has_passed_is_told(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 6));
    end_early(p);
    struct round_figures f = score_figures(&p->state, p->sc, FIX_MORNING);
    assert_int_equal(f.targets, 1);
    assert_in_range(f.delivered, 0, 49);
}

/* --- what a confirmation settles --- */

static void repaired(struct play *p)
{
    play_to(p, FIX_TIME(10, 1));
    assert_int_equal(play_work(p, FIX_BELT_FIX), REFUSAL_NONE);
    play_to(p, FIX_TIME(10, 8));
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_KNOW_WHY, -1);
    assert_int_equal(p->state.claims[0].settled, CLAIM_OPEN);
}

static void test_a_confirmation_settles_what_was_said(void **state)
{
    struct play *p = *state;
    repaired(p);
    assert_int_equal(play_two(p, SIM_CMD_VERIFY, FIX_BELT, FIX_OLOF), REFUSAL_NONE);
    assert_int_equal(p->state.claims[0].settled, CLAIM_HELD);
    assert_int_equal(p->state.claims[0].verdict, VERDICT_LUCKY);   /* it was ahead all the same */
    play_end(p);
    assert_int_equal(p->state.claims[0].settled, CLAIM_HELD);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_FOUND_OUT), 0);
}

static void test_closing_unasked_contradicts_only_a_confirmation(void **state)
{
    struct play *p = *state;
    repaired(p);
    play_update(p, FIX_BELT, FIX_OLOF, CLAIM_CONFIRMED, -1);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_BELT), REFUSAL_NONE);
    assert_int_equal(p->state.claims[0].settled, CLAIM_HELD);
    assert_int_equal(p->state.claims[1].settled, CLAIM_FOUND_OUT);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_FOUND_OUT), -STAKE_CONFIRMED);
}

/* --- a call that was promised --- */

static void test_a_promised_call_covers_the_wait(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 12));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 27));
    play_to(p, FIX_TIME(9, 22));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 1), OUTCOME_NONE);
    play_to(p, FIX_TIME(9, 27));
    assert_int_equal(p->state.incidents[FIX_FROZEN].silences, 0);
    play_to(p, FIX_TIME(9, 28));   /* it did not come */
    assert_int_equal(p->state.incidents[FIX_FROZEN].silences, 1);
    play_to(p, FIX_TIME(9, 30));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 2), OUTCOME_MISSED);
}

static void test_a_promise_spares_the_minutes_of_silence(void **state)
{
    struct play *p = *state, *q = play_new(3);
    play_start(q, FIX_MORNING);
    play_to(p, FIX_TIME(9, 6));
    play_to(q, FIX_TIME(9, 6));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 20));
    play_update(q, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    play_to(p, FIX_TIME(9, 19));
    play_to(q, FIX_TIME(9, 19));
    int32_t better = p->state.customers[FIX_MARA].satisfaction - q->state.customers[FIX_MARA].satisfaction;
    assert_in_range(better, -3 * MINUTE_SILENT, -5 * MINUTE_SILENT);
    assert_int_equal(q->state.incidents[FIX_FROZEN].silences, 1);
    free(q);
}

static void test_no_promise_covers_for_ever(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 6));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 50));   /* far */
    play_to(p, FIX_TIME(9, 14));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_MISSED);
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 20));
    play_to(p, FIX_TIME(9, 19));
    play_promise(p, FIX_FROZEN, FIX_MARA, FIX_TIME(9, 34));   /* instead of the call that is due */
    play_to(p, FIX_TIME(9, 30));
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 1), OUTCOME_MISSED);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 2), OUTCOME_MISSED);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_customer_who_left_before_the_call_was_not_let_down), TEST(test_the_decider_has_heard),
        TEST(test_a_choice_put_away_is_a_refusal), TEST(test_what_runs_needs_no_fix_time),
        TEST(test_the_cause_after_the_way_around_is_not_less), TEST(test_less_than_known_stays_less),
        TEST(test_no_answer_ahead_of_what_is_known), TEST(test_a_strong_word_that_is_known_is_an_answer),
        TEST(test_blame_about_nothing_in_particular_is_heard), TEST(test_an_improvised_question_counts_like_any_other),
        TEST(test_asking_afterwards_wins_nothing), TEST(test_a_disputed_update_is_no_silence),
        TEST(test_a_window_cut_short_rests_on_what_was_said), cmocka_unit_test(test_nothing_is_owed_after_the_warm_up),
        TEST(test_a_round_that_is_over_stands), TEST(test_an_untouched_project_is_missed_in_the_last_round),
        TEST(test_a_project_broken_off_owes_nothing_later), TEST(test_bad_news_ahead_of_its_incident_waits_for_it),
        TEST(test_an_event_gives_what_it_says), TEST(test_finding_out_and_begun_is_one_breath),
        TEST(test_a_question_answered_in_one_breath_is_answered), TEST(test_nothing_due_is_not_nothing_delivered),
        TEST(test_a_target_that_has_passed_is_told), TEST(test_a_confirmation_settles_what_was_said),
        TEST(test_closing_unasked_contradicts_only_a_confirmation), TEST(test_a_promised_call_covers_the_wait),
        TEST(test_a_promise_spares_the_minutes_of_silence), TEST(test_no_promise_covers_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
