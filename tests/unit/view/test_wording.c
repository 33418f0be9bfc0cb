/* Sentences about what happened: whole, filled, and there for everything that can happen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "play.h"
#include "view/wording.h"

static struct play play;
static struct arena frame;

static int begin(void **state)
{
    (void)state;
    if (!play_begin(&play))
        return -1;
    play_start(&play, 1);
    play_to(&play, 8 * 3600 + 180);
    return 0;
}

static int end(void **state)
{
    (void)state;
    play_finish(&play);
    arena_release(&frame);
    return 0;
}

static void holds(const char *sentence, const char *part)
{
    if (strstr(sentence, part) == NULL)
        fail_msg("“%s” does not say “%s”", sentence, part);
}

/* Nothing of the machine shows: no key, no brace, no gap where a name should stand. */
static void is_whole(const char *sentence)
{
    assert_true(sentence[0] != '\0');
    if (strchr(sentence, '{') || strstr(sentence, "  ") || strstr(sentence, "moment.") || strstr(sentence, "act."))
        fail_msg("not whole: “%s”", sentence);
}

static struct wording words(void)
{
    return wording_of(&frame, play.session);
}

static void names_are_those_of_the_session(void **state)
{
    (void)state;
    struct wording w = words();
    assert_string_equal(wording_team(&w), "Oven crew");
    assert_string_equal(wording_member(&w, 0), "Sanne");
    assert_string_equal(wording_member(&w, NOBODY), "The team");
    assert_string_equal(wording_member(&w, 2), "");
    assert_string_equal(wording_customer(&w, 1), "Ben Okafor");
    assert_string_equal(wording_first_name(&w, 1), "Ben");
    assert_string_equal(wording_incident(&w, play_incident(&play, "tills-stuck")), "Tills stuck in four shops");
    assert_string_equal(wording_incident(&w, 9999), "");
}

static void pseudonyms_take_the_place_of_names(void **state)
{
    (void)state;
    static const char *const hidden[] = {"Person A", "Person B"};
    struct wording w = words();
    w.members = hidden;
    struct sim_command c = sim_command_make(SIM_CMD_ACKNOWLEDGE);
    c.member = 1;
    c.acknowledge.incident = play_incident(&play, "tills-stuck");
    c.acknowledge.customer = 0;
    assert_string_equal(wording_command(&w, &c), "Person B told Olga that somebody has it");
}

static void placeholders_of_packs_are_filled_once(void **state)
{
    (void)state;
    struct wording w = words();
    struct wording_about about = {NOBODY, play_incident(&play, "tills-stuck"), 8 * 3600 + 300, 12};
    assert_string_equal(wording_fill(&w, "{customer}, {service}, {time}, {team}: {n}", about),
                        "Olga, Tills, 08:05, Oven crew: 12");
    assert_string_equal(wording_fill(&w, "a { brace, {unknown} and {customer", about),
                        "a { brace, {unknown} and {customer");
    about.customer = 1;
    assert_string_equal(wording_fill(&w, "{customer}", about), "Ben");
}

static void an_injected_incident_has_its_typed_title(void **state)
{
    (void)state;
    struct wording w = words();
    struct sim_command c = sim_command_make(SIM_CMD_INJECT);
    c.inject.customer = 1;
    c.inject.kind = INCIDENT_REQUEST;
    c.inject.service = 0;
    c.inject.impact = LEVEL_WAITING;
    c.inject.patience = 480;
    assert_true(play_do(&play, c, "The bell is {broken}", "Can you hear it? I cannot."));
    int32_t last = session_state(play.session)->incident_count - 1;
    while (last >= 0 && !session_state(play.session)->incidents[last].title)
        last--;
    assert_string_equal(wording_incident(&w, last), "The bell is {broken}");
    assert_string_equal(wording_incident_says(&w, last), "Can you hear it? I cannot.");
}

static void acts_are_told_with_who_and_whom(void **state)
{
    (void)state;
    struct wording w = words();
    struct sim_command c = sim_command_make(SIM_CMD_ASK);
    c.member = 0;
    c.ask.incident = play_incident(&play, "tills-stuck");
    c.ask.customer = 0;
    c.ask.question = ASK_IMPACT;
    assert_true(play_do(&play, c, NULL, NULL));
    assert_string_equal(wording_act(&w, play.last.act), "Sanne asked Olga what it means for the business");
    c = sim_command_make(SIM_CMD_WORK);
    c.work.work = play_work(&play, "trace");
    assert_true(play_do(&play, c, NULL, NULL));
    assert_string_equal(wording_act(&w, play.last.act), "Tom started: Follow one sign-on");
    assert_string_equal(wording_act(&w, 4711), "");
}

