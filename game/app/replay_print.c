#include "app/replay.h"
#include "base/text.h"
#include "sim/score.h"
#include "view/wording.h"

#include <string.h>

struct printer { struct str *out; const struct replay *r; struct arena arena; };

static const char *number(struct printer *p, int64_t n)
{
    return arena_printf(&p->arena, "%lld", (long long)n);
}

static void line(struct printer *p, const char *sentence)
{
    str_printf(p->out, "%s\n", sentence);
}

/* key.one or key.many, with {n}. */
static void line_count(struct printer *p, const char *key, int64_t n)
{
    line(p,
         text_fill(&p->arena, arena_printf(&p->arena, "%s.%s", key, n == 1 ? "one" : "many"), "n", number(p, n), NULL));
}

/* 14:05:09, as seconds matter here. */
static const char *clock_words(struct printer *p, int32_t second)
{
    int32_t of_day = second % 86400;
    return arena_printf(&p->arena, "%02d:%02d:%02d", of_day / 3600, of_day / 60 % 60, of_day % 60);
}

static void about(struct printer *p)
{
    const struct session_setup *setup = session_setup(p->r->session);
    line(p, text_fill(&p->arena, "replay.session", "file", p->r->file, NULL));
    line(p, text_fill(&p->arena, setup->date[0] != '\0' ? "replay.about" : "replay.about.undated", "team", setup->team,
                      "pack", session_scenario(p->r->session)->title, "date", setup->date, NULL));
    line(p, text_fill(&p->arena, "replay.seed", "seed",
                      arena_printf(&p->arena, "%llu", (unsigned long long)setup->seed), NULL));
}

static void damage(struct printer *p)
{
    const struct store_report *found = &p->r->report;
    line_count(p, "replay.records", found->records);
    if (found->damaged_at != 0)
        line(p, text_fill(&p->arena, "replay.damaged-at", "at", number(p, found->damaged_at), NULL));
    if (found->lost > 0)
        line_count(p, "replay.lost", found->lost);
    if (found->damaged_parts > 0)
        line_count(p, "replay.damaged-parts", found->damaged_parts);
    if (found->dropped_last)
        line(p, text("replay.dropped-last"));
    if (found->newer)
        line(p, text("replay.newer"));
    if (found->detail[0] != '\0')
        line(p, text_fill(&p->arena, "replay.detail", "detail", found->detail, NULL));
}

static void standing(struct printer *p)
{
    static const char *const keys[] = {"replay.stands.between", "replay.stands", "replay.stands.finished"};
    const struct sim_state *state = p->r->state;
    const struct scenario *sc = session_scenario(p->r->session);
    const char *key = state->round < 0 ? "replay.stands.before" : keys[state->phase];
    line(p, text_fill(&p->arena, key, "time", clock_words(p, state->now),
                      "round", state->round < 0 ? "" : sc->rounds[state->round].title, NULL));
    uint64_t digest = sim_digest(state, sc);
    line(p, text_fill(&p->arena, "replay.digest", "digest",
                      arena_printf(&p->arena, "%016llx", (unsigned long long)digest), NULL));
}

static void verification(struct printer *p)
{
    const struct session_verification *v = &p->r->verification;
    if (!p->r->verify)
        return;
    const char *key = v->differing > 0                          ? "replay.differing"
                      : v->decided_again == 0 && v->records > 1 ? "replay.not-verified"
                                                                : "replay.verified";
    line(p, text_fill(&p->arena, key, "n", number(p, v->decided_again), "records", number(p, v->records),
                      "differing", number(p, v->differing), "first", number(p, v->first_differing), NULL));
}

static const char *percent(struct printer *p, int32_t n)
{
    return n < 0 ? text("replay.nothing") : text_fill(&p->arena, "replay.percent", "n", number(p, n), NULL);
}

static void score(struct printer *p, enum score which, const struct score_counts *c)
{
    int32_t n = score_percent(c);
    line(p, text_fill(&p->arena, n < 0 ? "replay.score.few" : "replay.score", "score", wording_score(which), "percent",
                      number(p, n), "met", number(p, c->met), "partly", number(p, c->partly), "missed",
                      number(p, c->missed), "broken", number(p, c->broken), NULL));
}

static void rounds(struct printer *p)
{
    const struct scenario *sc = session_scenario(p->r->session);
    for (round_id r = 0; r < sc->round_count; r++) {
        const struct round_figures *f = &p->r->sheet->rounds[r];
        if (!replay_has_round(p->r, r))
            continue;
        line(p, text_fill(&p->arena, sc->rounds[r].warm_up ? "replay.round.warm-up" : "replay.round", "round",
                          sc->rounds[r].title, NULL));
        if (sc->rounds[r].warm_up)
            continue;
        for (int k = 0; k < SCORE_COUNT; k++)
            score(p, (enum score)k, &f->scores[k]);
        line(p, text_fill(&p->arena, "replay.beside", "delivered", percent(p, f->delivered), "perceived",
                          percent(p, f->perceived), NULL));
    }
}

static void promises(struct printer *p)
{
    int32_t counts[REPLAY_PROMISE_STATES];
    const char *words = text_fill(&p->arena, "replay.promises", "n", number(p, p->r->state->promise_count), NULL);
    replay_count_promises(p->r, counts);
    for (int32_t k = 0; k < REPLAY_PROMISE_STATES; k++) {
        if (counts[k] == 0)
            continue;
        const char *state = text(arena_printf(&p->arena, "replay.promise.%s", replay_promise_word(k)));
        words = arena_printf(&p->arena, "%s, %s", words,
                             text_fill(&p->arena, "replay.promise", "state", state, "n", number(p, counts[k]), NULL));
    }
    line(p, words);
}

/* Notes and the like have no sentence of their own: their word, and what was typed. */
static const char *what_of(struct printer *p, const struct wording *words, const struct sim_command *c)
{
    const char *what = wording_command(words, c), *typed = session_text(p->r->session, c->text);
    if (what[0] != '\0')
        return what;
    what = sim_command_word(c->kind);
    return typed[0] == '\0' ? what : text_fill(&p->arena, "replay.typed", "what", what, "words", typed, NULL);
}

static void act(struct printer *p, const struct wording *words, const struct session_entry *e)
{
    int32_t said = e->command.kind == SIM_CMD_START_ROUND ? e->time : e->command.said;
    int late = e->recorded > e->command.said && e->command.kind != SIM_CMD_START_ROUND;
    line(p, text_fill(&p->arena, late ? "replay.act.late" : "replay.act", "number",
                      arena_printf(&p->arena, "%4d", e->act), "time", clock_words(p, said), "recorded",
                      clock_words(p, e->recorded), "what", what_of(p, words, &e->command), NULL));
}

static void acts(struct printer *p)
{
    struct wording words = wording_of(&p->arena, p->r->session);
    int32_t count = session_entry_count(p->r->session), shown = 0;
    for (int32_t i = 0; i < count; i++) {
        const struct session_entry *e = session_entry_at(p->r->session, i);
        if (e->act == 0 || !replay_has_entry(p->r, e))
            continue;
        if (shown++ == 0)
            line(p, text("replay.acts"));
        act(p, &words, e);
    }
    if (shown == 0)
        line(p, text("replay.acts.none"));
}

void replay_print(struct str *out, const struct replay *r)
{
    struct printer p = {.out = out, .r = r};
    about(&p);
    damage(&p);
    standing(&p);
    verification(&p);
    rounds(&p);
    promises(&p);
    acts(&p);
    arena_release(&p.arena);
}
