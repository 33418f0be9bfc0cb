/*
 * Doing right is never worse than doing wrong, one thing at a time: a whole
 * session is played again with one act replaced, all others at the seconds
 * they were at.
 *
 * A team that cares: the raw score in which the deed lies, all three together
 * and the trust of every customer may fall by it and never rise. One of the
 * other two scores may, by less than what is lost: who leaves a call open and
 * makes it late has at least not called for nothing. Left aside is what a
 * customer then asks and is answered.
 *
 * A careless team: the same for what the deed is about, the moments by rule of
 * its incident that count both ways; all three together may rise only where
 * trust falls. Beyond it everything may come otherwise: a customer who has lost
 * trust brings nothing more that could go wrong, and one who was left in
 * silence asks a question that may be answered.
 */
#include "any_play.h"
#include "teams.h"

#include "sim/claim.h"
#include "sim/figures.h"
#include "sim/promise.h"

enum { SEEDS = 2, KINDS = 3 };   /* MOMENT_SEEDS: more of them, by hand */

struct ends { int32_t points[SCORE_COUNT], trust[LIMIT_CUSTOMERS]; };

static void note_ends(const struct sim_state *s, const struct scenario *sc, struct ends *e)
{
    for (int which = 0; which < SCORE_COUNT; which++)
        e->points[which] = score_of_state(s, -1, (enum score)which).points;
    for (customer_id c = 0; c < sc->customer_count; c++)
        e->trust[c] = s->customers[c].trust;
}

/* A session that was played, and where its commands led. */
struct retold {
    const struct world *w;
    uint64_t seed;
    struct course course;
    int32_t *acts, *at;             /* number of the act each command was, 0 none; its second */
    enum player_kind kind;
    int32_t stride, turn;           /* only one in so many acts is tried */
    struct sim_state *end;
    struct ends ends;
};

/* Takes the course over. */
static struct retold *retold_of(const struct world *w, uint64_t seed, const struct course *course)
{
    struct retold *s = calloc(1, sizeof *s);
    struct play *p = world_play(w, seed);
    assert_non_null(s);
    *s = (struct retold){.w = w, .seed = seed, .course = *course, .stride = 1};
    s->acts = calloc((size_t)course->count, sizeof *s->acts);
    s->at = calloc((size_t)course->count, sizeof *s->at);
    s->end = calloc(1, sizeof *s->end);
    for (int32_t k = 0; k < course->count; k++) {
        int32_t before = p->state.acts;
        s->at[k] = p->state.now;
        play_try(p, &course->items[k]);
        s->acts[k] = p->state.acts > before ? p->state.acts : 0;
    }
    sim_copy(s->end, &p->state, w->sc);
    note_ends(&p->state, w->sc, &s->ends);
    free(p);
    return s;
}

static struct retold *retold_new(const struct world *w, uint64_t seed, enum player_kind kind, int32_t stride)
{
    struct course course = {.count = 0};
    struct match *m = team_play(w, seed, kind, &course);
    struct retold *s = retold_of(w, seed, &course);
    s->kind = kind, s->stride = stride;
    assert_true(sim_digest(s->end, w->sc) == sim_digest(&m->state, w->sc));
    free(m);
    return s;
}

static void retold_free(struct retold *s)
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

struct swap { const char *name; enum score score; int32_t tried, compared, lower, worse; };

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

static void print_gain(const struct retold *s, int32_t k, const struct sim_command *other, const struct ends *e, const struct swap *swap)
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

static int32_t worth(int32_t outcome)
{
    return outcome == OUTCOME_MET ? 2 : outcome == OUTCOME_PARTLY ? 1 : outcome == OUTCOME_BROKEN ? -1 : 0;
}

static int counts(int32_t outcome)
{
    return outcome != OUTCOME_OPEN && outcome != OUTCOME_NONE;
}

/* Moments by rule of the incident that count here and there: what they are worth there less what they are worth here. */
static int32_t gain_of(const struct sim_state *here, const struct sim_state *there, incident_id i, int score)
{
    int32_t gain = 0;
    for (int32_t k = 0; k < here->moment_count; k++) {
        const struct sim_moment *m = &here->moments[k];
        int32_t before = (int32_t)score_outcome(m), after = outcome_in(there, m);
        if (m->incident == i && m->source != MOMENT_SCRIPTED && (score < 0 || m->score == score) && counts(before) && counts(after))
            gain += worth(after) - worth(before);
    }
    return gain;
}

