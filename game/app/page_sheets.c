/* What the observers of a round marked on their sheets. */
#include "app/app.h"

#include <string.h>

void app_sheets_open(struct app *app)
{
    if (!app->sheets.begun) observers_begin(&app->sheets.memory);
    app->sheets.begun = 1;
    observers_open(&app->sheets.memory);
}

void app_sheets_show(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct view_observers view;
    if (!app->sheets.begun || !app->sheets.memory.open) return;
    view_observers_build(ui_arena(ui), app->session, &view);
    observers_dialog(ui, &view, &app->sheets.memory, wishes);
}

void app_sheets_keep(struct app *app)
{
    struct sim_command command;
    while (observers_next(&app->sheets.memory, &command)) app_submit(app, &command, NULL);
}

void app_sheets_end(struct app *app)
{
    if (app->sheets.begun) observers_end(&app->sheets.memory);
    memset(&app->sheets, 0, sizeof app->sheets);
}
