/* Players see what a team sees: what is hidden may be anything, and their wishes stay the same until it shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "game.h"

static struct scenario *plain, *other;

static int load(void **state)
{
    (void)state;
    plain = game_pack("scenarios/last-flight-out");
    other = game_pack("scenarios/last-flight-out");
    return plain && other ? 0 : -1;
}

static int drop(void **state)
{
    (void)state;
    arena_release(&game_arena);
    return 0;
}

/* --- memory --- */

/* Who opens a stored session sees what the one saw who played it. */
static void test_looking_at_what_is_stored_equals_being_there(void **state)
{
    (void)state;
    static const enum player_kind kinds[] = {PLAYER_CUSTOMER_FOCUSED, PLAYER_MIXED, PLAYER_RANDOM, PLAYER_BEGGAR, PLAYER_HERO};
    struct player *again = calloc(1, sizeof *again);
    assert_non_null(again);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct game *g = game_begin(plain, kinds[k], 4, 4);
        int32_t compared = 0;
        for (int32_t step = 0; game_step(g) >= 0; step++) {
            if (step % 97 != 0)
                continue;
            struct player_wish live = {.time = 0}, stored = {.time = 0};
            player_begin(again, kinds[k], 4, plain);
            for (int32_t e = 0; e < g->count; e++)
                player_observe(again, plain, &g->state, &g->events[e]);
            assert_memory_equal(&again->memory, &g->player.memory, sizeof again->memory);
            int more = player_next(&g->player, plain, &g->state, g->refused, &live);
            assert_int_equal(player_next(again, plain, &g->state, g->refused, &stored), more);
            assert_memory_equal(&live, &stored, sizeof live);
            compared++;
        }
        assert_true(compared > 5);
        game_end(g);
    }
    free(again);
}

/* --- what is hidden --- */

/* What shows of an event: a work's true end does not, nor whether a claim was lucky, nor how a moment came out. */
static int shows(const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_ACT: case SIM_EV_SAID: case SIM_EV_FACT_KNOWN: case SIM_EV_FACT_TOLD: case SIM_EV_WORK_STARTED: case SIM_EV_WORK_ENDED:
    case SIM_EV_INCIDENT_OPENED: case SIM_EV_INCIDENT_LEVEL: case SIM_EV_INCIDENT_STAGE: case SIM_EV_PROMISE_SETTLED: case SIM_EV_HARM:
    case SIM_EV_DECISION: case SIM_EV_HAPPENED: case SIM_EV_CONTACT:
        return 1;
    case SIM_EV_TRUST:
        return e->trust.delta < 0;   /* it is felt that something went wrong, not how much */
    default:
        return 0;
    }
}

static struct sim_event face(struct sim_event e)
{
    if (e.kind == SIM_EV_WORK_STARTED)
        e.work_started.ends = 0;
    if (e.kind == SIM_EV_WORK_ENDED)
        e.work_ended.falls_back_at = 0;
    if (e.kind == SIM_EV_TRUST)
        e.trust.delta = e.trust.now = 0;
    if (e.kind == SIM_EV_DECISION)
        e.decision.decider = 0;
    return e;
}

struct eyes { int32_t a, b; };

static int32_t next_shown(const struct game *g, int32_t from)
{
    while (from < g->count && !shows(&g->events[from]))
        from++;
    return from;
}

/* Faces are seen too. */
static int same_moods(const struct game *a, const struct game *b)
{
    for (customer_id c = 0; c < a->sc->customer_count; c++)
        if (sim_mood(&a->state, a->sc, c) != sim_mood(&b->state, b->sc, c))
            return 0;
    return 1;
}

/* 1 as long as both tables have seen the same. */
static int same_so_far(const struct game *a, const struct game *b, struct eyes *eyes)
{
    if (!same_moods(a, b))
        return 0;
    for (;;) {
        eyes->a = next_shown(a, eyes->a);
        eyes->b = next_shown(b, eyes->b);
        if (eyes->a == a->count || eyes->b == b->count)
            return eyes->a == a->count && eyes->b == b->count;
        struct sim_event one = face(a->events[eyes->a++]), two = face(b->events[eyes->b++]);
        if (memcmp(&one, &two, sizeof one) != 0)
            return 0;
    }
}

