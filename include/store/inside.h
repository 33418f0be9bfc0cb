#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H
/*
 * What the files of the store share; nobody else includes it.
 *
 * Tables (user_version 1):
 *   meta(k, v, hash)                  small facts for lists; hash of both
 *   head(one, seq, chain)             the last record, so that missing ones are missed
 *   blob(name, seq, hash, data)       seq: the record whose chain covers it
 *   record(seq, kind ... covers, chain)
 *   text(id, erased, salt, body)      salt and body NULL once erased, and only then
 *
 * Chain: chain[0] = hash(STORE_CHAIN_START); chain[n] = hash, keyed with
 * chain[n-1], over the numbers of record n (8 bytes each, lowest first), then
 * body, events and covers, each with its length before it. `covers` lists what
 * came with the record: 'T' id hash(text, keyed with its salt), and
 * 'B' length name hash(data).
 */
#include "store/store.h"
#include "base/str.h"

#include <sqlite3.h>

enum {
    STORE_APPLICATION = 0x4d6f546a, /* "MoTj" */
    STORE_VERSION = 1,
    STORE_SALT_BYTES = 16,
    STORE_WAIT_MS = 5000,           /* for a reader in the middle of a list, or a writer in the middle of an append */
    STORE_GLANCE_WAIT_MS = 200
};

enum store_statement {
    SQL_BEGIN, SQL_COMMIT, SQL_ROLLBACK,
    SQL_HEAD_GET, SQL_HEAD_SET,
    SQL_RECORD_INSERT, SQL_RECORDS, SQL_RECORD_ONE, SQL_RECORD_MAX, SQL_RECORDS_DELETE,
    SQL_TEXT_INSERT, SQL_TEXTS, SQL_TEXT_ERASE, SQL_TEXT_DELETE,
    SQL_BLOB_INSERT, SQL_BLOBS, SQL_BLOBS_OF, SQL_BLOBS_MOVE,
    SQL_META_SET, SQL_META_GET, SQL_META_ALL,
    SQL_COUNT
};

struct store_staged { char *key, *value; };

struct store {
    sqlite3 *db;
    sqlite3_stmt *statements[SQL_COUNT];
    char *path;                     /* as it was asked for */
    char *hidden;                   /* where it is until published, NULL afterwards */
    int lock;                       /* our own handle on the file, which holds the lock; -1 */
    enum store_mode mode;
    int read_only;
    int64_t count;                  /* sound records */
    uint8_t chain[HASH_BYTES];      /* of the last of them */
    int unsure;                     /* an append failed and it is not known whether it is there: */
    uint8_t unsure_chain[HASH_BYTES];
    struct str unsure_covers;       /* what it brought along */
    int blobs_wait;                 /* there are blobs that no record covers yet */
    int32_t *bad_texts;             /* texts that are not what was stored, ascending */
    int bad_text_count;
    struct store_staged *staged;
    int staged_count;
    char detail[256];
};

/* A row of the table of records; its bytes belong to the statement. */
struct store_row {
    struct store_record record;
    const uint8_t *covers; size_t covers_length;
    uint8_t chain[HASH_BYTES];
};

/* One entry of `covers`. */
struct store_cover { char tag; int64_t number; const uint8_t *hash; };

/* --- sql.c --- */
enum store_access { ACCESS_CREATE, ACCESS_WRITE, ACCESS_READ, ACCESS_FROZEN /* no journal is looked at */ };
enum err MUST_CHECK store_connect(struct store *s, const char *path, enum store_access access);
void store_disconnect(struct store *s);
/* NULL when it could not be prepared: store_fail(s, SQLITE_ERROR-like code) has been noted in s->detail. */
sqlite3_stmt *store_statement(struct store *s, enum store_statement which);
/* Runs a statement without rows to its end and resets it. */
enum err MUST_CHECK store_run(struct store *s, sqlite3_stmt *statement);
enum err MUST_CHECK store_run_plain(struct store *s, enum store_statement which);
enum err MUST_CHECK store_script(struct store *s, const char *sql);
/* What a code of SQLite means; keeps its words in s->detail. */
enum err store_fail(struct store *s, int code);
int64_t store_pragma(struct store *s, const char *sql, int64_t otherwise);

/* --- files.c --- */
char *store_hidden_name_dup(const char *path);
char *store_journal_name_dup(const char *path);
enum err MUST_CHECK store_lock(struct store *s, const char *path, int create);
void store_unlock(struct store *s);
/* ERR_NONE when file and folder can be written, else ERR_WRITE and why. */
enum err MUST_CHECK store_may_write(const char *path, char detail[256]);
/* ERR_FORMAT, ERR_DAMAGED, ERR_MISSING, ERR_READ by the first bytes of a file. */
enum err MUST_CHECK store_look(const char *path);
/* ERR_MISSING when what we hold is no longer what the path names: somebody moved it away. */
enum err MUST_CHECK store_still_there(const struct store *s);
enum err MUST_CHECK store_rename(const char *from, const char *to);

/* --- chain.c --- */
void store_chain_start(uint8_t chain[HASH_BYTES]);
void store_chain_next(uint8_t out[HASH_BYTES], const uint8_t before[HASH_BYTES], const struct store_record *record,
                      const void *covers, size_t covers_length);
void store_cover_text(struct str *covers, int32_t id, const uint8_t hash[HASH_BYTES]);
void store_cover_blob(struct str *covers, const char *name, size_t length, const uint8_t hash[HASH_BYTES]);
/* Takes the first entry off; 0 when there is none or it is cut short. */
int store_cover_next(const uint8_t **bytes, size_t *length, struct store_cover *out);
void store_text_hash(uint8_t out[HASH_BYTES], const void *salt, const char *text, size_t length);

/* --- read.c --- */
/* Reads the row a statement stands on; 0 when its columns are not of the promised form. */
int store_row_read(sqlite3_stmt *statement, struct store_row *row);
enum err MUST_CHECK store_head(struct store *s, int64_t *seq, uint8_t chain[HASH_BYTES]);

/* --- check.c --- */
enum err MUST_CHECK store_check(struct store *s, struct store_report *report);
/* Takes off what store_check found behind the last sound record. */
enum err MUST_CHECK store_drop_last(struct store *s);

/* --- append.c --- */
/* A text with its salt; one that was erased has neither, its hash alone is left. */
struct store_piece { int32_t id; const void *salt; const char *text; uint8_t hash[HASH_BYTES]; };
enum err MUST_CHECK store_append_pieces(struct store *s, struct store_record *record, const struct store_piece *pieces,
                                        int count);
enum err MUST_CHECK store_remove_after(struct store *s, const void *covers, size_t length);
void store_meta_hash(uint8_t out[HASH_BYTES], const char *key, const char *value);
#endif
