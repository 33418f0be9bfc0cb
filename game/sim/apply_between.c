#include "sim/applying.h"

#include "sim/between.h"

#include <string.h>

/* Within a round the clock stands meanwhile. */
void apply_learning(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    if (e->learning.on)
        s->learnings[s->learning_count++] = (struct sim_learning){e->learning.round, e->at, e->learning.pattern, -1};
    else
        s->learnings[s->learning_count - 1].until = e->at;
    if (s->phase == PHASE_ROUND)
        s->paused = e->learning.on;
}

void apply_committed(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t at = commitment_find(s, e->committed.round, e->committed.slot);
    if (e->committed.text == 0) {
        s->commitment_count--;
        memmove(&s->commitments[at], &s->commitments[at + 1], sizeof s->commitments[0] * (size_t)(s->commitment_count - at));
        return;
    }
    if (at < 0)
        at = s->commitment_count++;
    s->commitments[at] = (struct sim_commitment){
        e->committed.round, e->committed.slot, e->committed.behaviour, e->committed.member, e->committed.text};
}

void apply_chartered(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t behaviour = e->chartered.text == 0 ? NOBODY : e->chartered.behaviour;
    s->charter[e->chartered.slot] = (struct sim_charter){behaviour, e->chartered.text};
}

void apply_marked(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t at = mark_find(s, e->marked.what, e->marked.slot, e->marked.member, e->marked.round);
    if (at < 0)
        at = s->mark_count++;
    s->marks[at] = (struct sim_mark){e->marked.what, e->marked.slot, e->marked.member, e->marked.round, e->marked.outcome};
}

/* --- improvements --- */

/* The first round whose root cause analysis the pack's improvement goes back to, 0 when none is left. */
static int32_t root_cause_since(const struct sim_state *s)
{
    int32_t first = 0;
    for (incident_id i = 0; i < s->incident_count; i++) {
        int32_t since = s->incidents[i].root_cause < 0 ? -s->incidents[i].root_cause : s->incidents[i].root_cause;
        if (since > 0 && (first == 0 || since < first))
            first = since;
    }
    return first;
}

static void improved_refresh(struct sim_state *s, const struct scenario *sc)
{
    s->improved = 0;
    for (int32_t k = 0; k < sc->improvement_count; k++)
        if (s->improvements[k].since > 0)
            s->improved |= 1 << sc->improvements[k].effect;
}

void apply_improved(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    struct sim_improvement *improvement = &s->improvements[e->improved.improvement];
    int digs = sc->improvements[e->improved.improvement].effect == IMPROVE_ROOT_CAUSE && e->improved.incident >= 0;
    int32_t since = e->improved.on ? s->rounds_scored + 1 : 0;
    if (digs)
        s->incidents[e->improved.incident].root_cause = e->improved.works ? since : -since;
    *improvement = (struct sim_improvement){since, e->improved.incident, e->improved.spine, e->improved.works};
    if (digs && !e->improved.on)
        improvement->since = root_cause_since(s);
    improved_refresh(s, sc);
}

void apply_ambassador(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->customers[e->ambassador.customer].ambassador = e->ambassador.member;
}

/* --- hands, cards, actions --- */

void apply_tallied(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t at = tally_find(s, e->tallied.what, e->tallied.subject, e->tallied.by);
    if (at < 0)
        at = s->tally_count++;
    s->tallies[at] = (struct sim_tally){e->tallied.what, e->tallied.subject, e->tallied.by, e->tallied.count};
}

void apply_card_noted(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    int32_t at = card_note_find(s, e->card_noted.card, e->card_noted.part);
    if (at < 0)
        at = s->card_note_count++;
    s->card_notes[at] = (struct sim_card_note){e->card_noted.card, e->card_noted.part, e->card_noted.text};
}

void apply_monday(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    while (s->action_count <= e->monday.slot)
        s->actions[s->action_count++] = (struct sim_action){.member = NOBODY};
    s->actions[e->monday.slot] = (struct sim_action){
        .member = e->monday.member, .days = e->monday.days, .when = e->monday.when, .will = e->monday.will,
        .named = e->monday.named};
}

void apply_followed_up(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    struct sim_action *action = &s->actions[e->followed_up.slot];
    action->outcome = e->followed_up.outcome;
    action->asked_after = e->followed_up.days;
    action->note = e->followed_up.text;
}

void apply_stepped(struct sim_state *s, const struct scenario *sc, const struct sim_event *e)
{
    (void)sc;
    s->step = e->stepped.step;
    s->extended[e->stepped.step] = e->stepped.minutes;
}
