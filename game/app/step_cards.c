/* The cards of worst practices. */
#include "app/app.h"

static void begin(struct app *app) { cards_memory_begin(&app->steps.cards); }

static void build(struct app *app)
{
    view_cards_build(&app->steps.arena, app->session, &app->steps.cards_view);
    cards_memory_follow(&app->steps.cards, &app->steps.cards_view);
}

static void tick(struct app *app) { cards_tick(&app->steps.cards, &app->steps.cards_view, app->clock_ms + 1); }   /* 0 is no time yet */

static void console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct cards_memory *m = &app->steps.cards;
    tick(app);
    m->stage_blank = app->blank;
    m->one_display = !app_stage_has_window(app);
    cards_screen(ui, &app->steps.cards_view, m, wishes);
}

static void stage(struct app *app, struct ui *ui)
{
    tick(app);
    stage_cards(ui, &app->steps.cards_view, &app->steps.cards);
}

static void end(struct app *app) { cards_memory_end(&app->steps.cards); }

const struct app_step app_step_cards = {.begin = begin, .build = build, .console = console, .stage = stage, .end = end};
