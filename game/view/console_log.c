/* The evidence log, newest first, and the alert for a pattern that repeats. */
#include "console_parts.h"
#include <stdio.h>
#include <stdlib.h>

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

void console_build_evidence(struct console_build *b)
{
    struct view_console *v = b->out;
    v->evidence_count = 0;
    for (int32_t i = session_event_count(b->session) - 1; i >= 0 && v->evidence_count < VIEW_EVIDENCE; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED) break;
        struct wording_line line;
        if (!wording_event(&b->words, e, &line)) continue;
        struct view_evidence *row = &v->evidence[v->evidence_count++];
        *row = (struct view_evidence){.time = wording_clock(&b->words, line.at), .tag = line.tag, .text = line.text, .note = line.note, .tone = line.tone};
        aim(row, e, b->state);
        if (row->disputed) row->note = text("console.disputed");
    }
}

enum { ALERT_FROM = 3, ALERT_TIMES = 6 };   /* the last six are named */

static int time_order(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

/* A confirmation that was only missed is another story than one that was gone round. */
static int is_failure(const struct sim_moment *m, enum moment_source source)
{
    if (m->source != (int32_t)source || !m->scored || m->disputed) return 0;
    return m->outcome == OUTCOME_BROKEN || (m->outcome == OUTCOME_MISSED && source != MOMENT_CONFIRMED);
}

/* Outcomes that repeat within the session: the same duty missed three times or more, with the times as evidence. */
static int repeated(struct console_build *b, enum moment_source source, const char *key)
{
    struct str times = {0};
    int32_t at[ALERT_TIMES];
    int count = 0, shown = 0;
    for (int32_t i = b->state->moment_count - 1; i >= 0; i--) {
        if (!is_failure(&b->state->moments[i], source)) continue;
        if (shown < ALERT_TIMES) at[shown++] = b->state->moments[i].settled;
        count++;
    }
    qsort(at, (size_t)shown, sizeof at[0], time_order);
    for (int i = 0; i < shown; i++) str_printf(&times, "%s%s", i ? ", " : "", wording_clock(&b->words, at[i]));
    if (count >= ALERT_FROM) {
        char n[12];
        snprintf(n, sizeof n, "%d", count);
        b->out->alert = text_fill(b->arena, "console.alert", "n", n, NULL);
        b->out->alert_text = text_fill(b->arena, key, "times", str_text(&times), NULL);
    }
    str_release(&times);
    return count >= ALERT_FROM;
}

void console_build_alert(struct console_build *b)
{
    static const struct { enum moment_source source; const char *key; } patterns[] = {
        {MOMENT_IMPACT_ASKED, "console.alert.work-first"}, {MOMENT_PROMISE_WINDOW, "console.alert.promises"},
        {MOMENT_CONFIRMED, "console.alert.closed"},        {MOMENT_NO_SILENCE, "console.alert.silence"},
        {MOMENT_ACKNOWLEDGED, "console.alert.unanswered"}, {MOMENT_BAD_NEWS, "console.alert.bad-news"},
        {MOMENT_UPDATE_WINDOW, "console.alert.updates"}};
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
        if (repeated(b, patterns[i].source, patterns[i].key)) return;
}
