/*
 * Doing right is never worse than doing wrong, one thing at a time: a whole
 * session of a team that cares is played again with one act replaced, all
 * others at the seconds they were at. The raw score in which the deed lies, all
 * three together and the trust of every customer may fall by it and never rise.
 * One of the other two may, by less than what is lost: who leaves a call open
 * and makes it late has at least not called for nothing.
 */
#include "teams.h"

#include "sim/claim.h"
#include "sim/promise.h"

enum { SEEDS = 100, KINDS = 3 };

struct ends { int32_t points[SCORE_COUNT], trust[LIMIT_CUSTOMERS]; };

static struct ends ends_of(const struct sim_state *s, const struct scenario *sc)
{
    struct ends e = {{0}, {0}};
    for (int which = 0; which < SCORE_COUNT; which++)
        e.points[which] = score_of_state(s, -1, (enum score)which).points;
    for (customer_id c = 0; c < sc->customer_count; c++)
        e.trust[c] = s->customers[c].trust;
    return e;
}

/* A session that was played, and where its commands led. */
struct story {
    const struct world *w;
    uint64_t seed;
    struct course course;
    int32_t *acts, *at;             /* number of the act each command was, 0 none; its second */
    enum player_kind kind;
    struct match *end;
    struct ends ends;
};

static struct story *story_new(const struct world *w, uint64_t seed, enum player_kind kind)
{
    struct story *s = calloc(1, sizeof *s);
    s->w = w, s->seed = seed, s->kind = kind;
    s->end = team_play(w, seed, kind, &s->course);
    s->acts = calloc((size_t)s->course.count, sizeof *s->acts);
    s->at = calloc((size_t)s->course.count, sizeof *s->at);
    struct play *p = world_play(w, seed);
    for (int32_t k = 0; k < s->course.count; k++) {
        int32_t before = p->state.acts;
        s->at[k] = p->state.now;
        play_do(p, &s->course.items[k]);
        s->acts[k] = p->state.acts > before ? p->state.acts : 0;
    }
    assert_true(sim_digest(&p->state, w->sc) == sim_digest(&s->end->state, w->sc));
    s->ends = ends_of(&p->state, w->sc);
    free(p);
    return s;
}

static void story_free(struct story *s)
{
    course_free(&s->course);
    free(s->acts);
    free(s->at);
    free(s->end);
    free(s);
}

/* An act without effect keeps the numbers of those behind it. */
static struct sim_command silence(void)
{
    struct sim_command c = sim_command_make(SIM_CMD_NOTE);
    c.text = 1;
    return c;
}

struct swap { const char *name; enum score score; int32_t tried, lower, worse; };

static int32_t outcome_in(const struct sim_state *s, const struct sim_moment *like)
{
    for (int32_t k = 0; k < s->moment_count; k++)
        if (memcmp(&s->moments[k], like, 4 * sizeof(int32_t)) == 0)
            return (int32_t)score_outcome(&s->moments[k]);
    return OUTCOME_NONE;
}

/* The moments that came out otherwise. */
static void print_moments(const struct sim_state *here, const struct sim_state *there, int gone)
{
    for (int32_t k = 0; k < here->moment_count; k++) {
        const struct sim_moment *m = &here->moments[k];
        int32_t before = (int32_t)score_outcome(m), after = outcome_in(there, m);
        if (before != after && (!gone || after == OUTCOME_NONE))
            print_error("      %s %s of %d, customer %d, %d: %s to %s\n", score_word((enum score)m->score), moment_source_word(m->source),
                        m->subject, m->customer, m->nth, outcome_word(gone ? after : before), outcome_word(gone ? before : after));
    }
}

static void print_gain(const struct story *s, int32_t k, const struct sim_command *other, const struct ends *e, const struct swap *swap)
{
    print_error("%s, seed %d, %s, %s at %02d:%02d:%02d gains:", s->w->name, (int)s->seed, player_word((int32_t)s->kind), swap->name,
                s->at[k] / 3600, s->at[k] / 60 % 60, s->at[k] % 60);
    for (int which = 0; which < SCORE_COUNT; which++)
        print_error(" %s %d to %d", score_word((enum score)which), s->ends.points[which], e->points[which]);
    for (customer_id c = 0; c < s->w->sc->customer_count; c++)
        print_error(" %s %d to %d", s->w->sc->customers[c].id, s->ends.trust[c], e->trust[c]);
    print_error("\n");
    print_command(&s->course.items[k]);
    print_command(other);
}

