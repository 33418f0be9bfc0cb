/* What is to be said when time stands again: in the order in which it matters to somebody who waits. */
#include "base/number.h"
#include "base/text.h"
#include "sim/sim.h"
#include "view/view_desk.h"
#include "view/wording.h"

#include <string.h>

enum { MISSED_BEFORE_HINT = 2 };

struct stood_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *scenario;
    const struct sim_state *state;
    struct wording words;
    struct desk_stood *out;
    int32_t from, event;
};

static void noted(struct stood_build *b, const char *words, const char *note, enum tone tone, incident_id i,
                  customer_id c)
{
    struct desk_stood *out = b->out;
    if (out->count == DESK_STOOD || !words[0])
        return;
    if (out->count == 0) {
        out->incident = i;
        out->customer = c;
    }
    out->lines[out->count++] = (struct desk_line){.text = words, .note = note, .tone = tone};
}

static void say(struct stood_build *b, const char *words, enum tone tone, incident_id i, customer_id c)
{
    noted(b, words, "", tone, i, c);
}

static const char *fill(struct stood_build *b, const char *key, incident_id i, customer_id c, int32_t second)
{
    return text_fill(b->arena, key, "customer", wording_first_name(&b->words, c), "incident",
                     wording_incident(&b->words, i), "time", wording_clock(&b->words, second), NULL);
}

/* --- promises --- */

/* Something that runs again needs no fix any more. */
static int is_due(const struct sim_state *s, const struct sim_promise *p)
{
    return p->state == PROMISE_OPEN && (p->kind != PROMISE_FIX_BY || s->incidents[p->incident].restored < 0);
}

int32_t view_desk_stop(const struct session *session, int32_t now)
{
    const struct sim_state *s = session_state(session);
    int32_t stop = -1;
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (!is_due(s, p) || p->due < now)
            continue;
        int32_t at = p->due - DESK_BEFORE_CALL > now ? p->due - DESK_BEFORE_CALL : p->due + 1;
        stop = stop < 0 ? at : number_min(stop, at);
    }
    return stop;
}

static void promises(struct stood_build *b)
{
    const struct sim_state *s = b->state;
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        int fix = p->kind == PROMISE_FIX_BY, passed = p->due < s->now;
        if (!is_due(s, p) || p->due < b->from || p->due > s->now + DESK_BEFORE_CALL)
            continue;
        const char *key = passed ? (fix ? "desk.stood.fix-passed" : "desk.stood.call-passed")
                                 : (fix ? "desk.stood.fix-due" : "desk.stood.call-due");
        say(b, fill(b, key, p->incident, p->customer, p->due), passed ? TONE_BAD : TONE_WARN, p->incident, p->customer);
    }
}

/* --- work --- */

static int has_heard(const struct stood_build *b, fact_id f, customer_id c)
{
    return b->scenario->facts[f].ask == c || b->state->facts[f].told >> c & 1;
}

/* What came out while time passed, and whether whoever waits has heard it. */
static void found(struct stood_build *b, const struct sim_event *e)
{
    fact_id f = e->fact_known.fact;
    int heard = e->fact_known.by == KNOWN_AT_OPENING || e->fact_known.by == KNOWN_BY_ASKING;
    if (heard || f < 0 || f >= b->scenario->fact_count)
        return;
    const struct fact *fact = &b->scenario->facts[f];
    customer_id c = b->state->incidents[fact->incident].reporter;
    int untold = fact->matters >> c & 1 && !has_heard(b, f, c);
    noted(b, text_fill(b->arena, "desk.stood.found", "time", wording_clock(&b->words, e->at), "fact", fact->text, NULL),
          untold ? fill(b, "desk.stood.untold", fact->incident, c, e->at) : "", TONE_TEAM, fact->incident, c);
}

