/* A figure down to the log lines; patterns and feedback in words: whole, proved by events, and the sum of its parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "assess/walk.h"
#include "model/acts.h"
#include "model/words.h"
#include "play.h"
#include "view/view_console.h"
#include "view/view_explain.h"
#include "view/view_feedback.h"
#include "view/view_pattern.h"
#include "view/wording_pattern.h"

enum { WARM_UP, MORNING, AT_8 = 8 * 3600 };

static struct play play;
static struct arena frame;

static int begin(void **state)
{
    (void)state;
    return play_begin(&play) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    play_finish(&play);
    arena_release(&frame);
    return 0;
}

/* Nothing of the machine shows. */
static void is_whole(const char *sentence)
{
    if (sentence[0] == '\0' || strchr(sentence, '{') || strstr(sentence, "  ") || strstr(sentence, "pattern.") ||
        strstr(sentence, "practice.") || strstr(sentence, "explain.") || strstr(sentence, "figure."))
        fail_msg("not whole: “%s”", sentence);
}

static void update(incident_id i, customer_id c, enum claim claim, int32_t member, const char *words)
{
    struct sim_command u = sim_command_make(SIM_CMD_UPDATE);
    u.member = member;
    u.update.incident = i;
    u.update.customer = c;
    u.update.claim = (int32_t)claim;
    u.update.next_call = session_state(play.session)->now + 240;
    assert_true(play_do(&play, u, words, NULL));
}

/* A morning with something good, something forgotten, and claims ahead of what was known. */
static void play_morning(void)
{
    incident_id tills = play_incident(&play, "tills-stuck");
    customer_id olga = play.scenario->incidents[tills].reporter;
    play_start(&play, MORNING);
    play_to(&play, AT_8 + 300);
    for (incident_id i = 0; i < session_state(play.session)->incident_count; i++)
        if (session_state(play.session)->incidents[i].open == 1)
            tills = i, olga = session_state(play.session)->incidents[i].reporter;
    for (int32_t k = 0; k < 3; k++) {
        update(tills, olga, (enum claim)(CLAIM_WAY_AROUND + k), k % 2, "All is well.");
        play_to(&play, session_state(play.session)->now + 330);
    }
    play_end(&play);
}

static void every_figure_says_how_it_is_made(void **state)
{
    (void)state;
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        is_whole(explain_how(&frame, m));
        is_whole(explain_idea(&frame, measure_idea(m)));
        is_whole(explain_group((int32_t)measure_group(m)));
    }
    assert_string_equal(explain_how(&frame, NOBODY), "");
    assert_string_equal(explain_group(GROUP_COUNT), "");
}

static void every_rule_and_idea_has_words(void **state)
{
    (void)state;
    for (int32_t k = 0; k < words_idea.count; k++)
        is_whole(explain_idea(&frame, words_idea.items[k]));
    for (int32_t k = 0; k < RULE_COUNT; k++)
        assert_string_not_equal(explain_rule(&frame, RULE_OWN, rule_word(k)), rule_word(k));
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++)
        assert_string_not_equal(explain_rule(&frame, RULE_MOMENT, moment_source_word(k)), moment_source_word(k));
    for (int32_t k = REASON_KEPT; k < REASON_COUNT; k++)
        is_whole(explain_rule(&frame, RULE_REASON, reason_word(k)));
}

/* Every figure of the session: the items sum up to it, and each but a gate leads to an event that is there. */
static void items_sum_up_and_lead_to_the_log(void **state)
{
    (void)state;
    int all = 0;
    play_morning();
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        struct view_explain v;
        int32_t points = 0, items = 0;
        view_explain_build(&frame, play.session, m, NOBODY, &v);
        for (int k = 0; k < v.item_count; k++) {
            const struct explain_item *item = &v.items[k];
            int counts = !item->item.disputed && (item->item.possible > 0 || item->item.points != 0);
            points += item->item.disputed ? 0 : item->item.points;
            items += counts;
            if (!item->text[0] || !item->rule[0])
                fail_msg("%s, item %d: “%s”, rule “%s”", v.word, k, item->text, item->rule);
            for (int n = 0; n < item->line_count; n++) {
                assert_in_range(item->lines[n].event, 0, session_event_count(play.session) - 1);
                assert_string_equal(item->lines[n].word, sim_event_word(session_event_at(play.session, item->lines[n].event)->kind));
            }
            if (item->item.kind != ITEM_MEASURE && item->item.event != NOBODY)
                assert_true(item->line_count > 0);
            all++;
        }
        assert_int_equal(points, v.value.points);
        assert_true(v.value.items <= v.item_count && items <= v.item_count);
    }
    assert_true(all > 20);
}

