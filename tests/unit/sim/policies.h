#ifndef TEST_SIM_POLICIES_H
#define TEST_SIM_POLICIES_H
/*
 * Simple players that look at nothing but what a team sees: one that does as
 * it should, and its vices one at a time. Enough to measure the engine and to
 * see that a cheat does not pay; the product's own bots live elsewhere.
 */
#include "fixture.h"

#include "base/number.h"

struct policy {
    const char *name;
    int silent;          /* never speaks */
    int idle;            /* does no work */
    int no_promise;      /* names no time */
    int forgets;         /* names times and never calls again */
    int far;             /* names times far away */
    int no_close;        /* never asks whether it works, never closes */
    int unasked;         /* closes without asking */
    int refuses;         /* says no to everything, decides for others */
    int claim;           /* always this claim, -1: the strongest with ground */
    int sandbag;         /* fix times far beyond what the work takes */
    int corrects;        /* takes back every claim at once */
    int begs;            /* apologises and helps every minute */
    int asks;            /* asks the same for ever instead of telling */
};

static const FIX_UNUSED struct policy policy_cares = {.name = "cares", .claim = -1};

struct player { const struct policy *policy; struct play *play; int64_t commands, refused, events; int32_t answered, busy, calm[121]; };   /* calm: satisfaction by minute of the morning, weighted */

static FIX_UNUSED int give(struct player *b, const struct sim_command *c)
{
    b->commands++;
    enum refusal why = sim_decide(&b->play->state, b->play->sc, c, &b->play->made);
    if (why != REFUSAL_NONE) {
        b->refused++;
        return 0;
    }
    b->events += b->play->made.count;
    for (int32_t k = 0; k < b->play->made.count; k++)
        sim_apply(&b->play->state, b->play->sc, &b->play->made.items[k]);
    return 1;
}

static FIX_UNUSED int32_t calm_now(const struct player *b)
{
    int64_t sum = 0, weights = 0;
    for (customer_id c = 0; c < b->play->sc->customer_count; c++) {
        sum += (int64_t)b->play->sc->customers[c].weight * b->play->state.customers[c].satisfaction;
        weights += b->play->sc->customers[c].weight;
    }
    return (int32_t)(sum / weights);
}

/* Minute by minute, to see how calm the customers are. */
static FIX_UNUSED void wait_until(struct player *b, int32_t to)
{
    struct sim_command c = sim_command_make(SIM_CMD_ADVANCE);
    int32_t last = number_min(to, b->play->sc->rounds[b->play->state.round].to);
    while (b->play->state.now < last) {
        int32_t minute = (b->play->state.now - FIX_TIME(9, 0)) / 60;
        if (minute >= 0 && minute <= 120)
            b->calm[minute] = calm_now(b);
        c.advance.to = number_min(last, b->play->state.now - b->play->state.now % 60 + 60);
        give(b, &c);
    }
}

static FIX_UNUSED int is_worked(const struct sim_state *s, incident_id i)
{
    for (int32_t k = s->open_work; k < s->work_count; k++)
        if (s->works[k].incident == i && s->works[k].ended < 0)
            return 1;
    return 0;
}

/* Starts the first work of the incident that nobody must be asked about. */
static FIX_UNUSED void work_freely(struct player *b, incident_id i)
{
    const struct incident *pack = &b->play->sc->incidents[i];
    for (work_id w = pack->first_work; w < pack->first_work + pack->work_count && !b->policy->idle; w++) {
        struct sim_command c = sim_command_make(SIM_CMD_WORK);
        c.work.work = w;
        int asked = b->play->sc->works[w].consult < 0 || b->policy->silent || b->policy->refuses
            || b->play->state.incidents[i].go_ahead >> (w - pack->first_work) & 1;
        if (asked && sim_work_possible(&b->play->state, b->play->sc, w, NOBODY) == REFUSAL_NONE)
            give(b, &c);
    }
}

/* While one talks, the others do what can be done: once the impact is known, if the team asks. */
static FIX_UNUSED void hands_at_work(struct player *b)
{
    for (incident_id i = 0; i < b->play->sc->incident_count; i++) {
        const struct sim_incident *incident = &b->play->state.incidents[i];
        int asks = incident->kind != INCIDENT_OPPORTUNITY && !b->policy->silent;
        if (incident->open == 1 && incident->restored < 0 && (incident->impact_asked >= 0 || !asks))
            work_freely(b, i);
    }
}

static FIX_UNUSED void keep_up(struct player *b);

/* An act and the minutes that the conversation takes. */
static FIX_UNUSED int say(struct player *b, const struct sim_command *c)
{
    int32_t cost = sim_conversation_cost(&b->play->state, b->play->sc, c);
    if (!give(b, c))
        return 0;
    hands_at_work(b);
    wait_until(b, b->play->state.now + cost);
    hands_at_work(b);
    keep_up(b);
    return 1;
}

