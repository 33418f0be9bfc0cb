/* The engine on real packs: what holds on the fixture must hold there. */
#include "policies.h"
#include "random_play.h"

#include "pack/pack.h"
#include "sim/figures.h"

struct packed { struct arena arena; struct diag_list found; struct pack_source source; struct scenario *scenario; };

static const char *const packs[] = {"tests/packs/good/small", "scenarios/last-flight-out"};

static struct packed *packed_load(const char *name)
{
    struct packed *k = calloc(1, sizeof *k);
    char path[512];
    assert_non_null(k);
    k->found.arena = &k->arena;
    snprintf(path, sizeof path, "%s/%s", getenv("MOMENT_SOURCE"), name);
    assert_int_equal(pack_source_load(&k->arena, path, &k->source, &k->found), ERR_NONE);
    assert_int_equal(pack_read(&k->arena, &k->source, &k->scenario, &k->found), ERR_NONE);
    return k;
}

static void packed_free(struct packed *k)
{
    arena_release(&k->arena);
    free(k);
}

/* Two for each role. */
static struct sim_setup setup_for(const struct scenario *sc, uint64_t seed)
{
    struct sim_setup with = {.seed = seed};
    for (role_id r = 0; r < sc->role_count; r++)
        for (int k = 0; k < 2; k++)
            with.roles[with.member_count++] = r;
    return with;
}

static void play_all(struct player *b, const struct scenario *sc, uint64_t seed)
{
    struct sim_setup with = setup_for(sc, seed);
    b->play->sc = sc;
    b->answered = -1;
    sim_begin(&b->play->state, sc, &with);
    for (round_id r = 0; r < sc->round_count; r++)
        play_round(b, r);
}

static void test_untouched_scores_zero(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof packs / sizeof packs[0]; n++) {
        struct packed *k = packed_load(packs[n]);
        struct play *p = calloc(1, sizeof *p);
        struct sim_setup with = setup_for(k->scenario, 1);
        p->sc = k->scenario;
        sim_begin(&p->state, p->sc, &with);
        for (round_id r = 0; r < k->scenario->round_count; r++) {
            play_start(p, r);
            play_end(p);
        }
        for (int which = 0; which < SCORE_COUNT; which++) {
            struct score_counts c = score_of_state(&p->state, -1, (enum score)which);
            assert_int_equal(c.points, 0);
            assert_true(score_moments(&c) >= SCORE_TOO_FEW);
        }
        free(p);
        packed_free(k);
    }
}

static void test_anything_goes(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof packs / sizeof packs[0]; n++) {
        struct packed *k = packed_load(packs[n]);
        struct play *p = calloc(1, sizeof *p);
        struct sim_state *again = calloc(1, sizeof *again);
        struct sim_setup with = setup_for(k->scenario, 3);
        struct luck l = {n + 70};
        p->sc = k->scenario;
        sim_begin(&p->state, p->sc, &with);
        sim_begin(again, p->sc, &with);
        for (int times = 0; times < 3000; times++) {
            struct sim_command c = luck_command(&l, &p->state, p->sc);
            play_try(p, &c);
            for (int32_t e = 0; e < p->made.count; e++) {
                assert_true(sim_event_fits(again, p->sc, &p->made.items[e]));
                sim_apply(again, p->sc, &p->made.items[e]);
            }
            for (customer_id who = 0; who < p->sc->customer_count; who++)
                assert_in_range(p->state.customers[who].trust, 0, FIGURE_FULL);
        }
        assert_true(sim_digest(again, p->sc) == sim_digest(&p->state, p->sc));
        free(again);
        free(p);
        packed_free(k);
    }
}

static void test_caring_wins(void **state)
{
    (void)state;
    static const struct policy technician = {.name = "technician", .silent = 1, .claim = -1, .unasked = 1};
    for (size_t n = 0; n < sizeof packs / sizeof packs[0]; n++) {
        struct packed *k = packed_load(packs[n]);
        struct player cares = {.policy = &policy_cares, .play = calloc(1, sizeof *cares.play)};
        struct player silent = {.policy = &technician, .play = calloc(1, sizeof *silent.play)};
        for (uint64_t seed = 0; seed < 20; seed++) {
            play_all(&cares, k->scenario, seed);
            play_all(&silent, k->scenario, seed);
            for (int which = 0; which < SCORE_COUNT; which++) {
                struct score_counts good = score_of_state(&cares.play->state, -1, (enum score)which);
                struct score_counts bad = score_of_state(&silent.play->state, -1, (enum score)which);
                assert_true(score_percent(&good) > score_percent(&bad));
            }
            round_id last = k->scenario->round_count - 1;
            struct round_figures good = score_figures(&cares.play->state, k->scenario, last);
            struct round_figures bad = score_figures(&silent.play->state, k->scenario, last);
            assert_true(good.perceived > bad.perceived);
            if (seed == 0)
                for (int which = 0; which < 2; which++) {
                    const struct round_figures *f = which ? &bad : &good;
                    print_message("%s %s: %d %d %d delivered %d perceived %d\n", packs[n], which ? "technician" : "cares",
                                  score_percent(&f->scores[0]), score_percent(&f->scores[1]), score_percent(&f->scores[2]),
                                  f->delivered, f->perceived);
                }
        }
        free(cares.play);
        free(silent.play);
        packed_free(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_untouched_scores_zero), cmocka_unit_test(test_anything_goes), cmocka_unit_test(test_caring_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
