/* What the business decides, when all rounds are over. */
#include "app/app.h"

static void begin(struct app *app)
{
    verdict_memory_begin(&app->steps.verdict_memory);
}

static void build(struct app *app)
{
    view_verdict_build(&app->steps.arena, app->session, &app->steps.verdict);
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct verdict_memory *m = &app->steps.verdict_memory;
    m->stage_blank = app->blank;
    m->one_display = !app_stage_has_window(app);
    verdict_screen(ui, &app->steps.verdict, m, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    stage_verdict(ui, &app->steps.verdict, &app->steps.verdict_memory);
}

const struct app_step app_step_verdict = {.begin = begin, .build = build, .console = console, .stage = stage};
