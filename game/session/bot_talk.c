/* Talking: asking, telling, calling back, letting others choose and confirm. */
#include "session/bot_inside.h"
#include "base/chance.h"
#include "base/number.h"
#include "sim/claim.h"

enum {
    TALK_LEAD = 180,
    TALK_WAIT = 240,
    TALK_NOTICE = 60,
    TALK_MILESTONE = 720,
    TALK_CLOSE_AFTER = 240,
    TALK_OPTION = 9100
};

int bot_ask(const struct bot_turn *t, incident_id i, customer_id c, enum question q, work_id w)
{
    static const char *const keys[ASK_COUNT] = {"ask.impact",   "ask.urgency",      "ask.expectation", "ask.ideas",
                                                "ask.go-ahead", "ask.confirmation", "ask.feedback"};
    struct sim_command ask = sim_command_make(SIM_CMD_ASK);
    ask.member = bot_speaker(t, i);
    ask.ask.incident = i;
    ask.ask.customer = c;
    ask.ask.question = (int32_t)q;
    ask.ask.work = w;
    return bot_submit(t, &ask, keys[q], -1);
}

/* The claim that a correction is owed for: the team knows that it was wrong. */
static int32_t owed_correction(const struct bot_turn *t, incident_id i, customer_id c, enum claim now)
{
    int32_t last = claim_last(t->s, i, c);
    if (last < 0 || t->s->claims[last].claim <= (int32_t)now || t->s->claims[last].settled == CLAIM_CORRECTED) return 0;
    return t->s->claims[last].act;
}

int bot_say(const struct bot_turn *t, incident_id i, customer_id c, enum claim claim, int commit)
{
    static const char *const keys[CLAIM_COUNT] = {"update.do-not-know", "update.finding-out",   "update.know-why",
                                                  "update.way-around",  "update.under-control", "update.fixed",
                                                  "update.confirmed"};
    static const char *const calls[CLAIM_COUNT] = {"call.do-not-know", "call.finding-out",   "call.know-why",
                                                   "call.way-around",  "call.under-control", "call.fixed",
                                                   "call.confirmed"};
    struct sim_command update = sim_command_make(SIM_CMD_UPDATE);
    int32_t call = commit ? bot_next_call(t, i, c) : -1, wrong = owed_correction(t, i, c, claim);
    update.member = bot_speaker(t, i);
    update.update.incident = i;
    update.update.customer = c;
    update.update.claim = (int32_t)claim;
    update.update.facts = update.update.improvised = SIM_FACTS_DEFAULT;
    update.update.corrects = bot_does(t, HABIT_CORRECT, i, wrong) ? wrong : 0;
    update.update.fix_by = -1;
    update.update.next_call = call;
    return bot_submit(t, &update,
                      update.update.corrects > 0 ? "update.correction"
                      : call >= 0                ? calls[claim]
                                                 : keys[claim],
                      call);
}

static int say_known(const struct bot_turn *t, incident_id i, customer_id c)
{
    int commit = c == t->s->incidents[i].reporter && !bot_is_running(t, i) && bot_does(t, HABIT_COMMIT, i, t->s->acts);
    return bot_say(t, i, c, bot_knows(t, i, c), commit);
}

static int is_with(customer_id with, customer_id c) { return with == NOBODY || with == c; }

/* Waiting for the business to choose is no matter for updates. */
static int is_talked_about(const struct bot_turn *t, incident_id i)
{
    return bot_is_open(t, i) && t->s->incidents[i].kind != INCIDENT_CONTENTION && t->s->incidents[i].confirmed < 0;
}

/* --- what was promised --- */

int bot_calls(const struct bot_turn *t, customer_id with)
{
    for (int32_t k = t->s->open_promise; k < t->s->promise_count; k++) {
        const struct sim_promise *p = &t->s->promises[k];
        if (p->state != PROMISE_OPEN || p->kind == PROMISE_FIX_BY || !is_with(with, p->customer) ||
            !bot_is_open(t, p->incident))
            continue;
        if (p->due - t->s->now > TALK_LEAD || !bot_does(t, HABIT_CALL, p->incident, p->act)) continue;
        if (say_known(t, p->incident, p->customer)) return 1;
    }
    return 0;
}

/* --- first words --- */

int bot_greets(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!bot_is_open(t, i) || incident->first_contact >= 0 || !is_with(with, incident->reporter)) continue;
        if (bot_does(t, HABIT_IMPACT, i, 0) && incident->kind != INCIDENT_CONTENTION) {
            if (bot_ask(t, i, incident->reporter, ASK_IMPACT, NOBODY)) return 1;
        } else if (bot_does(t, HABIT_GREET, i, 0)) {
            struct sim_command hello = sim_command_make(SIM_CMD_ACKNOWLEDGE);
            hello.member = bot_speaker(t, i);
            hello.acknowledge.incident = i;
            hello.acknowledge.customer = incident->reporter;
            if (bot_submit(t, &hello, "acknowledge", -1)) return 1;
        }
    }
    return 0;
}

