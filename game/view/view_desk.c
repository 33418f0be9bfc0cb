/* Who stands in front of the person, what is open, what was promised, who is free. */
#include "view/view_desk.h"
#include "base/number.h"
#include "base/str.h"
#include "desk_parts.h"

#include <stdio.h>
#include <string.h>

enum { CALL_SOON = 5 * 60 };

void desk_draft_begin(struct desk_draft *d)
{
    *d = (struct desk_draft){.mode = DESK_TELL,
                             .incident = NOBODY,
                             .customer = NOBODY,
                             .claim = DESK_NO_CLAIM,
                             .fix_by = -1,
                             .next_call = -1,
                             .question = NOBODY,
                             .act = NOBODY,
                             .option = NOBODY};
}

const struct incident *desk_pack(const struct desk_build *b)
{
    incident_id i = b->out->incident;
    return i == NOBODY || sim_incident_is_injected(b->scenario, i) ? NULL : &b->scenario->incidents[i];
}

int32_t desk_spoken_time(const struct desk_build *b, int32_t seconds)
{
    return (b->state->now + seconds + 299) / 300 * 300;
}

void desk_say(struct str *s, const char *piece)
{
    if (s->length > 0 && piece[0])
        str_append(s, " ");
    str_append(s, piece);
}

const char *desk_said(struct desk_build *b, struct str *s)
{
    const char *words = arena_dup(b->arena, str_text(s));
    str_release(s);
    return words;
}

struct sim_command *desk_command(struct desk_build *b, enum sim_command_kind kind)
{
    struct sim_command *c = &b->out->commands[b->out->command_count++];
    *c = sim_command_make(kind);
    if (kind != SIM_CMD_WORK && b->out->customer != NOBODY)
        c->member = b->state->customers[b->out->customer].ambassador; /* speaks for them, where somebody does */
    return c;
}

const char *desk_fill(struct desk_build *b, const char *key)
{
    return text_fill(b->arena, key, "customer", wording_first_name(&b->words, b->out->customer), "incident",
                     wording_incident(&b->words, b->out->incident), NULL);
}

/* --- what is open --- */

static int is_open(const struct desk_build *b, incident_id i)
{
    return i >= 0 && i < b->state->incident_count && b->state->incidents[i].open == 1;
}

static const char *since_words(struct desk_build *b, incident_id id)
{
    const struct sim_incident *i = &b->state->incidents[id];
    if (i->confirmed >= 0)
        return text("desk.open.confirmed");
    if (i->restored >= 0)
        return text("desk.open.runs");
    const char *not_yet = wording_not_yet(&b->words, id);
    if (not_yet[0])
        return not_yet;
    return text_fill(b->arena, "desk.open.since", "customer", wording_first_name(&b->words, i->reporter), "time",
                     wording_clock(&b->words, i->opened), NULL);
}

static void build_open(struct desk_build *b)
{
    struct view_desk *v = b->out;
    v->incident = is_open(b, b->draft.incident) ? b->draft.incident : NOBODY;
    for (incident_id i = 0; i < b->state->incident_count && v->open_count < DESK_OPEN; i++) {
        const struct sim_incident *incident = &b->state->incidents[i];
        if (incident->open != 1)
            continue;
        if (v->incident == NOBODY)
            v->incident = i;
        v->open[v->open_count++] = (struct desk_incident){.id = i,
                                                          .title = wording_incident(&b->words, i),
                                                          .who = since_words(b, i),
                                                          .tone = incident->restored >= 0 ? TONE_GOOD : TONE_WARN};
    }
    for (int k = 0; k < v->open_count; k++)
        v->open[k].selected = v->open[k].id == v->incident;
    v->title = v->incident == NOBODY ? "" : wording_incident(&b->words, v->incident);
}

/* --- people --- */

static int waits(const struct desk_build *b, customer_id c)
{
    for (incident_id i = 0; i < b->state->incident_count; i++)
        if (b->state->incidents[i].open == 1 && b->state->incidents[i].reporter == c)
            return 1;
    return 0;
}

static void build_customers(struct desk_build *b)
{
    struct view_desk *v = b->out;
    customer_id asked = b->draft.customer;
    int known = asked >= 0 && asked < b->scenario->customer_count;
    v->customer = v->incident == NOBODY ? NOBODY : known ? asked : b->state->incidents[v->incident].reporter;
    for (customer_id c = 0; c < b->scenario->customer_count; c++) {
        const struct customer *customer = &b->scenario->customers[c];
        struct desk_customer *row = &v->customers[v->customer_count++];
        *row = (struct desk_customer){.id = c,
                                      .name = customer->name,
                                      .first = wording_first_name(&b->words, c),
                                      .role = customer->role,
                                      .mood = sim_mood(b->state, b->scenario, c),
                                      .selected = c == v->customer,
                                      .waits = waits(b, c),
                                      .portrait = &customer->portrait};
        row->mood_word = wording_mood(row->mood);
        if (row->selected)
            v->face = row;
    }
}

static const struct sim_event *last_said(const struct desk_build *b, customer_id c)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            return NULL;
        if (e->kind == SIM_EV_SAID && e->said.customer == c)
            return e;
    }
    return NULL;
}

static void build_speech(struct desk_build *b)
{
    struct view_desk *v = b->out;
    if (v->customer == NOBODY)
        return;
    const struct sim_event *said = last_said(b, v->customer);
    if (said) {
        v->speech = wording_said(&b->words, said);
        v->speech_time = wording_clock(&b->words, said->at);
    }
    int32_t patience = sim_patience(b->state, b->scenario, v->customer);
    v->light = (int)number_clamp(100 - sim_silence(b->state, v->customer) * 50 / patience, 0, 100);
}

