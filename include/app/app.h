#ifndef APP_APP_H
#define APP_APP_H
/*
 * The running program: windows, the page that is shown, the session, and the
 * clock that turns real milliseconds into fictional seconds. The loop, the
 * script runner and the demonstration all drive it through these calls, so
 * that what is tested is what people use.
 *
 *   app_open(&app, &options, &message)
 *   app_input(app, WINDOW_CONSOLE, &input)    one input through the real screens
 *   app_pass(app, milliseconds)               real time goes by
 *   app_paint(app)                            what changed, on both windows
 *   app_run(app)                              events until quit
 *   app_close(app)
 */
#include "app/app_compare.h"
#include "app/app_editing.h"
#include "app/app_follow_up.h"
#include "app/app_practice.h"
#include "app/app_sheets.h"
#include "app/app_steps.h"
#include "app/data.h"
#include "base/str.h"
#include "app/settings.h"
#include "gfx/gfx.h"
#include "screens/console.h"
#include "screens/leave.h"
#include "screens/problem.h"
#include "screens/round_end.h"
#include "screens/settings.h"
#include "screens/setup.h"
#include "screens/stage.h"
#include "screens/start.h"
#include "session/session.h"
#include "view/view_lists.h"
#include "view/view_round.h"

enum app_window { WINDOW_CONSOLE, WINDOW_STAGE, WINDOW_COUNT };
enum app_page { PAGE_START, PAGE_SETUP, PAGE_BETWEEN, PAGE_ROUND, PAGE_STEP, PAGE_END, PAGE_EDIT, PAGE_FOLLOW_UP, PAGE_COMPARE, PAGE_PRACTICE, PAGE_PROBLEM };

struct app_options {
    const char *data, *packs, *sessions;   /* folders, NULL: the usual */
    const char *open;                      /* a session or pack to begin with, NULL */
    int headless, silent;
    int windows;                           /* 0: as there are displays; 1, 2 */
    int width, height;                     /* of the console; 0: 1280x800 */
    int stage_width, stage_height;         /* 0: 1920x1080, or the display's */
    uint64_t seed;                         /* 0: drawn */
    const char *date;                      /* 2026-11-22; NULL: today */
    int64_t wall;                          /* milliseconds since 1970 at which its clock on the wall begins; 0: the real one */
    int no_settings;                       /* neither read nor write them: tests */
    int practise;                          /* begins with practising alone */
};

struct app_side {                          /* one window with its screen */
    struct gfx_surface *surface;           /* NULL: not there (stage without a window) */
    struct ui *ui;
    struct arena frame[2];                 /* the list painted last, and the one being made */
    struct draw_list list;
    int turn;
};

struct app {
    struct app_options options;
    struct data_places places;
    struct settings settings;
    struct gfx *gfx;
    struct app_side sides[WINDOW_COUNT];
    enum app_page page;
    int quit, blank, stage_pane, stage_full, dirty, settings_open;
    struct session *session;
    char session_path[2048], report_path[2048];
    char report_written[200];              /* when the report was written, and how often, in a sentence; "" not yet */
    int report_count;                      /* times it was written since the session was opened */
    char create_as[2048];                  /* the next session's file, "": a new name in the sessions folder */

    struct arena lists;                    /* what the start screen shows */
    struct view_start start;
    char notice[800]; int notice_bad;
    struct start_memory start_memory;
    char pack_path[2048];
    struct arena pack_arena;
    struct pack_source pack_source;
    struct scenario *pack;
    struct setup_memory setup_memory;
    struct console_memory console;
    struct stage_memory stage;
    struct round_memory round;
    struct problem problem;
    char problem_detail[600], problem_done[600], problem_path[2048];
    struct arena between_arena;            /* the view between rounds, built when the course changed */
    struct view_round between;
    int32_t between_events, between_course;

    struct leave_memory leaving;
    struct app_steps steps;
    struct app_follow_up follow;
    struct app_editing editing;
    struct app_compare compare;
    struct app_sheets sheets;
    struct app_practice *practice;         /* NULL until somebody practises */

    int64_t owed;                          /* real milliseconds not yet turned into fictional seconds, times 60 */
    uint64_t clock_ms;                     /* real milliseconds passed since the start, injected */
    int32_t heard;                         /* events whose sounds were played */
    int last_tick;
};

enum err MUST_CHECK app_open(struct app **out, const struct app_options *options, struct str *message);
void app_close(struct app *app);
int app_run(struct app *app);
/* Handles what waits in the queue without waiting for more. */
void app_drain(struct app *app);
void app_input(struct app *app, enum app_window window, const struct ui_input *input);
void app_pass(struct app *app, int64_t milliseconds);
/* Runs the screens anew and paints what changed; returns the cells painted. */
int app_paint(struct app *app);
/* 1 while real time moves the fictional clock. */
int app_clock_runs(const struct app *app);

/* Pieces, one file each. */
void app_lists_sessions(struct app *app);
void app_salvage(struct app *app);
void app_lists_refresh(struct app *app);                             /* packs and sessions of the start page */
void app_lists_add(struct app *app, const char *path);               /* a pack from elsewhere, until the next refresh; instead of one with the same id */
void app_wishes(struct app *app, struct wishes *wishes);
void app_go(struct app *app, enum app_page page);
void app_notice(struct app *app, int bad, const char *sentence);
enum err MUST_CHECK app_open_session(struct app *app, const char *path);
enum err MUST_CHECK app_choose_pack(struct app *app, const char *path);
enum err MUST_CHECK app_create_session(struct app *app);
/* Makes a session of the chosen pack by this setup, which gets its seed and date here, and opens it. */
enum err MUST_CHECK app_begin_session(struct app *app, struct session_setup *setup);
/* Letters and digits of a name, for that of a file. */
void app_slug(char *out, size_t room, const char *name);
/* A name in the sessions folder that is not taken. */
enum err MUST_CHECK app_new_path(struct app *app, const struct session_setup *setup, char out[2048]);
void app_close_session(struct app *app);
void app_problem(struct app *app, enum problem_kind kind, const char *path, const char *detail);
const struct view_round *app_between(struct app *app);   /* up to date */
void app_submit(struct app *app, const struct sim_command *command, const char *const words[2]);
/* The same without a page of its own; NULL, or why it was not possible, a text of the catalogue. */
const char *app_record(struct app *app, const struct sim_command *command, const char *const words[2]);
void app_report(struct app *app);
/* What undo takes back next: the act recorded last in this round, or since the last one; NULL. */
const struct session_entry *app_last_act(const struct session *session);
/* The page that fits where the session stands. */
enum app_page app_page_of(const struct app *app);
/* "2026-11-22": the day that it is for this program, "" unknown. */
void app_today(const struct app *app, char out[16]);
void app_tell_time(struct app *app);                                  /* the time of day that the next records are noted with */
void app_sounds(struct app *app);
void app_show(struct app *app, enum app_window window, const struct ui_input *input, struct wishes *wishes);   /* one run of a window's screen */
void app_windows_place(struct app *app);                             /* after displays came or went */
int app_stage_has_window(const struct app *app);
#endif