static void an_update_carries_its_words_and_times(void **state)
{
    (void)state;
    struct wording w = words();
    struct sim_command c = sim_command_make(SIM_CMD_UPDATE);
    c.update.incident = play_incident(&play, "tills-stuck");
    c.update.customer = 0;
    c.update.claim = CLAIM_UNDER_CONTROL;
    c.update.facts = c.update.improvised = SIM_FACTS_DEFAULT;
    c.update.fix_by = -1;
    c.update.next_call = 8 * 3600 + 900;
    assert_string_equal(wording_command(&w, &c), "The team told Olga: “It is under control”, next call by 08:15");
    assert_true(play_do(&play, c, "Everything is under control, ten minutes.", NULL));
    assert_string_equal(wording_act(&w, play.last.act),
                        "The team told Olga: “Everything is under control, ten minutes.”, next call by 08:15");
    const struct sim_state *s = session_state(play.session);
    holds(wording_claim(&w, &s->claims[s->claim_count - 1]), "to Olga: ahead of what you knew");
    holds(wording_promise(&w, &s->promises[s->promise_count - 1]), "Next call to Olga by 08:15");
}

static void a_broken_moment_of_the_pack_says_its_own_words(void **state)
{
    (void)state;
    struct wording w = words();
    const struct moment *of_pack = &play.scenario->moments[play_moment(&play, "anyone")];
    struct sim_moment m = {.source = MOMENT_SCRIPTED,
                           .subject = play_moment(&play, "anyone"),
                           .customer = 0,
                           .score = SCORE_INVOLVING,
                           .incident = of_pack->incident,
                           .opened = 29280,
                           .due = 29460,
                           .settled = 29460,
                           .outcome = OUTCOME_MISSED,
                           .overruled = -1};
    assert_string_equal(wording_moment(&w, &m), "Olga asked and nobody answered");
    assert_string_equal(wording_moment_evidence(&w, &m),
                        "08:08 Olga: “Is anyone on this?” 08:08 to 08:11: nothing of the kind was recorded");
    m.overruled = OUTCOME_MET;
    assert_string_equal(wording_moment(&w, &m), "Called Olga back within three minutes");
    assert_int_equal(wording_moment_outcome(&m), OUTCOME_MET);
    m.overruled = -1;
    m.outcome = OUTCOME_OPEN;
    assert_string_equal(wording_moment(&w, &m), "Answer Olga: “Is anyone on this?”");
}

static void every_rule_has_a_sentence_for_every_outcome(void **state)
{
    (void)state;
    struct wording w = words();
    int32_t incident = play_incident(&play, "tills-stuck");
    for (int32_t source = 0; source < MOMENT_SOURCE_COUNT; source++) {
        for (int32_t outcome = OUTCOME_OPEN; outcome < OUTCOME_COUNT; outcome++) {
            struct sim_moment m = {.source = source,
                                   .subject = source == MOMENT_SCRIPTED ? 9999 : incident,
                                   .incident = incident,
                                   .customer = 0,
                                   .due = 29460,
                                   .settled = 29460,
                                   .outcome = outcome,
                                   .overruled = -1};
            if (source == MOMENT_GO_AHEAD)
                m.nth = play_work(&play, "correct");
            if (source == MOMENT_BAD_NEWS)
                m.nth = play_fact(&play, "tills-stuck", "two-shops");
            is_whole(wording_moment(&w, &m));
            is_whole(wording_moment_duty(&w, &m));
        }
    }
}

static void every_word_list_is_in_the_catalogue(void **state)
{
    (void)state;
    for (int i = 0; i < SCORE_COUNT; i++)
        is_whole(wording_score((enum score)i)), is_whole(wording_score_short((enum score)i));
    for (int i = 0; i < OUTCOME_COUNT; i++)
        is_whole(wording_outcome(i));
    for (int i = 0; i < MOOD_COUNT; i++)
        is_whole(wording_mood((enum mood)i));
    for (int i = 0; i < CLAIM_COUNT; i++)
        is_whole(wording_claim_kind(i));
    for (int i = 0; i < VERDICT_COUNT; i++)
        is_whole(wording_verdict(i));
    for (int i = 0; i < LACK_COUNT; i++)
        is_whole(wording_lack(i));
    for (int i = 0; i <= PROMISE_VOID; i++)
        is_whole(wording_promise_state(i));
    for (int i = 1; i < REASON_COUNT; i++)
        is_whole(wording_reason(i));
    assert_string_equal(wording_outcome(OUTCOME_COUNT), "");
    assert_string_equal(wording_reason(-1), "");
}

