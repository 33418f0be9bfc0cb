/* Every kind of field ends where the scenario says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "packs.h"
#include "model/acts.h"

enum { OLGA, BEN };
enum { TILLS, ORDERS };
#define CLOCK(h, m) ((h)*3600 + (m)*60)
#define BIT(n) (UINT32_C(1) << (n))

static struct packs pack;

static int set_up(void **state)
{
    (void)state;
    packs_begin(&pack);
    packs_load(&pack, "tests/packs/good/small");
    enum err err = packs_read(&pack);
    packs_print(&pack);
    return err == ERR_NONE ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    packs_end(&pack);
    return 0;
}

static incident_id incident_named(const char *id)
{
    for (int32_t i = 0; i < pack.scenario->incident_count; i++)
        if (strcmp(pack.scenario->incidents[i].id, id) == 0)
            return i;
    fail_msg("no incident %s", id);
    return NOBODY;
}

static const struct fact *fact_of(incident_id i, int nth)
{
    return &pack.scenario->facts[pack.scenario->incidents[i].first_fact + nth];
}

static const struct work *work_of(incident_id i, int nth)
{
    return &pack.scenario->works[pack.scenario->incidents[i].first_work + nth];
}

static const struct moment *moment_of(incident_id i, int nth)
{
    return &pack.scenario->moments[pack.scenario->incidents[i].first_moment + nth];
}

static void the_root_is_read(void **state)
{
    (void)state;
    const struct scenario *s = pack.scenario;
    assert_int_equal(s->format, 1);
    assert_string_equal(s->id, "small");
    assert_string_equal(s->language, "en");
    assert_int_equal(s->level, PACK_STARTER);
    assert_int_equal(s->players_low, 2);
    assert_int_equal(s->players_high, 8);
    assert_string_equal(s->organisation, "Corner Bakery");
    assert_int_equal(s->story.count, 2);
    assert_string_equal(s->value_unit, "EUR");
    assert_int_equal(s->tag_count, 1);
    assert_string_equal(s->tags[0], "inspection");
    assert_int_equal(s->rules.fix_times, FIX_TIMES_DISCOURAGED);
    assert_int_equal(s->rules.bad_news_within, 300);
    assert_int_equal(s->rules.withhold_within, 900);
    assert_int_equal(s->rules.trust_gate, 70);
    assert_int_equal(s->rules.conversation, 120);
    assert_int_equal(s->rules.pace, 60);
    assert_int_equal(s->rules.fixed_holds, 1200);
    assert_int_equal(s->rules.commitment_within, 300);
}

static void people_are_read(void **state)
{
    (void)state;
    const struct customer *olga = &pack.scenario->customers[OLGA];
    assert_int_equal(pack.scenario->customer_count, 2);
    assert_string_equal(olga->name, "Olga Brandt");
    assert_int_equal(olga->weight, 3);
    assert_int_equal(olga->trust, 60);
    assert_int_equal(olga->satisfaction, 65);
    assert_int_equal(olga->patience, 480);
    assert_int_equal(olga->portrait.skin, 0xE8B894);
    assert_int_equal(olga->portrait.style, HAIR_BUN);
    assert_int_equal(olga->portrait.glasses, 1);
    assert_int_equal(olga->portrait.beard, 0);
    assert_int_equal(olga->need_count, 3);
    assert_int_equal(olga->needs[2].kind, NEED_DELIGHTER);
    assert_int_equal(olga->lines[MOOD_CALM].count, 2);
    assert_string_equal(olga->lines[MOOD_CALM].items[1], "Take your time, but call me.");
    assert_int_equal(pack.scenario->roles[0].seats_high, 3);
    assert_int_equal(pack.scenario->services[TILLS].value, 40);
    assert_int_equal(pack.scenario->services[TILLS].restore, 1200);
    assert_string_equal(pack.scenario->services[ORDERS].loss_down, "");
}

static void rounds_and_events_are_read(void **state)
{
    (void)state;
    const struct scenario *s = pack.scenario;
    assert_int_equal(s->round_count, 2);
    assert_int_equal(s->rounds[0].warm_up, 1);
    assert_int_equal(s->rounds[1].from, CLOCK(8, 0));
    assert_int_equal(s->rounds[1].to, CLOCK(8, 30));
    assert_int_equal(s->event_count, 2);
    assert_int_equal(s->events[0].round, 1);
    assert_int_equal(s->events[0].speaker, OLGA);
    assert_int_equal(s->events[0].tags, BIT(0));
    assert_int_equal(s->events[0].effects[0].kind, EFFECT_SATISFACTION);
    assert_int_equal(s->events[0].effects[0].value, -3);
    assert_int_equal(s->conditions[s->events[0].when].op, COND_AT);
    assert_int_equal(s->conditions[s->events[0].when].value, CLOCK(8, 16));
    assert_int_equal(s->events[1].speaker, NOBODY);
}

static void conditions_are_read(void **state)
{
    (void)state;
    const struct scenario *s = pack.scenario;
    const struct condition *all = &s->conditions[s->events[1].when];
    assert_int_equal(all->op, COND_ALL);
    const struct condition *service = &s->conditions[all->first_child], *silent = &s->conditions[service->next];
    assert_int_equal(service->op, COND_SERVICE);
    assert_int_equal(service->ref, ORDERS);
    assert_int_equal(service->value, LEVEL_DEGRADED);
    assert_int_equal(silent->op, COND_SILENT);
    assert_int_equal(silent->ref, BEN);
    assert_int_equal(silent->value, 720);
    assert_int_equal(silent->next, NOBODY);
    const struct condition *opens = &s->conditions[s->incidents[incident_named("tasting")].opens];
    const struct condition *trust = &s->conditions[s->conditions[opens->first_child].next];
    assert_int_equal(trust->op, COND_TRUST);
    assert_int_equal(trust->side, SIDE_FROM);
    assert_int_equal(trust->value, 62);
}

static void an_incident_is_read(void **state)
{
    (void)state;
    incident_id tills = incident_named("tills-stuck");
    const struct incident *i = &pack.scenario->incidents[tills];
    assert_int_equal(i->kind, INCIDENT_FAILURE);
    assert_int_equal(i->reporter, OLGA);
    assert_int_equal(i->service, TILLS);
    assert_int_equal(i->impact, LEVEL_DOWN);
    assert_int_equal(i->major, 1);
    assert_int_equal(i->round, 1);
    assert_int_equal(i->at, CLOCK(8, 2));
    assert_int_equal(i->opens, NOBODY);
    assert_int_equal(i->restore, 22 * 60);
    assert_int_equal(i->conditions.count, 2);
    assert_int_equal(i->root_cause.answer, SPINE_PROCESS);
    assert_int_equal(i->root_cause.prevents, NOBODY);
    assert_int_equal(i->root_cause.spines[SPINE_PEOPLE].count, 1);
    assert_int_equal(i->recurs, NOBODY);
    assert_string_equal(i->stage, "");
    const struct incident *orders = &pack.scenario->incidents[incident_named("orders-slow")];
    assert_int_equal(orders->restore, 1800);
    assert_int_equal(orders->root_cause.answer, -1);
    assert_int_equal(orders->decider, NOBODY);
    assert_int_equal(orders->between[0], NOBODY);
    const struct incident *tasting = &pack.scenario->incidents[incident_named("tasting")];
    assert_int_equal(tasting->impact, LEVEL_WAITING);
    assert_int_equal(tasting->at, -1);
    assert_int_equal(tasting->lapses, 720);
    assert_int_equal(tasting->value, 300);
}

static void facts_are_read(void **state)
{
    (void)state;
    incident_id tills = incident_named("tills-stuck");
    const struct fact *symptom = fact_of(tills, 0), *school = fact_of(tills, 1), *paper = fact_of(tills, 3),
                      *shops = fact_of(tills, 4);
    assert_int_equal(symptom->known, 1);
    assert_int_equal(symptom->ask, NOBODY);
    assert_int_equal(symptom->deadline, -1);
    assert_int_equal(symptom->matters, BIT(OLGA));
    assert_int_equal(school->kind, FACT_IMPACT);
    assert_int_equal(school->ask, OLGA);
    assert_int_equal(school->question, ASK_IMPACT);
    assert_int_equal(school->deadline, CLOCK(8, 25));
    assert_int_equal(paper->question, ASK_IDEAS);
    assert_int_equal(paper->needs, BIT(1));
    assert_int_equal(shops->matters, BIT(OLGA) | BIT(BEN));
    assert_int_equal(shops->incident, tills);
}

static void works_are_read(void **state)
{
    (void)state;
    incident_id tills = incident_named("tills-stuck");
    const struct work *correct = work_of(tills, 1), *slips = work_of(tills, 2), *once = work_of(tills, 3);
    assert_int_equal(correct->kind, WORK_CHANGE);
    assert_int_equal(correct->role, 1);
    assert_int_equal(correct->minutes_low, 360);
    assert_int_equal(correct->minutes_high, 720);
    assert_int_equal(correct->needs, BIT(2));
    assert_int_equal(correct->reveals, BIT(4));
    assert_int_equal(correct->consult, OLGA);
    assert_int_equal(correct->harm_chance, 30);
    assert_string_equal(correct->harm_text, "Open receipts are lost in two shops");
    assert_int_equal(correct->falls_back_chance, 10);
    assert_int_equal(correct->falls_back_after, 240);
    assert_int_equal(correct->sets, LEVEL_RUNNING);
    assert_int_equal(slips->minutes_low, 180);
    assert_int_equal(slips->sets, LEVEL_DEGRADED);
    assert_int_equal(once->role, NOBODY);
    assert_int_equal(once->sets, -1);
    assert_int_equal(once->consult, NOBODY);
    assert_string_equal(once->harm_text, "");
}

static void moments_are_read(void **state)
{
    (void)state;
    incident_id tills = incident_named("tills-stuck");
    const struct moment *hear = moment_of(tills, 0), *bad = moment_of(tills, 1), *anyone = moment_of(tills, 2);
    assert_int_equal(hear->score, SCORE_FOLLOW);
    assert_int_equal(hear->speaker, OLGA);
    assert_int_equal(hear->expects.acts, BIT(ACT_PROMISE) | BIT(ACT_UPDATE));
    assert_int_equal(hear->expects.to, OLGA);
    assert_int_equal(hear->partly.acts, BIT(ACT_ACKNOWLEDGE));
    assert_int_equal(hear->broken.acts, 0);
    assert_int_equal(hear->broken.to, NOBODY);
    assert_int_equal(hear->within, 300);
    assert_string_equal(hear->idea, "follow-through");
    assert_int_equal(bad->expects.facts, BIT(4));
    assert_int_equal(bad->broken.claims, BIT(CLAIM_FIXED));
    assert_string_equal(bad->says, "");
    assert_int_equal(anyone->expects.questions, BIT(ASK_IMPACT) | BIT(ASK_IDEAS));
    assert_int_equal(anyone->expects.work, NOBODY);
    assert_int_equal(moment_of(incident_named("price-sign"), 0)->when, NOBODY);
}

static void a_contention_is_read(void **state)
{
    (void)state;
    const struct incident *i = &pack.scenario->incidents[incident_named("who-first")];
    assert_int_equal(i->between[0], incident_named("tills-stuck"));
    assert_int_equal(i->between[1], incident_named("orders-slow"));
    assert_int_equal(i->decider, OLGA);
    assert_int_equal(i->option_count, 2);
    assert_int_equal(i->options[1].first, incident_named("orders-slow"));
    assert_string_equal(i->options[0].consequence, "The vans leave with guesses");
}

static void the_rest_is_read(void **state)
{
    (void)state;
    const struct scenario *s = pack.scenario;
    assert_int_equal(s->improvement_count, 2);
    assert_int_equal(s->improvements[1].effect, IMPROVE_PROMISE_BOARD);
    assert_int_equal(s->survey_count, 2);
    assert_int_equal(s->ending_count, 2);
    assert_int_equal(s->endings[1].when, NOBODY);
    assert_int_equal(s->card_count, 3);
    assert_int_equal(s->cards[1].aspect, ASPECT_ATTITUDE);
    assert_int_equal(s->marker_count, 7);
    assert_string_equal(s->markers[6].text, "Shares bad news early");
    assert_int_equal(s->markers[6].good, 1);
}

/* ---- what depends on more than one value ---- */

