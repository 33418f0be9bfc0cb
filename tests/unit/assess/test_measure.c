/*
 * What holds of every figure, on sessions that players played: it is the sum
 * of its items, recomputing it from stored events gives the same, it stays in
 * its range, and neither ids nor names matter.
 */
#include "reading.h"

#include "../../property/packs_again.h"

#include "assess/account.h"
#include "assess/maturity.h"
#include "assess/perception.h"
#include "assess/spokes.h"
#include "model/words.h"
#include "players/match.h"

/* --- the table --- */

static void test_every_measure_is_named_once(void **state)
{
    (void)state;
    for (int32_t k = 0; k < MEASURE_COUNT; k++) {
        assert_int_equal(measure_from_word(measure_word(k)), k);
        assert_true(word_find(&words_idea, measure_idea(k)) >= 0);
        assert_true(measure_group_word((int32_t)measure_group(k))[0] != '\0');
    }
    assert_string_equal(measure_word(-1), "");
    assert_string_equal(measure_word(MEASURE_COUNT), "");
    assert_int_equal(measure_from_word("nonsense"), -1);
    for (int32_t b = 0; b < BEHAVIOUR_COUNT; b++)
        assert_string_equal(measure_word(MEASURE_FIRST_WORD + b), behaviour_word(b));
    for (int32_t k = 0; k < SPOKE_COUNT; k++)
        assert_string_equal(measure_word(spoke_measure(k)) + strlen("spoke-"), spoke_word(k));
}

/* --- sessions that players played, kept as bytes --- */

struct kept {
    const struct scenario *sc;
    struct sim_setup setup;
    int32_t count, room;
    size_t used;
    uint8_t *bytes;
    struct sim_event *events;
    struct match *match;
    struct assess_reading *live;
};

static void keep_event(void *context, const struct match *m, const struct sim_event *e)
{
    struct kept *k = context;
    uint8_t bytes[SIM_CODEC_EVENT_MAX];
    int32_t length = sim_encode_event(bytes, e);
    (void)m;
    k->bytes = realloc(k->bytes, k->used + (size_t)length);
    assert_non_null(k->bytes);
    memcpy(k->bytes + k->used, bytes, (size_t)length);
    k->used += (size_t)length;
    assess_fold(k->live, k->count++, e);
}

static const struct sim_event *kept_at(const void *context, int32_t index)
{
    return &((const struct kept *)context)->events[index];
}

static void kept_begin(struct kept *k, const struct scenario *sc, enum player_kind kind, uint64_t seed)
{
    memset(k, 0, sizeof *k);
    k->sc = sc;
    match_setup(sc, seed, &k->setup);
    k->live = reading_new();
    k->match = calloc(1, sizeof *k->match);
    assert_non_null(k->match);
    k->match->watch = keep_event;
    k->match->context = k;
    if (kind == PLAYER_HERO)
        k->setup.roles[0] = NOBODY;
    assess_begin(k->live, sc, &k->setup);
    match_play(k->match, sc, &k->setup, kind);
}

static struct assess_reading *kept_read(struct kept *k)
{
    struct assess_reading *r = reading_new();
    size_t from = 0;
    k->events = calloc((size_t)k->count, sizeof *k->events);
    assert_non_null(k->events);
    for (int32_t n = 0; n < k->count; n++)
        from += (size_t)sim_decode_event(k->bytes + from, (int32_t)(k->used - from), &k->events[n]);
    assert_int_equal(from, k->used);
    struct assess_log log = {k->sc, k->setup, k->count, kept_at, k};
    assess_read(r, &log);
    return r;
}

static void kept_end(struct kept *k, struct assess_reading *r)
{
    free(r);
    free(k->live);
    free(k->match);
    free(k->events);
    free(k->bytes);
}

/* --- what holds of each --- */

struct adding { int64_t points, possible, rule_points, rule_possible; int32_t items, events, per_round[LIMIT_ROUNDS]; const struct assess_reading *r; round_id round; };

