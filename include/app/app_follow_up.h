#ifndef APP_APP_FOLLOW_UP_H
#define APP_APP_FOLLOW_UP_H
/*
 * The follow-up of a finished session: a page of its own beside the agenda,
 * on the same file.
 *
 *   app_follow_up_begin(app)          a finished session is open; turns to PAGE_FOLLOW_UP
 *   app_follow_up_console(app, ui, wishes)
 *   app_follow_up_stage(app, ui)
 *   app_follow_up_end(app)            its session is about to close; fine when it never began
 */
#include "base/arena.h"
#include "screens/followup.h"

struct app;

struct app_follow_up {
    int begun;
    struct followup_memory memory;
    struct arena arena;                /* the views, built when the course changed */
    struct view_monday monday;
    struct view_survey survey;
    int32_t events, course;            /* of the session, when they were built */
    int part;                          /* 0 to 2: 30, 60, 90 days */
};

void app_follow_up_begin(struct app *app);
void app_follow_up_console(struct app *app, struct ui *ui, struct wishes *wishes);
void app_follow_up_stage(struct app *app, struct ui *ui);
void app_follow_up_end(struct app *app);
#endif
