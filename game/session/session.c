#include "session/inside.h"
#include "base/memory.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct session *session_new(void)
{
    return memory_want(sizeof(struct session));
}

static void session_free(struct session *s)
{
    store_close(s->store);
    timeline_release(&s->line);
    timeline_release(&s->spare);
    str_release(&s->pending.body);
    str_release(&s->pending.events);
    free(s->texts);
    arena_release(&s->arena);
    free(s);
}

static void begin_lines(struct session *s)
{
    struct sim_setup setup;
    session_sim_setup(&s->setup, &setup);
    timeline_begin(&s->line, session_scenario(s), &setup);
    timeline_begin(&s->spare, session_scenario(s), &setup);
    s->told_phase = s->told_round = -2;
}

/* --- names and preferences --- */

static int32_t name_number(struct session *s, const char *name)
{
    if (name[0] == '\0')
        return 0;
    session_keep_text(s, s->text_count + 1, name);
    return s->text_count;
}

/* Numbers for the names of a setup; those that stand already keep theirs. */
static void number_names(struct session *s, const struct session_setup *setup, struct codec_names *names)
{
    *names = s->names;
    if (s->names.team == 0 || strcmp(session_text(s, s->names.team), setup->team) != 0)
        names->team = name_number(s, setup->team);
    for (int32_t i = 0; i < setup->member_count; i++)
        if (s->names.members[i] == 0 || strcmp(session_text(s, s->names.members[i]), setup->members[i].name) != 0)
            names->members[i] = name_number(s, setup->members[i].name);
}

static int same_for_scores(const struct session_setup *a, const struct session_setup *b)
{
    if (a->seed != b->seed || a->left_out != b->left_out || a->member_count != b->member_count || a->tables != b->tables)
        return 0;
    for (int32_t i = 0; i < a->member_count; i++)
        if (a->members[i].role != b->members[i].role)
            return 0;
    return 1;
}

enum err session_change_setup(struct session *s, const struct session_setup *setup)
{
    struct codec_names names;
    int32_t first = s->text_count + 1;
    if (s->read_only || !same_for_scores(&s->setup, setup))
        return ERR_REFUSED;
    if (s->stopped != ERR_NONE)
        return s->stopped;
    number_names(s, setup, &names);
    session_prepare_setup(s, RECORD_PREFERENCE, setup, &names);
    session_prepare_texts(s, first);
    if (s->store != NULL && strcmp(s->setup.team, setup->team) != 0)
        store_stage_meta(s->store, "team", setup->team);
    enum err err = session_store_pending(s);
    if (err != ERR_NONE) {
        session_drop_texts(s, first);
        return err;
    }
    s->setup = *setup;
    s->names = names;
    return ERR_NONE;
}

/* --- creating --- */

static int is_possible(const struct scenario *sc, const struct session_setup *setup)
{
    if (setup->member_count < 0 || setup->member_count > LIMIT_MEMBERS)
        return 0;
    for (int32_t i = 0; i < setup->member_count; i++)
        if (setup->members[i].role < NOBODY || setup->members[i].role >= sc->role_count)
            return 0;
    return memchr(setup->team, '\0', sizeof setup->team) != NULL && memchr(setup->date, '\0', sizeof setup->date) != NULL;
}

enum err session_scratch(struct session **out, const struct scenario *scenario, const struct session_setup *setup)
{
    if (!is_possible(scenario, setup))
        return ERR_REFUSED;
    struct session *s = session_new();
    s->lent = scenario;
    s->setup = *setup;
    number_names(s, setup, &s->names);
    begin_lines(s);
    s->records = 1;
    *out = s;
    return ERR_NONE;
}

static enum err copy_pack(struct session *s, const struct pack_source *from, struct pack_source *to)
{
    enum err err = ERR_NONE;
    pack_source_begin(to, &s->arena);
    for (int i = 0; i < from->count && err == ERR_NONE; i++)
        err = pack_source_add(to, from->files[i].name, from->files[i].bytes, from->files[i].length);
    return err;
}

static enum err read_pack(struct session *s, const struct pack_source *pack, struct diag_list *problems)
{
    struct arena unseen = {0};
    struct diag_list own = {.arena = &unseen};
    enum err err = pack_read(&s->arena, pack, &s->scenario, problems != NULL ? problems : &own);
    arena_release(&unseen);
    return err;
}

