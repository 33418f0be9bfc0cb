#include "session/recent.h"
#include "base/file.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char ending[] = ".moment";
static const int64_t NANOSECONDS = 1000000000;

static int is_session_name(const char *name)
{
    size_t length = strlen(name), tail = sizeof ending - 1;
    return length > tail && strcmp(name + length - tail, ending) == 0;
}

static const char *name_of(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    return arena_dup_bytes(a, name, strlen(name) - (is_session_name(name) ? sizeof ending - 1 : 0));
}

static const char *meta(struct store *s, struct arena *a, const char *key, struct recent_session *out)
{
    char *value = NULL;
    enum err err = store_get_meta(s, a, key, &value);
    out->damaged |= err == ERR_DAMAGED;
    return err == ERR_NONE ? value : "";
}

static int32_t number(const char *digits, int32_t otherwise)
{
    return digits[0] != '\0' ? (int32_t)strtol(digits, NULL, 10) : otherwise;
}

static int take_last(void *context, const struct store_record *record)
{
    struct recent_session *out = context;
    out->time = record->time;
    return 0;
}

static void read_head(struct store *s, struct arena *a, struct recent_session *out)
{
    out->team = meta(s, a, "team", out);
    out->pack = meta(s, a, "pack", out);
    out->pack_id = meta(s, a, "pack-id", out);
    out->id = meta(s, a, "id", out);
    out->date = meta(s, a, "date", out);
    out->alone = meta(s, a, "alone", out);
    out->parent = meta(s, a, "parent", out);
    out->again = out->parent[0] != '\0';
    out->step = meta(s, a, "step", out);
    out->round_title = meta(s, a, "round-title", out);
    out->round = number(meta(s, a, "round", out), -1);
    out->phase = number(meta(s, a, "phase", out), PHASE_BETWEEN);
    out->finished = out->phase == PHASE_FINISHED;
    enum err err = store_last(s, take_last, out);
    out->damaged |= err != ERR_NONE && err != ERR_BUSY;
}

void recent_look(struct arena *a, const char *path, struct recent_session *out)
{
    struct store *s = NULL;
    struct store_report report;
    int held = 0;
    *out = (struct recent_session){.path = arena_dup(a, path), .name = name_of(a, path), .team = "", .pack = "", .pack_id = "",
                                   .id = "", .parent = "", .date = "", .alone = "", .round_title = "", .step = "", .round = -1};
    store_stamp(path, &out->stamp, &held);
    out->modified = out->stamp.modified / NANOSECONDS;
    out->busy = held;
    enum err err = store_open(&s, path, STORE_GLANCE, &report);
    if (err == ERR_NONE) {
        read_head(s, a, out);
        out->newer = report.newer;
        store_close(s);
    }
    out->newer |= err == ERR_NEWER;
    out->busy |= err == ERR_BUSY;
    out->damaged |= err != ERR_NONE && err != ERR_NEWER && err != ERR_BUSY;
}

/* The latest first; of the same second, by name. */
static int order(const void *a, const void *b)
{
    const struct recent_session *x = a, *y = b;
    if (x->modified != y->modified)
        return x->modified > y->modified ? -1 : 1;
    return strcmp(x->path, y->path);
}

/* --- with an index --- */

static struct store_index_row row_of(const struct recent_session *r, const char *file)
{
    return (struct store_index_row){
        .name = file,
        .stamp = r->stamp,
        .words = {[INDEX_TEAM] = r->team, [INDEX_PACK] = r->pack, [INDEX_PACK_ID] = r->pack_id, [INDEX_DATE] = r->date,
                  [INDEX_ALONE] = r->alone, [INDEX_STEP] = r->step, [INDEX_ROUND_TITLE] = r->round_title, [INDEX_ID] = r->id,
                  [INDEX_PARENT] = r->parent},
        .numbers = {[INDEX_ROUND] = r->round, [INDEX_TIME] = r->time, [INDEX_PHASE] = r->phase,
                    [INDEX_DAMAGED] = r->damaged, [INDEX_NEWER] = r->newer}};
}

