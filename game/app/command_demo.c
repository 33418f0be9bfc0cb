/*
 * The demonstration: a whole session without a display, played by a team of
 * the program's own through the real engine and pictured on the real screens.
 */
#include "app/app.h"
#include "app/commands.h"
#include "app/demo_practice.h"
#include "app/write_report.h"
#include "base/file.h"
#include "base/text.h"
#include "session/bot.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONSOLE_W = 1600, CONSOLE_H = 1000, SHOTS_A_ROUND = 3, STEPS_MOST = 4000 };

struct demo {
    const char *pack, *out;
    uint64_t seed;
    struct app *app;
    struct bot bot;
    int shots;
    int practice;
    int32_t team; /* enum player_kind */
};

static int usage(const char *word)
{
    struct str s = {0};
    text_format(&s, "demo.usage", "word", word, NULL);
    fprintf(stderr, "%s\n", str_text(&s));
    str_release(&s);
    return 2;
}

static int read_words(struct demo *d, int argc, char **argv)
{
    char *end;
    for (int i = 1; i < argc; i += 2) {
        if (strcmp(argv[i], "--practice") == 0) {
            d->practice = 1;
            i--;
            continue;
        }
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (!value[0]) return usage(argv[i]);
        if (strcmp(argv[i], "--pack") == 0) d->pack = value;
        else if (strcmp(argv[i], "--out") == 0) d->out = value;
        else if (strcmp(argv[i], "--team") == 0 && (d->team = player_from_word(value)) >= 0) continue;
        else if (strcmp(argv[i], "--seed") == 0 && (d->seed = strtoull(value, &end, 10)) > 0 && !*end) continue;
        else return usage(argv[i]);
    }
    return 0;
}

/* A room of ordinary people, one for each seat that must be filled and two more. */
static void people(struct setup_memory *m, const struct scenario *sc)
{
    setup_begin(m, sc, THEME_DARK);
    ui_edit_set(&m->team, text("demo.team"));
    setup_members_add(m, sc, text("demo.people"));
}

static enum err shot(struct demo *d, enum app_window window, const char *name)
{
    struct str path = {0};
    str_printf(&path, "%s/%02d-%s.png", d->out, ++d->shots, name);
    app_paint(d->app);
    enum err err = gfx_shot(d->app->sides[window].surface, str_text(&path));
    if (err == ERR_NONE) printf("%s\n", str_text(&path));
    str_release(&path);
    return err;
}

static enum err pair(struct demo *d, const char *console, const char *stage)
{
    enum err err = shot(d, WINDOW_CONSOLE, console);
    return err == ERR_NONE ? shot(d, WINDOW_STAGE, stage) : err;
}

/* The next telling moment: several incidents open and somebody speaking. */
static int telling(const struct sim_state *s)
{
    int open = 0;
    for (incident_id i = 0; i < s->incident_count; i++) open += s->incidents[i].open == 1;
    return open >= 2;
}

static void wish_now(struct app *app, enum wish_kind kind)
{
    struct wishes wishes = {.count = 0};
    wish(&wishes, kind);
    app_wishes(app, &wishes);
}

static enum err play_round(struct demo *d)
{
    struct app *app = d->app;
    const struct scenario *sc = session_scenario(app->session);
    enum err err = ERR_NONE;
    int taken = 0;
    for (int step = 0; step < STEPS_MOST && session_state(app->session)->phase == PHASE_ROUND && err == ERR_NONE; step++) {
        const struct sim_state *s = session_state(app->session);
        int32_t before = s->now;
        bot_step(&d->bot, app->session);
        app_pass(app, 0);
        const struct round *r = &sc->rounds[session_state(app->session)->round];
        int32_t third = (r->to - r->from) / (SHOTS_A_ROUND + 1);
        if (taken < SHOTS_A_ROUND && !r->warm_up && telling(session_state(app->session)) && session_state(app->session)->now - r->from > third * (taken + 1)) {
            err = pair(d, "console", "stage");
            taken++;
        }
        if (session_state(app->session)->phase == PHASE_ROUND && session_state(app->session)->now >= r->to) wish_now(app, WISH_END_ROUND);
        else if (session_state(app->session)->now == before && s->phase == PHASE_ROUND) {
            struct submit_result result;
            session_advance(app->session, before + 60, &result);
        }
    }
    if (session_state(app->session)->phase != PHASE_ROUND) app_go(app, PAGE_BETWEEN);
    return err;
}

