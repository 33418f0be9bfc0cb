/* What no course of play brings about; moments nobody can meet or miss; scores too thin; contacts too many. */
#include "model/acts.h"
#include "pack/check.h"
#include <stdlib.h>

#define BIT(act) (UINT32_C(1) << (act))

static const struct value *value_of(const struct reading *r, enum target target, int32_t ordinal)
{
    return r->things[target].values[ordinal];
}

static const struct value *member_or(const struct value *v, const char *key)
{
    const struct value *m = value_member(v, key);
    return m != NULL ? m : v;
}

static void warn_if(struct reading *r, int wrong, enum target target, int32_t ordinal, const char *key,
                    const char *code)
{
    if (wrong)
        check_warn(r, member_or(value_of(r, target, ordinal), key), code);
}

/* ---- reach ---- */

/* What the business decides must be able to differ: else nobody can tell a team from another by it. */
static int all_mean_the_same(const struct scenario *s)
{
    for (int32_t e = 1; e < s->ending_count; e++)
        if (s->endings[e].verdict != s->endings[0].verdict)
            return 0;
    return s->ending_count > 1;
}

void check_reach(struct reading *r, const struct reach *reach)
{
    const struct scenario *s = r->scenario;
    for (int32_t i = 0; i < s->incident_count; i++)
        warn_if(r, !reach->incidents[i], TARGET_INCIDENT, i, "opens", "check.incident-unreachable");
    for (int32_t e = 0; e < s->event_count; e++)
        warn_if(r, !reach->events[e], TARGET_EVENT, e, "when", "check.event-unreachable");
    for (int32_t f = 0; f < s->fact_count; f++)
        warn_if(r, !reach->facts[f] && reach->incidents[s->facts[f].incident], TARGET_FACT, f, "id",
                "check.fact-unlearnable");
    for (int32_t w = 0; w < s->work_count; w++)
        warn_if(r, !reach->works[w] && reach->incidents[s->works[w].incident], TARGET_WORK, w, "needs",
                "check.work-unreachable");
    for (int32_t m = 0; m < s->moment_count; m++)
        warn_if(r, !reach->moments[m] && reach->incidents[s->moments[m].incident], TARGET_MOMENT, m, "when",
                "check.moment-unreachable");
    int has_fallback = s->ending_count == 0;
    for (int32_t e = 0; e < s->ending_count; e++) {
        warn_if(r, !reach->endings[e], TARGET_ENDING, e, "when", "check.ending-unreachable");
        has_fallback |= s->endings[e].when == NOBODY;
    }
    if (!has_fallback)
        check_warn(r, member_or(r->root, "endings"), "check.ending-none");
    if (all_mean_the_same(s))
        check_warn(r, member_or(r->root, "endings"), "check.endings-same");
}

/* ---- moments ---- */

static int32_t facts_missing(const struct reach *reach, const struct incident *i, uint32_t facts)
{
    for (int32_t k = 0; k < i->fact_count; k++)
        if ((facts & BIT(k)) && !reach->facts[i->first_fact + k])
            return 1;
    return 0;
}

/* Acts of `acts` that this incident allows at all. */
static uint32_t acts_possible(const struct incident *i, const struct expectation *e)
{
    uint32_t acts = e->acts;
    if (i->kind != INCIDENT_CONTENTION)
        acts &= ~(BIT(ACT_HAND_PRIORITY) | BIT(ACT_DECIDE_OURSELVES));
    if (i->conditions.count == 0)
        acts &= ~(BIT(ACT_AGREE_CONDITIONS) | BIT(ACT_RETEST_CONDITIONS));
    if (i->work_count == 0)
        acts &= ~BIT(ACT_WORK);
    return acts;
}

static int can_meet(const struct reach *reach, const struct moment *m)
{
    const struct expectation *e = &m->expects;
    const struct incident *i = &reach->scenario->incidents[m->incident];
    const uint32_t without_customer = BIT(ACT_WORK) | BIT(ACT_STOP_WORK) | BIT(ACT_CLOSE);
    uint32_t acts = acts_possible(i, e);
    if (e->to != NOBODY)
        acts &= ~without_customer;
    if (acts == 0 || facts_missing(reach, i, e->facts) || (e->work != NOBODY && !reach->works[e->work]))
        return 0;
    return (e->claims == 0 || (e->acts & BIT(ACT_UPDATE))) && (e->questions == 0 || (e->acts & BIT(ACT_ASK))) &&
           (e->facts == 0 || (e->acts & BIT(ACT_UPDATE)));
}

/* What opens the moment is what would meet it. */
static int is_met_by_opening(const struct scenario *s, const struct moment *m)
{
    if (m->when == NOBODY || m->expects.acts != BIT(ACT_WORK))
        return 0;
    const struct condition *c = &s->conditions[m->when];
    return c->op == COND_WORK && c->value == STAGE_STARTED && (m->expects.work == NOBODY || m->expects.work == c->ref);
}

/* The round ends before its time runs out. */
static int is_cut_off(const struct scenario *s, const struct moment *m)
{
    int32_t at = reach_fixed_time(s, m->when, m->incident);
    round_id round = at < 0 ? NOBODY : reach_round_at(s, at);
    return round != NOBODY && at + m->within > s->rounds[round].to;
}

