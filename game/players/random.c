/* Any act that is possible, at any time. */
#include "players/policy.h"

enum {
    RANDOM_OFTEN = 40,      /* percent of the looks at which something is done */
    RANDOM_TRIES = 4, RANDOM_MINUTE = 60, RANDOM_KINDS = 18
};

struct luck { const struct turn *t; int32_t attempt, drawn; };

static int32_t any(struct luck *l, int32_t low, int32_t high)
{
    return policy_draw(l->t, DRAW_ACT + l->attempt, see_now(l->t), see_acts_ever(l->t) * 64 + l->drawn++, low, high);
}

static work_id any_work(struct luck *l, incident_id i)
{
    int32_t n = see_works(l->t, i);
    return n > 0 ? see_work_id(l->t, i, any(l, 0, n - 1)) : NOBODY;
}

static int32_t any_time(struct luck *l)
{
    return see_now(l->t) + any(l, 5, 60) * RANDOM_MINUTE;
}

static void any_update(struct luck *l, struct sim_command *c)
{
    c->update.claim = any(l, 0, CLAIM_COUNT - 1);
    c->update.facts = c->update.improvised = SIM_FACTS_DEFAULT;
    c->update.corrects = 0;
    c->update.fix_by = any(l, 0, 3) == 0 ? any_time(l) : -1;
    c->update.next_call = any(l, 0, 1) ? any_time(l) : -1;
}

static void any_ask(struct luck *l, struct sim_command *c)
{
    c->ask.question = any(l, 0, ASK_COUNT - 1);
    c->ask.work = c->ask.question == ASK_GO_AHEAD ? any_work(l, c->ask.incident) : NOBODY;
}

/* Work is three times as likely as anything else: it is what a room does most. */
static const enum sim_command_kind kinds[RANDOM_KINDS] = {
    SIM_CMD_WORK, SIM_CMD_WORK, SIM_CMD_WORK, SIM_CMD_ACKNOWLEDGE, SIM_CMD_ASK, SIM_CMD_UPDATE, SIM_CMD_PROMISE, SIM_CMD_HAND_PRIORITY,
    SIM_CMD_DECIDE_OURSELVES, SIM_CMD_REFUSE, SIM_CMD_AGREE_CONDITIONS, SIM_CMD_RETEST_CONDITIONS, SIM_CMD_VERIFY, SIM_CMD_CLOSE,
    SIM_CMD_APOLOGISE, SIM_CMD_BLAME, SIM_CMD_PROACTIVE, SIM_CMD_ESCALATE};

static struct sim_command any_command(struct luck *l, incident_id i)
{
    struct sim_command c = sim_command_make(kinds[any(l, 0, RANDOM_KINDS - 1)]);
    customer_id to = any(l, 0, 2) ? see_incident(l->t, i)->reporter : any(l, 0, see_customers(l->t) - 1);
    c.member = policy_speaker(l->t, i);
    c.v[0] = i;
    c.v[1] = to;
    c.v[2] = 0;
    switch (c.kind) {
    case SIM_CMD_WORK:
        c.work.work = any_work(l, i);
        c.work.member = NOBODY;
        break;
    case SIM_CMD_ASK:
        any_ask(l, &c);
        break;
    case SIM_CMD_UPDATE:
        any_update(l, &c);
        break;
    case SIM_CMD_PROMISE:
        c.promise.due = any_time(l);
        c.promise.what = 0;
        break;
    case SIM_CMD_DECIDE_OURSELVES: case SIM_CMD_RETEST_CONDITIONS:
        c.v[1] = any(l, 0, 1);
        break;
    case SIM_CMD_HAND_PRIORITY:
        c.hand_priority.option = NOBODY;
        break;
    case SIM_CMD_APOLOGISE: case SIM_CMD_BLAME: case SIM_CMD_PROACTIVE:
        c.v[0] = to;
        c.v[1] = i;
        c.v[2] = c.kind == SIM_CMD_APOLOGISE ? 0 : any(l, 0, 1);
        break;
    default:
        break;
    }
    return c;
}

/* A look that finds nothing to do spares no other: there is always something. */
int policy_acts_at_random(struct turn *t, customer_id with)
{
    struct luck often = {t, 0, 0};
    if (with != NOBODY || see_open_count(t) == 0 || any(&often, 1, 100) > RANDOM_OFTEN)
        return 0;
    for (int32_t n = 1; n <= RANDOM_TRIES; n++) {
        struct luck l = {t, n, 0};
        struct sim_command c = any_command(&l, see_open(t, any(&l, 0, see_open_count(t) - 1)));
        int impossible = c.kind == SIM_CMD_WORK && (c.work.work < 0 || see_work_possible(t, c.work.work, NOBODY) != REFUSAL_NONE);
        if (!impossible && policy_wish(t, &c, NULL, -1))
            return 1;
    }
    return 0;
}
