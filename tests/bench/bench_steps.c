/*
 * A full-screen change of the stage at 1920x1080 on the software path, for
 * each kind of step: the screen is run and every cell painted anew. Prints
 * figures, judges nothing; a frame has 16 ms.
 */
#include "app/app.h"
#include "base/memory.h"
#include "session/bot.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FRAMES = 40, FRAME_MS = 16 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void wish_now(struct app *app, enum wish_kind kind, int32_t number, const char *words)
{
    struct wishes wishes = {.count = 0};
    wish_text(&wishes, kind, words)->number = number;
    app_wishes(app, &wishes);
}

static int frames_late;

/* The first frame has glyphs to make that the next ones find. */
static void measure(struct app *app, const char *what)
{
    static double ms[FRAMES];
    struct ui_input none = {.kind = UI_INPUT_NONE};
    struct app_side *side = &app->sides[WINDOW_STAGE];
    double first = 0;
    for (int i = 0; i <= FRAMES; i++) {
        double from = now_ms();
        app_input(app, WINDOW_STAGE, &none);
        gfx_spoil(side->surface);
        gfx_paint(side->surface, &side->list, theme_color(ui_theme(side->ui), THEME_BACKGROUND));
        if (i == 0) first = now_ms() - from;
        else ms[i - 1] = now_ms() - from;
    }
    qsort(ms, FRAMES, sizeof *ms, order);
    int late = ms[FRAMES / 2] > FRAME_MS;
    frames_late += late;
    printf("%-12s first %7.2f ms   median %7.2f ms   most %7.2f ms%s\n", what, first, ms[FRAMES / 2], ms[FRAMES - 1], late ? "   late" : "");
}

static int begin(struct app *app, const char *file)
{
    char pack[2200];
    snprintf(pack, sizeof pack, "%.2000s/scenarios/last-flight-out", app->places.root);
    wish_now(app, WISH_NEW, 0, pack);
    ui_edit_set(&app->setup_memory.team, "Bench");
    if (!app->pack) return 0;
    setup_members_add(&app->setup_memory, app->pack, "Sanne, Tom, Aisha, Lars, Noor, Jeroen");
    app->setup_memory.preset = PRESET_DAY;
    remove(file);
    snprintf(app->create_as, sizeof app->create_as, "%s", file);
    wish_now(app, WISH_CREATE, 0, "");
    return app->page == PAGE_STEP;
}

static void through_the_day(struct app *app)
{
    int seen[AGENDA_KIND_COUNT] = {0};
    struct bot *bot = memory_want(sizeof *bot);
    bot_begin(bot, BOT_MIXED, 5);
    measure(app, "agreement");
    wish_now(app, WISH_AGREED, 0, "");
    for (int32_t k = 0; k < app->steps.agenda.count; k++) {
        wish_now(app, WISH_STEP, k, "");
        if (app->page == PAGE_ROUND) {
            int32_t until = session_state(app->session)->now + 50 * 60;
            while (session_state(app->session)->now < until && bot_step(bot, app->session)) continue;
        }
        enum agenda_kind kind = app->steps.agenda.steps[k].kind;
        if (!seen[kind]++) measure(app, agenda_word((int32_t)kind));
        if (app->page == PAGE_ROUND) wish_now(app, WISH_END_ROUND, 0, "");
    }
    free(bot);
}

int main(void)
{
    static const char file[] = "/tmp/bench-steps.moment";
    struct app_options options = {.silent = 1, .headless = 1, .windows = 2, .stage_width = 1920, .stage_height = 1080, .seed = 7, .date = "2026-11-22",
                                  .no_settings = 1, .data = getenv("MOMENT_SOURCE"), .sessions = "/tmp"};
    struct str message = {0};
    struct app *app;
    if (app_open(&app, &options, &message) != ERR_NONE) {
        fprintf(stderr, "%s\n", str_text(&message));
        str_release(&message);
        return 3;
    }
    int begun = app->sides[WINDOW_STAGE].surface && begin(app, file);
    if (begun) through_the_day(app);
    printf("%d kinds of step are later than %d ms\n", frames_late, FRAME_MS);
    app_close(app);
    remove(file);
    return begun ? 0 : 3;
}
