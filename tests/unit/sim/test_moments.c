/* Each rule's moment: met, partly met, missed, broken. */
#include "fixture.h"

#include "sim/figures.h"

static int setup(void **state)
{
    struct play *p = play_new(11);
    play_start(p, FIX_MORNING);
    play_to(p, FIX_TIME(9, 5));
    *state = p;
    return 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static int32_t of(const struct play *p, int32_t source, incident_id i)
{
    return seen_outcome(p, source, i, -1, -1);
}

static void test_which_open_with_each_kind(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 10));
    static const int32_t sources[] = {MOMENT_ACKNOWLEDGED, MOMENT_IMPACT_ASKED, MOMENT_CONTENTION, MOMENT_CONDITIONS, MOMENT_CONFIRMED,
        MOMENT_NO_SILENCE, MOMENT_UPDATE_WINDOW, MOMENT_COMMITMENT, MOMENT_MILESTONE};
    static const struct { incident_id incident; int exists[9]; } rows[] = {
        {FIX_FROZEN, {1, 1, 0, 0, 1, 1, 1, 1, 0}},     /* major, but the pack gives no conditions */
        {FIX_BADGES, {1, 1, 0, 0, 1, 1, 1, 1, 0}},
        {FIX_WHO_FIRST, {1, 0, 1, 0, 0, 0, 0, 0, 0}},
        {FIX_KIOSK, {1, 0, 0, 0, 0, 0, 0, 0, 0}},
        {FIX_MOVE, {1, 1, 0, 1, 1, 0, 1, 0, 1}},
    };
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
        for (int k = 0; k < 9; k++)
            assert_int_equal(of(p, sources[k], rows[r].incident) >= 0, rows[r].exists[k]);
    assert_int_equal(seen_moments(p, MOMENT_MILESTONE, FIX_MOVE), 3);
    assert_int_equal(seen_moments(p, MOMENT_RETEST, FIX_MOVE), 3);
}

static void test_acknowledged(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 10));
    assert_int_equal(play_two(p, SIM_CMD_ACKNOWLEDGE, FIX_FROZEN, FIX_MARA), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_ACKNOWLEDGED, FIX_FROZEN), OUTCOME_MET);
    play_to(p, FIX_TIME(9, 15));
    assert_int_equal(of(p, MOMENT_ACKNOWLEDGED, FIX_MOVE), OUTCOME_OPEN);
    play_to(p, FIX_TIME(9, 15) + 1);
    assert_int_equal(of(p, MOMENT_ACKNOWLEDGED, FIX_MOVE), OUTCOME_MISSED);
}

static void test_impact_asked(void **state)
{
    struct play *p = *state;
    play_ask(p, FIX_FROZEN, FIX_INES, ASK_IMPACT);   /* another customer may be asked too */
    assert_int_equal(of(p, MOMENT_IMPACT_ASKED, FIX_FROZEN), OUTCOME_MET);
    play_to(p, FIX_TIME(9, 21));
    play_work(p, FIX_BADGES_PRINT);
    assert_int_equal(of(p, MOMENT_IMPACT_ASKED, FIX_BADGES), OUTCOME_MISSED);
    play_ask(p, FIX_BADGES, FIX_OLOF, ASK_IMPACT);
    assert_int_equal(of(p, MOMENT_IMPACT_ASKED, FIX_BADGES), OUTCOME_MISSED);
}

static void renew(struct play *p, int asked)
{
    play_work(p, FIX_FROZEN_LOOK);
    play_to(p, p->state.now + 12 * 60);
    if (asked)
        play_ask(p, FIX_FROZEN, FIX_MARA, ASK_GO_AHEAD);
    assert_int_equal(play_work(p, FIX_FROZEN_RENEW), REFUSAL_NONE);
}

static void test_go_ahead_asked(void **state)
{
    struct play *p = *state;
    renew(p, 1);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_MET);
    int32_t harmed = 0;
    for (int k = 0; k < 30; k++) {
        play_to(p, p->state.now + 60);
        harmed += made_count(p, SIM_EV_HARM);
    }
    assert_int_equal(harmed, 0);
}

