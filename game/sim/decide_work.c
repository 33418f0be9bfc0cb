/* Work, closing, and what belongs to the business to decide. */
#include "sim/decide.h"

#include "base/chance.h"
#include "base/number.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/incident.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

static void work_done(struct sim_making *m, int32_t act, incident_id i, work_id w)
{
    scripted_act_done(m, &(struct act_done){.act = act, .incident = i, .customer = NOBODY, .question = -1, .claim = -1, .work = w});
}

enum refusal decide_work(struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = sim_work_possible(m->s, m->sc, c->work.work, c->work.member);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->s->work_count >= SIM_WORKS)
        return REFUSAL_FULL;
    int32_t member = c->work.member >= 0 ? c->work.member : sim_work_who(m->s, m->sc, c->work.work);
    incident_id i = m->sc->works[c->work.work].incident;
    act_begin(m, i, NOBODY);
    work_start(m, c->work.work, member);
    work_done(m, ACT_WORK, i, c->work.work);
    return REFUSAL_NONE;
}

enum refusal decide_stop_work(struct sim_making *m, const struct sim_command *c)
{
    int32_t instance = c->stop_work.instance;
    if (instance < 0 || instance >= m->s->work_count)
        return REFUSAL_NO_SUCH;
    if (m->s->works[instance].ended >= 0)
        return REFUSAL_NOT_RUNNING;
    incident_id i = m->s->works[instance].incident;
    act_begin(m, i, NOBODY);
    work_stop(m, instance, WORK_STOPPED);
    work_done(m, ACT_STOP_WORK, i, m->s->works[instance].work);
    return REFUSAL_NONE;
}

/* --- closing --- */

static void decision(struct sim_making *m, incident_id i, customer_id c, int32_t option, int32_t how)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_DECISION, .decision = {i, c, option, how, incident_decider(m->s, m->sc, i)}});
}

/* Closed while it does not run is a refusal: the customer opens it again, what was promised is dropped, nothing is won by it. */
static void close_unfixed(struct sim_making *m, incident_id i)
{
    customer_id c = m->s->incidents[i].reporter;
    decision(m, i, c, NOBODY, 2);
    trust_fall(m, c, FALL_REFUSED, REASON_REFUSED, i);
    promises_closed(m, i);
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_STAGE, .incident_stage = {i, MARK_CLOSED, c, NOBODY}});
    making_add(m, &(struct sim_event){.kind = SIM_EV_INCIDENT_STAGE, .incident_stage = {i, MARK_REOPENED, c, NOBODY}});
    customer_says(m, c, 8, NOBODY, 0, i);
}

static void close_unasked(struct sim_making *m, incident_id i)
{
    int32_t source = m->s->incidents[i].kind == INCIDENT_CONTENTION ? MOMENT_CONTENTION : MOMENT_CONFIRMED;
    moment_settle(m, moment_open_in(m->s, i, source, NOBODY, NOBODY), OUTCOME_BROKEN);
    trust_fall(m, m->s->incidents[i].reporter, FALL_CLOSED_UNASKED, REASON_CLOSED_UNASKED, i);
}

enum refusal decide_close(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->close.incident;
    if (i < 0 || i >= m->s->incident_count)
        return REFUSAL_NO_SUCH;
    const struct sim_incident incident = m->s->incidents[i];
    if (incident.open != 1)
        return incident.open == 0 ? REFUSAL_NOT_OPEN : REFUSAL_ALREADY_OVER;
    int unfixed = incident.restored < 0;
    if (unfixed && incident.refused)
        return REFUSAL_NOT_FIXED;
    act_begin(m, i, NOBODY);
    if (incident.confirmed < 0)
        close_unasked(m, i);
    scripted_plain_done(m, ACT_CLOSE, i, incident.reporter);
    if (unfixed) {
        close_unfixed(m, i);
        return REFUSAL_NONE;
    }
    promises_closed(m, i);
    incident_end(m, i, MARK_CLOSED);
    return REFUSAL_NONE;
}

