/* Talking: greeting, asking, telling, calling back. */
#include "players/policy.h"

#include "base/number.h"

enum {
    TALK_LEAD = 180,        /* a call is made this long before it is due */
    TALK_NOTICE = 60,       /* until somebody has noticed a question */
    TALK_OLD_NEWS = 480,    /* news is told before it is so old */
    TALK_CALM = 1,          /* open incidents at which there is time for everybody */
    TALK_PROMISE_FIX = 1    /* kind of a promise that names a fix time */
};

/* --- what was promised --- */

/* They rang about it, whatever that was worth. */
static int has_rung(const struct turn *t, const struct seen_promise *p)
{
    int32_t last = see_last_claim(t, p->incident, p->customer);
    return last >= 0 && see_claim(t, last).act > p->act && see_claim(t, last).at >= p->due - TALK_LEAD;
}

/* What works is tried out together, once they know what there is to know; what stands still may only wait for their word,
 * if there is time to ask for it first; else they hear how it stands. */
static int call(struct turn *t, incident_id i, customer_id c, int32_t left)
{
    int works = see_is_running(t, i) && see_incident(t, i)->confirmed < 0 && see_incident(t, i)->reporter == c;
    if (works && policy_news(t, i, c) == 0 && policy_does(t, HABIT_CONFIRM, i, 0) && policy_verify(t, i))
        return 1;
    int asks = see_talking_to(t) == c || left > see_conversation(t);
    return (asks && policy_asks_go_ahead_now(t, i, c)) || policy_tell(t, i, c);
}

int policy_calls_back(struct turn *t, customer_id with)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        int due = p.open && p.kind != TALK_PROMISE_FIX && p.due - see_now(t) <= TALK_LEAD;
        if (!due || !policy_is_with(with, p.customer) || has_rung(t, &p))
            continue;
        if (!see_is_open(t, p.incident) || !policy_does(t, HABIT_CALL, p.incident, p.act))
            continue;
        if (call(t, p.incident, p.customer, p.due - see_now(t)))
            return 1;
    }
    return 0;
}

/* --- first words --- */

static int greet(struct turn *t, incident_id i)
{
    const struct sim_incident *seen = see_incident(t, i);
    if (policy_does(t, HABIT_IMPACT, i, 0))
        return policy_ask(t, i, seen->reporter, seen->kind == INCIDENT_CONTENTION ? ASK_URGENCY : ASK_IMPACT, NOBODY);
    return policy_does(t, HABIT_GREET, i, 0) && policy_pair(t, SIM_CMD_ACKNOWLEDGE, i, seen->reporter, i, "acknowledge");
}

int policy_greets(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (seen->first_contact < 0 && policy_is_with(with, seen->reporter) && greet(t, i))
            return 1;
    }
    return 0;
}

/* "When will I hear from you?" is answered before it is asked. */
int policy_commits(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (seen->first_contact < 0 || !policy_is_with(with, seen->reporter) || !policy_is_talked_about(t, i))
            continue;
        if (see_last_claim(t, i, seen->reporter) < 0 && policy_does(t, HABIT_COMMIT, i, -1) &&
            policy_tell_and_promise(t, i, seen->reporter))
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
    return policy_is_talked_about(t, i) && !see_is_running(t, i) && see_incident(t, i)->first_contact >= 0;
}

int policy_asks_more(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        customer_id c = see_incident(t, i)->reporter;
        if (policy_is_with(with, c) && may_be_asked(t, i) && policy_does(t, HABIT_ASK_MORE, i, 0) && ask_reporter(t, i, c))
            return 1;
    }
    return 0;
}

static int ask_around(struct turn *t, incident_id i, customer_id with, enum question q)
{
    for (customer_id c = 0; c < see_customers(t); c++)
        if (policy_is_with(with, c) && !see_has_asked(t, i, c, q) && policy_ask(t, i, c, q, NOBODY))
            return 1;
    return 0;
}

/* What was found out may remind whoever reported it: asked again where nobody knows on, by a team that has not called in
 * vain before. */
