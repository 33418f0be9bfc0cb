#ifndef APP_APP_EDITING_H
#define APP_APP_EDITING_H
/*
 * The page on which the report of a finished session is edited: its document
 * with the edits so far, built anew whenever the session has changed.
 *
 *   app_editing_open(app)             on WISH_EDIT_REPORT 1; turns to PAGE_EDIT
 *   app_editing_show(app, ui, w)      each run of that page
 *   app_editing_undo(app)             on WISH_UNDO there: the last edit, nothing else
 *   app_editing_close(app)            back to the page it was opened from
 *   app_editing_end(app)              the session is about to close; fine when it never opened
 */
#include "base/arena.h"
#include "screens/editing.h"

struct app;

struct app_editing {
    struct arena arena;             /* the document and its list */
    struct view_editing view;
    struct editing_memory memory;
    int begun, from;                /* from: enum app_page */
    int32_t events, course, names;  /* of the session and the settings when it was built */
};

void app_editing_open(struct app *app);
void app_editing_show(struct app *app, struct ui *ui, struct wishes *wishes);
void app_editing_undo(struct app *app);
void app_editing_close(struct app *app);
void app_editing_end(struct app *app);
#endif
