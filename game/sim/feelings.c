#include "sim/feelings.h"

#include "base/number.h"
#include "sim/figures.h"
#include "sim/promise.h"

static void trust_move(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i)
{
    int32_t before = m->s->customers[c].trust;
    int32_t after = number_clamp(before + amount, 0, FIGURE_FULL);
    making_add(m, &(struct sim_event){.kind = SIM_EV_TRUST, .trust = {c, after - before, after, reason, i, m->act}});
}

void satisfaction_move(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i)
{
    int32_t before = m->s->customers[c].satisfaction;
    int32_t after = number_clamp(before + amount, 0, FIGURE_FULL);
    making_add(m, &(struct sim_event){.kind = SIM_EV_SATISFACTION, .satisfaction = {c, after - before, after, reason, i, m->act}});
}

/* Nothing is won about an incident that the user has confirmed, nor by leaving one open that has run for a
 * whole patience window: never asking whether it works must not pay. */
static int is_unfinished(const struct sim_state *s, const struct sim_incident *incident, int32_t reason)
{
    if (incident->confirmed >= 0)
        return 0;
    return incident->restored < 0 || reason == REASON_CONFIRMED || s->now - incident->restored <= incident->patience;
}

static int rise_counts(const struct sim_making *m, customer_id c, int32_t pause, int32_t reason, incident_id i)
{
    int32_t last = m->s->customers[c].last_gain[reason];
    if (last >= 0 && m->s->now - last < pause)
        return 0;
    int others_news = i >= 0 && reason == REASON_BAD_NEWS_TOLD && m->s->incidents[i].reporter != c;
    return i < 0 || others_news || is_unfinished(m->s, &m->s->incidents[i], reason);
}

/* The last points are the dearest: over FIGURE_DEAR a rise is worth less, in proportion to what is missing to full trust. */
static int32_t trust_worth(const struct sim_state *s, customer_id c, int32_t amount)
{
    int32_t missing = FIGURE_FULL - s->customers[c].trust, from = FIGURE_FULL - FIGURE_DEAR;
    return missing >= from ? amount : (int32_t)((int64_t)amount * missing / from);
}

int trust_rise(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i)
{
    if (!rise_counts(m, c, number_max(FIGURE_GAIN_PAUSE, sim_patience(m->s, m->sc, c)), reason, i))
        return 0;
    trust_move(m, c, trust_worth(m->s, c, amount), reason, i);
    return 1;
}

void trust_fall(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i)
{
    if (customer_exists(m->sc, c))
        trust_move(m, c, -amount, reason, i);
}

/* What was new becomes usual: each scored round after the first takes FIGURE_FADE percent off. */
static int32_t faded(const struct sim_state *s, int32_t amount)
{
    int32_t rounds = number_max(0, s->rounds_scored - 1);
    return amount / 100 * number_max(FIGURE_FADE_LOWEST, 100 - FIGURE_FADE * rounds);
}

int satisfaction_rise(struct sim_making *m, customer_id c, int32_t amount, int32_t reason, incident_id i)
{
    if (!rise_counts(m, c, sim_patience(m->s, m->sc, c), reason, i))
        return 0;
    satisfaction_move(m, c, faded(m->s, amount), reason, i);
    return 1;
}

int customer_waits(const struct sim_state *s, customer_id c)
{
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1 && s->incidents[i].reporter == c && s->incidents[i].confirmed < 0)
            return 1;
    return 0;
}

/* Waits beyond patience for something about which no call is promised that is still to come. */
static int is_left_in_silence(const struct sim_state *s, const struct scenario *sc, customer_id c)
{
    int32_t silence = sim_silence(s, c);
    if (silence <= sc->customers[c].patience || silence <= sim_patience(s, sc, c))
        return 0;
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1 && s->incidents[i].reporter == c && s->incidents[i].confirmed < 0
            && promise_covers_until(s, i, c) < 0)
            return 1;
    return 0;
}

