/*
 * What is lost costs at least double to win back: every fall of trust that was
 * ever seen is at least twice the greatest matching rise that was ever seen,
 * in sessions of every kind of team and in commands at random. Where trust
 * ran into its end (0 or 100) the step says nothing.
 */
#include "any_play.h"
#include "teams.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/figures.h"

/* What answers what: the rise that would make up for the fall. */
static const struct pair { enum reason rise, fall; } pairs[] = {
    {REASON_KEPT, REASON_LATE}, {REASON_KEPT, REASON_DROPPED}, {REASON_KEPT, REASON_OVERDUE_WORK},
    {REASON_BAD_NEWS_TOLD, REASON_WITHHELD},
    {REASON_CONSULTED, REASON_OVER_THEIR_HEAD}, {REASON_CONSULTED, REASON_REFUSED}, {REASON_CONSULTED, REASON_HARM},
    {REASON_CONFIRMED, REASON_CLOSED_UNASKED}, {REASON_CONFIRMED, REASON_LEFT_UNASKED}, {REASON_APOLOGY, REASON_FOR_NOTHING},
    {REASON_CORRECTED, REASON_FOUND_OUT},
    {REASON_APOLOGY, REASON_BLAMED},
};
enum { PAIRS = sizeof pairs / sizeof pairs[0] };

/* A question that was ignored is answered by nothing that raises trust, and what an author writes stands for itself. */
static int is_free(int32_t reason)
{
    return reason == REASON_NONE || reason == REASON_EVENT || reason == REASON_QUESTION_IGNORED;
}

struct watch {
    int32_t greatest_rise[REASON_COUNT], least_fall[REASON_COUNT], rises[REASON_COUNT], falls[REASON_COUNT];
    int32_t last_rise[LIMIT_CUSTOMERS][REASON_COUNT], settled_claim;
};

static void watch_begin(struct watch *w)
{
    memset(w->last_rise, -1, sizeof w->last_rise);
    w->settled_claim = NOBODY;
}

/* "We are finding out" said too early is the smallest of assurances: taking another back is worth more than it costs. */
static int is_small(const struct watch *w, const struct sim_state *s, const struct sim_event *e)
{
    return e->trust.reason == REASON_FOUND_OUT && w->settled_claim >= 0
        && s->claims[w->settled_claim].claim == CLAIM_FINDING_OUT && !(s->claims[w->settled_claim].flags & CLAIM_FLAG_FIX_AHEAD);
}

/* The team took it back itself: half of what it costs to be found out. */
static int was_taken_back(const struct watch *w, const struct sim_state *s, const struct sim_event *e)
{
    return e->trust.reason == REASON_FOUND_OUT && w->settled_claim >= 0 && s->claims[w->settled_claim].settled == CLAIM_CORRECTED;
}

static void see_rise(struct watch *w, const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int32_t *last = &w->last_rise[e->trust.customer][e->trust.reason];
    int32_t pause = number_max(FIGURE_GAIN_PAUSE, sim_patience(s, sc, e->trust.customer));
    if (*last >= 0 && e->at - *last < pause) {
        print_event(e);
        fail_msg("risen twice within the pause, last at %02d:%02d", *last / 3600, *last / 60 % 60);
    }
    *last = e->at;
    w->rises[e->trust.reason]++;
    w->greatest_rise[e->trust.reason] = number_max(w->greatest_rise[e->trust.reason], e->trust.delta);
}

static void see_fall(struct watch *w, const struct sim_state *s, const struct sim_event *e)
{
    int32_t fall = -e->trust.delta * (was_taken_back(w, s, e) ? 2 : 1);
    if (e->trust.now == 0 || is_small(w, s, e))
        return;
    int32_t *least = &w->least_fall[e->trust.reason];
    *least = w->falls[e->trust.reason] == 0 ? fall : number_min(*least, fall);
    w->falls[e->trust.reason]++;
}

static void see(struct watch *w, const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    if (e->kind == SIM_EV_ROUND_STARTED)
        memset(w->last_rise, -1, sizeof w->last_rise);   /* a new round, a new chance to please */
    if (e->kind == SIM_EV_CLAIM_SETTLED)
        w->settled_claim = claim_by_act(s, e->claim_settled.act);
    if (e->kind != SIM_EV_TRUST || is_free(e->trust.reason))
        return;
    if (e->trust.delta > 0)
        see_rise(w, s, sc, e);
    else if (e->trust.delta < 0)
        see_fall(w, s, e);
}

struct seeing { struct watch *watch; const struct scenario *sc; };

static void saw(void *context, const struct match *m, const struct sim_event *e)
{
    struct seeing *seeing = context;
    see(seeing->watch, &m->state, seeing->sc, e);
}

static void watch_teams(const struct world *w, struct watch *watch)
{
    struct match *m = calloc(1, sizeof *m);
    struct seeing seeing = {watch, w->sc};
    assert_non_null(m);
    m->watch = saw;
    m->context = &seeing;
    for (int kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
        struct sim_setup with = world_setup(w->sc, 3);
        watch_begin(watch);
        match_play(m, w->sc, &with, (enum player_kind)kind);
    }
    free(m);
}

static void watch_anything(const struct world *w, uint64_t seed, struct watch *watch)
{
    struct play *p = world_play(w, seed);
    struct luck l = {seed * 271 + 13};
    watch_begin(watch);
    for (int k = 0; k < 4000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        play_try(p, &c);
        for (int32_t e = 0; e < p->made.count; e++)
            see(watch, &p->state, p->sc, &p->made.items[e]);
    }
    free(p);
}

static void assert_all_paired(const struct watch *watch)
{
    for (int reason = 0; reason < REASON_COUNT; reason++) {
        int paired = watch->falls[reason] == 0 && watch->rises[reason] == 0;
        for (int k = 0; k < PAIRS; k++)
            paired |= (int)pairs[k].fall == reason || (int)pairs[k].rise == reason;
        if (!paired)
            fail_msg("%s moves trust, and nothing is said about what makes up for it", reason_word(reason));
    }
}

static void test_a_fall_is_at_least_twice_its_rise(void **state)
{
    (void)state;
    struct watch *watch = calloc(1, sizeof *watch);
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        watch_teams(w, watch);
        for (uint64_t seed = 1; seed <= 30; seed++)
            watch_anything(w, seed, watch);
        world_close(w);
    }
    for (int k = 0; k < PAIRS; k++) {
        int32_t rise = watch->greatest_rise[pairs[k].rise], fall = watch->least_fall[pairs[k].fall];
        print_message("%-16s %5d (%d times)   %-16s %5d (%d times)\n", reason_word((int32_t)pairs[k].rise), rise, watch->rises[pairs[k].rise],
                      reason_word((int32_t)pairs[k].fall), fall, watch->falls[pairs[k].fall]);
        assert_true(watch->rises[pairs[k].rise] > 0);
        assert_true(watch->falls[pairs[k].fall] > 0);
        assert_true(fall >= 2 * rise);
    }
    assert_all_paired(watch);
    free(watch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_fall_is_at_least_twice_its_rise)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
