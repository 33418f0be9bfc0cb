#include "improve_parts.h"
#include "assess/offer.h"
#include "base/text.h"
#include "sim/between.h"
#include "sim/improve.h"
#include "view/chosen.h"

_Static_assert((int)IMPROVE_OFFERS == (int)OFFERS, "what is offered is shown");

const char *improve_number(struct improve_build *b, int32_t n)
{
    return arena_printf(b->w.arena, "%d", (int)n);
}

static int is_chosen_now(const struct improve_build *b, int32_t k)
{
    return b->state->improvements[k].since == b->state->rounds_scored + 1;
}

/* --- hands --- */

/* Hands count from one round's end to the next: those of an earlier choice stay in the session and are not shown. */
static int votes_now(const struct improve_build *b, int32_t improvement)
{
    int votes = 0;
    for (int32_t i = 0; i < session_event_count(b->w.session); i++) {
        const struct sim_event *e = session_event_at(b->w.session, i);
        if (e->kind == SIM_EV_ROUND_ENDED)
            votes = 0;
        if (e->kind == SIM_EV_TALLIED && e->tallied.what == TALLY_IMPROVEMENT && e->tallied.subject == improvement &&
            e->tallied.by == NOBODY)
            votes = e->tallied.count;
    }
    return votes;
}

static int votes_stored(const struct improve_build *b, int32_t improvement)
{
    int32_t at = tally_find(b->state, TALLY_IMPROVEMENT, improvement, NOBODY);
    return at < 0 ? 0 : b->state->tallies[at].count;
}

/* --- what is offered --- */

static const char *why_words(struct improve_build *b, const struct offer *offer)
{
    if (offer->measure == NOBODY)
        return text(arena_printf(b->w.arena, "improve.why.%s",
                                 improvement_word(b->sc->improvements[offer->improvement].effect)));
    struct figure_words v = wording_figure_value(&b->w, b->reading, offer->measure, b->round);
    if (v.percent < 0)
        return text("improve.why.unknown");
    return text_fill(b->w.arena, "improve.why", "figure", wording_figure(offer->measure), "value",
                     v.of[0] ? v.of : v.value, NULL);
}

static void offer_add(struct improve_build *b, const struct offer *offer)
{
    const struct improvement *k = &b->sc->improvements[offer->improvement];
    b->out->offers[b->out->offer_count++] = (struct improve_offer){
        .improvement = offer->improvement,
        .title = k->title,
        .text = k->text,
        .changes = text(arena_printf(b->w.arena, "improve.changes.%s", improvement_word(k->effect))),
        .why = why_words(b, offer),
        .votes = votes_now(b, offer->improvement),
        .stored = votes_stored(b, offer->improvement),
        .chosen = is_chosen_now(b, offer->improvement),
        .digs = k->effect == IMPROVE_ROOT_CAUSE};
}

static void offers_build(struct improve_build *b)
{
    struct offer offers[OFFERS];
    int32_t count = offer_list(b->reading, b->round, offers);
    for (int32_t i = 0; i < count; i++)
        offer_add(b, &offers[i]);
    b->out->chosen_count = improvements_chosen(b->state, b->sc);
    b->out->most = BETWEEN_IMPROVEMENTS;
}

/* --- causes --- */

static const char *first_of(const struct improve_build *b, enum improvement_effect effect, int *works)
{
    *works = improvement_works(b->state, effect);
    for (int32_t k = 0; k < b->sc->improvement_count; k++)
        if (b->sc->improvements[k].effect == effect)
            return b->sc->improvements[k].title;
    return "";
}

/* The one that is chosen now or could be. */
static int32_t digging_of(const struct improve_build *b)
{
    int32_t found = NOBODY;
    for (int32_t k = 0; k < b->sc->improvement_count; k++)
        if (b->sc->improvements[k].effect == IMPROVE_ROOT_CAUSE && (found == NOBODY || is_chosen_now(b, k)))
            found = k;
    return found;
}

