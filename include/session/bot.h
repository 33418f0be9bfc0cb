#ifndef SESSION_BOT_H
#define SESSION_BOT_H
/*
 * Teams that play by themselves: policies over what a team can see (incidents
 * that are open, facts that are known, works that can be started, promises
 * that were made, what customers said), never over what is hidden. They
 * prove scenarios, play the demonstration and make test sessions.
 *
 *   struct bot bot;
 *   bot_begin(&bot, BOT_MIXED, seed);
 *   session_submit(s, START_ROUND ...);
 *   while (session_state(s)->phase == PHASE_ROUND && bot_step(&bot, s))
 *       ;
 *   session_submit(s, END_ROUND ...);
 *
 * A step does at most BOT_ACTS_A_MINUTE acts at the session's present second
 * and then moves time on by up to a fictional minute, never past the round's
 * end. What a conversation costs the session takes itself. The same kind,
 * seed, pack and session give the same acts. A bot keeps no memory but the
 * words it has used: everything else it reads from the session, so it can go on with
 * a session that was opened again.
 */
#include "session/session.h"

enum { BOT_ACTS_A_MINUTE = 3 };

enum bot_kind {
    BOT_CUSTOMER_FOCUSED, /* asks first, tells what it knows, calls when it said it would, lets the user confirm */
    BOT_TECHNICIAN,       /* works well and never speaks */
    BOT_MIXED,            /* an ordinary room: good in places, forgets calls, better in the second round */
    BOT_KIND_COUNT
};

struct bot {
    enum bot_kind kind;
    uint64_t seed;
    const char *words; /* prefix of text keys for what it says: "bot"; NULL: it says nothing beyond the claim */
};

void bot_begin(struct bot *bot, enum bot_kind kind, uint64_t seed);
/* 1 while the round may go on; 0 when no round runs, its end is reached, or the session cannot store. */
int bot_step(struct bot *bot, struct session *session);
/* "customer-focused", "technician", "mixed"; NULL past the last. */
const char *bot_word(enum bot_kind kind);
#endif
