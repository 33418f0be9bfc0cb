/* What the room may do differently: candidates from the patterns and the weakest behaviours, hands, and what was picked. */
#include "learning_parts.h"
#include "base/text.h"
#include "view/wording_between.h"

enum { OFFERED = 5, WELL = 80 };

const char *view_learning_deed(int32_t behaviour)
{
    static const char *const keys[BEHAVIOUR_COUNT] = {
#define DEED_KEY(number, NAME, word) [number] = "learning.deed." word,
        BEHAVIOURS(DEED_KEY)
#undef DEED_KEY
    };
    return behaviour >= 0 && behaviour < BEHAVIOUR_COUNT ? text(keys[behaviour]) : "";
}

const char *view_learning_check(int32_t behaviour)
{
    static const char *const keys[BEHAVIOUR_COUNT] = {
#define CHECK_KEY(number, NAME, word) [number] = "learning.check." word,
        BEHAVIOURS(CHECK_KEY)
#undef CHECK_KEY
    };
    return behaviour >= 0 && behaviour < BEHAVIOUR_COUNT ? text(keys[behaviour]) : "";
}

/* What would undo the pattern; NOBODY: nothing that the game could check. */
static int32_t answer_to(int32_t pattern)
{
    switch (pattern) {
    case PATTERN_WORK_FIRST: return BEHAVIOUR_ASK_IMPACT;
    case PATTERN_PROMISED_FORGOT: return BEHAVIOUR_KEEP_THE_CALL;
    case PATTERN_SILENT_WORK:
    case PATTERN_SAME_FORGOTTEN: return BEHAVIOUR_NOBODY_WAITS;
    case PATTERN_AHEAD: return BEHAVIOUR_SAY_WHAT_WE_KNOW;
    case PATTERN_BAD_NEWS_KEPT: return BEHAVIOUR_BAD_NEWS_FIRST;
    case PATTERN_DECIDED_FOR_THEM: return BEHAVIOUR_ASK_FIRST;
    case PATTERN_NOT_CONFIRMED:
    case PATTERN_CLOSED_UNASKED: return BEHAVIOUR_USER_CONFIRMS;
    case PATTERN_BLAME: return BEHAVIOUR_OWN_IT;
    case PATTERN_FIRST_WORD_LATE: return BEHAVIOUR_FIRST_WORD;
    case PATTERN_UPDATES_MISSED: return BEHAVIOUR_NAME_THE_CALL;
    case PATTERN_SAID_NO: return BEHAVIOUR_LET_CHOOSE;
    default: return NOBODY;
    }
}

/* --- hands --- */

/* Was anything counted for it in this learning moment? The engine keeps the counts of earlier ones too. */
static int is_counted(const struct learning_build *b, int32_t subject)
{
    int counted = 0;
    for (int32_t i = b->first; i < session_event_count(b->session); i++) {
        const struct sim_event *e = session_event_at(b->session, i);
        if (e->kind == SIM_EV_ROUND_STARTED || e->kind == SIM_EV_ROUND_ENDED || (e->kind == SIM_EV_LEARNING && e->learning.on && b->out->in_round))
            counted = 0;
        if (e->kind == SIM_EV_TALLIED && e->tallied.what == TALLY_COMMITMENT && e->tallied.subject == subject)
            counted = 1;
    }
    return counted;
}

static int votes_of(const struct learning_build *b, int32_t subject)
{
    int votes = 0;
    for (int32_t k = 0; k < b->state->tally_count; k++)
        if (b->state->tallies[k].what == TALLY_COMMITMENT && b->state->tallies[k].subject == subject)
            votes += (int)b->state->tallies[k].count;
    return is_counted(b, subject) ? votes : -1;
}

/* --- candidates --- */

static struct learning_candidate *offered(struct view_learning *v, int32_t behaviour)
{
    for (int k = 0; k < v->candidate_count; k++)
        if (behaviour != NOBODY && v->candidates[k].behaviour == behaviour)
            return &v->candidates[k];
    return NULL;
}

static struct learning_candidate *add(struct learning_build *b, int32_t subject, int32_t behaviour)
{
    struct view_learning *v = b->out;
    struct learning_candidate *c = &v->candidates[v->candidate_count++];
    *c = (struct learning_candidate){.subject = subject,
                                     .behaviour = behaviour,
                                     .slot = NOBODY,
                                     .member = NOBODY,
                                     .text = view_learning_deed(behaviour),
                                     .why = "",
                                     .who = "",
                                     .checked = text(behaviour == NOBODY ? "learning.by-hand" : "learning.by-game"),
                                     .votes = votes_of(b, subject)};
    int32_t kept = tally_find(b->state, TALLY_COMMITMENT, subject, NOBODY);
    c->stale = c->votes < 0 && kept >= 0 && b->state->tallies[kept].count > 0;
    return c;
}

