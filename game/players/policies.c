/* Who plays how. */
#include "players/policy.h"
#include "players/player.h"

#include "base/chance.h"

#define NEVER(habit) (UINT32_C(1) << (habit))
/* Everything that is said to somebody. */
#define SILENT                                                                                                         \
    (NEVER(HABIT_GREET) | NEVER(HABIT_IMPACT) | NEVER(HABIT_ASK_MORE) | NEVER(HABIT_GO_AHEAD) | NEVER(HABIT_COMMIT) |  \
     NEVER(HABIT_CALL) | NEVER(HABIT_UPDATE) | NEVER(HABIT_TELL) | NEVER(HABIT_ANSWER) | NEVER(HABIT_CONFIRM) |        \
     NEVER(HABIT_HAND) | NEVER(HABIT_DECIDE) | NEVER(HABIT_CONDITIONS) | NEVER(HABIT_CORRECT) | NEVER(HABIT_IMPROVE) |       \
     NEVER(HABIT_HELP) | NEVER(HABIT_SORRY))

/* What needs nobody's word but an update. */
#define WORDLESS                                                                                                       \
    (NEVER(HABIT_COMMIT) | NEVER(HABIT_CALL) | NEVER(HABIT_UPDATE) | NEVER(HABIT_TELL) | NEVER(HABIT_CORRECT))
#define DECIDES NEVER(HABIT_DECIDE)

static const struct policy focused = {.never = DECIDES};
static const struct policy technician = {.never = SILENT};

/* Vices and cheats play as well as they can beside what they are named for. */
static const struct policy policies[PLAYER_KIND_COUNT] = {
    [PLAYER_CUSTOMER_FOCUSED] = {.never = DECIDES},
    [PLAYER_TECHNICIAN] = {.never = SILENT},
    /* tells what pleases and nothing else, at once, and takes nothing back */
    [PLAYER_PLEASER] = {.never = DECIDES | NEVER(HABIT_CORRECT), .claims = CLAIMS_PLEASING, .fixes = FIXES_AT_ONCE},
    /* means it, promises it again to whoever asks, and does not come back to it */
    [PLAYER_FORGETTER] = {.never = DECIDES | NEVER(HABIT_CALL) | NEVER(HABIT_UPDATE) | NEVER(HABIT_TELL) | NEVER(HABIT_CONFIRM) |
                                   NEVER(HABIT_CLOSE) | NEVER(HABIT_CORRECT) | NEVER(HABIT_ANSWER) | NEVER(HABIT_MILESTONE) |
                                   NEVER(HABIT_SORRY),
                          .first = {policy_promises_again}},
    [PLAYER_GATEKEEPER] = {.never = NEVER(HABIT_HAND) | NEVER(HABIT_GO_AHEAD) | NEVER(HABIT_IMPACT) | NEVER(HABIT_ASK_MORE) |
                                    NEVER(HABIT_CONDITIONS) | NEVER(HABIT_CONFIRM),
                           .first = {policy_refuses}},
    [PLAYER_HERO] = {.never = DECIDES},
    [PLAYER_RANDOM] = {.never = UINT32_MAX, .last = {policy_acts_at_random}},
    [PLAYER_NO_PROMISE] = {.never = DECIDES | NEVER(HABIT_COMMIT), .calls = CALLS_NONE},
    [PLAYER_NO_CLAIM] = {.never = DECIDES | WORDLESS, .claims = CLAIMS_NONE, .first = {policy_only_promises}},
    [PLAYER_DO_NOT_KNOW] = {.never = DECIDES, .claims = CLAIMS_DO_NOT_KNOW},
    [PLAYER_FAR_PROMISE] = {.never = DECIDES, .calls = CALLS_FAR},
    [PLAYER_RENEGOTIATOR] = {.never = DECIDES, .first = {policy_renegotiates}},
    [PLAYER_NEVER_CLOSES] = {.never = DECIDES | NEVER(HABIT_CONFIRM) | NEVER(HABIT_CLOSE)},
    [PLAYER_ASKER] = {.never = DECIDES | NEVER(HABIT_UPDATE), .last = {policy_asks_again}},
    [PLAYER_BEGGAR] = {.never = DECIDES, .last = {policy_begs}},
    [PLAYER_TALKER] = {.never = DECIDES | NEVER(HABIT_WORK)},
    [PLAYER_REFUSER] = {.never = DECIDES | NEVER(HABIT_WORK), .first = {policy_refuses_all}},
    [PLAYER_WEAKEST] = {.never = DECIDES, .claims = CLAIMS_WEAKEST},
    [PLAYER_CORRECTOR] = {.never = DECIDES, .claims = CLAIMS_AHEAD, .first = {policy_takes_back}},
    [PLAYER_SANDBAGGER] = {.never = DECIDES, .fixes = FIXES_SANDBAG},
    [PLAYER_TINY_STEPS] = {.never = DECIDES, .calls = CALLS_TINY},
    [PLAYER_LATE_PROMISER] = {.never = DECIDES, .calls = CALLS_CERTAIN},
    [PLAYER_BYSTANDERS] = {.never = DECIDES, .last = {policy_tells_bystanders}},
    [PLAYER_SELF_CONFIRMED] = {.never = DECIDES | NEVER(HABIT_CONFIRM), .claims = CLAIMS_CONFIRMED},
    [PLAYER_SORRY_FIRST] = {.never = DECIDES, .first = {policy_says_sorry_first}},
    [PLAYER_ACKNOWLEDGER] = {.never = SILENT & ~NEVER(HABIT_GREET)},
    [PLAYER_BLANKET] = {.never = DECIDES | NEVER(HABIT_GO_AHEAD), .first = {policy_asks_all_at_once}},
    [PLAYER_PASSER] = {.never = DECIDES, .first = {policy_hands_over_at_once}},
    [PLAYER_JUST_IN_TIME] = {.never = DECIDES, .claims = CLAIMS_AHEAD, .first = {policy_takes_back_late}},
    [PLAYER_OFFERER] = {.never = DECIDES, .first = {policy_refuses_with_offer}},
    [PLAYER_COMPLAINER] = {.never = DECIDES, .last = {policy_complains}},
    [PLAYER_VERIFIER] = {.never = DECIDES | NEVER(HABIT_UPDATE), .last = {policy_verifies_again}},
    [PLAYER_SHOW_WORKER] = {.never = DECIDES, .first = {policy_stops_work}},
};

