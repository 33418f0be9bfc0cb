#ifndef PACK_PACK_H
#define PACK_PACK_H
/*
 * Scenario packs: strict reading, checking, translating.
 *
 *   struct arena a = {0};
 *   struct diag_list found = {.arena = &a};
 *   struct pack_source source;
 *   struct scenario *scenario;
 *   enum err err = pack_source_load(&a, "scenarios/last-flight-out", &source, &found);
 *   if (err == ERR_NONE)
 *       err = pack_read(&a, &source, &scenario, &found);
 *   if (err == ERR_NONE)
 *       err = pack_check(scenario, &source, &found);
 *
 * A source is the pack as bytes: what a session file carries. It comes from a
 * folder or is put together with pack_source_begin and pack_source_add; the
 * reader knows no difference and opens no file. Files lie sorted by the bytes
 * of their names, whatever order they came in.
 *
 * pack_read gives a scenario only when nothing is wrong with any file of the
 * source; else ERR_FORMAT, all faults in `found` (up to DIAG_LIMIT), and *out
 * untouched. pack_check adds what is not wrong but should be looked at (see
 * pack/check.h); its only errors are lines that give a secret away.
 *
 * Everything belongs to the arena that was given; `found` has its own. None
 * of these calls keeps state between calls.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/hash.h"
#include "model/scenario.h"
#include <stddef.h>

/*
 * Not a file of any folder: cards that are put into the source of a session
 * and stand in where pack.json has no `cards`. So the session keeps its deck
 * for good, whatever the program brings along later.
 */
#define PACK_DECK "deck.json"

struct pack_file {
    const char *name;    /* inside the pack: "incidents/check-in.json" */
    const char *bytes;   /* a NUL follows the last byte */
    size_t length;
};

struct pack_source {
    struct arena *arena;
    struct pack_file files[LIMIT_PACK_FILES];
    int count;
    size_t bytes;        /* of all files */
};

/* ---- a pack as bytes ---- */

void pack_source_begin(struct pack_source *source, struct arena *a);
/*
 * Copies a file into the source. ERR_REFUSED: the name leads outside a pack or
 * is there already; ERR_FULL: past LIMIT_PACK_FILES or LIMIT_PACK_BYTES.
 */
enum err MUST_CHECK pack_source_add(struct pack_source *source, const char *name, const void *bytes, size_t length);
/* NULL when there is no such file. */
const struct pack_file *pack_source_find(const struct pack_source *source, const char *name);
/*
 * Reads pack.json of a folder (or given by its own path), what it names, and
 * text/<language>.json. ERR_MISSING, ERR_READ: the folder or its pack.json
 * could not be read; ERR_FORMAT: `found` says which file cannot be part of a
 * pack. A pack.json that is itself damaged loads alone: pack_read will say.
 * Files that lie there and that nothing names are warnings.
 */
enum err MUST_CHECK pack_source_load(struct arena *a, const char *path, struct pack_source *source,
    struct diag_list *found);
/* BLAKE2b over names and bytes: the same pack, the same digest, wherever it lies. */
void pack_digest(const struct pack_source *source, uint8_t digest[HASH_BYTES]);
/* 1 for a relative name of plain lowercase parts that stays inside: "a/b-1.json". */
int pack_name_is_inside(const char *name);

/* ---- reading ---- */

enum err MUST_CHECK pack_read(struct arena *a, const struct pack_source *source, struct scenario **out,
    struct diag_list *found);
/*
 * The same with the texts of text/<language>.json laid over it; what that file
 * lacks, or translated from an older original, stays in the pack's language.
 * ERR_MISSING when the pack has no such file and another language of its own.
 */
enum err MUST_CHECK pack_read_language(struct arena *a, const struct pack_source *source, const char *language,
    struct scenario **out, struct diag_list *found);
/* Languages of the pack, its own first, as "en", "de"; returns how many, at most `room`. */
int pack_languages(const struct scenario *scenario, const struct pack_source *source, const char **languages, int room);

/* Warnings, and errors for lines that give a secret away. ERR_FORMAT when there is an error. */
enum err MUST_CHECK pack_check(const struct scenario *scenario, const struct pack_source *source,
    struct diag_list *found);

/* Appends "file:line:column: path" for messages. */
void pack_place_append(struct str *out, const struct diag_place *place);
/* Appends the JSON Schema of packs. Descriptions come from the text catalogue. */
void pack_schema_append(struct str *out);
#endif
