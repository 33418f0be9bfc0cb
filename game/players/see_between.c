/* What a team sees between two rounds: what it may choose, and what it has chosen. */
#include "players/see.h"

#include "players/looking.h"

#include "sim/between.h"
#include "sim/improve.h"

int32_t see_rounds_played(const struct turn *t)
{
    return t->s->rounds_scored;
}

int see_is_round_to_come(const struct turn *t)
{
    return round_to_come(t->s, t->sc) >= 0;
}

int32_t see_improvements(const struct turn *t)
{
    return t->sc->improvement_count;
}

enum improvement_effect see_improvement(const struct turn *t, int32_t nth)
{
    return t->sc->improvements[nth].effect;
}

int see_is_chosen(const struct turn *t, int32_t nth)
{
    return t->s->improvements[nth].since > 0;
}

int see_has_improved(const struct turn *t, enum improvement_effect effect)
{
    return improvement_works(t->s, effect);
}

int32_t see_chosen_now(const struct turn *t)
{
    return improvements_chosen(t->s, t->sc);
}

int32_t see_all_incidents(const struct turn *t)
{
    return t->sc->incident_count;
}

int see_root_cause_is_open(const struct turn *t, incident_id i)
{
    return root_cause_is_open(t->s, t->sc, i);
}

int32_t see_ambassador(const struct turn *t, customer_id c)
{
    return t->s->customers[c].ambassador;
}

int see_is_committed(const struct turn *t, int32_t slot)
{
    int32_t k = commitment_find(t->s, round_to_come(t->s, t->sc), slot);
    return k >= 0 && t->s->commitments[k].text > 0;
}

int see_is_by_hand(const struct turn *t, int32_t slot)
{
    int32_t k = t->s->round >= 0 ? commitment_find(t->s, t->s->round, slot) : NOBODY;
    return k >= 0 && t->s->commitments[k].behaviour < 0 && mark_find(t->s, PLEDGE_COMMITMENT, slot, NOBODY, t->s->round) < 0;
}

int see_is_chartered(const struct turn *t, int32_t slot)
{
    return t->s->charter[slot].text > 0;
}
