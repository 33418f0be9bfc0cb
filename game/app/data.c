#include "app/data.h"
#include "base/file.h"
#include "base/str.h"
#include "pack/catalogue.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int holds_texts(struct arena *a, const char *root)
{
    return file_is_folder(file_join(a, root, "assets/text/en"));
}

/* The folder of the executable, "" when the system does not say. */
static char *own_folder(struct arena *a)
{
    char path[2048];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) return arena_dup(a, "");
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash) *slash = '\0';
    return arena_dup(a, path);
}

static char *home_path(struct arena *a, const char *variable, const char *below_home, const char *name)
{
    const char *base = getenv(variable);
    if (base && base[0] == '/') return file_join(a, base, name);
    const char *home = getenv("HOME");
    return file_join(a, file_join(a, home && home[0] ? home : "/tmp", below_home), name);
}

static void keep(char *to, size_t room, const char *from) { snprintf(to, room, "%s", from); }

enum err data_find(struct data_places *out, const char *asked, struct arena *a, const char **tried)
{
    char *own = own_folder(a);
    const char *places[3];
    int count = 0;
    if (asked) places[count++] = asked;
    else {
        places[count++] = own;
        places[count++] = file_join(a, own, "../share/moment");
    }
    struct str list = {0};
    for (int i = 0; i < count; i++) {
        str_printf(&list, "%s%s", i ? ", " : "", places[i]);
        if (!holds_texts(a, places[i])) continue;
        keep(out->root, sizeof out->root, places[i]);
        keep(out->sessions, sizeof out->sessions, home_path(a, "XDG_DATA_HOME", ".local/share", "moment/sessions"));
        keep(out->settings, sizeof out->settings, home_path(a, "XDG_CONFIG_HOME", ".config", "moment/settings.json"));
        str_release(&list);
        return ERR_NONE;
    }
    *tried = arena_dup(a, str_text(&list));
    str_release(&list);
    return ERR_MISSING;
}

enum err data_add_deck(const struct data_places *places, const char *language, struct pack_source *pack)
{
    struct arena a = {0};
    char *bytes;
    size_t length;
    char *folder = file_join(&a, places->root, "assets/cards"), *path = file_join(&a, folder, arena_printf(&a, "%s.json", language));
    if (!file_exists(path)) path = file_join(&a, folder, "en.json");
    enum err err = file_read(&a, path, LIMIT_PACK_BYTES, &bytes, &length);
    if (err == ERR_NONE) err = pack_source_add(pack, PACK_DECK, bytes, length);
    arena_release(&a);
    return err;
}

enum err data_load_texts(const struct data_places *places) { return text_load_folder(places->root, "en"); }
