/* How a practice begins and ends, and how another try of it begins. */
#include "base/text.h"
#include "players/match.h"
#include "practice_parts.h"
#include "session/fork.h"
#include "view/wording.h"

#include <stdio.h>
#include <string.h>

/* --- who is there --- */

static int same_before(const struct sim_setup *few, int32_t member)
{
    int count = 0;
    for (int32_t k = 0; k < member; k++)
        count += few->roles[k] == few->roles[member];
    return count;
}

/* The smallest team that the pack can be played with, called by what they do. */
static void seats(const struct scenario *sc, struct session_setup *out)
{
    struct sim_setup few;
    match_setup(sc, 0, &few);
    out->member_count = few.member_count;
    for (int32_t k = 0; k < few.member_count; k++) {
        role_id role = few.roles[k];
        const char *name = role == NOBODY ? text("practice.anybody") : sc->roles[role].name;
        int nth = same_before(&few, k) + 1;
        out->members[k].role = role;
        if (nth > 1)
            snprintf(out->members[k].name, sizeof out->members[k].name, "%.240s %d", name, nth);
        else
            snprintf(out->members[k].name, sizeof out->members[k].name, "%s", name);
    }
}

static enum session_alone alone_of(enum desk_length length)
{
    return length == DESK_ONE_INCIDENT ? ALONE_INCIDENT : length == DESK_ONE_ROUND ? ALONE_ROUND : ALONE_PACK;
}

/* --- rounds --- */

static round_id next_round(const struct scenario *sc, round_id after)
{
    for (round_id r = after + 1; r < sc->round_count; r++)
        if (!sc->rounds[r].warm_up)
            return r;
    return NOBODY;
}

static round_id first_round(const struct app *app)
{
    const struct session_setup *setup = session_setup(app->session);
    const struct scenario *sc = session_scenario(app->session);
    if (setup->alone == ALONE_INCIDENT)
        return sc->incidents[setup->alone_item].round;
    return setup->alone == ALONE_ROUND ? setup->alone_item : next_round(sc, NOBODY);
}

static void skip(struct app *app, enum sheet_kind sheet, int32_t item)
{
    struct sim_command c = sim_command_make(SIM_CMD_SKIP);
    c.skip.sheet = (int32_t)sheet;
    c.skip.item = item;
    (void)app_record(app, &c, NULL);
}

static int is_needed(const struct scenario *sc, incident_id wanted, incident_id i)
{
    const struct incident *w = &sc->incidents[wanted];
    return i == wanted || (w->kind == INCIDENT_CONTENTION && (w->between[0] == i || w->between[1] == i));
}

/* One incident alone: nothing else of its round comes, and its time is now. */
static void clear_for(struct app *app, incident_id wanted)
{
    const struct scenario *sc = session_scenario(app->session);
    round_id round = sc->incidents[wanted].round;
    struct submit_result result;
    for (incident_id i = 0; i < sc->incident_count; i++)
        if (sc->incidents[i].round == round && !is_needed(sc, wanted, i))
            skip(app, SHEET_INCIDENT, i);
    for (event_id e = 0; e < sc->event_count; e++)
        if (sc->events[e].round == round)
            skip(app, SHEET_EVENT, e);
    int32_t at = sim_sheet_at(sc, SHEET_INCIDENT, wanted);
    if (at > session_state(app->session)->now && at < sc->rounds[round].to)
        session_advance(app->session, at, &result);
    if (session_state(app->session)->incidents[wanted].open != 0)
        return;
    struct sim_command fire = sim_command_make(SIM_CMD_FIRE);
    fire.fire.sheet = SHEET_INCIDENT;
    fire.fire.item = wanted;
    (void)app_record(app, &fire, NULL);
}

void practice_start_round(struct app *app, round_id round)
{
    struct app_practice *p = app->practice;
    const struct session_setup *setup = session_setup(app->session);
    struct sim_command c = sim_command_make(SIM_CMD_START_ROUND);
    c.start_round.round = round;
    if (round == NOBODY || app_record(app, &c, NULL) != NULL)
        return;
    practice_forget_feedback(p);
    practice_forget_stood(p);
    if (setup->alone == ALONE_INCIDENT)
        clear_for(app, setup->alone_item);
    desk_memory_begin(&p->desk);
    p->page = PRACTICE_PLAYS;
    practice_follow(app);
}

