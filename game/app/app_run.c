/* The loop: events, time, paint; asleep whenever nothing is due. */
#include "app/app.h"

enum { RERUNS = 3, SLEEP_LONG = 500, SLEEP_RUNNING = 100, FRAME = 16, TIME_MOST = 60000 };

/* A screen is run again without input until it asks for nothing more. */
static void settle(struct app *app, enum app_window window)
{
    const struct ui_input none = {.kind = UI_INPUT_NONE};
    for (int i = 0; i < RERUNS; i++) {
        struct wishes wishes = {.count = 0};
        app_show(app, window, &none, &wishes);
        int more = wishes.count > 0 || ui_wants_rerun(app->sides[window].ui);
        app_wishes(app, &wishes);
        if (!more) break;
    }
}

int app_paint(struct app *app)
{
    int cells = 0;
    app->dirty = 0;
    for (int i = 0; i < WINDOW_COUNT; i++) {
        struct app_side *side = &app->sides[i];
        settle(app, (enum app_window)i);
        if (side->surface) cells += gfx_paint(side->surface, &side->list, theme_color(ui_theme(side->ui), THEME_BACKGROUND));
    }
    app->dirty = 0;
    return cells;
}

static void text_input(struct app *app)
{
    struct app_side *side = &app->sides[WINDOW_CONSOLE];
    const struct ui_item *focused = ui_focused(side->ui);
    int typing = ui_typing(side->ui);
    gfx_text_input(side->surface, typing, typing && focused ? focused->box : (struct rect){0, 0, 0, 0});
}

static enum app_window window_of(const struct app *app, const struct gfx_surface *surface)
{
    return surface && surface == app->sides[WINDOW_STAGE].surface ? WINDOW_STAGE : WINDOW_CONSOLE;
}

/* Keys belong to the console whichever window has the focus: a facilitator clicks on the stage once and must not be lost. */
static void route(struct app *app, const struct gfx_event *event)
{
    int key = event->input.kind == UI_INPUT_KEY || event->input.kind == UI_INPUT_TEXT;
    app_input(app, key ? WINDOW_CONSOLE : window_of(app, event->surface), &event->input);
}

static void close_window(struct app *app, const struct gfx_event *event)
{
    struct app_side *stage = &app->sides[WINDOW_STAGE];
    if (window_of(app, event->surface) == WINDOW_CONSOLE) {
        app->quit = 1;
        return;
    }
    gfx_window_close(stage->surface);
    stage->surface = NULL;
    app->dirty = 1;
}

static void handle(struct app *app, const struct gfx_event *event)
{
    switch (event->kind) {
    case GFX_INPUT: route(app, event); break;
    case GFX_QUIT: app->quit = 1; break;
    case GFX_CLOSE: close_window(app, event); break;
    case GFX_DISPLAYS: app_windows_place(app); break;
    case GFX_RESIZED: app->dirty = 1; break;
    case GFX_EXPOSED: gfx_spoil(event->surface); app->dirty = 1; break;
    case GFX_FOCUS: app->dirty = 1; break;
    }
}

void app_drain(struct app *app)
{
    struct gfx_event event;
    while (!app->quit && gfx_wait(app->gfx, 0, &event)) handle(app, &event);
}

static int nap(const struct app *app)
{
    if (app->dirty || app_compare_reads(app)) return 0;
    if (app->stage.moving) return FRAME;
    if (app_clock_runs(app)) return SLEEP_RUNNING;
    int animating = ui_animating(app->sides[WINDOW_CONSOLE].ui);
    return animating ? animating : SLEEP_LONG;
}

static void time_passes(struct app *app, uint64_t *last)
{
    uint64_t now = gfx_milliseconds(app->gfx);
    int64_t passed = (int64_t)(now - *last);
    *last = now;
    if (passed > TIME_MOST) passed = TIME_MOST;   /* the laptop slept: the round did not */
    uint64_t second = app->clock_ms / 1000;
    app_pass(app, passed);
    if (app->clock_ms / 1000 != second && (app_clock_runs(app) || app->page == PAGE_STEP)) app->dirty = 1;
    if (app->stage.moving || ui_animating(app->sides[WINDOW_CONSOLE].ui)) app->dirty = 1;
}

int app_run(struct app *app)
{
    uint64_t last = gfx_milliseconds(app->gfx);
    struct gfx_event event;
    app_paint(app);
    while (!app->quit) {
        if (gfx_wait(app->gfx, nap(app), &event)) {
            handle(app, &event);
            app_drain(app);
        }
        time_passes(app, &last);
        if (app->dirty && !app->quit) {
            app_paint(app);
            text_input(app);
        }
    }
    return 0;
}
