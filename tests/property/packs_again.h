#ifndef TEST_PROPERTY_PACKS_AGAIN_H
#define TEST_PROPERTY_PACKS_AGAIN_H
/*
 * A pack said in other words: every id and name another, every object's keys
 * in another order, or with an incident more at its end. What counts is said
 * the same.
 *
 *   struct world *other = world_again(w, again_rename, &anything);
 */
#include "worlds.h"

#include <cjson/cJSON.h>
#include <ctype.h>

typedef void again_change(cJSON *file, const char *name, void *context);

/* The pack of `w` with each file changed. Files of translations, which go by ids, stay behind. */
static FIX_UNUSED struct world *world_again(const struct world *w, again_change *change, void *context)
{
    struct world *again = calloc(1, sizeof *again);
    assert_non_null(again);
    again->name = w->name;
    again->found.arena = &again->arena;
    pack_source_begin(&again->source, &again->arena);
    for (int k = 0; k < w->source.count; k++) {
        const struct pack_file *file = &w->source.files[k];
        if (strncmp(file->name, "text/", 5) == 0)
            continue;
        cJSON *json = cJSON_ParseWithLength(file->bytes, file->length);
        assert_non_null(json);
        change(json, file->name, context);
        char *bytes = cJSON_Print(json);
        assert_int_equal(pack_source_add(&again->source, file->name, bytes, strlen(bytes)), ERR_NONE);
        cJSON_free(bytes);
        cJSON_Delete(json);
    }
    world_read(again);
    return again;
}

/* --- other ids and names --- */

/* Under these keys stand ids of other things; conditions and effects are among them. */
static FIX_UNUSED int again_names_ids(const char *key)
{
    static const char *const keys[] = {"id", "ask", "between", "consult", "customer", "decider", "fact", "facts", "first", "improvement",
        "incident", "matters", "needs", "prevents", "promise", "recurs", "reporter", "reveals", "role", "round", "satisfaction",
        "service", "silent", "speaker", "tags", "to", "trust", "work"};
    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
        if (strcmp(keys[k], key) == 0)
            return 1;
    return 0;
}

static FIX_UNUSED int again_is_id(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (!islower((unsigned char)*at) && !isdigit((unsigned char)*at) && *at != '-' && *at != '/')
            return 0;
    return text[0] != '\0' && !isdigit((unsigned char)text[0]);
}

/* Another id of eight letters: in no order with the old ones. */
static FIX_UNUSED void again_letters(char out[9], const char *from, size_t length)
{
    uint64_t mixed = 99;
    for (size_t k = 0; k < length; k++)
        mixed = hash_mix(mixed, (uint64_t)(unsigned char)from[k]);
    for (int k = 0; k < 8; k++, mixed >>= 7)
        out[k] = (char)('a' + mixed % 26);
    out[8] = '\0';
}

/* "incident/fact" is two of them. */
static FIX_UNUSED void again_new_id(cJSON *item)
{
    char out[20], *at = out;
    const char *slash = strchr(item->valuestring, '/');
    if (slash != NULL) {
        again_letters(at, item->valuestring, (size_t)(slash - item->valuestring));
        at[8] = '/';
        at += 9;
    }
    const char *rest = slash != NULL ? slash + 1 : item->valuestring;
    again_letters(at, rest, strlen(rest));
    assert_non_null(cJSON_SetValuestring(item, out));
}

static FIX_UNUSED void again_new_name(cJSON *item)
{
    char letters[9];
    again_letters(letters, item->valuestring, strlen(item->valuestring));
    assert_non_null(cJSON_SetValuestring(item, letters));
}

static FIX_UNUSED void again_rename_under(cJSON *item, const char *key, int32_t *renamed)
{
    if (cJSON_IsString(item) && again_names_ids(key) && again_is_id(item->valuestring)) {
        again_new_id(item);
        ++*renamed;
    } else if (cJSON_IsString(item) && (strcmp(key, "name") == 0 || strcmp(key, "title") == 0)) {
        again_new_name(item);
        ++*renamed;
    }
    cJSON *child = NULL;
    cJSON_ArrayForEach(child, item) again_rename_under(child, child->string != NULL ? child->string : key, renamed);
}

/* context: int32_t, how many were renamed. */
static FIX_UNUSED void again_rename(cJSON *file, const char *name, void *context)
{
    (void)name;
    again_rename_under(file, "", context);
}

/* --- left to chance --- */

static FIX_UNUSED void again_chance_at(cJSON *owner, int percent)
{
    cJSON *when = cJSON_DetachItemFromObjectCaseSensitive(owner, "when");
    cJSON *both = cJSON_AddArrayToObject(cJSON_AddObjectToObject(owner, "when"), "all");
    if (when != NULL)
        cJSON_AddItemToArray(both, when);
    cJSON *chance = cJSON_CreateObject();
    cJSON_AddNumberToObject(chance, "chance", percent);
    cJSON_AddItemToArray(both, chance);
}

/* Every moment and event comes by chance as well, so that draws decide what happens. */
static FIX_UNUSED void again_chance(cJSON *item, const char *name, void *context)
{
    cJSON *child = NULL;
    (void)context;
    cJSON_ArrayForEach(child, item) again_chance(child, name, context);
    int moment = cJSON_HasObjectItem(item, "expects") && cJSON_HasObjectItem(item, "within");
    int event = cJSON_HasObjectItem(item, "when") && cJSON_HasObjectItem(item, "title") && !cJSON_HasObjectItem(item, "verdict")
        && !cJSON_HasObjectItem(item, "text");
    if (cJSON_IsObject(item) && (moment || event))
        again_chance_at(item, 60);
}

/* --- another order of keys --- */

static FIX_UNUSED void again_shuffle_one(cJSON *object, struct luck *l)
{
    int count = cJSON_GetArraySize(object);
    for (int k = count - 1; k > 0; k--) {
        cJSON *moved = cJSON_DetachItemFromArray(object, luck_in(l, 0, k));
        cJSON_AddItemToObject(object, moved->string, moved);
    }
}

/* context: struct luck. */
static FIX_UNUSED void again_shuffle(cJSON *item, const char *name, void *context)
{
    cJSON *child = NULL;
    cJSON_ArrayForEach(child, item) again_shuffle(child, name, context);
    if (cJSON_IsObject(item))
        again_shuffle_one(item, context);
}
#endif
