#include "trial/statistics.h"

#include "base/number.h"

#include <math.h>

/* Of the standard normal distribution: 95 percent lie within. */
static const double within_95 = 1.959963984540054;

void tally_add(struct tally *t, int32_t value)
{
    int32_t kept = number_clamp(value, TALLY_LOW, TALLY_HIGH);
    t->low = t->count == 0 ? kept : number_min(t->low, kept);
    t->high = t->count == 0 ? kept : number_max(t->high, kept);
    t->count++;
    t->sum += kept;
    t->squares += (int64_t)kept * kept;
    t->bins[(kept - TALLY_LOW) / TALLY_STEP]++;
}

void tally_merge(struct tally *into, const struct tally *from)
{
    if (from->count == 0)
        return;
    into->low = into->count == 0 ? from->low : number_min(into->low, from->low);
    into->high = into->count == 0 ? from->high : number_max(into->high, from->high);
    into->count += from->count;
    into->sum += from->sum;
    into->squares += from->squares;
    for (int k = 0; k < TALLY_BINS; k++)
        into->bins[k] += from->bins[k];
}

int32_t tally_mean(const struct tally *t)
{
    return t->count == 0 ? 0 : (int32_t)lround((double)t->sum / (double)t->count);
}

static double deviation(const struct tally *t)
{
    double n = (double)t->count, mean = (double)t->sum / n;
    double variance = ((double)t->squares - n * mean * mean) / (n - 1);
    return variance > 0 ? sqrt(variance) : 0;
}

int32_t tally_deviation(const struct tally *t)
{
    return t->count < 2 ? 0 : (int32_t)lround(deviation(t));
}

int32_t tally_percentile(const struct tally *t, int32_t percent)
{
    int64_t wanted = (t->count * percent + 99) / 100, seen = 0;
    if (t->count == 0)
        return 0;
    if (wanted < 1)
        return t->low;
    for (int k = 0; k < TALLY_BINS; k++) {
        seen += t->bins[k];
        if (seen >= wanted)
            return number_clamp(TALLY_LOW + k * TALLY_STEP, t->low, t->high);
    }
    return t->high;
}

struct interval tally_mean_interval(const struct tally *t)
{
    int32_t mean = tally_mean(t);
    int32_t half = t->count < 2 ? 0 : (int32_t)lround(within_95 * deviation(t) / sqrt((double)t->count));
    return (struct interval){mean - half, mean + half};
}

int32_t share_of(int64_t hits, int64_t all)
{
    return all <= 0 ? 0 : (int32_t)lround(100000.0 * (double)hits / (double)all);
}

static int32_t percent_of(double share)
{
    return number_clamp((int32_t)lround(100000.0 * share), 0, 100000);
}

struct interval share_interval(int64_t hits, int64_t all)
{
    if (all <= 0)
        return (struct interval){0, 100000};
    double n = (double)all, p = (double)hits / n, z2 = within_95 * within_95;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = within_95 / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return (struct interval){hits == 0 ? 0 : percent_of(middle - half),
                             hits == all ? 100000 : percent_of(middle + half)};
}
