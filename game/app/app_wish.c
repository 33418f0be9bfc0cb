/* What screens wished for is done here, and nowhere else. */
#include "app/app.h"
#include "app/app_papers.h"
#include "base/text.h"
#include "session/timeline.h"
#include "view/wording.h"

static void save_settings(struct app *app)
{
    if (app->options.no_settings) return;
    if (settings_save(&app->settings, app->places.settings) != ERR_NONE) app_notice(app, 1, text("app.settings-not-kept"));
}

/* The session keeps what its stage shows; the settings keep it for the next one. */
static void keep_setup(struct app *app, const struct session_setup *setup)
{
    if (session_change_setup(app->session, setup) != ERR_NONE) app_notice(app, 1, text("app.settings-not-kept"));
}

static void set_theme(struct app *app, const struct wish *w)
{
    if (w->text[0] == 's') {
        app->settings.stage_theme = w->number;
        ui_set_theme(app->sides[WINDOW_STAGE].ui, (enum theme)w->number);
        if (!app->session) return;
        struct session_setup setup = *session_setup(app->session);
        setup.stage_theme = w->number;
        keep_setup(app, &setup);
    } else {
        app->settings.theme = w->number;
        ui_set_theme(app->sides[WINDOW_CONSOLE].ui, (enum theme)w->number);
    }
}

static void set_scale(struct app *app, int percent)
{
    app->settings.scale = percent < 100 ? 100 : percent > 200 ? 200 : percent;
}

static void set_shown(struct app *app, enum show_what what)
{
    if (what == SHOW_NAMES) app->settings.names = !app->settings.names;
    if (what == SHOW_NAMES || !app->session) return;
    struct session_setup setup = *session_setup(app->session);
    if (what == SHOW_PROMISES) setup.show_promises = app->settings.show_promises = !setup.show_promises;
    else setup.show_scores = app->settings.show_scores = !setup.show_scores;
    keep_setup(app, &setup);
    app->between_events = -1;
    app->steps.stale = 1;
}

static void pause_toggle(struct app *app)
{
    struct sim_command command = sim_command_make(SIM_CMD_PAUSE);
    command.pause.on = !session_state(app->session)->paused;
    app_submit(app, &command, NULL);
}

static void set_pace(struct app *app, int pace)
{
    if (pace < SETUP_PACE_LEAST || pace > SETUP_PACE_MOST) return;
    struct session_setup setup = *session_setup(app->session);
    setup.pace = pace;
    app->console.focus.pace = pace;
    keep_setup(app, &setup);
}

const struct session_entry *app_last_act(const struct session *session)
{
    const struct session_entry *last = NULL;
    for (int32_t i = 0; i < session_entry_count(session); i++) {
        const struct session_entry *e = session_entry_at(session, i);
        if (e->command.kind == SIM_CMD_START_ROUND) last = NULL;
        else if (timeline_may_be_undone(e->command.kind) && (!last || e->seq >= last->seq)) last = e;
    }
    return last;
}

static void undo(struct app *app)
{
    struct submit_result result;
    struct arena a = {0};
    const struct session_entry *last = app_last_act(app->session);
    struct wording w = wording_of(&a, app->session);
    const char *what = last ? wording_command(&w, &last->command) : "";
    session_undo(app->session, 1, &result);
    if (result.status == SUBMIT_DONE) console_tell(&app->console, TONE_TEAM, what[0] ? text_fill(&a, "console.undone", "what", what, NULL) : text("console.undone-last"));
    else console_tell(&app->console, TONE_BAD, text(result.status == SUBMIT_CONFLICT ? "console.undo-conflict" : "console.undo-nothing"));
    arena_release(&a);
}

static void start_round(struct app *app)
{
    struct sim_command command = sim_command_make(SIM_CMD_START_ROUND);
    if (app_stepping(app)) {
        app_step_round(app);
        return;
    }
    command.start_round.round = view_agenda_due(app->session);
    console_tell(&app->console, TONE_NEUTRAL, "");
    app_submit(app, &command, NULL);
}

static void simple(struct app *app, enum sim_command_kind kind)
{
    struct sim_command command = sim_command_make(kind);
    if (kind == SIM_CMD_END_ROUND) command.end_round.early = 1;
    app_submit(app, &command, NULL);
}

static void finish(struct app *app)
{
    simple(app, SIM_CMD_FINISH);
    if (app->page == PAGE_END) app_report(app);
}

static void mark(struct app *app, int32_t customer)
{
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    int32_t now = session_state(app->session)->now;
    console_mark(&app->console, now, customer);
    console_tell(&app->console, TONE_TEAM, text_fill(&a, "console.marked", "time", wording_clock(&w, now), NULL));
    arena_release(&a);
}

static void leave(struct app *app)
{
    app_close_session(app);
    app_lists_refresh(app);
    app_go(app, PAGE_START);
}

/* A workshop is not left by a stray key: out of a text Esc leads to its page, and from the page past a question. Who
 * practises alone was asked at the desk, and set-up asks by itself. */
static void back(struct app *app)
{
    struct ui *ui = app->sides[WINDOW_CONSOLE].ui;
    int in_workshop = app->page != PAGE_START && app->page != PAGE_SETUP && app->page != PAGE_PRACTICE && app->page != PAGE_PROBLEM;
    if (!app->session || !in_workshop) leave(app);
    else if (ui_typing(ui)) ui_focus_clear(ui);
    else app->leaving.open = 1;
}

