/* The occasions on which a behaviour could be seen: the one table from behaviours to the log. */
#include "assess/pledge.h"

#include "sim/claim.h"
#include "sim/score.h"

#define SOURCE(name) (UINT32_C(1) << MOMENT_##name)

enum more { MORE_NOTHING, MORE_CLAIMS, MORE_NAMED_CALLS, MORE_CALLS, MORE_BLAMES };

struct behaviour_rule {
    uint32_t sources;
    int missed_only;               /* of its moments only those that were missed are occasions */
    enum more more;
    const char *idea;
};

static const struct behaviour_rule rules[BEHAVIOUR_COUNT] = {
    [BEHAVIOUR_FIRST_WORD] = {SOURCE(ACKNOWLEDGED), 0, MORE_NOTHING, "service-levels"},
    [BEHAVIOUR_ASK_IMPACT] = {SOURCE(IMPACT_ASKED), 0, MORE_NOTHING, "involve-the-customer"},
    [BEHAVIOUR_ASK_FIRST] = {SOURCE(GO_AHEAD), 0, MORE_NOTHING, "involve-the-customer"},
    [BEHAVIOUR_LET_CHOOSE] = {SOURCE(CONTENTION), 0, MORE_NOTHING, "business-sets-priority"},
    [BEHAVIOUR_AGREE_CONDITIONS] = {SOURCE(CONDITIONS) | SOURCE(RETEST), 0, MORE_NOTHING, "conditions-of-satisfaction"},
    [BEHAVIOUR_USER_CONFIRMS] = {SOURCE(CONFIRMED), 0, MORE_NOTHING, "moment-of-truth"},
    [BEHAVIOUR_NOBODY_WAITS] = {SOURCE(NO_SILENCE), 0, MORE_NOTHING, "perceived-value"},
    [BEHAVIOUR_SAY_WHAT_WE_KNOW] = {0, 0, MORE_CLAIMS, "honest-status"},
    [BEHAVIOUR_BAD_NEWS_FIRST] = {SOURCE(BAD_NEWS), 0, MORE_NOTHING, "bad-news-early"},
    [BEHAVIOUR_TAKE_BACK] = {SOURCE(CORRECTION), 0, MORE_NOTHING, "honest-status"},
    [BEHAVIOUR_NAME_THE_CALL] = {SOURCE(COMMITMENT), 1, MORE_NAMED_CALLS, "follow-through"},
    [BEHAVIOUR_KEEP_THE_CALL] = {0, 0, MORE_CALLS, "follow-through"},
    [BEHAVIOUR_OWN_IT] = {SOURCE(COMPLAINT), 0, MORE_BLAMES, "complaint-ownership"},
};

static const struct behaviour_rule *rule_of(int32_t behaviour)
{
    return behaviour >= 0 && behaviour < BEHAVIOUR_COUNT ? &rules[behaviour] : 0;
}

uint32_t behaviour_sources(int32_t behaviour)
{
    const struct behaviour_rule *rule = rule_of(behaviour);
    return rule == 0 ? 0 : rule->sources;
}

const char *behaviour_idea(int32_t behaviour)
{
    const struct behaviour_rule *rule = rule_of(behaviour);
    return rule == 0 ? "" : rule->idea;
}

struct walk {
    const struct pledge_watch *w;
    const struct sim_state *s;
    round_id round;
    occasion_visit *visit;
    void *context;
};

static void found(const struct walk *k, enum occasion_kind kind, int32_t index, int32_t outcome)
{
    if (outcome >= OUTCOME_MET && outcome <= OUTCOME_BROKEN)
        k->visit(k->context, &(struct occasion){kind, index, outcome});
}

static int is_in_round(const struct walk *k, int32_t round)
{
    return k->round == NOBODY || k->round == round;
}