static void add_item(void *context, const struct assess_item *item)
{
    struct adding *a = context;
    a->points += item->points;
    a->possible += item->possible;
    a->rule_points += item->rule_points;
    a->rule_possible += item->rule_possible;
    a->items += item->points != 0 || item->possible != 0;
    assert_true(item->rule[0] != '\0');
    assert_true(word_find(&words_idea, item->idea) >= 0);
    assert_in_range(item->event + 1, 0, a->events);
    assert_in_range(item->began + 1, 0, a->events);
    assert_true(item->event < 0 || item->began < 0 || item->began <= item->event);
    assert_true(a->round == NOBODY || item->round == NOBODY || item->round == a->round);
    assert_true(item->kind == ITEM_MEASURE || item->event >= 0 || item->began >= 0);
    if (item->kind == ITEM_MOMENT)
        assert_int_equal(item->key.source, a->r->state.moments[item->index].source);
}

static struct adding added(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct adding a = {.events = r->events, .r = r, .round = round};
    measure_visit(r, measure, round, add_item, &a);
    return a;
}

static int32_t share_of(const struct adding *a)
{
    if (a->items < 3 || a->possible <= 0)
        return -1;
    double percent = 100.0 * (double)a->points / (double)a->possible;
    return percent < 0 ? 0 : percent > 100 ? 100 : (int32_t)(percent + 0.5);
}

static void check_range(int32_t measure, int32_t value)
{
    switch (measure_unit(measure)) {
    case UNIT_SHARE: case UNIT_POINTS: assert_in_range(value + 1, 0, 101); break;
    case UNIT_LEVEL: assert_in_range(value, 1, 5); break;
    case UNIT_COUNT: case UNIT_VALUE: case UNIT_SECONDS: assert_true(value >= -1); break;
    }
}

static void check_measure(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct measure_value v = measure_read(r, measure, round);
    struct adding a = added(r, measure, round);
    int own = measure == MEASURE_DELIVERED || measure == MEASURE_PERCEIVED || measure == MEASURE_TRUSTED || measure == MEASURE_MATURITY
        || measure == MEASURE_BAD_NEWS_SPEED;
    if (v.points != a.points || v.possible != a.possible)
        print_error("%s in round %d\n", measure_word(measure), round);
    assert_int_equal(v.points, a.points);
    assert_int_equal(v.possible, a.possible);
    assert_int_equal(v.items, a.items);
    check_range(measure, v.value);
    if (own)
        return;
    assert_int_equal(v.value, measure_unit(measure) == UNIT_SHARE ? share_of(&a) : a.points < 0 ? 0 : a.points);
    assert_int_equal(v.by_rule, v.value);   /* nobody overruled anything */
}

/* What belongs to a round is in the session too, and nothing else is. */
static void check_rounds_add_up(const struct assess_reading *r, int32_t measure)
{
    int64_t points = 0, possible = 0;
    struct adding all = added(r, measure, NOBODY);
    if (measure == MEASURE_HELD_ROUNDS || measure == MEASURE_MATURITY || measure == MEASURE_SURVEY_ROOM || measure == MEASURE_CARDS_SHARED
        || measure == MEASURE_SHARED_TALK || measure == MEASURE_SHARED_WORK || measure == MEASURE_ACROSS_INCIDENTS)
        return;
    for (round_id k = 0; k < r->scenario->round_count; k++) {
        struct adding a = added(r, measure, k);
        points += a.points;
        possible += a.possible;
    }
    if (points != all.points || possible != all.possible)
        print_error("%s: the rounds do not add up\n", measure_word(measure));
    assert_int_equal(points, all.points);
    assert_int_equal(possible, all.possible);
}

static void check_scores(const struct assess_reading *r, round_id round)
{
    for (int32_t k = 0; k < SCORE_COUNT; k++) {
        struct score_counts c = score_of_state(&r->state, round, (enum score)k);
        struct measure_value v = measure_read(r, MEASURE_INVOLVING + k, round);
        assert_int_equal(v.value, score_percent(&c));
        assert_int_equal(v.points, c.points);
        assert_int_equal(v.possible, c.possible);
        assert_int_equal(v.disputed, c.disputed);
    }
}

