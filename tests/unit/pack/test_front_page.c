/* Front pages: read, translated, checked, and never saying what must still be asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"

static const char reflect[] = "\"reflect\": [\"When did you know more than the customer did?\", \"Who decided what came first?\"],";

/* The bakery with this page for its morning. */
static void with_page(struct packs *p, const char *page)
{
    packs_begin(p);
    packs_load(p, "tests/packs/base");
    packs_edit(p, "pack.json", reflect, arena_printf(&p->arena, "%s \"front_page\": %s,", reflect, page));
}

static const char pieces[] = "\"pieces\": [{\"id\": \"a\", \"title\": \"Weather\", \"text\": \"Dry, with crumbs.\"}, {\"id\": \"b\", \"title\": \"Found\", \"text\": \"One glove.\"},"
                             " {\"id\": \"c\", \"title\": \"Lost\", \"text\": \"The other one.\"}]";

static void a_page_is_read(void **state)
{
    (void)state;
    struct packs p;
    char page[1500];
    snprintf(page, sizeof page,
             "{\"paper\": \"The Crumb\", \"edition\": \"Late\", \"ask\": \"Is it fair?\", \"headlines\": ["
             "{\"id\": \"queue\", \"title\": \"Queue\", \"text\": \"To the door, says {team}.\", \"when\": {\"trust\": \"olga\", \"below\": 40}},"
             "{\"id\": \"usual\", \"title\": \"Bread as usual\", \"text\": \"The town had breakfast.\"}], %s}", pieces);
    with_page(&p, page);
    assert_int_equal(packs_read(&p), ERR_NONE);
    const struct front_page *read = &p.scenario->rounds[1].front_page;
    assert_string_equal(read->paper, "The Crumb");
    assert_string_equal(read->edition, "Late");
    assert_string_equal(read->ask, "Is it fair?");
    assert_int_equal(read->headline_count, 2);
    assert_int_equal(read->piece_count, 3);
    assert_string_equal(read->headlines[1].title, "Bread as usual");
    assert_int_equal(read->headlines[1].when, NOBODY);
    assert_int_equal(p.scenario->conditions[read->headlines[0].when].op, COND_TRUST);
    assert_int_equal(pack_check(p.scenario, p.source, p.found), ERR_NONE);
    assert_int_equal(p.found->warnings, 0);
    packs_end(&p);
}

static void a_round_may_have_none(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/base");
    assert_int_equal(packs_read(&p), ERR_NONE);
    for (int32_t r = 0; r < p.scenario->round_count; r++) {
        assert_string_equal(p.scenario->rounds[r].front_page.paper, "");
        assert_int_equal(p.scenario->rounds[r].front_page.headline_count, 0);
    }
    packs_end(&p);
}

static int faults_with(const char *page, const char *code)
{
    struct packs p;
    with_page(&p, page);
    if (packs_read(&p) == ERR_NONE)
        (void)!pack_check(p.scenario, p.source, p.found);
    int found = packs_found(&p, code) != NULL;
    packs_end(&p);
    return found;
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    assert_true(faults_with("{\"paper\": \"The Crumb\", \"headlines\": []}", "check.list-length"));
    assert_true(faults_with("{\"headlines\": [{\"id\": \"a\", \"title\": \"A\", \"text\": \"B\"}]}", "check.missing-key"));
    assert_true(faults_with("{\"paper\": \"The Crumb\", \"headlines\": [{\"id\": \"a\", \"title\": \"A {cat}\", \"text\": \"B\"}]}", "check.placeholder"));
    assert_true(faults_with("{\"paper\": \"The Crumb\", \"headlines\": [{\"id\": \"a\", \"title\": \"A\", \"text\": \"B\", \"when\": {\"after\": \"5m\"}}]}",
                            "check.needs-round"));
    assert_false(faults_with("{\"paper\": \"The Crumb\", \"headlines\": [{\"id\": \"a\", \"title\": \"A\", \"text\": \"B\"}]}", "check.stories-few"));
}

static void a_secret_is_printed_only_when_it_is_out(void **state)
{
    (void)state;
    static const char page[] = "{\"paper\": \"The Crumb\", \"headlines\": [{\"id\": \"school\", \"title\": \"School waits\", \"text\": \"A school collects 80 rolls at 08:25.\"%s}, "
                               "{\"id\": \"usual\", \"title\": \"Bread\", \"text\": \"As usual.\"}]}";
    char open[500], kept[500];
    snprintf(open, sizeof open, page, "");
    snprintf(kept, sizeof kept, page, ", \"when\": {\"fact\": \"tills-stuck/school\"}");
    assert_true(faults_with(open, "check.gives-away"));
    assert_false(faults_with(kept, "check.gives-away"));
}

static void a_page_is_translated(void **state)
{
    (void)state;
    struct packs p;
    char page[1500];
    snprintf(page, sizeof page, "{\"paper\": \"The Crumb\", \"headlines\": [{\"id\": \"usual\", \"title\": \"Bread\", \"text\": \"As usual.\"}], %s}", pieces);
    static const char german[] = "{\"rounds.morning.front_page.headlines.usual.title\": \"Brot\", \"rounds.morning.front_page.pieces.b.text\": \"Ein Handschuh.\"}";
    with_page(&p, page);
    packs_put(&p, "text/de.json", german, strlen(german));
    assert_int_equal(pack_read_language(&p.arena, p.source, "de", &p.scenario, p.found), ERR_NONE);
    assert_string_equal(p.scenario->rounds[1].front_page.headlines[0].title, "Brot");
    assert_string_equal(p.scenario->rounds[1].front_page.headlines[0].text, "As usual.");
    assert_string_equal(p.scenario->rounds[1].front_page.pieces[1].text, "Ein Handschuh.");
    packs_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read),        cmocka_unit_test(a_round_may_have_none),
        cmocka_unit_test(what_is_wrong_is_told), cmocka_unit_test(a_secret_is_printed_only_when_it_is_out),
        cmocka_unit_test(a_page_is_translated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
