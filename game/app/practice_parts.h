#ifndef APP_PRACTICE_PARTS_H
#define APP_PRACTICE_PARTS_H
/* What the files of practising alone share. */
#include "app/app.h"
#include "assess/feedback.h"
#include "players/practice.h"
#include "screens/desk.h"
#include "view/view_desk.h"

enum practice_page { PRACTICE_CHOOSES, PRACTICE_PLAYS, PRACTICE_RESULT };

struct app_practice {
    enum practice_page page;
    struct desk_begin_memory begin;
    struct desk_memory desk;
    struct desk_end_memory end;

    /* whoever plays the business, and whoever gives feedback, have read so many events */
    struct sim_state *state;
    struct practice business;
    struct feedback_watch watch;
    int32_t seen;

    struct arena told;                     /* the feedback that is shown */
    struct desk_feedback feedback;
    struct desk_moment again;              /* where another try begins after it */
    int has_feedback;

    int64_t owed;                          /* real milliseconds not yet turned into fictional seconds */
    int32_t until, news_from;              /* second at which time stands again at the latest; events when it began to pass */

    struct arena result_arena;
    struct view_desk_end result;
    struct session *first;                 /* the try that this one is another of, NULL */
    int result_built;
};

struct app_practice *practice_of(struct app *app);     /* makes it on the first call */

/* --- practice_clock.c --- */
/* Reads what happened, lets the business answer, gives feedback when it is due. */
void practice_follow(struct app *app);
/* The business begins anew; what is stored is read again, and nothing of it told again. */
void practice_read_again(struct app *app);
void practice_wait(struct app *app, enum desk_wait how);
/* An act, as the desk wished it. */
void practice_act(struct app *app, const struct wish *w);
int practice_is_over(const struct app *app);

/* --- practice_begin.c --- */
void practice_create(struct app *app);
/* Starts a round of the practice, with nothing in it that is not practised. */
void practice_start_round(struct app *app, round_id round);
/* The round, and what comes after it, ends: the result. */
void practice_finish(struct app *app);
void practice_try_again(struct app *app, int32_t index);
#endif
