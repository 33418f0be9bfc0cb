/* What the facilitator does beside playing the customers. */
#include "sim/decide.h"

#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/incident.h"
#include "sim/moments.h"
#include "sim/scripted.h"

/* --- the run sheet --- */

static int32_t sheet_length(const struct scenario *sc, int32_t sheet)
{
    if (sheet == SHEET_INCIDENT)
        return sc->incident_count;
    if (sheet == SHEET_EVENT)
        return sc->event_count;
    return sheet == SHEET_MOMENT ? sc->moment_count : 0;
}

static int sheet_has(const struct scenario *sc, int32_t sheet, int32_t item)
{
    return item >= 0 && item < sheet_length(sc, sheet);
}

static int32_t sheet_status(const struct sim_making *m, int32_t sheet, int32_t item)
{
    return m->s->sheet[sim_sheet_index(m->sc, (enum sheet_kind)sheet, item)].status;
}

static void sheet_mark(struct sim_making *m, int32_t sheet, int32_t item, int32_t status)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_SHEET, .sheet = {sheet, item, status}});
}

enum refusal decide_fire(struct sim_making *m, const struct sim_command *c)
{
    int32_t sheet = c->fire.sheet, item = c->fire.item;
    if (!sheet_has(m->sc, sheet, item))
        return REFUSAL_NO_SUCH;
    if (sheet_status(m, sheet, item) == SHEET_FIRED)
        return REFUSAL_ALREADY_DONE;
    if (sheet == SHEET_MOMENT && !incident_is_open(m->s, m->sc->moments[item].incident))
        return REFUSAL_NOT_OPEN;
    act_begin(m, sheet == SHEET_INCIDENT ? item : NOBODY, NOBODY);
    if (sheet == SHEET_INCIDENT)
        incident_open(m, item);
    else if (sheet == SHEET_EVENT)
        scripted_event_happens(m, item);
    else
        scripted_moment_open(m, item);
    return REFUSAL_NONE;
}

/* Again: let go. What should have come meanwhile comes at once. */
enum refusal decide_hold(struct sim_making *m, const struct sim_command *c)
{
    int32_t sheet = c->hold.sheet, item = c->hold.item;
    if (!sheet_has(m->sc, sheet, item))
        return REFUSAL_NO_SUCH;
    if (m->s->phase == PHASE_FINISHED)
        return REFUSAL_FINISHED;
    int32_t status = sheet_status(m, sheet, item);
    if (status == SHEET_FIRED)
        return REFUSAL_ALREADY_DONE;
    act_begin(m, sheet == SHEET_INCIDENT ? item : NOBODY, NOBODY);
    sheet_mark(m, sheet, item, status == SHEET_HELD ? SHEET_WAITING : SHEET_HELD);
    return REFUSAL_NONE;
}

/* A moment that is open already may be skipped too: it does not count then. */
enum refusal decide_skip(struct sim_making *m, const struct sim_command *c)
{
    int32_t sheet = c->skip.sheet, item = c->skip.item;
    if (!sheet_has(m->sc, sheet, item))
        return REFUSAL_NO_SUCH;
    if (m->s->phase == PHASE_FINISHED)
        return REFUSAL_FINISHED;
    int32_t status = sheet_status(m, sheet, item), open = NOBODY;
    if (sheet == SHEET_MOMENT && status == SHEET_FIRED)
        for (int32_t at = m->s->incidents[m->sc->moments[item].incident].last_moment; at >= 0; at = m->s->moments[at].next)
            if (m->s->moments[at].source == MOMENT_SCRIPTED && m->s->moments[at].subject == item && m->s->moments[at].outcome == OUTCOME_OPEN)
                open = at;
    if (status == SHEET_SKIPPED || (status == SHEET_FIRED && open < 0))
        return REFUSAL_ALREADY_DONE;
    act_begin(m, sheet == SHEET_INCIDENT ? item : NOBODY, NOBODY);
    sheet_mark(m, sheet, item, SHEET_SKIPPED);
    moment_settle(m, open, OUTCOME_NONE);
    return REFUSAL_NONE;
}

/* --- what no author foresaw --- */

static int inject_is_sound(const struct sim_making *m, const struct sim_command *c)
{
    int levels = c->inject.kind == INCIDENT_FAILURE ? c->inject.impact >= LEVEL_DEGRADED && c->inject.impact <= LEVEL_DOWN
        : c->inject.impact == LEVEL_WAITING;
    return customer_exists(m->sc, c->inject.customer) && c->inject.kind >= 0 && c->inject.kind < INCIDENT_CONTENTION && levels
        && c->inject.service >= NOBODY && c->inject.service < m->sc->service_count && c->inject.patience >= 0
        && c->inject.patience <= 24 * 3600;
}