static FIX_UNUSED int say_two(struct player *b, enum sim_command_kind kind, int32_t first, int32_t second)
{
    struct sim_command c = sim_command_make(kind);
    c.v[0] = first;
    c.v[1] = second;
    return say(b, &c);
}

static FIX_UNUSED void say_ask(struct player *b, incident_id i, customer_id c, enum question q)
{
    struct sim_command ask = cmd_ask(i, c, q);
    if (!b->policy->silent)
        say(b, &ask);
}

/* The strongest word the team has ground for. */
static FIX_UNUSED enum claim claim_known(const struct player *b, incident_id i, customer_id c)
{
    for (int32_t claim = CLAIM_CONFIRMED; claim > CLAIM_DO_NOT_KNOW; claim--) {
        struct sim_command update = cmd_update(i, c, (enum claim)claim);
        struct sim_preview seen = sim_preview_update(&b->play->state, b->play->sc, &update);
        if (seen.refusal == REFUSAL_NONE && seen.lacks == LACK_NOTHING)
            return (enum claim)claim;
    }
    return CLAIM_DO_NOT_KNOW;
}

/* Nothing promised, or the call is due soon. */
static FIX_UNUSED int call_is_due(const struct sim_state *s, incident_id i, customer_id c)
{
    int32_t soonest = INT32_MAX;
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next)
        if (s->promises[at].state == PROMISE_OPEN && s->promises[at].customer == c && s->promises[at].kind != PROMISE_FIX_BY)
            soonest = number_min(soonest, s->promises[at].due);
    if (soonest < INT32_MAX)
        return soonest - s->now <= 240;
    return s->incidents[i].last_update < 0 || s->now - s->incidents[i].last_update >= s->incidents[i].patience - 240;
}

static FIX_UNUSED void update(struct player *b, incident_id i, customer_id c)
{
    const struct sim_incident *incident = &b->play->state.incidents[i];
    const struct policy *policy = b->policy;
    struct sim_command u = cmd_update(i, c, policy->claim >= 0 ? (enum claim)policy->claim : claim_known(b, i, c));
    int32_t patience = sim_patience(&b->play->state, b->play->sc, c);
    int32_t next = b->play->state.now + (policy->far ? 6 * patience : patience - 60);
    int reports = c == incident->reporter;
    if (policy->far || (!policy->no_promise && reports && incident->restored < 0 && next < b->play->sc->rounds[b->play->state.round].to))
        u.update.next_call = next;
    if (policy->sandbag && is_worked(&b->play->state, i))
        u.update.fix_by = b->play->state.now + 3600;
    say(b, &u);
    if (!policy->corrects)
        return;
    u.update.corrects = b->play->state.acts;
    u.update.claim = CLAIM_DO_NOT_KNOW;
    say(b, &u);
}

/* A new one hears that somebody has it, and when they will hear more, before the conversation goes on elsewhere. */
static FIX_UNUSED void greet(struct player *b)
{
    for (incident_id i = 0; i < b->play->state.incident_count && !b->policy->silent; i++) {
        const struct sim_incident *incident = &b->play->state.incidents[i];
        if (incident->open != 1 || incident->first_contact >= 0 || incident->last_claim >= 0)
            continue;
        if (incident->kind == INCIDENT_FAILURE || incident->kind == INCIDENT_REQUEST)
            update(b, i, incident->reporter);
        else
            say_two(b, SIM_CMD_ACKNOWLEDGE, i, incident->reporter);
    }
}

/* Somebody has asked something aloud: once, and not those who forget. */
static FIX_UNUSED void answer(struct player *b)
{
    const struct sim_state *s = &b->play->state;
    for (int32_t k = s->open_moment; k < s->moment_count && !b->policy->silent && !b->policy->forgets; k++) {
        const struct sim_moment *m = &s->moments[k];
        if (m->source == MOMENT_SCRIPTED && m->outcome == OUTCOME_OPEN && s->incidents[m->incident].open == 1
            && k > b->answered) {
            b->answered = k;
            update(b, m->incident, m->customer);
        }
    }
}

/* Calls that were promised and are due, of anybody. */
static FIX_UNUSED void call_back(struct player *b)
{
    const struct sim_state *s = &b->play->state;
    for (int32_t k = s->open_promise; k < s->promise_count && !b->policy->forgets && !b->policy->asks; k++) {
        const struct sim_promise p = s->promises[k];
        if (p.state == PROMISE_OPEN && p.kind != PROMISE_FIX_BY && s->incidents[p.incident].open == 1 && p.due - s->now <= 240 && p.due >= s->now)
            update(b, p.incident, p.customer);
    }
}

static FIX_UNUSED void tell_others(struct player *b, incident_id i)
{
    for (customer_id c = 0; c < b->play->sc->customer_count; c++)
        if (c != b->play->state.incidents[i].reporter && sim_facts_untold(&b->play->state, b->play->sc, i, c) != 0)
            update(b, i, c);
}

