/* How a team puts what it wishes: who speaks, what is claimed, which time is named. */
#include "players/policy.h"
#include "players/player.h"

#include "base/chance.h"
#include "base/number.h"

enum {
    SAY_MINUTE = 60, SAY_FIVE = 300,
    SAY_SOON = 420,             /* no call is promised sooner */
    SAY_LAST_CALL = 300,        /* nor so late in the round */
    SAY_HORIZON = 2,            /* times patience: later than that nobody wants to hear */
    SAY_FAR = 6,                /* times patience: what a player says who does not want to call */
    SAY_TINY = 240,
    SAY_AT_ONCE = 900,          /* "ten minutes" */
    SAY_SANDBAG = 2400          /* beyond what the work takes */
};

int32_t policy_draw(const struct turn *t, int32_t purpose, int32_t first, int32_t second, int32_t low, int32_t high)
{
    return chance_between(see_seed(t), purpose, first, second, low, high);
}

int policy_is_with(customer_id with, customer_id c)
{
    return with == NOBODY || with == c;
}

/* An incident keeps its voice as long as that one is free. */
int32_t policy_speaker(const struct turn *t, incident_id i)
{
    int32_t n = see_members(t);
    for (int32_t k = 0; k < n; k++)
        if (see_is_free(t, (number_max(i, 0) + k) % n))
            return (number_max(i, 0) + k) % n;
    return NOBODY;
}

int policy_is_talked_about(const struct turn *t, incident_id i)
{
    const struct sim_incident *seen = see_incident(t, i);
    return see_is_open(t, i) && seen->kind != INCIDENT_CONTENTION && seen->confirmed < 0;
}

enum claim policy_knows(const struct turn *t, incident_id i, customer_id c)
{
    for (int claim = CLAIM_FIXED; claim > CLAIM_DO_NOT_KNOW; claim--)
        if (see_supports(t, i, c, (enum claim)claim))
            return (enum claim)claim;
    return CLAIM_DO_NOT_KNOW;
}

/* Somebody else expects a call about then already: nobody can ring two at once. */
static int is_taken(const struct turn *t, customer_id c, int32_t due)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        if (p.open && p.customer != c && p.due > due - SAY_FIVE / 2 && p.due < due + SAY_FIVE / 2)
            return 1;
    }
    return 0;
}

/* Of the times around it the nearest at which nobody else is called. */
static int32_t free_slot(const struct turn *t, customer_id c, int32_t due, int32_t latest)
{
    static const int32_t steps[] = {0, -1, 1, -2};
    for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
        int32_t other = due + steps[k] * SAY_FIVE;
        if (other >= see_now(t) + SAY_SOON && other <= latest && !is_taken(t, c, other))
            return other;
    }
    return due;
}

/* When there will be news: the work that runs is done by then. At the latest a little within what the customer accepts;
 * sooner where a known deadline asks for it; on a round five minutes. */
static int32_t near_call(const struct turn *t, incident_id i, customer_id c)
{
    int32_t now = see_now(t), patience = number_max(see_patience(t, c), SAY_FIVE), news = see_work_until(t, i);
    int32_t latest = now + SAY_HORIZON * patience - SAY_MINUTE;
    int32_t due = news >= 0 ? news + SAY_FIVE : now + patience * 4 / 3;
    due = number_clamp(due, now + SAY_SOON, latest) / SAY_FIVE * SAY_FIVE;
    due = free_slot(t, c, due < now + SAY_SOON ? due + SAY_FIVE : due, latest);
    while (due >= now + SAY_SOON && see_call_is_far(t, i, c, due))
        due -= SAY_MINUTE;
    return due;
}

static int32_t far_call(const struct turn *t, customer_id c)
{
    return number_min(see_now(t) + SAY_FAR * see_patience(t, c), see_round_to(t) - SAY_MINUTE);
}

/* Promised only when the work that mends it will be done by then. */
static int32_t certain_call(const struct turn *t, incident_id i, customer_id c)
{
    int32_t due = near_call(t, i, c), mended = see_fix_by(t, i);
    return mended >= 0 && mended < due ? due : -1;
}

