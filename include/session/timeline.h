#ifndef SESSION_TIMELINE_H
#define SESSION_TIMELINE_H
/*
 * The effective course of a session: what counts, in fictional order, and the
 * state it leads to.
 *
 *   timeline_begin(&line, scenario, &setup);
 *   timeline_decide(&line, &command, &decision)     decides at the end and takes it in
 *   timeline_take(&line, &entry, events, count)     takes in what was decided once
 *   timeline_cut(&line, keep)                       forgets what follows the first `keep` entries
 *   timeline_release(&line);
 *
 * Records append entries, or keep the first k entries and put others behind
 * them (undo, acts recorded late). The file has all records; the timeline has
 * only what they come to.
 *
 * A late act at second T stands behind everything that was done up to T and
 * before what fell due at T: exactly where it would stand had it been recorded
 * in time. An advance over T is divided there. What follows is decided again,
 * the numbers of acts in it put right. Undoing an act takes out its entry and
 * the time its conversation took, and decides again what follows.
 */
#include "session/session.h"

struct timeline {
    const struct scenario *scenario;
    struct sim_setup setup;
    struct sim_state state;
    struct session_entry *entries;
    int32_t entry_count, entry_room;
    struct sim_event *events;
    int32_t event_count, event_room;
};

void timeline_begin(struct timeline *t, const struct scenario *scenario, const struct sim_setup *setup);
void timeline_release(struct timeline *t);
/* Decides at the end; when it is possible the entry is there, with `recorded`, `seq` and `cost` as in `like`. */
enum refusal timeline_decide(struct timeline *t, const struct sim_command *command, const struct session_entry *like,
                             struct sim_events *decision);
/* Applies events that were decided before; fields of the entry that lie in the state are filled in. */
void timeline_take(struct timeline *t, const struct session_entry *entry, const struct sim_event *events,
                   int32_t count);
/* The same with events that came from a file: 0 when one of them cannot be applied; the line is then not to be used. */
int timeline_take_strange(struct timeline *t, const struct session_entry *entry, const struct sim_event *events,
                          int32_t count);
void timeline_cut(struct timeline *t, int32_t keep);
/* Makes `to`, which has begun, the same as `from`. */
void timeline_keep(struct timeline *to, const struct timeline *from);
/* Makes `to`, which has begun, the first `keep` entries of `from`. */
void timeline_copy(struct timeline *to, const struct timeline *from, int32_t keep);
/* Forgets entries behind `keep` that did not change the state, or whose state the caller puts right. */
void timeline_drop(struct timeline *t, int32_t keep);

/* May this command be put into the past? Works and what moves the clock or the run sheet may not. */
int timeline_may_be_late(int32_t kind);
/* May it be taken back? */
int timeline_may_be_undone(int32_t kind);
/* Index of the entry that began the round now running or last ended, -1. */
int32_t timeline_round_start(const struct timeline *t);

/* What came of a change to the middle of the course. */
struct timeline_change {
    enum submit_status status;      /* DONE, REFUSED or CONFLICT */
    enum refusal refusal;
    int32_t conflict;               /* entry of `from` that became impossible */
    int32_t keep;                   /* entries that stayed as they were */
    int32_t act;                    /* number of the late act */
};
/* Builds in `to` (begun) the course of `from` with the late act in it; command->said is its second. */
void timeline_insert(struct timeline *to, const struct timeline *from, const struct sim_command *command,
                     struct sim_events *decision, struct timeline_change *out);
/* The same without the last `count` acts recorded. */
void timeline_remove(struct timeline *to, const struct timeline *from, int32_t count, struct sim_events *decision,
                     struct timeline_change *out);
#endif
