#include "store/inside.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts as they stand in the damaged file, by id; what is erased or spoilt has neither salt nor text. */
struct kept_text { int32_t id; uint8_t salt[STORE_SALT_BYTES]; char *text; };
struct salvage {
    struct store *from, *to;
    struct kept_text *texts;
    size_t count, room;
    int64_t records;             /* how many are taken */
    const char *parent;          /* id of the session that the new one comes from, NULL: it stands in for it */
    enum err err;
};

static int is_bad(const struct store *s, int64_t id)
{
    for (int i = 0; i < s->bad_text_count; i++)
        if (s->bad_texts[i] == id)
            return 1;
    return 0;
}

static void keep_text(struct salvage *g, sqlite3_stmt *row)
{
    int64_t id = sqlite3_column_int64(row, 0);
    if (is_bad(g->from, id) || sqlite3_column_bytes(row, 1) != STORE_SALT_BYTES ||
        sqlite3_column_type(row, 2) != SQLITE_TEXT)
        return;
    if (g->count == g->room) {
        g->room = g->room == 0 ? 64 : g->room * 2;
        g->texts = memory_resize(g->texts, g->room * sizeof *g->texts);
    }
    struct kept_text *t = &g->texts[g->count++];
    t->id = (int32_t)id;
    memcpy(t->salt, sqlite3_column_blob(row, 1), STORE_SALT_BYTES);
    size_t length = (size_t)sqlite3_column_bytes(row, 2);
    t->text = memory_want(length + 1);
    memcpy(t->text, sqlite3_column_text(row, 2), length);
}

/* A table that breaks off gives what came before the break. */
static void keep_texts(struct salvage *g)
{
    sqlite3_stmt *statement = store_statement(g->from, SQL_TEXTS);
    while (statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
        keep_text(g, statement);
    sqlite3_reset(statement);
}

static const struct kept_text *find_text(const struct salvage *g, int64_t id)
{
    size_t low = 0, high = g->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g->texts[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < g->count && g->texts[low].id == id ? &g->texts[low] : NULL;
}

static int copy_blob(void *context, const char *name, const void *bytes, size_t length)
{
    struct salvage *g = context;
    g->err = store_put_blob(g->to, name, bytes, length);
    return g->err != ERR_NONE;
}

static enum err copy_row(struct salvage *g, struct store_row *row)
{
    struct store_cover cover;
    const uint8_t *at = row->covers;
    size_t length = row->covers_length;
    int count = 0;
    struct store_piece *pieces = memory_want((row->covers_length / HASH_BYTES + 1) * sizeof *pieces);
    while (store_cover_next(&at, &length, &cover)) {
        if (cover.tag != 'T')
            continue;
        const struct kept_text *text = find_text(g, cover.number);
        struct store_piece *piece = &pieces[count++];
        *piece = (struct store_piece){.id = (int32_t)cover.number, .salt = text ? text->salt : NULL,
                                      .text = text ? text->text : NULL};
        memcpy(piece->hash, cover.hash, HASH_BYTES);
    }
    struct store_record record = row->record;
    enum err err = store_append_pieces(g->to, &record, pieces, count);
    free(pieces);
    return err;
}

static enum err copy_rows(struct salvage *g)
{
    sqlite3_stmt *statement = store_statement(g->from, SQL_RECORDS);
    struct store_row row;
    enum err err = statement != NULL ? ERR_NONE : ERR_DAMAGED;
    if (statement != NULL)
        sqlite3_bind_int64(statement, 1, g->records);
    for (int64_t i = 0; i < g->records && err == ERR_NONE; i++) {
        int is_row = sqlite3_step(statement) == SQLITE_ROW && store_row_read(statement, &row);
        err = is_row ? copy_row(g, &row) : ERR_DAMAGED;
    }
    sqlite3_reset(statement);
    return err;
}

static enum err copy_meta(struct salvage *g)
{
    enum err err = ERR_NONE;
    sqlite3_stmt *statement = store_statement(g->from, SQL_META_ALL);
    while (err == ERR_NONE && statement != NULL && sqlite3_step(statement) == SQLITE_ROW) {
        const char *key = (const char *)sqlite3_column_text(statement, 0);
        const char *value = (const char *)sqlite3_column_text(statement, 1);
        if (key != NULL && value != NULL && strcmp(key, "id") != 0 && strcmp(key, "reader") != 0)
            err = store_put_meta(g->to, key, value);
    }
    sqlite3_reset(statement);
    return err;
}

static enum err name_parent(struct salvage *g)
{
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)g->records);
    enum err err = store_put_meta(g->to, "parent", g->parent);
    return err == ERR_NONE ? store_put_meta(g->to, "parent-records", number) : err;
}

static enum err salvage_all(struct salvage *g)
{
    keep_texts(g);
    enum err err = store_each_blob(g->from, copy_blob, g);
    if (g->err != ERR_NONE)
        return g->err;
    if (err != ERR_NONE && err != ERR_DAMAGED)
        return err;
    err = copy_rows(g);
    if (err == ERR_NONE)
        err = copy_meta(g);
    if (err == ERR_NONE && g->parent != NULL)
        err = name_parent(g);
    return err == ERR_NONE ? store_publish(g->to) : err;
}

static enum err copy_whole(struct salvage *g, const char *path)
{
    struct store *s = g->from;
    if (s->mode == STORE_GLANCE)
        return ERR_REFUSED;
    enum err err = store_create(&g->to, path);
    if (err != ERR_NONE)
        return err;
    /* The new file is nobody's until it is whole: one flush at its publication is enough. */
    err = store_script(g->to, "PRAGMA synchronous=OFF");
    if (err == ERR_NONE)
        err = salvage_all(g);
    if (err != ERR_NONE)
        memcpy(s->detail, g->to->detail, sizeof s->detail);
    store_close(g->to);
    for (size_t i = 0; i < g->count; i++)
        free(g->texts[i].text);
    free(g->texts);
    return err;
}

enum err store_salvage(struct store *s, const char *path)
{
    struct salvage g = {.from = s, .records = s->count};
    return copy_whole(&g, path);
}

enum err store_fork(struct store *s, const char *path, int64_t records)
{
    struct arena a = {0};
    char *id = NULL;
    if (records < 1 || records > s->count)
        return ERR_DAMAGED;
    enum err err = store_get_meta(s, &a, "id", &id);
    struct salvage g = {.from = s, .records = records, .parent = id};
    if (err == ERR_NONE)
        err = copy_whole(&g, path);
    arena_release(&a);
    return err;
}
