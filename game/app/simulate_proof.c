#include "app/simulate.h"
#include "base/text.h"

/* Percent and points with a decimal; things are whole. */
static const char *figure(struct arena *a, const struct proof_part *p, int32_t thousandths)
{
    static const int decimals[] = {[PROOF_PERCENT] = 1, [PROOF_POINTS] = 1, [PROOF_THINGS] = 0};
    return simulate_decimal(a, thousandths, decimals[p->unit]);
}

const char *simulate_claim_words(struct arena *a, enum proof_claim claim)
{
    return text(arena_printf(a, "simulate.claim.%s", proof_claim_word((int32_t)claim)));
}

static const char *beside(struct arena *a, const struct proof_part *p)
{
    const char *words = "";
    if (p->within.high > 0)
        words = text_fill(a, "simulate.beside.interval", "low", simulate_decimal(a, p->within.low, 1), "high",
                          simulate_decimal(a, p->within.high, 1), NULL);
    if (p->strictly >= 0 &&
        (p->claim == PROOF_VICES || (p->claim == PROOF_WINS && p->strictly != p->figure)))
        words =
            arena_printf(a, "%s%s", words,
                         text_fill(a, "simulate.beside.strictly", "share", simulate_decimal(a, p->strictly, 1), NULL));
    if (p->untold > 0)
        words = arena_printf(
            a, "%s%s", words,
            text_fill(a, "simulate.beside.untold", "n", arena_printf(a, "%lld", (long long)p->untold), NULL));
    if (p->run >= 0 && !p->holds)
        words = arena_printf(a, "%s%s", words,
                             text_fill(a, "simulate.beside.run", "run", arena_printf(a, "%d", p->run), NULL));
    return words;
}

const char *simulate_part_words(struct arena *a, const struct proof_part *p)
{
    static const char *const sides[] = {"simulate.at-least", "simulate.at-most", "simulate.more-than"};
    static const char *const units[] = {"simulate.percent", "simulate.points", "simulate.things"};
    const char *what = text_fill(a, arena_printf(a, "simulate.part.%s", p->id), "player", player_word(p->player),
                                 "other", player_word(p->other), NULL);
    return text_fill(a, "simulate.part", "what", what, "figure",
                     text_fill(a, units[p->unit], "n", figure(a, p, p->figure), NULL), "bound",
                     text_fill(a, sides[p->side], "n", figure(a, p, p->bound), NULL), "beside", beside(a, p), NULL);
}

static void print_part(struct str *out, struct arena *a, const struct proof_part *p)
{
    const char *key = p->few       ? "simulate.part.few"
                      : !p->tested ? "simulate.part.not-tested"
                      : p->holds ? "simulate.part.holds"
                                 : "simulate.part.fails";
    const char *words = p->tested || p->few ? simulate_part_words(a, p)
                                  : text_fill(a, arena_printf(a, "simulate.part.%s", p->id), "player",
                                              text("simulate.a-player"), "other", text("simulate.a-player"), NULL);
    str_printf(out, "%s\n",
               text_fill(a, key, "words", words, "runs", arena_printf(a, "%d", PROOF_RUNS_ENOUGH), NULL));
}

static void print_claim(struct str *out, struct arena *a, const struct simulate *s, enum proof_claim claim)
{
    int tested, holds = proof_claim_holds(s->proof, claim, &tested), failed = 0;
    for (int32_t k = 0; k < s->proof->count; k++)
        failed |= s->proof->parts[k].claim == claim && s->proof->parts[k].tested && !s->proof->parts[k].holds;
    const char *key = failed ? "simulate.fails" : holds && tested ? "simulate.holds" : "simulate.not-tested";
    str_printf(out, "%s\n", text_fill(a, key, "claim", simulate_claim_words(a, claim), NULL));
    for (int32_t k = 0; k < s->proof->count; k++)
        if (s->proof->parts[k].claim == claim)
            print_part(out, a, &s->proof->parts[k]);
    if (failed)
        str_printf(out, "%s\n", text(arena_printf(a, "simulate.advice.%s", proof_claim_word((int32_t)claim))));
}

static int has_few(const struct proof *p)
{
    for (int32_t k = 0; k < p->count; k++)
        if (p->parts[k].few)
            return 1;
    return 0;
}

void simulate_print_proof(struct str *out, const struct simulate *s)
{
    struct arena a = {0};
    str_printf(out, "\n%s\n", text("simulate.proof"));
    for (int32_t k = 0; k < PROOF_CLAIM_COUNT; k++)
        print_claim(out, &a, s, (enum proof_claim)k);
    const char *key = !s->proof->holds   ? "simulate.proof.fails"
                      : s->proof->tested ? "simulate.proof.holds"
                      : has_few(s->proof) ? "simulate.proof.few"
                                         : "simulate.proof.partly";
    str_printf(out, "\n%s\n", text(key));
    arena_release(&a);
}
