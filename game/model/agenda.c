#include "model/agenda.h"

#include "model/words.h"

/* Minutes of each step by preset; 0: the workshop does without. The sums come near the preset's name; the rest is
 * what people need to walk about. */
struct plan {
    int32_t rounds, minutes[AGENDA_KIND_COUNT];
};
_Static_assert((int)LIMIT_PRESETS == (int)PRESET_COUNT, "a pack may plan each length");
static const struct plan plans[PRESET_COUNT] = {
    /*                warm-up cards charter briefing round paper learning improve break verdict monday report */
    [PRESET_WHOLE] = {LIMIT_ROUNDS, {5, 30, 20, 5, 20, 3, 25, 15, 15, 10, 30, 5}},
    [PRESET_40] = {1, {4, 0, 0, 3, 14, 2, 8, 0, 0, 3, 5, 1}},
    [PRESET_90] = {1, {5, 16, 12, 4, 18, 2, 14, 0, 0, 5, 12, 2}},
    [PRESET_180] = {2, {5, 20, 14, 4, 20, 3, 18, 10, 15, 6, 18, 2}},
    [PRESET_240] = {3, {5, 20, 15, 4, 20, 3, 18, 10, 15, 7, 20, 3}},
    [PRESET_DAY] = {4, {5, 30, 20, 5, 20, 3, 25, 15, 45, 10, 30, 5}},
};

static const char *const kinds[AGENDA_KIND_COUNT] = {"warm-up",  "cards",   "charter", "briefing", "round",  "paper",
                                                     "learning", "improve", "break",   "verdict",  "monday", "report"};

struct build {
    struct agenda *agenda;
    const struct plan *plan;
    const struct preset_plan *wish;   /* of the pack, NULL */
};

static int is_left_out(const struct build *b, enum agenda_kind kind)
{
    for (int32_t k = 0; k < AGENDA_PHASES; k++)
        if (b->wish && b->wish->leave_out >> k & 1 && agenda_phase(k) == kind)
            return 1;
    return b->plan->minutes[kind] == 0;
}

static void add(const struct build *b, enum agenda_kind kind, round_id round, int32_t nth)
{
    if (!is_left_out(b, kind) && b->agenda->count < AGENDA_STEPS)
        b->agenda->steps[b->agenda->count++] = (struct agenda_step){kind, round, nth, b->plan->minutes[kind]};
}

static round_id warm_up_of(const struct scenario *sc)
{
    for (round_id r = 0; r < sc->round_count; r++)
        if (sc->rounds[r].warm_up)
            return r;
    return NOBODY;
}

static int is_played(const struct build *b, const struct scenario *sc, round_id round)
{
    return !sc->rounds[round].warm_up && (!b->wish || b->wish->rounds == 0 || b->wish->rounds >> round & 1);
}

static int32_t rounds_of(const struct build *b, const struct scenario *sc)
{
    int32_t count = 0, most = b->wish && b->wish->rounds ? LIMIT_ROUNDS : b->plan->rounds;
    for (round_id r = 0; r < sc->round_count; r++)
        count += is_played(b, sc, r);
    return count < most ? count : most;
}

static void add_round(const struct build *b, round_id round, int32_t nth)
{
    static const enum agenda_kind in_round[] = {AGENDA_BRIEFING, AGENDA_ROUND, AGENDA_PAPER, AGENDA_LEARNING};
    int32_t rounds = b->agenda->rounds;
    for (size_t k = 0; k < sizeof in_round / sizeof *in_round; k++)
        add(b, in_round[k], round, nth);
    if (nth < rounds)
        add(b, AGENDA_IMPROVE, round, nth);
    if (nth < rounds && nth == rounds / 2)
        add(b, AGENDA_BREAK, NOBODY, 0);
}

static const struct preset_plan *wish_of(const struct scenario *sc, enum preset preset)
{
    for (int32_t k = 0; k < sc->preset_count; k++)
        if (sc->presets[k].preset == (int32_t)preset)
            return &sc->presets[k];
    return NULL;
}

void agenda_build(struct agenda *out, const struct scenario *sc, enum preset preset)
{
    const struct build b = {out, &plans[preset], wish_of(sc, preset)};
    round_id warm_up = warm_up_of(sc);
    *out = (struct agenda){.rounds = rounds_of(&b, sc)};
    if (warm_up != NOBODY)
        add(&b, AGENDA_WARM_UP, warm_up, 0);
    add(&b, AGENDA_CARDS, NOBODY, 0);
    add(&b, AGENDA_CHARTER, NOBODY, 0);
    for (round_id r = 0, nth = 0; r < sc->round_count && nth < out->rounds; r++)
        if (is_played(&b, sc, r))
            add_round(&b, r, ++nth);
    add(&b, AGENDA_VERDICT, NOBODY, 0);
    add(&b, AGENDA_MONDAY, NOBODY, 0);
    add(&b, AGENDA_REPORT, NOBODY, 0);
}

int32_t agenda_minutes(const struct agenda *agenda)
{
    int32_t sum = 0;
    for (int32_t k = 0; k < agenda->count; k++)
        sum += agenda->steps[k].minutes;
    return sum;
}

int32_t agenda_find(const struct agenda *agenda, enum agenda_kind kind, round_id round)
{
    for (int32_t k = 0; k < agenda->count; k++)
        if (agenda->steps[k].kind == kind && (round == NOBODY || agenda->steps[k].round == round))
            return k;
    return NOBODY;
}

int32_t preset_rounds(enum preset preset) { return plans[preset].rounds; }

enum agenda_kind agenda_phase(int32_t ordinal)
{
    static const enum agenda_kind phases[AGENDA_PHASES] = {AGENDA_CARDS, AGENDA_CHARTER, AGENDA_BRIEFING, AGENDA_PAPER,
                                                           AGENDA_LEARNING, AGENDA_IMPROVE, AGENDA_BREAK, AGENDA_MONDAY};
    return phases[ordinal];
}

const char *preset_word(int32_t preset) { return word_at(&words_preset, preset); }

int32_t preset_from_word(const char *word) { return word_find(&words_preset, word); }

const char *agenda_word(int32_t kind) { return kind >= 0 && kind < AGENDA_KIND_COUNT ? kinds[kind] : ""; }
