#include "store/inside.h"
#include "base/memory.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static char *dup_text(const char *text)
{
    size_t length = strlen(text) + 1;
    return memcpy(memory_want(length), text, length);
}

static void forget_staged(struct store *s)
{
    for (int i = 0; i < s->staged_count; i++) {
        free(s->staged[i].key);
        free(s->staged[i].value);
    }
    free(s->staged);
    s->staged = NULL;
    s->staged_count = 0;
}

void store_stage_meta(struct store *s, const char *key, const char *value)
{
    s->staged = memory_resize(s->staged, (size_t)(s->staged_count + 1) * sizeof *s->staged);
    s->staged[s->staged_count++] = (struct store_staged){dup_text(key), dup_text(value)};
}

void store_meta_hash(uint8_t out[HASH_BYTES], const char *key, const char *value)
{
    struct str both = {0};
    str_append_bytes(&both, key, strlen(key) + 1);
    str_append(&both, value);
    hash_bytes(out, both.text, both.length, NULL, 0);
    str_release(&both);
}

static enum err write_meta(struct store *s, const char *key, const char *value)
{
    uint8_t hash[HASH_BYTES];
    sqlite3_stmt *statement = store_statement(s, SQL_META_SET);
    store_meta_hash(hash, key, value);
    if (statement != NULL) {
        sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, value, -1, SQLITE_STATIC);
        sqlite3_bind_blob(statement, 3, hash, HASH_BYTES, SQLITE_STATIC);
    }
    return store_run(s, statement);
}

static enum err write_head(struct store *s, int64_t seq, const uint8_t chain[HASH_BYTES])
{
    sqlite3_stmt *statement = store_statement(s, SQL_HEAD_SET);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, seq);
        sqlite3_bind_blob(statement, 2, chain, HASH_BYTES, SQLITE_STATIC);
    }
    return store_run(s, statement);
}

static enum err write_text(struct store *s, const struct store_piece *piece)
{
    sqlite3_stmt *statement = store_statement(s, SQL_TEXT_INSERT);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, piece->id);
        if (piece->salt != NULL)
            sqlite3_bind_blob(statement, 2, piece->salt, STORE_SALT_BYTES, SQLITE_STATIC);
        if (piece->text != NULL)
            sqlite3_bind_text(statement, 3, piece->text, -1, SQLITE_STATIC);
    }
    return store_run(s, statement);
}

static void bind_bytes(sqlite3_stmt *statement, int at, const void *bytes, size_t length)
{
    sqlite3_bind_blob64(statement, at, length > 0 ? bytes : "", length, SQLITE_STATIC);
}

static enum err write_record(struct store *s, const struct store_record *r, const struct str *covers,
                             const uint8_t chain[HASH_BYTES])
{
    sqlite3_stmt *statement = store_statement(s, SQL_RECORD_INSERT);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, r->seq);
        sqlite3_bind_int(statement, 2, r->kind);
        sqlite3_bind_int(statement, 3, r->time);
        sqlite3_bind_int(statement, 4, r->round);
        sqlite3_bind_int(statement, 5, r->rules);
        sqlite3_bind_int64(statement, 6, r->wall);
        bind_bytes(statement, 7, r->body, r->body_length);
        bind_bytes(statement, 8, r->events, r->events_length);
        sqlite3_bind_int64(statement, 9, (int64_t)r->digest);
        bind_bytes(statement, 10, covers->text, covers->length);
        sqlite3_bind_blob(statement, 11, chain, HASH_BYTES, SQLITE_STATIC);
    }
    return store_run(s, statement);
}

static enum err write_all(struct store *s, const struct store_record *record, const struct store_piece *pieces,
                          int count, const struct str *covers, const uint8_t chain[HASH_BYTES])
{
    enum err err = store_run_plain(s, SQL_BEGIN);
    if (err == ERR_NONE)
        err = write_record(s, record, covers, chain);
    for (int i = 0; i < count && err == ERR_NONE; i++)
        err = write_text(s, &pieces[i]);
    for (int i = 0; i < s->staged_count && err == ERR_NONE; i++)
        err = write_meta(s, s->staged[i].key, s->staged[i].value);
    if (err == ERR_NONE)
        err = write_head(s, record->seq, chain);
    return err == ERR_NONE ? store_run_plain(s, SQL_COMMIT) : err;
}

/* A failed statement often ends its transaction by itself; what the rollback says then is of no use. */
static void roll_back(struct store *s)
{
    char kept[sizeof s->detail];
    memcpy(kept, s->detail, sizeof kept);
    if (s->db != NULL && !sqlite3_get_autocommit(s->db) && store_run_plain(s, SQL_ROLLBACK) != ERR_NONE)
        s->unsure = 1;
    memcpy(s->detail, kept, sizeof kept);
}

