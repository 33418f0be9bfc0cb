#ifndef TEST_SIM_RANDOM_PLAY_H
#define TEST_SIM_RANDOM_PLAY_H
/* Commands at random: half of them likely to be possible, half of them anything. */
#include "fixture.h"

#include "base/hash.h"

struct luck { uint64_t state; };

static FIX_UNUSED uint32_t luck_draw(struct luck *l)
{
    l->state = hash_mix(l->state, 1);
    return (uint32_t)(l->state >> 32);
}

static FIX_UNUSED int32_t luck_in(struct luck *l, int32_t low, int32_t high)
{
    return low + (int32_t)(luck_draw(l) % (uint32_t)(high - low + 1));
}

/* Fields near what exists, one beyond at both ends. */
static FIX_UNUSED struct sim_command luck_near(struct luck *l, const struct sim_state *s)
{
    struct sim_command c = sim_command_make((enum sim_command_kind)luck_in(l, 1, 20));
    int32_t count = sim_command_field_count(c.kind);
    for (int32_t k = 0; k < count; k++)
        c.v[k] = luck_in(l, -1, 6);
    if (luck_in(l, 0, 2) > 0)
        c.v[0] = luck_in(l, 0, s->incident_count - 1);
    int32_t soon = s->now + luck_in(l, -60, 1800);
    if (c.kind == SIM_CMD_UPDATE) {
        c.update.facts = luck_in(l, 0, 3) ? SIM_FACTS_DEFAULT : luck_in(l, 0, 31);
        c.update.improvised = SIM_FACTS_DEFAULT;
        c.update.corrects = luck_in(l, 0, 4) ? 0 : luck_in(l, 1, s->acts + 1);
        c.update.fix_by = luck_in(l, 0, 4) ? -1 : soon;
        c.update.next_call = luck_in(l, 0, 2) ? soon : -1;
    } else if (c.kind == SIM_CMD_PROMISE) {
        c.promise.due = soon;
    } else if (c.kind == SIM_CMD_RENEGOTIATE) {
        c.renegotiate.act = luck_in(l, 1, s->acts + 1), c.renegotiate.part = luck_in(l, 0, 1), c.renegotiate.due = soon;
    } else if (c.kind == SIM_CMD_WORK) {
        c.work.work = luck_in(l, 0, FIX_WORKS - 1), c.work.member = luck_in(l, -1, s->member_count);
    } else if (c.kind == SIM_CMD_STOP_WORK) {
        c.stop_work.instance = luck_in(l, 0, s->work_count);
    } else if (c.kind == SIM_CMD_LOG_COMPLAINT) {
        c.log_complaint.due = soon;
    } else if (c.kind == SIM_CMD_RESOLVE_COMPLAINT) {
        c.resolve_complaint.act = luck_in(l, 1, s->acts + 1);
    }
    return c;
}

static FIX_UNUSED struct sim_command luck_facilitator(struct luck *l, const struct sim_state *s)
{
    static const int32_t kinds[] = {SIM_CMD_FIRE, SIM_CMD_HOLD, SIM_CMD_SKIP, SIM_CMD_INJECT, SIM_CMD_IMPROVISE_WORK,
        SIM_CMD_IMPROVISE_FACT, SIM_CMD_OBSERVE, SIM_CMD_VOUCHER, SIM_CMD_REACT, SIM_CMD_DISPUTE, SIM_CMD_OVERRULE,
        SIM_CMD_NOTE, SIM_CMD_PAUSE};
    struct sim_command c = sim_command_make((enum sim_command_kind)kinds[luck_in(l, 0, 12)]);
    int32_t count = sim_command_field_count(c.kind);
    for (int32_t k = 0; k < count; k++)
        c.v[k] = luck_in(l, -1, 4);
    c.text = luck_in(l, 0, 3);
    if (c.kind == SIM_CMD_PAUSE)
        c.pause.on = 0;
    if (c.kind == SIM_CMD_INJECT)
        c.inject.patience = luck_in(l, 0, 900), c.inject.impact = luck_in(l, 1, 3);
    if (c.kind == SIM_CMD_IMPROVISE_WORK)
        c.improvise_work.seconds = luck_in(l, 0, 900);
    if (c.kind == SIM_CMD_IMPROVISE_WORK || c.kind == SIM_CMD_IMPROVISE_FACT)
        c.v[0] = luck_in(l, 0, s->incident_count - 1);
    if ((c.kind == SIM_CMD_DISPUTE || c.kind == SIM_CMD_OVERRULE) && s->moment_count > 0) {
        const struct sim_moment *m = &s->moments[luck_in(l, 0, s->moment_count - 1)];
        c.dispute.aim = 0;
        c.v[1] = m->source, c.v[2] = m->subject, c.v[3] = m->customer, c.v[4] = m->nth;
    }
    if ((c.kind == SIM_CMD_DISPUTE || c.kind == SIM_CMD_OVERRULE) && luck_in(l, 0, 2) == 0)
        c.dispute.aim = 1, c.dispute.subject = luck_in(l, 1, s->acts + 1);
    return c;
}

