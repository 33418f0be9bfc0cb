/*
 * Practising alone through the real program, by keyboard: what is said is
 * stored, the business answers, time passes only when it is let, feedback
 * comes after the act, and another try leaves the first one alone.
 */
#include "app/app.h"
#include "base/chance.h"
#include "session/fork.h"
#include "../../game/app/practice_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];
static struct app *app;
static struct app_options options;

static int open_app(void **state)
{
    (void)state;
    struct str message = {0};
    snprintf(folder, sizeof folder, "/tmp/moment-alone-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    options = (struct app_options){.headless = 1,
                                   .silent = 1,
                                   .seed = 5,
                                   .date = "2026-11-22",
                                   .no_settings = 1,
                                   .data = getenv("MOMENT_SOURCE"),
                                   .sessions = folder,
                                   .windows = 1,
                                   .practise = 1};
    return app_open(&app, &options, &message) == ERR_NONE ? 0 : -1;
}

static int close_app(void **state)
{
    (void)state;
    char command[100];
    app_close(app);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void key(const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    assert_int_not_equal(input.chord.key, UI_KEY_NONE);
    app_input(app, WINDOW_CONSOLE, &input);
    app_paint(app);
}

static void keys(const char *letters)
{
    for (char one[2] = {0}; *letters; letters++) {
        one[0] = *letters;
        key(one);
    }
}

static const struct sim_state *now(void)
{
    return session_state(app->session);
}

static int shows(enum ui_role role, const char *label)
{
    const struct ui_item *item = ui_item_find(app->sides[WINDOW_CONSOLE].ui, role, label);
    return item && item->enabled && item->reachable;
}

static int shows_text(const char *words)
{
    const struct ui *ui = app->sides[WINDOW_CONSOLE].ui;
    for (int i = 0; i < ui_item_count(ui); i++)
        if (strstr(ui_item_at(ui, i)->label, words))
            return 1;
    return 0;
}

static void let_time_pass(const char *chord)
{
    key(chord);
    for (int i = 0; i < 1000 && app_clock_runs(app); i++)
        app_pass(app, 100);
    assert_false(app_clock_runs(app));
    app_paint(app);
}

/* The first incident of the first round: Piet's invoices, at 06:03. */
static void begin_incident(void)
{
    assert_int_equal(app->page, PAGE_PRACTICE);
    assert_null(app->session);
    key("Enter");
    assert_non_null(app->session);
    assert_int_equal(app->practice->page, PRACTICE_PLAYS);
}

static void one_incident_comes_alone(void **state)
{
    (void)state;
    begin_incident();
    assert_int_equal(session_setup(app->session)->alone, ALONE_INCIDENT);
    int open = 0;
    for (incident_id i = 0; i < now()->incident_count; i++)
        open += now()->incidents[i].open;
    assert_int_equal(open, 1);
    assert_int_equal(now()->now, 6 * 3600 + 3 * 60);
    for (int i = 0; i < 12; i++)
        let_time_pass("Space");
    for (incident_id i = 0; i < session_scenario(app->session)->incident_count; i++)
        assert_true(now()->incidents[i].open == 0 || i == session_setup(app->session)->alone_item);
}

static void the_clock_stands_while_somebody_thinks(void **state)
{
    (void)state;
    begin_incident();
    int32_t before = now()->now;
    app_pass(app, 60000);
    keys("2n");
    app_pass(app, 60000);
    assert_int_equal(now()->now, before);
    assert_true(shows_text("We do not know yet what it is."));
    key("Space");
    assert_true(app_clock_runs(app));
    app_pass(app, 200);
    assert_true(now()->now > before);
    key("Space");
    assert_false(app_clock_runs(app));
}

/* One breath: told, promised and asked; the sentence says all of it, and all of it is stored. */
static void what_is_said_is_stored(void **state)
{
    (void)state;
    begin_incident();
    int32_t acts = now()->acts;
    assert_false(shows(UI_BUTTON, "Say it"));
    keys("3na");
    assert_true(shows_text("We are finding out why. I cannot give you a time yet. I will call you at 06:10, fixed or "
                           "not. What does it stop you from doing?"));
    key("Enter");
    assert_true(now()->acts >= acts + 2);
    assert_int_equal(now()->claim_count, 1);
    assert_int_equal(now()->claims[0].claim, CLAIM_FINDING_OUT);
    assert_int_equal(now()->promise_count, 1);
    assert_int_equal(now()->promises[0].due, 6 * 3600 + 10 * 60);
    incident_id i = session_setup(app->session)->alone_item;
    assert_true(now()->incidents[i].asked[now()->incidents[i].reporter] >> ASK_IMPACT & 1);
    assert_int_equal(now()->now, 6 * 3600 + 5 * 60);
    assert_false(shows(UI_BUTTON, "Say it"));
    assert_true(shows(UI_BUTTON, "Until my call at 06:10"));
}

/* "We have your report" and a time make a first word and a promise that an update keeps. */
static void a_first_word_may_promise_a_call(void **state)
{
    (void)state;
    begin_incident();
    keys("1n");
    key("Enter");
    assert_true(now()->incidents[session_setup(app->session)->alone_item].acknowledged >= 0);
    assert_int_equal(now()->promise_count, 1);
    assert_true(shows_text("“A call back” to Piet, by 06:10"));
    assert_false(shows(UI_CHOICE, "We have your report"));
    let_time_pass("C");
    while (now()->now < 6 * 3600 + 9 * 60)
        let_time_pass("C");
    keys("1");
    key("Enter");
    assert_int_equal(now()->promises[0].state, PROMISE_KEPT);
}

static void work_is_asked_for_first_or_started(void **state)
{
    (void)state;
    begin_incident();
    keys("a");
    key("Enter");
    keys("w1");
    assert_true(shows(UI_BUTTON, "Do it"));
    key("Enter");
    assert_int_equal(now()->work_count, 1);
    for (int i = 0; i < 6 && now()->works[0].ended < 0; i++)
        let_time_pass("Space");
    keys("w1a");
    assert_true(shows_text("May we go ahead?"));
    key("Enter");
    assert_int_equal(now()->work_count, 1);
    assert_int_not_equal(now()->incidents[session_setup(app->session)->alone_item].go_ahead, 0);
    keys("w1");
    key("Enter");
    assert_int_equal(now()->work_count, 2);
    keys("w1");
    assert_true(shows_text("You stop") || shows_text("stops: "));
}

/* Nothing is said about an act before it was done; a minute of feedback follows it. */
static void feedback_comes_after_the_act(void **state)
{
    (void)state;
    begin_incident();
    keys("7");
    assert_false(app->practice->has_feedback);
    assert_false(shows_text("Feedback"));
    key("Enter");
    for (int i = 0; i < 4 && !app->practice->has_feedback; i++)
        let_time_pass("Space");
    assert_true(app->practice->has_feedback);
    assert_true(shows_text("Feedback"));
    assert_true(app->practice->feedback.first[0] && app->practice->feedback.second[0]);
    assert_true(app->practice->feedback.evidence_count >= 1);
    keys("1");
    assert_true(app->practice->has_feedback);
    key("Enter");
    assert_int_equal(app->page, PAGE_PRACTICE);
}

/* One breath of several acts has one feedback, at once, on all that came of it; and the words are shown as they were said. */
static void a_whole_breath_is_answered(void **state)
{
    (void)state;
    begin_incident();
    assert_true(shows_text("You are the IT team of Harbour Air"));
    keys("1na");
    key("Enter");
    assert_true(app->practice->has_feedback);
    assert_true(app->practice->feedback.settled_count >= 1);
    assert_int_equal(app->practice->desk.breath, 0);
    assert_true(app->practice->desk.said_count >= 2);
    assert_true(shows_text("“We have your report, and somebody takes care of it. I will call you at 06:10, fixed or not. "
                           "What does it stop you from doing?”"));
    assert_false(shows_text("You are the IT team of Harbour Air"));
    assert_true(strstr(app->practice->desk.toast, "2 minutes") != NULL);
}

/* Whoever says nothing hears what that was to the customer, as soon as it was too late; time stands for it. */
static void silence_is_told(void **state)
{
    (void)state;
    begin_incident();
    for (int i = 0; i < 4 && !app->practice->has_feedback; i++)
        let_time_pass("Space");
    assert_true(app->practice->has_feedback);
    assert_true(app->practice->feedback.can_try);
    assert_int_equal(now()->claim_count, 0);
    assert_true(now()->now < 6 * 3600 + 30 * 60);
}

/* Said to be at it, and begun in the same conversation: that it was too early is taken back. */
static void what_is_made_true_is_told_as_true(void **state)
{
    (void)state;
    begin_incident();
    keys("3n");
    key("Enter");
    assert_true(shows_text("nobody is looking for the reason yet"));
    keys("w1");
    key("Enter");
    assert_true(app->practice->has_feedback);
    assert_false(shows_text("nobody is looking for the reason yet"));
}

static void promise_a_call(void)
{
    keys("1na");
    key("Enter");
    assert_int_equal(now()->promises[0].due, 6 * 3600 + 10 * 60);
}

/* Time stands before what was promised, and again when it has passed; each time it is said, to be done there. */
static void time_stands_for_what_was_promised(void **state)
{
    (void)state;
    begin_incident();
    promise_a_call();
    while (now()->now < 6 * 3600 + 9 * 60)
        let_time_pass("Space");
    assert_int_equal(now()->now, 6 * 3600 + 9 * 60);
    assert_true(shows_text("You promised Piet a call at 06:10. Call now?"));
    assert_int_equal(app->practice->desk.draft.mode, DESK_TELL);
    let_time_pass("Space");
    assert_true(now()->now > 6 * 3600 + 10 * 60 && now()->now < 6 * 3600 + 11 * 60);
    assert_int_equal(now()->promises[0].state, PROMISE_OPEN);
    assert_false(shows_text("Call now?"));
    assert_true(shows_text("You promised Piet a call at 06:10. That time has passed without one."));
    let_time_pass("Space");
    assert_true(shows_text("Piet still waits for the call you promised for 06:10."));
    keys("1");
    key("Enter");
    assert_false(shows_text("Piet still waits for the call"));
    assert_int_equal(now()->promises[0].state, PROMISE_LATE);
}

/* What came out is told when it comes out, with who has not heard it; and the times that are offered are those that count. */
static void finished_work_is_told(void **state)
{
    (void)state;
    begin_incident();
    keys("a");
    key("Enter");
    assert_true(shows(UI_CHOICE, "by 07:05, when they need it"));
    keys("2f");
    assert_true(shows_text("No work is running on it yet."));
    keys("w1");
    assert_true(shows(UI_BUTTON, "Do it"));
    key("Enter");
    keys("t2ff");
    assert_false(shows_text("No work is running on it yet."));
    for (int i = 0; i < 6 && now()->works[0].ended < 0; i++)
        let_time_pass("Space");
    assert_true(shows_text("Run the export step by step."));
    assert_true(shows_text("Piet has not heard it yet"));
    assert_true(shows_text("New: "));
    assert_false(shows_text("Nothing happened in that time."));
    let_time_pass("Space");
    assert_false(shows_text("Piet has not heard it yet"));
    assert_false(shows_text("Nothing happened in that time."));
}

/* Whoever waits is named, and after two moments it is said plainly that nobody does anything. */
static void silence_has_a_plain_hint(void **state)
{
    (void)state;
    begin_incident();
    let_time_pass("Space");
    assert_true(shows_text("Piet has waited since 06:03, and nobody has spoken to Piet."));
    for (int i = 0; i < 4 && !shows_text("Nobody is working on"); i++)
        let_time_pass("Space");
    assert_true(shows_text("Nobody is working on “Fuel invoices stuck halfway”, and nobody has spoken to Piet."));
    keys("1");
    key("Enter");
    assert_false(shows_text("Nobody is working on"));
}

/* What somebody new is told folds away, and the key brings it back. */
static void the_guide_folds_away(void **state)
{
    (void)state;
    begin_incident();
    assert_true(shows_text("You are the IT team of Harbour Air"));
    let_time_pass("Space");
    assert_false(shows_text("You are the IT team of Harbour Air"));
    key("?");
    assert_true(shows_text("You are the IT team of Harbour Air"));
    key("?");
    assert_false(shows_text("You are the IT team of Harbour Air"));
    keys("w");
    assert_true(shows_text("Do it"));
    assert_false(shows_text("Say it"));
}

static uint64_t digest(const char *path)
{
    struct session *s = NULL;
    assert_int_equal(session_open(&s, path, STORE_READ, NULL, NULL), ERR_NONE);
    uint64_t found = session_digest(s);
    session_close(s);
    return found;
}

static void finish(void)
{
    key("Escape");
    key("S");
    assert_int_equal(app->practice->page, PRACTICE_RESULT);
    app_paint(app);
}

/* A bad beginning, its result, and a better one from the same second, beside it. */
static void another_try_leaves_the_first_alone(void **state)
{
    (void)state;
    char first[2048];
    begin_incident();
    keys("w1");
    key("Enter");
    for (int i = 0; i < 5; i++)
        let_time_pass("Space");
    finish();
    assert_int_equal(now()->phase, PHASE_FINISHED);
    assert_true(shows_text("One thing to try"));
    assert_true(shows_text("“Fuel invoices stuck halfway” is not fixed."));
    assert_false(app->practice->result.compared);
    snprintf(first, sizeof first, "%s", session_path(app->session));
    uint64_t before = digest(first);
    int32_t at = app->practice->result.try.back.at;
    key("T");
    assert_int_equal(app->practice->page, PRACTICE_PLAYS);
    assert_string_not_equal(session_path(app->session), first);
    assert_int_equal(now()->now, at);
    assert_int_equal(now()->phase, PHASE_ROUND);
    keys("3na");
    key("Enter");
    finish();
    assert_true(app->practice->result.compared);
    assert_true(app->practice->result.difference_count > 0);
    assert_true(shows_text("What differed"));
    assert_int_equal(digest(first), before);
    struct session *again = NULL;
    assert_int_equal(session_open(&again, first, STORE_READ, NULL, NULL), ERR_NONE);
    for (int c = 0; c < app->practice->result.curve_count; c++) {
        const struct desk_curve *curve = &app->practice->result.curves[c];
        int last = DESK_SAMPLES - 1, earlier = DESK_SAMPLES - 1;
        while (curve->trust[last] < 0)
            last--;
        while (curve->before[earlier] < 0)
            earlier--;
        assert_int_equal(curve->trust[last], (now()->customers[curve->customer].trust + 500) / 1000);
        assert_int_equal(curve->before[earlier], (session_state(again)->customers[curve->customer].trust + 500) / 1000);
    }
    session_close(again);
    int differs = 0;
    for (int c = 0; c < app->practice->result.curve_count; c++)
        for (int k = 0; k < DESK_SAMPLES; k++)
            differs += app->practice->result.curves[c].trust[k] != app->practice->result.curves[c].before[k];
    assert_true(differs > 0);
}

/* Each moment of the list leads to a session that stands at its second. */
static void every_moment_can_be_gone_back_to(void **state)
{
    (void)state;
    char path[2048];
    begin_incident();
    keys("3na");
    key("Enter");
    keys("w1");
    key("Enter");
    for (int i = 0; i < 4; i++)
        let_time_pass("Space");
    finish();
    snprintf(path, sizeof path, "%s", session_path(app->session));
    int count = app->practice->result.moment_count;
    assert_true(count >= 3);
    for (int i = 0; i < count; i++) {
        struct wishes wishes = {.count = 0};
        int32_t at = app->practice->result.moments[i].at;
        wish_number(&wishes, WISH_TRY_AGAIN, i);
        app_wishes(app, &wishes);
        assert_int_equal(app->practice->page, PRACTICE_PLAYS);
        assert_int_equal(now()->now, at);
        wish_text(&wishes, WISH_OPEN, path);
        app_wishes(app, &wishes);
        assert_int_equal(app->practice->page, PRACTICE_RESULT);
        app_paint(app);
        assert_int_equal(app->practice->result.moment_count, count);
    }
}

/* Closed in the middle and opened again: the same second, and whoever plays the business remembers what was said. */
static void a_practice_goes_on_later(void **state)
{
    (void)state;
    char path[2048];
    begin_incident();
    keys("3n");
    key("Enter");
    let_time_pass("Space");
    snprintf(path, sizeof path, "%s", session_path(app->session));
    struct practice business = app->practice->business;
    int32_t at = now()->now;
    struct wishes wishes = {.count = 0};
    wish(&wishes, WISH_LEAVE);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_START);
    assert_true(app->start.sessions[0].alone);
    wish_text(&wishes, WISH_OPEN, path);
    app_wishes(app, &wishes);
    app_paint(app);
    assert_int_equal(app->page, PAGE_PRACTICE);
    assert_int_equal(app->practice->page, PRACTICE_PLAYS);
    assert_int_equal(now()->now, at);
    assert_false(now()->paused);
    assert_memory_equal(&app->practice->business, &business, sizeof business);
}

