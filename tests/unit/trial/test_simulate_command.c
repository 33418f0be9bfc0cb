/* `moment simulate`: what it prints where, and how it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "../pack/packs.h"
#include "../catch.h"
#include "players/player.h"
#include "app/commands.h"
#include <cjson/cJSON.h>
#include <signal.h>
#include <sys/time.h>

static struct caught last;
#define RUN(...)                                                                                                       \
    catch_run(&last, command_simulate, (int)(sizeof(const char *[]){"simulate", __VA_ARGS__} / sizeof(char *)),        \
              (const char *[]){"simulate", __VA_ARGS__})

static struct arena arena;
static const char *small;

static int set_up(void **state)
{
    (void)state;
    command_data = packs_root();
    small = packs_path(&arena, "tests/packs/good/small");
    return text_load_folder(packs_root(), "en") == ERR_NONE ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    text_release();
    arena_release(&arena);
    return 0;
}

static const cJSON *member(const cJSON *object, const char *name)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, name);
    if (found == NULL)
        fail_msg("no \"%s\"", name);
    return found;
}

static cJSON *parsed(void)
{
    cJSON *json = cJSON_Parse(last.out);
    assert_non_null(json);
    return json;
}

static void json_holds_the_proof_and_the_speed(void **state)
{
    (void)state;
    RUN(small, "--runs", "6", "--seed", "5", "--json");
    assert_in_range(last.status, 0, 1);
    assert_string_equal(last.err, "");
    cJSON *json = parsed();
    assert_true(member(json, "sessions_per_second")->valuedouble > 0);
    assert_int_equal(member(json, "runs")->valueint, 6);
    assert_int_equal(member(json, "seed")->valueint, 5);
    assert_string_equal(member(json, "pack")->valuestring, "small");
    assert_int_equal(cJSON_GetArraySize(member(json, "proof")), 8);
    int all = 1;
    const cJSON *claim;
    cJSON_ArrayForEach(claim, member(json, "proof"))
    {
        assert_true(cJSON_IsString(member(claim, "claim")) &&
                    strstr(member(claim, "claim")->valuestring, "simulate.") == NULL);
        assert_true(cJSON_IsBool(member(claim, "holds")));
        assert_true(cJSON_IsNumber(member(claim, "figure")) && cJSON_IsNumber(member(claim, "bound")));
        assert_true(cJSON_GetArraySize(member(claim, "parts")) > 0);
        all = all && cJSON_IsTrue(member(claim, "holds"));
    }
    assert_int_equal(cJSON_IsTrue(member(json, "holds")), all);
    assert_int_equal(last.status, all ? 0 : 1);
    cJSON_Delete(json);
}

/* Everything but what a watch says. */
static void forget_times(cJSON *json)
{
    cJSON *player;
    cJSON_DeleteItemFromObjectCaseSensitive(json, "seconds");
    cJSON_DeleteItemFromObjectCaseSensitive(json, "sessions_per_second");
    cJSON_DeleteItemFromObjectCaseSensitive(json, "threads");
    cJSON_ArrayForEach(player, member(json, "players"))
        cJSON_DeleteItemFromObjectCaseSensitive(player, "microseconds_a_session");
}

static void threads_change_nothing_that_is_printed(void **state)
{
    (void)state;
    RUN(small, "--runs", "8", "--json", "--threads", "1");
    cJSON *one = parsed();
    RUN(small, "--runs", "8", "--json", "--threads", "3");
    cJSON *three = parsed();
    forget_times(one);
    forget_times(three);
    assert_true(cJSON_Compare(one, three, 1));
    cJSON_Delete(one);
    cJSON_Delete(three);
}

