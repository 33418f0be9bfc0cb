/* The deck that stands in where a pack has no cards of its own: part of a session's source, never of the pack's texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "packs.h"

static const char deck[] = "[{\"id\": \"one\", \"title\": \"First\", \"line\": \"A line.\", \"aspect\": \"attitude\"},"
                           " {\"id\": \"two\", \"title\": \"Second\", \"line\": \"Another.\", \"aspect\": \"culture\"}]";

static struct packs packs;

static void begin_small(const char *bytes)
{
    packs_begin(&packs);
    packs_load(&packs, "tests/packs/good/small");
    if (bytes) packs_put(&packs, PACK_DECK, bytes, strlen(bytes));
}

static void cards_of_the_pack_come_before_the_deck(void **state)
{
    (void)state;
    begin_small(deck);
    assert_int_equal(packs_read(&packs), ERR_NONE);
    assert_int_equal(packs.scenario->card_count, 3);
    packs_end(&packs);
}

static void a_pack_without_cards_takes_the_deck(void **state)
{
    (void)state;
    begin_small(NULL);
    packs_edit(&packs, "pack.json", "\"cards\": \"cards.json\",", "");
    packs_put(&packs, "cards.json", NULL, 0);
    packs_put(&packs, "text/de.json", NULL, 0);
    assert_int_equal(packs_read(&packs), ERR_NONE);
    assert_int_equal(packs.scenario->card_count, 0);
    packs_put(&packs, PACK_DECK, deck, strlen(deck));
    assert_int_equal(packs_read(&packs), ERR_NONE);
    assert_int_equal(packs.scenario->card_count, 2);
    assert_string_equal(packs.scenario->cards[1].title, "Second");
    assert_int_equal(packs.scenario->cards[1].aspect, ASPECT_CULTURE);
    packs_end(&packs);
}

/* Who translates a pack does not translate the program's deck. */
static void nobody_is_asked_to_translate_the_deck(void **state)
{
    (void)state;
    packs_begin(&packs);
    packs_load(&packs, "scenarios/last-flight-out");
    packs_put(&packs, "text/nl.json", "{}", 2);
    packs_read(&packs);
    int without = packs.found->count;
    packs.found->count = packs.found->errors = packs.found->warnings = 0;
    packs_put(&packs, PACK_DECK, deck, strlen(deck));
    packs_read(&packs);
    assert_int_equal(packs.found->count, without);
    packs_end(&packs);
}

static void faults_of_a_deck_name_its_file(void **state)
{
    (void)state;
    packs_begin(&packs);
    packs_load(&packs, "scenarios/last-flight-out");
    const char *wrong = "[{\"id\": \"one\", \"title\": \"First\", \"line\": \"A line.\", \"aspect\": \"cultur\"}]";
    packs_put(&packs, PACK_DECK, wrong, strlen(wrong));
    assert_int_equal(packs_read(&packs), ERR_FORMAT);
    assert_string_equal(packs.found->items[0].place.file, PACK_DECK);
    packs_end(&packs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cards_of_the_pack_come_before_the_deck),
                                       cmocka_unit_test(a_pack_without_cards_takes_the_deck),
                                       cmocka_unit_test(nobody_is_asked_to_translate_the_deck),
                                       cmocka_unit_test(faults_of_a_deck_name_its_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
