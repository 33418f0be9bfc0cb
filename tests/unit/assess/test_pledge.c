/* What became of commitments and charter: by the log, by the tables, and never in the scores. */
#include "tape.h"

#include "assess/pledge.h"
#include "model/words.h"
#include "sim/moments.h"

static void watch(const struct tape *t, struct pledge_watch *w)
{
    pledge_begin(w);
    for (int32_t k = 0; k < t->count; k++)
        pledge_fold(w, t->play->sc, &t->play->state, k, &t->events[k]);
}

static struct pledge_counts counts(const struct tape *t, int32_t behaviour, round_id round)
{
    struct pledge_watch w;
    watch(t, &w);
    return behaviour_counts(&w, &t->play->state, behaviour, round);
}

static void commit(struct tape *t, int32_t slot, int32_t behaviour)
{
    struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
    c.commit.slot = slot;
    c.commit.behaviour = behaviour;
    c.text = 10 + slot;
    tape_do(t, c);
}

static void charter(struct tape *t, int32_t slot, int32_t behaviour, int32_t words)
{
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    c.charter.slot = slot;
    c.charter.behaviour = behaviour;
    c.text = words;
    tape_do(t, c);
}

static void mark(struct tape *t, int32_t slot, int32_t member, int32_t outcome)
{
    struct sim_command c = sim_command_make(SIM_CMD_MARK);
    c.mark.what = PLEDGE_COMMITMENT;
    c.mark.slot = slot;
    c.mark.member = member;
    c.mark.round = FIX_AFTERNOON;
    c.mark.outcome = outcome;
    tape_do(t, c);
}

static void every_moment_source_with_a_behaviour_is_in_one_row(void **state)
{
    (void)state;
    uint32_t all = 0;
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++) {
        assert_true((all & behaviour_sources(b)) == 0);
        all |= behaviour_sources(b);
        assert_true(word_find(&words_idea, behaviour_idea(b)) >= 0);
    }
    assert_false(all >> MOMENT_SCRIPTED & 1);
    assert_int_equal(behaviour_sources(NOBODY), 0);
    assert_string_equal(behaviour_idea(BEHAVIOUR_COUNT), "");
}

static void shares_agree_with_the_moments(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_do(t, cmd_ask(FIX_FROZEN, FIX_MARA, ASK_IMPACT));
    tape_work(t, FIX_FROZEN_LOOK, NOBODY);
    tape_to(t, FIX_TIME(9, 21));
    tape_work(t, FIX_BADGES_PRINT, NOBODY);
    struct pledge_counts asked = counts(t, BEHAVIOUR_ASK_IMPACT, FIX_MORNING);
    assert_int_equal(asked.met, 1);
    assert_int_equal(asked.missed, 1);
    assert_int_equal(asked.percent, 50);
    assert_int_equal(counts(t, BEHAVIOUR_ASK_IMPACT, FIX_AFTERNOON).percent, -1);
    tape_dispute(t, (struct moment_key){MOMENT_IMPACT_ASKED, FIX_BADGES, FIX_OLOF, 0}, 1);
    assert_int_equal(counts(t, BEHAVIOUR_ASK_IMPACT, FIX_MORNING).percent, 100);
    tape_free(t);
}

static void claims_and_calls_count_themselves(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_DO_NOT_KNOW, FIX_TIME(9, 12));
    tape_to(t, FIX_TIME(9, 12));
    tape_say(t, 0, FIX_FROZEN, FIX_MARA, CLAIM_UNDER_CONTROL, -1);
    struct pledge_counts said = counts(t, BEHAVIOUR_SAY_WHAT_WE_KNOW, FIX_MORNING);
    assert_int_equal(said.met, 1);
    assert_int_equal(said.broken, 1);
    struct pledge_counts named = counts(t, BEHAVIOUR_NAME_THE_CALL, FIX_MORNING);
    assert_int_equal(named.met, 1);
    assert_int_equal(named.missed, 1);
    tape_to(t, FIX_TIME(9, 40));
    struct pledge_counts kept = counts(t, BEHAVIOUR_KEEP_THE_CALL, FIX_MORNING);
    assert_int_equal(kept.met, 0);
    assert_int_equal(kept.met + kept.partly + kept.missed + kept.broken, 1);
    tape_free(t);
}

static void blame_breaks_owning_it(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    tape_start(t, FIX_MORNING);
    tape_to(t, FIX_TIME(9, 6));
    assert_int_equal(counts(t, BEHAVIOUR_OWN_IT, FIX_MORNING).percent, -1);
    struct sim_command c = sim_command_make(SIM_CMD_BLAME);
    c.blame.customer = FIX_MARA;
    c.blame.incident = FIX_FROZEN;
    tape_do(t, c);
    assert_int_equal(counts(t, BEHAVIOUR_OWN_IT, FIX_MORNING).broken, 1);
    assert_int_equal(counts(t, BEHAVIOUR_OWN_IT, FIX_AFTERNOON).broken, 0);
    tape_free(t);
}

