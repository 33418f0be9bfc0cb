#ifndef SCREENS_START_H
#define SCREENS_START_H
/*
 * The first page: go on with what was left, choose a story, settings, quit.
 *
 *   struct start_memory m = {0};           muted, motion: kept up to date by the app
 *   start_screen(ui, &view, &m, &wishes);
 *   start_end(&m);
 *
 * Wishes NEW (path of a pack), PRACTISE, COMPARE, OPEN (path of a session), THEME ("console"),
 * SCALE, MUTE, MOTION and QUIT. The theme shown is that of the ui.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_lists.h"

struct start_memory {
    int muted, motion;              /* 1: no sound; 1: small motion is on */
    int scale;                      /* text size as chosen, percent */
    struct ui_edit search;          /* among the sessions, where there are many */
    int listed;                     /* sessions that were asked for beyond START_LISTED */
};
enum { START_LISTED = 50, START_SEARCH_FROM = 9 };   /* sessions shown at first; from how many on there is a search */
void start_end(struct start_memory *memory);
void start_screen(struct ui *ui, const struct view_start *view, struct start_memory *memory, struct wishes *wishes);
#endif
