/* Time passes the same at every pace, and what a pack adds at its end leaves alone what comes before. */
#include "any_play.h"
#include "packs_again.h"

#include "base/number.h"

/* --- steps --- */

/* A course at random, its commands with the second each was given at; time is left out. */
static struct course timed_course(const struct world *w, uint64_t seed)
{
    struct play *p = world_play(w, seed);
    struct luck l = {seed * 83 + 9};
    struct course course = {.count = 0};
    for (int k = 0; k < 5000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        int32_t at = p->state.now;
        if (play_try(p, &c) != REFUSAL_NONE || c.kind == SIM_CMD_ADVANCE)
            continue;
        c.said = at;
        course_add(&course, &c);
    }
    free(p);
    return course;
}

static void step_to(struct play *p, struct happened *happened, int32_t to, int32_t step)
{
    while (p->state.now < to) {
        struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
        c.advance.to = number_min(to, step > 0 ? p->state.now + step : to);
        play_do(p, &c);
        happened_add(happened, &p->made);
    }
}

/* TIME says how far the clock was moved in one go; nothing else may differ. */
static void drop_time(struct happened *h)
{
    int32_t kept = 0;
    for (int32_t k = 0; k < h->count; k++)
        if (h->items[k].kind != SIM_EV_TIME)
            h->items[kept++] = h->items[k];
    h->count = kept;
}

/* step 0: in one go. A clock that stands is not pushed. */
static uint64_t play_in_steps(const struct world *w, uint64_t seed, const struct course *course, int32_t step, struct happened *happened)
{
    struct play *p = world_play(w, seed);
    for (int32_t k = 0; k < course->count; k++) {
        struct sim_command c = course->items[k];
        if (p->state.phase == PHASE_ROUND)
            step_to(p, happened, c.said, step);
        c.said = SIM_NOW;
        play_do(p, &c);
        happened_add(happened, &p->made);
    }
    uint64_t digest = sim_digest(&p->state, p->sc);
    drop_time(happened);
    free(p);
    return digest;
}

static void test_every_pace_is_the_same(void **state)
{
    (void)state;
    static const int32_t steps[] = {1, 7, 60, 601};
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 6; seed++) {
            struct course course = timed_course(w, seed);
            struct happened whole = {.count = 0};
            uint64_t digest = play_in_steps(w, seed, &course, 0, &whole);
            for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
                struct happened stepped = {.count = 0};
                assert_true(play_in_steps(w, seed, &course, steps[k], &stepped) == digest);
                assert_same_events(&whole, &stepped, whole.count);
                assert_int_equal(whole.count, stepped.count);
                happened_free(&stepped);
            }
            happened_free(&whole);
            course_free(&course);
        }
        world_close(w);
    }
}

static void test_untouched_rounds_at_every_pace(void **state)
{
    (void)state;
    static const int32_t steps[] = {1, 7, 60, 3600};
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        struct course course = {.count = 0};
        for (round_id r = 0; r < w->sc->round_count; r++) {
            struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
            c.start_round.round = r;
            course_add(&course, &c);
            c = sim_command_make(SIM_CMD_END_ROUND);
            c.said = w->sc->rounds[r].to;
            course_add(&course, &c);
        }
        struct happened whole = {.count = 0};
        uint64_t digest = play_in_steps(w, 5, &course, 0, &whole);
        for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
            struct happened stepped = {.count = 0};
            assert_true(play_in_steps(w, 5, &course, steps[k], &stepped) == digest);
            assert_same_events(&whole, &stepped, whole.count);
            happened_free(&stepped);
        }
        assert_true(whole.count > 100);
        happened_free(&whole);
        course_free(&course);
        world_close(w);
    }
}

/* --- an incident more --- */

struct addition { const char *round, *at; };

static cJSON *model_incident(const struct addition *a, const struct world *w)
{
    char json[2048];
    const char *reporter = w->sc->customers[0].id;
    int length = snprintf(json, sizeof json,
        "{\"id\":\"added-later\",\"kind\":\"failure\",\"title\":\"One more\",\"reporter\":\"%s\",\"service\":\"%s\",\"impact\":\"down\","
        "\"major\":true,\"opens\":{\"round\":\"%s\",\"at\":\"%s\"},\"says\":\"And now this as well.\","
        "\"facts\":[{\"id\":\"what\",\"kind\":\"impact\",\"text\":\"It stands\",\"ask\":\"%s\",\"answer\":\"It all stands.\"},"
        "{\"id\":\"why\",\"kind\":\"cause\",\"text\":\"It wore out\"}],"
        "\"works\":[{\"id\":\"look\",\"kind\":\"investigate\",\"title\":\"Look\",\"minutes\":[2,9],\"reveals\":[\"why\"]},"
        "{\"id\":\"mend\",\"kind\":\"change\",\"title\":\"Mend\",\"minutes\":[4,12],\"needs\":[\"why\"],\"consult\":\"%s\","
        "\"harm\":{\"chance\":50,\"text\":\"It breaks\"},\"sets\":\"running\"}],"
        "\"moments\":[{\"id\":\"asks\",\"when\":{\"all\":[{\"after\":\"2m\"},{\"chance\":50}]},\"score\":\"honest\",\"says\":\"Well?\","
        "\"expects\":{\"act\":[\"update\"]},\"within\":\"5m\",\"met\":\"Said\",\"missed\":\"Not said\"}]}",
        reporter, w->sc->services[0].id, a->round, a->at, reporter, reporter);
    assert_in_range(length, 1, sizeof json - 1);
    cJSON *model = cJSON_Parse(json);
    assert_non_null(model);
    return model;
}