static int has_line(const struct explain_item *item, int32_t kind, const char *words)
{
    for (int n = 0; n < item->line_count; n++)
        if (strcmp(item->lines[n].word, sim_event_word(kind)) == 0 && strstr(item->lines[n].text, words))
            return 1;
    return 0;
}

/* The window that was broken shows the claim that broke it, what was known and lacking then, and when that showed. */
static void a_window_shows_the_claims_that_made_it(void **state)
{
    (void)state;
    struct view_explain v;
    int broken = 0;
    play_morning();
    view_explain_build(&frame, play.session, MEASURE_HONEST, NOBODY, &v);
    for (int k = 0; k < v.item_count; k++) {
        const struct explain_item *item = &v.items[k];
        assert_int_equal(item->would[0] != '\0', item->item.rule_outcome >= OUTCOME_PARTLY && item->item.rule_outcome <= OUTCOME_BROKEN);
        for (int n = 1; n < item->line_count; n++)
            assert_true(item->lines[n].event > item->lines[n - 1].event);
        if (item->item.outcome != OUTCOME_BROKEN || item->item.key.source != MOMENT_UPDATE_WINDOW)
            continue;
        broken++;
        is_whole(item->would);
        assert_true(has_line(item, SIM_EV_ACT, "All is well."));
        assert_true(has_line(item, SIM_EV_CLAIM, "Known then:"));
        assert_true(has_line(item, SIM_EV_CLAIM, "Lacking:"));
        assert_true(has_line(item, SIM_EV_CLAIM_SETTLED, item->customer));
    }
    assert_true(broken > 0);
}

/* Every wait that was counted is among the lines. */
static void a_silence_shows_its_waits(void **state)
{
    (void)state;
    struct view_explain v;
    int seen = 0;
    play_start(&play, MORNING);
    play_to(&play, play.scenario->rounds[MORNING].to);
    play_end(&play);
    view_explain_build(&frame, play.session, MEASURE_INVOLVING, NOBODY, &v);
    for (int k = 0; k < v.item_count; k++) {
        const struct explain_item *item = &v.items[k];
        if (item->item.key.source != MOMENT_NO_SILENCE || item->item.outcome != OUTCOME_MISSED)
            continue;
        seen++;
        assert_true(has_line(item, SIM_EV_SILENCE, item->customer));
        assert_non_null(strstr(item->text, "never heard a word"));
    }
    assert_true(seen > 0);
}

static void every_duty_says_what_would_have_met_it(void **state)
{
    (void)state;
    char key[64];
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++) {
        snprintf(key, sizeof key, "explain.would.%s", moment_source_word(k));
        assert_true(text_has(key));
    }
    for (int32_t k = ACT_ACKNOWLEDGE; k < ACT_COUNT; k++) {
        snprintf(key, sizeof key, "explain.act.%s", act_word((enum act)k));
        assert_true(text_has(key));
    }
    for (int32_t k = 0; k < words_question.count; k++) {
        snprintf(key, sizeof key, "explain.question.%s", words_question.items[k]);
        assert_true(text_has(key));
    }
}

