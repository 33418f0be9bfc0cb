#ifndef STORE_STORE_H
#define STORE_STORE_H
/*
 * The session file, *.moment: one SQLite file, complete between two calls, so
 * that it can be copied or mailed at any time. It keeps records in order, each
 * chained to the one before; texts apart, erasable, the chain covering only
 * their salted hashes; named blobs (the pack as played), covered likewise.
 *
 *   store_create(&store, path)               a hidden neighbour, ".NAME.new"
 *   store_put_blob, store_append ...         what a session must have to be one
 *   store_publish(store)                     now `path` is there, whole
 *   store_close(store)                       (before publishing: leaves nothing)
 *
 *   store_open(&store, path, STORE_WRITE, &report)
 *   store_append(store, &record, texts, n)   durable when it returns ERR_NONE
 *
 * One writer: opening for writing takes a lock that the system gives back when
 * the program dies; a second program gets ERR_BUSY. Reading is possible beside
 * a writer: a reader sees what was complete when it opened. Nothing is ever
 * written over: undo and late acts are records too. Only store_erase_texts
 * takes something away, and then no byte of it stays in the file or beside it.
 *
 * While a file is open for writing "NAME-journal" lies beside it; between two
 * calls it holds nothing that is needed, and closing takes it away. After a
 * kill it may hold the way back from half an append: opening goes that way.
 *
 * Errors: ERR_MISSING no such file; ERR_FORMAT no session file; ERR_DAMAGED
 * once a session file, but nothing of it can be read; ERR_NEWER this program
 * is too old even to read it; ERR_BUSY another program writes; ERR_FULL,
 * ERR_WRITE, ERR_READ as the disk says; ERR_REFUSED the store is open for
 * reading, or an id is taken. After a failed call the file holds what it held
 * before, and the call may be tried again once the cause is gone.
 */
#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include <stddef.h>
#include <stdint.h>

struct store;
/* STORE_GLANCE: for lists; reads no more than the head: no record is checked, none can be read but the last. */
enum store_mode { STORE_READ, STORE_WRITE, STORE_GLANCE };

struct store_record {
    int64_t seq;                 /* from 1, without gaps; store_append sets it */
    int32_t kind;                /* enum session_record_kind */
    int32_t time;                /* fictional second, for looking up */
    int32_t round;
    int32_t rules;               /* version of the rules that decided */
    int64_t wall; /* milliseconds since 1970 when it was stored; shown, never computed with, not in digests */
    const uint8_t *body; size_t body_length;       /* the command */
    const uint8_t *events; size_t events_length;   /* its events */
    uint64_t digest;             /* of the state after it */
};
struct store_text { int32_t id; const char *text; };   /* id: from 1, given by the session */

/* What opening found. */
struct store_report {
    int64_t records;             /* sound ones, in order from the first */
    int64_t damaged_at;          /* first record that does not fit the chain, 0: none */
    int64_t lost;                /* records that are there behind the damage, as far as can be told */
    int damaged_parts;           /* texts, blobs and meta entries that are not what was stored */
    int dropped_last;            /* an unfinished last record was taken off (STORE_READ: left out) */
    int read_only;               /* opened so because of damage, permission or a newer version */
    int newer;                   /* written by a later version, which lets this one read */
    char detail[256];            /* what SQLite or the system said; "" when nothing */
};

enum err MUST_CHECK store_create(struct store **out, const char *path);
/* ERR_REFUSED when `path` has come into being meanwhile; the store stays as it was. */
enum err MUST_CHECK store_publish(struct store *s);
enum err MUST_CHECK store_open(struct store **out, const char *path, enum store_mode mode, struct store_report *report);
void store_close(struct store *s);
int store_read_only(const struct store *s);
/* 1 when a program (this one too) has the file open for writing. */
int store_is_held(const char *path);
/* Seconds since 1970 when the file was last written; 0 when there is none. */
int64_t store_modified(const char *path);

enum err MUST_CHECK store_append(struct store *s, struct store_record *record, const struct store_text *texts,
                                 int text_count);
/* Calls back for each sound record in order; bytes are valid during the call; a nonzero return stops. */
typedef int (*store_visit)(void *context, const struct store_record *record);
enum err MUST_CHECK store_each(struct store *s, store_visit visit, void *context);
/* The last record alone, in any mode; ERR_MISSING when there is none. */
enum err MUST_CHECK store_last(struct store *s, store_visit visit, void *context);
/* Calls back for each text that was not erased. */
typedef int (*store_visit_text)(void *context, const struct store_text *text);
enum err MUST_CHECK store_each_text(struct store *s, store_visit_text visit, void *context);
/* Highest id of a text, erased ones counted; 0 when there is none. */
int32_t store_text_max(struct store *s);
enum err MUST_CHECK store_erase_text(struct store *s, int32_t id);
/*
 * All of them or none, and one fact for lists emptied with them (meta; NULL: none). ERR_MISSING when one was never there.
 * After an error behind the commit (the file could not be written anew) they are gone, and calling again cleans up.
 */
enum err MUST_CHECK store_erase_texts(struct store *s, const int32_t *ids, int count, const char *meta);

enum err MUST_CHECK store_put_blob(struct store *s, const char *name, const void *bytes, size_t length);
typedef int (*store_visit_blob)(void *context, const char *name, const void *bytes, size_t length);
/* In the order of their names. */
enum err MUST_CHECK store_each_blob(struct store *s, store_visit_blob visit, void *context);
enum err MUST_CHECK store_put_meta(struct store *s, const char *key, const char *value);
enum err MUST_CHECK store_get_meta(struct store *s, struct arena *a, const char *key, char **value);   /* ERR_MISSING */
/* The same, but written together with the next record: both are there or neither. */
void store_stage_meta(struct store *s, const char *key, const char *value);

/* Writes the longest sound beginning of a session into a new file. ERR_REFUSED when `path` is there. */
enum err MUST_CHECK store_salvage(struct store *s, const char *path);
/*
 * Another course of the same session: its first `records` records, texts and blobs in a new file with an id of its own,
 * which names the session it comes from as meta "parent" and the number of records as "parent-records". ERR_REFUSED when
 * `path` is there; ERR_DAMAGED when there are not so many sound records.
 */
enum err MUST_CHECK store_fork(struct store *s, const char *path, int64_t records);
/* What the system last said, for messages. */
const char *store_detail(const struct store *s);
const char *store_path(const struct store *s);
#endif
