#ifndef SCREENS_FOLLOWUP_H
#define SCREENS_FOLLOWUP_H
/*
 * The follow-up 30, 60 or 90 days after a workshop, on its own file: one
 * action after the other is asked for, a short survey compares with the last
 * day, and the report is written again.
 *
 *   followup_begin(&m);
 *   followup_screen(ui, &view, &survey, &m, &wishes);   console, each run
 *   stage_followup(ui, &view, &survey, &m);             stage
 *   followup_end(&m);
 *
 * followup_part(&m, &view) says for which of the follow-ups the survey's view
 * is to be built. A digit answers and goes on to the next. Nothing is scored:
 * what was not kept is asked about, nobody is asked to justify it.
 * Wishes COMMAND (FOLLOW_UP, TALLY), REPORT, COMPARE, BACK, BLANK and STAGE_PANE.
 */
#include "screens/survey.h"
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_monday.h"

enum followup_page { FOLLOWUP_ACTIONS, FOLLOWUP_SURVEY, FOLLOWUP_REPORT, FOLLOWUP_PAGES };
struct followup_memory {
    enum followup_page page;
    int chosen;                     /* 0 to 2: the facilitator chose 30, 60 or 90 days; -1: as the calendar says */
    int action;                     /* index in view.actions; the action count: all were asked for */
    struct ui_edit note;
    struct survey_memory survey;
    int begun;
    int stage_blank, one_display;   /* set by the app, shown on the buttons */
    const char *report_path;        /* set by the app: where it lies, "" not written yet */
    const char *written;            /* set by the app: when, and how often */
    const char *problem;            /* why not, "" */
};
void followup_begin(struct followup_memory *m);
void followup_end(struct followup_memory *m);
int followup_part(const struct followup_memory *m, const struct view_monday *view);
void followup_screen(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, struct followup_memory *m,
                     struct wishes *wishes);
void stage_followup(struct ui *ui, const struct view_monday *view, const struct view_survey *survey, const struct followup_memory *m);
#endif
