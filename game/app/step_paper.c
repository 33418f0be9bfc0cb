/* The front page after a round. */
#include "app/app.h"

static void begin(struct app *app)
{
    paper_memory_begin(&app->steps.paper_memory);
}

static void build(struct app *app)
{
    round_id round = app->steps.agenda.steps[session_state(app->session)->step].round;
    view_paper_build(&app->steps.arena, app->session, round, &app->steps.paper);
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct paper_memory *m = &app->steps.paper_memory;
    m->stage_blank = app->blank;
    m->one_display = !app_stage_has_window(app);
    paper_screen(ui, &app->steps.paper, m, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    stage_paper(ui, &app->steps.paper, &app->steps.paper_memory);
}

const struct app_step app_step_paper = {.begin = begin, .build = build, .console = console, .stage = stage};
