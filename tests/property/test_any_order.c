/* Commands of every kind in any order: nothing breaks, nothing leaves its range, nothing is lost on the way to the file. */
#include "any_play.h"

#include "sim/figures.h"

enum { COMMANDS = 24000 };   /* in each world; as many sessions as they make */

/* Where it stands, so that what broke can be played again. */
static struct { const char *world; uint64_t seed; int step; struct sim_command command; } here;

static void assert_holds(int holds, const char *what)
{
    if (holds)
        return;
    print_error("%s, seed %d, command %d:\n", here.world, (int)here.seed, here.step);
    print_command(&here.command);
    fail_msg("%s", what);
}

static void assert_within(int32_t value, int32_t low, int32_t high)
{
    if (value < low || value > high)
        print_error("%d is not within %d and %d\n", value, low, high);
    assert_holds(value >= low && value <= high, "out of range");
}

static void assert_feelings(const struct sim_state *s, const struct scenario *sc)
{
    for (customer_id c = 0; c < sc->customer_count; c++) {
        assert_within(s->customers[c].trust, 0, FIGURE_FULL);
        assert_within(s->customers[c].satisfaction, 0, FIGURE_FULL);
        assert_within(s->customers[c].apologies, 0, s->customers[c].owed);
        assert_within(s->customers[c].ambassador, NOBODY, s->member_count - 1);
        assert_within((int32_t)sim_mood(s, sc, c), MOOD_DELIGHTED, MOOD_FURIOUS);
    }
}

static void assert_values(const struct sim_state *s, const struct scenario *sc)
{
    for (service_id v = 0; v < sc->service_count; v++) {
        assert_within(s->services[v].level, LEVEL_RUNNING, LEVEL_DOWN);
        assert_within(s->services[v].lost, 0, s->services[v].stake);
    }
    for (incident_id i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        assert_within(incident->open, 0, 2);
        assert_within(incident->lost, 0, incident->stake);
        if (incident->open == 0)
            continue;
        assert_within(incident->opened, 0, s->now);
        assert_within(incident->restored, -1, s->now);
        assert_within(incident->confirmed, -1, s->now);
        assert_within(incident->closed, -1, incident->open == 2 ? s->now : -1);
        assert_within(incident->how, incident->open == 2 ? 0 : -1, incident->open == 2 ? MARK_PREVENTED : -1);
        assert_holds(incident->confirmed < 0 || incident->restored >= 0, "confirmed and not restored");
    }
}

/* Whoever is busy has a work that runs and is theirs, and the other way round. */
static void assert_hands(const struct sim_state *s)
{
    for (int32_t k = 0; k < s->member_count; k++) {
        int32_t at = s->members[k].work;
        assert_within(at, NOBODY, s->work_count - 1);
        assert_holds(at < 0 || (s->works[at].member == k && s->works[at].ended < 0), "busy with what is not theirs");
    }
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        int32_t who = w->member;
        assert_holds(w->ended >= 0 || who < 0 || s->members[who].work == k, "a work that nobody does");
        assert_holds(w->ended < 0 || w->ended <= w->ends || w->how != WORK_DONE, "done later than it ends");
        assert_holds(w->earliest <= w->latest && w->started <= w->earliest, "ends before it began");
        assert_holds(k >= s->open_work || w->ended >= 0, "a running work is passed over");
    }
}