static void test_go_ahead_not_asked(void **state)
{
    struct play *p = *state;
    renew(p, 0);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_BROKEN);
    int32_t harmed = 0;
    for (int k = 0; k < 30; k++) {
        play_to(p, p->state.now + 60);
        harmed += made_count(p, SIM_EV_HARM);
        if (made_count(p, SIM_EV_HARM))
            assert_int_equal(made_trust(p, FIX_MARA, REASON_HARM), -FALL_HARM);
    }
    assert_int_equal(harmed, 1);
}

static void test_go_ahead_of_the_wrong_customer_does_not_count(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    play_to(p, p->state.now + 12 * 60);
    play_ask(p, FIX_FROZEN, FIX_OLOF, ASK_GO_AHEAD);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_CONSULTED), 0);
    play_work(p, FIX_FROZEN_RENEW);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_BROKEN);
}

static void test_go_ahead_left(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    play_end(p);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_MISSED);   /* the cause was known: it could have been done */
}

static void test_no_go_ahead_for_what_was_not_possible(void **state)
{
    struct play *p = *state;
    play_end(p);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_NONE);
}

static void test_go_ahead_asked_for_and_not_used(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    play_to(p, p->state.now + 12 * 60);
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_GO_AHEAD);
    play_end(p);
    assert_int_equal(of(p, MOMENT_GO_AHEAD, FIX_FROZEN), OUTCOME_NONE);
}

static void test_a_blind_change_that_does_no_harm_is_found_out_too(void **state)
{
    struct play *p = *state;
    fix_works[FIX_FROZEN_RENEW].harm_chance = 0;
    play_work(p, FIX_FROZEN_LOOK);
    play_to(p, p->state.now + 12 * 60);
    assert_int_equal(play_work(p, FIX_FROZEN_RENEW), REFUSAL_NONE);
    int32_t ends = p->state.works[p->state.work_count - 1].ends;
    play_to(p, ends - 1);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_OVER_THEIR_HEAD), 0);
    play_to(p, ends);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_OVER_THEIR_HEAD), -FALL_OVER_HEAD);
    fix_works[FIX_FROZEN_RENEW].harm_chance = 100;
}

static void test_contention(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 40));
    struct sim_command c = sim_command_make(SIM_CMD_HAND_PRIORITY);
    c.hand_priority.incident = FIX_WHO_FIRST;
    c.hand_priority.customer = FIX_INES;
    c.hand_priority.option = 1;
    play_do(p, &c);
    assert_int_equal(of(p, MOMENT_CONTENTION, FIX_WHO_FIRST), OUTCOME_MET);
    assert_int_equal(made_trust(p, FIX_INES, REASON_CONSULTED), RISE_CONSULTED);
    assert_int_equal(p->state.incidents[FIX_WHO_FIRST].open, 2);
}

static void test_contention_to_somebody_else(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 40));
    struct sim_command c = sim_command_make(SIM_CMD_HAND_PRIORITY);
    c.hand_priority.incident = FIX_WHO_FIRST;
    c.hand_priority.customer = FIX_OLOF;
    play_do(p, &c);
    assert_int_equal(of(p, MOMENT_CONTENTION, FIX_WHO_FIRST), OUTCOME_PARTLY);
    for (int32_t k = 0; k < p->made.count; k++)
        if (p->made.items[k].kind == SIM_EV_DECISION)
            assert_in_range(p->made.items[k].decision.option, 0, 1);   /* the seed chose */
}

