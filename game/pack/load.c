/* A pack's folder as a source. */
#include "base/file.h"
#include "pack/names.h"
#include "pack/pack.h"
#include <stdlib.h>
#include <string.h>

static const char root_name[] = "pack.json";

struct loader {
    struct pack_source *source;
    struct diag_list *found;
    const char *folder;
    int has_root;      /* pack.json could be read, so what it names is known */
    char *real_folder; /* without links; freed by the loader */
};

static void fault_file(struct loader *l, const char *name, const char *code)
{
    struct diag_place place = {name, 0, 0, ""};
    diag_add(l->found, DIAG_ERROR, place, code, "file", name, NULL);
}

/* 1 when the path, its links followed, is a plain file inside the folder. */
static int is_file_inside(const struct loader *l, const char *path)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return 0;
    size_t length = strlen(l->real_folder);
    int inside = strncmp(real, l->real_folder, length) == 0 && (real[length] == '/' || length == 1);
    inside = inside && file_is_plain(real);
    free(real);
    return inside;
}

static const char *code_of(enum err err)
{
    return err == ERR_FULL ? "check.pack-too-large" : err == ERR_REFUSED ? "check.file-name" : "check.file-unreadable";
}

/* ERR_NONE also when there is no such file: the reader says so where it is named. */
static enum err load_file(struct loader *l, const char *name)
{
    char *bytes = NULL, *path = file_join(l->source->arena, l->folder, name);
    size_t length = 0;
    if (pack_source_find(l->source, name) != NULL || !file_exists(path))
        return ERR_NONE;
    if (!is_file_inside(l, path)) {
        fault_file(l, name, "check.file-outside");
        return ERR_FORMAT;
    }
    enum err err = file_read(l->source->arena, path, LIMIT_PACK_BYTES - l->source->bytes, &bytes, &length);
    if (err == ERR_NONE)
        err = pack_source_add(l->source, name, bytes, length);
    if (err != ERR_NONE)
        fault_file(l, name, code_of(err));
    return err;
}

/* Every JSON file of a folder of the pack ("incidents/", "" for the root). */
static enum err load_folder(struct loader *l, const char *folder)
{
    char **names = NULL;
    size_t count = 0;
    struct arena *a = l->source->arena;
    char *pattern = arena_printf(a, "%s*.json", folder);
    if (file_list(a, file_join(a, l->folder, folder), &names, &count) != ERR_NONE)
        return ERR_NONE;
    enum err worst = ERR_NONE;
    for (size_t i = 0; i < count; i++) {
        char *name = arena_printf(a, "%s%s", folder, names[i]);
        if (!names_fits(pattern, name))
            continue;
        enum err err = pack_name_is_inside(name) ? load_file(l, name) : ERR_REFUSED;
        if (err == ERR_REFUSED)
            fault_file(l, name, "check.file-name");
        if (err == ERR_FULL)
            return err;
        worst = err != ERR_NONE ? err : worst;
    }
    return worst;
}

/* Names that no pack may use are left for the reader to refuse where they stand. */
static enum err load_named(struct loader *l, const char *text)
{
    struct arena *a = l->source->arena;
    if (!names_is_pattern(text))
        return pack_name_is_inside(text) ? load_file(l, text) : ERR_NONE;
    char *folder = arena_dup_bytes(a, text, strlen(text) - strlen("*.json"));
    char *probe = arena_printf(a, "%sx.json", folder);
    return pack_name_is_inside(probe) ? load_folder(l, folder) : ERR_NONE;
}

static enum err load_all_named(struct loader *l)
{
    const struct value *names[LIMIT_INCIDENTS + 1];
    const struct pack_file *file = pack_source_find(l->source, root_name);
    struct scan_source bytes = {file->name, file->bytes, file->length};
    struct arena scratch = {0};
    struct diag_list ignored = {.arena = &scratch};
    const struct value *root = document_read(&scratch, &bytes, &ignored);
    enum err worst = ERR_NONE;
    l->has_root = root != NULL;
    int count = root != NULL ? names_of(root, names, LIMIT_INCIDENTS + 1) : 0;
    for (int i = 0; i < count && worst != ERR_FULL; i++) {
        enum err err = load_named(l, names[i]->text);
        worst = err != ERR_NONE ? err : worst;
    }
    arena_release(&scratch);
    return worst;
}

/* A file that lies there and that nothing names is most often one that was forgotten. */
static void warn_unnamed(struct loader *l, const char *folder)
{
    char **names = NULL;
    size_t count = 0;
    struct arena *a = l->source->arena;
    char *pattern = arena_printf(a, "%s*.json", folder);
    if (file_list(a, file_join(a, l->folder, folder), &names, &count) != ERR_NONE)
        return;
    for (size_t i = 0; i < count; i++) {
        char *name = arena_printf(a, "%s%s", folder, names[i]);
        struct diag_place place = {name, 0, 0, ""};
        if (names_fits(pattern, name) && pack_source_find(l->source, name) == NULL)
            diag_add(l->found, DIAG_WARNING, place, "check.file-unnamed", "file", name, NULL);
    }
}

/* In the root and in every folder that a file of the pack lies in. */
static void warn_all_unnamed(struct loader *l)
{
    const char *last = "";
    warn_unnamed(l, "");
    for (int i = 0; i < l->source->count; i++) {
        const char *name = l->source->files[i].name, *slash = strrchr(name, '/');
        if (slash == NULL || (strncmp(name, last, (size_t)(slash - name) + 1) == 0 && last[slash - name + 1] == '\0'))
            continue;
        last = arena_dup_bytes(l->source->arena, name, (size_t)(slash - name) + 1);
        warn_unnamed(l, last);
    }
}

static enum err load_root(struct loader *l)
{
    if (!file_exists(file_join(l->source->arena, l->folder, root_name)))
        return ERR_MISSING;
    enum err err = load_file(l, root_name);
    return err == ERR_NONE || err == ERR_READ ? err : ERR_FORMAT;
}

/* "folder" of "folder/pack.json"; a folder stays what it is. */
static const char *folder_of(struct arena *a, const char *path)
{
    if (file_is_folder(path))
        return path;
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    if (strcmp(name, root_name) != 0)
        return NULL;
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_dup_bytes(a, path, (size_t)(slash - path));
}

enum err pack_source_load(struct arena *a, const char *path, struct pack_source *source, struct diag_list *found)
{
    pack_source_begin(source, a);
    struct loader l = {.source = source, .found = found, .folder = folder_of(a, path)};
    if (l.folder == NULL)
        return ERR_MISSING;
    l.real_folder = realpath(l.folder, NULL);
    if (l.real_folder == NULL)
        return ERR_MISSING;
    enum err err = load_root(&l);
    if (err == ERR_NONE) {
        enum err named = load_all_named(&l), texts = load_folder(&l, "text/");
        err = named == ERR_NONE && texts == ERR_NONE ? ERR_NONE : ERR_FORMAT;
        if (err == ERR_NONE && l.has_root)
            warn_all_unnamed(&l);
    }
    free(l.real_folder);
    return err;
}
