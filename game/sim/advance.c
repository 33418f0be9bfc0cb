#include "sim/advance.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

#include <stdint.h>

static void earlier(int32_t *least, int32_t second)
{
    if (second >= 0 && second < *least)
        *least = second;
}

/* --- what happens: strictly after now --- */

static int32_t next_minute(const struct sim_state *s, const struct scenario *sc)
{
    int32_t from = sc->rounds[s->round].from;
    return from + ((s->now - from) / FIGURE_MINUTE + 1) * FIGURE_MINUTE;
}

static int can_fall_back(const struct sim_state *s, const struct sim_work *w)
{
    const struct sim_incident *incident = &s->incidents[w->incident];
    return w->ended >= 0 && w->falls_back_at >= 0 && incident->round == s->round
        && (incident->open == 1 || incident->how == MARK_CLOSED);
}

/* What lasts at least as well stands in for it: a makeshift may go once the real fix is in. */
static int falls_back(const struct sim_state *s, const struct scenario *sc, int32_t k)
{
    return s->works[k].falls_back_at == s->now && can_fall_back(s, &s->works[k])
        && incident_level_without(s, sc, k) > s->incidents[s->works[k].incident].level;
}

static int32_t next_happening(const struct sim_state *s, const struct scenario *sc)
{
    int32_t least = next_minute(s, sc);
    for (int32_t k = s->falling > 0 ? 0 : s->open_work; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->ended < 0)
            earlier(&least, w->ends);
        else if (w->falls_back_at > s->now && can_fall_back(s, w))
            earlier(&least, w->falls_back_at);
    }
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (sc->incidents[i].round == s->round && sc->incidents[i].at > s->now && sc->incidents[i].opens < 0)
            earlier(&least, sc->incidents[i].at);
    return least;
}

/* Returns whether anything came of it but that a minute has passed. */
static int happen(struct sim_making *m)
{
    struct sim_state *s = m->s;
    int32_t before = m->out->count;
    for (int32_t k = s->open_work; k < s->work_count; k++)
        if (s->works[k].ended < 0 && s->works[k].ends <= s->now)
            work_ends(m, k);
    for (int32_t k = 0; k < s->work_count && s->falling > 0; k++)
        if (falls_back(s, m->sc, k))
            incident_falls_back(m, k);
    if ((s->now - m->sc->rounds[s->round].from) % FIGURE_MINUTE == 0) {
        feelings_minute(m);
        before++;
    }
    scripted_poll(m);
    return m->out->count != before;
}

/* --- what falls due: now or later --- */

static int32_t incident_next_due(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct sim_incident *incident = &s->incidents[i];
    int32_t least = INT32_MAX, lapses = incident_lapses_at(s, sc, i);
    if (incident->restored < 0 && incident->restore_by >= s->now)
        earlier(&least, incident->restore_by);
    if (lapses >= s->now)
        earlier(&least, lapses);
    if (incident->confirmed < 0 && incident_counts_silence(incident))
        earlier(&least, number_max(s->now, incident_silent_at(s, i)));
    return least;
}

static int32_t promise_due(const struct sim_state *s, const struct scenario *sc, int32_t k)
{
    const struct sim_promise *p = &s->promises[k];
    return p->state == PROMISE_OPEN ? promise_next_due(s, sc, p) : -1;
}

static int32_t claim_due(const struct sim_state *s, int32_t k)
{
    return s->claims[k].settled == CLAIM_OPEN ? s->claims[k].due : -1;
}

static int32_t moment_due(const struct sim_state *s, int32_t k)
{
    return s->moments[k].outcome == OUTCOME_OPEN ? s->moments[k].due : -1;
}

static int32_t next_due(const struct sim_state *s, const struct scenario *sc)
{
    int32_t least = INT32_MAX;
    for (int32_t k = s->open_promise; k < s->promise_count; k++)
        earlier(&least, promise_due(s, sc, k));
    for (int32_t k = s->open_claim; k < s->claim_count; k++)
        earlier(&least, claim_due(s, k));
    for (int32_t k = s->open_moment; k < s->moment_count; k++)
        earlier(&least, moment_due(s, k));
    for (incident_id i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1)
            earlier(&least, incident_next_due(s, sc, i));
    return least;
}

/* Targets and lapses pass once: when the clock leaves exactly their second. */
static void incidents_due(struct sim_making *m)
{
    struct sim_state *s = m->s;
    for (incident_id i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        int silent = incident->confirmed < 0 && incident_counts_silence(incident) && incident_silent_at(s, i) <= s->now;
        if (incident->open == 1 && silent)
            incident_silent(m, i);
        if (incident->open == 1 && incident->restored < 0 && incident->restore_by == s->now)
            incident_overdue(m, i);
        if (incident->open == 1 && incident_lapses_at(s, m->sc, i) == s->now)
            incident_lapses(m, i);
    }
}

void advance_dues(struct sim_making *m)
{
    struct sim_state *s = m->s;
    int32_t before = m->out->count;
    for (int32_t k = s->open_promise; k < s->promise_count; k++)
        if (promise_due(s, m->sc, k) >= 0 && promise_due(s, m->sc, k) <= s->now)
            promise_overdue(m, k);
    for (int32_t k = s->open_claim; k < s->claim_count; k++)
        if (claim_due(s, k) >= 0 && claim_due(s, k) <= s->now)
            claim_overdue(m, k);
    for (int32_t k = s->open_moment; k < s->moment_count; k++)
        if (moment_due(s, k) >= 0 && moment_due(s, k) <= s->now)
            moment_overdue(m, k);
    incidents_due(m);
    if (m->out->count != before)
        scripted_poll(m);
}

void advance_to(struct sim_making *m, int32_t to)
{
    struct sim_state *s = m->s;
    int32_t due = next_due(s, m->sc);
    while (s->now < to && !m->full) {
        if (due <= s->now) {
            advance_dues(m);
            due = number_max(next_due(s, m->sc), s->now + 1);
        }
        int32_t happens = next_happening(s, m->sc);
        int32_t next = number_min(to, number_min(happens, due));
        making_add(m, &(struct sim_event){.kind = SIM_EV_TIME, .time_passed = {next}});
        if (next == happens && happen(m))   /* what falls due next does not change while only time passes */
            due = next_due(s, m->sc);
    }
}
