/* Working: who starts what, and whom one asks before. */
#include "session/bot_inside.h"

static int bits(uint32_t set)
{
    int n = 0;
    for (; set; set &= set - 1) n++;
    return n;
}

static int is_careful(const struct bot_turn *t, incident_id i) { return bot_does(t, HABIT_ASK_MORE, i, 1); }

/* Something of this incident cannot start for want of knowledge, and somebody was not asked yet. */
static int knowledge_may_come(const struct bot_turn *t, const struct incident *pack, incident_id i, uint32_t more_than)
{
    int blocked = 0;
    for (int32_t k = 0; k < pack->work_count; k++) {
        const struct work *w = &t->sc->works[pack->first_work + k];
        blocked |= w->kind != WORK_INVESTIGATE && bits(w->needs) > bits(more_than) &&
                   sim_work_possible(t->s, t->sc, pack->first_work + k, NOBODY) == REFUSAL_NOT_KNOWN;
    }
    for (customer_id c = 0; blocked && c < t->sc->customer_count; c++)
        for (int q = ASK_IMPACT; q <= ASK_IDEAS; q++)
            if (!bot_has_asked(t, i, c, (enum question)q)) return 1;
    return 0;
}

static int is_running_one(const struct bot_turn *t, incident_id i, enum work_kind kind)
{
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++) {
        const struct sim_work *w = &t->s->works[k];
        if (w->incident == i && w->ended < 0 && w->work >= 0 && t->sc->works[w->work].kind == kind) return 1;
    }
    return 0;
}

/* Looking, then a way around, then the change; among equals what uses most of what was learned, or what is quickest. */
static int worth(const struct bot_turn *t, const struct work *w, incident_id i)
{
    static const int kinds[WORK_KIND_COUNT] = {4000, 3000, 2000, 0};
    int careful = is_careful(t, i);
    return kinds[w->kind] + (careful ? bits(w->needs) * 100 : 0) - (int)w->minutes_low / 60;
}

static int is_sensible(const struct bot_turn *t, const struct incident *pack, incident_id i, work_id w)
{
    const struct work *work = &t->sc->works[w];
    if (work->kind == WORK_VERIFY || sim_work_possible(t->s, t->sc, w, NOBODY) != REFUSAL_NONE) return 0;
    if (is_running_one(t, i, work->kind)) return 0;
    if (work->kind != WORK_INVESTIGATE && is_running_one(t, i, WORK_CHANGE)) return 0;
    if (work->kind == WORK_WORKAROUND && t->s->incidents[i].level == LEVEL_RUNNING) return 0;
    return work->kind == WORK_INVESTIGATE || !is_careful(t, i) || !knowledge_may_come(t, pack, i, work->needs);
}

static work_id best_work(const struct bot_turn *t, incident_id i)
{
    const struct incident *pack = bot_pack(t, i);
    work_id best = NOBODY;
    for (int32_t k = 0; pack && k < pack->work_count; k++) {
        work_id w = pack->first_work + k;
        if (!is_sensible(t, pack, i, w)) continue;
        if (best < 0 || worth(t, &t->sc->works[w], i) > worth(t, &t->sc->works[best], i)) best = w;
    }
    return best;
}

static int is_asked_for(const struct bot_turn *t, incident_id i, work_id w)
{
    const struct incident *pack = bot_pack(t, i);
    return t->s->incidents[i].go_ahead >> (w - pack->first_work) & 1;
}

static int waits_for_go_ahead(const struct bot_turn *t, incident_id i, work_id w)
{
    return t->sc->works[w].consult >= 0 && !is_asked_for(t, i, w) && bot_does(t, HABIT_GO_AHEAD, i, w);
}

/* Work waits for the question what it is for, and for what good looks like. */
static int may_begin(const struct bot_turn *t, incident_id i)
{
    const struct sim_incident *incident = &t->s->incidents[i];
    const struct incident *pack = bot_pack(t, i);
    if (!bot_is_open(t, i) || bot_is_running(t, i) || incident->kind == INCIDENT_CONTENTION || !pack) return 0;
    if (bot_does(t, HABIT_IMPACT, i, 0) && incident->impact_asked < 0 &&
        !bot_has_asked(t, i, incident->reporter, ASK_IMPACT))
        return 0;
    return pack->conditions.count == 0 || incident->conditions_agreed >= 0 || !bot_does(t, HABIT_CONDITIONS, i, 0);
}

static int urgency(const struct bot_turn *t, incident_id i)
{
    static const int levels[LEVEL_COUNT] = {0, 2, 3, 2};
    return levels[t->s->incidents[i].level] + (t->s->incidents[i].major ? 4 : 0);
}

/* The most urgent incident for which there is something to start; asking: only what waits for a go-ahead. */
static incident_id most_urgent(const struct bot_turn *t, int asking, customer_id with)
{
    incident_id best = NOBODY;
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        work_id w = may_begin(t, i) ? best_work(t, i) : NOBODY;
        if (w < 0 || waits_for_go_ahead(t, i, w) != asking) continue;
        if (asking && with != NOBODY && t->sc->works[w].consult != with) continue;
        if (best < 0 || urgency(t, i) > urgency(t, best)) best = i;
    }
    return best;
}

int bot_works(const struct bot_turn *t, customer_id with)
{
    incident_id i = most_urgent(t, 0, with);
    if (i < 0) return 0;
    struct sim_command work = sim_command_make(SIM_CMD_WORK);
    work.work.work = best_work(t, i);
    work.work.member = NOBODY;
    return bot_submit(t, &work, NULL, -1);
}

int bot_asks_first(const struct bot_turn *t, customer_id with)
{
    incident_id i = most_urgent(t, 1, with);
    if (i < 0) return 0;
    work_id w = best_work(t, i);
    return bot_ask(t, i, t->sc->works[w].consult, ASK_GO_AHEAD, w);
}
