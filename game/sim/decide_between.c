/* Between rounds: improvements, ambassadors, hands that are counted, cards, and what people will do on Monday. */
#include "sim/decide.h"

#include "model/behaviours.h"
#include "sim/between.h"
#include "sim/improve.h"

/* --- improvements --- */

static enum refusal improve_phase(const struct sim_making *m)
{
    if (m->s->phase == PHASE_ROUND)
        return REFUSAL_ROUND_RUNNING;   /* a room that stops to learn has not got that far */
    if (m->s->rounds_scored == 0)
        return REFUSAL_TOO_EARLY;
    return round_to_come(m->s, m->sc) < 0 ? REFUSAL_ALREADY_OVER : REFUSAL_NONE;
}

static int is_chosen_now(const struct sim_state *s, int32_t k)
{
    return s->improvements[k].since == s->rounds_scored + 1;
}

static enum refusal choose_refusal(const struct sim_making *m, const struct sim_command *c)
{
    int32_t k = c->improve.improvement;
    int digs = m->sc->improvements[k].effect == IMPROVE_ROOT_CAUSE;
    if (is_chosen_now(m->s, k))
        return REFUSAL_SAME;
    if (m->s->improvements[k].since > 0 && !digs)
        return REFUSAL_ALREADY_DONE;
    if (improvements_chosen(m->s, m->sc) >= BETWEEN_IMPROVEMENTS)
        return REFUSAL_ENOUGH;
    int aims = root_cause_is_open(m->s, m->sc, c->improve.incident) && c->improve.spine >= 0 && c->improve.spine < SPINE_COUNT;
    return digs && !aims ? REFUSAL_NO_ROOT_CAUSE : REFUSAL_NONE;
}

static void improved(struct sim_making *m, int32_t k, int32_t on, incident_id i, int32_t spine, int32_t works)
{
    making_add(m, &(struct sim_event){.kind = SIM_EV_IMPROVED, .improved = {k, on, i, spine, works}});
}

enum refusal decide_improve(struct sim_making *m, const struct sim_command *c)
{
    int32_t k = c->improve.improvement;
    enum refusal refusal = improve_phase(m);
    if (refusal != REFUSAL_NONE)
        return refusal;
    if (k < 0 || k >= m->sc->improvement_count)
        return REFUSAL_NO_SUCH;
    if (!c->improve.on) {
        const struct sim_improvement before = m->s->improvements[k];
        if (!is_chosen_now(m->s, k))
            return REFUSAL_NOT_CHOSEN;
        act_begin(m, NOBODY, NOBODY);
        improved(m, k, 0, before.incident, before.spine, before.works);
        return REFUSAL_NONE;
    }
    refusal = choose_refusal(m, c);
    if (refusal != REFUSAL_NONE)
        return refusal;
    act_begin(m, NOBODY, NOBODY);
    if (m->sc->improvements[k].effect == IMPROVE_ROOT_CAUSE)
        improved(m, k, 1, c->improve.incident, c->improve.spine,
                 m->sc->incidents[c->improve.incident].root_cause.answer == c->improve.spine);
    else
        improved(m, k, 1, NOBODY, NOBODY, 1);
    return REFUSAL_NONE;
}

enum refusal decide_ambassador(struct sim_making *m, const struct sim_command *c)
{
    customer_id who = c->ambassador.customer;
    int32_t member = c->ambassador.member;
    if (m->s->phase == PHASE_ROUND)
        return REFUSAL_ROUND_RUNNING;
    if (!customer_exists(m->sc, who))
        return REFUSAL_NO_SUCH;
    if (member < NOBODY || member >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    if (!improvement_works(m->s, IMPROVE_AMBASSADOR))
        return REFUSAL_NOT_CHOSEN;
    if (m->s->customers[who].ambassador == member)
        return REFUSAL_SAME;
    act_begin(m, NOBODY, who);
    making_add(m, &(struct sim_event){.kind = SIM_EV_AMBASSADOR, .ambassador = {who, member}});
    return REFUSAL_NONE;
}

/* --- hands and cards --- */

static int tally_aim(const struct sim_making *m, const struct sim_command *c)
{
    const struct scenario *sc = m->sc;
    const int32_t subjects[TALLY_KIND_COUNT] = {
        [TALLY_CARD_USERS] = sc->card_count, [TALLY_CARD_OURS] = sc->card_count, [TALLY_COMMITMENT] = BEHAVIOUR_COUNT + BETWEEN_COMMITMENTS,
        [TALLY_CHARTER] = SIM_CHARTER, [TALLY_IMPROVEMENT] = sc->improvement_count, [TALLY_SURVEY] = sc->survey_count,
        [TALLY_SURVEY_LATER] = sc->survey_count * BETWEEN_FOLLOW_UPS};
    if (c->tally.what < 0 || c->tally.what >= TALLY_KIND_COUNT || c->tally.subject < 0 || c->tally.subject >= subjects[c->tally.what])
        return 0;
    return c->tally.what >= TALLY_SURVEY ? c->tally.by >= 1 && c->tally.by <= 5 : c->tally.by >= NOBODY && c->tally.by < m->s->member_count;
}

enum refusal decide_tally(struct sim_making *m, const struct sim_command *c)
{
    if (!tally_aim(m, c) || c->tally.count < 0 || c->tally.count > BETWEEN_HANDS)
        return REFUSAL_NO_SUCH;
    int32_t before = tally_find(m->s, c->tally.what, c->tally.subject, c->tally.by);
    if (before < 0 ? c->tally.count == 0 : m->s->tallies[before].count == c->tally.count)
        return REFUSAL_SAME;
    if (before < 0 && m->s->tally_count >= SIM_TALLIES)
        return REFUSAL_FULL;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_TALLIED, .tallied = {c->tally.what, c->tally.subject, c->tally.by, c->tally.count}});
    return REFUSAL_NONE;
}