static void a_table_says_what_holds_and_what_to_do(void **state)
{
    (void)state;
    RUN(small, "--runs", "4", "--all");
    assert_int_equal(last.status, 1);
    assert_non_null(strstr(last.out, "Corner bakery (small)"));
    assert_non_null(strstr(last.out, "FAILS"));
    assert_non_null(strstr(last.out, "What to do"));
    assert_non_null(strstr(last.out, "fact learned tills-stuck/"));
    assert_null(strstr(last.out, "simulate."));
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (k != PLAYER_MIXED)
            assert_non_null(strstr(last.out, player_word(k)));
}

static void some_players_prove_only_some(void **state)
{
    (void)state;
    RUN(small, "--runs", "3", "--players", "customer-focused,pleaser", "--json");
    cJSON *json = parsed();
    assert_int_equal(cJSON_GetArraySize(member(json, "players")), 2);
    assert_true(cJSON_IsFalse(member(json, "holds")));
    const cJSON *wins = cJSON_GetArrayItem(member(json, "proof"), 0);
    assert_true(cJSON_IsFalse(member(wins, "tested")) && cJSON_IsFalse(member(wins, "holds")));
    cJSON_Delete(json);
    RUN(small, "--runs", "3", "--players", "customer-focused,pleaser");
    assert_non_null(strstr(last.out, "OPEN"));
}

static void wrong_words_end_with_2(void **state)
{
    (void)state;
    static const char *const wrong[][2] = {{"--runs", "0"},     {"--runs", "ten"},        {"--runs", "1000001"},
                                           {"--seed", "0"},     {"--players", "nobody"},  {"--players", ""},
                                           {"--threads", "65"}, {"--without", "nothing"}, {"--run", "-1"},
                                           {"--what", "1"},     {"--curve", ""}};
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
        RUN(small, wrong[k][0], wrong[k][1]);
        assert_int_equal(last.status, 2);
        assert_string_equal(last.out, "");
        assert_non_null(strstr(last.err, wrong[k][0]));
    }
    RUN("--json");
    assert_int_equal(last.status, 2);
    RUN("--help");
    assert_int_equal(last.status, 0);
    assert_non_null(strstr(last.out, "claims-then-corrects"));
}

static void a_pack_with_errors_ends_with_2_one_that_is_not_there_with_3(void **state)
{
    (void)state;
    char folder[] = "/tmp/moment-pack-XXXXXX", *bytes;
    size_t length;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(system(arena_printf(&arena, "cp -r '%s/.' '%s'", small, folder)), 0);
    char *path = file_join(&arena, folder, "pack.json");
    assert_int_equal(file_read(&arena, path, 1 << 20, &bytes, &length), ERR_NONE);
    char *at = strstr(bytes, "\"weight\": 3");
    assert_non_null(at);
    memcpy(at, "\"wieght\"", 8);
    assert_int_equal(file_write(path, bytes, length), ERR_NONE);
    RUN(folder, "--runs", "2");
    assert_int_equal(last.status, 2);
    assert_string_equal(last.out, "");
    assert_non_null(strstr(last.err, "pack.json:34:7: customers[0].wieght"));
    assert_int_equal(system(arena_printf(&arena, "rm -r '%s'", folder)), 0);
    RUN(folder, "--runs", "2");
    assert_int_equal(last.status, 3);
    assert_non_null(strstr(last.err, folder));
}

static void a_pack_that_came_along_is_found_by_its_name(void **state)
{
    (void)state;
    RUN("last-flight-out", "--runs", "1", "--players", "technician", "--json");
    assert_in_range(last.status, 0, 1);
    cJSON *json = parsed();
    assert_string_equal(member(json, "pack")->valuestring, "last-flight-out");
    cJSON_Delete(json);
}

static void several_packs_make_a_list(void **state)
{
    (void)state;
    RUN(small, small, "--runs", "1", "--players", "technician", "--json");
    cJSON *json = parsed();
    assert_int_equal(cJSON_GetArraySize(json), 2);
    cJSON_Delete(json);
}

