#ifndef SCREENS_START_H
#define SCREENS_START_H
/*
 * The first page: go on with what was left, choose a story, settings, quit.
 *
 *   struct start_memory m = {0};           muted, motion: kept up to date by the app
 *   start_screen(ui, &view, &m, &wishes);
 *
 * Wishes NEW (path of a pack), PRACTISE, OPEN (path of a session), THEME ("console"),
 * SCALE, MUTE, MOTION and QUIT. The theme shown is that of the ui.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_lists.h"

struct start_memory {
    int muted, motion;              /* 1: no sound; 1: small motion is on */
    int scale;                      /* text size as chosen, percent */
};
void start_screen(struct ui *ui, const struct view_start *view, struct start_memory *memory, struct wishes *wishes);
#endif
