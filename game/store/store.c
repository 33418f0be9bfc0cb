#include "store/inside.h"
#include "base/memory.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct store *store_new(const char *path, enum store_mode mode)
{
    struct store *s = memory_want(sizeof *s);
    size_t length = strlen(path) + 1;
    s->path = memcpy(memory_want(length), path, length);
    s->mode = mode;
    s->lock = -1;
    store_chain_start(s->chain);
    return s;
}

static void store_free(struct store *s)
{
    if (s->db != NULL)
        store_disconnect(s);
    store_unlock(s);
    for (int i = 0; i < s->staged_count; i++) {
        free(s->staged[i].key);
        free(s->staged[i].value);
    }
    free(s->staged);
    free(s->bad_texts);
    str_release(&s->unsure_covers);
    free(s->hidden);
    free(s->path);
    free(s);
}

/* Takes the journal away, which holds nothing that is needed. */
static void drop_journal(struct store *s)
{
    if (s->db != NULL && s->mode == STORE_WRITE && !s->read_only &&
        store_script(s, "PRAGMA journal_mode=DELETE") != ERR_NONE)
        s->detail[0] = '\0';
}

static void remove_hidden(const struct store *s)
{
    char *journal = store_journal_name_dup(s->hidden);
    unlink(s->hidden);
    unlink(journal);
    free(journal);
}

void store_close(struct store *s)
{
    if (s == NULL)
        return;
    drop_journal(s);
    if (s->db != NULL)
        store_disconnect(s);
    if (s->hidden != NULL)
        remove_hidden(s);
    store_free(s);
}

/* --- creating --- */

static enum err write_identity(struct store *s)
{
    uint8_t id[16];
    char hex[33];
    randombytes_buf(id, sizeof id);
    hash_hex(hex, id, sizeof id);
    enum err err = store_put_meta(s, "id", hex);
    if (err == ERR_NONE)
        err = store_put_meta(s, "reader", "1");
    return err;
}

/* What an earlier creation left when it was killed is nobody's: the lock says so. */
static enum err store_begin_hidden(struct store *s)
{
    enum err err = store_lock(s, s->hidden, 1);
    if (err != ERR_NONE)
        return err;
    char *journal = store_journal_name_dup(s->hidden);
    unlink(journal);
    free(journal);
    if (ftruncate(s->lock, 0) != 0)
        return ERR_WRITE;
    err = store_connect(s, s->hidden, ACCESS_CREATE);
    return err == ERR_NONE ? write_identity(s) : err;
}

enum err store_create(struct store **out, const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return ERR_REFUSED;
    struct store *s = store_new(path, STORE_WRITE);
    s->hidden = store_hidden_name_dup(path);
    enum err err = store_begin_hidden(s);
    if (err == ERR_NONE) {
        *out = s;
        return ERR_NONE;
    }
    if (s->lock >= 0)
        store_close(s);
    else
        store_free(s);
    return err;
}

enum err store_publish(struct store *s)
{
    assert(s->hidden != NULL);
    drop_journal(s);
    store_disconnect(s);
    enum err err = fsync(s->lock) == 0 ? store_rename(s->hidden, s->path) : ERR_WRITE;
    if (err == ERR_NONE) {
        free(s->hidden);
        s->hidden = NULL;
    }
    enum err again = store_connect(s, s->hidden != NULL ? s->hidden : s->path, ACCESS_WRITE);
    return err != ERR_NONE ? err : again;
}

/* --- opening --- */

static enum err check_version(struct store *s, struct store_report *report)
{
    struct arena a = {0};
    char *reader = NULL;
    int64_t version = store_pragma(s, "PRAGMA user_version", 0);
    if (version <= STORE_VERSION)
        return version == STORE_VERSION ? ERR_NONE : ERR_DAMAGED;
    enum err err = store_get_meta(s, &a, "reader", &reader);
    report->newer = err == ERR_NONE && strtol(reader, NULL, 10) <= STORE_VERSION;
    arena_release(&a);
    return report->newer ? ERR_NONE : ERR_NEWER;
}

/* A journal that cannot be rolled back, on a disk that cannot be written, is left aside: the chain judges what is
 * there. */
static enum err connect_reading(struct store *s)
{
    enum err err = store_connect(s, s->path, ACCESS_READ);
    if (err == ERR_NONE && store_script(s, "SELECT count(*) FROM sqlite_schema") == ERR_WRITE) {
        store_disconnect(s);
        err = ERR_WRITE;
    }
    return err == ERR_WRITE ? store_connect(s, s->path, ACCESS_FROZEN) : err;
}

static void stop_writing(struct store *s, struct store_report *report)
{
    s->read_only = report->read_only = 1;
    store_unlock(s);
}

/* Malformed in the head already: what a reader may still get out of it is tried before giving up. */
static enum err connect(struct store *s, struct store_report *report)
{
    if (s->mode == STORE_WRITE && !s->read_only) {
        enum err err = store_connect(s, s->path, ACCESS_WRITE);
        int writable = err == ERR_NONE && !sqlite3_db_readonly(s->db, "main");
        if (writable || (err != ERR_NONE && err != ERR_DAMAGED))
            return err;
        if (s->db != NULL)
            store_disconnect(s);
        stop_writing(s, report);
    }
    return connect_reading(s);
}

static enum err take_lock(struct store *s, struct store_report *report)
{
    if (s->mode != STORE_WRITE)
        return ERR_NONE;
    if (store_may_write(s->path, report->detail) == ERR_NONE)
        return store_lock(s, s->path, 0);
    stop_writing(s, report);
    return ERR_NONE;
}

static enum err glance(struct store *s)
{
    enum err err = store_head(s, &s->count, s->chain);
    if (err == ERR_NONE && s->count < 0)
        err = ERR_DAMAGED;
    return err;
}

/* A file in which nothing at all is sound, not even the first record, is no session any more. */
static enum err examine(struct store *s, struct store_report *report)
{
    if (s->mode == STORE_GLANCE)
        return glance(s);
    enum err err = store_check(s, report);
    if (err != ERR_NONE)
        return err;
    if (report->damaged_at != 0 || report->damaged_parts > 0 || report->newer) {
        snprintf(report->detail, sizeof report->detail, "%s", s->detail);
        stop_writing(s, report);
    }
    if (report->damaged_at == 1)
        return ERR_DAMAGED;
    if (report->dropped_last && s->mode == STORE_WRITE && !s->read_only)
        err = store_drop_last(s);
    return err;
}

static enum err store_begin(struct store *s, struct store_report *report)
{
    enum err err = store_look(s->path);
    if (err == ERR_NONE)
        err = take_lock(s, report);
    if (err == ERR_NONE)
        err = connect(s, report);
    if (err == ERR_NONE)
        err = check_version(s, report);
    return err == ERR_NONE ? examine(s, report) : err;
}

enum err store_open(struct store **out, const char *path, enum store_mode mode, struct store_report *report)
{
    struct store_report found = {0};
    struct store *s = store_new(path, mode);
    enum err err = store_begin(s, &found);
    if (err == ERR_NONE) {
        *out = s;
    } else {
        if (found.detail[0] == '\0')
            memcpy(found.detail, s->detail, sizeof found.detail);
        found.damaged_at = err == ERR_DAMAGED;   /* from the first record on */
        store_free(s);
    }
    if (report != NULL)
        *report = found;
    return err;
}

int store_read_only(const struct store *s)
{
    return s->read_only || s->mode != STORE_WRITE;
}

const char *store_detail(const struct store *s)
{
    return s->detail;
}

const char *store_path(const struct store *s)
{
    return s->path;
}
