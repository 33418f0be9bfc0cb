/* The learning moment put together: which round, its figures, who sits there, what the room promised itself. */
#include "learning_parts.h"
#include "assess/matrix.h"
#include "base/text.h"
#include "view/view_agenda.h"
#include "view/view_needs.h"
#include "view/view_pattern.h"
#include "view/wording_between.h"
#include "view/wording_figure.h"
#include "view/wording_pattern.h"

#include <string.h>

_Static_assert((int)LEARNING_PICKS == (int)BETWEEN_COMMITMENTS, "as many as the engine takes");

const char *learning_number(const struct learning_build *b, int32_t n)
{
    return arena_printf(b->arena, "%d", (int)n);
}

const char *learning_times(const struct learning_build *b, int32_t n)
{
    const char *key = arena_printf(b->arena, "learning.times.%d", (int)n);
    return text_fill(b->arena, text_has(key) ? key : "learning.times.many", "n", learning_number(b, n), NULL);
}

int learning_scored_place(const struct scenario *sc, round_id round)
{
    int place = 0;
    for (round_id r = 0; r <= round && r < sc->round_count; r++)
        place += !sc->rounds[r].warm_up;
    return place;
}

/* --- which round --- */

static void events_of_round(struct learning_build *b)
{
    int32_t count = session_event_count(b->session);
    b->first = b->last = count;
    for (int32_t i = 0; i < count; i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED && e->round_started.round == b->round)
            b->first = i;
        if (e->kind == SIM_EV_ROUND_ENDED && e->round_ended.round == b->round)
            b->last = i + 1;
    }
}

/* The workshop may stop before the pack does. */
static round_id round_next(const struct learning_build *b)
{
    struct agenda agenda;
    round_id next = b->state->phase == PHASE_FINISHED ? NOBODY : round_to_come(b->state, b->sc);
    if (next == NOBODY || b->state->step < 0)
        return next;
    view_agenda_of(b->session, &agenda);
    return agenda_find(&agenda, AGENDA_ROUND, next) != NOBODY ? next : NOBODY;
}

static const char *label_of(const struct learning_build *b, const char *key, round_id round)
{
    return text_fill(b->arena, key, "n", learning_number(b, learning_scored_place(b->sc, round)), NULL);
}

static void heading(struct learning_build *b)
{
    struct view_learning *v = b->out;
    round_id next = round_next(b);
    v->round = b->round;
    v->in_round = b->state->phase == PHASE_ROUND && b->state->round == b->round;
    v->label = label_of(b, v->in_round ? "learning.in-round" : "learning.after-round", b->round);
    v->title = text_fill(b->arena, "learning.title", "when", v->label, NULL);
    v->has_next = next != NOBODY;
    v->next_label = next == NOBODY ? "" : label_of(b, "learning.round", next);
    v->runs = learning_runs(b->state);
    v->called = v->runs ? b->state->learnings[b->state->learning_count - 1].pattern : NOBODY;
}

/* --- figures --- */

static void figures(struct learning_build *b)
{
    struct round_figures f = b->out->in_round ? score_figures(b->state, b->sc, b->round) : b->reading->rounds[b->round].figures;
    struct learning_figures *out = &b->out->figures;
    struct value_matrix acts;
    matrix_read(b->reading, b->round, &acts);
    out->delivered = (int)f.delivered;
    out->perceived = (int)f.perceived;
    out->targets = f.delivered < 0 ? text("learning.no-targets")
                                   : text_fill(b->arena, "learning.percent", "n", learning_number(b, f.delivered), NULL);
    out->feelings = text_fill(b->arena, "learning.of-hundred", "n", learning_number(b, f.perceived), NULL);
    out->unseen = acts.acts == 0 ? ""
                                 : text_fill(b->arena, "learning.unseen", "n", learning_number(b, acts.seen_acts), "all",
                                             learning_number(b, acts.acts), NULL);
    out->needs = view_needs_counts(&b->words, view_needs_watch(b->arena, b->session));
}

