#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOCK_TRIES = 2000, SQLITE_HEAD = 100 };

static void folder_append(struct str *out, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        str_append(out, "./");
    else
        str_append_bytes(out, path, (size_t)(slash - path) + 1);
}

char *store_hidden_name_dup(const char *path)
{
    struct str name = {0};
    const char *slash = strrchr(path, '/');
    folder_append(&name, path);
    str_printf(&name, ".%s.new", slash == NULL ? path : slash + 1);
    return str_detach(&name);
}

char *store_journal_name_dup(const char *path)
{
    struct str name = {0};
    str_printf(&name, "%s-journal", path);
    return str_detach(&name);
}

static enum err open_error(int number)
{
    if (number == ENOENT || number == ENOTDIR)
        return ERR_MISSING;
    return number == ENOSPC || number == EDQUOT ? ERR_FULL : ERR_WRITE;
}

/* A list that only looks whether a file is held takes the lock for a moment: so try more than once. */
static int lock_patiently(int file)
{
    for (int i = 0; i < LOCK_TRIES; i++) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0)
            return 0;
        if (errno != EWOULDBLOCK)
            return -1;
    }
    errno = EWOULDBLOCK;
    return -1;
}

/* The lock is flock's, on a handle of our own: SQLite's locks come and go with each append, and closing any
 * handle of this process would drop a lock of the other kind. */
enum err store_lock(struct store *s, const char *path, int create)
{
    int file = open(path, O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0666);
    if (file < 0) {
        snprintf(s->detail, sizeof s->detail, "%s", strerror(errno));
        return open_error(errno);
    }
    if (lock_patiently(file) != 0) {
        enum err err = errno == EWOULDBLOCK ? ERR_BUSY : ERR_SYSTEM;
        snprintf(s->detail, sizeof s->detail, "%s", strerror(errno));
        close(file);
        return err;
    }
    s->lock = file;
    return ERR_NONE;
}

void store_unlock(struct store *s)
{
    if (s->lock >= 0)
        close(s->lock);
    s->lock = -1;
}

int store_is_held(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    int held = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(file);
    return held;
}

int64_t store_modified(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? (int64_t)status.st_mtime : 0;
}

enum err store_still_there(const struct store *s)
{
    struct stat held, named;
    const char *path = s->hidden != NULL ? s->hidden : s->path;
    if (fstat(s->lock, &held) != 0 || stat(path, &named) != 0)
        return ERR_MISSING;
    return held.st_dev == named.st_dev && held.st_ino == named.st_ino ? ERR_NONE : ERR_MISSING;
}

enum err store_may_write(const char *path, char detail[256])
{
    struct str folder = {0};
    char *journal = store_journal_name_dup(path);
    folder_append(&folder, path);
    int may = access(path, W_OK) == 0 && (access(str_text(&folder), W_OK) == 0 || access(journal, W_OK) == 0);
    if (!may)
        snprintf(detail, 256, "%s", strerror(errno));
    free(journal);
    str_release(&folder);
    return may ? ERR_NONE : ERR_WRITE;
}

/* What the first bytes say, before SQLite is asked: it takes an empty file for a database. */
enum err store_look(const char *path)
{
    static const char magic[16] = "SQLite format 3";
    uint8_t head[SQLITE_HEAD] = {0};
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? ERR_MISSING : ERR_READ;
    if (!S_ISREG(status.st_mode))
        return ERR_FORMAT;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return ERR_READ;
    ssize_t got = read(file, head, sizeof head);
    close(file);
    if (got < 0)
        return ERR_READ;
    uint32_t id = (uint32_t)head[68] << 24 | (uint32_t)head[69] << 16 | (uint32_t)head[70] << 8 | head[71];
    int is_database = memcmp(head, magic, sizeof magic) == 0;
    if (id != STORE_APPLICATION)
        return is_database && got < SQLITE_HEAD ? ERR_DAMAGED : ERR_FORMAT;
    return is_database ? ERR_NONE : ERR_DAMAGED;
}

static enum err flush_folder(const char *path)
{
    struct str folder = {0};
    folder_append(&folder, path);
    int file = open(str_text(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    str_release(&folder);
    if (file < 0)
        return ERR_NONE;
    int failed = fsync(file) != 0 && errno != EINVAL;
    close(file);
    return failed ? ERR_WRITE : ERR_NONE;
}

/* Never over a file that is there; where the file system has no links, as nearly so as a rename can be. */
enum err store_rename(const char *from, const char *to)
{
    struct stat status;
    if (link(from, to) == 0) {
        if (unlink(from) != 0)
            return ERR_WRITE;
        return flush_folder(to);
    }
    if (errno == EEXIST || stat(to, &status) == 0)
        return ERR_REFUSED;
    if (errno == ENOSPC || errno == EDQUOT)
        return ERR_FULL;
    return rename(from, to) == 0 ? flush_folder(to) : open_error(errno);
}
