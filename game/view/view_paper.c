#include "view/view_paper.h"
#include "base/memory.h"
#include "base/text.h"
#include "view/chosen.h"
#include "view/wording.h"
#include <stdlib.h>

/* The state when the round had ended, NULL when it has not. The caller frees it. */
static struct sim_state *state_after(const struct session *session, round_id round)
{
    const struct scenario *sc = session_scenario(session);
    struct sim_state *state = memory_want(sizeof *state);
    struct sim_setup setup;
    session_sim_setup(session_setup(session), &setup);
    sim_begin(state, sc, &setup);
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = session_event_at(session, i);
        sim_apply(state, sc, e);
        if (e->kind == SIM_EV_ROUND_ENDED && e->round_ended.round == round)
            return state;
    }
    free(state);
    return NULL;
}

static struct paper_story story_of(const struct wording *w, const struct story *story, int32_t at)
{
    struct wording_about about = {NOBODY, NOBODY, at, -1};
    return (struct paper_story){wording_fill(w, story->title, about), wording_fill(w, story->text, about)};
}

static void print(const struct wording *w, const struct sim_state *state, round_id round, struct view_paper *out)
{
    const struct scenario *sc = session_scenario(w->session);
    const struct front_page *page = &sc->rounds[round].front_page;
    struct sim_paper chosen;
    sim_paper(state, sc, round, &chosen);
    out->printed = chosen.headline >= 0;
    if (!out->printed)
        return;
    out->lead = story_of(w, &page->headlines[chosen.headline], sc->rounds[round].to);
    for (int32_t k = 0; k < chosen.piece_count; k++)
        out->pieces[out->piece_count++] = story_of(w, &page->pieces[chosen.pieces[k]], sc->rounds[round].to);
}

static void ask(struct view_paper *out, const char *question)
{
    if (question[0] && out->ask_count < PAPER_ASKS)
        out->asks[out->ask_count++] = question;
}

static void asks_build(struct view_paper *out, const struct front_page *page)
{
    ask(out, page->ask);
    ask(out, text(out->printed ? "paper.ask.true" : "paper.ask.own"));
    ask(out, text("paper.ask.unseen"));
    ask(out, text("paper.ask.next"));
}

void view_paper_build(struct arena *arena, const struct session *session, round_id round, struct view_paper *out)
{
    struct wording w = wording_of(arena, session);
    const struct scenario *sc = session_scenario(session);
    *out =
        (struct view_paper){.pack = sc->title, .paper = "", .edition = "", .round = "", .when = "", .lead = {"", ""}};
    if (round < 0 || round >= sc->round_count)
        return;
    const struct round *r = &sc->rounds[round];
    struct sim_state *state = state_after(session, round);
    out->paper = r->front_page.paper;
    out->edition = r->front_page.edition;
    out->round = text_fill(arena, "paper.round", "n", arena_printf(arena, "%d", (int)chosen_place(sc, round)), "title",
                           r->title, NULL);
    out->when =
        text_fill(arena, "paper.when", "from", wording_clock(&w, r->from), "to", wording_clock(&w, r->to), NULL);
    out->over = state != NULL;
    if (state)
        print(&w, state, round, out);
    asks_build(out, &r->front_page);
    free(state);
}
