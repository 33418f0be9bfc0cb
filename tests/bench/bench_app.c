/*
 * What a facilitator feels: start to both windows painted, input to both
 * repainted at 1920x1080, the processor while nothing happens, memory. Prints
 * figures, judges nothing. With DISPLAY real windows, without it memory.
 *
 *   bench_app [SECONDS of idling, 5]
 *
 * Without a display nothing sleeps, so idling is measured with windows only.
 */
#include "app/app.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double cpu_ms(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e3 + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e3;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void print_spread(const char *what, double *ms, int count)
{
    qsort(ms, (size_t)count, sizeof *ms, order);
    printf("%-44s median %7.2f ms   p99 %7.2f ms   (%d)\n", what, ms[count / 2], ms[count * 99 / 100], count);
}

static void wish_now(struct app *app, enum wish_kind kind)
{
    struct wishes wishes = {.count = 0};
    wish(&wishes, kind);
    app_wishes(app, &wishes);
}

static void press(struct app *app, const char *chord)
{
    struct ui_input input = {.kind = UI_INPUT_KEY, .chord = ui_chord_parse(chord)};
    app_input(app, WINDOW_CONSOLE, &input);
    app_paint(app);
}

static int begin_round(struct app *app, const char *file)
{
    remove(file);
    if (app_choose_pack(app, "scenarios/last-flight-out") != ERR_NONE) {
        char path[2200];
        snprintf(path, sizeof path, "%.2000s/scenarios/last-flight-out", app->places.root);
        if (app_choose_pack(app, path) != ERR_NONE) return 0;
    }
    setup_begin(&app->setup_memory, app->pack, THEME_DARK);
    ui_edit_set(&app->setup_memory.team, "Bench");
    setup_members_add(&app->setup_memory, app->pack, "Sanne, Tom, Aisha, Lars, Noor, Jeroen");
    snprintf(app->create_as, sizeof app->create_as, "%s", file);
    if (app_create_session(app) != ERR_NONE) return 0;
    for (int i = 0; i < 2; i++) {
        wish_now(app, WISH_NEXT_ROUND);
        if (i == 0) wish_now(app, WISH_END_ROUND);
    }
    struct submit_result result;
    session_advance(app->session, session_state(app->session)->now + 40 * 60, &result);
    app_paint(app);
    return app->page == PAGE_ROUND;
}

static void measure_inputs(struct app *app)
{
    enum { COUNT = 300 };
    static double ms[COUNT];
    static const char *const keys[] = {"U", "2", "N", "Escape", "W", "Escape", "F2", "F1", "2", "1"};
    for (int i = 0; i < COUNT; i++) {
        double from = now_ms();
        press(app, keys[i % 10]);
        ms[i] = now_ms() - from;
    }
    print_spread("key to both windows repainted", ms, COUNT);
    for (int i = 0; i < 60; i++) {
        double from = now_ms();
        press(app, "Q");
        press(app, "1");
        ms[i] = now_ms() - from;
        press(app, "Escape");
    }
    print_spread("act recorded, stored, shown (two keys)", ms, 60);
    for (int i = 0; i < 60; i++) {
        for (int w = 0; w < WINDOW_COUNT; w++) gfx_spoil(app->sides[w].surface);
        double from = now_ms();
        app_paint(app);
        ms[i] = now_ms() - from;
    }
    print_spread("everything painted anew, both windows", ms, 60);
}

/* The real loop for so long: woken, timed and asleep as it is for a person. */
static void idle(struct app *app, const char *what, double seconds)
{
    double from = now_ms(), cpu = cpu_ms();
    struct gfx_event event;
    double last = from;
    while (now_ms() - from < seconds * 1e3) {
        gfx_wait(app->gfx, app_clock_runs(app) ? 100 : 500, &event);
        double now = now_ms();
        uint64_t second = app->clock_ms / 1000;
        app_pass(app, (int64_t)(now - last));
        last += (double)(int64_t)(now - last);
        if (app->dirty || (app_clock_runs(app) && app->clock_ms / 1000 != second)) app_paint(app);
    }
    printf("%-44s %6.2f %% of one core over %.0f s\n", what, (cpu_ms() - cpu) / (seconds * 10), seconds);
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 5;
    struct app_options options = {.silent = 1, .windows = 2, .width = 1920, .height = 1080, .stage_width = 1920, .stage_height = 1080,
                                  .seed = 7, .date = "2026-11-22", .no_settings = 1, .data = getenv("MOMENT_SOURCE")};
    struct str message = {0};
    struct app *app;
    options.headless = getenv("DISPLAY") == NULL;
    double from = now_ms();
    if (app_open(&app, &options, &message) != ERR_NONE) {
        fprintf(stderr, "%s\n", str_text(&message));
        return 3;
    }
    app_paint(app);
    printf("%-44s %7.1f ms   (%s)\n", "start to both windows painted", now_ms() - from, options.headless ? "in memory" : "windows");
    if (!begin_round(app, "/tmp/bench-app.moment")) {
        fprintf(stderr, "no round could be begun: %s\n", app->notice);
        app_close(app);
        return 3;
    }
    measure_inputs(app);
    if (options.headless) {
        puts("processor while idle: only with windows, set DISPLAY");
    } else {
        idle(app, "processor, round running", seconds);
        wish_now(app, WISH_PAUSE);
        idle(app, "processor, round paused", seconds);
    }
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    printf("%-44s %6.1f MB\n", "largest resident memory", (double)u.ru_maxrss / 1024);
    app_close(app);
    remove("/tmp/bench-app.moment");
    return 0;
}