static int32_t taken_aside(const struct assess_reading *r, round_id round)
{
    int32_t sum = 0;
    for (int32_t k = 0; k < r->trace_count; k++)
        if (r->traces[k].kind == TRACE_ASIDE && r->traces[k].round == round)
            sum += r->traces[k].a;
    return sum;
}

/* A project that came in the round and was given up in a later one. */
static int32_t lost_later(const struct assess_reading *r, round_id round)
{
    int32_t sum = 0;
    for (int32_t k = 0; k < r->trace_count; k++)
        if (r->traces[k].kind == TRACE_VALUE && r->traces[k].round == round && r->traces[k].event > r->rounds[round].ended)
            sum += r->traces[k].b;
    return sum;
}

/* The same as the figures beside the scores, but for what was taken elsewhere, and for what was lost after the round. */
static void check_account(const struct assess_reading *r, round_id round)
{
    const struct round_figures *f = &r->rounds[round].figures;
    struct account a;
    account_read(r, round, &a);
    assert_int_equal(a.targets, f->targets);
    assert_int_equal(a.targets_met, f->targets_met);
    assert_int_equal(a.value_possible - taken_aside(r, round), f->value_possible);
    assert_int_equal(a.value_lost - taken_aside(r, round) - lost_later(r, round), f->value_lost);
    assert_int_equal(a.value_kept, a.value_possible - a.value_lost);
    assert_true(a.changes_unasked <= a.changes && a.claims_ahead <= a.claims);
    assert_int_equal(a.restored_late + a.restored_in_time >= a.confirmed, 1);
    assert_true(a.seconds_wasted <= a.seconds_work && a.seconds_repeated <= a.seconds_work);
}

static void check_reading(const struct assess_reading *r)
{
    assert_int_equal(r->traces_dropped, 0);
    for (int32_t k = 0; k < MEASURE_COUNT; k++) {
        check_measure(r, k, NOBODY);
        check_rounds_add_up(r, k);
        for (round_id round = 0; round < r->scenario->round_count; round++)
            if (r->rounds[round].begun)
                check_measure(r, k, round);
    }
    check_scores(r, NOBODY);
    for (round_id round = 0; round < r->scenario->round_count; round++)
        if (r->rounds[round].begun) {
            check_scores(r, round);
            check_account(r, round);
        }
}

static void check_equal(const struct assess_reading *a, const struct assess_reading *b)
{
    assert_int_equal(a->events, b->events);
    for (int32_t k = 0; k < MEASURE_COUNT; k++)
        for (round_id round = NOBODY; round < a->scenario->round_count; round++) {
            struct measure_value x = measure_read(a, k, round), y = measure_read(b, k, round);
            assert_memory_equal(&x, &y, sizeof x);
        }
}

static void test_every_player_on_every_pack(void **state)
{
    (void)state;
    for (int n = WORLD_FIXTURE; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (int32_t kind = 0; kind < PLAYER_KIND_COUNT; kind++) {
            struct kept k;
            if (kind > PLAYER_MIXED && kind % WORLDS != n)   /* the named ones everywhere, each of the others somewhere */
                continue;
            kept_begin(&k, w->sc, (enum player_kind)kind, 11 + (uint64_t)kind);
            struct assess_reading *r = kept_read(&k);
            check_equal(r, k.live);
            check_reading(r);
            kept_end(&k, r);
        }
        world_close(w);
    }
}