static FIX_UNUSED void work_some(struct player *b, incident_id i)
{
    const struct incident *pack = &b->play->sc->incidents[i];
    for (work_id w = pack->first_work; w < pack->first_work + pack->work_count && !b->policy->idle; w++) {
        if (sim_work_possible(&b->play->state, b->play->sc, w, NOBODY) != REFUSAL_NONE)
            continue;
        struct sim_command ask = cmd_ask(i, b->play->sc->works[w].consult, ASK_GO_AHEAD), c = sim_command_make(SIM_CMD_WORK);
        ask.ask.work = w;
        if (!b->policy->silent && !b->policy->refuses && b->play->sc->works[w].consult >= 0)
            say(b, &ask);
        c.work.work = w;
        give(b, &c);
    }
}

/* Between two conversations: who called, who waits for a call. */
static FIX_UNUSED void keep_up(struct player *b)
{
    if (b->busy || b->play->state.phase != PHASE_ROUND)
        return;
    b->busy = 1;
    greet(b);
    answer(b);
    call_back(b);
    b->busy = 0;
}

static FIX_UNUSED void speak_about(struct player *b, incident_id i)
{
    const struct sim_incident *incident = &b->play->state.incidents[i];
    const struct scenario *sc = b->play->sc;
    customer_id c = incident->reporter;
    if (sc->incidents[i].conditions.count > 0 && incident->conditions_agreed < 0)
        say_two(b, SIM_CMD_AGREE_CONDITIONS, i, c);
    for (int32_t k = 0; k < sc->incidents[i].milestone_count; k++)
        if (!(incident->retested >> k & 1) && sc->incidents[i].milestones[k].at - b->play->state.now <= 300)
            say_two(b, SIM_CMD_RETEST_CONDITIONS, i, k);
    if (incident->impact_asked < 0)
        say_ask(b, i, c, ASK_IMPACT);
    if (incident->last_claim < 0)
        update(b, i, c);   /* when they will hear from us, before anything else */
    if (!is_worked(&b->play->state, i) && incident->first_work < 0)
        work_some(b, i);
    for (customer_id other = 0; other < sc->customer_count && incident->kind == INCIDENT_FAILURE; other++)
        if (incident->restored < 0 && !(incident->asked[other] >> ASK_IDEAS & 1))
            say_ask(b, i, other, ASK_IDEAS);
    if (b->policy->asks)
        say_ask(b, i, c, ASK_IMPACT);
    else if (!b->policy->forgets && call_is_due(&b->play->state, i, c))
        update(b, i, c);
    if (!b->policy->forgets && !b->policy->asks)
        tell_others(b, i);
}

static FIX_UNUSED void finish_off(struct player *b, incident_id i)
{
    if (b->play->state.incidents[i].restored < 0 || b->policy->no_close)
        return;
    if (!b->policy->unasked && !b->policy->silent)
        say_two(b, SIM_CMD_VERIFY, i, b->play->state.incidents[i].reporter);
    say_two(b, SIM_CMD_CLOSE, i, NOBODY);
}

static FIX_UNUSED void look_after(struct player *b, incident_id i)
{
    const struct sim_incident *incident = &b->play->state.incidents[i];
    customer_id decider = b->play->sc->incidents[i].decider;
    if (b->policy->refuses && !incident->refused)
        say_two(b, incident->kind == INCIDENT_CONTENTION ? SIM_CMD_DECIDE_OURSELVES : SIM_CMD_REFUSE, i, incident->kind == INCIDENT_CONTENTION ? 0 : incident->reporter);
    if (incident->open == 1 && incident->kind == INCIDENT_CONTENTION && !b->policy->silent) {
        struct sim_command hand = sim_command_make(SIM_CMD_HAND_PRIORITY);
        hand.hand_priority.incident = i;
        hand.hand_priority.customer = decider;
        say(b, &hand);
    }
    if (incident->open != 1 || incident->kind == INCIDENT_CONTENTION)
        return;
    if (!b->policy->silent)
        speak_about(b, i);
    if (b->policy->begs) {
        say_two(b, SIM_CMD_APOLOGISE, incident->reporter, i);
        say_two(b, SIM_CMD_PROACTIVE, incident->reporter, i);
    }
    if (!is_worked(&b->play->state, i) && incident->restored < 0)
        work_some(b, i);
    finish_off(b, i);
}

static FIX_UNUSED void play_round(struct player *b, round_id round)
{
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    give(b, &c);
    while (b->play->state.now < b->play->sc->rounds[round].to) {
        keep_up(b);
        for (incident_id i = 0; i < b->play->state.incident_count; i++)
            if (b->play->state.incidents[i].open == 1)
                look_after(b, i);
        wait_until(b, b->play->state.now + 60);
    }
    c = sim_command_make(SIM_CMD_END_ROUND);
    give(b, &c);
}

static FIX_UNUSED void play_both(struct player *b, uint64_t seed)
{
    struct sim_setup with = fix_setup(seed);
    sim_begin(&b->play->state, b->play->sc, &with);
    b->answered = -1;
    play_round(b, FIX_MORNING);
    play_round(b, FIX_AFTERNOON);
}
#endif
