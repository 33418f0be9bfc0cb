#include "sim/score.h"

#include "base/number.h"
#include "sim/figures.h"

#include <string.h>

enum outcome score_outcome(const struct sim_moment *m)
{
    if (!m->scored || m->disputed)
        return OUTCOME_NONE;
    return (enum outcome)(m->overruled >= 0 ? m->overruled : m->outcome);
}

static void count(struct score_counts *c, const struct sim_moment *m)
{
    enum outcome outcome = score_outcome(m);
    c->disputed += m->scored && m->disputed;
    c->overruled += m->scored && !m->disputed && m->overruled >= 0;
    if (outcome == OUTCOME_OPEN || outcome == OUTCOME_NONE)
        return;
    c->met += outcome == OUTCOME_MET;
    c->partly += outcome == OUTCOME_PARTLY;
    c->missed += outcome == OUTCOME_MISSED;
    c->broken += outcome == OUTCOME_BROKEN;
    c->points += outcome == OUTCOME_MET ? 2 : outcome == OUTCOME_PARTLY ? 1 : outcome == OUTCOME_BROKEN ? -1 : 0;
    c->possible += 2;
}

struct score_counts score_of_state(const struct sim_state *s, round_id round, enum score which)
{
    struct score_counts c = {0};
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct sim_moment *m = &s->moments[k];
        if (m->score == (int32_t)which && (round < 0 || m->round == round))
            count(&c, m);
    }
    return c;
}

int32_t score_moments(const struct score_counts *c)
{
    return c->met + c->partly + c->missed + c->broken;
}

int32_t score_percent(const struct score_counts *c)
{
    if (score_moments(c) < SCORE_TOO_FEW)
        return -1;
    return number_max(0, (200 * c->points + c->possible) / (2 * c->possible));
}

/* --- figures beside the scores --- */

/* A target counts once it is met or its second has passed. */
static void count_targets(struct round_figures *f, const struct sim_state *s, round_id round)
{
    for (int32_t i = 0; i < s->incident_count; i++) {
        const struct sim_incident *incident = &s->incidents[i];
        if (incident->open == 0 || incident->round != round || incident->restore_by < 0)
            continue;
        int met = incident->restored >= 0 && incident->restored <= incident->restore_by;
        f->targets_ahead += !met && incident->restored < 0 && incident->restore_by > s->now;
        f->targets_met += met;
        f->targets += met || incident->restore_by <= s->now;
    }
}

/* Hundreds of incidents of the highest value are more than an int32: then as much as fits. */
static void add_value(int32_t *sum, int32_t more)
{
    int64_t after = (int64_t)*sum + more;
    *sum = after > INT32_MAX ? INT32_MAX : after < INT32_MIN ? INT32_MIN : (int32_t)after;
}

static void count_value(struct round_figures *f, const struct sim_state *s, const struct scenario *sc, round_id round)
{
    for (service_id v = 0; v < sc->service_count && round == s->round; v++) {
        add_value(&f->value_lost, s->services[v].lost);
        add_value(&f->value_possible, s->services[v].stake);
    }
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].open != 0 && s->incidents[i].round == round) {
            add_value(&f->value_lost, s->incidents[i].lost);
            add_value(&f->value_possible, s->incidents[i].stake);
        }
}

/* Mean of the targets met and the value kept, as far as there is something to tell of either. While no target has been
 * decided and one is ahead, a loss of everything says only that it is still within its time. */
static int32_t delivered(const struct round_figures *f)
{
    int64_t sum = 0, parts = 0;
    if (f->targets == 0 && f->targets_ahead > 0 && f->value_lost >= f->value_possible)
        return -1;
    if (f->targets > 0) {
        sum += 100 * (int64_t)f->targets_met / f->targets;
        parts++;
    }
    if (f->value_possible > 0) {
        sum += number_clamp((int32_t)(100 * ((int64_t)f->value_possible - f->value_lost) / f->value_possible), 0, 100);
        parts++;
    }
    return parts == 0 ? -1 : (int32_t)(sum / parts);
}