/* Half a session, as it was when it was half played: the rest of the log changes nothing of it. */
static void test_a_reading_at_any_time(void **state)
{
    (void)state;
    struct world *w = world_open(WORLD_PLAYED);
    struct kept k;
    kept_begin(&k, w->sc, PLAYER_MIXED, 5);
    struct assess_reading *r = kept_read(&k), *live = reading_new();
    assess_begin(live, k.sc, &k.setup);
    for (int32_t n = 0, part = 1; n < k.count; n++) {
        assess_fold(live, n, &k.events[n]);
        if (n != k.count * part / 6)
            continue;
        struct assess_log log = {k.sc, k.setup, n + 1, kept_at, &k};
        assess_read(r, &log);
        check_equal(r, live);
        part++;
    }
    free(live);
    kept_end(&k, r);
    world_close(w);
}

/* --- ids and names --- */

static void test_names_change_no_figure(void **state)
{
    (void)state;
    int32_t renamed = 0;
    struct world *w = world_open(WORLD_PLAYED), *again = world_again(w, again_rename, &renamed);
    struct kept a, b;
    assert_true(renamed > 100);
    assert_string_not_equal(w->sc->customers[0].id, again->sc->customers[0].id);
    kept_begin(&a, w->sc, PLAYER_MIXED, 3);
    kept_begin(&b, again->sc, PLAYER_MIXED, 3);
    check_equal(a.live, b.live);
    kept_end(&a, NULL);
    kept_end(&b, NULL);
    world_close(again);
    world_close(w);
}

/* --- what the figures say of players whose ways are known --- */

static struct kept played(const struct scenario *sc, enum player_kind kind)
{
    struct kept k;
    kept_begin(&k, sc, kind, 21);
    return k;
}

static void test_what_is_known_of_players_shows(void **state)
{
    (void)state;
    struct world *w = world_open(WORLD_PLAYED);
    struct kept good = played(w->sc, PLAYER_CUSTOMER_FOCUSED), silent = played(w->sc, PLAYER_TECHNICIAN);
    struct kept pleaser = played(w->sc, PLAYER_PLEASER), hero = played(w->sc, PLAYER_HERO), learner = played(w->sc, PLAYER_LEARNER);
    struct perception p;
    assert_true(value_of(good.live, MEASURE_MATURITY, NOBODY) >= MATURITY_INVOLVING);
    assert_int_equal(value_of(silent.live, MEASURE_MATURITY, NOBODY), MATURITY_UNSEEN);
    assert_true(value_of(pleaser.live, MEASURE_MATURITY, NOBODY) < MATURITY_RELIABLE);
    perception_read(silent.live, NOBODY, &p);
    assert_true(p.watermelon);
    perception_read(good.live, NOBODY, &p);
    assert_false(p.watermelon);
    assert_true(value_of(pleaser.live, MEASURE_RISK, NOBODY) < 50);
    assert_true(value_of(good.live, MEASURE_RISK, NOBODY) >= 90);
    assert_int_equal(value_of(hero.live, MEASURE_SHARED_WORK, NOBODY), 0);
    assert_true(value_of(hero.live, MEASURE_MATURITY, NOBODY) < MATURITY_PARTNER);
    assert_true(value_of(good.live, MEASURE_SHARED_WORK, NOBODY) >= 80);
    assert_true(value_of(silent.live, MEASURE_SEEN_ROUTINE, NOBODY) < value_of(silent.live, MEASURE_UNSEEN_ROUTINE, NOBODY));
    round_id last = w->sc->round_count - 1;
    assert_true(value_of(learner.live, MEASURE_SPOKE_LEARNING, last - 1) >= 60);   /* its third round */
    assert_int_equal(value_of(silent.live, MEASURE_SPOKE_LEARNING, last), 0);
    kept_end(&good, NULL);
    kept_end(&silent, NULL);
    kept_end(&pleaser, NULL);
    kept_end(&hero, NULL);
    kept_end(&learner, NULL);
    world_close(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_measure_is_named_once),
        cmocka_unit_test(test_every_player_on_every_pack),
        cmocka_unit_test(test_a_reading_at_any_time),
        cmocka_unit_test(test_names_change_no_figure),
        cmocka_unit_test(test_what_is_known_of_players_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
