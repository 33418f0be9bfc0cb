#include "store/inside.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the sound records say their texts and blobs hash to. */
struct expected { char tag; int32_t id; uint8_t hash[HASH_BYTES]; };
struct check {
    struct store *s;
    struct store_report *report;
    struct expected *expected;
    size_t expected_count, expected_room;
    struct str orphans;         /* texts of no sound record, as covers */
    int malformed;              /* SQLite itself stumbled */
    int bad_row;                /* a row that does not fit was met */
    int64_t max;                /* highest number in the table, 0 when it cannot be told */
};

static void expect(struct check *c, const struct store_cover *cover)
{
    if (c->expected_count == c->expected_room) {
        c->expected_room = c->expected_room == 0 ? 64 : c->expected_room * 2;
        c->expected = memory_resize(c->expected, c->expected_room * sizeof *c->expected);
    }
    struct expected *e = &c->expected[c->expected_count++];
    e->tag = cover->tag;
    e->id = cover->tag == 'T' ? (int32_t)cover->number : 0;
    memcpy(e->hash, cover->hash, HASH_BYTES);
}

static int is_next(struct check *c, const struct store_row *row)
{
    uint8_t chain[HASH_BYTES];
    if (row->record.seq != c->s->count + 1)
        return 0;
    store_chain_next(chain, c->s->chain, &row->record, row->covers, row->covers_length);
    if (memcmp(chain, row->chain, HASH_BYTES) != 0)
        return 0;
    memcpy(c->s->chain, chain, HASH_BYTES);
    c->s->count++;
    return 1;
}

static void take_row(struct check *c, const struct store_row *row)
{
    struct store_cover cover;
    const uint8_t *at = row->covers;
    size_t length = row->covers_length;
    while (store_cover_next(&at, &length, &cover))
        expect(c, &cover);
}

static void scan_records(struct check *c)
{
    int code = SQLITE_CORRUPT;
    struct store_row row;
    sqlite3_stmt *statement = store_statement(c->s, SQL_RECORDS);
    if (statement != NULL) {
        sqlite3_bind_int64(statement, 1, INT64_MAX);
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            c->bad_row = !store_row_read(statement, &row) || !is_next(c, &row);
            if (c->bad_row)
                break;
            take_row(c, &row);
        }
    }
    c->malformed = code != SQLITE_ROW && code != SQLITE_DONE;
    if (c->malformed)
        store_fail(c->s, code);
    sqlite3_reset(statement);
}

static void find_max(struct check *c)
{
    sqlite3_stmt *statement = store_statement(c->s, SQL_RECORD_MAX);
    if (statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
        c->max = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
}

static void damage(struct check *c, int64_t last)
{
    c->report->damaged_at = c->s->count + 1;
    c->report->lost = last > c->s->count ? last - c->s->count : 0;
}

/* The head names the last record. One record that does not fit or is missing at the very end was never finished;
 * whatever else does not fit is damage. A head that says more than a little is not believed. */
static void judge_end(struct check *c)
{
    enum { BELIEVED = 1000000 };
    int64_t seq = 0, next = c->s->count + 1;
    uint8_t chain[HASH_BYTES] = {0};
    int has_head = store_head(c->s, &seq, chain) == ERR_NONE;
    if (has_head && (seq < 0 || seq > BELIEVED))
        seq = 0;
    find_max(c);
    int64_t last = c->max > seq ? c->max : seq;
    if (!c->bad_row && !c->malformed && has_head && memcmp(chain, c->s->chain, HASH_BYTES) == 0)
        return;
    if (!c->malformed && has_head && last == next)
        c->report->dropped_last = 1;
    else
        damage(c, last);
}

static int is_as_expected(struct check *c, char tag, int32_t id, const uint8_t hash[HASH_BYTES], int *known)
{
    *known = 0;
    for (size_t i = 0; i < c->expected_count; i++) {
        const struct expected *e = &c->expected[i];
        if (e->tag != tag || e->id != id)
            continue;
        *known = 1;
        if (memcmp(e->hash, hash, HASH_BYTES) == 0)
            return 1;
    }
    return 0;
}

static int expected_order(const void *a, const void *b)
{
    const struct expected *x = a, *y = b;
    return x->tag != y->tag ? (x->tag > y->tag) - (x->tag < y->tag) : (x->id > y->id) - (x->id < y->id);
}

static void bad_text(struct check *c, int32_t id)
{
    struct store *s = c->s;
    c->report->damaged_parts++;
    s->bad_texts = memory_resize(s->bad_texts, (size_t)(s->bad_text_count + 1) * sizeof *s->bad_texts);
    s->bad_texts[s->bad_text_count++] = id;
}

/* Position of the first text that is expected with at least this id. */
static size_t first_text(const struct check *c, int32_t id)
{
    size_t low = 0, high = c->expected_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct expected *e = &c->expected[middle];
        if (e->tag < 'T' || (e->tag == 'T' && e->id < id))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int is_text(const struct check *c, size_t at)
{
    return at < c->expected_count && c->expected[at].tag == 'T';
}

static int fits_text(sqlite3_stmt *statement, const struct expected *e)
{
    uint8_t hash[HASH_BYTES];
    int erased = sqlite3_column_type(statement, 3) == SQLITE_INTEGER ? sqlite3_column_int(statement, 3) : -1;
    if (erased == 1)
        return sqlite3_column_type(statement, 1) == SQLITE_NULL && sqlite3_column_type(statement, 2) == SQLITE_NULL;
    if (erased != 0 || sqlite3_column_bytes(statement, 1) != STORE_SALT_BYTES ||
        sqlite3_column_type(statement, 2) != SQLITE_TEXT)
        return 0;
    const void *salt = sqlite3_column_blob(statement, 1);
    const char *body = (const char *)sqlite3_column_text(statement, 2);
    store_text_hash(hash, salt, body, (size_t)sqlite3_column_bytes(statement, 2));
    return memcmp(hash, e->hash, HASH_BYTES) == 0;
}

/* Walks the rows and the expected texts side by side, both by id. */
static void check_texts(struct check *c)
{
    size_t at = first_text(c, INT32_MIN);
    int code = SQLITE_CORRUPT;
    sqlite3_stmt *statement = store_statement(c->s, SQL_TEXTS);
    while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        int64_t id = sqlite3_column_int64(statement, 0);
        for (; is_text(c, at) && c->expected[at].id < id; at++)
            bad_text(c, c->expected[at].id);
        if (!is_text(c, at) || c->expected[at].id != id)
            store_cover_text(&c->orphans, (int32_t)id, (const uint8_t[HASH_BYTES]){0});
        else if (!fits_text(statement, &c->expected[at++]))
            bad_text(c, (int32_t)id);
    }
    for (; is_text(c, at); at++)
        bad_text(c, c->expected[at].id);
    if (code != SQLITE_DONE)
        store_fail(c->s, code);
    sqlite3_reset(statement);
}

static void check_blobs(struct check *c)
{
    uint8_t hash[HASH_BYTES];
    int code = SQLITE_CORRUPT, found = 0, wanted = 0, known;
    sqlite3_stmt *statement = store_statement(c->s, SQL_BLOBS);
    while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const void *data = sqlite3_column_blob(statement, 1);
        int length = sqlite3_column_bytes(statement, 1);
        hash_bytes(hash, data != NULL ? data : "", (size_t)length, NULL, 0);
        int covered = sqlite3_column_int64(statement, 3) <= c->s->count;
        c->s->blobs_wait |= !covered;
        found += covered;
        int sound = sqlite3_column_bytes(statement, 2) == HASH_BYTES &&
                    memcmp(sqlite3_column_blob(statement, 2), hash, HASH_BYTES) == 0 &&
                    (!covered || is_as_expected(c, 'B', 0, hash, &known));
        c->report->damaged_parts += !sound;
    }
    sqlite3_reset(statement);
    if (code != SQLITE_DONE)
        store_fail(c->s, code);
    for (size_t i = 0; i < c->expected_count; i++)
        wanted += c->expected[i].tag == 'B';
    if (wanted > found)
        c->report->damaged_parts += wanted - found;
}

