#ifndef APP_APP_COMPARE_H
#define APP_APP_COMPARE_H
/*
 * The page that compares the teams of the sessions' folder over time. It is
 * asked for on the start page, and at a follow-up, to which it leads back.
 * What the folder's index does not know is read a little with each turn of the
 * loop, so that the window stays awake.
 *
 *   app_compare_begin(app, team)       "": the team whose session is open, else the one that played last
 *   app_compare_pass(app)              with each turn of the loop
 *   app_compare_console(app, ui, wishes)
 *   app_compare_leave(app)
 *   app_compare_end(app)               fine when it never began
 */
#include "app/folder.h"
#include "screens/compare.h"

struct app;

struct app_compare {
    int begun;
    struct compare_memory memory;
    struct folder folder;
    struct arena arena;                 /* the teams and the view */
    struct compare_session *sessions; size_t session_count;
    struct compare_team *teams; size_t team_count;
    struct view_compare view;
    char team[256];                     /* the one that shows, "" none */
    char written[2300], problem[2300];
};

void app_compare_begin(struct app *app, const char *team);
void app_compare_pass(struct app *app);
int app_compare_reads(const struct app *app);
void app_compare_console(struct app *app, struct ui *ui, struct wishes *wishes);
void app_compare_write(struct app *app);
void app_compare_leave(struct app *app);
void app_compare_end(struct app *app);
#endif
