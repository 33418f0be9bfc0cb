#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include <sys/stat.h>
#include <unistd.h>

static char *make_folder(struct arena *a)
{
    char *folder = arena_dup(a, "/tmp/moment-pack-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void write_file(struct arena *a, const char *folder, const char *name, const char *bytes)
{
    char *path = file_join(a, folder, name);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    assert_int_equal(file_make_folder(path), ERR_NONE);
    *slash = '/';
    assert_int_equal(file_write(path, bytes, strlen(bytes)), ERR_NONE);
}

static void remove_folder(struct arena *a, const char *folder)
{
    char *command = arena_printf(a, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

static void names_stay_inside(void **state)
{
    (void)state;
    static const char *const good[] = {"pack.json", "a/b/c-1.json", "text/pt-br.json", "a_b.json"};
    static const char *const bad[] = {"",    "/a",   "a/",      "a//b",          "../a", "a/../b",
                                      ".a",  "a/.b", "a.",      "A.json",        "a\\b", "a b",
                                      "c:x", "a/..", "x..json", "\xC3\xA9.json", "a\nb"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(pack_name_is_inside(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(pack_name_is_inside(bad[i]));
}

static void files_lie_in_the_order_of_names(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    static const char *const names[] = {"text/de.json", "pack.json", "cards.json", "incidents/b.json",
                                        "incidents/a.json"};
    for (int i = 0; i < 5; i++)
        assert_int_equal(pack_source_add(p.source, names[i], names[i], strlen(names[i])), ERR_NONE);
    assert_string_equal(p.source->files[0].name, "cards.json");
    assert_string_equal(p.source->files[1].name, "incidents/a.json");
    assert_string_equal(p.source->files[4].name, "text/de.json");
    assert_string_equal(pack_source_find(p.source, "incidents/b.json")->bytes, "incidents/b.json");
    assert_null(pack_source_find(p.source, "incidents/c.json"));
    packs_end(&p);
}

static void a_source_refuses_what_no_pack_holds(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    static char megabyte[1 << 20];
    assert_int_equal(pack_source_add(p.source, "a.json", "1", 1), ERR_NONE);
    assert_int_equal(pack_source_add(p.source, "a.json", "1", 1), ERR_REFUSED);
    assert_int_equal(pack_source_add(p.source, "../a.json", "1", 1), ERR_REFUSED);
    for (int i = 0; i < 15; i++)
        assert_int_equal(pack_source_add(p.source, arena_printf(&p.arena, "m%d.json", i), megabyte, sizeof megabyte),
                         ERR_NONE);
    assert_int_equal(pack_source_add(p.source, "m15.json", megabyte, sizeof megabyte), ERR_FULL);
    for (int i = 16; i < LIMIT_PACK_FILES; i++)
        assert_int_equal(pack_source_add(p.source, arena_printf(&p.arena, "s%d.json", i), "", 0), ERR_NONE);
    assert_int_equal(pack_source_add(p.source, "one-more.json", "", 0), ERR_FULL);
    assert_int_equal(p.source->count, LIMIT_PACK_FILES);
    packs_end(&p);
}

static void the_digest_is_of_names_and_bytes(void **state)
{
    (void)state;
    struct packs p;
    uint8_t first[HASH_BYTES], second[HASH_BYTES];
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    pack_digest(p.source, first);
    struct pack_source *copy = memory_want(sizeof *copy);
    pack_source_begin(copy, &p.arena);
    for (int i = p.source->count - 1; i >= 0; i--)
        assert_int_equal(
            pack_source_add(copy, p.source->files[i].name, p.source->files[i].bytes, p.source->files[i].length),
            ERR_NONE);
    pack_digest(copy, second);
    assert_memory_equal(first, second, HASH_BYTES);
    free(copy);
    packs_edit(&p, "cards.json", "black-hole", "black-hola");
    pack_digest(p.source, second);
    assert_memory_not_equal(first, second, HASH_BYTES);
    packs_end(&p);
}

static void a_folder_loads_what_it_names_and_its_texts(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena);
    write_file(&p.arena, folder, "pack.json",
               "{\"incidents\": [\"incidents/*.json\", \"more.json\"], \"cards\": \"cards.json\"}");
    write_file(&p.arena, folder, "incidents/b.json", "[]");
    write_file(&p.arena, folder, "incidents/a.json", "[]");
    write_file(&p.arena, folder, "incidents/notes.txt", "not a part");
    write_file(&p.arena, folder, "incidents/deep/c.json", "[]");
    write_file(&p.arena, folder, "more.json", "[]");
    write_file(&p.arena, folder, "unnamed.json", "[]");
    write_file(&p.arena, folder, "text/de.json", "{}");
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_NONE);
    assert_int_equal(p.source->count, 5);
    assert_string_equal(p.source->files[0].name, "incidents/a.json");
    assert_string_equal(p.source->files[4].name, "text/de.json");
    assert_int_equal(p.found->warnings, 1);
    assert_string_equal(p.found->items[0].code, "check.file-unnamed");
    assert_string_equal(p.found->items[0].place.file, "unnamed.json");
    assert_int_equal(pack_source_load(&p.arena, file_join(&p.arena, folder, "pack.json"), p.source, p.found), ERR_NONE);
    assert_int_equal(p.source->count, 5);
    remove_folder(&p.arena, folder);
    packs_end(&p);
}

static void links_may_not_lead_out(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena), *other = make_folder(&p.arena);
    write_file(&p.arena, other, "secret.json", "[]");
    write_file(&p.arena, folder, "pack.json", "{\"cards\": \"cards.json\", \"incidents\": [\"in.json\"]}");
    write_file(&p.arena, folder, "real.json", "[]");
    assert_int_equal(symlink(file_join(&p.arena, other, "secret.json"), file_join(&p.arena, folder, "cards.json")), 0);
    assert_int_equal(symlink("real.json", file_join(&p.arena, folder, "in.json")), 0);
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_FORMAT);
    assert_int_equal(p.found->errors, 1);
    assert_string_equal(p.found->items[0].code, "check.file-outside");
    assert_string_equal(p.found->items[0].place.file, "cards.json");
    assert_non_null(pack_source_find(p.source, "in.json"));
    remove_folder(&p.arena, folder);
    remove_folder(&p.arena, other);
    packs_end(&p);
}

/* A pipe would wait for ever. */
static void only_plain_files_are_read(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena);
    write_file(&p.arena, folder, "pack.json", "{\"cards\": \"cards.json\"}");
    assert_int_equal(mkfifo(file_join(&p.arena, folder, "cards.json"), 0600), 0);
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_FORMAT);
    assert_non_null(packs_found(&p, "check.file-outside"));
    remove_folder(&p.arena, folder);
    packs_end(&p);
}

static void a_large_file_is_refused(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena);
    write_file(&p.arena, folder, "pack.json", "{\"cards\": \"cards.json\"}");
    write_file(&p.arena, folder, "cards.json", "[]");
    assert_int_equal(truncate(file_join(&p.arena, folder, "cards.json"), LIMIT_PACK_BYTES + 1), 0);
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_FORMAT);
    assert_non_null(packs_found(&p, "check.pack-too-large"));
    remove_folder(&p.arena, folder);
    packs_end(&p);
}

