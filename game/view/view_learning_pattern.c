/*
 * What repeated itself, with the evidence that proves the headline's words.
 * What turned out later stands apart: nobody could know it then.
 */
#include "learning_parts.h"
#include "base/text.h"
#include "view/wording_pattern.h"

enum { SOON = 10 * 60, TURNS = 3 };

/* --- evidence --- */

static const struct sim_event *at_index(const struct learning_build *b, int32_t i)
{
    return session_event_at(b->session, i);
}

/* What the customer said next about it: nothing says better what it was like. Not their first line, nor an answer. */
static int is_reaction(const struct sim_event *e, const struct pattern_sighting *s)
{
    int spoken = e->kind == SIM_EV_SAID && (e->said.source == 1 || e->said.source == 3 || e->said.source == 5);
    return spoken && e->said.incident == s->incident && (s->customer == NOBODY || e->said.customer == s->customer);
}

static const char *reaction(const struct learning_build *b, const struct pattern_sighting *s)
{
    for (int32_t i = s->event + 1; i < b->last && at_index(b, i)->at <= s->at + SOON; i++) {
        const struct sim_event *e = at_index(b, i);
        const char *words = is_reaction(e, s) ? wording_said(&b->words, e) : "";
        if (words[0])
            return text_fill(b->arena, "learning.said", "words", words, "customer", wording_first_name(&b->words, e->said.customer), "time",
                             wording_clock(&b->words, e->at), NULL);
    }
    return "";
}

static const char *logged(const struct learning_build *b, const struct sim_event *e)
{
    struct wording_line line;
    return wording_event(&b->words, e, &line) ? line.text : "";
}

static const char *promise_words(const struct learning_build *b, const struct sim_event *e)
{
    struct wording_line line;
    if (!wording_event(&b->words, e, &line) || !line.note[0])
        return logged(b, e);
    return text_fill(b->arena, "learning.proof.promise", "promise", line.text, "state", line.note, NULL);
}

static const char *claim_words(const struct learning_build *b, const struct sim_event *e)
{
    for (int32_t i = 0; i < b->state->claim_count; i++)
        if (b->state->claims[i].act == e->claim.act)
            return wording_claim(&b->words, &b->state->claims[i]);
    return "";
}

static const char *heard_words(const struct learning_build *b, const struct sim_event *e)
{
    const char *words = wording_typed(&b->words, e->claim.text);
    return text_fill(b->arena, "learning.proof.heard", "customer", wording_first_name(&b->words, e->claim.customer), "words",
                     words[0] ? words : wording_claim_kind(e->claim.claim), NULL);
}

/* As short as a wall can carry and still proof of the headline by itself. */
static const char *proof(const struct learning_build *b, const struct pattern_sighting *s)
{
    const struct sim_event *e = at_index(b, s->event);
    const char *words = "", *key = s->pattern == PATTERN_WORK_FIRST ? "learning.proof.unasked" : "learning.proof.work";
    if (e->kind == SIM_EV_WORK_STARTED)
        words = text_fill(b->arena, key, "work", wording_work(&b->words, e->work_started.instance), "customer",
                          wording_first_name(&b->words, s->customer), NULL);
    else if (e->kind == SIM_EV_CLAIM)
        words = s->pattern == PATTERN_AHEAD ? claim_words(b, e) : heard_words(b, e);
    else if (e->kind == SIM_EV_PROMISE_SETTLED)
        words = promise_words(b, e);
    else if (e->kind == SIM_EV_MOMENT_SETTLED)
        words = logged(b, e);
    return words[0] ? words : wording_pattern_sighting(&b->words, s);
}

static void evidence_add(struct learning_build *b, struct learning_pattern *out, const struct pattern_sighting *s)
{
    out->evidence[out->evidence_count++] = (struct learning_evidence){.time = wording_clock(&b->words, s->at),
                                                                      .text = proof(b, s),
                                                                      .full = wording_pattern_sighting(&b->words, s),
                                                                      .note = out->good ? "" : reaction(b, s),
                                                                      .at = s->at,
                                                                      .lane = s->round == b->round ? learning_lane_of(b, s->incident) : -1};
}

