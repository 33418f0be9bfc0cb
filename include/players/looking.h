#ifndef PLAYERS_LOOKING_H
#define PLAYERS_LOOKING_H
/* What stands behind players/see.h: for see*.c, player.c and nobody else. */
#include "players/player.h"
#include "players/see.h"

struct turn {
    struct player *p;
    const struct scenario *sc;
    const struct sim_state *s;
    struct player_wish *wish;
    int32_t skip;             /* wishes that were refused already and are passed over */
    int32_t notes[SEE_NOTES]; /* of the first open incidents, less SEE_BLANK: 0 is blank */
};

/* The pack's incident, NULL when the facilitator typed it. */
static inline const struct incident *look_pack(const struct turn *t, incident_id i)
{
    return i >= 0 && i < t->sc->incident_count ? &t->sc->incidents[i] : NULL;
}
#endif
