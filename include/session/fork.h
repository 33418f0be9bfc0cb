#ifndef SESSION_FORK_H
#define SESSION_FORK_H
/*
 * "What if I had called first?": another course from any moment of a session,
 * in a file of its own. The new file has the first records of its parent, the
 * same pack and the same seed, so what was drawn by chance falls as it fell;
 * it names its parent by id and by the number of records they share. The
 * parent stays as it is and may go on.
 *
 *   session_records_before(s, second)            records whose time is over by then
 *   session_fork(s, path, records)
 *   session_open(&other, path, ...)
 *   session_advance(other, second, ...)          seconds that no record of the parent ends with
 *   session_origin(other, &origin)               where it comes from
 *   session_find_parent(&arena, other, &path)    the parent's file, in the same folder
 *
 * Works on sessions whose course was only ever appended to, as it is when
 * somebody practises alone: there is no undo and no late act then.
 */
#include "base/arena.h"
#include "base/err.h"
#include "session/session.h"

enum { SESSION_ID = 40 };
struct session_origin { char parent[SESSION_ID]; int64_t records; };

/* How many records end at that second or earlier; at least 1, the setup's. */
int64_t session_records_before(const struct session *s, int32_t second);
/* How many there are before the one that brought this entry of the course. */
int64_t session_records_before_entry(const struct session *s, int32_t entry);
/* ERR_REFUSED: `path` is there, or the session has no file. ERR_DAMAGED: there are not so many records. */
enum err MUST_CHECK session_fork(struct session *s, const char *path, int64_t records);
/* 1 and the origin of a session that is a fork; 0 for any other. */
int session_origin(const struct session *s, struct session_origin *out);
/* The file in the folder of the session that has the parent's id; ERR_MISSING when it is not there. In the arena. */
enum err MUST_CHECK session_find_parent(struct arena *a, const struct session *s, const char **path);
#endif