void session_stage_head(struct session *s, const struct sim_state *state)
{
    char number[16];
    if (s->store == NULL || (s->told_phase == state->phase && s->told_round == state->round))
        return;
    snprintf(number, sizeof number, "%d", state->phase);
    store_stage_meta(s->store, "phase", number);
    snprintf(number, sizeof number, "%d", state->round);
    store_stage_meta(s->store, "round", number);
    store_stage_meta(s->store, "round-title", state->round >= 0 ? session_scenario(s)->rounds[state->round].title : "");
    s->told_phase = state->phase;
    s->told_round = state->round;
}

static enum err write_pack(struct session *s, const struct pack_source *pack)
{
    enum err err = ERR_NONE;
    for (int i = 0; i < pack->count && err == ERR_NONE; i++)
        err = store_put_blob(s->store, pack->files[i].name, pack->files[i].bytes, pack->files[i].length);
    return err;
}

/* The file is a session from its first record on; before that it has no name. */
static enum err write_beginning(struct session *s, const struct pack_source *pack)
{
    enum err err = write_pack(s, pack);
    if (err != ERR_NONE)
        return err;
    number_names(s, &s->setup, &s->names);
    begin_lines(s);
    session_prepare_setup(s, RECORD_SETUP, &s->setup, &s->names);
    session_prepare_texts(s, 1);
    store_stage_meta(s->store, "team", s->setup.team);
    store_stage_meta(s->store, "date", s->setup.date);
    store_stage_meta(s->store, "pack", s->scenario->title);
    store_stage_meta(s->store, "pack-id", s->scenario->id);
    session_stage_head(s, &s->line.state);
    err = session_store_pending(s);
    return err == ERR_NONE ? store_publish(s->store) : err;
}

enum err session_create(struct session **out, const char *path, const struct pack_source *pack,
                        const struct session_setup *setup, struct diag_list *problems)
{
    struct session *s = session_new();
    struct pack_source *source = arena_alloc(&s->arena, sizeof *source);
    s->setup = *setup;
    enum err err = copy_pack(s, pack, source);
    if (err == ERR_NONE)
        err = read_pack(s, source, problems);
    if (err == ERR_NONE && !is_possible(s->scenario, setup))
        err = ERR_REFUSED;
    if (err == ERR_NONE)
        err = store_create(&s->store, path);
    if (err == ERR_NONE)
        err = write_beginning(s, source);
    if (err == ERR_NONE)
        *out = s;
    else
        session_free(s);
    return err;
}

/* --- opening --- */

struct opening {
    struct session *session;
    struct pack_source *source;
    enum err err;
    struct store_report *report;
};

static int take_file(void *context, const char *name, const void *bytes, size_t length)
{
    struct opening *o = context;
    o->err = pack_source_add(o->source, name, bytes, length);
    return o->err != ERR_NONE;
}

static int take_text(void *context, const struct store_text *text)
{
    if (text->id > 0 && text->id < 1 << 24)
        session_keep_text(context, text->id, text->text);
    return 0;
}

/* A digest can be compared when the rules that counted it are ours. */
static int digest_fits(const struct session *s, const struct store_record *record)
{
    return record->rules != SIM_RULES_VERSION || record->digest == sim_digest(&s->line.state, session_scenario(s));
}

static enum err take_first(struct session *s, const struct store_record *record)
{
    enum err err = record->kind == RECORD_SETUP ? session_take_record(s, record) : ERR_FORMAT;
    if (err != ERR_NONE)
        return err;
    if (!is_possible(s->scenario, &s->setup))
        return ERR_DAMAGED;
    begin_lines(s);
    return ERR_NONE;
}

static int is_course(const struct store_record *record)
{
    return record->kind == RECORD_COMMAND || record->kind == RECORD_REWRITE;
}

/* Back to where the line stood before a record that does not fit. */
static void step_back(struct session *s, const struct store_record *record, int32_t entries)
{
    if (record->kind == RECORD_COMMAND)
        timeline_cut(&s->line, entries);
    else if (record->kind == RECORD_REWRITE)
        timeline_keep(&s->line, &s->spare);
}

/* What does not fit is not applied, nor is anything behind it. */
static int take_record(void *context, const struct store_record *record)
{
    struct opening *o = context;
    struct session *s = o->session;
    int32_t entries = s->line.entry_count;
    if (record->kind == RECORD_REWRITE && record->seq > 1)
        timeline_keep(&s->spare, &s->line);
    o->err = record->seq == 1 ? take_first(s, record) : session_take_record(s, record);
    if (o->err == ERR_NONE && !digest_fits(s, record))
        o->err = ERR_DAMAGED;
    if (o->err == ERR_NONE) {
        s->records = record->seq;
        return 0;
    }
    if (record->seq > 1 && is_course(record))
        step_back(s, record, entries);
    return 1;
}