static void test_contention_decided_ourselves(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 40));
    assert_int_equal(play_two(p, SIM_CMD_DECIDE_OURSELVES, FIX_WHO_FIRST, 2), REFUSAL_NO_SUCH);   /* two options */
    assert_int_equal(play_two(p, SIM_CMD_DECIDE_OURSELVES, FIX_FROZEN, -1), REFUSAL_NOT_CONTENTION);
    assert_int_equal(play_two(p, SIM_CMD_DECIDE_OURSELVES, FIX_WHO_FIRST, 0), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONTENTION, FIX_WHO_FIRST), OUTCOME_BROKEN);
    assert_int_equal(made_trust(p, FIX_INES, REASON_OVER_THEIR_HEAD), -FALL_OVER_HEAD);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_OVER_THEIR_HEAD), -FALL_OVER_HEAD);
}

static void test_contention_refused_and_left(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 40));
    assert_int_equal(play_two(p, SIM_CMD_REFUSE, FIX_WHO_FIRST, FIX_MARA), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONTENTION, FIX_WHO_FIRST), OUTCOME_BROKEN);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_REFUSED), -FALL_REFUSED);
    struct play *q = play_new(1);
    play_start(q, FIX_MORNING);
    play_end(q);
    assert_int_equal(of(q, MOMENT_CONTENTION, FIX_WHO_FIRST), OUTCOME_MISSED);
    free(q);
}

static void test_conditions_and_retest(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 11));
    assert_int_equal(play_two(p, SIM_CMD_RETEST_CONDITIONS, FIX_MOVE, 0), REFUSAL_NO_CONDITIONS);
    assert_int_equal(play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_FROZEN, FIX_MARA), REFUSAL_NO_CONDITIONS);
    assert_int_equal(play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONDITIONS, FIX_MOVE), OUTCOME_MET);
    assert_int_equal(play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES), REFUSAL_ALREADY_DONE);
    assert_int_equal(play_two(p, SIM_CMD_RETEST_CONDITIONS, FIX_MOVE, 0), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_RETEST, FIX_MOVE, -1, 0), OUTCOME_MET);
    assert_int_equal(play_two(p, SIM_CMD_RETEST_CONDITIONS, FIX_MOVE, 1), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_RETEST, FIX_MOVE, -1, 1), OUTCOME_PARTLY);   /* before the plan was even due */
    play_to(p, FIX_TIME(11, 0));
    assert_int_equal(seen_outcome(p, MOMENT_RETEST, FIX_MOVE, -1, 2), OUTCOME_OPEN);
}

static void test_conditions_after_the_change_began(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 11));
    play_work(p, FIX_MOVE_BUILD);
    play_two(p, SIM_CMD_AGREE_CONDITIONS, FIX_MOVE, FIX_INES);
    assert_int_equal(of(p, MOMENT_CONDITIONS, FIX_MOVE), OUTCOME_PARTLY);
}

static void serve_badges(struct play *p)
{
    play_to(p, FIX_TIME(9, 21));
    play_work(p, FIX_BADGES_PRINT);
    play_to(p, FIX_TIME(9, 34));
    assert_true(p->state.incidents[FIX_BADGES].restored >= 0);
}

static void test_confirmed(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    assert_int_equal(play_two(p, SIM_CMD_VERIFY, FIX_BADGES, FIX_OLOF), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_BADGES), OUTCOME_OPEN);   /* not yet */
    serve_badges(p);
    play_ask(p, FIX_BADGES, FIX_OLOF, ASK_CONFIRMATION);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_BADGES), OUTCOME_MET);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_CONFIRMED), RISE_CONFIRMED);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_CLOSED_UNASKED), 0);
    assert_int_equal(p->state.incidents[FIX_BADGES].open, 2);
}

static void test_closed_unasked(void **state)
{
    struct play *p = *state;
    serve_badges(p);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_BADGES), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_BADGES), OUTCOME_BROKEN);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_CLOSED_UNASKED), -FALL_CLOSED_UNASKED);
}

