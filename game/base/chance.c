#include "base/chance.h"
#include "base/hash.h"

#include <assert.h>
#include <sodium.h>

static uint32_t chance_draw(uint64_t seed, int32_t purpose, int32_t first, int32_t second)
{
    const int32_t key[] = {purpose, first, second};
    return (uint32_t)(hash_words(seed, key, 3) >> 32);
}

/* Multiply and shift: uneven by less than range / 2^32, far below what a play could show. */
int32_t chance_between(uint64_t seed, int32_t purpose, int32_t first, int32_t second, int32_t low, int32_t high)
{
    assert(low <= high);
    uint64_t range = (uint64_t)((int64_t)high - low) + 1;
    uint64_t step = chance_draw(seed, purpose, first, second) * range >> 32;
    return (int32_t)(low + (int64_t)step);
}

int chance_hit(uint64_t seed, int32_t purpose, int32_t first, int32_t second, int32_t percent)
{
    return chance_between(seed, purpose, first, second, 0, 99) < percent;
}

uint64_t chance_seed(void)
{
    uint64_t seed = 0;
    while (!seed) randombytes_buf(&seed, sizeof seed);
    return seed;
}
