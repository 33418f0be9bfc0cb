#include "trial/proof.h"

#include "base/memory.h"
#include "base/number.h"

#include <assert.h>
#include <stdlib.h>

const char *proof_claim_word(int32_t claim)
{
#define PROOF_WORD(NAME, word) word,
    static const char *const words[] = {PROOF_CLAIMS(PROOF_WORD)};
#undef PROOF_WORD
    return claim >= 0 && claim < PROOF_CLAIM_COUNT ? words[claim] : "";
}

/* --- parts --- */

static struct proof_part *part(struct proof *p, enum proof_claim claim, const char *id, enum proof_side side,
                               int32_t bound, enum proof_unit unit)
{
    assert(p->count < PROOF_PARTS);
    struct proof_part *new_part = &p->parts[p->count++];
    *new_part = (struct proof_part){.claim = claim,
                                    .id = id,
                                    .side = side,
                                    .bound = bound,
                                    .unit = unit,
                                    .player = NOBODY,
                                    .other = NOBODY,
                                    .strictly = -1,
                                    .run = -1};
    return new_part;
}

static void judge(struct proof_part *p, int32_t figure)
{
    p->tested = 1;
    p->figure = figure;
    p->holds = p->side == PROOF_AT_LEAST  ? figure >= p->bound
               : p->side == PROOF_AT_MOST ? figure <= p->bound
                                          : figure > p->bound;
}

static int both_play(const struct trial *t, int32_t a, int32_t b)
{
    return trial_has(&t->plan, a) && trial_has(&t->plan, b) && t->runs > 0;
}

/* --- wins --- */

static int64_t pair_runs(const struct trial_pair *p)
{
    return p->wins + p->ties + p->losses + p->untold;
}

static int may_tie(int32_t player, int32_t contest)
{
    return player == PLAYER_HERO && contest == CONTEST_HONEST;
}

static int64_t won(const struct trial_pair *p, int32_t player, int32_t contest)
{
    return p->wins + (may_tie(player, contest) ? p->ties : 0);
}

/* Whom the customer-focused player is to win against. */
static int is_rival(int32_t player)
{
    return player == PLAYER_RANDOM || (trial_is_named(player) && player != PLAYER_CUSTOMER_FOCUSED);
}

static int all_play(const struct trial *t, int (*is_meant)(int32_t player))
{
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (is_meant(k) && !both_play(t, PLAYER_CUSTOMER_FOCUSED, k))
            return 0;
    return 1;
}

static void prove_wins(struct proof *p, const struct trial *t, const char *id, enum contest contest)
{
    struct proof_part *out = part(p, PROOF_WINS, id, PROOF_AT_LEAST, PROOF_SHARE, PROOF_PERCENT);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT && all_play(t, is_rival); k++) {
        const struct trial_pair *pair = &t->players[k].against[contest];
        int32_t share = share_of(won(pair, k, (int32_t)contest), pair_runs(pair));
        if (!is_rival(k) || (out->tested && share >= out->figure))
            continue;
        judge(out, share);
        out->player = k;
        out->within = share_interval(won(pair, k, (int32_t)contest), pair_runs(pair));
        out->strictly = share_of(pair->wins, pair_runs(pair));
        out->untold = pair->untold;
        out->run = pair->worst_run;
    }
}

static void prove_all_wins(struct proof *p, const struct trial *t)
{
    prove_wins(p, t, "wins.involving", CONTEST_INVOLVING);
    prove_wins(p, t, "wins.honest", CONTEST_HONEST);
    prove_wins(p, t, "wins.follow-through", CONTEST_FOLLOW);
    prove_wins(p, t, "wins.trust-and-satisfaction", CONTEST_PERCEIVED);
    prove_wins(p, t, "wins.verdict", CONTEST_VERDICT);
}

/* --- vices --- */

/* The named player with the lowest mean, these two left aside; NOBODY. */
static int32_t next_lowest(const struct trial *t, int32_t a, int32_t b, enum trial_measure measure)
{
    int32_t least = NOBODY;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (k != a && k != b && trial_is_named(k) && trial_has(&t->plan, k) &&
            (least == NOBODY || trial_mean_of(t, k, measure) < trial_mean_of(t, least, measure)))
            least = k;
    return least;
}

static int was_told(const struct trial *t, int32_t player, enum trial_measure measure)
{
    return t->players[player].measures[measure].count > 0;
}

struct vice {
    const char *lowest, *gap;
    int32_t first, second;
    enum trial_measure measure;
    enum trial_held held;
};

