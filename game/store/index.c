#include "store/index_inside.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { WAIT_MS = 300 };

#define WORD_COLUMNS "team, pack_title, pack, date, alone, step, round_title, file, parent"
#define NUMBER_COLUMNS "round, time, phase, damaged, newer"

static const char schema[] =
    "CREATE TABLE session(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, modified INTEGER NOT NULL, size INTEGER NOT NULL,"
    " changes INTEGER NOT NULL, team TEXT NOT NULL, pack_title TEXT NOT NULL, pack TEXT NOT NULL, date TEXT NOT NULL,"
    " alone TEXT NOT NULL, step TEXT NOT NULL, round_title TEXT NOT NULL, file TEXT NOT NULL, parent TEXT NOT NULL,"
    " round INTEGER NOT NULL, time INTEGER NOT NULL, phase INTEGER NOT NULL, damaged INTEGER NOT NULL, newer INTEGER NOT NULL,"
    " hash INTEGER NOT NULL, version INTEGER NOT NULL, kept INTEGER NOT NULL, kept_hash INTEGER NOT NULL);"
    "CREATE TABLE pack(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);"
    "CREATE TABLE figure(figure INTEGER NOT NULL, pack INTEGER NOT NULL, round INTEGER NOT NULL, session INTEGER NOT NULL,"
    " value INTEGER NOT NULL, whole INTEGER NOT NULL, items INTEGER NOT NULL, points INTEGER NOT NULL, possible INTEGER NOT NULL,"
    " PRIMARY KEY(figure, pack, round, session)) WITHOUT ROWID;"
    "CREATE INDEX figure_session ON figure(session);";

