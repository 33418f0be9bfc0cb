/*
 * Every value of a good pack, one at a time, becomes something it should not
 * be. Whatever that makes of the pack, reading ends in order: a scenario and
 * no error, or errors and no scenario, and every error has a place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include <cjson/cJSON.h>

enum change {
    TO_NULL,
    TO_FLAG,
    TO_NUMBER,
    TO_NEGATIVE,
    TO_TEXT,
    TO_EMPTY_TEXT,
    TO_OTHER_ID,
    TO_LIST,
    TO_OBJECT,
    TO_OTHER_KEY,
    CHANGES
};

static int errors_seen, clean_seen;

static void judge(struct packs *p, const char *file)
{
    struct scenario *const untouched = (struct scenario *)(void *)p;
    p->scenario = untouched;
    p->found->count = p->found->errors = p->found->warnings = p->found->dropped = 0;
    enum err err = packs_read(p);
    assert_int_equal(err == ERR_NONE, p->found->errors == 0);
    assert_int_equal(err == ERR_NONE, p->scenario != untouched);
    if (err == ERR_NONE)
        (void)!pack_check(p->scenario, p->source, p->found);
    for (int i = 0; i < p->found->count; i++) {
        const struct diag *d = &p->found->items[i];
        int is_placed = d->place.line > 0 && d->place.column > 0;
        if ((d->severity == DIAG_ERROR && !is_placed) || strncmp(d->message, "check.", 6) == 0)
            fail_msg("%s: %s without a place or a sentence", file, d->code);
    }
    errors_seen += err != ERR_NONE;
    clean_seen += err == ERR_NONE;
}

static void change_item(cJSON *item, enum change change)
{
    static char text[] = "a text that stands where it should not", empty[] = "", other[] = "two-shops",
                key[] = "no-such-key";
    static const int types[CHANGES] = {cJSON_NULL,   cJSON_True,   cJSON_Number, cJSON_Number, cJSON_String,
                                       cJSON_String, cJSON_String, cJSON_Array,  cJSON_Object, 0};
    char *const texts[CHANGES] = {NULL, NULL, NULL, NULL, text, empty, other, NULL, NULL, NULL};
    if (change == TO_OTHER_KEY) {
        item->string = item->string != NULL ? key : NULL;
        return;
    }
    item->type = types[change];
    item->valuestring = texts[change];
    item->valuedouble = change == TO_NEGATIVE ? -3 : 7;
    item->valueint = (int)item->valuedouble;
    item->child = NULL;
}

static void try_item(struct packs *p, const char *file, cJSON *root, cJSON *item)
{
    for (int change = 0; change < CHANGES; change++) {
        struct arena scratch = {0};
        struct arena *kept = p->found->arena;
        cJSON before = *item;
        change_item(item, (enum change)change);
        char *printed = cJSON_PrintUnformatted(root);
        *item = before;
        struct pack_source *source = memory_want(sizeof *source);
        struct packs one = {.arena = scratch, .found = p->found, .source = source};
        one.found->arena = &one.arena;
        pack_source_begin(source, &one.arena);
        for (int i = 0; i < p->source->count; i++)
            assert_int_equal(pack_source_add(source, p->source->files[i].name, p->source->files[i].bytes,
                                             p->source->files[i].length),
                             ERR_NONE);
        packs_put(&one, file, printed, strlen(printed));
        judge(&one, file);
        free(one.source);
        arena_release(&one.arena);
        p->found->arena = kept;
        cJSON_free(printed);
    }
}

static void try_all(struct packs *p, const char *file, cJSON *root, cJSON *item)
{
    try_item(p, file, root, item);
    for (cJSON *child = item->child; child != NULL; child = child->next)
        try_all(p, file, root, child);
}

static void any_value_may_be_wrong(void **state)
{
    struct packs p;
    const char *file = *state;
    packs_begin(&p);
    packs_load(&p, "tests/packs/base");
    static const char german[] = "{\"title\": \"Die Ecke\", \"summary\": {\"text\": \"Sechs\", \"from\": \"x\"}}";
    packs_put(&p, "text/de.json", german, strlen(german));
    cJSON *root = cJSON_Parse(pack_source_find(p.source, file)->bytes);
    assert_non_null(root);
    errors_seen = clean_seen = 0;
    try_all(&p, file, root, root);
    assert_true(errors_seen > 10);
    assert_true(clean_seen > 0);
    cJSON_Delete(root);
    packs_end(&p);
}

int main(void)
{
    static char root[] = "pack.json", tills[] = "incidents/02-tills.json", others[] = "incidents/03-others.json",
                german[] = "text/de.json";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(any_value_may_be_wrong, root),
        cmocka_unit_test_prestate(any_value_may_be_wrong, tills),
        cmocka_unit_test_prestate(any_value_may_be_wrong, others),
        cmocka_unit_test_prestate(any_value_may_be_wrong, german),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