static int ask_again(struct turn *t, incident_id i, customer_id with)
{
    customer_id reporter = see_incident(t, i)->reporter;
    return policy_is_with(with, reporter) && see_may_ask_again(t, i, reporter, ASK_IDEAS) && see_called_in_vain(t, reporter) == 0 &&
           policy_is_stuck(t, i) && policy_ask(t, i, reporter, ASK_IDEAS, NOBODY);
}

/* A project is for those who will use it. Somebody else may know what helps, once one knows what to ask for; and where
 * work stands still, or there is time, what it means for them. */
static int dig(struct turn *t, incident_id i, customer_id with)
{
    if (see_incident(t, i)->kind == INCIDENT_PROJECT && ask_around(t, i, with, ASK_EXPECTATION))
        return 1;
    if (policy_is_looking(t, i))
        return 0;
    if (ask_around(t, i, with, ASK_IDEAS) || ask_again(t, i, with))
        return 1;
    if (see_is_worked_on(t, i) && see_open_count(t) > TALK_CALM)
        return 0;
    return ask_around(t, i, with, ASK_EXPECTATION) || ask_around(t, i, with, ASK_IMPACT) || ask_around(t, i, with, ASK_URGENCY);
}

int policy_digs(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        if (may_be_asked(t, i) && policy_does(t, HABIT_ASK_MORE, i, 1) && dig(t, i, with))
            return 1;
    }
    return 0;
}

static int answer(struct turn *t, incident_id i, customer_id c)
{
    int32_t at = see_asked_at(t, i, c);
    int noticed = see_talking_to(t) == c || see_now(t) - at >= TALK_NOTICE;
    if (at == 0 || !noticed || !policy_does(t, HABIT_ANSWER, i, at))
        return 0;
    if (see_incident(t, i)->kind == INCIDENT_CONTENTION && !see_has_asked(t, i, c, ASK_URGENCY))
        return policy_ask(t, i, c, ASK_URGENCY, NOBODY);
    if (policy_asks_go_ahead_now(t, i, c))
        return 1;
    return c == see_incident(t, i)->reporter ? policy_tell_and_promise(t, i, c) : policy_tell(t, i, c);
}

/* The question that has waited longest of those put after `after`: at a second, by place in the list. */
struct question_put { int32_t at, place, incident, customer; };

static int is_later(int32_t at, int32_t place, const struct question_put *than)
{
    return at > than->at || (at == than->at && place > than->place);
}

static int question_next(const struct turn *t, customer_id with, struct question_put *put)
{
    struct question_put best = {.at = INT32_MAX}, after = *put;
    for (int32_t k = 0, place = 0; k < see_open_count(t); k++)
        for (customer_id c = 0; c < see_customers(t); c++, place++) {
            int32_t at = see_asked_at(t, see_open(t, k), c);
            if (at > 0 && policy_is_with(with, c) && is_later(at, place, &after) && at < best.at)
                best = (struct question_put){at, place, see_open(t, k), c};
        }
    *put = best;
    return best.at < INT32_MAX;
}

/* Told what is known and when the next word comes, whoever has waited longest first; asked back, where there is
 * something left to ask. */
int policy_answers(struct turn *t, customer_id with)
{
    struct question_put put = {0};
    while (question_next(t, with, &put))
        if (answer(t, put.incident, put.customer))
            return 1;
    return 0;
}

/* An answer ends with a question, as long as they are on the line. */
int policy_asks_back(struct turn *t, customer_id with)
{
    for (int32_t k = 0; with != NOBODY && k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        int32_t at = see_answered_at(t, i, with);
        if (at > 0 && see_now(t) - at <= see_conversation(t) && policy_does(t, HABIT_ASK_MORE, i, at) &&
            (ask_reporter(t, i, with) || ask_around(t, i, with, ASK_FEEDBACK)))
            return 1;
    }
    return 0;
}

/* --- news and silence --- */

/* Bad news at once; the rest when they are on the line, or before it is old. */
static int is_time_to_tell(const struct turn *t, incident_id i, customer_id c, customer_id with, uint32_t news)
{
    return with == c || (news & see_known_of(t, i, FACT_BAD_NEWS)) != 0 || see_news_age(t, i, c) >= TALK_OLD_NEWS;
}

