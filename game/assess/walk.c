#include "assess/walk.h"

#include "sim/claim.h"
#include "sim/moments.h"

const char *rule_word(int32_t rule)
{
    static const char *const words[RULE_COUNT] = {
#define RULE_WORD(NAME, word) word,
        RULES(RULE_WORD)
#undef RULE_WORD
    };
    return rule >= 0 && rule < RULE_COUNT ? words[rule] : "";
}

int walk_wants(const struct walk *w, round_id round)
{
    if (round < 0 || round >= w->sc->round_count || !w->r->rounds[round].begun)
        return 0;
    return w->round == NOBODY || w->round == round;
}

void walk_show(const struct walk *w, const struct assess_item *item)
{
    w->visit(w->context, item);
}

/* --- points --- */

int32_t outcome_points(int32_t outcome)
{
    return outcome == OUTCOME_MET ? 2 : outcome == OUTCOME_PARTLY ? 1 : outcome == OUTCOME_BROKEN ? -1 : 0;
}

static int is_counted(int32_t outcome)
{
    return outcome >= OUTCOME_MET && outcome <= OUTCOME_BROKEN;
}

void item_gives(struct assess_item *item, int32_t points, int32_t possible)
{
    item->points = item->rule_points = points;
    item->possible = item->rule_possible = possible;
}

void item_for(struct assess_item *item, int32_t outcome)
{
    item->outcome = item->rule_outcome = outcome;
    item_gives(item, outcome_points(outcome), is_counted(outcome) ? 2 : 0);
}

static int is_good(int32_t outcome, int partly)
{
    return outcome == OUTCOME_MET || (partly && outcome == OUTCOME_PARTLY);
}

void item_as_share(struct assess_item *item, int partly)
{
    item->points = item->possible > 0 && is_good(item->outcome, partly);
    item->possible = item->possible > 0;
    item->rule_points = item->rule_possible > 0 && is_good(item->rule_outcome, partly);
    item->rule_possible = item->rule_possible > 0;
}

void item_as_case(struct assess_item *item, int32_t outcome)
{
    item->points = item->possible > 0 && item->outcome == outcome;
    item->possible = item->possible > 0;
    item->rule_points = item->rule_possible > 0 && item->rule_outcome == outcome;
    item->rule_possible = item->rule_possible > 0;
}

/* What it gives by people and by the rule. What is disputed gives nothing until that is settled. */
static void judge(struct assess_item *item, int32_t outcome, int32_t rule_outcome, int32_t disputed)
{
    item->outcome = outcome;
    item->rule_outcome = rule_outcome;
    item->disputed = disputed;
    if (disputed)
        return;
    item->points = outcome_points(outcome);
    item->possible = is_counted(outcome) ? 2 : 0;
    item->rule_points = outcome_points(rule_outcome);
    item->rule_possible = is_counted(rule_outcome) ? 2 : 0;
}

/* --- items --- */

struct assess_item walk_item(const struct walk *w, enum assess_item_kind kind, enum rule rule)
{
    return (struct assess_item){.kind = kind, .index = NOBODY, .round = NOBODY, .at = -1, .event = NOBODY, .began = NOBODY,
        .incident = NOBODY, .customer = NOBODY, .key = {NOBODY, NOBODY, NOBODY, NOBODY}, .rule_kind = RULE_OWN,
        .rule = rule_word((int32_t)rule), .idea = measure_idea(w->measure), .mark = NOBODY};
}

static int32_t claim_by_rule(const struct sim_claim *claim)
{
    struct sim_claim plain = *claim;
    plain.overruled = -1;
    return claim_outcome(&plain);
}

/* A window counts the worst of its claims: without what people said of any of them. */
static int32_t window_by_rule(const struct sim_state *s, int32_t moment)
{
    int32_t worst = OUTCOME_NONE, by_hand = 0;
    incident_id i = s->moments[moment].incident;
    for (int32_t at = i >= 0 ? s->incidents[i].last_claim : NOBODY; at >= 0; at = s->claims[at].next) {
        if (s->claims[at].moment != moment)
            continue;
        worst = outcome_worst(worst, claim_by_rule(&s->claims[at]));
        by_hand |= s->claims[at].overruled >= 0;
    }
    return by_hand ? worst : s->moments[moment].outcome;
}

static int32_t moment_by_rule(const struct sim_state *s, int32_t moment)
{
    const struct sim_moment *m = &s->moments[moment];
    int settled = m->outcome != OUTCOME_OPEN;
    return m->source == MOMENT_UPDATE_WINDOW && settled ? window_by_rule(s, moment) : m->outcome;
}

/* The mark of a claim that made the moment count as it does. */
static int32_t mark_of_window(const struct walk *w, int32_t moment)
{
    incident_id i = w->s->moments[moment].incident;
    for (int32_t at = i >= 0 ? w->s->incidents[i].last_claim : NOBODY; at >= 0; at = w->s->claims[at].next)
        if (w->s->claims[at].moment == moment && w->s->claims[at].overruled >= 0)
            return w->r->claim_mark[at];
    return NOBODY;
}

static const char *idea_of_moment(const struct walk *w, const struct sim_moment *m)
{
    const char *own = m->source == MOMENT_SCRIPTED ? w->sc->moments[m->subject].idea : "";
    return own != 0 && own[0] != '\0' ? own : measure_idea(w->measure);
}

