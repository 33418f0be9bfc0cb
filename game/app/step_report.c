/* The last step: what the session came to, and where the report lies. */
#include "app/app.h"

#include <stdlib.h>

/* Where it lies on this computer, wherever the program was started from; as it was given when that cannot be told. */
static const char *whole_path(struct arena *arena, const char *path)
{
    char *real = path[0] ? realpath(path, NULL) : NULL;
    const char *whole = real ? arena_dup(arena, real) : path;
    free(real);
    return whole;
}

void app_end_console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct session_end end = {.session_path = whole_path(ui_arena(ui), app->session_path),
                              .report_path = whole_path(ui_arena(ui), app->report_path),
                              .problem = app->notice_bad ? app->notice : "",
                              .names = app->settings.names,
                              .written = app->report_written,
                              .editable = !session_read_only(app->session) && session_setup(app->session)->alone == ALONE_NOT};
    session_end_screen(ui, app_between(app), &end, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    stage_between(ui, app_between(app), 0);
}

const struct app_step app_step_report = {.console = app_end_console, .stage = stage};