void practice_finish(struct app *app)
{
    struct app_practice *p = app->practice;
    const struct sim_state *s = session_state(app->session);
    const struct scenario *sc = session_scenario(app->session);
    struct sim_command end = sim_command_make(SIM_CMD_END_ROUND), finish = sim_command_make(SIM_CMD_FINISH);
    end.end_round.early = s->phase == PHASE_ROUND && s->now < sc->rounds[s->round].to;
    if (s->phase == PHASE_ROUND && app_record(app, &end, NULL) != NULL)
        return;
    int more = session_setup(app->session)->alone == ALONE_PACK && next_round(sc, s->round) != NOBODY;
    if (!more && s->phase == PHASE_BETWEEN && app_record(app, &finish, NULL) != NULL)
        return;
    practice_round_over(app);
    p->result_built = 0;
    p->desk.running = p->desk.leaving = 0;
    p->end = (struct desk_end_memory){.chosen = -1, .customer = -1};
    ui_focus_clear(app->sides[WINDOW_CONSOLE].ui);
    app->dirty = 1;
}

/* --- begin, go on --- */

void practice_create(struct app *app)
{
    struct app_practice *p = practice_of(app);
    int32_t item = desk_begin_item(&app->start, &p->begin);
    struct session_setup setup = {.alone = (int32_t)alone_of(p->begin.length), .alone_item = item};
    if (item == NOBODY || app_choose_pack(app, app->start.packs[p->begin.pack].path) != ERR_NONE)
        return;
    snprintf(setup.team, sizeof setup.team, "%s", text("desk.team"));
    seats(app->pack, &setup);
    app->notice_bad = app_begin_session(app, &setup) != ERR_NONE;
    if (app->notice_bad)
        app_go(app, PAGE_START);
}

void app_practice_resume(struct app *app)
{
    struct app_practice *p = practice_of(app);
    const struct sim_state *s = session_state(app->session);
    const struct scenario *sc = session_scenario(app->session);
    practice_read_again(app);
    desk_memory_begin(&p->desk);
    p->page = PRACTICE_PLAYS;
    p->end = (struct desk_end_memory){.chosen = -1, .customer = -1};
    if (session_read_only(app->session))
        return;
    if (s->phase == PHASE_BETWEEN && s->round == NOBODY)
        practice_start_round(app, first_round(app));
    else if (s->phase != PHASE_ROUND || s->now >= sc->rounds[s->round].to)
        practice_finish(app);
    else
        practice_follow(app);
}

/* --- another try --- */

static const struct desk_moment *moment_of(struct app_practice *p, int32_t index)
{
    if (index == DESK_TRY_FEEDBACK)
        return p->has_feedback && p->feedback.can_try ? &p->again : NULL;
    if (!p->result_built)
        return NULL;
    if (index == DESK_TRY_LESSON)
        return p->result.try.sentence[0] ? &p->result.try.back : NULL;
    return index >= 0 && index < p->result.moment_count ? &p->result.moments[index] : NULL;
}

/* The part of the present course that the other try begins with, stored under a name of its own. */
static enum err fork_at(struct app *app, const struct desk_moment *moment, char path[2048])
{
    struct session *s = app->session;
    int64_t records = moment->entry != NOBODY ? session_records_before_entry(s, moment->entry)
                                              : session_records_before(s, moment->at);
    enum err err = app_new_path(app, session_setup(s), path);
    return err == ERR_NONE ? session_fork(s, path, records) : err;
}

/* At the desk or on the result, wherever it was asked for. */
static void tell_problem(struct app *app, enum err err)
{
    struct arena a = {0};
    const char *words = text_fill(&a, "desk.not-kept", "why", text(err_text_key(err)), NULL);
    desk_tell(&app->practice->desk, TONE_BAD, words);
    snprintf(app->practice->end.problem, sizeof app->practice->end.problem, "%s", words);
    app->dirty = 1;
    arena_release(&a);
}

static void tell_begun(struct app *app)
{
    struct arena a = {0};
    struct wording w = wording_of(&a, app->session);
    const char *time = wording_clock(&w, session_state(app->session)->now);
    desk_tell(&app->practice->desk, TONE_LEARN, text_fill(&a, "desk.begun-again", "time", time, NULL));
    arena_release(&a);
}

void practice_try_again(struct app *app, int32_t index)
{
    char path[2048];
    const struct desk_moment *moment = moment_of(app->practice, index);
    struct submit_result result;
    if (!moment)
        return;
    int32_t at = moment->at;
    enum err err = fork_at(app, moment, path);
    if (err != ERR_NONE) {
        tell_problem(app, err);
        return;
    }
    if (app_open_session(app, path) != ERR_NONE || app->page != PAGE_PRACTICE)
        return;
    if (session_state(app->session)->phase == PHASE_ROUND && session_state(app->session)->now < at)
        session_advance(app->session, at, &result);
    practice_follow(app);
    desk_memory_begin(&app->practice->desk);
    tell_begun(app);
}