static void to_the_next_round(round_id round)
{
    key("Enter");
    assert_int_equal(app->practice->page, PRACTICE_IMPROVES);
    assert_int_equal(now()->phase, PHASE_BETWEEN);
    key("Enter");
    assert_int_equal(now()->round, round);
    assert_int_equal(app->practice->page, PRACTICE_PLAYS);
}

/* Front page, how the round went, what is improved; then the next round. */
static void a_round_and_a_whole_story(void **state)
{
    (void)state;
    key("3");
    key("Enter");
    assert_int_equal(session_setup(app->session)->alone, ALONE_PACK);
    assert_false(session_scenario(app->session)->rounds[now()->round].warm_up);
    round_id round = now()->round;
    for (int i = 0; i < 400 && app->practice->page == PRACTICE_PLAYS; i++)
        let_time_pass("Space");
    assert_int_equal(app->practice->page, PRACTICE_PAPER);
    assert_true(app->practice->paper.printed);
    key("Enter");
    assert_int_equal(app->practice->page, PRACTICE_RESULT);
    assert_int_equal(now()->phase, PHASE_BETWEEN);
    assert_string_equal(app->practice->result.title, session_scenario(app->session)->rounds[round].title);
    assert_string_not_equal(app->practice->result.next, "");
    to_the_next_round(round + 1);
    key("Escape");
    key("S");
    assert_int_equal(now()->phase, PHASE_BETWEEN);
}

