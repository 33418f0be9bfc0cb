#include "session/timeline.h"
#include "base/memory.h"
#include "session/guard.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void timeline_begin(struct timeline *t, const struct scenario *scenario, const struct sim_setup *setup)
{
    t->scenario = scenario;
    t->setup = *setup;
    t->entry_count = t->event_count = 0;
    sim_begin(&t->state, scenario, &t->setup);
}

void timeline_release(struct timeline *t)
{
    free(t->entries);
    free(t->events);
    t->entries = NULL;
    t->events = NULL;
    t->entry_count = t->entry_room = t->event_count = t->event_room = 0;
}

static int32_t room_for(int32_t room, int32_t wanted)
{
    int32_t larger = room == 0 ? 256 : room;
    while (larger < wanted)
        larger *= 2;
    return larger;
}

static void want_room(struct timeline *t, int32_t entries, int32_t events)
{
    if (t->entry_count + entries > t->entry_room) {
        t->entry_room = room_for(t->entry_room, t->entry_count + entries);
        t->entries = memory_resize(t->entries, (size_t)t->entry_room * sizeof *t->entries);
    }
    if (t->event_count + events > t->event_room) {
        t->event_room = room_for(t->event_room, t->event_count + events);
        t->events = memory_resize(t->events, (size_t)t->event_room * sizeof *t->events);
    }
}

void timeline_keep(struct timeline *to, const struct timeline *from)
{
    to->entry_count = to->event_count = 0;
    want_room(to, from->entry_count, from->event_count);
    if (from->entry_count > 0)
        memcpy(to->entries, from->entries, (size_t)from->entry_count * sizeof *to->entries);
    if (from->event_count > 0)
        memcpy(to->events, from->events, (size_t)from->event_count * sizeof *to->events);
    to->entry_count = from->entry_count;
    to->event_count = from->event_count;
    sim_copy(&to->state, &from->state, from->scenario);
}

static void finish_entry(struct timeline *t, const struct session_entry *entry, int32_t count, int32_t acts_before)
{
    struct session_entry *taken = &t->entries[t->entry_count++];
    *taken = *entry;
    taken->first_event = t->event_count;
    taken->event_count = count;
    taken->act = t->state.acts != acts_before ? t->state.acts : 0;
    taken->time = t->state.now;
    t->event_count += count;
}

void timeline_take(struct timeline *t, const struct session_entry *entry, const struct sim_event *events, int32_t count)
{
    int32_t before = t->state.acts;
    want_room(t, 1, count);
    for (int32_t i = 0; i < count; i++) {
        sim_apply(&t->state, t->scenario, &events[i]);
        t->events[t->event_count + i] = events[i];
    }
    finish_entry(t, entry, count, before);
}

int timeline_take_strange(struct timeline *t, const struct session_entry *entry, const struct sim_event *events,
                          int32_t count)
{
    int32_t before = t->state.acts;
    want_room(t, 1, count);
    for (int32_t i = 0; i < count; i++) {
        if (!guard_event(&t->state, t->scenario, &events[i]))
            return 0;
        sim_apply(&t->state, t->scenario, &events[i]);
        t->events[t->event_count + i] = events[i];
    }
    finish_entry(t, entry, count, before);
    return 1;
}

enum refusal timeline_decide(struct timeline *t, const struct sim_command *command, const struct session_entry *like,
                             struct sim_events *decision)
{
    struct session_entry entry = *like;
    entry.command = *command;
    entry.command.said = t->state.now;
    enum refusal refusal = sim_decide(&t->state, t->scenario, &entry.command, decision);
    if (refusal == REFUSAL_NONE)
        timeline_take(t, &entry, decision->items, decision->count);
    return refusal;
}

void timeline_drop(struct timeline *t, int32_t keep)
{
    assert(keep >= 0 && keep <= t->entry_count);
    if (keep < t->entry_count)
        t->event_count = t->entries[keep].first_event;
    t->entry_count = keep;
}

