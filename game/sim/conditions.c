#include "sim/scripted.h"

#include "base/chance.h"
#include "base/number.h"
#include "sim/figures.h"
#include "sim/improve.h"

static int holds_side(const struct condition *c, int32_t figure)
{
    return c->side == SIDE_BELOW ? figure < c->value * FIGURE_POINT : figure >= c->value * FIGURE_POINT;
}

static int holds_work(const struct sim_state *s, const struct condition *c)
{
    for (int32_t k = 0; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->work == c->ref && (c->value == STAGE_STARTED || (w->ended >= 0 && w->how == WORK_DONE)))
            return 1;
    }
    return 0;
}

/* What was promised in the warm-up is forgotten with it. */
static int holds_promise(const struct sim_state *s, const struct scenario *sc, const struct condition *c)
{
    static const int32_t states[] = {
        [STAGE_OPEN] = PROMISE_OPEN, [STAGE_KEPT] = PROMISE_KEPT, [STAGE_LATE] = PROMISE_LATE, [STAGE_DROPPED] = PROMISE_DROPPED};
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        int forgotten = p->round != s->round && sc->rounds[p->round].warm_up;
        int overdue = c->value == STAGE_LATE && p->state == PROMISE_OPEN && p->due < s->now;
        if (!forgotten && p->customer == c->ref && (p->state == states[c->value] || overdue))
            return 1;
    }
    return 0;
}

static int holds_incident(const struct sim_state *s, const struct condition *c)
{
    const struct sim_incident *incident = &s->incidents[c->ref];
    if (incident->open == 0)
        return 0;
    switch ((enum incident_stage)c->value) {
    case INCIDENT_OPEN:
        return incident->open == 1;
    case INCIDENT_UNTOUCHED:
        return incident->open == 1 && incident->first_contact < 0 && incident->first_work < 0;
    case INCIDENT_RESTORED:
        return incident->restored >= 0;
    case INCIDENT_CONFIRMED:
        return incident->confirmed >= 0;
    case INCIDENT_CLOSED:
        return incident->open == 2;
    }
    return 0;
}

static int holds_silent(const struct sim_state *s, const struct scenario *sc, const struct condition *c)
{
    int32_t limit = c->value > 0 ? c->value : sim_patience(s, sc, c->ref);
    return sim_silence(s, c->ref) >= limit;
}

static int holds_count(const struct sim_state *s, const struct condition *c)
{
    static const int32_t outcomes[] = {
        [OUTCOME_WORD_MET] = OUTCOME_MET, [OUTCOME_WORD_PARTLY] = OUTCOME_PARTLY,
        [OUTCOME_WORD_MISSED] = OUTCOME_MISSED, [OUTCOME_WORD_BROKEN] = OUTCOME_BROKEN};
    int32_t count = 0;
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct sim_moment *moment = &s->moments[k];
        count += moment->scored && moment->outcome == outcomes[c->ref] && (c->extra < 0 || moment->score == c->extra);
    }
    return count >= c->value;
}

static int holds_children(const struct sim_state *s, const struct scenario *sc, const struct condition *c, const struct condition_owner *owner)
{
    int all = c->op == COND_ALL;
    for (condition_id at = c->first_child; at >= 0; at = sc->conditions[at].next)
        if (condition_holds(s, sc, at, owner) != all)
            return !all;
    return all;
}

static int holds_chance(const struct sim_state *s, const struct condition *c, condition_id at, const struct condition_owner *owner)
{
    return chance_hit(making_seed(s), owner->purpose, owner->first, owner->second * 1024 + (at - owner->root), c->value);
}

int condition_needs_silence(const struct scenario *sc, condition_id at)
{
    const struct condition *c = at >= 0 ? &sc->conditions[at] : NULL;
    if (c == NULL || (c->op != COND_ALL && c->op != COND_ANY))
        return c != NULL && c->op == COND_SILENT;
    int all = c->op == COND_ANY && c->first_child >= 0;
    for (condition_id k = c->first_child; k >= 0; k = sc->conditions[k].next)
        if (condition_needs_silence(sc, k) != all)
            return !all;
    return all;
}

