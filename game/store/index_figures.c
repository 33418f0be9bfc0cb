#include "store/index_inside.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Added up over the figures of a session, so that their order is of no matter. */
static int64_t figure_hash(const struct store_index_figure *f)
{
    const int32_t words[] = {f->figure, f->round, f->value, f->whole, f->items, f->points, f->possible};
    return (int64_t)(hash_words(INDEX_VERSION, words, sizeof words / sizeof words[0]) >> 1);
}

static int64_t pack_number(struct store_index *x, const char *id)
{
    int64_t number = 0;
    sqlite3_stmt *s = index_statement(x, IX_PACK);
    if (s != NULL)
        sqlite3_bind_text(s, 1, id, -1, SQLITE_TRANSIENT);
    index_finish(x, s);
    if ((s = index_statement(x, IX_PACK_ID)) == NULL)
        return 0;
    sqlite3_bind_text(s, 1, id, -1, SQLITE_TRANSIENT);
    if (sqlite3_step(s) == SQLITE_ROW)
        number = sqlite3_column_int64(s, 0);
    sqlite3_reset(s);
    return number;
}

static void figure_put(struct store_index *x, int64_t id, int64_t pack, const struct store_index_figure *f)
{
    sqlite3_stmt *s = index_statement(x, IX_FIGURE);
    if (s == NULL)
        return;
    sqlite3_bind_int(s, 1, f->figure);
    sqlite3_bind_int64(s, 2, pack);
    sqlite3_bind_int(s, 3, f->round);
    sqlite3_bind_int64(s, 4, id);
    sqlite3_bind_int(s, 5, f->value);
    sqlite3_bind_int(s, 6, f->whole);
    sqlite3_bind_int(s, 7, f->items);
    sqlite3_bind_int(s, 8, f->points);
    sqlite3_bind_int(s, 9, f->possible);
    index_finish(x, s);
}

void store_index_put_figures(struct store_index *x, const char *name, int64_t version,
                             const struct store_index_figure *figures, size_t count)
{
    struct str pack = {0};
    uint64_t hash = 0;
    int64_t id = index_begin_writing(x) ? index_id(x, name, &pack) : -1;
    if (id >= 0) {
        int64_t number = pack_number(x, str_text(&pack));
        index_drop_figures(x, id);
        for (size_t i = 0; i < count; i++) {
            figure_put(x, id, number, &figures[i]);
            hash += (uint64_t)figure_hash(&figures[i]);
        }
        sqlite3_stmt *s = index_statement(x, IX_KEPT);
        if (s != NULL) {
            sqlite3_bind_int64(s, 1, id);
            sqlite3_bind_int64(s, 2, version);
            sqlite3_bind_int64(s, 3, (int64_t)count);
            sqlite3_bind_int64(s, 4, (int64_t)hash);
        }
        index_finish(x, s);
    }
    str_release(&pack);
}

struct session_figures { int64_t id; size_t row; int64_t kept, hash; };

static int by_id(const void *a, const void *b)
{
    const struct session_figures *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct store_index_row *)a)->name, ((const struct store_index_row *)b)->name);
}

/* The sessions whose figures are of this version, by their number in the database. */
static size_t sessions_read(struct store_index *x, int64_t version, const struct store_index_row *rows, size_t count,
                            struct session_figures *out)
{
    enum { VERSION_AT = 4 + INDEX_WORDS + INDEX_NUMBERS + 1 };
    sqlite3_stmt *s = index_statement(x, IX_ROWS);
    size_t found = 0;
    while (s != NULL && found < count && sqlite3_step(s) == SQLITE_ROW) {
        const struct store_index_row key = {.name = (const char *)sqlite3_column_text(s, 0)};
        const struct store_index_row *row = key.name != NULL ? bsearch(&key, rows, count, sizeof *rows, by_name) : NULL;
        if (row == NULL || row->version != version || sqlite3_column_int64(s, VERSION_AT) != version)
            continue;
        out[found++] = (struct session_figures){.id = sqlite3_column_int64(s, VERSION_AT + 1), .row = (size_t)(row - rows),
                                                .kept = sqlite3_column_int64(s, VERSION_AT + 2),
                                                .hash = sqlite3_column_int64(s, VERSION_AT + 3)};
    }
    sqlite3_reset(s);
    qsort(out, found, sizeof *out, by_id);
    return found;
}

static void figures_read(struct store_index *x, struct session_figures *sessions, size_t count, store_index_visit *visit, void *context)
{
    sqlite3_stmt *s = index_statement(x, IX_FIGURES);
    int code = SQLITE_DONE;
    while (s != NULL && (code = sqlite3_step(s)) == SQLITE_ROW) {
        const struct session_figures key = {.id = sqlite3_column_int64(s, 0)};
        struct session_figures *of = bsearch(&key, sessions, count, sizeof *sessions, by_id);
        if (of == NULL)
            continue;
        const struct store_index_figure f = {sqlite3_column_int(s, 1), sqlite3_column_int(s, 2), sqlite3_column_int(s, 3),
                                             sqlite3_column_int(s, 4), sqlite3_column_int(s, 5), sqlite3_column_int(s, 6),
                                             sqlite3_column_int(s, 7)};
        of->kept--;
        of->hash = (int64_t)((uint64_t)of->hash - (uint64_t)figure_hash(&f));
        visit(context, of->row, &f);
    }
    if (code != SQLITE_DONE)
        index_failed(x);
    sqlite3_reset(s);
}

void store_index_figures(struct store_index *x, int64_t version, struct store_index_row *rows, size_t count,
                         store_index_visit *visit, void *context)
{
    struct session_figures *sessions = memory_want((count + 1) * sizeof *sessions);
    size_t found = sessions_read(x, version, rows, count, sessions), next = 0;
    figures_read(x, sessions, found, visit, context);
    uint8_t *sound = memory_want(count + 1);
    for (; next < found; next++)
        sound[sessions[next].row] = sessions[next].kept == 0 && sessions[next].hash == 0;
    for (size_t i = 0; i < count; i++)
        if (!sound[i])
            rows[i].version = 0;
    free(sound);
    free(sessions);
}
