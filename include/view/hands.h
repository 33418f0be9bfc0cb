#ifndef VIEW_HANDS_H
#define VIEW_HANDS_H
/*
 * Hands that a room raised, and whether so many people took part that it may
 * be told what they answered: of fewer than HANDS_LEAST everybody in the room
 * would know who said what.
 *
 *   if (hands_of_few(session, TALLY_SURVEY)) ...    say that few answered, and no figure
 */
#include "sim/state.h"

struct session; /* session/session.h */

enum { HANDS_LEAST = 5 };

/* All hands for one subject, over tables and answers. */
int32_t hands_raised(const struct sim_state *s, int32_t what, int32_t subject);
/* 1 when hands were counted for it, but by fewer than HANDS_LEAST people. */
int hands_of_few(const struct session *session, enum tally_kind what);
#endif
