/* What to ask now: questions made from the evidence, with the customers, incidents and times that were. */
#include "learning_parts.h"
#include "base/text.h"

static void ask(struct learning_build *b, const char *question)
{
    struct view_learning *v = b->out;
    for (int k = 0; k < v->ask_count; k++)
        if (str_is_same(v->asks[k], question))
            return;
    if (question[0] && v->ask_count < LEARNING_ASKS)
        v->asks[v->ask_count++] = question;
}

static const char *about(const struct learning_build *b, const char *key, int32_t customer, int32_t incident, int32_t at)
{
    return text_fill(b->arena, key, "customer", wording_first_name(&b->words, customer), "incident", wording_incident(&b->words, incident),
                     "time", wording_clock(&b->words, at), NULL);
}

/* The customer who waited longest in one go without a word about an incident of theirs. */
static void longest_silence(struct learning_build *b)
{
    const struct sim_event *worst = NULL;
    for (int32_t i = b->first; i < b->last; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_SILENCE && (!worst || e->silence.count > worst->silence.count))
            worst = e;
    }
    if (worst)
        ask(b, about(b, "learning.ask.silence", worst->silence.customer, worst->silence.incident, worst->at));
}

/* A promise that passed without a word. */
static void promise_passed(struct learning_build *b)
{
    const struct sim_state *s = b->state;
    for (int32_t i = s->promise_count - 1; i >= 0; i--) {
        const struct sim_promise *p = &s->promises[i];
        if (p->round != b->round || (p->state != PROMISE_DROPPED && p->state != PROMISE_LATE))
            continue;
        ask(b, about(b, "learning.ask.promise", p->customer, p->incident, p->due));
        return;
    }
}

/* What went best is asked for too: what helped then helps again. */
static void best_rise(struct learning_build *b)
{
    const struct sim_event *best = NULL;
    for (int32_t i = b->first; i < b->last; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_TRUST && e->trust.delta > 0 && e->trust.reason != REASON_NONE && (!best || e->trust.delta > best->trust.delta))
            best = e;
    }
    if (best)
        ask(b, about(b, "learning.ask.best", best->trust.customer, best->trust.incident, best->at));
}

/* What the pack would ask where a moment was not met; the last one that was scored. */
static void of_pack(struct learning_build *b)
{
    const struct sim_state *s = b->state;
    for (int32_t i = s->moment_count - 1; i >= 0; i--) {
        const struct sim_moment *m = &s->moments[i];
        int32_t outcome = wording_moment_outcome(m);
        int of_it = m->round == b->round && m->source == MOMENT_SCRIPTED && m->subject >= 0 && m->subject < b->sc->moment_count;
        if (!of_it || (outcome != OUTCOME_MISSED && outcome != OUTCOME_BROKEN) || !b->sc->moments[m->subject].teaches[0])
            continue;
        ask(b, b->sc->moments[m->subject].teaches);
        return;
    }
}

static void of_the_round(struct learning_build *b)
{
    const struct texts *lines = &b->sc->rounds[b->round].reflect;
    for (int32_t i = 0; i < lines->count; i++)
        ask(b, wording_fill(&b->words, lines->items[i], (struct wording_about){NOBODY, NOBODY, b->sc->rounds[b->round].to, -1}));
}

void learning_asks(struct learning_build *b)
{
    longest_silence(b);
    promise_passed(b);
    best_rise(b);
    of_pack(b);
    of_the_round(b);
}
