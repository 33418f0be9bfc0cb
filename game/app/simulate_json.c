#include "base/json_write.h"
#include "app/simulate.h"

static void open_list(struct str *out, const char *name)
{
    json_key(out, name);
    str_append(out, "[");
}

static void open_object(struct str *out, const char *name)
{
    json_key(out, name);
    str_append(out, "{");
}

static void next_object(struct str *out)
{
    json_item(out);
    str_append(out, "{");
}

/* --- players --- */

static void measure(struct str *out, const struct tally *t)
{
    struct interval mean = tally_mean_interval(t);
    json_number(out, "sessions", t->count);
    if (t->count == 0)
        return;
    json_thousandths(out, "mean", tally_mean(t));
    json_thousandths(out, "mean_low", mean.low);
    json_thousandths(out, "mean_high", mean.high);
    json_thousandths(out, "deviation", tally_deviation(t));
    json_thousandths(out, "least", t->low);
    json_thousandths(out, "p5", tally_percentile(t, 5));
    json_thousandths(out, "p50", tally_percentile(t, 50));
    json_thousandths(out, "p95", tally_percentile(t, 95));
    json_thousandths(out, "most", t->high);
}

static void measures(struct str *out, const struct trial_player *p)
{
    open_object(out, "measures");
    for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++) {
        open_object(out, trial_measure_word(k));
        measure(out, &p->measures[k]);
        str_append(out, "}");
    }
    str_append(out, "}");
}

static void rounds(struct str *out, const struct trial_player *p, const struct scenario *sc)
{
    open_list(out, "rounds");
    for (round_id r = 0; r < sc->round_count; r++) {
        if (sc->rounds[r].warm_up)
            continue;
        next_object(out);
        json_text(out, "id", sc->rounds[r].id);
        for (int32_t k = 0; k < TRIAL_MEASURE_COUNT; k++)
            if (p->rounds[r][k].count > 0)
                json_thousandths(out, trial_measure_word(k), p->rounds[r][k].sum / p->rounds[r][k].count);
        str_append(out, "}");
    }
    str_append(out, "]");
}

static const char *verdict_word(int32_t verdict)
{
    return verdict == BUSINESS_COUNT ? "none" : business_verdict_word((enum business_verdict)verdict);
}

static void verdicts(struct str *out, const struct trial_player *p)
{
    open_object(out, "verdicts");
    for (int32_t k = 0; k <= BUSINESS_COUNT; k++)
        json_number(out, verdict_word(k), p->verdicts[k]);
    str_append(out, "}");
}

static const char *contest_word(int32_t contest)
{
    return contest == CONTEST_VERDICT ? "verdict" : trial_measure_word(contest);
}

/* The customer-focused player against this one, over the paired runs. */
static void against(struct str *out, const struct trial_player *p)
{
    open_object(out, "against");
    for (int32_t k = 0; k < CONTEST_COUNT; k++) {
        const struct trial_pair *pair = &p->against[k];
        int64_t runs = pair->wins + pair->ties + pair->losses + pair->untold;
        struct interval within = share_interval(pair->wins, runs);
        open_object(out, contest_word(k));
        json_number(out, "wins", pair->wins);
        json_number(out, "ties", pair->ties);
        json_number(out, "losses", pair->losses);
        json_number(out, "too_few", pair->untold);
        json_thousandths(out, "share", share_of(pair->wins, runs));
        json_thousandths(out, "share_low", within.low);
        json_thousandths(out, "share_high", within.high);
        if (runs > pair->untold) {
            json_thousandths(out, "mean_difference", pair->difference / (runs - pair->untold));
            json_thousandths(out, "worst_difference", pair->worst);
            json_number(out, "worst_run", pair->worst_run);
        }
        str_append(out, "}");
    }
    str_append(out, "}");
}

/* How the counted moments of each source came out, over all sessions. */
static void sources(struct str *out, const struct trial_player *p)
{
    open_object(out, "moments");
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++) {
        open_object(out, moment_source_word(k));
        for (int32_t n = OUTCOME_MET; n <= OUTCOME_NONE; n++)
            json_number(out, outcome_word(n), p->sources[k][n]);
        str_append(out, "}");
    }
    str_append(out, "}");
}

static void player(struct str *out, const struct simulate *s, int32_t kind)
{
    const struct trial_player *p = &s->trial->players[kind];
    next_object(out);
    json_text(out, "player", player_word(kind));
    json_text(out, "kind", player_is_cheat(kind) ? "cheat" : player_is_graded(kind) ? "graded" : "named");
    json_number(out, "sessions", p->sessions);
    json_thousandths(out, "microseconds_a_session", p->sessions == 0 ? 0 : p->nanoseconds / p->sessions);
    json_thousandths(out, "commands_a_session", p->sessions == 0 ? 0 : 1000 * p->commands / p->sessions);
    json_thousandths(out, "refused_a_session", p->sessions == 0 ? 0 : 1000 * p->refused / p->sessions);
    json_thousandths(out, "events_a_session", p->sessions == 0 ? 0 : 1000 * p->events / p->sessions);
    measures(out, p);
    rounds(out, p, s->trial->plan.scenario);
    verdicts(out, p);
    if (trial_has(&s->trial->plan, PLAYER_CUSTOMER_FOCUSED) && kind != PLAYER_CUSTOMER_FOCUSED)
        against(out, p);
    sources(out, p);
    str_append(out, "}");
}

