/* Changes to the middle of the course: see session/timeline.h. */
#include "session/timeline.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { ACT_GONE = -1 };

/* What a change does to the numbers that later commands name. */
struct renumbering {
    int32_t *acts;                      /* old number to new, ACT_GONE when taken out; as it is from `known` on */
    int32_t known;
    int32_t incident, at, by;           /* an improvised fact came (+1) or went (-1) at this place of the incident */
};

struct rewriting {
    struct timeline *to;
    const struct timeline *from;
    struct sim_events *decision;
    struct timeline_change *out;
    struct renumbering numbers;
};

/* Positions of act numbers among the fields of a command. */
static int act_fields(const struct sim_command *c, int fields[2])
{
    int corrects_or_claim = c->dispute.aim == 1;
    switch (c->kind) {
    case SIM_CMD_UPDATE:
        fields[0] = 4;
        return 1;
    case SIM_CMD_RENEGOTIATE:
    case SIM_CMD_RESOLVE_COMPLAINT:
        fields[0] = 0;
        return 1;
    case SIM_CMD_APOLOGISE:
        fields[0] = 2;
        return 1;
    case SIM_CMD_VOUCHER:
        fields[0] = 3;
        return 1;
    case SIM_CMD_DISPUTE:
    case SIM_CMD_OVERRULE:
        if (corrects_or_claim || c->dispute.source == MOMENT_COMPLAINT || c->dispute.source == MOMENT_CORRECTION) {
            fields[0] = corrects_or_claim ? 2 : 4;
            return 1;
        }
        return 0;
    default:
        return 0;
    }
}

/* 0 when it names an act that is gone. */
static int renumber_acts(const struct renumbering *n, struct sim_command *c)
{
    int fields[2];
    int count = act_fields(c, fields);
    for (int i = 0; i < count; i++) {
        int32_t *act = &c->v[fields[i]];
        if (*act <= 0 || *act >= n->known)
            continue;
        if (n->acts[*act] == ACT_GONE)
            return 0;
        *act = n->acts[*act];
    }
    return 1;
}

/* Bits of improvised facts move up behind one that came, down behind one that went. */
static void renumber_improvised(const struct renumbering *n, struct sim_command *c)
{
    if (n->by == 0 || c->kind != SIM_CMD_UPDATE || c->update.incident != n->incident || c->update.improvised <= 0)
        return;
    uint32_t bits = (uint32_t)c->update.improvised, low = bits & ((1u << n->at) - 1u), high = bits >> n->at;
    high = n->by > 0 ? high << 1 : high >> 1;
    c->update.improvised = (int32_t)((low | high << n->at) & 0x7fffffffu);
}

static void renumbering_begin(struct renumbering *n, const struct timeline *from)
{
    n->known = from->state.acts + 1;
    n->acts = memory_want((size_t)n->known * sizeof *n->acts);
    for (int32_t i = 0; i < n->known; i++)
        n->acts[i] = i;
}

/* Decides entry `index` of the old course again at the end of the new one. */
static int again(struct rewriting *w, int32_t index)
{
    const struct session_entry *old = &w->from->entries[index];
    struct sim_command command = old->command;
    enum refusal refusal = REFUSAL_NO_SUCH;
    renumber_improvised(&w->numbers, &command);
    if (renumber_acts(&w->numbers, &command))
        refusal = timeline_decide(w->to, &command, old, w->decision);
    if (refusal != REFUSAL_NONE) {
        w->out->status = SUBMIT_CONFLICT;
        w->out->refusal = refusal;
        w->out->conflict = index;
        return 0;
    }
    if (old->act > 0 && old->act < w->numbers.known)
        w->numbers.acts[old->act] = w->to->entries[w->to->entry_count - 1].act;
    return 1;
}

/* --- late acts --- */

static int ends_later(const struct session_entry *e, int32_t second)
{
    return e->time > second || (e->time == second && e->command.kind == SIM_CMD_END_ROUND);
}

/* First entry of this round that belongs behind what was said at `second`; -1 when the round began later. */
static int32_t place_of(const struct timeline *t, int32_t second)
{
    int32_t i = timeline_round_start(t);
    if (i < 0 || t->entries[i].time > second)
        return -1;
    for (i++; i < t->entry_count && !ends_later(&t->entries[i], second); i++)
        ;
    return i;
}

static void note_improvised(struct rewriting *w, const struct sim_command *c, const struct sim_state *before,
                            int32_t by)
{
    int32_t i = c->improvise_fact.incident;
    if (c->kind != SIM_CMD_IMPROVISE_FACT || i < 0 || i >= before->incident_count)
        return;
    w->numbers.incident = i;
    w->numbers.at = before->incidents[i].known_improvised;
    w->numbers.by = w->numbers.at < 31 ? by : 0;
}

