#ifndef VIEW_CHOSEN_H
#define VIEW_CHOSEN_H
/*
 * The improvements that the room chose and did not take back, in their order:
 * one for each choice, so that a root cause looked for again stands twice.
 *
 *   struct chosen found[CHOSEN_MOST];
 *   int count = chosen_list(session, found);
 */
#include "session/session.h"

enum { CHOSEN_MOST = 2 * LIMIT_IMPROVEMENTS };
/* since: from which round that counts it works (its place, from 1); incident and spine: of a root cause, else NOBODY;
 * works 0: the wrong spine; prevented: incidents that did not come again thanks to it, the first of them, NOBODY. */
struct chosen { int32_t improvement, since, incident, spine, works, prevented, prevented_count; };
int chosen_list(const struct session *session, struct chosen out[CHOSEN_MOST]);
/* The place of a round among those that count, from 1; 0 for none. */
int32_t chosen_place(const struct scenario *sc, round_id round);
#endif
