#ifndef SCREENS_LEAVE_H
#define SCREENS_LEAVE_H
/*
 * Leaving a workshop for the start page asks first: a stray Esc does not throw
 * anybody out before a room full of people. One dialog for every page.
 *
 *   if (m.open) leave_ask(ui, &m, &wishes);      last of all
 *
 * Wishes LEAVE, or closes itself by m->open. The words are taken over from the
 * app each time and need last no longer than the run.
 */
#include "screens/wish.h"
#include "ui/ui.h"

struct leave_memory {
    int open;                      /* it is asked */
    const char *team;              /* whose session it is */
    int running, finished;         /* a round runs; the session is over */
};
void leave_ask(struct ui *ui, struct leave_memory *m, struct wishes *wishes);
#endif
