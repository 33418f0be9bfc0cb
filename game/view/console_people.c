/* Customers with the line to say next, members, open promises. */
#include "console_parts.h"
#include "sim/making.h"
#include "view/wording_between.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_FRESH = 6 * 60 };   /* seconds for which what the script said last is still to be read aloud */

static enum tone trust_tone(int trust, int satisfaction)
{
    int mean = (trust + satisfaction) / 2;
    return mean >= 60 ? TONE_GOOD : mean >= 40 ? TONE_WARN : TONE_BAD;
}

/* The newest thing this customer said by the script in this round, if it is fresh and not yet followed by a reaction. */
static const struct sim_event *last_said(const struct console_build *b, customer_id id)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= b->focus->heard[id]; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED || e->at < b->state->now - LINE_FRESH) return NULL;
        if (e->kind == SIM_EV_SAID && e->said.customer == id) return e->said.source == 3 || e->said.source == 5 ? NULL : e;
    }
    return NULL;
}

static const char *said_note(struct console_build *b, const struct sim_event *e)
{
    static const char *const keys[] = {"console.line.opens", "console.line.calls", "console.line.event", "", "console.line.answer",
                                       "", "console.line.go-ahead", "console.line.confirms", "console.line.not-yet", "console.line.fell-back"};
    size_t known = sizeof keys / sizeof keys[0];
    const char *incident = e->said.incident == NOBODY ? "" : wording_incident(&b->words, e->said.incident);
    const char *key = (size_t)e->said.source < known ? keys[e->said.source] : "";
    if (!key[0]) return "";
    return text_fill(b->arena, key, "incident", incident, "time", wording_clock(&b->words, e->at), NULL);
}

static void mood_line(struct console_build *b, struct view_customer *row)
{
    const struct texts *lines = &b->scenario->customers[row->id].lines[row->mood];
    int32_t line = view_help_line(b->session, row->id, row->mood, b->focus->line[row->id]);
    row->line = line >= 0 ? lines->items[line] : "";
    row->line_note = text_fill(b->arena, "console.line.mood", "mood", row->mood_word, NULL);
    if (line < 0) return;
    row->line_react = sim_command_make(SIM_CMD_REACT);
    row->line_react.react.customer = row->id;
    row->line_react.react.mood = (int32_t)row->mood;
    row->line_react.react.line = line;
    row->line_react.react.incident = b->out->incident;
}

/* They called with it, and nobody has answered yet. */
static int is_call(const struct console_build *b, const struct sim_event *e)
{
    enum { OPENS, CALLS, FELL_BACK = 9 };
    if (e->said.source != OPENS) return e->said.source == CALLS || e->said.source == FELL_BACK;
    return e->said.incident != NOBODY && b->state->incidents[e->said.incident].open == 1 && b->state->incidents[e->said.incident].acknowledged < 0;
}

static void customer_line(struct console_build *b, struct view_customer *row)
{
    const struct sim_event *said = last_said(b, row->id);
    if (!said) {
        mood_line(b, row);
        return;
    }
    row->calling = is_call(b, said);
    row->line = wording_said(&b->words, said);
    row->line_note = said_note(b, said);
    row->line_react.kind = 0;
    if (!row->line[0]) mood_line(b, row);
}

static incident_id newest_of(const struct sim_state *s, customer_id id)
{
    incident_id newest = NOBODY;
    for (incident_id i = 0; i < s->incident_count; i++) {
        const struct sim_incident *k = &s->incidents[i];
        if (k->open == 1 && k->reporter == id && (newest == NOBODY || k->opened >= s->incidents[newest].opened)) newest = i;
    }
    return newest;
}

static int is_concerned(const struct console_build *b, customer_id id)
{
    incident_id i = b->out->incident;
    if (i == NOBODY) return 0;
    if (b->state->incidents[i].reporter == id) return 1;
    return !sim_incident_is_injected(b->scenario, i) && incident_concerns(b->scenario, i, id);
}

void console_build_customers(struct console_build *b)
{
    static const char *const keys[LIMIT_CUSTOMERS] = {"F1", "F2", "F3", "F4", "F5", "F7"};
    for (customer_id id = 0; id < b->scenario->customer_count; id++) {
        const struct customer *c = &b->scenario->customers[id];
        struct view_customer *row = &b->out->customers[b->out->customer_count++];
        row->id = id;
        row->key = keys[id];
        row->name = wording_customer(&b->words, id);
        row->first = wording_first_name(&b->words, id);
        row->role = c->role;
        row->about = c->about;
        row->speaks = wording_speaks(&b->words, id);
        row->own = newest_of(b->state, id);
        row->concerned = is_concerned(b, id);
        row->portrait = &c->portrait;
        row->mood = sim_mood(b->state, b->scenario, id);
        row->mood_word = wording_mood(row->mood);
        row->trust = (int)(b->state->customers[id].trust + 500) / 1000;
        row->satisfaction = (int)(b->state->customers[id].satisfaction + 500) / 1000;
        row->tone = trust_tone(row->trust, row->satisfaction);
        row->silence = (int)sim_silence(b->state, id);
        row->silent_beyond = row->silence > sim_patience(b->state, b->scenario, id);
        customer_line(b, row);
    }
}

