#include "sim/moments.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/feelings.h"
#include "sim/figures.h"

static int32_t chain_head(const struct sim_state *s, incident_id i)
{
    return i >= 0 && i < s->incident_count ? s->incidents[i].last_moment : s->loose_moment;
}

static incident_id key_incident(const struct sim_state *s, const struct scenario *sc, const struct moment_key *key)
{
    if (key->source != MOMENT_SCRIPTED)
        return key->subject < s->incident_count ? key->subject : NOBODY;
    return key->subject >= 0 && key->subject < sc->moment_count ? sc->moments[key->subject].incident : NOBODY;
}

int32_t moment_find(const struct sim_state *s, const struct scenario *sc, const struct moment_key *key)
{
    int32_t at = chain_head(s, key_incident(s, sc, key));
    for (; at >= 0; at = s->moments[at].next) {
        const struct sim_moment *moment = &s->moments[at];
        if (moment->source == key->source && moment->subject == key->subject
            && moment->customer == key->customer && moment->nth == key->nth)
            return at;
    }
    return NOBODY;
}

int32_t moment_open_in(const struct sim_state *s, incident_id i, int32_t source, customer_id c, int32_t nth)
{
    for (int32_t at = chain_head(s, i); at >= 0; at = s->moments[at].next) {
        const struct sim_moment *moment = &s->moments[at];
        if (moment->source == source && moment->outcome == OUTCOME_OPEN
            && (c < 0 || moment->customer == c) && (nth < 0 || moment->nth == nth))
            return at;
    }
    return NOBODY;
}

int32_t moment_open(struct sim_making *m, struct moment_key key, incident_id i, int32_t due)
{
    if (m->s->moment_count >= SIM_MOMENTS)
        return NOBODY;
    int scripted = key.source == MOMENT_SCRIPTED;
    int32_t score = (int32_t)(scripted ? m->sc->moments[key.subject].score : moment_source_score(key.source));
    int32_t says = scripted && m->sc->moments[key.subject].says[0] != '\0';
    making_add(m, &(struct sim_event){.kind = SIM_EV_MOMENT_OPENED, .moment_opened = {
        key.source, key.subject, key.customer, key.nth, score, i, due, round_is_scored(m->s, m->sc), says}});
    return m->s->moment_count - 1;
}

void moment_settle_again(struct sim_making *m, int32_t index, int32_t outcome)
{
    const struct sim_moment *k = &m->s->moments[index];
    making_add(m, &(struct sim_event){.kind = SIM_EV_MOMENT_SETTLED, .moment_settled = {
        k->source, k->subject, k->customer, k->nth, outcome, m->act}});
}

void moment_settle(struct sim_making *m, int32_t index, int32_t outcome)
{
    if (index >= 0 && m->s->moments[index].outcome == OUTCOME_OPEN)
        moment_settle_again(m, index, outcome);
}

void moment_move_due(struct sim_making *m, int32_t index, int32_t due)
{
    const struct sim_moment *k = &m->s->moments[index];
    if (k->due != due)
        making_add(m, &(struct sim_event){.kind = SIM_EV_MOMENT_DUE, .moment_due = {
            k->source, k->subject, k->customer, k->nth, due}});
}

int32_t outcome_worst(int32_t a, int32_t b)
{
    int a_counts = a >= OUTCOME_MET && a <= OUTCOME_BROKEN, b_counts = b >= OUTCOME_MET && b <= OUTCOME_BROKEN;
    if (!a_counts)
        return b_counts ? b : OUTCOME_NONE;
    return b_counts ? number_max(a, b) : a;
}

void moments_first_contact(struct sim_making *m, incident_id i)
{
    moment_settle(m, moment_open_in(m->s, i, MOMENT_ACKNOWLEDGED, NOBODY, NOBODY), OUTCOME_MET);
    int32_t commitment = moment_open_in(m->s, i, MOMENT_COMMITMENT, NOBODY, NOBODY);
    if (commitment < 0 || m->s->moments[commitment].due < 0)
        return;
    /* Whoever calls early must not have less time to commit than whoever waits. */
    moment_move_due(m, commitment, number_max(m->s->moments[commitment].due, m->s->now + m->sc->rules.commitment_within));
}

