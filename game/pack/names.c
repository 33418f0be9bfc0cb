#include "pack/names.h"
#include <string.h>

static const char pattern_end[] = "*.json";

static int ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

int names_is_pattern(const char *text)
{
    const char *star = strchr(text, '*');
    return star != NULL && strcmp(star, pattern_end) == 0 && (star == text || star[-1] == '/');
}

int names_fits(const char *pattern, const char *name)
{
    size_t folder = strlen(pattern) - strlen(pattern_end);
    return strncmp(pattern, name, folder) == 0 && strchr(name + folder, '/') == NULL && ends_with(name, ".json");
}

int names_of(const struct value *root, const struct value **out, int room)
{
    int count = 0;
    const struct value *incidents = value_member(root, "incidents"), *cards = value_member(root, "cards");
    if (incidents != NULL && incidents->type == VALUE_TEXT && count < room)
        out[count++] = incidents;
    for (const struct value *v = incidents != NULL ? incidents->first : NULL; v != NULL; v = v->next)
        if (v->type == VALUE_TEXT && count < room)
            out[count++] = v;
    if (cards != NULL && cards->type == VALUE_TEXT && count < room)
        out[count++] = cards;
    return count;
}

const char *names_language(struct arena *a, const char *name)
{
    static const char folder[] = "text/", end[] = ".json";
    size_t length = strlen(name), around = strlen(folder) + strlen(end);
    if (strncmp(name, folder, strlen(folder)) != 0 || !ends_with(name, end) || length <= around)
        return NULL;
    char *language = arena_dup_bytes(a, name + strlen(folder), length - around);
    return strchr(language, '/') == NULL ? language : NULL;
}