/* --- priorities --- */

static enum refusal contention_aim(const struct sim_making *m, incident_id i, int32_t option)
{
    if (i < 0 || i >= m->s->incident_count)
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].open != 1)
        return REFUSAL_NOT_OPEN;
    if (m->s->incidents[i].kind != INCIDENT_CONTENTION)
        return REFUSAL_NOT_CONTENTION;
    const struct incident *pack = incident_pack(m->sc, i);
    int32_t options = pack == NULL ? 0 : pack->option_count;
    return option < NOBODY || option >= options ? REFUSAL_NO_SUCH : REFUSAL_NONE;
}

/* The facilitator chooses for the customer; left open, the seed does. */
static int32_t option_chosen(const struct sim_making *m, incident_id i, int32_t option)
{
    const struct incident *pack = incident_pack(m->sc, i);
    if (option >= 0 || pack == NULL || pack->option_count == 0)
        return option;
    return chance_between(making_seed(m->s), DRAW_OPTION, i, 0, 0, pack->option_count - 1);
}

enum refusal decide_hand_priority(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->hand_priority.incident;
    customer_id to = c->hand_priority.customer;
    enum refusal refusal = contention_aim(m, i, c->hand_priority.option);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!customer_exists(m->sc, to))
        return REFUSAL_NO_SUCH;
    int right = to == incident_decider(m->s, m->sc, i);
    act_begin(m, i, to);
    contact_make(m, to, i, ACT_HAND_PRIORITY, 1);
    decision(m, i, to, option_chosen(m, i, c->hand_priority.option), 0);
    moment_settle(m, moment_open_in(m->s, i, MOMENT_CONTENTION, NOBODY, NOBODY), right ? OUTCOME_MET : OUTCOME_PARTLY);
    if (right)
        trust_rise(m, to, RISE_CONSULTED, REASON_CONSULTED, i);
    scripted_plain_done(m, ACT_HAND_PRIORITY, i, to);
    promises_confirmed(m, i, to);
    promises_overtaken(m, i);
    incident_end(m, i, MARK_CLOSED);
    return REFUSAL_NONE;
}

/* The business has written down who decides what; along that line, and said, it is not over anybody's head. */
static int decides_by_rule(const struct sim_making *m, incident_id i, int32_t option)
{
    return improvement_works(m->s, IMPROVE_PRIORITY_RULES) && rule_is_said(m->s, m->sc, i)
        && (option < 0 || option == option_chosen(m, i, NOBODY));
}

static void over_their_head(struct sim_making *m, incident_id i)
{
    customer_id decider = incident_decider(m->s, m->sc, i), reporter = m->s->incidents[i].reporter;
    trust_fall(m, decider, FALL_OVER_HEAD, REASON_OVER_THEIR_HEAD, i);
    if (reporter != decider)
        trust_fall(m, reporter, FALL_OVER_HEAD, REASON_OVER_THEIR_HEAD, i);
}

enum refusal decide_ourselves(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->decide_ourselves.incident;
    enum refusal refusal = contention_aim(m, i, c->decide_ourselves.option);
    if (refusal != REFUSAL_NONE)
        return refusal;
    int by_rule = decides_by_rule(m, i, c->decide_ourselves.option);
    act_begin(m, i, NOBODY);
    decision(m, i, NOBODY, by_rule ? option_chosen(m, i, NOBODY) : c->decide_ourselves.option, 1);
    moment_settle(m, moment_open_in(m->s, i, MOMENT_CONTENTION, NOBODY, NOBODY), by_rule ? OUTCOME_PARTLY : OUTCOME_BROKEN);
    if (!by_rule)
        over_their_head(m, i);
    scripted_plain_done(m, ACT_DECIDE_OURSELVES, i, NOBODY);
    promises_closed(m, i);
    incident_end(m, i, MARK_CLOSED);
    return REFUSAL_NONE;
}