static void test_closed_while_down_is_opened_again(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_FROZEN), REFUSAL_NONE);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_FROZEN), OUTCOME_BROKEN);
    assert_int_equal(p->state.incidents[FIX_FROZEN].open, 1);
    assert_int_equal(p->state.services[FIX_CHECK_IN].level, LEVEL_DOWN);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_FROZEN), REFUSAL_NOT_FIXED);
    play_to(p, FIX_TIME(10, 10));
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_KIOSK), REFUSAL_NONE);   /* an opportunity too */
    assert_int_equal(made_trust(p, FIX_INES, REASON_REFUSED), -FALL_REFUSED);
    assert_int_equal(play_one(p, SIM_CMD_CLOSE, FIX_KIOSK), REFUSAL_NOT_FIXED);
}

static void test_refused_breaks_and_goes_on(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 21));
    struct sim_command c = sim_command_make(SIM_CMD_REFUSE);
    c.refuse.incident = FIX_BADGES;
    c.refuse.customer = FIX_OLOF;
    c.refuse.offer = 1;
    play_do(p, &c);
    assert_int_equal(made_trust(p, FIX_OLOF, REASON_REFUSED), -FALL_REFUSED_OFFER);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_BADGES), OUTCOME_BROKEN);
    assert_int_equal(play_try(p, &c), REFUSAL_ALREADY_DONE);
    play_to(p, FIX_TIME(9, 35) + 1);
    assert_int_equal(of(p, MOMENT_UPDATE_WINDOW, FIX_BADGES), OUTCOME_MISSED);   /* a refused incident keeps all its moments */
    assert_int_equal(of(p, MOMENT_COMMITMENT, FIX_BADGES), OUTCOME_MISSED);
}

static void test_no_silence(void **state)
{
    struct play *p = *state;
    serve_badges(p);
    play_two(p, SIM_CMD_VERIFY, FIX_BADGES, FIX_OLOF);
    assert_int_equal(of(p, MOMENT_NO_SILENCE, FIX_BADGES), OUTCOME_MET);   /* quick help is no silence */
    play_to(p, FIX_TIME(10, 15));
    assert_int_equal(p->state.incidents[FIX_BELT].silences, 0);
    play_to(p, FIX_TIME(10, 15) + 1);
    assert_int_equal(p->state.incidents[FIX_BELT].silences, 1);
    play_two(p, SIM_CMD_ACKNOWLEDGE, FIX_BELT, FIX_OLOF);
    for (int32_t t = FIX_TIME(10, 25); t < FIX_TIME(11, 0); t += 600) {
        play_to(p, t);
        play_update(p, FIX_BELT, FIX_OLOF, CLAIM_DO_NOT_KNOW, -1);
    }
    play_end(p);
    assert_int_equal(of(p, MOMENT_NO_SILENCE, FIX_BELT), OUTCOME_PARTLY);
    assert_int_equal(of(p, MOMENT_NO_SILENCE, FIX_FROZEN), OUTCOME_MISSED);
}

static void test_asking_for_ever_is_no_contact(void **state)
{
    struct play *p = *state;
    play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    for (int k = 0; k < 8; k++) {
        play_to(p, p->state.now + 60);
        play_ask(p, FIX_FROZEN, FIX_MARA, ASK_IMPACT);
    }
    assert_int_equal(sim_silence(&p->state, FIX_MARA), 480);
}

static void test_update_window(void **state)
{
    struct play *p = *state;
    int32_t P = 480, start = FIX_TIME(9, 5);
    play_to(p, start + P);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);   /* in the second it ends: still in it */
    play_to(p, start + P + 1);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 0), OUTCOME_MET);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);   /* a question is open: an answer */
    play_to(p, start + 2 * P + 1);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, p->state.now + 60);
    play_to(p, start + 3 * P + 1);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 2), OUTCOME_BROKEN);   /* the worst */
    play_to(p, start + 4 * P + 1);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 3), OUTCOME_MISSED);
}

static void test_empty_update_is_partly_met(void **state)
{
    struct play *p = *state;
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    play_to(p, FIX_TIME(9, 13) + 1);
    play_to(p, FIX_TIME(9, 20));
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, -1);
    play_to(p, FIX_TIME(9, 21) + 1);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_MARA, 1), OUTCOME_PARTLY);
}