static void check_meta(struct check *c)
{
    uint8_t hash[HASH_BYTES];
    int code = SQLITE_CORRUPT;
    sqlite3_stmt *statement = store_statement(c->s, SQL_META_ALL);
    while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *key = (const char *)sqlite3_column_text(statement, 0);
        const char *value = (const char *)sqlite3_column_text(statement, 1);
        store_meta_hash(hash, key != NULL ? key : "", value != NULL ? value : "");
        c->report->damaged_parts += sqlite3_column_bytes(statement, 2) != HASH_BYTES ||
                                    memcmp(sqlite3_column_blob(statement, 2), hash, HASH_BYTES) != 0;
    }
    c->report->damaged_parts += code != SQLITE_DONE;
    sqlite3_reset(statement);
}

/* What is malformed where no record lies would still spoil what is written next. */
static void check_pages(struct check *c)
{
    sqlite3_stmt *statement = NULL;
    int sound = 0;
    if (sqlite3_prepare_v2(c->s->db, "PRAGMA quick_check(1)", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const char *said = (const char *)sqlite3_column_text(statement, 0);
        sound = said != NULL && strcmp(said, "ok") == 0;
        if (!sound && said != NULL)
            snprintf(c->s->detail, sizeof c->s->detail, "%s", said);
    }
    sqlite3_finalize(statement);
    if (!sound && c->report->damaged_parts == 0)
        c->report->damaged_parts = 1;
}

/* One transaction, so that a writer beside us cannot append between two looks. */
enum err store_check(struct store *s, struct store_report *report)
{
    struct check c = {.s = s, .report = report};
    s->count = 0;
    store_chain_start(s->chain);
    enum err err = store_script(s, "BEGIN");
    if (err != ERR_NONE)
        return err;
    scan_records(&c);
    judge_end(&c);
    if (c.expected_count > 0)
        qsort(c.expected, c.expected_count, sizeof *c.expected, expected_order);
    check_texts(&c);
    check_blobs(&c);
    check_meta(&c);
    check_pages(&c);
    report->records = s->count;
    str_clear(&s->unsure_covers);
    str_append_bytes(&s->unsure_covers, str_text(&c.orphans), c.orphans.length);
    err = store_script(s, "COMMIT");
    free(c.expected);
    str_release(&c.orphans);
    return err == ERR_DAMAGED ? ERR_NONE : err;
}

enum err store_drop_last(struct store *s)
{
    return store_remove_after(s, s->unsure_covers.text, s->unsure_covers.length);
}
