#include "app/app.h"
#include "base/str.h"
#include "base/text.h"
#include "paper/pdf.h"
#include <stdlib.h>
#include <string.h>

enum { CONSOLE_WIDTH = 1280, CONSOLE_HEIGHT = 800, STAGE_WIDTH = 1920, STAGE_HEIGHT = 1080 };

int app_stage_has_window(const struct app *app) { return app->sides[WINDOW_STAGE].surface != NULL; }

static int displays(struct app *app)
{
    struct gfx_displays d = gfx_displays(app->gfx);
    return d.count(d.context);
}

static int wants_two(struct app *app)
{
    if (app->options.windows) return app->options.windows == 2;
    return app->options.headless || displays(app) > 1;
}

static enum err open_console(struct app *app)
{
    int width = app->options.width ? app->options.width : CONSOLE_WIDTH;
    int height = app->options.height ? app->options.height : CONSOLE_HEIGHT;
    return gfx_window(app->gfx, &app->sides[WINDOW_CONSOLE].surface, text("app.window.console"), width, height, 0, 0);
}

static enum err open_stage(struct app *app)
{
    int width = app->options.stage_width ? app->options.stage_width : STAGE_WIDTH;
    int height = app->options.stage_height ? app->options.stage_height : STAGE_HEIGHT;
    int second = !app->options.headless && displays(app) > 1;
    return gfx_window(app->gfx, &app->sides[WINDOW_STAGE].surface, text("app.window.stage"), width, height, second, second);
}

/* After displays came or went: a second one gets the stage, over the whole of it; on the last one it is behind F8 again. */
void app_windows_place(struct app *app)
{
    struct app_side *stage = &app->sides[WINDOW_STAGE];
    if (app->options.headless) return;
    int second = displays(app) > 1;
    if (stage->surface && !second && app->options.windows == 0) {
        gfx_window_close(stage->surface);
        stage->surface = NULL;
    }
    if (!stage->surface && second && app->options.windows != 1 && open_stage(app) != ERR_NONE) stage->surface = NULL;
    if (stage->surface) {
        gfx_window_full(stage->surface, second || app->stage_full, second);
        gfx_spoil(stage->surface);
    }
    gfx_spoil(app->sides[WINDOW_CONSOLE].surface);
    app->dirty = 1;
}

static void open_uis(struct app *app)
{
    struct draw_metrics metrics = gfx_metrics(app->gfx);
    struct ui_clipboard clipboard = gfx_clipboard(app->gfx);
    for (int i = 0; i < WINDOW_COUNT; i++) {
        app->sides[i].ui = ui_create(&metrics, &clipboard);
        ui_set_theme(app->sides[i].ui, (enum theme)(i == WINDOW_CONSOLE ? app->settings.theme : app->settings.stage_theme));
    }
}

static enum err open_windows(struct app *app, struct str *message)
{
    const char *why = NULL;
    struct gfx_options options = {.data = app->places.root, .headless = app->options.headless, .silent = app->options.silent};
    enum err err = gfx_open(&app->gfx, &options, &why);
    if (err == ERR_NONE) err = open_console(app);
    if (err == ERR_NONE && wants_two(app)) err = open_stage(app);
    if (err != ERR_NONE) text_format(message, "app.no-window", "why", why ? why : text(err_text_key(err)), NULL);
    return err;
}

static int is_session(const char *path)
{
    size_t length = strlen(path);
    return length > 7 && strcmp(path + length - 7, ".moment") == 0;
}

static void open_asked(struct app *app)
{
    struct wishes wishes = {.count = 0};
    if (app->options.practise) wish_text(&wishes, WISH_PRACTISE, app->options.open ? app->options.open : "");
    else if (!app->options.open) return;
    else wish_text(&wishes, is_session(app->options.open) ? WISH_OPEN : WISH_NEW, app->options.open);
    app_wishes(app, &wishes);
}

enum err app_open(struct app **out, const struct app_options *options, struct str *message)
{
    struct app *app = calloc(1, sizeof *app);
    struct arena a = {0};
    const char *tried = "";
    if (!app) return ERR_FULL;
    app->options = *options;
    enum err err = data_find(&app->places, options->data, &a, &tried);
    if (err != ERR_NONE) str_printf(message, "moment: assets not found in: %s\n", tried);
    if (err == ERR_NONE) err = data_load_texts(&app->places);
    app->settings = settings_usual();
    if (!options->no_settings) settings_load(&app->settings, app->places.settings);
    if (err == ERR_NONE) err = open_windows(app, message);
    arena_release(&a);
    if (err != ERR_NONE) {
        app_close(app);
        return err;
    }
    open_uis(app);
    app->steps.shown = app->steps.shown_step = NOBODY;
    console_begin(&app->console);
    round_memory_begin(&app->round);
    app->stage.motion = app->settings.motion;
    app->dirty = 1;
    app_lists_refresh(app);
    open_asked(app);
    *out = app;
    return ERR_NONE;
}

static void close_side(struct app_side *side)
{
    if (side->ui) ui_destroy(side->ui);
    if (side->surface) gfx_window_close(side->surface);
    for (int i = 0; i < 2; i++) arena_release(&side->frame[i]);
}

void app_close(struct app *app)
{
    if (!app) return;
    app_close_session(app);
    app_practice_free(app);
    app_compare_end(app);
    start_end(&app->start_memory);
    console_end(&app->console);
    setup_end(&app->setup_memory);
    round_memory_end(&app->round);
    arena_release(&app->between_arena);
    for (int i = 0; i < WINDOW_COUNT; i++) close_side(&app->sides[i]);
    paper_pdf_release();   /* its fonts before the library that they are of */
    if (app->gfx) gfx_close(app->gfx);
    arena_release(&app->lists);
    arena_release(&app->pack_arena);
    text_release();
    free(app);
}
