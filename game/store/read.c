#include "store/inside.h"

#include <string.h>

static int is_of_type(sqlite3_stmt *statement, int first, int last, int type)
{
    for (int i = first; i <= last; i++)
        if (sqlite3_column_type(statement, i) != type)
            return 0;
    return 1;
}

static int is_int32(int64_t n)
{
    return n >= INT32_MIN && n <= INT32_MAX;
}

int store_row_read(sqlite3_stmt *statement, struct store_row *row)
{
    if (!is_of_type(statement, 0, 5, SQLITE_INTEGER) || !is_of_type(statement, 6, 7, SQLITE_BLOB) ||
        !is_of_type(statement, 8, 8, SQLITE_INTEGER) || !is_of_type(statement, 9, 10, SQLITE_BLOB) ||
        sqlite3_column_bytes(statement, 10) != HASH_BYTES)
        return 0;
    int64_t numbers[6];
    for (int i = 0; i < 6; i++)
        numbers[i] = sqlite3_column_int64(statement, i);
    for (int i = 1; i < 5; i++)
        if (!is_int32(numbers[i]))
            return 0;
    row->record = (struct store_record){
        .seq = numbers[0], .kind = (int32_t)numbers[1], .time = (int32_t)numbers[2],
        .round = (int32_t)numbers[3], .rules = (int32_t)numbers[4], .wall = numbers[5],
        .body = sqlite3_column_blob(statement, 6), .body_length = (size_t)sqlite3_column_bytes(statement, 6),
        .events = sqlite3_column_blob(statement, 7), .events_length = (size_t)sqlite3_column_bytes(statement, 7),
        .digest = (uint64_t)sqlite3_column_int64(statement, 8),
    };
    row->covers = sqlite3_column_blob(statement, 9);
    row->covers_length = (size_t)sqlite3_column_bytes(statement, 9);
    memcpy(row->chain, sqlite3_column_blob(statement, 10), HASH_BYTES);
    return 1;
}

enum err store_head(struct store *s, int64_t *seq, uint8_t chain[HASH_BYTES])
{
    sqlite3_stmt *statement = store_statement(s, SQL_HEAD_GET);
    if (statement == NULL)
        return store_run(s, statement);
    int code = sqlite3_step(statement);
    enum err err = code == SQLITE_ROW ? ERR_NONE : code == SQLITE_DONE ? ERR_DAMAGED : store_fail(s, code);
    if (err == ERR_NONE &&
        (!is_of_type(statement, 0, 0, SQLITE_INTEGER) || sqlite3_column_bytes(statement, 1) != HASH_BYTES))
        err = ERR_DAMAGED;
    if (err == ERR_NONE) {
        *seq = sqlite3_column_int64(statement, 0);
        memcpy(chain, sqlite3_column_blob(statement, 1), HASH_BYTES);
    }
    sqlite3_reset(statement);
    return err;
}

/* Ends a list: rows to the end, stopped by the visitor, or what SQLite said. */
static enum err store_list_end(struct store *s, sqlite3_stmt *statement, int code)
{
    enum err err = code == SQLITE_DONE || code == SQLITE_ROW ? ERR_NONE : store_fail(s, code);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return err;
}

enum err store_each(struct store *s, store_visit visit, void *context)
{
    if (s->mode == STORE_GLANCE)
        return ERR_REFUSED;
    sqlite3_stmt *statement = store_statement(s, SQL_RECORDS);
    if (statement == NULL)
        return store_run(s, statement);
    sqlite3_bind_int64(statement, 1, s->count);
    int code;
    struct store_row row;
    int64_t seen = 0;
    while (seen < s->count && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (!store_row_read(statement, &row)) {
            code = SQLITE_CORRUPT;
            break;
        }
        seen++;
        if (visit(context, &row.record))
            break;
    }
    return store_list_end(s, statement, seen == s->count ? SQLITE_DONE : code);
}

