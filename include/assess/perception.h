#ifndef ASSESS_PERCEPTION_H
#define ASSESS_PERCEPTION_H
/*
 * What was delivered beside what was perceived. A watermelon is green outside
 * and red inside: targets met, customers lost. Source ideas: perceived-value,
 * novelty-fades.
 *
 *   perception_read(reading, round, &p);
 *
 * measure    value                                                           items
 * ---------  --------------------------------------------------------------  ----------------------------------------
 * delivered  percent: mean of restore targets met and value kept             those of targets-met and of value-kept
 *            (sim/score.h); all rounds: the mean of the rounds' own
 * perceived  trust and satisfaction, weighted by customer, at the round's    what moved trust, and what said something
 *            end; all rounds: at the last                                    new pleased
 * novelty    percent of the first round's worth that a gain from something   each such gain: what it brought of what it
 *            new still brought                                               would have brought when it was new
 */
#include "assess/measure.h"

/* A round is a watermelon from so many delivered, and perceived lower by so many points: see perception_is_watermelon. */
enum { WATERMELON_DELIVERED = 70, WATERMELON_GAP = 20 };

struct perception { int32_t delivered, perceived, watermelon, novelty, fade, gains; };   /* fade: percent of FIGURE_FADE's rule; gains: items of novelty */
void perception_read(const struct assess_reading *r, round_id round, struct perception *out);
int perception_is_watermelon(int32_t delivered, int32_t perceived);
#endif
