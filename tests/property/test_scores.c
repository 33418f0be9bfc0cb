/* Scores: the same by every way of reckoning, nothing for nothing, and touched by verdicts alone. */
#include "any_play.h"

/* --- by hand, from the events alone --- */

enum { LEDGER = SIM_MOMENTS };

struct entry { struct moment_key key; int32_t score, round, scored, outcome, disputed, overruled; };
struct ledger { struct entry items[LEDGER]; int32_t count, round; };

static struct entry *ledger_find(struct ledger *l, const int32_t *key)
{
    for (int32_t k = l->count - 1; k >= 0; k--)
        if (memcmp(&l->items[k].key, key, sizeof l->items[k].key) == 0)
            return &l->items[k];
    return NULL;
}

static void ledger_opened(struct ledger *l, const struct sim_event *e)
{
    assert_true(l->count < LEDGER);
    assert_null(ledger_find(l, e->v));
    l->items[l->count++] = (struct entry){{e->v[0], e->v[1], e->v[2], e->v[3]}, e->moment_opened.score, l->round,
        e->moment_opened.scored, OUTCOME_OPEN, 0, -1};
}

static void ledger_fold(struct ledger *l, const struct sim_event *e)
{
    if (e->kind == SIM_EV_ROUND_STARTED) {
        l->round = e->round_started.round;
        for (int32_t k = 0; k < l->count; k++)
            if (l->items[k].outcome == OUTCOME_OPEN)
                l->items[k].round = l->round;
    } else if (e->kind == SIM_EV_MOMENT_OPENED) {
        ledger_opened(l, e);
    } else if (e->kind == SIM_EV_MOMENT_SETTLED) {
        ledger_find(l, e->v)->outcome = e->moment_settled.outcome;
    } else if (e->kind == SIM_EV_VERDICT_MARK && e->verdict_mark.aim == 0) {
        struct entry *at = ledger_find(l, e->v + 1);
        at->disputed = e->verdict_mark.disputed;
        at->overruled = e->verdict_mark.outcome;
    }
}

static int ledger_outcome(const struct entry *at)
{
    if (!at->scored || at->disputed)
        return OUTCOME_NONE;
    return at->overruled >= 0 ? at->overruled : at->outcome;
}

static void ledger_count(const struct ledger *l, round_id round, int score, int32_t counts[OUTCOME_COUNT])
{
    memset(counts, 0, sizeof counts[0] * OUTCOME_COUNT);
    for (int32_t k = 0; k < l->count; k++)
        if (l->items[k].round == round && l->items[k].score == score)
            counts[ledger_outcome(&l->items[k])]++;
}

static void assert_counts(const struct score_counts *c, const int32_t by_hand[OUTCOME_COUNT])
{
    assert_int_equal(c->met, by_hand[OUTCOME_MET]);
    assert_int_equal(c->partly, by_hand[OUTCOME_PARTLY]);
    assert_int_equal(c->missed, by_hand[OUTCOME_MISSED]);
    assert_int_equal(c->broken, by_hand[OUTCOME_BROKEN]);
    assert_int_equal(c->points, 2 * c->met + c->partly - c->broken);
    assert_int_equal(c->possible, 2 * score_moments(c));
    assert_in_range(score_percent(c) + 1, 0, 101);
    assert_int_equal(score_percent(c) < 0, score_moments(c) < SCORE_TOO_FEW);
}

static const struct sim_event *here;   /* after which the ways part */

/* After each event: the sheet that is folded, the state, and the ledger kept by hand. */
static void assert_three_ways(const struct score_sheet *sheet, const struct ledger *l, const struct scenario *sc)
{
    int32_t by_hand[OUTCOME_COUNT];
    for (round_id r = 0; r <= sheet->state.round && r < sc->round_count; r++)
        for (int which = 0; which < SCORE_COUNT; which++) {
            struct score_counts of_state = score_of_state(&sheet->state, r, (enum score)which);
            ledger_count(l, r, which, by_hand);
            assert_counts(&of_state, by_hand);
            if (memcmp(&sheet->rounds[r].scores[which], &of_state, sizeof of_state) != 0)
                print_event(here);
            assert_memory_equal(&sheet->rounds[r].scores[which], &of_state, sizeof of_state);
        }
}

