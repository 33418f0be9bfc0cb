/* The learning moment of rounds that were really played: what it shows is so, names nobody, and nothing comes before its time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../learning_play.h"
#include "../texts.h"
#include "assess/pattern.h"
#include "sim/between.h"
#include "view/view_learning.h"

static struct learning_play play;
static struct view_learning view;

static void look(void) { view_learning_build(&play.arena, play.session, session_state(play.session)->round, &view); }

static void begin(enum bot_kind kind, int rounds, int tables)
{
    learning_play_begin(&play, kind, rounds, tables);
    look();
}

static int end(void **state)
{
    (void)state;
    learning_play_end(&play);
    return 0;
}

static void do_it(struct sim_command c, const char *words)
{
    if (!learning_try(&play, c, words, NULL))
        fail_msg("command %d was refused", c.kind);
    look();
}

static void is_whole(const char *words)
{
    if (strchr(words, '{') || strstr(words, "learning.") || strstr(words, "pattern.") || strstr(words, "  "))
        fail_msg("not whole: “%s”", words);
}

/* No member is called anything like this, so that it cannot be part of another word. */
static void names_nobody(const char *words)
{
    is_whole(words);
    for (int i = 0; i < 6; i++)
        if (strstr(words, session_setup(play.session)->members[i].name))
            fail_msg("names somebody: “%s”", words);
}

static void pattern_is_sound(const struct learning_pattern *p)
{
    int32_t before = -1;
    names_nobody(p->name);
    names_nobody(p->headline);
    names_nobody(p->ask);
    for (int k = 0; k < p->evidence_count; k++) {
        const struct learning_evidence *e = &p->evidence[k];
        assert_true(e->text[0] != '\0' && e->at >= before && e->lane < view.timeline.lane_count);
        before = e->at;
        names_nobody(e->text);
        names_nobody(e->full);
        names_nobody(e->note);
        if (e->lane >= 0)
            assert_true(e->at >= view.timeline.lanes[e->lane].from);
    }
    for (int k = 0; k < p->later_count; k++)
        names_nobody(p->later[k].text);
    assert_true(!p->good || p->later_count == 0);
}

static void timeline_is_sound(void)
{
    const struct learning_timeline *t = &view.timeline;
    assert_true(t->from < t->to && t->now <= t->to && t->lane_count > 0);
    for (int k = 0; k < t->lane_count; k++) {
        const struct learning_lane *lane = &t->lanes[k];
        names_nobody(lane->title);
        names_nobody(lane->customer);
        assert_true(lane->from >= t->from && lane->from <= lane->to && lane->to <= t->now);
        for (int m = 0; m < lane->mark_count; m++)
            assert_true(lane->marks[m].from <= lane->marks[m].at && lane->marks[m].from <= t->now);
    }
}

static void every_play_is_told_whole_and_without_names(void **state)
{
    (void)state;
    for (int kind = 0; kind < BOT_KIND_COUNT; kind++)
        for (int rounds = 1; rounds <= 4; rounds++) {
            begin((enum bot_kind)kind, rounds, rounds % 2);
            assert_true(view.played && view.pattern_count > 0 && !view.in_round);
            timeline_is_sound();
            for (int k = 0; k < view.pattern_count; k++)
                pattern_is_sound(&view.patterns[k]);
            for (int k = 0; k < view.ask_count; k++)
                names_nobody(view.asks[k]);
            for (int k = 0; k < view.verdict_count; k++) {
                names_nobody(view.verdicts[k].sentence);
                names_nobody(view.verdicts[k].evidence);
                names_nobody(view.verdicts[k].calls_for);
                assert_true(k == 0 || strcmp(view.verdicts[k - 1].time, view.verdicts[k].time) <= 0);
            }
            assert_true(view.ask_count > 0 && view.ask_count <= LEARNING_ASKS && view.verdict_count > 10);
            assert_int_equal(view.has_next, rounds < 4);
            learning_play_end(&play);
        }
}

/* As many times as the headline says. */
static int times_said(const char *headline)
{
    for (int n = 1; n <= 12; n++) {
        char key[32];
        snprintf(key, sizeof key, "learning.times.%d", n);
        if (str_begins(headline, text(key)))
            return n;
    }
    return atoi(headline);
}

static void the_evidence_proves_the_number_of_the_headline(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 1, 1);
    assert_true(view.pattern_count >= 5);
    for (int k = 0; k < view.pattern_count; k++) {
        const struct learning_pattern *p = &view.patterns[k];
        assert_int_equal(times_said(p->headline), p->evidence_count + p->more);
        assert_true(times_said(p->headline) >= 3);
    }
    assert_false(view.patterns[0].good);
    assert_true(view.figures.delivered > 60 && view.figures.perceived < view.figures.delivered);
    assert_string_equal(view.figures.unseen, "The customers could see 0 of 18 acts");
}

static struct learning_verdict *verdict_saying(const char *words)
{
    for (int k = 0; k < view.verdict_count; k++)
        if (str_begins(view.verdicts[k].sentence, words))
            return &view.verdicts[k];
    fail_msg("no verdict says “%s”", words);
    return NULL;
}