static void a_round_that_runs_past_midnight_is_dated(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    packs_edit(&p, "pack.json", "\"from\": \"07:30\", \"to\": \"07:50\"", "\"from\": \"23:30\", \"to\": \"00:10\"");
    packs_edit(&p, "incidents/01-warm-up.json", "07:33", "00:03");
    assert_int_equal(packs_read(&p), ERR_NONE);
    const struct scenario *s = p.scenario;
    assert_int_equal(s->rounds[0].to, CLOCK(24, 10));
    assert_int_equal(s->rounds[1].from, CLOCK(32, 0));
    assert_int_equal(s->incidents[0].at, CLOCK(24, 3));
    assert_int_equal(s->incidents[1].at, CLOCK(32, 2));
    assert_int_equal(s->facts[s->incidents[1].first_fact + 1].deadline, CLOCK(32, 25));
    packs_end(&p);
}

/* Without the keys that may be left out, the figures are those of the format. */
static void what_is_left_out_has_its_default(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    packs_edit(&p, "pack.json", "\"fix_times\": \"discouraged\",", "");
    packs_edit(&p, "pack.json", "\"trust_gate\": 70,", "");
    packs_edit(&p, "pack.json", "\"pace\": 6,", "\"pace\": 4.5,");
    packs_edit(&p, "pack.json", "\"weight\": 2, \"trust\": 55, \"satisfaction\": 60,", "");
    assert_int_equal(packs_read(&p), ERR_NONE);
    assert_int_equal(p.scenario->rules.fix_times, FIX_TIMES_WELCOME);
    assert_int_equal(p.scenario->rules.trust_gate, 70);
    assert_int_equal(p.scenario->rules.pace, 45);
    assert_int_equal(p.scenario->customers[BEN].weight, 1);
    assert_int_equal(p.scenario->customers[BEN].trust, 60);
    packs_end(&p);
}

