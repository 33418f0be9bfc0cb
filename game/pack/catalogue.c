#include "pack/catalogue.h"
#include "base/file.h"
#include "base/text.h"
#include "pack/document.h"
#include <string.h>

enum { CATALOGUE_FILES = 64, CATALOGUE_BYTES = 4 * 1024 * 1024 };

struct catalogue {
    struct arena *arena;
    struct diag_list *found;
    const struct value *roots[CATALOGUE_FILES];
    int count;
};

static char *find_folder(struct arena *a, const char *data_dir, const char *language)
{
    static const char *const forms[] = {"assets/text", "text"};
    for (int i = 0; i < 2; i++) {
        char *folder = file_join(a, file_join(a, data_dir, forms[i]), language);
        if (file_is_folder(folder))
            return folder;
    }
    return NULL;
}

static int is_json(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static void check_texts(struct catalogue *c, const struct value *root)
{
    if (root->type != VALUE_OBJECT) {
        diag_add(c->found, DIAG_ERROR, value_place(c->arena, root), "check.type", "want", text("check.want.object"),
                 "got", text(value_type_key(root->type)), NULL);
        return;
    }
    for (const struct value *v = root->first; v != NULL; v = v->next)
        if (v->type != VALUE_TEXT)
            diag_add(c->found, DIAG_ERROR, value_place(c->arena, v), "check.type", "want", text("check.want.text"),
                     "got", text(value_type_key(v->type)), NULL);
}

static enum err read_file(struct catalogue *c, const char *folder, const char *name)
{
    char *bytes;
    size_t length;
    enum err err = file_read(c->arena, file_join(c->arena, folder, name), CATALOGUE_BYTES, &bytes, &length);
    if (err != ERR_NONE || c->count == CATALOGUE_FILES)
        return err != ERR_NONE ? ERR_READ : ERR_FULL;
    struct scan_source source = {name, bytes, length};
    const struct value *root = document_read(c->arena, &source, c->found);
    if (root == NULL)
        return ERR_FORMAT;
    check_texts(c, root);
    c->roots[c->count++] = root;
    return c->found->errors > 0 ? ERR_FORMAT : ERR_NONE;
}

static void fault_twice(struct catalogue *c, const struct value *v)
{
    diag_add(c->found, DIAG_ERROR, value_key_place(c->arena, v), "check.twice", NULL);
}

/* A key belongs to one file: two sentences for one key would depend on the order of files. */
static void check_twice(struct catalogue *c, const struct value *v, int file)
{
    for (int i = 0; i < file; i++)
        if (value_member(c->roots[i], v->key) != NULL)
            fault_twice(c, v);
}

static void each_text(struct catalogue *c, int is_setting)
{
    for (int i = 0; i < c->count; i++)
        for (const struct value *v = c->roots[i]->first; v != NULL; v = v->next) {
            if (is_setting)
                text_set(v->key, v->text);
            else
                check_twice(c, v, i);
        }
}

static enum err read_all(struct catalogue *c, const char *folder)
{
    char **names = NULL;
    size_t count = 0;
    enum err worst = file_list(c->arena, folder, &names, &count);
    for (size_t i = 0; i < count && worst != ERR_FULL; i++) {
        enum err err = is_json(names[i]) ? read_file(c, folder, names[i]) : ERR_NONE;
        worst = worst == ERR_NONE ? err : worst;
    }
    if (worst != ERR_NONE)
        return worst;
    each_text(c, 0);
    return c->found->errors > 0 ? ERR_FORMAT : ERR_NONE;
}

enum err text_load_folder_checked(const char *data_dir, const char *language, struct diag_list *found)
{
    struct arena scratch = {0};
    struct catalogue c = {.arena = &scratch, .found = found};
    char *folder = find_folder(&scratch, data_dir, language);
    enum err err = folder == NULL ? ERR_MISSING : read_all(&c, folder);
    if (err == ERR_NONE)
        each_text(&c, 1);
    arena_release(&scratch);
    return err;
}

enum err text_load_folder(const char *data_dir, const char *language)
{
    struct arena scratch = {0};
    struct diag_list ignored = {.arena = &scratch};
    enum err err = text_load_folder_checked(data_dir, language, &ignored);
    arena_release(&scratch);
    return err;
}
