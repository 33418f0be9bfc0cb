#include "assess/walk.h"

#include "base/number.h"

#include <string.h>

struct measure_row { const char *word; enum measure_group group; enum measure_unit unit; const char *idea; };

static const struct measure_row rows[MEASURE_COUNT] = {
#define MEASURE_ROW(NAME, word, GROUP, UNIT, idea) [MEASURE_##NAME] = {word, GROUP_##GROUP, UNIT_##UNIT, idea},
    MEASURES(MEASURE_ROW)
#undef MEASURE_ROW
};

/* What shows its items; value: only where it is no sum of them. */
struct measure_way { walker *walk; int32_t arg; walk_value_of *value; };

#define SELF(NAME, walk) [MEASURE_##NAME] = {walk, MEASURE_##NAME, 0}
#define VALUED(NAME, walk, value) [MEASURE_##NAME] = {walk, MEASURE_##NAME, value}
static const struct measure_way ways[MEASURE_COUNT] = {
    [MEASURE_INVOLVING] = {walk_score, SCORE_INVOLVING, 0}, [MEASURE_HONEST] = {walk_score, SCORE_HONEST, 0},
    [MEASURE_FOLLOW] = {walk_score, SCORE_FOLLOW, 0},
    SELF(VALUE_POSSIBLE, walk_value), SELF(VALUE_LOST, walk_value), SELF(VALUE_KEPT, walk_value),
    SELF(TARGETS_MET, walk_targets), SELF(RESTORED_IN_TIME, walk_incidents), SELF(RESTORED_LATE, walk_incidents),
    SELF(USER_CONFIRMED, walk_incidents), SELF(SERVED, walk_incidents), SELF(LAPSED, walk_incidents), SELF(LEFT, walk_incidents),
    SELF(REFUSED, walk_stages), SELF(ELSEWHERE, walk_stages), SELF(PREVENTED, walk_stages),
    SELF(DOWN, walk_spans), SELF(DEGRADED, walk_spans),
    SELF(WORK, walk_works), SELF(WORK_WASTED, walk_works), SELF(WORK_REPEATED, walk_works), SELF(CONVERSATION, walk_talks),
    SELF(TARGETS_MISSED, walk_targets_missed), SELF(CHANGES_UNASKED, walk_risks), SELF(HARMS, walk_stages),
    SELF(CLAIMS_AHEAD, walk_risks), SELF(FELL_BACK, walk_stages),
    SELF(UNFIXED, walk_open), SELF(UNCONFIRMED, walk_open), SELF(CLAIMS_OPEN, walk_open), SELF(PROMISES_OPEN, walk_open),
    SELF(WILL_FALL_BACK, walk_open),
    SELF(SPEED, walk_sides), SELF(QUALITY, walk_sides), SELF(SATISFACTION, walk_survey), SELF(RISK, walk_sides),
    VALUED(DELIVERED, walk_delivered, perception_value), VALUED(PERCEIVED, walk_perceived, perception_value),
    SELF(NOVELTY, walk_novelty),
    SELF(SURVEY_INCIDENTS, walk_survey), SELF(SURVEY_ROUND, walk_survey), SELF(SURVEY_ROOM, walk_room),
    [MEASURE_UNSEEN_ROUTINE] = {walk_matrix, PLACE_UNSEEN_ROUTINE, 0},
    [MEASURE_UNSEEN_DEVELOPMENTAL] = {walk_matrix, PLACE_UNSEEN_DEVELOPMENTAL, 0},
    [MEASURE_UNSEEN_UNIQUE] = {walk_matrix, PLACE_UNSEEN_UNIQUE, 0}, [MEASURE_SEEN_ROUTINE] = {walk_matrix, PLACE_SEEN_ROUTINE, 0},
    [MEASURE_SEEN_DEVELOPMENTAL] = {walk_matrix, PLACE_SEEN_DEVELOPMENTAL, 0}, [MEASURE_SEEN_UNIQUE] = {walk_matrix, PLACE_SEEN_UNIQUE, 0},
    SELF(SPOKE_INVOLVING, walk_spoke), SELF(SPOKE_HONESTY, walk_spoke), SELF(SPOKE_FOLLOW, walk_spoke),
    SELF(SPOKE_OWNERSHIP, walk_spoke), SELF(SPOKE_RESPECT, walk_spoke), SELF(SPOKE_LEARNING, walk_spoke),
    SELF(CARDS_SHARED, walk_attitude), SELF(BLAMES, walk_attitude), SELF(APOLOGIES, walk_attitude),
    SELF(COMPLAINTS_OWNED, walk_attitude), SELF(CHARTER_MARKS, walk_attitude),
    [MEASURE_FIRST_WORD] = {walk_behaviour, BEHAVIOUR_FIRST_WORD, 0}, [MEASURE_ASK_IMPACT] = {walk_behaviour, BEHAVIOUR_ASK_IMPACT, 0},
    [MEASURE_ASK_FIRST] = {walk_behaviour, BEHAVIOUR_ASK_FIRST, 0}, [MEASURE_LET_CHOOSE] = {walk_behaviour, BEHAVIOUR_LET_CHOOSE, 0},
    [MEASURE_AGREE_CONDITIONS] = {walk_behaviour, BEHAVIOUR_AGREE_CONDITIONS, 0},
    [MEASURE_USER_CONFIRMS] = {walk_behaviour, BEHAVIOUR_USER_CONFIRMS, 0},
    [MEASURE_NOBODY_WAITS] = {walk_behaviour, BEHAVIOUR_NOBODY_WAITS, 0},
    [MEASURE_SAY_WHAT_WE_KNOW] = {walk_behaviour, BEHAVIOUR_SAY_WHAT_WE_KNOW, 0},
    [MEASURE_BAD_NEWS_FIRST] = {walk_behaviour, BEHAVIOUR_BAD_NEWS_FIRST, 0}, [MEASURE_TAKE_BACK] = {walk_behaviour, BEHAVIOUR_TAKE_BACK, 0},
    [MEASURE_NAME_THE_CALL] = {walk_behaviour, BEHAVIOUR_NAME_THE_CALL, 0}, [MEASURE_KEEP_THE_CALL] = {walk_behaviour, BEHAVIOUR_KEEP_THE_CALL, 0},
    [MEASURE_OWN_IT] = {walk_behaviour, BEHAVIOUR_OWN_IT, 0},
    SELF(SHARED_WORK, walk_spread), SELF(SHARED_TALK, walk_spread), SELF(ACROSS_INCIDENTS, walk_across),
    SELF(IN_QUIET, walk_load), SELF(UNDER_LOAD, walk_load), VALUED(BAD_NEWS_SPEED, walk_told, told_value),
    SELF(COMMITMENTS_KEPT, walk_commitments), SELF(HELD_ROUNDS, walk_held), SELF(VOUCHERS, walk_vouchers),
    [MEASURE_BUSINESS_DECIDES] = {walk_sources, SOURCE_BIT(GO_AHEAD) | SOURCE_BIT(CONTENTION), 0},
    VALUED(TRUSTED, walk_perceived, trusted_value), SELF(OFFERS_SERVED, walk_offers), VALUED(MATURITY, walk_gates, maturity_value),
};
#undef SELF
#undef VALUED

