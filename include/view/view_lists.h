#ifndef VIEW_VIEW_LISTS_H
#define VIEW_VIEW_LISTS_H
/* Small read models of the start and set-up screens: plain words, made by the app from folders and packs. */
#include "base/arena.h"
#include "model/scenario.h"

struct view_pack_card {
    const char *path, *title, *organisation, *summary, *level, *players, *rounds;   /* as shown */
    const char *problem;               /* "" when it reads well, else the first error as one line */
    const struct scenario *scenario;   /* NULL when it does not read */
};
struct view_session_card {
    const char *path, *team, *pack, *when, *where;   /* where: "round 1, 07:40", "finished", "damaged" */
    int finished, usable, alone;       /* alone: somebody practised; team is what they practised */
};
struct view_start {
    struct view_pack_card *packs; int pack_count;
    struct view_session_card *sessions; int session_count;   /* newest first */
    const char *notice;                /* what the last thing came to, "" */
    int notice_bad;
    const char *packs_folder;          /* where packs were looked for */
};
#endif
