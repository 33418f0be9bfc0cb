/* The performance board: figures by round, and what there is to celebrate. */
#include "improve_parts.h"
#include "assess/spokes.h"
#include "assess/survey.h"
#include "base/text.h"
#include "view/chosen.h"
#include "view/wording_between.h"
#include "view/wording_figure.h"

enum { FEW_PROMISES = 3, FEW_CLAIMS = 3, FEW_MOMENTS = 3 };

static const char *of_words(struct improve_build *b, int32_t n, int32_t all)
{
    return text_fill(b->w.arena, "improve.of", "n", improve_number(b, n), "all", improve_number(b, all), NULL);
}

/* --- by round --- */

/* Customers weigh as the pack says; -1 without any. */
static int weighed(const struct scenario *sc, const int32_t of[LIMIT_CUSTOMERS])
{
    int32_t sum = 0, weight = 0;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        sum += of[c] * sc->customers[c].weight;
        weight += sc->customers[c].weight;
    }
    return weight == 0 ? -1 : (int)((sum + weight / 2) / weight);
}

static void rounds_build(struct improve_build *b)
{
    struct view_improve *v = b->out;
    for (round_id r = 0; r < b->sc->round_count; r++) {
        const struct assess_round *round = &b->reading->rounds[r];
        const struct round_figures *f = &round->figures;
        if (!round->begun || round->ended < 0)
            continue;
        v->rounds[v->round_count] =
            text_fill(b->w.arena, "round.number", "n", improve_number(b, chosen_place(b->sc, r)), NULL);
        v->targets[v->round_count] = f->targets == 0 ? -1 : (int)((f->targets_met * 100 + f->targets / 2) / f->targets);
        v->trust[v->round_count] = weighed(b->sc, f->trust);
        v->satisfaction[v->round_count++] = weighed(b->sc, f->satisfaction);
    }
}

static round_id round_before(const struct improve_build *b)
{
    for (round_id r = b->round - 1; r >= 0; r--)
        if (b->reading->rounds[r].begun)
            return r;
    return NOBODY;
}

static void spokes_build(struct improve_build *b)
{
    _Static_assert((int)IMPROVE_SPOKES == (int)SPOKE_COUNT, "as many as are measured");
    struct measure_value now[SPOKE_COUNT], before[SPOKE_COUNT];
    round_id earlier = round_before(b);
    if (b->out->round_count == 0)
        return;
    spokes_read(b->reading, b->round, now);
    if (earlier != NOBODY)
        spokes_read(b->reading, earlier, before);
    for (int32_t i = 0; i < SPOKE_COUNT; i++)
        b->out->spokes[b->out->spoke_count++] =
            (struct improve_spoke){wording_figure(spoke_measure(i)), (int)now[i].value, earlier == NOBODY ? -1 : (int)before[i].value};
}

static void survey_build(struct improve_build *b)
{
    struct survey *s = arena_alloc(b->w.arena, sizeof *s);
    survey_read(b->reading, b->round, s);
    if (s->customers.count > 0)
        b->out->survey = text_fill(
            b->w.arena, "improve.survey", "words", of_words(b, s->customers.satisfied, s->customers.count), "band",
            text(arena_printf(b->w.arena, "survey.band.%s", survey_band_word((int32_t)s->customers.band))), NULL);
}

/* --- what there is to celebrate, the rarest first --- */

static void feat(struct improve_build *b, const char *title, const char *rests)
{
    if (b->out->feat_count < IMPROVE_MILESTONES)
        b->out->feats[b->out->feat_count++] = (struct improve_feat){title, rests};
}