int walk_moment(const struct walk *w, int32_t index, struct assess_item *out)
{
    const struct sim_moment *m = &w->s->moments[index];
    int32_t by_rule = moment_by_rule(w->s, index), counts = m->overruled >= 0 ? m->overruled : m->outcome;
    if (!m->scored || !walk_wants(w, m->round) || (!is_counted(counts) && !is_counted(by_rule)))
        return 0;
    *out = walk_item(w, ITEM_MOMENT, RULE_ACT);
    out->index = index;
    out->round = m->round;
    out->at = m->settled >= 0 ? m->settled : m->opened;
    out->event = w->r->moment_settled[index];
    out->began = w->r->moment_opened[index];
    out->incident = m->incident;
    out->customer = m->customer;
    out->key = (struct moment_key){m->source, m->subject, m->customer, m->nth};
    out->rule_kind = RULE_MOMENT;
    out->rule = moment_source_word(m->source);
    out->idea = idea_of_moment(w, m);
    judge(out, counts, by_rule, m->disputed);
    out->mark = m->overruled >= 0 ? w->r->moment_mark[index] : counts != by_rule ? mark_of_window(w, index) : NOBODY;
    return 1;
}

int walk_claim(const struct walk *w, int32_t index, struct assess_item *out)
{
    const struct sim_claim *c = &w->s->claims[index];
    struct sim_claim said = *c;
    said.disputed = 0;
    if (!walk_wants(w, c->round))
        return 0;
    *out = walk_item(w, ITEM_CLAIM, RULE_CLAIM);
    out->index = index;
    out->round = c->round;
    out->at = c->at;
    out->event = w->r->claim_made[index];
    out->began = w->r->claim_made[index];
    out->incident = c->incident;
    out->customer = c->customer;
    if (c->moment >= 0) {
        const struct sim_moment *m = &w->s->moments[c->moment];
        out->key = (struct moment_key){m->source, m->subject, m->customer, m->nth};
    }
    said.overruled = -1;
    judge(out, c->overruled >= 0 ? c->overruled : claim_outcome(&said), claim_outcome(&said), c->disputed);
    out->mark = c->overruled >= 0 ? w->r->claim_mark[index] : NOBODY;
    return 1;
}

int walk_promise(const struct walk *w, int32_t index, struct assess_item *out)
{
    const struct sim_promise *p = &w->s->promises[index];
    if (!walk_wants(w, p->round))
        return 0;
    *out = walk_item(w, ITEM_PROMISE, RULE_PROMISE);
    out->index = index;
    out->round = p->round;
    out->at = p->settled_at >= 0 ? p->settled_at : p->at;
    out->event = w->r->promise_settled[index] >= 0 ? w->r->promise_settled[index] : w->r->promise_made[index];
    out->began = w->r->promise_made[index];
    out->incident = p->incident;
    out->customer = p->customer;
    item_for(out, p->counts);
    return 1;
}

int walk_trace(const struct walk *w, int32_t index, enum rule rule, struct assess_item *out)
{
    const struct assess_trace *t = &w->r->traces[index];
    if (!walk_wants(w, t->round))
        return 0;
    *out = walk_item(w, ITEM_EVENT, rule);
    out->round = t->round;
    out->at = t->at;
    out->event = t->event;
    out->incident = t->incident;
    out->customer = t->customer;
    if (t->kind == TRACE_TRUST || t->kind == TRACE_GAIN) {
        out->rule_kind = RULE_REASON;
        out->rule = reason_word(t->a);
    }
    return 1;
}

int walk_incident(const struct walk *w, incident_id i, int32_t event, enum rule rule, struct assess_item *out)
{
    const struct sim_incident *incident = &w->s->incidents[i];
    if (incident->open == 0 || !walk_wants(w, incident->round))
        return 0;
    *out = walk_item(w, ITEM_EVENT, rule);
    out->round = incident->round;
    out->at = incident->opened;
    out->event = event;
    out->began = w->r->incident_opened[i];
    out->incident = i;
    out->customer = incident->reporter;
    return 1;
}

int walk_work(const struct walk *w, int32_t instance, enum rule rule, struct assess_item *out)
{
    const struct sim_work *work = &w->s->works[instance];
    if (!walk_wants(w, w->r->work_round[instance]))
        return 0;
    *out = walk_item(w, ITEM_EVENT, rule);
    out->round = w->r->work_round[instance];
    out->at = work->started;
    out->event = w->r->work_ended[instance] >= 0 ? w->r->work_ended[instance] : w->r->work_started[instance];
    out->began = w->r->work_started[instance];
    out->incident = work->incident;
    return 1;
}

/* --- walkers that serve more than one measure --- */

void walk_sources(const struct walk *w, int32_t sources)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++)
        if (sources >> w->s->moments[k].source & 1 && walk_moment(w, k, &item))
            walk_show(w, &item);
}

void walk_score(const struct walk *w, int32_t score)
{
    struct assess_item item;
    for (int32_t k = 0; k < w->s->moment_count; k++)
        if (w->s->moments[k].score == score && walk_moment(w, k, &item))
            walk_show(w, &item);
}