/* --- who is there --- */

/* Persons are never asked to mark each other: without tables the whole team has one voice. */
static void people(struct learning_build *b)
{
    const struct session_setup *setup = session_setup(b->session);
    struct view_learning *v = b->out;
    v->members = arena_array(b->arena, (size_t)setup->member_count + 1, sizeof *v->members);
    for (int32_t i = 0; i < setup->member_count; i++)
        v->members[v->member_count++] = (struct learning_table){setup->members[i].name, i};
    v->tables = v->members;
    v->table_count = v->member_count;
    if (setup->tables && setup->member_count > 0)
        return;
    v->tables = arena_array(b->arena, 1, sizeof *v->tables);
    v->tables[0] = (struct learning_table){text("wording.the-team"), NOBODY};
    v->table_count = 1;
}

/* --- what the room said it would do --- */

static void marks_of(struct learning_build *b, struct learning_pledge *p)
{
    p->marks = arena_array(b->arena, (size_t)b->out->table_count, sizeof *p->marks);
    for (int t = 0; t < b->out->table_count; t++) {
        int32_t k = mark_find(b->state, p->what, p->slot, b->out->tables[t].member, b->round);
        p->marks[t] = k < 0 ? OUTCOME_OPEN : b->state->marks[k].outcome;
        p->kept += p->marks[t] == OUTCOME_MET;
        p->partly += p->marks[t] == OUTCOME_PARTLY;
        p->not_kept += p->marks[t] == OUTCOME_MISSED;
        p->marked += p->marks[t] != OUTCOME_OPEN;
    }
}

void learning_pledges(struct learning_build *b)
{
    struct pledge_found found[PLEDGES_A_ROUND];
    struct view_learning *v = b->out;
    int32_t count = pledge_list(&b->reading->pledges, b->state, b->round, found);
    v->pledges = arena_array(b->arena, (size_t)count + 1, sizeof *v->pledges);
    for (int32_t i = 0; i < count; i++) {
        struct learning_pledge *p = &v->pledges[v->pledge_count++];
        *p = (struct learning_pledge){.what = found[i].kind,
                                      .slot = found[i].slot,
                                      .text = wording_pledge(&b->words, found[i].behaviour, found[i].text),
                                      .kind = text(found[i].kind == PLEDGE_COMMITMENT ? "between.tag.commit" : "between.tag.charter"),
                                      .seen = wording_pledge_found(&b->words, &found[i]),
                                      .word = wording_standing((int32_t)found[i].standing),
                                      .tone = wording_standing_tone((int32_t)found[i].standing)};
        marks_of(b, p);
    }
}

static int was_played(const struct learning_build *b)
{
    return b->round >= 0 && b->round < b->sc->round_count && b->first < session_event_count(b->session) && !b->sc->rounds[b->round].warm_up;
}

void view_learning_build(struct arena *arena, const struct session *session, round_id round, struct view_learning *out)
{
    struct learning_build b = {.arena = arena,
                               .session = session,
                               .sc = session_scenario(session),
                               .state = session_state(session),
                               .named = wording_of(arena, session),
                               .round = round,
                               .out = out};
    b.words = wording_nameless(&b.named);
    memset(out, 0, sizeof *out);
    out->free_slot = NOBODY;
    /* Within a round the stage shows figures only where the room wished for them; after it they are what is talked about. */
    out->show_scores = session_setup(session)->show_scores || session_state(session)->phase != PHASE_ROUND;
    heading(&b);
    people(&b);
    events_of_round(&b);
    out->played = was_played(&b);
    if (!out->played)
        return;
    b.reading = reading_of(arena, session);
    b.watch = view_pattern_watch(arena, session);
    figures(&b);
    learning_timeline(&b);
    learning_pledges(&b);
    learning_verdicts(&b);
    learning_patterns_build(&b);
    learning_candidates(&b);
    learning_asks(&b);
}