static void take_row(struct arena *a, const struct store_index_row *row, struct recent_session *out)
{
    out->name = name_of(a, row->name);
    out->team = row->words[INDEX_TEAM];
    out->pack = row->words[INDEX_PACK];
    out->pack_id = row->words[INDEX_PACK_ID];
    out->id = row->words[INDEX_ID];
    out->parent = row->words[INDEX_PARENT];
    out->date = row->words[INDEX_DATE];
    out->alone = row->words[INDEX_ALONE];
    out->round = row->numbers[INDEX_ROUND];
    out->round_title = row->words[INDEX_ROUND_TITLE];
    out->step = row->words[INDEX_STEP];
    out->time = row->numbers[INDEX_TIME];
    out->phase = row->numbers[INDEX_PHASE];
    out->again = out->parent[0] != '\0';
    out->finished = out->phase == PHASE_FINISHED;
    out->damaged = row->numbers[INDEX_DAMAGED];
    out->newer = row->numbers[INDEX_NEWER];
    out->modified = out->stamp.modified / NANOSECONDS;
}

/* Somebody who writes it just now has said nothing that lasts. */
static void look_and_put(struct arena *a, const char *path, const char *file, struct store_index *x, struct recent_session *out)
{
    recent_look(a, path, out);
    struct store_index_row row = row_of(out, file);
    if (!out->busy || out->id[0] != '\0')
        store_index_put(x, &row);
}

static void look_again(struct arena *a, const char *path, const char *file, const struct store_index_row *row, struct store_index *x,
                       struct recent_session *out)
{
    *out = (struct recent_session){.path = path};
    int there = store_stamp(path, &out->stamp, &out->busy);
    if (there && row != NULL && store_stamp_is_same(&out->stamp, &row->stamp))
        take_row(a, row, out);
    else
        look_and_put(a, path, file, x, out);
}

static void drop_gone(struct store_index *x, const struct store_index_row *rows, size_t count, char **names, size_t name_count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < name_count && strcmp(names[at], rows[i].name) < 0)
            at++;
        if (at == name_count || strcmp(names[at], rows[i].name) != 0)
            store_index_drop(x, rows[i].name);
    }
}

/* Rows and names are in the same order. */
static size_t look_all(struct arena *a, const char *folder, struct store_index *x, char **names, size_t count, struct recent_session *list)
{
    struct store_index_row *rows = NULL;
    size_t row_count = 0, at = 0, kept = 0;
    store_index_rows(x, a, &rows, &row_count);
    drop_gone(x, rows, row_count, names, count);
    for (size_t i = 0; i < count; i++) {
        if (!is_session_name(names[i]))
            continue;
        while (at < row_count && strcmp(rows[at].name, names[i]) < 0)
            at++;
        int known = at < row_count && strcmp(rows[at].name, names[i]) == 0;
        look_again(a, file_join(a, folder, names[i]), names[i], known ? &rows[at] : NULL, x, &list[kept++]);
    }
    store_index_keep(x);
    return kept;
}

enum err recent_list_of(struct arena *a, const char *folder, struct store_index *x, struct recent_session **items, size_t *count)
{
    char **names = NULL;
    size_t found = 0;
    enum err err = file_list(a, folder, &names, &found);
    if (err != ERR_NONE && err != ERR_MISSING)
        return err;
    struct recent_session *list = arena_array(a, found + 1, sizeof *list);
    *count = look_all(a, folder, x, names, found, list);
    qsort(list, *count, sizeof *list, order);
    *items = list;
    return ERR_NONE;
}

enum err recent_list(struct arena *a, const char *folder, struct recent_session **items, size_t *count)
{
    struct store_index *x = store_index_open(folder);
    enum err err = recent_list_of(a, folder, x, items, count);
    store_index_close(x);
    return err;
}
