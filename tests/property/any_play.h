#ifndef TEST_PROPERTY_ANY_PLAY_H
#define TEST_PROPERTY_ANY_PLAY_H
/*
 * Commands of every kind in any order, for any scenario: some that a team
 * might give, some a facilitator, some between rounds, some nobody could.
 */
#include "worlds.h"

/* An incident that is open, as far as one is found in a few tries. */
static FIX_UNUSED incident_id luck_open_incident(struct luck *l, const struct sim_state *s)
{
    incident_id i = luck_in(l, 0, s->incident_count - 1);
    for (int tries = 0; tries < 24 && s->incidents[i].open != 1; tries++)
        i = luck_in(l, 0, s->incident_count - 1);
    return i;
}

/* A work of that incident, its first where it has none: of another then. */
static FIX_UNUSED work_id luck_work(struct luck *l, const struct scenario *sc, incident_id i)
{
    if (i >= sc->incident_count || sc->incidents[i].work_count == 0)
        return luck_in(l, 0, sc->work_count - 1);
    return sc->incidents[i].first_work + luck_in(l, 0, sc->incidents[i].work_count - 1);
}

static FIX_UNUSED void luck_claim(struct luck *l, const struct sim_state *s, struct sim_command *c)
{
    if (s->claim_count == 0 || luck_in(l, 0, 3) > 0)
        return;
    const struct sim_claim *claim = &s->claims[luck_in(l, 0, s->claim_count - 1)];
    c->update.corrects = claim->act;
    c->update.customer = claim->customer;
    c->update.incident = claim->incident;
}

/* Acts of a team, mostly about what is open. */
static FIX_UNUSED struct sim_command luck_act(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    struct sim_command c = luck_near(l, s);
    incident_id i = luck_open_incident(l, s);
    if ((c.kind == SIM_CMD_CLOSE || c.kind == SIM_CMD_REFUSE || c.kind == SIM_CMD_STOP_WORK) && luck_in(l, 0, 3) > 0)
        c.kind = SIM_CMD_VERIFY;
    if (c.kind == SIM_CMD_ACKNOWLEDGE || c.kind == SIM_CMD_ASK || c.kind == SIM_CMD_UPDATE || c.kind == SIM_CMD_PROMISE
        || c.kind == SIM_CMD_VERIFY || c.kind == SIM_CMD_CLOSE || (c.kind >= SIM_CMD_HAND_PRIORITY && c.kind <= SIM_CMD_RETEST_CONDITIONS)
        || c.kind == SIM_CMD_ESCALATE)
        c.v[0] = i;
    if (c.kind == SIM_CMD_VERIFY && luck_in(l, 0, 1))
        c.verify.customer = s->incidents[i].reporter;
    if (c.kind == SIM_CMD_ASK && c.ask.question == ASK_GO_AHEAD && luck_in(l, 0, 3) > 0) {
        c.ask.work = luck_work(l, sc, i);
        c.ask.customer = sc->works[c.ask.work].consult;
    }
    if (c.kind == SIM_CMD_WORK)
        c.work.work = luck_work(l, sc, i), c.work.member = luck_in(l, 0, 3) ? NOBODY : luck_in(l, -1, s->member_count);
    if (c.kind == SIM_CMD_UPDATE)
        luck_claim(l, s, &c);
    if (c.kind == SIM_CMD_RENEGOTIATE && s->promise_count > 0)
        c.renegotiate.act = s->promises[luck_in(l, 0, s->promise_count - 1)].act;
    if (c.kind == SIM_CMD_RESOLVE_COMPLAINT && s->complaint_count > 0)
        c.resolve_complaint.act = s->complaints[luck_in(l, 0, s->complaint_count - 1)].act;
    return c;
}

static FIX_UNUSED int luck_learning_runs(const struct sim_state *s)
{
    return s->learning_count > 0 && s->learnings[s->learning_count - 1].until < 0;
}

