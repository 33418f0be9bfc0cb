#include "model/agenda.h"

#include "model/words.h"

/* Minutes of each step by preset; 0: the workshop does without. The sums come near the preset's name; the rest is
 * what people need to walk about. */
struct plan {
    const char *word;
    int32_t rounds, minutes[AGENDA_KIND_COUNT];
};
static const struct plan plans[PRESET_COUNT] = {
    /*                    warm-up cards charter briefing round paper learning improve break verdict monday report */
    [PRESET_WHOLE] = {"whole", LIMIT_ROUNDS, {5, 30, 20, 5, 20, 3, 25, 15, 15, 10, 30, 5}},
    [PRESET_40] = {"40", 1, {4, 0, 0, 3, 14, 2, 8, 0, 0, 3, 5, 1}},
    [PRESET_90] = {"90", 1, {5, 16, 12, 4, 18, 2, 14, 0, 0, 5, 12, 2}},
    [PRESET_180] = {"180", 2, {5, 20, 14, 4, 20, 3, 18, 10, 15, 6, 18, 2}},
    [PRESET_240] = {"240", 3, {5, 20, 15, 4, 20, 3, 18, 10, 15, 7, 20, 3}},
    [PRESET_DAY] = {"day", 4, {5, 30, 20, 5, 20, 3, 25, 15, 45, 10, 30, 5}},
};

static const char *const kinds[AGENDA_KIND_COUNT] = {"warm-up",  "cards",   "charter", "briefing", "round",  "paper",
                                                     "learning", "improve", "break",   "verdict",  "monday", "report"};

static void add(struct agenda *a, const struct plan *plan, enum agenda_kind kind, round_id round, int32_t nth)
{
    if (plan->minutes[kind] > 0 && a->count < AGENDA_STEPS)
        a->steps[a->count++] = (struct agenda_step){kind, round, nth, plan->minutes[kind]};
}

static round_id warm_up_of(const struct scenario *sc)
{
    for (round_id r = 0; r < sc->round_count; r++)
        if (sc->rounds[r].warm_up)
            return r;
    return NOBODY;
}

static int32_t rounds_of(const struct scenario *sc, int32_t most)
{
    int32_t count = 0;
    for (round_id r = 0; r < sc->round_count; r++)
        count += !sc->rounds[r].warm_up;
    return count < most ? count : most;
}

static void add_round(struct agenda *a, const struct plan *plan, round_id round, int32_t nth)
{
    static const enum agenda_kind in_round[] = {AGENDA_BRIEFING, AGENDA_ROUND, AGENDA_PAPER, AGENDA_LEARNING};
    for (size_t k = 0; k < sizeof in_round / sizeof *in_round; k++)
        add(a, plan, in_round[k], round, nth);
    if (nth < a->rounds)
        add(a, plan, AGENDA_IMPROVE, round, nth);
    if (nth < a->rounds && nth == a->rounds / 2)
        add(a, plan, AGENDA_BREAK, NOBODY, 0);
}

void agenda_build(struct agenda *out, const struct scenario *sc, enum preset preset)
{
    const struct plan *plan = &plans[preset];
    round_id warm_up = warm_up_of(sc);
    *out = (struct agenda){.rounds = rounds_of(sc, plan->rounds)};
    if (warm_up != NOBODY)
        add(out, plan, AGENDA_WARM_UP, warm_up, 0);
    add(out, plan, AGENDA_CARDS, NOBODY, 0);
    add(out, plan, AGENDA_CHARTER, NOBODY, 0);
    for (round_id r = 0, nth = 0; r < sc->round_count && nth < out->rounds; r++)
        if (!sc->rounds[r].warm_up)
            add_round(out, plan, r, ++nth);
    add(out, plan, AGENDA_VERDICT, NOBODY, 0);
    add(out, plan, AGENDA_MONDAY, NOBODY, 0);
    add(out, plan, AGENDA_REPORT, NOBODY, 0);
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

const char *preset_word(int32_t preset) { return preset >= 0 && preset < PRESET_COUNT ? plans[preset].word : ""; }

int32_t preset_from_word(const char *word)
{
    const char *words[PRESET_COUNT];
    for (int32_t k = 0; k < PRESET_COUNT; k++)
        words[k] = plans[k].word;
    return word_find(&(struct word_list){words, PRESET_COUNT}, word);
}

const char *agenda_word(int32_t kind) { return kind >= 0 && kind < AGENDA_KIND_COUNT ? kinds[kind] : ""; }
