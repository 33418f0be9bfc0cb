#include "store/inside.h"

#include <assert.h>
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char schema[] =
    "CREATE TABLE meta(k TEXT PRIMARY KEY NOT NULL, v TEXT NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE head(one INTEGER PRIMARY KEY CHECK(one = 1), seq INTEGER NOT NULL, chain BLOB NOT NULL);"
    "CREATE TABLE blob(name TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, data BLOB NOT NULL);"
    "CREATE TABLE record(seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, time INTEGER NOT NULL, round INTEGER NOT NULL,"
    " rules INTEGER NOT NULL, wall INTEGER NOT NULL, body BLOB NOT NULL, events BLOB NOT NULL, digest INTEGER NOT NULL,"
    " covers BLOB NOT NULL, chain BLOB NOT NULL);"
    "CREATE TABLE text(id INTEGER PRIMARY KEY, erased INTEGER NOT NULL, salt BLOB, body TEXT);";

#define RECORD_COLUMNS "seq, kind, time, round, rules, wall, body, events, digest, covers, chain"

static const char *const statements[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_HEAD_GET] = "SELECT seq, chain FROM head WHERE one = 1",
    [SQL_HEAD_SET] = "INSERT INTO head(one, seq, chain) VALUES(1, ?1, ?2)"
                     " ON CONFLICT(one) DO UPDATE SET seq = ?1, chain = ?2",
    [SQL_RECORD_INSERT] = "INSERT INTO record(" RECORD_COLUMNS ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_RECORDS] = "SELECT " RECORD_COLUMNS " FROM record WHERE seq <= ?1 ORDER BY seq",
    [SQL_RECORD_ONE] = "SELECT " RECORD_COLUMNS " FROM record WHERE seq = ?1",
    [SQL_RECORD_MAX] = "SELECT max(seq) FROM record",
    [SQL_RECORDS_DELETE] = "DELETE FROM record WHERE seq > ?1",
    [SQL_TEXT_INSERT] = "INSERT INTO text(id, erased, salt, body) VALUES(?1, ?2 IS NULL, ?2, ?3)",
    [SQL_TEXTS] = "SELECT id, salt, body, erased FROM text ORDER BY id",
    [SQL_TEXT_ERASE] = "UPDATE text SET erased = 1, salt = NULL, body = NULL WHERE id = ?1",
    [SQL_TEXT_DELETE] = "DELETE FROM text WHERE id = ?1",
    [SQL_BLOB_INSERT] = "INSERT INTO blob(name, seq, hash, data) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(name)"
                        " DO UPDATE SET hash = ?3, data = ?4 WHERE seq = ?2", /* as long as no record covers it */
    [SQL_BLOBS] = "SELECT name, data, hash, seq FROM blob ORDER BY name",
    [SQL_BLOBS_OF] = "SELECT name, hash FROM blob WHERE seq = ?1 ORDER BY name",
    [SQL_BLOBS_MOVE] = "UPDATE blob SET seq = ?1 WHERE seq > ?1",
    [SQL_META_SET] = "INSERT INTO meta(k, v, hash) VALUES(?1, ?2, ?3) ON CONFLICT(k) DO UPDATE SET v = ?2, hash = ?3",
    [SQL_META_GET] = "SELECT v, hash FROM meta WHERE k = ?1",
    [SQL_META_ALL] = "SELECT k, v, hash FROM meta ORDER BY k",
};

static int is_no_room(int number)
{
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static enum err store_io_error(struct store *s, int code)
{
    int number = 0;
    if (s->db != NULL)
        sqlite3_file_control(s->db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    if (is_no_room(number) || (s->db != NULL && is_no_room(sqlite3_system_errno(s->db))))
        return ERR_FULL;
    switch (code) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
        return ERR_READ;
    case SQLITE_IOERR_CORRUPTFS:
        return ERR_DAMAGED;
    default:
        return ERR_WRITE;
    }
}

enum err store_fail(struct store *s, int code)
{
    const char *said = s->db != NULL ? sqlite3_errmsg(s->db) : sqlite3_errstr(code);
    snprintf(s->detail, sizeof s->detail, "%s", said);
    switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_TOOBIG:
        return ERR_FULL;
    case SQLITE_IOERR:
        return store_io_error(s, code);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ERR_WRITE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ERR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* a table or a column is not where it should be */
        return ERR_DAMAGED;
    case SQLITE_CONSTRAINT:
        return ERR_REFUSED;
    default:
        return ERR_SYSTEM;
    }
}

