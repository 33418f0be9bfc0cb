#include "explain_parts.h"

#include "base/text.h"
#include "sim/claim.h"

/* --- events in words --- */

int explain_has_event(const struct explain_build *b, int32_t event)
{
    return event >= 0 && event < session_event_count(b->session);
}

const char *explain_clock(const struct explain_build *b, int32_t at)
{
    int32_t of_day = at % 86400;
    return arena_printf(b->arena, "%02d:%02d:%02d", (int)(of_day / 3600), (int)(of_day / 60 % 60), (int)(of_day % 60));
}

/* What the team knew about the incident at that second, one fact after the other. */
static const char *known_then(const struct explain_build *b, const struct sim_claim *claim)
{
    const char *list = "";
    for (fact_id f = 0; f < b->scenario->fact_count; f++) {
        int32_t at = b->state->facts[f].known_at;
        if (b->scenario->facts[f].incident == claim->incident && at >= 0 && at <= claim->at)
            list = arena_printf(b->arena, "%s%s%s", list, list[0] ? "; " : "", wording_fact(&b->w, f));
    }
    return list[0] ? list : text("explain.claim.nothing-known");
}

/* Ahead of what was known: what was there, and what was lacking. */
static const char *claim_text(const struct explain_build *b, const struct sim_claim *claim)
{
    const char *words = wording_claim(&b->w, claim);
    if (!claim_is_ahead(claim))
        return words;
    return text_fill(b->arena, "explain.claim.ahead", "claim", words, "known", known_then(b, claim), "lack",
                     wording_lack(claim->supported_by), NULL);
}

static const char *claim_settled_text(const struct explain_build *b, const struct sim_claim *claim, int32_t how)
{
    static const char *const keys[] = {"", "explain.claim.found-out", "explain.claim.held", "explain.claim.corrected"};
    if (how <= CLAIM_OPEN || how > CLAIM_CORRECTED)
        return "";
    return text_fill(b->arena, keys[how], "customer", wording_first_name(&b->w, claim->customer), "claim",
                     wording_claim_kind(claim->claim), "time", wording_clock(&b->w, claim->at), NULL);
}

static const char *claim_event_text(const struct explain_build *b, const struct sim_event *e)
{
    int settled = e->kind == SIM_EV_CLAIM_SETTLED;
    int32_t k = claim_by_act(b->state, settled ? e->claim_settled.act : e->claim.act);
    if (k < 0)
        return "";
    const struct sim_claim *claim = &b->state->claims[k];
    return settled ? claim_settled_text(b, claim, e->claim_settled.how) : claim_text(b, claim);
}

static const char *promise_event_text(const struct explain_build *b, const struct sim_event *e)
{
    for (int32_t k = 0; k < b->state->promise_count; k++) {
        const struct sim_promise *p = &b->state->promises[k];
        if (p->act == e->promise_settled.act && p->part == e->promise_settled.part)
            return text_fill(b->arena, p->spoiled ? "explain.promise.spoiled" : p->far ? "explain.promise.far" : "explain.promise",
                             "promise", wording_promise(&b->w, p), "state", wording_promise_state(e->promise_settled.state), NULL);
    }
    return "";
}

static const char *silence_text(const struct explain_build *b, const struct sim_event *e)
{
    int32_t patience = b->state->incidents[e->silence.incident].patience;
    return text_fill(b->arena, "explain.silence", "customer", wording_first_name(&b->w, e->silence.customer), "n",
                     arena_printf(b->arena, "%d", (int)e->silence.count), "patience",
                     arena_printf(b->arena, "%d", (int)(patience / 60)), NULL);
}

static const char *contact_text(const struct explain_build *b, const struct sim_event *e)
{
    const char *key = e->contact.weight == CONTACT_FOR_NOTHING ? "explain.contact.for-nothing"
                      : e->contact.weight == CONTACT_ANSWERED  ? "explain.contact.answered"
                                                               : "explain.contact";
    return text_fill(b->arena, key, "customer", wording_first_name(&b->w, e->contact.customer), NULL);
}

