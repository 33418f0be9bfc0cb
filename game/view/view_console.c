#include "view/view_console.h"
#include "console_parts.h"
#include "view/view_agenda.h"
#include <stdio.h>
#include <string.h>

int console_minutes(int32_t seconds) { return (int)((seconds + 30) / 60); }

static const char *left_text(struct console_build *b)
{
    const struct view_console *v = b->out;
    if (v->over) return text("console.over");
    int32_t left = (int32_t)((int64_t)(v->to - v->now) * b->focus->pace / 600);   /* tenths a minute, to real seconds */
    char span[16];
    snprintf(span, sizeof span, "%02d:%02d", (int)(left / 60 % 100), (int)(left % 60));
    b->out->left_time = text_fill(b->arena, "console.left.short", "left", span, NULL);
    if (v->warm_up) return text_fill(b->arena, "console.left.warm-up", "left", span, NULL);
    char number[12], all[12];
    snprintf(number, sizeof number, "%d", v->round_number);
    snprintf(all, sizeof all, "%d", v->rounds);
    return text_fill(b->arena, "console.left", "round", number, "rounds", all, "left", span, NULL);
}

static const char *pace_text(struct console_build *b)
{
    int32_t pace = b->focus->pace;
    char seconds[16];
    if (pace % 10) snprintf(seconds, sizeof seconds, "%d.%d", (int)(pace / 10), (int)(pace % 10));
    else snprintf(seconds, sizeof seconds, "%d", (int)(pace / 10));
    return text_fill(b->arena, "console.pace.value", "seconds", seconds, NULL);
}

static void build_top(struct console_build *b)
{
    struct view_console *v = b->out;
    const struct sim_state *s = b->state;
    const struct scenario *sc = b->scenario;
    const struct session_setup *setup = session_setup(b->session);
    v->title = sc->title;
    v->team = arena_printf(b->arena, "%s, %s", setup->team, text_count(b->arena, setup->tables ? "console.tables" : "console.people", setup->member_count));
    v->running = s->phase == PHASE_ROUND;
    v->paused = s->paused;
    v->now = s->now;
    if (s->round >= 0 && s->round < sc->round_count) {
        v->to = sc->rounds[s->round].to;
        v->warm_up = sc->rounds[s->round].warm_up;
        v->round_number = (int)view_agenda_nth(b->session, s->round, &v->rounds);
    }
    v->over = v->running && s->now >= v->to;
    v->left_time = "";
    v->clock = wording_clock(&b->words, s->now);
    v->left = left_text(b);
    v->pace = pace_text(b);
}

static incident_id first_open(const struct sim_state *s)
{
    for (incident_id i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open == 1) return i;
    return NOBODY;
}

static void build_focus(struct console_build *b)
{
    struct view_console *v = b->out;
    const struct sim_state *s = b->state;
    incident_id wanted = b->focus->incident;
    v->incident = wanted >= 0 && wanted < s->incident_count && s->incidents[wanted].open == 1 ? wanted : first_open(s);
    v->customer = b->focus->customer;
    if (v->customer == NOBODY && v->incident != NOBODY) v->customer = s->incidents[v->incident].reporter;
    if (v->customer == NOBODY && b->scenario->customer_count) v->customer = 0;
    v->incident_title = v->incident == NOBODY ? "" : wording_incident(&b->words, v->incident);
    v->lesson = v->incident >= 0 && v->incident < b->scenario->incident_count ? b->scenario->incidents[v->incident].lesson : "";
}

static void build_options(struct console_build *b)
{
    struct view_console *v = b->out;
    if (v->incident == NOBODY || v->incident >= b->scenario->incident_count) return;
    const struct incident *i = &b->scenario->incidents[v->incident];
    for (int k = 0; k < i->option_count; k++) {
        v->option_names[v->option_count] = i->options[k].text;
        v->options[v->option_count++] = arena_printf(b->arena, "%s. %s", i->options[k].text, i->options[k].consequence);
    }
}

static void build_markers(struct console_build *b)
{
    struct view_console *v = b->out;
    for (int i = 0; i < b->scenario->marker_count && v->marker_count < 7; i++) v->markers[v->marker_count++] = b->scenario->markers[i].text;
}

void view_console_build(struct arena *a, const struct session *s, const struct console_focus *focus, struct view_console *out)
{
    memset(out, 0, sizeof *out);
    struct console_build b = {.arena = a, .session = s, .scenario = session_scenario(s), .state = session_state(s), .focus = focus,
                              .out = out, .words = wording_of(a, s)};
    out->alert = out->alert_text = out->preview = out->preview_told = out->preview_fix = out->preview_call = out->ideas_hint = "";
    out->events = session_event_count(s);
    b.found = view_needs_watch(a, s);
    build_top(&b);
    build_focus(&b);
    build_options(&b);
    build_markers(&b);
    console_build_sheet(&b);
    console_build_scores(&b);
    console_build_open(&b);
    console_build_facts(&b);
    console_build_members(&b);
    console_build_works(&b);
    console_build_promises(&b);
    console_build_owed(&b);
    console_build_customers(&b);
    console_build_preview(&b);
    console_build_evidence(&b);
    console_build_alert(&b);
    console_build_deeds(&b);
    if (out->customer != NOBODY) view_needs_of(&b.words, b.found, out->customer, &out->needs);
    view_help_build(a, s, &out->help);
}
