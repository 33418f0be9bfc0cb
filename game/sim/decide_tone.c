/* Apology, blame, unasked help, escalation, complaints. */
#include "sim/decide.h"

#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/moments.h"
#include "sim/scripted.h"

/* A customer, and an incident that has been opened or none. */
static enum refusal tone_aim(const struct sim_making *m, customer_id c, incident_id i)
{
    if (!customer_exists(m->sc, c) || i < NOBODY || i >= m->s->incident_count)
        return REFUSAL_NO_SUCH;
    return i >= 0 && m->s->incidents[i].open == 0 ? REFUSAL_NOT_OPEN : REFUSAL_NONE;
}

/* Something is down, or the customer is worried at least: there is trouble to be sorry for. */
static int has_trouble(const struct sim_making *m, customer_id c, incident_id i)
{
    return (i >= 0 && m->s->incidents[i].kind == INCIDENT_FAILURE) || sim_mood(m->s, m->sc, c) >= MOOD_WORRIED;
}

/* Counts once per thing owed: no more apologies than trust has fallen. Being sorry once for the
 * trouble of a failure is good manners; for nothing at all it is a call for nothing. */
enum refusal decide_apologise(struct sim_making *m, const struct sim_command *c)
{
    customer_id to = c->apologise.customer;
    incident_id i = c->apologise.incident;
    enum refusal refusal = tone_aim(m, to, i);
    if (refusal != REFUSAL_NONE)
        return refusal;
    act_begin(m, i, to);
    int counts = m->s->customers[to].apologies < m->s->customers[to].owed;
    int manners = m->s->customers[to].last_sorry < 0 && has_trouble(m, to, i);
    contact_make(m, to, i, ACT_APOLOGISE, counts ? CONTACT_COUNTS : manners ? CONTACT_ANSWERED : CONTACT_FOR_NOTHING);
    if (!counts && !has_trouble(m, to, i))
        trust_fall(m, to, FALL_GROUNDLESS, REASON_FOR_NOTHING, i);
    if (counts && trust_rise(m, to, RISE_APOLOGY, REASON_APOLOGY, i))
        satisfaction_move(m, to, MOOD_APOLOGY, REASON_APOLOGY, i);
    scripted_plain_done(m, ACT_APOLOGISE, i, to);
    return REFUSAL_NONE;
}

enum refusal decide_blame(struct sim_making *m, const struct sim_command *c)
{
    customer_id to = c->blame.customer;
    enum refusal refusal = tone_aim(m, to, c->blame.incident);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->blame.target < 0 || c->blame.target > 2)
        return REFUSAL_NO_SUCH;
    act_begin(m, c->blame.incident, to);
    contact_make(m, to, c->blame.incident, ACT_BLAME, 0);
    trust_fall(m, to, c->blame.target == 1 ? FALL_BLAMED_USER : FALL_BLAMED, REASON_BLAMED, c->blame.incident);
    satisfaction_move(m, to, MOOD_BLAMED, REASON_BLAMED, c->blame.incident);
    scripted_plain_done(m, ACT_BLAME, c->blame.incident, to);
    return REFUSAL_NONE;
}

/* Help nobody asked for pleases once a round. */
enum refusal decide_proactive(struct sim_making *m, const struct sim_command *c)
{
    customer_id to = c->proactive.customer;
    incident_id i = c->proactive.incident;
    enum refusal refusal = tone_aim(m, to, i);
    if (refusal != REFUSAL_NONE)
        return refusal;
    int counts = m->s->customers[to].helped_round != m->s->round;
    act_begin(m, i, to);
    contact_make(m, to, i, ACT_PROACTIVE, counts ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    if (counts)
        satisfaction_rise(m, to, MOOD_HELPED, REASON_HELPED, i);
    scripted_plain_done(m, ACT_PROACTIVE, i, to);
    return REFUSAL_NONE;
}

static int is_brought_in(const struct sim_making *m, incident_id i, customer_id c)
{
    return c != m->s->incidents[i].reporter && (incident_concerns(m->sc, i, c) || incident_decider(m->s, m->sc, i) == c);
}

static void bring_in(struct sim_making *m, incident_id i, customer_id c)
{
    uint32_t news = sim_facts_untold(m->s, m->sc, i, c);
    facts_tell(m, i, c, news);
    moments_bad_news_told(m, i, c, news);
    trust_rise(m, c, RISE_CONSULTED, REASON_CONSULTED, i);
}

/* Bringing somebody in: whoever else it concerns hears what is known, and is asked to help decide; once per incident and
 * customer. That it goes up the line is no news for whoever waits for it. */
enum refusal decide_escalate(struct sim_making *m, const struct sim_command *c)
{
    customer_id to = act_customer(m, c->escalate.incident, c->escalate.customer);
    enum refusal refusal = act_aim(m, c->escalate.incident, to);
    if (refusal != REFUSAL_NONE)
        return refusal;
    incident_id i = c->escalate.incident;
    int before = m->s->incidents[i].asked[to] >> ASK_COUNT & 1;
    act_begin(m, i, to);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ASKED, .asked = {i, to, ASK_COUNT, NOBODY, NOBODY, m->act}});
    int brings = is_brought_in(m, i, to);
    contact_make(m, to, i, ACT_ESCALATE, before ? CONTACT_FOR_NOTHING : brings ? CONTACT_COUNTS : CONTACT_ANSWERED);
    if (!before && brings)
        bring_in(m, i, to);
    scripted_plain_done(m, ACT_ESCALATE, i, to);
    return REFUSAL_NONE;
}

