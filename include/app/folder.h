#ifndef APP_FOLDER_H
#define APP_FOLDER_H
/*
 * The sessions of folders and single files with the figures that are kept of
 * them, for comparing. A folder's index knows most; what it does not is read
 * from the files, a few at a time, so that a window stays awake meanwhile.
 *
 *   struct folder f = {0};
 *   folder_add(&f, path);                  a folder, or one session file
 *   while (folder_read(&f, 20)) ...        of folder_total(), folder_left() are still to be read
 *   sessions = folder_sessions(&f, &arena, &count);
 *   folder_release(&f);
 *
 * Left out are practice, other courses of a session, what cannot be read, and
 * copies of the same session but the one written last.
 */
#include "base/arena.h"
#include "base/err.h"
#include "session/recent.h"
#include "view/view_compare.h"

struct folder_session {
    struct recent_session head;
    const char *file;                   /* its name in the folder */
    int place;                          /* in the folder's places, -1: a single file, which no index knows */
    int known;                          /* its figures have been read */
    struct kept_figure *figures;
    int figure_count, room;
};
struct folder_place { const char *path; struct store_index *index; };
struct folder {
    struct arena arena;
    struct folder_place *places; int place_count;
    struct folder_session *items; size_t count, room;
    size_t next;                        /* everything before it is known */
    size_t left;
};

enum err MUST_CHECK folder_add(struct folder *f, const char *path);
/* Reads up to `most` files; 0 when nothing is left to read. */
int folder_read(struct folder *f, size_t most);
size_t folder_left(const struct folder *f);
size_t folder_total(const struct folder *f);
/* Those whose figures are known, in the arena. Their strings and figures belong to the folder. */
struct compare_session *folder_sessions(struct folder *f, struct arena *a, size_t *count);
void folder_release(struct folder *f);
#endif
