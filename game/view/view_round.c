#include "view/round_whole.h"
#include "base/memory.h"
#include "base/text.h"
#include "view/view_agenda.h"
#include <stdlib.h>
#include <string.h>

_Static_assert((int)ROUND_OPEN == (int)OUTCOME_OPEN && (int)ROUND_MET == (int)OUTCOME_MET &&
                   (int)ROUND_PARTLY == (int)OUTCOME_PARTLY && (int)ROUND_MISSED == (int)OUTCOME_MISSED &&
                   (int)ROUND_BROKEN == (int)OUTCOME_BROKEN && (int)ROUND_NONE == (int)OUTCOME_NONE,
               "outcomes have the engine's numbers");

struct build {
    struct wording w;
    struct arena *arena;
    const struct session *session;
    const struct scenario *sc;
    const struct sim_state *state;
    struct score_sheet *sheet;
    struct view_round *out;
    uint32_t begun;   /* bit per round: a workshop may leave some out */
};

static const char *number_text(struct build *b, int32_t n)
{
    return arena_printf(b->arena, "%d", (int)n);
}

/* Every event of the course again: the only way to know how each round ended. */
static struct score_sheet *sheet_of(const struct session *session)
{
    const struct scenario *sc = session_scenario(session);
    const struct session_setup *setup = session_setup(session);
    struct score_sheet *sheet = memory_want(sizeof *sheet);
    struct sim_setup begin = {.seed = setup->seed, .member_count = setup->member_count, .left_out = setup->left_out};
    for (int32_t i = 0; i < setup->member_count; i++)
        begin.roles[i] = setup->members[i].role;
    score_begin(sheet, sc, &begin);
    for (int32_t i = 0; i < session_event_count(session); i++)
        score_fold(sheet, sc, session_event_at(session, i));
    return sheet;
}

static const char *round_label(struct build *b, int32_t round, int with_total)
{
    if (b->sc->rounds[round].warm_up)
        return text("round.warm-up");
    int32_t all, nth = view_agenda_nth(b->session, round, &all);
    return text_fill(b->arena, with_total && nth <= all ? "round.number-of" : "round.number", "n", number_text(b, nth), "all",
                     number_text(b, all), NULL);
}

static const char *round_when(struct build *b, const struct round *r)
{
    return text_fill(b->arena, "round.when", "from", wording_clock(&b->w, r->from), "to", wording_clock(&b->w, r->to),
                     NULL);
}

static struct texts filled(struct build *b, const struct texts *lines, int32_t time)
{
    const char **items = arena_array(b->arena, (size_t)lines->count + 1, sizeof *items);
    struct wording_about about = {NOBODY, NOBODY, time, -1};
    for (int32_t i = 0; i < lines->count; i++)
        items[i] = wording_fill(&b->w, lines->items[i], about);
    return (struct texts){items, lines->count};
}

static void next_build(struct build *b, int32_t round, struct round_next *next)
{
    const struct round *r = &b->sc->rounds[round];
    const struct session_setup *setup = session_setup(b->session);
    int32_t pace = setup->pace > 0 ? setup->pace : b->sc->rules.pace;
    int32_t minutes = ((r->to - r->from) / 60 * pace / 10 + 30) / 60;
    next->title = r->title;
    next->label = round_label(b, round, 1);
    next->when = round_when(b, r);
    next->lasts = text_count(b->arena, "round.lasts", minutes > 0 ? (int)minutes : 1);
    next->warm_up = r->warm_up;
    next->last = view_agenda_last(b->session, round);
    next->briefing = filled(b, &r->briefing, r->from);
    round_whole_next(&b->w, round, next);
}

