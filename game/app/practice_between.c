/* Between two rounds of a practice: the front page, and what is improved before the next. */
#include "base/text.h"
#include "practice_parts.h"
#include "sim/improve.h"

static round_id following(const struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    const struct scenario *sc = session_scenario(app->session);
    round_id next = s->round + 1;
    return s->phase == PHASE_BETWEEN && next < sc->round_count ? next : NOBODY;
}

void practice_round_over(struct app *app)
{
    struct app_practice *p = app->practice;
    const struct session_setup *setup = session_setup(app->session);
    p->page = PRACTICE_RESULT;
    if (setup->alone == ALONE_INCIDENT)
        return;
    arena_reset(&p->between_arena);
    p->improve = NULL;
    view_paper_build(&p->between_arena, app->session, session_state(app->session)->round, &p->paper);
    if (p->paper.printed)
        p->page = PRACTICE_PAPER;
}

/* --- improving --- */

static void build_improve(struct app *app)
{
    struct app_practice *p = app->practice;
    arena_reset(&p->between_arena);
    p->improve = arena_alloc(&p->between_arena, sizeof *p->improve);
    view_improve_build(&p->between_arena, app->session, session_state(app->session)->round, p->improve);
    app->dirty = 1;
}

void practice_improve(struct app *app, const struct wish *w)
{
    (void)app_record(app, &w->command, NULL);
    if (app->page == PAGE_PRACTICE)
        build_improve(app);
}

/* Each customer gets one of the team, in turn. */
static void name_ambassadors(struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    if (!improvement_works(s, IMPROVE_AMBASSADOR))
        return;
    for (customer_id c = 0; c < session_scenario(app->session)->customer_count; c++) {
        struct sim_command name = sim_command_make(SIM_CMD_AMBASSADOR);
        name.ambassador.customer = c;
        name.ambassador.member = c % s->member_count;
        if (s->customers[c].ambassador == NOBODY)
            (void)app_record(app, &name, NULL);
    }
}

void practice_go_on(struct app *app)
{
    struct app_practice *p = app->practice;
    round_id next = following(app);
    if (next == NOBODY)
        return;
    if (p->page == PRACTICE_RESULT) {
        build_improve(app);
        p->improving = (struct desk_improve_memory){0, 0};
        p->page = PRACTICE_IMPROVES;
        ui_focus_clear(app->sides[WINDOW_CONSOLE].ui);
        if (p->improve->offer_count > 0 && !p->improve->refusal[0])
            return;
    }
    name_ambassadors(app);
    practice_start_round(app, next);
}

/* --- showing --- */

void practice_between_show(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct app_practice *p = app->practice;
    if (p->page == PRACTICE_PAPER)
        desk_paper_screen(ui, &p->paper, wishes);
    else
        desk_improve_screen(ui, p->improve, &p->improving, wishes);
}