/* Errors in every file come in one go, and the scenario stays what it was. */
static void nothing_is_half_loaded(void **state)
{
    (void)state;
    struct packs p;
    struct scenario *const before = (struct scenario *)(void *)&p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    packs_edit(&p, "pack.json", "\"weight\": 3", "\"weight\": 33");
    packs_edit(&p, "cards.json", "\"culture\"", "\"cultur\"");
    packs_edit(&p, "incidents/01-warm-up.json", "\"lapses\": \"15m\"", "\"lapses\": 15");
    packs_edit(&p, "incidents/02-tills.json", "\"idea\": \"bad-news-early\"", "\"ide\": \"bad-news-early\"");
    p.scenario = before;
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_ptr_equal(p.scenario, before);
    assert_int_equal(p.found->errors, 4);
    assert_string_equal(p.found->items[0].place.file, "cards.json");
    assert_string_equal(p.found->items[3].place.file, "pack.json");
    packs_end(&p);
}

/* One broken file must not make every reference to its things a fault of its own. */
static void a_broken_file_brings_no_false_faults(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    packs_edit(&p, "incidents/02-tills.json", "\"kind\": \"failure\",", "\"kind\": \"failure\"");
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_int_equal(p.found->errors, 1);
    assert_string_equal(p.found->items[0].place.file, "incidents/02-tills.json");
    packs_end(&p);
}