static void assert_ledgers(const struct sim_state *s)
{
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct sim_moment *m = &s->moments[k];
        assert_within(m->outcome, OUTCOME_OPEN, OUTCOME_NONE);
        assert_within(m->overruled, -1, OUTCOME_NONE);
        assert_holds(m->next < k && (k >= s->open_moment || m->outcome != OUTCOME_OPEN), "an open moment is passed over");
        assert_holds((m->outcome == OUTCOME_OPEN) == (m->settled < 0), "settled without an outcome");
    }
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        assert_within(p->state, PROMISE_OPEN, PROMISE_VOID);
        assert_holds(p->next < k && (k >= s->open_promise || p->state != PROMISE_OPEN), "an open promise is passed over");
        assert_holds(p->due > p->at && p->act <= s->acts, "a promise about the past");
    }
    for (int32_t k = 0; k < s->claim_count; k++) {
        const struct sim_claim *c = &s->claims[k];
        assert_within(c->settled, CLAIM_OPEN, CLAIM_CORRECTED);
        assert_holds(c->next < k && (k >= s->open_claim || c->settled != CLAIM_OPEN), "an open claim is passed over");
    }
}

/* Nobody is paid twice: over a round that has ended nothing of it is open but what carries over. */
static void assert_round_over(const struct sim_state *s, const struct scenario *sc)
{
    if (s->phase == PHASE_ROUND)
        return;
    for (int32_t k = 0; k < s->work_count; k++)
        assert_holds(s->works[k].ended >= 0, "a work that runs between rounds");
    for (incident_id i = 0; i < s->incident_count; i++)
        assert_holds(s->incidents[i].open != 1 || (s->phase == PHASE_BETWEEN && s->incidents[i].kind == INCIDENT_PROJECT), "open although its round is over");
    for (int32_t k = 0; k < s->moment_count && s->phase == PHASE_FINISHED; k++)
        assert_holds(s->moments[k].outcome != OUTCOME_OPEN, "undecided at the end");
    assert_within(s->round, NOBODY, sc->round_count - 1);
}

static void assert_sound(const struct play *p)
{
    assert_feelings(&p->state, p->sc);
    assert_values(&p->state, p->sc);
    assert_hands(&p->state);
    assert_ledgers(&p->state);
    assert_round_over(&p->state, p->sc);
}

/* Everything that reads a state stands any state. */
static void assert_readable(const struct play *p, const struct sim_command *c)
{
    struct sim_preview seen = {.refusal = REFUSAL_NONE};
    if (c->kind == SIM_CMD_UPDATE)
        seen = sim_preview_update(&p->state, p->sc, c);
    assert_within((int32_t)seen.refusal, REFUSAL_NONE, REFUSAL_COUNT - 1);
    assert_within(sim_conversation_cost(&p->state, p->sc, c), 0, 600);
    struct round_figures f = score_figures(&p->state, p->sc, p->state.round);
    assert_within(f.perceived, 0, 100);
    assert_within(f.delivered, -1, 100);
    assert_within(sim_ending(&p->state, p->sc), NOBODY, p->sc->ending_count - 1);
}

/* An event as it comes back from a file. */
static struct sim_event through_bytes(const struct sim_event *e)
{
    uint8_t bytes[SIM_CODEC_EVENT_MAX];
    struct sim_event read;
    int32_t length = sim_encode_event(bytes, e);
    assert_within(length, 3, SIM_CODEC_EVENT_MAX);
    assert_int_equal(sim_decode_event(bytes, length, &read), length);
    assert_memory_equal(&read, e, sizeof read);
    return read;
}

struct tried { int32_t done[SIM_CMD_COUNT], refused[SIM_CMD_COUNT], events[SIM_EV_COUNT]; int32_t finished, commands; };
static struct tried everywhere;

/* One command: what the file would hold leads to the same state; a refusal leaves no trace. */
static void assert_one(struct play *p, struct sim_state *again, const struct sim_command *c, struct tried *tried)
{
    uint64_t before = sim_digest(&p->state, p->sc);
    enum refusal why = play_try(p, c);
    uint64_t after = sim_digest(&p->state, p->sc);
    int known = c->kind > 0 && c->kind < SIM_CMD_COUNT;
    if (why != REFUSAL_NONE) {
        assert_holds(p->made.count == 0, "a refusal has events");
        assert_holds(after == before, "a refusal left a trace");
        tried->refused[known ? c->kind : 0]++;
        return;
    }
    tried->done[c->kind]++;
    for (int32_t k = 0; k < p->made.count; k++) {
        struct sim_event e = through_bytes(&p->made.items[k]);
        if (!sim_event_fits(again, p->sc, &e)) {
            print_event(&e);
            assert_holds(0, "an event that was decided does not fit");
        }
        sim_apply(again, p->sc, &e);
        tried->events[e.kind]++;
    }
    assert_holds(after == sim_digest(again, p->sc), "the events lead elsewhere");
    assert_holds(after == sim_digest(&p->made.scratch, p->sc), "the scratch is not the state");
}

