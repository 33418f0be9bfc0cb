/* The follow-up 30, 60 or 90 days after a workshop. */
#include "app/app.h"

#include <string.h>

void app_follow_up_begin(struct app *app)
{
    if (!app->session || session_state(app->session)->phase != PHASE_FINISHED || session_read_only(app->session)) return;
    app_follow_up_end(app);
    followup_begin(&app->follow.memory);
    app->follow.begun = 1;
    app->follow.events = app->follow.part = -1;
    app_go(app, PAGE_FOLLOW_UP);
}

void app_follow_up_end(struct app *app)
{
    if (app->follow.begun) followup_end(&app->follow.memory);
    arena_release(&app->follow.arena);
    memset(&app->follow, 0, sizeof app->follow);
}

/* The survey to compare with depends on which follow-up it is, and that on the day unless somebody chose. */
static void build(struct app *app)
{
    struct app_follow_up *f = &app->follow;
    char today[16];
    app_today(app, today);
    arena_reset(&f->arena);
    view_monday_build(&f->arena, app->session, today, &f->monday);
    f->part = followup_part(&f->memory, &f->monday);
    view_survey_build(&f->arena, app->session, f->part, &f->survey);
    f->events = session_event_count(app->session);
    f->course = session_course(app->session);
}

static void follow(struct app *app)
{
    struct app_follow_up *f = &app->follow;
    if (f->events != session_event_count(app->session) || f->course != session_course(app->session) ||
        f->part != followup_part(&f->memory, &f->monday))
        build(app);
    f->memory.stage_blank = app->blank;
    f->memory.one_display = !app_stage_has_window(app);
    f->memory.report_path = app->report_path;
    f->memory.written = app->report_written;
    f->memory.problem = app->notice_bad ? app->notice : "";
}

void app_follow_up_console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    follow(app);
    followup_screen(ui, &app->follow.monday, &app->follow.survey, &app->follow.memory, wishes);
}

void app_follow_up_stage(struct app *app, struct ui *ui)
{
    follow(app);
    stage_followup(ui, &app->follow.monday, &app->follow.survey, &app->follow.memory);
}