static void visit_moments(const struct walk *k, const struct behaviour_rule *rule)
{
    for (int32_t at = 0; at < k->s->moment_count && rule->sources != 0; at++) {
        const struct sim_moment *m = &k->s->moments[at];
        int32_t outcome = (int32_t)score_outcome(m);
        if ((rule->sources >> m->source & 1) && is_in_round(k, m->round) && (!rule->missed_only || outcome == OUTCOME_MISSED))
            found(k, OCCASION_MOMENT, at, outcome);
    }
}

/* The warm-up has no moment that is scored: its claims and promises are known by that. */
static int is_scored(const struct sim_state *s, int32_t moment)
{
    return moment < 0 || s->moments[moment].scored;
}

static void visit_claims(const struct walk *k)
{
    for (int32_t at = 0; at < k->s->claim_count; at++) {
        const struct sim_claim *c = &k->s->claims[at];
        int32_t outcome = claim_outcome(c);
        int plain = c->overruled < 0 && outcome == OUTCOME_PARTLY;   /* less than could be said, yet nothing but what was known */
        if (is_in_round(k, c->round) && is_scored(k->s, c->moment))
            found(k, OCCASION_CLAIM, at, plain ? OUTCOME_MET : outcome);
    }
}

static int is_call(const struct sim_promise *p)
{
    return p->kind != PROMISE_FIX_BY;
}

/* A call to this customer about this incident is promised in that conversation, or was before and is still to come. */
static int call_is_named(const struct sim_state *s, const struct sim_claim *c)
{
    for (int32_t at = s->incidents[c->incident].last_promise; at >= 0; at = s->promises[at].next) {
        const struct sim_promise *p = &s->promises[at];
        int with_it = p->act == c->act || (p->at >= c->at && p->at <= c->at + PLEDGE_WRAP_UP);
        int to_come = p->at <= c->at && p->due > c->at && (p->settled_at < 0 || p->settled_at > c->at);
        if (p->customer == c->customer && is_call(p) && (with_it || to_come))
            return 1;
    }
    return 0;
}

static int needs_call(const struct sim_state *s, const struct sim_claim *c)
{
    const struct sim_incident *i = &s->incidents[c->incident];
    int32_t over = i->confirmed >= 0 ? i->confirmed : i->closed;
    return c->customer == i->reporter && (over < 0 || over > c->at + PLEDGE_WRAP_UP);
}

static void visit_named_calls(const struct walk *k)
{
    for (int32_t at = 0; at < k->s->claim_count; at++) {
        const struct sim_claim *c = &k->s->claims[at];
        if (is_in_round(k, c->round) && is_scored(k->s, c->moment) && needs_call(k->s, c))
            found(k, OCCASION_CLAIM, at, call_is_named(k->s, c) ? OUTCOME_MET : OUTCOME_MISSED);
    }
}

static void visit_calls(const struct walk *k)
{
    for (int32_t at = 0; at < k->s->promise_count; at++) {
        const struct sim_promise *p = &k->s->promises[at];
        int settled = p->state != PROMISE_OPEN && p->state != PROMISE_VOID;
        if (is_call(p) && settled && is_in_round(k, p->round) && is_scored(k->s, p->moment))
            found(k, OCCASION_PROMISE, at, p->counts);
    }
}

static void visit_blames(const struct walk *k)
{
    for (int32_t at = 0; at < k->w->blame_count; at++)
        if (is_in_round(k, k->w->blames[at].round))
            found(k, OCCASION_BLAME, k->w->blames[at].event, OUTCOME_BROKEN);
}

void behaviour_visit(const struct pledge_watch *w, const struct sim_state *s, int32_t behaviour, round_id round,
                     occasion_visit *visit, void *context)
{
    const struct behaviour_rule *rule = rule_of(behaviour);
    struct walk k = {w, s, round, visit, context};
    if (rule == 0)
        return;
    visit_moments(&k, rule);
    switch (rule->more) {
    case MORE_CLAIMS: visit_claims(&k); break;
    case MORE_NAMED_CALLS: visit_named_calls(&k); break;
    case MORE_CALLS: visit_calls(&k); break;
    case MORE_BLAMES: visit_blames(&k); break;
    case MORE_NOTHING: break;
    }
}
