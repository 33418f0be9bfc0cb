#ifndef APP_WRITE_COMPARE_H
#define APP_WRITE_COMPARE_H
/*
 * A comparison (view/view_compare.h) as text for a terminal, and as files.
 *
 *   compare_text(&out, &view);
 *   char *path = NULL;
 *   compare_write(&view, folder, COMPARE_HTML, 0, &path);     caller frees path
 */
#include "base/err.h"
#include "base/str.h"
#include "view/view_compare.h"

enum compare_format { COMPARE_HTML, COMPARE_PDF };

void compare_text(struct str *out, const struct view_compare *v);
/* letter: 1 US Letter, 0 A4 (PDF). */
enum err MUST_CHECK compare_write(const struct view_compare *v, const char *folder, enum compare_format format, int letter, char **path);
/* The same for a command: names the file on standard output, or the fault on standard error. Exit status. */
int compare_write_told(const struct view_compare *v, const char *folder, enum compare_format format, int letter);
#endif