/* Bad news travels first: to whoever must have it, whoever is on the line. */
int policy_tells_bad_news(struct turn *t, customer_id with)
{
    for (int32_t k = 0; !see_nothing_to_tell(t) && k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        uint32_t bad = see_incident(t, i)->kind != INCIDENT_CONTENTION ? see_known_of(t, i, FACT_BAD_NEWS) : 0;
        for (customer_id c = 0; bad != 0 && c < see_customers(t); c++)
            if (policy_is_with(with, c) && (policy_news(t, i, c) & bad) != 0 &&
                policy_does(t, HABIT_TELL, i, (int32_t)policy_news(t, i, c)) && policy_tell(t, i, c))
                return 1;
    }
    return 0;
}

int policy_tells(struct turn *t, customer_id with)
{
    uint32_t any = 0;
    for (int32_t k = 0; !see_nothing_to_tell(t) && k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        for (customer_id c = 0; c < see_customers(t); c++) {
            uint32_t news = policy_is_with(with, c) ? policy_news(t, i, c) : 0;
            any |= news;
            if (news != 0 && policy_is_talked_about(t, i) && is_time_to_tell(t, i, c, with, news) &&
                policy_does(t, HABIT_TELL, i, (int32_t)news) && policy_tell(t, i, c))
                return 1;
        }
    }
    if (with == NOBODY && any == 0)
        see_note_nothing_to_tell(t);
    return 0;
}

int policy_breaks_silence(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (!policy_is_with(with, seen->reporter) || !policy_is_talked_about(t, i))
            continue;
        int32_t patience = number_max(seen->patience, TALK_NOTICE);
        if (see_untold_for(t, i, seen->reporter) >= patience * 2 / 3 && !see_waits_for_call(t, i, seen->reporter) &&
            policy_does(t, HABIT_UPDATE, i, 1 + (see_now(t) - seen->opened) / patience) &&
            (see_is_running(t, i) ? policy_tell : policy_tell_and_promise)(t, i, seen->reporter))
            return 1;
    }
    return 0;
}

/* While they are on the line anyway: for what they had to bear, only for that, and not twice in one breath. */
int policy_says_sorry(struct turn *t, customer_id with)
{
    int owes = with != NOBODY && see_owes_sorry(t, with) && see_acts(t, SIM_CMD_APOLOGISE) < see_customers(t);
    for (int32_t k = 0; owes && k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        if (see_incident(t, i)->reporter == with && see_last_said(t, i, with) != SIM_CMD_APOLOGISE &&
            policy_does(t, HABIT_SORRY, i, 0))
            return policy_word(t, SIM_CMD_APOLOGISE, with, i, 0);
    }
    return 0;
}

/* A hand for somebody who did not ask for one, while nobody waits for another. */
int policy_helps(struct turn *t, customer_id with)
{
    int calm = with == NOBODY && see_open_count(t) == 0 && !see_warm_up(t) && policy_does(t, HABIT_HELP, NOBODY, 0);
    for (customer_id c = 0; calm && c < see_customers(t); c++)
        if (!see_was_helped(t, c) && policy_word(t, SIM_CMD_PROACTIVE, c, NOBODY, 1))
            return 1;
    return 0;
}

/* --- what was said and is not so --- */

/* Who means to say more than is known takes it back in its own way, or not at all. */
static int corrects(const struct turn *t, const struct seen_claim *claim)
{
    enum policy_claims claims = policy_of(t, claim->incident)->claims;
    return claims != CLAIMS_AHEAD && claims != CLAIMS_CONFIRMED && policy_does(t, HABIT_CORRECT, claim->incident, claim->act);
}

/* The service fell back, or a claim went too far: said before the customer finds it out. */
int policy_corrects(struct turn *t, customer_id with)
{
    for (int32_t k = see_first_claim(t); k < see_claims(t); k++) {
        struct seen_claim claim = see_claim(t, k);
        if (!policy_is_with(with, claim.customer) || !policy_is_talked_about(t, claim.incident) || claim.corrected ||
            see_last_claim(t, claim.incident, claim.customer) != k || !corrects(t, &claim))
            continue;
        enum claim known = policy_knows(t, claim.incident, claim.customer);
        if ((int32_t)known < claim.claim && policy_tell(t, claim.incident, claim.customer))
            return 1;
    }
    return 0;
}