static int32_t all_points(const struct ends *e)
{
    int32_t sum = 0;
    for (int which = 0; which < SCORE_COUNT; which++)
        sum += e->points[which];
    return sum;
}

/* The session with command k replaced: nothing rises. */
static void assert_no_gain(struct story *s, int32_t k, const struct sim_command *other, struct swap *swap)
{
    struct sim_command kept = s->course.items[k];
    s->course.items[k] = *other;
    struct play *p = team_again(s->w, s->seed, &s->course);
    s->course.items[k] = kept;
    struct ends e = ends_of(&p->state, s->w->sc);
    int lower = all_points(&e) < all_points(&s->ends);
    int higher = all_points(&e) > all_points(&s->ends) || e.points[swap->score] > s->ends.points[swap->score];
    for (customer_id c = 0; c < s->w->sc->customer_count; c++)
        higher |= e.trust[c] > s->ends.trust[c], lower |= e.trust[c] < s->ends.trust[c];
    swap->tried++;
    swap->lower += lower;
    swap->worse += higher;
    if (higher) {
        print_gain(s, k, other, &e, swap);
        print_moments(&s->end->state, &p->state, 0);
        print_moments(&p->state, &s->end->state, 1);
    }
    free(p);
}

/* --- which acts, and what instead --- */

static const struct sim_claim *claim_of(const struct story *s, int32_t k)
{
    int32_t index = s->acts[k] > 0 ? claim_by_act(&s->end->state, s->acts[k]) : NOBODY;
    return index < 0 ? NULL : &s->end->state.claims[index];
}

/* Every promise that the act made came to be kept. */
static int promises_held(const struct story *s, int32_t act)
{
    for (int32_t part = 0; part <= 1; part++) {
        int32_t index = promise_find(&s->end->state, act, part);
        if (index >= 0 && (s->end->state.promises[index].state != PROMISE_KEPT || s->end->state.promises[index].counts != OUTCOME_MET))
            return 0;
    }
    return 1;
}

/* The act kept a promise made before. */
static int kept_one(const struct story *s, int32_t act)
{
    for (int32_t k = 0; k < s->end->state.promise_count; k++) {
        const struct sim_promise *p = &s->end->state.promises[k];
        if (p->settled_by == act && p->state == PROMISE_KEPT && p->counts == OUTCOME_MET)
            return 1;
    }
    return 0;
}

static int is_honest_word(const struct story *s, int32_t k)
{
    const struct sim_claim *claim = claim_of(s, k);
    return claim != NULL && claim->verdict == VERDICT_HONEST && claim_outcome(claim) == OUTCOME_MET && promises_held(s, s->acts[k]);
}

static void swap_kept_calls(struct story *s, struct swap *swap)
{
    struct sim_command nothing = silence();
    for (int32_t k = 0; k < s->course.count; k++)
        if (s->course.items[k].kind == SIM_CMD_UPDATE && is_honest_word(s, k) && kept_one(s, s->acts[k]))
            assert_no_gain(s, k, &nothing, swap);
}

/* The strongest word that goes beyond what was known then: lacks, as claims themselves are judged. */
static int beyond(const struct play *p, const struct sim_command *c, struct sim_command *other)
{
    for (int32_t claim = CLAIM_COUNT - 1; claim > c->update.claim; claim--) {
        *other = *c;
        other->update.claim = claim;
        struct sim_preview seen = sim_preview_update(&p->state, p->sc, other);
        if (seen.refusal == REFUSAL_NONE && (seen.verdict == VERDICT_AHEAD || seen.verdict == VERDICT_LUCKY))
            return 1;
    }
    return 0;
}