static void an_overruled_verdict_keeps_the_rule_s_beside_it(void **state)
{
    (void)state;
    struct view_explain before, after;
    play_morning();
    view_explain_build(&frame, play.session, MEASURE_HONEST, NOBODY, &before);
    const struct assess_item *worst = NULL;
    for (int k = 0; k < before.item_count; k++)
        if (before.items[k].item.outcome == OUTCOME_BROKEN)
            worst = &before.items[k].item;
    assert_non_null(worst);
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = worst->key.source;
    c.overrule.subject = worst->key.subject;
    c.overrule.customer = worst->key.customer;
    c.overrule.nth = worst->key.nth;
    c.overrule.outcome = OUTCOME_MET;
    assert_true(play_do(&play, c, "They had it on paper", "Ruud"));
    view_explain_build(&frame, play.session, MEASURE_HONEST, NOBODY, &after);
    int found = 0;
    for (int k = 0; k < after.item_count; k++) {
        const struct explain_item *item = &after.items[k];
        if (!item->overruled)
            continue;
        found++;
        assert_string_equal(item->mark.reason, "They had it on paper");
        assert_string_equal(item->mark.author, "Ruud");
        assert_int_equal(item->item.outcome, OUTCOME_MET);
        assert_int_equal(item->item.rule_outcome, OUTCOME_BROKEN);
        assert_int_equal(item->item.points, 2);
        assert_int_equal(item->item.rule_points, -1);
    }
    assert_int_equal(found, 1);
    assert_int_equal(after.value.points, before.value.points + 3);
    assert_int_equal(after.value.overruled, 1);
}

static void every_pattern_has_words(void **state)
{
    (void)state;
    struct wording w = wording_of(&frame, play.session);
    for (int32_t p = 0; p < PATTERN_COUNT; p++) {
        struct pattern_found found = {.pattern = p, .round = MORNING, .count = 3, .customer = 0};
        is_whole(wording_pattern_name(p));
        is_whole(wording_pattern_says(&w, &found));
        is_whole(wording_pattern_ask(&w, &found));
        assert_string_equal(wording_pattern_count(&w, &found), "Third time in this round");
        found.count = 12;
        found.round = NOBODY;
        assert_string_equal(wording_pattern_count(&w, &found), "12 times today");
    }
    assert_string_equal(wording_pattern_name(NOBODY), "");
}

static void a_pattern_names_nobody(void **state)
{
    (void)state;
    struct view_patterns v;
    play_morning();
    view_patterns_build(&frame, play.session, MORNING, &v);
    assert_true(v.count > 0);
    for (int k = 0; k < v.count; k++) {
        is_whole(v.items[k].says);
        assert_true(v.items[k].evidence_count > 0);
        for (int n = 0; n < v.items[k].evidence_count; n++) {
            is_whole(v.items[k].evidence[n].text);
            assert_null(strstr(v.items[k].evidence[n].text, "Sanne"));
            assert_null(strstr(v.items[k].evidence[n].text, "Tom"));
        }
    }
}

static void show_console(struct view_console *v)
{
    struct console_focus focus = {.incident = NOBODY, .customer = NOBODY, .said = SIM_NOW, .pace = 60};
    view_console_build(&frame, play.session, &focus, v);
}

/* Nothing while nothing repeats; from the third update that did not come the pattern and its times. */
static void the_console_tells_what_repeats(void **state)
{
    (void)state;
    struct view_console *v = calloc(1, sizeof *v);
    assert_non_null(v);
    play_start(&play, MORNING);
    show_console(v);
    assert_int_equal(v->alert_pattern, NOBODY);
    assert_string_equal(v->alert, "");
    for (int32_t minute = 1; minute < 30 && v->alert_pattern == NOBODY; minute++) {
        play_to(&play, AT_8 + minute * 60);
        show_console(v);
    }
    assert_int_not_equal(v->alert_pattern, NOBODY);
    assert_int_equal(pattern_rule(v->alert_pattern)->good, 0);
    assert_string_equal(v->alert, "Third time in this round");
    is_whole(v->alert_text);
    assert_non_null(strchr(v->alert_text, ':'));
    struct sim_command learn = sim_command_make(SIM_CMD_LEARN);
    int32_t answered = v->alert_pattern;
    learn.learn.on = 1;
    learn.learn.pattern = answered;
    assert_true(play_do(&play, learn, NULL, NULL));
    show_console(v);
    assert_int_not_equal(v->alert_pattern, answered);
    free(v);
}

