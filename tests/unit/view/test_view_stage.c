/* No secret reaches the projector: whole sessions are played and every text of the stage is held against what the team does not know. */
#include "session/bot.h"
#include "view/view_stage.h"
#include "pack/catalogue.h"
#include "pack/pack.h"
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct watch {
    struct arena arena, frame;
    struct scenario *scenario;
    struct session *session;
    int looked, known_shown, scores_shown;
};

static void open_session(struct watch *w, int show_scores)
{
    struct diag_list found = {.arena = &w->arena};
    struct pack_source *source = arena_alloc(&w->arena, sizeof *source);
    char *path = arena_printf(&w->arena, "%s/scenarios/last-flight-out", getenv("MOMENT_SOURCE"));
    assert_int_equal(text_load_folder(getenv("MOMENT_SOURCE"), "en"), ERR_NONE);
    assert_int_equal(pack_source_load(&w->arena, path, source, &found), ERR_NONE);
    assert_int_equal(pack_read(&w->arena, source, &w->scenario, &found), ERR_NONE);
    struct session_setup setup = {.team = "Watched", .member_count = 6, .seed = 11, .show_scores = show_scores};
    for (int i = 0; i < 6; i++) {
        snprintf(setup.members[i].name, sizeof setup.members[i].name, "Person %d", i + 1);
        setup.members[i].role = i;
    }
    assert_int_equal(session_scratch(&w->session, w->scenario, &setup), ERR_NONE);
}

static void close_session(struct watch *w)
{
    session_close(w->session);
    arena_release(&w->frame);
    arena_release(&w->arena);
}

/* A secret is a fact's text or answer while it is unknown, and a harm at any time. */
static void hold_against(struct watch *w, const char *shown)
{
    const struct sim_state *s = session_state(w->session);
    for (fact_id f = 0; f < w->scenario->fact_count; f++) {
        const struct fact *fact = &w->scenario->facts[f];
        int known = s->facts[f].known_at >= 0;
        if (known) w->known_shown += strstr(shown, fact->text) != NULL;
        else if (strstr(shown, fact->text) || (fact->answer[0] && strstr(shown, fact->answer))) fail_msg("secret on the stage: %s", shown);
    }
    for (work_id i = 0; i < w->scenario->work_count; i++)
        if (w->scenario->works[i].harm_text[0] && strstr(shown, w->scenario->works[i].harm_text)) fail_msg("harm on the stage: %s", shown);
}

static void look(struct watch *w)
{
    struct view_stage v;
    arena_reset(&w->frame);
    view_stage_build(&w->frame, w->session, &v);
    for (int i = 0; i < v.customer_count; i++) hold_against(w, v.customers[i].speech);
    for (int i = 0; i < v.incident_count; i++) {
        hold_against(w, v.incidents[i].title);
        hold_against(w, v.incidents[i].line);
        hold_against(w, v.incidents[i].news);
        hold_against(w, v.incidents[i].who);
    }
    hold_against(w, v.event);
    for (int i = 0; i < v.promise_count; i++) hold_against(w, v.promises[i].text);
    w->scores_shown += v.show_scores;
    assert_true(v.incident_count <= LIMIT_STAGE_INCIDENTS);
    w->looked++;
}

static void play_rounds(struct watch *w, enum bot_kind kind)
{
    static const char *const none[2] = {NULL, NULL};
    struct submit_result result;
    struct bot bot;
    bot_begin(&bot, kind, 5);
    for (round_id r = 0; r < w->scenario->round_count; r++) {
        struct sim_command start = sim_command_make(SIM_CMD_START_ROUND), end = sim_command_make(SIM_CMD_END_ROUND);
        start.start_round.round = r;
        session_submit(w->session, &start, none, &result);
        assert_int_equal(result.status, SUBMIT_DONE);
        do look(w);
        while (bot_step(&bot, w->session));
        look(w);
        session_submit(w->session, &end, none, &result);
    }
}

static void test_no_secret_of_a_team_that_asks(void **state)
{
    (void)state;
    struct watch w = {.looked = 0};
    open_session(&w, 0);
    play_rounds(&w, BOT_CUSTOMER_FOCUSED);
    assert_true(w.looked > 200);
    assert_true(w.known_shown > 100);   /* the stage does show what was learned: the search finds facts at all */
    assert_int_equal(w.scores_shown, 0);
    close_session(&w);
}

static void test_no_secret_of_a_team_that_never_speaks(void **state)
{
    (void)state;
    struct watch w = {.looked = 0};
    open_session(&w, 0);
    play_rounds(&w, BOT_TECHNICIAN);
    assert_true(w.looked > 200);
    close_session(&w);
}

static void test_no_secret_of_an_ordinary_team(void **state)
{
    (void)state;
    struct watch w = {.looked = 0};
    open_session(&w, 1);
    play_rounds(&w, BOT_MIXED);
    assert_true(w.looked > 200);
    assert_int_equal(w.scores_shown, w.looked);   /* scores only because the set-up asks for them */
    close_session(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_secret_of_a_team_that_asks),
        cmocka_unit_test(test_no_secret_of_a_team_that_never_speaks),
        cmocka_unit_test(test_no_secret_of_an_ordinary_team),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
