#include "sim/decide.h"

#include "sim/between.h"
#include "sim/scripted.h"

/* Only while a round runs; things may come of it at once; only while the clock stands, between rounds or to learn; also
 * when the session is finished. */
enum { IN_ROUND = 1, POLLS = 2, STANDS = 4, FINISHED = 8 };

struct decider { decide_command *decide; int32_t flags; };

static const struct decider deciders[SIM_CMD_COUNT] = {
    [SIM_CMD_ACKNOWLEDGE] = {decide_acknowledge, IN_ROUND | POLLS},
    [SIM_CMD_ASK] = {decide_ask, IN_ROUND | POLLS},
    [SIM_CMD_UPDATE] = {decide_update, IN_ROUND | POLLS},
    [SIM_CMD_PROMISE] = {decide_promise, IN_ROUND | POLLS},
    [SIM_CMD_RENEGOTIATE] = {decide_renegotiate, IN_ROUND | POLLS},
    [SIM_CMD_WORK] = {decide_work, IN_ROUND | POLLS},
    [SIM_CMD_STOP_WORK] = {decide_stop_work, IN_ROUND | POLLS},
    [SIM_CMD_HAND_PRIORITY] = {decide_hand_priority, IN_ROUND | POLLS},
    [SIM_CMD_DECIDE_OURSELVES] = {decide_ourselves, IN_ROUND | POLLS},
    [SIM_CMD_REFUSE] = {decide_refuse, IN_ROUND | POLLS},
    [SIM_CMD_AGREE_CONDITIONS] = {decide_agree_conditions, IN_ROUND | POLLS},
    [SIM_CMD_RETEST_CONDITIONS] = {decide_retest_conditions, IN_ROUND | POLLS},
    [SIM_CMD_LOG_COMPLAINT] = {decide_log_complaint, IN_ROUND | POLLS},
    [SIM_CMD_RESOLVE_COMPLAINT] = {decide_resolve_complaint, IN_ROUND | POLLS},
    [SIM_CMD_VERIFY] = {decide_verify, IN_ROUND | POLLS},
    [SIM_CMD_CLOSE] = {decide_close, IN_ROUND | POLLS},
    [SIM_CMD_APOLOGISE] = {decide_apologise, IN_ROUND | POLLS},
    [SIM_CMD_BLAME] = {decide_blame, IN_ROUND | POLLS},
    [SIM_CMD_PROACTIVE] = {decide_proactive, IN_ROUND | POLLS},
    [SIM_CMD_ESCALATE] = {decide_escalate, IN_ROUND | POLLS},
    [SIM_CMD_START_ROUND] = {decide_start_round, 0},
    [SIM_CMD_ADVANCE] = {decide_advance, IN_ROUND},
    [SIM_CMD_END_ROUND] = {decide_end_round, IN_ROUND},
    [SIM_CMD_FIRE] = {decide_fire, IN_ROUND | POLLS},
    [SIM_CMD_HOLD] = {decide_hold, POLLS},
    [SIM_CMD_SKIP] = {decide_skip, POLLS},
    [SIM_CMD_INJECT] = {decide_inject, IN_ROUND | POLLS},
    [SIM_CMD_IMPROVISE_WORK] = {decide_improvise_work, IN_ROUND | POLLS},
    [SIM_CMD_IMPROVISE_FACT] = {decide_improvise_fact, IN_ROUND | POLLS},
    [SIM_CMD_OBSERVE] = {decide_observe, 0},
    [SIM_CMD_VOUCHER] = {decide_voucher, 0},
    [SIM_CMD_REACT] = {decide_react, 0},
    [SIM_CMD_DISPUTE] = {decide_dispute, 0},
    [SIM_CMD_OVERRULE] = {decide_overrule, 0},
    [SIM_CMD_PAUSE] = {decide_pause, 0},
    [SIM_CMD_NOTE] = {decide_note, 0},
    [SIM_CMD_FINISH] = {decide_finish, 0},
    [SIM_CMD_LEARN] = {decide_learn, 0},
    [SIM_CMD_COMMIT] = {decide_commit, STANDS},
    [SIM_CMD_CHARTER] = {decide_charter, STANDS},
    [SIM_CMD_MARK] = {decide_mark, STANDS | FINISHED},
    [SIM_CMD_IMPROVE] = {decide_improve, STANDS},
    [SIM_CMD_AMBASSADOR] = {decide_ambassador, STANDS},
    [SIM_CMD_TALLY] = {decide_tally, STANDS | FINISHED},
    [SIM_CMD_CARD_SHEET] = {decide_card_sheet, STANDS | FINISHED},
    [SIM_CMD_MONDAY] = {decide_monday, STANDS | FINISHED},
    [SIM_CMD_FOLLOW_UP] = {decide_follow_up, STANDS | FINISHED},
    [SIM_CMD_STEP] = {decide_step, 0},
    [SIM_CMD_EDIT_REPORT] = {decide_edit_report, STANDS | FINISHED},
};

