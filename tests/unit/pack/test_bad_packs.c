/*
 * tests/packs/bad/<rule>/: the pack tests/packs/base with a few edits, and what
 * must be printed. The finding "check.<rule>" must be among it.
 *
 * MOMENT_UPDATE=1 writes expected.txt anew; review the difference.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include <cjson/cJSON.h>

static const char *member(const cJSON *edit, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(edit, key);
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

/* Bytes that JSON cannot hold come as hexadecimal. */
static char *from_hex(struct arena *a, const char *hex)
{
    struct str bytes = {0};
    for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2) {
        char pair[3] = {hex[0], hex[1], '\0'};
        str_append_char(&bytes, (char)strtol(pair, NULL, 16));
    }
    char *copy = arena_dup(a, str_text(&bytes));
    str_release(&bytes);
    return copy;
}

static void apply_edit(struct packs *p, const cJSON *edit)
{
    const char *file = member(edit, "file"), *find = member(edit, "find"), *hex = member(edit, "put_hex"),
               *add = member(edit, "add");
    const cJSON *cut = cJSON_GetObjectItemCaseSensitive(edit, "cut");
    assert_non_null(file);
    if (find != NULL)
        packs_edit(p, file, find, hex != NULL ? from_hex(&p->arena, hex) : member(edit, "put"));
    else if (add != NULL)
        packs_put(p, file, add, strlen(add));
    else if (cJSON_IsNumber(cut))
        packs_put(p, file, pack_source_find(p->source, file)->bytes, (size_t)cut->valueint);
    else
        packs_put(p, file, NULL, 0);
}

static void apply_edits(struct packs *p, const char *path)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&p->arena, path, 1 << 20, &bytes, &length), ERR_NONE);
    cJSON *edits = cJSON_Parse(bytes), *edit;
    assert_non_null(edits);
    cJSON_ArrayForEach(edit, edits) apply_edit(p, edit);
    cJSON_Delete(edits);
}

/* 1 when expected.txt holds the same. */
static int is_as_expected(struct packs *p, const char *folder, const char *printed)
{
    char *path = file_join(&p->arena, folder, "expected.txt"), *bytes = NULL;
    size_t length;
    if (packs_is_update())
        assert_int_equal(file_write(path, printed, strlen(printed)), ERR_NONE);
    if (file_read(&p->arena, path, 1 << 20, &bytes, &length) != ERR_NONE)
        return 0;
    return strcmp(printed, bytes) == 0;
}

/* What is wrong with the test itself, NULL when all is as it should be. */
static const char *judge(struct packs *p, const char *rule, const char *folder, const char *printed)
{
    if (packs_found(p, arena_printf(&p->arena, "check.%s", rule)) == NULL)
        return "the rule is not reported";
    if (strstr(printed, "check.") != NULL)
        return "a sentence is missing from the catalogue";
    return is_as_expected(p, folder, printed) ? NULL : "expected.txt says something else";
}

static int run_one(const char *rule)
{
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/base");
    char *folder = packs_path(&p.arena, arena_printf(&p.arena, "tests/packs/bad/%s", rule));
    apply_edits(&p, file_join(&p.arena, folder, "edits.json"));
    if (packs_read(&p) == ERR_NONE)
        (void)!pack_check(p.scenario, p.source, p.found);
    struct str out = {0};
    diag_write(&out, p.found);
    const char *wrong = judge(&p, rule, folder, str_text(&out));
    if (wrong != NULL)
        print_error("bad/%s: %s:\n%s\n", rule, wrong, str_text(&out));
    str_release(&out);
    packs_end(&p);
    return wrong == NULL;
}

static void each_bad_pack_prints_what_is_wrong(void **state)
{
    (void)state;
    struct arena a = {0};
    char **rules;
    size_t count, good = 0;
    assert_int_equal(file_list(&a, packs_path(&a, "tests/packs/bad"), &rules, &count), ERR_NONE);
    assert_true(count > 100);
    for (size_t i = 0; i < count; i++)
        good += (size_t)run_one(rules[i]);
    arena_release(&a);
    assert_int_equal(good, count);
}

static void base_is_clean(void **state)
{
    (void)state;
    static const char *const packs[] = {"tests/packs/base", "tests/packs/good/small"};
    for (int i = 0; i < 2; i++) {
        struct packs p;
        packs_begin(&p);
        packs_load(&p, packs[i]);
        assert_int_equal(packs_read(&p), ERR_NONE);
        assert_int_equal(pack_check(p.scenario, p.source, p.found), ERR_NONE);
        packs_print(&p);
        assert_int_equal(p.found->warnings, 0);
        packs_end(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base_is_clean),
        cmocka_unit_test(each_bad_pack_prints_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
