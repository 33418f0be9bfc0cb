/* Asking: questions, the go-ahead, and whether it works. */
#include "sim/decide.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/incident.h"
#include "sim/knowledge.h"
#include "sim/moments.h"
#include "sim/scripted.h"

/* Facts this customer answers to the question, as far as what is known allows: the answers. Returns the first. */
static fact_id answers(struct sim_making *m, incident_id i, customer_id c, int32_t question)
{
    const struct incident *pack = incident_pack(m->sc, i);
    uint32_t known = sim_facts_known(m->s, m->sc, i);
    fact_id first = NOBODY;
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        fact_id f = pack->first_fact + k;
        const struct fact *fact = &m->sc->facts[f];
        if (fact->ask != c || (int32_t)fact->question != question || known >> k & 1 || (fact->needs & ~known) != 0)
            continue;
        if (first == NOBODY)
            first = f;
        fact_reveal(m, f, KNOWN_BY_ASKING, c);
        customer_says(m, c, 4, f, 0, i);
    }
    return first;
}

/* The customer has said something about it since, and waits for an answer: asking back is one. */
static int has_spoken_since(const struct sim_state *s, incident_id i, customer_id c, int32_t second)
{
    for (int32_t at = s->incidents[i].last_moment; at >= 0; at = s->moments[at].next) {
        const struct sim_moment *moment = &s->moments[at];
        if (moment->source == MOMENT_SCRIPTED && moment->customer == c && moment->outcome == OUTCOME_OPEN && moment->opened >= second)
            return 1;
    }
    return 0;
}

/* The same question again in one conversation, or in another though nothing has come to light in between: asking for ever
 * buys no time. */
static int asked_before(const struct sim_making *m, incident_id i, customer_id c, int32_t question)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    int goes_on = m->s->now - incident->asked_at[c] <= m->sc->rules.conversation;
    if (goes_on && incident->asked_now[c] >> question & 1)
        return 1;
    int32_t since = goes_on ? incident->asked_earlier[c] : incident->asked_at[c];
    int news = news_since(m->s, m->sc, i, since) || has_spoken_since(m->s, i, c, since);
    return incident->asked[c] >> question & 1 && !news;
}

static int is_begun(const struct sim_state *s, work_id w)
{
    for (int32_t k = 0; k < s->work_count; k++)
        if (s->works[k].work == w && (s->works[k].ended < 0 || s->works[k].how == WORK_DONE) && s->works[k].falls_back_at != SIM_FELL_BACK)
            return 1;
    return 0;
}

/* There is something to agree to that could be done now: asking afterwards is no asking, nor is asking for all there might be. */
static int can_agree(const struct sim_state *s, const struct scenario *sc, customer_id c, work_id w)
{
    const struct work *work = &sc->works[w];
    int asked = s->incidents[work->incident].go_ahead >> work_ordinal(sc, w) & 1;
    return work->consult == c && !asked && !is_begun(s, w) && (work->needs & ~sim_facts_known(s, sc, work->incident)) == 0;
}

static int asks_go_ahead(const struct sim_making *m, const struct sim_command *c)
{
    const struct incident *pack = incident_pack(m->sc, c->ask.incident);
    for (int32_t k = 0; pack != NULL && k < pack->work_count && c->ask.question == ASK_GO_AHEAD; k++)
        if ((c->ask.work < 0 || c->ask.work == pack->first_work + k) && can_agree(m->s, m->sc, c->ask.customer, pack->first_work + k))
            return 1;
    return 0;
}

static void impact_asked(struct sim_making *m, incident_id i)
{
    if (m->s->incidents[i].first_work < 0)
        moment_settle(m, moment_open_in(m->s, i, MOMENT_IMPACT_ASKED, NOBODY, NOBODY), OUTCOME_MET);
}

/* "Does it work?", though it does not and nothing was done about it since the customer was last asked anything. */
static int is_too_soon(const struct sim_state *s, incident_id i, customer_id c)
{
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->incident == i && w->ended >= number_max(1, s->incidents[i].asked_at[c]) && w->how == WORK_DONE)
            return 0;
    }
    return s->incidents[i].restored < 0;
}

