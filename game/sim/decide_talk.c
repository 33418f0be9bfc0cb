#include "sim/decide.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"
#include "sim/improve.h"
#include "sim/incident.h"
#include "sim/knowledge.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "sim/scripted.h"

enum refusal decide_acknowledge(struct sim_making *m, const struct sim_command *c)
{
    incident_id i = c->acknowledge.incident;
    customer_id to = act_customer(m, i, c->acknowledge.customer);
    enum refusal refusal = act_aim(m, i, to);
    if (refusal != REFUSAL_NONE)
        return refusal;
    act_begin(m, i, to);
    int first = m->s->incidents[i].acknowledged < 0 && m->s->incidents[i].reporter == to;
    contact_make(m, to, i, ACT_ACKNOWLEDGE, first ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    scripted_plain_done(m, ACT_ACKNOWLEDGE, i, to);
    return REFUSAL_NONE;
}

/* --- asking --- */

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

/* Some work of the incident is theirs to agree to. */
static int is_consulted(const struct sim_making *m, incident_id i, customer_id c)
{
    const struct incident *pack = incident_pack(m->sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->work_count; k++)
        if (m->sc->works[pack->first_work + k].consult == c)
            return 1;
    return 0;
}

enum refusal decide_ask(struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = ask_refusal(m, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    incident_id i = c->ask.incident;
    customer_id to = c->ask.customer;
    int32_t question = c->ask.question;
    int before = asked_before(m, i, to, question), consults = asks_go_ahead(m, c);
    int to_confirm = question == ASK_CONFIRMATION && m->s->incidents[i].restored >= 0 && m->s->incidents[i].confirmed < 0;
    int too_soon = question == ASK_CONFIRMATION && is_too_soon(m->s, i, to);
    act_begin(m, i, to);
    fact_id learned = answers(m, i, to, question);
    making_add(m, &(struct sim_event){.kind = SIM_EV_ASKED, .asked = {i, to, question, learned, c->ask.work, m->act}});
    int counts = !before || learned >= 0 || to_confirm || consults;
    if (question == ASK_GO_AHEAD && !consults && is_consulted(m, i, to))
        counts = 0;   /* whether anything may be done, before anybody can say what */
    counts = counts && !too_soon;
    contact_make(m, to, i, ACT_ASK, counts ? CONTACT_COUNTS : CONTACT_FOR_NOTHING);
    if (counts)
        satisfaction_rise(m, to, is_ambassador(m->s, to, c->member) ? MOOD_ASKED_BY_AMBASSADOR : MOOD_ASKED, REASON_ASKED, i);
    if (question == ASK_IMPACT)
        impact_asked(m, i);
    if (question == ASK_GO_AHEAD)
        customer_says(m, to, 6, c->ask.work, 0, i);
    if (consults)
        claims_moved(m, i);
    if (consults)
        trust_rise(m, to, RISE_CONSULTED, REASON_CONSULTED, i);
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

/* --- telling --- */

static void tell(struct sim_making *m, const struct sim_command *c, const struct claim_judgement *j)
{
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    facts_tell(m, i, to, j->told);
    for (int32_t k = 0; k < 31; k++) {
        int32_t index = j->told_improvised >> k & 1 ? improvised_index(m->s, i, k) : NOBODY;
        if (index >= 0 && !((uint32_t)m->s->improvised[index].told >> to & 1))
            making_add(m, &(struct sim_event){.kind = SIM_EV_FACT_TOLD, .fact_told = {NOBODY, to, index + 1}});
    }
}

/* One voice: what one customer hears reaches all others to whom it matters. It is no claim, and no conversation. */
static void tell_all(struct sim_making *m, incident_id i, uint32_t told)
{
    for (customer_id c = 0; c < m->sc->customer_count && improvement_works(m->s, IMPROVE_ONE_VOICE); c++) {
        uint32_t news = told & sim_facts_untold(m->s, m->sc, i, c);
        if (news == 0)
            continue;
        facts_tell(m, i, c, news);
        contact_make(m, c, i, ACT_UPDATE, CONTACT_MADE_GOOD);
        moments_bad_news_told(m, i, c, news);
    }
}

/* A stronger word than any before calms at once, whether or not there is ground for it. */
static void update_feelings(struct sim_making *m, const struct sim_command *c, int32_t strongest)
{
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    int32_t claim = c->update.claim;
    satisfaction_rise(m, to, MOOD_TOLD, REASON_TOLD, i);
    if (claim_is_strong((enum claim)claim) && claim > strongest)
        satisfaction_rise(m, to, MOOD_STRONG_CLAIM, REASON_STRONG_CLAIM, i);
    if (claim == CLAIM_DO_NOT_KNOW)
        satisfaction_move(m, to, MOOD_DO_NOT_KNOW, REASON_DO_NOT_KNOW, i);
}

static int32_t strongest_so_far(const struct sim_state *s, incident_id i, customer_id c)
{
    int32_t strongest = -1;
    for (int32_t at = s->incidents[i].last_claim; at >= 0; at = s->claims[at].next)
        if (s->claims[at].customer == c && s->claims[at].claim > strongest)
            strongest = s->claims[at].claim;
    return strongest;
}

static void update_promises(struct sim_making *m, const struct sim_command *c)
{
    struct promise_terms terms = {c->update.incident, c->update.customer, 0, PROMISE_NEXT_CALL, c->update.next_call, 0, 0};
    if (c->update.next_call >= 0)
        promise_make(m, &terms);
    terms.part = 1;
    terms.kind = PROMISE_FIX_BY;
    terms.due = c->update.fix_by;
    /* What runs already needs no promise: nothing could keep it. */
    if (c->update.fix_by >= 0 && m->s->incidents[c->update.incident].restored < 0)
        promise_make(m, &terms);
}

static void claim_add(struct sim_making *m, const struct sim_command *c, const struct claim_judgement *j, int ahead)
{
    int32_t moment = window_for_claim(m, c->update.incident, c->update.customer, ahead);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CLAIM, .claim = {
        m->act, c->update.incident, c->update.customer, c->update.claim, (int32_t)j->verdict, j->flags, (int32_t)j->told,
        c->update.fix_by, c->update.next_call, c->update.corrects, j->lacks, c->member, j->due, moment, c->text, j->settled}});
}

/* They have asked about it: an answer is no call for nothing. */
static int has_asked_us(const struct sim_making *m, incident_id i, customer_id c)
{
    for (int32_t at = m->s->incidents[i].last_moment; at >= 0; at = m->s->moments[at].next)
        if (m->s->moments[at].source == MOMENT_SCRIPTED && m->s->moments[at].customer == c)
            return 1;
    return 0;
}

/* It is about something that concerns the customer: theirs, theirs to decide or agree to, asked about, or facts that
 * matter to them. */
static int is_theirs(const struct sim_making *m, incident_id i, customer_id c)
{
    return is_consulted(m, i, c) || m->s->incidents[i].reporter == c || incident_decider(m->s, m->sc, i) == c
        || incident_concerns(m->sc, i, c) || has_asked_us(m, i, c);
}

/* Takes back what the team had no ground for, and not for the first time with this customer in this round: once is honest,
 * again and again it is a way of talking. */
static int takes_back_again(const struct sim_state *s, const struct sim_command *c)
{
    int32_t named = c->update.corrects > 0 ? claim_by_act(s, c->update.corrects) : NOBODY, before = 0;
    for (int32_t k = 0; named >= 0 && k < s->claim_count && claim_is_ahead(&s->claims[named]); k++)
        before += s->claims[k].settled == CLAIM_CORRECTED && s->claims[k].round == s->round && s->claims[k].customer == c->update.customer;
    return before > 0;
}

enum refusal decide_update(struct sim_making *m, const struct sim_command *c)
{
    struct claim_judgement j = claim_judge(m->s, m->sc, c);
    if (j.refusal != REFUSAL_NONE)
        return j.refusal;
    if (m->s->claim_count >= SIM_CLAIMS || m->s->promise_count + 2 > SIM_PROMISES)
        return REFUSAL_FULL;
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    int ahead = j.verdict == VERDICT_LUCKY || j.verdict == VERDICT_AHEAD;
    int32_t strongest = strongest_so_far(m->s, i, to);
    act_begin(m, i, to);
    claim_add(m, c, &j, ahead);
    tell(m, c, &j);
    int theirs = is_theirs(m, i, to), serves = theirs && !takes_back_again(m->s, c);
    contact_make(m, to, i, ACT_UPDATE, !serves ? CONTACT_FOR_NOTHING : ahead ? CONTACT_ANSWERED : CONTACT_COUNTS);
    if (theirs)
        update_feelings(m, c, strongest);
    if (!ahead) {
        claim_takes_effect(m, claim_by_act(m->s, m->act));
        tell_all(m, i, j.told);
    }
    update_promises(m, c);
    scripted_act_done(m, &(struct act_done){ACT_UPDATE, i, to, -1, c->update.claim, NOBODY, j.told, ahead, 0});
    /* A next call said with the news is a promise like one said by itself. */
    if (!ahead && c->update.next_call >= 0)
        scripted_plain_done(m, ACT_PROMISE, i, to);
    return REFUSAL_NONE;
}

enum refusal decide_promise(struct sim_making *m, const struct sim_command *c)
{
    enum refusal refusal = act_aim(m, c->promise.incident, c->promise.customer);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (c->promise.due <= m->s->now)
        return REFUSAL_TIME_PAST;
    if (m->s->promise_count >= SIM_PROMISES)
        return REFUSAL_FULL;
    act_begin(m, c->promise.incident, c->promise.customer);
    contact_make(m, c->promise.customer, c->promise.incident, ACT_PROMISE, 1);
    promise_make(m, &(struct promise_terms){
        c->promise.incident, c->promise.customer, 0, PROMISE_OTHER, c->promise.due, c->promise.what, 0});
    scripted_plain_done(m, ACT_PROMISE, c->promise.incident, c->promise.customer);
    return REFUSAL_NONE;
}

/* Another call to this customer was put off in this round already: once is a fair word, twice is a habit. */
static int moved_before(const struct sim_state *s, customer_id c)
{
    for (int32_t k = 0; k < s->promise_count; k++)
        if (s->promises[k].round == s->round && s->promises[k].customer == c && s->promises[k].state == PROMISE_RENEGOTIATED)
            return 1;
    return 0;
}

enum refusal decide_renegotiate(struct sim_making *m, const struct sim_command *c)
{
    int32_t index = promise_find(m->s, c->renegotiate.act, c->renegotiate.part);
    if (index < 0)
        return REFUSAL_NO_PROMISE;
    const struct sim_promise p = m->s->promises[index];
    if (p.state != PROMISE_OPEN)
        return REFUSAL_ALREADY_OVER;
    if (p.renegotiates > 0)
        return REFUSAL_RENEGOTIATED_ONCE;
    if (m->s->now > p.due)
        return REFUSAL_TOO_LATE;
    if (c->renegotiate.due <= m->s->now)
        return REFUSAL_TIME_PAST;
    enum refusal refusal = act_aim(m, p.incident, p.customer);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (m->s->promise_count >= SIM_PROMISES)
        return REFUSAL_FULL;
    act_begin(m, p.incident, p.customer);
    contact_make(m, p.customer, p.incident, ACT_RENEGOTIATE, moved_before(m->s, p.customer) ? CONTACT_FOR_NOTHING : CONTACT_COUNTS);
    promise_renegotiate(m, index, c->renegotiate.due);
    satisfaction_move(m, p.customer, MOOD_MOVED, REASON_MOVED, p.incident);
    scripted_plain_done(m, ACT_RENEGOTIATE, p.incident, p.customer);
    return REFUSAL_NONE;
}
