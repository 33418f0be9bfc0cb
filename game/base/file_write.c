#include "base/file.h"
#include "base/file_seam.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_TRIES = 100 };

struct file_seam file_seam_system(void)
{
    return (struct file_seam){.write = write, .flush = fsync, .rename = rename};
}

static struct file_seam file_calls = {.write = write, .flush = fsync, .rename = rename};

void file_seam_set(const struct file_seam *seam)
{
    file_calls = seam != NULL ? *seam : file_seam_system();
}

static enum err file_write_error(int number)
{
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return ERR_FULL;
    return number == ENOENT || number == ENOTDIR ? ERR_MISSING : ERR_WRITE;
}

/* The folder a path stands in, with its closing slash; "./" for a bare name. */
static void file_folder(struct str *out, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        str_append(out, "./");
    else
        str_append_bytes(out, path, (size_t)(slash - path) + 1);
}

static enum err file_put(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = file_calls.write(file, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return file_write_error(errno);
        bytes += put;
        length -= (size_t)put;
    }
    return ERR_NONE;
}

/* Opens a neighbour nobody has; its name is short so that a long name of the target still leaves room. */
static int file_open_neighbour(struct str *name, const char *path)
{
    for (int i = 0; i < FILE_TRIES; i++) {
        str_clear(name);
        file_folder(name, path);
        str_printf(name, ".moment-%ld-%d.new", (long)getpid(), i);
        int file = open(str_text(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

/* A rename is only on the disk when its folder is. Some file systems cannot flush a folder and say EINVAL. */
static enum err file_flush_folder(const char *path)
{
    struct str folder = {0};
    file_folder(&folder, path);
    int file = open(str_text(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    str_release(&folder);
    if (file < 0)
        return ERR_NONE;
    enum err err = file_calls.flush(file) == 0 || errno == EINVAL ? ERR_NONE : file_write_error(errno);
    close(file);
    return err;
}

static enum err file_fill(int file, const void *bytes, size_t length)
{
    enum err err = file_put(file, bytes, length);
    if (err == ERR_NONE && file_calls.flush(file) != 0)
        err = file_write_error(errno);
    if (close(file) != 0 && err == ERR_NONE)
        err = file_write_error(errno);
    return err;
}

static enum err file_replace(const char *path, const void *bytes, size_t length)
{
    struct str neighbour = {0};
    int file = file_open_neighbour(&neighbour, path);
    enum err err = file < 0 ? file_write_error(errno) : file_fill(file, bytes, length);
    if (err == ERR_NONE && file_calls.rename(str_text(&neighbour), path) != 0)
        err = file_write_error(errno);
    if (err != ERR_NONE && file >= 0)
        unlink(str_text(&neighbour));
    str_release(&neighbour);
    return err == ERR_NONE ? file_flush_folder(path) : err;
}

/* A device or a pipe: nothing to replace, nothing to flush. */
static enum err file_pour(const char *path, const void *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return file_write_error(errno);
    enum err err = file_put(file, bytes, length);
    if (close(file) != 0 && err == ERR_NONE)
        err = file_write_error(errno);
    return err;
}

enum err file_write(const char *path, const void *bytes, size_t length)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return file_pour(path, bytes, length);
    return file_replace(path, bytes, length);
}
