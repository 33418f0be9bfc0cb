/* What a person prefers: written, read back, and as good as none where it is damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/settings.h"
#include "base/file.h"
#include "draw/theme.h"
#include "model/agenda.h"

static char folder[64], path[128];

static int begin(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/moment-settings-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/deeper/settings.json", folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static void everything_comes_back(void **state)
{
    (void)state;
    const struct settings chosen = {.theme = THEME_LIGHT, .stage_theme = THEME_LIGHT, .scale = 150, .muted = 1, .motion = 0,
                                    .show_promises = 1, .show_scores = 1, .names = 1, .preset = PRESET_40};
    struct settings read;
    assert_int_equal(settings_save(&chosen, path), ERR_NONE);
    settings_load(&read, path);
    assert_memory_equal(&read, &chosen, sizeof read);
}

static void assert_usual(const struct settings *s)
{
    const struct settings usual = settings_usual();
    assert_memory_equal(s, &usual, sizeof usual);
}

static void nothing_and_nonsense_are_the_usual(void **state)
{
    (void)state;
    static const char *const nonsense[] = {"", "{", "[1, 2]", "{\"theme\": \"light\", \"scale\": null}", "\xff\xfe"};
    struct settings read;
    settings_load(&read, path);
    assert_usual(&read);
    for (size_t i = 0; i < sizeof nonsense / sizeof nonsense[0]; i++) {
        char file[160];
        snprintf(file, sizeof file, "%s/%zu.json", folder, i);
        assert_int_equal(file_write(file, nonsense[i], strlen(nonsense[i])), ERR_NONE);
        settings_load(&read, file);
        assert_usual(&read);
    }
}

static void a_figure_out_of_range_is_brought_into_it(void **state)
{
    (void)state;
    static const char json[] = "{\"scale\": 900, \"preset\": -4, \"theme\": 7, \"names\": 3}";
    char file[160];
    struct settings read;
    snprintf(file, sizeof file, "%s/far.json", folder);
    assert_int_equal(file_write(file, json, sizeof json - 1), ERR_NONE);
    settings_load(&read, file);
    assert_int_equal(read.scale, 200);
    assert_int_equal(read.preset, PRESET_WHOLE);
    assert_int_equal(read.theme, THEME_LIGHT);
    assert_int_equal(read.names, 1);
}

#define SETTINGS_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(everything_comes_back),
        SETTINGS_TEST(nothing_and_nonsense_are_the_usual),
        SETTINGS_TEST(a_figure_out_of_range_is_brought_into_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
