/* Warm-up, briefing and round: what comes is read out, what was played is looked at. */
#include "app/app.h"

static int is_over(const struct app *app)
{
    const struct agenda_step *step = &app->steps.agenda.steps[session_state(app->session)->step];
    return step->round == NOBODY || step->round <= session_state(app->session)->round;
}

/* A step about a round to come shows its briefing, any other what there was. */
static const struct view_round *follow(struct app *app)
{
    const struct view_round *view = app_between(app);
    app->round.rounds = view->round_count;
    app->round.briefing = !is_over(app);
    app->round.by_agenda = 1;
    return view;
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct view_round *view = follow(app);
    app->round.stage_blank = app->blank;
    app->round.one_display = !app_stage_has_window(app);
    round_screen(ui, view, &app->round, wishes);
    app_sheets_show(app, ui, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    const struct view_round *view = follow(app);
    stage_between(ui, view, round_is_briefing(view, &app->round));
}

const struct app_step app_step_between = {.console = console, .stage = stage};
