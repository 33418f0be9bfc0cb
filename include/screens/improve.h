#ifndef SCREENS_IMPROVE_H
#define SCREENS_IMPROVE_H
/*
 * Between two rounds: what to improve, the root cause, who speaks for whom,
 * conditions of satisfaction, complaints, the performance board and what there
 * is to celebrate. The console drives, the stage shows the same part.
 *
 *   improve_memory_begin(&m);
 *   improve_screen(ui, &view, &m, &wishes);     console, each run
 *   stage_improve(ui, &view, &m, now_ms);       stage; m.moving: paint again soon
 *   improve_memory_end(&m);
 *
 * Letters go from part to part, digits pick within one, Enter does what the
 * large button says. Wishes COMMAND (tally, improve, ambassador), BACK, BLANK
 * and STAGE_PANE.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_improve.h"

enum improve_part { PART_CHOOSE, PART_CAUSE, PART_SPEAK, PART_FORMS, PART_LEDGER, PART_BOARD, PART_COUNT };
struct improve_memory {
    enum improve_part part;
    int offer, cause, spine, customer, feat;    /* picked in their lists; spine -1: none yet */
    int celebrating;                            /* the feat is on the stage, or what was typed */
    struct ui_edit own;                         /* what to celebrate in the room's own words; not kept in the session */
    int in_own_words;                           /* that is picked, and not a feat */
    int stage_blank, one_display;               /* set by the app, shown on the buttons */
    int motion;                                 /* set by the app: 0 shows the light at once */
    int started, moving;                        /* of the celebration: see stage_improve */
    uint64_t since_ms;
};
void improve_memory_begin(struct improve_memory *m);
void improve_memory_end(struct improve_memory *m);
/* Is there something picked to celebrate? */
int improve_has_feat(const struct view_improve *view, const struct improve_memory *m);
void improve_screen(struct ui *ui, const struct view_improve *view, struct improve_memory *m, struct wishes *wishes);
void stage_improve(struct ui *ui, const struct view_improve *view, struct improve_memory *m, uint64_t now_ms);
#endif
