/* Between two rounds: improvements, ambassadors, commitments, the charter. */
#include "players/policy.h"
#include "players/player.h"

#include "model/behaviours.h"

enum { BETWEEN_CHOSEN = 2, BETWEEN_SLOTS = 3, BETWEEN_LINES = 4, BETWEEN_TRIES = 32 };

/* What people say when they promise it to each other: text keys "<prefix>.pledge.<behaviour>". */
static const char *const pledges[BEHAVIOUR_COUNT] = {
#define BETWEEN_PLEDGE(number, NAME, word) [number] = "pledge." word,
    BEHAVIOURS(BETWEEN_PLEDGE)
#undef BETWEEN_PLEDGE
};

/* --- improvements --- */

static incident_id any_root_cause(const struct turn *t)
{
    for (incident_id i = 0; i < see_all_incidents(t); i++)
        if (see_root_cause_is_open(t, i))
            return i;
    return NOBODY;
}

/* Nobody can see the answer: the spine is a guess, another one each time. */
static int improve(struct turn *t, int32_t nth)
{
    struct sim_command c = sim_command_make(SIM_CMD_IMPROVE);
    c.improve.improvement = nth;
    c.improve.on = 1;
    c.improve.incident = c.improve.spine = NOBODY;
    if (see_improvement(t, nth) == IMPROVE_ROOT_CAUSE) {
        c.improve.incident = any_root_cause(t);
        c.improve.spine = policy_draw(t, DRAW_BETWEEN, 1, see_rounds_played(t), 0, SPINE_COUNT - 1);
        if (c.improve.incident < 0)
            return 0;
    }
    return policy_wish(t, &c, NULL, -1);
}

/* Which, is this room's own taste. */
static int improves(struct turn *t)
{
    int32_t n = see_improvements(t);
    if (n == 0 || see_rounds_played(t) == 0 || see_chosen_now(t) >= BETWEEN_CHOSEN)
        return 0;
    for (int32_t k = 0; k < BETWEEN_TRIES; k++) {
        int32_t nth = policy_draw(t, DRAW_BETWEEN, 100 + see_rounds_played(t), k, 0, n - 1);
        int again = see_improvement(t, nth) == IMPROVE_ROOT_CAUSE;
        if ((!see_is_chosen(t, nth) || again) && improve(t, nth))
            return 1;
    }
    return 0;
}

static int names_ambassadors(struct turn *t)
{
    if (!see_has_improved(t, IMPROVE_AMBASSADOR))
        return 0;
    for (customer_id c = 0; c < see_customers(t) && see_members(t) > 0; c++)
        if (see_ambassador(t, c) < 0) {
            struct sim_command name = sim_command_make(SIM_CMD_AMBASSADOR);
            name.ambassador.customer = c;
            name.ambassador.member = c % see_members(t);
            if (policy_wish(t, &name, NULL, -1))
                return 1;
        }
    return 0;
}

/* --- pledges --- */

/* Three different ones: a step through all of them that meets none twice. */
static int32_t behaviour_of(const struct turn *t, int32_t slot)
{
    int32_t first = policy_draw(t, DRAW_BETWEEN, 200, see_rounds_played(t), 0, BEHAVIOUR_COUNT - 1);
    return (first + slot * 5) % BEHAVIOUR_COUNT;
}

/* An ordinary room also promises itself something that no rule can see. */
static int is_by_hand(const struct turn *t, int32_t slot)
{
    return see_kind(t) == PLAYER_MIXED && slot == BETWEEN_SLOTS - 1;
}

static int commits(struct turn *t)
{
    for (int32_t slot = 0; slot < BETWEEN_SLOTS; slot++) {
        if (see_is_committed(t, slot))
            continue;
        struct sim_command c = sim_command_make(SIM_CMD_COMMIT);
        int by_hand = is_by_hand(t, slot);
        c.commit.slot = slot;
        c.commit.behaviour = by_hand ? NOBODY : behaviour_of(t, slot);
        c.commit.member = slot < see_members(t) ? slot : NOBODY;
        if (policy_wish(t, &c, by_hand ? "pledge.by-hand" : pledges[c.commit.behaviour], -1))
            return 1;
    }
    return 0;
}

static int writes_charter(struct turn *t)
{
    static const int32_t lines[BETWEEN_LINES] = {BEHAVIOUR_FIRST_WORD, BEHAVIOUR_SAY_WHAT_WE_KNOW, BEHAVIOUR_KEEP_THE_CALL,
                                                 BEHAVIOUR_USER_CONFIRMS};
    for (int32_t slot = 0; slot < BETWEEN_LINES; slot++) {
        if (see_is_chartered(t, slot))
            continue;
        struct sim_command c = sim_command_make(SIM_CMD_CHARTER);
        c.charter.slot = slot;
        c.charter.behaviour = lines[slot];
        if (policy_wish(t, &c, pledges[lines[slot]], -1))
            return 1;
    }
    return 0;
}

/* What no rule could see is marked by hand when the round is over. */
static int marks(struct turn *t)
{
    for (int32_t slot = 0; slot < BETWEEN_SLOTS; slot++) {
        if (!see_is_by_hand(t, slot))
            continue;
        struct sim_command c = sim_command_make(SIM_CMD_MARK);
        c.mark.what = PLEDGE_COMMITMENT;
        c.mark.slot = slot;
        c.mark.member = NOBODY;
        c.mark.round = see_round(t);
        c.mark.outcome = policy_draw(t, DRAW_BETWEEN, 300, see_rounds_played(t), OUTCOME_MET, OUTCOME_PARTLY);
        if (policy_wish(t, &c, NULL, -1))
            return 1;
    }
    return 0;
}

int policy_between(struct turn *t)
{
    if (marks(t))
        return 1;
    if (see_rounds_played(t) == 0 || !see_is_round_to_come(t) || !policy_does(t, HABIT_IMPROVE, NOBODY, see_rounds_played(t)))
        return 0;
    return improves(t) || names_ambassadors(t) || commits(t) || writes_charter(t);
}
