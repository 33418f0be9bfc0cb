/* Schema, tables, texts and rules name the same things. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include "pack/table.h"
#include <cjson/cJSON.h>

static void the_schema_file_is_what_the_tables_say(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    struct str schema = {0};
    char *bytes;
    size_t length;
    pack_schema_append(&schema);
    char *path = packs_path(&p.arena, "scenarios/pack.schema.json");
    if (packs_is_update())
        assert_int_equal(file_write(path, str_text(&schema), schema.length), ERR_NONE);
    assert_int_equal(file_read(&p.arena, path, 1 << 20, &bytes, &length), ERR_NONE);
    assert_string_equal(bytes, str_text(&schema));
    str_release(&schema);
    packs_end(&p);
}

static int count_members(const cJSON *object)
{
    return cJSON_GetArraySize(object);
}

/* Read back as JSON: every key of every table with its description, and no other. */
static void every_key_is_in_the_schema_with_a_sentence(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    struct str text = {0};
    pack_schema_append(&text);
    cJSON *schema = cJSON_Parse(str_text(&text));
    assert_non_null(schema);
    const cJSON *defs = cJSON_GetObjectItemCaseSensitive(schema, "$defs");
    for (int t = 0; tables_all[t] != NULL; t++) {
        const cJSON *def = cJSON_GetObjectItemCaseSensitive(defs, tables_all[t]->name);
        const cJSON *properties = cJSON_GetObjectItemCaseSensitive(def, "properties");
        assert_int_equal(count_members(properties), tables_all[t]->count);
        assert_true(cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(def, "additionalProperties")));
        for (int32_t f = 0; f < tables_all[t]->count; f++) {
            const cJSON *property = cJSON_GetObjectItemCaseSensitive(properties, tables_all[t]->fields[f].key);
            if (!cJSON_IsString(cJSON_GetObjectItemCaseSensitive(property, "description")))
                fail_msg("schema.%s.%s has no sentence", tables_all[t]->name, tables_all[t]->fields[f].key);
        }
    }
    cJSON_Delete(schema);
    str_release(&text);
    packs_end(&p);
}

/* Every table that a field leads to is among those of the schema. */
static void every_table_is_listed(void **state)
{
    (void)state;
    for (int t = 0; tables_all[t] != NULL; t++)
        for (int32_t f = 0; f < tables_all[t]->count; f++) {
            const struct table *inner = tables_all[t]->fields[f].table;
            int listed = inner == NULL;
            for (int k = 0; tables_all[k] != NULL; k++)
                listed |= tables_all[k] == inner;
            assert_true(listed);
        }
}

/* ---- the sentences ---- */

static int is_code_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/* Found only where no pack can show them: by files, limits that take megabytes, or as part of another sentence. */
static int has_no_pack(const char *code)
{
    static const char *const codes[] = {
        "check.file-outside",    "check.file-unnamed",        "check.file-unreadable",    "check.pack-too-large",
        "check.too-many-values", "check.too-many-conditions", "check.too-many-languages", "check.unreadable",
        "check.did-you-mean",    "check.stop-words"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (strcmp(codes[i], code) == 0)
            return 1;
    return strncmp(code, "check.type.", 11) == 0 || strncmp(code, "check.want.", 11) == 0 ||
           strncmp(code, "check.thing.", 12) == 0;
}

static int check_code(struct packs *p, const char *at, const char *file)
{
    size_t length = 0;
    while (is_code_character(at[length]))
        length++;
    char *code = arena_dup_bytes(&p->arena, at, length);
    if (code[length - 1] == '.')
        return 0;
    if (!text_has(code))
        fail_msg("%s: %s has no sentence", file, code);
    char *pack =
        packs_path(&p->arena, arena_printf(&p->arena, "tests/packs/bad/%s/expected.txt", code + strlen("check.")));
    if (!has_no_pack(code) && !file_exists(pack))
        fail_msg("%s: %s has no bad pack", file, code);
    return 1;
}

static int check_source(struct packs *p, const char *file)
{
    char *bytes;
    size_t length;
    int codes = 0;
    char *path = packs_path(&p->arena, arena_printf(&p->arena, "game/pack/%s", file));
    assert_int_equal(file_read(&p->arena, path, 1 << 20, &bytes, &length), ERR_NONE);
    for (const char *at = bytes; (at = strstr(at, "\"check.")) != NULL; at++)
        codes += check_code(p, at + 1, file);
    return codes;
}

static void every_rule_has_a_sentence_and_a_bad_pack(void **state)
{
    (void)state;
    struct packs p;
    char **files;
    size_t count;
    int codes = 0;
    packs_begin(&p);
    assert_int_equal(file_list(&p.arena, packs_path(&p.arena, "game/pack"), &files, &count), ERR_NONE);
    for (size_t i = 0; i < count; i++)
        codes += check_source(&p, files[i]);
    assert_true(codes > 120);
    packs_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_file_is_what_the_tables_say),
        cmocka_unit_test(every_key_is_in_the_schema_with_a_sentence),
        cmocka_unit_test(every_table_is_listed),
        cmocka_unit_test(every_rule_has_a_sentence_and_a_bad_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