static void stand_before(struct opening *o)
{
    struct session *s = o->session;
    int64_t read = o->report->records;
    s->read_only = 1;
    o->report->read_only = 1;
    o->report->newer |= o->err == ERR_NEWER;
    o->report->damaged_at = s->records + 1;
    o->report->lost += read - s->records;
    o->report->records = s->records;
}

static enum err take_pack(struct opening *o, struct diag_list *problems)
{
    pack_source_begin(o->source, &o->session->arena);
    enum err err = store_each_blob(o->session->store, take_file, o);
    if (err == ERR_NONE)
        err = o->err;
    if (err != ERR_NONE)
        return err;
    err = read_pack(o->session, o->source, problems);
    return err == ERR_FORMAT && o->report->damaged_parts > 0 ? ERR_DAMAGED : err;
}

static enum err take_all(struct opening *o)
{
    struct session *s = o->session;
    int32_t texts = store_text_max(s->store);
    enum err err = store_each_text(s->store, take_text, s);
    if (err != ERR_NONE && err != ERR_DAMAGED)
        return err;
    if (texts > s->text_count && texts < 1 << 24)
        session_keep_text(s, texts, NULL);
    err = store_each(s->store, take_record, o);
    if (err != ERR_NONE)
        return err;
    if (o->err != ERR_NONE && s->records == 0)
        return o->err;
    if (o->err != ERR_NONE)
        stand_before(o);
    s->saved = s->line.entry_count;
    return s->records == 0 ? ERR_DAMAGED : ERR_NONE;
}

enum err session_open(struct session **out, const char *path, enum store_mode mode, struct store_report *report,
                      struct diag_list *problems)
{
    struct store_report unseen;
    struct session *s = session_new();
    struct opening o = {.session = s, .report = report != NULL ? report : &unseen};
    assert(mode != STORE_GLANCE);
    o.source = arena_alloc(&s->arena, sizeof *o.source);
    enum err err = store_open(&s->store, path, mode, o.report);
    if (err == ERR_NONE) {
        s->read_only = store_read_only(s->store);
        err = take_pack(&o, problems);
    }
    if (err == ERR_NONE)
        err = take_all(&o);
    if (err == ERR_NONE) {
        s->course = 0;
        s->told_phase = s->line.state.phase;
        s->told_round = s->line.state.round;
        *out = s;
    } else {
        session_free(s);
    }
    return err;
}

void session_close(struct session *s)
{
    struct submit_result unseen;
    if (s == NULL)
        return;
    if (s->idle && s->store != NULL)
        session_flush(s, &unseen);
    session_free(s);
}

/* --- looking --- */

const struct scenario *session_scenario(const struct session *s)
{
    return s->lent != NULL ? s->lent : s->scenario;
}

const struct sim_state *session_state(const struct session *s)
{
    return &s->line.state;
}

const struct session_setup *session_setup(const struct session *s)
{
    return &s->setup;
}

const char *session_path(const struct session *s)
{
    return s->store != NULL ? store_path(s->store) : "";
}

int session_read_only(const struct session *s)
{
    return s->read_only;
}

int session_stopped(const struct session *s, enum err *why)
{
    if (why != NULL)
        *why = s->stopped;
    return s->stopped != ERR_NONE;
}

const char *session_detail(const struct session *s)
{
    return s->store != NULL ? store_detail(s->store) : "";
}

void session_tell_time(struct session *s, int64_t wall)
{
    s->wall = wall;
}

uint64_t session_digest(const struct session *s)
{
    return sim_digest(&s->line.state, session_scenario(s));
}

int32_t session_entry_count(const struct session *s)
{
    return s->line.entry_count;
}

const struct session_entry *session_entry_at(const struct session *s, int32_t index)
{
    return index >= 0 && index < s->line.entry_count ? &s->line.entries[index] : NULL;
}

int32_t session_event_count(const struct session *s)
{
    return s->line.event_count;
}

const struct sim_event *session_event_at(const struct session *s, int32_t index)
{
    return index >= 0 && index < s->line.event_count ? &s->line.events[index] : NULL;
}

int32_t session_course(const struct session *s)
{
    return s->course;
}