static const struct policy *of_learner(const struct turn *t)
{
    return see_rounds_before(t) < 2 || see_warm_up(t) ? &technician : &focused;
}

static const struct policy *of_graded(const struct turn *t, incident_id i)
{
    static const int32_t percent[] = {25, 50, 75, 90};
    int32_t good = percent[see_kind(t) - PLAYER_GRADED_25];
    return i < 0 || chance_hit(see_seed(t), DRAW_GRADE, i, 0, good) ? &focused : &technician;
}

static int is_heaviest(const struct turn *t, customer_id c)
{
    for (customer_id other = 0; other < see_customers(t); other++)
        if (see_weight(t, other) > see_weight(t, c))
            return 0;
    return 1;
}

const struct policy *policy_of(const struct turn *t, incident_id i)
{
    int32_t kind = see_kind(t);
    if (kind == PLAYER_LEARNER)
        return of_learner(t);
    if (kind == PLAYER_LAST_ROUND)
        return see_last_round(t) ? &focused : &technician;
    if (kind == PLAYER_HEAVY_ONLY)
        return i < 0 || is_heaviest(t, see_incident(t, i)->reporter) ? &focused : &technician;
    return player_is_graded(kind) ? of_graded(t, i) : &policies[kind];
}

/* An ordinary room, in percent: in the first round that counts, and after it. The order is that of enum habit. */
static int32_t ordinary(const struct turn *t, enum habit habit)
{
    static const int32_t first[HABIT_COUNT] = {80, 50, 40, 45, 75, 20, 30, 45, 50, 50, 0, 50, 60, 0, 100, 100, 100, 0, 10, 100};
    static const int32_t later[HABIT_COUNT] = {100, 85, 75, 85, 90, 96, 75, 90, 85, 90, 100, 100, 90, 90, 100, 100, 100, 0, 40, 100};
    return see_rounds_before(t) > 0 ? later[habit] : first[habit];
}

int policy_does(const struct turn *t, enum habit habit, incident_id i, int32_t nth)
{
    if (policy_of(t, i)->never >> habit & 1)
        return 0;
    return see_kind(t) != PLAYER_MIXED || chance_hit(see_seed(t), DRAW_HABIT + (int32_t)habit, i, nth, ordinary(t, habit));
}
