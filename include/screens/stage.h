#ifndef SCREENS_STAGE_H
#define SCREENS_STAGE_H
/*
 * The projector. Read from the back of the room: text from 32 pixels at
 * 1920x1080, 40 where the room must act; about 90 words. Nothing to click.
 *
 *   stage_screen(ui, &view, &memory)       during a round
 *   stage_blank(ui)                        F6: nothing but the background
 *
 * The memory carries what moves: each customer's light and size glide to
 * their new value within a third of a second of real time.
 */
#include "ui/ui.h"
#include "view/view_stage.h"

struct stage_memory {
    float light[LIMIT_CUSTOMERS];      /* shown now, 0 to 1 */
    int started, motion;               /* motion 0: jumps instead of gliding */
    uint64_t last_ms;
    int moving;                        /* 1 while something glides: paint again soon */
};
void stage_screen(struct ui *ui, const struct view_stage *view, struct stage_memory *m, uint64_t now_ms);
void stage_blank(struct ui *ui);
#endif
