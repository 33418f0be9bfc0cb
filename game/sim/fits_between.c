/* Events of between rounds, read from a file: see fits.c. */
#include "sim/applying.h"

#include "model/behaviours.h"
#include "sim/between.h"

static int within(int32_t value, int32_t low, int32_t high)
{
    return value >= low && value <= high;
}

static int behaviour(int32_t number)
{
    return within(number, NOBODY, BEHAVIOUR_COUNT - 1);
}

static int member(const struct sim_state *s, int32_t number)
{
    return within(number, NOBODY, s->member_count - 1);
}

static int fits_learning(const struct sim_state *s, const struct sim_event *e)
{
    return e->learning.on == (learning_runs(s) ? 0 : 1) && (!e->learning.on || s->learning_count < SIM_LEARNINGS);
}

static int fits_committed(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int known = commitment_find(s, e->committed.round, e->committed.slot) >= 0;
    return within(e->committed.round, 0, sc->round_count - 1) && within(e->committed.slot, 0, BETWEEN_COMMITMENTS - 1)
        && behaviour(e->committed.behaviour) && member(s, e->committed.member)
        && (known || (e->committed.text != 0 && s->commitment_count < SIM_COMMITMENTS));
}

static int fits_marked(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    int known = mark_find(s, e->marked.what, e->marked.slot, e->marked.member, e->marked.round) >= 0;
    return within(e->marked.what, 0, PLEDGE_KIND_COUNT - 1) && member(s, e->marked.member)
        && within(e->marked.round, 0, sc->round_count - 1) && within(e->marked.outcome, 0, OUTCOME_COUNT - 1)
        && (known || s->mark_count < SIM_MARKS);
}

static int fits_improved(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return within(e->improved.improvement, 0, sc->improvement_count - 1) && within(e->improved.incident, -1, s->incident_count - 1)
        && within(e->improved.on, 0, 1) && within(e->improved.works, 0, 1);
}

static int fits_tallied(const struct sim_state *s, const struct sim_event *e)
{
    return within(e->tallied.what, 0, TALLY_KIND_COUNT - 1) && within(e->tallied.count, 0, BETWEEN_HANDS)
        && (tally_find(s, e->tallied.what, e->tallied.subject, e->tallied.by) >= 0 || s->tally_count < SIM_TALLIES);
}

static int fits_card_noted(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    return within(e->card_noted.card, 0, sc->card_count - 1) && within(e->card_noted.part, 0, BETWEEN_PARTS - 1)
        && (card_note_find(s, e->card_noted.card, e->card_noted.part) >= 0 || s->card_note_count < SIM_CARD_NOTES);
}

static int fits_customer(const struct sim_state *s, const struct scenario *sc, int32_t customer, int32_t incident)
{
    return within(customer, 0, sc->customer_count - 1) && within(incident, -1, s->incident_count - 1);
}

int fits_between(const struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_LEARNING: return fits_learning(s, e);
    case SIM_EV_COMMITTED: return fits_committed(s, sc, e);
    case SIM_EV_CHARTERED: return within(e->chartered.slot, 0, SIM_CHARTER - 1) && behaviour(e->chartered.behaviour);
    case SIM_EV_MARKED: return fits_marked(s, sc, e);
    case SIM_EV_IMPROVED: return fits_improved(s, sc, e);
    case SIM_EV_AMBASSADOR: return fits_customer(s, sc, e->ambassador.customer, NOBODY) && member(s, e->ambassador.member);
    case SIM_EV_TALLIED: return fits_tallied(s, e);
    case SIM_EV_CARD_NOTED: return fits_card_noted(s, sc, e);
    case SIM_EV_MONDAY: return within(e->monday.slot, 0, SIM_ACTIONS - 1) && member(s, e->monday.member) && within(e->monday.named, 0, 1);
    case SIM_EV_FOLLOWED_UP: return action_exists(s, e->followed_up.slot) && within(e->followed_up.outcome, 0, OUTCOME_COUNT - 1);
    case SIM_EV_AROUND: return fits_customer(s, sc, e->around.customer, e->around.incident);
    case SIM_EV_PREVENTED: return within(e->prevented.incident, 0, s->incident_count - 1);
    case SIM_EV_SURVEYED: return fits_customer(s, sc, e->surveyed.customer, e->surveyed.incident) && within(e->surveyed.answer, 1, 5);
    case SIM_EV_STEPPED: return within(e->stepped.step, 0, AGENDA_STEPS - 1) && within(e->stepped.minutes, -BETWEEN_MINUTES, BETWEEN_MINUTES);
    case SIM_EV_REPORT_EDITED: return within(e->report_edited.edit, 0, REPORT_EDIT_COUNT - 1);
    default: return 1;
    }
}
