#ifndef SCREENS_OBSERVERS_H
#define SCREENS_OBSERVERS_H
/*
 * A dialog at a round's end: the observers' sheets, one table after the
 * other, as they lie on the desk. Numbers are typed, Tab goes on, Enter keeps
 * the sheet and takes the next.
 *
 *   observers_begin(&m);
 *   observers_open(&m);
 *   observers_dialog(ui, &view, &m, &wishes);        each run while m.open, after the page
 *   while (observers_next(&m, &command)) ...         on WISH_SHEET: what the sheet says, one observation each
 *   observers_end(&m);
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_observers.h"

enum { OBSERVERS_TIMES = 20 };   /* of one marker on one sheet */
struct observers_memory {
    int open, row, filled;                    /* filled: the row whose fields are empty and ready, -1 */
    struct ui_edit times[OBSERVERS_MARKERS];
    int32_t member, left[OBSERVERS_MARKERS];  /* of the sheet that was kept: still to be recorded */
};
void observers_begin(struct observers_memory *m);
void observers_end(struct observers_memory *m);
void observers_open(struct observers_memory *m);
void observers_dialog(struct ui *ui, const struct view_observers *view, struct observers_memory *m, struct wishes *wishes);
int observers_next(struct observers_memory *m, struct sim_command *command);
#endif