/* Two tables, one fate each, play on until they see something different. Returns how many wishes were the same. */
static int32_t play_both(enum player_kind kind, const struct scenario *sc, uint64_t fate)
{
    struct game *a = game_begin(plain, kind, 8, 8), *b = game_begin(sc, kind, 8, fate);
    struct eyes eyes = {0, 0};
    int going = 1;
    while (going) {
        int first = game_step(a), second = game_step(b);
        assert_int_equal(first, second);
        if (first == 1) {
            assert_int_equal(a->wish.command.kind, b->wish.command.kind);
            assert_memory_equal(&a->wish.command, &b->wish.command, sizeof a->wish.command);
        }
        going = first >= 0 && same_so_far(a, b, &eyes);
    }
    int32_t same = a->wishes;
    game_end(a);
    game_end(b);
    return same;
}

static void other_is_plain(void)
{
    memcpy(other->facts, plain->facts, sizeof *plain->facts * (size_t)plain->fact_count);
    memcpy(other->works, plain->works, sizeof *plain->works * (size_t)plain->work_count);
    memcpy(other->moments, plain->moments, sizeof *plain->moments * (size_t)plain->moment_count);
    memcpy(other->incidents, plain->incidents, sizeof *plain->incidents * (size_t)plain->incident_count);
}

static int plays_by_rules(int32_t kind)
{
    return kind != PLAYER_MIXED;
}

/* What a moment expects, who decides, what a blind change risks, which spine it is: of no account until it shows. */
static void test_expectations_and_answers_are_not_read(void **state)
{
    (void)state;
    other_is_plain();
    for (int32_t k = 0; k < other->moment_count; k++)
        other->moments[k].expects.acts = other->moments[k].partly.acts = other->moments[k].broken.acts = 0;
    for (int32_t k = 0; k < other->work_count; k++) {
        other->works[k].harm_chance = 100 - other->works[k].harm_chance;
        other->works[k].falls_back_chance = 0;
    }
    for (incident_id i = 0; i < other->incident_count; i++) {
        other->incidents[i].decider = NOBODY;
        if (other->incidents[i].root_cause.answer >= 0)
            other->incidents[i].root_cause.answer = (other->incidents[i].root_cause.answer + 1) % SPINE_COUNT;
    }
    int32_t same = 0;
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++)
        same += plays_by_rules(kind) ? play_both((enum player_kind)kind, other, 8) : 0;
    assert_true(same > 20 * PLAYER_KIND_COUNT);
}

/* --- at any second --- */

/* What nobody was told yet: which of the harmless kinds it is, who would say so, to whom it matters, what deadline it
 * holds, how it reads. Whether there is a cause, an impact or a way around to be found, the rules say. */
static void scramble_fact(const struct sim_state *s, fact_id f)
{
    static const enum fact_kind others[FACT_KIND_COUNT] = {
        [FACT_SYMPTOM] = FACT_BAD_NEWS, [FACT_IMPACT] = FACT_IMPACT, [FACT_CAUSE] = FACT_CAUSE, [FACT_WORKAROUND] = FACT_WORKAROUND,
        [FACT_CONSTRAINT] = FACT_PRIORITY, [FACT_EXPECTATION] = FACT_SYMPTOM, [FACT_PRIORITY] = FACT_EXPECTATION,
        [FACT_BAD_NEWS] = FACT_CONSTRAINT};
    struct fact *fact = &other->facts[f];
    *fact = plain->facts[f];
    if (sim_fact_known(s, f))
        return;
    fact->kind = others[fact->kind];
    fact->matters ^= UINT32_C(3);
    fact->deadline = fact->deadline < 0 ? s->now + 60 : -1;
    fact->ask = fact->ask < 0 ? NOBODY : (fact->ask + 1) % other->customer_count;
    fact->text = fact->answer = "?";
}

