#include "view/view_explain.h"
#include "base/text.h"
#include "explain_parts.h"
#include "view/wording_figure.h"

/* --- words --- */

static const char *known(const char *key)
{
    return text_has(key) ? text(key) : "";
}

const char *explain_group(int32_t group)
{
    static const char *const keys[GROUP_COUNT] = {
        "explain.group.scores", "explain.group.account", "explain.group.sides", "explain.group.perception", "explain.group.survey",
        "explain.group.matrix", "explain.group.spokes", "explain.group.attitude", "explain.group.behaviour", "explain.group.culture",
        "explain.group.maturity"};
    return group >= 0 && group < GROUP_COUNT ? text(keys[group]) : "";
}

const char *explain_idea(struct arena *arena, const char *word)
{
    return known(arena_printf(arena, "idea.%s", word));
}

const char *explain_how(struct arena *arena, int32_t measure)
{
    return known(arena_printf(arena, "explain.how.%s", measure_word(measure)));
}

const char *explain_rule(struct arena *arena, enum rule_kind kind, const char *rule)
{
    static const char *const prefixes[] = {"explain.rule.moment", "reason", "rule"};
    const char *words = known(arena_printf(arena, "%s.%s", prefixes[kind], rule));
    return words[0] ? words : rule;
}

/* --- the item itself --- */

static const char *customer_id_of(const struct explain_build *b, int32_t customer)
{
    return customer >= 0 && customer < b->scenario->customer_count ? b->scenario->customers[customer].id : "-";
}

/* By the pack's own ids, so that it can be found there. */
static const char *key_text(const struct explain_build *b, const struct assess_item *item)
{
    const struct moment_key *k = &item->key;
    const char *subject = "-";
    if (k->source == NOBODY)
        return "";
    if (k->source == MOMENT_SCRIPTED && k->subject >= 0 && k->subject < b->scenario->moment_count)
        subject = b->scenario->moments[k->subject].id;
    else if (item->incident >= 0 && item->incident < b->scenario->incident_count)
        subject = b->scenario->incidents[item->incident].id;
    else if (item->incident >= 0)
        subject = arena_printf(b->arena, "#%d", (int)item->incident);
    return arena_printf(b->arena, "%s/%s/%s/%d", moment_source_word(k->source), subject, customer_id_of(b, k->customer), (int)k->nth);
}

static const char *number(const struct explain_build *b, int32_t n)
{
    return arena_printf(b->arena, "%d", (int)n);
}

/* A figure that is part of another, with its value; a gate of a level with what it asks for. Gates come in their order. */
static const char *part_text(const struct explain_build *b, int32_t measure)
{
    struct figure_words v = wording_figure_value(&b->w, b->reading, measure, b->out->round);
    int at = b->out->item_count - 1;
    if (b->out->measure != MEASURE_MATURITY || at >= b->maturity.gate_count)
        return text_fill(b->arena, "explain.part", "name", wording_figure(measure), "value", v.value, NULL);
    const struct maturity_gate *gate = &b->maturity.gates[at];
    return text_fill(b->arena, "explain.part.gate", "name", wording_figure(measure), "value", v.value, "level",
                     number(b, gate->level), "bound", number(b, gate->bound), NULL);
}

static const char *item_text(const struct explain_build *b, const struct assess_item *item)
{
    switch (item->kind) {
    case ITEM_MOMENT: return wording_moment(&b->w, &b->state->moments[item->index]);
    case ITEM_CLAIM: return wording_claim(&b->w, &b->state->claims[item->index]);
    case ITEM_PROMISE: return wording_promise(&b->w, &b->state->promises[item->index]);
    case ITEM_MEASURE: return part_text(b, item->index);
    case ITEM_EVENT: break;
    }
    const char *words = explain_told(b, item->event);
    if (!words[0])
        words = explain_told(b, item->began);
    if (!words[0])
        words = wording_incident(&b->w, item->incident);
    return words[0] ? words : wording_figure(b->out->measure);
}

