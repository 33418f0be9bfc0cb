/* Confirming and closing, choices and conditions. */
#include "players/policy.h"

enum {
    FINISH_PROMISE_FIX = 1,     /* kind of a promise that names a fix time */
    FINISH_CLOSE_AFTER = 240,   /* by those who do not ask: this long after it works */
    FINISH_MILESTONE = 720,     /* a milestone this near is prepared */
    FINISH_WAIT = 240           /* a choice that nobody makes is made after so long */
};

int policy_confirms(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        customer_id c = see_incident(t, i)->reporter;
        if (!policy_is_with(with, c) || !see_is_running(t, i) || !policy_is_talked_about(t, i) ||
            !policy_does(t, HABIT_CONFIRM, i, 0))
            continue;
        int tells = policy_news(t, i, c) != 0 && policy_does(t, HABIT_TELL, i, (int32_t)policy_news(t, i, c));
        if ((tells && policy_tell(t, i, c)) || policy_verify(t, i))
            return 1;
    }
    return 0;
}

/* Whoever still waits for a call about it gets it before it is closed. */
static int calls_before_closing(struct turn *t, incident_id i)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        int waits = p.incident == i && p.open && p.kind != FINISH_PROMISE_FIX && policy_does(t, HABIT_CALL, i, p.act);
        int32_t last = waits ? see_last_claim(t, i, p.customer) : NOBODY;
        if (waits && (last < 0 || see_claim(t, last).act <= p.act) && policy_tell(t, i, p.customer))
            return 1;
    }
    return 0;
}

/* After it was confirmed; by those who do not ask, some minutes after it works. */
int policy_closes(struct turn *t, customer_id with)
{
    for (int32_t k = 0; with == NOBODY && k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (!see_is_running(t, i) || !policy_does(t, HABIT_CLOSE, i, 0))
            continue;
        int unasked = !policy_does(t, HABIT_CONFIRM, i, 0) && see_now(t) - seen->restored >= FINISH_CLOSE_AFTER;
        int asks = see_asked_at(t, i, seen->reporter) > 0 && policy_does(t, HABIT_ANSWER, i, see_asked_at(t, i, seen->reporter));
        if (asks || (seen->confirmed < 0 && !unasked))
            continue;
        if (calls_before_closing(t, i) || policy_pair(t, SIM_CMD_CLOSE, i, NOBODY, i, NULL))
            return 1;
    }
    return 0;
}

/* --- choices --- */

static int choose_alone(struct turn *t, incident_id i)
{
    int waited = see_now(t) - see_incident(t, i)->opened > FINISH_WAIT;
    if (!waited || see_options(t, i) == 0 || !policy_does(t, HABIT_DECIDE, i, 0))
        return 0;
    return policy_pair(t, SIM_CMD_DECIDE_OURSELVES, i, policy_draw(t, DRAW_CHOICE, i, 0, 0, see_options(t, i) - 1), i, NULL);
}

/* Whoever weighs most among those not asked yet; NOBODY when all were. */
static customer_id ask_next(const struct turn *t, incident_id i)
{
    customer_id next = NOBODY;
    for (customer_id c = 0; c < see_customers(t); c++)
        if (!see_has_asked(t, i, c, ASK_URGENCY) && (next < 0 || see_weight(t, c) > see_weight(t, next)))
            next = c;
    return next;
}

static customer_id heaviest(const struct turn *t)
{
    customer_id best = 0;
    for (customer_id c = 1; c < see_customers(t); c++)
        if (see_weight(t, c) > see_weight(t, best))
            best = c;
    return best;
}

/* Somebody has said that ranking is theirs; until somebody does, those who may know are asked. */
static int hand_over(struct turn *t, incident_id i, customer_id with)
{
    customer_id decider = see_who_said(t, i, FACT_PRIORITY), next = ask_next(t, i);
    if (decider < 0 && next >= 0)
        return policy_is_with(with, next) && policy_ask(t, i, next, ASK_URGENCY, NOBODY);
    if (decider < 0)
        decider = heaviest(t);
    struct sim_command hand = sim_command_make(SIM_CMD_HAND_PRIORITY);
    hand.member = policy_speaker(t, i);
    hand.hand_priority.incident = i;
    hand.hand_priority.customer = decider;
    hand.hand_priority.option = NOBODY;
    return policy_is_with(with, decider) && policy_wish(t, &hand, "hand-priority", -1);
}

/* Those who are asked first are heard first: the customer's own question is answered before it is handed on. */
int policy_chooses(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        if (see_incident(t, i)->kind != INCIDENT_CONTENTION)
            continue;
        if (policy_does(t, HABIT_HAND, i, 0) ? hand_over(t, i, with) : with == NOBODY && choose_alone(t, i))
            return 1;
    }
    return 0;
}

/* --- conditions --- */

int policy_agrees(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (!see_has_conditions(t, i) || seen->conditions_agreed >= 0 || seen->first_contact < 0 ||
            !policy_is_with(with, seen->reporter))
            continue;
        if (policy_is_talked_about(t, i) && policy_does(t, HABIT_CONDITIONS, i, 0) &&
            policy_pair(t, SIM_CMD_AGREE_CONDITIONS, i, seen->reporter, i, "conditions"))
            return 1;
    }
    return 0;
}

/* Before a milestone the conditions are gone through, and the customer hears how it goes. */
static int prepare(struct turn *t, incident_id i, int32_t milestone)
{
    const struct sim_incident *seen = see_incident(t, i);
    int32_t left = see_milestone_at(t, i, milestone) - see_now(t);
    int32_t since = milestone > 0 ? see_milestone_at(t, i, milestone - 1) : seen->opened;
    if (left < 0 || left > FINISH_MILESTONE || see_now(t) <= since || !policy_does(t, HABIT_CONDITIONS, i, 1 + milestone) ||
        !policy_does(t, HABIT_MILESTONE, i, milestone))
        return 0;
    if (seen->conditions_agreed >= 0 && !see_was_retested(t, i, milestone) &&
        policy_pair(t, SIM_CMD_RETEST_CONDITIONS, i, milestone, i, "re-test"))
        return 1;
    return see_untold_for(t, i, seen->reporter) > FINISH_MILESTONE && policy_tell(t, i, seen->reporter);
}

int policy_retests(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        int here = policy_is_with(with, see_incident(t, i)->reporter);
        for (int32_t m = 0; here && m < see_milestones(t, i); m++)
            if (policy_is_talked_about(t, i) && prepare(t, i, m))
                return 1;
    }
    return 0;
}
