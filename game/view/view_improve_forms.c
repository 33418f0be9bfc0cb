/* Conditions of satisfaction, and the ledger of complaints. */
#include "improve_parts.h"
#include "base/text.h"
#include "sim/between.h"

/* --- forms --- */

static int is_to_come(const struct improve_build *b, incident_id i)
{
    return b->state->incidents[i].open == 0 && b->sc->incidents[i].round == round_to_come(b->state, b->sc);
}

static const char *state_words(struct improve_build *b, incident_id i)
{
    const struct sim_incident *s = &b->state->incidents[i];
    if (is_to_come(b, i))
        return text("improve.form.to-come");
    if (s->conditions_agreed < 0)
        return text("improve.form.not-agreed");
    return text_fill(b->w.arena, "improve.form.agreed", "time", wording_clock(&b->w, s->conditions_agreed), NULL);
}

static void milestones_build(struct improve_build *b, incident_id i, struct improve_form *form)
{
    const struct incident *pack = &b->sc->incidents[i];
    for (int32_t k = 0; k < pack->milestone_count; k++)
        form->milestones[form->milestone_count++] =
            (struct improve_milestone){.title = pack->milestones[k].title,
                                       .time = wording_clock(&b->w, pack->milestones[k].at),
                                       .past = pack->milestones[k].at <= b->state->now,
                                       .checked = b->state->incidents[i].retested >> k & 1};
}

static void form_add(struct improve_build *b, incident_id i)
{
    const struct incident *pack = &b->sc->incidents[i];
    struct improve_form *form = &b->out->forms[b->out->form_count++];
    *form = (struct improve_form){
        .title = pack->title,
        .customer = wording_first_name(&b->w, pack->reporter),
        .kind = text(pack->kind == INCIDENT_PROJECT ? "improve.form.project" : "improve.form.major"),
        .state = state_words(b, i),
        .to_come = is_to_come(b, i),
        .agreed = b->state->incidents[i].open != 0 && b->state->incidents[i].conditions_agreed >= 0,
        .conditions = pack->conditions};
    milestones_build(b, i, form);
}

/* What is under way comes first, then what the next round brings. */
void improve_forms_build(struct improve_build *b)
{
    for (int to_come = 0; to_come <= 1; to_come++)
        for (incident_id i = 0; i < b->sc->incident_count && b->out->form_count < IMPROVE_FORMS; i++) {
            int shows = to_come ? is_to_come(b, i) : b->state->incidents[i].open == 1;
            if (shows && b->sc->incidents[i].conditions.count > 0)
                form_add(b, i);
        }
}

/* --- complaints --- */

/* enum of the COMPLAINT event: 0 logged, 1 resolved, 2 late. */
static const char *complaint_state(const struct sim_complaint *c, int32_t now, enum tone *tone)
{
    static const char *const words[] = {"improve.complaint.open", "improve.complaint.resolved",
                                        "improve.complaint.late"};
    static const enum tone tones[] = {TONE_WARN, TONE_GOOD, TONE_BAD};
    int overdue = c->state == 0 && c->due < now;
    *tone = overdue ? TONE_BAD : tones[c->state];
    return text(overdue ? "improve.complaint.overdue" : words[c->state]);
}

static struct improve_complaint complaint_of(struct improve_build *b, const struct sim_complaint *c)
{
    const struct session_entry *entry = wording_entry(&b->w, c->act);
    struct improve_complaint out = {.customer = wording_customer(&b->w, c->customer),
                                    .about = c->incident == NOBODY ? "" : wording_incident(&b->w, c->incident),
                                    .words = entry ? wording_typed(&b->w, entry->command.text) : "",
                                    .owner = c->owner == NOBODY ? text("improve.complaint.nobody")
                                                                : wording_member(&b->w, c->owner),
                                    .due = wording_clock(&b->w, c->due),
                                    .logged = wording_clock(&b->w, c->at)};
    out.owned = c->owner != NOBODY;
    out.state = complaint_state(c, b->state->now, &out.tone);
    return out;
}

void improve_complaints_build(struct improve_build *b)
{
    b->out->complaints = arena_array(b->w.arena, IMPROVE_COMPLAINTS + 1, sizeof *b->out->complaints);
    for (int32_t k = b->state->complaint_count - 1; k >= 0 && b->out->complaint_count < IMPROVE_COMPLAINTS; k--)
        b->out->complaints[b->out->complaint_count++] = complaint_of(b, &b->state->complaints[k]);
}
