#include "app/simulate.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Names stand in the first column, as wide as the longest of them. */
enum { NAME_LEAST = 24, COLUMN_WIDTH = 15, WON_WIDTH = 20 };

struct printer {
    struct str *out;
    const struct simulate *s;
    struct arena arena;
    size_t name_width;
};

const char *simulate_decimal(struct arena *a, int64_t thousandths, int decimals)
{
    static const int64_t steps[] = {1000, 100, 10, 1};
    int64_t size = llabs(thousandths), step = steps[decimals], rounded = (size + step / 2) / step, one = 1000 / step;
    const char *sign = thousandths < 0 && rounded > 0 ? "-" : "";
    if (decimals == 0)
        return arena_printf(a, "%s%lld", sign, (long long)rounded);
    return arena_printf(a, "%s%lld.%0*lld", sign, (long long)(rounded / one), decimals, (long long)(rounded % one));
}

static const char *number(struct printer *p, int64_t n)
{
    return arena_printf(&p->arena, "%lld", (long long)n);
}

static void line(struct printer *p, const char *sentence)
{
    str_printf(p->out, "%s\n", sentence);
}

static void pad(struct printer *p, size_t written, size_t width)
{
    for (size_t k = written; k < width; k++)
        str_append_char(p->out, ' ');
}

static void left(struct printer *p, const char *words, size_t width)
{
    str_append(p->out, words);
    pad(p, utf8_count(words), width);
}

static void right(struct printer *p, const char *words, size_t width)
{
    size_t count = utf8_count(words);
    str_append_char(p->out, ' ');
    pad(p, count, width - 1);
    str_append(p->out, words);
}

static void heading(struct printer *p, const char *key)
{
    str_printf(p->out, "\n%s\n", text(key));
}

/* --- head --- */

static void about(struct printer *p)
{
    const struct trial *t = p->s->trial;
    int32_t players = 0;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        players += trial_has(&t->plan, k);
    line(p, text_fill(&p->arena, "simulate.about", "title", t->plan.scenario->title, "id", t->plan.scenario->id,
                      "rules", number(p, SIM_RULES_VERSION), "players", number(p, players), "runs", number(p, t->runs),
                      "seed", arena_printf(&p->arena, "%llu", (unsigned long long)t->plan.seed), NULL));
    line(p, text_fill(&p->arena, "simulate.speed", "sessions", number(p, trial_sessions(t)), "seconds",
                      simulate_decimal(&p->arena, p->s->nanoseconds / 1000000, 1), "speed",
                      simulate_decimal(&p->arena, simulate_speed(p->s), 0), NULL));
    if (t->stopped)
        line(p, text_fill(&p->arena, "simulate.stopped", "runs", number(p, t->runs), "wanted", number(p, t->plan.runs),
                          NULL));
}

/* --- what each reaches --- */

static void spread_heading(struct printer *p)
{
    heading(p, "simulate.spread");
    left(p, text("simulate.player"), p->name_width);
    for (int32_t k = 0; k <= TRIAL_DELIVERED; k++)
        right(p, text(arena_printf(&p->arena, "simulate.measure.%s", trial_measure_word(k))), COLUMN_WIDTH);
    right(p, text("simulate.session-time"), COLUMN_WIDTH);
    str_append_char(p->out, '\n');
}

static const char *spread(struct printer *p, const struct tally *t)
{
    if (t->count == 0)
        return text("simulate.too-few");
    return arena_printf(&p->arena, "%s %3s %3s", simulate_decimal(&p->arena, tally_percentile(t, 5), 0),
                        simulate_decimal(&p->arena, tally_percentile(t, 50), 0),
                        simulate_decimal(&p->arena, tally_percentile(t, 95), 0));
}

static void spreads(struct printer *p)
{
    spread_heading(p);
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        const struct trial_player *player = &p->s->trial->players[k];
        if (player->sessions == 0)
            continue;
        left(p, player_word(k), p->name_width);
        for (int32_t n = 0; n <= TRIAL_DELIVERED; n++)
            right(p, spread(p, &player->measures[n]), COLUMN_WIDTH);
        right(p,
              text_fill(&p->arena, "simulate.milliseconds", "n",
                        simulate_decimal(&p->arena, player->nanoseconds / player->sessions / 1000, 2), NULL),
              COLUMN_WIDTH);
        str_append_char(p->out, '\n');
    }
}

/* --- verdicts --- */

static void verdicts(struct printer *p)
{
    heading(p, "simulate.verdicts");
    left(p, text("simulate.player"), p->name_width);
    for (int32_t n = 0; n <= BUSINESS_COUNT; n++)
        right(p,
              text(arena_printf(&p->arena, "simulate.verdict.%s",
                                n == BUSINESS_COUNT ? "none" : business_verdict_word((enum business_verdict)n))),
              COLUMN_WIDTH);
    str_append_char(p->out, '\n');
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        const struct trial_player *player = &p->s->trial->players[k];
        if (player->sessions == 0)
            continue;
        left(p, player_word(k), p->name_width);
        for (int32_t n = 0; n <= BUSINESS_COUNT; n++)
            right(p,
                  player->verdicts[n] == 0
                      ? "-"
                      : simulate_decimal(&p->arena, share_of(player->verdicts[n], player->sessions), 1),
                  COLUMN_WIDTH);
        str_append_char(p->out, '\n');
    }
}

