#ifndef SCREENS_VERDICT_H
#define SCREENS_VERDICT_H
/*
 * The verdict, revealed step by step: the vote, what each customer says, the
 * decision, what we saw today. The console has it all; the stage follows.
 *
 *   verdict_memory_begin(&m);
 *   verdict_screen(ui, &view, &m, &wishes);   console, each run
 *   stage_verdict(ui, &view, &m);             stage
 *
 * Enter goes on, digits go to a step. Wishes BACK, BLANK and STAGE_PANE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_verdict.h"

enum verdict_part { VERDICT_VOTE, VERDICT_SAY, VERDICT_DECISION, VERDICT_SAW, VERDICT_PARTS };
struct verdict_memory {
    enum verdict_part part;         /* on the stage */
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
};
void verdict_memory_begin(struct verdict_memory *m);
void verdict_screen(struct ui *ui, const struct view_verdict *view, struct verdict_memory *m, struct wishes *wishes);
void stage_verdict(struct ui *ui, const struct view_verdict *view, const struct verdict_memory *m);
#endif