static void build_team(struct desk_build *b)
{
    struct view_desk *v = b->out;
    for (int32_t m = 0; m < b->state->member_count; m++) {
        const struct sim_member *member = &b->state->members[m];
        struct desk_line *row = &v->team[v->team_count++];
        int32_t work = member->work;
        row->text = wording_member(&b->words, m);
        row->tone = work == NOBODY ? TONE_GOOD : TONE_NEUTRAL;
        row->note = work == NOBODY ? text("desk.free")
                                   : text_fill(b->arena, "desk.busy", "work", wording_work(&b->words, work), "time",
                                               wording_clock(&b->words, b->state->works[work].ends), NULL);
    }
}

/* --- promises --- */

/* The n-th open promise by its time; NULL when there are not so many. */
static const struct sim_promise *promise_by_time(const struct sim_state *s, int n)
{
    const struct sim_promise *last = NULL;
    for (; n >= 0; n--) {
        const struct sim_promise *next = NULL;
        for (int32_t k = 0; k < s->promise_count; k++) {
            const struct sim_promise *p = &s->promises[k];
            int later = !last || p->due > last->due || (p->due == last->due && p > last);
            if (p->state == PROMISE_OPEN && later && (!next || p->due < next->due))
                next = p;
        }
        if (!next)
            return NULL;
        last = next;
    }
    return last;
}

static void build_promises(struct desk_build *b)
{
    struct view_desk *v = b->out;
    const struct sim_promise *p;
    v->call_at = -1;
    v->call = "";
    for (int n = 0; (p = promise_by_time(b->state, n)) != NULL; n++) {
        if (v->call_at < 0 && p->kind != PROMISE_FIX_BY && p->due > b->state->now) {
            v->call_at = p->due;
            v->call = wording_clock(&b->words, p->due);
        }
        if (v->promise_count == DESK_PROMISES)
            continue;
        int32_t left = p->due - b->state->now;
        v->promises[v->promise_count++] = (struct desk_line){.text = wording_promise(&b->words, p),
                                                             .note = left < 0            ? text("desk.promise.passed")
                                                                     : left <= CALL_SOON ? text("desk.promise.soon")
                                                                                         : "",
                                                             .tone = left < 0            ? TONE_BAD
                                                                     : left <= CALL_SOON ? TONE_WARN
                                                                                         : TONE_NEUTRAL};
    }
}

/* --- the whole --- */

static int is_skipped(const struct desk_build *b, incident_id i)
{
    return b->state->sheet[sim_sheet_index(b->scenario, SHEET_INCIDENT, i)].status == SHEET_SKIPPED;
}

static void build_briefing(struct desk_build *b, const struct texts *lines)
{
    const char **filled = arena_array(b->arena, (size_t)lines->count + 1, sizeof *filled);
    for (int32_t i = 0; i < lines->count; i++)
        filled[i] = wording_fill(&b->words, lines->items[i], (struct wording_about){NOBODY, NOBODY, -1, -1});
    b->out->briefing = (struct texts){filled, lines->count};
}

static void build_progress(struct desk_build *b)
{
    int opened = 0, all = 0;
    round_id r = b->state->round;
    char first[12], second[12];
    for (incident_id i = 0; i < b->scenario->incident_count; i++) {
        if (b->scenario->incidents[i].round != r || is_skipped(b, i))
            continue;
        all++;
        opened += b->state->incidents[i].open != 0;
    }
    snprintf(first, sizeof first, "%d", opened);
    snprintf(second, sizeof second, "%d", all);
    int single = session_setup(b->session)->alone == ALONE_INCIDENT;
    b->out->progress =
        single ? text("desk.progress.one") : text_fill(b->arena, "desk.progress", "n", first, "all", second, NULL);
    b->out->round = r >= 0 && r < b->scenario->round_count ? b->scenario->rounds[r].title : "";
    if (opened == 0 && r >= 0 && r < b->scenario->round_count)
        build_briefing(b, &b->scenario->rounds[r].briefing);
    b->out->clock = wording_clock(&b->words, b->state->now);
    b->out->now = b->state->now;
}

void view_desk_build(struct arena *arena, const struct session *session, const struct desk_draft *draft,
                     struct view_desk *out)
{
    memset(out, 0, sizeof *out);
    struct desk_build b = {.arena = arena,
                           .session = session,
                           .scenario = session_scenario(session),
                           .state = session_state(session),
                           .out = out,
                           .words = wording_of(arena, session),
                           .draft = *draft};
    out->speech = out->speech_time = out->sentence = out->why_not = out->news = out->back = out->title = out->hint = out->guide_title = out->needs_title = "";
    build_progress(&b);
    build_open(&b);
    build_customers(&b);
    build_speech(&b);
    desk_build_turns(&b);
    desk_build_guide(&b);
    build_team(&b);
    build_promises(&b);
    if (out->incident == NOBODY)
        return;
    desk_build_known(&b);
    out->needs_title = desk_fill(&b, "need.desk");
    view_needs_public(&b.words, view_needs_watch(arena, session), out->customer, 1, &out->needs);
    if (b.draft.mode == DESK_TELL)
        desk_build_tell(&b);
    else if (b.draft.mode == DESK_WORK)
        desk_build_works(&b);
    else
        desk_build_more(&b);
}
