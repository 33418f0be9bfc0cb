#ifndef SIM_SCORE_H
#define SIM_SCORE_H
/*
 * The three scores and what stands beside them: a fold over events, so that
 * any stored session can be scored again when a rule is corrected.
 *
 *   score_begin(&sheet, scenario, &setup);
 *   for each event: score_fold(&sheet, scenario, &event);
 *   sheet.rounds[round] ...
 *
 * or score_of_state() which reads the moments of a state: the two agree, and
 * a test holds them to it.
 *
 * met 2, partly 1, missed 0, broken -1 points; possible is 2 a moment.
 * Disputed and not applicable moments do not count; an overruled one counts
 * as overruled. The warm-up is not counted.
 */
#include "sim/sim.h"

struct score_counts {
    int32_t met, partly, missed, broken, disputed, overruled;
    int32_t points, possible;      /* raw: may be negative */
};
struct round_figures {
    struct score_counts scores[SCORE_COUNT];
    int32_t targets_met, targets;          /* restore targets: met or fallen due */
    int32_t value_lost, value_possible;    /* in the pack's unit */
    int32_t delivered;                     /* 0 to 100 percent: mean of restore targets met and value kept; -1 nothing to tell yet */
    int32_t perceived;                     /* 0 to 100: trust and satisfaction, weighted by customer */
    int32_t trust[LIMIT_CUSTOMERS], satisfaction[LIMIT_CUSTOMERS];   /* 0 to 100 at the round's end (or now) */
    int32_t promises, promises_kept;
    int32_t targets_ahead;                 /* not restored, and their second is still to come */
    int32_t acts, visible;                 /* acts of the team, and those the customers could see */
};
enum { SCORE_TOO_FEW = 3 };                /* fewer moments: "too few to tell" */

/* Percent of a score, 0 to 100, never below 0; -1 when there are too few moments. */
int32_t score_percent(const struct score_counts *c);
int32_t score_moments(const struct score_counts *c);   /* counted moments */
/* The outcome that counts for this moment: overruled, or the rule's; NONE when disputed or unscored. */
enum outcome score_outcome(const struct sim_moment *m);

/* Figures of a round as the state stands: feelings and service values are those of now,
 * so ask for the running or the last round; the sheet below keeps earlier ones. */
struct round_figures score_figures(const struct sim_state *s, const struct scenario *sc, round_id round);

struct score_sheet {
    struct round_figures rounds[LIMIT_ROUNDS];
    struct sim_state state;                /* rebuilt from the events */
};
void score_begin(struct score_sheet *sheet, const struct scenario *sc, const struct sim_setup *setup);
void score_fold(struct score_sheet *sheet, const struct scenario *sc, const struct sim_event *e);
/* Counts of a round straight from a state; round -1: all scored rounds. */
struct score_counts score_of_state(const struct sim_state *s, round_id round, enum score which);
#endif