/* --- who wins what --- */

static int64_t pair_runs(const struct trial_pair *pair)
{
    return pair->wins + pair->ties + pair->losses + pair->untold;
}

static const char *won(struct printer *p, const struct trial_pair *pair)
{
    int64_t neither = pair->ties + pair->untold;
    struct interval within = share_interval(pair->wins, pair_runs(pair));
    return text_fill(&p->arena, neither > 0 ? "simulate.won.ties" : "simulate.won", "share",
                     simulate_decimal(&p->arena, share_of(pair->wins, pair_runs(pair)), 1), "low",
                     simulate_decimal(&p->arena, within.low, 0), "high", simulate_decimal(&p->arena, within.high, 0),
                     "ties", simulate_decimal(&p->arena, share_of(neither, pair_runs(pair)), 0), NULL);
}

/* By how much the cheat is better on average, beside how often. */
static const char *lost(struct printer *p, const struct trial_pair *pair)
{
    int64_t compared = pair_runs(pair) - pair->untold, beaten = pair->losses + pair->untold;
    struct interval within = share_interval(beaten, pair_runs(pair));
    int64_t better = compared == 0 ? 0 : -pair->difference / compared;
    return text_fill(
        &p->arena, "simulate.lost", "share", simulate_decimal(&p->arena, share_of(beaten, pair_runs(pair)), 1), "low",
        simulate_decimal(&p->arena, within.low, 0), "high", simulate_decimal(&p->arena, within.high, 0), "better",
        arena_printf(&p->arena, "%s%s", better > 0 ? "+" : "", simulate_decimal(&p->arena, better, 1)), NULL);
}

typedef const char *pair_words(struct printer *p, const struct trial_pair *pair);

static void contests(struct printer *p, const char *key, int cheats_only, int32_t last, pair_words *words)
{
    heading(p, key);
    left(p, text("simulate.against"), p->name_width);
    for (int32_t n = 0; n <= last; n++)
        right(p,
              n == CONTEST_VERDICT ? text("simulate.verdict")
                                   : text(arena_printf(&p->arena, "simulate.measure.%s", trial_measure_word(n))),
              WON_WIDTH);
    str_append_char(p->out, '\n');
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++) {
        int shown = k != PLAYER_CUSTOMER_FOCUSED && p->s->trial->players[k].sessions > 0;
        if (!shown || (cheats_only && !player_is_cheat(k)))
            continue;
        left(p, player_word(k), p->name_width);
        for (int32_t n = 0; n <= last; n++)
            right(p, words(p, &p->s->trial->players[k].against[n]), WON_WIDTH);
        str_append_char(p->out, '\n');
    }
}

static void wins(struct printer *p)
{
    if (!trial_has(&p->s->trial->plan, PLAYER_CUSTOMER_FOCUSED))
        return;
    contests(p, "simulate.wins", 0, CONTEST_VERDICT, won);
    contests(p, "simulate.cheats", 1, CONTEST_PERCEIVED, lost);
}

/* --- moments by source: why a score is what it is --- */

static int64_t counted(const int64_t outcomes[OUTCOME_COUNT])
{
    return outcomes[OUTCOME_MET] + outcomes[OUTCOME_PARTLY] + outcomes[OUTCOME_MISSED] + outcomes[OUTCOME_BROKEN];
}

static void sources_of(struct printer *p, int32_t kind)
{
    const struct trial_player *player = &p->s->trial->players[kind];
    line(p, player_word(kind));
    for (int32_t k = 0; k < MOMENT_SOURCE_COUNT; k++) {
        if (counted(player->sources[k]) == 0)
            continue;
        left(p, arena_printf(&p->arena, "  %s", moment_source_word(k)), p->name_width);
        for (int32_t n = OUTCOME_MET; n <= OUTCOME_NONE; n++)
            right(p, simulate_decimal(&p->arena, 1000 * player->sources[k][n] / player->sessions, 2), COLUMN_WIDTH);
        str_append_char(p->out, '\n');
    }
}

static void sources(struct printer *p)
{
    heading(p, "simulate.sources");
    left(p, "", p->name_width);
    for (int32_t n = OUTCOME_MET; n <= OUTCOME_NONE; n++)
        right(p, text(arena_printf(&p->arena, "simulate.outcome.%s", outcome_word(n))), COLUMN_WIDTH);
    str_append_char(p->out, '\n');
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (p->s->trial->players[k].sessions > 0)
            sources_of(p, k);
}

static size_t longest_name(const struct trial *t)
{
    size_t longest = NAME_LEAST;
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (t->players[k].sessions > 0 && utf8_count(player_word(k)) > longest)
            longest = utf8_count(player_word(k));
    return longest;
}

void simulate_print(struct str *out, const struct simulate *s)
{
    struct printer p = {.out = out, .s = s, .name_width = longest_name(s->trial)};
    about(&p);
    spreads(&p);
    verdicts(&p);
    wins(&p);
    if (s->all)
        sources(&p);
    if (s->one_run)
        simulate_print_run(out, s);
    simulate_print_coverage(out, s);
    simulate_print_proof(out, s);
    arena_release(&p.arena);
}
