#ifndef VIEW_VIEW_PAPER_H
#define VIEW_VIEW_PAPER_H
/*
 * The round seen from outside: the front page of the local paper, filled in
 * from the pack by what had happened when the round ended (sim_paper). What
 * came later changes nothing of it; an act recorded late or taken back does.
 *
 *   struct view_paper v;
 *   view_paper_build(&arena, session, round, &v);
 *
 * Everything in it is public: the stage shows it whole. Strings are never NULL
 * and live in the arena, the catalogue or the scenario. Where the pack has no
 * page for the round, `printed` is 0 and the room writes its own headline.
 * Source idea: perceived value; the town saw what it saw.
 */
#include "base/arena.h"
#include "model/scenario.h"

struct session;   /* session/session.h */

enum { PAPER_ASKS = 4 };
struct paper_story { const char *title, *text; };
struct view_paper {
    const char *pack;
    const char *paper, *edition;          /* "The Harbour Light", "Noon edition", "" */
    const char *round, *when;             /* "Round 1: Morning wave", "06:00 to 08:30" */
    int over, printed;                    /* the round was played to its end; there is a page for it */
    struct paper_story lead, pieces[LIMIT_PIECES];
    int piece_count;
    const char *asks[PAPER_ASKS];         /* questions for the room, the pack's first */
    int ask_count;
};

void view_paper_build(struct arena *arena, const struct session *session, round_id round, struct view_paper *out);
#endif
