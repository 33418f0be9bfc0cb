#ifndef SCREENS_EDITING_H
#define SCREENS_EDITING_H
/*
 * Editing the report: its parts as a list, beside them the chosen part as it
 * will stand with the evidence that it rests on.
 *
 *   editing_begin(&m);
 *   editing_screen(ui, &view, &m, &wishes);      console, each run
 *   editing_end(&m);
 *
 * Every edit is a wish COMMAND (SIM_CMD_EDIT_REPORT), so that what shows is
 * stored. Other wishes: UNDO takes back the last edit, REPORT writes the
 * report, EDIT_REPORT (number 0) leaves the page. What was typed and not kept
 * is there again when the same form is opened for the same part.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_editing.h"

enum editing_form { EDITING_NO_FORM, EDITING_CHANGE, EDITING_ADD, EDITING_ADD_SECTION, EDITING_WRITE_WORD };

enum { EDITING_TITLE_MOST = 120 }; /* characters of a heading */

struct editing_memory {
    int chosen;                     /* place in the view's parts; behind them in what is told no more */
    int32_t key;                    /* of the chosen part, which may move to another place */
    int begun, edits;               /* of the view when last run: what was just added is chosen by itself */
    enum editing_form form;
    struct ui_edit title, words;
    enum editing_form draft;        /* what words were typed for and not kept */
    int32_t draft_key;
    /* set by the app */
    const char *team, *report_path, *written, *problem; /* "" none */
    int can_undo, one_display, stage_blank;
};
void editing_begin(struct editing_memory *m);
void editing_end(struct editing_memory *m);

void editing_screen(struct ui *ui, const struct view_editing *view, struct editing_memory *m, struct wishes *wishes);
#endif
