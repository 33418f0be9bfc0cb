/* Time at the desk, and the business that answers by itself. */
#include "base/number.h"
#include "base/text.h"
#include "practice_parts.h"

/* Fictional seconds: moved on in one go; passed at the most in one wait. Real milliseconds a fictional second. */
enum { STEP = 5, WAIT_MOST = 10 * 60, MS_A_SECOND = 5, ANSWERS_MOST = 32 };

/* --- who reads along --- */

static void observe(struct app *app)
{
    struct app_practice *p = app->practice;
    const struct scenario *sc = session_scenario(app->session);
    for (; p->seen < session_event_count(app->session); p->seen++) {
        const struct sim_event *e = session_event_at(app->session, p->seen);
        sim_apply(p->state, sc, e);
        practice_observe(&p->business, sc, p->state, e);
        feedback_fold(&p->watch, sc, p->state, p->seen, e);
        practice_settled(p, e);
    }
}

void practice_read_again(struct app *app)
{
    struct app_practice *p = app->practice;
    struct sim_setup setup;
    session_sim_setup(session_setup(app->session), &setup);
    sim_begin(p->state, session_scenario(app->session), &setup);
    practice_begin(&p->business, setup.seed);
    feedback_begin(&p->watch);
    p->seen = 0;
    observe(app);
    p->watch.count = p->settled_count = 0;
    p->fed_back = p->seen;
}

void practice_answer(struct app *app)
{
    struct app_practice *p = app->practice;
    struct sim_command c;
    observe(app);
    for (int n = 0; n < ANSWERS_MOST && practice_next(&p->business, session_scenario(app->session), p->state, &c);
         n++) {
        if (app_record(app, &c, NULL) != NULL)
            break;
        observe(app);
    }
    app->dirty = 1;
}

void practice_follow(struct app *app)
{
    practice_answer(app);
    practice_feed_back(app);
}

/* --- what can be heard and seen --- */

static int is_news(const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_SAID:
    case SIM_EV_INCIDENT_OPENED:
    case SIM_EV_WORK_ENDED:
    case SIM_EV_HAPPENED:
    case SIM_EV_FACT_KNOWN: return 1;
    case SIM_EV_INCIDENT_STAGE: return e->incident_stage.mark != MARK_ACKNOWLEDGED;
    default: return 0;
    }
}

static int has_news(const struct app *app, int32_t from)
{
    for (int32_t i = from; i < session_event_count(app->session); i++)
        if (is_news(session_event_at(app->session, i)))
            return 1;
    return 0;
}

static int is_open(const struct app *app, incident_id i)
{
    return i >= 0 && i < session_state(app->session)->incident_count &&
           session_state(app->session)->incidents[i].open == 1;
}

/* Whoever called, or spoke last, stands in front; 0 when nobody did. */
static int turn_to_speaker(struct app *app, int32_t from)
{
    struct app_practice *p = app->practice;
    for (int32_t i = session_event_count(app->session) - 1; i >= from; i--) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_INCIDENT_OPENED && is_open(app, e->incident_opened.incident)) {
            desk_turn_to(&p->desk, e->incident_opened.incident, NOBODY);
            return 1;
        }
    }
    for (int32_t i = session_event_count(app->session) - 1; i >= from; i--) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_SAID && is_open(app, e->said.incident)) {
            desk_turn_to(&p->desk, e->said.incident, e->said.customer);
            return 1;
        }
    }
    return 0;
}

/* --- time --- */

static int32_t round_end(const struct app *app)
{
    return session_scenario(app->session)->rounds[session_state(app->session)->round].to;
}

int practice_is_over(const struct app *app)
{
    const struct session_setup *setup = session_setup(app->session);
    const struct sim_state *s = session_state(app->session);
    return s->phase == PHASE_ROUND && setup->alone == ALONE_INCIDENT && s->incidents[setup->alone_item].open == 2;
}

int app_practice_runs(const struct app *app)
{
    return app->practice && app->practice->desk.running;
}

static void speak_to(struct app_practice *p, incident_id incident, customer_id customer)
{
    desk_turn_to(&p->desk, incident, customer);
    p->desk.draft.mode = DESK_TELL;
}

