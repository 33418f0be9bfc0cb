/* Lines that give a fact away, and lines that only sound like it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include "pack/tokens.h"

/* 1 when the line, said as tills-stuck opens, is reported. */
static int gives_away(const char *line)
{
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    packs_edit(&p, "incidents/02-tills.json", "Four shops, and not one till opens. There is a line to the door.", line);
    assert_int_equal(packs_read(&p), ERR_NONE);
    enum err err = pack_check(p.scenario, p.source, p.found);
    int found = packs_found(&p, "check.gives-away") != NULL;
    assert_int_equal(err, found ? ERR_FORMAT : ERR_NONE);
    packs_end(&p);
    return found;
}

static void a_line_with_the_fact_in_it_gives_it_away(void **state)
{
    (void)state;
    assert_true(gives_away("A school is to collect 80 rolls."));
    assert_true(gives_away("Somebody comes at 08:25."));
    assert_true(gives_away("Last night an UPDATE gave us all a wrong address!"));
    assert_true(gives_away("I will carry on with paper slips and a cash box for an hour."));
    assert_true(gives_away("Two shops reached only by car, they come back last."));
}

static void a_line_about_the_same_thing_does_not(void **state)
{
    (void)state;
    assert_false(gives_away("Nothing opens, and a school bus stops outside."));
    assert_false(gives_away("Since the update I have 80 people here."));
    assert_false(gives_away("The tills stop at the sign-on in four shops."));
    assert_false(gives_away("At 08:02 it stopped. It is my last hour here."));
    assert_false(gives_away("Olga Brandt here, tills, Corner Bakery. Help."));
}

/* The same words may be said once the fact must be known. */
static void a_moment_after_the_fact_may_say_it(void **state)
{
    (void)state;
    static const char *const conditions[] = {"{\"fact\": \"two-shops\"}", "{\"work\": \"correct\", \"is\": \"ended\"}",
                                             "{\"all\": [{\"after\": \"9m\"}, {\"fact\": \"two-shops\"}]}",
                                             "{\"after\": \"9m\"}",
                                             "{\"any\": [{\"after\": \"9m\"}, {\"fact\": \"two-shops\"}]}"};
    for (int i = 0; i < 5; i++) {
        struct packs p;
        packs_begin(&p);
        packs_load(&p, "tests/packs/good/small");
        packs_edit(&p, "incidents/02-tills.json", "\"when\": {\"fact\": \"two-shops\"}, \"score\"",
                   arena_printf(&p.arena, "\"says\": \"Shops reached by car? Back last?\", \"when\": %s, \"score\"",
                                conditions[i]));
        assert_int_equal(packs_read(&p), ERR_NONE);
        assert_int_equal(pack_check(p.scenario, p.source, p.found), i < 3 ? ERR_NONE : ERR_FORMAT);
        packs_end(&p);
    }
}

static void words_are_compared_without_endings(void **state)
{
    (void)state;
    struct packs p;
    struct token_set a = {.count = 0}, b = {.count = 0};
    packs_begin(&p);
    tokens_add(&a, &p.arena, "The CERTIFICATES expired, at 14:00: 1,200 travellers");
    tokens_add(&b, &p.arena, "certificate expires 14:00 1200 Traveller ÄRGER ärger");
    assert_int_equal(a.count, 5);
    assert_int_equal(b.count, 6);
    for (int i = 0; i < a.count; i++)
        assert_true(tokens_has(&b, a.items[i].hash));
    assert_true(a.items[2].is_strong);
    assert_true(a.items[3].is_strong);
    assert_false(a.items[0].is_strong);
    packs_end(&p);
}

static void reading_level_grows_with_words_and_sentences(void **state)
{
    (void)state;
    int words;
    assert_int_equal(tokens_lix("", &words), 0);
    assert_int_equal(words, 0);
    assert_int_equal(tokens_lix("The bus is late. We wait.", &words), 3);
    assert_int_equal(words, 6);
    assert_int_equal(tokens_lix("Considerable organisational precautions", &words), 103);
    assert_int_equal(tokens_longest("a bb überlang, c"), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_with_the_fact_in_it_gives_it_away),
        cmocka_unit_test(a_line_about_the_same_thing_does_not),
        cmocka_unit_test(a_moment_after_the_fact_may_say_it),
        cmocka_unit_test(words_are_compared_without_endings),
        cmocka_unit_test(reading_level_grows_with_words_and_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
