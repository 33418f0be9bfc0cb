/* An ordinary room: what it slips into, what it makes good, and what the facilitator does beside it. */
#include "session/bot_inside.h"
#include "base/number.h"
#include "sim/claim.h"

enum { ROOM_SLIP_AFTER = 240, ROOM_BLAME_AFTER = 50 * 60, ROOM_SEEN_AFTER = 30 * 60 };

static int is_ordinary(const struct bot_turn *t)
{
    return t->bot->kind == BOT_MIXED && !t->sc->rounds[t->s->round].warm_up;
}

static int is_failing(const struct bot_turn *t, incident_id i)
{
    const struct sim_incident *incident = &t->s->incidents[i];
    return incident->open == 1 && incident->kind == INCIDENT_FAILURE && incident->restored < 0;
}

/* "Under control", once, while nothing contains it. */
static int reassures(const struct bot_turn *t, customer_id with)
{
    for (int32_t k = 0; k < t->s->claim_count; k++)
        if (claim_is_ahead(&t->s->claims[k])) return 0;
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        customer_id c = t->s->incidents[i].reporter;
        if (!is_failing(t, i) || t->s->now - t->s->incidents[i].opened < ROOM_SLIP_AFTER ||
            (with != NOBODY && with != c))
            continue;
        if (bot_knows(t, i, c) >= CLAIM_UNDER_CONTROL) continue;
        if (bot_say(t, i, c, CLAIM_UNDER_CONTROL, 0)) return 1;
    }
    return 0;
}

static int blames(const struct bot_turn *t, customer_id with)
{
    if (t->s->now - t->sc->rounds[t->s->round].from < ROOM_BLAME_AFTER || bot_count(t, SIM_CMD_BLAME) > 0) return 0;
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        customer_id c = t->s->incidents[i].reporter;
        if (!bot_is_open(t, i) || t->s->incidents[i].first_contact < 0 || (with != NOBODY && with != c)) continue;
        struct sim_command blame = sim_command_make(SIM_CMD_BLAME);
        blame.member = bot_speaker(t, i);
        blame.blame.customer = c;
        blame.blame.incident = i;
        blame.blame.target = 2;
        if (bot_submit(t, &blame, "blame", -1)) return 1;
    }
    return 0;
}

/* A later round begins with a word about the earlier one. */
static int apologises(const struct bot_turn *t, customer_id with)
{
    for (int32_t k = 0; bot_count(t, SIM_CMD_APOLOGISE) == 0 && k < t->s->claim_count; k++) {
        const struct sim_claim *claim = &t->s->claims[k];
        if (claim->settled != CLAIM_FOUND_OUT || !claim_is_ahead(claim) || claim->round == t->s->round) continue;
        if (with != NOBODY && with != claim->customer) continue;
        struct sim_command sorry = sim_command_make(SIM_CMD_APOLOGISE);
        sorry.member = bot_speaker(t, claim->incident);
        sorry.apologise.customer = claim->customer;
        sorry.apologise.incident = claim->incident;
        sorry.apologise.act = claim->act;
        if (bot_submit(t, &sorry, "apologise", -1)) return 1;
    }
    return 0;
}

int bot_slips(const struct bot_turn *t, customer_id with)
{
    if (!is_ordinary(t)) return 0;
    if (bot_rounds_before(t) > 0) return apologises(t, with);
    return reassures(t, with) || blames(t, with);
}

/* --- the facilitator --- */

static int observes(const struct bot_turn *t)
{
    int32_t later = bot_rounds_before(t) > 0;
    if (bot_count(t, SIM_CMD_OBSERVE) > 0) return 0;
    for (int32_t m = 0; m < t->sc->marker_count; m++) {
        if (t->sc->markers[m].good != later) continue;
        struct sim_command observe = sim_command_make(SIM_CMD_OBSERVE);
        observe.observe.marker = m;
        observe.observe.member = NOBODY;
        observe.observe.customer = NOBODY;
        return bot_submit(t, &observe, NULL, -1);
    }
    return 0;
}

/* The first promise kept on time in a later round is worth a voucher. */
static int rewards(const struct bot_turn *t)
{
    for (int32_t k = 0; bot_rounds_before(t) > 0 && bot_count(t, SIM_CMD_VOUCHER) == 0 && k < t->s->promise_count;
         k++) {
        const struct sim_promise *p = &t->s->promises[k];
        if (p->round != t->s->round || p->state != PROMISE_KEPT) continue;
        struct sim_command voucher = sim_command_make(SIM_CMD_VOUCHER);
        voucher.voucher.customer = p->customer;
        voucher.voucher.member = p->member;
        voucher.voucher.incident = p->incident;
        voucher.voucher.act = p->act;
        return bot_submit(t, &voucher, "voucher", p->due);
    }
    return 0;
}

static int notes(const struct bot_turn *t)
{
    if (bot_count(t, SIM_CMD_NOTE) > 0) return 0;
    struct sim_command note = sim_command_make(SIM_CMD_NOTE);
    note.note.incident = note.note.customer = NOBODY;
    return bot_submit(t, &note, bot_rounds_before(t) > 0 ? "note.later" : "note.first", -1);
}

int bot_hosts(const struct bot_turn *t, customer_id with)
{
    if (!is_ordinary(t) || with != NOBODY || t->s->now - t->sc->rounds[t->s->round].from < ROOM_SEEN_AFTER) return 0;
    return observes(t) || rewards(t) || notes(t);
}