/* What is due, done or waited for; whom that is about stands in front, unless somebody spoke. */
static void tell_stood(struct app *app)
{
    struct app_practice *p = app->practice;
    int spoke = turn_to_speaker(app, p->news_from);
    practice_forget_stood(p);
    view_desk_stood_build(&p->stood_arena, app->session, p->stood_from, p->news_from, &p->stood);
    p->has_stood = p->stood.urgent || p->stood.idle || (!spoke && !p->has_feedback && p->stood.count > 0);
    if (p->stood.urgent && !spoke)
        speak_to(p, p->stood.incident, p->stood.customer);
    if (!spoke && !p->has_feedback && !p->has_stood)
        desk_tell(&p->desk, TONE_NEUTRAL, text("desk.waited.nothing"));
}

void practice_forget_stood(struct app_practice *p)
{
    p->has_stood = 0;
    arena_reset(&p->stood_arena);
}

static void stand(struct app *app)
{
    struct app_practice *p = app->practice;
    p->desk.running = 0;
    p->owed = 0;
    app->dirty = 1;
    if (app->page != PAGE_PRACTICE || session_state(app->session)->phase != PHASE_ROUND)
        return;
    tell_stood(app);
}

/* A few seconds; 0 when time is to stand again. */
static int step(struct app *app)
{
    struct app_practice *p = app->practice;
    struct submit_result result;
    int32_t now = session_state(app->session)->now, end = round_end(app);
    int32_t to = number_min((now / STEP + 1) * STEP, number_min(p->until, end));
    app_tell_time(app);
    session_advance(app->session, to, &result);
    if (result.status == SUBMIT_NOT_STORED) {
        app_problem(app, PROBLEM_NOT_STORED, session_path(app->session), text(err_text_key(result.err)));
        return 0;
    }
    practice_follow(app);
    app_sounds(app);
    if (session_state(app->session)->now >= end) {
        p->desk.running = 0;
        practice_finish(app);
        return 0;
    }
    return !has_news(app, p->news_from) && !p->has_feedback && session_state(app->session)->now < p->until;
}

static int32_t call_due(const struct sim_state *s)
{
    int32_t due = -1;
    for (int32_t k = 0; k < s->promise_count; k++) {
        const struct sim_promise *p = &s->promises[k];
        if (p->state == PROMISE_OPEN && p->kind != PROMISE_FIX_BY && p->due > s->now && (due < 0 || p->due < due))
            due = p->due;
    }
    return due;
}

/* Without small motion there is nothing to watch: the clock is there at once. */
static void run_out(struct app *app)
{
    while (app->practice->desk.running && step(app))
        continue;
    if (app->practice->desk.running)
        stand(app);
}

void practice_wait(struct app *app, enum desk_wait how)
{
    struct app_practice *p = app->practice;
    const struct sim_state *s = session_state(app->session);
    if (p->desk.running) {
        stand(app);
        return;
    }
    if (s->phase != PHASE_ROUND || practice_is_over(app) || s->now >= round_end(app))
        return;
    int32_t due = how == DESK_WAIT_CALL ? call_due(s) : -1, stop = view_desk_stop(app->session, s->now);
    p->until = due < 0 ? s->now + WAIT_MOST : due - DESK_BEFORE_CALL > s->now ? due - DESK_BEFORE_CALL : due;
    p->until = stop < 0 ? p->until : number_min(p->until, stop);
    p->stood_from = s->now;
    p->news_from = session_event_count(app->session);
    p->owed = 0;
    p->desk.running = 1;
    p->desk.toast[0] = '\0';
    practice_forget_feedback(p);
    practice_forget_stood(p);
    if (!app->settings.motion)
        run_out(app);
}

void app_practice_pass(struct app *app, int64_t milliseconds)
{
    struct app_practice *p = app->practice;
    if (!app_practice_runs(app))
        return;
    p->owed += milliseconds;
    while (p->desk.running && p->owed >= STEP * MS_A_SECOND) {
        p->owed -= STEP * MS_A_SECOND;
        if (!step(app) && p->desk.running)
            stand(app);
    }
}