static int has_key(const char *lesson, const char *part)
{
    char key[96];
    snprintf(key, sizeof key, "practice.%s.%s", lesson, part);
    return text_has(key);
}

/* What a lesson can be told for: praise with a step more, or what happened with what to try; two ways each. */
static void every_lesson_has_two_ways_to_be_told(void **state)
{
    (void)state;
    for (int32_t lesson = 0; lesson < LESSON_COUNT; lesson++) {
        const char *word = lesson_word(lesson);
        int good = has_key(word, "good.1"), try = has_key(word, "try.1");
        assert_true(good || try);
        assert_int_equal(good, has_key(word, "good.2"));
        assert_int_equal(good, has_key(word, "more.1") && has_key(word, "more.2"));
        assert_int_equal(try, has_key(word, "try.2"));
        assert_int_equal(try, has_key(word, "seen"));
    }
}

/* Each lesson that the engine can make, told for each outcome it can have, three times over. */
static void feedback_is_always_two_whole_sentences(void **state)
{
    (void)state;
    play_morning();
    for (int32_t lesson = 0; lesson < LESSON_COUNT; lesson++)
        for (int32_t variant = 0; variant < 3; variant++) {
            struct feedback_note note = {.lesson = lesson, .variant = variant, .customer = 0, .incident = 0,
                                         .key = {NOBODY, NOBODY, NOBODY, NOBODY}};
            struct feedback f = {.at = AT_8};
            f.has_good = has_key(lesson_word(lesson), "good.1");
            f.has_try = !f.has_good;
            f.good = f.try = note;
            if (lesson == LESSON_QUESTION)
                continue;
            struct view_feedback v = view_feedback_build(&frame, play.session, &f);
            is_whole(v.first);
            is_whole(v.second);
            assert_string_not_equal(v.first, v.second);
        }
}

static void feedback_of_a_session_leads_to_the_log(void **state)
{
    (void)state;
    struct feedback_watch w;
    struct feedback f;
    int told = 0;
    play_morning();
    feedback_begin(&w);
    for (int32_t k = 0; k < session_event_count(play.session); k++) {
        const struct sim_event *e = session_event_at(play.session, k);
        feedback_fold(&w, play.scenario, session_state(play.session), k, e);
        if (e->kind != SIM_EV_TIME || !feedback_take(&w, e->at, &f))
            continue;
        struct view_feedback v = view_feedback_build(&frame, play.session, &f);
        is_whole(v.first);
        is_whole(v.second);
        assert_true(v.evidence_count > 0);
        for (int n = 0; n < v.evidence_count; n++) {
            assert_true(v.evidence[n].event <= k);
            is_whole(v.evidence[n].text);
        }
        told++;
    }
    assert_true(told >= 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_figure_says_how_it_is_made, begin, end),
        cmocka_unit_test_setup_teardown(every_rule_and_idea_has_words, begin, end),
        cmocka_unit_test_setup_teardown(items_sum_up_and_lead_to_the_log, begin, end),
        cmocka_unit_test_setup_teardown(a_window_shows_the_claims_that_made_it, begin, end),
        cmocka_unit_test_setup_teardown(a_silence_shows_its_waits, begin, end),
        cmocka_unit_test_setup_teardown(every_duty_says_what_would_have_met_it, begin, end),
        cmocka_unit_test_setup_teardown(an_overruled_verdict_keeps_the_rule_s_beside_it, begin, end),
        cmocka_unit_test_setup_teardown(every_pattern_has_words, begin, end),
        cmocka_unit_test_setup_teardown(a_pattern_names_nobody, begin, end),
        cmocka_unit_test_setup_teardown(the_console_tells_what_repeats, begin, end),
        cmocka_unit_test_setup_teardown(every_lesson_has_two_ways_to_be_told, begin, end),
        cmocka_unit_test_setup_teardown(feedback_is_always_two_whole_sentences, begin, end),
        cmocka_unit_test_setup_teardown(feedback_of_a_session_leads_to_the_log, begin, end)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