/* To the last round's end: the business decides, and the page is about all of it. */
static void the_whole_story_ends(void **state)
{
    (void)state;
    key("3");
    key("Enter");
    round_id round = now()->round, last = session_scenario(app->session)->round_count - 1;
    for (; round <= last; round++) {
        assert_int_equal(now()->round, round);
        key("Escape");
        key("S");
        while (app->practice->page == PRACTICE_PAPER)
            key("Enter");
        assert_int_equal(app->practice->page, PRACTICE_RESULT);
        if (round < last)
            to_the_next_round(round + 1);
    }
    assert_int_equal(now()->phase, PHASE_FINISHED);
    app_paint(app);
    assert_string_equal(app->practice->result.title, session_scenario(app->session)->title);
    assert_string_not_equal(app->practice->result.ending_title, "");
    assert_true(shows_text(app->practice->result.ending_title));
}

/* A number chooses and takes back; no third; what is chosen works in the next round, and somebody speaks for each. */
static void two_are_improved(void **state)
{
    (void)state;
    key("3");
    key("Enter");
    for (int i = 0; i < 400 && app->practice->page == PRACTICE_PLAYS; i++)
        let_time_pass("Space");
    key("Enter");
    key("Enter");
    const struct app_practice *p = app->practice;
    assert_true(p->improve->offer_count >= 3);
    int picked = 0, ambassadors = 0;
    for (int i = 0; i < p->improve->offer_count && p->improve->chosen_count < 2; i++) {
        char digit[2] = {(char)('1' + i), '\0'};
        int digs = p->improve->offers[i].digs;
        const struct improvement *effect = &session_scenario(app->session)->improvements[p->improve->offers[i].improvement];
        key(digit);
        picked += !digs;
        ambassadors += effect->effect == IMPROVE_AMBASSADOR;
        assert_int_equal(p->improve->chosen_count, picked);
    }
    assert_int_equal(p->improve->chosen_count, 2);
    for (int i = 0; i < p->improve->offer_count; i++)
        if (!p->improve->offers[i].chosen) {
            char digit[2] = {(char)('1' + i), '\0'};
            key(digit);
            assert_int_equal(p->improve->chosen_count, 2);
        }
    int32_t chosen = -1;
    for (int i = 0; i < p->improve->offer_count; i++)
        chosen = p->improve->offers[i].chosen ? i : chosen;
    char digit[2] = {(char)('1' + chosen), '\0'};
    key(digit);
    assert_int_equal(p->improve->chosen_count, 1);
    key(digit);
    assert_int_equal(p->improve->chosen_count, 2);
    key("Enter");
    assert_int_equal(p->page, PRACTICE_PLAYS);
    for (customer_id c = 0; ambassadors && c < session_scenario(app->session)->customer_count; c++)
        assert_int_not_equal(now()->customers[c].ambassador, NOBODY);
}

