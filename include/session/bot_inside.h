#ifndef SESSION_BOT_INSIDE_H
#define SESSION_BOT_INSIDE_H
/*
 * The pieces of a bot, one file each: game/session/bot.c (habits and the
 * step), bot_see.c (what a team sees), bot_talk.c and bot_work.c (acts),
 * bot_room.c (the facilitator and the slips of an ordinary room).
 *
 * A finder looks for one thing to do, does it, and returns 1; 0 when there is
 * nothing of its kind to do now. `with` narrows it to talk with one customer
 * (NOBODY: anybody), so that a conversation that goes on is used up first.
 */
#include "session/bot.h"

/* How often, in percent, the team does what it should; drawn for each incident by the seed. */
enum bot_habit {
    HABIT_GREET,      /* says a first word in time */
    HABIT_IMPACT,     /* asks what it means before work begins */
    HABIT_ASK_MORE,   /* asks what is expected, how urgent it is, for ideas */
    HABIT_GO_AHEAD,   /* asks before a change with consequences */
    HABIT_COMMIT,     /* names the next call */
    HABIT_CALL,       /* calls when it said it would */
    HABIT_UPDATE,     /* breaks a silence */
    HABIT_TELL,       /* passes on what it has learned */
    HABIT_ANSWER,     /* answers a question */
    HABIT_CONFIRM,    /* lets the user try before it closes */
    HABIT_HAND,       /* lets the business choose */
    HABIT_CONDITIONS, /* agrees and re-tests what good looks like */
    HABIT_CLOSE,      /* closes tickets */
    HABIT_CORRECT,    /* takes back what was wrong before it is found out */
    HABIT_COUNT
};

struct bot_turn {
    const struct bot *bot;
    struct session *session;
    const struct scenario *sc;
    const struct sim_state *s;
};

/* Is it one of the times the team does it? nth tells occasions of one incident apart. */
int bot_does(const struct bot_turn *t, enum bot_habit habit, int32_t incident, int32_t nth);
/* 1 when done. Words come from the catalogue under "<bot.words>.<key>" with {customer} and {time}; key NULL: none. */
int bot_submit(const struct bot_turn *t, const struct sim_command *command, const char *key, int32_t time);
/* Rounds before this one that counted: 0 in the first. */
int32_t bot_rounds_before(const struct bot_turn *t);

/* --- what a team sees (bot_see.c) --- */
const struct incident *bot_pack(const struct bot_turn *t, incident_id i); /* NULL when the facilitator typed it */
int bot_is_open(const struct bot_turn *t, incident_id i);
int bot_is_running(const struct bot_turn *t, incident_id i); /* it works again, or was served */
int bot_has_asked(const struct bot_turn *t, incident_id i, customer_id c, enum question q);
/* Seconds since the customer was last told anything about it; since it opened when never. */
int32_t bot_untold_for(const struct bot_turn *t, incident_id i, customer_id c);
int bot_has_claimed(const struct bot_turn *t, incident_id i, customer_id c);
/* The strongest thing the team can say by what it knows. */
enum claim bot_knows(const struct bot_turn *t, incident_id i, customer_id c);
/* A time for the next call the customer can live with, -1 when there is none in this round. */
int32_t bot_next_call(const struct bot_turn *t, incident_id i, customer_id c);
/* The customer asked something about it that nobody has answered since. */
int bot_is_asked(const struct bot_turn *t, incident_id i, customer_id c, int32_t *said_at);
/* Acts of the team of this kind so far, in this round. */
int32_t bot_count(const struct bot_turn *t, int32_t kind);
/* Acts within the last fictional minute. */
int32_t bot_recent_acts(const struct bot_turn *t);
int32_t bot_speaker(const struct bot_turn *t, incident_id i);
/* The customer who said whose choice it is, or the one who weighs most. NOBODY while there is somebody to ask. */
customer_id bot_decider(const struct bot_turn *t, incident_id i, customer_id *ask_next);

/* --- acts --- */
int bot_say(const struct bot_turn *t, incident_id i, customer_id c, enum claim claim, int commit);
int bot_ask(const struct bot_turn *t, incident_id i, customer_id c, enum question q, work_id w);
typedef int bot_finder(const struct bot_turn *t, customer_id with);
bot_finder bot_calls, bot_greets, bot_answers, bot_commits, bot_asks_more, bot_tells, bot_breaks_silence, bot_confirms,
    bot_chooses, bot_agrees, bot_retests, bot_digs, bot_closes, bot_works, bot_asks_first, bot_slips, bot_hosts;
#endif
