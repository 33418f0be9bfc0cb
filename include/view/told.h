#ifndef VIEW_TOLD_H
#define VIEW_TOLD_H
/*
 * The session's events folded into what the log says of a team, for the views
 * that tell it. Large: it lives in an arena or is kept by who asks often.
 *
 *   struct told *told = told_of(arena, session);
 *   pledge_list(&told->pledges, session_state(session), round, found)
 */
#include "assess/pattern.h"
#include "assess/pledge.h"
#include "session/session.h"

struct told {
    struct pledge_watch pledges;
    struct pattern_watch patterns;
};
struct told *told_of(struct arena *arena, const struct session *session);
#endif