static void verify(struct sim_making *m, incident_id i, customer_id c)
{
    if (c != m->s->incidents[i].reporter || m->s->incidents[i].confirmed >= 0)
        return;
    if (m->s->incidents[i].restored < 0)
        customer_says(m, c, 8, NOBODY, 0, i);
    else
        incident_confirm(m, i);
}

static enum refusal ask_refusal(const struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = act_aim(m, c->ask.incident, c->ask.customer);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->ask.question < 0 || c->ask.question >= ASK_COUNT || c->ask.work < NOBODY || c->ask.work >= m->sc->work_count)
        return REFUSAL_NO_SUCH;
    if (c->ask.question != ASK_GO_AHEAD || c->ask.work < 0)
        return REFUSAL_NONE;
    if (m->sc->works[c->ask.work].incident != c->ask.incident)
        return REFUSAL_NO_SUCH;
    uint32_t missing = m->sc->works[c->ask.work].needs & ~sim_facts_known(m->s, m->sc, c->ask.incident);
    return missing != 0 ? REFUSAL_NOT_KNOWN : REFUSAL_NONE;
}

/* Worth the customer's time, whatever they answer. */
static int is_worth_asking(const struct sim_making *m, const struct sim_command *c, int consults)
{
    incident_id i = c->ask.incident;
    customer_id to = c->ask.customer;
    const struct sim_incident *incident = &m->s->incidents[i];
    int to_confirm = c->ask.question == ASK_CONFIRMATION && incident->restored >= 0 && incident->confirmed < 0;
    if (c->ask.question == ASK_CONFIRMATION && is_too_soon(m->s, i, to))
        return 0;
    if (c->ask.question == ASK_GO_AHEAD && !consults && incident_consults(m->sc, i, to))
        return 0;   /* whether anything may be done, before anybody can say what */
    return to_confirm || consults || !asked_before(m, i, to, c->ask.question);
}

static void asked(struct sim_making *m, const struct sim_command *c, int counts)
{
    customer_id to = c->ask.customer;
    int32_t pleases = is_ambassador(m->s, to, c->member) ? MOOD_ASKED_BY_AMBASSADOR : MOOD_ASKED;
    contact_make(m, to, c->ask.incident, ACT_ASK, counts ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    if (counts)
        satisfaction_rise(m, to, pleases, REASON_ASKED, c->ask.incident);
}

static void go_ahead_asked(struct sim_making *m, const struct sim_command *c, int consults)
{
    customer_says(m, c->ask.customer, 6, c->ask.work, 0, c->ask.incident);
    if (!consults)
        return;
    claims_moved(m, c->ask.incident);
    trust_rise(m, c->ask.customer, RISE_CONSULTED, REASON_CONSULTED, c->ask.incident);
}

enum refusal decide_ask(struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = ask_refusal(m, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    incident_id i = c->ask.incident;
    customer_id to = c->ask.customer;
    int32_t question = c->ask.question;
    int consults = asks_go_ahead(m, c), worth = is_worth_asking(m, c, consults);
    act_begin(m, i, to);
    fact_id learned = answers(m, i, to, question);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ASKED, .asked = {i, to, question, learned, c->ask.work, m->act}});
    asked(m, c, worth || learned >= 0);
    if (question == ASK_IMPACT)
        impact_asked(m, i);
    if (question == ASK_GO_AHEAD)
        go_ahead_asked(m, c, consults);
    scripted_act_done(m, &(struct act_done){ACT_ASK, i, to, question, -1, c->ask.work, 0, 0, 0});
    if (question == ASK_CONFIRMATION)
        verify(m, i, to);
    return REFUSAL_NONE;
}

enum refusal decide_verify(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->verify.incident;
    customer_id to = act_customer(m, i, c->verify.customer);
    enum refusal refusal = act_aim(m, i, to);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->s->incidents[i].confirmed >= 0)
        return REFUSAL_ALREADY_DONE;
    int counts = !is_too_soon(m->s, i, to);
    act_begin(m, i, to);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ASKED, .asked = {i, to, ASK_CONFIRMATION, NOBODY, NOBODY, m->act}});
    contact_make(m, to, i, ACT_VERIFY, counts ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    scripted_plain_done(m, ACT_VERIFY, i, to);
    verify(m, i, to);
    return REFUSAL_NONE;
}
