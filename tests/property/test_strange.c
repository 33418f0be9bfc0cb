/* Events from a file that somebody has changed: what does not fit is said to, and what fits can be applied and read. */
#include "any_play.h"

enum { CHANGES = 6 };   /* of each event */

static struct sim_event changed(struct luck *l, const struct sim_event *from)
{
    static const int32_t odd[] = {INT32_MIN, INT32_MAX, -1, -2, 0, 1, 2, 5, 6, 31, 32, 63, 64, 255, 256, 1023, 1024, 4095, 4096, 100000, 100001};
    struct sim_event e = *from;
    int32_t count = sim_event_field_count(e.kind);
    if (count == 0 || luck_in(l, 0, 20) == 0) {
        e.kind = luck_in(l, -1, SIM_EV_COUNT);
        return e;
    }
    for (int times = luck_in(l, 1, 2); times > 0; times--) {
        int32_t field = luck_in(l, 0, count - 1);
        e.v[field] = luck_in(l, 0, 1) ? (int32_t)((uint32_t)e.v[field] + (uint32_t)luck_in(l, -2, 2)) : odd[luck_in(l, 0, (int32_t)(sizeof odd / sizeof odd[0]) - 1)];
    }
    return e;
}

/* Everything that lists or reports may look at. */
static uint64_t read_all(const struct sim_state *s, const struct scenario *sc)
{
    uint64_t seen = sim_digest(s, sc);
    for (round_id r = 0; r < sc->round_count; r++) {
        struct round_figures f = score_figures(s, sc, r);
        seen = hash_mix(seen, (uint64_t)(uint32_t)f.perceived);
    }
    for (customer_id c = 0; c < sc->customer_count; c++)
        seen = hash_mix(seen, (uint64_t)sim_mood(s, sc, c) + (uint64_t)(uint32_t)sim_silence(s, c));
    return hash_mix(seen, (uint64_t)(uint32_t)sim_ending(s, sc));
}

static void try_event(const struct play *p, struct sim_state *spare, const struct sim_event *e, int32_t tried[2])
{
    sim_copy(spare, &p->state, p->sc);
    int fits = sim_event_fits(spare, p->sc, e);
    tried[fits]++;
    if (!fits)
        return;
    sim_apply(spare, p->sc, e);
    uint64_t once = read_all(spare, p->sc);
    assert_true(read_all(spare, p->sc) == once);
}

static void strange_session(const struct world *w, uint64_t seed, int32_t tried[2])
{
    struct play *p = world_play(w, seed);
    struct sim_state *spare = calloc(1, sizeof *spare);
    struct luck l = {seed * 7 + 70};
    for (int k = 0; k < 1200 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        if (sim_decide(&p->state, p->sc, &c, &p->made) != REFUSAL_NONE)
            continue;
        for (int32_t e = 0; e < p->made.count; e++) {
            for (int times = 0; p->made.items[e].kind != SIM_EV_TIME && times < CHANGES; times++) {
                struct sim_event strange = changed(&l, &p->made.items[e]);
                try_event(p, spare, &strange, tried);
            }
            sim_apply(&p->state, p->sc, &p->made.items[e]);
        }
    }
    free(spare);
    free(p);
}

static void test_changed_events(void **state)
{
    (void)state;
    int32_t tried[2] = {0, 0};
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 3; seed++)
            strange_session(w, seed, tried);
        world_close(w);
    }
    print_message("%d changed events do not fit, %d do\n", tried[0], tried[1]);
    assert_true(tried[0] > 2000);
    assert_true(tried[1] > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_changed_events)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