/* text: the file of a finished session; "": the one that is open. */
static void follow_up(struct app *app, const char *path)
{
    if (path[0]) app->notice_bad = app_open_session(app, path) != ERR_NONE;
    if (app->session) app_follow_up_begin(app);
}

static void retry(struct app *app)
{
    if (!app->session || session_retry(app->session) != ERR_NONE) return;
    app_go(app, app_page_of(app));
}

static void new_session(struct app *app, const char *pack)
{
    if (app_choose_pack(app, pack) != ERR_NONE) return;
    setup_end(&app->setup_memory);
    setup_begin(&app->setup_memory, app->pack, (enum theme)app->settings.stage_theme);
    app->setup_memory.preset = app->settings.preset;
    app->setup_memory.show_promises = app->settings.show_promises;
    app->setup_memory.show_scores = app->settings.show_scores;
    app->setup_memory.names = app->settings.names;
    app_go(app, PAGE_SETUP);
}

/* The workshop begins with its first step. */
static void create(struct app *app)
{
    const struct setup_memory *m = &app->setup_memory;
    app->notice_bad = app_create_session(app) != ERR_NONE;
    if (app->notice_bad) return;
    app->settings.preset = m->preset;
    app->settings.show_promises = m->show_promises;
    app->settings.show_scores = m->show_scores;
    app->settings.stage_theme = m->stage_theme;
    app->settings.names = m->names;
    save_settings(app);
    app_step_go(app, 0);
}

static void command(struct app *app, const struct wish *w)
{
    const char *words[2] = {w->has_words[0] ? w->words[0] : NULL, w->has_words[1] ? w->words[1] : NULL};
    app_submit(app, &w->command, words);
}

/* What belongs to a session, and nothing without one. 0: it is none of these. */
static int session_wish(struct app *app, const struct wish *w)
{
    switch ((int)w->kind) {
    case WISH_COMMAND: command(app, w); return 1;
    case WISH_PAUSE: pause_toggle(app); return 1;
    case WISH_PACE: set_pace(app, w->number); return 1;
    case WISH_UNDO:
        if (app->page == PAGE_EDIT) app_editing_undo(app);
        else undo(app);
        return 1;
    case WISH_MARK: mark(app, w->number); return 1;
    case WISH_STEP: app_step_go(app, w->number); return 1;
    case WISH_EXTEND: app_step_extend(app, w->number); return 1;
    case WISH_AGREED: app_agreed(app); return 1;
    case WISH_NEXT_ROUND: start_round(app); return 1;
    case WISH_END_ROUND: simple(app, SIM_CMD_END_ROUND); return 1;
    case WISH_FINISH: finish(app); return 1;
    case WISH_REPORT: app_report(app); return 1;
    case WISH_EDIT_REPORT:
        if (w->number) app_editing_open(app);
        else app_editing_close(app);
        return 1;
    case WISH_SHEETS: app_sheets_open(app); return 1;
    case WISH_SHEET: app_sheets_keep(app); return 1;
    default: return 0;
    }
}

static void settings_wish(struct app *app, const struct wish *w)
{
    switch ((int)w->kind) {
    case WISH_THEME: set_theme(app, w); break;
    case WISH_SCALE: set_scale(app, w->number); break;
    case WISH_MUTE: app->settings.muted = !app->settings.muted; break;
    case WISH_MOTION: app->settings.motion = app->stage.motion = !app->settings.motion; break;
    case WISH_SHOW: set_shown(app, (enum show_what)w->number); break;
    default: return;
    }
    save_settings(app);
}

static void program_wish(struct app *app, const struct wish *w)
{
    switch ((int)w->kind) {
    case WISH_BLANK: app->blank = !app->blank; break;
    case WISH_STAGE_PANE: app->stage_pane = !app->stage_pane; break;
    case WISH_AGENDA: app->steps.strip.open = !app->steps.strip.open; break;
    case WISH_SETTINGS: app->settings_open = !app->settings_open; break;
    case WISH_FULL: app->stage_full = !app->stage_full; app_windows_place(app); break;
    case WISH_NEW: new_session(app, w->text); break;
    case WISH_CREATE: create(app); break;
    case WISH_OPEN: app->notice_bad = app_open_session(app, w->text) != ERR_NONE; break;
    case WISH_BACK: back(app); break;
    case WISH_LEAVE: leave(app); break;
    case WISH_FOLLOW_UP: follow_up(app, w->text); break;
    case WISH_COMPARE: app_compare_begin(app, w->text); break;
    case WISH_COMPARE_WRITE: app_compare_write(app); break;
    case WISH_COMPARE_LEAVE: app_compare_leave(app); break;
    case WISH_RETRY: retry(app); break;
    case WISH_SALVAGE: app_salvage(app); break;
    case WISH_PRINT: app_papers_print(app); break;
    case WISH_QUIT: app->quit = 1; break;
    default: settings_wish(app, w); break;
    }
}

void app_wishes(struct app *app, struct wishes *wishes)
{
    for (int i = 0; i < wishes->count; i++) {
        if (app_practice_wish(app, &wishes->items[i])) continue;
        if (!app->session || !session_wish(app, &wishes->items[i])) program_wish(app, &wishes->items[i]);
        app->dirty = 1;
    }
    wishes->count = 0;
}
