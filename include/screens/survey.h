#ifndef SCREENS_SURVEY_H
#define SCREENS_SURVEY_H
/*
 * The survey of the room by show of hands, one question at a time: the stage
 * shows it large, the console takes five counts. Part of the page for Monday
 * and of the follow-up.
 *
 *   survey_begin(&m);
 *   survey_part(ui, &view, &m, r, &wishes);     in the room r of a page, as high as survey_height() says
 *   survey_wide(ui, &view, &m, r, &wishes);     the same side by side, in any height: it scrolls by itself
 *   stage_survey(ui, &view, &m, label);         label: at the top right, ""
 *   survey_end(&m);
 *
 * Numbers are typed: Tab to the next, Enter counts all five and goes on to
 * the next question. What was typed and not counted goes with its question.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_survey.h"

enum { SURVEY_DIGITS = 3 };
struct survey_memory {
    int question;                        /* shown; the row count: all of them together */
    int filled;                          /* question whose hands stand in the fields, -1: none yet */
    struct ui_edit hands[SURVEY_STEPS];
};
void survey_begin(struct survey_memory *m);
void survey_end(struct survey_memory *m);
void survey_part(struct ui *ui, const struct view_survey *view, struct survey_memory *m, struct rect r, struct wishes *wishes);
void survey_wide(struct ui *ui, const struct view_survey *view, struct survey_memory *m, struct rect r, struct wishes *wishes);
float survey_height(struct ui *ui, const struct view_survey *view, const struct survey_memory *m, float width);
void stage_survey(struct ui *ui, const struct view_survey *view, const struct survey_memory *m, const char *label);
#endif
