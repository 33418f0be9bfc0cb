/* Real time becomes fictional time; what happens on the way is heard. */
#include "app/app.h"
#include "base/text.h"

enum { STEP_MOST = 60 };   /* fictional seconds moved on in one go after a long sleep of the machine */

static int32_t round_end_at(const struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    return session_scenario(app->session)->rounds[s->round].to;
}

int app_clock_runs(const struct app *app)
{
    if (app->page == PAGE_PRACTICE) return app_practice_runs(app);
    if (app->page != PAGE_ROUND || !app->session || session_read_only(app->session)) return 0;
    const struct sim_state *s = session_state(app->session);
    return s->phase == PHASE_ROUND && !s->paused && !session_stopped(app->session, NULL) && !console_holds_clock(&app->console);
}

static void end_by_time(struct app *app)
{
    struct sim_command command = sim_command_make(SIM_CMD_END_ROUND);
    command.end_round.early = 0;
    app_submit(app, &command, NULL);
}

static void advance(struct app *app, int32_t seconds)
{
    struct submit_result result;
    const struct sim_state *s = session_state(app->session);
    int32_t to = s->now + seconds, end = round_end_at(app);
    int32_t minute = s->now / 60;
    app_tell_time(app);
    session_advance(app->session, to < end ? to : end, &result);
    if (result.status == SUBMIT_NOT_STORED) app_problem(app, PROBLEM_NOT_STORED, session_path(app->session), text(err_text_key(result.err)));
    if (result.event_count || session_state(app->session)->now / 60 != minute) app->dirty = 1;
    if (app->page == PAGE_ROUND && session_state(app->session)->now >= end) end_by_time(app);
}

/* The round's last real minute is heard, softly, once a second. */
static void tick(struct app *app)
{
    const struct sim_state *s = session_state(app->session);
    int32_t left = (round_end_at(app) - s->now) * app->console.focus.pace / 600;
    if (left >= 60 || left == app->last_tick) return;
    app->last_tick = left;
    if (!app->settings.muted) gfx_play(app->gfx, SOUND_TICK);
}

void app_pass(struct app *app, int64_t milliseconds)
{
    app->clock_ms += (uint64_t)milliseconds;
    app_compare_pass(app);
    if (!app_clock_runs(app)) return;
    if (app->page == PAGE_PRACTICE) {
        app_practice_pass(app, milliseconds);
        return;
    }
    int64_t a_second = app->console.focus.pace * 100;   /* tenths a minute: real ms of 60 fictional seconds */
    app->owed += milliseconds * 60;
    while (app->owed >= a_second && app_clock_runs(app)) {
        int64_t seconds = app->owed / a_second;
        if (seconds > STEP_MOST) seconds = STEP_MOST;
        app->owed -= seconds * a_second;
        advance(app, (int32_t)seconds);
        if (app->page == PAGE_ROUND && session_state(app->session)->phase == PHASE_ROUND) tick(app);
    }
    if (!app_clock_runs(app)) app->owed = 0;
    app_sounds(app);
}

static int rings(const struct sim_event *e) { return e->kind == SIM_EV_SAID && e->said.source <= 2; }

/* One ring for what happened since the last time, however much it was. */
void app_sounds(struct app *app)
{
    if (!app->session) return;
    int32_t count = session_event_count(app->session);
    int ring = 0;
    for (int32_t i = app->heard < count ? app->heard : count; i < count; i++) ring |= rings(session_event_at(app->session, i));
    app->heard = count;
    if (ring && !app->settings.muted) gfx_play(app->gfx, SOUND_RING);
}
