#ifndef ASSESS_TRACES_H
#define ASSESS_TRACES_H
/*
 * The traces of a reading: what happened in rounds that count, a line each.
 * Used inside assess only: assess_fold() calls traces_fold() for each event
 * once the reading's state has been moved by it.
 */
#include "assess/log.h"

void traces_fold(struct assess_reading *r, int32_t index, const struct sim_event *e);
/* The next trace of that kind from index `from` on, of the incident (NOBODY: any); NOBODY when there is none. */
int32_t trace_next(const struct assess_reading *r, int32_t kind, incident_id i, int32_t from);
/* The last stage of that mark of the incident, NOBODY. */
int32_t trace_stage(const struct assess_reading *r, incident_id i, int32_t mark);
/* Seconds the span lasted, until now while it runs. */
int32_t trace_span_seconds(const struct assess_reading *r, int32_t span);
/* Where an act stands, vouchers taken into account: enum matrix_place. voucher: the trace of it, NOBODY; may be NULL. */
int32_t trace_place(const struct assess_reading *r, int32_t act, int32_t *voucher);
#endif
