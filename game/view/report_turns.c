#include "view/report_inside.h"
#include "base/text.h"
#include "view/wording_pattern.h"
#include <stdlib.h>
#include <string.h>

enum { WORDS_WITHIN = 300 };

/* --- how it stood then --- */

/* A failure that was not mended yet. The state tells how it ended; what was so then stands in the events before. */
static int is_unfixed(const struct report_build *b, const struct report_trust *t)
{
    if (t->incident < 0 || b->state->incidents[t->incident].kind != INCIDENT_FAILURE) return 0;
    for (int32_t i = t->event; i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind != SIM_EV_INCIDENT_STAGE || e->incident_stage.incident != t->incident) continue;
        if (e->incident_stage.mark == MARK_RESTORED || e->incident_stage.mark == MARK_CONFIRMED) return 0;
        if (e->incident_stage.mark == MARK_FELL_BACK || e->incident_stage.mark == MARK_REOPENED) return 1;
    }
    return 1;
}

/* --- which --- */

/* Of equal rises the one that says most about how a team works. */
static int weight_of(const struct report_build *b, const struct report_trust *t)
{
    int spoken = t->reason == REASON_KEPT || t->reason == REASON_BAD_NEWS_TOLD || t->reason == REASON_CORRECTED;
    return abs(t->delta) * 4 + (spoken ? 2 : 0) + (is_unfixed(b, t) ? 1 : 0);
}

static const struct report_trust *greatest(const struct report_build *b, int sign)
{
    const struct report_trust *best = NULL;
    for (int32_t i = 0; i < b->trust_count; i++) {
        const struct report_trust *t = &b->trust[i];
        if (sign * t->delta <= 0 || t->reason == REASON_EVENT) continue;
        if (!best || weight_of(b, t) > weight_of(b, best) || (sign > 0 && weight_of(b, t) == weight_of(b, best)))
            best = t;
    }
    return best;
}

/* The greatest of what is left, of another incident and another kind: a third story, not the first one again. */
static const struct report_trust *another(const struct report_build *b, const struct report_trust *const *taken,
                                          int count)
{
    const struct report_trust *best = NULL;
    for (int32_t i = 0; i < b->trust_count; i++) {
        const struct report_trust *t = &b->trust[i];
        int again = t->reason == REASON_EVENT;
        for (int k = 0; k < count; k++)
            again |= t == taken[k] || t->incident == taken[k]->incident || t->reason == taken[k]->reason;
        if (!again && (!best || weight_of(b, t) > weight_of(b, best))) best = t;
    }
    return best;
}

/* --- what was done --- */

/* What time settled: the moment that goes with it says what was not done. */
static const char *left_undone(struct report_build *b, const struct report_trust *t)
{
    int32_t moment = report_moment_of_effect(b, t);
    if (moment >= 0 && wording_moment_outcome(&b->state->moments[moment]) >= OUTCOME_MISSED)
        return wording_moment(&b->w, &b->state->moments[moment]);
    return text_fill(b->arena, "report.turn.undone", "incident", wording_incident(&b->w, t->incident), NULL);
}

/* Harm shows when the work has ended; what was done is that it was begun. */
static const struct sim_event *harm_of(const struct report_build *b, const struct report_trust *t)
{
    for (int32_t i = t->event; t->reason == REASON_HARM && i >= 0 && session_event_at(b->session, i)->at == t->at; i--)
        if (session_event_at(b->session, i)->kind == SIM_EV_HARM) return session_event_at(b->session, i);
    return NULL;
}

static const char *harmful_work(struct report_build *b, const struct sim_event *harm)
{
    int32_t work = harm ? harm->harm.work : NOBODY;
    if (work < 0 || work >= b->sc->work_count) return "";
    return text_fill(b->arena, "report.turn.blind", "work", b->sc->works[work].title, "customer",
                     wording_first_name(&b->w, harm->harm.customer), NULL);
}

/* Told of the team, whoever it was: a moment of truth is nobody's alone. */
static const char *done_of(struct report_build *b, const struct report_trust *t)
{
    struct wording nameless = wording_nameless(&b->w);
    const char *blind = harmful_work(b, harm_of(b, t));
    if (blind[0]) return blind;
    int32_t act = t->cause == CAUSE_CLAIM     ? b->state->claims[t->index].act
                  : t->cause == CAUSE_PROMISE ? b->state->promises[t->index].act
                                              : t->act;
    const char *sentence = t->cause == CAUSE_TIME ? "" : wording_act(&nameless, act);
    return sentence[0] ? sentence : left_undone(b, t);
}

/* --- what the customer lived --- */

static const char *lived_key(struct report_build *b, const struct report_trust *t)
{
    int before_due =
        t->reason == REASON_DROPPED && t->cause == CAUSE_PROMISE && b->state->promises[t->index].due > t->at;
    if (before_due) return "report.lived.dropped-early";
    const char *key = arena_printf(b->arena, "report.lived.%s", reason_word(t->reason));
    return text_has(key) ? key : "report.lived.other";
}

