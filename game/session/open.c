#include "session/inside.h"

#include <assert.h>

struct opening {
    struct session *session;
    struct pack_source *source;
    enum err err;
    struct store_report *report;
    int quickly;               /* only the last digest is compared */
    struct store_record last;  /* then: its rules and digest */
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
    if (!session_is_possible(s->scenario, &s->setup))
        return ERR_DAMAGED;
    session_begin_lines(s);
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
    if (o->quickly)
        o->last = *record;
    else if (o->err == ERR_NONE && !digest_fits(s, record))
        o->err = ERR_DAMAGED;
    if (o->err == ERR_NONE) {
        s->records = record->seq;
        session_keep_wall(s, record->seq, record->wall);
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
    err = session_read_pack(o->session, o->source, problems);
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
    if (o->err == ERR_NONE && o->quickly && s->records > 0 && !digest_fits(s, &o->last))
        return ERR_DAMAGED;
    if (o->err != ERR_NONE && s->records == 0)
        return o->err;
    if (o->err != ERR_NONE)
        stand_before(o);
    s->saved = s->line.entry_count;
    return s->records == 0 ? ERR_DAMAGED : ERR_NONE;
}

static enum err open_it(struct session **out, const char *path, enum store_mode mode, struct opening o, struct diag_list *problems)
{
    struct store_report unseen;
    struct session *s = session_new();
    o.session = s;
    o.report = o.report != NULL ? o.report : &unseen;
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
        s->told_step = s->line.state.step;
        *out = s;
    } else {
        session_free(s);
    }
    return err;
}

enum err session_open(struct session **out, const char *path, enum store_mode mode, struct store_report *report,
                      struct diag_list *problems)
{
    return open_it(out, path, mode, (struct opening){.report = report}, problems);
}

enum err session_open_quickly(struct session **out, const char *path, struct store_report *report)
{
    return open_it(out, path, STORE_READ, (struct opening){.report = report, .quickly = 1}, NULL);
}
