/* Stopping to learn, and what comes of it: commitments, the charter, and marks that tables give by hand. */
#include "sim/decide.h"

#include "model/behaviours.h"
#include "sim/between.h"

static void learning(struct sim_making *m, int32_t on, int32_t pattern)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_LEARNING, .learning = {m->s->round, on, pattern}});
}

/* Within one round the room stops once. */
static int stopped_before(const struct sim_state *s)
{
    for (int32_t k = 0; k < s->learning_count; k++)
        if (s->learnings[k].round == s->round && s->phase == PHASE_ROUND)
            return 1;
    return 0;
}

enum refusal decide_learn(struct sim_making *m, const struct sim_command *c)
{
    int runs = learning_runs(m->s), on = c->learn.on != 0;
    if (m->s->phase == PHASE_FINISHED)
        return REFUSAL_FINISHED;
    if (on == runs)
        return REFUSAL_SAME;
    if (c->learn.pattern < NOBODY || c->learn.pattern >= BETWEEN_PATTERNS)
        return REFUSAL_NO_SUCH;
    if (on && stopped_before(m->s))
        return REFUSAL_ALREADY_DONE;
    if (on && m->s->learning_count >= SIM_LEARNINGS)
        return REFUSAL_FULL;
    act_begin(m, NOBODY, NOBODY);
    learning(m, on, c->learn.pattern);
    return REFUSAL_NONE;
}

void learning_ends(struct sim_making *m)
{
    if (learning_runs(m->s))
        learning(m, 0, NOBODY);
}

static int is_behaviour(int32_t behaviour)
{
    return behaviour >= NOBODY && behaviour < BEHAVIOUR_COUNT;
}

static int is_committed_to(const struct sim_state *s, round_id round, int32_t slot, int32_t behaviour)
{
    for (int32_t k = 0; k < s->commitment_count; k++)
        if (s->commitments[k].round == round && s->commitments[k].slot != slot && s->commitments[k].behaviour == behaviour)
            return behaviour >= 0;
    return 0;
}

enum refusal decide_commit(struct sim_making *m, const struct sim_command *c)
{
    round_id round = round_to_come(m->s, m->sc);
    int32_t slot = c->commit.slot;
    if (round < 0)
        return REFUSAL_ALREADY_OVER;
    if (slot < 0 || !is_behaviour(c->commit.behaviour))
        return REFUSAL_NO_SUCH;
    if (slot >= BETWEEN_COMMITMENTS)
        return REFUSAL_ENOUGH;
    if (c->commit.member < NOBODY || c->commit.member >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    if (c->text <= 0 && commitment_find(m->s, round, slot) < 0)
        return REFUSAL_NO_TEXT;
    if (c->text > 0 && is_committed_to(m->s, round, slot, c->commit.behaviour))
        return REFUSAL_ALREADY_DONE;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_COMMITTED, .committed = {
        round, slot, c->commit.behaviour, c->commit.member, c->text > 0 ? c->text : 0}});
    return REFUSAL_NONE;
}

static int is_chartered(const struct sim_state *s, int32_t slot, int32_t behaviour)
{
    for (int32_t k = 0; k < SIM_CHARTER; k++)
        if (k != slot && s->charter[k].text > 0 && s->charter[k].behaviour == behaviour)
            return behaviour >= 0;
    return 0;
}

enum refusal decide_charter(struct sim_making *m, const struct sim_command *c)
{
    int32_t slot = c->charter.slot;
    if (slot < 0 || !is_behaviour(c->charter.behaviour))
        return REFUSAL_NO_SUCH;
    if (slot >= SIM_CHARTER)
        return REFUSAL_ENOUGH;
    if (c->text <= 0 && m->s->charter[slot].text == 0)
        return REFUSAL_NO_TEXT;
    if (c->text > 0 && is_chartered(m->s, slot, c->charter.behaviour))
        return REFUSAL_ALREADY_DONE;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CHARTERED, .chartered = {slot, c->charter.behaviour, c->text > 0 ? c->text : 0}});
    return REFUSAL_NONE;
}

static int pledge_exists(const struct sim_state *s, const struct sim_command *c, round_id round)
{
    if (c->mark.what == PLEDGE_COMMITMENT)
        return commitment_find(s, round, c->mark.slot) >= 0;
    return c->mark.what == PLEDGE_CHARTER && c->mark.slot >= 0 && c->mark.slot < SIM_CHARTER && s->charter[c->mark.slot].text > 0;
}

/* A table says how it went, of a round that counted; OPEN takes its mark back. */
enum refusal decide_mark(struct sim_making *m, const struct sim_command *c)
{
    round_id round = c->mark.round == NOBODY ? m->s->round : c->mark.round;
    int32_t outcome = c->mark.outcome;
    if (round > m->s->round || round < 0 || m->sc->rounds[round].warm_up)
        return REFUSAL_TOO_EARLY;
    if (!pledge_exists(m->s, c, round) || outcome < OUTCOME_OPEN || outcome > OUTCOME_NONE || outcome == OUTCOME_BROKEN)
        return REFUSAL_NO_SUCH;
    if (c->mark.member < NOBODY || c->mark.member >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    int32_t before = mark_find(m->s, c->mark.what, c->mark.slot, c->mark.member, round);
    if (before < 0 ? outcome == OUTCOME_OPEN : m->s->marks[before].outcome == outcome)
        return REFUSAL_SAME;
    if (before < 0 && m->s->mark_count >= SIM_MARKS)
        return REFUSAL_FULL;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_MARKED, .marked = {c->mark.what, c->mark.slot, c->mark.member, round, outcome}});
    return REFUSAL_NONE;
}
