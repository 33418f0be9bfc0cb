#ifndef SCREENS_SETTINGS_H
#define SCREENS_SETTINGS_H
/*
 * What a facilitator may want to change while people wait: how both windows
 * look, how large the words are, what is heard, what the stage shows. A
 * dialog over any page of a session (F7).
 *
 *   settings_dialog(ui, &chosen, &wishes);      while it is open, last of all
 *
 * Wishes THEME, SCALE, MUTE, MOTION, FULL, SHOW and SETTINGS (which closes it).
 */
#include "screens/wish.h"
#include "ui/ui.h"

struct settings_chosen {
    enum theme console, stage;
    int scale;                          /* percent */
    int muted, motion, full;            /* full: the stage fills its display */
    int show_promises, show_scores, names;
};
void settings_dialog(struct ui *ui, const struct settings_chosen *chosen, struct wishes *wishes);
#endif
