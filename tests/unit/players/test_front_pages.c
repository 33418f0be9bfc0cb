/* Front pages of the pack, over many matches of all sorts: each story is printed some day, and no page is empty. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "game.h"

enum { SEEDS = 12 };

struct printed {
    int headlines[LIMIT_ROUNDS][LIMIT_STORIES], pieces[LIMIT_ROUNDS][LIMIT_STORIES], pages;
};

struct press { const struct scenario *sc; struct printed printed; };

static void read_page(void *context, const struct match *m, const struct sim_event *e)
{
    struct press *press = context;
    struct sim_paper page;
    if (e->kind != SIM_EV_ROUND_ENDED || press->sc->rounds[e->round_ended.round].front_page.headline_count == 0)
        return;
    round_id round = e->round_ended.round;
    sim_paper(&m->state, press->sc, round, &page);
    assert_true(page.headline >= 0);
    assert_int_equal(page.piece_count, LIMIT_PIECES);
    for (int32_t k = 0; k < page.headline; k++)
        assert_true(press->sc->rounds[round].front_page.headlines[k].when >= 0);
    press->printed.headlines[round][page.headline]++;
    for (int32_t k = 0; k < page.piece_count; k++) {
        assert_true(k == 0 || page.pieces[k] > page.pieces[k - 1]);
        press->printed.pieces[round][page.pieces[k]]++;
    }
    press->printed.pages++;
}

/* What no player does on purpose, and people may: see below. */
static int is_rare(const struct story *story)
{
    return strcmp(story->id, "on-the-quay") == 0 || strcmp(story->id, "ten-to-ten") == 0;
}

static int never(const struct press *press, round_id r, int32_t n, const int *counts, const struct story *stories, const char *what)
{
    int missing = 0;
    for (int32_t k = 0; k < n; k++) {
        print_message("%s %s %s: %d\n", press->sc->rounds[r].id, what, stories[k].id, counts[k]);
        missing += counts[k] == 0 && !is_rare(&stories[k]);
    }
    return missing;
}

static void every_story_is_printed_some_day(void **state)
{
    (void)state;
    struct press press = {.sc = game_pack("scenarios/last-flight-out")};
    struct match *m = calloc(1, sizeof *m);
    struct sim_setup setup;
    int missing = 0;
    assert_non_null(press.sc);
    m->watch = read_page;
    m->context = &press;
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
            match_setup(press.sc, seed, &setup);
            match_play(m, press.sc, &setup, (enum player_kind)kind);
        }
    for (round_id r = 0; r < press.sc->round_count; r++) {
        const struct front_page *page = &press.sc->rounds[r].front_page;
        missing += never(&press, r, page->headline_count, press.printed.headlines[r], page->headlines, "headline");
        missing += never(&press, r, page->piece_count, press.printed.pieces[r], page->pieces, "piece");
    }
    assert_int_equal(press.printed.pages, SEEDS * PLAYER_KIND_COUNT * 4);
    assert_int_equal(missing, 0);
    free(m);
}

static incident_id incident_named(const struct scenario *sc, const char *id)
{
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (strcmp(sc->incidents[i].id, id) == 0)
            return i;
    fail_msg("no incident %s", id);
    return NOBODY;
}

/* A night that ended well but for these. */
static void rare_stories_hold_when_they_should(void **state)
{
    (void)state;
    const struct scenario *sc = game_pack("scenarios/last-flight-out");
    struct match *m = calloc(1, sizeof *m);
    struct sim_setup setup;
    struct sim_paper page;
    round_id night = sc->round_count - 1;
    const struct front_page *pages = &sc->rounds[night].front_page;
    match_setup(sc, 1, &setup);
    match_play(m, sc, &setup, PLAYER_CUSTOMER_FOCUSED);
    struct sim_incident *ferry = &m->state.incidents[incident_named(sc, "ferry")], *patch = &m->state.incidents[incident_named(sc, "patch-night")];
    assert_true(m->state.incidents[incident_named(sc, "seventy-one")].restored >= 0);
    ferry->open = 2;
    ferry->restored = -1;
    patch->open = 0;
    m->state.incidents[incident_named(sc, "stale-board")].root_cause = 1;
    for (int32_t k = 0; k < sc->improvement_count; k++)
        m->state.improvements[k].since = 1;
    sim_paper(&m->state, sc, night, &page);
    assert_string_equal(pages->headlines[page.headline].id, "on-the-quay");
    int found = 0;
    for (int32_t k = 0; k < page.piece_count; k++)
        found |= strcmp(pages->pieces[page.pieces[k]].id, "ten-to-ten") == 0;
    assert_true(found);
    free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_story_is_printed_some_day), cmocka_unit_test(rare_stories_hold_when_they_should)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