/* --- what turned out later --- */

static int is_hindsight(const struct learning_build *b, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_HARM: return 1;
    case SIM_EV_INCIDENT_STAGE: return e->incident_stage.mark == MARK_FELL_BACK;
    case SIM_EV_CLAIM_SETTLED: return e->claim_settled.how == CLAIM_FOUND_OUT;
    case SIM_EV_FACT_KNOWN:
        return e->fact_known.by != KNOWN_AT_OPENING && e->fact_known.fact >= 0 && e->fact_known.fact < b->sc->fact_count &&
               (b->sc->facts[e->fact_known.fact].kind == FACT_CAUSE || b->sc->facts[e->fact_known.fact].kind == FACT_BAD_NEWS);
    default: return 0;
    }
}

static int32_t claim_incident(const struct learning_build *b, int32_t act)
{
    for (int32_t i = 0; i < b->state->claim_count; i++)
        if (b->state->claims[i].act == act)
            return b->state->claims[i].incident;
    return NOBODY;
}

static int32_t incident_of(const struct learning_build *b, const struct sim_event *e)
{
    switch (e->kind) {
    case SIM_EV_HARM: return e->harm.incident;
    case SIM_EV_INCIDENT_STAGE: return e->incident_stage.incident;
    case SIM_EV_CLAIM_SETTLED: return claim_incident(b, e->claim_settled.act);
    default: return b->sc->facts[e->fact_known.fact].incident;
    }
}

static int comes_after(const struct pattern_found *found, int32_t incident, int32_t event)
{
    for (int32_t k = 0; k < found->shown; k++)
        if (found->sightings[k]->incident == incident && found->sightings[k]->event < event)
            return incident != NOBODY;
    return 0;
}

static int is_told(const struct learning_pattern *out, const char *words)
{
    for (int k = 0; k < out->later_count; k++)
        if (str_is_same(out->later[k].text, words))
            return 1;
    return 0;
}

static void later_add(struct learning_build *b, const struct pattern_found *found, struct learning_pattern *out)
{
    struct wording_line line;
    for (int32_t i = b->first; i < b->last && out->later_count < LEARNING_LATER; i++) {
        const struct sim_event *e = at_index(b, i);
        if (!is_hindsight(b, e) || !comes_after(found, incident_of(b, e), i) || !wording_event(&b->words, e, &line) || is_told(out, line.text))
            continue;
        out->later[out->later_count++] = (struct learning_line){wording_clock(&b->words, e->at), line.text};
    }
}

/* --- one that stands --- */

static const char *headline(const struct learning_build *b, const struct pattern_found *found)
{
    return text_fill(b->arena, arena_printf(b->arena, "learning.headline.%s", pattern_word(found->pattern)), "times",
                     learning_times(b, found->count), "customer", wording_first_name(&b->words, found->customer), "n",
                     learning_number(b, found->count), "all", learning_number(b, found->all), NULL);
}

static void pattern_add(struct learning_build *b, const struct pattern_found *found)
{
    struct learning_pattern *out = &b->out->patterns[b->out->pattern_count++];
    *out = (struct learning_pattern){.pattern = found->pattern,
                                     .good = pattern_rule(found->pattern)->good,
                                     .name = wording_pattern_name(found->pattern),
                                     .headline = headline(b, found),
                                     .ask = wording_pattern_ask(&b->words, found),
                                     .more = (int)(found->count - found->shown)};
    for (int32_t k = 0; k < found->shown && k < LEARNING_EVIDENCE; k++)
        evidence_add(b, out, found->sightings[k]);
    if (!out->good)
        later_add(b, found, out);
}

/* --- where none stands, what weighed most --- */

static int weight(const struct sim_event *e)
{
    return e->kind == SIM_EV_TRUST && e->trust.reason != REASON_NONE ? (int)(e->trust.delta < 0 ? -e->trust.delta : e->trust.delta) : 0;
}

