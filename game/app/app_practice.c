#include "app/app_practice.h"
#include "base/memory.h"
#include "base/text.h"
#include "practice_parts.h"
#include "session/fork.h"

#include <stdlib.h>
#include <string.h>

struct app_practice *practice_of(struct app *app)
{
    if (!app->practice) {
        app->practice = memory_want(sizeof *app->practice);
        memset(app->practice, 0, sizeof *app->practice);
        app->practice->state = memory_want(sizeof *app->practice->state);
    }
    return app->practice;
}

void app_practice_close(struct app *app)
{
    struct app_practice *p = app->practice;
    if (!p)
        return;
    session_close(p->first);
    p->first = NULL;
    arena_release(&p->result_arena);
    arena_release(&p->told);
    arena_release(&p->stood_arena);
    arena_release(&p->between_arena);
    p->improve = NULL;
    p->result_built = p->has_feedback = p->has_stood = p->desk.running = 0;
}

void app_practice_free(struct app *app)
{
    app_practice_close(app);
    if (app->practice)
        free(app->practice->state);
    free(app->practice);
    app->practice = NULL;
}

/* --- choosing --- */

/* The story that was asked for, else the first that can be played. */
static void choose(struct app *app, const char *path)
{
    struct desk_begin_memory *m = &practice_of(app)->begin;
    if (m->length == 0)
        *m = (struct desk_begin_memory){.pack = -1, .length = DESK_ONE_INCIDENT, .incident = NOBODY, .round = NOBODY};
    if (m->pack >= app->start.pack_count || (m->pack >= 0 && !app->start.packs[m->pack].scenario))
        m->pack = -1;
    for (int i = 0; i < app->start.pack_count; i++) {
        int asked = path[0] && strcmp(app->start.packs[i].path, path) == 0;
        if (app->start.packs[i].scenario && (asked || m->pack < 0))
            m->pack = i;
    }
    app->practice->page = PRACTICE_CHOOSES;
    app_go(app, PAGE_PRACTICE);
}

static int is_session(const char *path)
{
    size_t length = strlen(path);
    return length > 7 && strcmp(path + length - 7, ".moment") == 0;
}

/* A story from anywhere is listed beside the others for as long as this page is shown. */
static void practise(struct app *app, const char *path)
{
    app_close_session(app);
    if (is_session(path)) {
        app->notice_bad = app_open_session(app, path) != ERR_NONE;
        return;
    }
    if (path[0])
        app_lists_add(app, path);
    for (int i = 0; i < app->start.pack_count; i++)
        if (path[0] && strcmp(app->start.packs[i].path, path) == 0 && !app->start.packs[i].scenario) {
            app_notice(app, 1, app->start.packs[i].problem);
            app_go(app, PAGE_START);
            return;
        }
    choose(app, path);
}

/* --- the result --- */

static void find_first(struct app *app)
{
    struct app_practice *p = app->practice;
    struct arena a = {0};
    const char *path;
    if (!p->first && session_find_parent(&a, app->session, &path) == ERR_NONE &&
        session_open(&p->first, path, STORE_READ, NULL, NULL) != ERR_NONE)
        p->first = NULL;
    arena_release(&a);
}

static void build_result(struct app *app)
{
    struct app_practice *p = app->practice;
    if (p->result_built)
        return;
    find_first(app);
    arena_reset(&p->result_arena);
    view_desk_end_build(&p->result_arena, app->session, p->first, &p->result);
    p->result_built = 1;
}

/* --- showing --- */

static void show_desk(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_practice *p = app->practice;
    struct view_desk *view = arena_alloc(ui_arena(ui), sizeof *view);
    view_desk_build(ui_arena(ui), app->session, &p->desk.draft, view);
    p->desk.draft.incident = view->incident; /* who is in front stays there, whoever calls next */
    p->desk.draft.customer = view->customer;
    p->desk.feedback = p->has_feedback ? &p->feedback : NULL;
    p->desk.stood = p->has_stood ? &p->stood : NULL;
    p->desk.over = practice_is_over(app);
    if (p->desk.over && !view->title[0])
        view->title = session_scenario(app->session)->incidents[session_setup(app->session)->alone_item].title;
    desk_screen(ui, view, &p->desk, wishes);
}

void app_practice_show(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_practice *p = practice_of(app);
    if (p->page == PRACTICE_CHOOSES || !app->session) {
        desk_begin_screen(ui, &app->start, &p->begin, wishes);
    } else if (p->page == PRACTICE_PLAYS) {
        show_desk(app, ui, wishes);
    } else if (p->page != PRACTICE_RESULT) {
        practice_between_show(app, ui, wishes);
    } else {
        build_result(app);
        desk_end_screen(ui, &p->result, &p->end, wishes);
    }
}

/* --- wishes --- */

/* From the front page to how it went; from the desk, the round ends. */
static void to_result(struct app *app)
{
    if (app->practice->page == PRACTICE_PAPER)
        app->practice->page = PRACTICE_RESULT;
    else
        practice_finish(app);
    app->dirty = 1;
}

static void command(struct app *app, const struct wish *w)
{
    if (app->practice->page == PRACTICE_IMPROVES)
        practice_improve(app, w);
    else
        practice_act(app, w);
}

int app_practice_wish(struct app *app, const struct wish *w)
{
    if (w->kind == WISH_PRACTISE) {
        practise(app, w->text);
        return 1;
    }
    if (app->page != PAGE_PRACTICE)
        return 0;
    switch ((int)w->kind) {
    case WISH_ALONE: practice_create(app); return 1;
    case WISH_COMMAND: command(app, w); return 1;
    case WISH_WAIT: practice_wait(app, (enum desk_wait)w->number); return 1;
    case WISH_TRY_AGAIN: practice_try_again(app, w->number); return 1;
    case WISH_RESULT: to_result(app); return 1;
    case WISH_NEXT_ROUND: practice_go_on(app); return 1;
    default: return 0;
    }
}