static void what_is_not_there_is_missing(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena);
    assert_int_equal(pack_source_load(&p.arena, "/nowhere/at/all", p.source, p.found), ERR_MISSING);
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_MISSING);
    assert_int_equal(pack_source_load(&p.arena, file_join(&p.arena, folder, "other.json"), p.source, p.found),
                     ERR_MISSING);
    assert_int_equal(p.found->errors, 0);
    remove_folder(&p.arena, folder);
    packs_end(&p);
}

/* A damaged root loads alone and is reported by the reader. */
static void a_damaged_root_is_left_to_the_reader(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    char *folder = make_folder(&p.arena);
    write_file(&p.arena, folder, "pack.json", "{\"cards\": ");
    assert_int_equal(pack_source_load(&p.arena, folder, p.source, p.found), ERR_NONE);
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_null(p.scenario);
    assert_non_null(packs_found(&p, "check.unclosed"));
    remove_folder(&p.arena, folder);
    packs_end(&p);
}

static void a_place_is_written_for_people(void **state)
{
    (void)state;
    struct str out = {0};
    struct diag_place place = {"a.json", 3, 7, "x.y"}, file = {"b.json", 0, 0, ""};
    pack_place_append(&out, &place);
    assert_string_equal(str_text(&out), "a.json:3:7: x.y");
    str_clear(&out);
    pack_place_append(&out, &file);
    assert_string_equal(str_text(&out), "b.json");
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stay_inside),
        cmocka_unit_test(files_lie_in_the_order_of_names),
        cmocka_unit_test(a_source_refuses_what_no_pack_holds),
        cmocka_unit_test(the_digest_is_of_names_and_bytes),
        cmocka_unit_test(a_folder_loads_what_it_names_and_its_texts),
        cmocka_unit_test(links_may_not_lead_out),
        cmocka_unit_test(only_plain_files_are_read),
        cmocka_unit_test(a_large_file_is_refused),
        cmocka_unit_test(what_is_not_there_is_missing),
        cmocka_unit_test(a_damaged_root_is_left_to_the_reader),
        cmocka_unit_test(a_place_is_written_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
