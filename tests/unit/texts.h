#ifndef TESTS_TEXTS_H
#define TESTS_TEXTS_H
/* The text catalogue for tests: group set-up and tear-down of a cmocka run. Needs MOMENT_SOURCE, as ctest sets it. */
#include "base/text.h"

#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline char *texts_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = calloc(1, 1 << 20);
    if (file == NULL || bytes == NULL)
        return bytes;
    size_t read = fread(bytes, 1, (1 << 20) - 1, file);
    bytes[read] = '\0';
    fclose(file);
    return bytes;
}

static inline void texts_load_file(const char *path)
{
    char *bytes = texts_read(path);
    cJSON *root = cJSON_Parse(bytes), *item;
    cJSON_ArrayForEach(item, root) text_set(item->string, item->valuestring);
    cJSON_Delete(root);
    free(bytes);
}

static inline int texts_load(void **state)
{
    char folder[1024], path[2048];
    const char *source = getenv("MOMENT_SOURCE");
    (void)state;
    snprintf(folder, sizeof folder, "%s/assets/text/en", source ? source : ".");
    DIR *entries = opendir(folder);
    if (entries == NULL)
        return -1;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (strstr(entry->d_name, ".json") == NULL)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        texts_load_file(path);
    }
    closedir(entries);
    return 0;
}

static inline int texts_forget(void **state)
{
    (void)state;
    text_release();
    return 0;
}
#endif
