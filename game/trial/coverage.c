#include "trial/coverage.h"

#include "base/memory.h"

#include <assert.h>
#include <stdlib.h>

_Static_assert(PLAYER_KIND_COUNT <= 64, "a bit per player");

const char *cover_word(int32_t cover)
{
#define COVER_WORD(NAME, word, owed, reach) word,
    static const char *const words[] = {COVERS(COVER_WORD)};
#undef COVER_WORD
    return cover >= 0 && cover < COVER_COUNT ? words[cover] : "";
}

enum reach_of cover_reach(int32_t cover)
{
#define COVER_REACH(NAME, word, owed, reach) reach,
    static const enum reach_of reaches[] = {COVERS(COVER_REACH)};
#undef COVER_REACH
    return reaches[cover];
}

int cover_is_owed(int32_t cover)
{
#define COVER_OWED(NAME, word, owed, reach) owed,
    static const int8_t all[] = {COVERS(COVER_OWED)};
#undef COVER_OWED
    return all[cover];
}

/* --- what there is --- */

static int32_t items_of(const struct scenario *sc, enum cover cover)
{
    switch (cover) {
    case COVER_INCIDENT:
    case COVER_RECURRENCE:
    case COVER_PREVENTED:
    case COVER_AROUND:
    case COVER_LINE_OPENING: return sc->incident_count;
    case COVER_FACT:
    case COVER_LINE_ANSWER: return sc->fact_count;
    case COVER_WORK_STARTED:
    case COVER_WORK_ENDED:
    case COVER_HARM:
    case COVER_LINE_FELL_BACK: return sc->work_count;
    case COVER_MOMENT:
    case COVER_MET:
    case COVER_PARTLY:
    case COVER_MISSED:
    case COVER_BROKEN:
    case COVER_LINE_MOMENT: return sc->moment_count;
    case COVER_EVENT:
    case COVER_LINE_EVENT: return sc->event_count;
    case COVER_LINE_MOOD: return sc->customer_count * MOOD_COUNT;
    case COVER_MILESTONE: return sc->incident_count * LIMIT_MILESTONES;
    case COVER_OPTION: return sc->incident_count * LIMIT_OPTIONS;
    case COVER_IMPROVEMENT: return sc->improvement_count;
    case COVER_ENDING: return sc->ending_count;
    case COVER_COUNT: break;
    }
    assert(0);
    return 0;
}

/* An incident that can be prevented: it repeats another, or a root cause names it. */
static int is_recurrence(const struct scenario *sc, incident_id i)
{
    for (incident_id k = 0; k < sc->incident_count; k++)
        if (sc->incidents[k].root_cause.answer >= 0 && sc->incidents[k].root_cause.prevents == i)
            return 1;
    return sc->incidents[i].recurs >= 0;
}

int coverage_has(const struct coverage *c, int32_t cover, int32_t item)
{
    const struct scenario *sc = c->scenario;
    switch ((enum cover)cover) {
    case COVER_RECURRENCE:
    case COVER_PREVENTED: return is_recurrence(sc, item);
    case COVER_AROUND: return coverage_hits(c, cover, item) > 0;
    case COVER_LINE_OPENING: return sc->incidents[item].says[0] != '\0';
    case COVER_LINE_ANSWER: return sc->facts[item].ask >= 0 && sc->facts[item].answer[0] != '\0';
    case COVER_HARM: return sc->works[item].harm_chance > 0;
    case COVER_LINE_FELL_BACK: return sc->works[item].falls_back_chance > 0;
    case COVER_PARTLY: return sc->moments[item].partly.acts != 0;
    case COVER_BROKEN: return sc->moments[item].broken.acts != 0;
    case COVER_LINE_MOMENT: return sc->moments[item].says[0] != '\0';
    case COVER_LINE_EVENT: return sc->events[item].speaker >= 0 && sc->events[item].says[0] != '\0';
    case COVER_LINE_MOOD: return sc->customers[item / MOOD_COUNT].lines[item % MOOD_COUNT].count > 0;
    case COVER_MILESTONE: return item % LIMIT_MILESTONES < sc->incidents[item / LIMIT_MILESTONES].milestone_count;
    case COVER_OPTION: return item % LIMIT_OPTIONS < sc->incidents[item / LIMIT_OPTIONS].option_count;
    case COVER_INCIDENT:
    case COVER_FACT:
    case COVER_WORK_STARTED:
    case COVER_WORK_ENDED:
    case COVER_MOMENT:
    case COVER_MET:
    case COVER_MISSED:
    case COVER_EVENT:
    case COVER_IMPROVEMENT:
    case COVER_ENDING: return 1;
    case COVER_COUNT: break;
    }
    return 0;
}

