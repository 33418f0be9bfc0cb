/* The evidence log, newest first. */
#include "console_parts.h"
#include <string.h>

static void moment_aim(struct view_evidence *row, const struct sim_event *e, const struct sim_state *s)
{
    row->disputable = 1;
    row->dispute = sim_command_make(SIM_CMD_DISPUTE);
    row->dispute.dispute.aim = 0;
    row->dispute.dispute.source = e->moment_settled.source;
    row->dispute.dispute.subject = e->moment_settled.subject;
    row->dispute.dispute.customer = e->moment_settled.customer;
    row->dispute.dispute.nth = e->moment_settled.nth;
    for (int32_t i = 0; i < s->moment_count; i++) {
        const struct sim_moment *m = &s->moments[i];
        if (m->source == e->moment_settled.source && m->subject == e->moment_settled.subject && m->customer == e->moment_settled.customer &&
            m->nth == e->moment_settled.nth)
            row->disputed = m->disputed;
    }
}

static void claim_aim(struct view_evidence *row, const struct sim_event *e, const struct sim_state *s)
{
    row->disputable = 1;
    row->dispute = sim_command_make(SIM_CMD_DISPUTE);
    row->dispute.dispute.aim = 1;
    row->dispute.dispute.source = 0;
    row->dispute.dispute.subject = e->claim.act;
    row->dispute.dispute.customer = row->dispute.dispute.nth = 0;
    for (int32_t i = 0; i < s->claim_count; i++)
        if (s->claims[i].act == e->claim.act) row->disputed = s->claims[i].disputed;
}

static void aim(struct view_evidence *row, const struct sim_event *e, const struct sim_state *s)
{
    if (e->kind == SIM_EV_MOMENT_SETTLED && e->moment_settled.outcome != OUTCOME_NONE) moment_aim(row, e, s);
    else if (e->kind == SIM_EV_CLAIM) claim_aim(row, e, s);
    else return;
    row->dispute.dispute.on = !row->disputed;
    row->overrule = sim_command_make(SIM_CMD_OVERRULE);
    row->overrule.overrule.aim = row->dispute.dispute.aim;
    row->overrule.overrule.source = row->dispute.dispute.source;
    row->overrule.overrule.subject = row->dispute.dispute.subject;
    row->overrule.overrule.customer = row->dispute.dispute.customer;
    row->overrule.overrule.nth = row->dispute.dispute.nth;
    row->overrule.overrule.author = 0;
}

/* Above the event that brought it to light, which is the newest of the two. */
static void needs_found(struct console_build *b, int32_t index)
{
    enum { MOST = 4 };
    struct wording_line lines[MOST];
    int count = view_needs_lines(&b->words, b->found, index, lines, MOST);
    for (int i = 0; i < count && b->out->evidence_count < VIEW_EVIDENCE; i++)
        b->out->evidence[b->out->evidence_count++] = (struct view_evidence){
            .time = wording_clock(&b->words, lines[i].at), .tag = lines[i].tag, .text = lines[i].text, .note = lines[i].note, .tone = lines[i].tone};
}

/* Several of one customer's may be open: what was done says for which of them. */
static const char *about_text(struct console_build *b, const struct sim_event *e, const char *what)
{
    if (e->kind != SIM_EV_ACT || e->act.incident == NOBODY) return what;
    const char *incident = wording_incident(&b->words, e->act.incident);
    if (!incident[0] || strstr(what, incident)) return what;
    return text_fill(b->arena, "console.about", "what", what, "incident", incident, NULL);
}

void console_build_evidence(struct console_build *b)
{
    struct view_console *v = b->out;
    v->evidence_count = 0;
    for (int32_t i = session_event_count(b->session) - 1; i >= 0 && v->evidence_count < VIEW_EVIDENCE; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        needs_found(b, i);
        if (e->kind == SIM_EV_ROUND_STARTED || v->evidence_count >= VIEW_EVIDENCE) break;
        struct wording_line line;
        if (!wording_event(&b->words, e, &line)) continue;
        struct view_evidence *row = &v->evidence[v->evidence_count++];
        *row = (struct view_evidence){.time = wording_clock(&b->words, line.at), .tag = line.tag, .text = about_text(b, e, line.text), .note = line.note, .tone = line.tone};
        aim(row, e, b->state);
        if (row->disputed) row->note = text("console.disputed");
    }
}
