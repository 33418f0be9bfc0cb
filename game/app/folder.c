#include "app/folder.h"
#include "base/file.h"
#include "base/memory.h"
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

enum { KEEP_EVERY = 64 };

static int may_compare(const struct recent_session *r)
{
    return !r->alone[0] && !r->again && !r->damaged && !r->newer;
}

static struct folder_session *item_add(struct folder *f, const struct recent_session *head, const char *file, int place)
{
    if (f->count == f->room) {
        f->room = f->room ? 2 * f->room : 64;
        f->items = memory_resize(f->items, f->room * sizeof *f->items);
    }
    struct folder_session *item = &f->items[f->count++];
    *item = (struct folder_session){.head = *head, .file = file, .place = place, .known = !may_compare(head)};
    f->left += !item->known;
    return item;
}

/* --- what the index knows --- */

struct loading { struct folder *folder; size_t *item_of; };

static void take_figure(void *context, size_t row, const struct store_index_figure *from)
{
    struct loading *l = context;
    if (l->item_of[row] == SIZE_MAX)
        return;
    struct folder_session *item = &l->folder->items[l->item_of[row]];
    if (item->figure_count == item->room) {
        int room = item->room ? 2 * item->room : 96;
        struct kept_figure *more = arena_array(&l->folder->arena, (size_t)room, sizeof *more);
        if (item->figure_count > 0)
            memcpy(more, item->figures, (size_t)item->figure_count * sizeof *more);
        item->figures = more;
        item->room = room;
    }
    item->figures[item->figure_count++] =
        (struct kept_figure){from->figure, from->round, from->value, from->whole, from->items, from->points, from->possible};
}

static int by_file(const void *a, const void *b)
{
    return strcmp(((const struct folder_session *)a)->file, ((const struct folder_session *)b)->file);
}

/* Rows and the items of this place, both by name. */
static void match(const struct folder *f, size_t from, const struct store_index_row *rows, size_t row_count, size_t *item_of)
{
    size_t at = from;
    for (size_t i = 0; i < row_count; i++) {
        while (at < f->count && strcmp(f->items[at].file, rows[i].name) < 0)
            at++;
        int same = at < f->count && strcmp(f->items[at].file, rows[i].name) == 0 && !f->items[at].known &&
                   store_stamp_is_same(&f->items[at].head.stamp, &rows[i].stamp);
        item_of[i] = same ? at : SIZE_MAX;
    }
}

static void load_figures(struct folder *f, struct store_index *x, size_t from)
{
    struct store_index_row *rows = NULL;
    size_t row_count = 0;
    store_index_rows(x, &f->arena, &rows, &row_count);
    struct loading loading = {.folder = f, .item_of = memory_want((row_count + 1) * sizeof(size_t))};
    match(f, from, rows, row_count, loading.item_of);
    store_index_figures(x, kept_figures_version(), rows, row_count, take_figure, &loading);
    for (size_t i = 0; i < row_count; i++) {
        if (loading.item_of[i] == SIZE_MAX)
            continue;
        struct folder_session *item = &f->items[loading.item_of[i]];
        item->known = rows[i].version == kept_figures_version();
        item->figure_count = item->known ? item->figure_count : 0;
        f->left -= (size_t)item->known;
    }
    free(loading.item_of);
}

static const char *file_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static enum err add_folder(struct folder *f, const char *path)
{
    struct recent_session *heads = NULL;
    size_t count = 0, from = f->count;
    struct store_index *x = store_index_open(path);
    enum err err = recent_list_of(&f->arena, path, x, &heads, &count);
    if (err != ERR_NONE) {
        store_index_close(x);
        return err;
    }
    f->places = memory_resize(f->places, (size_t)(f->place_count + 1) * sizeof *f->places);
    f->places[f->place_count] = (struct folder_place){arena_dup(&f->arena, path), x};
    for (size_t i = 0; i < count; i++)
        item_add(f, &heads[i], file_of(heads[i].path), f->place_count);
    if (count > 0)
        qsort(f->items + from, count, sizeof *f->items, by_file);
    f->place_count++;
    load_figures(f, x, from);
    return ERR_NONE;
}