/* "When will I hear from you?" is answered before it is asked. */
int bot_commits(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!is_talked_about(t, i) || incident->first_contact < 0 || !is_with(with, incident->reporter)) continue;
        if (bot_has_claimed(t, i, incident->reporter) || !bot_does(t, HABIT_COMMIT, i, -1)) continue;
        if (bot_say(t, i, incident->reporter, bot_knows(t, i, incident->reporter), 1)) return 1;
    }
    return 0;
}

/* --- questions --- */

static int ask_reporter(const struct bot_turn *t, incident_id i)
{
    static const enum question order[] = {ASK_EXPECTATION, ASK_URGENCY, ASK_IMPACT, ASK_IDEAS};
    customer_id c = t->s->incidents[i].reporter;
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        if (!bot_has_asked(t, i, c, order[k]) && bot_ask(t, i, c, order[k], NOBODY)) return 1;
    return 0;
}

int bot_asks_more(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!is_talked_about(t, i) || bot_is_running(t, i) || incident->first_contact < 0 ||
            !is_with(with, incident->reporter))
            continue;
        if (bot_does(t, HABIT_ASK_MORE, i, 0) && ask_reporter(t, i)) return 1;
    }
    return 0;
}

/* Somebody else may know what helps: asked when work stands still for want of it. */
int bot_digs(const struct bot_turn *t, customer_id with)
{
    static const enum question order[] = {ASK_IDEAS, ASK_IMPACT, ASK_EXPECTATION, ASK_URGENCY};
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        if (!is_talked_about(t, i) || bot_is_running(t, i) || t->s->incidents[i].first_contact < 0 ||
            !bot_does(t, HABIT_ASK_MORE, i, 1))
            continue;
        for (size_t q = 0; q < sizeof order / sizeof *order; q++)
            for (customer_id c = 0; c < t->sc->customer_count; c++)
                if (is_with(with, c) && !bot_has_asked(t, i, c, order[q]) && bot_ask(t, i, c, order[q], NOBODY))
                    return 1;
    }
    return 0;
}

/* Told what is known and when the next word comes; asked back, where there is something left to ask. */
int bot_answers(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++)
        for (customer_id c = 0; bot_is_open(t, i) && c < t->sc->customer_count; c++) {
            int32_t said_at = 0;
            if (!is_with(with, c) || !bot_is_asked(t, i, c, &said_at)) continue;
            if (t->s->now - said_at < TALK_NOTICE || !bot_does(t, HABIT_ANSWER, i, said_at)) continue;
            if (t->s->incidents[i].kind == INCIDENT_CONTENTION && bot_ask(t, i, c, ASK_URGENCY, NOBODY)) return 1;
            if (bot_say(t, i, c, bot_knows(t, i, c), c == t->s->incidents[i].reporter && !bot_is_running(t, i)))
                return 1;
        }
    return 0;
}

/* --- news and silence --- */

int bot_tells(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++)
        for (customer_id c = 0; is_talked_about(t, i) && c < t->sc->customer_count; c++) {
            uint32_t news = sim_facts_untold(t->s, t->sc, i, c);
            if (!news || !is_with(with, c) || !bot_does(t, HABIT_TELL, i, (int32_t)news)) continue;
            if (with == NOBODY && !bot_has_claimed(t, i, c) && bot_untold_for(t, i, c) < TALK_NOTICE) continue;
            if (say_known(t, i, c)) return 1;
        }
    return 0;
}

int bot_breaks_silence(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!is_talked_about(t, i) || !is_with(with, incident->reporter)) continue;
        int32_t wait = bot_untold_for(t, i, incident->reporter), patience = number_max(incident->patience, TALK_NOTICE);
        if (wait < patience * 2 / 3 || !bot_does(t, HABIT_UPDATE, i, 1 + (t->s->now - incident->opened) / patience))
            continue;
        if (say_known(t, i, incident->reporter)) return 1;
    }
    return 0;
}

/* --- the end of it --- */

int bot_confirms(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!is_talked_about(t, i) || !bot_is_running(t, i) || !is_with(with, incident->reporter) ||
            !bot_does(t, HABIT_CONFIRM, i, 0))
            continue;
        struct sim_command verify = sim_command_make(SIM_CMD_VERIFY);
        verify.member = bot_speaker(t, i);
        verify.verify.incident = i;
        verify.verify.customer = incident->reporter;
        if (bot_submit(t, &verify, "verify", -1)) return 1;
    }
    return 0;
}

/* Whoever still waits for a call about it gets it before it is closed. */
static int calls_before_closing(const struct bot_turn *t, incident_id i)
{
    for (int32_t k = t->s->open_promise; k < t->s->promise_count; k++) {
        const struct sim_promise *p = &t->s->promises[k];
        if (p->incident == i && p->state == PROMISE_OPEN && p->kind != PROMISE_FIX_BY &&
            bot_does(t, HABIT_CALL, i, p->act))
            return bot_say(t, i, p->customer, bot_knows(t, i, p->customer), 0);
    }
    return 0;
}

