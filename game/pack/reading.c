#include "pack/reading.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

enum { LISTED = 16, QUOTED = 40 };

void reading_begin(struct reading *r, struct arena *a, const struct pack_source *source, struct diag_list *found)
{
    memset(r, 0, sizeof *r);
    r->arena = a;
    r->source = source;
    r->found = found;
    r->incident = NOBODY;
    r->round = NOBODY;
    r->scenario = arena_alloc(a, sizeof *r->scenario);
    r->scenario->arena = a;
    r->scenario->conditions = arena_array(a, LIMIT_CONDITIONS, sizeof(struct condition));
}

void reading_run(struct reading *r)
{
    documents_read(r);
    if (r->root == NULL)
        return;
    gather_all(r);
    things_read(r);
    cross_check(r);
    languages_check(r);
}

void reading_release(struct reading *r)
{
    free(r->slots);
    r->slots = NULL;
    r->slot_count = r->slot_room = 0;
}

/* ---- ids ---- */

void reading_range(const struct reading *r, enum target target, incident_id incident, int32_t *first, int32_t *count)
{
    const struct incident *i = &r->scenario->incidents[incident];
    *first = target == TARGET_FACT ? i->first_fact : i->first_work;
    *count = target == TARGET_FACT ? i->fact_count : i->work_count;
}

static int32_t find_in(const struct id_list *list, int32_t first, int32_t count, const char *id)
{
    for (int32_t i = first; i < first + count; i++)
        if (list->ids[i][0] != '\0' && strcmp(list->ids[i], id) == 0)
            return i;
    return NOBODY;
}

incident_id reading_owner(const struct reading *r, const char *id)
{
    char owner[LIMIT_ID + 1];
    const char *slash = strchr(id, '/');
    if (slash == NULL)
        return r->incident;
    size_t length = (size_t)(slash - id);
    if (length > LIMIT_ID)
        return NOBODY;
    memcpy(owner, id, length);
    owner[length] = '\0';
    return reading_find(r, TARGET_INCIDENT, owner);
}

/* "incident/fact", or "fact" inside an incident. */
static int32_t find_inside(const struct reading *r, enum target target, const char *id)
{
    int32_t first, count;
    incident_id incident = reading_owner(r, id);
    const char *slash = strchr(id, '/');
    id = slash != NULL ? slash + 1 : id;
    if (incident == NOBODY)
        return NOBODY;
    reading_range(r, target, incident, &first, &count);
    return find_in(&r->things[target], first, count, id);
}

int32_t reading_find(const struct reading *r, enum target target, const char *id)
{
    if (target == TARGET_FACT || target == TARGET_WORK)
        return find_inside(r, target, id);
    return find_in(&r->things[target], 0, r->things[target].count, id);
}

/* ---- faults ---- */

void reading_fault(struct reading *r, const struct value *v, const char *code)
{
    diag_add(r->found, DIAG_ERROR, value_place(r->found->arena, v), code, NULL);
}

const char *reading_hint(struct reading *r, const char *name, const char *const *names, int count)
{
    /* Nobody reads hints past the limit, and a file made of mistakes must not take minutes. */
    int is_shown = count > 0 && r->found->errors < DIAG_LIMIT;
    const char *nearest = is_shown ? diag_nearest(name, names, count) : NULL;
    return nearest == NULL ? "" : text_fill(r->found->arena, "check.did-you-mean", "name", nearest, NULL);
}

const char *reading_list(struct reading *r, const char *const *names, int count)
{
    struct str list = {0};
    int shown = count > 2 * LISTED ? LISTED : count;
    for (int i = 0; i < shown; i++)
        str_printf(&list, "%s%s", i > 0 ? ", " : "", names[i]);
    if (shown < count)
        str_append(&list, ", ...");
    char *copy = arena_dup(r->found->arena, str_text(&list));
    str_release(&list);
    return copy;
}

const char *reading_quote(struct reading *r, const char *text)
{
    size_t shown = utf8_prefix(text, QUOTED);
    char *copy = arena_dup_bytes(r->found->arena, text, shown);
    return text[shown] == '\0' ? copy : arena_printf(r->found->arena, "%s...", copy);
}

/* ---- texts ---- */

void reading_add_slot(struct reading *r, struct text_slot slot)
{
    if (r->slot_count == r->slot_room) {
        r->slot_room = r->slot_room == 0 ? 512 : r->slot_room * 2;
        r->slots = memory_resize(r->slots, (size_t)r->slot_room * sizeof *r->slots);
    }
    r->slots[r->slot_count++] = slot;
}

const char *reading_path(struct reading *r, const char *prefix, const char *key)
{
    if (prefix == NULL)
        return NULL;
    return prefix[0] == '\0' ? arena_dup(r->arena, key) : arena_printf(r->arena, "%s.%s", prefix, key);
}