/* The better of the two is the one that must be low enough. */
static void prove_vice(struct proof *p, const struct trial *t, const struct vice *v)
{
    struct proof_part *lowest = part(p, PROOF_VICES, v->lowest, PROOF_MORE_THAN, 0, PROOF_POINTS);
    struct proof_part *gap = part(p, PROOF_VICES, v->gap, PROOF_AT_LEAST, PROOF_GAP, PROOF_POINTS);
    if (!all_play(t, trial_is_named) || !was_told(t, v->first, v->measure) || !was_told(t, v->second, v->measure))
        return;
    int32_t higher =
        trial_mean_of(t, v->first, v->measure) >= trial_mean_of(t, v->second, v->measure) ? v->first : v->second;
    int32_t next = next_lowest(t, v->first, v->second, v->measure), mean = trial_mean_of(t, higher, v->measure);
    judge(lowest, trial_mean_of(t, next, v->measure) - mean);
    lowest->player = higher;
    lowest->other = next;
    lowest->strictly = share_of(t->held[v->held], t->runs);
    judge(gap, trial_mean_of(t, PLAYER_CUSTOMER_FOCUSED, v->measure) - mean);
    gap->player = higher;
    gap->other = PLAYER_CUSTOMER_FOCUSED;
}

static void prove_vices(struct proof *p, const struct trial *t)
{
    static const struct vice vices[] = {
        {"vice.pleaser-lowest", "vice.pleaser-gap", PLAYER_PLEASER, PLAYER_PLEASER, TRIAL_HONEST, HELD_PLEASER_LOWEST},
        {"vice.forgetter-lowest", "vice.forgetter-gap", PLAYER_FORGETTER, PLAYER_FORGETTER, TRIAL_FOLLOW,
         HELD_FORGETTER_LOWEST},
        {"vice.bottom-two", "vice.bottom-two-gap", PLAYER_TECHNICIAN, PLAYER_GATEKEEPER, TRIAL_INVOLVING,
         HELD_BOTTOM_TWO},
    };
    for (size_t k = 0; k < sizeof vices / sizeof vices[0]; k++)
        prove_vice(p, t, &vices[k]);
}

/* --- graded --- */

static void prove_graded(struct proof *p, const struct trial *t, const char *id, enum trial_measure measure)
{
    struct proof_part *out = part(p, PROOF_GRADED, id, PROOF_MORE_THAN, 0, PROOF_POINTS);
    for (int32_t k = PLAYER_GRADED_25; k < PLAYER_GRADED_90; k++) {
        int both = both_play(t, k, k + 1) && was_told(t, k, measure) && was_told(t, k + 1, measure);
        int32_t rise = trial_mean_of(t, k + 1, measure) - trial_mean_of(t, k, measure);
        if (!both) {
            out->tested = 0;
            return;
        }
        if (out->tested && rise >= out->figure)
            continue;
        judge(out, rise);
        out->player = k + 1;
        out->other = k;
    }
}

/* --- watermelon, pleaser, learner --- */

static void prove_watermelon(struct proof *p, const struct trial *t)
{
    struct proof_part *delivered =
        part(p, PROOF_WATERMELON, "watermelon.targets-met", PROOF_AT_MOST, PROOF_DELIVERED, PROOF_POINTS);
    struct proof_part *perceived =
        part(p, PROOF_WATERMELON, "watermelon.trust-and-satisfaction", PROOF_AT_LEAST, PROOF_GAP, PROOF_POINTS);
    delivered->player = perceived->player = PLAYER_TECHNICIAN;
    delivered->other = perceived->other = PLAYER_CUSTOMER_FOCUSED;
    if (!both_play(t, PLAYER_CUSTOMER_FOCUSED, PLAYER_TECHNICIAN) || !was_told(t, PLAYER_TECHNICIAN, TRIAL_DELIVERED) ||
        !was_told(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_DELIVERED))
        return;
    judge(delivered, abs(trial_mean_of(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_DELIVERED) -
                         trial_mean_of(t, PLAYER_TECHNICIAN, TRIAL_DELIVERED)));
    judge(perceived, trial_mean_of(t, PLAYER_CUSTOMER_FOCUSED, TRIAL_PERCEIVED) -
                         trial_mean_of(t, PLAYER_TECHNICIAN, TRIAL_PERCEIVED));
}

static void prove_share(struct proof_part *out, int64_t hits, int64_t runs)
{
    judge(out, share_of(hits, runs));
    out->within = share_interval(hits, runs);
}

static void prove_pleaser(struct proof *p, const struct trial *t)
{
    struct proof_part *out = part(p, PROOF_PLEASER, "pleaser.curve", PROOF_AT_LEAST, PROOF_SHARE, PROOF_PERCENT);
    out->player = PLAYER_PLEASER;
    if (both_play(t, PLAYER_CUSTOMER_FOCUSED, PLAYER_PLEASER))
        prove_share(out, t->held[HELD_PLEASER_BOTH], t->runs);
}

static void prove_learner(struct proof *p, const struct trial *t)
{
    struct proof_part *out = part(p, PROOF_LEARNER, "learner.verdict", PROOF_AT_LEAST, PROOF_SHARE, PROOF_PERCENT);
    int64_t above = 0;
    out->player = PLAYER_LEARNER;
    for (int32_t k = 0; k < BUSINESS_NOTICE; k++)
        above += t->players[PLAYER_LEARNER].verdicts[k];
    if (both_play(t, PLAYER_LEARNER, PLAYER_LEARNER))
        prove_share(out, above, t->runs);
}