static void deeds_take(struct console_build *b, int for_them)
{
    for (int32_t i = session_event_count(b->session) - 1; i >= 0 && b->out->deed_count < VIEW_DEEDS; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED) return;
        if (e->kind != SIM_EV_ACT || !sim_command_is_act(e->act.act) || (e->act.customer == b->out->customer) != for_them) continue;
        int32_t member = wording_act_member(&b->words, e->act.number);
        b->out->deeds[b->out->deed_count++] = (struct view_deed){e->act.number, wording_act(&b->words, e->act.number), member, wording_member(&b->words, member)};
    }
}

/* What the team did last in this round, first of all for the customer in focus, who gives the voucher: it names one of them. */
void console_build_deeds(struct console_build *b)
{
    deeds_take(b, 1);
    deeds_take(b, 0);
}

static int promise_order(const void *left, const void *right)
{
    const struct sim_promise *const *a = left, *const *b = right;
    if ((*a)->due != (*b)->due) return (*a)->due < (*b)->due ? -1 : 1;
    return (*a)->act != (*b)->act ? ((*a)->act < (*b)->act ? -1 : 1) : (*a)->part - (*b)->part;
}

void console_build_promises(struct console_build *b)
{
    const struct sim_promise *open[SIM_PROMISES];
    int count = 0;
    for (int32_t i = 0; i < b->state->promise_count; i++)
        if (b->state->promises[i].state == PROMISE_OPEN) open[count++] = &b->state->promises[i];
    qsort(open, (size_t)count, sizeof open[0], promise_order);
    for (int i = 0; i < count && i < VIEW_PROMISES; i++)
        b->out->promises[b->out->promise_count++] = (struct view_promise){
            .act = open[i]->act, .part = open[i]->part, .text = wording_promise(&b->words, open[i]),
            .due = wording_clock(&b->words, open[i]->due), .tone = open[i]->due < b->state->now ? TONE_BAD : TONE_NEUTRAL};
}

void console_build_members(struct console_build *b)
{
    const struct session_setup *setup = session_setup(b->session);
    for (int32_t i = 0; i < setup->member_count && i < LIMIT_MEMBERS; i++) {
        const struct sim_member *m = &b->state->members[i];
        struct view_member *row = &b->out->members[b->out->member_count++];
        row->id = i;
        row->name = wording_member(&b->words, i);
        row->role = m->role == NOBODY ? "" : b->scenario->roles[m->role].name;
        row->busy = m->work != NOBODY;
        row->doing = row->busy ? wording_work(&b->words, m->work) : "";
    }
}

/* What the team said last to this customer about this: an update may take it back. */
static void last_claim(struct console_build *b)
{
    for (int32_t i = b->state->claim_count - 1; i >= 0 && !b->out->last_claim; i--) {
        const struct sim_claim *claim = &b->state->claims[i];
        if (claim->incident != b->out->incident || claim->customer != b->out->customer) continue;
        b->out->last_claim = claim->act;
        b->out->last_claim_text = text(arena_printf(b->arena, "claim.short.%s", claim_word((enum claim)claim->claim)));
    }
}

static void next_milestone(struct console_build *b)
{
    const struct sim_incident *i = &b->state->incidents[b->out->incident];
    int injected = sim_incident_is_injected(b->scenario, b->out->incident);
    b->out->has_conditions = !injected && b->scenario->incidents[b->out->incident].conditions.count > 0;
    b->out->agreed = i->conditions_agreed >= 0;
    while (i->retested >> b->out->milestone & 1) b->out->milestone++;
}

void console_build_owed(struct console_build *b)
{
    b->out->last_claim_text = "";
    if (b->out->incident == NOBODY) return;
    last_claim(b);
    next_milestone(b);
    for (int32_t i = 0; i < b->state->complaint_count && b->out->complaint_count < VIEW_COMPLAINTS; i++) {
        const struct sim_complaint *c = &b->state->complaints[i];
        if (c->customer != b->out->customer || c->state == 1) continue;
        b->out->complaints[b->out->complaint_count++] = (struct view_complaint){
            .act = c->act, .text = text_fill(b->arena, "console.complaint.done", "time", wording_clock(&b->words, c->due), NULL)};
    }
}
