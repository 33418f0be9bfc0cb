#include "app/simulate.h"
#include "base/memory.h"
#include "base/text.h"
#include "players/match.h"

#include <stdlib.h>

struct listing {
    struct str *out;
    const struct simulate *s;
    const struct scenario *sc;
    struct arena arena;
};

static const char *incident_id_of(const struct listing *l, incident_id i)
{
    return i >= 0 && i < l->sc->incident_count ? l->sc->incidents[i].id : "";
}

static const char *clock_of(struct listing *l, int32_t second)
{
    struct str s = {0};
    if (second >= 0)
        str_append_clock(&s, second);
    char *words = arena_dup(&l->arena, str_text(&s));
    str_release(&s);
    return words;
}

/* A scripted moment by its id, the others by their source and what tells them apart. */
static const char *moment_of(struct listing *l, const struct sim_moment *m)
{
    if (m->source == MOMENT_SCRIPTED)
        return l->sc->moments[m->subject].id;
    return m->nth <= 0 ? moment_source_word(m->source)
                       : arena_printf(&l->arena, "%s %d", moment_source_word(m->source), m->nth);
}

static void print_moment(struct listing *l, const struct sim_moment *m)
{
    const char *customer = m->customer >= 0 ? l->sc->customers[m->customer].id : "";
    str_printf(l->out, "  %5s-%5s  %-14s %-7s  %s %s (%s)\n", clock_of(l, m->opened), clock_of(l, m->settled),
               score_word((enum score)m->score), outcome_word((int32_t)score_outcome(m)),
               incident_id_of(l, m->incident), moment_of(l, m), customer);
}

static int is_shown(const struct listing *l, const struct sim_moment *m)
{
    enum outcome outcome = score_outcome(m);
    int lost = outcome == OUTCOME_PARTLY || outcome == OUTCOME_MISSED || outcome == OUTCOME_BROKEN;
    return m->scored && (lost || (l->s->all && outcome == OUTCOME_MET));
}

static void print_player(struct listing *l, struct match *match, const struct sim_setup *setup, int32_t player)
{
    match_play(match, l->sc, setup, (enum player_kind)player);
    str_printf(l->out, "%s\n", player_word(player));
    for (int32_t k = 0; k < match->state.moment_count; k++)
        if (is_shown(l, &match->state.moments[k]))
            print_moment(l, &match->state.moments[k]);
}

void simulate_print_run(struct str *out, const struct simulate *s)
{
    struct listing l = {.out = out, .s = s, .sc = s->trial->plan.scenario};
    struct match *match = memory_want(sizeof *match);
    struct sim_setup setup;
    match_setup(l.sc, trial_seed(s->trial->plan.seed, s->trial->plan.first_run), &setup);
    setup.left_out |= s->trial->plan.left_out;
    str_printf(out, "\n%s\n", text(s->all ? "simulate.run.all" : "simulate.run"));
    for (int32_t k = 0; k < PLAYER_KIND_COUNT; k++)
        if (trial_has(&s->trial->plan, k))
            print_player(&l, match, &setup, k);
    free(match);
    arena_release(&l.arena);
}