/* Events that the log has no sentence for are told by what they are about. */
static const char *subject_text(const struct explain_build *b, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_ACT: return wording_act(&b->w, e->act.number);
    case SIM_EV_WORK_STARTED: return wording_work(&b->w, e->work_started.instance);
    case SIM_EV_CLAIM:
    case SIM_EV_CLAIM_SETTLED: return claim_event_text(b, e);
    case SIM_EV_PROMISE_SETTLED: return promise_event_text(b, e);
    case SIM_EV_SILENCE: return silence_text(b, e);
    case SIM_EV_CONTACT: return contact_text(b, e);
    case SIM_EV_FACT_TOLD: return wording_fact(&b->w, e->fact_told.fact);
    case SIM_EV_SERVICE: return wording_service(&b->w, e->service.service);
    case SIM_EV_VALUE:
        return e->value.service == NOBODY ? wording_incident(&b->w, e->value.incident) : wording_service(&b->w, e->value.service);
    case SIM_EV_ROUND_STARTED: return b->scenario->rounds[e->round_started.round].title;
    case SIM_EV_ROUND_ENDED: return b->scenario->rounds[e->round_ended.round].title;
    default: return "";
    }
}

const char *explain_told(const struct explain_build *b, int32_t event)
{
    struct wording_line line;
    if (!explain_has_event(b, event))
        return "";
    const struct sim_event *e = session_event_at(b->session, event);
    const char *words = subject_text(b, e);
    return !words[0] && wording_event(&b->w, e, &line) ? line.text : words;
}

/* An opening has no line of its own: what it called for says it. */
static const char *event_text(const struct explain_build *b, const struct explain_item *item, int32_t event)
{
    int opening = session_event_at(b->session, event)->kind == SIM_EV_MOMENT_OPENED && item->item.kind == ITEM_MOMENT;
    return opening ? wording_moment_duty(&b->w, &b->state->moments[item->item.index]) : explain_told(b, event);
}

/* --- adding lines --- */

static void line_add(const struct explain_build *b, struct explain_item *item, int32_t event, int32_t act)
{
    if (!explain_has_event(b, event))
        return;
    for (int k = 0; k < item->line_count; k++)
        if (item->lines[k].event == event)
            return;
    if (item->line_count == EXPLAIN_LINES) {
        item->lines_left++;
        return;
    }
    const struct sim_event *e = session_event_at(b->session, event);
    int at = item->line_count++;
    for (; at > 0 && item->lines[at - 1].event > event; at--)
        item->lines[at] = item->lines[at - 1];
    item->lines[at] = (struct explain_line){.event = event, .at = e->at, .act = act, .word = sim_event_word(e->kind),
                                            .time = explain_clock(b, e->at),
                                            .text = act > 0 ? wording_act(&b->w, act) : event_text(b, item, event)};
}

/* The event by which an act was noted, NOBODY when it was undone or is none. */
static int32_t act_event(const struct explain_build *b, int32_t act)
{
    const struct session_entry *entry = act > 0 ? wording_entry(&b->w, act) : NULL;
    for (int32_t k = 0; entry && k < entry->event_count; k++) {
        const struct sim_event *e = session_event_at(b->session, entry->first_event + k);
        if (e->kind == SIM_EV_ACT && e->act.number == act)
            return entry->first_event + k;
    }
    return NOBODY;
}

static void act_add(const struct explain_build *b, struct explain_item *item, int32_t act)
{
    int32_t noted = act_event(b, act);
    if (noted != NOBODY)
        line_add(b, item, noted, act);
}

/* --- what stands behind a window --- */

/* With its words, its verdict and, where it went too far, when that showed. */
static void claim_add(const struct explain_build *b, struct explain_item *item, int32_t k)
{
    act_add(b, item, b->state->claims[k].act);
    line_add(b, item, b->reading->claim_made[k], 0);
    if (claim_is_ahead(&b->state->claims[k]))
        line_add(b, item, b->reading->claim_settled[k], 0);
}

static void promise_add(const struct explain_build *b, struct explain_item *item, int32_t k)
{
    act_add(b, item, b->state->promises[k].act);
    line_add(b, item, b->reading->promise_settled[k], 0);
    act_add(b, item, b->state->promises[k].settled_by);
}

