/* Talking: greeting, asking, telling, calling back. */
#include "players/policy.h"

#include "base/number.h"

enum {
    TALK_LEAD = 180,        /* a call is made this long before it is due */
    TALK_NOTICE = 60,       /* until somebody has noticed a question */
    TALK_PROMISE_FIX = 1    /* kind of a promise that names a fix time */
};

/* --- what was promised --- */

int policy_calls_back(struct turn *t, customer_id with)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        if (!p.open || p.kind == TALK_PROMISE_FIX || p.due - see_now(t) > TALK_LEAD || !policy_is_with(with, p.customer))
            continue;
        if (see_is_open(t, p.incident) && policy_does(t, HABIT_CALL, p.incident, p.act) && policy_tell(t, p.incident, p.customer))
            return 1;
    }
    return 0;
}

/* --- first words --- */

static int greet(struct turn *t, incident_id i)
{
    struct seen_incident seen = see_incident(t, i);
    if (seen.kind != INCIDENT_CONTENTION && policy_does(t, HABIT_IMPACT, i, 0))
        return policy_ask(t, i, seen.reporter, ASK_IMPACT, NOBODY);
    return policy_does(t, HABIT_GREET, i, 0) && policy_pair(t, SIM_CMD_ACKNOWLEDGE, i, seen.reporter, i, "acknowledge");
}

int policy_greets(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        struct seen_incident seen = see_incident(t, i);
        if (seen.first_contact < 0 && policy_is_with(with, seen.reporter) && greet(t, i))
            return 1;
    }
    return 0;
}

/* "When will I hear from you?" is answered before it is asked. */
int policy_commits(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        struct seen_incident seen = see_incident(t, i);
        if (seen.first_contact < 0 || !policy_is_with(with, seen.reporter) || !policy_is_talked_about(t, i))
            continue;
        if (see_last_claim(t, i, seen.reporter) < 0 && policy_does(t, HABIT_COMMIT, i, -1) && policy_tell(t, i, seen.reporter))
            return 1;
    }
    return 0;
}

/* --- questions --- */

static int ask_reporter(struct turn *t, incident_id i, customer_id c)
{
    static const enum question order[] = {ASK_EXPECTATION, ASK_URGENCY, ASK_IMPACT, ASK_IDEAS};
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        if (!see_has_asked(t, i, c, order[k]) && policy_ask(t, i, c, order[k], NOBODY))
            return 1;
    return 0;
}

static int may_be_asked(const struct turn *t, incident_id i)
{
    return policy_is_talked_about(t, i) && !see_is_running(t, i) && see_incident(t, i).first_contact >= 0;
}

int policy_asks_more(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        customer_id c = see_incident(t, i).reporter;
        if (policy_is_with(with, c) && may_be_asked(t, i) && policy_does(t, HABIT_ASK_MORE, i, 0) && ask_reporter(t, i, c))
            return 1;
    }
    return 0;
}

static int ask_around(struct turn *t, incident_id i, customer_id with)
{
    static const enum question order[] = {ASK_IDEAS, ASK_IMPACT, ASK_EXPECTATION, ASK_URGENCY};
    for (size_t q = 0; q < sizeof order / sizeof *order; q++)
        for (customer_id c = 0; c < see_customers(t); c++)
            if (policy_is_with(with, c) && !see_has_asked(t, i, c, order[q]) && policy_ask(t, i, c, order[q], NOBODY))
                return 1;
    return 0;
}

/* Somebody else may know what helps. */
int policy_digs(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        if (may_be_asked(t, i) && policy_does(t, HABIT_ASK_MORE, i, 1) && ask_around(t, i, with))
            return 1;
    }
    return 0;
}

static int answer(struct turn *t, incident_id i, customer_id c)
{
    int32_t at = see_asked_at(t, i, c);
    if (at == 0 || see_now(t) - at < TALK_NOTICE || !policy_does(t, HABIT_ANSWER, i, at))
        return 0;
    if (see_incident(t, i).kind == INCIDENT_CONTENTION && policy_ask(t, i, c, ASK_URGENCY, NOBODY))
        return 1;
    return policy_tell(t, i, c);
}

/* Told what is known and when the next word comes; asked back, where there is something left to ask. */
int policy_answers(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++)
        for (customer_id c = 0; c < see_customers(t); c++)
            if (policy_is_with(with, c) && answer(t, see_open(t, k), c))
                return 1;
    return 0;
}

/* --- news and silence --- */

int policy_tells(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        for (customer_id c = 0; policy_is_talked_about(t, i) && c < see_customers(t); c++) {
            uint32_t news = policy_is_with(with, c) ? see_untold(t, i, c) : 0;
            if (news == 0 || !policy_does(t, HABIT_TELL, i, (int32_t)news))
                continue;
            int fresh = see_last_claim(t, i, c) < 0 && see_untold_for(t, i, c) < TALK_NOTICE;
            if (!(with == NOBODY && fresh) && policy_tell(t, i, c))
                return 1;
        }
    }
    return 0;
}

int policy_breaks_silence(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        struct seen_incident seen = see_incident(t, i);
        if (!policy_is_with(with, seen.reporter) || !policy_is_talked_about(t, i))
            continue;
        int32_t patience = number_max(seen.patience, TALK_NOTICE);
        if (see_untold_for(t, i, seen.reporter) >= patience * 2 / 3 &&
            policy_does(t, HABIT_UPDATE, i, 1 + (see_now(t) - seen.opened) / patience) && policy_tell(t, i, seen.reporter))
            return 1;
    }
    return 0;
}

/* --- what was said and is not so --- */

/* The service fell back, or a claim went too far: said before the customer finds it out. */
int policy_corrects(struct turn *t, customer_id with)
{
    for (int32_t k = see_first_claim(t); k < see_claims(t); k++) {
        struct seen_claim claim = see_claim(t, k);
        if (!policy_is_with(with, claim.customer) || !policy_is_talked_about(t, claim.incident) || claim.corrected ||
            see_last_claim(t, claim.incident, claim.customer) != k || !policy_does(t, HABIT_CORRECT, claim.incident, claim.act))
            continue;
        enum claim known = policy_knows(t, claim.incident, claim.customer);
        if ((int32_t)known < claim.claim && policy_tell(t, claim.incident, claim.customer))
            return 1;
    }
    return 0;
}