/* --- complaints --- */

/* Second at which this customer's last complaint was logged, -1. */
static int32_t last_complaint(const struct sim_state *s, customer_id c)
{
    int32_t last = -1;
    for (int32_t k = 0; k < s->complaint_count; k++)
        if (s->complaints[k].customer == c)
            last = s->complaints[k].at;
    return last;
}

/* Trust fell lately, or the customer is annoyed; and not about what was complained of already. */
static int has_cause(const struct sim_making *m, customer_id c)
{
    int32_t fall = m->s->customers[c].last_fall, before = last_complaint(m->s, c);
    int lately = fall >= 0 && m->s->now - fall <= FIGURE_COMPLAINT_CAUSE && m->s->customers[c].owed > m->s->customers[c].complained;
    int annoyed = sim_mood(m->s, m->sc, c) >= MOOD_ANNOYED && (before < 0 || m->s->now - before > FIGURE_COMPLAINT_CAUSE);
    return lately || annoyed;
}

/* The duty counts where there was cause: complaints cannot be made up to be resolved. */
enum refusal decide_log_complaint(struct sim_making *m, const struct sim_command *c)
{
    customer_id to = c->log_complaint.customer;
    incident_id i = c->log_complaint.incident;
    enum refusal refusal = tone_aim(m, to, i);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->log_complaint.due <= m->s->now)
        return REFUSAL_TIME_PAST;
    if (c->log_complaint.owner < NOBODY || c->log_complaint.owner >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    if (m->s->complaint_count >= SIM_COMPLAINTS)
        return REFUSAL_FULL;
    int cause = has_cause(m, to);
    act_begin(m, i, to);
    making_add(m, &(struct sim_event){.kind = SIM_EV_COMPLAINT, .complaint = {m->act, to, i, c->log_complaint.owner, c->log_complaint.due, 0}});
    contact_make(m, to, i, ACT_LOG_COMPLAINT, cause ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    if (cause)
        moment_open(m, (struct moment_key){MOMENT_COMPLAINT, i, to, m->act}, i, c->log_complaint.due);
    scripted_plain_done(m, ACT_LOG_COMPLAINT, i, to);
    return REFUSAL_NONE;
}

static int32_t complaint_by_act(const struct sim_state *s, int32_t act)
{
    for (int32_t k = 0; k < s->complaint_count; k++)
        if (s->complaints[k].act == act)
            return k;
    return NOBODY;
}

/* Settled in the breath in which it was written down, or while the customer is as annoyed as before: nothing was resolved. */
static int is_ticked_off(const struct sim_making *m, const struct sim_complaint *k)
{
    int at_once = m->s->now - k->at <= m->sc->rules.conversation;
    return at_once || sim_mood(m->s, m->sc, k->customer) >= MOOD_ANNOYED;
}

enum refusal decide_resolve_complaint(struct sim_making *m, const struct sim_command *c)
{
    int32_t index = complaint_by_act(m->s, c->resolve_complaint.act);
    if (index < 0)
        return REFUSAL_NO_SUCH;
    const struct sim_complaint k = m->s->complaints[index];
    if (k.state != 0)
        return REFUSAL_ALREADY_OVER;
    int in_time = m->s->now <= k.due;
    act_begin(m, k.incident, k.customer);
    making_add(m, &(struct sim_event){.kind = SIM_EV_COMPLAINT, .complaint = {k.act, k.customer, k.incident, k.owner, k.due, in_time ? 1 : 2}});
    struct moment_key key = {MOMENT_COMPLAINT, k.incident, k.customer, k.act};
    int32_t moment = moment_find(m->s, m->sc, &key);
    int ticked = is_ticked_off(m, &k);
    contact_make(m, k.customer, k.incident, ACT_RESOLVE_COMPLAINT, moment >= 0 && !ticked ? CONTACT_COUNTS : CONTACT_ANSWERED);
    if (moment >= 0)
        moment_settle_again(m, moment, in_time && !ticked ? OUTCOME_MET : OUTCOME_PARTLY);
    scripted_plain_done(m, ACT_RESOLVE_COMPLAINT, k.incident, k.customer);
    return REFUSAL_NONE;
}