/* A refusal ends nothing: the customer still waits, and every moment stays. */
enum refusal decide_refuse(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->refuse.incident;
    customer_id to = act_customer(m, i, c->refuse.customer);
    enum refusal refusal = act_aim(m, i, to);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->s->incidents[i].refused)
        return REFUSAL_ALREADY_DONE;
    act_begin(m, i, to);
    contact_make(m, to, i, ACT_REFUSE, 0);
    decision(m, i, to, NOBODY, 2);
    int32_t source = m->s->incidents[i].kind == INCIDENT_CONTENTION ? MOMENT_CONTENTION : MOMENT_CONFIRMED;
    moment_settle(m, moment_open_in(m->s, i, source, NOBODY, NOBODY), OUTCOME_BROKEN);
    trust_fall(m, to, c->refuse.offer ? FALL_REFUSED_OFFER : FALL_REFUSED, REASON_REFUSED, i);
    satisfaction_move(m, to, MOOD_REFUSED, REASON_REFUSED, i);
    scripted_plain_done(m, ACT_REFUSE, i, to);
    return REFUSAL_NONE;
}

/* --- conditions of satisfaction --- */

static int changes_begun(const struct sim_making *m, incident_id i)
{
    for (int32_t k = 0; k < m->s->work_count; k++) {
        const struct sim_work *w = &m->s->works[k];
        int changes = w->work >= 0 ? m->sc->works[w->work].kind != WORK_INVESTIGATE : w->sets >= 0;
        if (w->incident == i && changes)
            return 1;
    }
    return 0;
}

static enum refusal conditions_aim(const struct sim_making *m, incident_id i)
{
    if (i < 0 || i >= m->s->incident_count)
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].open != 1)
        return REFUSAL_NOT_OPEN;
    const struct incident *pack = incident_pack(m->sc, i);
    return pack == NULL || pack->conditions.count == 0 ? REFUSAL_NO_CONDITIONS : REFUSAL_NONE;
}

enum refusal decide_agree_conditions(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->agree_conditions.incident;
    customer_id to = c->agree_conditions.customer;
    enum refusal refusal = conditions_aim(m, i);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (!customer_exists(m->sc, to))
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].conditions_agreed >= 0)
        return REFUSAL_ALREADY_DONE;
    int late = changes_begun(m, i);
    act_begin(m, i, to);
    contact_make(m, to, i, ACT_AGREE_CONDITIONS, 1);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CONDITIONS, .conditions = {i, to, -1, 0}});
    moment_settle(m, moment_open_in(m->s, i, MOMENT_CONDITIONS, NOBODY, NOBODY), late ? OUTCOME_PARTLY : OUTCOME_MET);
    trust_rise(m, to, RISE_CONSULTED, REASON_CONSULTED, i);
    scripted_plain_done(m, ACT_AGREE_CONDITIONS, i, to);
    return REFUSAL_NONE;
}

enum refusal decide_retest_conditions(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->retest_conditions.incident;
    int32_t milestone = c->retest_conditions.milestone;
    enum refusal refusal = conditions_aim(m, i);
    if (refusal != REFUSAL_NONE)
        return refusal;
    const struct incident *pack = incident_pack(m->sc, i);
    if (milestone < 0 || milestone >= number_max(1, pack->milestone_count))
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].conditions_agreed < 0)
        return REFUSAL_NO_CONDITIONS;
    if (m->s->incidents[i].retested >> milestone & 1)
        return REFUSAL_ALREADY_DONE;
    customer_id to = m->s->incidents[i].reporter;
    int early = milestone > 0 && m->s->now <= pack->milestones[milestone - 1].at;
    act_begin(m, i, to);
    contact_make(m, to, i, ACT_RETEST_CONDITIONS, 1);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CONDITIONS, .conditions = {i, to, milestone, 1}});
    moment_settle(m, moment_open_in(m->s, i, MOMENT_RETEST, NOBODY, milestone), early ? OUTCOME_PARTLY : OUTCOME_MET);
    scripted_plain_done(m, ACT_RETEST_CONDITIONS, i, to);
    return REFUSAL_NONE;
}