static const struct sim_moment *moment_like(const struct sim_state *s, const struct sim_moment *like)
{
    for (int32_t k = 0; k < s->moment_count; k++)
        if (memcmp(&s->moments[k], like, 4 * sizeof(int32_t)) == 0)
            return &s->moments[k];
    return NULL;
}

/* What a customer asks only because nobody spoke: an answer to it is worth something, but it makes up for what was lost
 * only in the eyes of who counts points. */
static int32_t asked_for(const struct sim_state *here, const struct sim_state *there, int score)
{
    int32_t sum = 0;
    for (int32_t k = 0; k < there->moment_count; k++) {
        const struct sim_moment *m = &there->moments[k];
        if (m->source == MOMENT_SCRIPTED && (score < 0 || m->score == score) && moment_like(here, m) == NULL)
            sum += worth((int32_t)score_outcome(m));
    }
    return sum;
}

/* What a customer has lost trust for is brought elsewhere; and who asks sooner or later than before asks at a time when
 * somebody happens to call, or not: such sessions cannot be compared. */
static int is_comparable(const struct sim_state *a, const struct sim_state *b)
{
    for (incident_id i = 0; i < a->incident_count; i++)
        if ((a->incidents[i].open == 0) != (b->incidents[i].open == 0))
            return 0;
    for (int32_t k = 0; k < a->moment_count; k++) {
        const struct sim_moment *there = a->moments[k].source == MOMENT_SCRIPTED ? moment_like(b, &a->moments[k]) : NULL;
        if (there != NULL && there->opened != a->moments[k].opened)
            return 0;
    }
    return 1;
}

/* The last points are the dearest, and a rise counts once in its pause: which of two counted makes a little difference. */
enum { TRUST_SLACK = FIGURE_POINT / 4 };

static int trust_rises(const struct retold *s, const struct ends *e)
{
    int rises = 0;
    for (customer_id c = 0; c < s->w->sc->customer_count; c++)
        rises |= e->trust[c] > s->ends.trust[c] + TRUST_SLACK;
    return rises;
}

/* The act kept a promise made before, and the moment in which it counts was met: the first such, NULL. */
static const struct sim_promise *kept_by(const struct sim_state *s, int32_t act)
{
    for (int32_t k = 0; act > 0 && k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        int met = p->moment >= 0 && score_outcome(&s->moments[p->moment]) == OUTCOME_MET;
        if (p->settled_by == act && p->state == PROMISE_KEPT && met)
            return p;
    }
    return NULL;
}

static int trust_falls(const struct retold *s, const struct ends *e)
{
    int falls = 0;
    for (customer_id c = 0; c < s->w->sc->customer_count; c++)
        falls |= e->trust[c] < s->ends.trust[c];
    return falls;
}

/* Something else kept the promise that the act had kept: then one of the two was for nothing, and this one may go. */
static int was_needless(const struct retold *s, int32_t act, const struct sim_state *there)
{
    const struct sim_promise *kept = kept_by(s->end, act);
    int32_t index = kept != NULL ? promise_find(there, kept->act, kept->part) : NOBODY;
    return index >= 0 && there->promises[index].state == PROMISE_KEPT;
}

static int gains(const struct retold *s, incident_id i, const struct play *p, const struct ends *e, struct swap *swap)
{
    const struct sim_state *before = s->end;
    if (!is_comparable(before, &p->state))
        return 0;
    swap->compared++;
    if (s->kind != PLAYER_CUSTOMER_FOCUSED)
        return gain_of(before, &p->state, i, (int)swap->score) > 0 || (gain_of(before, &p->state, i, -1) > 0 && !trust_falls(s, e));
    int32_t all = all_points(e) - asked_for(before, &p->state, -1);
    int32_t own = e->points[swap->score] - asked_for(before, &p->state, (int)swap->score);
    return all > all_points(&s->ends) || own > s->ends.points[swap->score] || trust_rises(s, e);
}

/* The session with command k, which is about this incident, replaced: nothing rises. */
static void assert_no_gain(struct retold *s, int32_t k, incident_id i, const struct sim_command *other, struct swap *swap)
{
    struct sim_command kept = s->course.items[k];
    if (s->turn++ % s->stride != 0)
        return;
    s->course.items[k] = *other;
    struct ends e = {{0}, {0}};
    struct play *p = world_play(s->w, s->seed);
    for (int32_t step = 0; step < s->course.count; step++)
        play_try(p, &s->course.items[step]);   /* what has become impossible is left out */
    s->course.items[k] = kept;
    note_ends(&p->state, s->w->sc, &e);
    int higher = !was_needless(s, s->acts[k], &p->state) && gains(s, i, p, &e, swap);
    swap->tried++;
    swap->lower += all_points(&e) < all_points(&s->ends);
    swap->worse += higher;
    if (higher) {
        print_gain(s, k, other, &e, swap);
        print_moments(s->end, &p->state, 0);
        print_moments(&p->state, s->end, 1);
    }
    free(p);
}