static int is_taken(const int32_t *taken, int count, int32_t i)
{
    for (int k = 0; k < count; k++)
        if (taken[k] == i)
            return 1;
    return 0;
}

static int32_t heaviest(const struct learning_build *b, const int32_t *taken, int count)
{
    int32_t best = NOBODY;
    for (int32_t i = b->first; i < b->last; i++)
        if (weight(at_index(b, i)) > (best == NOBODY ? 0 : weight(at_index(b, best))) && !is_taken(taken, count, i))
            best = i;
    return best;
}

static const char *turn_words(const struct learning_build *b, const struct sim_event *e)
{
    const char *act = e->trust.act > 0 ? wording_act(&b->words, e->trust.act) : "";
    return act[0] ? act : wording_incident(&b->words, e->trust.incident);
}

static struct learning_evidence turn(const struct learning_build *b, int32_t index)
{
    const struct sim_event *e = at_index(b, index);
    const char *note = text_fill(b->arena, "learning.turn", "customer", wording_first_name(&b->words, e->trust.customer), "why",
                                 wording_reason(e->trust.reason), NULL);
    return (struct learning_evidence){.time = wording_clock(&b->words, e->at),
                                      .text = turn_words(b, e),
                                      .full = turn_words(b, e),
                                      .note = note,
                                      .at = e->at,
                                      .lane = learning_lane_of(b, e->trust.incident)};
}

static void turns_add(struct learning_build *b)
{
    int32_t taken[TURNS];
    int count = 0;
    struct learning_pattern *out = &b->out->patterns[b->out->pattern_count++];
    for (int32_t i; count < TURNS && (i = heaviest(b, taken, count)) != NOBODY;) {
        int at = count++;
        for (; at > 0 && taken[at - 1] > i; at--)
            taken[at] = taken[at - 1];
        taken[at] = i;
    }
    *out = (struct learning_pattern){.pattern = NOBODY,
                                     .name = text("learning.none.name"),
                                     .headline = text(count == 0 ? "learning.none.quiet" : "learning.none.headline"),
                                     .ask = text("learning.none.ask")};
    for (int k = 0; k < count; k++)
        out->evidence[out->evidence_count++] = turn(b, taken[k]);
}

/* --- all --- */

/* What the room stopped for comes first. */
static void called_first(struct learning_build *b)
{
    struct view_learning *v = b->out;
    for (int k = 1; k < v->pattern_count; k++) {
        if (v->patterns[k].pattern != v->called)
            continue;
        struct learning_pattern one = v->patterns[k];
        for (; k > 0; k--)
            v->patterns[k] = v->patterns[k - 1];
        v->patterns[0] = one;
        return;
    }
}

/* One that stands in the day as a whole, though not in this round alone, if the round added to it. */
static int32_t of_the_day(struct learning_build *b, struct pattern_found out[PATTERN_COUNT])
{
    struct pattern_found day[PATTERN_COUNT];
    int32_t all = pattern_list(b->watch, b->sc, b->state, NOBODY, day), count = 0;
    for (int32_t k = 0; k < all; k++)
        if (!pattern_rule(day[k].pattern)->good && day[k].shown > 0 && day[k].sightings[day[k].shown - 1]->round == b->round)
            out[count++] = day[k];
    return count;
}

void learning_patterns_build(struct learning_build *b)
{
    struct pattern_found found[PATTERN_COUNT], day[PATTERN_COUNT];
    struct view_learning *v = b->out;
    int32_t count = pattern_list(b->watch, b->sc, b->state, b->round, found);
    int bad = count > 0 && !pattern_rule(found[0].pattern)->good;
    int32_t more = bad ? 0 : of_the_day(b, day);
    v->patterns = arena_array(b->arena, (size_t)PATTERN_COUNT * 2 + 1, sizeof *v->patterns);
    for (int32_t k = 0; k < more; k++)
        pattern_add(b, &day[k]);
    for (int32_t k = 0; k < count; k++)
        pattern_add(b, &found[k]);
    if (v->pattern_count == 0)
        turns_add(b);
    called_first(b);
}