static void name_in(struct str *out, const struct scenario *sc, incident_id i, const char *id)
{
    str_printf(out, "%s/%s", sc->incidents[i].id, id);
}

void coverage_name(struct str *out, const struct coverage *c, int32_t cover, int32_t item)
{
    const struct scenario *sc = c->scenario;
    switch ((enum cover)cover) {
    case COVER_INCIDENT:
    case COVER_RECURRENCE:
    case COVER_PREVENTED:
    case COVER_AROUND:
    case COVER_LINE_OPENING: str_append(out, sc->incidents[item].id); break;
    case COVER_FACT:
    case COVER_LINE_ANSWER: name_in(out, sc, sc->facts[item].incident, sc->facts[item].id); break;
    case COVER_WORK_STARTED:
    case COVER_WORK_ENDED:
    case COVER_HARM:
    case COVER_LINE_FELL_BACK: name_in(out, sc, sc->works[item].incident, sc->works[item].id); break;
    case COVER_MOMENT:
    case COVER_MET:
    case COVER_PARTLY:
    case COVER_MISSED:
    case COVER_BROKEN:
    case COVER_LINE_MOMENT: name_in(out, sc, sc->moments[item].incident, sc->moments[item].id); break;
    case COVER_EVENT:
    case COVER_LINE_EVENT: str_append(out, sc->events[item].id); break;
    case COVER_LINE_MOOD:
        str_printf(out, "%s/%s", sc->customers[item / MOOD_COUNT].id, mood_word((enum mood)(item % MOOD_COUNT)));
        break;
    case COVER_MILESTONE:
        name_in(out, sc, item / LIMIT_MILESTONES,
                sc->incidents[item / LIMIT_MILESTONES].milestones[item % LIMIT_MILESTONES].id);
        break;
    case COVER_OPTION:
        name_in(out, sc, item / LIMIT_OPTIONS, sc->incidents[item / LIMIT_OPTIONS].options[item % LIMIT_OPTIONS].id);
        break;
    case COVER_IMPROVEMENT: str_append(out, sc->improvements[item].id); break;
    case COVER_ENDING: str_append(out, sc->endings[item].id); break;
    case COVER_COUNT: break;
    }
}

/* --- counting --- */

struct coverage *coverage_new(const struct scenario *sc)
{
    struct coverage *c = memory_want(sizeof *c);
    c->scenario = sc;
    for (int32_t k = 0; k < COVER_COUNT; k++)
        c->first[k + 1] = c->first[k] + items_of(sc, (enum cover)k);
    size_t all = (size_t)c->first[COVER_COUNT] + 1;
    c->hits = memory_want(all * sizeof *c->hits);
    c->players = memory_want(all * sizeof *c->players);
    c->last = memory_want(all * sizeof *c->last);
    return c;
}

void coverage_release(struct coverage *c)
{
    if (c == NULL)
        return;
    free(c->hits);
    free(c->players);
    free(c->last);
    free(c);
}

void coverage_session(struct coverage *c, int32_t player)
{
    c->session++;
    c->player = player;
}

static void hit(struct coverage *c, enum cover cover, int32_t item)
{
    assert(item >= 0 && item < coverage_items(c, (int32_t)cover));
    int32_t at = c->first[cover] + item;
    if (c->last[at] == c->session)
        return;
    c->last[at] = c->session;
    c->hits[at]++;
    c->players[at] |= (uint64_t)1 << c->player;
}

static void see_said(struct coverage *c, const struct sim_event *e)
{
    static const enum cover covers[] = {[0] = COVER_LINE_OPENING,
                                        [1] = COVER_LINE_MOMENT,
                                        [2] = COVER_LINE_EVENT,
                                        [4] = COVER_LINE_ANSWER,
                                        [9] = COVER_LINE_FELL_BACK};
    int32_t source = e->said.source;
    int is_line = source == 0 || source == 1 || source == 2 || source == 4 || source == 9;
    /* What was typed has no place in the pack. */
    if (is_line && e->said.item >= 0 && e->said.item < coverage_items(c, (int32_t)covers[source]))
        hit(c, covers[source], e->said.item);
}

static void see_moods(struct coverage *c, const struct sim_state *s)
{
    for (customer_id k = 0; k < c->scenario->customer_count && s->phase == PHASE_ROUND; k++)
        hit(c, COVER_LINE_MOOD, k * MOOD_COUNT + (int32_t)sim_mood(s, c->scenario, k));
}

static void see_opened(struct coverage *c, incident_id i)
{
    if (i >= c->scenario->incident_count)
        return;
    hit(c, COVER_INCIDENT, i);
    hit(c, COVER_RECURRENCE, i);
}

