/* `moment explain` as it is written: every figure, as text and as JSON, and what it says to wrong words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../texts.h"
#include "../view/play.h"
#include "app/commands.h"
#include "app/explain.h"

enum { WARM_UP, MORNING, AT_8 = 8 * 3600 };

static struct play play;
static struct explain explain;
static struct str out;

static int begin(void **state)
{
    (void)state;
    if (!play_begin(&play))
        return -1;
    struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
    c.charter.behaviour = 0;
    play_do(&play, c, "We say hello first", NULL);
    play_start(&play, MORNING);
    play_to(&play, AT_8 + 1500);
    play_end(&play);
    explain = (struct explain){.file = "a \"file\".moment", .round = NOBODY, .session = play.session};
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_release(&explain.arena);
    str_release(&out);
    play_finish(&play);
    return 0;
}

static cJSON *parsed(void)
{
    cJSON *json = cJSON_Parse(str_text(&out));
    if (!json)
        fail_msg("no JSON: %s", str_text(&out));
    return json;
}

static void is_plain(void)
{
    static const char *const machine[] = {"explain.", "figure.", "rule.", "idea.", "pattern.", "{n}", "{name}", "{value}"};
    for (size_t k = 0; k < sizeof machine / sizeof machine[0]; k++)
        if (strstr(str_text(&out), machine[k]))
            fail_msg("shows “%s” in:\n%s", machine[k], str_text(&out));
}

static void the_list_names_every_figure(void **state)
{
    (void)state;
    explain_print_figures(&out, &explain);
    is_plain();
    for (int32_t m = 0; m < MEASURE_COUNT; m++)
        assert_non_null(strstr(str_text(&out), measure_word(m)));
}

static void every_figure_can_be_walked_down(void **state)
{
    (void)state;
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        str_clear(&out);
        explain_print_figure(&out, &explain, m);
        is_plain();
        assert_non_null(strstr(str_text(&out), "rules 2"));
    }
}

static void json_holds_the_same(void **state)
{
    (void)state;
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        struct view_explain v;
        view_explain_build(&explain.arena, play.session, m, NOBODY, &v);
        str_clear(&out);
        explain_json_figure(&out, &explain, m);
        cJSON *json = parsed();
        const cJSON *items = cJSON_GetObjectItem(json, "rests_on");
        assert_string_equal(cJSON_GetObjectItem(json, "file")->valuestring, "a \"file\".moment");
        assert_string_equal(cJSON_GetObjectItem(json, "figure")->valuestring, measure_word(m));
        assert_int_equal(cJSON_GetArraySize(items), v.item_count);
        assert_int_equal(cJSON_GetObjectItem(json, "points")->valueint, v.value.points);
        cJSON_Delete(json);
    }
}

static void lists_are_json_too(void **state)
{
    (void)state;
    explain_json_figures(&out, &explain);
    cJSON *json = parsed();
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(json, "figures")), MEASURE_COUNT);
    cJSON_Delete(json);
    str_clear(&out);
    explain_json_patterns(&out, &explain);
    json = parsed();
    const cJSON *first = cJSON_GetArrayItem(cJSON_GetObjectItem(json, "patterns"), 0);
    assert_non_null(first);
    assert_true(cJSON_GetArraySize(cJSON_GetObjectItem(first, "log")) >= 3);
    cJSON_Delete(json);
    str_clear(&out);
    explain_json_pledges(&out, &explain);
    json = parsed();
    const cJSON *pledge = cJSON_GetArrayItem(cJSON_GetObjectItem(json, "pledges"), 0);
    assert_string_equal(cJSON_GetObjectItem(pledge, "words")->valuestring, "We say hello first");
    assert_string_equal(cJSON_GetObjectItem(pledge, "standing")->valuestring, "not");
    cJSON_Delete(json);
}

static void patterns_and_pledges_read_well(void **state)
{
    (void)state;
    explain_print_patterns(&out, &explain);
    explain_print_pledges(&out, &explain);
    is_plain();
    assert_non_null(strstr(str_text(&out), "We say hello first"));
    assert_non_null(strstr(str_text(&out), "not kept"));
    assert_null(strstr(str_text(&out), "Sanne"));
}

static int run(char *first, char *second)
{
    char name[] = "explain";
    char *words[4] = {name, first, second, NULL};
    return command_explain(first == NULL ? 1 : second == NULL ? 2 : 3, words);
}

static void wrong_words_are_refused(void **state)
{
    (void)state;
    char missing[] = "/nowhere/at/all.moment", option[] = "--what", figure[] = "involving";
    assert_int_equal(run(NULL, NULL), 2);
    assert_int_equal(run(option, NULL), 2);
    assert_int_equal(run(missing, NULL), 3);
    assert_int_equal(run(missing, figure), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_list_names_every_figure, begin, end),
        cmocka_unit_test_setup_teardown(every_figure_can_be_walked_down, begin, end),
        cmocka_unit_test_setup_teardown(json_holds_the_same, begin, end),
        cmocka_unit_test_setup_teardown(lists_are_json_too, begin, end),
        cmocka_unit_test_setup_teardown(patterns_and_pledges_read_well, begin, end),
        cmocka_unit_test(wrong_words_are_refused)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
