#include "session/inside.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct verifying {
    const struct session *session;
    struct timeline line;
    struct sim_events decision;
    struct session_verification *out;
    enum err err;
};

static int same_event(const struct sim_event *a, const struct sim_event *b)
{
    int32_t fields = sim_event_field_count(a->kind);
    return a->kind == b->kind && a->at == b->at && fields >= 0 &&
           memcmp(a->v, b->v, (size_t)fields * sizeof a->v[0]) == 0;
}

static int same_decision(struct verifying *v, const struct session_entry *e, const struct sim_event *stored)
{
    if (sim_decide(&v->line.state, v->line.scenario, &e->command, &v->decision) != REFUSAL_NONE)
        return 0;
    if (v->decision.count != e->event_count)
        return 0;
    for (int32_t i = 0; i < e->event_count; i++)
        if (!same_event(&v->decision.items[i], &stored[i]))
            return 0;
    return 1;
}

/* Decides each entry again beside what is stored, then goes on with what is stored. Returns how many differ. */
static int32_t verify_entries(struct verifying *v, struct session_entry *entries, int32_t count,
                              const struct sim_event *events, int again)
{
    int32_t differing = 0;
    for (int32_t i = 0; i < count; i++) {
        const struct sim_event *stored = events + entries[i].first_event;
        if (again) {
            v->out->decided_again++;
            differing += !same_decision(v, &entries[i], stored);
        }
        timeline_take(&v->line, &entries[i], stored, entries[i].event_count);
    }
    return differing;
}

static enum err verify_course(struct verifying *v, const struct store_record *record, int *differs)
{
    struct arena a = {0};
    struct codec_course course;
    enum err err = codec_read_course(&a, record, &course);
    if (err == ERR_NONE && record->kind == RECORD_REWRITE) {
        if (course.keep <= v->line.entry_count)
            timeline_cut(&v->line, course.keep);
        else
            err = ERR_DAMAGED;
    }
    if (err == ERR_NONE)
        *differs = verify_entries(v, course.entries, course.entry_count, course.events,
                                  record->rules == SIM_RULES_VERSION) > 0;
    arena_release(&a);
    return err;
}

static int verify_record(void *context, const struct store_record *record)
{
    struct verifying *v = context;
    int differs = 0;
    if (record->seq > v->session->records)
        return 1;
    if (record->kind == RECORD_COMMAND || record->kind == RECORD_REWRITE)
        v->err = verify_course(v, record, &differs);
    if (v->err != ERR_NONE)
        return 1;
    if (record->rules == SIM_RULES_VERSION)
        differs |= record->digest != sim_digest(&v->line.state, v->line.scenario);
    v->out->records++;
    v->out->differing += differs;
    if (differs && v->out->first_differing == 0)
        v->out->first_differing = record->seq;
    return 0;
}

static void verify_scratch(struct verifying *v)
{
    const struct timeline *line = &v->session->line;
    v->out->records = 1;
    v->out->differing = verify_entries(v, line->entries, line->entry_count, line->events, 1) > 0;
    v->out->first_differing = v->out->differing;
}

enum err session_verify(struct session *s, struct session_verification *out)
{
    struct verifying *v = memory_want(sizeof *v);
    struct submit_result unseen;
    session_flush(s, &unseen);
    memset(out, 0, sizeof *out);
    v->session = s;
    v->out = out;
    timeline_begin(&v->line, session_scenario(s), &s->line.setup);
    enum err err = ERR_NONE;
    if (s->store != NULL)
        err = store_each(s->store, verify_record, v);
    else
        verify_scratch(v);
    if (err == ERR_NONE)
        err = v->err;
    out->digest = sim_digest(&v->line.state, v->line.scenario);
    out->round = v->line.state.round;
    out->time = v->line.state.now;
    timeline_release(&v->line);
    free(v);
    return err;
}

/* Entry that began the round, -1. */
static int32_t beginning_of(const struct timeline *line, round_id round)
{
    for (int32_t i = 0; i < line->entry_count; i++)
        if (line->entries[i].command.kind == SIM_CMD_START_ROUND && line->entries[i].command.start_round.round == round)
            return i;
    return -1;
}

/* Applies the events of an entry up to a second; 0 when some are left. */
static int apply_up_to(struct sim_state *state, const struct timeline *line, const struct session_entry *e,
                       int32_t time, int32_t *count)
{
    for (int32_t i = 0; i < e->event_count; i++) {
        const struct sim_event *event = &line->events[e->first_event + i];
        if (event->at > time)
            return 0;
        sim_apply(state, line->scenario, event);
        ++*count;
    }
    return 1;
}

/* The clock stands between two events when nothing happened at that second. */
static void stand_at(struct sim_state *state, const struct session *s, round_id round, int32_t time)
{
    const struct sim_state *live = &s->line.state;
    int32_t to = live->round == round && live->now < time ? live->now : time;
    if (state->phase == PHASE_ROUND && to > state->now)
        sim_apply(state, s->line.scenario, &(struct sim_event){.kind = SIM_EV_TIME, .at = to, .time_passed = {to}});
}

enum err session_until(const struct session *s, round_id round, int32_t time, struct sim_state *out,
                       int32_t *event_count)
{
    const struct timeline *line = &s->line;
    int32_t start = beginning_of(line, round), count = 0;
    if (start < 0 || time < line->entries[start].time)
        return ERR_MISSING;
    sim_begin(out, line->scenario, &line->setup);
    for (int32_t i = 0; i < line->entry_count; i++) {
        const struct session_entry *e = &line->entries[i];
        if (i > start && e->command.kind == SIM_CMD_START_ROUND)
            break;
        if (!apply_up_to(out, line, e, i <= start ? INT32_MAX : time, &count))
            break;
    }
    stand_at(out, s, round, time);
    if (event_count != NULL)
        *event_count = count;
    return ERR_NONE;
}

enum err session_salvage(struct session *s, const char *path)
{
    return s->store != NULL ? store_salvage(s->store, path) : ERR_REFUSED;
}
