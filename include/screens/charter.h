#ifndef SCREENS_CHARTER_H
#define SCREENS_CHARTER_H
/*
 * The charter: lines that somebody walking past could see, picked from what
 * the game can check or written in the room's own words. A slogan is met with
 * the question that makes it visible; the room may keep it all the same.
 *
 *   charter_memory_begin(&m);
 *   charter_screen(ui, &view, &m, &wishes);
 *   charter_tick(&m, milliseconds);        before it, of a clock that never stands at 0
 *   stage_charter(ui, &view, &m);
 *   charter_memory_end(&m);
 *
 * A key picks a behaviour, again takes it off; N writes a line; Enter on a
 * line changes it. A sheet too long to be read at once is shown in two halves,
 * which turn by themselves. Wishes COMMAND (charter), BACK, BLANK and STAGE_PANE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_charter.h"

struct charter_memory {
    struct ui_edit words;
    int32_t slot;                           /* of the line that is changed, NOBODY: a new one */
    enum charter_sight sight;               /* what the line was asked for; SEEN: nothing */
    char word[64];                          /* ABSTRACT: the word for a value */
    int asked;                              /* the question has just come up */
    int tying;                              /* it is asked who will notice */
    int turns;                              /* of the sheet on the stage so far */
    int64_t stood;                          /* milliseconds since the last one */
    uint64_t clock;                         /* of the last tick, 0 none */
    int stage_blank, one_display;           /* set by the app, shown on the buttons */
};
void charter_memory_begin(struct charter_memory *m);
void charter_memory_end(struct charter_memory *m);

void charter_screen(struct ui *ui, const struct view_charter *view, struct charter_memory *m, struct wishes *wishes);
void charter_tick(struct charter_memory *m, uint64_t clock_ms);
void stage_charter(struct ui *ui, const struct view_charter *view, const struct charter_memory *m);
#endif
