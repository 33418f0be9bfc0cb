/* A session keeps the deck it was set up with, whatever the program brings along when it is opened again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../texts.h"
#include "app/data.h"
#include "base/file.h"
#include "base/memory.h"
#include "session/session.h"

#include <unistd.h>

static struct data_places places;
static struct arena arena;
static struct pack_source *source;

static void load(const char *pack)
{
    struct diag_list found = {.arena = &arena};
    const char *tried;
    assert_int_equal(data_find(&places, getenv("MOMENT_SOURCE") ? getenv("MOMENT_SOURCE") : ".", &arena, &tried), ERR_NONE);
    source = arena_alloc(&arena, sizeof *source);
    assert_int_equal(pack_source_load(&arena, file_join(&arena, places.root, pack), source, &found), ERR_NONE);
}

static void a_session_keeps_its_deck(void **state)
{
    (void)state;
    struct diag_list found = {.arena = &arena};
    struct session_setup *setup = arena_alloc(&arena, sizeof *setup);
    struct session *s;
    char folder[] = "/tmp/moment-deck-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *path = file_join(&arena, folder, "one.moment");
    load("scenarios/last-flight-out");
    assert_int_equal(data_add_deck(&places, "en", source), ERR_NONE);
    setup->member_count = 1;
    snprintf(setup->members[0].name, sizeof setup->members[0].name, "Sanne");
    assert_int_equal(session_create(&s, path, source, setup, &found), ERR_NONE);
    session_close(s);
    assert_int_equal(session_open(&s, path, STORE_WRITE, NULL, &found), ERR_NONE);
    assert_int_equal(session_scenario(s)->card_count, 36);
    assert_string_equal(session_scenario(s)->cards[12].id, "call-you-back");
    session_close(s);
    assert_int_equal(unlink(path), 0);
    rmdir(folder);
    arena_release(&arena);
}

static void a_language_without_a_deck_takes_the_english_one(void **state)
{
    (void)state;
    load("scenarios/last-flight-out");
    assert_int_equal(data_add_deck(&places, "xx", source), ERR_NONE);
    assert_non_null(strstr(pack_source_find(source, PACK_DECK)->bytes, "call-you-back"));
    assert_int_equal(data_add_deck(&places, "en", source), ERR_REFUSED);   /* it is there */
    load("tests/packs/good/small");
    snprintf(places.root, sizeof places.root, "/nowhere");
    assert_int_not_equal(data_add_deck(&places, "en", source), ERR_NONE);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_session_keeps_its_deck), cmocka_unit_test(a_language_without_a_deck_takes_the_english_one)};
    return cmocka_run_group_tests(tests, texts_load, texts_forget);
}