static int tells(const struct sim_event *e)
{
    return e->kind == SIM_EV_MOMENT_OPENED || e->kind == SIM_EV_MOMENT_SETTLED || e->kind == SIM_EV_VERDICT_MARK
        || e->kind == SIM_EV_ROUND_STARTED || e->kind == SIM_EV_ROUND_ENDED || e->kind == SIM_EV_FINISHED;
}

static int32_t fold_session(const struct world *w, uint64_t seed)
{
    struct play *p = world_play(w, seed);
    struct score_sheet *sheet = calloc(1, sizeof *sheet);
    struct ledger *ledger = calloc(1, sizeof *ledger);
    struct sim_setup with = world_setup(w->sc, seed);
    struct luck l = {seed * 31 + 7};
    score_begin(sheet, w->sc, &with);
    for (int k = 0; k < 6000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        play_try(p, &c);
        for (int32_t e = 0; e < p->made.count; e++) {
            score_fold(sheet, p->sc, &p->made.items[e]);
            ledger_fold(ledger, &p->made.items[e]);
            here = &p->made.items[e];
            if (tells(here) || e % 64 == 0)
                assert_three_ways(sheet, ledger, p->sc);
        }
    }
    int32_t moments = ledger->count;
    free(ledger);
    free(sheet);
    free(p);
    return moments;
}

static void test_three_ways_of_reckoning_agree(void **state)
{
    (void)state;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        int32_t moments = 0;
        for (uint64_t seed = 1; seed <= 4; seed++)
            moments += fold_session(w, seed);
        assert_true(moments > 40);
        world_close(w);
    }
}

/* --- nothing for nothing --- */

static void assert_nothing(const struct play *p, round_id round, int32_t passed[SCORE_COUNT])
{
    for (int which = 0; which < SCORE_COUNT; which++) {
        struct score_counts c = score_of_state(&p->state, round, (enum score)which);
        assert_int_equal(c.points, 0);
        assert_int_equal(c.missed, score_moments(&c));
        assert_int_equal(score_percent(&c), score_moments(&c) < SCORE_TOO_FEW ? -1 : 0);
        passed[which] += score_moments(&c) >= SCORE_TOO_FEW;
    }
}

/* until: percent of each round's time that passes before it is ended. Rounds that reached a score, by score. */
static void play_nothing(const struct world *w, uint32_t left_out, int32_t until, int32_t passed[SCORE_COUNT])
{
    struct play *p = world_play(w, 11);
    struct sim_setup with = world_setup(w->sc, 11);
    with.left_out = left_out;
    sim_begin(&p->state, p->sc, &with);
    for (round_id r = 0; r < w->sc->round_count; r++) {
        int32_t from = w->sc->rounds[r].from, length = w->sc->rounds[r].to - from;
        play_start(p, r);
        for (int32_t minute = 60; minute <= length / 100 * until; minute += 60) {
            play_to(p, from + minute);
            int32_t ignored[SCORE_COUNT] = {0};
            assert_nothing(p, r, ignored);
        }
        assert_int_equal(play_one(p, SIM_CMD_END_ROUND, 1), REFUSAL_NONE);
        assert_nothing(p, r, passed);
        int32_t zero[SCORE_COUNT] = {0};
        if (w->sc->rounds[r].warm_up || until == 0)
            assert_nothing(p, r, zero);
        for (int which = 0; which < SCORE_COUNT; which++)
            assert_int_equal(zero[which], 0);
    }
    struct sim_command c = sim_command_make(SIM_CMD_FINISH);
    play_do(p, &c);
    int32_t all[SCORE_COUNT] = {0};
    assert_nothing(p, -1, all);
    free(p);
}

