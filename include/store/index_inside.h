#ifndef STORE_INDEX_INSIDE_H
#define STORE_INDEX_INSIDE_H
/* What the files of the index of sessions share; nobody else includes it. */
#include "store/index.h"
#include "base/str.h"

#include <sqlite3.h>

enum { INDEX_APPLICATION = 0x4d6f5469, INDEX_VERSION = 1 };   /* "MoTi" */
enum index_statement { IX_ROWS, IX_PUT, IX_DROP, IX_DROP_FIGURES, IX_ID, IX_PACK, IX_PACK_ID, IX_FIGURE, IX_KEPT, IX_FIGURES, IX_COUNT };

struct store_index {
    sqlite3 *db;     /* NULL: not even memory could be had */
    sqlite3_stmt *statements[IX_COUNT];
    char *path;
    int writing;     /* a transaction is open */
    int broken;      /* something was not as it should be: begun anew */
    int in_memory;
    int waits;       /* in memory, until something is put: a folder without sessions gets no index */
    int yields;      /* somebody else was writing: nothing more is put this time */
};

/* --- index.c --- */
/* NULL when it could not be prepared, which has been noted. */
sqlite3_stmt *index_statement(struct store_index *x, enum index_statement which);
/* Runs a statement without rows to its end and resets it. NULL is fine. */
void index_finish(struct store_index *x, sqlite3_stmt *s);
/* A statement failed: the index is not sound, unless somebody else is at it. */
void index_failed(struct store_index *x);
/* 0: nothing can be put. */
int index_begin_writing(struct store_index *x);

/* --- index_rows.c --- */
/* Number of the row in the database, -1 when there is none; pack gets the id of its pack where it is not NULL. */
int64_t index_id(struct store_index *x, const char *name, struct str *pack);

/* --- index_figures.c --- */
void index_drop_figures(struct store_index *x, int64_t id);
#endif
