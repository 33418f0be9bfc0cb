#include "app/options.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum { SIZE_LEAST = 640, SIZE_MOST = 7680 };

static int read_size(const char *value, int *width, int *height)
{
    char *end;
    long w = strtol(value, &end, 10), h = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
    if (*end || w < SIZE_LEAST || w > SIZE_MOST || h < SIZE_LEAST * 9 / 16 || h > SIZE_MOST) return 0;
    *width = (int)w;
    *height = (int)h;
    return 1;
}

static int read_seed(const char *value, uint64_t *seed)
{
    char *end;
    *seed = strtoull(value, &end, 10);
    return *value >= '0' && *value <= '9' && !*end && *seed > 0;
}

static int read_date(const char *value)
{
    static const char pattern[] = "dddd-dd-dd";
    size_t i;
    for (i = 0; pattern[i] && value[i]; i++)
        if (pattern[i] == 'd' ? value[i] < '0' || value[i] > '9' : value[i] != pattern[i]) return 0;
    return pattern[i] == value[i];
}

static int read_windows(const char *value, int *windows)
{
    *windows = value[0] - '0';
    return (*windows == 1 || *windows == 2) && !value[1];
}

/* Words with a value; -1: none of them, 0: the value is wrong, 1: taken. */
static int read_value(struct app_options *o, const char *word, const char *value)
{
    if (strcmp(word, "--packs") == 0) return o->packs = value, value[0] != '\0';
    if (strcmp(word, "--sessions") == 0) return o->sessions = value, value[0] != '\0';
    if (strcmp(word, "--size") == 0) return read_size(value, &o->width, &o->height);
    if (strcmp(word, "--stage-size") == 0) return read_size(value, &o->stage_width, &o->stage_height);
    if (strcmp(word, "--windows") == 0) return read_windows(value, &o->windows);
    if (strcmp(word, "--seed") == 0) return read_seed(value, &o->seed);
    if (strcmp(word, "--date") == 0) return o->date = value, read_date(value);
    return -1;
}

static int read_flag(struct app_options *o, const char *word)
{
    if (strcmp(word, "--headless") == 0) return o->headless = 1;
    if (strcmp(word, "--silent") == 0) return o->silent = 1;
    if (strcmp(word, "--fresh") == 0) return o->no_settings = 1;
    return 0;
}

static int wrong(struct str *message, const char *key, const char *word, const char *value)
{
    text_format(message, key, "word", word, "value", value, NULL);
    return 2;
}

int options_read_more(struct app_options *o, int argc, char **argv, options_more more, void *context, struct str *message)
{
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        int taken = more ? more(context, argv[i], value) : 0;
        if (taken) {
            i += taken - 1;
            continue;
        }
        if (read_flag(o, argv[i])) continue;
        int known = read_value(o, argv[i], value);
        if (known == 0) return wrong(message, "app.option.value", argv[i], value);
        if (known == 1) i++;
        else if (argv[i][0] == '-' || o->open) return wrong(message, "app.option.unknown", argv[i], value);
        else o->open = argv[i];
    }
    return 0;
}

int options_read(struct app_options *o, int argc, char **argv, struct str *message)
{
    return options_read_more(o, argc, argv, NULL, NULL, message);
}