/* Often the right spine of a root cause that would come again. */
static FIX_UNUSED void luck_improve(struct luck *l, const struct sim_state *s, const struct scenario *sc, struct sim_command *c)
{
    c->improve.improvement = luck_in(l, -1, sc->improvement_count);
    c->improve.on = luck_in(l, 0, 3) > 0;
    for (int32_t k = 0; k < sc->improvement_count && luck_in(l, 0, 1); k++)
        if (sc->improvements[k].effect == IMPROVE_ROOT_CAUSE)
            c->improve.improvement = k;
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (s->incidents[i].open != 0 && sc->incidents[i].root_cause.answer >= 0 && luck_in(l, 0, 1))
            c->improve.incident = i, c->improve.spine = luck_in(l, 0, 3) ? sc->incidents[i].root_cause.answer : luck_in(l, -1, SPINE_COUNT);
}

/* What a room does when it learns and between rounds, in any phase. */
static FIX_UNUSED struct sim_command luck_between(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    static const enum sim_command_kind first[] = {SIM_CMD_IMPROVE, SIM_CMD_IMPROVE, SIM_CMD_AMBASSADOR};
    struct sim_command c = sim_command_make((enum sim_command_kind)luck_in(l, SIM_CMD_LEARN, SIM_CMD_FOLLOW_UP));
    if (s->phase == PHASE_BETWEEN && luck_in(l, 0, 2) == 0)
        c = sim_command_make(first[luck_in(l, 0, 2)]);
    int32_t count = sim_command_field_count(c.kind);
    for (int32_t k = 0; k < count; k++)
        c.v[k] = luck_in(l, -1, 5);
    c.text = luck_in(l, 0, 3);
    if (c.kind == SIM_CMD_LEARN)
        c.learn.on = luck_in(l, 0, 5) == 0;
    if (c.kind == SIM_CMD_IMPROVE)
        luck_improve(l, s, sc, &c);
    if (c.kind == SIM_CMD_COMMIT || c.kind == SIM_CMD_CHARTER)
        c.v[1] = luck_in(l, -1, 13);
    if (c.kind == SIM_CMD_AMBASSADOR)
        c.ambassador.member = luck_in(l, -1, s->member_count);
    if (c.kind == SIM_CMD_MARK && luck_in(l, 0, 1) && s->commitment_count > 0) {
        const struct sim_commitment *pledge = &s->commitments[luck_in(l, 0, s->commitment_count - 1)];
        c.mark.what = PLEDGE_COMMITMENT, c.mark.slot = pledge->slot, c.mark.round = pledge->round;
    }
    if (c.kind == SIM_CMD_MONDAY)
        c.monday.days = luck_in(l, 0, 30), c.monday.slot = luck_in(l, 0, 6) ? luck_in(l, -1, 8) : luck_in(l, -1, SIM_ACTIONS), c.monday.named = luck_in(l, 0, 1);
    if (c.kind == SIM_CMD_FOLLOW_UP)
        c.follow_up.days = luck_in(l, 0, 40), c.follow_up.slot = luck_in(l, -1, s->action_count);
    return c;
}

/* Time in steps of any length; between rounds it waits now and then, and a clock that was stopped is let go. */
static FIX_UNUSED struct sim_command luck_time(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    if (s->phase != PHASE_ROUND && luck_in(l, 0, 9) > 0)
        return luck_between(l, s, sc);
    if (s->phase == PHASE_ROUND && (s->paused || luck_learning_runs(s)) && luck_in(l, 0, 3) > 0) {
        struct sim_command on = sim_command_make(luck_learning_runs(s) ? SIM_CMD_LEARN : SIM_CMD_PAUSE);
        on.v[0] = 0;
        return on;
    }
    struct sim_command c = luck_clock(l, s, sc);
    if (c.kind == SIM_CMD_ADVANCE && luck_in(l, 0, 3) == 0)
        c.advance.to = s->now + luck_in(l, 0, 420);
    return c;
}

static FIX_UNUSED struct sim_command luck_any(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    int32_t die = luck_in(l, 0, 99);
    if (die < 38)
        return luck_time(l, s, sc);
    if (die < 76)
        return luck_act(l, s, sc);
    if (die < 84)
        return luck_facilitator(l, s);
    return die < 90 ? luck_between(l, s, sc) : luck_anything(l);
}
#endif
