#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "model/acts.h"
#include "model/scenario.h"
#include "model/words.h"
#include <string.h>

static void words_follow_their_enums(void **state)
{
    (void)state;
    assert_string_equal(score_word(SCORE_FOLLOW), "follow-through");
    assert_string_equal(mood_word(MOOD_FURIOUS), "furious");
    assert_string_equal(incident_kind_word(INCIDENT_CONTENTION), "contention");
    assert_string_equal(level_word(LEVEL_WAITING), "waiting");
    assert_string_equal(fact_kind_word(FACT_BAD_NEWS), "bad-news");
    assert_string_equal(work_kind_word(WORK_VERIFY), "verify");
    assert_string_equal(question_word(ASK_GO_AHEAD), "go-ahead");
    assert_string_equal(claim_word(CLAIM_UNDER_CONTROL), "under-control");
    assert_string_equal(need_kind_word(NEED_DELIGHTER), "delighter");
    assert_string_equal(hair_word(HAIR_SCARF), "scarf");
    assert_string_equal(effect_kind_word(EFFECT_OFFER), "offer");
    assert_string_equal(improvement_word(IMPROVE_CROSS_TRAINING), "cross-training");
    assert_string_equal(spine_word(SPINE_POLICY), "policy");
    assert_string_equal(aspect_word(ASPECT_CULTURE), "culture");
}

static void a_value_out_of_range_has_no_word(void **state)
{
    (void)state;
    assert_string_equal(score_word(SCORE_COUNT), "");
    assert_string_equal(mood_word((enum mood) - 1), "");
    assert_string_equal(act_word(ACT_NONE), "");
    assert_string_equal(act_word(ACT_COUNT), "");
}

static void every_act_is_found_by_its_word(void **state)
{
    (void)state;
    for (int a = ACT_ACKNOWLEDGE; a < ACT_COUNT; a++)
        assert_int_equal(act_from_word(act_word((enum act)a)), a);
    assert_string_equal(act_word(ACT_ESCALATE), "escalate");
    assert_int_equal(act_from_word("re-test-conditions"), ACT_RETEST_CONDITIONS);
    assert_int_equal(act_from_word("shout"), ACT_NONE);
    assert_int_equal(act_from_word(""), ACT_NONE);
}

/* Two equal words in a list would make one of them unreachable. */
static void words_of_a_list_differ(void **state)
{
    (void)state;
    const struct word_list *const lists[] = {
        &words_score,      &words_mood,       &words_need,          &words_incident_kind,  &words_level,
        &words_fact_kind,  &words_work_kind,  &words_question,      &words_claim,          &words_fix_times,
        &words_pack_level, &words_hair,       &words_effect,        &words_improvement,    &words_spine,
        &words_aspect,     &words_work_stage, &words_promise_stage, &words_incident_stage, &words_outcome,
        &words_act,        &words_idea,       &words_preset,       &words_phase};
    for (size_t l = 0; l < sizeof lists / sizeof lists[0]; l++)
        for (int32_t i = 0; i < lists[l]->count; i++)
            assert_int_equal(word_find(lists[l], lists[l]->items[i]), i);
    assert_int_equal(words_idea.count, 28);
}

static void strong_claims_begin_with_knowing_why(void **state)
{
    (void)state;
    assert_false(claim_is_strong(CLAIM_DO_NOT_KNOW));
    assert_false(claim_is_strong(CLAIM_FINDING_OUT));
    assert_true(claim_is_strong(CLAIM_KNOW_WHY));
    assert_true(claim_is_strong(CLAIM_CONFIRMED));
    assert_false(claim_is_strong(CLAIM_COUNT));
}

static void facts_answer_the_question_of_their_kind(void **state)
{
    (void)state;
    assert_int_equal(fact_kind_question(FACT_IMPACT), ASK_IMPACT);
    assert_int_equal(fact_kind_question(FACT_PRIORITY), ASK_URGENCY);
    assert_int_equal(fact_kind_question(FACT_EXPECTATION), ASK_EXPECTATION);
    assert_int_equal(fact_kind_question(FACT_CONSTRAINT), ASK_EXPECTATION);
    assert_int_equal(fact_kind_question(FACT_WORKAROUND), ASK_IDEAS);
    assert_int_equal(fact_kind_question(FACT_CAUSE), ASK_IDEAS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_follow_their_enums),
        cmocka_unit_test(a_value_out_of_range_has_no_word),
        cmocka_unit_test(every_act_is_found_by_its_word),
        cmocka_unit_test(words_of_a_list_differ),
        cmocka_unit_test(strong_claims_begin_with_knowing_why),
        cmocka_unit_test(facts_answer_the_question_of_their_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