sqlite3_stmt *store_statement(struct store *s, enum store_statement which)
{
    if (s->db == NULL)
        return NULL;
    if (s->statements[which] == NULL) {
        int code = sqlite3_prepare_v3(s->db, statements[which], -1, SQLITE_PREPARE_PERSISTENT,
                                      &s->statements[which], NULL);
        if (code != SQLITE_OK)
            s->statements[which] = NULL;
    }
    return s->statements[which];
}

/* A statement that could not be prepared leaves its reason in the connection. */
static enum err store_unprepared(struct store *s)
{
    return store_fail(s, s->db != NULL ? sqlite3_extended_errcode(s->db) : SQLITE_CANTOPEN);
}

enum err store_run(struct store *s, sqlite3_stmt *statement)
{
    if (statement == NULL)
        return store_unprepared(s);
    int code;
    do
        code = sqlite3_step(statement);
    while (code == SQLITE_ROW);
    enum err err = code == SQLITE_DONE ? ERR_NONE : store_fail(s, code);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return err;
}

enum err store_run_plain(struct store *s, enum store_statement which)
{
    return store_run(s, store_statement(s, which));
}

enum err store_script(struct store *s, const char *sql)
{
    if (s->db == NULL)
        return store_unprepared(s);
    int code = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? ERR_NONE : store_fail(s, code);
}

int64_t store_pragma(struct store *s, const char *sql, int64_t otherwise)
{
    sqlite3_stmt *statement = NULL;
    int64_t value = otherwise;
    if (sqlite3_prepare_v2(s->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

/* A file may come by mail: what it defines beside plain tables must do nothing. */
static void store_distrust(struct store *s)
{
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_extended_result_codes(s->db, 1);
    sqlite3_busy_timeout(s->db, s->mode == STORE_GLANCE ? STORE_GLANCE_WAIT_MS : STORE_WAIT_MS);
}

/* With a writable schema SQLite also reads a file that is shorter than its head says. */
static enum err store_prepare_access(struct store *s, enum store_access access)
{
    switch (access) {
    case ACCESS_CREATE:
        return store_script(s, "PRAGMA journal_mode=PERSIST; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                               "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;");
    case ACCESS_WRITE:
        return store_script(s, "PRAGMA cell_size_check=ON; PRAGMA journal_mode=PERSIST; PRAGMA synchronous=FULL;"
                               "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
    case ACCESS_READ:
    case ACCESS_FROZEN:
        break;
    }
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
    return store_script(s, "PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;");
}

/* Names never read as options or as ":memory:": a relative one gets "./"; a frozen one is an address. */
static void store_address(struct str *out, const char *path, enum store_access access)
{
    if (access != ACCESS_FROZEN) {
        str_printf(out, "%s%s", path[0] == '/' ? "" : "./", path);
        return;
    }
    str_append(out, path[0] == '/' ? "file://" : "file:./");
    for (const char *at = path; *at != '\0'; at++) {
        if (*at == '%' || *at == '?' || *at == '#')
            str_printf(out, "%%%02x", (unsigned)*at);
        else
            str_append_char(out, *at);
    }
    str_append(out, "?immutable=1");
}

enum err store_connect(struct store *s, const char *path, enum store_access access)
{
    static const int flags[] = {
        [ACCESS_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
        [ACCESS_WRITE] = SQLITE_OPEN_READWRITE,
        [ACCESS_READ] = SQLITE_OPEN_READWRITE,   /* so that a journal left by a kill can be rolled back */
        [ACCESS_FROZEN] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
    };
    assert(s->db == NULL);
    if (sodium_init() < 0)
        return ERR_SYSTEM;
    struct str address = {0};
    store_address(&address, path, access);
    int code = sqlite3_open_v2(str_text(&address), &s->db, flags[access] | SQLITE_OPEN_NOMUTEX, NULL);
    str_release(&address);
    enum err err = code == SQLITE_OK ? ERR_NONE : store_fail(s, code);
    if (err == ERR_NONE) {
        store_distrust(s);
        err = store_prepare_access(s, access);
    }
    if (err == ERR_NONE && access == ACCESS_CREATE) {
        char identity[96];
        snprintf(identity, sizeof identity, "PRAGMA application_id=%d; PRAGMA user_version=%d;",
                 STORE_APPLICATION, STORE_VERSION);
        err = store_script(s, identity);
        if (err == ERR_NONE)
            err = store_script(s, schema);
    }
    if (err != ERR_NONE)
        store_disconnect(s);
    return err;
}

void store_disconnect(struct store *s)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(s->statements[i]);
        s->statements[i] = NULL;
    }
    int code = sqlite3_close(s->db);
    assert(code == SQLITE_OK);
    (void)code;
    s->db = NULL;
}