static void test_a_window_cut_short_counts_only_what_was_said(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 50));
    play_end(p);
    int32_t last = -1;
    for (int32_t k = 0; k < p->state.moment_count; k++)
        if (p->state.moments[k].source == MOMENT_UPDATE_WINDOW && p->state.moments[k].subject == FIX_FROZEN)
            last = p->state.moments[k].outcome;
    assert_int_equal(last, OUTCOME_NONE);
}

static void test_talk_does_not_swell_the_score(void **state)
{
    struct play *p = *state;
    for (int k = 0; k < 10; k++)
        play_update(p, FIX_FROZEN, FIX_OLOF, CLAIM_DO_NOT_KNOW, -1);   /* it does not concern him */
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_OLOF, -1), -1);
    for (int k = 0; k < 10; k++)
        play_update(p, FIX_FROZEN, FIX_INES, CLAIM_DO_NOT_KNOW, -1);   /* bad news would matter to her */
    int32_t own = 0;
    for (int32_t k = 0; k < p->state.moment_count; k++)
        own += p->state.moments[k].source == MOMENT_UPDATE_WINDOW && p->state.moments[k].customer == FIX_INES;
    assert_int_equal(own, 1);
    play_update(p, FIX_FROZEN, FIX_OLOF, CLAIM_FIXED, -1);             /* ahead of what was known: a duty broken */
    play_to(p, FIX_TIME(9, 20) + 1);
    assert_int_equal(seen_outcome(p, MOMENT_UPDATE_WINDOW, FIX_FROZEN, FIX_OLOF, -1), OUTCOME_BROKEN);
}

static void test_bad_news(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    while (!sim_fact_known(&p->state, FIX_FROZEN_SLIPS))
        play_to(p, p->state.now + 1);
    int32_t known = p->state.now;
    play_to(p, known + 300);
    play_update(p, FIX_FROZEN, FIX_MARA, CLAIM_KNOW_WHY, -1);
    assert_int_equal(seen_outcome(p, MOMENT_BAD_NEWS, FIX_FROZEN, FIX_MARA, FIX_FROZEN_SLIPS), OUTCOME_MET);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_BAD_NEWS_TOLD), RISE_BAD_NEWS);
    play_to(p, known + 301);
    assert_int_equal(seen_outcome(p, MOMENT_BAD_NEWS, FIX_FROZEN, FIX_INES, FIX_FROZEN_SLIPS), OUTCOME_MISSED);
    play_update(p, FIX_FROZEN, FIX_INES, CLAIM_KNOW_WHY, -1);
    assert_int_equal(seen_outcome(p, MOMENT_BAD_NEWS, FIX_FROZEN, FIX_INES, FIX_FROZEN_SLIPS), OUTCOME_PARTLY);
    assert_int_equal(made_trust(p, FIX_INES, REASON_BAD_NEWS_TOLD), 0);
}

static void test_bad_news_never_told(void **state)
{
    struct play *p = *state;
    play_work(p, FIX_FROZEN_LOOK);
    play_end(p);
    assert_int_equal(seen_outcome(p, MOMENT_BAD_NEWS, FIX_FROZEN, FIX_INES, FIX_FROZEN_SLIPS), OUTCOME_MISSED);
    assert_int_equal(made_trust(p, FIX_INES, REASON_WITHHELD), -FALL_WITHHELD);
    assert_int_equal(made_trust(p, FIX_MARA, REASON_WITHHELD), -FALL_WITHHELD);
}