/* A call falls before the round's last minutes; who asks in those hears a time even when the round is over by then. */
static int32_t in_round(const struct turn *t, int32_t due, enum policy_commit commit)
{
    int32_t end = see_round_to(t), last = end - SAY_LAST_CALL;
    if (due <= last || last >= see_now(t) + SAY_SOON)
        return number_min(due, last);
    return commit == COMMIT_EVER ? number_max(due, end + SAY_FIVE) : -1;
}

int32_t policy_next_call(const struct turn *t, incident_id i, customer_id c, enum policy_commit commit)
{
    int32_t due = -1, soon = see_now(t) + SAY_SOON;
    switch (policy_of(t, i)->calls) {
    case CALLS_NEAR:
        due = near_call(t, i, c);
        break;
    case CALLS_NONE:
        break;
    case CALLS_FAR:
        due = far_call(t, c);
        break;
    case CALLS_TINY:
        due = soon = see_now(t) + SAY_TINY;
        break;
    case CALLS_CERTAIN:
        due = certain_call(t, i, c);
        break;
    }
    return due < soon ? -1 : in_round(t, due, commit);
}

int policy_ask(struct turn *t, incident_id i, customer_id c, enum question q, work_id w)
{
    static const char *const keys[ASK_COUNT] = {"ask.impact",   "ask.urgency",      "ask.expectation", "ask.ideas",
                                                "ask.go-ahead", "ask.confirmation", "ask.feedback"};
    struct sim_command ask = sim_command_make(SIM_CMD_ASK);
    ask.member = policy_speaker(t, i);
    ask.ask.incident = i;
    ask.ask.customer = c;
    ask.ask.question = (int32_t)q;
    ask.ask.work = w;
    return policy_wish(t, &ask, keys[q], -1);
}

/* The claim that went further than the team would go now: it knows that it was wrong. */
static int32_t owed_correction(const struct turn *t, incident_id i, customer_id c, enum claim now)
{
    int32_t last = see_last_claim(t, i, c);
    if (last < 0)
        return 0;
    struct seen_claim claim = see_claim(t, last);
    return claim.claim <= (int32_t)now || claim.corrected ? 0 : claim.act;
}

/* What pleases leaves out bad news. */
uint32_t policy_news(const struct turn *t, incident_id i, customer_id c)
{
    uint32_t left_out = policy_of(t, i)->claims == CLAIMS_PLEASING ? see_known_of(t, i, FACT_BAD_NEWS) : 0;
    return see_untold(t, i, c) & ~left_out;
}

static int32_t fix_time(const struct turn *t, incident_id i)
{
    int32_t mended = see_fix_by(t, i), last = see_round_to(t) - SAY_MINUTE;
    if (see_is_running(t, i) || last <= see_now(t))
        return -1;
    switch (policy_of(t, i)->fixes) {
    case FIXES_AT_ONCE:
        return number_min(see_now(t) + SAY_AT_ONCE, last);
    case FIXES_SANDBAG:
        return mended >= 0 && mended < last ? number_min(mended + SAY_SANDBAG, last) : -1;
    case FIXES_NONE:
        break;
    }
    return -1;
}

int policy_say(struct turn *t, incident_id i, customer_id c, enum claim claim, enum policy_commit commit)
{
    static const char *const plain[CLAIM_COUNT] = {"update.do-not-know", "update.finding-out",   "update.know-why",
                                                   "update.way-around",  "update.under-control", "update.fixed",
                                                   "update.confirmed"};
    static const char *const calls[CLAIM_COUNT] = {"call.do-not-know", "call.finding-out",   "call.know-why",
                                                   "call.way-around",  "call.under-control", "call.fixed",
                                                   "call.confirmed"};
    struct sim_command update = sim_command_make(SIM_CMD_UPDATE);
    int32_t call = commit != COMMIT_NOT ? policy_next_call(t, i, c, commit) : -1, wrong = owed_correction(t, i, c, claim);
    update.member = policy_speaker(t, i);
    update.update.incident = i;
    update.update.customer = c;
    update.update.claim = (int32_t)claim;
    update.update.facts = (int32_t)policy_news(t, i, c);
    update.update.improvised = SIM_FACTS_DEFAULT;
    update.update.corrects = wrong > 0 && policy_does(t, HABIT_CORRECT, i, wrong) ? wrong : 0;
    update.update.fix_by = fix_time(t, i);
    update.update.next_call = call;
    const char *key = update.update.corrects > 0 ? "update.correction" : call >= 0 ? calls[claim] : plain[claim];
    return policy_wish(t, &update, key, call);
}