static const char *const statements[IX_COUNT] = {
    [IX_ROWS] = "SELECT name, modified, size, changes, " WORD_COLUMNS ", " NUMBER_COLUMNS ", hash, version, id, kept, kept_hash"
                " FROM session ORDER BY name",
    [IX_PUT] = "INSERT INTO session(name, modified, size, changes, " WORD_COLUMNS ", " NUMBER_COLUMNS ", hash, version, kept,"
               " kept_hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0, 0, 0)",
    [IX_DROP] = "DELETE FROM session WHERE name = ?1",
    [IX_DROP_FIGURES] = "DELETE FROM figure WHERE session = ?1",
    [IX_ID] = "SELECT id, pack, version FROM session WHERE name = ?1",
    [IX_PACK] = "INSERT OR IGNORE INTO pack(id) VALUES(?1)",
    [IX_PACK_ID] = "SELECT number FROM pack WHERE id = ?1",
    [IX_FIGURE] = ("INSERT OR REPLACE INTO figure(figure, pack, round, session, value, whole, items, points, possible)"
                   " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
    [IX_KEPT] = "UPDATE session SET version = ?2, kept = ?3, kept_hash = ?4 WHERE id = ?1",
    [IX_FIGURES] = "SELECT session, figure, round, value, whole, items, points, possible FROM figure",
};

static int run(struct store_index *x, const char *sql) { return sqlite3_exec(x->db, sql, NULL, NULL, NULL) == SQLITE_OK; }

static int64_t pragma(struct store_index *x, const char *sql)
{
    sqlite3_stmt *s = NULL;
    int64_t value = -1;
    if (sqlite3_prepare_v2(x->db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        value = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return value;
}

static void disconnect(struct store_index *x)
{
    for (int i = 0; i < IX_COUNT; i++) {
        sqlite3_finalize(x->statements[i]);
        x->statements[i] = NULL;
    }
    sqlite3_close(x->db);
    x->db = NULL;
    x->writing = 0;
}

/*
 * No journal lies on the disk and nothing is flushed: a kill in the middle may leave a damaged index, which shows and is
 * begun anew. A journal would have to be told from that of a file that was there before under the same name.
 */
static int connect(struct store_index *x, const char *path)
{
    static const char ways[] = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
                               "PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-65536";
    char identity[96];
    if (sqlite3_open_v2(path, &x->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return 0;
    sqlite3_busy_timeout(x->db, WAIT_MS);
    if (!run(x, ways))
        return 0;
    int64_t application = pragma(x, "PRAGMA application_id"), version = pragma(x, "PRAGMA user_version");
    if (application == INDEX_APPLICATION && version == INDEX_VERSION)
        return 1;
    if (application != 0 || version != 0 || pragma(x, "SELECT count(*) FROM sqlite_schema") != 0)
        return 0;
    snprintf(identity, sizeof identity, "PRAGMA application_id=%d; PRAGMA user_version=%d;", INDEX_APPLICATION, INDEX_VERSION);
    if (!run(x, "BEGIN IMMEDIATE"))
        return 0;
    /* Another program may have made it while this one waited. */
    if (pragma(x, "PRAGMA application_id") == INDEX_APPLICATION)
        return run(x, "ROLLBACK");
    return run(x, identity) && run(x, schema) && run(x, "COMMIT");
}

static int is_busy(const struct store_index *x)
{
    int code = x->db != NULL ? sqlite3_errcode(x->db) & 0xff : SQLITE_OK;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

static void use_memory(struct store_index *x)
{
    disconnect(x);
    x->in_memory = 1;
    if (!connect(x, ":memory:"))
        disconnect(x);
}

/* Whatever lies under that name is an index, or was one: it is taken away and made again. */
static void begin_anew(struct store_index *x)
{
    int busy = is_busy(x);
    disconnect(x);
    x->broken = 0;
    if (!busy && !x->in_memory && unlink(x->path) == 0 && connect(x, x->path))
        return;
    use_memory(x);
}

struct store_index *store_index_open(const char *folder)
{
    struct store_index *x = memory_want(sizeof *x);
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, STORE_INDEX_NAME);
    x->path = str_detach(&path);
    x->waits = access(x->path, F_OK) != 0;
    if (x->waits)
        use_memory(x);
    else if (!connect(x, x->path))
        begin_anew(x);
    return x;
}

/* A statement that fails says that the index is not sound, unless somebody else is at it. */
void index_failed(struct store_index *x)
{
    if (!is_busy(x))
        x->broken = 1;
}

sqlite3_stmt *index_statement(struct store_index *x, enum index_statement which)
{
    if (x->db == NULL)
        return NULL;
    if (x->statements[which] == NULL &&
        sqlite3_prepare_v3(x->db, statements[which], -1, SQLITE_PREPARE_PERSISTENT, &x->statements[which], NULL) != SQLITE_OK) {
        index_failed(x);
        x->statements[which] = NULL;
    }
    return x->statements[which];
}

void index_finish(struct store_index *x, sqlite3_stmt *s)
{
    int code = s != NULL ? sqlite3_step(s) : SQLITE_ERROR;
    if (s != NULL && code != SQLITE_DONE)
        index_failed(x);
    sqlite3_reset(s);
    if (s != NULL)
        sqlite3_clear_bindings(s);
}

static void make(struct store_index *x)
{
    disconnect(x);
    x->waits = x->in_memory = 0;
    if (!connect(x, x->path))
        begin_anew(x);
}

/* Whatever is put goes into one transaction, until it is kept. */
int index_begin_writing(struct store_index *x)
{
    if (x->waits)
        make(x);
    if (x->broken)
        begin_anew(x);
    if (x->db == NULL || x->yields || x->writing)
        return x->writing;
    x->writing = run(x, "BEGIN IMMEDIATE");
    x->yields = !x->writing && is_busy(x);
    if (!x->writing)
        index_failed(x);
    return x->writing;
}

void store_index_keep(struct store_index *x)
{
    if (x->writing && !run(x, "COMMIT"))
        run(x, "ROLLBACK");
    x->writing = 0;
}

void store_index_close(struct store_index *x)
{
    if (x == NULL)
        return;
    store_index_keep(x);
    disconnect(x);
    if (x->broken && !x->in_memory)
        unlink(x->path);
    free(x->path);
    free(x);
}
