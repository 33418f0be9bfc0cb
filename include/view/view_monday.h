#ifndef VIEW_VIEW_MONDAY_H
#define VIEW_VIEW_MONDAY_H
/*
 * What people will do from Monday on, "when X, I will Y", who and by when;
 * and, 30, 60 or 90 days later, what became of it. Source idea: follow-up and
 * yearly improvement; what is said with a trigger and a name is done more
 * often than what is resolved.
 *
 *   struct view_monday v;
 *   view_monday_build(&arena, session, today, &v);
 *
 * today: "2026-12-21", for how long ago the workshop was; "" unknown.
 * Everything in it may stand on the stage: whoever wrote it is in the room.
 * Strings are never NULL and live in the arena, the session or the catalogue.
 * Days count from the workshop; slots are those of command MONDAY.
 */
#include "base/arena.h"
#include "sim/command.h"
#include "base/tone.h"

struct session;   /* session/session.h */

enum { MONDAY_STARTS = 3, MONDAY_PARTS = 3 };   /* PARTS: 30, 60 and 90 days */

struct monday_action {
    int32_t slot, member, days, named;
    const char *who, *when, *will, *due;   /* due: "within 30 days", "" without a date */
    int32_t outcome, asked_after;          /* enum outcome, OPEN until somebody asked; asked_after: days */
    const char *became, *note;             /* "kept, after 30 days", "" */
    enum tone tone;
};
struct monday_person { int32_t member; const char *name; int actions; };   /* member NOBODY: the whole team */
struct view_monday {
    const char *pack, *team, *date;
    struct monday_action *actions; int action_count;      /* as written, by slot */
    int32_t free_slot;                     /* for one more, NOBODY: there is no room */
    struct monday_person *people; int person_count;       /* members, then the team */
    const char *starts[MONDAY_STARTS]; int start_count;   /* beginnings of "when ..." from what the room has agreed on */
    int32_t since;                         /* days since the workshop, -1 unknown */
    int32_t part;                          /* of the follow-ups the one that this day is nearest to, 0 to 2 */
    int kept, partly, not_kept, none, open;   /* of the actions, as asked last */
};

void view_monday_build(struct arena *arena, const struct session *session, const char *today, struct view_monday *out);
/* Days of a follow-up: 30, 60, 90. */
int32_t view_monday_days(int32_t part);
/* Days from one date to another, "2026-11-22"; -1 when either is none or the second is earlier. */
int32_t view_monday_between(const char *from, const char *to);
#endif