enum refusal decide_inject(struct sim_making *m, const struct sim_command *c)
{
    if (!inject_is_sound(m, c))
        return REFUSAL_NO_SUCH;
    if (c->text <= 0)
        return REFUSAL_NO_TEXT;
    if (m->s->incident_count - m->sc->incident_count >= LIMIT_INJECTED)
        return REFUSAL_FULL;
    act_begin(m, m->s->incident_count, c->inject.customer);
    incident_inject(m);
    return REFUSAL_NONE;
}

enum refusal decide_improvise_work(struct sim_making *m, const struct sim_command *c)
{
    int32_t i = c->improvise_work.incident, member = c->improvise_work.member, reveals = c->improvise_work.reveals;
    if (i < 0 || i >= m->s->incident_count || reveals < -1 || reveals >= FACT_KIND_COUNT)
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].open != 1)
        return REFUSAL_NOT_OPEN;
    if (c->text <= 0)
        return REFUSAL_NO_TEXT;
    if (c->improvise_work.sets < -1 || c->improvise_work.sets > LEVEL_DOWN)
        return REFUSAL_NO_SUCH;
    if (c->improvise_work.seconds <= 0 || c->improvise_work.seconds > 24 * 3600)
        return REFUSAL_TIME_PAST;
    if (member < NOBODY || member >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    if (member >= 0 && m->s->members[member].work != NOBODY)
        return REFUSAL_BUSY;
    if (m->s->work_count >= SIM_WORKS)
        return REFUSAL_FULL;
    act_begin(m, i, NOBODY);
    work_improvise(m);
    scripted_act_done(m, &(struct act_done){.act = ACT_WORK, .incident = i, .customer = NOBODY, .question = -1, .claim = -1, .work = NOBODY});
    return REFUSAL_NONE;
}

/* The question that such an answer answers, for those given by a customer. */
static int32_t question_of(int32_t kind)
{
    return (int32_t)fact_kind_question((enum fact_kind)kind);
}

enum refusal decide_improvise_fact(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->improvise_fact.incident;
    customer_id from = c->improvise_fact.customer;
    int32_t kind = c->improvise_fact.kind;
    if (i < 0 || i >= m->s->incident_count || from < NOBODY || from >= m->sc->customer_count || kind < 0 || kind >= FACT_KIND_COUNT)
        return REFUSAL_NO_SUCH;
    if (m->s->incidents[i].open != 1)
        return REFUSAL_NOT_OPEN;
    if (c->text <= 0)
        return REFUSAL_NO_TEXT;
    if (m->s->improvised_count >= SIM_IMPROVISED)
        return REFUSAL_FULL;
    act_begin(m, i, from);
    making_add(m, &(struct sim_event){.kind = SIM_EV_IMPROVISED_FACT, .improvised_fact = {i, kind, from, c->text, 0}});
    if (from < 0 || c->improvise_fact.known)
        return REFUSAL_NONE;
    making_add(m, &(struct sim_event){.kind = SIM_EV_ASKED, .asked = {i, from, question_of(kind), NOBODY, NOBODY, m->act}});
    contact_make(m, from, i, ACT_ASK, 1);
    if (question_of(kind) == ASK_IMPACT && m->s->incidents[i].first_work < 0)
        moment_settle(m, moment_open_in(m->s, i, MOMENT_IMPACT_ASKED, NOBODY, NOBODY), OUTCOME_MET);
    satisfaction_rise(m, from, MOOD_ASKED, REASON_ASKED, i);
    scripted_act_done(m, &(struct act_done){ACT_ASK, i, from, question_of(kind), -1, NOBODY, 0, 0, 0});
    return REFUSAL_NONE;
}

/* --- what was seen, said and given --- */

static int may_name(const struct sim_making *m, int32_t member, customer_id c, incident_id i)
{
    return member >= NOBODY && member < m->s->member_count && c >= NOBODY && c < m->sc->customer_count
        && i >= NOBODY && i < m->s->incident_count;
}

enum refusal decide_observe(struct sim_making *m, const struct sim_command *c)
{
    if (c->observe.marker < 0 || c->observe.marker >= m->sc->marker_count
        || !may_name(m, c->observe.member, c->observe.customer, NOBODY))
        return REFUSAL_NO_SUCH;
    act_begin(m, NOBODY, c->observe.customer);
    making_add(m, &(struct sim_event){.kind = SIM_EV_OBSERVED, .observed = {
        c->observe.marker, c->observe.member, c->observe.customer, c->text}});
    return REFUSAL_NONE;
}

