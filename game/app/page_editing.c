/* Editing the report, from the end of a session. */
#include "app/app.h"
#include "base/text.h"
#include "report/compose.h"
#include "report/edit.h"

#include <string.h>

/* What is read only cannot be written to, and a round that runs is not told yet. */
void app_editing_open(struct app *app)
{
    struct app_editing *e = &app->editing;
    if (!app->session || session_read_only(app->session) || session_state(app->session)->phase == PHASE_ROUND || app->page == PAGE_EDIT) return;
    if (!e->begun) editing_begin(&e->memory);
    e->memory.begun = 0;
    e->begun = 1;
    e->events = -1;
    e->from = (int)app->page;
    app_go(app, PAGE_EDIT);
}

void app_editing_close(struct app *app)
{
    if (app->page == PAGE_EDIT) app_go(app, (enum app_page)app->editing.from);
}

void app_editing_end(struct app *app)
{
    if (app->editing.begun) editing_end(&app->editing.memory);
    arena_release(&app->editing.arena);
    memset(&app->editing, 0, sizeof app->editing);
}

static void build(struct app *app)
{
    struct app_editing *e = &app->editing;
    struct view_report *report;
    struct paper_document d = {.arena = &e->arena};
    arena_reset(&e->arena);
    report = arena_alloc(&e->arena, sizeof *report);
    view_report_build(&e->arena, app->session, &(struct report_wish){.names = app->settings.names}, report);
    report_compose(&d, report);
    report_edit_list(&d, &report->edits, &e->view);
    e->events = session_event_count(app->session);
    e->course = session_course(app->session);
    e->names = app->settings.names;
}

static int last_is_edit(const struct app *app)
{
    const struct session_entry *last = app_last_act(app->session);
    return last && last->command.kind == SIM_CMD_EDIT_REPORT;
}

void app_editing_undo(struct app *app)
{
    struct submit_result result;
    if (!last_is_edit(app)) return;
    app_tell_time(app);
    session_undo(app->session, 1, &result);
    if (result.status == SUBMIT_NOT_STORED) app_problem(app, PROBLEM_NOT_STORED, session_path(app->session), text(err_text_key(result.err)));
}

void app_editing_show(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_editing *e = &app->editing;
    if (e->events != session_event_count(app->session) || e->course != session_course(app->session) || e->names != app->settings.names) build(app);
    e->memory.team = session_setup(app->session)->team;
    e->memory.report_path = app->report_path;
    e->memory.written = app->report_written;
    e->memory.problem = app->notice_bad ? app->notice : "";
    e->memory.can_undo = last_is_edit(app);
    editing_screen(ui, &e->view, &e->memory, wishes);
}