/* A claim that lacked nothing of its own was ahead by the time it named. */
static const char *lack_of(const struct report_build *b, const struct report_trust *t)
{
    return t->cause == CAUSE_CLAIM ? wording_lack(b->state->claims[t->index].supported_by) : "";
}

static const char *story_of(struct report_build *b, const struct report_trust *t, const char *why)
{
    const struct sim_event *harm = harm_of(b, t);
    int told = harm && harm->harm.work >= 0 && harm->harm.work < b->sc->work_count &&
               b->sc->works[harm->harm.work].harm_text[0];
    if (told)
        return text_fill(b->arena, "report.lived.harm.told", "what", b->sc->works[harm->harm.work].harm_text, NULL);
    return text_fill(b->arena, lived_key(b, t), "customer", wording_first_name(&b->w, t->customer), "time",
                     wording_clock(&b->w, t->at), "lack", lack_of(b, t), "why", why, "incident",
                     wording_incident(&b->w, t->incident), NULL);
}

static const char *lived_of(struct report_build *b, const struct report_trust *t)
{
    struct report_effect e = report_effect_of(b, t);
    const char *key = t->delta < 0       ? "report.turn.fell"
                      : is_unfixed(b, t) ? "report.turn.rose-unfixed"
                                         : "report.turn.rose";
    return text_fill(b->arena, key, "lived", story_of(b, t, e.why), "from", report_number(b, e.from), "to",
                     report_number(b, e.to), NULL);
}

/* The first thing the customer said after it, within five minutes; an answer to a question is no reaction. */
static const char *words_of(struct report_build *b, const struct report_trust *t)
{
    int32_t count = session_event_count(b->session);
    for (int32_t i = t->event + 1; i < count; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->at > t->at + WORDS_WITHIN || e->kind == SIM_EV_ROUND_ENDED) return "";
        int reacts = e->kind == SIM_EV_SAID && e->said.customer == t->customer &&
                     (e->said.source == 3 || e->said.source == 5 || e->said.source == 1);
        if (reacts && (e->said.incident == t->incident || e->said.source == 3)) return wording_said(&b->w, e);
    }
    return "";
}

/* When it was said or done; what came of it may be much later. */
static const char *when_of(struct report_build *b, const struct report_trust *t)
{
    const struct sim_claim *claim = t->cause == CAUSE_CLAIM ? &b->state->claims[t->index] : NULL;
    const struct sim_promise *promise = t->cause == CAUSE_PROMISE ? &b->state->promises[t->index] : NULL;
    if (claim) return report_when(b, claim->round, claim->at);
    return promise ? report_when(b, promise->round, promise->at) : report_when(b, t->round, t->at);
}

/* --- what was known --- */

static int is_of(const struct scenario *sc, fact_id fact, int32_t incident)
{
    return incident >= 0 && incident < sc->incident_count && fact >= sc->incidents[incident].first_fact &&
           fact < sc->incidents[incident].first_fact + sc->incidents[incident].fact_count;
}

static int32_t said_at(const struct report_build *b, const struct report_trust *t)
{
    if (t->cause == CAUSE_CLAIM) return b->state->claims[t->index].at;
    if (t->cause == CAUSE_PROMISE) return b->state->promises[t->index].at;
    return t->at;
}

/* The cause where it was known by then, else what was learned last; NOBODY where nothing was. */
static fact_id known_then(const struct report_build *b, const struct report_trust *t)
{
    fact_id found = NOBODY;
    int32_t at = said_at(b, t);
    for (int32_t i = 0; i <= t->event; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->at > at || e->kind != SIM_EV_FACT_KNOWN || !is_of(b->sc, e->fact_known.fact, t->incident)) continue;
        if (found < 0 || b->sc->facts[found].kind != FACT_CAUSE) found = e->fact_known.fact;
    }
    return found;
}

static const char *knew_of(struct report_build *b, const struct report_trust *t)
{
    fact_id fact = known_then(b, t);
    if (t->incident < 0) return "";
    return fact < 0 ? text("report.knew.nothing")
                    : text_fill(b->arena, b->sc->facts[fact].kind == FACT_CAUSE ? "report.knew.cause" : "report.knew", "fact",
                                wording_fact(&b->w, fact), NULL);
}

static struct report_rests turn_rests(struct report_build *b, const struct report_trust *t)
{
    struct rests_taking taking = rests_begin(b, report_whole(b));
    int32_t moment = report_moment_of_effect(b, t);
    if (t->cause == CAUSE_CLAIM) rests_id(&taking, arena_printf(b->arena, "c%d", (int)b->state->claims[t->index].act));
    if (t->cause == CAUSE_PROMISE) rests_id(&taking, report_promise_id(b, &b->state->promises[t->index]));
    if (moment >= 0 && report_moment_shows(b, &b->state->moments[moment])) rests_id(&taking, report_moment_id(b, moment));
    if (taking.count == 0) rests_id(&taking, report_incident_id(b, t->incident));
    return rests_end(&taking, "moments");
}

