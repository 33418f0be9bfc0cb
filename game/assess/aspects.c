#include "assess/aspects.h"

#include "base/number.h"

/* The measures of behaviour stand in the order of the behaviours. */
_Static_assert(MEASURE_OWN_IT - MEASURE_FIRST_WORD == BEHAVIOUR_OWN_IT && BEHAVIOUR_OWN_IT == BEHAVIOUR_COUNT - 1, "one for each");

const char *often_word(int32_t often)
{
    static const char *const words[] = {"too-few", "never", "seldom", "sometimes", "mostly", "always", "none", "some"};
    return often >= OFTEN_TOO_FEW && often <= OFTEN_SOME ? words[often] : "";
}

static enum often often_of(int32_t measure, const struct measure_value *v)
{
    if (measure_unit(measure) == UNIT_SECONDS)
        return v->items == 0 ? OFTEN_NONE : OFTEN_SOME;
    if (measure_unit(measure) != UNIT_SHARE)
        return v->value <= 0 ? OFTEN_NONE : OFTEN_SOME;
    if (v->value < 0)
        return OFTEN_TOO_FEW;
    if (v->points >= v->possible)
        return OFTEN_ALWAYS;
    if (v->points <= 0)
        return OFTEN_NEVER;
    return 3 * (int64_t)v->points >= 2 * (int64_t)v->possible ? OFTEN_MOSTLY
        : 3 * (int64_t)v->points >= v->possible ? OFTEN_SOMETIMES : OFTEN_SELDOM;
}

static enum measure_group group_of(enum aspect aspect)
{
    return aspect == ASPECT_ATTITUDE ? GROUP_ATTITUDE : aspect == ASPECT_BEHAVIOUR ? GROUP_BEHAVIOUR : GROUP_CULTURE;
}

/* The room's own survey is something that people said. */
static int belongs_to(int32_t measure, enum aspect aspect)
{
    return measure_group(measure) == group_of(aspect) || (aspect == ASPECT_ATTITUDE && measure == MEASURE_SURVEY_ROOM);
}

int32_t aspect_list(const struct assess_reading *r, enum aspect aspect, round_id round, struct aspect_statement out[ASPECT_STATEMENTS])
{
    int32_t count = 0;
    for (int32_t k = 0; k < MEASURE_COUNT && count < ASPECT_STATEMENTS; k++) {
        if (!belongs_to(k, aspect))
            continue;
        struct measure_value v = measure_read(r, k, round);
        out[count++] = (struct aspect_statement){k, often_of(k, &v), v};
    }
    return count;
}

const char *spread_word(int32_t spread)
{
    static const char *const words[] = {"too-few", "hero", "few", "everybody"};
    return spread >= SPREAD_TOO_FEW && spread <= SPREAD_EVERYBODY ? words[spread] : "";
}

enum spread spread_of(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct measure_value v = measure_read(r, measure, round);
    if (r->state.member_count < SPREAD_TEAM || v.value < 0 || v.items < number_max(MEASURE_FEWEST, r->state.member_count))
        return SPREAD_TOO_FEW;
    return v.value <= SPREAD_HERO_TO ? SPREAD_HERO : v.value >= SPREAD_EVERYBODY_FROM ? SPREAD_EVERYBODY : SPREAD_FEW;
}

int32_t load_gap(const struct assess_reading *r, round_id round)
{
    struct measure_value quiet = measure_read(r, MEASURE_IN_QUIET, round), load = measure_read(r, MEASURE_UNDER_LOAD, round);
    return quiet.value < 0 || load.value < 0 ? LOAD_UNKNOWN : quiet.value - load.value;
}
