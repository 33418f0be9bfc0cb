#include "sim/between.h"

int learning_runs(const struct sim_state *s)
{
    return s->learning_count > 0 && s->learnings[s->learning_count - 1].until < 0;
}

round_id round_to_come(const struct sim_state *s, const struct scenario *sc)
{
    round_id r = s->round + 1;
    while (r < sc->round_count && sc->rounds[r].warm_up)
        r++;
    return r < sc->round_count ? r : NOBODY;
}

int32_t commitment_find(const struct sim_state *s, round_id round, int32_t slot)
{
    for (int32_t k = 0; k < s->commitment_count; k++)
        if (s->commitments[k].round == round && s->commitments[k].slot == slot)
            return k;
    return NOBODY;
}

int32_t tally_find(const struct sim_state *s, int32_t what, int32_t subject, int32_t by)
{
    for (int32_t k = 0; k < s->tally_count; k++)
        if (s->tallies[k].what == what && s->tallies[k].subject == subject && s->tallies[k].by == by)
            return k;
    return NOBODY;
}

int32_t card_note_find(const struct sim_state *s, int32_t card, int32_t part)
{
    for (int32_t k = 0; k < s->card_note_count; k++)
        if (s->card_notes[k].card == card && s->card_notes[k].part == part)
            return k;
    return NOBODY;
}

int32_t mark_find(const struct sim_state *s, int32_t what, int32_t slot, int32_t member, round_id round)
{
    for (int32_t k = 0; k < s->mark_count; k++) {
        const struct sim_mark *mark = &s->marks[k];
        if (mark->what == what && mark->slot == slot && mark->member == member && mark->round == round)
            return k;
    }
    return NOBODY;
}

int action_exists(const struct sim_state *s, int32_t slot)
{
    return slot >= 0 && slot < s->action_count && s->actions[slot].when > 0;
}