enum refusal decide_voucher(struct sim_making *m, const struct sim_command *c)
{
    if (c->voucher.customer < 0 || !may_name(m, c->voucher.member, c->voucher.customer, c->voucher.incident)
        || c->voucher.act < 0 || c->voucher.act > m->s->acts || c->voucher.named < 0 || c->voucher.named > 1)
        return REFUSAL_NO_SUCH;
    act_begin(m, c->voucher.incident, c->voucher.customer);
    making_add(m, &(struct sim_event){.kind = SIM_EV_VOUCHER, .voucher = {
        c->voucher.customer, c->voucher.member, c->voucher.incident, c->voucher.act, c->text, c->voucher.named}});
    return REFUSAL_NONE;
}

enum refusal decide_react(struct sim_making *m, const struct sim_command *c)
{
    customer_id who = c->react.customer;
    if (who < 0 || !may_name(m, NOBODY, who, c->react.incident) || c->react.mood < 0 || c->react.mood >= MOOD_COUNT)
        return REFUSAL_NO_SUCH;
    if (c->react.line < -1 || c->react.line >= m->sc->customers[who].lines[c->react.mood].count)
        return REFUSAL_NO_SUCH;
    if (c->react.line == -1 && c->text <= 0)
        return REFUSAL_NO_TEXT;
    act_begin(m, c->react.incident, who);
    if (c->react.line >= 0)
        customer_says(m, who, 3, c->react.mood, c->react.line, c->react.incident);
    else
        customer_says(m, who, 5, c->react.mood, c->text, c->react.incident);
    return REFUSAL_NONE;
}

enum refusal decide_note(struct sim_making *m, const struct sim_command *c)
{
    if (!may_name(m, NOBODY, c->note.customer, c->note.incident))
        return REFUSAL_NO_SUCH;
    if (c->text <= 0)
        return REFUSAL_NO_TEXT;
    act_begin(m, c->note.incident, c->note.customer);
    making_add(m, &(struct sim_event){.kind = SIM_EV_NOTE, .note = {c->note.incident, c->note.customer, c->text}});
    return REFUSAL_NONE;
}

/* --- verdicts: disputed by the room, overruled with a reason; scores only --- */

struct aimed { int32_t index, disputed, overruled; };

static enum refusal aim_at(const struct sim_making *m, int32_t aim, const struct moment_key *key, struct aimed *at)
{
    at->index = aim == 0 ? moment_find(m->s, m->sc, key) : aim == 1 ? claim_by_act(m->s, key->subject) : NOBODY;
    if (at->index < 0)
        return REFUSAL_NO_SUCH;
    at->disputed = aim == 0 ? m->s->moments[at->index].disputed : m->s->claims[at->index].disputed;
    at->overruled = aim == 0 ? m->s->moments[at->index].overruled : m->s->claims[at->index].overruled;
    return REFUSAL_NONE;
}

/* The moment that a claim counts in is reckoned again when it is settled already. */
static void claim_counts_anew(struct sim_making *m, int32_t claim)
{
    int32_t moment = m->s->claims[claim].moment;
    if (moment < 0 || m->s->moments[moment].outcome == OUTCOME_OPEN)
        return;
    int32_t outcome = window_claims_outcome(m->s, m->s->claims[claim].incident, moment);
    if (outcome != m->s->moments[moment].outcome)
        moment_settle_again(m, moment, outcome);
}

static void mark(struct sim_making *m, int32_t aim, const struct moment_key *key, int32_t disputed, int32_t outcome, int32_t index)
{
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_VERDICT_MARK, .verdict_mark = {
        aim, key->source, key->subject, key->customer, key->nth, disputed, outcome, m->command->text}});
    if (aim == 1)
        claim_counts_anew(m, index);
}

enum refusal decide_dispute(struct sim_making *m, const struct sim_command *c)
{
    struct moment_key key = {c->dispute.source, c->dispute.subject, c->dispute.customer, c->dispute.nth};
    struct aimed at;
    enum refusal refusal = aim_at(m, c->dispute.aim, &key, &at);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if ((c->dispute.on != 0) == (at.disputed != 0))
        return REFUSAL_SAME;
    mark(m, c->dispute.aim, &key, c->dispute.on != 0, at.overruled, at.index);
    return REFUSAL_NONE;
}

enum refusal decide_overrule(struct sim_making *m, const struct sim_command *c)
{
    struct moment_key key = {c->overrule.source, c->overrule.subject, c->overrule.customer, c->overrule.nth};
    int32_t outcome = c->overrule.outcome;
    struct aimed at;
    enum refusal refusal = aim_at(m, c->overrule.aim, &key, &at);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (outcome != -1 && (outcome < OUTCOME_MET || outcome > OUTCOME_NONE))
        return REFUSAL_NO_SUCH;
    if (c->text <= 0)
        return REFUSAL_NO_REASON;
    if (outcome == at.overruled && !at.disputed)
        return REFUSAL_SAME;
    mark(m, c->overrule.aim, &key, 0, outcome, at.index);
    return REFUSAL_NONE;
}