static void every_act_has_a_sentence(void **state)
{
    (void)state;
    struct wording w = words();
    for (int32_t kind = ACT_ACKNOWLEDGE; kind < ACT_COUNT; kind++) {
        struct sim_command c = sim_command_make((enum sim_command_kind)kind);
        for (int i = 0; i < SIM_COMMAND_FIELDS; i++)
            c.v[i] = 0;
        is_whole(wording_command(&w, &c));
    }
}

static void what_customers_say_comes_from_its_source(void **state)
{
    (void)state;
    struct wording w = words();
    struct sim_event e = {.kind = SIM_EV_SAID, .at = 29000, .said = {0, 0, 0, 0, play_incident(&play, "tills-stuck")}};
    assert_string_equal(wording_said(&w, &e), "Four shops, and not one till opens. There is a line to the door.");
    e.said.source = 3;
    e.said.item = MOOD_CALM;
    e.said.nth = 1;
    assert_string_equal(wording_said(&w, &e), "Take your time, but call me.");
    e.said.nth = 99;
    assert_string_equal(wording_said(&w, &e), "");
    e.said.source = 4;
    e.said.item = play_fact(&play, "tills-stuck", "school");
    holds(wording_said(&w, &e), "80 rolls");
}

static void every_line_of_the_log_is_whole(void **state)
{
    (void)state;
    struct wording w = words();
    int lines = 0, acts = 0;
    int32_t tills = play_incident(&play, "tills-stuck");
    struct sim_command c = sim_command_make(SIM_CMD_ASK);
    c.ask.incident = tills;
    c.ask.customer = 0;
    c.ask.question = ASK_IMPACT;
    assert_true(play_do(&play, c, NULL, NULL));
    c = sim_command_make(SIM_CMD_UPDATE);
    c.update.incident = tills;
    c.update.customer = 0;
    c.update.claim = CLAIM_FIXED;
    c.update.facts = c.update.improvised = SIM_FACTS_DEFAULT;
    c.update.fix_by = -1;
    c.update.next_call = 8 * 3600 + 600;
    assert_true(play_do(&play, c, "All done.", NULL));
    c = sim_command_make(SIM_CMD_WORK);
    c.work.work = play_work(&play, "trace");
    assert_true(play_do(&play, c, NULL, NULL));
    for (int32_t to = 8 * 3600 + 240; to <= 8 * 3600 + 1800; to += 60)
        play_to(&play, to);
    play_end(&play);
    for (int32_t i = 0; i < session_event_count(play.session); i++) {
        struct wording_line line;
        if (!wording_event(&w, session_event_at(play.session, i), &line))
            continue;
        is_whole(line.tag);
        assert_true(line.text[0] != '\0' && strstr(line.text, "log.") == NULL && strstr(line.text, "moment.") == NULL);
        lines++;
        if (getenv("MOMENT_SHOW"))
            print_message("%02d:%02d [%s] %s (%s)\n", (int)(line.at / 3600), (int)(line.at / 60 % 60), line.tag,
                          line.text, line.note);
        acts += line.act > 0;
    }
    assert_true(lines > 20);
    assert_true(acts >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_are_those_of_the_session, begin, end),
        cmocka_unit_test_setup_teardown(pseudonyms_take_the_place_of_names, begin, end),
        cmocka_unit_test_setup_teardown(placeholders_of_packs_are_filled_once, begin, end),
        cmocka_unit_test_setup_teardown(an_injected_incident_has_its_typed_title, begin, end),
        cmocka_unit_test_setup_teardown(acts_are_told_with_who_and_whom, begin, end),
        cmocka_unit_test_setup_teardown(an_update_carries_its_words_and_times, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_moment_of_the_pack_says_its_own_words, begin, end),
        cmocka_unit_test_setup_teardown(every_rule_has_a_sentence_for_every_outcome, begin, end),
        cmocka_unit_test_setup_teardown(every_word_list_is_in_the_catalogue, begin, end),
        cmocka_unit_test_setup_teardown(every_act_has_a_sentence, begin, end),
        cmocka_unit_test_setup_teardown(what_customers_say_comes_from_its_source, begin, end),
        cmocka_unit_test_setup_teardown(every_line_of_the_log_is_whole, begin, end)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
