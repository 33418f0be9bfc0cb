#ifndef APP_APP_SHEETS_H
#define APP_APP_SHEETS_H
/*
 * The observers' sheets, a dialog over the page of a round's end.
 *
 *   app_sheets_open(app)            on WISH_SHEETS
 *   app_sheets_show(app, ui, w)     each run, after the page; nothing while it is closed
 *   app_sheets_keep(app)            on WISH_SHEET: records what the sheet says
 *   app_sheets_end(app)             the session is about to close; fine when it never opened
 */
#include "screens/observers.h"

struct app;

struct app_sheets { int begun; struct observers_memory memory; };

void app_sheets_open(struct app *app);
void app_sheets_show(struct app *app, struct ui *ui, struct wishes *wishes);
void app_sheets_keep(struct app *app);
void app_sheets_end(struct app *app);
#endif
