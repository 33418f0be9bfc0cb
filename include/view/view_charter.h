#ifndef VIEW_VIEW_CHARTER_H
#define VIEW_VIEW_CHARTER_H
/*
 * The charter: "What will I see when I walk around here, that tells me you are
 * customer-focused?" Up to eight lines that somebody walking past could see or
 * hear, each tied to a behaviour that the game checks, or observed by hand.
 * Source idea: desired behaviour, which is so seldom defined.
 *
 *   struct view_charter v;
 *   view_charter_build(&arena, session, &v);
 *   charter_look(&arena, "We put quality first", &word)     CHARTER_UNSEEN
 *
 * Everything lives in the arena or the session; strings are never NULL.
 */
#include "base/arena.h"
#include "model/behaviours.h"
#include "model/limits.h"

struct session;   /* session/session.h */

enum { CHARTER_LINES = 8 };

struct charter_line {
    int32_t slot, behaviour;               /* behaviour NOBODY: observed by hand */
    const char *words;
    const char *checked;                   /* "Checked: ...", "Observed by hand" */
};
/* One that the game checks, in words for a wall. slot: the line it is tied to, NOBODY. */
struct charter_behaviour { const char *see, *checks; int32_t slot; };
struct view_charter {
    struct charter_line lines[CHARTER_LINES]; int count;
    int32_t free_slot;                     /* for one more line, NOBODY: the sheet is full */
    struct charter_behaviour behaviours[BEHAVIOUR_COUNT];
    const char *count_words;               /* "3 of 8 lines" */
    const char *team, *date;               /* who signs, and when; date "" when nobody said */
};
void view_charter_build(struct arena *arena, const struct session *session, struct view_charter *out);

/*
 * Would somebody walking past see it? The rule is small and honest: a line
 * needs a verb that can be seen or heard ("call", "ask", "write"), and a word
 * for a value ("respect", "quality") needs something beside it that can be
 * counted or timed: a figure, or a word such as "before" or "within". The
 * lists stand in the catalogue, an asterisk for any ending. A line that fails
 * is met with a question and kept all the same when the room wants it so.
 */
enum charter_sight { CHARTER_SEEN, CHARTER_UNSEEN, CHARTER_ABSTRACT };
/* *word: the word for a value, in the arena, "" but for ABSTRACT. */
enum charter_sight charter_look(struct arena *arena, const char *line, const char **word);
#endif
