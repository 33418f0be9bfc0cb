/* Keys, words and clicks at random through the real screens: nothing may crash, and what was stored must still verify. */
#include "app/app.h"
#include "base/chance.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { STEPS = 10000, LOST_EVERY = 25, PANEL_MOST = 32, PANEL_LEAST = 10 };

static int32_t draw(int step, int what, int32_t most) { return chance_between(77, 1, step, what, 0, most); }

static struct ui_input random_input(int step)
{
    static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz0-+[]";
    static const int others[] = {UI_KEY_ENTER, UI_KEY_ESCAPE, UI_KEY_TAB, UI_KEY_UP, UI_KEY_DOWN, UI_KEY_LEFT, UI_KEY_RIGHT, UI_KEY_BACKSPACE,
                                 UI_KEY_F1, UI_KEY_F2, UI_KEY_F3, UI_KEY_F4, UI_KEY_F5, UI_KEY_F6, UI_KEY_F7, UI_KEY_F8, UI_KEY_F9, UI_KEY_PAGE_DOWN, UI_KEY_PAGE_UP, UI_KEY_SPACE};
    static const char *const words[] = {"Ines ruft an", "\xe4\xb8\xad\xe6\x96\x87", "\xf0\x9f\x98\x80", "a", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "<b>&amp;"};
    struct ui_input input = {.kind = UI_INPUT_KEY};
    int kind = draw(step, 0, 9);
    if (kind < 5) {
        input.chord.key = keys[draw(step, 1, (int32_t)sizeof keys - 2)];
    } else if (kind < 7) {
        input.chord.key = others[draw(step, 2, (int32_t)(sizeof others / sizeof others[0]) - 1)];
        int with = draw(step, 3, 9);
        input.chord.modifiers = with == 0 ? UI_SHIFT : with < 3 ? UI_CTRL : 0;
    } else if (kind == 7) {
        input.kind = UI_INPUT_TEXT;
        snprintf(input.text, sizeof input.text, "%s", words[draw(step, 4, 5)]);
    } else {
        input.kind = kind == 8 ? UI_INPUT_PRESS : UI_INPUT_RELEASE;
        input.clicks = 1;
        input.x = (float)draw(step - (kind == 9), 5, 1280);
        input.y = (float)draw(step - (kind == 9), 6, 800);
    }
    return input;
}

static void wish_for(struct app *app, enum wish_kind kind, int32_t number, const char *words)
{
    struct wishes wishes = {.count = 0};
    wish_text(&wishes, kind, words)->number = number;
    app_wishes(app, &wishes);
}

static struct app *begin(const char *file)
{
    struct app_options options = {.headless = 1, .silent = 1, .seed = 9, .date = "2026-11-22", .no_settings = 1, .data = getenv("MOMENT_SOURCE"),
                                  .sessions = "random-sessions", .stage_width = 960, .stage_height = 540};
    struct str message = {0};
    struct app *app;
    char pack[2048];
    assert_int_equal(app_open(&app, &options, &message), ERR_NONE);
    snprintf(pack, sizeof pack, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    wish_for(app, WISH_NEW, 0, pack);
    ui_edit_set(&app->setup_memory.team, "Random");
    setup_members_add(&app->setup_memory, app->pack, "A, B, C, D, E, F");
    app->setup_memory.preset = PRESET_DAY;
    snprintf(app->create_as, sizeof app->create_as, "%s", file);
    wish_for(app, WISH_CREATE, 0, "");
    assert_int_equal(app->page, PAGE_STEP);
    return app;
}

/* What was on the screen while it went through the day. */
static int kinds[AGENDA_KIND_COUNT], panels[PANEL_MOST], dialogs;

static void notice_where(const struct app *app)
{
    int32_t kind = app_step_kind(app);
    if (kind >= 0 && (app->page == PAGE_STEP || app->page == PAGE_ROUND)) kinds[kind]++;
    if (app->page == PAGE_ROUND && (int)app->console.panel < PANEL_MOST) panels[app->console.panel]++;
    dialogs += app->steps.strip.open || app->steps.strip.leaving || app->settings_open || app->leaving.open || app->sheets.memory.open;
}

static void it_was_everywhere(void)
{
    int opened = 0;
    for (int k = 0; k < AGENDA_KIND_COUNT; k++) {
        printf("%s %d, ", agenda_word(k), kinds[k]);
        if (kinds[k] < STEPS / 500) fail_msg("only %d inputs at %s", kinds[k], agenda_word(k));
    }
    for (int k = 1; k < PANEL_MOST; k++) opened += panels[k] > 0;
    printf("dialogs %d, panels %d\n", dialogs, opened);
    assert_true(dialogs > STEPS / 200);
    assert_true(opened >= PANEL_LEAST);
}

/* Whoever got lost on the start page, in the follow-up or in a dialog of the whole program is brought back, and every step has its share of the time. */
static void bring_back(struct app *app, const char *file, int step)
{
    app->quit = app->leaving.open = app->settings_open = app->steps.strip.open = app->steps.strip.leaving = 0;
    if (app->page == PAGE_FOLLOW_UP) wish_for(app, WISH_LEAVE, 0, "");
    int is_ours = app->session && strcmp(session_path(app->session), file) == 0;
    if (!is_ours) wish_for(app, WISH_OPEN, 0, file);
    if (!app->session || app->steps.agenda.count == 0) return;
    int32_t at = (int32_t)((int64_t)step * app->steps.agenda.count / STEPS);
    if (app->steps.agreeing && step > STEPS / 60) wish_for(app, WISH_AGREED, 0, "");
    if (session_state(app->session)->step < at) wish_for(app, WISH_STEP, at, "");
    else if (app->steps.agenda.steps[at].kind == AGENDA_WARM_UP) wish_for(app, WISH_NEXT_ROUND, 0, "");
}

static void test_random_input(void **state)
{
    (void)state;
    const char *file = "random.moment";
    unlink(file);
    struct app *app = begin(file);
    for (int step = 0; step < STEPS; step++) {
        if (step % LOST_EVERY == 0) bring_back(app, file, step);
        struct ui_input input = random_input(step);
        app_input(app, draw(step, 7, 30) ? WINDOW_CONSOLE : WINDOW_STAGE, &input);
        notice_where(app);
        app_pass(app, draw(step, 8, 400));
        if (step % 5 == 0) app_paint(app);
    }
    app_close(app);
    it_was_everywhere();
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    struct store_report report;
    struct session_verification verified;
    struct session *session;
    assert_int_equal(session_open(&session, file, STORE_READ, &report, &found), ERR_NONE);
    assert_int_equal(report.damaged_at, 0);
    assert_int_equal(session_verify(session, &verified), ERR_NONE);
    assert_int_equal(verified.differing, 0);
    assert_true(verified.records > 50);
    assert_true(session_state(session)->step >= 20);   /* it went through the day */
    session_close(session);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_input)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
