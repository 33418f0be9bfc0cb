#include "view/report_inside.h"
#include "base/text.h"
#include "view/chosen.h"
#include "view/wording_between.h"

/* --- commitments and charter --- */

static struct report_standing standing_of(struct report_build *b, const struct pledge_found *found)
{
    return (struct report_standing){wording_standing((int32_t)found->standing), wording_pledge_found(&b->w, found),
                                    wording_standing_tone((int32_t)found->standing)};
}

/* The behaviour behind it, where the room used words of its own. */
static const char *checked_by(struct report_build *b, const struct pledge_found *found)
{
    const char *behaviour = wording_behaviour(found->behaviour), *words = wording_pledge(&b->w, found->behaviour, found->text);
    return behaviour == words ? "" : behaviour[0] ? behaviour : text("report.agreed.by-hand");
}

static struct report_charter *charter_row(struct report_build *b, int32_t slot, int slots[SIM_CHARTER], const char *words)
{
    if (slots[slot] < 0) {
        slots[slot] = b->out->charter_count++;
        b->out->charter[slots[slot]] = (struct report_charter){.checked = ""};
        for (int r = 0; r < REPORT_ROUNDS; r++) b->out->charter[slots[slot]].rounds[r] = (struct report_standing){"", "", TONE_NEUTRAL};
    }
    b->out->charter[slots[slot]].words = words;   /* as it was put last */
    return &b->out->charter[slots[slot]];
}

static void pledge_take(struct report_build *b, int place, const struct pledge_found *found, int slots[SIM_CHARTER])
{
    const char *words = wording_pledge(&b->w, found->behaviour, found->text);
    if (found->kind == PLEDGE_CHARTER) {
        struct report_charter *row = charter_row(b, found->slot, slots, words);
        row->checked = checked_by(b, found);
        row->rounds[place] = standing_of(b, found);
        return;
    }
    b->out->commitments[b->out->commitment_count++] =
        (struct report_commitment){.round = b->out->rounds[place].label,
                                   .words = words,
                                   .checked = checked_by(b, found),
                                   .by = found->member == NOBODY ? "" : wording_member(&b->w, found->member),
                                   .standing = standing_of(b, found)};
}

static void pledges_build(struct report_build *b)
{
    struct pledge_found found[PLEDGES_A_ROUND];
    int slots[SIM_CHARTER];
    for (int i = 0; i < SIM_CHARTER; i++) slots[i] = -1;
    b->out->commitments = arena_array(b->arena, REPORT_ROUNDS * PLEDGES_A_ROUND, sizeof *b->out->commitments);
    b->out->charter = arena_array(b->arena, SIM_CHARTER, sizeof *b->out->charter);
    for (int place = 0; place < b->out->round_count; place++) {
        int32_t count = pledge_list(&b->reading->pledges, b->state, b->rounds[place], found);
        for (int32_t i = 0; i < count; i++) pledge_take(b, place, &found[i], slots);
    }
}

/* --- improvements --- */

/* What came of it: only a root cause has an end that the log can show. */
static const char *came_of(struct report_build *b, const struct chosen *c)
{
    if (c->prevented_count > 0)
        return text_fill(b->arena, "between.prevented", "incident", wording_incident(&b->w, c->prevented), NULL);
    if (c->incident == NOBODY) return "";
    return text_fill(b->arena, c->works ? "between.root.found" : "between.root.wasted", "incident",
                     wording_incident(&b->w, c->incident), "spine", wording_spine(c->spine), NULL);
}