static void test_milestones(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(9, 30));
    play_update(p, FIX_MOVE, FIX_INES, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(seen_outcome(p, MOMENT_MILESTONE, FIX_MOVE, -1, 0), OUTCOME_MET);
    play_update(p, FIX_MOVE, FIX_INES, CLAIM_DO_NOT_KNOW, -1);   /* before the first milestone: none for the second */
    assert_int_equal(seen_outcome(p, MOMENT_MILESTONE, FIX_MOVE, -1, 1), OUTCOME_OPEN);
    play_to(p, FIX_TIME(10, 45));
    play_update(p, FIX_MOVE, FIX_INES, CLAIM_DO_NOT_KNOW, -1);
    assert_int_equal(seen_outcome(p, MOMENT_MILESTONE, FIX_MOVE, -1, 1), OUTCOME_PARTLY);   /* within the grace */
    play_end(p);
    play_start(p, FIX_AFTERNOON);
    play_to(p, FIX_TIME(13, 30) + FIGURE_MILESTONE_GRACE + 1);
    assert_int_equal(seen_outcome(p, MOMENT_MILESTONE, FIX_MOVE, -1, 2), OUTCOME_MISSED);
}

static int32_t log_complaint(struct play *p, customer_id c, incident_id i, int32_t due)
{
    struct sim_command x = sim_command_make(SIM_CMD_LOG_COMPLAINT);
    x.log_complaint.customer = c;
    x.log_complaint.incident = i;
    x.log_complaint.due = due;
    play_do(p, &x);
    return p->state.acts;
}

static void cheer(struct play *p, customer_id c)
{
    struct sim_event e = {.kind = SIM_EV_SATISFACTION, .at = p->state.now, .satisfaction = {
        c, 0, 90 * FIGURE_POINT, REASON_EVENT, NOBODY, 0}};
    sim_apply(&p->state, p->sc, &e);
}

/* Ticked off at once, or while the customer is as annoyed as before: nothing was resolved. And one cause, one complaint. */
static void test_a_complaint_that_was_ticked_off(void **state)
{
    struct play *p = *state;
    assert_int_equal(play_two(p, SIM_CMD_BLAME, FIX_MARA, FIX_FROZEN), REFUSAL_NONE);
    play_to(p, FIX_TIME(9, 7));
    cheer(p, FIX_MARA);
    int32_t act = log_complaint(p, FIX_MARA, FIX_FROZEN, FIX_TIME(9, 40));
    assert_int_equal(play_one(p, SIM_CMD_RESOLVE_COMPLAINT, act), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), OUTCOME_PARTLY);
    play_to(p, FIX_TIME(9, 15));
    act = log_complaint(p, FIX_MARA, FIX_FROZEN, FIX_TIME(9, 40));
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), -1);
    play_two(p, SIM_CMD_BLAME, FIX_MARA, FIX_FROZEN);
    play_to(p, FIX_TIME(9, 20));
    act = log_complaint(p, FIX_MARA, FIX_FROZEN, FIX_TIME(9, 50));
    play_to(p, FIX_TIME(9, 48));
    assert_true(sim_mood(&p->state, p->sc, FIX_MARA) >= MOOD_ANNOYED);
    assert_int_equal(play_one(p, SIM_CMD_RESOLVE_COMPLAINT, act), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), OUTCOME_PARTLY);
}

static void test_complaints(void **state)
{
    struct play *p = *state;
    log_complaint(p, FIX_OLOF, NOBODY, FIX_TIME(10, 0));
    assert_int_equal(of(p, MOMENT_COMPLAINT, NOBODY), -1);   /* no cause: nothing to be won by it */
    assert_int_equal(play_two(p, SIM_CMD_BLAME, FIX_MARA, FIX_FROZEN), REFUSAL_NONE);
    int32_t act = log_complaint(p, FIX_MARA, FIX_FROZEN, FIX_TIME(9, 30));
    play_to(p, FIX_TIME(9, 30));
    cheer(p, FIX_MARA);
    assert_int_equal(play_one(p, SIM_CMD_RESOLVE_COMPLAINT, act), REFUSAL_NONE);
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), OUTCOME_MET);
    assert_int_equal(play_one(p, SIM_CMD_RESOLVE_COMPLAINT, act), REFUSAL_ALREADY_OVER);
    assert_int_equal(play_two(p, SIM_CMD_BLAME, FIX_MARA, FIX_FROZEN), REFUSAL_NONE);
    act = log_complaint(p, FIX_MARA, FIX_FROZEN, FIX_TIME(9, 40));
    play_to(p, FIX_TIME(9, 50));
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), OUTCOME_MISSED);
    play_one(p, SIM_CMD_RESOLVE_COMPLAINT, act);
    assert_int_equal(seen_outcome(p, MOMENT_COMPLAINT, FIX_FROZEN, FIX_MARA, act), OUTCOME_PARTLY);
    assert_int_equal(play_one(p, SIM_CMD_RESOLVE_COMPLAINT, 3), REFUSAL_NO_SUCH);
}

