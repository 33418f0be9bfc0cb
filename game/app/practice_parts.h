#ifndef APP_PRACTICE_PARTS_H
#define APP_PRACTICE_PARTS_H
/* What the files of practising alone share. */
#include "app/app.h"
#include "assess/feedback.h"
#include "players/practice.h"
#include "screens/desk.h"
#include "view/view_desk.h"

enum practice_page { PRACTICE_CHOOSES, PRACTICE_PLAYS, PRACTICE_PAPER, PRACTICE_RESULT, PRACTICE_IMPROVES };
enum { PRACTICE_SETTLED = 24 };

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
    /* moments that came out since feedback was given, each once, the last at the end */
    struct moment_key settled[PRACTICE_SETTLED];
    int settled_count;
    int32_t fed_back;                      /* events when feedback was given last */
    int32_t breath_at, breath_from;        /* second and events when the sentence began that is being said */
    customer_id with;                      /* whom it is said to */
    int spoken;                            /* it is words to somebody */

    struct arena told;                     /* the feedback that is shown */
    struct desk_feedback feedback;
    struct desk_moment again;              /* where another try begins after it */
    int has_feedback;

    struct arena stood_arena;              /* what is said when time stands again */
    struct desk_stood stood;
    int has_stood;
    int32_t stood_from;                    /* second at which time began to pass */

    int64_t owed;                          /* real milliseconds not yet turned into fictional seconds */
    int32_t until, news_from;              /* second at which time stands again at the latest; events when it began to pass */

    struct arena between_arena;            /* the front page; what may be improved */
    struct view_paper paper;
    struct view_improve *improve;
    struct desk_improve_memory improving;

    struct arena result_arena;
    struct view_desk_end result;
    struct session *first;                 /* the try that this one is another of, NULL */
    int result_built;
};

struct app_practice *practice_of(struct app *app);     /* makes it on the first call */

/* --- practice_clock.c --- */
/* Reads what happened, lets the business answer, gives feedback when it is due. */
void practice_follow(struct app *app);
/* The same without feedback: more of the same breath comes. */
void practice_answer(struct app *app);
/* The business begins anew; what is stored is read again, and nothing of it told again. */
void practice_read_again(struct app *app);
void practice_wait(struct app *app, enum desk_wait how);
void practice_forget_stood(struct app_practice *p);
int practice_is_over(const struct app *app);

/* --- practice_act.c --- */
/* An act, as the desk wished it; feedback comes when the whole sentence was said. */
void practice_act(struct app *app, const struct wish *w);

/* --- practice_feedback.c --- */
/* Notes a moment that came out. */
void practice_settled(struct app_practice *p, const struct sim_event *e);
/* Feedback on all that came out since the last. */
void practice_feed_back(struct app *app);
void practice_forget_feedback(struct app_practice *p);

/* --- practice_begin.c --- */
void practice_create(struct app *app);
/* Starts a round of the practice, with nothing in it that is not practised. */
void practice_start_round(struct app *app, round_id round);
/* The round, and what comes after it, ends: the result. */
void practice_finish(struct app *app);
void practice_try_again(struct app *app, int32_t index);

/* --- practice_between.c --- */
/* A round is over: its front page, where the pack has one, else how it went. */
void practice_round_over(struct app *app);
/* From how it went to what is improved, and on to the next round. */
void practice_go_on(struct app *app);
/* Something was chosen or taken back. */
void practice_improve(struct app *app, const struct wish *w);
/* One run of the page. */
void practice_between_show(struct app *app, struct ui *ui, struct wishes *wishes);
#endif
