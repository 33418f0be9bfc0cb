#ifndef VIEW_VIEW_NEEDS_H
#define VIEW_VIEW_NEEDS_H
/*
 * What customers need, in three kinds, and what of it the team found out
 * (assess/needs.h). The facilitator, who plays the customers, sees all of it;
 * whatever the team may see comes from view_needs_public(), which never reads
 * a need that was not found.
 *
 *   const struct needs_watch *found = view_needs_watch(&arena, session);
 *   view_needs_of(&wording, found, customer, &needs)
 *
 * Strings live in the arena, the scenario or the catalogue, never NULL.
 */
#include "base/arena.h"
#include "sim/command.h"

struct needs_watch;   /* assess/needs.h */
struct session;       /* session/session.h */
struct wording;       /* view/wording.h */
struct wording_line;

/* word: "Delighter"; how: what brought it to light ("Asked at 14:05"), or for the facilitator what would. */
struct view_need { enum need_kind kind; int found; const char *word, *text, *how; };
struct view_needs { struct view_need items[LIMIT_NEEDS]; int count, hidden; };   /* hidden: of all those of the customer that are not found */

const struct needs_watch *view_needs_watch(struct arena *arena, const struct session *session);
void view_needs_of(const struct wording *w, const struct needs_watch *found, customer_id c, struct view_needs *out);
/* Those found. beyond: without those that were known from the start. */
void view_needs_public(const struct wording *w, const struct needs_watch *found, customer_id c, int beyond, struct view_needs *out);

/* What the event of that index brought to light, a line each; returns how many it wrote. */
int view_needs_lines(const struct wording *w, const struct needs_watch *found, int32_t index, struct wording_line *out, int room);

/* "Mara: One caller from IT" with the word of its kind, those that a round brought to light, in the order they were. */
struct view_need_line { const char *word, *text, *how; enum need_kind kind; };
int view_needs_round(const struct wording *w, const struct needs_watch *found, round_id round, struct view_need_line *out, int room);
/* The same with those found by nobody so far; for after the session. */
int view_needs_missed(const struct wording *w, const struct needs_watch *found, struct view_need_line *out, int room);
/* "Satisfiers found: 2 of 4. Delighters: 0 of 4." and what it means for the next round; "" for a pack without needs. */
const char *view_needs_counts(const struct wording *w, const struct needs_watch *found);
#endif
