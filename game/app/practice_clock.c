/* Time at the desk, and the business that answers by itself. */
#include "base/number.h"
#include "base/text.h"
#include "practice_parts.h"
#include "session/fork.h"
#include "view/view_feedback.h"
#include "view/wording.h"

/* Fictional seconds: moved on in one go; passed at the most in one wait; before a promised call. Real milliseconds a
 * fictional second. */
enum { STEP = 5, WAIT_MOST = 10 * 60, BEFORE_CALL = 60, MS_A_SECOND = 5, ANSWERS_MOST = 32 };

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
    p->watch.count = 0;
}

static const char *evidence_words(struct arena *a, const struct view_feedback_evidence *e)
{
    return text_fill(a, "practice.evidence", "time", e->time, "what", e->text, NULL);
}

static void feed_back(struct app *app)
{
    struct app_practice *p = app->practice;
    struct feedback f;
    if (p->has_feedback || !feedback_take(&p->watch, session_state(app->session)->now, &f))
        return;
    arena_reset(&p->told);
    struct view_feedback v = view_feedback_build(&p->told, app->session, &f);
    p->feedback = (struct desk_feedback){
        .first = v.first, .second = v.second, .evidence_count = v.evidence_count, .can_try = f.has_try};
    for (int k = 0; k < v.evidence_count; k++)
        p->feedback.evidence[k] = evidence_words(&p->told, &v.evidence[k]);
    if (f.has_try)
        p->again = view_desk_back(&p->told, app->session, &f.try);
    p->has_feedback = 1;
}

void practice_follow(struct app *app)
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
    feed_back(app);
    app->dirty = 1;
}

static void forget_feedback(struct app_practice *p)
{
    p->has_feedback = 0;
    arena_reset(&p->told);
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

/* Whoever called, or spoke last, stands in front. */
static void turn_to_speaker(struct app *app, int32_t from)
{
    struct app_practice *p = app->practice;
    for (int32_t i = session_event_count(app->session) - 1; i >= from; i--) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_INCIDENT_OPENED && is_open(app, e->incident_opened.incident)) {
            desk_turn_to(&p->desk, e->incident_opened.incident, NOBODY);
            return;
        }
    }
    for (int32_t i = session_event_count(app->session) - 1; i >= from; i--) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_SAID && is_open(app, e->said.incident)) {
            desk_turn_to(&p->desk, e->said.incident, e->said.customer);
            return;
        }
    }
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

static void stand(struct app *app)
{
    struct app_practice *p = app->practice;
    int32_t from = p->news_from;
    p->desk.running = 0;
    p->owed = 0;
    app->dirty = 1;
    if (app->page != PAGE_PRACTICE || session_state(app->session)->phase != PHASE_ROUND)
        return;
    if (has_news(app, from))
        turn_to_speaker(app, from);
    else if (!p->has_feedback)
        desk_tell(&p->desk, TONE_NEUTRAL, text("desk.waited.nothing"));
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
    int32_t due = how == DESK_WAIT_CALL ? call_due(s) : -1;
    p->until = due < 0 ? s->now + WAIT_MOST : due - BEFORE_CALL > s->now ? due - BEFORE_CALL : due;
    p->news_from = session_event_count(app->session);
    p->owed = 0;
    p->desk.running = 1;
    p->desk.toast[0] = '\0';
    forget_feedback(p);
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

/* --- acts --- */

/* While the person talked to one, somebody else may have called. */
static void tell_meanwhile(struct app *app, int32_t from, customer_id with)
{
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    for (int32_t i = from; i < session_event_count(app->session); i++) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_SAID && e->said.customer != NOBODY && e->said.customer != with)
            desk_tell(&app->practice->desk, TONE_WARN,
                      text_fill(&a, "desk.meanwhile", "customer", wording_first_name(&w, e->said.customer), "words",
                                wording_said(&w, e), NULL));
    }
    arena_release(&a);
}

void practice_act(struct app *app, const struct wish *w)
{
    const char *const words[2] = {NULL, w->has_words[1] ? w->words[1] : NULL};
    struct app_practice *p = app->practice;
    struct arena a = {0};
    int32_t before = session_state(app->session)->now, from = session_event_count(app->session);
    customer_id with = p->desk.draft.customer;
    if (with == NOBODY && is_open(app, p->desk.draft.incident))
        with = session_state(app->session)->incidents[p->desk.draft.incident].reporter;
    forget_feedback(p);
    p->desk.toast[0] = '\0';
    const char *why = app_record(app, &w->command, words);
    if (app->page != PAGE_PRACTICE)
        return;
    desk_done(&p->desk, why == NULL);
    int minutes = (int)(session_state(app->session)->now - before) / 60;
    if (why)
        desk_tell(&p->desk, TONE_BAD, why);
    else if (minutes > 0)
        desk_tell(&p->desk, TONE_TEAM, text_count(&a, "desk.took", minutes));
    practice_follow(app);
    if (!why)
        tell_meanwhile(app, from, with);
    arena_release(&a);
    if (session_state(app->session)->phase == PHASE_ROUND && session_state(app->session)->now >= round_end(app))
        practice_finish(app);
}