static void window_add(const struct explain_build *b, struct explain_item *item)
{
    for (int32_t k = 0; k < b->state->claim_count; k++)
        if (b->state->claims[k].moment == item->item.index)
            claim_add(b, item, k);
    for (int32_t k = 0; k < b->state->promise_count; k++)
        if (b->state->promises[k].moment == item->item.index)
            promise_add(b, item, k);
}

static int is_wait(const struct sim_event *e, const struct sim_moment *m)
{
    return e->kind == SIM_EV_SILENCE && e->silence.incident == m->incident;
}

static int is_word(const struct sim_event *e, const struct sim_moment *m)
{
    return e->kind == SIM_EV_CONTACT && e->contact.incident == m->incident && e->contact.customer == m->customer;
}

/* What was said and to whom, where the act is in the log; a word that told nothing stands as such. */
static void word_add(const struct explain_build *b, struct explain_item *item, int32_t event)
{
    const struct sim_event *word = session_event_at(b->session, event);
    for (int32_t k = event - 1; k >= 0 && word->contact.weight > CONTACT_ANSWERED; k--) {
        const struct sim_event *e = session_event_at(b->session, k);
        if (e->at != word->at)
            break;
        if (e->kind == SIM_EV_ACT && e->act.customer == word->contact.customer && wording_act(&b->w, e->act.number)[0]) {
            line_add(b, item, k, e->act.number);
            return;
        }
    }
    line_add(b, item, event, 0);
}

/* The waits first: where there is no room for everything, they are what the verdict rests on. */
static void silence_add(const struct explain_build *b, struct explain_item *item)
{
    const struct sim_moment *m = &b->state->moments[item->item.index];
    int32_t from = item->item.began, to = item->item.event;
    for (int32_t k = from; explain_has_event(b, k) && k <= to; k++)
        if (is_wait(session_event_at(b->session, k), m))
            line_add(b, item, k, 0);
    for (int32_t k = from; explain_has_event(b, k) && k <= to; k++)
        if (is_word(session_event_at(b->session, k), m))
            word_add(b, item, k);
}

/* Who was asked before work began was asked by an act of its own. */
static void go_ahead_add(const struct explain_build *b, struct explain_item *item)
{
    const struct sim_moment *m = &b->state->moments[item->item.index];
    for (int32_t k = 0; k < session_entry_count(b->session); k++) {
        const struct session_entry *entry = session_entry_at(b->session, k);
        const struct sim_command *c = &entry->command;
        if (c->kind == SIM_CMD_ASK && c->ask.incident == m->incident && c->ask.question == ASK_GO_AHEAD && c->ask.work == m->nth)
            act_add(b, item, entry->act);
    }
}

static void moment_add(const struct explain_build *b, struct explain_item *item)
{
    switch (b->state->moments[item->item.index].source) {
    case MOMENT_UPDATE_WINDOW:
    case MOMENT_COMMITMENT:
    case MOMENT_PROMISE_WINDOW: window_add(b, item); break;
    case MOMENT_NO_SILENCE: silence_add(b, item); break;
    case MOMENT_GO_AHEAD: go_ahead_add(b, item); break;
    default: break;
    }
}

/* --- the lines of an item --- */

static int32_t item_act(const struct explain_build *b, const struct assess_item *item)
{
    switch (item->kind) {
    case ITEM_MOMENT: return b->state->moments[item->index].act;
    case ITEM_CLAIM: return b->state->claims[item->index].act;
    case ITEM_PROMISE: return b->state->promises[item->index].act;
    case ITEM_EVENT:
    case ITEM_MEASURE: break;
    }
    const struct sim_event *e = explain_has_event(b, item->event) ? session_event_at(b->session, item->event) : NULL;
    return e && e->kind == SIM_EV_ACT ? e->act.number : 0;
}

void explain_lines(const struct explain_build *b, struct explain_item *item)
{
    act_add(b, item, item_act(b, &item->item));
    line_add(b, item, item->item.began, 0);
    line_add(b, item, item->item.event, 0);
    switch (item->item.kind) {
    case ITEM_MOMENT: moment_add(b, item); break;
    case ITEM_CLAIM: claim_add(b, item, item->item.index); break;
    case ITEM_PROMISE: promise_add(b, item, item->item.index); break;
    case ITEM_EVENT:
    case ITEM_MEASURE: break;
    }
}
