#include "sim/improve.h"

static int since_works(const struct sim_state *s, int32_t since)
{
    return since > 0 && since <= s->rounds_scored;
}

int improvement_works(const struct sim_state *s, enum improvement_effect effect)
{
    return s->improved >> effect & 1;
}

static int found_one(const struct sim_state *s)
{
    for (incident_id i = 0; i < s->incident_count; i++)
        if (since_works(s, s->incidents[i].root_cause))
            return 1;
    return 0;
}

int improvement_holds(const struct sim_state *s, const struct scenario *sc, int32_t improvement)
{
    const struct sim_improvement *k = &s->improvements[improvement];
    if (sc->improvements[improvement].effect == IMPROVE_ROOT_CAUSE)
        return k->since > 0 && found_one(s);
    return since_works(s, k->since);
}

int32_t improvements_chosen(const struct sim_state *s, const struct scenario *sc)
{
    int32_t count = 0;
    for (int32_t k = 0; k < sc->improvement_count; k++)
        count += s->improvements[k].since == s->rounds_scored + 1;
    return count;
}

int root_cause_is_open(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    return pack != NULL && pack->root_cause.answer >= 0 && s->incidents[i].open != 0 && s->incidents[i].root_cause <= 0;
}
