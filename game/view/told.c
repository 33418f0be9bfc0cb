#include "view/told.h"

struct told *told_of(struct arena *arena, const struct session *session)
{
    struct told *told = arena_alloc(arena, sizeof *told);
    const struct scenario *sc = session_scenario(session);
    const struct sim_state *s = session_state(session);
    pledge_begin(&told->pledges);
    pattern_begin(&told->patterns);
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = session_event_at(session, i);
        pledge_fold(&told->pledges, sc, s, i, e);
        pattern_fold(&told->patterns, sc, s, i, e);
    }
    return told;
}