/* The author of an overrule is named in the command, the reason in the event too. */
static struct explain_overrule mark_of(const struct explain_build *b, int32_t event)
{
    struct explain_overrule mark = {event, "", "", ""};
    if (!explain_has_event(b, event))
        return mark;
    const struct sim_event *e = session_event_at(b->session, event);
    mark.time = explain_clock(b, e->at);
    mark.reason = wording_typed(&b->w, e->verdict_mark.reason);
    for (int32_t k = session_entry_count(b->session) - 1; k >= 0; k--) {
        const struct session_entry *entry = session_entry_at(b->session, k);
        if (entry->command.kind == SIM_CMD_OVERRULE && event >= entry->first_event && event < entry->first_event + entry->event_count)
            mark.author = wording_typed(&b->w, entry->command.overrule.author);
    }
    return mark;
}

static void item_build(const struct explain_build *b, const struct assess_item *item, struct explain_item *out)
{
    *out = (struct explain_item){.item = *item,
                                 .time = item->at >= 0 ? explain_clock(b, item->at) : "",
                                 .text = item_text(b, item),
                                 .incident = wording_incident(&b->w, item->incident),
                                 .customer = wording_first_name(&b->w, item->customer),
                                 .rule = explain_rule(b->arena, item->rule_kind, item->rule),
                                 .key = key_text(b, item),
                                 .outcome = item->outcome == OUTCOME_OPEN ? "" : wording_outcome(item->outcome),
                                 .rule_outcome = item->rule_outcome == OUTCOME_OPEN ? "" : wording_outcome(item->rule_outcome),
                                 .would = explain_would(b, item),
                                 .overruled = item->mark != NOBODY};
    explain_lines(b, out);
    if (out->overruled)
        out->mark = mark_of(b, item->mark);
}

static void item_add(void *context, const struct assess_item *item)
{
    struct explain_build *b = context;
    if (b->out->item_count < b->room)
        item_build(b, item, &b->out->items[b->out->item_count++]);
}

static void item_count(void *context, const struct assess_item *item)
{
    (void)item;
    ++*(int *)context;
}

void view_explain_build(struct arena *arena, const struct session *session, int32_t measure, int32_t round, struct view_explain *out)
{
    const struct assess_reading *r = reading_of(arena, session);
    struct explain_build b = {.arena = arena, .session = session, .state = session_state(session), .scenario = session_scenario(session),
                      .w = wording_of(arena, session), .reading = r, .out = out};
    struct figure_words words = wording_figure_value(&b.w, r, measure, round);
    *out = (struct view_explain){.measure = measure, .round = round, .rules = session_rules(session), .rules_now = SIM_RULES_VERSION,
                                 .value = measure_read(r, measure, round), .name = wording_figure(measure),
                                 .word = measure_word(measure), .group = explain_group((int32_t)measure_group(measure)),
                                 .how = explain_how(arena, measure), .idea = explain_idea(arena, measure_idea(measure)),
                                 .idea_word = measure_idea(measure), .value_text = words.value, .counts_text = words.counts,
                                 .by_rule_text = words.by_rule};
    maturity_read(r, round, &b.maturity);
    measure_visit(r, measure, round, item_count, &b.room);
    out->items = arena_array(arena, (size_t)b.room + 1, sizeof *out->items);
    measure_visit(r, measure, round, item_add, &b);
}

void view_figures_build(struct arena *arena, const struct session *session, int32_t round, struct explain_figures *out)
{
    const struct assess_reading *r = reading_of(arena, session);
    struct wording w = wording_of(arena, session);
    for (int32_t m = 0; m < MEASURE_COUNT; m++) {
        struct figure_words words = wording_figure_value(&w, r, m, round);
        out->items[m] = (struct explain_figure){m, measure_read(r, m, round), measure_word(m), wording_figure(m), words.value,
                                                words.counts, words.by_rule, measure_idea(m)};
    }
}
