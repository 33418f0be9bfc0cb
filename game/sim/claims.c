#include "sim/claim.h"

#include "base/number.h"
#include "sim/figures.h"
#include "sim/knowledge.h"
#include "sim/promise.h"

int32_t claim_by_act(const struct sim_state *s, int32_t act)
{
    for (int32_t k = s->claim_count - 1; k >= 0; k--)
        if (s->claims[k].act == act)
            return k;
    return NOBODY;
}

int32_t claim_last(const struct sim_state *s, incident_id i, customer_id c)
{
    int32_t at = s->incidents[i].last_claim;
    while (at >= 0 && s->claims[at].customer != c)
        at = s->claims[at].next;
    return at;
}

int claim_is_ahead(const struct sim_claim *claim)
{
    return claim->verdict == VERDICT_LUCKY || claim->verdict == VERDICT_AHEAD;
}

/* Said first and begun in the same breath: see claims_review(). */
static int is_made_good(const struct sim_claim *claim)
{
    return claim->supported_by == LACK_INVESTIGATION && !claim_is_ahead(claim);
}

int claim_is_hollow(const struct sim_claim *claim)
{
    return (claim->flags & CLAIM_FLAG_HOLLOW) != 0 && !is_made_good(claim);
}

void claims_followed(struct sim_state *s, const struct scenario *sc, incident_id i, int32_t at)
{
    for (int32_t k = s->incidents[i].last_claim; k >= 0 && at - s->claims[k].at <= sc->rules.conversation; k = s->claims[k].next)
        s->claims[k].flags &= ~CLAIM_FLAG_HOLLOW;
}

int32_t claim_outcome(const struct sim_claim *claim)
{
    if (claim->disputed)
        return OUTCOME_NONE;
    if (claim->overruled >= 0)
        return claim->overruled;
    if (claim_is_ahead(claim))
        return OUTCOME_BROKEN;
    int weak = claim->flags & (CLAIM_FLAG_EMPTY | CLAIM_FLAG_WITHHELD | CLAIM_FLAG_UNDERSTATED | CLAIM_FLAG_FAR);
    return weak || claim_is_hollow(claim) ? OUTCOME_PARTLY : OUTCOME_MET;
}

int32_t claim_stake(const struct sim_claim *claim)
{
    static const int32_t stakes[CLAIM_COUNT] = {
        [CLAIM_DO_NOT_KNOW] = 0, [CLAIM_FINDING_OUT] = STAKE_FINDING_OUT, [CLAIM_KNOW_WHY] = STAKE_KNOW_WHY,
        [CLAIM_WAY_AROUND] = STAKE_WAY_AROUND, [CLAIM_UNDER_CONTROL] = STAKE_UNDER_CONTROL,
        [CLAIM_FIXED] = STAKE_FIXED, [CLAIM_CONFIRMED] = STAKE_CONFIRMED};
    int32_t stake = stakes[claim->claim];
    return claim->flags & CLAIM_FLAG_FIX_AHEAD ? number_max(stake, STAKE_FIX_BY) : stake;
}

int claim_is_far(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c, int32_t due)
{
    int32_t deadline = known_deadline(s, sc, i);
    int32_t horizon = s->now + FIGURE_HORIZON * incident_window(s, sc, i, c);
    return due > horizon || (deadline >= s->now && due > deadline);
}

/* The latest end of the running work that will make it run soonest, -1 when there is none. */
static int32_t longest_fix(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    int32_t soonest = -1;
    for (int32_t k = s->open_work; k < s->work_count; k++) {
        const struct sim_work *w = &s->works[k];
        if (w->incident == i && w->ended < 0 && work_ends_running(sc, w) && (soonest < 0 || w->latest < soonest))
            soonest = w->latest;
    }
    return soonest;
}

int claim_fix_is_far(const struct sim_state *s, const struct scenario *sc, incident_id i, customer_id c, int32_t due)
{
    int32_t latest = longest_fix(s, sc, i);
    int padded = latest >= 0 && due - s->now > FIGURE_PADDED * (latest - s->now) + FIGURE_PADDED_MORE;
    return padded || claim_is_far(s, sc, i, c, due);
}

/* --- judging --- */

