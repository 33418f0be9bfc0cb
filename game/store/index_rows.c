#include "store/index_inside.h"
#include "base/hash.h"
#include "base/memory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHANGES_AT = 24, HEAD_BYTES = 28 };   /* of an SQLite file */

/* --- stamps --- */

int store_stamp(const char *path, struct store_stamp *out, int *held)
{
    uint8_t head[HEAD_BYTES];
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    *held = 0;
    *out = (struct store_stamp){.changes = -1};
    if (file < 0)
        return 0;
    int there = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (there) {
        *held = flock(file, LOCK_SH | LOCK_NB) != 0;
        out->modified = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
        out->size = (int64_t)status.st_size;
        if (pread(file, head, sizeof head, 0) == HEAD_BYTES && memcmp(head, "SQLite format 3", 16) == 0)
            out->changes = (int64_t)head[CHANGES_AT] << 24 | (int64_t)head[CHANGES_AT + 1] << 16 |
                           (int64_t)head[CHANGES_AT + 2] << 8 | head[CHANGES_AT + 3];
    }
    close(file);
    return there;
}

int store_stamp_is_same(const struct store_stamp *a, const struct store_stamp *b)
{
    return a->modified == b->modified && a->size == b->size && a->changes == b->changes;
}

/* --- rows --- */

static uint64_t hash_word(uint64_t state, const char *word) { return hash_mix(state, hash_text(word != NULL ? word : "")); }

static int64_t row_hash(const struct store_index_row *row)
{
    uint64_t state = hash_word(INDEX_VERSION, row->name);
    state = hash_mix(hash_mix(hash_mix(state, (uint64_t)row->stamp.modified), (uint64_t)row->stamp.size), (uint64_t)row->stamp.changes);
    for (int i = 0; i < INDEX_WORDS; i++)
        state = hash_word(state, row->words[i]);
    return (int64_t)hash_words(state, row->numbers, INDEX_NUMBERS);
}

static const char *column(struct arena *a, sqlite3_stmt *s, int at)
{
    const unsigned char *bytes = sqlite3_column_text(s, at);
    return bytes != NULL ? arena_dup(a, (const char *)bytes) : "";
}

static int row_take(struct arena *a, sqlite3_stmt *s, struct store_index_row *row)
{
    int at = 0;
    row->name = column(a, s, at++);
    row->stamp.modified = sqlite3_column_int64(s, at++);
    row->stamp.size = sqlite3_column_int64(s, at++);
    row->stamp.changes = sqlite3_column_int64(s, at++);
    for (int i = 0; i < INDEX_WORDS; i++)
        row->words[i] = column(a, s, at++);
    for (int i = 0; i < INDEX_NUMBERS; i++)
        row->numbers[i] = sqlite3_column_int(s, at++);
    int64_t hash = sqlite3_column_int64(s, at++);
    row->version = sqlite3_column_int64(s, at);
    return hash == row_hash(row);
}

void store_index_rows(struct store_index *x, struct arena *a, struct store_index_row **rows, size_t *count)
{
    sqlite3_stmt *s = index_statement(x, IX_ROWS);
    size_t kept = 0, room = 64;
    struct store_index_row *list = memory_want(room * sizeof *list);
    int code = SQLITE_DONE;
    while (s != NULL && (code = sqlite3_step(s)) == SQLITE_ROW) {
        if (kept == room)
            list = memory_resize(list, (room *= 2) * sizeof *list);
        kept += (size_t)row_take(a, s, &list[kept]);
    }
    if (code != SQLITE_DONE)
        index_failed(x);
    sqlite3_reset(s);
    *rows = arena_array(a, kept + 1, sizeof **rows);
    memcpy(*rows, list, kept * sizeof *list);
    *count = kept;
    free(list);
}

int64_t index_id(struct store_index *x, const char *name, struct str *pack)
{
    int64_t id = -1;
    sqlite3_stmt *s = index_statement(x, IX_ID);
    if (s == NULL)
        return -1;
    sqlite3_bind_text(s, 1, name, -1, SQLITE_TRANSIENT);
    if (sqlite3_step(s) == SQLITE_ROW) {
        id = sqlite3_column_int64(s, 0);
        if (pack != NULL)
            str_append(pack, (const char *)sqlite3_column_text(s, 1));
    }
    sqlite3_reset(s);
    return id;
}

void index_drop_figures(struct store_index *x, int64_t id)
{
    sqlite3_stmt *s = index_statement(x, IX_DROP_FIGURES);
    if (s != NULL)
        sqlite3_bind_int64(s, 1, id);
    index_finish(x, s);
}

void store_index_drop(struct store_index *x, const char *name)
{
    if (!index_begin_writing(x))
        return;
    int64_t id = index_id(x, name, NULL);
    if (id < 0)
        return;
    index_drop_figures(x, id);
    sqlite3_stmt *s = index_statement(x, IX_DROP);
    if (s != NULL)
        sqlite3_bind_text(s, 1, name, -1, SQLITE_TRANSIENT);
    index_finish(x, s);
}

void store_index_put(struct store_index *x, const struct store_index_row *row)
{
    int at = 1;
    store_index_drop(x, row->name);
    sqlite3_stmt *s = index_begin_writing(x) ? index_statement(x, IX_PUT) : NULL;
    if (s == NULL)
        return;
    sqlite3_bind_text(s, at++, row->name, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(s, at++, row->stamp.modified);
    sqlite3_bind_int64(s, at++, row->stamp.size);
    sqlite3_bind_int64(s, at++, row->stamp.changes);
    for (int i = 0; i < INDEX_WORDS; i++)
        sqlite3_bind_text(s, at++, row->words[i] != NULL ? row->words[i] : "", -1, SQLITE_TRANSIENT);
    for (int i = 0; i < INDEX_NUMBERS; i++)
        sqlite3_bind_int(s, at++, row->numbers[i]);
    sqlite3_bind_int64(s, at, row_hash(row));
    index_finish(x, s);
}