int condition_holds(const struct sim_state *s, const struct scenario *sc, condition_id at, const struct condition_owner *owner)
{
    const struct condition *c = &sc->conditions[at];
    switch (c->op) {
    case COND_AT:
        return s->now >= c->value;
    case COND_AFTER:
        return owner->since >= 0 && s->now - owner->since >= c->value;
    case COND_ALL:
    case COND_ANY:
        return holds_children(s, sc, c, owner);
    case COND_NOT:
        return c->first_child >= 0 && !condition_holds(s, sc, c->first_child, owner);
    case COND_FACT:
        return s->facts[c->ref].known_at >= 0;
    case COND_WORK:
        return holds_work(s, c);
    case COND_SERVICE:
        return s->services[c->ref].level == c->value;
    case COND_TRUST:
        return holds_side(c, s->customers[c->ref].trust);
    case COND_SATISFACTION:
        return holds_side(c, s->customers[c->ref].satisfaction);
    case COND_SILENT:
        return holds_silent(s, sc, c);
    case COND_PROMISE:
        return holds_promise(s, sc, c);
    case COND_INCIDENT:
        return holds_incident(s, c);
    case COND_IMPROVEMENT:
        return improvement_holds(s, sc, c->ref);
    case COND_CHANCE:
        return holds_chance(s, c, at, owner);
    case COND_COUNT_MOMENTS:
        return holds_count(s, c);
    case COND_OP_COUNT:
        break;
    }
    return 0;
}

static int32_t children_not_before(const struct scenario *sc, const struct condition *c, int32_t since)
{
    int32_t bound = c->op == COND_ALL || c->first_child < 0 ? 0 : INT32_MAX;
    for (condition_id at = c->first_child; at >= 0; at = sc->conditions[at].next) {
        int32_t child = condition_not_before(sc, at, since);
        bound = c->op == COND_ALL ? number_max(bound, child) : number_min(bound, child);
    }
    return bound;
}

int32_t condition_not_before(const struct scenario *sc, condition_id at, int32_t since)
{
    const struct condition *c = at >= 0 ? &sc->conditions[at] : NULL;
    if (c != NULL && c->op == COND_AT)
        return c->value;
    if (c != NULL && c->op == COND_AFTER)
        return since + c->value;
    return c != NULL && (c->op == COND_ALL || c->op == COND_ANY) ? children_not_before(sc, c, since) : 0;
}

int sim_condition_holds(const struct sim_state *s, const struct scenario *sc, condition_id condition)
{
    struct condition_owner owner = {.since = -1, .purpose = DRAW_EVENT_CHANCE, .first = -1, .second = 0, .root = condition};
    return condition_holds(s, sc, condition, &owner);
}

int32_t sim_ending(const struct sim_state *s, const struct scenario *sc)
{
    for (int32_t k = 0; k < sc->ending_count; k++)
        if (sc->endings[k].when < 0 || sim_condition_holds(s, sc, sc->endings[k].when))
            return k;
    return NOBODY;
}

/* --- the front page --- */

static int is_printed(const struct sim_state *s, const struct scenario *sc, round_id round, const struct story *story)
{
    struct condition_owner owner = {
        .since = -1, .purpose = DRAW_PAPER_CHANCE, .first = round, .second = 0, .root = story->when};
    return story->when < 0 || condition_holds(s, sc, story->when, &owner);
}

void sim_paper(const struct sim_state *s, const struct scenario *sc, round_id round, struct sim_paper *out)
{
    const struct front_page *page = &sc->rounds[round].front_page;
    *out = (struct sim_paper){.headline = NOBODY};
    for (int32_t k = 0; k < page->headline_count && out->headline < 0; k++)
        if (is_printed(s, sc, round, &page->headlines[k]))
            out->headline = k;
    for (int32_t k = 0; k < page->piece_count && out->piece_count < LIMIT_PIECES; k++)
        if (is_printed(s, sc, round, &page->pieces[k]))
            out->pieces[out->piece_count++] = k;
}
