/* The whole agenda through the real program: every step is shown, begun and left, and a session opens where it stood. */
#include "app/app.h"

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
static const int64_t NINE = INT64_C(1795338000000);

/* Settings are kept in the folder that this user's are kept in, which is a new one. */
static int start_app(int no_settings)
{
    struct str message = {0};
    struct app_options options = {.headless = 1, .silent = 1, .seed = 9, .date = "2026-11-22", .no_settings = no_settings, .data = getenv("MOMENT_SOURCE"),
                                  .sessions = folder, .stage_width = 960, .stage_height = 540, .wall = NINE};
    return app_open(&app, &options, &message) == ERR_NONE ? 0 : -1;
}

static int open_app(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-steps-XXXXXX");
    if (!mkdtemp(folder) || setenv("XDG_CONFIG_HOME", folder, 1) != 0) return -1;
    return start_app(1);
}

static int close_app(void **state)
{
    (void)state;
    char command[100];
    app_close(app);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void wish_for(enum wish_kind kind, int32_t number, const char *words)
{
    struct wishes wishes = {.count = 0};
    wish_text(&wishes, kind, words)->number = number;
    app_wishes(app, &wishes);
    app_paint(app);
}

static void key(const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    app_input(app, WINDOW_CONSOLE, &input);
    app_paint(app);
}

/* preset -1: the one that the set-up proposes. */
static void begin_session(int preset)
{
    char pack[2048];
    snprintf(pack, sizeof pack, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    wish_for(WISH_NEW, 0, pack);
    assert_int_equal(app->page, PAGE_SETUP);
    ui_edit_set(&app->setup_memory.team, "Night shift");
    setup_members_add(&app->setup_memory, app->pack, "A, B, C, D, E, F");
    if (preset >= 0) app->setup_memory.preset = preset;
    wish_for(WISH_CREATE, 0, "");
    assert_int_equal(app->page, PAGE_STEP);
}

static int32_t step(void) { return session_state(app->session)->step; }
static enum agenda_kind kind(void) { return app->steps.agenda.steps[step()].kind; }

static void go_on(void)
{
    key("Ctrl+PgDn");
}

static void a_workshop_begins_with_what_is_agreed(void **state)
{
    (void)state;
    begin_session(PRESET_90);
    assert_int_equal(step(), 0);
    assert_true(app->steps.agreeing);
    ui_edit_set(&app->steps.agreement.texts[1], "Nobody but us.");
    wish_for(WISH_AGREED, 0, "");
    assert_false(app->steps.agreeing);
    assert_string_equal(session_setup(app->session)->contract[1], "Nobody but us.");
    assert_int_equal(session_setup(app->session)->preset, PRESET_90);
    char path[2048];
    snprintf(path, sizeof path, "%s", session_path(app->session));
    wish_for(WISH_LEAVE, 0, "");
    wish_for(WISH_OPEN, 0, path);
    assert_true(app->steps.agreeing);
    assert_string_equal(ui_edit_text(&app->steps.agreement.texts[1]), "Nobody but us.");
}

static void each_length_is_walked_to_its_report(void **state)
{
    (void)state;
    for (int preset = PRESET_WHOLE; preset < PRESET_COUNT; preset++) {
        begin_session(preset);
        wish_for(WISH_AGREED, 0, "");
        int seen[AGENDA_KIND_COUNT] = {0}, steps = 0;
        key("Enter");
        assert_int_equal(app->page, PAGE_ROUND);
        wish_for(WISH_END_ROUND, 0, "");
        while (kind() != AGENDA_REPORT && steps++ < AGENDA_STEPS) {
            seen[kind()]++;
            go_on();
            if (app->page == PAGE_ROUND) {
                assert_int_equal(session_state(app->session)->round, app->steps.agenda.steps[step()].round);
                seen[AGENDA_ROUND]++;
                wish_for(WISH_END_ROUND, 0, "");
                assert_int_equal(kind(), AGENDA_ROUND);
                go_on();
            }
            assert_int_equal(app->page, PAGE_STEP);
        }
        assert_int_equal(seen[AGENDA_ROUND], app->steps.agenda.rounds);
        assert_int_equal(seen[AGENDA_VERDICT], 1);
        assert_int_equal(session_state(app->session)->phase, PHASE_FINISHED);
        assert_string_not_equal(app->report_path, "");
        wish_for(WISH_LEAVE, 0, "");
    }
}

/* Wherever it is left, it opens there. */
static void it_opens_where_it_was_left(void **state)
{
    (void)state;
    begin_session(PRESET_180);
    char path[2048];
    snprintf(path, sizeof path, "%s", session_path(app->session));
    for (int32_t k = 1; k < app->steps.agenda.count; k++) {
        int round = app->steps.agenda.steps[k].kind == AGENDA_ROUND;
        wish_for(WISH_STEP, k, "");
        assert_int_equal(step(), k);
        assert_int_equal(app->page, round ? PAGE_ROUND : PAGE_STEP);
        wish_for(WISH_LEAVE, 0, "");
        assert_int_equal(app->page, PAGE_START);
        wish_for(WISH_OPEN, 0, path);
        assert_int_equal(step(), k);
        assert_int_equal(app->page, round ? PAGE_ROUND : PAGE_STEP);
        assert_int_equal(app_step_kind(app), app->steps.agenda.steps[k].kind);
    }
}

static void leaving_a_round_asks(void **state)
{
    (void)state;
    begin_session(PRESET_90);
    wish_for(WISH_STEP, agenda_find(&app->steps.agenda, AGENDA_ROUND, NOBODY), "");
    assert_int_equal(app->page, PAGE_ROUND);
    int32_t at = step();
    key("F5");
    assert_true(app->steps.strip.open);
    key("Escape");
    assert_int_equal(app->page, PAGE_ROUND);
    app->steps.strip.leaving = 2 + at;
    app_paint(app);
    key("Escape");
    assert_false(app->steps.strip.leaving);
    assert_int_equal(step(), at);
    app->steps.strip.leaving = 2 + at;
    app_paint(app);
    key("Right");
    key("Enter");
    if (step() == at) {
        app->steps.strip.leaving = 2 + at;
        app_paint(app);
        key("Left");
        key("Enter");
    }
    assert_int_equal(step(), at + 1);
    assert_int_equal(session_state(app->session)->phase, PHASE_BETWEEN);
}

/* What has the focus first gives it back: a text takes one Esc more. */
static void ask_to_leave(void)
{
    ui_focus_clear(app->sides[WINDOW_CONSOLE].ui);
    app_paint(app);
    if (app->page == PAGE_ROUND) key("Ctrl+Q");
    else key("Escape");
    assert_true(app->leaving.open);
}

static void no_page_of_a_workshop_is_left_by_a_stray_key(void **state)
{
    (void)state;
    begin_session(PRESET_WHOLE);
    ask_to_leave();
    key("Escape");
    wish_for(WISH_AGREED, 0, "");
    for (int32_t k = 0; k < app->steps.agenda.count; k++) {
        wish_for(WISH_STEP, k, "");
        enum app_page page = app->page;
        ask_to_leave();
        key("Escape");
        assert_false(app->leaving.open);
        assert_int_equal(app->page, page);
        assert_int_equal(step(), k);
        wish_for(WISH_BLANK, 0, "");       /* the page is there as before */
        assert_non_null(app->session);
    }
    ask_to_leave();
    key("Enter");
    assert_int_equal(app->page, PAGE_START);
    assert_null(app->session);
    assert_false(app->leaving.open);
}

static void escape_leads_out_of_a_text_before_it_leads_out_of_the_page(void **state)
{
    (void)state;
    begin_session(PRESET_WHOLE);
    assert_true(app->steps.agreeing);
    for (int i = 0; i < 20 && !ui_typing(app->sides[WINDOW_CONSOLE].ui); i++) key("Tab");
    assert_true(ui_typing(app->sides[WINDOW_CONSOLE].ui));
    key("Escape");
    assert_false(ui_typing(app->sides[WINDOW_CONSOLE].ui));
    assert_false(app->leaving.open);
    key("Escape");
    assert_true(app->leaving.open);
    assert_int_equal(app->page, PAGE_STEP);
}

static void minutes_are_given_and_taken(void **state)
{
    (void)state;
    begin_session(PRESET_180);
    wish_for(WISH_STEP, 1, "");
    app_pass(app, 21 * 60 * 1000);
    struct arena a = {0};
    assert_string_equal(app_agenda(app, &a)->left, "1 min over");
    wish_for(WISH_EXTEND, 5, "");
    assert_string_equal(app_agenda(app, &a)->left, "4 min left");
    assert_int_equal(session_state(app->session)->extended[1], 5);
    for (int i = 0; i < 30; i++) wish_for(WISH_EXTEND, -5, "");
    assert_int_equal(session_state(app->session)->extended[1], 1 - app->steps.agenda.steps[1].minutes);
    arena_release(&a);
}

static void settings_change_what_the_session_shows(void **state)
{
    (void)state;
    begin_session(PRESET_40);
    key("F5");
    key("F7");
    assert_false(app->steps.strip.open);
    assert_true(app->settings_open);
    key("P");
    assert_true(session_setup(app->session)->show_promises);
    assert_true(app->settings.show_promises);
    key("N");
    assert_true(app->settings.names);
    key("Escape");
    assert_false(app->settings_open);
    assert_int_equal(app->page, PAGE_STEP);
}

static void start_again(void)
{
    app_close(app);
    app = NULL;
    assert_int_equal(start_app(0), 0);
    app_paint(app);
}

/* What is preferred on the start page, in the set-up and in a session is there again at the next start, and is used. */
static void settings_last_from_one_start_to_the_next(void **state)
{
    (void)state;
    start_again();
    for (const char *const *k = (const char *const[]){"l", "+", "+", "s", "m", NULL}; *k; k++) key(*k);
    start_again();
    assert_int_equal(app->settings.theme, THEME_LIGHT);
    assert_int_equal(ui_theme(app->sides[WINDOW_CONSOLE].ui), THEME_LIGHT);
    assert_int_equal(app->settings.scale, 120);
    assert_true(app->settings.muted);
    assert_false(app->settings.motion);
    assert_false(app->stage.motion);
    begin_session(PRESET_40);
    assert_int_equal(session_setup(app->session)->preset, PRESET_40);
    key("F7");
    for (const char *const *k = (const char *const[]){"P", "C", "N", "S", "M", "-", NULL}; *k; k++) key(*k);
    wish_for(WISH_THEME, THEME_LIGHT, "stage");
    key("Escape");
    start_again();
    assert_int_equal(app->settings.scale, 110);
    assert_false(app->settings.muted);
    assert_true(app->settings.motion);
    begin_session(-1);
    assert_int_equal(session_setup(app->session)->preset, PRESET_40);
    assert_true(session_setup(app->session)->show_promises);
    assert_true(session_setup(app->session)->show_scores);
    assert_int_equal(session_setup(app->session)->stage_theme, THEME_LIGHT);
    assert_int_equal(ui_theme(app->sides[WINDOW_STAGE].ui), THEME_LIGHT);
    assert_true(app->settings.names);
}

/* A session that never stepped goes from round to round as ever. */
static void without_steps_nothing_is_different(void **state)
{
    (void)state;
    char pack[2048];
    snprintf(pack, sizeof pack, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    assert_int_equal(app_choose_pack(app, pack), ERR_NONE);
    setup_begin(&app->setup_memory, app->pack, THEME_DARK);
    ui_edit_set(&app->setup_memory.team, "Plain");
    setup_members_add(&app->setup_memory, app->pack, "A, B");
    assert_int_equal(app_create_session(app), ERR_NONE);
    assert_int_equal(app->page, PAGE_BETWEEN);
    assert_int_equal(app_step_kind(app), NOBODY);
    wish_for(WISH_NEXT_ROUND, 0, "");
    assert_int_equal(app->page, PAGE_ROUND);
    key("F5");
    assert_false(app->steps.strip.open);
    wish_for(WISH_END_ROUND, 0, "");
    assert_int_equal(app->page, PAGE_BETWEEN);
    wish_for(WISH_FINISH, 0, "");
    assert_int_equal(app->page, PAGE_END);
}

#define STEP_TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)
int main(void)
{
    const struct CMUnitTest tests[] = {
        STEP_TEST(a_workshop_begins_with_what_is_agreed),
        STEP_TEST(each_length_is_walked_to_its_report),
        STEP_TEST(it_opens_where_it_was_left),
        STEP_TEST(leaving_a_round_asks),
        STEP_TEST(no_page_of_a_workshop_is_left_by_a_stray_key),
        STEP_TEST(escape_leads_out_of_a_text_before_it_leads_out_of_the_page),
        STEP_TEST(minutes_are_given_and_taken),
        STEP_TEST(settings_change_what_the_session_shows),
        STEP_TEST(settings_last_from_one_start_to_the_next),
        STEP_TEST(without_steps_nothing_is_different),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
