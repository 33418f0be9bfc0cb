/* The learning moment, after a round or in the middle of one. */
#include "app/app.h"

enum { MINUTES_IN_ROUND = 5 };

static int in_round(const struct app *app) { return session_state(app->session)->phase == PHASE_ROUND; }

static const struct agenda_step *step_of(const struct app *app)
{
    return app_stepping(app) ? &app->steps.agenda.steps[session_state(app->session)->step] : NULL;
}

static round_id round_of(const struct app *app)
{
    const struct agenda_step *step = step_of(app);
    return in_round(app) || !step ? session_state(app->session)->round : step->round;
}

static void begin(struct app *app)
{
    const struct agenda_step *step = step_of(app);
    int planned = step && !in_round(app) ? (int)(step->minutes + session_state(app->session)->extended[session_state(app->session)->step]) : MINUTES_IN_ROUND;
    learning_begin(&app->steps.learning_memory, planned);
}

static void build(struct app *app)
{
    view_learning_build(&app->steps.arena, app->session, round_of(app), &app->steps.learning);
}

static void tick(struct app *app)
{
    struct learning_memory *m = &app->steps.learning_memory;
    m->motion = app->settings.motion;
    learning_tick(m, app->clock_ms + 1);   /* 0 is no time yet */
    app->stage.moving = learning_moving(m);
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    tick(app);
    app->steps.learning_memory.stage_blank = app->blank;
    app->steps.learning_memory.one_display = !app_stage_has_window(app);
    learning_screen(ui, &app->steps.learning, &app->steps.learning_memory, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    tick(app);
    stage_learning(ui, &app->steps.learning, &app->steps.learning_memory);
}

static void end(struct app *app)
{
    app->stage.moving = 0;
    learning_end(&app->steps.learning_memory);
}

const struct app_step app_step_learning = {.begin = begin, .build = build, .console = console, .stage = stage, .end = end};