static void done(struct stood_build *b, const struct sim_event *e)
{
    int32_t w = e->work_ended.instance;
    if (e->work_ended.how != WORK_DONE)
        return;
    incident_id i = b->state->works[w].incident;
    if (i < 0 || b->state->incidents[i].open != 1)
        return;
    const struct sim_incident *incident = &b->state->incidents[i];
    int runs = incident->restored >= b->from && incident->confirmed < 0;
    say(b,
        text_fill(b->arena, runs ? "desk.stood.restored" : "desk.stood.done", "time", wording_clock(&b->words, e->at),
                  "who", wording_member(&b->words, b->state->works[w].member), "work", wording_work(&b->words, w),
                  "customer", wording_first_name(&b->words, incident->reporter), NULL),
        TONE_TEAM, i, incident->reporter);
}

static void results(struct stood_build *b)
{
    for (int32_t k = b->event; k < session_event_count(b->session); k++) {
        const struct sim_event *e = session_event_at(b->session, k);
        if (e->kind == SIM_EV_WORK_ENDED)
            done(b, e);
        else if (e->kind == SIM_EV_FACT_KNOWN)
            found(b, e);
    }
}

/* --- who waits --- */

static int is_worked_on(const struct sim_state *s, incident_id i)
{
    for (int32_t k = 0; k < s->work_count; k++)
        if (s->works[k].incident == i && s->works[k].ended < 0)
            return 1;
    return 0;
}

static int missed_count(const struct sim_state *s, incident_id i)
{
    int count = 0;
    for (int32_t k = 0; k < s->moment_count; k++)
        count += s->moments[k].incident == i && s->moments[k].outcome == OUTCOME_MISSED;
    return count;
}

/* Second of the last word to them about it, whatever it was worth; -1 none in this round. */
static int32_t last_word(const struct stood_build *b, incident_id i, customer_id c)
{
    for (int32_t k = session_event_count(b->session) - 1; k >= 0; k--) {
        const struct sim_event *e = session_event_at(b->session, k);
        if (e->kind == SIM_EV_ROUND_STARTED)
            return -1;
        int words = e->kind == SIM_EV_ACT && sim_command_is_act(e->act.act) && e->act.act != SIM_CMD_WORK;
        if (words && e->act.customer == c && e->act.incident == i)
            return e->at;
    }
    return -1;
}

/* Time of the call that was promised and has not come, -1. */
static int32_t overdue_call(const struct sim_state *s, incident_id i, customer_id c)
{
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (p->state == PROMISE_OPEN && p->kind != PROMISE_FIX_BY && p->incident == i && p->customer == c &&
            p->due < s->now)
            return p->due;
    }
    return -1;
}

static const char *waits_words(struct stood_build *b, incident_id i)
{
    const struct sim_incident *incident = &b->state->incidents[i];
    customer_id c = incident->reporter;
    int32_t spoken = last_word(b, i, c);
    int32_t overdue = overdue_call(b->state, i, c);
    if (overdue >= 0)
        return fill(b, "desk.stood.overdue", i, c, overdue);
    if (spoken >= 0)
        return fill(b, "desk.stood.waits", i, c, spoken);
    int idle = !is_worked_on(b->state, i) && missed_count(b->state, i) >= MISSED_BEFORE_HINT;
    b->out->idle |= idle;
    return fill(b, idle ? "desk.stood.nobody" : "desk.stood.unspoken", i, c, incident->opened);
}

/* Whoever waits for the longest time. */
static void waiting(struct stood_build *b)
{
    for (incident_id i = 0; i < b->state->incident_count; i++) {
        const struct sim_incident *incident = &b->state->incidents[i];
        if (incident->open == 1 && incident->confirmed < 0)
            say(b, waits_words(b, i), TONE_WARN, i, incident->reporter);
    }
}

void view_desk_stood_build(struct arena *arena, const struct session *session, int32_t from, int32_t event,
                           struct desk_stood *out)
{
    memset(out, 0, sizeof *out);
    out->incident = out->customer = NOBODY;
    struct stood_build b = {.arena = arena,
                            .session = session,
                            .scenario = session_scenario(session),
                            .state = session_state(session),
                            .words = wording_of(arena, session),
                            .out = out,
                            .from = from,
                            .event = event};
    promises(&b);
    results(&b);
    out->urgent = out->count > 0;
    if (!out->count)
        waiting(&b);
}
