#include "app/demo_practice.h"

#include "base/text.h"
#include "pack/pack.h"
#include "players/match.h"
#include "players/practice.h"
#include "session/bot.h"
#include "view/view_feedback.h"
#include "view/wording.h"

#include <stdio.h>
#include <stdlib.h>

enum { STEPS_MOST = 4000 };

struct alone {
    struct arena arena, frame;         /* the pack's; of what is being printed */
    struct scenario *scenario;
    struct session *session;
    struct bot bot;
    struct practice practice;
    struct feedback_watch feedback;
    int32_t seen;                      /* events observed */
};

static void line(struct alone *a, const char *key, int32_t second, const char *customer, const char *mood, const char *words)
{
    struct wording w = wording_of(&a->frame, a->session);
    printf("%s\n", text_fill(&a->frame, key, "time", wording_clock(&w, second), "customer", customer, "mood", mood, "words", words,
                             "what", words, NULL));
}

static void print_said(struct alone *a, const struct sim_event *e)
{
    struct wording w = wording_of(&a->frame, a->session);
    const char *words = wording_said(&w, e);
    if (!words[0] || e->said.customer == NOBODY)
        return;
    enum mood now = sim_mood(session_state(a->session), a->scenario, e->said.customer);
    const char *mood = wording_mood(e->said.source == 3 ? (enum mood)e->said.item : now);
    line(a, "practice.line.customer", e->at, wording_first_name(&w, e->said.customer), mood, words);
}

static void print_act(struct alone *a, const struct sim_event *e)
{
    struct wording w = wording_of(&a->frame, a->session);
    const char *what = sim_command_is_act(e->act.act) ? wording_act(&w, e->act.number) : "";
    if (what[0])
        line(a, "practice.line.team", e->at, "", "", what);
}

/* Everything that happened since: shown, and noticed by whoever plays the business and by whoever gives feedback. */
static void observe(struct alone *a)
{
    for (; a->seen < session_event_count(a->session); a->seen++) {
        const struct sim_event *e = session_event_at(a->session, a->seen);
        practice_observe(&a->practice, a->scenario, session_state(a->session), e);
        feedback_fold(&a->feedback, a->scenario, session_state(a->session), a->seen, e);
        if (e->kind == SIM_EV_SAID)
            print_said(a, e);
        else if (e->kind == SIM_EV_ACT)
            print_act(a, e);
    }
}

static void host(struct alone *a)
{
    struct sim_command c;
    struct submit_result result;
    const char *const words[2] = {NULL, NULL};
    while (practice_next(&a->practice, a->scenario, session_state(a->session), &c)) {
        session_submit(a->session, &c, words, &result);
        if (result.status != SUBMIT_DONE)
            return;
        observe(a);
    }
}

static void feed_back(struct alone *a)
{
    struct feedback f;
    if (!feedback_take(&a->feedback, session_state(a->session)->now, &f))
        return;
    struct view_feedback v = view_feedback_build(&a->frame, a->session, &f);
    const char *both = text_fill(&a->frame, "practice.fed-back", "first", v.first, "second", v.second, NULL);
    line(a, "practice.line.feedback", f.at, "", "", both);
    for (int k = 0; k < v.evidence_count; k++)
        line(a, "practice.line.evidence", f.at, "", "",
             text_fill(&a->frame, "practice.evidence", "time", v.evidence[k].time, "what", v.evidence[k].text, NULL));
}

static int submit(struct alone *a, enum sim_command_kind kind, int32_t field)
{
    struct sim_command c = sim_command_make(kind);
    struct submit_result result;
    const char *const words[2] = {NULL, NULL};
    if (kind == SIM_CMD_START_ROUND)
        c.start_round.round = field;
    session_submit(a->session, &c, words, &result);
    observe(a);
    return result.status == SUBMIT_DONE;
}

static void play_round(struct alone *a, round_id r)
{
    const struct round *round = &a->scenario->rounds[r];
    line(a, "practice.round", round->from, "", "", round->title);
    int running = submit(a, SIM_CMD_START_ROUND, r);
    for (int step = 0; running && step < STEPS_MOST; step++) {
        running = bot_step(&a->bot, a->session);
        observe(a);
        host(a);
        feed_back(a);
        arena_reset(&a->frame);
    }
    submit(a, SIM_CMD_END_ROUND, 0);
}

static void seats(struct alone *a, uint64_t seed, struct session_setup *out)
{
    struct sim_setup few;
    match_setup(a->scenario, seed, &few);
    snprintf(out->team, sizeof out->team, "%s", text("demo.team"));
    out->member_count = few.member_count;
    out->seed = seed;
    out->pace = a->scenario->rules.pace;
    for (int32_t k = 0; k < few.member_count; k++) {
        out->members[k].role = few.roles[k];
        snprintf(out->members[k].name, sizeof out->members[k].name, "%s",
                 few.roles[k] == NOBODY ? text("practice.anybody") : a->scenario->roles[few.roles[k]].name);
    }
}

static enum err open_pack(struct alone *a, const char *pack, struct diag_list *found)
{
    struct pack_source *source = arena_alloc(&a->arena, sizeof *source);
    enum err err = pack_source_load(&a->arena, pack, source, found);
    return err == ERR_NONE ? pack_read(&a->arena, source, &a->scenario, found) : err;
}

static enum err play(struct alone *a, uint64_t seed)
{
    struct session_setup *setup = arena_alloc(&a->arena, sizeof *setup);
    seats(a, seed, setup);
    enum err err = session_scratch(&a->session, a->scenario, setup);
    if (err != ERR_NONE)
        return err;
    bot_begin(&a->bot, BOT_MIXED, seed);
    practice_begin(&a->practice, seed);
    feedback_begin(&a->feedback);
    line(a, "practice.usage", 0, "", "", a->scenario->title);
    for (round_id r = 0; r < a->scenario->round_count; r++)
        play_round(a, r);
    return ERR_NONE;
}

int demo_practice(const char *pack, uint64_t seed)
{
    struct alone *a = calloc(1, sizeof *a);
    if (a == NULL)
        return 3;
    struct diag_list found = {.arena = &a->arena};
    enum err err = open_pack(a, pack, &found);
    if (err != ERR_NONE) {
        struct str s = {0};
        diag_write(&s, &found);
        fprintf(stderr, "moment demo: %s\n%s", text(err_text_key(err)), str_text(&s));
        str_release(&s);
    } else {
        err = play(a, seed);
    }
    session_close(a->session);
    arena_release(&a->frame);
    arena_release(&a->arena);
    free(a);
    return err == ERR_NONE ? 0 : err == ERR_FORMAT || err == ERR_MISSING ? 2 : 3;
}
