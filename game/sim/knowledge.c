#include "sim/knowledge.h"

#include "sim/making.h"

uint32_t facts_of_kind(const struct scenario *sc, incident_id i, enum fact_kind kind)
{
    const struct incident *pack = incident_pack(sc, i);
    uint32_t bits = 0;
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++)
        if (sc->facts[pack->first_fact + k].kind == kind)
            bits |= UINT32_C(1) << k;
    return bits;
}

uint32_t sim_facts_known(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return i >= 0 && i < sc->incident_count ? (uint32_t)s->incidents[i].known : 0;
}

uint32_t sim_facts_untold(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c)
{
    const struct incident *pack = incident_pack(sc, i);
    uint32_t known = sim_facts_known(s, sc, i), bits = 0;
    for (int32_t k = 0; known >> k != 0; k++) {
        const struct fact *fact = &sc->facts[pack->first_fact + k];
        if (known >> k & 1 && fact->matters >> c & 1 && !((uint32_t)s->facts[pack->first_fact + k].told >> c & 1))
            bits |= UINT32_C(1) << k;
    }
    return bits;
}

uint32_t facts_withheld(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c)
{
    const struct incident *pack = incident_pack(sc, i);
    uint32_t untold = sim_facts_untold(s, sc, i, c), bits = 0;
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        int32_t limit = sc->facts[pack->first_fact + k].kind == FACT_BAD_NEWS ? sc->rules.bad_news_within : sc->rules.withhold_within;
        if (untold >> k & 1 && s->now - s->facts[pack->first_fact + k].known_at > limit)
            bits |= UINT32_C(1) << k;
    }
    return bits;
}

int32_t known_deadline(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    int32_t earliest = -1;
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        int32_t deadline = sc->facts[pack->first_fact + k].deadline;
        if (deadline >= 0 && s->facts[pack->first_fact + k].known_at >= 0 && (earliest < 0 || deadline < earliest))
            earliest = deadline;
    }
    return earliest;
}

int news_since(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++)
        if (s->facts[pack->first_fact + k].known_at > second)
            return 1;
    for (int32_t k = 0; k < s->improvised_count; k++)
        if (s->improvised[k].incident == i && s->improvised[k].at > second)
            return 1;
    for (int32_t k = 0; k < s->work_count; k++)
        if (s->works[k].incident == i && s->works[k].how == WORK_DONE && s->works[k].ended > second)
            return 1;
    return 0;
}

int32_t improvised_index(const struct sim_state *s, incident_id i, int32_t nth)
{
    for (int32_t k = 0; k < s->improvised_count; k++)
        if (s->improvised[k].incident == i && nth-- == 0)
            return k;
    return NOBODY;
}

int32_t improvised_count(const struct sim_state *s, incident_id i)
{
    int32_t count = 0;
    for (int32_t k = 0; k < s->improvised_count; k++)
        count += s->improvised[k].incident == i;
    return count;
}

uint32_t improvised_untold(const struct sim_state *s, incident_id i, customer_id c)
{
    uint32_t bits = 0;
    int32_t nth = 0;
    for (int32_t k = 0; k < s->improvised_count && nth < 31; k++) {
        if (s->improvised[k].incident != i)
            continue;
        if (!((uint32_t)s->improvised[k].told >> c & 1))
            bits |= UINT32_C(1) << nth;
        nth++;
    }
    return bits;
}

static int knows_improvised(const struct sim_state *s, incident_id i, enum fact_kind kind)
{
    for (int32_t k = 0; k < s->improvised_count; k++)
        if (s->improvised[k].incident == i && s->improvised[k].kind == (int32_t)kind)
            return 1;
    return 0;
}

static enum work_kind work_kind_of(const struct scenario *sc, const struct sim_work *w)
{
    if (w->work >= 0)
        return sc->works[w->work].kind;
    if (w->sets < 0)
        return WORK_INVESTIGATE;
    return w->sets == LEVEL_RUNNING ? WORK_CHANGE : WORK_WORKAROUND;
}

/* Works of the incident of one kind; ended: only those done and still holding. */
static int has_work(const struct sim_state *s, const struct scenario *sc, incident_id i, enum work_kind kind, int ended)
{
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->incident != i || work_kind_of(sc, w) != kind)
            continue;
        if (w->ended < 0 ? !ended : w->how == WORK_DONE && w->falls_back_at != SIM_FELL_BACK)
            return 1;
    }
    return 0;
}

int knows_investigation(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return has_work(s, sc, i, WORK_INVESTIGATE, 0);
}

/* Known when a fact of the kind is; where there is none to know, when somebody has looked. */
static int knows_kind(const struct sim_state *s, const struct scenario *sc, incident_id i, enum fact_kind kind, int looked)
{
    uint32_t bits = facts_of_kind(sc, i, kind);
    if (bits & sim_facts_known(s, sc, i) || knows_improvised(s, i, kind))
        return 1;
    return bits == 0 && looked;
}

int knows_cause(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return knows_kind(s, sc, i, FACT_CAUSE, has_work(s, sc, i, WORK_INVESTIGATE, 1));
}

int knows_impact(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return knows_kind(s, sc, i, FACT_IMPACT, s->incidents[i].impact_asked >= 0);
}

static int is_running(const struct sim_state *s, incident_id i)
{
    return s->incidents[i].level == LEVEL_RUNNING;
}

static int is_in_place(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return s->incidents[i].level != LEVEL_DOWN && has_work(s, sc, i, WORK_WORKAROUND, 1);
}

int knows_way_around(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    return knows_kind(s, sc, i, FACT_WORKAROUND, 0) || is_in_place(s, sc, i);
}

int knows_contained(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    if (is_running(s, i) || is_in_place(s, sc, i))
        return 1;
    return s->incidents[i].level == LEVEL_WAITING
        && (has_work(s, sc, i, WORK_CHANGE, 0) || has_work(s, sc, i, WORK_WORKAROUND, 0));
}

int work_ends_running(const struct scenario *sc, const struct sim_work *w)
{
    return (w->work >= 0 ? sc->works[w->work].sets : w->sets) == LEVEL_RUNNING;
}

int knows_fixed(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    if (!is_running(s, i))
        return 0;
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->incident == i && w->ended >= 0 && w->how == WORK_DONE && w->falls_back_at != SIM_FELL_BACK && work_ends_running(sc, w))
            return 1;
    }
    return 0;
}

int knows_fix_by(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t second)
{
    if (is_running(s, i))
        return 1;
    for (int32_t k = s->open_work; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->incident == i && w->ended < 0 && w->latest <= second && work_ends_running(sc, w))
            return 1;
    }
    return 0;
}

int truth_way_around(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    if (facts_of_kind(sc, i, FACT_WORKAROUND) != 0 || knows_way_around(s, sc, i))
        return 1;
    for (int32_t k = 0; pack != NULL && k < pack->work_count; k++)
        if (sc->works[pack->first_work + k].kind == WORK_WORKAROUND)
            return 1;
    return 0;
}