static enum claim_lack lack_of(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t claim)
{
    switch ((enum claim)claim) {
    case CLAIM_FINDING_OUT:
        return knows_investigation(s, sc, i) ? LACK_NOTHING : LACK_INVESTIGATION;
    case CLAIM_KNOW_WHY:
        return knows_cause(s, sc, i) ? LACK_NOTHING : LACK_CAUSE;
    case CLAIM_WAY_AROUND:
        return knows_way_around(s, sc, i) ? LACK_NOTHING : LACK_WORKAROUND;
    case CLAIM_UNDER_CONTROL:
        if (!knows_impact(s, sc, i))
            return LACK_IMPACT;
        return knows_contained(s, sc, i) ? LACK_NOTHING : LACK_CONTAINED;
    case CLAIM_FIXED:
        return knows_fixed(s, sc, i) ? LACK_NOTHING : LACK_FIX;
    case CLAIM_CONFIRMED:
        return s->incidents[i].confirmed >= 0 ? LACK_NOTHING : LACK_CONFIRMATION;
    case CLAIM_DO_NOT_KNOW:
    case CLAIM_COUNT:
        break;
    }
    return LACK_NOTHING;
}

/* True as far as this second can tell; what lies ahead is judged when it comes. */
static int is_true_now(const struct sim_state *s, const struct scenario *sc, incident_id i, int32_t claim)
{
    switch ((enum claim)claim) {
    case CLAIM_DO_NOT_KNOW:
        return !knows_cause(s, sc, i);
    case CLAIM_WAY_AROUND:
        return truth_way_around(s, sc, i);
    case CLAIM_UNDER_CONTROL:
        return s->incidents[i].level != LEVEL_DOWN;
    case CLAIM_FIXED:
        return s->incidents[i].level == LEVEL_RUNNING;
    case CLAIM_FINDING_OUT: case CLAIM_KNOW_WHY: case CLAIM_CONFIRMED: case CLAIM_COUNT:
        break;
    }
    return lack_of(s, sc, i, claim) == LACK_NOTHING;
}

static int owes_call(const struct sim_state *s, incident_id i, customer_id c)
{
    for (int32_t at = s->incidents[i].last_promise; at >= 0; at = s->promises[at].next) {
        const struct sim_promise *p = &s->promises[at];
        if (p->customer == c && p->state == PROMISE_OPEN && p->kind != PROMISE_FIX_BY)
            return 1;
    }
    return 0;
}

/* A question of theirs is open: a scripted moment of this customer, or "when will I hear from you?". */
static int is_answer(const struct sim_state *s, incident_id i, customer_id c)
{
    for (int32_t at = s->incidents[i].last_moment; at >= 0; at = s->moments[at].next) {
        const struct sim_moment *moment = &s->moments[at];
        int asks = moment->source == MOMENT_SCRIPTED || moment->source == MOMENT_COMMITMENT;
        if (asks && moment->customer == c && moment->outcome == OUTCOME_OPEN && moment->due >= 0)
            return 1;
    }
    return 0;
}

static int is_news(const struct sim_state *s, const struct sim_command *c, const struct claim_judgement *j, uint32_t untold)
{
    int32_t last = claim_last(s, c->update.incident, c->update.customer);
    if (last < 0 || s->claims[last].claim != c->update.claim)
        return 1;
    if (c->update.fix_by >= 0 && s->claims[last].fix_by != c->update.fix_by)
        return 1;
    uint32_t improvised = improvised_untold(s, c->update.incident, c->update.customer);
    return (j->told & untold) != 0 || (j->told_improvised & improvised) != 0 || c->update.corrects > 0;
}

/* The customer has heard as much already, and it still stands: the next word may be about something else. */
static int was_told(const struct sim_state *s, const struct sim_command *c, int32_t least)
{
    for (int32_t at = s->incidents[c->update.incident].last_claim; at >= 0; at = s->claims[at].next) {
        const struct sim_claim *k = &s->claims[at];
        if (k->customer == c->update.customer && k->claim >= least && !claim_is_ahead(k) && k->settled != CLAIM_FOUND_OUT)
            return 1;
    }
    return 0;
}

