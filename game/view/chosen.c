#include "view/chosen.h"

int32_t chosen_place(const struct scenario *sc, round_id round)
{
    int32_t n = 0;
    for (round_id r = 0; r <= round && r < sc->round_count; r++)
        n += !sc->rounds[r].warm_up;
    return n;
}

static int take(struct chosen *out, int count, const struct sim_event *e, int32_t since)
{
    if (e->improved.on && count < CHOSEN_MOST) {
        out[count] = (struct chosen){e->improved.improvement, since, e->improved.incident, e->improved.spine, e->improved.works, NOBODY, 0};
        return count + 1;
    }
    for (int i = count - 1; i >= 0 && !e->improved.on; i--) {
        if (out[i].improvement != e->improved.improvement || out[i].since != since)
            continue;
        for (; i + 1 < count; i++)
            out[i] = out[i + 1];
        return count - 1;
    }
    return count;
}

/* The root cause that stops an incident is that of the incident it repeats, or of the one that names it. */
static int stops(const struct scenario *sc, const struct chosen *c, incident_id again)
{
    if (c->incident < 0 || c->incident >= sc->incident_count || again < 0 || again >= sc->incident_count)
        return 0;
    return c->works && (sc->incidents[again].recurs == c->incident || sc->incidents[c->incident].root_cause.prevents == again);
}

static void prevented(const struct scenario *sc, struct chosen *out, int count, const struct sim_event *e)
{
    for (int i = count - 1; i >= 0; i--) {
        if (out[i].improvement != e->prevented.improvement || !stops(sc, &out[i], e->prevented.incident))
            continue;
        if (out[i].prevented_count++ == 0)
            out[i].prevented = e->prevented.incident;
        return;
    }
}

int chosen_list(const struct session *session, struct chosen out[CHOSEN_MOST])
{
    const struct scenario *sc = session_scenario(session);
    int count = 0;
    int32_t since = 1;
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = session_event_at(session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            since += !sc->rounds[e->round_started.round].warm_up;
        else if (e->kind == SIM_EV_IMPROVED)
            count = take(out, count, e, since);
        else if (e->kind == SIM_EV_PREVENTED)
            prevented(sc, out, count, e);
    }
    return count;
}