static enum err play_session(struct demo *d)
{
    struct app *app = d->app;
    int rounds = session_scenario(app->session)->round_count;
    enum err err = pair(d, "briefing", "briefing-stage");
    for (int r = 0; r < rounds && err == ERR_NONE; r++) {
        while (bot_between(&d->bot, app->session)) continue;
        app_pass(app, 0);
        wish_now(app, WISH_NEXT_ROUND);
        err = play_round(d);
        if (err == ERR_NONE && !session_scenario(app->session)->rounds[r].warm_up) err = shot(d, WINDOW_CONSOLE, "round-end");
    }
    wish_now(app, WISH_FINISH);
    return err == ERR_NONE ? shot(d, WINDOW_CONSOLE, "session-end") : err;
}

static enum err write_out(struct demo *d)
{
    struct report_wanted wanted = report_wanted_all();
    enum err err = report_write(d->app->session, NULL, d->out, &wanted);
    if (err == ERR_NONE) report_list_written(d->out, &wanted);
    return err;
}

/* The session is made under its final name; a former demonstration's is replaced. */
static enum err begin(struct demo *d, struct str *message)
{
    struct app *app = d->app;
    struct arena a = {0};
    char *file = file_join(&a, d->out, "session.moment");
    remove(file);
    remove(arena_printf(&a, "%s-journal", file));
    enum err err = app_choose_pack(app, d->pack ? d->pack : file_join(&a, app->places.root, "scenarios/last-flight-out"));
    if (err == ERR_NONE) {
        people(&app->setup_memory, app->pack);
        snprintf(app->create_as, sizeof app->create_as, "%s", file);
        err = app_create_session(app);
    }
    if (err != ERR_NONE) str_append(message, app->notice);
    arena_release(&a);
    return err;
}

static int run(struct demo *d)
{
    struct app_options options = {.data = command_data, .headless = 1, .silent = 1, .width = CONSOLE_W, .height = CONSOLE_H,
                                  .seed = d->seed, .date = "2026-11-22", .no_settings = 1};
    struct str message = {0};
    enum err err = file_make_folder(d->out);
    if (err == ERR_NONE) err = app_open(&d->app, &options, &message);
    if (err == ERR_NONE) {
        d->app->settings.motion = 0;
        err = shot(d, WINDOW_CONSOLE, "start");
        if (err == ERR_NONE) err = begin(d, &message);
        if (err == ERR_NONE) {
            bot_begin_player(&d->bot, d->team, d->seed);
            err = play_session(d);
        }
        if (err == ERR_NONE) err = write_out(d);
        if (err == ERR_NONE) printf("%s\n", session_path(d->app->session));
    }
    if (err != ERR_NONE) fprintf(stderr, "moment demo: %s\n", message.length ? str_text(&message) : text(err_text_key(err)));
    app_close(d->app);
    str_release(&message);
    return err == ERR_NONE ? 0 : err == ERR_FORMAT ? 2 : 3;
}

static int alone(const struct demo *d)
{
    struct arena a = {0};
    struct data_places places;
    const char *tried = "";
    if (data_find(&places, command_data, &a, &tried) != ERR_NONE) return 3;
    int status = demo_practice(d->pack ? d->pack : file_join(&a, places.root, "scenarios/last-flight-out"), d->seed);
    arena_release(&a);
    return status;
}

int command_demo(int argc, char **argv)
{
    struct demo d = {.out = "moment-demo", .seed = 7, .team = PLAYER_MIXED};
    int status = read_words(&d, argc, argv);
    if (status == 0 && d.practice) return alone(&d);
    return status ? status : run(&d);
}