static void cause_add(struct improve_build *b, incident_id i, int32_t spine)
{
    struct improve_cause *cause = &b->out->causes[b->out->cause_count++];
    const struct sim_incident *state = &b->state->incidents[i];
    *cause = (struct improve_cause){.incident = i,
                                    .spine = spine,
                                    .title = wording_incident(&b->w, i),
                                    .customer = wording_first_name(&b->w, state->reporter),
                                    .when = wording_clock(&b->w, state->opened)};
    for (int k = 0; k < SPINE_COUNT; k++)
        cause->spines[k] = b->sc->incidents[i].root_cause.spines[k];
}

static void causes_build(struct improve_build *b)
{
    int32_t digging = b->out->digging = digging_of(b);
    for (incident_id i = 0; digging != NOBODY && i < b->sc->incident_count && b->out->cause_count < IMPROVE_CAUSES;
         i++) {
        const struct sim_improvement *k = &b->state->improvements[digging];
        int chosen = is_chosen_now(b, digging) && k->incident == i;
        if (chosen || root_cause_is_open(b->state, b->sc, i))
            cause_add(b, i, chosen ? k->spine : NOBODY);
    }
}

/* --- people --- */

static void customers_build(struct improve_build *b)
{
    for (customer_id c = 0; c < b->sc->customer_count; c++) {
        int32_t speaks = b->state->customers[c].ambassador;
        b->out->customers[b->out->customer_count++] =
            (struct improve_customer){.customer = c,
                                      .ambassador = speaks,
                                      .name = b->sc->customers[c].name,
                                      .first = wording_first_name(&b->w, c),
                                      .role = b->sc->customers[c].role,
                                      .speaks = speaks == NOBODY ? "" : wording_member(&b->w, speaks),
                                      .mood = sim_mood(b->state, b->sc, c),
                                      .portrait = &b->sc->customers[c].portrait};
    }
}

static void members_build(struct improve_build *b)
{
    const struct session_setup *setup = session_setup(b->w.session);
    for (int32_t i = 0; i < setup->member_count; i++) {
        int32_t role = setup->members[i].role;
        b->out->members[b->out->member_count++] = (struct improve_member){
            wording_member(&b->w, i), role >= 0 && role < b->sc->role_count ? b->sc->roles[role].name : ""};
    }
}

/* --- the whole --- */

static const char *refusal_of(const struct improve_build *b)
{
    if (b->state->phase == PHASE_ROUND)
        return text("improve.refused.round");
    if (b->state->phase == PHASE_FINISHED || round_to_come(b->state, b->sc) < 0)
        return text("improve.refused.last");
    return b->state->rounds_scored == 0 ? text("improve.refused.early") : "";
}

static const char *round_label(struct improve_build *b, round_id round)
{
    if (round < 0)
        return "";
    return text_fill(b->w.arena, "improve.round", "n", improve_number(b, chosen_place(b->sc, round)), "title",
                     b->sc->rounds[round].title, NULL);
}

void view_improve_build(struct arena *arena, const struct session *session, round_id round, struct view_improve *out)
{
    struct improve_build b = {wording_of(arena, session),
                              reading_of(arena, session),
                              session_scenario(session),
                              session_state(session),
                              round,
                              out};
    *out = (struct view_improve){.pack = b.sc->title, .survey = ""};
    out->round = round_label(&b, round);
    out->next = round_label(&b, round_to_come(b.state, b.sc));
    out->refusal = refusal_of(&b);
    offers_build(&b);
    causes_build(&b);
    customers_build(&b);
    members_build(&b);
    out->ambassadors = first_of(&b, IMPROVE_AMBASSADOR, &out->ambassadors_work);
    out->forms_by = first_of(&b, IMPROVE_CONDITIONS, &out->forms_work);
    improve_forms_build(&b);
    improve_complaints_build(&b);
    improve_board_build(&b);
}
