/* Monday: the room's survey, and what everybody will do. */
#include "app/app.h"

static void begin(struct app *app)
{
    monday_begin(&app->steps.monday_memory);
}

static void build(struct app *app)
{
    char today[16];
    app_today(app, today);
    view_monday_build(&app->steps.arena, app->session, today, &app->steps.monday);
    view_survey_build(&app->steps.arena, app->session, SURVEY_NOW, &app->steps.monday_survey);
}

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_steps *steps = &app->steps;
    steps->monday_memory.stage_blank = app->blank;
    steps->monday_memory.one_display = !app_stage_has_window(app);
    monday_screen(ui, &steps->monday, &steps->monday_survey, &steps->monday_memory, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    stage_monday(ui, &app->steps.monday, &app->steps.monday_survey, &app->steps.monday_memory);
}

static void end(struct app *app)
{
    monday_end(&app->steps.monday_memory);
}

const struct app_step app_step_monday = {.begin = begin, .build = build, .console = console, .stage = stage, .end = end};
