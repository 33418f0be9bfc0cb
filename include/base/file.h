#ifndef BASE_FILE_H
#define BASE_FILE_H
/*
 * Whole files. Writing is all or nothing: a temporary neighbour is written,
 * flushed to the disk, and renamed over the name. After a failed write the
 * name holds what it held before (or, if only the folder could not be flushed,
 * the new contents whole), and no neighbour is left. What is no plain file (a
 * device, a pipe) is written to directly. Tests let the disk fail through
 * base/file_seam.h.
 */
#include "base/err.h"
#include "base/arena.h"
#include <stddef.h>

/* Reads a whole file of at most `limit` bytes into the arena, NUL after the end. ERR_FULL when larger. */
enum err MUST_CHECK file_read(struct arena *a, const char *path, size_t limit, char **bytes, size_t *length);
enum err MUST_CHECK file_write(const char *path, const void *bytes, size_t length);
/* Makes a folder and its parents; fine when it is there. */
enum err MUST_CHECK file_make_folder(const char *path);
int file_exists(const char *path);
int file_is_folder(const char *path);
/* A regular file, links followed: no folder, device or pipe. */
int file_is_plain(const char *path);
/* Names in a folder (no dot files), sorted by bytes, in the arena. */
enum err MUST_CHECK file_list(struct arena *a, const char *folder, char ***names, size_t *count);
/* "folder/name" in the arena. */
char *file_join(struct arena *a, const char *folder, const char *name);
#endif