/* The pack with one incident more, in a file behind all others. */
static struct world *world_with_more(const struct world *w, const struct addition *a)
{
    cJSON *model = model_incident(a, w);
    struct world *more = calloc(1, sizeof *more);
    assert_non_null(more);
    more->name = w->name;
    pack_source_begin(&more->source, &more->arena);
    for (int k = 0; k < w->source.count; k++)
        assert_int_equal(pack_source_add(&more->source, w->source.files[k].name, w->source.files[k].bytes, w->source.files[k].length), ERR_NONE);
    char *bytes = cJSON_Print(model);
    assert_int_equal(pack_source_add(&more->source, "incidents/zz-added.json", bytes, strlen(bytes)), ERR_NONE);
    cJSON_free(bytes);
    cJSON_Delete(model);
    world_read(more);
    assert_int_equal(more->sc->incident_count, w->sc->incident_count + 1);
    assert_string_equal(more->sc->incidents[w->sc->incident_count].id, "added-later");
    return more;
}

/* Commands that name what only the longer pack has, or that put an incident behind the pack's own, are not compared. */
static int is_beyond(const struct world *w, const struct sim_command *c)
{
    if (c->kind == SIM_CMD_INJECT)
        return 1;
    for (int32_t k = 0; k < SIM_COMMAND_FIELDS; k++)
        if (c->v[k] == w->sc->incident_count)
            return 1;
    return (c->kind >= SIM_CMD_FIRE && c->kind <= SIM_CMD_SKIP) || c->kind == SIM_CMD_WORK;
}

static int32_t opened_at(const struct happened *h, incident_id i)
{
    for (int32_t k = 0; k < h->count; k++)
        if (h->items[k].kind == SIM_EV_INCIDENT_OPENED && h->items[k].incident_opened.incident == i)
            return k;
    return h->count;
}

static void assert_nothing_before(const struct world *w, const struct world *more, uint64_t seed, int32_t *compared)
{
    struct play *p = world_play(w, seed), *q = world_play(more, seed);
    struct happened here = {.count = 0}, there = {.count = 0};
    struct luck l = {seed * 41 + 2};
    for (int k = 0; k < 5000 && opened_at(&there, w->sc->incident_count) == there.count && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        if (is_beyond(w, &c) && !(c.kind == SIM_CMD_WORK && c.work.work >= 0 && c.work.work < w->sc->work_count))
            continue;
        enum refusal why = play_try(p, &c);
        assert_int_equal(play_try(q, &c), why);
        happened_add(&here, &p->made);
        happened_add(&there, &q->made);
    }
    int32_t before = number_min(opened_at(&there, w->sc->incident_count), here.count);
    assert_same_events(&here, &there, before > 2 ? before - 2 : 0);   /* its own mark on the run sheet stands before it */
    *compared += before;
    happened_free(&here);
    happened_free(&there);
    free(p);
    free(q);
}

static void clock_text(char out[8], int32_t second)
{
    snprintf(out, 8, "%02d:%02d", abs(second / 3600 % 24), abs(second / 60 % 60));
}

static void test_an_incident_at_the_end_changes_nothing_before(void **state)
{
    (void)state;
    for (int n = WORLD_SMALL; n < WORLDS; n++) {
        struct world *w = world_open(n);
        int32_t compared = 0;
        for (round_id r = 1; r < w->sc->round_count; r++) {
            char at[8];
            clock_text(at, (w->sc->rounds[r].from + 2 * w->sc->rounds[r].to) / 3 / 60 * 60);
            struct addition a = {w->sc->rounds[r].id, at};
            struct world *more = world_with_more(w, &a);
            for (uint64_t seed = 1; seed <= 6; seed++)
                assert_nothing_before(w, more, seed, &compared);
            world_close(more);
        }
        print_message("%s: %d events compared\n", w->name, compared);
        assert_true(compared > 1000);
        world_close(w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_pace_is_the_same),
        cmocka_unit_test(test_untouched_rounds_at_every_pace),
        cmocka_unit_test(test_an_incident_at_the_end_changes_nothing_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