static void more_faults_than_are_shown_are_counted(void **state)
{
    (void)state;
    struct packs p;
    packs_begin(&p);
    packs_load(&p, "tests/packs/good/small");
    struct str cards = {0};
    str_append(&cards, "[");
    for (int i = 0; i < 60; i++)
        str_printf(&cards, "%s{\"id\": \"c%d\", \"title\": \"T\", \"line\": 7, \"aspect\": \"culture\"}",
                   i > 0 ? "," : "", i);
    str_append(&cards, "]");
    packs_put(&p, "cards.json", str_text(&cards), cards.length);
    assert_int_equal(packs_read(&p), ERR_FORMAT);
    assert_int_equal(p.found->errors, 60);
    assert_int_equal(p.found->count, DIAG_LIMIT);
    assert_int_equal(p.found->dropped, 10);
    str_release(&cards);
    packs_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_root_is_read),
        cmocka_unit_test(people_are_read),
        cmocka_unit_test(rounds_and_events_are_read),
        cmocka_unit_test(conditions_are_read),
        cmocka_unit_test(an_incident_is_read),
        cmocka_unit_test(facts_are_read),
        cmocka_unit_test(works_are_read),
        cmocka_unit_test(moments_are_read),
        cmocka_unit_test(a_contention_is_read),
        cmocka_unit_test(the_rest_is_read),
        cmocka_unit_test(a_round_that_runs_past_midnight_is_dated),
        cmocka_unit_test(what_is_left_out_has_its_default),
        cmocka_unit_test(nothing_is_half_loaded),
        cmocka_unit_test(a_broken_file_brings_no_false_faults),
        cmocka_unit_test(more_faults_than_are_shown_are_counted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