/* After it was confirmed; by those who do not ask, some minutes after it works. */
int bot_closes(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; with == NOBODY && i < t->s->incident_count; i++) {
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!bot_is_open(t, i) || !bot_is_running(t, i) || !bot_does(t, HABIT_CLOSE, i, 0)) continue;
        int unasked = incident->confirmed < 0 && !bot_does(t, HABIT_CONFIRM, i, 0) &&
                      t->s->now - incident->restored >= TALK_CLOSE_AFTER;
        if (incident->confirmed < 0 && !unasked) continue;
        if (calls_before_closing(t, i)) return 1;
        struct sim_command close = sim_command_make(SIM_CMD_CLOSE);
        close.member = bot_speaker(t, i);
        close.close.incident = i;
        if (bot_submit(t, &close, NULL, -1)) return 1;
    }
    return 0;
}

/* --- choices and conditions --- */

static int choose_alone(const struct bot_turn *t, incident_id i)
{
    const struct incident *pack = bot_pack(t, i);
    struct sim_command decide = sim_command_make(SIM_CMD_DECIDE_OURSELVES);
    if (!pack || pack->option_count == 0 || t->bot->kind == BOT_TECHNICIAN) return 0;
    decide.member = bot_speaker(t, i);
    decide.decide_ourselves.incident = i;
    decide.decide_ourselves.option = chance_between(t->bot->seed, TALK_OPTION, i, 0, 0, pack->option_count - 1);
    return bot_submit(t, &decide, NULL, -1);
}

static int hand_over(const struct bot_turn *t, incident_id i, customer_id with)
{
    customer_id ask_next, decider = bot_decider(t, i, &ask_next);
    if (decider < 0) return is_with(with, ask_next) && bot_ask(t, i, ask_next, ASK_URGENCY, NOBODY);
    struct sim_command hand = sim_command_make(SIM_CMD_HAND_PRIORITY);
    hand.member = bot_speaker(t, i);
    hand.hand_priority.incident = i;
    hand.hand_priority.customer = decider;
    hand.hand_priority.option = NOBODY;
    return is_with(with, decider) && bot_submit(t, &hand, "hand-priority", -1);
}

/* Those who are asked first are heard first: the customer's own question is answered before it is handed on. */
int bot_chooses(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        if (!bot_is_open(t, i) || t->s->incidents[i].kind != INCIDENT_CONTENTION) continue;
        if (bot_does(t, HABIT_HAND, i, 0)
                ? hand_over(t, i, with)
                : with == NOBODY && t->s->now - t->s->incidents[i].opened > TALK_WAIT && choose_alone(t, i))
            return 1;
    }
    return 0;
}

int bot_agrees(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct incident *pack = bot_pack(t, i);
        const struct sim_incident *incident = &t->s->incidents[i];
        if (!pack || pack->conditions.count == 0 || !is_talked_about(t, i) || incident->conditions_agreed >= 0)
            continue;
        if (incident->first_contact < 0 || !is_with(with, incident->reporter) || !bot_does(t, HABIT_CONDITIONS, i, 0))
            continue;
        struct sim_command agree = sim_command_make(SIM_CMD_AGREE_CONDITIONS);
        agree.member = bot_speaker(t, i);
        agree.agree_conditions.incident = i;
        agree.agree_conditions.customer = incident->reporter;
        if (bot_submit(t, &agree, "conditions", -1)) return 1;
    }
    return 0;
}

static int retest(const struct bot_turn *t, incident_id i, int32_t milestone)
{
    struct sim_command again = sim_command_make(SIM_CMD_RETEST_CONDITIONS);
    again.member = bot_speaker(t, i);
    again.retest_conditions.incident = i;
    again.retest_conditions.milestone = milestone;
    return bot_submit(t, &again, "re-test", -1);
}

/* Before a milestone the conditions are gone through, and the customer hears how it goes. */
int bot_retests(const struct bot_turn *t, customer_id with)
{
    for (incident_id i = 0; i < t->s->incident_count; i++) {
        const struct incident *pack = bot_pack(t, i);
        const struct sim_incident *incident = &t->s->incidents[i];
        for (int32_t m = 0;
             pack && is_talked_about(t, i) && is_with(with, incident->reporter) && m < pack->milestone_count; m++) {
            int32_t left = pack->milestones[m].at - t->s->now;
            int32_t since = m > 0 ? pack->milestones[m - 1].at : incident->opened;
            if (left < 0 || left > TALK_MILESTONE || t->s->now <= since || !bot_does(t, HABIT_CONDITIONS, i, 1 + m))
                continue;
            if (incident->conditions_agreed >= 0 && !(incident->retested >> m & 1) && retest(t, i, m)) return 1;
            if (bot_untold_for(t, i, incident->reporter) > TALK_MILESTONE && say_known(t, i, incident->reporter))
                return 1;
        }
    }
    return 0;
}