static int32_t incident_pressure(const struct sim_state *s, const struct sim_incident *incident)
{
    if (incident->level == LEVEL_DOWN)
        return MINUTE_DOWN;
    if (incident->level == LEVEL_DEGRADED)
        return MINUTE_DEGRADED;
    int overdue = incident->level == LEVEL_WAITING && incident->restore_by >= 0 && incident->restore_by < s->now;
    return overdue ? MINUTE_OVERDUE : 0;
}

/* The worst of the customer's open incidents presses; silence presses beside it. */
static void minute_pressure(const struct sim_state *s, const struct scenario *sc, int32_t pressure[LIMIT_CUSTOMERS])
{
    for (int32_t i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        if (incident->open != 1)
            continue;
        customer_id c = incident->reporter;
        pressure[c] = number_min(pressure[c], incident_pressure(s, incident));
    }
    for (customer_id c = 0; c < sc->customer_count; c++)
        if (is_left_in_silence(s, sc, c))
            pressure[c] += MINUTE_SILENT;
}

static int32_t minute_drift(const struct sim_customer *customer)
{
    int32_t rest = FIGURE_REST + customer->trust / 100 * FIGURE_REST_TRUST;
    return (rest - customer->satisfaction) * FIGURE_DRIFT / 100;
}

static int32_t minute_loss(const struct scenario *sc, const struct sim_state *s, service_id v)
{
    int32_t share = s->services[v].level == LEVEL_DOWN ? LOSS_DOWN : s->services[v].level == LEVEL_DEGRADED ? LOSS_DEGRADED : 0;
    return (int32_t)((int64_t)sc->services[v].value * share / 100);
}

void feelings_minute(struct sim_making *m)
{
    struct sim_event e = {.kind = SIM_EV_MINUTE};
    int32_t pressure[LIMIT_CUSTOMERS] = {0};
    minute_pressure(m->s, m->sc, pressure);
    for (customer_id c = 0; c < m->sc->customer_count; c++) {
        int32_t before = m->s->customers[c].satisfaction;
        int32_t after = before + pressure[c] + minute_drift(&m->s->customers[c]);
        e.minute.satisfaction[c] = number_clamp(after, 0, FIGURE_FULL) - before;
    }
    for (service_id v = 0; v < m->sc->service_count; v++)
        e.minute.lost[v] = minute_loss(m->sc, m->s, v);
    making_add(m, &e);
}

static enum mood mood_from(int32_t figure)
{
    static const int32_t from[] = {80, 58, 42, 26};
    int32_t mood = MOOD_DELIGHTED;
    while (mood < MOOD_FURIOUS && figure < from[mood] * FIGURE_POINT)
        mood++;
    return (enum mood)mood;
}

enum mood sim_mood(const struct sim_state *s, const struct scenario *sc, customer_id c)
{
    const struct sim_customer *customer = &s->customers[c];
    enum mood mood = mood_from((customer->trust + 2 * customer->satisfaction) / 3);
    int waiting = s->phase == PHASE_ROUND && is_left_in_silence(s, sc, c);
    return waiting && mood < MOOD_FURIOUS ? (enum mood)(mood + 1) : mood;
}

/* --- surveys --- */

static int is_surveyed(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c)
{
    return i < 0 || s->incidents[i].reporter == c || incident_concerns(sc, i, c)
        || (s->incidents[i].kind == INCIDENT_CONTENTION && incident_decider(s, sc, i) == c);
}

void feelings_survey(struct sim_making *m, incident_id i)
{
    for (customer_id c = 0; c < m->sc->customer_count && round_is_scored(m->s, m->sc); c++)
        if (is_surveyed(m->s, m->sc, i, c))
            making_add(m, &(struct sim_event){.kind = SIM_EV_SURVEYED, .surveyed = {
                i, c, MOOD_COUNT - (int32_t)sim_mood(m->s, m->sc, c), m->s->round}});
}