static uint32_t rounds_begun(const struct session *session)
{
    uint32_t bits = 0;
    for (int32_t i = 0; i < session_event_count(session); i++) {
        const struct sim_event *e = session_event_at(session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            bits |= UINT32_C(1) << e->round_started.round;
    }
    return bits;
}

/* The last round before this one that was played and scored, or -1. */
static int32_t scored_before(const struct build *b, int32_t round)
{
    for (int32_t i = round - 1; i >= 0; i--)
        if (b->begun >> i & 1 && !b->sc->rounds[i].warm_up)
            return i;
    return -1;
}

static struct round_score score_build(const struct round_figures *now, const struct round_figures *before,
                                      enum score which)
{
    const struct score_counts *c = &now->scores[which];
    struct round_score s = {.name = wording_score(which),
                            .short_name = wording_score_short(which),
                            .met = c->met,
                            .partly = c->partly,
                            .missed = c->missed,
                            .broken = c->broken,
                            .disputed = c->disputed,
                            .overruled = c->overruled,
                            .counted = score_moments(c),
                            .percent = score_percent(c),
                            .percent_before = -1};
    if (before) {
        s.percent_before = score_percent(&before->scores[which]);
        s.met_before = before->scores[which].met;
        s.counted_before = score_moments(&before->scores[which]);
    }
    return s;
}

static const char *moment_teaches(const struct build *b, const struct sim_moment *m)
{
    int of_pack = m->source == MOMENT_SCRIPTED && m->subject >= 0 && m->subject < b->sc->moment_count;
    return of_pack ? b->sc->moments[m->subject].teaches : "";
}

/* The reason stands in the event that marked the moment last. */
static const char *moment_reason(const struct build *b, const struct sim_moment *m)
{
    for (int32_t i = session_event_count(b->session) - 1; (m->disputed || m->overruled >= 0) && i >= 0; i--) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_VERDICT_MARK && e->verdict_mark.aim == 0 && e->verdict_mark.source == m->source &&
            e->verdict_mark.subject == m->subject && e->verdict_mark.customer == m->customer &&
            e->verdict_mark.nth == m->nth)
            return session_text(b->session, e->verdict_mark.reason);
    }
    return "";
}

static struct round_moment moment_build(struct build *b, const struct sim_moment *m)
{
    int32_t outcome = wording_moment_outcome(m);
    return (struct round_moment){.key = {m->source, m->subject, m->customer, m->nth},
                                 .score = (enum score)m->score,
                                 .outcome = outcome,
                                 .scored = m->scored,
                                 .disputed = m->disputed,
                                 .overruled = m->overruled >= 0,
                                 .tone = m->disputed ? TONE_NEUTRAL : wording_outcome_tone(outcome),
                                 .time = wording_clock(&b->w, m->settled),
                                 .word = wording_outcome(outcome),
                                 .sentence = wording_moment(&b->w, m),
                                 .evidence = wording_moment_evidence(&b->w, m),
                                 .incident = wording_incident(&b->w, m->incident),
                                 .reason = moment_reason(b, m),
                                 .teaches = moment_teaches(b, m)};
}

/* A moment that did not apply was never an opportunity, unless somebody overruled it to be one. */
static int moment_shows(const struct sim_moment *m, int32_t round)
{
    return m->round == round && m->settled >= 0 && m->outcome != OUTCOME_OPEN &&
           (m->outcome != OUTCOME_NONE || m->overruled >= 0) && m->score >= 0 && m->score < SCORE_COUNT;
}

static int earlier(const struct sim_moment *a, const struct sim_moment *c)
{
    return a->settled < c->settled;
}

