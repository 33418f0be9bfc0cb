#include "session/recent.h"
#include "base/file.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char ending[] = ".moment";

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
    out->date = meta(s, a, "date", out);
    out->alone = meta(s, a, "alone", out);
    out->again = meta(s, a, "parent", out)[0] != '\0';
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
    *out = (struct recent_session){.path = arena_dup(a, path), .name = name_of(a, path), .team = "", .pack = "",
                                   .date = "", .alone = "", .round_title = "", .step = "", .round = -1};
    out->modified = store_modified(path);
    out->busy = store_is_held(path);
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

enum err recent_list(struct arena *a, const char *folder, struct recent_session **items, size_t *count)
{
    char **names = NULL;
    size_t found = 0, kept = 0;
    enum err err = file_list(a, folder, &names, &found);
    if (err != ERR_NONE && err != ERR_MISSING)
        return err;
    struct recent_session *list = arena_array(a, found + 1, sizeof *list);
    for (size_t i = 0; i < found; i++)
        if (is_session_name(names[i]))
            recent_look(a, file_join(a, folder, names[i]), &list[kept++]);
    qsort(list, kept, sizeof *list, order);
    *items = list;
    *count = kept;
    return ERR_NONE;
}