static int stands_at(const struct sim_state *scratch, const struct sim_state *s)
{
    return scratch->trail_low == s->trail_low && scratch->trail_high == s->trail_high && scratch->now == s->now
        && scratch->rules == s->rules;
}

static enum refusal decide_standing(const struct sim_state *s, int32_t flags)
{
    if (s->phase == PHASE_FINISHED && !(flags & FINISHED))
        return REFUSAL_FINISHED;
    return s->phase == PHASE_ROUND && !learning_runs(s) ? REFUSAL_ROUND_RUNNING : REFUSAL_NONE;
}

static enum refusal decide_phase(const struct sim_state *s, const struct sim_command *c)
{
    int32_t flags = deciders[c->kind].flags;
    if (c->said > s->now && s->phase == PHASE_ROUND)
        return REFUSAL_TIME_PAST;
    if (flags & STANDS)
        return decide_standing(s, flags);
    if (sim_command_is_act(c->kind) && s->phase == PHASE_ROUND && learning_runs(s))
        return REFUSAL_LEARNING;
    if (!(flags & IN_ROUND) || s->phase == PHASE_ROUND)
        return REFUSAL_NONE;
    return s->phase == PHASE_FINISHED ? REFUSAL_FINISHED : REFUSAL_NO_ROUND;
}

enum refusal sim_decide(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, struct sim_events *out)
{
    out->count = 0;
    if (c->kind <= 0 || c->kind >= SIM_CMD_COUNT || deciders[c->kind].decide == NULL)
        return REFUSAL_UNKNOWN;
    if (c->member < NOBODY || c->member >= s->member_count)
        return REFUSAL_NO_MEMBER;
    enum refusal refusal = decide_phase(s, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!stands_at(&out->scratch, s)) {
        sim_copy(&out->scratch, s, sc);
        out->waiting.scenario = NULL;
    }
    struct sim_making m = {.s = &out->scratch, .sc = sc, .out = out, .command = c};
    refusal = deciders[c->kind].decide(&m, c);
    if (refusal == REFUSAL_NONE && deciders[c->kind].flags & POLLS && out->scratch.phase == PHASE_ROUND)
        scripted_poll(&m);
    if (refusal == REFUSAL_NONE && m.full)
        refusal = REFUSAL_FULL;
    if (refusal != REFUSAL_NONE)
        out->count = 0;
    return refusal;
}

/* Place in the matrix of value: routine 0, developmental 1, unique 2; visible when a customer is in touch around it. */
static int32_t matrix_of(const struct sim_state *s, int32_t kind, incident_id i)
{
    if (kind == SIM_CMD_PROACTIVE)
        return 2;
    int32_t incident = i >= 0 && i < s->incident_count ? s->incidents[i].kind : INCIDENT_FAILURE;
    return incident == INCIDENT_OPPORTUNITY ? 2 : incident == INCIDENT_PROJECT ? 1 : 0;
}

static int32_t is_visible(const struct sim_state *s, int32_t kind, incident_id i, customer_id c)
{
    if (!sim_command_is_act(kind) || c >= 0)
        return sim_command_is_act(kind);
    if (i < 0 || i >= s->incident_count)
        return 0;
    const struct sim_incident *incident = &s->incidents[i];
    return incident->first_contact >= 0 && s->now - s->customers[incident->reporter].last_contact <= incident->patience;
}

void act_begin(struct sim_making *m, incident_id i, customer_id c)
{
    const struct sim_command *command = m->command;
    m->act = m->s->acts + 1;
    making_add(m, &(struct sim_event){.kind = SIM_EV_ACT, .act = {
        command->kind, m->act, i, c, command->member, is_visible(m->s, command->kind, i, c),
        matrix_of(m->s, command->kind, i), command->text}});
}

customer_id act_customer(const struct sim_making *m, incident_id i, customer_id c)
{
    return c >= 0 || !incident_is_open(m->s, i) ? c : m->s->incidents[i].reporter;
}

enum refusal act_aim(const struct sim_making *m, incident_id i, customer_id c)
{
    if (i < 0 || i >= m->s->incident_count || !customer_exists(m->sc, c))
        return REFUSAL_NO_SUCH;
    return incident_is_open(m->s, i) ? REFUSAL_NONE : REFUSAL_NOT_OPEN;
}