enum err folder_add(struct folder *f, const char *path)
{
    struct recent_session head;
    if (file_is_folder(path))
        return add_folder(f, path);
    if (!file_exists(path))
        return ERR_MISSING;
    recent_look(&f->arena, path, &head);
    if (head.damaged || head.newer)
        return head.newer ? ERR_NEWER : ERR_FORMAT;
    item_add(f, &head, file_of(head.path), -1);
    return ERR_NONE;
}

/* --- what has to be read --- */

static void put(struct store_index *x, const struct folder_session *item)
{
    struct store_index_figure *list = memory_want(((size_t)item->figure_count + 1) * sizeof *list);
    for (int i = 0; i < item->figure_count; i++) {
        const struct kept_figure *k = &item->figures[i];
        list[i] = (struct store_index_figure){k->figure, k->round, k->value, k->whole, k->items, k->points, k->possible};
    }
    store_index_put_figures(x, item->file, kept_figures_version(), list, (size_t)item->figure_count);
    free(list);
}

/* What cannot be opened has no figures, and is not tried again as long as it stays as it is. */
static void read_one(struct folder *f, struct folder_session *item)
{
    struct session *session = NULL;
    struct store_report report = {0};
    if (session_open_quickly(&session, item->head.path, &report) == ERR_NONE && report.damaged_at == 0)
        kept_figures_build(&f->arena, session, &item->figures, &item->figure_count);
    session_close(session);
    item->known = 1;
    if (item->place >= 0)
        put(f->places[item->place].index, item);
}

int folder_read(struct folder *f, size_t most)
{
    for (; f->next < f->count && most > 0; f->next++) {
        if (f->items[f->next].known)
            continue;
        read_one(f, &f->items[f->next]);
        f->left--;
        most--;
        if (f->left % KEEP_EVERY == 0)
            for (int i = 0; i < f->place_count; i++)
                store_index_keep(f->places[i].index);
    }
    return f->left > 0;
}

size_t folder_left(const struct folder *f) { return f->left; }

size_t folder_total(const struct folder *f) { return f->count; }

/* --- what is compared --- */

/* Copies of one session together, the one written last first. */
static int by_id(const void *a, const void *b)
{
    const struct recent_session *x = &(*(const struct folder_session *const *)a)->head, *y = &(*(const struct folder_session *const *)b)->head;
    int ids = strcmp(x->id, y->id);
    if (ids != 0)
        return ids;
    if (x->stamp.modified != y->stamp.modified)
        return x->stamp.modified > y->stamp.modified ? -1 : 1;
    return strcmp(x->path, y->path);
}

struct compare_session *folder_sessions(struct folder *f, struct arena *a, size_t *count)
{
    const struct folder_session **sorted = memory_want((f->count + 1) * sizeof *sorted);
    struct compare_session *out = arena_array(a, f->count + 1, sizeof *out);
    size_t found = 0, kept = 0;
    for (size_t i = 0; i < f->count; i++)
        if (f->items[i].known && may_compare(&f->items[i].head))
            sorted[found++] = &f->items[i];
    qsort(sorted, found, sizeof *sorted, by_id);
    for (size_t i = 0; i < found; i++) {
        const struct folder_session *s = sorted[i];
        if (i > 0 && s->head.id[0] && strcmp(s->head.id, sorted[i - 1]->head.id) == 0)
            continue;
        out[kept++] = (struct compare_session){.key = s->head.path, .team = s->head.team, .pack_id = s->head.pack_id, .pack = s->head.pack,
                                               .date = s->head.date, .figures = s->figures, .figure_count = s->figure_count};
    }
    free(sorted);
    *count = kept;
    return out;
}

void folder_release(struct folder *f)
{
    for (int i = 0; i < f->place_count; i++)
        store_index_close(f->places[i].index);
    free(f->places);
    free(f->items);
    arena_release(&f->arena);
    *f = (struct folder){0};
}