static void test_opportunity_is_confirmed_only_when_worked(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 11));
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_KIOSK), -1);
    play_work(p, FIX_KIOSK_SHOW);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_KIOSK), OUTCOME_OPEN);
    play_to(p, FIX_TIME(10, 20));
    play_two(p, SIM_CMD_VERIFY, FIX_KIOSK, FIX_INES);
    assert_int_equal(of(p, MOMENT_CONFIRMED, FIX_KIOSK), OUTCOME_MET);
}

static void test_a_request_lapses(void **state)
{
    struct play *p = *state;
    play_to(p, FIX_TIME(10, 40) + 1);
    assert_int_equal(p->state.incidents[FIX_KIOSK].how, MARK_LAPSED);
    assert_int_equal(p->state.incidents[FIX_KIOSK].lost, 1000);
}

static void test_nothing_rises_after_the_confirmation(void **state)
{
    struct play *p = *state;
    serve_badges(p);
    play_two(p, SIM_CMD_VERIFY, FIX_BADGES, FIX_OLOF);
    struct sim_customer before = p->state.customers[FIX_OLOF];
    int32_t moments = p->state.moment_count;
    play_update(p, FIX_BADGES, FIX_OLOF, CLAIM_FIXED, -1);
    play_ask(p, FIX_BADGES, FIX_OLOF, ASK_FEEDBACK);
    play_two(p, SIM_CMD_PROACTIVE, FIX_OLOF, FIX_BADGES);
    assert_int_equal(p->state.customers[FIX_OLOF].trust, before.trust);
    assert_int_equal(p->state.customers[FIX_OLOF].satisfaction, before.satisfaction);
    assert_int_equal(p->state.moment_count, moments);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_which_open_with_each_kind), TEST(test_acknowledged), TEST(test_impact_asked), TEST(test_go_ahead_asked),
        TEST(test_go_ahead_not_asked), TEST(test_go_ahead_of_the_wrong_customer_does_not_count), TEST(test_go_ahead_left),
        TEST(test_no_go_ahead_for_what_was_not_possible), TEST(test_go_ahead_asked_for_and_not_used),
        TEST(test_a_blind_change_that_does_no_harm_is_found_out_too),
        TEST(test_contention), TEST(test_contention_to_somebody_else), TEST(test_contention_decided_ourselves),
        TEST(test_contention_refused_and_left), TEST(test_conditions_and_retest), TEST(test_conditions_after_the_change_began),
        TEST(test_confirmed), TEST(test_closed_unasked), TEST(test_closed_while_down_is_opened_again),
        TEST(test_refused_breaks_and_goes_on), TEST(test_no_silence), TEST(test_asking_for_ever_is_no_contact),
        TEST(test_update_window), TEST(test_empty_update_is_partly_met), TEST(test_a_window_cut_short_counts_only_what_was_said),
        TEST(test_talk_does_not_swell_the_score), TEST(test_bad_news), TEST(test_bad_news_never_told), TEST(test_milestones),
        TEST(test_complaints), TEST(test_a_complaint_that_was_ticked_off), TEST(test_opportunity_is_confirmed_only_when_worked), TEST(test_a_request_lapses),
        TEST(test_nothing_rises_after_the_confirmation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
