/* `moment play --script FILE`: the real program, its screens driven by a script. */
#include "app/app.h"
#include "app/commands.h"
#include "app/options.h"
#include "app/script_record.h"
#include "base/file.h"
#include "base/text.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* Nine in the morning: a script with a day of its own has a clock of its own, which no wait can put off. */
static const int64_t NINE_ON_A_DAY = INT64_C(1795338000000);

enum { SCRIPT_BYTES = 4 * 1024 * 1024, TICK_STEP = 100 };

static enum app_window side_of(enum script_window window) { return window == SCRIPT_STAGE ? WINDOW_STAGE : WINDOW_CONSOLE; }

static struct ui *drive_ui(void *context, enum script_window window)
{
    struct app *app = context;
    return app->sides[side_of(window)].ui;
}

/* With windows the input takes the road of a real one: through the event queue. */
static void drive_input(void *context, enum script_window window, const struct ui_input *input)
{
    struct app *app = context;
    struct app_side *side = &app->sides[side_of(window)];
    if (input->kind != UI_INPUT_NONE) {
        if (side->surface && !app->options.headless) {
            gfx_push(app->gfx, side->surface, input);
            app_drain(app);
        } else {
            app_input(app, side_of(window), input);
        }
    }
    if (!app->quit) app_paint(app);
}

static void drive_tick(void *context, int64_t milliseconds)
{
    struct app *app = context;
    for (; milliseconds > 0 && !app->quit; milliseconds -= TICK_STEP) app_pass(app, milliseconds < TICK_STEP ? milliseconds : TICK_STEP);
    if (app->dirty || app->stage.moving) app_paint(app);
}

static int32_t drive_now(void *context)
{
    const struct app *app = context;
    if (!app->session || session_state(app->session)->phase != PHASE_ROUND) return -1;
    return session_state(app->session)->now % 86400;
}

/* With one window the stage is pictured where it is shown: in the console's. */
static enum err drive_shot(void *context, enum script_window window, const char *path)
{
    struct app *app = context;
    struct app_side *side = &app->sides[side_of(window)];
    if (side->surface) return gfx_shot(side->surface, path);
    app->stage_pane = 1;
    app_paint(app);
    enum err err = gfx_shot(app->sides[WINDOW_CONSOLE].surface, path);
    app->stage_pane = 0;
    app_paint(app);
    return err;
}

static void drive_size(void *context, enum script_window window, int width, int height)
{
    struct app *app = context;
    struct app_side *side = &app->sides[side_of(window)];
    if (side->surface) gfx_window_resize(side->surface, width, height);
    app_drain(app);
    app_paint(app);
}

static void drive_wish(struct app *app, const struct wish *what)
{
    struct wishes wishes = {.items = {*what}, .count = 1};
    app_wishes(app, &wishes);
    app_paint(app);
}

static void drive_theme(void *context, enum script_window window, enum theme theme)
{
    struct wish w = {.kind = WISH_THEME, .number = (int32_t)theme};
    snprintf(w.text, sizeof w.text, "%s", window == SCRIPT_STAGE ? "stage" : "console");
    drive_wish(context, &w);
}

static void drive_scale(void *context, int percent)
{
    struct wish w = {.kind = WISH_SCALE, .number = percent};
    drive_wish(context, &w);
}

static void drive_kill(void *context)
{
    (void)context;
    raise(SIGKILL);
}

static int drive_closed(void *context)
{
    const struct app *app = context;
    return app->quit;
}

/* A value that means nothing here comes back as it is written; a refusal as the engine words it. */
static const char *drive_record(void *context, const struct script_record *record)
{
    struct app *app = context;
    struct sim_command command;
    const char *words[2];
    if (!app->session) return text("script.no-session");
    const char *unknown = script_record_make(app->session, record, &command, words);
    return unknown ? unknown : app_record(app, &command, words);
}

/* As the agenda would be used: what cannot be gone to there cannot be here. */
static const char *drive_step(void *context, int kind, int nth)
{
    struct app *app = context;
    struct arena a = {0};
    if (!app->session) return text("script.no-session");
    const struct view_agenda *agenda = app_agenda(app, &a);
    const char *why = text("script.step-none");
    for (int32_t k = 0; k < agenda->count; k++) {
        if ((int)agenda->lines[k].kind != kind || --nth > 0) continue;
        why = agenda->lines[k].refusal;
        if (!why[0]) {
            drive_wish(app, &(struct wish){.kind = WISH_STEP, .number = k});
            why = session_state(app->session)->step == k ? NULL : text("script.step-none");
        }
        break;
    }
    arena_release(&a);
    return why;
}

static void drive_done(void *context, int line)
{
    (void)context;
    printf("%d\n", line);
    fflush(stdout);
}

struct asked { const char *file; int trace; };

static int take_script(void *context, const char *word, const char *value)
{
    struct asked *asked = context;
    if (strcmp(word, "--trace") == 0) return asked->trace = 1;
    if (strcmp(word, "--script") != 0 || !value[0]) return 0;
    asked->file = value;
    return 2;
}

static int play(struct app *app, const struct script *script, int trace)
{
    struct str message = {0};
    const struct script_driver driver = {.context = app, .ui = drive_ui, .input = drive_input, .tick = drive_tick, .now = drive_now,
                                         .shot = drive_shot, .size = drive_size, .theme = drive_theme, .scale = drive_scale,
                                         .kill = drive_kill, .closed = drive_closed, .done = trace ? drive_done : NULL,
                                         .record = drive_record, .step = drive_step};
    app_drain(app);
    app_paint(app);
    int failed = script_run(script, &driver, &message);
    if (failed) fputs(str_text(&message), stderr);
    str_release(&message);
    return failed ? 1 : 0;
}

static int open_and_play(const struct app_options *options, const struct script *script, int trace)
{
    struct str message = {0};
    struct app *app;
    if (app_open(&app, options, &message) != ERR_NONE) {
        fprintf(stderr, "%s\n", str_text(&message));
        str_release(&message);
        return 3;
    }
    str_release(&message);
    int status = play(app, script, trace);
    app_close(app);
    return status;
}

static int read_and_play(const struct app_options *options, const struct asked *asked)
{
    struct arena a = {0};
    struct diag_list found = {.arena = &a};
    struct script script;
    const char *file = asked->file;
    char *bytes;
    size_t length;
    int status = 3;
    enum err err = file_read(&a, file, SCRIPT_BYTES, &bytes, &length);
    if (err != ERR_NONE) {
        fprintf(stderr, "%s: %s\n", file, text(err_text_key(err)));
    } else if (script_read(&a, &script, file, bytes, length, &found) != ERR_NONE) {
        struct str s = {0};
        diag_write(&s, &found);
        fputs(str_text(&s), stderr);
        str_release(&s);
        status = 2;
    } else {
        status = open_and_play(options, &script, asked->trace);
    }
    arena_release(&a);
    return status;
}

int command_play(int argc, char **argv)
{
    struct app_options options = {.data = command_data, .no_settings = 1};
    struct str message = {0};
    struct asked asked = {NULL, 0};
    if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        puts(text("script.help"));
        return 0;
    }
    int status = options_read_more(&options, argc, argv, take_script, &asked, &message);
    if (options.date) options.wall = NINE_ON_A_DAY;
    if (status == 0 && !asked.file) {
        str_append(&message, text("app.play-usage"));
        status = 2;
    }
    if (status) fprintf(stderr, "%s\n", str_text(&message));
    str_release(&message);
    return status ? status : read_and_play(&options, &asked);
}
