#include "view/view_observers.h"
#include "base/number.h"
#include "view/wording.h"

static void seen_take(struct view_observers *v, const struct sim_event *e)
{
    for (int i = 0; i < v->row_count; i++) {
        if (v->rows[i].member != e->observed.member || e->observed.marker >= v->marker_count)
            continue;
        v->rows[i].seen[e->observed.marker]++;
        v->rows[i].all++;
    }
}

void view_observers_build(struct arena *arena, const struct session *session, struct view_observers *out)
{
    const struct scenario *sc = session_scenario(session);
    struct wording words = wording_of(arena, session);
    int32_t members = session_setup(session)->member_count;
    *out = (struct view_observers){.marker_count = number_min(sc->marker_count, OBSERVERS_MARKERS)};
    for (int i = 0; i < out->marker_count; i++) {
        out->markers[i] = sc->markers[i].text;
        out->good[i] = sc->markers[i].good;
    }
    out->rows = arena_array(arena, (size_t)members + 1, sizeof *out->rows);
    for (int32_t m = 0; m <= members; m++) {
        int32_t member = m < members ? m : NOBODY;
        out->rows[out->row_count++] = (struct observers_row){.name = wording_member(&words, member), .member = member};
    }
    for (int32_t i = session_event_count(session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            return;
        if (e->kind == SIM_EV_OBSERVED)
            seen_take(out, e);
    }
}