/* Deletes what lies behind the sound records, and the texts it brought. */
static enum err remove_rows(struct store *s, const void *covers, size_t length)
{
    struct store_cover one;
    const uint8_t *at = covers;
    sqlite3_stmt *statement = store_statement(s, SQL_RECORDS_DELETE);
    if (statement != NULL)
        sqlite3_bind_int64(statement, 1, s->count);
    enum err err = store_run(s, statement);
    while (err == ERR_NONE && store_cover_next(&at, &length, &one)) {
        statement = store_statement(s, SQL_TEXT_DELETE);
        if (one.tag != 'T')
            continue;
        if (statement != NULL)
            sqlite3_bind_int64(statement, 1, one.number);
        err = store_run(s, statement);
    }
    statement = store_statement(s, SQL_BLOBS_MOVE);
    if (statement != NULL)
        sqlite3_bind_int64(statement, 1, s->count + 1);
    return err == ERR_NONE ? store_run(s, statement) : err;
}

enum err store_remove_after(struct store *s, const void *covers, size_t length)
{
    enum err err = store_run_plain(s, SQL_BEGIN);
    if (err == ERR_NONE)
        err = remove_rows(s, covers, length);
    if (err == ERR_NONE)
        err = write_head(s, s->count, s->chain);
    if (err == ERR_NONE)
        err = store_run_plain(s, SQL_COMMIT);
    if (err != ERR_NONE)
        roll_back(s);
    return err;
}

/* After a commit that failed it may still be there: ask the file. An append that was never acknowledged and is
 * there all the same is taken away, so that what follows it is what the caller wants now. */
static enum err settle(struct store *s)
{
    int64_t seq;
    uint8_t chain[HASH_BYTES];
    if (!s->unsure)
        return ERR_NONE;
    roll_back(s);
    enum err err = store_head(s, &seq, chain);
    if (err == ERR_NONE && memcmp(chain, s->chain, HASH_BYTES) != 0) {
        if (memcmp(chain, s->unsure_chain, HASH_BYTES) != 0)
            return ERR_DAMAGED;
        err = store_remove_after(s, s->unsure_covers.text, s->unsure_covers.length);
    }
    if (err == ERR_NONE)
        s->unsure = 0;
    return err;
}

/* ERR_NONE when the append turns out to be there. */
static enum err back_out(struct store *s, const uint8_t chain[HASH_BYTES], const struct str *covers, enum err why)
{
    int64_t seq;
    uint8_t found[HASH_BYTES];
    char kept[sizeof s->detail];
    memcpy(kept, s->detail, sizeof kept);
    s->unsure = 0;
    roll_back(s);
    enum err err = s->unsure ? why : store_head(s, &seq, found);
    memcpy(s->detail, kept, sizeof kept);
    if (err == ERR_NONE && memcmp(found, chain, HASH_BYTES) == 0)
        return ERR_NONE;
    s->unsure = err != ERR_NONE || memcmp(found, s->chain, HASH_BYTES) != 0;
    memcpy(s->unsure_chain, chain, HASH_BYTES);
    str_clear(&s->unsure_covers);
    str_append_bytes(&s->unsure_covers, str_text(covers), covers->length);
    return why;
}

static enum err cover_blobs(struct store *s, struct str *covers)
{
    if (!s->blobs_wait)
        return ERR_NONE;
    sqlite3_stmt *statement = store_statement(s, SQL_BLOBS_OF);
    if (statement == NULL)
        return store_run(s, NULL);
    sqlite3_bind_int64(statement, 1, s->count + 1);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW && sqlite3_column_bytes(statement, 1) == HASH_BYTES) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        store_cover_blob(covers, name, strlen(name), sqlite3_column_blob(statement, 1));
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? ERR_NONE : code == SQLITE_ROW ? ERR_DAMAGED : store_fail(s, code);
}

static enum err may_append(struct store *s)
{
    if (s->read_only || s->mode != STORE_WRITE)
        return ERR_REFUSED;
    enum err err = store_still_there(s);
    return err == ERR_NONE ? settle(s) : err;
}

