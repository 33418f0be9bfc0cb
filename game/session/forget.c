#include "session/forget.h"
#include "session/inside.h"
#include "base/memory.h"
#include "base/person_name.h"

#include <stdlib.h>
#include <string.h>

/* Where each text of the file came from, and which of them are names of one member. */
struct sources {
    const struct session *session;
    struct arena *a;
    int32_t member;
    struct session_mention *texts;      /* by number */
    uint8_t *names;
    enum err err;
};

static void note_source(struct sources *from, int32_t text, int64_t seq, int32_t kind)
{
    if (text > 0 && text <= from->session->text_count && from->texts[text].seq == 0) {
        from->texts[text].seq = seq;
        from->texts[text].kind = kind;
    }
}

static enum err take_names(struct sources *from, const struct store_record *record)
{
    struct session_setup *setup = memory_want(sizeof *setup);
    struct codec_names names;
    enum err err = codec_read_setup(record, setup, &names);
    if (err == ERR_NONE) {
        int32_t name = from->member < setup->member_count ? names.members[from->member] : 0;
        if (name > 0 && name <= from->session->text_count)
            from->names[name] = 1;
        note_source(from, names.team, record->seq, 0);
        for (int32_t i = 0; i < SESSION_CONTRACT; i++)
            note_source(from, names.contract[i], record->seq, 0);
    }
    free(setup);
    return err;
}

static enum err take_commands(struct sources *from, const struct store_record *record)
{
    struct codec_course course;
    enum err err = codec_read_course(from->a, record, &course);
    for (int32_t i = 0; err == ERR_NONE && i < course.entry_count; i++) {
        const struct sim_command *c = &course.entries[i].command;
        int32_t texts[3], count = sim_command_texts(c, texts);
        for (int32_t k = 0; k < count; k++)
            note_source(from, texts[k], record->seq, c->kind);
    }
    return err;
}

static int take_record(void *context, const struct store_record *record)
{
    struct sources *from = context;
    int course = record->kind == RECORD_COMMAND || record->kind == RECORD_REWRITE;
    from->err = course ? take_commands(from, record) : take_names(from, record);
    return from->err != ERR_NONE;
}

static enum err read_sources(struct sources *from)
{
    size_t room = (size_t)from->session->text_count + 1;
    from->texts = arena_array(from->a, room, sizeof *from->texts);
    from->names = arena_array(from->a, room, sizeof *from->names);
    if (from->session->store == NULL)
        return ERR_REFUSED;
    enum err err = store_each(from->session->store, take_record, from);
    return err == ERR_NONE ? from->err : err;
}

static int is_member(const struct session *s, int32_t member)
{
    return member >= 0 && member < s->setup.member_count;
}

int session_is_forgotten(const struct session *s, int32_t member)
{
    return is_member(s, member) && s->names.members[member] > 0 && s->setup.members[member].name[0] == '\0';
}

/* Whoever has this name keeps it: another member may share it. */
static int is_a_name(const struct session *s, int32_t text)
{
    for (int32_t i = 0; i < s->setup.member_count; i++)
        if (s->names.members[i] == text)
            return 1;
    return 0;
}

enum err session_mentions(struct arena *a, const struct session *s, int32_t member, struct session_mention **out,
                          int32_t *count)
{
    struct sources from = {.session = s, .a = a, .member = member};
    struct person_name name;
    *count = 0;
    enum err err = is_member(s, member) ? read_sources(&from) : ERR_MISSING;
    if (err != ERR_NONE)
        return err;
    *out = arena_array(a, (size_t)s->text_count + 1, sizeof **out);
    person_name_read(&name, a, s->setup.members[member].name);
    for (int32_t id = 1; id <= s->text_count; id++) {
        if (s->texts[id] == NULL || from.names[id] || is_a_name(s, id) || !person_name_is_in(&name, s->texts[id]))
            continue;
        from.texts[id].text = id;
        from.texts[id].words = s->texts[id];
        (*out)[(*count)++] = from.texts[id];
    }
    return ERR_NONE;
}

/* The texts in memory, as they now are in the file. */
static void drop_texts(struct session *s, const int32_t *ids, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        char *words = (char *)(uintptr_t)s->texts[ids[i]];
        if (words != NULL)
            memset(words, 0, strlen(words));
        s->texts[ids[i]] = NULL;
    }
    session_fill_names(s, &s->setup, &s->names);
}

static enum err forget(struct session *s, struct sources *from, const int32_t *texts, int32_t count)
{
    int32_t *ids = arena_array(from->a, (size_t)(s->text_count + count) + 1, sizeof *ids), all = 0;
    int team = 0;
    for (int32_t id = 1; id <= s->text_count; id++)
        if (from->names[id])
            ids[all++] = id;
    for (int32_t i = 0; i < count; i++) {
        if (texts[i] <= 0 || texts[i] > s->text_count)
            return ERR_MISSING;
        team |= texts[i] == s->names.team;
        ids[all++] = texts[i];
    }
    enum err err = store_erase_texts(s->store, ids, all, team ? "team" : NULL);
    if (err == ERR_NONE)
        drop_texts(s, ids, all);
    return err;
}

enum err session_forget(struct session *s, int32_t member, const int32_t *texts, int32_t count)
{
    struct arena a = {0};
    struct sources from = {.session = s, .a = &a, .member = member};
    if (!is_member(s, member))
        return ERR_MISSING;
    if (s->read_only || s->stopped != ERR_NONE)
        return ERR_REFUSED;
    enum err err = read_sources(&from);
    if (err == ERR_NONE)
        err = forget(s, &from, texts, count);
    arena_release(&a);
    return err;
}