static FIX_UNUSED struct sim_command luck_anything(struct luck *l)
{
    struct sim_command c;
    memset(&c, 0, sizeof c);
    c.kind = luck_in(l, -2, SIM_CMD_COUNT + 2);
    int32_t ends = c.kind == SIM_CMD_END_ROUND || c.kind == SIM_CMD_START_ROUND || c.kind == SIM_CMD_FINISH;
    if (ends && luck_in(l, 0, 19) > 0)
        c.kind = SIM_CMD_UPDATE;   /* a session that is over early shows little */
    c.said = SIM_NOW;
    c.member = luck_in(l, -2, 5);
    c.text = luck_in(l, -1, 9);
    for (int32_t k = 0; k < SIM_COMMAND_FIELDS; k++) {
        static const int32_t odd[] = {INT32_MIN, INT32_MAX, -1, 0, 1, 2, 31, 32, 1024, 40000, FIX_TIME(10, 30), -1000000};
        c.v[k] = luck_in(l, 0, 2) ? luck_in(l, -1, 12) : odd[luck_in(l, 0, 11)];
    }
    return c;
}

/* The clock as well: small steps while a round runs, the next round otherwise. */
static FIX_UNUSED struct sim_command luck_clock(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    if (s->phase != PHASE_ROUND) {
        struct sim_command start = sim_command_make(s->round + 1 < sc->round_count ? SIM_CMD_START_ROUND : SIM_CMD_FINISH);
        start.start_round.round = s->round + 1;
        return start;
    }
    if (s->now >= sc->rounds[s->round].to)
        return sim_command_make(SIM_CMD_END_ROUND);
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    int32_t to = s->now + luck_in(l, 1, 36);
    c.advance.to = to > sc->rounds[s->round].to ? sc->rounds[s->round].to : to;
    return c;
}

/* Between rounds and when the room learns, mostly with fields that exist. */
static FIX_UNUSED struct sim_command luck_beside(struct luck *l)
{
    struct sim_command c = sim_command_make((enum sim_command_kind)luck_in(l, SIM_CMD_COMMIT, SIM_CMD_FOLLOW_UP));
    int32_t count = sim_command_field_count(c.kind);
    for (int32_t k = 0; k < count; k++)
        c.v[k] = luck_in(l, -1, 4);
    c.text = luck_in(l, 0, 3);
    if (c.kind == SIM_CMD_IMPROVE)
        c.improve.improvement = luck_in(l, -1, 10), c.improve.on = luck_in(l, 0, 3) > 0, c.improve.incident = luck_in(l, 0, 2);
    return c;
}

static FIX_UNUSED int luck_stands(const struct sim_state *s)
{
    return s->phase == PHASE_ROUND && s->learning_count > 0 && s->learnings[s->learning_count - 1].until < 0;
}

/* A room that has stopped to learn goes on soon; between rounds it takes a while. */
static FIX_UNUSED struct sim_command luck_standing(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    struct sim_command off = sim_command_make(SIM_CMD_LEARN);
    off.learn.on = luck_in(l, 0, 1);
    if (luck_stands(s) && luck_in(l, 0, 2) == 0)
        return off;
    if (!luck_stands(s) && luck_in(l, 0, 9) == 0)
        return luck_clock(l, s, sc);
    return luck_in(l, 0, 9) > 0 ? luck_beside(l) : off;
}

static FIX_UNUSED struct sim_command luck_command(struct luck *l, const struct sim_state *s, const struct scenario *sc)
{
    int32_t die = luck_in(l, 0, 99);
    if (die < 70 && (luck_stands(s) || s->phase == PHASE_BETWEEN))
        return luck_standing(l, s, sc);
    if (die < 40)
        return luck_clock(l, s, sc);
    if (die < 80)
        return luck_near(l, s);
    return die < 90 ? luck_facilitator(l, s) : luck_anything(l);
}
#endif