static int32_t points_of(int32_t thousandths)
{
    return (thousandths + FIGURE_POINT / 2) / FIGURE_POINT;
}

static void count_feelings(struct round_figures *f, const struct sim_state *s, const struct scenario *sc)
{
    int64_t sum = 0, weights = 0;
    for (customer_id c = 0; c < sc->customer_count; c++) {
        int32_t weight = number_max(1, sc->customers[c].weight);
        f->trust[c] = points_of(s->customers[c].trust);
        f->satisfaction[c] = points_of(s->customers[c].satisfaction);
        sum += (int64_t)weight * (s->customers[c].trust + s->customers[c].satisfaction) / 2;
        weights += weight;
    }
    f->perceived = weights == 0 ? 0 : points_of((int32_t)(sum / weights));
}

struct round_figures score_figures(const struct sim_state *s, const struct scenario *sc, round_id round)
{
    struct round_figures f;
    memset(&f, 0, sizeof f);
    for (int k = 0; k < SCORE_COUNT; k++)
        f.scores[k] = score_of_state(s, round, (enum score)k);
    count_targets(&f, s, round);
    count_value(&f, s, sc, round);
    f.delivered = delivered(&f);
    count_feelings(&f, s, sc);
    for (int32_t k = 0; k < s->promise_count; k++)
        if (s->promises[k].round == round && s->promises[k].state != PROMISE_VOID) {
            f.promises++;
            f.promises_kept += s->promises[k].state == PROMISE_KEPT;
        }
    return f;
}

/* --- the fold --- */

void score_begin(struct score_sheet *sheet, const struct scenario *sc, const struct sim_setup *setup)
{
    memset(sheet->rounds, 0, sizeof sheet->rounds);
    sim_begin(&sheet->state, sc, setup);
    for (round_id r = 0; r < LIMIT_ROUNDS; r++)
        sheet->rounds[r].delivered = -1;
}

/* Moments of an earlier round may still change: a project's, which moves on with the round, or a dispute. Its other
 * figures stand. */
static void recount(struct score_sheet *sheet, const struct scenario *sc, round_id current)
{
    for (round_id r = 0; r < sc->round_count; r++)
        for (int k = 0; k < SCORE_COUNT && r != current; k++)
            sheet->rounds[r].scores[k] = score_of_state(&sheet->state, r, (enum score)k);
}

static void refresh(struct score_sheet *sheet, const struct scenario *sc, round_id round)
{
    int32_t acts = sheet->rounds[round].acts, visible = sheet->rounds[round].visible;
    sheet->rounds[round] = score_figures(&sheet->state, sc, round);
    sheet->rounds[round].acts = acts;
    sheet->rounds[round].visible = visible;
}

void score_fold(struct score_sheet *sheet, const struct scenario *sc, const struct sim_event *e)
{
    sim_apply(&sheet->state, sc, e);
    round_id round = sheet->state.round;
    if (round < 0 || e->kind == SIM_EV_TIME)
        return;
    if (e->kind == SIM_EV_ACT && sim_command_is_act(e->act.act) && sheet->state.phase == PHASE_ROUND) {
        sheet->rounds[round].acts++;
        sheet->rounds[round].visible += e->act.visible;
    }
    if (sheet->state.phase == PHASE_ROUND || e->kind == SIM_EV_ROUND_ENDED || e->kind == SIM_EV_ROUND_STARTED)
        refresh(sheet, sc, round);
    if (e->kind == SIM_EV_VERDICT_MARK || e->kind == SIM_EV_MOMENT_SETTLED || e->kind == SIM_EV_ROUND_STARTED)
        recount(sheet, sc, sheet->state.phase == PHASE_ROUND ? round : NOBODY);
}