/* Without small movements nothing runs: the clock is there at once. */
static void without_motion_the_clock_jumps(void **state)
{
    (void)state;
    app->settings.motion = 0;
    begin_incident();
    int32_t before = now()->now;
    key("Space");
    assert_false(app_clock_runs(app));
    assert_true(now()->now > before);
}

/* Whatever is pressed, in whatever order: nothing offered is refused, and what is stored verifies. */
static void any_key_at_any_time(void **state)
{
    (void)state;
    static const char *const any[] = {"1",     "2",     "3",     "4",     "5",     "6",    "7",   "8",    "9",
                                      "a",     "f",     "n",     "k",     "x",     "t",    "w",   "e",    "i",
                                      "r",     "c",     "F1",    "F2",    "F3",    "F4",   "Tab", "Down", "Up",
                                      "Enter", "Enter", "Enter", "Space", "Space", "Enter"};
    int refused = 0;
    key("2");
    key("Enter");
    for (int32_t i = 0; i < 2500; i++) {
        int32_t which = chance_between(11, 1, i, 0, 0, (int32_t)(sizeof any / sizeof any[0]) - 1);
        key(any[which]);
        app_pass(app, 150);
        if (app->practice->desk.toast_tone == TONE_BAD && app->practice->desk.toast[0]) {
            printf("%s\n", app->practice->desk.toast);
            refused++;
        }
        app->practice->desk.toast[0] = '\0';
        if (app->page == PAGE_START) {
            struct wishes wishes = {.count = 0};
            wish_text(&wishes, WISH_OPEN, app->start.sessions[0].path);
            app_wishes(app, &wishes);
            app_paint(app);
        }
        assert_int_equal(app->page, PAGE_PRACTICE);
    }
    struct session_verification found;
    assert_int_equal(session_verify(app->session, &found), ERR_NONE);
    assert_int_equal(found.differing, 0);
    assert_int_equal(refused, 0);
}