/* --- which acts, and what instead --- */

static const struct sim_claim *claim_of(const struct retold *s, int32_t k)
{
    int32_t index = s->acts[k] > 0 ? claim_by_act(s->end, s->acts[k]) : NOBODY;
    return index < 0 ? NULL : &s->end->claims[index];
}

/* Every promise that the act made came to be kept. */
static int promises_held(const struct retold *s, int32_t act)
{
    for (int32_t part = 0; part <= 1; part++) {
        int32_t index = promise_find(s->end, act, part);
        if (index >= 0 && (s->end->promises[index].state != PROMISE_KEPT || s->end->promises[index].counts != OUTCOME_MET))
            return 0;
    }
    return 1;
}

static int is_honest_word(const struct retold *s, int32_t k)
{
    const struct sim_claim *claim = claim_of(s, k);
    return claim != NULL && claim->verdict == VERDICT_HONEST && claim_outcome(claim) == OUTCOME_MET && promises_held(s, s->acts[k]);
}

static void swap_kept_calls(struct retold *s, struct swap *swap)
{
    struct sim_command nothing = silence();
    for (int32_t k = 0; k < s->course.count; k++)
        if (s->course.items[k].kind == SIM_CMD_UPDATE && is_honest_word(s, k) && kept_by(s->end, s->acts[k]) != NULL)
            assert_no_gain(s, k, s->course.items[k].v[0], &nothing, swap);
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

static void swap_honest_words(struct retold *s, struct swap *swap)
{
    struct play *p = world_play(s->w, s->seed);
    for (int32_t k = 0; k < s->course.count; k++) {
        struct sim_command other;
        if (s->course.items[k].kind == SIM_CMD_UPDATE && is_honest_word(s, k) && beyond(p, &s->course.items[k], &other))
            assert_no_gain(s, k, s->course.items[k].v[0], &other, swap);
        play_do(p, &s->course.items[k]);
    }
    free(p);
}

static int is_question(const struct sim_command *c, enum question question)
{
    return (c->kind == SIM_CMD_ASK && c->ask.question == (int32_t)question) || (c->kind == SIM_CMD_VERIFY && question == ASK_CONFIRMATION);
}

static void swap_questions(struct retold *s, enum question question, struct swap *swap)
{
    struct sim_command nothing = silence();
    for (int32_t k = 0; k < s->course.count; k++)
        if (is_question(&s->course.items[k], question))
            assert_no_gain(s, k, s->course.items[k].v[0], &nothing, swap);
}

/* The same for all three of a kind: the team decides what the customer would have. */
static void swap_choices(struct retold *s, struct swap *swap)
{
    for (int32_t k = 0; k < s->course.count; k++) {
        if (s->course.items[k].kind != SIM_CMD_HAND_PRIORITY)
            continue;
        struct sim_command other = sim_command_make(SIM_CMD_DECIDE_OURSELVES);
        other.decide_ourselves.incident = s->course.items[k].hand_priority.incident;
        other.decide_ourselves.option = 0;
        assert_no_gain(s, k, s->course.items[k].v[0], &other, swap);
    }
}

static void swap_service(struct retold *s, struct swap *swap)
{
    for (int32_t k = 0; k < s->course.count; k++) {
        if (!is_question(&s->course.items[k], ASK_IMPACT))
            continue;
        struct sim_command other = sim_command_make(SIM_CMD_REFUSE);
        other.refuse.incident = s->course.items[k].ask.incident;
        other.refuse.customer = s->course.items[k].ask.customer;
        assert_no_gain(s, k, s->course.items[k].v[0], &other, swap);
    }
}

enum { CALL, WORD, IMPACT, GO_AHEAD, CONFIRMATION, CHOICE, SERVICE, SWAPS };

static void swap_all(struct retold *s, struct swap swaps[SWAPS])
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
    struct swap swaps[SWAPS] = {{"a kept call left out", SCORE_FOLLOW, 0, 0, 0, 0}, {"a word ahead of what was known", SCORE_HONEST, 0, 0, 0, 0},
        {"impact not asked", SCORE_INVOLVING, 0, 0, 0, 0}, {"go-ahead not asked", SCORE_INVOLVING, 0, 0, 0, 0},
        {"closed unasked", SCORE_INVOLVING, 0, 0, 0, 0}, {"decided ourselves", SCORE_INVOLVING, 0, 0, 0, 0},
        {"refused", SCORE_INVOLVING, 0, 0, 0, 0}};
    const char *more = getenv("MOMENT_SEEDS");
    int32_t worse = 0, seeds = more != NULL ? (int32_t)strtol(more, NULL, 10) : SEEDS;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        for (int k = 0; k < KINDS * seeds; k++) {
            struct retold *s = retold_new(w, (uint64_t)(k / KINDS + 1), kinds[k % KINDS], n == WORLD_PLAYED && more == NULL ? 5 : 1);
            swap_all(s, swaps);
            retold_free(s);
        }
        world_close(w);
    }
    for (int k = 0; k < SWAPS; k++) {
        print_message("%-32s tried %4d, compared %4d, costs in %4d, pays in %d\n", swaps[k].name, swaps[k].tried, swaps[k].compared, swaps[k].lower, swaps[k].worse);
        worse += swaps[k].worse;
        assert_true(swaps[k].tried >= 3);
        assert_true(swaps[k].compared * 2 > swaps[k].tried);
        assert_true(swaps[k].lower > 0);
    }
    assert_int_equal(worse, 0);
}

