#ifndef APP_APP_STEPS_H
#define APP_APP_STEPS_H
/*
 * The workshop's steps (model/agenda.h) and their pages. While the workshop
 * stands at a step (state.step), the page PAGE_STEP shows the screens of that
 * step's kind; a running round has the page PAGE_ROUND. Sessions that never
 * stepped go from round to round without.
 *
 * One row per kind, in app_steps.c; a kind has its functions in a file of its
 * own (step_<kind>.c) and its memory here. NULL functions are left out.
 *
 *   begin     the workshop comes to such a step, or its session is opened there
 *   build     makes the view, into app->steps.arena; the arena is empty then.
 *             Called before console or stage whenever the course has changed
 *   console   one run of the console's screen, below the strip of the agenda
 *             (page_begin() knows the room)
 *   stage     one run of the stage
 *   end       the step is left, or its session closed: releases what begin took
 *
 * Changes go through wishes alone. WISH_STEP goes to a step, WISH_NEXT_ROUND
 * starts the round that is due, WISH_EXTEND gives the step minutes.
 */
#include "base/arena.h"
#include "model/agenda.h"
#include "screens/agenda.h"
#include "screens/agreement.h"
#include "screens/cards.h"
#include "screens/charter.h"
#include "screens/learning.h"
#include "screens/monday.h"
#include "screens/improve.h"
#include "screens/paper.h"
#include "screens/verdict.h"
#include "view/view_agenda.h"

struct app;
struct ui;

struct app_step {
    void (*begin)(struct app *app);
    void (*build)(struct app *app);
    void (*console)(struct app *app, struct ui *ui, struct wishes *wishes);
    void (*stage)(struct app *app, struct ui *ui);
    void (*end)(struct app *app);
};

struct app_steps {
    struct agenda agenda;                  /* of the open session */
    int32_t shown;                         /* enum agenda_kind whose begin ran last, NOBODY */
    int32_t shown_step;                    /* the step it ran for */
    struct arena arena;                    /* the view of the step */
    int stale;                             /* the view is to be built anew */
    int32_t events, course;                /* of the session, when it was built */
    struct agenda_memory strip;
    int agreeing;                          /* before the first step: what was agreed is on the stage */
    struct agreement_memory agreement;
    uint64_t agreement_seen;               /* hash of what was typed, as last seen, and for how many frames it has stood so */
    int agreement_still;
    char topics[800];                      /* that stay out of the story, in a sentence; "" none */
    /* what the kinds remember, a member each */
    struct view_cards cards_view;
    struct cards_memory cards;
    struct view_charter charter_view;
    struct charter_memory charter;
    struct view_learning learning;
    struct learning_memory learning_memory;
    struct view_paper paper;
    struct paper_memory paper_memory;
    struct view_improve *improve;          /* in the arena */
    struct improve_memory improve_memory;
    struct view_monday monday;
    struct view_survey monday_survey;
    struct monday_memory monday_memory;
    struct view_verdict verdict;
    struct verdict_memory verdict_memory;
};

/* Is the workshop at a step? 0 for a session that goes from round to round. */
int app_stepping(const struct app *app);
/* Kind of the page that is shown: LEARNING too while a round has stopped to learn; NOBODY without steps. */
int32_t app_step_kind(const struct app *app);
/* Goes to a step: ends the round that runs, starts the one the step is about, finishes the session where the verdict falls. */
void app_step_go(struct app *app, int32_t step);
/* The room has agreed: what it changed is kept, and the first step follows. */
void app_agreed(struct app *app);
/* What is typed into the agreement goes into the session file as it stands. */
void app_agreement_keep(struct app *app);
/* Minutes more, or fewer, for the step the workshop is at. */
void app_step_extend(struct app *app, int32_t minutes);
/* Starts the round that the present step, or the one after it, is about. */
void app_step_round(struct app *app);
/* After the session was opened, or something was submitted: begin and end follow state.step. */
void app_steps_follow(struct app *app);
/* The session is about to close. */
void app_steps_end(struct app *app);

void app_step_console(struct app *app, struct ui *ui, struct wishes *wishes);
void app_step_stage(struct app *app, struct ui *ui);
/* What the session came to: of the last step, and of a session without steps. */
void app_end_console(struct app *app, struct ui *ui, struct wishes *wishes);
/* Milliseconds since 1970, of the clock on the wall. */
int64_t app_wall(const struct app *app);
/* The second and the minute of the day it shows. */
int app_second(const struct app *app);
int app_minute(const struct app *app);
/* What the strip of the agenda says now. */
const struct view_agenda *app_agenda(struct app *app, struct arena *arena);

/* The rows, each in its file. */
extern const struct app_step app_step_between;   /* warm-up, briefing and round; and a kind without a page of its own */
extern const struct app_step app_step_cards;
extern const struct app_step app_step_charter;
extern const struct app_step app_step_break;
extern const struct app_step app_step_learning;
extern const struct app_step app_step_improve;
extern const struct app_step app_step_paper;
extern const struct app_step app_step_verdict;
extern const struct app_step app_step_monday;
extern const struct app_step app_step_report;
#endif
