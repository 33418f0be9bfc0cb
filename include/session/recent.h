#ifndef SESSION_RECENT_H
#define SESSION_RECENT_H
/*
 * The sessions in a folder, for the start page and for comparing: who, what,
 * when and how far. Only the heads of files are read, and those once: the
 * folder's index (store/index.h) keeps what they said for as long as the file
 * stays as it is. Whether every record is sound is found when one is opened.
 *
 *   recent_list(&arena, folder, &items, &count)    the latest first
 *
 * Everything belongs to the arena. Strings are never NULL. A folder that is
 * not there has no sessions: ERR_NONE and none.
 */
#include "base/arena.h"
#include "base/err.h"
#include "sim/state.h"
#include "store/index.h"
#include <stddef.h>
#include <stdint.h>

struct recent_session {
    const char *path, *name;       /* name: of the file, without folder and ending */
    const char *team;              /* "" when it cannot be told */
    const char *pack, *pack_id;    /* title of the pack, and its id */
    const char *id, *parent;       /* of the session; of the one it is another course of, "" */
    const char *date;              /* day of the workshop, 2026-11-22, or "" */
    const char *alone;             /* what is practised alone: title of the incident, round or pack; "" in a workshop */
    int32_t round;                 /* last round begun, -1: none yet */
    const char *round_title;       /* its title in the pack */
    const char *step;              /* kind of the step that the workshop stands at, "charter"; "" without steps */
    int32_t time;                  /* fictional second it stands at */
    int32_t phase;                 /* enum session_phase */
    int again;                     /* another try of a practice */
    int finished;
    int busy;                      /* a program has it open for writing */
    int damaged;                   /* its head cannot be read, or does not fit its last record */
    int newer;                     /* written by a later version */
    int64_t modified;              /* seconds since 1970 */
    struct store_stamp stamp;      /* of the file that was looked at */
};

/* One file; anything that can be told of it. Never fails: what cannot be read is `damaged`. */
void recent_look(struct arena *a, const char *path, struct recent_session *out);
/* With an index that is open already: what is new to it is put into it, what is gone is dropped. */
enum err MUST_CHECK recent_list_of(struct arena *a, const char *folder, struct store_index *x, struct recent_session **items, size_t *count);
enum err MUST_CHECK recent_list(struct arena *a, const char *folder, struct recent_session **items, size_t *count);
#endif
