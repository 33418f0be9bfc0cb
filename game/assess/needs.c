#include "assess/needs.h"

#include <string.h>

const char *need_way_word(int32_t way)
{
    static const char *const words[NEED_WAY_COUNT] = {"not-found", "from-start", "asking", "visit", "day"};
    return way >= 0 && way < NEED_WAY_COUNT ? words[way] : "";
}

void needs_begin(struct needs_watch *w, const struct scenario *sc)
{
    memset(w, 0, sizeof *w);
    w->round = NOBODY;
    for (customer_id c = 0; c < LIMIT_CUSTOMERS; c++)
        for (int32_t n = 0; n < LIMIT_NEEDS; n++) {
            int known = c < sc->customer_count && n < sc->customers[c].need_count && sc->customers[c].needs[n].kind == NEED_BASIC;
            w->found[c][n] = (struct need_found){known ? NEED_FROM_START : NEED_NOT_FOUND, NOBODY, NOBODY, NOBODY};
        }
}

/* --- what comes to light --- */

struct light { int32_t index, at; enum need_way way; };

static void find(struct needs_watch *w, const struct scenario *sc, customer_id c, uint32_t kinds, struct light l)
{
    if (c < 0 || c >= sc->customer_count)
        return;
    for (int32_t n = 0; n < sc->customers[c].need_count; n++) {
        struct need_found *f = &w->found[c][n];
        if (f->way == NEED_NOT_FOUND && kinds >> sc->customers[c].needs[n].kind & 1)
            *f = (struct need_found){(int32_t)l.way, l.index, w->round, l.at};
    }
}

enum { SATISFIERS = 1 << NEED_SATISFIER, EVERYTHING = 1 << NEED_SATISFIER | 1 << NEED_DELIGHTER };

static int presses(const struct needs_watch *w, incident_id i)
{
    return i >= 0 && i < SIM_INCIDENTS && w->presses[i];
}

/* Which kinds a question can bring to light. */
static uint32_t asked_for(const struct needs_watch *w, incident_id i, int32_t question)
{
    switch (question) {
    case ASK_IMPACT: case ASK_URGENCY: case ASK_EXPECTATION: return SATISFIERS;
    case ASK_IDEAS: case ASK_FEEDBACK: return presses(w, i) ? SATISFIERS : EVERYTHING;
    default: return 0;
    }
}

static void round_begun(struct needs_watch *w, const struct scenario *sc, int32_t index, const struct sim_event *e)
{
    w->round = e->round_started.round;
    int counts = w->round >= 0 && w->round < sc->round_count && !sc->rounds[w->round].warm_up;
    for (customer_id c = 0; w->day && counts && c < sc->customer_count; c++)
        find(w, sc, c, EVERYTHING, (struct light){index, e->at, NEED_BY_DAY});
    w->day = w->day && !counts;
}

static void improved(struct needs_watch *w, const struct scenario *sc, const struct sim_event *e)
{
    int32_t k = e->improved.improvement;
    if (k >= 0 && k < sc->improvement_count && sc->improvements[k].effect == IMPROVE_DAY_IN_BUSINESS)
        w->day = e->improved.on;
}

/* --- what cannot wait --- */

static void level_is(struct needs_watch *w, incident_id i, int32_t level)
{
    if (i >= 0 && i < SIM_INCIDENTS)
        w->presses[i] = !w->calm[i] && level != LEVEL_RUNNING;
}

static void opened(struct needs_watch *w, const struct sim_event *e)
{
    incident_id i = e->incident_opened.incident;
    int32_t kind = e->incident_opened.kind;
    if (i >= 0 && i < SIM_INCIDENTS)
        w->calm[i] = kind == INCIDENT_PROJECT || kind == INCIDENT_OPPORTUNITY;
    level_is(w, i, e->incident_opened.level);
}

void needs_fold(struct needs_watch *w, const struct scenario *sc, int32_t index, const struct sim_event *e)
{
    struct light asking = {index, e->at, NEED_BY_ASKING}, visit = {index, e->at, NEED_BY_VISIT};
    switch (e->kind) {
    case SIM_EV_ROUND_STARTED: round_begun(w, sc, index, e); break;
    case SIM_EV_IMPROVED: improved(w, sc, e); break;
    case SIM_EV_INCIDENT_OPENED: opened(w, e); break;
    case SIM_EV_INCIDENT_LEVEL: level_is(w, e->incident_level.incident, e->incident_level.level); break;
    case SIM_EV_ASKED: find(w, sc, e->asked.customer, asked_for(w, e->asked.incident, e->asked.question), asking); break;
    case SIM_EV_CONDITIONS:
        if (e->conditions.how == 0)
            find(w, sc, e->conditions.customer, SATISFIERS, asking);
        break;
    case SIM_EV_CONTACT:
        if (e->contact.act == ACT_PROACTIVE && e->contact.weight == CONTACT_COUNTS)
            find(w, sc, e->contact.customer, EVERYTHING, visit);
        break;
    default: break;
    }
}

struct needs_count needs_count(const struct needs_watch *w, const struct scenario *sc, enum need_kind kind, customer_id c, round_id round)
{
    struct needs_count count = {0, 0, 0};
    for (customer_id k = 0; k < sc->customer_count; k++)
        for (int32_t n = 0; n < sc->customers[k].need_count && (c == NOBODY || c == k); n++) {
            const struct need_found *f = &w->found[k][n];
            if (sc->customers[k].needs[n].kind != kind)
                continue;
            count.all++;
            count.found += f->way != NEED_NOT_FOUND;
            count.now += round != NOBODY && f->event != NOBODY && f->round == round;
        }
    return count;
}