static int lacks_words(const struct sim_command *c)
{
    int32_t edit = c->edit_report.edit;
    int needs = edit == REPORT_EDIT_CHANGE || edit == REPORT_EDIT_ADD || edit == REPORT_EDIT_SECTION;
    return (needs && c->text <= 0) || (edit == REPORT_EDIT_SECTION && c->edit_report.title <= 0);
}

/* Whether the part is told is known only to whoever writes the report; nothing of the game rests on it. */
enum refusal decide_edit_report(struct sim_making *m, const struct sim_command *c)
{
    if (c->edit_report.edit < 0 || c->edit_report.edit >= REPORT_EDIT_COUNT)
        return REFUSAL_NO_SUCH;
    if (lacks_words(c))
        return REFUSAL_NO_TEXT;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_REPORT_EDITED,
                                      .report_edited = {c->edit_report.part, c->edit_report.edit, c->text > 0 ? c->text : 0, c->edit_report.title}});
    return REFUSAL_NONE;
}

enum refusal decide_card_sheet(struct sim_making *m, const struct sim_command *c)
{
    int32_t card = c->card_sheet.card, part = c->card_sheet.part;
    if (card < 0 || card >= m->sc->card_count || part < 0 || part >= BETWEEN_PARTS)
        return REFUSAL_NO_SUCH;
    int32_t before = card_note_find(m->s, card, part);
    if (c->text <= 0 && (before < 0 || m->s->card_notes[before].text == 0))
        return REFUSAL_NO_TEXT;
    if (before < 0 && m->s->card_note_count >= SIM_CARD_NOTES)
        return REFUSAL_FULL;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_CARD_NOTED, .card_noted = {card, part, c->text > 0 ? c->text : 0}});
    return REFUSAL_NONE;
}

/* --- Monday --- */

/* Both halves, "when X" and "I will Y", or neither: taken back. */
enum refusal decide_monday(struct sim_making *m, const struct sim_command *c)
{
    int32_t slot = c->monday.slot, when = c->text > 0 ? c->text : 0, will = c->monday.will > 0 ? c->monday.will : 0;
    if (slot < 0 || slot >= SIM_ACTIONS)
        return REFUSAL_FULL;
    if (c->monday.member < NOBODY || c->monday.member >= m->s->member_count)
        return REFUSAL_NO_MEMBER;
    if ((when == 0) != (will == 0) || (when == 0 && !action_exists(m->s, slot)))
        return REFUSAL_NO_TEXT;
    if (c->monday.days < 0 || c->monday.days > BETWEEN_DAYS)
        return REFUSAL_TIME_PAST;
    if (c->monday.named < 0 || c->monday.named > 1)
        return REFUSAL_NO_SUCH;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_MONDAY, .monday = {slot, c->monday.member, c->monday.days, when, will, c->monday.named}});
    return REFUSAL_NONE;
}

enum refusal decide_follow_up(struct sim_making *m, const struct sim_command *c)
{
    int32_t slot = c->follow_up.slot, outcome = c->follow_up.outcome;
    if (!action_exists(m->s, slot) || outcome < OUTCOME_OPEN || outcome > OUTCOME_NONE || outcome == OUTCOME_BROKEN)
        return REFUSAL_NO_SUCH;
    if (c->follow_up.days < 0 || c->follow_up.days > BETWEEN_DAYS)
        return REFUSAL_TIME_PAST;
    act_begin(m, NOBODY, NOBODY);
    making_add(m, &(struct sim_event){.kind = SIM_EV_FOLLOWED_UP, .followed_up = {slot, c->follow_up.days, outcome, c->text > 0 ? c->text : 0}});
    return REFUSAL_NONE;
}

/* --- the agenda --- */

enum refusal decide_step(struct sim_making *m, const struct sim_command *c)
{
    int32_t step = c->step.step, minutes = c->step.minutes;
    if (step < 0 || step >= AGENDA_STEPS || minutes < -BETWEEN_MINUTES || minutes > BETWEEN_MINUTES)
        return REFUSAL_NO_SUCH;
    if (m->s->phase == PHASE_ROUND && step != m->s->step && m->s->step >= 0)
        return REFUSAL_ROUND_RUNNING;
    if (step == m->s->step && minutes == m->s->extended[step])
        return REFUSAL_SAME;
    making_add(m, &(struct sim_event){.kind = SIM_EV_STEPPED, .stepped = {step, minutes}});
    return REFUSAL_NONE;
}
