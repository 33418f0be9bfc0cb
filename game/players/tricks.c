/* What a vice or a cheat does beside what everybody does. */
#include "players/policy.h"

#include "base/number.h"

enum {
    TRICK_DUE = 240,         /* a promise this near is dealt with */
    TRICK_HOUR = 3600,
    TRICK_FIX_BY = 1         /* kind of a promise that names a fix time */
};

/* --- refusing --- */

static int refuse(struct turn *t, incident_id i, customer_id c, int32_t offer)
{
    struct sim_command no = sim_command_make(SIM_CMD_REFUSE);
    no.member = policy_speaker(t, i);
    no.refuse.incident = i;
    no.refuse.customer = c;
    no.refuse.offer = offer;
    return policy_wish(t, &no, NULL, -1);
}

static int refuse_some(struct turn *t, customer_id with, int all, int32_t offer)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        int spared = !all && (seen->kind == INCIDENT_FAILURE || seen->kind == INCIDENT_CONTENTION);
        if (!spared && !seen->refused && seen->confirmed < 0 && policy_is_with(with, seen->reporter) && refuse(t, i, seen->reporter, offer))
            return 1;
    }
    return 0;
}

/* Says no to what is not broken. */
int policy_refuses(struct turn *t, customer_id with)
{
    return refuse_some(t, with, 0, 0);
}

int policy_refuses_all(struct turn *t, customer_id with)
{
    return refuse_some(t, with, 1, 0);
}

int policy_refuses_with_offer(struct turn *t, customer_id with)
{
    return refuse_some(t, with, 1, 1);
}

/* --- promises --- */

static int has_promise(const struct turn *t, incident_id i, customer_id c)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        if (p.open && p.incident == i && p.customer == c)
            return 1;
    }
    return 0;
}

static int renegotiate(struct turn *t, const struct seen_promise *p)
{
    struct sim_command later = sim_command_make(SIM_CMD_RENEGOTIATE);
    later.member = policy_speaker(t, p->incident);
    later.renegotiate.act = p->act;
    later.renegotiate.part = p->part;
    later.renegotiate.due = number_min(see_now(t) + number_max(see_patience(t, p->customer), TRICK_DUE * 2), see_round_to(t) - 60);
    return later.renegotiate.due > p->due && policy_wish(t, &later, NULL, -1);
}

/* What falls due is put off, as often as it can be. */
int policy_renegotiates(struct turn *t, customer_id with)
{
    for (int32_t k = see_first_promise(t); k < see_promises(t); k++) {
        struct seen_promise p = see_promise(t, k);
        int due = p.open && p.kind != TRICK_FIX_BY && p.renegotiates == 0 && p.due >= see_now(t) && p.due - see_now(t) <= TRICK_DUE;
        if (due && see_is_open(t, p.incident) && policy_is_with(with, p.customer) && renegotiate(t, &p))
            return 1;
    }
    return 0;
}

/* Whoever asks is promised a call. */
int policy_promises_again(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        for (customer_id c = 0; c < see_customers(t); c++) {
            struct sim_command promise = sim_command_make(SIM_CMD_PROMISE);
            promise.member = policy_speaker(t, i);
            promise.promise.incident = i;
            promise.promise.customer = c;
            promise.promise.due = number_min(see_now(t) + see_patience(t, c), see_round_to(t) - 60);
            if (see_asked_at(t, i, c) > 0 && promise.promise.due > see_now(t) && policy_is_with(with, c) && policy_wish(t, &promise, NULL, -1))
                return 1;
        }
    }
    return 0;
}

/* Never says how it stands; promises to be there, and puts that off. */
int policy_only_promises(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (seen->first_contact < 0 || see_is_running(t, i) || !policy_is_talked_about(t, i) || !policy_is_with(with, seen->reporter))
            continue;
        struct sim_command promise = sim_command_make(SIM_CMD_PROMISE);
        promise.member = policy_speaker(t, i);
        promise.promise.incident = i;
        promise.promise.customer = seen->reporter;
        promise.promise.due = policy_next_call(t, i, seen->reporter, COMMIT_IN_ROUND);
        if (promise.promise.due >= 0 && !has_promise(t, i, seen->reporter) && policy_wish(t, &promise, NULL, -1))
            return 1;
    }
    return policy_renegotiates(t, with);
}

/* --- claims --- */

/* Takes back what went too far, once it is older than that. */
static int take_back(struct turn *t, customer_id with, int32_t share)
{
    for (int32_t k = see_first_claim(t); k < see_claims(t); k++) {
        struct seen_claim claim = see_claim(t, k);
        if (!claim.lacked || claim.corrected || claim.found_out || !policy_is_with(with, claim.customer) ||
            !policy_is_talked_about(t, claim.incident) || see_last_claim(t, claim.incident, claim.customer) != k)
            continue;
        int32_t wait = see_incident(t, claim.incident)->patience * share / 100;
        enum claim known = policy_knows(t, claim.incident, claim.customer);
        if (see_now(t) - claim.at >= wait && (int32_t)known < claim.claim && policy_say(t, claim.incident, claim.customer, known, COMMIT_IN_ROUND))
            return 1;
    }
    return 0;
}

/* In the same breath. */
int policy_takes_back(struct turn *t, customer_id with)
{
    return take_back(t, with, 0);
}

/* Just before the customer would find it out. */
int policy_takes_back_late(struct turn *t, customer_id with)
{
    return take_back(t, with, 75);
}