/* Weaker than what the team knows, where that matters and was not told: the "always the weakest claim" way out. */
static int is_understated(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, uint32_t hidden)
{
    incident_id i = c->update.incident;
    int32_t claim = c->update.claim;
    if (claim < CLAIM_UNDER_CONTROL && knows_fixed(s, sc, i) && !was_told(s, c, CLAIM_FIXED))
        return 1;
    if (claim < CLAIM_WAY_AROUND && (hidden & facts_of_kind(sc, i, FACT_WORKAROUND)) != 0)
        return 1;
    if (claim < CLAIM_WAY_AROUND && s->incidents[i].level != LEVEL_WAITING && knows_contained(s, sc, i)
        && !was_told(s, c, CLAIM_WAY_AROUND))
        return 1;
    if (claim == CLAIM_DO_NOT_KNOW && knows_cause(s, sc, i))
        return 1;
    return claim < CLAIM_KNOW_WHY && (hidden & facts_of_kind(sc, i, FACT_CAUSE)) != 0;
}

static int could_work(const struct sim_state *s, const struct scenario *sc, incident_id i)
{
    const struct incident *pack = incident_pack(sc, i);
    for (int32_t k = 0; pack != NULL && k < pack->work_count; k++) {
        enum refusal refusal = sim_work_possible(s, sc, pack->first_work + k, NOBODY);
        if (refusal == REFUSAL_NONE || refusal == REFUSAL_ALREADY_RUNNING)   /* what runs and moves nothing is for show */
            return 1;
    }
    return 0;
}

/* Nothing new to say, nobody on it although somebody could be: a call for the call's sake. */
static int is_hollow(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, const struct claim_judgement *j)
{
    incident_id i = c->update.incident;
    int32_t last = claim_last(s, i, c->update.customer);
    if (last < 0 || s->incidents[i].restored >= 0 || j->told != 0 || j->told_improvised != 0)
        return 0;
    if (incident_moved_since(s, sc, i, s->claims[last].at))
        return 0;
    return s->incidents[i].refused || could_work(s, sc, i);
}

static void judge_told(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, struct claim_judgement *j)
{
    incident_id i = c->update.incident;
    uint32_t known = sim_facts_known(s, sc, i);
    j->told = c->update.facts == SIM_FACTS_DEFAULT ? sim_facts_untold(s, sc, i, c->update.customer) : (uint32_t)c->update.facts;
    if ((j->told & ~known) != 0)
        j->refusal = REFUSAL_FACT_UNKNOWN;
    uint32_t all = (UINT32_C(1) << number_min(31, improvised_count(s, i))) - 1;
    j->told_improvised = c->update.improvised == SIM_FACTS_DEFAULT
        ? improvised_untold(s, i, c->update.customer) : (uint32_t)c->update.improvised;
    if ((j->told_improvised & ~all) != 0)
        j->refusal = REFUSAL_FACT_UNKNOWN;
}

/* Says when the customer will hear more, and not so late that it says nothing. */
static int names_call(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c)
{
    int32_t call = c->update.next_call;
    return call >= 0 && !claim_is_far(s, sc, c->update.incident, c->update.customer, call);
}

static void judge_flags(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, struct claim_judgement *j)
{
    incident_id i = c->update.incident;
    customer_id to = c->update.customer;
    uint32_t untold = sim_facts_untold(s, sc, i, to);
    if (owes_call(s, i, to))
        j->flags |= CLAIM_FLAG_DUE;
    if (!is_news(s, c, j, untold) && !names_call(s, sc, c) && !(j->flags & CLAIM_FLAG_DUE) && !is_answer(s, i, to))
        j->flags |= CLAIM_FLAG_EMPTY;
    if (is_hollow(s, sc, c, j))
        j->flags |= CLAIM_FLAG_HOLLOW;
    if ((facts_withheld(s, sc, i, to) & ~j->told) != 0)
        j->flags |= CLAIM_FLAG_WITHHELD;
    if (is_understated(s, sc, c, untold & ~j->told))
        j->flags |= CLAIM_FLAG_UNDERSTATED;
    if (c->update.corrects > 0)
        j->flags |= CLAIM_FLAG_CORRECTS;
    if (c->update.fix_by >= 0)
        j->flags |= CLAIM_FLAG_FIX_BY;
    if (c->update.fix_by >= 0 && !knows_fix_by(s, sc, i, c->update.fix_by))
        j->flags |= CLAIM_FLAG_FIX_AHEAD;
}

