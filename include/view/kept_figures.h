#ifndef VIEW_KEPT_FIGURES_H
#define VIEW_KEPT_FIGURES_H
/*
 * The figures of a session that are kept to be compared with those of others:
 * small enough to keep thousands of them without opening a file.
 *
 *   kept_figures_build(&arena, session, &figures, &count);
 *
 * Of each round that counts and has ended, by its place among those (0, 1, ...),
 * and of all of them together (FIGURES_ALL). Of a finished workshop also what
 * its follow-ups said, the round being the follow-up: 0 after 30, 1 after 60,
 * 2 after 90 days. Nothing of it tells who somebody is.
 *
 * value: as in assess/measure.h, -1 too few or nothing to tell; whole of
 * items: those that came out whole, of those that count; hands where hands
 * were counted. A show of fewer than FIGURES_HANDS hands is not kept.
 */
#include "base/arena.h"
#include <stdint.h>

struct session; /* session/session.h */

enum { FIGURES_ALL = -1, FIGURES_HANDS = 5 };
/* Beside enum measure: actions kept of those asked about, and hands of 4 or 5 in the survey, at a follow-up. */
enum { FIGURES_ACTIONS = 1000, FIGURES_LATER };

struct kept_figure { int32_t figure, round, value, whole, items, points, possible; };

/* Figures of another version were made by other rules, and are to be made again. Never 0. */
int64_t kept_figures_version(void);
void kept_figures_build(struct arena *arena, const struct session *session, struct kept_figure **figures, int *count);
#endif