/* The part of an advance that lies before the late act. */
static void divide(struct rewriting *w, int32_t place, int32_t second)
{
    const struct timeline *from = w->from;
    if (place >= from->entry_count || from->entries[place].command.kind != SIM_CMD_ADVANCE ||
        w->to->state.now >= second)
        return;
    struct sim_command part = from->entries[place].command;
    part.advance.to = second;
    w->out->refusal = timeline_decide(w->to, &part, &from->entries[place], w->decision);
}

static void insert(struct rewriting *w, const struct sim_command *command, int32_t place)
{
    struct session_entry like = {.recorded = w->from->state.now};
    timeline_copy(w->to, w->from, place);
    divide(w, place, command->said);
    note_improvised(w, command, &w->to->state, 1);
    if (w->out->refusal == REFUSAL_NONE)
        w->out->refusal = timeline_decide(w->to, command, &like, w->decision);
    if (w->out->refusal != REFUSAL_NONE) {
        w->out->status = SUBMIT_REFUSED;
        return;
    }
    w->out->act = w->to->entries[w->to->entry_count - 1].act;
    for (int32_t i = place; i < w->from->entry_count; i++)
        if (!again(w, i))
            return;
}

void timeline_insert(struct timeline *to, const struct timeline *from, const struct sim_command *command,
                     struct sim_events *decision, struct timeline_change *out)
{
    struct rewriting w = {.to = to, .from = from, .decision = decision, .out = out};
    *out = (struct timeline_change){.status = SUBMIT_DONE};
    int32_t place = place_of(from, command->said);
    if (place < 0 || from->state.now - command->said > LIMIT_BACKDATE) {
        out->status = SUBMIT_REFUSED;
        out->refusal = REFUSAL_TOO_LATE;
        return;
    }
    out->keep = place;
    renumbering_begin(&w.numbers, from);
    insert(&w, command, place);
    free(w.numbers.acts);
}

/* --- taking back --- */

/* The entry recorded last among those not marked yet, from `start` on; -1. */
static int32_t last_recorded(const struct timeline *t, int32_t start, const uint8_t *marked)
{
    int32_t last = -1;
    for (int32_t i = start; i < t->entry_count; i++) {
        const struct session_entry *e = &t->entries[i];
        if (!marked[i] && timeline_may_be_undone(e->command.kind) && (last < 0 || e->seq >= t->entries[last].seq))
            last = i;
    }
    return last;
}

/* The time its conversation took stands behind it, perhaps behind a late act of the same second too. */
static void mark_cost(const struct timeline *t, int32_t i, uint8_t *marked)
{
    for (i++; i < t->entry_count && t->entries[i].command.kind != SIM_CMD_ADVANCE; i++)
        ;
    if (i < t->entry_count && t->entries[i].cost)
        marked[i] = 1;
}

/* Marks what goes; returns the first of it, -1 when there are not so many. */
static int32_t mark(const struct timeline *t, int32_t count, uint8_t *marked)
{
    int32_t start = timeline_round_start(t) + 1, first = t->entry_count;
    for (int32_t n = 0; n < count; n++) {
        int32_t i = last_recorded(t, start, marked);
        if (i < 0)
            return -1;
        marked[i] = 1;
        mark_cost(t, i, marked);
        first = i < first ? i : first;
    }
    return first;
}

static void remove_marked(struct rewriting *w, const uint8_t *marked, int32_t first)
{
    timeline_copy(w->to, w->from, first);
    for (int32_t i = first; i < w->from->entry_count; i++) {
        const struct session_entry *e = &w->from->entries[i];
        if (!marked[i]) {
            if (!again(w, i))
                return;
            continue;
        }
        if (e->act > 0)
            w->numbers.acts[e->act] = ACT_GONE;
        note_improvised(w, &e->command, &w->to->state, -1);
    }
}

void timeline_remove(struct timeline *to, const struct timeline *from, int32_t count, struct sim_events *decision,
                     struct timeline_change *out)
{
    struct rewriting w = {.to = to, .from = from, .decision = decision, .out = out};
    uint8_t *marked = memory_want((size_t)from->entry_count + 1);
    int32_t first = count > 0 ? mark(from, count, marked) : -1;
    *out = (struct timeline_change){.status = SUBMIT_DONE, .keep = first};
    if (first < 0) {
        out->status = SUBMIT_REFUSED;
        out->refusal = REFUSAL_NO_SUCH;
    } else {
        renumbering_begin(&w.numbers, from);
        remove_marked(&w, marked, first);
        free(w.numbers.acts);
    }
    free(marked);
}
