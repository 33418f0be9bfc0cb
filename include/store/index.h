#ifndef STORE_INDEX_H
#define STORE_INDEX_H
/*
 * What is known of the session files of a folder without opening them, so that
 * thousands are listed and compared at once. It lies beside them as
 * ".moment-index" and is never the truth: everything in it can be read from the files again,
 * and is, whenever a file is not the one that was read (store_stamp), a row is
 * not what was written (each carries a hash), or the whole is missing, damaged
 * or of another version. It may be deleted at any time.
 *
 *   struct store_index *x = store_index_open(folder);
 *   store_index_rows(x, &arena, &rows, &count);
 *   ... for each file whose stamp is not that of its row:
 *   store_index_put(x, &row);                        drops its old figures
 *   store_index_put_figures(x, name, version, figures, n);
 *   store_index_keep(x);                             writes what was put; now and then, so that nobody waits long
 *   store_index_close(x);                            the same at the end
 *
 * Nothing here fails: where it cannot be kept (a folder that cannot be
 * written, another program that writes it just now) it lives in memory and is
 * forgotten on closing; what cannot be written is read again the next time.
 * Two programs may use one index at once. A folder in which nothing was put
 * gets none.
 *
 * Tables: session (a row for each file), pack (its id as a number), figure
 * with integer keys on (figure, pack, round, session), so that one figure of
 * all sessions lies together.
 */
#include "base/arena.h"
#include <stddef.h>
#include <stdint.h>

#define STORE_INDEX_NAME ".moment-index"

/* Which file it was: another one under the same name, or the same after any write, has another stamp. */
struct store_stamp {
    int64_t modified;            /* nanoseconds since 1970 */
    int64_t size;                /* bytes */
    int64_t changes;             /* as SQLite counts them in the file; -1: no SQLite file */
};
/* 0 when there is no such file. *held: a program has it open for writing. */
int store_stamp(const char *path, struct store_stamp *out, int *held);
int store_stamp_is_same(const struct store_stamp *a, const struct store_stamp *b);

enum store_index_word { INDEX_TEAM, INDEX_PACK, INDEX_PACK_ID, INDEX_DATE, INDEX_ALONE, INDEX_STEP, INDEX_ROUND_TITLE, INDEX_ID, INDEX_PARENT, INDEX_WORDS };
enum store_index_number { INDEX_ROUND, INDEX_TIME, INDEX_PHASE, INDEX_DAMAGED, INDEX_NEWER, INDEX_NUMBERS };
struct store_index_row {
    const char *name;            /* of the file, without its folder */
    struct store_stamp stamp;
    const char *words[INDEX_WORDS];          /* never NULL in what is read; NULL is written as "" */
    int32_t numbers[INDEX_NUMBERS];
    int64_t version;             /* of its figures, 0: none are kept */
};
/* round: as the caller numbers them. */
struct store_index_figure { int32_t figure, round, value, whole, items, points, possible; };

struct store_index;
struct store_index *store_index_open(const char *folder);
void store_index_keep(struct store_index *x);
void store_index_close(struct store_index *x);

/* All rows that are as they were written, by name, in the arena. */
void store_index_rows(struct store_index *x, struct arena *a, struct store_index_row **rows, size_t *count);
/* Instead of what was there under this name, figures too. */
void store_index_put(struct store_index *x, const struct store_index_row *row);
/* Of a row that was put before. version: what they were made by, not 0. */
void store_index_put_figures(struct store_index *x, const char *name, int64_t version,
                             const struct store_index_figure *figures, size_t count);
void store_index_drop(struct store_index *x, const char *name);
/*
 * Every figure of this version, those of one session in the order of figure and round. Sessions are given as the place
 * in `rows`, as store_index_rows gave them. Afterwards the version of a row whose figures are not as they were written
 * is 0: what was told of it does not count.
 */
typedef void store_index_visit(void *context, size_t row, const struct store_index_figure *figure);
void store_index_figures(struct store_index *x, int64_t version, struct store_index_row *rows, size_t count,
                         store_index_visit *visit, void *context);
#endif
