#include "sim/applying.h"

#include "sim/claim.h"
#include "sim/moments.h"
#include "sim/promise.h"

#include <assert.h>

void apply_claim(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_incident *incident = &s->incidents[e->claim.incident];
    s->claims[s->claim_count] = (struct sim_claim){
        .act = e->claim.act, .round = s->round, .at = e->at, .incident = e->claim.incident, .customer = e->claim.customer,
        .claim = e->claim.claim, .verdict = e->claim.verdict, .flags = e->claim.flags, .fix_by = e->claim.fix_by,
        .settled = e->claim.settled, .settled_at = e->claim.settled == CLAIM_OPEN ? -1 : e->at, .member = e->claim.member,
        .text = e->claim.text, .corrects = e->claim.corrects, .disputed = 0, .overruled = -1, .told = e->claim.told,
        .supported_by = e->claim.supported_by, .due = e->claim.due, .moment = e->claim.moment, .next = incident->last_claim};
    incident->last_claim = s->claim_count++;
    if (e->claim.customer == incident->reporter && e->claim.verdict <= VERDICT_HONEST_MISTAKE)
        incident->last_update = e->at;
    while (s->open_claim < s->claim_count && s->claims[s->open_claim].settled != CLAIM_OPEN)
        s->open_claim++;
}

void apply_claim_settled(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t index = claim_by_act(s, e->claim_settled.act);
    assert(index >= 0);
    struct sim_incident *incident = &s->incidents[s->claims[index].incident];
    int made_good = claim_is_ahead(&s->claims[index]) && e->claim_settled.verdict == VERDICT_HONEST;
    if (made_good && s->claims[index].customer == incident->reporter && incident->last_update < s->claims[index].at)
        incident->last_update = s->claims[index].at;
    s->claims[index].settled = e->claim_settled.how;
    s->claims[index].settled_at = e->at;
    s->claims[index].verdict = e->claim_settled.verdict;
    while (s->open_claim < s->claim_count && s->claims[s->open_claim].settled != CLAIM_OPEN)
        s->open_claim++;
}

void apply_promise(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_incident *incident = &s->incidents[e->promise.incident];
    s->promises[s->promise_count] = (struct sim_promise){
        .act = e->promise.act, .part = e->promise.part, .round = s->round, .at = e->at, .incident = e->promise.incident,
        .customer = e->promise.customer, .kind = e->promise.kind, .due = e->promise.due, .far = e->promise.far,
        .state = PROMISE_OPEN, .settled_at = -1, .settled_by = 0, .member = e->promise.member, .text = e->promise.text,
        .renegotiates = e->promise.renegotiates, .moment = e->promise.moment, .counts = OUTCOME_OPEN, .next = incident->last_promise};
    incident->last_promise = s->promise_count++;
}

void apply_promise_settled(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t index = promise_find(s, e->promise_settled.act, e->promise_settled.part);
    assert(index >= 0);
    s->promises[index].state = e->promise_settled.state;
    s->promises[index].settled_at = e->at;
    s->promises[index].settled_by = e->promise_settled.by;
    s->promises[index].counts = e->promise_settled.counts;
    while (s->open_promise < s->promise_count && s->promises[s->open_promise].state != PROMISE_OPEN)
        s->open_promise++;
}

void apply_moment_opened(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t i = e->moment_opened.incident;
    int32_t *head = i >= 0 ? &s->incidents[i].last_moment : &s->loose_moment;
    s->moments[s->moment_count] = (struct sim_moment){
        .source = e->moment_opened.source, .subject = e->moment_opened.subject, .customer = e->moment_opened.customer,
        .nth = e->moment_opened.nth, .score = e->moment_opened.score, .incident = i, .round = s->round,
        .scored = e->moment_opened.scored, .opened = e->at, .due = e->moment_opened.due, .settled = -1,
        .outcome = OUTCOME_OPEN, .act = 0, .disputed = 0, .overruled = -1, .next = *head};
    *head = s->moment_count++;
    if (e->moment_opened.source == MOMENT_UPDATE_WINDOW && e->moment_opened.nth < MOMENT_OWN_WINDOW) {
        s->incidents[i].window = e->moment_opened.nth;
        s->incidents[i].window_from = e->at;
    }
}

static struct sim_moment *moment_at(struct sim_state *s, const struct scenario *sc, const int32_t *v)
{
    struct moment_key key = {v[0], v[1], v[2], v[3]};
    int32_t index = moment_find(s, sc, &key);
    assert(index >= 0);
    return &s->moments[index];
}

void apply_moment_settled(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    struct sim_moment *moment = moment_at(s, sc, e->v);
    moment->outcome = e->moment_settled.outcome;
    moment->settled = e->at;
    moment->act = e->moment_settled.act;
    while (s->open_moment < s->moment_count && s->moments[s->open_moment].outcome != OUTCOME_OPEN)
        s->open_moment++;
}

void apply_moment_due(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    moment_at(s, sc, e->v)->due = e->moment_due.due;
}

/* aim 0: a moment by its key; 1: a claim by its act. An overrule settles the dispute. */
void apply_verdict_mark(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    if (e->verdict_mark.aim == 0) {
        struct sim_moment *moment = moment_at(s, sc, e->v + 1);
        moment->disputed = e->verdict_mark.disputed;
        moment->overruled = e->verdict_mark.outcome;
        return;
    }
    int32_t index = claim_by_act(s, e->verdict_mark.subject);
    assert(index >= 0);
    s->claims[index].disputed = e->verdict_mark.disputed;
    s->claims[index].overruled = e->verdict_mark.outcome;
}
