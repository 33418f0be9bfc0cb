/* Which screen is run on which window, and with what view. */
#include "app/app.h"
#include "base/text.h"
#include "view/view_stage.h"

void app_go(struct app *app, enum app_page page)
{
    if (page != app->page) {
        ui_focus_clear(app->sides[WINDOW_CONSOLE].ui);
        app->steps.strip.open = app->steps.strip.leaving = app->settings_open = app->leaving.open = 0;
    }
    app->page = page;
    app->dirty = 1;
    if (page == PAGE_START) app_lists_refresh(app);
    if (page == PAGE_ROUND) app->stage.started = 0;
}

const struct view_round *app_between(struct app *app)
{
    int32_t events = session_event_count(app->session), course = session_course(app->session);
    if (app->between_events != events || app->between_course != course || !app->between.pack) {
        arena_reset(&app->between_arena);
        view_round_build(&app->between_arena, app->session, &app->between);
        app->between_events = events;
        app->between_course = course;
    }
    return &app->between;
}

static void show_round(struct app *app, struct ui *ui, struct wishes *wishes)
{
    struct view_console view;
    app->console.stage_blank = app->blank;
    app->console.muted = app->settings.muted;
    app->console.one_display = !app_stage_has_window(app);
    view_console_build(ui_arena(ui), app->session, console_focus_of(&app->console), &view);
    app->console.seen_customer = view.customer;
    const struct view_agenda *agenda = app_agenda(app, ui_arena(ui));
    app->console.agenda = app_stepping(app) ? text("agenda.all") : "";
    console_screen(ui, &view, &app->console, wishes);
    agenda_dialogs(ui, agenda, &app->steps.strip, wishes);
}

/* The strip stands at the foot, the step's own page has the rest. */
static void show_step(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct view_agenda *agenda = app_agenda(app, ui_arena(ui));
    agenda_strip(ui, agenda, &app->steps.strip, wishes);
    app_step_console(app, ui, wishes);
    agenda_dialogs(ui, agenda, &app->steps.strip, wishes);
}

static void show_between(struct app *app, struct ui *ui, struct wishes *wishes)
{
    app->round.stage_blank = app->blank;
    app->round.one_display = !app_stage_has_window(app);
    round_screen(ui, app_between(app), &app->round, wishes);
    app_sheets_show(app, ui, wishes);
}

static void show_console(struct app *app, struct ui *ui, struct wishes *wishes)
{
    switch (app->page) {
    case PAGE_START:
        app->start.notice = app->notice;
        app->start.notice_bad = app->notice_bad;
        app->start_memory.muted = app->settings.muted;
        app->start_memory.motion = app->settings.motion;
        app->start_memory.scale = app->settings.scale;
        start_screen(ui, &app->start, &app->start_memory, wishes);
        break;
    case PAGE_SETUP:
        app->setup_memory.one_display = !app_stage_has_window(app);
        app->setup_memory.minute = app_minute(app);
        setup_screen(ui, app->pack, &app->setup_memory, wishes);
        break;
    case PAGE_ROUND: show_round(app, ui, wishes); break;
    case PAGE_BETWEEN: show_between(app, ui, wishes); break;
    case PAGE_STEP: show_step(app, ui, wishes); break;
    case PAGE_END: app_end_console(app, ui, wishes); break;
    case PAGE_EDIT: app_editing_show(app, ui, wishes); break;
    case PAGE_FOLLOW_UP: app_follow_up_console(app, ui, wishes); break;
    case PAGE_COMPARE: app_compare_console(app, ui, wishes); break;
    case PAGE_PRACTICE: app_practice_show(app, ui, wishes); break;
    case PAGE_PROBLEM: problem_screen(ui, &app->problem, wishes); break;
    }
}

static void show_stage(struct app *app, struct ui *ui)
{
    if (!app->blank && app->page == PAGE_SETUP && app->setup_memory.tab == SETUP_ROOM) {
        stage_sample(ui, &app->setup_memory);
        return;
    }
    if (app->blank || !app->session || app->page == PAGE_START || app->page == PAGE_SETUP || app->page == PAGE_COMPARE || app->page == PAGE_PRACTICE) {
        stage_blank(ui);
        return;
    }
    if (app->page == PAGE_ROUND || (app->page == PAGE_PROBLEM && session_state(app->session)->phase == PHASE_ROUND)) {
        struct view_stage view;
        view_stage_build(ui_arena(ui), app->session, &view);
        stage_screen(ui, &view, &app->stage, app->clock_ms);
        return;
    }
    if (app->page == PAGE_STEP || (app->page == PAGE_EDIT && app_stepping(app))) {
        app_step_stage(app, ui);
        return;
    }
    if (app->page == PAGE_FOLLOW_UP) {
        app_follow_up_stage(app, ui);
        return;
    }
    const struct view_round *view = app_between(app);
    stage_between(ui, view, round_is_briefing(view, &app->round));
}

