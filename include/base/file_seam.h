#ifndef BASE_FILE_SEAM_H
#define BASE_FILE_SEAM_H
/*
 * The calls with which file_write reaches the disk, so that a test can let
 * them fail:
 *
 *   struct file_seam seam = file_seam_system();
 *   seam.flush = failing_flush;
 *   file_seam_set(&seam);     copied
 *   file_seam_set(NULL);      back to the system's
 *
 * Each behaves as the POSIX call of its kind: -1 and errno on failure.
 */
#include <sys/types.h>

struct file_seam {
    ssize_t (*write)(int file, const void *bytes, size_t length);
    int (*flush)(int file);
    int (*rename)(const char *from, const char *to);
};

struct file_seam file_seam_system(void);
void file_seam_set(const struct file_seam *seam);
#endif
