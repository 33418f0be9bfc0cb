#include "session/inside.h"

#include <assert.h>
#include <string.h>

static struct session_pending *begin(struct session *s, enum session_record_kind kind, const struct sim_state *state)
{
    struct session_pending *p = &s->pending;
    str_clear(&p->body);
    str_clear(&p->events);
    p->text_count = 0;
    p->record = (struct store_record){.kind = (int32_t)kind, .time = state->now, .round = state->round,
        .rules = SIM_RULES_VERSION, .wall = s->wall, .digest = sim_digest(state, session_scenario(s))};
    return p;
}

static void finish(struct session_pending *p)
{
    p->record.body = (const uint8_t *)str_text(&p->body);
    p->record.body_length = p->body.length;
    p->record.events = (const uint8_t *)str_text(&p->events);
    p->record.events_length = p->events.length;
}

void session_prepare(struct session *s, enum session_record_kind kind, const struct timeline *line, int32_t keep)
{
    struct session_pending *p = begin(s, kind, &line->state);
    int32_t first = keep < line->entry_count ? line->entries[keep].first_event : line->event_count;
    codec_write_course(&p->body, &p->events, kind == RECORD_REWRITE ? keep : 0, line->entries + keep,
                       line->entry_count - keep, line->events + first);
    finish(p);
}

void session_prepare_setup(struct session *s, enum session_record_kind kind, const struct session_setup *setup,
                           const struct codec_names *names)
{
    struct session_pending *p = begin(s, kind, s->idle ? &s->base : &s->line.state);
    codec_write_setup(&p->body, setup, names);
    finish(p);
}

void session_prepare_texts(struct session *s, int32_t first)
{
    struct session_pending *p = &s->pending;
    for (int32_t id = first; id <= s->text_count; id++)
        if (s->texts[id] != NULL) {
            assert(p->text_count < LIMIT_MEMBERS + 1 + SESSION_CONTRACT);
            p->texts[p->text_count++] = (struct store_text){id, s->texts[id]};
        }
}

enum err session_store_pending(struct session *s)
{
    struct session_pending *p = &s->pending;
    enum err err = s->store == NULL ? ERR_NONE : store_append(s->store, &p->record, p->texts, p->text_count);
    if (s->store == NULL)
        p->record.seq = s->records + 1;
    if (err == ERR_NONE) {
        s->records = p->record.seq;
        session_keep_wall(s, s->records, p->record.wall);
    }
    return err;
}

static enum err check_course(const struct timeline *line, const struct store_record *record,
                             const struct codec_course *course)
{
    if (record->kind == RECORD_REWRITE && course->keep > line->entry_count)
        return ERR_DAMAGED;
    for (int32_t i = 0; i < course->entry_count; i++)
        if (course->entries[i].seq > record->seq)
            return ERR_DAMAGED;
    return ERR_NONE;
}

enum err session_take_course(struct timeline *line, const struct store_record *record)
{
    struct arena a = {0};
    struct codec_course course;
    enum err err = codec_read_course(&a, record, &course);
    if (err == ERR_NONE)
        err = check_course(line, record, &course);
    if (err == ERR_NONE && record->kind == RECORD_REWRITE)
        timeline_cut(line, course.keep);
    for (int32_t i = 0; i < course.entry_count && err == ERR_NONE; i++) {
        struct session_entry *e = &course.entries[i];
        e->seq = e->seq == 0 ? record->seq : e->seq;
        if (!timeline_take_strange(line, e, course.events + e->first_event, e->event_count))
            err = ERR_DAMAGED;
    }
    arena_release(&a);
    return err;
}

/* Setups after the first change preferences and names alone: what scores rest on stays as it began. */
static enum err take_setup(struct session *s, const struct store_record *record)
{
    struct session_setup setup;
    struct codec_names names;
    enum err err = codec_read_setup(record, &setup, &names);
    if (err != ERR_NONE)
        return err;
    session_fill_names(s, &setup, &names);
    s->setup = setup;
    s->names = names;
    return ERR_NONE;
}

int32_t session_rules(const struct session *s)
{
    return s->older_rules > 0 ? s->older_rules : SIM_RULES_VERSION;
}

static void note_rules(struct session *s, const struct store_record *record)
{
    int course = record->kind == RECORD_COMMAND || record->kind == RECORD_REWRITE;
    if (course && record->rules < session_rules(s))
        s->older_rules = record->rules;
}

enum err session_take_record(struct session *s, const struct store_record *record)
{
    note_rules(s, record);
    switch ((enum session_record_kind)record->kind) {
    case RECORD_SETUP:
    case RECORD_PREFERENCE:
        return take_setup(s, record);
    case RECORD_COMMAND:
        return session_take_course(&s->line, record);
    case RECORD_REWRITE:
        s->course++;
        return session_take_course(&s->line, record);
    }
    return ERR_NEWER;
}

void session_sim_setup(const struct session_setup *setup, struct sim_setup *out)
{
    memset(out, 0, sizeof *out);
    out->seed = setup->seed;
    out->member_count = setup->member_count;
    out->left_out = setup->left_out;
    for (int32_t i = 0; i < setup->member_count; i++)
        out->roles[i] = setup->members[i].role;
}
