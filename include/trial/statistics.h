#ifndef TRIAL_STATISTICS_H
#define TRIAL_STATISTICS_H
/*
 * Figures of many sessions in memory that does not grow with them: counts,
 * sums and a histogram, all whole numbers, so that adding in any order (by any
 * number of threads) gives the same.
 *
 *   struct tally t = {0};
 *   tally_add(&t, 81250);                     81.25 points
 *   tally_mean(&t), tally_percentile(&t, 95)
 *
 * Values are thousandths of a point or of a percent, from TALLY_LOW to
 * TALLY_HIGH: a score counted by raw points falls to -50 when everything was
 * broken. Percentiles are exact to a tenth of a point.
 *
 * Sources: Wilson, "Probable inference, the law of succession, and statistical
 * inference", J. Am. Stat. Assoc. 22 (1927), for shares (holds near 0 and 100
 * percent, where the usual formula gives an interval of no width); Hyndman and
 * Fan, "Sample quantiles in statistical packages" (1996), definition 1, for
 * percentiles.
 */
#include <stdint.h>

enum {
    TALLY_LOW = -50000, TALLY_HIGH = 100000, TALLY_STEP = 100,
    TALLY_BINS = (TALLY_HIGH - TALLY_LOW) / TALLY_STEP + 1
};

struct tally {
    int64_t count, sum, squares;
    int32_t low, high;                /* meaningful when count > 0 */
    int32_t bins[TALLY_BINS];
};
/* Both ends included. */
struct interval { int32_t low, high; };

void tally_add(struct tally *t, int32_t value);
void tally_merge(struct tally *into, const struct tally *from);
/* Rounded to the nearest; 0 when nothing was counted. */
int32_t tally_mean(const struct tally *t);
/* Standard deviation of the sample; 0 with fewer than two values. */
int32_t tally_deviation(const struct tally *t);
/* The smallest tenth of a point that at least this share of the values does not pass; percent 0 to 100. */
int32_t tally_percentile(const struct tally *t, int32_t percent);
/* 95 percent interval of the mean, by the normal approximation. */
struct interval tally_mean_interval(const struct tally *t);

/* A share in thousandths of a percent, 0 to 100000; 0 of nothing is 0. */
int32_t share_of(int64_t hits, int64_t all);
/* 95 percent interval of that share, by Wilson; of nothing: 0 to 100000. */
struct interval share_interval(int64_t hits, int64_t all);
#endif