static void players(struct str *out, const struct simulate *s)
{
    open_list(out, "players");
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_has(&s->trial->plan, k)) {
            player(out, s, k);
            str_append(out, "\n");
        }
    str_append(out, "]");
}

/* --- the proof --- */

static void judged(struct str *out, const struct proof_part *p)
{
    static const char *const sides[] = {"at least", "at most", "more than"};
    static const char *const units[] = {"percent", "points", "things"};
    json_thousandths(out, "figure", p->figure);
    json_thousandths(out, "bound", p->bound);
    json_text(out, "side", sides[p->side]);
    json_text(out, "unit", units[p->unit]);
}

static void shared(struct str *out, const struct proof_part *p)
{
    if (p->player >= 0)
        json_text(out, "player", player_word(p->player));
    if (p->other >= 0)
        json_text(out, "other", player_word(p->other));
    if (p->within.high > 0) {
        json_thousandths(out, "low", p->within.low);
        json_thousandths(out, "high", p->within.high);
    }
    if (p->strictly >= 0)
        json_thousandths(out, "strictly", p->strictly);
    if (p->untold > 0)
        json_number(out, "too_few", p->untold);
    if (p->run >= 0)
        json_number(out, "worst_run", p->run);
}

static void part(struct str *out, const struct proof_part *p)
{
    struct arena a = {0};
    next_object(out);
    json_text(out, "part", p->id);
    json_flag(out, "tested", p->tested);
    if (p->tested) {
        json_flag(out, "holds", p->holds);
        judged(out, p);
        json_text(out, "detail", simulate_part_words(&a, p));
        shared(out, p);
    }
    str_append(out, "}");
    arena_release(&a);
}

/* A claim stands with the figure and the bound of the part that decides it. */
static void claim(struct str *out, const struct simulate *s, enum proof_claim which)
{
    struct arena a = {0};
    int tested, holds = proof_claim_holds(s->proof, which, &tested);
    const struct proof_part *deciding = proof_deciding(s->proof, which);
    next_object(out);
    json_text(out, "id", proof_claim_word((int32_t)which));
    json_text(out, "claim", simulate_claim_words(&a, which));
    json_flag(out, "tested", tested);
    json_flag(out, "holds", holds && tested);
    if (deciding != NULL) {
        judged(out, deciding);
        json_text(out, "detail", simulate_part_words(&a, deciding));
    }
    open_list(out, "parts");
    for (int32_t k = 0; k < s->proof->count; k++)
        if (s->proof->parts[k].claim == which)
            part(out, &s->proof->parts[k]);
    str_append(out, "]}\n");
    arena_release(&a);
}

static void proof(struct str *out, const struct simulate *s)
{
    json_flag(out, "holds", s->proof->holds && s->proof->tested);
    open_list(out, "proof");
    for (int32_t k = 0; k < PROOF_CLAIM_COUNT; k++)
        claim(out, s, (enum proof_claim)k);
    str_append(out, "]");
}

/* --- coverage --- */

static void item(struct str *out, const struct simulate *s, int32_t cover, int32_t which)
{
    struct str name = {0};
    coverage_name(&name, s->trial->coverage, cover, which);
    next_object(out);
    json_text(out, "id", str_text(&name));
    json_number(out, "sessions", coverage_hits(s->trial->coverage, cover, which));
    str_append(out, "}");
    str_release(&name);
}

static void coverage(struct str *out, const struct simulate *s)
{
    const struct coverage *c = s->trial->coverage;
    open_object(out, "coverage");
    for (int32_t k = 0; k < COVER_COUNT; k++) {
        open_object(out, cover_word(k));
        json_number(out, "count", coverage_count(c, k));
        json_number(out, "never", coverage_missing(c, k));
        open_list(out, "items");
        for (int32_t n = 0; n < coverage_items(c, k); n++)
            if (coverage_has(c, k, n))
                item(out, s, k, n);
        str_append(out, "]}\n");
    }
    str_append(out, "}");
}

static void held(struct str *out, const struct simulate *s)
{
    static const char *const words[HELD_COUNT] = {"pleaser_above_in_first_round",
                                                  "pleaser_below_at_end",
                                                  "pleaser_both",
                                                  "pleaser_lowest_in_honest",
                                                  "forgetter_lowest_in_follow_through",
                                                  "technician_and_gatekeeper_lowest_in_involving"};
    open_object(out, "runs_in_which");
    for (int32_t k = 0; k < HELD_COUNT; k++)
        json_number(out, words[k], s->trial->held[k]);
    str_append(out, "}");
}

void simulate_print_json(struct str *out, const struct simulate *s)
{
    const struct trial *t = s->trial;
    str_append(out, "{");
    json_text(out, "pack", t->plan.scenario->id);
    json_text(out, "title", t->plan.scenario->title);
    json_number(out, "rules", SIM_RULES_VERSION);
    json_number(out, "seed", (int64_t)t->plan.seed);
    json_number(out, "runs", t->runs);
    json_number(out, "runs_wanted", t->plan.runs);
    json_number(out, "first_run", t->plan.first_run);
    json_flag(out, "cancelled", t->stopped);
    json_number(out, "sessions", trial_sessions(t));
    json_number(out, "threads", t->plan.threads);
    json_thousandths(out, "seconds", s->nanoseconds / 1000000);
    json_thousandths(out, "sessions_per_second", simulate_speed(s));
    str_append(out, "\n");
    proof(out, s);
    str_append(out, "\n");
    held(out, s);
    players(out, s);
    str_append(out, "\n");
    coverage(out, s);
    str_append(out, "}\n");
}
