/*
 * The large pack once more with every text as long as a pack may have it:
 * titles, names, lines, answers and sentences are filled up with words to the
 * limit of their field; ids and figures stay, so that it plays as ever.
 *
 *   longest_pack("/tmp/there");      writes /tmp/there/pack.json and its incidents
 */
#ifndef TESTS_UI_LONGEST_PACK_H
#define TESTS_UI_LONGEST_PACK_H
#include <cjson/cJSON.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* owner: the list or object the text stands in, NULL any; limits as the schema has them. */
struct longest_field { const char *owner, *field; int limit; };

static const struct longest_field longest_fields[] = {
    {"pieces", "title", 30}, {NULL, "title", 60}, {NULL, "name", 60}, {"customers", "role", 60}, {NULL, "segment", 60}, {NULL, "says", 90},
    {NULL, "stage", 90}, {NULL, "edition", 60}, {"facts", "text", 90}, {"facts", "answer", 90}, {"options", "text", 90}, {NULL, "consequence", 180},
    {"headlines", "text", 180}, {"pieces", "text", 90}, {"survey", "text", 180}, {"markers", "text", 60}, {NULL, "met", 180},
    {NULL, "missed", 180}, {NULL, "conditions", 180}, {"spines", "process", 180}, {"spines", "people", 180}, {"spines", "technology", 180},
    {"spines", "policy", 180}, {NULL, "delighted", 90}, {NULL, "calm", 90}, {NULL, "worried", 90}, {NULL, "annoyed", 90}, {NULL, "furious", 90}};

static inline int longest_limit(const char *owner, const char *field)
{
    for (size_t i = 0; i < sizeof longest_fields / sizeof *longest_fields; i++) {
        const struct longest_field *f = &longest_fields[i];
        if ((!f->owner || strcmp(f->owner, owner) == 0) && strcmp(f->field, field) == 0) return f->limit;
    }
    return 0;
}

static inline int longest_characters(const char *words)
{
    int count = 0;
    for (; *words; words++) count += (*words & 0xC0) != 0x80;
    return count;
}

static inline void longest_fill(cJSON *item, int limit)
{
    static const char *const fill[] = {"and", "nobody", "in", "the", "whole", "of", "the", "operations", "centre", "had", "been", "told", "about", "it"};
    char words[1024];
    snprintf(words, sizeof words, "%s", item->valuestring);
    for (size_t i = 0; longest_characters(words) + 1 + (int)strlen(fill[i % 14]) <= limit; i++) {
        strcat(words, " ");
        strcat(words, fill[i % 14]);
    }
    cJSON_SetValuestring(item, words);
}

/* An item of a list goes by the name of the list. */
static inline void longest_walk(cJSON *item, const char *owner, const char *field)
{
    int limit = cJSON_IsString(item) ? longest_limit(owner, field) : 0;
    if (limit > 0 && strlen(item->valuestring) < 1000) longest_fill(item, limit);
    for (cJSON *child = item->child; child; child = child->next)
        longest_walk(child, child->string ? (item->string ? item->string : field) : owner, child->string ? child->string : field);
}

static inline void longest_copy(const char *from, const char *to)
{
    static char bytes[1 << 20];
    FILE *file = fopen(from, "rb");
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    fclose(file);
    cJSON *json = cJSON_Parse(bytes);
    assert_non_null(json);
    longest_walk(json, "", "");
    char *text = cJSON_Print(json);
    file = fopen(to, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    fclose(file);
    cJSON_free(text);
    cJSON_Delete(json);
}

static inline void longest_pack(const char *to)
{
    char from[2048], incidents[2100], source[2400], target[2400];
    snprintf(from, sizeof from, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    snprintf(target, sizeof target, "%s/incidents", to);
    assert_int_equal(mkdir(to, 0700), 0);
    assert_int_equal(mkdir(target, 0700), 0);
    snprintf(source, sizeof source, "%s/pack.json", from);
    snprintf(target, sizeof target, "%s/pack.json", to);
    longest_copy(source, target);
    snprintf(incidents, sizeof incidents, "%s/incidents", from);
    DIR *folder = opendir(incidents);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!strstr(entry->d_name, ".json")) continue;
        snprintf(source, sizeof source, "%s/%.200s", incidents, entry->d_name);
        snprintf(target, sizeof target, "%.150s/incidents/%.200s", to, entry->d_name);
        longest_copy(source, target);
    }
    closedir(folder);
}
#endif