/* When a claim is settled unless something settles it before; HELD at once where nothing can change it. */
static void judge_due(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c, struct claim_judgement *j, int own_ahead)
{
    int32_t claim = c->update.claim;
    int32_t window = incident_window(s, sc, c->update.incident, c->update.customer);
    j->settled = CLAIM_OPEN;
    j->due = -1;
    if (own_ahead)
        j->due = claim == CLAIM_FIXED || claim == CLAIM_CONFIRMED ? s->now + FIGURE_TRY
            : claim == CLAIM_KNOW_WHY ? -1 : s->now + window;
    else if (claim == CLAIM_FIXED)
        j->due = s->now + sc->rules.fixed_holds;
    else if (claim != CLAIM_UNDER_CONTROL && !(j->flags & CLAIM_FLAG_FIX_AHEAD))
        j->settled = CLAIM_HELD;
    if (j->flags & CLAIM_FLAG_FIX_AHEAD && (j->due < 0 || c->update.fix_by < j->due))
        j->due = c->update.fix_by;
}

static enum refusal judge_refusal(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c)
{
    if (!customer_exists(sc, c->update.customer) || c->update.claim < 0 || c->update.claim >= CLAIM_COUNT)
        return REFUSAL_NO_SUCH;
    if (c->update.incident < 0 || c->update.incident >= s->incident_count)
        return REFUSAL_NO_SUCH;
    if (!incident_is_open(s, c->update.incident))
        return REFUSAL_NOT_OPEN;
    if ((c->update.fix_by >= 0 && c->update.fix_by <= s->now) || (c->update.next_call >= 0 && c->update.next_call <= s->now))
        return REFUSAL_TIME_PAST;
    if (c->update.corrects <= 0)
        return REFUSAL_NONE;
    int32_t wrong = claim_by_act(s, c->update.corrects);
    return wrong < 0 || s->claims[wrong].customer != c->update.customer ? REFUSAL_NO_SUCH : REFUSAL_NONE;
}

struct claim_judgement claim_judge(const struct sim_state *s, const struct scenario *sc, const struct sim_command *c)
{
    struct claim_judgement j = {.refusal = judge_refusal(s, sc, c), .due = -1};
    if (j.refusal != REFUSAL_NONE)
        return j;
    incident_id i = c->update.incident;
    judge_told(s, sc, c, &j);
    judge_flags(s, sc, c, &j);
    j.lacks = (int32_t)lack_of(s, sc, i, c->update.claim);
    int own_ahead = j.lacks != LACK_NOTHING;
    int fix_ahead = (j.flags & CLAIM_FLAG_FIX_AHEAD) != 0;
    if (!own_ahead && fix_ahead)
        j.lacks = LACK_RUNNING_WORK;
    int holds = is_true_now(s, sc, i, c->update.claim);
    j.verdict = own_ahead || fix_ahead ? (holds ? VERDICT_LUCKY : VERDICT_AHEAD) : (holds ? VERDICT_HONEST : VERDICT_HONEST_MISTAKE);
    judge_due(s, sc, c, &j, own_ahead);
    j.fix_far = c->update.fix_by >= 0 && claim_fix_is_far(s, sc, i, c->update.customer, c->update.fix_by);
    j.call_far = c->update.next_call >= 0 && claim_is_far(s, sc, i, c->update.customer, c->update.next_call);
    if (j.fix_far || j.call_far)
        j.flags |= CLAIM_FLAG_FAR;
    return j;
}

struct sim_preview sim_preview_update(const struct sim_state *s, const struct scenario *sc, const struct sim_command *update)
{
    struct claim_judgement j = claim_judge(s, sc, update);
    if (j.refusal == REFUSAL_NONE && s->phase != PHASE_ROUND)
        j.refusal = REFUSAL_NO_ROUND;
    return (struct sim_preview){.refusal = j.refusal, .verdict = j.verdict, .flags = j.flags, .lacks = j.lacks,
        .told = j.told, .fix_far = j.fix_far, .call_far = j.call_far};
}