/* --- cheats --- */

static void prove_cheats(struct proof *p, const struct trial *t, const char *id, enum contest contest)
{
    struct proof_part *out = part(p, PROOF_CHEATS, id, PROOF_AT_MOST, PROOF_CHEAT, PROOF_PERCENT);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT && all_play(t, player_is_cheat); k++) {
        const struct trial_pair *pair = &t->players[k].against[contest];
        int32_t share = share_of(pair->losses + pair->untold, pair_runs(pair));
        if (!player_is_cheat(k) || (out->tested && share <= out->figure))
            continue;
        judge(out, share);
        out->player = k;
        out->within = share_interval(pair->losses + pair->untold, pair_runs(pair));
        out->strictly = share_of(pair->wins, pair_runs(pair));
        out->untold = pair->untold;
        out->run = pair->worst_run;
    }
}

/* --- reached --- */

static void prove_reached(struct proof *p, const struct trial *t, const char *id, enum reach_of what)
{
    struct proof_part *out = part(p, PROOF_REACHED, id, PROOF_AT_MOST, 0, PROOF_THINGS);
    int32_t missing = 0;
    for (int32_t k = 0; k < COVER_COUNT; k++)
        if (cover_reach(k) == what)
            missing += coverage_missing(t->coverage, k);
    if (t->runs > 0)
        judge(out, 1000 * missing);
    out->tested = out->tested && (t->plan.players & trial_everybody()) == trial_everybody();
}

/* --- all of it --- */

int proof_claim_holds(const struct proof *p, enum proof_claim claim, int *tested)
{
    int holds = 0, failed = 0;
    *tested = 1;
    for (int32_t k = 0; k < p->count; k++) {
        if (p->parts[k].claim != claim)
            continue;
        *tested = *tested && p->parts[k].tested;
        holds += p->parts[k].tested && p->parts[k].holds;
        failed += p->parts[k].tested && !p->parts[k].holds;
    }
    return holds > 0 && failed == 0;
}

/* How far on the right side, in parts of what would be much: negative on the wrong one. */
static int64_t margin(const struct proof_part *p)
{
    static const int32_t much[] = {
        [PROOF_PERCENT] = 5000, [PROOF_POINTS] = 25000, [PROOF_THINGS] = 1000};
    int64_t over = p->side == PROOF_AT_MOST ? (int64_t)p->bound - p->figure : (int64_t)p->figure - p->bound;
    return 1000 * over / much[p->unit] - (p->holds ? 0 : 1);
}

const struct proof_part *proof_deciding(const struct proof *p, enum proof_claim claim)
{
    const struct proof_part *least = NULL;
    for (int32_t k = 0; k < p->count; k++) {
        const struct proof_part *next = &p->parts[k];
        if (next->claim == claim && next->tested && (least == NULL || margin(next) < margin(least)))
            least = next;
    }
    return least;
}

/* Few runs: what is rare may only not have come up yet, and a share may lie on either side of its bound. */
static void leave_open(struct proof *p, int32_t runs)
{
    for (int32_t k = 0; k < p->count && runs < PROOF_RUNS_ENOUGH; k++) {
        struct proof_part *part = &p->parts[k];
        int either = part->within.high > 0 && part->within.low <= part->bound && part->bound <= part->within.high;
        part->few = part->tested && !part->holds && (part->claim == PROOF_REACHED || either);
        part->tested = part->tested && !part->few;
    }
}

static void conclude(struct proof *p)
{
    p->holds = p->tested = 1;
    for (int32_t k = 0; k < p->count; k++) {
        p->tested = p->tested && p->parts[k].tested;
        p->holds = p->holds && (p->parts[k].holds || !p->parts[k].tested);
    }
}

struct proof *proof_of(const struct trial *t)
{
    struct proof *p = memory_want(sizeof *p);
    prove_all_wins(p, t);
    prove_vices(p, t);
    prove_graded(p, t, "graded.involving", TRIAL_INVOLVING);
    prove_graded(p, t, "graded.honest", TRIAL_HONEST);
    prove_graded(p, t, "graded.follow-through", TRIAL_FOLLOW);
    prove_graded(p, t, "graded.trust-and-satisfaction", TRIAL_PERCEIVED);
    prove_watermelon(p, t);
    prove_pleaser(p, t);
    prove_learner(p, t);
    prove_cheats(p, t, "cheats.involving", CONTEST_INVOLVING);
    prove_cheats(p, t, "cheats.honest", CONTEST_HONEST);
    prove_cheats(p, t, "cheats.follow-through", CONTEST_FOLLOW);
    prove_cheats(p, t, "cheats.trust-and-satisfaction", CONTEST_PERCEIVED);
    prove_reached(p, t, "reached.moments", REACH_MOMENTS);
    prove_reached(p, t, "reached.lines", REACH_LINES);
    prove_reached(p, t, "reached.facts", REACH_FACTS);
    prove_reached(p, t, "reached.endings", REACH_ENDINGS);
    leave_open(p, t->runs);
    conclude(p);
    return p;
}
