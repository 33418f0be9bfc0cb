/* The charter. */
#include "app/app.h"

static void begin(struct app *app) { charter_memory_begin(&app->steps.charter); }

static void build(struct app *app) { view_charter_build(&app->steps.arena, app->session, &app->steps.charter_view); }

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct charter_memory *m = &app->steps.charter;
    m->stage_blank = app->blank;
    m->one_display = !app_stage_has_window(app);
    charter_screen(ui, &app->steps.charter_view, m, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    charter_tick(&app->steps.charter, app->clock_ms + 1);   /* 0 is no time yet */
    stage_charter(ui, &app->steps.charter_view, &app->steps.charter);
}

static void end(struct app *app) { charter_memory_end(&app->steps.charter); }

const struct app_step app_step_charter = {.begin = begin, .build = build, .console = console, .stage = stage, .end = end};
