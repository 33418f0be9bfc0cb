/* Which improvements are offered: those that answer to what happened, in an order that nothing but that decides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../players/game.h"
#include "assess/offer.h"

struct seat {
    struct assess_reading reading;
    const struct scenario *sc;
    int32_t events, count, asked;
    struct offer offers[OFFERS];
};

/* Asked when the first round that counts is over. */
static void follow(void *context, const struct match *m, const struct sim_event *e)
{
    struct seat *s = context;
    (void)m;
    assess_fold(&s->reading, s->events++, e);
    if (e->kind == SIM_EV_ROUND_ENDED && !s->sc->rounds[e->round_ended.round].warm_up && !s->asked) {
        s->asked = 1;
        s->count = offer_list(&s->reading, e->round_ended.round, s->offers);
    }
}

static struct seat *offered(enum player_kind kind, uint64_t seed)
{
    static struct scenario *pack;
    struct match *m = calloc(1, sizeof *m);
    struct seat *s = calloc(1, sizeof *s);
    struct sim_setup setup;
    pack = pack ? pack : game_pack("scenarios/last-flight-out");
    assert_true(m && s && pack);
    s->sc = pack;
    match_setup(pack, seed, &setup);
    assess_begin(&s->reading, pack, &setup);
    m->watch = follow;
    m->context = s;
    match_play(m, pack, &setup, kind);
    free(m);
    assert_true(s->asked);
    return s;
}

static int place_of(const struct seat *s, enum improvement_effect effect)
{
    for (int32_t k = 0; k < s->count; k++)
        if (s->sc->improvements[s->offers[k].improvement].effect == effect)
            return (int)k;
    return OFFERS;
}

/* What speaks for it, -1 when it is not among the five. */
static int32_t need_of(const struct seat *s, enum improvement_effect effect)
{
    int place = place_of(s, effect);
    return place == OFFERS ? -1 : s->offers[place].need;
}

static void five_different_ones_by_need(void **state)
{
    (void)state;
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
        struct seat *s = offered((enum player_kind)kind, 3);
        assert_int_equal(s->count, OFFERS);
        for (int32_t k = 0; k < OFFERS; k++) {
            assert_in_range(s->offers[k].need, 0, 100);
            for (int32_t n = 0; n < k; n++) {
                assert_int_not_equal(s->offers[n].improvement, s->offers[k].improvement);
                int same = s->offers[n].need == s->offers[k].need;
                assert_true(s->offers[n].need >= s->offers[k].need);
                assert_true(!same || s->offers[n].improvement < s->offers[k].improvement);
            }
        }
        free(s);
    }
}

/* Who never speaks is offered a voice; the hero, somebody beside him; who promises and forgets, a board. */
static void each_vice_is_offered_its_remedy(void **state)
{
    (void)state;
    struct seat *technician = offered(PLAYER_TECHNICIAN, 5), *hero = offered(PLAYER_HERO, 5), *forgetter = offered(PLAYER_FORGETTER, 5),
                *good = offered(PLAYER_CUSTOMER_FOCUSED, 5);
    assert_true(need_of(technician, IMPROVE_CALLBACK) >= 80);
    assert_true(need_of(good, IMPROVE_CALLBACK) <= 10);
    assert_true(need_of(hero, IMPROVE_CROSS_TRAINING) > need_of(good, IMPROVE_CROSS_TRAINING));
    assert_true(need_of(forgetter, IMPROVE_PROMISE_BOARD) >= 50);
    assert_true(need_of(good, IMPROVE_PROMISE_BOARD) <= 10);
    free(technician);
    free(hero);
    free(forgetter);
    free(good);
}

/* Two incidents of the first round come again in this pack, and nobody has looked for their causes. */
static void what_would_come_again_is_offered_first(void **state)
{
    (void)state;
    struct seat *s = offered(PLAYER_CUSTOMER_FOCUSED, 7);
    assert_int_equal(place_of(s, IMPROVE_ROOT_CAUSE), 0);
    assert_int_equal(s->offers[0].measure, NOBODY);
    assert_true(place_of(s, IMPROVE_KNOWN_ERRORS) < OFFERS);
    free(s);
}

static void the_same_events_give_the_same_offers(void **state)
{
    (void)state;
    struct seat *one = offered(PLAYER_MIXED, 11), *other = offered(PLAYER_MIXED, 11);
    assert_memory_equal(one->offers, other->offers, sizeof one->offers);
    free(one);
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_different_ones_by_need),
        cmocka_unit_test(each_vice_is_offered_its_remedy),
        cmocka_unit_test(what_would_come_again_is_offered_first),
        cmocka_unit_test(the_same_events_give_the_same_offers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
