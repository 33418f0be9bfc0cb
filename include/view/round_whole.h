#ifndef VIEW_ROUND_WHOLE_H
#define VIEW_ROUND_WHOLE_H
/*
 * The parts of view_round_build() that stand beside the scores: what was
 * agreed and what became of it, what was improved, what the customers
 * answered, and speed, quality, satisfaction and risk side by side.
 *
 *   round_whole_end(&w, round, &view->end)        a round that was played
 *   round_whole_next(&w, round, &view->next)      the one that comes
 *   round_whole_past(&w, view)                    all of them, and what the business decided
 *
 * Everything is made anew from the session's events; it lives in the arena.
 */
#include "view/view_round.h"
#include "view/wording.h"

void round_whole_end(const struct wording *w, round_id round, struct round_end *end);
void round_whole_next(const struct wording *w, round_id round, struct round_next *next);
void round_whole_past(const struct wording *w, struct view_round *out);
#endif