static void test_nothing_done_scores_nothing(void **state)
{
    (void)state;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        int32_t whole[SCORE_COUNT] = {0}, without[SCORE_COUNT] = {0}, short_of[SCORE_COUNT] = {0}, none[SCORE_COUNT] = {0};
        play_nothing(w, 0, 100, whole);
        play_nothing(w, UINT32_MAX, 100, without);
        play_nothing(w, 0, 40, short_of);
        play_nothing(w, 0, 0, none);
        for (int which = 0; which < SCORE_COUNT; which++) {
            print_message("%s: %s zero in %d rounds, %d without what can be left out, %d when ended early\n", w->name,
                          score_word((enum score)which), whole[which], without[which], short_of[which]);
            assert_true(whole[which] > 0);
            assert_true(without[which] > 0);
            assert_int_equal(none[which], 0);
        }
        world_close(w);
    }
}

/* --- verdicts of the room touch scores alone --- */

static int is_verdict(const struct sim_command *c)
{
    return c->kind == SIM_CMD_DISPUTE || c->kind == SIM_CMD_OVERRULE;
}

/* A course at random in which many a moment and claim is disputed or overruled. */
static struct course disputed_course(const struct world *w, uint64_t seed)
{
    struct play *p = world_play(w, seed);
    struct luck l = {seed * 131 + 3};
    struct course course = {.count = 0};
    for (int k = 0; k < 5000 && p->state.phase != PHASE_FINISHED; k++) {
        struct sim_command c = luck_any(&l, &p->state, p->sc);
        for (int tries = 0; luck_in(&l, 0, 5) == 0 && tries < 60 && !is_verdict(&c); tries++)
            c = luck_facilitator(&l, &p->state);
        if (c.kind == SIM_CMD_OVERRULE)
            c.text = 1;
        if (play_try(p, &c) == REFUSAL_NONE)
            course_add(&course, &c);
    }
    free(p);
    return course;
}

/* Everything of a state but verdicts on it, and what moments and windows of claims come to by them. */
static uint64_t digest_beside_scores(const struct play *p, struct sim_state *s)
{
    sim_copy(s, &p->state, p->sc);
    for (int32_t k = 0; k < s->claim_count; k++)
        s->claims[k].disputed = 0, s->claims[k].overruled = -1;
    for (int32_t k = 0; k < s->moment_count; k++) {
        s->moments[k].disputed = 0, s->moments[k].overruled = -1;
        if (s->moments[k].outcome != OUTCOME_OPEN)
            s->moments[k].outcome = OUTCOME_NONE, s->moments[k].settled = 0, s->moments[k].act = 0;
    }
    return sim_digest(s, p->sc);
}

static void test_verdicts_touch_scores_only(void **state)
{
    (void)state;
    int32_t verdicts = 0, moved = 0;
    struct sim_state *spare = calloc(1, sizeof *spare);
    assert_non_null(spare);
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (uint64_t seed = 1; seed <= 10; seed++) {
            struct course course = disputed_course(w, seed);
            struct play *with = world_play(w, seed), *without = world_play(w, seed);
            for (int32_t k = 0; k < course.count; k++) {
                struct sim_command c = course.items[k];
                play_do(with, &c);
                verdicts += is_verdict(&c);
                if (is_verdict(&c)) {
                    c = sim_command_make(SIM_CMD_NOTE);
                    c.text = 1;
                }
                assert_int_equal(play_try(without, &c), REFUSAL_NONE);
                assert_true(digest_beside_scores(with, spare) == digest_beside_scores(without, spare));
            }
            for (int which = 0; which < SCORE_COUNT; which++) {
                struct score_counts a = score_of_state(&with->state, -1, (enum score)which);
                struct score_counts b = score_of_state(&without->state, -1, (enum score)which);
                moved += a.points != b.points || a.possible != b.possible;
            }
            free(with);
            free(without);
            course_free(&course);
        }
        world_close(w);
    }
    free(spare);
    print_message("%d verdicts, %d scores moved by them\n", verdicts, moved);
    assert_true(verdicts > 300);
    assert_true(moved > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_three_ways_of_reckoning_agree),
        cmocka_unit_test(test_nothing_done_scores_nothing),
        cmocka_unit_test(test_verdicts_touch_scores_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
