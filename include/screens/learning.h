#ifndef SCREENS_LEARNING_H
#define SCREENS_LEARNING_H
/*
 * The learning moment: console drives, stage follows.
 *
 *   learning_begin(&m, minutes);                     the discussion timer runs at once
 *   learning_tick(&m, clock_ms);                     before each run: real milliseconds, any origin
 *   learning_screen(ui, &view, &m, &wishes);         console
 *   stage_learning(ui, &view, &m);                   stage
 *   learning_moving(&m)                              1: the replay glides, paint again soon
 *   learning_end(&m);
 *
 * Four parts in this order: what happened, with the tables marking what they
 * had promised; what is disputed; the pattern, shown to the room by a key of
 * its own; commitments. No verdict is on the stage before the third, and none
 * on the first part of the console. In the middle of a round the second is
 * left out, and so is the marking.
 *
 * Wishes: COMMAND (MARK, DISPUTE, OVERRULE, TALLY, COMMIT, LEARN), BACK, BLANK
 * and STAGE_PANE. The pattern shown first is noted in the log by LEARN; in the
 * middle of a round LEARN off leads back to play.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_learning.h"

enum learning_part { LEARNING_HAPPENED, LEARNING_DISPUTED, LEARNING_PATTERN, LEARNING_COMMIT, LEARNING_PART_COUNT };
enum learning_dialog { LEARNING_NO_DIALOG, LEARNING_OVERRULING, LEARNING_COUNTING, LEARNING_WORDING };

struct learning_memory {
    enum learning_part part;
    int revealed;                    /* the room sees the pattern */
    int pattern, highlight;          /* which is looked at; its evidence picked, -1 */
    int64_t replay;                  /* milliseconds into the replay, -1: none */
    int charter_on_stage;            /* in the first part: the room sees what it had promised */
    int table, pledge;               /* whose mark is next, on what */
    int all_verdicts, verdict;       /* also those that nobody disputes; the one picked, index in the view, -1 */
    int candidate;                   /* picked row, -1 */
    enum learning_dialog dialog;
    int outcome;                     /* chosen in the overrule dialog, -1 */
    int32_t aim; struct moment_key key;   /* what is overruled */
    int counting;                    /* candidate whose hands are counted */
    int32_t slot, behaviour, member; /* of the words being written; slot NOBODY: new */
    struct ui_edit reason, hands, words;
    int64_t left;                    /* milliseconds of discussion; negative: over */
    int running;
    uint64_t clock;
    int motion, stage_blank, one_display;   /* set by the app */
};

void learning_begin(struct learning_memory *m, int minutes);
void learning_end(struct learning_memory *m);
void learning_tick(struct learning_memory *m, uint64_t clock_ms);
int learning_moving(const struct learning_memory *m);
void learning_screen(struct ui *ui, const struct view_learning *view, struct learning_memory *m, struct wishes *wishes);
void stage_learning(struct ui *ui, const struct view_learning *view, const struct learning_memory *m);
#endif
