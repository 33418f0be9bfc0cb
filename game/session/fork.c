#include "session/fork.h"
#include "session/inside.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int64_t session_records_before(const struct session *s, int32_t second)
{
    int64_t records = 1;
    int32_t i = 0;
    for (; i < s->saved && s->line.entries[i].time <= second; i++)
        if (s->line.entries[i].seq > records)
            records = s->line.entries[i].seq;
    /* A record may hold an act with the time before it: half of it cannot be taken. */
    return records > 1 && i < s->saved && s->line.entries[i].seq == records ? records - 1 : records;
}

int64_t session_records_before_entry(const struct session *s, int32_t entry)
{
    int64_t seq = entry >= 0 && entry < s->saved ? s->line.entries[entry].seq : s->records + 1;
    return seq > 1 ? seq - 1 : 1;
}

/* Where the session stood after so many records, for lists. */
static void head_of(const struct session *s, int64_t records, int32_t *phase, int32_t *round)
{
    *phase = PHASE_BETWEEN;
    *round = NOBODY;
    for (int32_t i = 0; i < s->saved && s->line.entries[i].seq <= records; i++) {
        const struct sim_command *c = &s->line.entries[i].command;
        if (c->kind == SIM_CMD_START_ROUND) {
            *phase = PHASE_ROUND;
            *round = c->start_round.round;
        } else if (c->kind == SIM_CMD_END_ROUND) {
            *phase = PHASE_BETWEEN;
        }
    }
}

static enum err write_head(const struct session *s, const char *path, int64_t records)
{
    struct store *store;
    struct store_report report;
    char number[16];
    int32_t phase, round;
    head_of(s, records, &phase, &round);
    enum err err = store_open(&store, path, STORE_WRITE, &report);
    if (err != ERR_NONE)
        return err;
    snprintf(number, sizeof number, "%d", (int)phase);
    err = store_put_meta(store, "phase", number);
    snprintf(number, sizeof number, "%d", (int)round);
    if (err == ERR_NONE)
        err = store_put_meta(store, "round", number);
    if (err == ERR_NONE)
        err = store_put_meta(store, "round-title", round >= 0 ? session_scenario(s)->rounds[round].title : "");
    store_close(store);
    return err;
}

enum err session_fork(struct session *s, const char *path, int64_t records)
{
    if (s->store == NULL)
        return ERR_REFUSED;
    enum err err = store_fork(s->store, path, records);
    return err == ERR_NONE ? write_head(s, path, records) : err;
}

/* --- where it comes from --- */

int session_origin(const struct session *s, struct session_origin *out)
{
    struct arena a = {0};
    char *parent = NULL, *records = NULL;
    int known = s->store != NULL && store_get_meta(s->store, &a, "parent", &parent) == ERR_NONE &&
                store_get_meta(s->store, &a, "parent-records", &records) == ERR_NONE &&
                strlen(parent) < sizeof out->parent;
    if (known) {
        snprintf(out->parent, sizeof out->parent, "%s", parent);
        out->records = strtoll(records, NULL, 10);
    }
    arena_release(&a);
    return known && out->records > 0;
}

static int has_id(struct arena *a, const char *path, const char *id)
{
    struct store *store;
    struct store_report report;
    char *own = NULL;
    if (store_open(&store, path, STORE_GLANCE, &report) != ERR_NONE)
        return 0;
    int same = store_get_meta(store, a, "id", &own) == ERR_NONE && strcmp(own, id) == 0;
    store_close(store);
    return same;
}

static int is_session_file(const char *name)
{
    size_t length = strlen(name);
    return length > 7 && strcmp(name + length - 7, ".moment") == 0;
}

enum err session_find_parent(struct arena *a, const struct session *s, const char **path)
{
    struct session_origin origin;
    char **names = NULL, *folder = arena_dup(a, session_path(s)), *slash = strrchr(folder, '/');
    size_t count = 0;
    if (!session_origin(s, &origin))
        return ERR_MISSING;
    if (slash != NULL)
        *slash = '\0';
    enum err err = file_list(a, slash == NULL ? "." : folder, &names, &count);
    for (size_t i = 0; err == ERR_NONE && i < count; i++) {
        char *candidate = file_join(a, slash == NULL ? "." : folder, names[i]);
        if (is_session_file(names[i]) && has_id(a, candidate, origin.parent)) {
            *path = candidate;
            return ERR_NONE;
        }
    }
    return err == ERR_NONE ? ERR_MISSING : err;
}