/* --- one word more, to anybody --- */

static struct course course_with(const struct course *from, int32_t at, const struct sim_command *more)
{
    struct course c = {.count = 0};
    for (int32_t k = 0; k < from->count; k++) {
        if (k == at)
            course_add(&c, more);
        course_add(&c, &from->items[k]);
    }
    return c;
}

/* The session stands before this command. */
static struct play *play_up_to(const struct world *w, uint64_t seed, const struct course *course, int32_t at)
{
    struct play *p = world_play(w, seed);
    for (int32_t k = 0; k < at; k++)
        play_do(p, &course->items[k]);
    return p;
}

/* A word that holds, to whomever it may concern or not, and one in its place that goes too far. */
static int word_more(const struct play *p, struct luck *l, struct sim_command *word, struct sim_command *other)
{
    incident_id i = luck_open_incident(l, &p->state);
    if (p->state.phase != PHASE_ROUND || p->state.incidents[i].open != 1)
        return 0;
    *word = cmd_update(i, luck_in(l, 0, p->sc->customer_count - 1), CLAIM_DO_NOT_KNOW);
    struct sim_preview seen = sim_preview_update(&p->state, p->sc, word);
    return seen.refusal == REFUSAL_NONE && seen.verdict == VERDICT_HONEST && beyond(p, word, other);
}

static void try_word(const struct retold *base, struct luck *l, struct swap *swap)
{
    struct sim_command word, other;
    int32_t at = luck_in(l, 0, base->course.count - 1);
    struct play *p = play_up_to(base->w, base->seed, &base->course, at);
    if (word_more(p, l, &word, &other)) {
        struct course course = course_with(&base->course, at, &word);
        struct retold *s = retold_of(base->w, base->seed, &course);
        s->kind = base->kind;
        assert_no_gain(s, at, word.update.incident, &other, swap);
        retold_free(s);
    }
    free(p);
}

static void test_no_lie_to_anybody_pays(void **state)
{
    (void)state;
    struct swap swap = {"one word more, and that too far", SCORE_HONEST, 0, 0, 0, 0};
    const char *more = getenv("MOMENT_SEEDS");
    int32_t words = more != NULL ? 60 * (int32_t)strtol(more, NULL, 10) : 60;
    for (int n = 0; n < WORLDS; n++) {
        struct world *w = world_open(n);
        struct retold *s = retold_new(w, 7, PLAYER_CUSTOMER_FOCUSED, 1);
        struct luck l = {(uint64_t)n + 31};
        for (int k = 0; k < words; k++)
            try_word(s, &l, &swap);
        retold_free(s);
        world_close(w);
    }
    print_message("%-32s tried %4d, compared %4d, costs in %4d, pays in %d\n", swap.name, swap.tried, swap.compared, swap.lower, swap.worse);
    assert_true(swap.compared > 20);
    assert_int_equal(swap.worse, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_wrong_deed_pays), cmocka_unit_test(test_no_lie_to_anybody_pays)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
