#ifndef BASE_DIAG_H
#define BASE_DIAG_H
/*
 * What is wrong with a file a person wrote: collected, never printed on the
 * way, so that all of it is shown in one go. Sentences come from the text
 * catalogue by `code` ("check.unknown-key"), filled with named values.
 *
 *   struct diag_list found = {.arena = &a};
 *   diag_add(&found, DIAG_ERROR, place, "check.unknown-key", "key", name, "allowed", list, NULL);
 *   diag_sort(&found);               by file, line, column
 *   diag_write(&out, &found);        file:line:column: path: sentence
 *
 * At most DIAG_LIMIT errors and as many warnings are kept; `dropped` counts the
 * rest, `errors` and `warnings` count all. Everything stored is copied into the
 * list's arena.
 */
#include "base/arena.h"
#include "base/str.h"

enum { DIAG_LIMIT = 50 };
enum diag_severity { DIAG_ERROR, DIAG_WARNING };

struct diag_place {
    const char *file;   /* as the author knows it, inside the pack */
    int line;           /* from 1; 0 when it concerns the whole file */
    int column;         /* from 1, in characters */
    const char *path;   /* inside the document: customers[2].patience */
};

struct diag {
    enum diag_severity severity;
    struct diag_place place;
    const char *code;
    const char *message;  /* what is wrong and what is allowed */
    const char *hint;     /* did you mean ...; "" when there is none */
};

struct diag_list {
    struct arena *arena;
    struct diag items[DIAG_LIMIT * 2];
    int count, errors, warnings, dropped;
};

/* Name and value pairs as in text_format, closed by NULL. A value named "hint" becomes the hint instead. */
void diag_add(struct diag_list *list, enum diag_severity severity, struct diag_place place, const char *code, ...);
/* By file, line and column; what stands at one place keeps its order. */
void diag_sort(struct diag_list *list);
/* One line each; a place without line or path leaves that piece out. Warnings say so. */
void diag_write(struct str *out, const struct diag_list *list);
/* One object: {"errors", "warnings", "dropped", "items": [{"severity", "file", "line", "column", "path", ...}]}. */
void diag_write_json(struct str *out, const struct diag_list *list);
/* The nearest of `count` names within a third of the length of `name` (at least one slip), or NULL.
 * A slip is a letter too many, missing, wrong or swapped with its neighbour; case counts for nothing. */
const char *diag_nearest(const char *name, const char *const *names, int count);
#endif