static const struct learning_pattern *pattern_called(const char *name)
{
    for (int k = 0; k < view.pattern_count; k++)
        if (strcmp(view.patterns[k].name, name) == 0)
            return &view.patterns[k];
    return NULL;
}

/* What the room overruled is no evidence any more; what it disputes is none until it is settled. */
static void settled_disputes_change_the_evidence(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 1, 1);
    int before = pattern_called("The first word late")->evidence_count;
    struct learning_verdict *v = verdict_saying("Piet did not hear that anybody has it");
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = v->aim;
    c.dispute.source = v->key.source;
    c.dispute.subject = v->key.subject;
    c.dispute.customer = v->key.customer;
    c.dispute.nth = v->key.nth;
    do_it(c, "He was told in the corridor");
    assert_int_equal(view.disputed, 1);
    v = verdict_saying("Piet did not hear that anybody has it");
    assert_true(v->disputed);
    assert_string_equal(v->reason, "He was told in the corridor");
    assert_string_equal(v->word, "missed");
    assert_true(strstr(v->calls_for, "missed") == NULL && v->calls_for[0]);
    assert_int_equal(pattern_called("The first word late")->evidence_count, before - 1);
    struct sim_command over = sim_command_make(SIM_CMD_OVERRULE);
    over.overrule.aim = v->aim;
    over.overrule.source = v->key.source;
    over.overrule.subject = v->key.subject;
    over.overrule.customer = v->key.customer;
    over.overrule.nth = v->key.nth;
    over.overrule.outcome = OUTCOME_MET;
    do_it(over, "Two saw it");
    assert_int_equal(view.disputed, 0);
    assert_int_equal(pattern_called("The first word late")->evidence_count, before - 1);
}

static void tables_mark_their_own_lines_and_persons_speak_as_one(void **state)
{
    (void)state;
    begin(BOT_MIXED, 2, 1);
    assert_int_equal(view.table_count, 6);
    assert_true(view.pledge_count > 3);
    struct sim_command c = sim_command_make(SIM_CMD_MARK);
    c.mark.what = view.pledges[0].what;
    c.mark.slot = view.pledges[0].slot;
    c.mark.round = view.round;
    c.mark.member = 2;
    c.mark.outcome = OUTCOME_PARTLY;
    do_it(c, NULL);
    assert_int_equal(view.pledges[0].marks[2], OUTCOME_PARTLY);
    assert_int_equal(view.pledges[0].marks[1], OUTCOME_OPEN);
    assert_int_equal(view.pledges[0].partly, 1);
    assert_int_equal(view.pledges[0].marked, 1);
    learning_play_end(&play);
    begin(BOT_MIXED, 2, 0);
    assert_int_equal(view.table_count, 1);
    assert_int_equal(view.tables[0].member, NOBODY);
    assert_int_equal(view.member_count, 6);
}

static struct sim_command tally_of(int32_t subject, int32_t count)
{
    struct sim_command c = sim_command_make(SIM_CMD_TALLY);
    c.tally.what = TALLY_COMMITMENT;
    c.tally.subject = subject;
    c.tally.by = NOBODY;
    c.tally.count = count;
    return c;
}

static struct sim_command commit_of(int32_t slot, int32_t behaviour, int32_t member)
{
    struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
    c.commit.slot = slot;
    c.commit.behaviour = behaviour;
    c.commit.member = member;
    return c;
}

static void candidates_answer_the_patterns_and_keep_their_places(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 1, 1);
    struct view_learning before = view;
    assert_int_equal(view.candidate_count, 5);
    assert_int_equal(view.candidates[0].behaviour, BEHAVIOUR_BAD_NEWS_FIRST);
    assert_string_equal(view.candidates[0].text, view_learning_deed(BEHAVIOUR_BAD_NEWS_FIRST));
    assert_int_equal(view.candidates[0].votes, -1);
    assert_int_equal(view.free_slot, 0);
    do_it(tally_of(view.candidates[1].subject, 7), NULL);
    do_it(commit_of(0, view.candidates[1].behaviour, 3), view.candidates[1].text);
    do_it(commit_of(1, NOBODY, NOBODY), "We walk over once an hour");
    for (int k = 0; k < before.candidate_count; k++)
        assert_int_equal(view.candidates[k].behaviour, before.candidates[k].behaviour);
    assert_int_equal(view.candidates[1].slot, 0);
    assert_int_equal(view.candidates[1].votes, 7);
    assert_string_equal(view.candidates[1].who, "Table Dogwood");
    assert_int_equal(view.candidate_count, before.candidate_count + 1);
    assert_string_equal(view.candidates[5].text, "We walk over once an hour");
    assert_int_equal(view.candidates[5].subject, BEHAVIOUR_COUNT + 1);
    assert_int_equal(view.picked, 2);
    assert_int_equal(view.free_slot, 2);
    do_it(commit_of(2, BEHAVIOUR_OWN_IT, NOBODY), "Own it");
    assert_int_equal(view.free_slot, NOBODY);
    assert_string_equal(view.candidates[6].text, "Own it");
}

