#include "session/inside.h"

#include <string.h>

static int is_name(const char *name, size_t room)
{
    return memchr(name, '\0', room) != NULL && session_is_text(name);
}

static int is_alone_possible(const struct scenario *sc, const struct session_setup *setup)
{
    const int32_t counts[ALONE_COUNT] = {[ALONE_NOT] = 1, [ALONE_INCIDENT] = sc->incident_count, [ALONE_ROUND] = sc->round_count, [ALONE_PACK] = 1};
    return setup->alone >= ALONE_NOT && setup->alone < ALONE_COUNT && setup->alone_item >= 0 && setup->alone_item < counts[setup->alone];
}

int session_is_possible(const struct scenario *sc, const struct session_setup *setup)
{
    if (setup->member_count < 0 || setup->member_count > LIMIT_MEMBERS)
        return 0;
    for (int32_t i = 0; i < setup->member_count; i++) {
        const struct session_member *m = &setup->members[i];
        if (m->role < NOBODY || m->role >= sc->role_count || !is_name(m->name, sizeof m->name))
            return 0;
    }
    for (int32_t i = 0; i < SESSION_CONTRACT; i++)
        if (!is_name(setup->contract[i], sizeof setup->contract[i]))
            return 0;
    if (setup->preset < 0 || setup->preset >= PRESET_COUNT)
        return 0;
    return is_alone_possible(sc, setup) && is_name(setup->team, sizeof setup->team) && is_name(setup->date, sizeof setup->date);
}

enum err session_scratch(struct session **out, const struct scenario *scenario, const struct session_setup *setup)
{
    if (!session_is_possible(scenario, setup))
        return ERR_REFUSED;
    struct session *s = session_new();
    s->lent = scenario;
    s->setup = *setup;
    session_number_names(s, setup, &s->names);
    session_begin_lines(s);
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

enum err session_read_pack(struct session *s, const struct pack_source *pack, struct diag_list *problems)
{
    struct arena unseen = {0};
    struct diag_list own = {.arena = &unseen};
    enum err err = pack_read(&s->arena, pack, &s->scenario, problems != NULL ? problems : &own);
    arena_release(&unseen);
    return err;
}

static enum err write_pack(struct session *s, const struct pack_source *pack)
{
    enum err err = ERR_NONE;
    for (int i = 0; i < pack->count && err == ERR_NONE; i++)
        err = store_put_blob(s->store, pack->files[i].name, pack->files[i].bytes, pack->files[i].length);
    return err;
}

/* What is practised, for lists. */
static const char *alone_title(const struct session *s)
{
    if (s->setup.alone == ALONE_INCIDENT)
        return s->scenario->incidents[s->setup.alone_item].title;
    return s->setup.alone == ALONE_ROUND ? s->scenario->rounds[s->setup.alone_item].title : s->scenario->title;
}

/* The file is a session from its first record on; before that it has no name. */
static enum err write_beginning(struct session *s, const struct pack_source *pack)
{
    enum err err = write_pack(s, pack);
    if (err != ERR_NONE)
        return err;
    session_number_names(s, &s->setup, &s->names);
    session_begin_lines(s);
    session_prepare_setup(s, RECORD_SETUP, &s->setup, &s->names);
    session_prepare_texts(s, 1);
    store_stage_meta(s->store, "team", s->setup.team);
    store_stage_meta(s->store, "date", s->setup.date);
    store_stage_meta(s->store, "pack", s->scenario->title);
    store_stage_meta(s->store, "pack-id", s->scenario->id);
    if (s->setup.alone != ALONE_NOT)
        store_stage_meta(s->store, "alone", alone_title(s));
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
        err = session_read_pack(s, source, problems);
    if (err == ERR_NONE && !session_is_possible(s->scenario, setup))
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

