#ifndef APP_WRITE_HANDOUTS_H
#define APP_WRITE_HANDOUTS_H
/*
 * The papers of a workshop (report/handout.h) as files: DIR/roles.pdf and so
 * on, each whole or not at all.
 *
 *   struct str path = {0};
 *   enum err err = handout_write(sc, "papers", PAPER_A4, HANDOUT_ROLES, &path);
 *   if (err != ERR_NONE) say(handout_trouble(&arena, err, str_text(&path)));
 *
 * The folder must be there. *path is filled in in any case, and empty where the
 * pack has nothing for this paper. ERR_MISSING: a font is not installed.
 */
#include "base/err.h"
#include "base/str.h"
#include "paper/pdf.h"
#include "report/handout.h"

enum err MUST_CHECK handout_write(const struct scenario *sc, const char *dir, enum paper_size size, enum handout what, struct str *path);
/* What went wrong, in words. */
const char *handout_trouble(struct arena *a, enum err err, const char *path);
#endif