/* What the first work of an incident settles; a change or workaround settles the conditions too. */
void moments_work_started(struct sim_making *m, incident_id i, work_id w, int asked_go_ahead)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    moment_settle(m, moment_open_in(m->s, i, MOMENT_IMPACT_ASKED, NOBODY, NOBODY), OUTCOME_MISSED);
    if (w >= 0)
        moment_settle(m, moment_open_in(m->s, i, MOMENT_GO_AHEAD, NOBODY, w), asked_go_ahead ? OUTCOME_MET : OUTCOME_BROKEN);
    struct moment_key confirmed = {MOMENT_CONFIRMED, i, incident->reporter, 0};
    if (incident->kind == INCIDENT_OPPORTUNITY && moment_find(m->s, m->sc, &confirmed) < 0)
        moment_open(m, confirmed, i, -1);
}

void moment_bad_news(struct sim_making *m, fact_id f)
{
    const struct fact *fact = &m->sc->facts[f];
    if (fact->kind != FACT_BAD_NEWS || !incident_is_open(m->s, fact->incident))
        return;
    for (customer_id c = 0; c < m->sc->customer_count; c++)
        if (fact->matters >> c & 1 && !((uint32_t)m->s->facts[f].told >> c & 1))
            moment_open(m, (struct moment_key){MOMENT_BAD_NEWS, fact->incident, c, f}, fact->incident,
                        m->s->now + m->sc->rules.bad_news_within);
}

/* Told late is partly met even after it counted as missed. */
static void bad_news_told(struct sim_making *m, int32_t index)
{
    const struct sim_moment moment = m->s->moments[index];
    if (moment.outcome == OUTCOME_MISSED)
        moment_settle_again(m, index, OUTCOME_PARTLY);
    if (moment.outcome != OUTCOME_OPEN)
        return;
    moment_settle(m, index, OUTCOME_MET);
    trust_rise(m, moment.customer, RISE_BAD_NEWS, REASON_BAD_NEWS_TOLD, moment.incident);
}

void moments_bad_news_told(struct sim_making *m, incident_id i, customer_id c, uint32_t told)
{
    const struct incident *pack = incident_pack(m->sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        struct moment_key key = {MOMENT_BAD_NEWS, i, c, pack->first_fact + k};
        int32_t index = told >> k & 1 ? moment_find(m->s, m->sc, &key) : NOBODY;
        if (index >= 0)
            bad_news_told(m, index);
    }
}

/* One update, one milestone, and none before the milestone that precedes it. */
void moments_milestone_told(struct sim_making *m, incident_id i, customer_id c, int32_t at)
{
    const struct incident *pack = incident_pack(m->sc, i);
    int32_t next = 0;
    if (pack == NULL || c != m->s->incidents[i].reporter)
        return;
    while (next < pack->milestone_count && moment_open_in(m->s, i, MOMENT_MILESTONE, NOBODY, next) < 0)
        next++;
    if (next == pack->milestone_count || (next > 0 && at <= pack->milestones[next - 1].at))
        return;
    int in_time = at <= pack->milestones[next].at;
    moment_settle(m, moment_open_in(m->s, i, MOMENT_MILESTONE, NOBODY, next), in_time ? OUTCOME_MET : OUTCOME_PARTLY);
}

static void scripted_overdue(struct sim_making *m, int32_t index)
{
    const struct sim_moment moment = m->s->moments[index];
    moment_settle(m, index, OUTCOME_MISSED);
    if (m->sc->moments[moment.subject].says[0] != '\0')
        trust_fall(m, moment.customer, FALL_QUESTION_IGNORED, REASON_QUESTION_IGNORED, moment.incident);
}

static void correction_overdue(struct sim_making *m, int32_t index)
{
    int32_t act = m->s->moments[index].nth;
    moment_settle(m, index, OUTCOME_MISSED);
    claim_not_corrected(m, act);
}

void moment_overdue(struct sim_making *m, int32_t index)
{
    switch (m->s->moments[index].source) {
    case MOMENT_SCRIPTED:
        scripted_overdue(m, index);
        break;
    case MOMENT_UPDATE_WINDOW:
    case MOMENT_PROMISE_WINDOW:
        window_over(m, index);
        break;
    case MOMENT_CORRECTION:
        correction_overdue(m, index);
        break;
    default:
        moment_settle(m, index, OUTCOME_MISSED);
        break;
    }
}
