#include "pack/pack.h"
#include <string.h>

static int is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* One part between slashes: no hidden file, no "..", nothing a file system might read otherwise. */
static int is_plain_part(const char *part, size_t length)
{
    if (length == 0 || part[0] == '.' || part[length - 1] == '.')
        return 0;
    for (size_t i = 0; i < length; i++)
        if (!is_name_character(part[i]) || (part[i] == '.' && part[i + 1] == '.'))
            return 0;
    return 1;
}

int pack_name_is_inside(const char *name)
{
    if (strlen(name) > 200)
        return 0;
    for (;;) {
        size_t length = strcspn(name, "/");
        if (!is_plain_part(name, length))
            return 0;
        if (name[length] == '\0')
            return 1;
        name += length + 1;
    }
}

void pack_source_begin(struct pack_source *source, struct arena *a)
{
    source->arena = a;
    source->count = 0;
    source->bytes = 0;
}

/* Ordinal of the first file whose name is not before `name`. */
static int find_place(const struct pack_source *source, const char *name)
{
    int at = 0;
    while (at < source->count && strcmp(source->files[at].name, name) < 0)
        at++;
    return at;
}

enum err pack_source_add(struct pack_source *source, const char *name, const void *bytes, size_t length)
{
    if (!pack_name_is_inside(name))
        return ERR_REFUSED;
    int at = find_place(source, name);
    if (at < source->count && strcmp(source->files[at].name, name) == 0)
        return ERR_REFUSED;
    if (source->count == LIMIT_PACK_FILES || length > LIMIT_PACK_BYTES - source->bytes)
        return ERR_FULL;
    memmove(&source->files[at + 1], &source->files[at], (size_t)(source->count - at) * sizeof source->files[0]);
    source->files[at] =
        (struct pack_file){arena_dup(source->arena, name), arena_dup_bytes(source->arena, bytes, length), length};
    source->count++;
    source->bytes += length;
    return ERR_NONE;
}

const struct pack_file *pack_source_find(const struct pack_source *source, const char *name)
{
    int at = find_place(source, name);
    if (at < source->count && strcmp(source->files[at].name, name) == 0)
        return &source->files[at];
    return NULL;
}

static void append_length(struct str *out, size_t length)
{
    for (int i = 0; i < 8; i++)
        str_append_char(out, (char)(unsigned char)((uint64_t)length >> (8 * i) & 0xff));
}

/* Each file as name, NUL, length, hash of its bytes: no two packs write the same string. */
void pack_digest(const struct pack_source *source, uint8_t digest[HASH_BYTES])
{
    struct str all = {0};
    for (int i = 0; i < source->count; i++) {
        const struct pack_file *file = &source->files[i];
        uint8_t contents[HASH_BYTES];
        hash_bytes(contents, file->bytes, file->length, NULL, 0);
        str_append_bytes(&all, file->name, strlen(file->name) + 1);
        append_length(&all, file->length);
        str_append_bytes(&all, contents, sizeof contents);
    }
    hash_bytes(digest, str_text(&all), all.length, NULL, 0);
    str_release(&all);
}

void pack_place_append(struct str *out, const struct diag_place *place)
{
    str_append(out, place->file);
    if (place->line > 0)
        str_printf(out, ":%d:%d", place->line, place->column);
    if (place->path != NULL && place->path[0] != '\0')
        str_printf(out, ": %s", place->path);
}
