/* Talk cannot swell a score: saying it again within the same patience opens nothing to be won. */
#include "any_play.h"
#include "teams.h"

static struct sim_command cmd_promise(incident_id i, customer_id c, int32_t due)
{
    struct sim_command x = sim_command_make(SIM_CMD_PROMISE);
    x.promise.incident = i, x.promise.customer = c, x.promise.due = due;
    return x;
}

/* A copy of the session as it stands. */
static struct play *copy_of(const struct play *p)
{
    struct play *copy = calloc(1, sizeof *copy);
    assert_non_null(copy);
    copy->sc = p->sc;
    sim_copy(&copy->state, &p->state, p->sc);
    return copy;
}

/* Moments of the incident that count or may come to count: in windows of promises, and all others. */
struct possible { int32_t promised, others; };

static struct possible possible(const struct sim_state *s, incident_id i)
{
    struct possible count = {0, 0};
    for (int32_t k = 0; k < s->moment_count; k++) {
        if (s->moments[k].incident != i)
            continue;
        count.promised += s->moments[k].scored && s->moments[k].source == MOMENT_PROMISE_WINDOW;
        count.others += s->moments[k].scored && s->moments[k].source != MOMENT_PROMISE_WINDOW;
    }
    return count;
}

static void let_pass(struct play *p)
{
    play_to(p, p->sc->rounds[p->state.round].to);
    play_do(p, &(struct sim_command){.kind = SIM_CMD_END_ROUND, .said = SIM_NOW, .member = NOBODY});
}

/* Once, or over and over in one breath; then nothing more until the round is over. */
static struct possible moments_after(const struct play *from, const struct sim_command *c, int times)
{
    struct play *p = copy_of(from);
    for (int k = 0; k < times; k++)
        play_try(p, c);
    let_pass(p);
    struct possible count = possible(&p->state, c->v[0]);
    free(p);
    return count;
}

static int32_t tried, promises;

/* A call named anew may be another than the commitment made long ago: one window of its own then, and never a second. */
static void assert_no_more(const struct play *p, const struct sim_command *c)
{
    struct possible once = moments_after(p, c, 1), twice = moments_after(p, c, 2), often = moments_after(p, c, 6);
    int more = often.others > once.others || often.promised > twice.promised || often.promised > once.promised + 1;
    if (more) {
        print_error("%02d:%02d: %d and %d moments once, %d and %d twice, %d and %d six times\n", p->state.now / 3600, p->state.now / 60 % 60,
                    once.promised, once.others, twice.promised, twice.others, often.promised, often.others);
        print_command(c);
    }
    assert_false(more);
    tried++;
    promises += c->kind == SIM_CMD_PROMISE;
}

/* Everything that could be said now to somebody about something that is open, and holds or goes too far. */
static void say_again(const struct play *p, struct luck *l)
{
    incident_id i = luck_open_incident(l, &p->state);
    customer_id c = luck_in(l, 0, p->sc->customer_count - 1);
    if (p->state.incidents[i].open != 1)
        return;
    struct sim_command u = cmd_update(i, c, (enum claim)luck_in(l, 0, CLAIM_COUNT - 1));
    u.update.facts = u.update.improvised = SIM_FACTS_DEFAULT;
    u.update.next_call = luck_in(l, 0, 1) ? p->state.now + luck_in(l, 60, 1200) : -1;
    u.update.fix_by = luck_in(l, 0, 3) ? -1 : p->state.now + luck_in(l, 60, 2400);
    assert_no_more(p, &u);
    struct sim_command promise = cmd_promise(i, c, p->state.now + luck_in(l, 60, 1200));
    assert_no_more(p, &promise);
}

static void test_saying_it_again_adds_nothing(void **state)
{
    (void)state;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 2; seed++) {
            struct course course = {.count = 0};
            struct luck l = {seed * 17 + (uint64_t)n};
            free(team_play(w, seed, PLAYER_MIXED, &course));
            struct play *p = world_play(w, seed);
            for (int32_t k = 0; k < course.count; k++) {
                play_do(p, &course.items[k]);
                if (p->state.phase == PHASE_ROUND && luck_in(&l, 0, 9) == 0)
                    say_again(p, &l);
            }
            free(p);
            course_free(&course);
        }
        world_close(w);
    }
    print_message("%d things said again, %d of them promises\n", tried, promises);
    assert_true(tried > 200);
    assert_true(promises > 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_saying_it_again_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
