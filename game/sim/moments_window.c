#include "sim/moments.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/promise.h"

/* Windows of the reporter follow one another by number; a reopened incident goes on counting. */
void window_begin(struct sim_making *m, incident_id i)
{
    const struct sim_incident *incident = &m->s->incidents[i];
    customer_id c = incident->reporter;
    int32_t due = m->s->now + incident_window(m->s, m->sc, i, c);
    moment_open(m, (struct moment_key){MOMENT_UPDATE_WINDOW, i, c, incident->window + 1}, i, due);
}

static int32_t window_number(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c)
{
    return (s->now - s->incidents[i].opened) / incident_window(s, sc, i, c);
}

/* Talk must not swell a score: a claim outside the reporter's windows counts where the incident concerns
 * the customer and does not run yet, or where it is ahead of what was known, once a window. Numbers from MOMENT_OWN_WINDOW keep apart from the reporter's. */
static int32_t window_of_its_own(struct sim_making *m, incident_id i, customer_id c, int broken)
{
    int32_t length = incident_window(m->s, m->sc, i, c), number = window_number(m->s, m->sc, i, c);
    struct moment_key key = {MOMENT_UPDATE_WINDOW, i, c, MOMENT_OWN_WINDOW + number};
    int32_t index = moment_find(m->s, m->sc, &key);
    int over = m->s->incidents[i].restored >= 0 || c == m->s->incidents[i].reporter;
    if (index >= 0 || (!broken && (over || !incident_concerns(m->sc, i, c))))
        return index;
    return moment_open(m, key, i, m->s->incidents[i].opened + (number + 1) * length);
}

int32_t window_for_claim(struct sim_making *m, incident_id i, customer_id c, int broken)
{
    int32_t index = moment_open_in(m->s, i, MOMENT_UPDATE_WINDOW, c, NOBODY);
    return index >= 0 ? index : window_of_its_own(m, i, c, broken);
}

int32_t window_claims_outcome(const struct sim_state *s, incident_id i, int32_t moment)
{
    int32_t worst = OUTCOME_NONE;
    for (int32_t at = s->incidents[i].last_claim; at >= 0; at = s->claims[at].next)
        if (s->claims[at].moment == moment)
            worst = outcome_worst(worst, claim_outcome(&s->claims[at]));
    return s->moments[moment].spoiled ? outcome_worst(worst, OUTCOME_PARTLY) : worst;
}

static int has_claim(const struct sim_state *s, incident_id i, int32_t moment)
{
    for (int32_t at = s->incidents[i].last_claim; at >= 0; at = s->claims[at].next)
        if (s->claims[at].moment == moment)
            return 1;
    return 0;
}

static int has_promise(const struct sim_state *s, incident_id i, int32_t moment)
{
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next)
        if (s->promises[at].moment == moment)
            return 1;
    return 0;
}

/* Number of the window in which the first promise of the moment was made. */
static int32_t promised_in(const struct sim_making *m, incident_id i, int32_t moment)
{
    int32_t first = 0;
    for (int32_t at = m->s->incidents[i].last_promise; at >= 0; at = m->s->promises[at].next)
        if (m->s->promises[at].moment == moment)
            first = m->s->promises[at].at;
    return (first - m->s->incidents[i].opened) / incident_window(m->s, m->sc, i, m->s->moments[moment].customer);
}

/* The first call promised to the reporter is the commitment that was asked for; while it is open, what is promised again
 * in its window counts with it, the worst of them: saying it twice wins nothing. */
int32_t window_for_promise(struct sim_making *m, incident_id i, customer_id c, int32_t kind)
{
    int32_t number = window_number(m->s, m->sc, i, c);
    int32_t commitment = kind == PROMISE_FIX_BY ? NOBODY : moment_open_in(m->s, i, MOMENT_COMMITMENT, c, NOBODY);
    if (commitment >= 0 && !has_promise(m->s, i, commitment)) {
        moment_move_due(m, commitment, -1);
        return commitment;
    }
    if (commitment >= 0 && promised_in(m, i, commitment) == number)
        return commitment;
    struct moment_key key = {MOMENT_PROMISE_WINDOW, i, c, number};
    int32_t index = moment_find(m->s, m->sc, &key);
    if (index >= 0)
        return index;
    return moment_open(m, key, i, m->s->incidents[i].opened + (number + 1) * incident_window(m->s, m->sc, i, c));
}

int32_t window_promises_outcome(const struct sim_state *s, incident_id i, int32_t moment)
{
    int32_t worst = OUTCOME_NONE;
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next)
        if (s->promises[at].moment == moment)
            worst = outcome_worst(worst, s->promises[at].counts);
    return worst;
}

static int promises_open(const struct sim_state *s, incident_id i, int32_t moment)
{
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next)
        if (s->promises[at].moment == moment && s->promises[at].state == PROMISE_OPEN)
            return 1;
    return 0;
}

void window_promise_settled(struct sim_making *m, int32_t moment)
{
    if (moment < 0 || m->s->moments[moment].due >= 0)
        return;
    incident_id i = m->s->moments[moment].incident;
    if (!promises_open(m->s, i, moment))
        moment_settle(m, moment, window_promises_outcome(m->s, i, moment));
}

/* Nobody spoke: missed, unless the customer was told when the next call would be and that is still to come. */
static int32_t unspoken_outcome(const struct sim_state *s, incident_id i, int32_t moment)
{
    if (promise_covers_until(s, i, s->incidents[i].reporter) < 0)
        return OUTCOME_MISSED;
    return s->moments[moment].spoiled ? OUTCOME_PARTLY : OUTCOME_NONE;
}

static void update_window_over(struct sim_making *m, int32_t moment)
{
    incident_id i = m->s->moments[moment].incident;
    int of_reporter = m->s->moments[moment].nth < MOMENT_OWN_WINDOW;
    int32_t said = window_claims_outcome(m->s, i, moment);
    moment_settle(m, moment, of_reporter && !has_claim(m->s, i, moment) ? unspoken_outcome(m->s, i, moment) : said);
    if (of_reporter && m->s->incidents[i].open == 1 && m->s->incidents[i].confirmed < 0)
        window_begin(m, i);
}

void window_over(struct sim_making *m, int32_t moment)
{
    if (m->s->moments[moment].source == MOMENT_UPDATE_WINDOW) {
        update_window_over(m, moment);
        return;
    }
    moment_move_due(m, moment, -1);
    window_promise_settled(m, moment);
}