static void swap_honest_words(struct story *s, struct swap *swap)
{
    struct play *p = world_play(s->w, s->seed);
    for (int32_t k = 0; k < s->course.count; k++) {
        struct sim_command other;
        if (s->course.items[k].kind == SIM_CMD_UPDATE && is_honest_word(s, k) && beyond(p, &s->course.items[k], &other))
            assert_no_gain(s, k, &other, swap);
        play_do(p, &s->course.items[k]);
    }
    free(p);
}

static int is_question(const struct sim_command *c, enum question question)
{
    return (c->kind == SIM_CMD_ASK && c->ask.question == (int32_t)question) || (c->kind == SIM_CMD_VERIFY && question == ASK_CONFIRMATION);
}

static void swap_questions(struct story *s, enum question question, struct swap *swap)
{
    struct sim_command nothing = silence();
    for (int32_t k = 0; k < s->course.count; k++)
        if (is_question(&s->course.items[k], question))
            assert_no_gain(s, k, &nothing, swap);
}

/* The same for all three of a kind: the team decides what the customer would have. */
static void swap_choices(struct story *s, struct swap *swap)
{
    for (int32_t k = 0; k < s->course.count; k++) {
        if (s->course.items[k].kind != SIM_CMD_HAND_PRIORITY)
            continue;
        struct sim_command other = sim_command_make(SIM_CMD_DECIDE_OURSELVES);
        other.decide_ourselves.incident = s->course.items[k].hand_priority.incident;
        other.decide_ourselves.option = 0;
        assert_no_gain(s, k, &other, swap);
    }
}

static void swap_service(struct story *s, struct swap *swap)
{
    for (int32_t k = 0; k < s->course.count; k++) {
        if (!is_question(&s->course.items[k], ASK_IMPACT))
            continue;
        struct sim_command other = sim_command_make(SIM_CMD_REFUSE);
        other.refuse.incident = s->course.items[k].ask.incident;
        other.refuse.customer = s->course.items[k].ask.customer;
        assert_no_gain(s, k, &other, swap);
    }
}

enum { CALL, WORD, IMPACT, GO_AHEAD, CONFIRMATION, CHOICE, SERVICE, SWAPS };

static void swap_all(struct story *s, struct swap swaps[SWAPS])
{
    swap_kept_calls(s, &swaps[CALL]);
    swap_honest_words(s, &swaps[WORD]);
    swap_questions(s, ASK_IMPACT, &swaps[IMPACT]);
    swap_questions(s, ASK_GO_AHEAD, &swaps[GO_AHEAD]);
    swap_questions(s, ASK_CONFIRMATION, &swaps[CONFIRMATION]);
    swap_choices(s, &swaps[CHOICE]);
    swap_service(s, &swaps[SERVICE]);
}

static void test_no_wrong_deed_pays(void **state)
{
    (void)state;
    static const enum player_kind kinds[] = {PLAYER_CUSTOMER_FOCUSED, PLAYER_MIXED, PLAYER_GRADED_50};
    struct swap swaps[SWAPS] = {{"a kept call left out", SCORE_FOLLOW, 0, 0, 0}, {"a word ahead of what was known", SCORE_HONEST, 0, 0, 0},
        {"impact not asked", SCORE_INVOLVING, 0, 0, 0}, {"go-ahead not asked", SCORE_INVOLVING, 0, 0, 0},
        {"closed unasked", SCORE_INVOLVING, 0, 0, 0}, {"decided ourselves", SCORE_INVOLVING, 0, 0, 0},
        {"refused", SCORE_INVOLVING, 0, 0, 0}};
    int32_t worse = 0;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (int k = 0; k < KINDS * SEEDS; k++) {
            struct story *s = story_new(w, (uint64_t)(k / KINDS + 1), kinds[k % KINDS]);
            swap_all(s, swaps);
            story_free(s);
        }
        world_close(w);
    }
    for (int k = 0; k < SWAPS; k++) {
        print_message("%-32s tried %4d, costs in %4d, pays in %d\n", swaps[k].name, swaps[k].tried, swaps[k].lower, swaps[k].worse);
        worse += swaps[k].worse;
        assert_true(swaps[k].tried >= 3);
        assert_true(swaps[k].lower > 0);
    }
    assert_int_equal(worse, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_wrong_deed_pays)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
