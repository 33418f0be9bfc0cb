#include "assess/maturity.h"

#include "assess/walk.h"

/* The bound that the pack sets: trust from which customers bring more. */
enum { BOUND_OF_PACK = -1 };

struct gate { int32_t level, measure, bound; };

static const struct gate gates[] = {
    {MATURITY_RESPONDING, MEASURE_FIRST_WORD, 60}, {MATURITY_RESPONDING, MEASURE_NOBODY_WAITS, 40},
    {MATURITY_RELIABLE, MEASURE_TARGETS_MET, 60}, {MATURITY_RELIABLE, MEASURE_KEEP_THE_CALL, 60},
    {MATURITY_RELIABLE, MEASURE_HONEST, 60}, {MATURITY_RELIABLE, MEASURE_FOLLOW, 60},
    {MATURITY_INVOLVING, MEASURE_INVOLVING, 70}, {MATURITY_INVOLVING, MEASURE_BUSINESS_DECIDES, 60},
    {MATURITY_INVOLVING, MEASURE_USER_CONFIRMS, 60}, {MATURITY_INVOLVING, MEASURE_SAY_WHAT_WE_KNOW, 90},
    {MATURITY_PARTNER, MEASURE_INVOLVING, 85}, {MATURITY_PARTNER, MEASURE_HONEST, 85}, {MATURITY_PARTNER, MEASURE_FOLLOW, 85},
    {MATURITY_PARTNER, MEASURE_SATISFACTION, 80}, {MATURITY_PARTNER, MEASURE_TRUSTED, BOUND_OF_PACK},
    {MATURITY_PARTNER, MEASURE_OFFERS_SERVED, 60}, {MATURITY_PARTNER, MEASURE_UNDER_LOAD, 70},
    {MATURITY_PARTNER, MEASURE_SHARED_WORK, 50},
};
enum { GATES = sizeof gates / sizeof gates[0] };
_Static_assert((int)GATES <= (int)MATURITY_GATES, "all gates fit");

const char *maturity_word(int32_t level)
{
    static const char *const words[] = {"", "unseen", "responding", "reliable", "involving", "partner"};
    return level >= MATURITY_UNSEEN && level <= MATURITY_PARTNER ? words[level] : "";
}

static void read_gates(const struct assess_reading *r, round_id round, int by_rule, struct maturity *out)
{
    out->level = MATURITY_PARTNER;
    out->stopped = NOBODY;
    out->gate_count = GATES;
    for (int32_t k = 0; k < GATES; k++) {
        int32_t bound = gates[k].bound == BOUND_OF_PACK ? r->scenario->rules.trust_gate : gates[k].bound;
        struct measure_value v = measure_read(r, gates[k].measure, round);
        int32_t value = by_rule ? v.by_rule : v.value;
        out->gates[k] = (struct maturity_gate){gates[k].level, gates[k].measure, bound, v, value >= bound, value < 0};
        if (out->gates[k].held || out->stopped != NOBODY)
            continue;
        out->stopped = k;
        out->level = gates[k].level - 1;
    }
}

void maturity_read(const struct assess_reading *r, round_id round, struct maturity *out)
{
    read_gates(r, round, 0, out);
}

int32_t maturity_value(const struct assess_reading *r, int32_t measure, round_id round, int by_rule)
{
    (void)measure;
    struct maturity m;
    read_gates(r, round, by_rule, &m);
    return m.level;
}

void walk_gates(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct maturity m;
    maturity_read(w->r, w->round, &m);
    for (int32_t k = 0; k < m.gate_count; k++) {
        struct assess_item item = walk_item(w, ITEM_MEASURE, RULE_GATE);
        item.index = m.gates[k].measure;
        item.idea = measure_idea(item.index);
        item_gives(&item, m.gates[k].held, 1);
        item.rule_points = m.gates[k].value.by_rule >= m.gates[k].bound;
        walk_show(w, &item);
    }
}

/* --- opportunities and requests --- */

static int is_offer(const struct sim_incident *i)
{
    return i->open != 0 && (i->kind == INCIDENT_OPPORTUNITY || i->kind == INCIDENT_REQUEST);
}

static void show_asides(const struct walk *w)
{
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_ASIDE, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_ASIDE, NOBODY, k + 1))
        if (walk_trace(w, k, RULE_ELSEWHERE, &item)) {
            item_gives(&item, 0, 1);
            walk_show(w, &item);
        }
}

/* What is still open and may yet be served says nothing. */
void walk_offers(const struct walk *w, int32_t measure)
{
    (void)measure;
    struct assess_item item;
    for (incident_id i = 0; i < w->s->incident_count; i++) {
        const struct sim_incident *incident = &w->s->incidents[i];
        int served = incident->restored >= 0;
        if (!is_offer(incident) || (incident->open == 1 && !served))
            continue;
        int32_t trace = trace_stage(w->r, i, served ? MARK_RESTORED : incident->how);
        if (!walk_incident(w, i, trace >= 0 ? w->r->traces[trace].event : NOBODY, served ? RULE_SERVED : RULE_ENDED, &item))
            continue;
        item_gives(&item, served, 1);
        walk_show(w, &item);
    }
    show_asides(w);
}
