/* What the person says and does: one breath of one to three commands, then what came of it. */
#include "base/text.h"
#include "practice_parts.h"
#include "view/wording.h"

/* Beside what the one in front answers, somebody else may have called. */
static void tell_meanwhile(struct app *app, customer_id with)
{
    struct app_practice *p = app->practice;
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    for (int32_t i = p->breath_from; i < session_event_count(app->session); i++) {
        const struct sim_event *e = session_event_at(app->session, i);
        if (e->kind == SIM_EV_SAID && e->said.customer != NOBODY && e->said.customer != with)
            desk_tell(&p->desk, TONE_WARN,
                      text_fill(&a, "desk.meanwhile", "customer", wording_first_name(&w, e->said.customer), "words",
                                wording_said(&w, e), NULL));
    }
    arena_release(&a);
}

/* What was done where it is nobody's words, and what it took. */
static void tell_done(struct app *app)
{
    struct app_practice *p = app->practice;
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    int minutes = (int)(session_state(app->session)->now - p->breath_at) / 60;
    const char *done = p->spoken ? "" : wording_act(&w, session_state(app->session)->acts);
    const char *took = minutes > 0 ? text_count(&a, "desk.took", minutes) : "";
    const char *both = done[0] && took[0] ? text_fill(&a, "desk.done", "what", done, "took", took, NULL) : done;
    if (done[0] || took[0])
        desk_tell(&p->desk, TONE_TEAM, done[0] ? both : took);
    arena_release(&a);
}

static customer_id spoken_with(const struct app *app)
{
    const struct desk_draft *draft = &app->practice->desk.draft;
    const struct sim_state *s = session_state(app->session);
    int open = draft->incident >= 0 && draft->incident < s->incident_count && s->incidents[draft->incident].open == 1;
    return draft->customer == NOBODY && open ? s->incidents[draft->incident].reporter : draft->customer;
}

static void begin_breath(struct app *app)
{
    struct app_practice *p = app->practice;
    practice_forget_feedback(p);
    practice_forget_stood(p);
    p->desk.toast[0] = '\0';
    p->spoken = p->desk.saying[0] != '\0';
    p->breath_at = session_state(app->session)->now;
    p->breath_from = session_event_count(app->session);
    p->with = spoken_with(app);
}

/* What came due or was done while somebody talked. */
static void tell_passed(struct app *app)
{
    struct app_practice *p = app->practice;
    practice_forget_stood(p);
    view_desk_stood_build(&p->stood_arena, app->session, p->breath_at, p->breath_from, &p->stood);
    p->has_stood = p->stood.urgent && session_state(app->session)->phase == PHASE_ROUND;
}

static void end_breath(struct app *app)
{
    struct app_practice *p = app->practice;
    const struct sim_state *s = session_state(app->session);
    int refused = p->desk.toast[0] != '\0';
    if (!refused)
        tell_done(app);
    practice_follow(app);
    if (!refused) {
        tell_meanwhile(app, p->with);
        tell_passed(app);
    }
    if (s->phase == PHASE_ROUND && s->now >= session_scenario(app->session)->rounds[s->round].to)
        practice_finish(app);
}

void practice_act(struct app *app, const struct wish *w)
{
    const char *const words[2] = {NULL, w->has_words[1] ? w->words[1] : NULL};
    struct app_practice *p = app->practice;
    if (p->desk.breath == 0 || p->desk.begins)
        begin_breath(app);
    p->desk.begins = 0;
    p->desk.breath -= p->desk.breath > 0;
    const char *why = app_record(app, &w->command, words);
    if (app->page != PAGE_PRACTICE)
        return;
    desk_done(&p->desk, why == NULL);
    if (why)
        desk_tell(&p->desk, TONE_BAD, why);
    else if (p->spoken)
        desk_spoke(&p->desk, session_state(app->session)->acts);
    if (p->desk.breath > 0)
        practice_answer(app);
    else
        end_breath(app);
}