/* The console's window shows the stage while it is asked to, on one display. */
static void show_pane(struct app *app, struct ui *ui, struct wishes *wishes)
{
    show_stage(app, ui);
    if (ui_shortcut(ui, "Escape")) wish(wishes, WISH_STAGE_PANE);
    if (ui_shortcut(ui, "F6") || ui_shortcut(ui, "PageUp")) wish(wishes, WISH_BLANK);
    if (ui_shortcut(ui, "PageDown") && app->page == PAGE_ROUND) wish_number(wishes, WISH_MARK, app->console.seen_customer);
    float width, height;
    ui_size(ui, &width, &height);
    float w = ui_button_width(ui, text("app.console"), "F8", UI_SMALL | UI_QUIET);
    struct rect corner = {width - w - ui_px(ui, 8), height - ui_px(ui, 36), w, ui_px(ui, 30)};
    if (ui_button(ui, corner, text("app.console"), "F8", UI_SMALL | UI_QUIET)) wish(wishes, WISH_STAGE_PANE);
    if (ui_shortcut(ui, "Space") && app->page == PAGE_ROUND) wish(wishes, WISH_PAUSE);
}

static void show_settings(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct settings *s = &app->settings;
    const struct session_setup *setup = session_setup(app->session);
    const struct settings_chosen chosen = {.console = (enum theme)s->theme, .stage = (enum theme)setup->stage_theme,
                                           .scale = s->scale, .muted = s->muted, .motion = s->motion, .full = app->stage_full,
                                           .show_promises = setup->show_promises, .show_scores = setup->show_scores, .names = s->names};
    if (app->settings_open) settings_dialog(ui, &chosen, wishes);
    else if (ui_shortcut(ui, "F7")) wish(wishes, WISH_SETTINGS);
}

/* Over whatever page it is asked on. */
static void show_leaving(struct app *app, struct ui *ui, struct wishes *wishes)
{
    const struct sim_state *s = session_state(app->session);
    app->leaving.team = session_setup(app->session)->team;
    app->leaving.running = s->phase == PHASE_ROUND;
    app->leaving.finished = s->phase == PHASE_FINISHED;
    leave_ask(ui, &app->leaving, wishes);
}

static void side_size(const struct app *app, enum app_window window, float *width, float *height)
{
    const struct app_side *side = &app->sides[window];
    int w = app->options.stage_width ? app->options.stage_width : 1920, h = app->options.stage_height ? app->options.stage_height : 1080;
    if (side->surface) gfx_size(side->surface, &w, &h);
    *width = (float)w;
    *height = (float)h;
}

static struct draw_list *list_begin(struct app_side *side)
{
    side->turn = !side->turn;
    arena_reset(&side->frame[side->turn]);
    side->list = (struct draw_list){.arena = &side->frame[side->turn]};
    return &side->list;
}

/* A larger window is for larger words: up to a third more, times what the facilitator chose. */
static float console_scale(const struct app *app, float width, float height)
{
    float fit = width / 1400 < height / 875 ? width / 1400 : height / 875;
    fit = fit < 1 ? 1 : fit > 1.6f ? 1.6f : fit;
    return fit * (float)app->settings.scale / 100;
}

void app_show(struct app *app, enum app_window window, const struct ui_input *input, struct wishes *wishes)
{
    struct app_side *side = &app->sides[window];
    float width, height;
    side_size(app, window, &width, &height);
    if (window == WINDOW_CONSOLE) ui_set_scale(side->ui, console_scale(app, width, height));
    ui_set_clock(side->ui, app->clock_ms);
    ui_begin(side->ui, list_begin(side), width, height, input);
    if (window == WINDOW_STAGE) show_stage(app, side->ui);
    else if (app->stage_pane && (app->session || app->page == PAGE_SETUP)) show_pane(app, side->ui, wishes);
    else show_console(app, side->ui, wishes);
    if (window == WINDOW_CONSOLE && app->session && !app->stage_pane) {
        if (app->leaving.open) show_leaving(app, side->ui, wishes);
        else show_settings(app, side->ui, wishes);
    }
    ui_end(side->ui);
}

void app_input(struct app *app, enum app_window window, const struct ui_input *input)
{
    struct wishes wishes = {.count = 0};
    app_show(app, window, input, &wishes);
    app_wishes(app, &wishes);
    app->dirty = 1;
}