static void turn_add(struct report_build *b, const struct report_trust *t, int shown)
{
    struct report_effect e = report_effect_of(b, t);
    b->out->turns[b->out->turn_count++] = (struct report_turn){.when = when_of(b, t),
                                                               .done = done_of(b, t),
                                                               .lived = lived_of(b, t),
                                                               .words = words_of(b, t),
                                                               .tone = t->delta < 0 ? TONE_BAD : TONE_GOOD,
                                                               .id = arena_printf(b->arena, "turn.%d", (int)t->event),
                                                               .knew = knew_of(b, t),
                                                               .who = wording_first_name(&b->w, t->customer),
                                                               .from = e.from,
                                                               .to = e.to,
                                                               .rests = turn_rests(b, t),
                                                               .shown = shown};
}

static int by_time(const void *a, const void *c)
{
    const struct report_trust *first = *(const struct report_trust *const *)a,
                              *second = *(const struct report_trust *const *)c;
    return (first->event > second->event) - (first->event < second->event);
}

/* --- questions --- */

static int is_worse(const struct sim_moment *a, const struct sim_moment *c)
{
    int first = wording_moment_outcome(a), second = wording_moment_outcome(c);
    return first != second ? first > second : a->settled > c->settled;
}

static int may_ask(const struct report_build *b, const struct sim_moment *m)
{
    if (!report_moment_shows(b, m) || m->disputed || m->source != MOMENT_SCRIPTED || m->subject >= b->sc->moment_count)
        return 0;
    int32_t outcome = wording_moment_outcome(m);
    return (outcome == OUTCOME_MISSED || outcome == OUTCOME_BROKEN) && b->sc->moments[m->subject].teaches[0];
}

static int idea_is_taken(const struct report_build *b, const struct sim_moment *const *taken, int count,
                         const struct sim_moment *m)
{
    for (int i = 0; i < count; i++)
        if (strcmp(b->sc->moments[taken[i]->subject].idea, b->sc->moments[m->subject].idea) == 0) return 1;
    return 0;
}

/* The pack's own questions about what was missed worst and last, each idea once. */
static void questions_build(struct report_build *b)
{
    const struct sim_moment *taken[REPORT_QUESTIONS];
    int count = 0;
    for (; count < REPORT_QUESTIONS; count++) {
        const struct sim_moment *best = NULL;
        for (int32_t k = 0; k < b->state->moment_count; k++) {
            const struct sim_moment *m = &b->state->moments[k];
            if (may_ask(b, m) && !idea_is_taken(b, taken, count, m) && (!best || is_worse(m, best))) best = m;
        }
        if (!best) break;
        taken[count] = best;
        struct wording_about about = {best->customer, best->incident, best->due, -1};
        b->out->questions[b->out->question_count++] = (struct report_question){
            wording_fill(&b->w, b->sc->moments[best->subject].teaches, about), wording_moment(&b->w, best),
            arena_printf(b->arena, "question.%s", report_moment_id(b, (int32_t)(best - b->state->moments)))};
    }
}

static int is_among(const struct report_trust *const *taken, int count, const struct report_trust *t)
{
    for (int i = 0; i < count; i++)
        if (taken[i] == t) return 1;
    return 0;
}

/* The greatest that is left, whatever it is about: for a facilitator to choose from. */
static const struct report_trust *next_greatest(const struct report_build *b, const struct report_trust *const *taken, int count)
{
    const struct report_trust *best = NULL;
    for (int32_t i = 0; i < b->trust_count; i++) {
        const struct report_trust *t = &b->trust[i];
        if (t->reason == REASON_EVENT || is_among(taken, count, t)) continue;
        if (!best || weight_of(b, t) > weight_of(b, best)) best = t;
    }
    return best;
}

static int choose(const struct report_build *b, const struct report_trust *taken[REPORT_TURNS])
{
    int count = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
        const struct report_trust *t = greatest(b, sign);
        if (t) taken[count++] = t;
    }
    while (count < REPORT_TURNS_SHOWN) {
        const struct report_trust *t = another(b, taken, count);
        if (!t) break;
        taken[count++] = t;
    }
    return count;
}

void report_turns_build(struct report_build *b)
{
    const struct report_trust *shown[REPORT_TURNS], *taken[REPORT_TURNS];
    int chosen = choose(b, shown), count = chosen;
    memcpy(taken, shown, sizeof *taken * (size_t)chosen);
    for (const struct report_trust *t; count < REPORT_TURNS && (t = next_greatest(b, taken, count)) != NULL;) taken[count++] = t;
    qsort(taken, (size_t)count, sizeof *taken, by_time);
    for (int i = 0; i < count; i++) turn_add(b, taken[i], is_among(shown, chosen, taken[i]));
    questions_build(b);
}
