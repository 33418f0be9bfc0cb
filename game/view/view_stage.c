#include "view/view_stage.h"
#include "base/number.h"
#include "base/text.h"
#include "sim/improve.h"
#include "sim/score.h"
#include "view/wording_between.h"
#include <stdio.h>
#include <string.h>

enum {
    CARDS_MANY = 3, VOICES_MOST = 2, /* from so many cards on only so many customers are heard at once */
    SPEECH_STAYS = 5 * 60,     /* fictional seconds a line stays on the stage */
    SETTLED_STAYS = 3 * 60,    /* and a card after its incident is over */
    LIGHT_STEP = 4, LIGHT_LEAST = 12,
    LAST_MINUTES = 10 * 60,
    NAME_MOST = 16             /* bytes of a name on a card before only its first word is shown */
};

struct stage_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *scenario;
    const struct sim_state *state;
    struct view_stage *out;
    struct wording words;
    int32_t spoke_at[LIMIT_CUSTOMERS];   /* second of the line that each customer still says, -1 */
    int silenced[LIMIT_CUSTOMERS];
};

/* What they said last, or the story of a voucher given since. */
static const char *speech_of(struct stage_build *b, customer_id id, int32_t *at, int *voucher)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED || e->at < b->state->now - SPEECH_STAYS) break;
        if (e->kind == SIM_EV_VOUCHER && e->voucher.customer == id) {
            *at = e->at;
            *voucher = 1;
            return wording_typed(&b->words, e->voucher.text);
        }
        if (e->kind != SIM_EV_SAID || e->said.customer != id) continue;
        *at = e->at;
        return wording_said(&b->words, e);
    }
    return "";
}

/* Full just after contact, dimming as silence grows; gone at twice the patience. */
static int light_of(const struct stage_build *b, customer_id id)
{
    int32_t silence = sim_silence(b->state, id), patience = sim_patience(b->state, b->scenario, id);
    if (patience <= 0) return 100;
    int32_t light = 100 - silence * 100 / (patience * 2);
    return (int)number_clamp(light / LIGHT_STEP * LIGHT_STEP, 0, 100);
}

static int has_open(const struct sim_state *s, customer_id id)
{
    for (incident_id i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1 && s->incidents[i].reporter == id) return 1;
    return 0;
}

static void build_customer(struct stage_build *b, customer_id id)
{
    struct stage_customer *row = &b->out->customers[b->out->customer_count++];
    const struct customer *c = &b->scenario->customers[id];
    int32_t at = -1;
    row->name = wording_customer(&b->words, id);
    row->first = wording_first_name(&b->words, id);
    const char *speaks = wording_speaks(&b->words, id);
    row->segment = speaks[0] ? speaks : c->segment;
    row->portrait = &c->portrait;
    row->mood = sim_mood(b->state, b->scenario, id);
    row->speech = speech_of(b, id, &at, &row->voucher);
    b->spoke_at[id] = at;
    row->light = light_of(b, id);
    row->away = !has_open(b->state, id) && !row->speech[0] && row->light < LIGHT_LEAST;
}

/* What the pack let the team learn: the symptom, then the newest fact. Returns when that was, -1. */
static int32_t known_facts(struct stage_build *b, const struct incident *i, struct stage_incident *row)
{
    int32_t when = -1;
    if (i->stage[0]) row->line = i->stage;
    for (int32_t k = 0; k < i->fact_count; k++) {
        const struct fact *f = &b->scenario->facts[i->first_fact + k];
        const struct sim_fact *known = &b->state->facts[i->first_fact + k];
        if (known->known_at < 0) continue;
        if (f->known && !i->stage[0]) row->line = f->text;
        if (f->known || known->known_at < when) continue;
        when = known->known_at;
        row->news = f->text;
    }
    return when;
}

