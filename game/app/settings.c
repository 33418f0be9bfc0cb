#include "app/settings.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/number.h"
#include "base/str.h"
#include "draw/theme.h"
#include "model/agenda.h"
#include <cjson/cJSON.h>
#include <string.h>

enum { SETTINGS_BYTES = 64 * 1024 };

struct settings settings_usual(void)
{
    return (struct settings){.theme = THEME_DARK, .stage_theme = THEME_DARK, .scale = 100, .muted = 0, .motion = 1, .preset = PRESET_180};
}

static void read_number(const cJSON *root, const char *key, int low, int high, int *value)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, key);
    if (cJSON_IsNumber(item)) *value = (int)number_clamp(item->valueint, low, high);
}

void settings_load(struct settings *s, const char *path)
{
    struct arena a = {0};
    char *bytes;
    size_t length;
    *s = settings_usual();
    if (file_read(&a, path, SETTINGS_BYTES, &bytes, &length) == ERR_NONE) {
        cJSON *root = cJSON_ParseWithLength(bytes, length + 1);
        read_number(root, "theme", THEME_DARK, THEME_LIGHT, &s->theme);
        read_number(root, "stage_theme", THEME_DARK, THEME_LIGHT, &s->stage_theme);
        read_number(root, "scale", 100, 200, &s->scale);
        read_number(root, "muted", 0, 1, &s->muted);
        read_number(root, "motion", 0, 1, &s->motion);
        read_number(root, "show_promises", 0, 1, &s->show_promises);
        read_number(root, "show_scores", 0, 1, &s->show_scores);
        read_number(root, "names", 0, 1, &s->names);
        read_number(root, "preset", PRESET_WHOLE, PRESET_COUNT - 1, &s->preset);
        cJSON_Delete(root);
    }
    arena_release(&a);
}

enum err settings_save(const struct settings *s, const char *path)
{
    struct arena a = {0};
    struct str json = {0};
    char *folder = arena_dup(&a, path);
    char *slash = strrchr(folder, '/');
    enum err err = ERR_NONE;
    if (slash && slash != folder) {
        *slash = '\0';
        err = file_make_folder(folder);
    }
    str_printf(&json, "{\"theme\": %d, \"stage_theme\": %d, \"scale\": %d, \"muted\": %d, \"motion\": %d", s->theme, s->stage_theme, s->scale,
               s->muted, s->motion);
    str_printf(&json, ", \"show_promises\": %d, \"show_scores\": %d, \"names\": %d, \"preset\": %d}\n", s->show_promises, s->show_scores,
               s->names, s->preset);
    if (err == ERR_NONE) err = file_write(path, str_text(&json), json.length);
    str_release(&json);
    arena_release(&a);
    return err;
}
