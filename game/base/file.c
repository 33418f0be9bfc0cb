#include "base/file.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum err file_read_error(int number)
{
    return number == ENOENT || number == ENOTDIR ? ERR_MISSING : ERR_READ;
}

/* Reads to the end, stopping one byte past the limit. */
static enum err file_drain(int file, size_t limit, struct str *out)
{
    char piece[16384];
    for (;;) {
        ssize_t got = read(file, piece, sizeof piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return ERR_READ;
        if (got == 0)
            return ERR_NONE;
        if ((size_t)got > limit - out->length)
            return ERR_FULL;
        str_append_bytes(out, piece, (size_t)got);
    }
}

enum err file_read(struct arena *a, const char *path, size_t limit, char **bytes, size_t *length)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return file_read_error(errno);
    struct str contents = {0};
    enum err err = file_drain(file, limit, &contents);
    close(file);
    if (err == ERR_NONE) {
        *bytes = arena_dup_bytes(a, str_text(&contents), contents.length);
        *length = contents.length;
    }
    str_release(&contents);
    return err;
}

static enum err file_make_one(const char *path)
{
    if (mkdir(path, 0777) == 0 || file_is_folder(path))
        return ERR_NONE;
    if (errno == ENOSPC || errno == EDQUOT)
        return ERR_FULL;
    return errno == ENOENT ? ERR_MISSING : ERR_WRITE;
}

enum err file_make_folder(const char *path)
{
    struct str part = {0};
    enum err err = ERR_NONE;
    str_append(&part, path);
    for (size_t i = 1; i < part.length && err == ERR_NONE; i++) {
        if (part.text[i] != '/')
            continue;
        part.text[i] = '\0';
        err = file_make_one(part.text);
        part.text[i] = '/';
    }
    if (err == ERR_NONE)
        err = file_make_one(str_text(&part));
    str_release(&part);
    return err;
}

int file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

int file_is_folder(const char *path)
{
    int kept = errno;
    struct stat status;
    int is_folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    errno = kept;
    return is_folder;
}

int file_is_plain(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

struct file_names {
    char **items;
    size_t count, room;
};

static void file_names_add(struct arena *a, struct file_names *names, const char *name)
{
    if (names->count == names->room) {
        size_t room = names->room == 0 ? 16 : names->room * 2;
        char **larger = arena_array(a, room, sizeof *larger);
        for (size_t i = 0; i < names->count; i++)
            larger[i] = names->items[i];
        names->items = larger;
        names->room = room;
    }
    names->items[names->count++] = arena_dup(a, name);
}

static int file_name_order(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum err file_list(struct arena *a, const char *folder, char ***names, size_t *count)
{
    DIR *stream = opendir(folder);
    if (stream == NULL)
        return file_read_error(errno);
    struct file_names found = {.items = arena_array(a, 16, sizeof *found.items), .room = 16};
    errno = 0;
    for (struct dirent *entry; (entry = readdir(stream)) != NULL; errno = 0)
        if (entry->d_name[0] != '.')
            file_names_add(a, &found, entry->d_name);
    int failed = errno != 0;
    closedir(stream);
    if (failed)
        return ERR_READ;
    qsort(found.items, found.count, sizeof *found.items, file_name_order);
    *names = found.items;
    *count = found.count;
    return ERR_NONE;
}

char *file_join(struct arena *a, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    int has_slash = length == 0 || folder[length - 1] == '/';
    return arena_printf(a, "%s%s%s", folder, has_slash ? "" : "/", name);
}