static void answers_add(struct learning_build *b)
{
    struct view_learning *v = b->out;
    for (int k = 0; k < v->pattern_count && v->candidate_count < OFFERED; k++) {
        int32_t behaviour = answer_to(v->patterns[k].pattern);
        if (behaviour != NOBODY && !offered(v, behaviour))
            add(b, behaviour, behaviour)->why = text_fill(b->arena, "learning.why-pattern", "pattern", v->patterns[k].name, NULL);
    }
}

/* The weakest that came up in the round and did not go well; of equals, the first. */
static int32_t weakest(const struct learning_build *b, struct pledge_counts *counts)
{
    int32_t best = NOBODY;
    for (int32_t k = 0; k < BEHAVIOUR_COUNT; k++) {
        struct pledge_counts c = behaviour_counts(&b->reading->pledges, b->state, k, b->round);
        if (offered(b->out, k) || c.percent < 0 || c.percent >= WELL || (best != NOBODY && c.percent >= counts->percent))
            continue;
        best = k;
        *counts = c;
    }
    return best;
}

static void weak_add(struct learning_build *b)
{
    struct pledge_counts c;
    for (int32_t k; b->out->candidate_count < OFFERED && (k = weakest(b, &c)) != NOBODY;)
        add(b, k, k)->why = text_fill(b->arena, "learning.why-seen", "met", learning_number(b, c.met), "all",
                                      learning_number(b, c.met + c.partly + c.missed + c.broken), NULL);
}

/* A day that went well leaves few: what every team can hold itself to. */
static void usual_add(struct learning_build *b)
{
    static const int32_t usual[] = {BEHAVIOUR_ASK_IMPACT, BEHAVIOUR_NAME_THE_CALL, BEHAVIOUR_USER_CONFIRMS};
    for (size_t k = 0; k < sizeof usual / sizeof *usual && b->out->candidate_count < 3; k++)
        if (!offered(b->out, usual[k]))
            add(b, usual[k], usual[k]);
}

/* --- what was picked --- */

/* What is on offer keeps its place, so that its number stays the same while hands are counted; others stand behind. */
static void pick_add(struct learning_build *b, int32_t slot, const struct sim_commitment *c)
{
    struct learning_candidate *out = offered(b->out, c->behaviour);
    if (!out)
        out = add(b, c->behaviour == NOBODY ? BEHAVIOUR_COUNT + slot : c->behaviour, c->behaviour);
    out->slot = slot;
    out->member = c->member;
    out->who = c->member == NOBODY ? "" : wording_member(&b->named, c->member);
    out->text = wording_pledge(&b->words, c->behaviour, c->text);
    b->out->picked++;
}

static void picks_add(struct learning_build *b, round_id next)
{
    for (int32_t slot = 0; slot < LEARNING_PICKS; slot++) {
        int32_t k = commitment_find(b->state, next, slot);
        if (k >= 0 && b->state->commitments[k].text != 0)
            pick_add(b, slot, &b->state->commitments[k]);
        else if (b->out->free_slot == NOBODY)
            b->out->free_slot = slot;
    }
}

/* --- what became of the last ones --- */

static const char *kept_words(struct learning_build *b, const struct pledge_found *found)
{
    const struct pledge_counts *seen = found->seen.percent >= 0 ? &found->seen : &found->marked;
    int32_t all = seen->met + seen->partly + seen->missed + seen->broken;
    if (all == 0)
        return text("learning.last.open");
    return text_fill(b->arena, found->seen.percent >= 0 ? "learning.last.seen" : "learning.last.marked", "met", learning_number(b, seen->met),
                     "all", learning_number(b, all), NULL);
}

static void last_add(struct learning_build *b)
{
    struct pledge_found found[PLEDGES_A_ROUND];
    struct view_learning *v = b->out;
    int32_t count = pledge_list(&b->reading->pledges, b->state, b->round, found);
    for (int32_t i = 0; i < count && found[i].kind == PLEDGE_COMMITMENT; i++)
        v->last[v->last_count++] = (struct learning_last){.text = wording_pledge(&b->words, found[i].behaviour, found[i].text),
                                                          .word = wording_standing((int32_t)found[i].standing),
                                                          .counts = kept_words(b, &found[i]),
                                                          .tone = wording_standing_tone((int32_t)found[i].standing)};
}

void learning_candidates(struct learning_build *b)
{
    answers_add(b);
    weak_add(b);
    usual_add(b);
    if (b->out->has_next)
        picks_add(b, round_to_come(b->state, b->sc));
    last_add(b);
}
