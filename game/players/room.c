/* An ordinary room: what it slips into, what it makes good, and what the facilitator does beside it. */
#include "players/policy.h"
#include "players/player.h"

#include "base/number.h"

enum { ROOM_SLIP_AFTER = 240, ROOM_BLAME_AFTER = 50 * 60, ROOM_SEEN_AFTER = 30 * 60, ROOM_SUPPLIER = 2 };

static int is_ordinary(const struct turn *t)
{
    return see_kind(t) == PLAYER_MIXED && !see_warm_up(t);
}

/* "Under control", once, while nothing contains it. */
static int reassures(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_claims(t); k++)
        if (see_claim(t, k).lacked)
            return 0;
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        int failing = seen->kind == INCIDENT_FAILURE && seen->restored < 0 && see_now(t) - seen->opened >= ROOM_SLIP_AFTER;
        if (failing && policy_is_with(with, seen->reporter) && policy_knows(t, i, seen->reporter) < CLAIM_UNDER_CONTROL &&
            policy_say(t, i, seen->reporter, CLAIM_UNDER_CONTROL, COMMIT_NOT))
            return 1;
    }
    return 0;
}

static int blames(struct turn *t, customer_id with)
{
    if (see_now(t) - see_round_from(t) < ROOM_BLAME_AFTER || see_acts(t, SIM_CMD_BLAME) > 0)
        return 0;
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (seen->first_contact < 0 || !policy_is_with(with, seen->reporter))
            continue;
        if (policy_word(t, SIM_CMD_BLAME, seen->reporter, i, ROOM_SUPPLIER))
            return 1;
    }
    return 0;
}

/* A later round begins with a word about the earlier one. */
static int apologises(struct turn *t, customer_id with)
{
    for (int32_t k = 0; see_acts(t, SIM_CMD_APOLOGISE) == 0 && see_rounds_before(t) == 1 && k < see_claims(t); k++) {
        struct seen_claim claim = see_claim(t, k);
        if (!claim.found_out || !claim.lacked || claim.round == see_round(t) || !policy_is_with(with, claim.customer))
            continue;
        if (policy_word(t, SIM_CMD_APOLOGISE, claim.customer, claim.incident, claim.act))
            return 1;
    }
    return 0;
}

int policy_slips(struct turn *t, customer_id with)
{
    if (!is_ordinary(t))
        return 0;
    if (see_rounds_before(t) > 0)
        return apologises(t, with);
    return reassures(t, with) || blames(t, with);
}

/* --- the facilitator --- */

static int observes(struct turn *t)
{
    int later = see_rounds_before(t) > 0;
    if (see_acts(t, SIM_CMD_OBSERVE) > 0)
        return 0;
    for (int32_t m = 0; m < see_markers(t); m++) {
        if (see_marker_is_good(t, m) != later)
            continue;
        struct sim_command observe = sim_command_make(SIM_CMD_OBSERVE);
        observe.observe.marker = m;
        observe.observe.member = NOBODY;
        observe.observe.customer = NOBODY;
        return policy_wish(t, &observe, NULL, -1);
    }
    return 0;
}

/* The first promise kept on time in a later round is worth a voucher. */
static int rewards(struct turn *t)
{
    for (int32_t k = 0; see_rounds_before(t) > 0 && see_acts(t, SIM_CMD_VOUCHER) == 0 && k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        if (p.round != see_round(t) || !p.kept)
            continue;
        struct sim_command voucher = sim_command_make(SIM_CMD_VOUCHER);
        voucher.voucher.customer = p.customer;
        voucher.voucher.member = p.member;
        voucher.voucher.incident = p.incident;
        voucher.voucher.act = p.act;
        return policy_wish(t, &voucher, "voucher", p.due);
    }
    return 0;
}

static int notes(struct turn *t)
{
    if (see_acts(t, SIM_CMD_NOTE) > 0 || see_rounds_before(t) > 1)
        return 0;
    struct sim_command note = sim_command_make(SIM_CMD_NOTE);
    note.note.incident = note.note.customer = NOBODY;
    return policy_wish(t, &note, see_rounds_before(t) > 0 ? "note.later" : "note.first", -1);
}

int policy_hosts(struct turn *t, customer_id with)
{
    if (!is_ordinary(t) || with != NOBODY || see_now(t) - see_round_from(t) < ROOM_SEEN_AFTER)
        return 0;
    return observes(t) || rewards(t) || notes(t);
}