static int was_begun(const struct sim_state *s, work_id w)
{
    for (int32_t k = 0; k < s->work_count; k++)
        if (s->works[k].work == w)
            return 1;
    return 0;
}

static void scramble_pack(const struct sim_state *s)
{
    other_is_plain();
    for (fact_id f = 0; f < other->fact_count; f++)
        scramble_fact(s, f);
    for (work_id w = 0; w < other->work_count; w++) {
        struct work *work = &other->works[w];
        work->reveals ^= 1;
        work->harm_chance = 100 - work->harm_chance;
        work->falls_back_chance = 100 - work->falls_back_chance;
        if (!was_begun(s, w))
            work->sets = work->sets == LEVEL_RUNNING ? -1 : LEVEL_RUNNING;
    }
    for (int32_t k = 0; k < other->moment_count; k++) {
        other->moments[k].expects.acts ^= 0xffff;
        other->moments[k].within += 60;
    }
    for (incident_id i = 0; i < other->incident_count; i++) {
        struct incident *incident = &other->incidents[i];
        incident->decider = incident->decider == 0 ? 1 : 0;
        incident->root_cause.answer = incident->root_cause.answer < 0 ? -1 : (incident->root_cause.answer + 1) % SPINE_COUNT;
        incident->at = s->incidents[i].open == 0 && incident->at >= 0 ? incident->at + 300 : incident->at;
    }
}

/* When what runs will truly end, whether what holds will hold, how moments and claims stand. */
static void scramble_state(struct sim_state *s)
{
    for (int32_t k = 0; k < s->work_count; k++) {
        struct sim_work *w = &s->works[k];
        if (w->ended < 0)
            w->ends = w->ends == w->earliest ? w->latest : w->earliest;
        else if (w->falls_back_at != SIM_FELL_BACK)
            w->falls_back_at = w->falls_back_at < 0 ? s->now + 120 : -1;
    }
    for (int32_t k = 0; k < s->moment_count; k++)
        s->moments[k].outcome = s->moments[k].outcome == OUTCOME_OPEN ? OUTCOME_OPEN : OUTCOME_MISSED;
    for (int32_t k = 0; k < s->claim_count; k++)
        if (s->claims[k].verdict == VERDICT_LUCKY || s->claims[k].verdict == VERDICT_AHEAD)
            s->claims[k].verdict = VERDICT_LUCKY + VERDICT_AHEAD - s->claims[k].verdict;
}

/* Whole sessions of everybody: whatever is hidden at that second, the next wish is the same. */
static void test_what_is_hidden_changes_no_wish(void **state)
{
    (void)state;
    struct sim_state *behind = calloc(1, sizeof *behind);
    int32_t compared = 0;
    assert_non_null(behind);
    for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
        struct game *g = game_begin(plain, (enum player_kind)kind, 8, 8);
        for (int32_t step = 0; game_step(g) >= 0; step++) {
            if (step % 5 != 0 || g->state.phase != PHASE_ROUND)
                continue;
            struct player first = g->player, second = g->player;
            struct player_wish one = {.time = 0}, two = {.time = 0};
            sim_copy(behind, &g->state, plain);
            scramble_pack(&g->state);
            scramble_state(behind);
            int more = player_next(&first, plain, &g->state, g->refused, &one);
            assert_int_equal(player_next(&second, other, behind, g->refused, &two), more);
            if (memcmp(&one, &two, sizeof one) != 0)
                fail_msg("%s at %d: %s and %s", player_word(kind), (int)g->state.now, sim_command_word(one.command.kind),
                         sim_command_word(two.command.kind));
            compared += more;
        }
        game_end(g);
    }
    assert_true(compared > 50 * PLAYER_KIND_COUNT);
    free(behind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looking_at_what_is_stored_equals_being_there),
        cmocka_unit_test(test_expectations_and_answers_are_not_read),
        cmocka_unit_test(test_what_is_hidden_changes_no_wish),
    };
    return cmocka_run_group_tests(tests, load, drop);
}
