#ifndef PACK_DOCUMENT_H
#define PACK_DOCUMENT_H
/*
 * A JSON file as a tree of values that know where they stand. Built from the
 * pre-scan (pack/scan.h) and cJSON; duplicate keys are found here, where the
 * keys are decoded.
 *
 *   const struct value *root = document_read(arena, &source, found);
 *   if (root != NULL) ... value_member(root, "title") ...
 *   diag_add(found, DIAG_ERROR, value_place(arena, v), "check.range", ...);
 *
 * Everything belongs to the arena. NULL when anything was found; then `found`
 * says what.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "pack/scan.h"

enum value_type { VALUE_NULL, VALUE_FLAG, VALUE_NUMBER, VALUE_TEXT, VALUE_LIST, VALUE_OBJECT };

struct value {
    enum value_type type;
    const char *file;
    const char *key;            /* NULL outside objects */
    int index;                  /* in a list, from 0 */
    const char *text;           /* of a text */
    double number;              /* of a number; of a flag 0 or 1 */
    struct scan_item at;
    const struct value *parent, *first, *next;
    int count;                  /* members or items */
};

const struct value *document_read(struct arena *a, const struct scan_source *source, struct diag_list *found);

/* The member with this key, NULL when there is none or `v` is no object. */
const struct value *value_member(const struct value *v, const char *key);
/* "customers[2].patience" in the arena; "" for a root. */
char *value_path(struct arena *a, const struct value *v);
/* Where the value stands. */
struct diag_place value_place(struct arena *a, const struct value *v);
/* Where its key stands, for what is wrong with the key. */
struct diag_place value_key_place(struct arena *a, const struct value *v);
/* Text key of the type: "check.type.text". */
const char *value_type_key(enum value_type type);
#endif
