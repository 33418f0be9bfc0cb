#ifndef VIEW_DESK_COURSE_H
#define VIEW_DESK_COURSE_H
/*
 * A practice read from its beginning: what every moment came to, and how trust
 * went. Positions are seconds that were played, one round behind the other,
 * from shortly before the first incident on.
 *
 *   struct desk_course *c = desk_course_read(arena, session);
 *   desk_course_trust(c, customer, position)
 */
#include "assess/feedback.h"
#include "base/arena.h"
#include "session/session.h"

struct desk_sample { int32_t position, trust[LIMIT_CUSTOMERS]; };   /* trust in thousandths, after what happened then */
struct desk_course {
    const struct session *session;
    struct sim_state *state;
    struct feedback_watch watch;
    struct feedback_note *notes; int32_t note_count;      /* each moment once, as it came out in the end */
    struct desk_sample *samples; int32_t sample_count;
    int32_t length;                                       /* position of the end */
    int32_t from, to;                                     /* seconds of the day at which the curves begin and end */
    int32_t base, began;                                  /* position and second at which the present round began; began -1: not yet */
};
struct desk_course *desk_course_read(struct arena *arena, const struct session *session);
/* 0 to 100. */
int desk_course_trust(const struct desk_course *c, customer_id customer, int32_t position);
#endif
