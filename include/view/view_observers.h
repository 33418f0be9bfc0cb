#ifndef VIEW_VIEW_OBSERVERS_H
#define VIEW_VIEW_OBSERVERS_H
/*
 * The sheets on which those who watched a round marked what they saw: which
 * tables or persons there are, what could be seen, how often it was noted in
 * this round already.
 *
 *   struct view_observers v;
 *   view_observers_build(&arena, session, &v);
 *
 * For the facilitator. Strings are never NULL; they live in the arena, the
 * session or the scenario.
 */
#include "base/arena.h"
#include "model/scenario.h"

struct session;   /* session/session.h */

enum { OBSERVERS_MARKERS = 12 };
struct observers_row { const char *name; int32_t member; int32_t seen[OBSERVERS_MARKERS]; int all; };   /* member NOBODY: the whole team */
struct view_observers {
    const char *markers[OBSERVERS_MARKERS]; int good[OBSERVERS_MARKERS]; int marker_count;
    struct observers_row *rows; int row_count;
};
void view_observers_build(struct arena *arena, const struct session *session, struct view_observers *out);
#endif
