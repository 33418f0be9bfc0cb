#ifndef TEST_ASSESS_TAPE_H
#define TEST_ASSESS_TAPE_H
/* The small scenario of the engine's tests, played with every event kept. */
#include "../sim/fixture.h"

enum { TAPE_EVENTS = 40000 };

struct tape {
    struct play *play;
    int32_t count;
    struct sim_event events[TAPE_EVENTS];
};

static FIX_UNUSED struct tape *tape_new(uint64_t seed)
{
    struct tape *t = calloc(1, sizeof *t);
    assert_non_null(t);
    t->play = play_new(seed);
    return t;
}

static FIX_UNUSED void tape_free(struct tape *t)
{
    free(t->play);
    free(t);
}

static FIX_UNUSED enum refusal tape_try(struct tape *t, struct sim_command c)
{
    enum refusal why = play_try(t->play, &c);
    for (int32_t k = 0; why == REFUSAL_NONE && k < t->play->made.count; k++) {
        assert_true(t->count < TAPE_EVENTS);
        t->events[t->count++] = t->play->made.items[k];
    }
    return why;
}

static FIX_UNUSED void tape_do(struct tape *t, struct sim_command c)
{
    assert_string_equal(refusal_word(tape_try(t, c)), "none");
}

static FIX_UNUSED void tape_to(struct tape *t, int32_t second)
{
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    c.advance.to = second;
    if (second > t->play->state.now)
        tape_do(t, c);
}

static FIX_UNUSED void tape_start(struct tape *t, round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    tape_do(t, c);
}

static FIX_UNUSED void tape_end(struct tape *t)
{
    tape_to(t, t->play->sc->rounds[t->play->state.round].to);
    tape_do(t, sim_command_make(SIM_CMD_END_ROUND));
}

static FIX_UNUSED void tape_work(struct tape *t, work_id w, int32_t member)
{
    struct sim_command c = sim_command_make(SIM_CMD_WORK);
    c.work.work = w;
    c.work.member = member;
    tape_do(t, c);
}

/* Returns the act's number. */
static FIX_UNUSED int32_t tape_say(struct tape *t, int32_t member, incident_id i, customer_id to, enum claim claim, int32_t next_call)
{
    struct sim_command c = cmd_update(i, to, claim);
    c.member = member;
    c.update.next_call = next_call;
    tape_do(t, c);
    return t->play->state.acts;
}

static FIX_UNUSED void tape_dispute(struct tape *t, struct moment_key key, int32_t on)
{
    struct sim_command c = sim_command_make(SIM_CMD_DISPUTE);
    c.dispute.aim = 0;
    c.dispute.source = key.source;
    c.dispute.subject = key.subject;
    c.dispute.customer = key.customer;
    c.dispute.nth = key.nth;
    c.dispute.on = on;
    c.text = 1;
    tape_do(t, c);
}

static FIX_UNUSED void tape_overrule(struct tape *t, struct moment_key key, int32_t outcome)
{
    struct sim_command c = sim_command_make(SIM_CMD_OVERRULE);
    c.overrule.aim = 0;
    c.overrule.source = key.source;
    c.overrule.subject = key.subject;
    c.overrule.customer = key.customer;
    c.overrule.nth = key.nth;
    c.overrule.outcome = outcome;
    c.overrule.author = 2;
    c.text = 1;
    tape_do(t, c);
}
#endif
