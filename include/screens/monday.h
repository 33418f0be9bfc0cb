#ifndef SCREENS_MONDAY_H
#define SCREENS_MONDAY_H
/*
 * Monday: first the room's own survey, then what each person will do, "when
 * X, I will Y", who and by when; the manager writes the first. The stage
 * shows the actions growing.
 *
 *   monday_begin(&m);
 *   monday_screen(ui, &view, &survey, &m, &wishes);    console, each run
 *   stage_monday(ui, &view, &survey, &m);              stage
 *   monday_end(&m);
 *
 * An action is two typed lines and Enter: who is next is offered by itself.
 * Everything that is chosen has a key that works while a line is typed.
 * Wishes COMMAND (MONDAY, TALLY), BACK, BLANK and STAGE_PANE.
 */
#include "screens/survey.h"
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_monday.h"

enum { MONDAY_LINE = 90 };   /* characters of a half of an action: the back row reads four of them */
enum monday_part { MONDAY_SURVEY, MONDAY_ACTIONS };
struct monday_memory {
    enum monday_part part;
    struct survey_memory survey;
    struct ui_edit when, will;
    int32_t slot;                   /* being changed, NOBODY: a new one */
    int person;                     /* index in view.people */
    int days;                       /* index of the choices */
    int named;                      /* the report may name who it is */
    int begun;                      /* the first person was chosen, the first field has the focus */
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
};
void monday_begin(struct monday_memory *m);
void monday_end(struct monday_memory *m);
void monday_screen(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, struct monday_memory *m,
                   struct wishes *wishes);
void stage_monday(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, const struct monday_memory *m);
#endif
