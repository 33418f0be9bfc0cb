#ifndef SIM_ADVANCE_H
#define SIM_ADVANCE_H
/*
 * Time passing. A second has two halves: what happens in it (works end,
 * things fall back, incidents come, the minute is full) when the clock
 * arrives, and what falls due in it (promises, moments, claims, silence,
 * targets, windows) when the clock leaves. Acts lie between: a promise met in
 * the second it is due is kept. Within a half: the order named here, then
 * pack order.
 */
#include "sim/making.h"

/* To that second, included but for what falls due in it. */
void advance_to(struct sim_making *m, int32_t to);
/* What falls due in this very second, as when a round ends. */
void advance_dues(struct sim_making *m);
#endif
