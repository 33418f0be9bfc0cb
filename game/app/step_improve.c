/* Between two rounds: what is improved, and what there is to celebrate. */
#include "app/app.h"

static void begin(struct app *app)
{
    improve_memory_begin(&app->steps.improve_memory);
}

static void build(struct app *app)
{
    round_id round = app->steps.agenda.steps[session_state(app->session)->step].round;
    app->steps.improve = arena_alloc(&app->steps.arena, sizeof *app->steps.improve);
    view_improve_build(&app->steps.arena, app->session, round, app->steps.improve);
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct improve_memory *m = &app->steps.improve_memory;
    app->stage.moving = 0;
    m->stage_blank = app->blank;
    m->one_display = !app_stage_has_window(app);
    improve_screen(ui, app->steps.improve, m, wishes);
}

/* The light of a celebration glides as those of a round do. */
static void stage(struct app *app, struct ui *ui)
{
    struct improve_memory *m = &app->steps.improve_memory;
    m->motion = app->settings.motion;
    stage_improve(ui, app->steps.improve, m, app->clock_ms);
    app->stage.moving = m->moving;
}

static void end(struct app *app)
{
    app->stage.moving = 0;
    improve_memory_end(&app->steps.improve_memory);
}

const struct app_step app_step_improve = {
    .begin = begin, .build = build, .console = console, .stage = stage, .end = end};