static void prevented_add(struct improve_build *b)
{
    int inside = 0;
    for (int32_t i = 0; i < session_event_count(b->w.session); i++) {
        const struct sim_event *e = session_event_at(b->w.session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            inside = e->round_started.round == b->round;
        if (inside && e->kind == SIM_EV_PREVENTED)
            feat(b, text("improve.feat.prevented"), wording_incident(&b->w, e->prevented.incident));
    }
}

static void pledges_add(struct improve_build *b)
{
    struct pledge_found found[PLEDGES_A_ROUND];
    int32_t count = pledge_list(&b->reading->pledges, b->state, b->round, found);
    for (int32_t i = 0; i < count; i++)
        if (found[i].kind == PLEDGE_COMMITMENT && found[i].standing == PLEDGE_KEPT)
            feat(b,
                 text_fill(b->w.arena, "improve.feat.pledge", "words",
                           wording_pledge(&b->w, found[i].behaviour, found[i].text), NULL),
                 wording_pledge_found(&b->w, &found[i]));
}

static void trust_add(struct improve_build *b)
{
    round_id before = round_before(b);
    int32_t least = 100, rise = 0;
    for (customer_id c = 0; c < b->sc->customer_count; c++) {
        int32_t from = before < 0 ? b->sc->customers[c].trust : b->reading->rounds[before].figures.trust[c];
        rise = b->reading->rounds[b->round].figures.trust[c] - from;
        least = rise < least ? rise : least;
    }
    if (b->sc->customer_count > 0 && least >= 1)
        feat(b, text("improve.feat.trust"),
             text_fill(b->w.arena, "improve.feat.trust-rests", "n", improve_number(b, least), NULL));
}

static void promises_add(struct improve_build *b)
{
    int32_t made = 0, kept = 0;
    for (int32_t i = 0; i < b->state->promise_count; i++) {
        const struct sim_promise *p = &b->state->promises[i];
        int counts = p->round == b->round && p->state != PROMISE_VOID && p->state != PROMISE_OPEN;
        made += counts;
        kept += counts && (p->state == PROMISE_KEPT || p->state == PROMISE_RENEGOTIATED);
    }
    if (made >= FEW_PROMISES && kept == made)
        feat(b, text("improve.feat.promises"), of_words(b, kept, made));
}

static void claims_add(struct improve_build *b)
{
    int32_t made = 0, ahead = 0;
    for (int32_t i = 0; i < b->state->claim_count; i++) {
        const struct sim_claim *c = &b->state->claims[i];
        made += c->round == b->round;
        ahead += c->round == b->round && (c->verdict == VERDICT_AHEAD || c->verdict == VERDICT_LUCKY);
    }
    if (made >= FEW_CLAIMS && ahead == 0)
        feat(b, text("improve.feat.claims"), of_words(b, made, made));
}

/* A behaviour that was met each time it was called for. */
static void always_add(struct improve_build *b, int32_t measure, const char *key)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, measure, b->round);
    if (v.percent == 100 && v.items >= FEW_MOMENTS && v.whole == v.items)
        feat(b, text(key), of_words(b, v.whole, v.items));
}

/* A story that a customer's thanks came with; whom they went to is told by whoever tells it. */
static void voucher_add(struct improve_build *b)
{
    int inside = 0;
    for (int32_t i = 0; i < session_event_count(b->w.session); i++) {
        const struct sim_event *e = session_event_at(b->w.session, i);
        if (e->kind == SIM_EV_ROUND_STARTED)
            inside = e->round_started.round == b->round;
        if (inside && e->kind == SIM_EV_VOUCHER && wording_typed(&b->w, e->voucher.text)[0])
            feat(b,
                 text_fill(b->w.arena, "improve.feat.voucher", "customer",
                           wording_first_name(&b->w, e->voucher.customer), NULL),
                 wording_typed(&b->w, e->voucher.text));
    }
}

void improve_board_build(struct improve_build *b)
{
    rounds_build(b);
    spokes_build(b);
    if (b->round < 0 || !b->reading->rounds[b->round].begun)
        return;
    survey_build(b);
    prevented_add(b);
    pledges_add(b);
    trust_add(b);
    promises_add(b);
    claims_add(b);
    voucher_add(b);
    always_add(b, MEASURE_ASK_IMPACT, "improve.feat.asked");
    always_add(b, MEASURE_USER_CONFIRMS, "improve.feat.confirmed");
    always_add(b, MEASURE_FIRST_WORD, "improve.feat.first-word");
}