static void improvements_build(struct report_build *b)
{
    struct chosen found[CHOSEN_MOST];
    int count = chosen_list(b->session, found);
    b->out->improvements = arena_array(b->arena, CHOSEN_MOST, sizeof *b->out->improvements);
    for (int i = 0; i < count; i++)
        b->out->improvements[b->out->improvement_count++] = (struct report_improvement){
            .title = b->sc->improvements[found[i].improvement].title,
            .text = b->sc->improvements[found[i].improvement].text,
            .since = text_fill(b->arena, "report.changed.since", "n", report_number(b, found[i].since), NULL),
            .came = came_of(b, &found[i]),
            .tone = !found[i].works ? TONE_WARN : found[i].prevented_count > 0 ? TONE_GOOD : TONE_NEUTRAL};
}

/* --- Monday --- */

static void action_take(struct report_build *b, int32_t slot)
{
    const struct sim_action *a = &b->state->actions[slot];
    int asked = a->outcome != OUTCOME_OPEN;
    b->names.agreed = a->named ? a->member : NOBODY;
    const char *after = wording_followed(&b->w, slot);
    b->out->actions[b->out->action_count++] = (struct report_action){
        .who = wording_action_who(&b->w, a->member, a->named),
        .when = wording_typed(&b->w, a->when),
        .will = wording_typed(&b->w, a->will),
        .due = a->days > 0 ? text_count(b->arena, "report.monday.within", (int)a->days) : "",
        .note = wording_typed(&b->w, a->note),
        .follow = {asked ? wording_outcome(a->outcome) : "", after, wording_outcome_tone(a->outcome)}};
    b->names.agreed = NOBODY;
}

static void actions_build(struct report_build *b)
{
    b->out->actions = arena_array(b->arena, SIM_ACTIONS, sizeof *b->out->actions);
    for (int32_t i = 0; i < b->state->action_count; i++)
        if (b->state->actions[i].when > 0) action_take(b, i);
}

/* --- cards --- */

static int gap_of(const struct report_card *c) { return c->users > c->ours ? c->users - c->ours : c->ours - c->users; }

static struct report_card card_of(struct report_build *b, int32_t card)
{
    struct report_card out = {.title = b->sc->cards[card].title, .line = b->sc->cards[card].line, .sheet = {"", "", "", ""}};
    for (int32_t i = 0; i < b->state->tally_count; i++) {
        const struct sim_tally *t = &b->state->tallies[i];
        if (t->subject != card) continue;
        out.users += t->what == TALLY_CARD_USERS && !b->out->few_cards ? t->count : 0;
        out.ours += t->what == TALLY_CARD_OURS && !b->out->few_cards ? t->count : 0;
    }
    for (int32_t i = 0; i < b->state->card_note_count; i++) {
        const struct sim_card_note *n = &b->state->card_notes[i];
        if (n->card != card || n->part < 0 || n->part >= REPORT_CARD_PARTS) continue;
        out.sheet[n->part] = wording_typed(&b->w, n->text);
        out.noted += out.sheet[n->part][0] != '\0';
    }
    return out;
}

/* Of equal gaps the one that the users picked more often; then as in the pack. */
static int goes_before(const struct report_card *a, const struct report_card *c)
{
    return gap_of(a) != gap_of(c) ? gap_of(a) > gap_of(c) : a->users > c->users;
}

static void cards_build(struct report_build *b)
{
    b->out->few_cards = report_too_few(b, TALLY_CARD_USERS) || report_too_few(b, TALLY_CARD_OURS);
    b->out->cards = arena_array(b->arena, (size_t)b->sc->card_count + 1, sizeof *b->out->cards);
    for (int32_t i = 0; i < b->sc->card_count; i++) {
        struct report_card card = card_of(b, i);
        int at = b->out->card_count;
        if (card.users + card.ours + card.noted == 0) continue;
        for (; at > 0 && goes_before(&card, &b->out->cards[at - 1]); at--) b->out->cards[at] = b->out->cards[at - 1];
        b->out->cards[at] = card;
        b->out->card_count++;
    }
}

void report_agreed_build(struct report_build *b)
{
    pledges_build(b);
    improvements_build(b);
    actions_build(b);
    cards_build(b);
    report_votes_build(b);
}
