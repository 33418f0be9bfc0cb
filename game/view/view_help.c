#include "view/view_help.h"
#include "base/number.h"
#include "base/text.h"
#include "sim/claim.h"
#include "view/wording.h"

struct help_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *sc;
    const struct sim_state *s;
    struct wording words;
    struct view_help *out;
};

enum { SOON = 5 * 60 };   /* fictional seconds before a promise falls due */

/* --- lines --- */

int32_t view_help_line(const struct session *session, customer_id customer, enum mood mood, int32_t turn)
{
    const struct texts *lines = &session_scenario(session)->customers[customer].lines[mood];
    int32_t heard[LIMIT_LINES] = {0}, least, candidates[LIMIT_LINES], count = 0;
    int32_t all = number_min(lines->count, LIMIT_LINES);
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = session_event_at(session, i);
        int mine = e->kind == SIM_EV_SAID && e->said.customer == customer && e->said.source == 3 && e->said.item == (int32_t)mood;
        if (mine && e->said.nth >= 0 && e->said.nth < all)
            heard[e->said.nth]++;
    }
    if (all == 0)
        return -1;
    least = heard[0];
    for (int32_t i = 1; i < all; i++)
        least = number_min(least, heard[i]);
    for (int32_t i = 0; i < all; i++)
        if (heard[i] == least)
            candidates[count++] = i;
    return candidates[turn % count];
}

/* --- who is free --- */

/* Second since which this member has had nothing to do. */
static int32_t free_since(const struct help_build *b, int32_t member)
{
    int32_t since = b->sc->rounds[b->s->round].from;
    for (int32_t k = 0; k < b->s->work_count; k++) {
        const struct sim_work *w = &b->s->works[k];
        if (w->member == member && w->ended > since)
            since = w->ended;
    }
    return since;
}

/* A work of something open that this member could begin now, NOBODY. */
static work_id waits_for(const struct help_build *b, int32_t member)
{
    for (incident_id i = 0; i < b->sc->incident_count; i++) {
        const struct incident *incident = &b->sc->incidents[i];
        if (b->s->incidents[i].open != 1)
            continue;
        for (int32_t k = 0; k < incident->work_count; k++)
            if (sim_work_possible(b->s, b->sc, incident->first_work + k, member) == REFUSAL_NONE)
                return incident->first_work + k;
    }
    return NOBODY;
}

static void idle_build(struct help_build *b)
{
    int32_t longest = HELP_IDLE_AFTER - 1;
    work_id work = NOBODY;
    for (int32_t m = 0; m < b->s->member_count; m++) {
        if (b->s->members[m].work != NOBODY)
            continue;
        int32_t idle = b->s->now - free_since(b, m);
        work_id waits = idle > longest ? waits_for(b, m) : NOBODY;
        if (waits == NOBODY)
            continue;
        longest = idle;
        work = waits;
        b->out->idle = m;
    }
    if (b->out->idle == NOBODY)
        return;
    b->out->idle_text = text_fill(b->arena, "help.idle", "who", wording_member(&b->words, b->out->idle), "minutes",
                                  arena_printf(b->arena, "%d", (int)(longest / 60)), "work", b->sc->works[work].title, NULL);
}

/* --- questions --- */

struct about { customer_id customer; incident_id incident; int32_t member, number; const char *what; };

static const char *fill(struct help_build *b, const char *key, const struct about *about)
{
    return text_fill(b->arena, key, "customer", wording_first_name(&b->words, about->customer), "incident",
                     about->incident == NOBODY ? "" : wording_incident(&b->words, about->incident), "who", wording_member(&b->words, about->member),
                     "n", arena_printf(b->arena, "%d", (int)about->number), "what", about->what, NULL);
}

static void ask(struct help_build *b, const char *ask_key, const char *why_key, struct about about)
{
    if (b->out->question_count >= HELP_QUESTIONS)
        return;
    about.what = about.what ? about.what : "";
    b->out->questions[b->out->question_count++] = (struct help_question){fill(b, ask_key, &about), fill(b, why_key, &about)};
}

static int is_open(const struct help_build *b, incident_id i) { return i >= 0 && b->s->incidents[i].open == 1; }

/* Somebody waits in the dark, the longest first. */
static void of_silence(struct help_build *b)
{
    incident_id worst = NOBODY;
    int32_t longest = 0;
    for (incident_id i = 0; i < b->s->incident_count; i++) {
        customer_id who = b->s->incidents[i].reporter;
        int32_t silence = is_open(b, i) ? number_min(sim_silence(b->s, who), b->s->now - b->s->incidents[i].opened) : 0;
        if (silence <= sim_patience(b->s, b->sc, who) || silence <= longest)
            continue;
        longest = silence;
        worst = i;
    }
    if (worst != NOBODY)
        ask(b, "help.ask.silence", "help.why.silence", (struct about){b->s->incidents[worst].reporter, worst, NOBODY, longest / 60, NULL});
}