/* Everything is fine; the next time it is as good as done. */
static enum claim pleasing(const struct turn *t, incident_id i, customer_id c)
{
    int said = see_last_claim(t, i, c) >= 0;
    return see_is_running(t, i) || (said && see_fix_by(t, i) >= 0) ? CLAIM_FIXED : CLAIM_UNDER_CONTROL;
}

/* One step further than what is known. */
static enum claim ahead(enum claim known)
{
    return known < CLAIM_UNDER_CONTROL ? CLAIM_UNDER_CONTROL : known;
}

static enum claim claim_of(const struct turn *t, incident_id i, customer_id c)
{
    switch (policy_of(t, i)->claims) {
    case CLAIMS_PLEASING:
        return pleasing(t, i, c);
    case CLAIMS_DO_NOT_KNOW:
        return CLAIM_DO_NOT_KNOW;
    case CLAIMS_WEAKEST:
        return see_supports(t, i, c, CLAIM_FINDING_OUT) ? CLAIM_FINDING_OUT : CLAIM_DO_NOT_KNOW;
    case CLAIMS_AHEAD:
        return ahead(policy_knows(t, i, c));
    case CLAIMS_CONFIRMED:
        return see_is_running(t, i) ? CLAIM_CONFIRMED : policy_knows(t, i, c);
    case CLAIMS_KNOWN:
    case CLAIMS_NONE:
        break;
    }
    return policy_knows(t, i, c);
}

static int tell(struct turn *t, incident_id i, customer_id c, enum policy_commit commit)
{
    if (policy_of(t, i)->claims == CLAIMS_NONE)
        return policy_pair(t, SIM_CMD_ACKNOWLEDGE, i, c, i, "acknowledge");
    return policy_say(t, i, c, claim_of(t, i, c), commit);
}

int policy_tell(struct turn *t, incident_id i, customer_id c)
{
    int reports = c == see_incident(t, i)->reporter;
    int commits = reports && !see_is_running(t, i) && policy_does(t, HABIT_COMMIT, i, see_acts_ever(t));
    return tell(t, i, c, commits ? COMMIT_IN_ROUND : COMMIT_NOT);
}

int policy_tell_and_promise(struct turn *t, incident_id i, customer_id c)
{
    return tell(t, i, c, policy_does(t, HABIT_COMMIT, i, see_acts_ever(t)) ? COMMIT_EVER : COMMIT_NOT);
}

int policy_word(struct turn *t, enum sim_command_kind kind, customer_id c, incident_id i, int32_t third)
{
    struct sim_command word = sim_command_make(kind);
    word.member = policy_speaker(t, i);
    word.v[0] = c;
    word.v[1] = i;
    word.v[2] = third;
    const char *key = kind == SIM_CMD_APOLOGISE ? (third > 0 ? "apologise" : "sorry") : kind == SIM_CMD_BLAME ? "blame" : NULL;
    return policy_wish(t, &word, key, -1);
}

int policy_pair(struct turn *t, enum sim_command_kind kind, int32_t first, int32_t second, incident_id i, const char *key)
{
    struct sim_command c = sim_command_make(kind);
    c.member = policy_speaker(t, i);
    c.v[0] = first;
    c.v[1] = second;
    return policy_wish(t, &c, key, -1);
}

int policy_verify(struct turn *t, incident_id i)
{
    return policy_pair(t, SIM_CMD_VERIFY, i, see_incident(t, i)->reporter, i, "verify");
}