static void one_run_shows_the_moments_that_were_not_met(void **state)
{
    (void)state;
    RUN(small, "--run", "3", "--players", "pleaser");
    char *from = strstr(last.out, "Moments of this run that were not met");
    assert_non_null(from);
    char *to = strstr(from, "What of the pack");
    assert_non_null(to);
    *to = '\0';
    assert_non_null(strstr(from, " broken "));
    assert_null(strstr(from, " met "));
    RUN(small, "--run", "3", "--players", "pleaser", "--all");
    assert_non_null(strstr(strstr(last.out, "Moments of this run:"), " met "));
}

static char *written(const char *path)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, path, 1 << 22, &bytes, &length), ERR_NONE);
    remove(path);
    return bytes;
}

static void curves_are_a_table_or_a_picture(void **state)
{
    (void)state;
    char folder[] = "/tmp/moment-curve-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *csv = file_join(&arena, folder, "c.csv"), *svg = file_join(&arena, folder, "c.svg");
    RUN(small, "--runs", "2", "--players", "customer-focused,pleaser", "--curve", csv);
    char *bytes = written(csv);
    assert_int_equal(
        strncmp(bytes,
                "round,time,customer-focused satisfaction,customer-focused trust,pleaser satisfaction,pleaser trust\n",
                98),
        0);
    int lines = 0;
    for (char *at = bytes; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    /* A heading, then twenty and thirty minutes with both their ends. */
    assert_int_equal(lines, 1 + 21 + 31);
    assert_non_null(strstr(bytes, "\nmorning,08:30,"));
    RUN(small, "--runs", "2", "--curve", svg);
    bytes = written(svg);
    assert_int_equal(strncmp(bytes, "<svg xmlns=\"http://www.w3.org/2000/svg\"", 39), 0);
    assert_non_null(strstr(bytes, "</svg>"));
    assert_non_null(strstr(bytes, "pleaser"));
    assert_null(strstr(bytes, "simulate."));
    rmdir(folder);
    RUN(small, "--runs", "1", "--curve", file_join(&arena, folder, "gone.csv"));
    assert_int_equal(last.status, 3);
}

/* Presses Ctrl-C as soon as somebody listens for it. */
static void press(int signal)
{
    struct sigaction now;
    (void)signal;
    if (sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler != SIG_DFL)
        raise(SIGINT);
}

static void press_every(int milliseconds)
{
    struct itimerval timer = {{0, 1000 * milliseconds}, {0, 1000 * milliseconds}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

static void ctrl_c_prints_what_is_there(void **state)
{
    (void)state;
    struct sigaction act = {.sa_handler = press, .sa_flags = SA_RESTART}, before;
    sigaction(SIGALRM, &act, &before);
    press_every(40);
    RUN(small, "--runs", "1000000", "--json");
    press_every(0);
    sigaction(SIGALRM, &before, NULL);
    assert_int_equal(last.status, 130);
    cJSON *json = parsed();
    assert_true(cJSON_IsTrue(member(json, "cancelled")));
    assert_int_equal(member(json, "runs_wanted")->valueint, 1000000);
    assert_in_range(member(json, "runs")->valueint, 1, 999999);
    cJSON_Delete(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_holds_the_proof_and_the_speed),
        cmocka_unit_test(threads_change_nothing_that_is_printed),
        cmocka_unit_test(a_table_says_what_holds_and_what_to_do),
        cmocka_unit_test(some_players_prove_only_some),
        cmocka_unit_test(wrong_words_end_with_2),
        cmocka_unit_test(a_pack_with_errors_ends_with_2_one_that_is_not_there_with_3),
        cmocka_unit_test(a_pack_that_came_along_is_found_by_its_name),
        cmocka_unit_test(several_packs_make_a_list),
        cmocka_unit_test(one_run_shows_the_moments_that_were_not_met),
        cmocka_unit_test(curves_are_a_table_or_a_picture),
        cmocka_unit_test(ctrl_c_prints_what_is_there),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
