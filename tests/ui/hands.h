/*
 * Hands on the keyboard and the mouse of the real program, without a window:
 * what a test does with the console, and what the stage then says.
 *
 *   hands_begin("monday");         the program on its start page, with a folder of its own
 *   hands_set_up();                a session of the large pack with six people is ready to be created
 *   press("F2"); type("a user calls");
 *   assert_true(stage_says("..."));
 *   hands_end();
 *
 * `pressed` counts keys; letters that are typed are nobody's keys to learn.
 */
#ifndef TESTS_UI_HANDS_H
#define TESTS_UI_HANDS_H
#include "app/app.h"
#include "ui/core.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char folder[64];
static struct app *app;
static int pressed;

static inline void hands_settle(void)
{
    for (int i = 0; i < 3; i++) app_input(app, WINDOW_CONSOLE, &(struct ui_input){.kind = UI_INPUT_NONE});
}

static inline void type(const char *words)
{
    for (; *words; words++) {
        struct ui_input input = {.kind = UI_INPUT_TEXT};
        input.text[0] = *words;
        app_input(app, WINDOW_CONSOLE, &input);
    }
}

static inline void press(const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    assert_int_not_equal(input.chord.key, UI_KEY_NONE);
    app_input(app, WINDOW_CONSOLE, &input);
    if (chord[1] == '\0') type(chord);   /* a keyboard sends the letter after its key */
    hands_settle();
    pressed++;
}

static inline void click(enum ui_role role, const char *label)
{
    const struct ui_item *item = ui_item_find(app->sides[WINDOW_CONSOLE].ui, role, label);
    assert_non_null(item);
    struct ui_input input = {.kind = UI_INPUT_MOVE, .x = item->box.x + item->box.w / 2, .y = item->box.y + item->box.h / 2, .clicks = 1};
    for (enum ui_input_kind kind = UI_INPUT_MOVE; kind <= UI_INPUT_RELEASE; kind++) {
        input.kind = kind;
        app_input(app, WINDOW_CONSOLE, &input);
    }
    hands_settle();
}

static inline int stage_says(const char *words)
{
    app_input(app, WINDOW_STAGE, &(struct ui_input){.kind = UI_INPUT_NONE});
    const struct draw_list *list = &app->sides[WINDOW_STAGE].list;
    for (int i = 0; i < list->count; i++)
        if (list->ops[i].kind == DRAW_TEXT && strstr(list->ops[i].text, words)) return 1;
    return 0;
}

static inline void hands_begin(const char *name)
{
    struct app_options options = {.headless = 1, .silent = 1, .seed = 9, .date = "2026-11-22", .no_settings = 1,
                                  .data = getenv("MOMENT_SOURCE"), .sessions = folder};
    struct str message = {0};
    snprintf(folder, sizeof folder, "/tmp/moment-%.20s-XXXXXX", name);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(app_open(&app, &options, &message), ERR_NONE);
    str_release(&message);
}

static inline void hands_set_up(void)
{
    char pack[2048];
    struct wishes wishes = {.count = 0};
    snprintf(pack, sizeof pack, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    wish_text(&wishes, WISH_NEW, pack);
    app_wishes(app, &wishes);
    assert_int_equal(app->page, PAGE_SETUP);
    ui_edit_set(&app->setup_memory.team, "Night shift");
    setup_members_add(&app->setup_memory, app->pack, "Sanne, Tom, Aisha, Lars, Noor, Jeroen");
}

static inline int hands_end(void)
{
    char command[100];
    app_close(app);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}
#endif