/* From elsewhere than the usual folder: listed and chosen; what cannot be read is told on the start page. */
static void a_story_from_anywhere(void **state)
{
    (void)state;
    char pack[2048];
    struct wishes wishes = {.count = 0};
    snprintf(pack, sizeof pack, "%s/tests/packs/good/small", getenv("MOMENT_SOURCE"));
    wish_text(&wishes, WISH_PRACTISE, pack);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_PRACTICE);
    assert_string_equal(app->start.packs[app->practice->begin.pack].title, "Corner bakery");
    int packs = app->start.pack_count;
    wish_text(&wishes, WISH_PRACTISE, pack);
    app_wishes(app, &wishes);
    assert_int_equal(app->start.pack_count, packs);
    key("Enter");
    assert_string_equal(session_scenario(app->session)->title, "Corner bakery");
    wish_text(&wishes, WISH_PRACTISE, "/nowhere/at-all");
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_START);
    assert_true(app->notice_bad);
    assert_string_not_equal(app->notice, "");
    assert_null(app->session);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)
    const struct CMUnitTest tests[] = {TEST(one_incident_comes_alone),
                                       TEST(the_clock_stands_while_somebody_thinks),
                                       TEST(what_is_said_is_stored),
                                       TEST(a_first_word_may_promise_a_call),
                                       TEST(work_is_asked_for_first_or_started),
                                       TEST(feedback_comes_after_the_act),
                                       TEST(another_try_leaves_the_first_alone),
                                       TEST(every_moment_can_be_gone_back_to),
                                       TEST(a_practice_goes_on_later),
                                       TEST(a_whole_breath_is_answered),
                                       TEST(silence_is_told),
                                       TEST(time_stands_for_what_was_promised),
                                       TEST(finished_work_is_told),
                                       TEST(silence_has_a_plain_hint),
                                       TEST(the_guide_folds_away),
                                       TEST(what_is_made_true_is_told_as_true),
                                       TEST(a_round_and_a_whole_story),
                                       TEST(the_whole_story_ends),
                                       TEST(two_are_improved),
                                       TEST(without_motion_the_clock_jumps),
                                       TEST(any_key_at_any_time),
                                       TEST(a_story_from_anywhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