static const struct learning_candidate *candidate_of(int32_t subject)
{
    for (int k = 0; k < view.candidate_count; k++)
        if (view.candidates[k].subject == subject)
            return &view.candidates[k];
    fail_msg("%d is no candidate", (int)subject);
    return NULL;
}

static void hands_of_an_earlier_learning_moment_are_not_shown_again(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 1, 1);
    int32_t subject = BEHAVIOUR_ASK_IMPACT;
    do_it(tally_of(subject, 7), NULL);
    assert_int_equal(candidate_of(subject)->votes, 7);
    assert_false(candidate_of(subject)->stale);
    do_it(commit_of(0, subject, NOBODY), view_learning_deed(subject));
    learning_round_play(&play, -1);
    look();
    assert_int_equal(view.last_count, 1);
    assert_string_equal(view.last[0].text, view_learning_deed(subject));
    assert_true(view.last[0].counts[0] && view.last[0].word[0]);
    for (int k = 0; k < view.candidate_count; k++)
        assert_int_equal(view.candidates[k].votes, -1);
    assert_true(candidate_of(subject)->stale);
    assert_false(learning_try(&play, tally_of(subject, 7), NULL, NULL));
    do_it(tally_of(subject, 0), NULL);
    do_it(tally_of(subject, 7), NULL);
    assert_int_equal(candidate_of(subject)->votes, 7);
}

static void a_stop_in_the_round_shows_no_more_than_has_happened(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 0, 1);
    assert_false(view.played);
    learning_round_play(&play, 7 * 3600 + 20 * 60);
    struct sim_command c = sim_command_make(SIM_CMD_LEARN);
    c.learn.pattern = 12;   /* the first word late */
    do_it(c, NULL);
    assert_true(view.played && view.in_round && view.runs && view.has_next);
    assert_string_equal(view.title, "Learning moment, in round 1");
    assert_string_equal(view.patterns[0].name, "The first word late");
    assert_int_equal(view.timeline.now, session_state(play.session)->now);
    timeline_is_sound();
}

static void stopped_at(int32_t second)
{
    begin(BOT_TECHNICIAN, 0, 1);
    learning_round_play(&play, second);
    assert_true(learning_try(&play, learning_command(SIM_CMD_END_ROUND, 1, 0), NULL, NULL));
    look();
    assert_int_equal(view.pattern_count, 1);
    assert_int_equal(view.patterns[0].pattern, NOBODY);
    pattern_is_sound(&view.patterns[0]);
}

static void where_nothing_repeats_what_weighed_most_is_shown(void **state)
{
    (void)state;
    stopped_at(6 * 3600 + 9 * 60);
    assert_int_equal(view.patterns[0].evidence_count, 0);
    assert_string_equal(view.patterns[0].headline, text("learning.none.quiet"));
    learning_play_end(&play);
    stopped_at(6 * 3600 + 20 * 60);
    assert_true(view.patterns[0].evidence_count > 0);
    assert_string_equal(view.patterns[0].headline, text("learning.none.headline"));
    assert_true(strstr(view.patterns[0].evidence[0].note, "Piet") || strstr(view.patterns[0].evidence[0].note, "Ines"));
}

static void every_pattern_and_behaviour_has_its_words(void **state)
{
    (void)state;
    begin(BOT_TECHNICIAN, 0, 1);
    for (int32_t k = 0; k < BEHAVIOUR_COUNT; k++) {
        is_whole(view_learning_deed(k));
        is_whole(view_learning_check(k));
        assert_true(view_learning_deed(k)[0] && strcmp(view_learning_deed(k), view_learning_check(k)) != 0);
    }
    assert_string_equal(view_learning_deed(NOBODY), "");
    assert_string_equal(view_learning_check(BEHAVIOUR_COUNT), "");
    for (int32_t p = 0; p < 21; p++) {
        char key[80];
        snprintf(key, sizeof key, "learning.headline.%s", pattern_word(p));
        assert_true(text_has(key));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_play_is_told_whole_and_without_names),
        cmocka_unit_test_teardown(the_evidence_proves_the_number_of_the_headline, end),
        cmocka_unit_test_teardown(settled_disputes_change_the_evidence, end),
        cmocka_unit_test_teardown(tables_mark_their_own_lines_and_persons_speak_as_one, end),
        cmocka_unit_test_teardown(candidates_answer_the_patterns_and_keep_their_places, end),
        cmocka_unit_test_teardown(hands_of_an_earlier_learning_moment_are_not_shown_again, end),
        cmocka_unit_test_teardown(a_stop_in_the_round_shows_no_more_than_has_happened, end),
        cmocka_unit_test_teardown(where_nothing_repeats_what_weighed_most_is_shown, end),
        cmocka_unit_test_teardown(every_pattern_and_behaviour_has_its_words, end)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