/* Everybody hears about everything, whether it is theirs or not. */
int policy_tells_bystanders(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        for (customer_id c = 0; policy_is_talked_about(t, i) && c < see_customers(t); c++)
            if (c != see_incident(t, i)->reporter && policy_is_with(with, c) && see_untold_for(t, i, c) >= see_patience(t, c) / 2 &&
                policy_tell(t, i, c))
                return 1;
    }
    return 0;
}

/* --- asking --- */

/* The same questions, whenever somebody has not heard for a while. */
int policy_asks_again(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        int quiet = see_silence(t, seen->reporter) >= seen->patience / 3;
        int32_t question = policy_draw(t, DRAW_WAY, i, see_now(t), ASK_IMPACT, ASK_IDEAS);
        if (quiet && policy_is_talked_about(t, i) && policy_is_with(with, seen->reporter) &&
            policy_ask(t, i, seen->reporter, (enum question)question, NOBODY))
            return 1;
    }
    return 0;
}

int policy_verifies_again(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        int quiet = see_silence(t, seen->reporter) >= seen->patience / 3;
        if (quiet && policy_is_talked_about(t, i) && policy_is_with(with, seen->reporter) && policy_verify(t, i))
            return 1;
    }
    return 0;
}

/* Whoever is to be consulted about anything is asked about all of it, before anybody knows what is wrong. */
int policy_asks_all_at_once(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        for (int32_t n = 0; n < see_works(t, i); n++) {
            customer_id c = see_work(t, see_work_id(t, i, n)).consult;
            if (c >= 0 && policy_is_with(with, c) && !see_has_asked(t, i, c, ASK_GO_AHEAD) && policy_ask(t, i, c, ASK_GO_AHEAD, NOBODY))
                return 1;
        }
    }
    return 0;
}

/* Whose choice it is, is not asked; and every incident goes up the line. */
int policy_hands_over_at_once(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (!policy_is_with(with, seen->reporter) || seen->first_contact < 0)
            continue;
        if (seen->kind == INCIDENT_CONTENTION && policy_pair(t, SIM_CMD_HAND_PRIORITY, i, seen->reporter, i, "hand-priority"))
            return 1;
        int late = see_silence(t, seen->reporter) >= seen->patience / 2 && see_last_said(t, i, seen->reporter) != SIM_CMD_ESCALATE;
        if (late && policy_is_talked_about(t, i) && policy_pair(t, SIM_CMD_ESCALATE, i, seen->reporter, i, NULL))
            return 1;
    }
    return 0;
}

/* --- tone --- */

/* Sorry, and something nice, whenever there is nothing else. */
int policy_begs(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (see_silence(t, seen->reporter) < seen->patience / 3 || !policy_is_with(with, seen->reporter))
            continue;
        int sorry = see_acts(t, SIM_CMD_APOLOGISE) <= see_acts(t, SIM_CMD_PROACTIVE);
        if (policy_word(t, sorry ? SIM_CMD_APOLOGISE : SIM_CMD_PROACTIVE, seen->reporter, i, !sorry))
            return 1;
    }
    return 0;
}

/* Before anything has gone wrong. */
int policy_says_sorry_first(struct turn *t, customer_id with)
{
    for (int32_t k = 0; k < see_open_count(t); k++) {
        incident_id i = see_open(t, k);
        const struct sim_incident *seen = see_incident(t, i);
        if (seen->first_contact < 0 && policy_is_with(with, seen->reporter) && see_last_said(t, i, seen->reporter) != SIM_CMD_APOLOGISE &&
            policy_word(t, SIM_CMD_APOLOGISE, seen->reporter, i, 0))
            return 1;
    }
    return 0;
}

/* Writes a complaint wherever there may be cause, and ticks it off. */
int policy_complains(struct turn *t, customer_id with)
{
    struct sim_command tick = sim_command_make(SIM_CMD_RESOLVE_COMPLAINT);
    tick.resolve_complaint.act = see_open_complaint(t);
    tick.resolve_complaint.resolved = 1;
    if (tick.resolve_complaint.act > 0)
        return with == NOBODY && policy_wish(t, &tick, NULL, -1);
    for (customer_id c = 0; c < see_customers(t); c++) {
        struct sim_command log = sim_command_make(SIM_CMD_LOG_COMPLAINT);
        log.log_complaint.customer = c;
        log.log_complaint.incident = NOBODY;
        log.log_complaint.owner = 0;
        log.log_complaint.due = see_now(t) + TRICK_HOUR;
        int may_grumble = see_mood(t, c) >= MOOD_WORRIED || see_silence(t, c) >= see_patience(t, c) / 2;
        int lately = see_complained_at(t, c) >= 0 && see_now(t) - see_complained_at(t, c) < TRICK_HOUR / 2;
        if (policy_is_with(with, c) && may_grumble && !lately && policy_wish(t, &log, NULL, -1))
            return 1;
    }
    return 0;
}

/* Begun to be seen, and stopped as soon as it was. */
int policy_stops_work(struct turn *t, customer_id with)
{
    int32_t instance = see_running_work(t);
    if (with != NOBODY || instance < 0 || see_now(t) - see_begun(t, instance) < TRICK_DUE)
        return 0;
    struct sim_command stop = sim_command_make(SIM_CMD_STOP_WORK);
    stop.stop_work.instance = instance;
    return policy_wish(t, &stop, NULL, -1);
}
