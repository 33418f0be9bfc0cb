#include "desk_course.h"
#include "base/number.h"

enum { BEFORE_FIRST = 120 }; /* seconds of calm shown before the first incident */

static int is_same(const struct moment_key *a, const struct moment_key *b)
{
    return a->source != NOBODY && a->source == b->source && a->subject == b->subject && a->customer == b->customer &&
           a->nth == b->nth;
}

/* Said ahead of what was known, and made true before the conversation was over. */
static int is_made_good(const struct feedback_note *old, const struct feedback_note *note)
{
    return old->lesson == LESSON_AHEAD && note->lesson == LESSON_STATUS && old->act == note->act;
}

/* A moment that settles again stands by its last outcome. */
static void keep(struct desk_course *c, const struct feedback_note *note)
{
    for (int32_t k = 0; k < c->note_count; k++)
        if (is_same(&c->notes[k].key, &note->key) || is_made_good(&c->notes[k], note)) {
            c->notes[k] = *note;
            return;
        }
    c->notes[c->note_count++] = *note;
}

static void begins(struct desk_course *c, int32_t second)
{
    const struct round *r = &session_scenario(c->session)->rounds[c->state->round];
    int32_t start = number_max(r->from, second - BEFORE_FIRST);
    c->base = c->length;
    c->began = start;
    if (c->from < 0)
        c->from = start;
}

static void sample(struct desk_course *c)
{
    struct desk_sample *s = &c->samples[c->sample_count];
    s->position = c->base + number_max(0, c->state->now - c->began);
    for (customer_id k = 0; k < session_scenario(c->session)->customer_count; k++)
        s->trust[k] = c->state->customers[k].trust;
    c->length = number_max(c->length, s->position);
    c->to = c->state->now;
    c->sample_count++;
}

static void take(struct desk_course *c, int32_t index, const struct sim_event *e)
{
    const struct scenario *sc = session_scenario(c->session);
    sim_apply(c->state, sc, e);
    feedback_fold(&c->watch, sc, c->state, index, e);
    for (int32_t k = 0; k < c->watch.count; k++)
        keep(c, &c->watch.notes[k]);
    c->watch.count = 0;
    if (e->kind == SIM_EV_ROUND_STARTED)
        c->began = -1;
    if (e->kind == SIM_EV_INCIDENT_OPENED && c->began < 0)
        begins(c, e->at);
    if (c->began >= 0 && c->state->phase == PHASE_ROUND &&
        (e->kind == SIM_EV_TRUST || e->kind == SIM_EV_TIME || e->kind == SIM_EV_INCIDENT_OPENED))
        sample(c);
}

struct desk_course *desk_course_read(struct arena *arena, const struct session *session)
{
    struct desk_course *c = arena_alloc(arena, sizeof *c);
    struct sim_setup setup;
    int32_t count = session_event_count(session);
    c->session = session;
    c->state = arena_alloc(arena, sizeof *c->state);
    c->notes = arena_array(arena, (size_t)count + 1, sizeof *c->notes);
    c->samples = arena_array(arena, (size_t)count + 1, sizeof *c->samples);
    c->from = c->to = c->began = -1;
    session_sim_setup(session_setup(session), &setup);
    sim_begin(c->state, session_scenario(session), &setup);
    feedback_begin(&c->watch);
    for (int32_t i = 0; i < count; i++)
        take(c, i, session_event_at(session, i));
    return c;
}

int desk_course_trust(const struct desk_course *c, customer_id customer, int32_t position)
{
    int32_t trust = session_scenario(c->session)->customers[customer].trust * 1000, last = -1;
    for (int32_t k = 0; k < c->sample_count && c->samples[k].position <= position; k++)
        last = k;
    if (last >= 0)
        trust = c->samples[last].trust[customer];
    return (int)((trust + 500) / 1000);
}
