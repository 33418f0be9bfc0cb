/* The steps of a workshop: which page each has, and how one leads to the next. */
#include "app/app_steps.h"
#include "app/app.h"
#include "base/hash.h"
#include "base/text.h"
#include "sim/between.h"

#include <stdio.h>

static const struct app_step *const rows[AGENDA_KIND_COUNT] = {
    [AGENDA_WARM_UP] = &app_step_between,
    [AGENDA_CARDS] = &app_step_cards,
    [AGENDA_CHARTER] = &app_step_charter,
    [AGENDA_BRIEFING] = &app_step_between,
    [AGENDA_ROUND] = &app_step_between,
    [AGENDA_PAPER] = &app_step_paper,
    [AGENDA_LEARNING] = &app_step_learning,
    [AGENDA_IMPROVE] = &app_step_improve,
    [AGENDA_BREAK] = &app_step_break,
    [AGENDA_VERDICT] = &app_step_verdict,
    [AGENDA_MONDAY] = &app_step_monday,
    [AGENDA_REPORT] = &app_step_report,
};

int app_stepping(const struct app *app)
{
    return app->session && session_state(app->session)->step >= 0 && session_state(app->session)->step < app->steps.agenda.count;
}

static const struct agenda_step *step_now(const struct app *app)
{
    return app_stepping(app) ? &app->steps.agenda.steps[session_state(app->session)->step] : NULL;
}

int32_t app_step_kind(const struct app *app)
{
    const struct sim_state *s = app->session ? session_state(app->session) : NULL;
    if (!s) return NOBODY;
    if (s->phase == PHASE_ROUND && learning_runs(s)) return AGENDA_LEARNING;
    return app_stepping(app) ? (int32_t)step_now(app)->kind : NOBODY;
}

/* --- begin and end --- */

static const struct app_step *row_shown(const struct app *app)
{
    return app->steps.shown == NOBODY ? NULL : rows[app->steps.shown];
}

static void leave(struct app *app)
{
    const struct app_step *row = row_shown(app);
    if (row && row->end) row->end(app);
    app->steps.shown = NOBODY;
    app->steps.stale = 1;
}

/* Before anything is played the room hears what it agrees on. */
static void agreement_begins(struct app *app)
{
    struct app_steps *steps = &app->steps;
    const struct session_setup *setup = session_setup(app->session);
    struct str topics = {0};
    struct arena a = {0};
    agreement_end(&steps->agreement);
    agreement_begin(&steps->agreement);
    for (int i = 0; i < AGREEMENTS; i++) agreement_set(&steps->agreement, i, setup->contract[i]);
    for (int32_t i = 0; i < session_scenario(app->session)->tag_count; i++)
        if (setup->left_out >> i & 1) str_printf(&topics, "%s%s", topics.length ? ", " : "", agreement_topic(&a, session_scenario(app->session)->tags[i]));
    steps->topics[0] = '\0';
    if (topics.length) {
        snprintf(steps->topics, sizeof steps->topics, "%s", text_fill(&a, "agreement.left-out", "topics", str_text(&topics), NULL));
    }
    arena_release(&a);
    str_release(&topics);
    steps->agreement.topics = steps->topics;
    steps->agreeing = 1;
}

void app_steps_end(struct app *app)
{
    if (app->session && app->steps.agreeing) app_agreement_keep(app);
    if (app->session) leave(app);
    agreement_end(&app->steps.agreement);
    app->steps.agreeing = 0;
    app->steps.shown_step = NOBODY;
    arena_release(&app->steps.arena);
    app->steps.agenda.count = 0;
    app->steps.shown = NOBODY;
    app->steps.stale = 1;
}

void app_steps_follow(struct app *app)
{
    struct app_steps *steps = &app->steps;
    if (steps->agenda.count == 0) view_agenda_of(app->session, &steps->agenda);
    int32_t kind = app_step_kind(app), step = session_state(app->session)->step;
    if (kind == steps->shown && step == steps->shown_step) return;
    if (steps->shown_step == NOBODY && step == 0 && session_state(app->session)->round == NOBODY) agreement_begins(app);
    else if (step != 0 && steps->agreeing) app_agreed(app);
    leave(app);
    ui_focus_clear(app->sides[WINDOW_CONSOLE].ui);
    steps->strip.open = steps->strip.leaving = 0;
    steps->shown = kind;
    steps->shown_step = step;
    if (row_shown(app) && row_shown(app)->begin) row_shown(app)->begin(app);
}

