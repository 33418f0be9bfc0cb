#ifndef SESSION_GUARD_H
#define SESSION_GUARD_H
/*
 * Session files come by mail. Their chain shows damage, not malice, and
 * sim_apply() believes what it is given: so every stored event is held against
 * the scenario and the state first. What names anything that is not there is
 * not applied, and the file counts as damaged from that record on.
 */
#include "sim/sim.h"

/* 1 when the event can be applied to this state. */
int guard_event(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e);
#endif
