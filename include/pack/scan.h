#ifndef PACK_SCAN_H
#define PACK_SCAN_H
/*
 * The byte pre-scan of a JSON file that a person wrote. It finds what the
 * parser behind it would swallow: bad UTF-8, NUL and other control characters
 * (raw or escaped), lone surrogates, leading zeros, 1e400, comments, stray
 * commas, depth, size; and it notes where every value and key stands.
 *
 *   struct scan s = {0};
 *   if (scan_json(&s, &source, found)) ... s.items in document order ...
 *   scan_release(&s);
 *
 * Faults inside texts and numbers are collected and the scan goes on; a fault
 * of structure ends it, as what follows could only be guessed. A byte order
 * mark at the start is skipped. Lines and columns count from 1, columns in
 * characters.
 */
#include "base/diag.h"
#include <stddef.h>

enum {
    SCAN_VALUES = 200000,   /* of one file */
    SCAN_FAULTS = 20        /* after so many in one file it stops */
};

struct scan_item {
    int line, column;           /* of the value */
    int key_line, key_column;   /* of its key, 0 when it has none */
};

struct scan {
    struct scan_item *items;    /* values before their children, as they stand in the file */
    int count, room;
};

struct scan_source {
    const char *file;           /* name for messages */
    const char *bytes;          /* a NUL follows the last byte */
    size_t length;
};

/* 1 when nothing was found; the items are complete only then. */
int scan_json(struct scan *s, const struct scan_source *source, struct diag_list *found);
void scan_release(struct scan *s);
#endif