static void try_session(const struct world *w, uint64_t seed, struct tried *tried)
{
    struct play *p = world_play(w, seed);
    struct sim_state *again = calloc(1, sizeof *again);
    struct sim_setup with = world_setup(w->sc, seed);
    struct luck l = {seed * 977 + 5};
    sim_begin(again, w->sc, &with);
    /* Some of it goes on when all is over: what people did on Monday is asked weeks later. */
    for (int k = 0, after = 0; tried->commands < COMMANDS && after < 60; k++) {
        after += p->state.phase == PHASE_FINISHED;
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        here.world = w->name, here.seed = seed, here.step = k, here.command = c;
        tried->commands++;
        assert_one(p, again, &c, tried);
        assert_sound(p);
        if (k % 4 == 0)
            assert_readable(p, &c);
    }
    tried->finished += p->state.phase == PHASE_FINISHED;
    free(again);
    free(p);
}

static void try_world(struct world *w)
{
    struct tried tried = {.finished = 0};
    int32_t done = 0;
    for (uint64_t seed = 1; tried.commands < COMMANDS; seed++)
        try_session(w, seed, &tried);
    for (int kind = 0; kind < SIM_CMD_COUNT; kind++) {
        done += tried.done[kind];
        everywhere.done[kind] += tried.done[kind];
        everywhere.refused[kind] += tried.refused[kind];
    }
    for (int kind = 0; kind < SIM_EV_COUNT; kind++)
        everywhere.events[kind] += tried.events[kind];
    print_message("%s: %d of %d commands done, %d sessions to the end\n", w->name, done, COMMANDS, tried.finished);
    assert_true(done > COMMANDS / 4);
    assert_true(tried.finished >= 3);
    assert_true(tried.refused[0] > 0);
    world_close(w);
}

static void test_nothing_breaks_in_the_fixture(void **state)
{
    (void)state;
    try_world(world_open(WORLD_FIXTURE));
}

static void test_nothing_breaks_in_the_small_pack(void **state)
{
    (void)state;
    try_world(world_open(WORLD_SMALL));
}

static void test_nothing_breaks_in_the_played_pack(void **state)
{
    (void)state;
    try_world(world_open(WORLD_PLAYED));
}

/* Otherwise the tests above say less than they seem to. */
static void test_every_kind_was_tried(void **state)
{
    (void)state;
    int missing = 0;
    for (int kind = 1; kind < SIM_CMD_COUNT; kind++)
        if (sim_command_word(kind)[0] != '\0' && (everywhere.done[kind] == 0 || (everywhere.refused[kind] == 0 && kind != SIM_CMD_NOTE))) {
            print_error("%s: %d done, %d refused\n", sim_command_word(kind), everywhere.done[kind], everywhere.refused[kind]);
            missing++;
        }
    for (int kind = 1; kind < SIM_EV_COUNT; kind++)
        if (sim_event_word(kind)[0] != '\0' && everywhere.events[kind] == 0) {
            print_error("%s: never happened\n", sim_event_word(kind));
            missing++;
        }
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_breaks_in_the_fixture),
        cmocka_unit_test(test_nothing_breaks_in_the_small_pack),
        cmocka_unit_test(test_nothing_breaks_in_the_played_pack),
        cmocka_unit_test(test_every_kind_was_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
