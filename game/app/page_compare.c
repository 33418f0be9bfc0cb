/* Teams over time. */
#include "app/app.h"
#include "app/write_compare.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AT_ONCE = 30, A_TURN = 3 };

static void build(struct app *app)
{
    struct app_compare *c = &app->compare;
    arena_reset(&c->arena);
    c->sessions = folder_sessions(&c->folder, &c->arena, &c->session_count);
    view_compare_teams(&c->arena, c->sessions, c->session_count, &c->teams, &c->team_count);
    if (!c->team[0] && c->team_count > 0) snprintf(c->team, sizeof c->team, "%s", c->teams[0].name);
    if (c->team[0]) view_compare_build(&c->arena, c->sessions, c->session_count, c->team, &c->view);
    app->dirty = 1;
}

static void open_page(struct app *app)
{
    struct app_compare *c = &app->compare;
    const char *folder = app->options.sessions ? app->options.sessions : app->places.sessions;
    app_compare_end(app);
    compare_begin(&c->memory);
    c->begun = 1;
    /* A folder that is not there has no sessions. */
    if (folder_add(&c->folder, folder) != ERR_NONE) c->folder.left = 0;
    if (folder_left(&c->folder) <= AT_ONCE) folder_read(&c->folder, AT_ONCE);
    app_go(app, PAGE_COMPARE);
}

void app_compare_begin(struct app *app, const char *team)
{
    struct app_compare *c = &app->compare;
    if (app->page != PAGE_COMPARE) open_page(app);
    if (team[0]) snprintf(c->team, sizeof c->team, "%s", team);
    else if (app->session) snprintf(c->team, sizeof c->team, "%s", session_setup(app->session)->team);
    c->written[0] = c->problem[0] = '\0';
    build(app);
}

int app_compare_reads(const struct app *app)
{
    return app->page == PAGE_COMPARE && app->compare.begun && folder_left(&app->compare.folder) > 0;
}

/* What came of it shows when all are read: a figure that still changes says nothing. */
void app_compare_pass(struct app *app)
{
    if (!app_compare_reads(app)) return;
    app->dirty = 1;
    if (!folder_read(&app->compare.folder, A_TURN)) build(app);
}

void app_compare_console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_compare *c = &app->compare;
    const struct compare_page_view view = {.teams = c->teams, .team_count = c->team_count, .team = c->team[0] ? &c->view : NULL,
                                           .read = folder_total(&c->folder) - folder_left(&c->folder), .all = folder_total(&c->folder),
                                           .written = c->written, .problem = c->problem};
    compare_screen(ui, &view, &c->memory, wishes);
}

/* Beside the sessions, in a folder named after the team. */
void app_compare_write(struct app *app)
{
    struct app_compare *c = &app->compare;
    struct arena a = {0};
    char *path = NULL;
    const char *folder = app->options.sessions ? app->options.sessions : app->places.sessions;
    char name[64];
    app_slug(name, sizeof name, c->team);
    char *out = arena_printf(&a, "%s/compare-%s", folder, name);
    enum err err = c->team[0] ? compare_write(&c->view, out, COMPARE_HTML, 0, &path) : ERR_MISSING;
    if (err == ERR_NONE) err = compare_write(&c->view, out, COMPARE_PDF, 0, &path);
    c->written[0] = c->problem[0] = '\0';
    if (err == ERR_NONE) snprintf(c->written, sizeof c->written, "%s", text_fill(&a, "compare.written", "path", out, NULL));
    else snprintf(c->problem, sizeof c->problem, "%s", text_fill(&a, "compare.not-written", "path", out, "why", text(err_text_key(err)), NULL));
    arena_release(&a);
}

void app_compare_leave(struct app *app)
{
    app_compare_end(app);
    if (app->session && app->follow.begun) app_go(app, PAGE_FOLLOW_UP);
    else app_go(app, PAGE_START);
}

void app_compare_end(struct app *app)
{
    struct app_compare *c = &app->compare;
    if (!c->begun) return;
    compare_end(&c->memory);
    folder_release(&c->folder);
    arena_release(&c->arena);
    memset(c, 0, sizeof *c);
}