static int exists(int32_t measure)
{
    return measure >= 0 && measure < MEASURE_COUNT;
}

const char *measure_word(int32_t measure)
{
    return exists(measure) ? rows[measure].word : "";
}

int32_t measure_from_word(const char *word)
{
    for (int32_t k = 0; k < MEASURE_COUNT; k++)
        if (strcmp(rows[k].word, word) == 0)
            return k;
    return -1;
}

enum measure_group measure_group(int32_t measure)
{
    return exists(measure) ? rows[measure].group : GROUP_COUNT;
}

const char *measure_group_word(int32_t group)
{
    static const char *const words[GROUP_COUNT] = {"scores", "account", "sides", "perception", "survey", "matrix", "spokes",
                                                   "attitude", "behaviour", "culture", "maturity"};
    return group >= 0 && group < GROUP_COUNT ? words[group] : "";
}

enum measure_unit measure_unit(int32_t measure)
{
    return exists(measure) ? rows[measure].unit : UNIT_COUNT;
}

const char *measure_idea(int32_t measure)
{
    return exists(measure) ? rows[measure].idea : "";
}

void measure_visit(const struct assess_reading *r, int32_t measure, round_id round, assess_visit *visit, void *context)
{
    struct walk w = {r, r->scenario, &r->state, measure, round, visit, context};
    if (exists(measure))
        ways[measure].walk(&w, ways[measure].arg);
}

/* --- adding up --- */

struct sum { int64_t points, possible, rule_points, rule_possible; int32_t items, rule_items, disputed, overruled; };

static void add(void *context, const struct assess_item *item)
{
    struct sum *sum = context;
    sum->points += item->points;
    sum->possible += item->possible;
    sum->rule_points += item->rule_points;
    sum->rule_possible += item->rule_possible;
    sum->items += item->points != 0 || item->possible != 0;
    sum->rule_items += item->rule_points != 0 || item->rule_possible != 0;
    sum->disputed += item->disputed != 0;
    sum->overruled += item->mark != NOBODY && !item->disputed;
}

static int32_t bounded(int64_t n)
{
    return n < INT32_MIN ? INT32_MIN : n > INT32_MAX ? INT32_MAX : (int32_t)n;
}

/* The same rounding as score_percent(). */
static int32_t share(int64_t points, int64_t possible, int32_t items)
{
    if (items < MEASURE_FEWEST || possible <= 0)
        return -1;
    return number_clamp(bounded((200 * points + possible) / (2 * possible)), 0, 100);
}

struct measure_value measure_read(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct sum sum = {0};
    int32_t value, by_rule;
    if (!exists(measure) || (round != NOBODY && !assess_has_round(r, round)))
        return (struct measure_value){.value = -1, .by_rule = -1};
    measure_visit(r, measure, round, add, &sum);
    if (ways[measure].value != 0) {
        value = ways[measure].value(r, measure, round, 0);
        by_rule = ways[measure].value(r, measure, round, 1);
    } else if (rows[measure].unit == UNIT_SHARE) {
        value = share(sum.points, sum.possible, sum.items);
        by_rule = share(sum.rule_points, sum.rule_possible, sum.rule_items);
    } else {
        value = number_max(0, bounded(sum.points));
        by_rule = number_max(0, bounded(sum.rule_points));
    }
    return (struct measure_value){value, bounded(sum.points), bounded(sum.possible), sum.items, sum.disputed, sum.overruled, by_rule};
}