/* By time; at the same second as they were opened: an insertion keeps the order of equals. */
static void moments_build(struct build *b, int32_t round, struct round_end *end)
{
    const struct sim_moment **order = arena_array(b->arena, (size_t)b->state->moment_count + 1, sizeof *order);
    int32_t n = 0;
    for (int32_t i = 0; i < b->state->moment_count; i++) {
        const struct sim_moment *m = &b->state->moments[i];
        if (!moment_shows(m, round))
            continue;
        int32_t at = n++;
        for (; at > 0 && earlier(m, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = m;
    }
    end->moments = arena_array(b->arena, (size_t)n + 1, sizeof *end->moments);
    for (int32_t i = 0; i < n; i++)
        end->moments[i] = moment_build(b, order[i]);
    end->moment_count = n;
}

static void promise_count(struct round_promises *all, int32_t state)
{
    all->made += state != PROMISE_VOID;
    all->kept += state == PROMISE_KEPT;
    all->moved += state == PROMISE_RENEGOTIATED;
    all->late += state == PROMISE_LATE;
    all->dropped += state == PROMISE_DROPPED;
    all->open += state == PROMISE_OPEN;
}

static void promises_build(struct build *b, int32_t round, struct round_end *end)
{
    end->promise_list = arena_array(b->arena, (size_t)b->state->promise_count + 1, sizeof *end->promise_list);
    for (int32_t i = 0; i < b->state->promise_count; i++) {
        const struct sim_promise *p = &b->state->promises[i];
        if (p->round != round)
            continue;
        promise_count(&end->promises, p->state);
        if (p->state == PROMISE_VOID)
            continue;
        end->promise_list[end->promise_count++] = (struct round_promise){
            .from = p->at,
            .due = p->due,
            .settled = p->state == PROMISE_OPEN || p->state == PROMISE_DROPPED ? -1 : p->settled_at,
            .state = p->state,
            .text = wording_promise(&b->w, p),
            .word = wording_promise_state(p->state),
            .label = text_fill(b->arena, "promise.label", "customer", wording_first_name(&b->w, p->customer), "time",
                               wording_clock(&b->w, p->due), NULL)};
    }
}

static struct round_turn turn_build(struct build *b, const struct sim_event *e)
{
    if (!e)
        return (struct round_turn){.time = "", .what = "", .why = "", .customer = ""};
    const char *act = e->trust.act > 0 ? wording_act(&b->w, e->trust.act) : "";
    return (struct round_turn){.time = wording_clock(&b->w, e->at),
                               .why = wording_reason(e->trust.reason),
                               .what = act[0] ? act : wording_incident(&b->w, e->trust.incident),
                               .customer = wording_first_name(&b->w, e->trust.customer),
                               .points = e->trust.delta / 1000};
}

/* The greatest single rise and fall of trust within the round. */
static void turns_build(struct build *b, int32_t round, struct round_end *end)
{
    const struct sim_event *best = NULL, *worst = NULL;
    int inside = 0;
    for (int32_t i = 0; i < session_event_count(b->session); i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            inside = e->round_started.round == round;
        if (!inside || e->kind != SIM_EV_TRUST || e->trust.reason == REASON_NONE)
            continue;
        if (e->trust.delta >= 1000 && (!best || e->trust.delta > best->trust.delta))
            best = e;
        if (e->trust.delta <= -1000 && (!worst || e->trust.delta < worst->trust.delta))
            worst = e;
    }
    end->best = turn_build(b, best);
    end->worst = turn_build(b, worst);
}

static void end_build(struct build *b, int32_t round, struct round_end *end)
{
    const struct round *r = &b->sc->rounds[round];
    const struct round_figures *figures = &b->sheet->rounds[round];
    int32_t last = scored_before(b, round);
    end->title = r->title;
    end->label = round_label(b, round, 0);
    end->when = round_when(b, r);
    end->warm_up = r->warm_up;
    end->from = r->from;
    end->to = r->to;
    for (int i = 0; i < SCORE_COUNT; i++)
        end->scores[i] = score_build(figures, last >= 0 ? &b->sheet->rounds[last] : NULL, (enum score)i);
    end->delivered = figures->delivered;
    end->perceived = figures->perceived;
    end->targets_met = figures->targets_met;
    end->targets = figures->targets;
    end->value_lost = figures->value_lost;
    end->value_possible = figures->value_possible;
    end->acts = figures->acts;
    end->visible = figures->visible;
    end->reflect = filled(b, &r->reflect, r->to);
    moments_build(b, round, end);
    promises_build(b, round, end);
    turns_build(b, round, end);
    round_whole_end(&b->w, round, end);
}

static void past_build(struct build *b, int32_t played)
{
    struct view_round *v = b->out;
    v->rounds = arena_array(b->arena, (size_t)played + 1, sizeof *v->rounds);
    for (int32_t r = 0; r < played; r++) {
        if (!(b->begun >> r & 1))
            continue;
        const struct round_figures *f = &b->sheet->rounds[r];
        struct round_past *past = &v->rounds[v->round_count++];
        *past = (struct round_past){.round = r,
                                    .title = b->sc->rounds[r].title,
                                    .label = round_label(b, r, 0),
                                    .warm_up = b->sc->rounds[r].warm_up,
                                    .delivered = f->delivered,
                                    .perceived = f->perceived};
        for (int i = 0; i < SCORE_COUNT; i++) {
            past->met[i] = f->scores[i].met;
            past->counted[i] = score_moments(&f->scores[i]);
            past->percent[i] = score_percent(&f->scores[i]);
        }
    }
}

/* A warm-up gives trust back, so the round after it begins where the pack does. */
static void customers_build(struct build *b, int32_t ended)
{
    struct view_round *v = b->out;
    int32_t last = ended >= 0 ? scored_before(b, ended) : -1;
    const struct needs_watch *found = view_needs_watch(b->arena, b->session);
    for (int32_t c = 0; c < b->sc->customer_count; c++) {
        const struct customer *who = &b->sc->customers[c];
        enum mood mood = sim_mood(b->state, b->sc, c);
        struct round_customer *out = &v->customers[v->customer_count++];
        *out = (struct round_customer){.name = who->name,
                                       .first = wording_first_name(&b->w, c),
                                       .role = who->role,
                                       .about = who->about,
                                       .mood = mood,
                                       .mood_word = wording_mood(mood),
                                       .portrait = &who->portrait,
                                       .trust_before = last >= 0 ? b->sheet->rounds[last].trust[c] : who->trust,
                                       .satisfaction_before =
                                           last >= 0 ? b->sheet->rounds[last].satisfaction[c] : who->satisfaction};
        view_needs_of(&b->w, found, c, &out->needs);
        view_needs_public(&b->w, found, c, 1, &out->found);
        out->trust = b->state->customers[c].trust / 1000;
        out->satisfaction = b->state->customers[c].satisfaction / 1000;
    }
}

static const char *people_of(struct build *b, int32_t role)
{
    const struct session_setup *setup = session_setup(b->session);
    struct str names = {0};
    for (int32_t i = 0; i < setup->member_count; i++) {
        int none = setup->members[i].role < 0 || setup->members[i].role >= b->sc->role_count;
        if (role == NOBODY ? !none : setup->members[i].role != role)
            continue;
        if (names.length > 0)
            str_append(&names, text("round.and"));
        str_append(&names, wording_member(&b->w, i));
    }
    const char *people = arena_dup(b->arena, str_text(&names));
    str_release(&names);
    return people;
}

static void roles_build(struct build *b)
{
    struct view_round *v = b->out;
    for (int32_t r = 0; r < b->sc->role_count; r++) {
        const char *people = people_of(b, r);
        v->roles[v->role_count++] =
            (struct round_role){b->sc->roles[r].name, b->sc->roles[r].about, people[0] ? people : text("round.nobody")};
    }
    const char *rest = people_of(b, NOBODY);
    if (rest[0])
        v->roles[v->role_count++] = (struct round_role){text("round.any-role"), "", rest};
}

/* Rounds that were begun; while one runs it is not over and counts as not played. */
static int32_t rounds_over(const struct sim_state *s)
{
    if (s->round < 0)
        return 0;
    return s->phase == PHASE_ROUND ? s->round : s->round + 1;
}

void view_round_build(struct arena *arena, const struct session *session, struct view_round *out)
{
    struct build b = {wording_of(arena, session), arena, session, session_scenario(session), session_state(session),
                      sheet_of(session),          out, rounds_begun(session)};
    int32_t over = rounds_over(b.state);
    memset(out, 0, sizeof *out);
    if (over > b.sc->round_count)
        over = b.sc->round_count;
    out->pack = b.sc->title;
    out->team = wording_team(&b.w);
    out->organisation = b.sc->organisation;
    out->value_unit = b.sc->value_unit;
    out->show_scores = session_setup(session)->show_scores;
    out->finished = b.state->phase == PHASE_FINISHED;
    out->has_end = over > 0;
    round_id due = b.state->phase == PHASE_ROUND ? over : view_agenda_due(session);
    out->has_next = !out->finished && due != NOBODY && due < b.sc->round_count;
    if (out->has_end)
        end_build(&b, over - 1, &out->end);
    if (out->has_next)
        next_build(&b, due, &out->next);
    past_build(&b, over);
    round_whole_past(&b.w, out);
    customers_build(&b, over - 1);
    roles_build(&b);
    free(b.sheet);
}
