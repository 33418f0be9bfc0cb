/* Who has nothing to say or to do; what is written and never used; tags; translations. */
#include "pack/check.h"
#include <string.h>

enum { MISSING_SHOWN = 5 };

void check_warn(struct reading *r, const struct value *v, const char *code)
{
    diag_add(r->found, DIAG_WARNING, value_place(r->found->arena, v), code, NULL);
}

static const struct value *value_of(const struct reading *r, enum target target, int32_t ordinal)
{
    return r->things[target].values[ordinal];
}

static void warn_with(struct reading *r, const struct value *v, const char *code, const char *name, const char *text)
{
    diag_add(r->found, DIAG_WARNING, value_place(r->found->arena, v), code, name, text, NULL);
}

/* ---- customers and roles ---- */

static int speaks(const struct reach *reach, customer_id c)
{
    const struct scenario *s = reach->scenario;
    for (int32_t i = 0; i < s->incident_count; i++)
        if (reach->incidents[i] && s->incidents[i].reporter == c)
            return 1;
    for (int32_t m = 0; m < s->moment_count; m++)
        if (reach->moments[m] && s->moments[m].speaker == c && s->moments[m].says[0] != '\0')
            return 1;
    for (int32_t e = 0; e < s->event_count; e++)
        if (reach->events[e] && s->events[e].speaker == c && s->events[e].says[0] != '\0')
            return 1;
    return 0;
}

static void check_moods(struct reading *r, customer_id c)
{
    for (int mood = 0; mood < MOOD_COUNT; mood++)
        if (r->scenario->customers[c].lines[mood].count == 0)
            warn_with(r, value_member(value_of(r, TARGET_CUSTOMER, c), "lines"), "check.mood-silent", "mood",
                      mood_word((enum mood)mood));
}

/* The same line twice in one mood: the second is never a change. */
static void check_repeated(struct reading *r, customer_id c)
{
    const struct value *lines = value_member(value_of(r, TARGET_CUSTOMER, c), "lines");
    for (const struct value *mood = lines->first; mood != NULL; mood = mood->next)
        for (const struct value *v = mood->first; v != NULL; v = v->next)
            for (const struct value *w = mood->first; w != v; w = w->next)
                if (strcmp(v->text, w->text) == 0) {
                    check_warn(r, v, "check.line-twice");
                    break;
                }
}

static int has_work(const struct scenario *s, role_id role)
{
    for (int32_t w = 0; w < s->work_count; w++)
        if (s->works[w].role == role)
            return 1;
    return 0;
}

/* ---- services: what is lost when they fail is read only when they can ---- */

static void check_loss(struct reading *r, const struct reach *reach, service_id v, enum level level, const char *key)
{
    struct condition probe = {
        .op = COND_SERVICE, .ref = v, .value = (int32_t)level, .first_child = NOBODY, .next = NOBODY};
    struct scenario *s = r->scenario;
    const struct value *loss = value_member(value_of(r, TARGET_SERVICE, v), "loss");
    if (loss == NULL || value_member(loss, key) == NULL || s->condition_count == LIMIT_CONDITIONS)
        return;
    s->conditions[s->condition_count] = probe;
    if (!reach_condition(reach, s->condition_count, NOBODY, NOBODY))
        warn_with(r, value_member(loss, key), "check.loss-unused", "state", key);
}

static int has_incident(const struct scenario *s, service_id v)
{
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].service == v)
            return 1;
    return 0;
}

/* ---- tags, files ---- */

static void check_tags(struct reading *r)
{
    const struct scenario *s = r->scenario;
    uint32_t used = 0;
    for (int32_t i = 0; i < s->incident_count; i++)
        used |= s->incidents[i].tags;
    for (int32_t e = 0; e < s->event_count; e++)
        used |= s->events[e].tags;
    for (int32_t e = 0; e < s->ending_count; e++)
        used |= s->endings[e].tags;
    for (int32_t t = 0; t < s->tag_count; t++) {
        if (t >= r->declared_tags)
            warn_with(r, r->tag_values[t], "check.tag-undeclared", "tag", s->tags[t]);
        else if (!(used & UINT32_C(1) << t))
            warn_with(r, r->tag_values[t], "check.tag-unused", "tag", s->tags[t]);
    }
}

static void check_files(struct reading *r)
{
    for (int i = 0; i < r->source->count; i++) {
        const char *name = r->source->files[i].name;
        struct diag_place place = {name, 0, 0, ""};
        if (!r->is_named[i])
            diag_add(r->found, DIAG_WARNING, place, "check.file-unused", "file", name, NULL);
    }
}

void check_people(struct reading *r, const struct reach *reach)
{
    const struct scenario *s = r->scenario;
    for (int32_t c = 0; c < s->customer_count; c++) {
        if (!speaks(reach, c))
            check_warn(r, value_of(r, TARGET_CUSTOMER, c), "check.customer-silent");
        check_moods(r, c);
        check_repeated(r, c);
    }
    for (int32_t i = 0; i < s->role_count; i++)
        if (!has_work(s, i))
            check_warn(r, value_of(r, TARGET_ROLE, i), "check.role-idle");
    for (int32_t v = 0; v < s->service_count; v++) {
        if (!has_incident(s, v))
            check_warn(r, value_of(r, TARGET_SERVICE, v), "check.service-idle");
        check_loss(r, reach, v, LEVEL_DEGRADED, "degraded");
        check_loss(r, reach, v, LEVEL_DOWN, "down");
    }
    check_tags(r);
    check_files(r);
}

/* ---- translations ---- */

static void warn_missing(struct reading *r, const struct language_file *file, int32_t missing, int32_t nth,
                         const struct text_slot *slot)
{
    struct arena *a = r->found->arena;
    struct diag_place place = {arena_printf(a, "text/%s.json", file->language), 0, 0, slot->path};
    if (nth < MISSING_SHOWN)
        diag_add(r->found, DIAG_WARNING, place, "check.untranslated", NULL);
    else if (nth == MISSING_SHOWN)
        diag_add(r->found, DIAG_WARNING, (struct diag_place){place.file, 0, 0, ""}, "check.untranslated-more", "count",
                 arena_printf(a, "%d", missing - MISSING_SHOWN), NULL);
}

/* The entries of a language beside the slots, NULL where there is none. */
static const struct value **entries_of(struct reading *r, const struct language_file *file, int32_t *missing)
{
    const struct value **entries = arena_array(r->arena, (size_t)r->slot_count + 1, sizeof *entries);
    *missing = r->slot_count;
    for (const struct value *v = file->root->first; v != NULL; v = v->next) {
        const struct text_slot *slot = language_slot(r, v->key);
        if (slot == NULL)
            continue;
        entries[slot - r->slots] = v;
        (*missing)--;
    }
    return entries;
}

static void check_stale(struct reading *r, const struct value *entry, const struct text_slot *slot)
{
    const struct value *from = value_member(entry, "from");
    if (from != NULL && strcmp(from->text, *slot->slot) != 0)
        warn_with(r, from, "check.stale", "text", reading_quote(r, *slot->slot));
}

void check_translations(struct reading *r)
{
    for (int k = 0; k < r->language_count; k++) {
        int32_t missing, nth = 0;
        const struct value **entries = entries_of(r, &r->languages[k], &missing);
        for (int32_t i = 0; i < r->slot_count; i++) {
            if (entries[i] == NULL)
                warn_missing(r, &r->languages[k], missing, nth++, &r->slots[i]);
            else
                check_stale(r, entries[i], &r->slots[i]);
        }
    }
}