/* All of it is known: the pack's facts, and answers that no author foresaw. */
static void known_lines(struct stage_build *b, incident_id id, struct stage_incident *row)
{
    row->news = "";
    row->line = wording_incident_says(&b->words, id);
    int32_t when = sim_incident_is_injected(b->scenario, id) ? -1 : known_facts(b, &b->scenario->incidents[id], row);
    for (int32_t k = 0; k < b->state->improvised_count; k++) {
        const struct sim_improvised *f = &b->state->improvised[k];
        if (f->incident != id || f->at < when) continue;
        when = f->at;
        row->news = session_text(b->session, f->text);
    }
}

/* The first word of a name: on a card the time matters more than the rest of it. */
static const char *short_name(struct stage_build *b, int32_t member)
{
    const char *name = wording_member(&b->words, member);
    size_t length = strcspn(name, " ");
    return strlen(name) > NAME_MOST && length >= 2 ? arena_dup_bytes(b->arena, name, length) : name;
}

static const char *who_on_it(struct stage_build *b, incident_id id, int runs, int *unmanned)
{
    int32_t count = 0, until = 0;
    const char *names = "";
    for (int32_t k = 0; k < b->state->work_count; k++) {
        const struct sim_work *w = &b->state->works[k];
        if (w->incident != id || w->ended >= 0) continue;
        const char *name = short_name(b, w->member);
        names = count ? text_fill(b->arena, "stage.and", "first", names, "second", name, NULL) : name;
        until = w->ends > until ? w->ends : until;
        count++;
    }
    if (!count && runs) return text("stage.not-confirmed");
    if (!count) {
        *unmanned = 1;
        const char *not_yet = wording_not_yet_public(&b->words, id);
        return not_yet[0] ? not_yet : text("stage.nobody");
    }
    return text_fill(b->arena, "stage.until", "who", names, "time", wording_clock(&b->words, until), NULL);
}

static int on_stage(const struct stage_build *b, incident_id id)
{
    const struct sim_incident *i = &b->state->incidents[id];
    if (i->open == 1) return 1;
    return i->open == 2 && i->round == b->state->round && i->closed >= b->state->now - SETTLED_STAYS;
}

/* What the business would put first: what stands still, then what limps, what waits, what is settled; the older before the newer. */
static int urgency(const struct stage_build *b, incident_id id)
{
    static const int ranks[LEVEL_COUNT] = {[LEVEL_DOWN] = 0, [LEVEL_DEGRADED] = 1, [LEVEL_WAITING] = 2, [LEVEL_RUNNING] = 3};
    const struct sim_incident *i = &b->state->incidents[id];
    return i->open == 1 && i->confirmed < 0 ? ranks[i->level] : LEVEL_COUNT;
}

/* Only where there are more than fit does urgency choose; cards keep their order, so that none jumps. */
static int finds_room(const struct stage_build *b, incident_id id)
{
    int before = 0, mine = urgency(b, id);
    for (incident_id i = 0; i < b->state->incident_count; i++)
        if (i != id && on_stage(b, i) && (urgency(b, i) < mine || (urgency(b, i) == mine && i < id))) before++;
    return before < LIMIT_STAGE_INCIDENTS;
}

static void build_incident(struct stage_build *b, incident_id id)
{
    if (!finds_room(b, id)) {
        b->out->more++;
        return;
    }
    const struct sim_incident *i = &b->state->incidents[id];
    struct stage_incident *row = &b->out->incidents[b->out->incident_count++];
    row->kind = (enum incident_kind)i->kind;
    row->level = (enum level)i->level;
    row->title = wording_incident(&b->words, id);
    row->owner = i->reporter >= 0 ? wording_first_name(&b->words, i->reporter) : "";
    known_lines(b, id, row);
    row->settled = i->open != 1 || i->confirmed >= 0;
    int runs = i->level == LEVEL_RUNNING && i->restored >= 0;
    row->who = i->open != 1 ? text("stage.closed") : i->confirmed >= 0 ? text("stage.confirmed") : who_on_it(b, id, runs, &row->unmanned);
}

static int spoke_later(const struct stage_build *b, customer_id a, customer_id c)
{
    return b->spoke_at[a] != b->spoke_at[c] ? b->spoke_at[a] > b->spoke_at[c] : a < c;
}