static void apply_all(struct timeline *t)
{
    sim_begin(&t->state, t->scenario, &t->setup);
    for (int32_t i = 0; i < t->event_count; i++)
        sim_apply(&t->state, t->scenario, &t->events[i]);
}

void timeline_cut(struct timeline *t, int32_t keep)
{
    timeline_drop(t, keep);
    apply_all(t);
}

void timeline_copy(struct timeline *to, const struct timeline *from, int32_t keep)
{
    int32_t events = keep < from->entry_count ? from->entries[keep].first_event : from->event_count;
    to->entry_count = to->event_count = 0;
    want_room(to, keep, events);
    if (keep > 0)
        memcpy(to->entries, from->entries, (size_t)keep * sizeof *to->entries);
    if (events > 0)
        memcpy(to->events, from->events, (size_t)events * sizeof *to->events);
    to->entry_count = keep;
    to->event_count = events;
    apply_all(to);
}

int timeline_may_be_late(int32_t kind)
{
    switch ((enum sim_command_kind)kind) {
    case SIM_CMD_WORK:
    case SIM_CMD_START_ROUND:
    case SIM_CMD_ADVANCE:
    case SIM_CMD_END_ROUND:
    case SIM_CMD_FIRE:
    case SIM_CMD_HOLD:
    case SIM_CMD_SKIP:
    case SIM_CMD_INJECT:
    case SIM_CMD_IMPROVISE_WORK:
    case SIM_CMD_DISPUTE:
    case SIM_CMD_OVERRULE:
    case SIM_CMD_PAUSE:
    case SIM_CMD_FINISH:
    case SIM_CMD_LEARN:
    case SIM_CMD_COMMIT:
    case SIM_CMD_CHARTER:
    case SIM_CMD_MARK:
    case SIM_CMD_IMPROVE:
    case SIM_CMD_AMBASSADOR:
    case SIM_CMD_TALLY:
    case SIM_CMD_CARD_SHEET:
    case SIM_CMD_MONDAY:
    case SIM_CMD_FOLLOW_UP:
    case SIM_CMD_STEP:
    case SIM_CMD_EDIT_REPORT:
    case SIM_CMD_COUNT:
        return 0;
    case SIM_CMD_ACKNOWLEDGE:
    case SIM_CMD_ASK:
    case SIM_CMD_UPDATE:
    case SIM_CMD_PROMISE:
    case SIM_CMD_RENEGOTIATE:
    case SIM_CMD_STOP_WORK:
    case SIM_CMD_HAND_PRIORITY:
    case SIM_CMD_DECIDE_OURSELVES:
    case SIM_CMD_REFUSE:
    case SIM_CMD_AGREE_CONDITIONS:
    case SIM_CMD_RETEST_CONDITIONS:
    case SIM_CMD_LOG_COMPLAINT:
    case SIM_CMD_RESOLVE_COMPLAINT:
    case SIM_CMD_VERIFY:
    case SIM_CMD_CLOSE:
    case SIM_CMD_APOLOGISE:
    case SIM_CMD_BLAME:
    case SIM_CMD_PROACTIVE:
    case SIM_CMD_ESCALATE:
    case SIM_CMD_IMPROVISE_FACT:
    case SIM_CMD_OBSERVE:
    case SIM_CMD_VOUCHER:
    case SIM_CMD_REACT:
    case SIM_CMD_NOTE:
        return 1;
    }
    return 0;
}

int timeline_may_be_undone(int32_t kind)
{
    return kind != SIM_CMD_START_ROUND && kind != SIM_CMD_ADVANCE && kind != SIM_CMD_PAUSE && kind != SIM_CMD_STEP;
}

int32_t timeline_round_start(const struct timeline *t)
{
    for (int32_t i = t->entry_count - 1; i >= 0; i--)
        if (t->entries[i].command.kind == SIM_CMD_START_ROUND)
            return i;
    return -1;
}