static enum err store_one(struct store *s, int64_t seq, struct store_row *row, sqlite3_stmt **statement)
{
    *statement = store_statement(s, SQL_RECORD_ONE);
    if (*statement == NULL)
        return store_run(s, NULL);
    sqlite3_bind_int64(*statement, 1, seq);
    int code = sqlite3_step(*statement);
    if (code != SQLITE_ROW)
        return code == SQLITE_DONE ? ERR_DAMAGED : store_fail(s, code);
    return store_row_read(*statement, row) ? ERR_NONE : ERR_DAMAGED;
}

/* The chain of record `seq` as the file has it; the start of all for 0. */
static enum err store_chain_of(struct store *s, int64_t seq, uint8_t chain[HASH_BYTES])
{
    struct store_row row;
    sqlite3_stmt *statement = NULL;
    if (seq == 0) {
        store_chain_start(chain);
        return ERR_NONE;
    }
    enum err err = store_one(s, seq, &row, &statement);
    if (err == ERR_NONE)
        memcpy(chain, row.chain, HASH_BYTES);
    sqlite3_reset(statement);
    return err;
}

enum err store_last(struct store *s, store_visit visit, void *context)
{
    struct store_row row;
    uint8_t before[HASH_BYTES], chain[HASH_BYTES];
    sqlite3_stmt *statement = NULL;
    if (s->count == 0)
        return ERR_MISSING;
    enum err err = store_chain_of(s, s->count - 1, before);
    if (err == ERR_NONE)
        err = store_one(s, s->count, &row, &statement);
    if (err == ERR_NONE) {
        store_chain_next(chain, before, &row.record, row.covers, row.covers_length);
        err = memcmp(chain, s->chain, HASH_BYTES) == 0 ? ERR_NONE : ERR_DAMAGED;
    }
    if (err == ERR_NONE)
        visit(context, &row.record);
    sqlite3_reset(statement);
    return err;
}

static int is_bad_text(const struct store *s, int32_t id)
{
    for (int i = 0; i < s->bad_text_count; i++)
        if (s->bad_texts[i] == id)
            return 1;
    return 0;
}

enum err store_each_text(struct store *s, store_visit_text visit, void *context)
{
    sqlite3_stmt *statement = store_statement(s, SQL_TEXTS);
    if (statement == NULL)
        return store_run(s, statement);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        struct store_text one = {.id = (int32_t)sqlite3_column_int64(statement, 0)};
        if (sqlite3_column_type(statement, 2) != SQLITE_TEXT || is_bad_text(s, one.id))
            continue;
        one.text = (const char *)sqlite3_column_text(statement, 2);
        if (visit(context, &one))
            break;
    }
    return store_list_end(s, statement, code);
}

int32_t store_text_max(struct store *s)
{
    int64_t id = s->db != NULL ? store_pragma(s, "SELECT max(id) FROM text", 0) : 0;
    return id > 0 && id < INT32_MAX ? (int32_t)id : 0;
}

enum err store_each_blob(struct store *s, store_visit_blob visit, void *context)
{
    sqlite3_stmt *statement = store_statement(s, SQL_BLOBS);
    if (statement == NULL)
        return store_run(s, statement);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        const void *bytes = sqlite3_column_blob(statement, 1);
        if (visit(context, name != NULL ? name : "", bytes != NULL ? bytes : "",
                  (size_t)sqlite3_column_bytes(statement, 1)))
            break;
    }
    return store_list_end(s, statement, code);
}

enum err store_get_meta(struct store *s, struct arena *a, const char *key, char **value)
{
    sqlite3_stmt *statement = store_statement(s, SQL_META_GET);
    if (statement == NULL)
        return store_run(s, statement);
    sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    int code = sqlite3_step(statement);
    enum err err = code == SQLITE_ROW ? ERR_NONE : code == SQLITE_DONE ? ERR_MISSING : store_fail(s, code);
    if (err == ERR_NONE) {
        const char *found = (const char *)sqlite3_column_text(statement, 0);
        uint8_t hash[HASH_BYTES];
        store_meta_hash(hash, key, found != NULL ? found : "");
        if (sqlite3_column_bytes(statement, 1) != HASH_BYTES ||
            memcmp(sqlite3_column_blob(statement, 1), hash, HASH_BYTES) != 0)
            err = ERR_DAMAGED;
        else
            *value = arena_dup(a, found);
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return err;
}
