/* The break: nothing but when it goes on. */
#include "app/app.h"

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct break_stage stage = {.blank = app->blank, .one_display = !app_stage_has_window(app)};
    break_screen(ui, app_agenda(app, ui_arena(ui)), &stage, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    stage_break(ui, app_agenda(app, ui_arena(ui)));
}

const struct app_step app_step_break = {.console = console, .stage = stage};