/* Many cards and many voices at once are more than anybody reads: what was said last stays. */
static void quieten(struct stage_build *b)
{
    for (customer_id i = 0; i < b->out->customer_count; i++) {
        int later = 0;
        for (customer_id k = 0; k < b->out->customer_count; k++) later += k != i && b->out->customers[k].speech[0] && spoke_later(b, k, i);
        b->silenced[i] = later >= VOICES_MOST;
    }
    for (customer_id i = 0; i < b->out->customer_count && b->out->incident_count >= CARDS_MANY; i++)
        if (b->silenced[i]) b->out->customers[i].speech = "";
}

/* A voucher has the stage for itself until somebody speaks after it. */
static void vouchers_first(struct stage_build *b)
{
    for (customer_id i = 0; i < b->out->customer_count; i++) {
        if (!b->out->customers[i].voucher) continue;
        int later = 0;
        for (customer_id k = 0; k < b->out->customer_count; k++) later += k != i && b->out->customers[k].speech[0] && spoke_later(b, k, i);
        for (customer_id k = 0; k < b->out->customer_count; k++)
            if (later ? k == i : k != i) b->out->customers[k].speech = "";
        b->out->customers[i].voucher = !later;
    }
}

static const char *event_line(struct stage_build *b)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED || e->at < b->state->now - SPEECH_STAYS) break;
        if (e->kind != SIM_EV_HAPPENED || e->happened.event < 0) continue;
        const struct event *happened = &b->scenario->events[e->happened.event];
        if (happened->speaker == NOBODY) return happened->says[0] ? happened->says : happened->title;
    }
    return "";
}

static void build_promises(struct stage_build *b)
{
    for (int32_t i = 0; i < b->state->promise_count && b->out->promise_count < 6; i++) {
        const struct sim_promise *p = &b->state->promises[i];
        if (p->state != PROMISE_OPEN) continue;
        b->out->promises[b->out->promise_count++] = (struct stage_promise){
            .text = wording_promise(&b->words, p), .due = wording_clock(&b->words, p->due), .soon = p->due - b->state->now < 180};
    }
}

static void build_scores(struct stage_build *b)
{
    for (int i = 0; i < SCORE_COUNT; i++) {
        struct score_counts counts = score_of_state(b->state, b->state->round, (enum score)i);
        b->out->scores[i] = arena_printf(b->arena, "%s %d / %d", wording_score_short((enum score)i), (int)counts.met, (int)score_moments(&counts));
    }
}

static const char *round_text(const struct stage_build *b)
{
    round_id r = b->state->round;
    return r >= 0 && r < b->scenario->round_count ? b->scenario->rounds[r].title : "";
}

void view_stage_build(struct arena *a, const struct session *s, struct view_stage *out)
{
    memset(out, 0, sizeof *out);
    struct stage_build b = {.arena = a, .session = s, .scenario = session_scenario(s), .state = session_state(s), .out = out, .words = wording_of(a, s)};
    const struct sim_state *state = b.state;
    out->title = b.scenario->title;
    out->clock = wording_clock(&b.words, state->now);
    out->round = round_text(&b);
    out->paused = state->paused;
    if (state->round >= 0 && state->round < b.scenario->round_count) {
        const struct round *r = &b.scenario->rounds[state->round];
        out->progress = r->to > r->from ? (int)((int64_t)(state->now - r->from) * 1000 / (r->to - r->from)) : 0;
        int32_t last = number_min(LAST_MINUTES, (r->to - r->from) / 8);
        out->last_minutes = r->to - state->now <= last;
    }
    for (customer_id i = 0; i < b.scenario->customer_count; i++) build_customer(&b, i);
    for (incident_id i = 0; i < state->incident_count; i++)
        if (on_stage(&b, i)) build_incident(&b, i);
    vouchers_first(&b);
    quieten(&b);
    out->event = event_line(&b);
    if (session_setup(s)->show_promises || improvement_works(state, IMPROVE_PROMISE_BOARD)) build_promises(&b);
    out->show_scores = session_setup(s)->show_scores;
    if (out->show_scores) build_scores(&b);
}
