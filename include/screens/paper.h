#ifndef SCREENS_PAPER_H
#define SCREENS_PAPER_H
/*
 * The front page after a round: on the stage a newspaper, on the console the
 * same, small, with what to ask the room.
 *
 *   paper_memory_begin(&m);
 *   paper_screen(ui, &view, &m, &wishes);    console, each run
 *   stage_paper(ui, &view, &m);              stage
 *
 * The headline comes alone; Enter shows the rest. Wishes BACK, BLANK and
 * STAGE_PANE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_paper.h"

struct paper_memory {
    int whole;                      /* the pieces are shown as well */
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
};
void paper_memory_begin(struct paper_memory *m);
void paper_screen(struct ui *ui, const struct view_paper *view, struct paper_memory *m, struct wishes *wishes);
void stage_paper(struct ui *ui, const struct view_paper *view, const struct paper_memory *m);
#endif
