#ifndef VIEW_WORDING_FIGURE_H
#define VIEW_WORDING_FIGURE_H
/*
 * A figure about the team in words: its name, its value in its unit, and the
 * counts behind it. Counts come first: a share says how many of how many
 * before it says percent, and "too few to tell" where it must not be told.
 *
 *   const struct assess_reading *r = reading_of(arena, session);
 *   wording_figure(MEASURE_SPEED)                                  "Speed"
 *   struct figure_words v = wording_figure_value(&w, r, MEASURE_SPEED, round);
 *   v.value "78 %", v.counts "7 of 9, 1 partly"
 *
 * Sentences stand in assets/text/<language>/figure.json, keys "figure.<word>".
 */
#include "assess/measure.h"
#include "view/wording.h"

/* value: never ""; of: those that came out whole, of those that count; rest: those that were partly so, or broken; counts:
 * both, each "" but for shares; by_rule: the value without
 * what people overruled, "" where that is the same. percent: a share or points, 0 to 100, -1 where there is none. */
struct figure_words { const char *value, *counts, *of, *rest, *by_rule; int percent, whole, items, disputed; };

const char *wording_figure(int32_t measure);
/* Of the items that count: those that came out whole, partly, or broken. */
struct figure_tally { int whole, partly, broken, items; };
struct figure_tally figure_tally(const struct assess_reading *r, int32_t measure, round_id round);
struct figure_words wording_figure_value(const struct wording *w, const struct assess_reading *r, int32_t measure, round_id round);
/* What was new becomes old (MEASURE_NOVELTY): what the same pleasures brought in this round of what they would have brought
 * in the first; "" where nothing has faded yet. In public without figures, and only where it happened. */
const char *wording_novelty(const struct wording *w, const struct assess_reading *r, round_id round);
const char *wording_novelty_public(const struct assess_reading *r, round_id round);
/* "34 min", "1 h 10 min". */
const char *wording_span(struct arena *arena, int32_t seconds);

/* The session's events read anew; it lives in the arena. */
const struct assess_reading *reading_of(struct arena *arena, const struct session *session);
#endif
