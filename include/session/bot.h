#ifndef SESSION_BOT_H
#define SESSION_BOT_H
/*
 * A player (players/player.h) at a real session: what it wishes is submitted
 * like what people do, with words from the text catalogue, so that it is
 * stored, shown and reported. It plays the demonstration and makes test
 * sessions.
 *
 *   struct bot bot;                          big
 *   bot_begin(&bot, BOT_MIXED, seed);
 *   while (bot_between(&bot, s)) ;           improvements, commitments
 *   session_submit(s, START_ROUND ...);
 *   while (session_state(s)->phase == PHASE_ROUND && bot_step(&bot, s))
 *       ;
 *   session_submit(s, END_ROUND ...);
 *
 * A step does at most BOT_ACTS_A_MINUTE acts at the session's present second
 * and then moves time on by up to a fictional minute, never past the round's
 * end. What a conversation costs the session takes itself. The same kind,
 * seed, pack and session give the same acts. A bot looks at the session's
 * events, all of them again when its course was changed, so it can go on with
 * a session that was opened again.
 */
#include "players/player.h"
#include "session/session.h"

enum { BOT_ACTS_A_MINUTE = PLAYER_ACTS_A_MINUTE };

enum bot_kind {
    BOT_CUSTOMER_FOCUSED, /* asks first, tells what it knows, calls when it said it would, lets the user confirm */
    BOT_TECHNICIAN,       /* works well and never speaks */
    BOT_MIXED,            /* an ordinary room: good in places, forgets calls, better in the second round */
    BOT_KIND_COUNT
};

struct bot {
    struct player player;
    const char *words;       /* prefix of text keys for what it says: "bot"; NULL: it says nothing beyond the claim */
    int32_t seen, course;    /* events it has looked at; the course they belong to */
};

void bot_begin(struct bot *bot, enum bot_kind kind, uint64_t seed);
/* Any player: enum player_kind. */
void bot_begin_player(struct bot *bot, int32_t player, uint64_t seed);
/* 1 while the round may go on; 0 when no round runs, its end is reached, or the session cannot store. */
int bot_step(struct bot *bot, struct session *session);
/* 1: did one thing between two rounds; 0: nothing more to do, or a round runs. */
int bot_between(struct bot *bot, struct session *session);
/* "customer-focused", "technician", "mixed"; NULL past the last. */
const char *bot_word(enum bot_kind kind);
#endif