static void commitments_are_checked_in_their_round(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    struct pledge_found found[PLEDGES_A_ROUND];
    struct pledge_watch w;
    tape_start(t, FIX_MORNING);
    tape_end(t);
    commit(t, 0, BEHAVIOUR_ASK_IMPACT);
    commit(t, 2, NOBODY);
    watch(t, &w);
    assert_int_equal(pledge_list(&w, &t->play->state, FIX_MORNING, found), 0);
    assert_int_equal(pledge_list(&w, &t->play->state, FIX_AFTERNOON, found), 2);
    assert_int_equal(found[0].standing, PLEDGE_OPEN);
    tape_start(t, FIX_AFTERNOON);
    tape_to(t, FIX_TIME(13, 6));
    tape_do(t, cmd_ask(FIX_AGAIN, FIX_MARA, ASK_IMPACT));
    tape_work(t, FIX_AGAIN_LOOK, NOBODY);
    watch(t, &w);
    assert_int_equal(pledge_list(&w, &t->play->state, FIX_AFTERNOON, found), 2);
    assert_int_equal(found[0].behaviour, BEHAVIOUR_ASK_IMPACT);
    assert_int_equal(found[0].seen.percent, 100);
    assert_int_equal(found[0].standing, PLEDGE_KEPT);
    assert_int_equal(found[1].slot, 2);
    assert_int_equal(found[1].standing, PLEDGE_OPEN);
    tape_end(t);
    mark(t, 2, 0, OUTCOME_MET);
    mark(t, 2, 1, OUTCOME_PARTLY);
    mark(t, 0, 1, OUTCOME_MISSED);
    watch(t, &w);
    pledge_list(&w, &t->play->state, FIX_AFTERNOON, found);
    assert_int_equal(found[0].marked.missed, 1);
    assert_int_equal(found[1].marked.percent, 75);
    assert_int_equal(found[1].standing, PLEDGE_PARTLY);
    tape_free(t);
}

static void the_charter_is_that_of_its_round(void **state)
{
    (void)state;
    struct tape *t = tape_new(5);
    struct pledge_found found[PLEDGES_A_ROUND];
    struct pledge_watch w;
    charter(t, 1, BEHAVIOUR_FIRST_WORD, 20);
    tape_start(t, FIX_MORNING);
    tape_end(t);
    charter(t, 1, BEHAVIOUR_FIRST_WORD, 0);
    charter(t, 4, BEHAVIOUR_USER_CONFIRMS, 21);
    tape_start(t, FIX_AFTERNOON);
    tape_end(t);
    watch(t, &w);
    assert_int_equal(pledge_list(&w, &t->play->state, FIX_MORNING, found), 1);
    assert_int_equal(found[0].behaviour, BEHAVIOUR_FIRST_WORD);
    assert_int_equal(found[0].slot, 1);
    assert_int_equal(found[0].seen.percent, 0);
    assert_int_equal(found[0].standing, PLEDGE_NOT);
    assert_int_equal(pledge_list(&w, &t->play->state, FIX_AFTERNOON, found), 1);
    assert_int_equal(found[0].behaviour, BEHAVIOUR_USER_CONFIRMS);
    tape_free(t);
}

/* Ambition is not punished: the same course with and without a pledge scores the same. */
static void no_pledge_moves_a_score(void **state)
{
    (void)state;
    struct score_counts with[SCORE_COUNT], without[SCORE_COUNT];
    for (int pledged = 0; pledged < 2; pledged++) {
        struct tape *t = tape_new(5);
        if (pledged)
            charter(t, 0, BEHAVIOUR_FIRST_WORD, 20);
        tape_start(t, FIX_MORNING);
        tape_end(t);
        if (pledged)
            commit(t, 0, BEHAVIOUR_ASK_IMPACT);
        tape_start(t, FIX_AFTERNOON);
        tape_end(t);
        for (int k = 0; k < SCORE_COUNT; k++)
            (pledged ? with : without)[k] = score_of_state(&t->play->state, NOBODY, (enum score)k);
        tape_free(t);
    }
    assert_true(with[SCORE_INVOLVING].missed > 0);
    assert_memory_equal(with, without, sizeof with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_moment_source_with_a_behaviour_is_in_one_row),
        cmocka_unit_test(shares_agree_with_the_moments),
        cmocka_unit_test(claims_and_calls_count_themselves),
        cmocka_unit_test(blame_breaks_owning_it),
        cmocka_unit_test(commitments_are_checked_in_their_round),
        cmocka_unit_test(the_charter_is_that_of_its_round),
        cmocka_unit_test(no_pledge_moves_a_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
