#ifndef VIEW_VIEW_HELP_H
#define VIEW_VIEW_HELP_H
/*
 * Help for whoever facilitates a round: what to ask the room now, made from
 * what has happened and what is open; who has been free for long although
 * work waits for them; which line of a customer was not heard yet.
 *
 *   struct view_help help;
 *   view_help_build(&arena, session, &help);
 *   int32_t line = view_help_line(session, customer, mood, turn);
 *
 * For the facilitator alone: it knows what the team does not. Nothing in it
 * names a fact that nobody has learned. Strings are never NULL and live in the
 * arena, the session or the catalogue. Outside a round it is empty.
 */
#include "base/arena.h"
#include "model/scenario.h"

struct session;   /* session/session.h */

enum { HELP_QUESTIONS = 3, HELP_IDLE_AFTER = 15 * 60 };   /* fictional seconds */

struct help_question { const char *ask, *why; };   /* "What does Mara think is happening?", "Mara has heard nothing for 22 minutes." */
struct view_help {
    struct help_question questions[HELP_QUESTIONS];
    int question_count;
    int32_t idle;              /* member free longest while work waits, NOBODY */
    int idle_asked;            /* one of the questions is about that */
    const char *idle_text;     /* "Lars has been free for 22 minutes, and “Restart the belt” waits", "" */
};

void view_help_build(struct arena *arena, const struct session *session, struct view_help *out);
/* Which line of that mood comes next: one that was heard least often; of those the one `turn` places on. -1: there is none. */
int32_t view_help_line(const struct session *session, customer_id customer, enum mood mood, int32_t turn);
#endif
