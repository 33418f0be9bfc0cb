#include "sim/sim.h"

#include "base/number.h"
#include "sim/figures.h"
#include "sim/improve.h"

#include <assert.h>

int32_t sim_silence(const struct sim_state *s, customer_id c)
{
    return s->phase == PHASE_ROUND ? number_max(0, s->now - s->customers[c].last_contact) : 0;
}

int32_t sim_patience(const struct sim_state *s, const struct scenario *sc, customer_id c)
{
    int32_t patience = number_max(60, sc->customers[c].patience);
    return patience + callback_patience(s, c, patience);
}

int32_t sim_sheet_index(const struct scenario *sc, enum sheet_kind kind, int32_t item)
{
    switch (kind) {
    case SHEET_INCIDENT:
        return item;
    case SHEET_EVENT:
        return sc->incident_count + item;
    case SHEET_MOMENT:
        return sc->incident_count + sc->event_count + item;
    case SHEET_KIND_COUNT:
        break;
    }
    assert(0);
    return -1;
}

static int32_t condition_at(const struct scenario *sc, condition_id k, int32_t since)
{
    if (k < 0)
        return -1;
    if (sc->conditions[k].op == COND_AT)
        return sc->conditions[k].value;
    return sc->conditions[k].op == COND_AFTER && since >= 0 ? since + sc->conditions[k].value : -1;
}

int32_t sim_sheet_at(const struct scenario *sc, enum sheet_kind kind, int32_t item)
{
    if (kind == SHEET_MOMENT)
        return condition_at(sc, sc->moments[item].when, -1);
    round_id round = kind == SHEET_INCIDENT ? sc->incidents[item].round : sc->events[item].round;
    int32_t since = round >= 0 ? sc->rounds[round].from : -1;
    if (kind == SHEET_EVENT)
        return condition_at(sc, sc->events[item].when, since);
    return sc->incidents[item].opens < 0 ? sc->incidents[item].at : condition_at(sc, sc->incidents[item].opens, since);
}

int sim_fact_known(const struct sim_state *s, fact_id f)
{
    return s->facts[f].known_at >= 0;
}

int sim_incident_is_injected(const struct scenario *sc, incident_id i)
{
    return i >= sc->incident_count;
}

/* Which customer an act speaks to: the named one, else the incident's reporter; NOBODY for acts without talk. */
static customer_id spoken_to(const struct sim_state *s, const struct sim_command *c)
{
    incident_id incident = NOBODY;
    customer_id customer = NOBODY;
    switch (c->kind) {
    case SIM_CMD_WORK: case SIM_CMD_STOP_WORK: case SIM_CMD_CLOSE: case SIM_CMD_DECIDE_OURSELVES:
        return NOBODY;
    case SIM_CMD_RENEGOTIATE:
        for (int32_t k = 0; k < s->promise_count; k++)
            if (s->promises[k].act == c->renegotiate.act && s->promises[k].part == c->renegotiate.part)
                customer = s->promises[k].customer;
        return customer;
    case SIM_CMD_RESOLVE_COMPLAINT:
        for (int32_t k = 0; k < s->complaint_count; k++)
            if (s->complaints[k].act == c->resolve_complaint.act)
                customer = s->complaints[k].customer;
        return customer;
    case SIM_CMD_LOG_COMPLAINT: case SIM_CMD_APOLOGISE: case SIM_CMD_BLAME: case SIM_CMD_PROACTIVE:
        return c->v[0];
    case SIM_CMD_RETEST_CONDITIONS:
        incident = c->v[0];
        break;
    default:
        if (!sim_command_is_act(c->kind))
            return NOBODY;
        incident = c->v[0];
        customer = c->v[1];
        break;
    }
    return customer >= 0 ? customer : incident >= 0 && incident < s->incident_count ? s->incidents[incident].reporter : NOBODY;
}

int32_t sim_conversation_cost(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c)
{
    customer_id to = spoken_to(s, c);
    if (!customer_exists(sc, to))
        return 0;
    int goes_on = s->last_talk_customer == to && s->now - s->last_talk_at <= sc->rules.conversation;
    int form = c->kind == SIM_CMD_AGREE_CONDITIONS || c->kind == SIM_CMD_RETEST_CONDITIONS;
    if (goes_on || (form && improvement_works(s, IMPROVE_CONDITIONS)))
        return 0;
    int own = is_ambassador(s, to, c->member);
    return own ? number_min(sc->rules.conversation, FIGURE_AMBASSADOR_TALK) : sc->rules.conversation;
}
