#ifndef TYPED_H
#define TYPED_H
/*
 * Texts that people might type to break a report, each with a mark of its own,
 * and the list of those that were typed: what the readers of the reports look for.
 *
 *   const char *words = typed_make(&typed, "note", kind);    "<b>…</b> Q7Q"
 *   typed_write(&typed, path);                               [{"place": "note", "text": "…"}]
 */
#include "base/arena.h"

enum { TYPED_KINDS = 12, TYPED_MOST = 400, TYPED_LONG = 2000 };

struct typed {
    struct arena *arena;
    struct { const char *place, *text; } items[TYPED_MOST];
    int count;
    int longest; /* characters of the long ones */
};

/* Kinds 0 to TYPED_KINDS - 1; others wrap round. */
const char *typed_make(struct typed *t, const char *place, int kind);
/* Not refused after all: it need not be found. */
void typed_forget_latest(struct typed *t);
/* 0 when it could not be written. */
int typed_write(const struct typed *t, const char *path);
#endif