/* --- going on --- */

static void submit(struct app *app, enum sim_command_kind kind, int32_t first, int32_t second)
{
    struct sim_command command = sim_command_make(kind);
    command.v[0] = first;
    command.v[1] = second;
    app_submit(app, &command, NULL);
}

static void to_step(struct app *app, int32_t step)
{
    const struct sim_state *s = session_state(app->session);
    if (step != s->step) submit(app, SIM_CMD_STEP, step, s->extended[step]);
}

static int is_due(const struct app *app, const struct agenda_step *step)
{
    const struct sim_state *s = session_state(app->session);
    return s->phase == PHASE_BETWEEN && step->round > s->round;
}

/* What a step does as it is come to. */
static void arrive(struct app *app, int32_t at)
{
    const struct agenda_step *step = &app->steps.agenda.steps[at];
    if (session_state(app->session)->step != at) return;
    if (step->kind == AGENDA_ROUND && is_due(app, step)) submit(app, SIM_CMD_START_ROUND, step->round, 0);
    if ((step->kind == AGENDA_VERDICT || step->kind == AGENDA_REPORT) && session_state(app->session)->phase == PHASE_BETWEEN)
        submit(app, SIM_CMD_FINISH, 0, 0);
    if (step->kind == AGENDA_REPORT && !app->report_path[0]) app_report(app);
}

void app_step_go(struct app *app, int32_t step)
{
    if (step < 0 || step >= app->steps.agenda.count) return;
    if (session_state(app->session)->phase == PHASE_ROUND && step != session_state(app->session)->step) {
        struct sim_command command = sim_command_make(SIM_CMD_END_ROUND);
        command.end_round.early = 1;
        app_record(app, &command, NULL);
    }
    to_step(app, step);
    arrive(app, step);
}

void app_step_extend(struct app *app, int32_t minutes)
{
    const struct sim_state *s = session_state(app->session);
    if (!app_stepping(app)) return;
    int32_t wanted = s->extended[s->step] + minutes, least = 1 - step_now(app)->minutes;
    submit(app, SIM_CMD_STEP, s->step, wanted < least ? least : wanted);
}

void app_step_round(struct app *app)
{
    const struct agenda *agenda = &app->steps.agenda;
    for (int32_t k = session_state(app->session)->step; k >= 0 && k < agenda->count; k++) {
        const struct agenda_step *step = &agenda->steps[k];
        if ((step->kind != AGENDA_ROUND && step->kind != AGENDA_WARM_UP) || !is_due(app, step)) continue;
        to_step(app, k);
        if (session_state(app->session)->step == k) submit(app, SIM_CMD_START_ROUND, step->round, 0);
        return;
    }
}

/* --- showing --- */

static const struct app_step *shown_built(struct app *app)
{
    struct app_steps *steps = &app->steps;
    const struct app_step *row = row_shown(app);
    int32_t events = session_event_count(app->session), course = session_course(app->session);
    if (!row || (!steps->stale && events == steps->events && course == steps->course)) return row;
    arena_reset(&steps->arena);
    if (row->build) row->build(app);
    steps->stale = 0;
    steps->events = events;
    steps->course = course;
    return row;
}

enum { STILL = 20 };   /* frames without a key after which what is typed is kept: pulling the plug loses no more than a word */

static void agreement_typed(struct app *app)
{
    struct app_steps *steps = &app->steps;
    uint64_t now = 0;
    for (int i = 0; i < AGREEMENTS; i++) now = hash_mix(now, hash_text(ui_edit_text(&steps->agreement.texts[i])));
    steps->agreement_still = now == steps->agreement_seen ? steps->agreement_still + 1 : 0;
    steps->agreement_seen = now;
    if (steps->agreement_still == STILL) app_agreement_keep(app);
}

void app_step_console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct app_step *row = shown_built(app);
    if (app->steps.agreeing) {
        app->steps.agreement.stage_blank = app->blank;
        app->steps.agreement.one_display = !app_stage_has_window(app);
        agreement_screen(ui, &app->steps.agreement, wishes);
        agreement_typed(app);
    } else if (row && row->console) row->console(app, ui, wishes);
}

void app_step_stage(struct app *app, struct ui *ui)
{
    const struct app_step *row = shown_built(app);
    if (app->steps.agreeing) stage_agreement(ui, &app->steps.agreement);
    else if (row && row->stage) row->stage(app, ui);
    else stage_blank(ui);
}
