/* Feedback at the desk: two sentences on what says most, and what came of every other moment since the last. */
#include "base/text.h"
#include "practice_parts.h"
#include "sim/moments.h"
#include "sim/promise.h"
#include "view/view_feedback.h"
#include "view/wording.h"

#include <string.h>

/* --- what came out --- */

static int is_same(const struct moment_key *a, const struct moment_key *b)
{
    return a->source != NOBODY && a->source == b->source && a->subject == b->subject && a->customer == b->customer &&
           a->nth == b->nth;
}

static void forget_settled(struct app_practice *p, int k)
{
    p->settled_count--;
    memmove(&p->settled[k], &p->settled[k + 1], (size_t)(p->settled_count - k) * sizeof p->settled[0]);
}

void practice_settled(struct app_practice *p, const struct sim_event *e)
{
    if (e->kind == SIM_EV_ROUND_STARTED)
        p->settled_count = 0;
    if (e->kind != SIM_EV_MOMENT_SETTLED)
        return;
    struct moment_key key = {e->moment_settled.source, e->moment_settled.subject, e->moment_settled.customer,
                             e->moment_settled.nth};
    for (int k = p->settled_count - 1; k >= 0; k--)
        if (is_same(&p->settled[k], &key))
            forget_settled(p, k);
    if (p->settled_count == PRACTICE_SETTLED)
        forget_settled(p, 0);
    p->settled[p->settled_count++] = key;
}

/* --- in words --- */

static const char *evidence_words(struct arena *a, const struct view_feedback_evidence *e)
{
    return text_fill(a, "practice.evidence", "time", e->time, "what", e->text, NULL);
}

/* The moment that the key names, when it has come out; NULL when it has not, or is told by the two sentences. */
static const struct sim_moment *to_list(const struct app *app, const struct moment_key *key, const struct feedback *f)
{
    const struct sim_state *s = session_state(app->session);
    int32_t at = moment_find(s, session_scenario(app->session), key);
    int told = (f->has_good && is_same(&f->good.key, key)) || (f->has_try && is_same(&f->try.key, key));
    if (at < 0 || told || s->moments[at].outcome < OUTCOME_MET || s->moments[at].outcome > OUTCOME_BROKEN)
        return NULL;
    return &s->moments[at];
}

/* The last ones, oldest first. */
static void list_settled(struct app *app, const struct feedback *f)
{
    struct app_practice *p = app->practice;
    struct wording w = wording_of(&p->told, app->session);
    const struct sim_moment *moments[PRACTICE_SETTLED];
    int count = 0;
    for (int k = 0; k < p->settled_count; k++)
        if ((moments[count] = to_list(app, &p->settled[k], f)) != NULL)
            count++;
    if (p->feedback.customer == NOBODY && count > 0) {
        p->feedback.incident = moments[count - 1]->incident;
        p->feedback.customer = moments[count - 1]->customer;
    }
    for (int k = count > DESK_SETTLED ? count - DESK_SETTLED : 0; k < count; k++)
        p->feedback.settled[p->feedback.settled_count++] =
            (struct desk_line){.text = wording_moment(&w, moments[k]),
                               .note = wording_outcome(moments[k]->outcome),
                               .tone = wording_outcome_tone(moments[k]->outcome)};
    p->settled_count = 0;
}

static void tell(struct app *app, const struct feedback *f)
{
    struct app_practice *p = app->practice;
    const struct feedback_note *about = f->has_try ? &f->try : &f->good;
    p->feedback.incident = about->incident;
    p->feedback.customer = about->customer;
    p->feedback.praises = f->has_good;
    struct view_feedback v = view_feedback_build(&p->told, app->session, f);
    p->feedback.first = v.first;
    p->feedback.second = v.second;
    p->feedback.seen = v.seen;
    p->feedback.can_try = f->has_try;
    for (p->feedback.evidence_count = 0; p->feedback.evidence_count < v.evidence_count; p->feedback.evidence_count++)
        p->feedback.evidence[p->feedback.evidence_count] =
            evidence_words(&p->told, &v.evidence[p->feedback.evidence_count]);
    if (f->has_try)
        p->again = view_desk_back(&p->told, app->session, &f->try);
}

/* What the list tells, and praise, is not told once more later; what is to be learned waits for the next occasion. */
static void forget_listed(struct feedback_watch *watch)
{
    int32_t kept = 0;
    for (int32_t k = 0; k < watch->count; k++)
        if (watch->notes[k].key.source == NOBODY && watch->notes[k].outcome != OUTCOME_MET)
            watch->notes[kept++] = watch->notes[k];
    watch->count = kept;
}

static int has_news(const struct app_practice *p)
{
    for (int32_t k = 0; k < p->watch.count; k++)
        if (p->watch.notes[k].event >= p->fed_back)
            return 1;
    return p->settled_count > 0;
}

void practice_feed_back(struct app *app)
{
    struct app_practice *p = app->practice;
    struct feedback f = {0};
    if (p->has_feedback || !has_news(p))
        return;
    arena_reset(&p->told);
    p->feedback = (struct desk_feedback){
        .first = "", .second = "", .seen = "", .incident = NOBODY, .customer = NOBODY};
    p->watch.taken_at = -1; /* at the desk time stands until it was read */
    int told = feedback_take(&p->watch, session_state(app->session)->now, &f);
    if (told)
        tell(app, &f);
    list_settled(app, &f);
    forget_listed(&p->watch);
    p->fed_back = session_event_count(app->session);
    p->has_feedback = told || p->feedback.settled_count > 0;
}

void practice_forget_feedback(struct app_practice *p)
{
    p->has_feedback = 0;
    arena_reset(&p->told);
}