void check_moments(struct reading *r, const struct reach *reach)
{
    const struct scenario *s = r->scenario;
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct moment *m = &s->moments[k];
        if (!reach->moments[k])
            continue;
        warn_if(r, !can_meet(reach, m), TARGET_MOMENT, k, "expects", "check.moment-unmeetable");
        warn_if(r, is_met_by_opening(s, m), TARGET_MOMENT, k, "expects", "check.moment-unmissable");
        warn_if(r, is_cut_off(s, m), TARGET_MOMENT, k, "within", "check.moment-cut-off");
    }
}

/* ---- scores ---- */

/* Moments by rule that an incident brings whatever is done (see sim/moments_rules.c). */
static int32_t by_rule(const struct incident *i, enum score score)
{
    int waits = i->kind != INCIDENT_CONTENTION && (i->kind != INCIDENT_OPPORTUNITY || i->major);
    if (score == SCORE_INVOLVING)
        return 1 + (i->kind == INCIDENT_CONTENTION) + (waits ? 3 : 0);
    return waits ? 1 + (score == SCORE_FOLLOW && i->kind == INCIDENT_PROJECT ? i->milestone_count : 0) : 0;
}

static int32_t moments_in(const struct reach *reach, round_id round, enum score score)
{
    const struct scenario *s = reach->scenario;
    int32_t count = 0;
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].round == round && reach->incidents[i])
            count += by_rule(&s->incidents[i], score);
    for (int32_t m = 0; m < s->moment_count; m++)
        if (s->incidents[s->moments[m].incident].round == round && s->moments[m].score == score && reach->moments[m])
            count++;
    return count;
}

void check_scores(struct reading *r, const struct reach *reach)
{
    const struct scenario *s = r->scenario;
    struct arena *a = r->found->arena;
    for (int32_t i = 0; i < s->round_count; i++)
        for (int score = 0; score < SCORE_COUNT; score++) {
            int32_t count = moments_in(reach, i, (enum score)score);
            if (s->rounds[i].warm_up || count >= CHECK_MOMENTS)
                continue;
            diag_add(r->found, DIAG_WARNING, value_place(a, value_of(r, TARGET_ROUND, i)), "check.score-thin", "score",
                     score_word((enum score)score), "count", arena_printf(a, "%d", count), "least",
                     arena_printf(a, "%d", CHECK_MOMENTS), NULL);
        }
}

/* ---- contacts ---- */

struct contact {
    int32_t at;
    const struct value *value;
};

static int contact_before(const void *a, const void *b)
{
    const struct contact *x = a, *y = b;
    return x->at != y->at ? (x->at < y->at ? -1 : 1) : x->value->at.line - y->value->at.line;
}

static int asks_to_speak(const struct moment *m)
{
    return (m->expects.acts & ~(BIT(ACT_WORK) | BIT(ACT_STOP_WORK) | BIT(ACT_CLOSE) | BIT(ACT_DECIDE_OURSELVES))) != 0;
}

static int32_t collect_contacts(const struct reading *r, struct contact *out)
{
    const struct scenario *s = r->scenario;
    int32_t count = 0;
    for (int32_t i = 0; i < s->incident_count; i++)
        if (s->incidents[i].at >= 0)
            out[count++] = (struct contact){s->incidents[i].at, member_or(value_of(r, TARGET_INCIDENT, i), "opens")};
    for (int32_t k = 0; k < s->moment_count; k++) {
        const struct moment *m = &s->moments[k];
        int32_t at = m->when == NOBODY ? -1 : reach_fixed_time(s, m->when, m->incident);
        if (at >= 0 && asks_to_speak(m))
            out[count++] = (struct contact){at, member_or(value_of(r, TARGET_MOMENT, k), "when")};
    }
    qsort(out, (size_t)count, sizeof *out, contact_before);
    return count;
}

static void warn_crowded(struct reading *r, const struct contact *first, int32_t count)
{
    struct str from = {0}, to = {0};
    str_append_clock(&from, first->at);
    str_append_clock(&to, first[count - 1].at);
    diag_add(r->found, DIAG_WARNING, value_place(r->found->arena, first[CHECK_CONTACTS].value), "check.contacts",
             "count", arena_printf(r->found->arena, "%d", count), "from", str_text(&from), "to", str_text(&to), NULL);
    str_release(&from);
    str_release(&to);
}

void check_contacts(struct reading *r)
{
    const struct scenario *s = r->scenario;
    int32_t window = 60 * 600 / s->rules.pace; /* fictional seconds of one real minute; pace is in tenths of a second */
    struct contact *all = arena_array(r->arena, (size_t)(s->incident_count + s->moment_count) + 1, sizeof *all);
    int32_t total = collect_contacts(r, all);
    for (int32_t i = 0; i < total;) {
        int32_t count = 1;
        while (i + count < total && all[i + count].at < all[i].at + window &&
               reach_round_at(s, all[i + count].at) == reach_round_at(s, all[i].at))
            count++;
        if (count > CHECK_CONTACTS)
            warn_crowded(r, &all[i], count);
        i += count > CHECK_CONTACTS ? count : 1;
    }
}