enum err store_append_pieces(struct store *s, struct store_record *record, const struct store_piece *pieces, int count)
{
    struct str covers = {0};
    uint8_t chain[HASH_BYTES];
    enum err err = may_append(s);
    if (err == ERR_NONE)
        err = cover_blobs(s, &covers);
    if (err == ERR_NONE) {
        for (int i = 0; i < count; i++)
            store_cover_text(&covers, pieces[i].id, pieces[i].hash);
        record->seq = s->count + 1;
        store_chain_next(chain, s->chain, record, covers.text, covers.length);
        err = write_all(s, record, pieces, count, &covers, chain);
        if (err != ERR_NONE)
            err = back_out(s, chain, &covers, err);
    }
    if (err == ERR_NONE) {
        s->count = record->seq;
        s->blobs_wait = 0;
        memcpy(s->chain, chain, HASH_BYTES);
        forget_staged(s);
    }
    str_release(&covers);
    return err;
}

enum err store_append(struct store *s, struct store_record *record, const struct store_text *texts, int text_count)
{
    uint8_t (*salts)[STORE_SALT_BYTES] = memory_want((size_t)(text_count + 1) * STORE_SALT_BYTES);
    struct store_piece *pieces = memory_want((size_t)(text_count + 1) * sizeof *pieces);
    for (int i = 0; i < text_count; i++) {
        assert(texts[i].id > 0 && texts[i].text != NULL);
        randombytes_buf(salts[i], STORE_SALT_BYTES);
        pieces[i] = (struct store_piece){.id = texts[i].id, .salt = salts[i], .text = texts[i].text};
        store_text_hash(pieces[i].hash, salts[i], texts[i].text, strlen(texts[i].text));
    }
    enum err err = store_append_pieces(s, record, pieces, text_count);
    free(pieces);
    free(salts);
    return err;
}

/* Pages that once held a text may lie about in the file and in the journal: the one is written anew without them, the
 * other taken away. */
static enum err scrub(struct store *s)
{
    enum err err = store_script(s, "PRAGMA journal_mode=DELETE; VACUUM;");
    enum err again = store_script(s, "PRAGMA journal_mode=PERSIST");
    return err == ERR_NONE ? again : err;
}

static enum err erase_row(struct store *s, int32_t id)
{
    sqlite3_stmt *statement = store_statement(s, SQL_TEXT_ERASE);
    if (statement != NULL)
        sqlite3_bind_int64(statement, 1, id);
    enum err err = store_run(s, statement);
    return err == ERR_NONE && sqlite3_changes(s->db) == 0 ? ERR_MISSING : err;
}

static enum err erase_rows(struct store *s, const int32_t *ids, int count, const char *meta)
{
    enum err err = store_run_plain(s, SQL_BEGIN);
    for (int i = 0; i < count && err == ERR_NONE; i++)
        err = erase_row(s, ids[i]);
    if (err == ERR_NONE && meta != NULL)
        err = write_meta(s, meta, "");
    if (err == ERR_NONE)
        err = store_run_plain(s, SQL_COMMIT);
    if (err != ERR_NONE)
        roll_back(s);
    return err;
}

/* Written anew before, so that no page holds an old copy, and without a journal that outlives the commit: whoever is
 * killed afterwards leaves nothing of the texts. */
enum err store_erase_texts(struct store *s, const int32_t *ids, int count, const char *meta)
{
    enum err err = may_append(s);
    if (err == ERR_NONE)
        err = store_script(s, "PRAGMA journal_mode=DELETE; VACUUM;");
    if (err == ERR_NONE)
        err = erase_rows(s, ids, count, meta);
    if (err == ERR_NONE)
        return scrub(s);
    if (err != ERR_REFUSED && store_script(s, "PRAGMA journal_mode=PERSIST") != ERR_NONE)
        s->detail[0] = '\0';
    return err;
}

enum err store_erase_text(struct store *s, int32_t id)
{
    return store_erase_texts(s, &id, 1, NULL);
}

enum err store_put_blob(struct store *s, const char *name, const void *bytes, size_t length)
{
    uint8_t hash[HASH_BYTES];
    enum err err = may_append(s);
    sqlite3_stmt *statement = store_statement(s, SQL_BLOB_INSERT);
    if (err != ERR_NONE)
        return err;
    hash_bytes(hash, bytes, length, NULL, 0);
    if (statement != NULL) {
        sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement, 2, s->count + 1);
        sqlite3_bind_blob(statement, 3, hash, HASH_BYTES, SQLITE_STATIC);
        bind_bytes(statement, 4, bytes, length);
    }
    err = store_run(s, statement);
    if (err == ERR_NONE && sqlite3_changes(s->db) == 0)
        return ERR_REFUSED;
    if (err == ERR_NONE)
        s->blobs_wait = 1;
    return err;
}

enum err store_put_meta(struct store *s, const char *key, const char *value)
{
    enum err err = may_append(s);
    return err == ERR_NONE ? write_meta(s, key, value) : err;
}