static void see_settled(struct coverage *c, const struct sim_event *e)
{
    static const enum cover covers[] = {[OUTCOME_MET] = COVER_MET,
                                        [OUTCOME_PARTLY] = COVER_PARTLY,
                                        [OUTCOME_MISSED] = COVER_MISSED,
                                        [OUTCOME_BROKEN] = COVER_BROKEN};
    int32_t outcome = e->moment_settled.outcome;
    if (e->moment_settled.source == MOMENT_SCRIPTED && outcome >= OUTCOME_MET && outcome <= OUTCOME_BROKEN)
        hit(c, covers[outcome], e->moment_settled.subject);
}

static void see_moment(struct coverage *c, const struct sim_event *e)
{
    if (e->moment_opened.source == MOMENT_SCRIPTED)
        hit(c, COVER_MOMENT, e->moment_opened.subject);
    if (e->moment_opened.source == MOMENT_MILESTONE && e->moment_opened.subject < c->scenario->incident_count)
        hit(c, COVER_MILESTONE, e->moment_opened.subject * LIMIT_MILESTONES + e->moment_opened.nth);
}

static void see_decision(struct coverage *c, const struct sim_event *e)
{
    if (e->decision.option >= 0 && e->decision.option < LIMIT_OPTIONS &&
        e->decision.incident < c->scenario->incident_count)
        hit(c, COVER_OPTION, e->decision.incident * LIMIT_OPTIONS + e->decision.option);
}

static void see_work(struct coverage *c, enum cover cover, work_id w)
{
    if (w >= 0)
        hit(c, cover, w);
}

void coverage_see(struct coverage *c, const struct sim_state *s, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_SAID: see_said(c, e); break;
    case SIM_EV_MINUTE:
    case SIM_EV_TRUST:
    case SIM_EV_SATISFACTION:
    case SIM_EV_ROUND_STARTED: see_moods(c, s); break;
    case SIM_EV_INCIDENT_OPENED: see_opened(c, e->incident_opened.incident); break;
    case SIM_EV_PREVENTED: hit(c, COVER_PREVENTED, e->prevented.incident); break;
    case SIM_EV_AROUND: hit(c, COVER_AROUND, e->around.incident); break;
    case SIM_EV_FACT_KNOWN: hit(c, COVER_FACT, e->fact_known.fact); break;
    case SIM_EV_WORK_STARTED: see_work(c, COVER_WORK_STARTED, e->work_started.work); break;
    case SIM_EV_WORK_ENDED:
        if (e->work_ended.how == WORK_DONE)
            see_work(c, COVER_WORK_ENDED, s->works[e->work_ended.instance].work);
        break;
    case SIM_EV_HARM: see_work(c, COVER_HARM, e->harm.work); break;
    case SIM_EV_MOMENT_OPENED: see_moment(c, e); break;
    case SIM_EV_MOMENT_SETTLED: see_settled(c, e); break;
    case SIM_EV_HAPPENED: hit(c, COVER_EVENT, e->happened.event); break;
    case SIM_EV_DECISION: see_decision(c, e); break;
    case SIM_EV_IMPROVED:
        if (e->improved.on)
            hit(c, COVER_IMPROVEMENT, e->improved.improvement);
        break;
    default: break;
    }
}

void coverage_end(struct coverage *c, int32_t ending)
{
    if (ending >= 0)
        hit(c, COVER_ENDING, ending);
}

void coverage_merge(struct coverage *into, const struct coverage *from)
{
    assert(into->first[COVER_COUNT] == from->first[COVER_COUNT]);
    for (int32_t k = 0; k < into->first[COVER_COUNT]; k++) {
        into->hits[k] += from->hits[k];
        into->players[k] |= from->players[k];
    }
    into->session += from->session;
}

/* --- asking --- */

int32_t coverage_items(const struct coverage *c, int32_t cover)
{
    return c->first[cover + 1] - c->first[cover];
}

int64_t coverage_hits(const struct coverage *c, int32_t cover, int32_t item)
{
    return c->hits[c->first[cover] + item];
}

uint64_t coverage_players(const struct coverage *c, int32_t cover, int32_t item)
{
    return c->players[c->first[cover] + item];
}

int32_t coverage_count(const struct coverage *c, int32_t cover)
{
    int32_t count = 0;
    for (int32_t k = 0; k < coverage_items(c, cover); k++)
        count += coverage_has(c, cover, k);
    return count;
}

int32_t coverage_missing(const struct coverage *c, int32_t cover)
{
    int32_t count = 0;
    for (int32_t k = 0; k < coverage_items(c, cover); k++)
        count += coverage_has(c, cover, k) && coverage_hits(c, cover, k) == 0;
    return count;
}