/* The promise that falls due next, or has passed. */
static void of_promise(struct help_build *b)
{
    const struct sim_promise *next = NULL;
    for (int32_t k = 0; k < b->s->promise_count; k++) {
        const struct sim_promise *p = &b->s->promises[k];
        if (p->state == PROMISE_OPEN && p->due - b->s->now <= SOON && (!next || p->due < next->due))
            next = p;
    }
    if (next)
        ask(b, "help.ask.promise", next->due < b->s->now ? "help.why.promise-late" : "help.why.promise",
            (struct about){next->customer, next->incident, NOBODY, 0, wording_promise(&b->words, next)});
}

/* Hands are on something, and nobody knows what it means outside. */
static void of_impact(struct help_build *b)
{
    for (int32_t k = 0; k < b->s->work_count; k++) {
        const struct sim_work *w = &b->s->works[k];
        if (w->ended >= 0 || !is_open(b, w->incident) || b->s->incidents[w->incident].impact_asked >= 0)
            continue;
        ask(b, "help.ask.impact", "help.why.impact", (struct about){b->s->incidents[w->incident].reporter, w->incident, w->member, 0, NULL});
        return;
    }
}

/* The last thing said that runs ahead of what the team knows, as long as it stands. */
static void of_claim(struct help_build *b)
{
    for (int32_t k = b->s->claim_count - 1; k >= 0; k--) {
        const struct sim_claim *c = &b->s->claims[k];
        int stands = c->round == b->s->round && claim_is_ahead(c) && c->settled == CLAIM_OPEN && is_open(b, c->incident);
        if (!stands)
            continue;
        ask(b, "help.ask.claim", "help.why.claim", (struct about){c->customer, c->incident, NOBODY, 0, wording_claim_kind(c->claim)});
        return;
    }
}

static void of_choice(struct help_build *b)
{
    for (incident_id i = 0; i < b->s->incident_count; i++) {
        const struct sim_incident *one = &b->s->incidents[i];
        if (one->open != 1 || one->kind != INCIDENT_CONTENTION || one->decided)
            continue;
        ask(b, "help.ask.choice", "help.why.choice", (struct about){one->reporter, i, NOBODY, 0, NULL});
        return;
    }
}

static void of_confirmation(struct help_build *b)
{
    for (incident_id i = 0; i < b->s->incident_count; i++) {
        const struct sim_incident *one = &b->s->incidents[i];
        if (one->open != 1 || one->restored < 0 || one->confirmed >= 0)
            continue;
        ask(b, "help.ask.confirm", "help.why.confirm", (struct about){one->reporter, i, NOBODY, 0, NULL});
        return;
    }
}

/* Somebody whom nobody has spoken with in this round. */
static void of_contact(struct help_build *b)
{
    int32_t spoken = 0;
    for (int32_t i = session_event_count(b->session) - 1; i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            break;
        if (e->kind == SIM_EV_CONTACT)
            spoken |= 1 << e->contact.customer;
    }
    for (customer_id c = 0; c < b->sc->customer_count; c++)
        if (!(spoken >> c & 1)) {
            ask(b, "help.ask.unheard", "help.why.unheard", (struct about){c, NOBODY, NOBODY, 0, NULL});
            return;
        }
}

static void of_idle(struct help_build *b)
{
    b->out->idle_asked = b->out->idle != NOBODY && b->out->question_count < HELP_QUESTIONS;
    if (b->out->idle_asked)
        ask(b, "help.ask.idle", "help.why.idle", (struct about){NOBODY, NOBODY, b->out->idle, 0, b->out->idle_text});
}

void view_help_build(struct arena *arena, const struct session *session, struct view_help *out)
{
    struct help_build b = {.arena = arena, .session = session, .sc = session_scenario(session), .s = session_state(session),
                           .words = wording_of(arena, session), .out = out};
    *out = (struct view_help){.idle = NOBODY, .idle_text = ""};
    if (b.s->phase != PHASE_ROUND)
        return;
    idle_build(&b);
    of_promise(&b);
    of_silence(&b);
    of_claim(&b);
    of_impact(&b);
    of_choice(&b);
    of_confirmation(&b);
    of_idle(&b);
    of_contact(&b);
}
