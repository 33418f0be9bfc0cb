/* `moment check`: what it prints where, and how it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include "../catch.h"
#include "app/commands.h"
#include <cjson/cJSON.h>

static struct caught last;
#define RUN(...)                                                                                                       \
    catch_run(&last, command_check, (int)(sizeof(const char *[]){"check", __VA_ARGS__} / sizeof(char *)),              \
              (const char *[]){"check", __VA_ARGS__})

static int set_up(void **state)
{
    (void)state;
    return text_load_folder(packs_root(), "en") == ERR_NONE ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    text_release();
    return 0;
}

static void write_pack(struct arena *a, char *folder, const char *find, const char *put)
{
    assert_non_null(mkdtemp(folder));
    char *command = arena_printf(a, "cp -r '%s/tests/packs/good/small/.' '%s'", packs_root(), folder);
    assert_int_equal(system(command), 0);
    char *bytes, *path = file_join(a, folder, "pack.json");
    size_t length;
    assert_int_equal(file_read(a, path, 1 << 20, &bytes, &length), ERR_NONE);
    char *at = strstr(bytes, find);
    assert_non_null(at);
    char *edited = arena_printf(a, "%.*s%s%s", (int)(at - bytes), bytes, put, at + strlen(find));
    assert_int_equal(file_write(path, edited, strlen(edited)), ERR_NONE);
}

static void remove_pack(struct arena *a, const char *folder)
{
    assert_int_equal(system(arena_printf(a, "rm -r '%s'", folder)), 0);
    arena_release(a);
}

static void a_clean_pack_ends_with_0(void **state)
{
    (void)state;
    struct arena a = {0};
    RUN(packs_path(&a, "tests/packs/good/small"), "--strict");
    assert_int_equal(last.status, 0);
    assert_string_equal(last.out, "No errors, no warnings.\n");
    assert_string_equal(last.err, "");
    RUN(packs_path(&a, "tests/packs/good/small/pack.json"));
    assert_int_equal(last.status, 0);
    arena_release(&a);
}

static void warnings_count_only_with_strict(void **state)
{
    (void)state;
    struct arena a = {0};
    char folder[] = "/tmp/moment-pack-XXXXXX";
    write_pack(&a, folder, "\"tags\": [\"inspection\"],", "\"tags\": [\"inspection\", \"death\"],");
    RUN(folder);
    assert_int_equal(last.status, 0);
    assert_non_null(strstr(
        last.out,
        "pack.json:29:26: warning: tags[1]: The tag “death” is declared and never used.\n0 errors, 1 warning.\n"));
    RUN("--strict", folder);
    assert_int_equal(last.status, 1);
    remove_pack(&a, folder);
}

static void errors_end_with_2_and_come_as_json(void **state)
{
    (void)state;
    struct arena a = {0};
    char folder[] = "/tmp/moment-pack-XXXXXX";
    write_pack(&a, folder, "\"weight\": 3", "\"wieght\": 3");
    RUN(folder);
    assert_int_equal(last.status, 2);
    assert_non_null(strstr(last.out, "pack.json:34:7: customers[0].wieght: There is no key “wieght” here."));
    assert_non_null(strstr(last.out, "Did you mean “weight”?\n1 error, 0 warnings.\n"));
    RUN(folder, "--json");
    assert_int_equal(last.status, 2);
    cJSON *json = cJSON_Parse(last.out);
    assert_non_null(json);
    const cJSON *item = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(json, "items"), 0);
    assert_string_equal(cJSON_GetObjectItemCaseSensitive(item, "code")->valuestring, "check.unknown-key");
    assert_int_equal(cJSON_GetObjectItemCaseSensitive(item, "line")->valueint, 34);
    cJSON_Delete(json);
    remove_pack(&a, folder);
}

static void what_cannot_be_read_ends_with_3(void **state)
{
    (void)state;
    RUN("/nowhere/at/all");
    assert_int_equal(last.status, 3);
    assert_string_equal(last.out, "");
    assert_non_null(strstr(last.err, "/nowhere/at/all"));
}

static void wrong_words_end_with_2(void **state)
{
    (void)state;
    const char *none[] = {"check"};
    catch_run(&last, command_check, 1, none);
    assert_int_equal(last.status, 2);
    assert_string_equal(last.out, "");
    assert_non_null(strstr(last.err, "moment check PATH"));
    RUN("a", "b");
    assert_int_equal(last.status, 2);
    RUN("a", "--loud");
    assert_int_equal(last.status, 2);
    RUN("--help");
    assert_int_equal(last.status, 0);
    assert_non_null(strstr(last.out, "moment check PATH"));
}

static void the_schema_is_printed(void **state)
{
    (void)state;
    RUN("--schema");
    assert_int_equal(last.status, 0);
    assert_non_null(strstr(last.out, "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clean_pack_ends_with_0),
        cmocka_unit_test(warnings_count_only_with_strict),
        cmocka_unit_test(errors_end_with_2_and_come_as_json),
        cmocka_unit_test(what_cannot_be_read_ends_with_3),
        cmocka_unit_test(wrong_words_end_with_2),
        cmocka_unit_test(the_schema_is_printed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
