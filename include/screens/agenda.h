#ifndef SCREENS_AGENDA_H
#define SCREENS_AGENDA_H
/*
 * The agenda on the console: a strip at the foot of every page between rounds,
 * and all steps in a dialog (F5), in rounds too.
 *
 *   agenda_strip(ui, &view, &m, &wishes);    first; takes its height off ui_room()
 *   ... the page ...
 *   agenda_dialogs(ui, &view, &m, &wishes);  last
 *
 * Wishes STEP and EXTEND. Leaving a round asks first.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_agenda.h"

struct agenda_memory {
    int open;                        /* all steps are shown */
    int leaving;                     /* 1 + the step to go to when the round was confirmed to end, 0: not asked */
};

void agenda_strip(struct ui *ui, const struct view_agenda *view, struct agenda_memory *m, struct wishes *wishes);
void agenda_dialogs(struct ui *ui, const struct view_agenda *view, struct agenda_memory *m, struct wishes *wishes);

/* The break: when it goes on, on both windows. */
struct break_stage { int blank, one_display; };   /* set by the app, shown on the buttons */
void break_screen(struct ui *ui, const struct view_agenda *view, const struct break_stage *stage, struct wishes *wishes);
void stage_break(struct ui *ui, const struct view_agenda *view);
#endif
