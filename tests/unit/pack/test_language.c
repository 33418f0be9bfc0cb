#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"

static void put_german(struct packs *p, const char *json)
{
    packs_begin(p);
    packs_load(p, "tests/packs/good/small");
    packs_put(p, "text/de.json", json, strlen(json));
}

static enum err read_in(struct packs *p, const char *language)
{
    return pack_read_language(&p->arena, p->source, language, &p->scenario, p->found);
}

static const char german[] =
    "{\"$comment\": \"part of it\", \"title\": \"Die Ecke\", \"organisation.story.1\": \"Zwei\", "
    "\"customers.olga.role\": \"Filialleiterin\","
    " \"customers.olga.lines.calm.0\": \"Was gibt es?\", \"customers.ben.needs.list-complete.text\": \"Eine Liste\","
    " \"services.tills.loss.down\": \"{n} gehen\", \"rounds.morning.events.inspector.says\": \"Eine Prüfung!\","
    " \"incidents.tills-stuck.facts.symptom.text\": \"Kassen stehen\", "
    "\"incidents.tills-stuck.works.correct.harm.text\": \"Bons weg\","
    " \"incidents.tills-stuck.moments.bad-news.met\": \"Gesagt\", "
    "\"incidents.tills-stuck.root_cause.spines.people.0\": \"Allein\","
    " \"incidents.who-first.contention.options.vans.text\": \"Wagen\", \"endings.notice.title\": \"Angebot\","
    " \"summary\": {\"text\": \"Sechs\", \"from\": \"an older summary\"},"
    " \"cards.one-hero.line\": {\"text\": \"Im Urlaub\", \"from\": \"And she is on holiday.\"}}";

static void a_translation_lies_over_the_original(void **state)
{
    (void)state;
    struct packs p;
    put_german(&p, german);
    enum err err = read_in(&p, "de");
    packs_print(&p);
    assert_int_equal(err, ERR_NONE);
    const struct scenario *s = p.scenario;
    assert_string_equal(s->title, "Die Ecke");
    assert_string_equal(s->story.items[1], "Zwei");
    assert_string_equal(s->customers[0].role, "Filialleiterin");
    assert_string_equal(s->customers[0].lines[MOOD_CALM].items[0], "Was gibt es?");
    assert_string_equal(s->customers[1].needs[0].text, "Eine Liste");
    assert_string_equal(s->services[0].loss_down, "{n} gehen");
    assert_string_equal(s->events[0].says, "Eine Prüfung!");
    assert_string_equal(s->facts[s->incidents[1].first_fact].text, "Kassen stehen");
    assert_string_equal(s->works[s->incidents[1].first_work + 1].harm_text, "Bons weg");
    assert_string_equal(s->moments[s->incidents[1].first_moment + 1].met, "Gesagt");
    assert_string_equal(s->incidents[1].root_cause.spines[SPINE_PEOPLE].items[0], "Allein");
    assert_string_equal(s->incidents[3].options[1].text, "Wagen");
    assert_string_equal(s->endings[1].title, "Angebot");
    assert_string_equal(s->cards[2].line, "Im Urlaub");
    packs_end(&p);
}

static void what_is_missing_or_stale_stays_in_the_original(void **state)
{
    (void)state;
    struct packs p;
    put_german(&p, german);
    assert_int_equal(read_in(&p, "de"), ERR_NONE);
    assert_string_equal(p.scenario->story.items[0], "Six shops sell what one bakehouse bakes at night.");
    assert_string_equal(p.scenario->summary, "Six bakery shops, one small IT team and half an hour before the rush.");
    packs_end(&p);
}

static void the_own_language_needs_no_file_and_another_does(void **state)
{
    (void)state;
    struct packs p;
    put_german(&p, german);
    assert_int_equal(read_in(&p, "en"), ERR_NONE);
    assert_string_equal(p.scenario->title, "Corner bakery");
    struct scenario *before = p.scenario;
    assert_int_equal(read_in(&p, "nl"), ERR_MISSING);
    assert_ptr_equal(p.scenario, before);
    const char *languages[4];
    assert_int_equal(pack_languages(p.scenario, p.source, languages, 4), 2);
    assert_string_equal(languages[0], "en");
    assert_string_equal(languages[1], "de");
    assert_int_equal(pack_languages(p.scenario, p.source, languages, 1), 1);
    packs_end(&p);
}

/* Paths for what is no text (ids, names of people, the author) are unknown. */
static void a_wrong_translation_stops_every_reading(void **state)
{
    (void)state;
    struct packs p;
    put_german(&p, "{\"customers.olga.nam\": \"x\", \"author\": \"x\", \"title\": \"{nix}\"}");
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_int_equal(p.found->errors, 3);
    assert_non_null(packs_found(&p, "check.unknown-text"));
    assert_non_null(packs_found(&p, "check.placeholder"));
    packs_end(&p);
}

static void a_spoken_line_stays_short_in_any_language(void **state)
{
    (void)state;
    struct packs p;
    struct str json = {0};
    str_append(&json, "{\"incidents.tills-stuck.says\": \"");
    for (int i = 0; i < 91; i++)
        str_append(&json, "ü");
    str_append(&json, "\"}");
    put_german(&p, str_text(&json));
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_non_null(packs_found(&p, "check.text-length"));
    str_release(&json);
    packs_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_translation_lies_over_the_original),
        cmocka_unit_test(what_is_missing_or_stale_stays_in_the_original),
        cmocka_unit_test(the_own_language_needs_no_file_and_another_does),
        cmocka_unit_test(a_wrong_translation_stops_every_reading),
        cmocka_unit_test(a_spoken_line_stays_short_in_any_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
