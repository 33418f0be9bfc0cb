#include "assess/pattern.h"

#include "sim/claim.h"
#include "sim/moments.h"

#include <string.h>

enum { TEN = 10 * 60, FIVE = 5 * 60, GROUPS = LIMIT_MEMBERS };
_Static_assert((int)LIMIT_MEMBERS >= (int)LIMIT_CUSTOMERS, "a tally has a place for each customer");
_Static_assert((int)LIMIT_MEMBERS <= 64, "voices fit 64 bits");

static const struct pattern_rule rules[PATTERN_COUNT] = {
    [PATTERN_WORK_FIRST] = {"work-first", "involve-the-customer", 0, 3, 0, PATTERN_ASKED_FIRST, PATTERN_BY_TEAM},
    [PATTERN_PROMISED_FORGOT] = {"promised-forgot", "follow-through", 0, 3, 0, PATTERN_CALLS_KEPT, PATTERN_BY_TEAM},
    [PATTERN_SILENT_WORK] = {"silent-work", "perceived-value", 0, 3, FIVE, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_AHEAD] = {"ahead", "honest-status", 0, 3, 0, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_BAD_NEWS_KEPT] = {"bad-news-kept", "bad-news-early", 0, 3, 0, PATTERN_BAD_NEWS_TOLD, PATTERN_BY_TEAM},
    [PATTERN_DECIDED_FOR_THEM] = {"decided-for-them", "business-sets-priority", 0, 3, 0, PATTERN_BUSINESS_CHOSE, PATTERN_BY_TEAM},
    [PATTERN_ONE_HERO] = {"one-hero", "desired-behaviour", 0, 5, 0, NOBODY, PATTERN_BY_MEMBER},
    [PATTERN_MANY_VOICES] = {"many-voices", "desired-behaviour", 0, 3, FIVE, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_SAME_FORGOTTEN] = {"same-forgotten", "stakeholder-needs", 0, 3, TEN, NOBODY, PATTERN_BY_CUSTOMER},
    [PATTERN_NOT_CONFIRMED] = {"not-confirmed", "moment-of-truth", 0, 3, 0, PATTERN_USER_CONFIRMED, PATTERN_BY_TEAM},
    [PATTERN_CLOSED_UNASKED] = {"closed-unasked", "moment-of-truth", 0, 3, 0, PATTERN_USER_CONFIRMED, PATTERN_BY_TEAM},
    [PATTERN_BLAME] = {"blame", "worst-practices", 0, 3, 0, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_FIRST_WORD_LATE] = {"first-word-late", "service-levels", 0, 3, 0, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_UPDATES_MISSED] = {"updates-missed", "honest-status", 0, 3, 0, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_SAID_NO] = {"said-no", "from-no-to-go", 0, 3, 0, NOBODY, PATTERN_BY_TEAM},
    [PATTERN_ASKED_FIRST] = {"asked-first", "involve-the-customer", 1, 3, 0, PATTERN_WORK_FIRST, PATTERN_BY_TEAM},
    [PATTERN_CALLS_KEPT] = {"calls-kept", "follow-through", 1, 3, 0, PATTERN_PROMISED_FORGOT, PATTERN_BY_TEAM},
    [PATTERN_BUSINESS_CHOSE] = {"business-chose", "business-sets-priority", 1, 3, 0, PATTERN_DECIDED_FOR_THEM, PATTERN_BY_TEAM},
    [PATTERN_BAD_NEWS_TOLD] = {"bad-news-told", "bad-news-early", 1, 3, 0, PATTERN_BAD_NEWS_KEPT, PATTERN_BY_TEAM},
    [PATTERN_USER_CONFIRMED] = {"user-confirmed", "moment-of-truth", 1, 3, 0, PATTERN_CLOSED_UNASKED, PATTERN_BY_TEAM},
    [PATTERN_TOOK_BACK] = {"took-back", "honest-status", 1, 3, 0, NOBODY, PATTERN_BY_TEAM},
};

const struct pattern_rule *pattern_rule(int32_t pattern)
{
    return pattern >= 0 && pattern < PATTERN_COUNT ? &rules[pattern] : NULL;
}

const char *pattern_word(int32_t pattern)
{
    return pattern >= 0 && pattern < PATTERN_COUNT ? rules[pattern].word : "";
}

int32_t pattern_from_word(const char *word)
{
    for (int32_t p = 0; p < PATTERN_COUNT; p++)
        if (strcmp(rules[p].word, word) == 0)
            return p;
    return NOBODY;
}

/* --- what counts as things stand --- */

static int agrees(int32_t good, int32_t outcome)
{
    return outcome != OUTCOME_NONE && (outcome == OUTCOME_MET) == (good != 0);
}

int pattern_counts(const struct scenario *sc, const struct sim_state *s, const struct pattern_sighting *sighting)
{
    int32_t good = rules[sighting->pattern].good;
    if (sighting->key.source != NOBODY) {
        int32_t at = moment_find(s, sc, &sighting->key);
        const struct sim_moment *m = at < 0 ? NULL : &s->moments[at];
        return m != NULL && !m->disputed && (m->overruled < 0 || agrees(good, m->overruled));
    }
    int32_t k = sighting->claim == 0 ? NOBODY : claim_by_act(s, sighting->claim);
    return k < 0 || (!s->claims[k].disputed && (s->claims[k].overruled < 0 || agrees(good, s->claims[k].overruled)));
}

/* --- counting --- */

/* Sightings so far of one pattern: all of them, and apart by customer or member. */
struct tally { int32_t all, group[GROUPS]; };

static int32_t group_of(const struct pattern_sighting *sighting)
{
    const struct pattern_rule *rule = &rules[sighting->pattern];
    int32_t group = rule->by == PATTERN_BY_CUSTOMER ? sighting->customer : rule->by == PATTERN_BY_MEMBER ? sighting->member : 0;
    return group >= 0 && group < GROUPS ? group : NOBODY;
}

static void tally_add(struct tally *t, const struct pattern_sighting *sighting)
{
    int32_t group = group_of(sighting);
    t->all++;
    if (group != NOBODY)
        t->group[group]++;
}

static int32_t tally_greatest(const struct tally *t)
{
    int32_t best = 0;
    for (int32_t g = 1; g < GROUPS; g++)
        if (t->group[g] > t->group[best])
            best = g;
    return best;
}

static int tally_stands(const struct tally *t, const struct sim_state *s, int32_t pattern)
{
    int32_t count = t->group[tally_greatest(t)];
    if (count < rules[pattern].from)
        return 0;
    if (rules[pattern].by != PATTERN_BY_MEMBER)
        return 1;
    return s->member_count >= PATTERN_HERO_TEAM && count * 100 >= t->all * PATTERN_HERO_SHARE;
}

static int is_of(const struct pattern_sighting *k, int32_t pattern, int32_t round)
{
    return k->pattern == pattern && (round == NOBODY || k->round == round);
}

/* Good habits are counted since the last slip: three kept calls behind a forgotten one are news, before it they are not. */
static int32_t counted_from(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t pattern,
                            int32_t round)
{
    int32_t from = 0;
    for (int32_t k = 0; rules[pattern].good && k < w->count; k++)
        if (is_of(&w->sightings[k], rules[pattern].opposite, round) && pattern_counts(sc, s, &w->sightings[k]))
            from = k + 1;
    return from;
}

static int is_counted(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t k,
                      const struct pattern_found *out)
{
    const struct pattern_sighting *sighting = &w->sightings[k];
    int32_t group = out->customer != NOBODY ? out->customer : out->member != NOBODY ? out->member : NOBODY;
    return is_of(sighting, out->pattern, out->round) && pattern_counts(sc, s, sighting)
        && (group == NOBODY || group_of(sighting) == group);
}

static void shown_add(struct pattern_found *out, const struct pattern_sighting *sighting)
{
    if (out->shown == PATTERN_SHOWN)
        memmove(out->sightings, out->sightings + 1, sizeof out->sightings - sizeof out->sightings[0]);
    else
        out->shown++;
    out->sightings[out->shown - 1] = sighting;
}

static void collect(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t from,
                    struct pattern_found *out)
{
    uint8_t seen[SIM_INCIDENTS] = {0};
    for (int32_t k = from; k < w->count; k++) {
        const struct pattern_sighting *sighting = &w->sightings[k];
        if (!is_counted(w, sc, s, k, out))
            continue;
        out->count++;
        out->first = out->first < 0 ? sighting->at : out->first;
        out->last = sighting->at;
        if (sighting->incident >= 0 && !seen[sighting->incident]) {
            seen[sighting->incident] = 1;
            out->incidents++;
        }
        shown_add(out, sighting);
    }
}

static int32_t count_against(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t pattern,
                             int32_t round)
{
    int32_t count = 0;
    for (int32_t k = 0; pattern != NOBODY && k < w->count; k++)
        count += is_of(&w->sightings[k], pattern, round) && pattern_counts(sc, s, &w->sightings[k]);
    return count;
}

int pattern_find(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t pattern,
                 int32_t round, struct pattern_found *out)
{
    struct tally tally = {0};
    int32_t from = counted_from(w, sc, s, pattern, round);
    *out = (struct pattern_found){.pattern = pattern, .round = round, .customer = NOBODY, .member = NOBODY, .first = -1, .last = -1};
    for (int32_t k = from; k < w->count; k++)
        if (is_of(&w->sightings[k], pattern, round) && pattern_counts(sc, s, &w->sightings[k]))
            tally_add(&tally, &w->sightings[k]);
    out->all = tally.all;
    out->stands = tally_stands(&tally, s, pattern);
    if (tally.all > 0 && rules[pattern].by == PATTERN_BY_CUSTOMER)
        out->customer = tally_greatest(&tally);
    if (tally.all > 0 && rules[pattern].by == PATTERN_BY_MEMBER)
        out->member = tally_greatest(&tally);
    collect(w, sc, s, from, out);
    out->against = count_against(w, sc, s, rules[pattern].opposite, round);
    return out->stands;
}

/* --- for the facilitator --- */

static int is_answered(const struct sim_state *s, int32_t pattern)
{
    for (int32_t k = 0; k < s->learning_count; k++)
        if (s->learnings[k].round == s->round && s->learnings[k].pattern == pattern)
            return 1;
    return 0;
}

int32_t pattern_alert(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s)
{
    struct tally tallies[PATTERN_COUNT];
    int32_t raised[PATTERN_COUNT], best = NOBODY;
    memset(tallies, 0, sizeof tallies);
    for (int32_t p = 0; p < PATTERN_COUNT; p++)
        raised[p] = -1;
    for (int32_t k = 0; k < w->count && w->round != NOBODY; k++) {
        const struct pattern_sighting *sighting = &w->sightings[k];
        int32_t p = sighting->pattern;
        if (rules[p].good || !pattern_counts(sc, s, sighting))
            continue;
        tally_add(&tallies[p], sighting);
        if (sighting->round == w->round && raised[p] < 0 && tally_stands(&tallies[p], s, p))
            raised[p] = sighting->at;
    }
    for (int32_t p = 0; p < PATTERN_COUNT; p++) {
        int fresh = raised[p] >= 0 && s->now - raised[p] < PATTERN_ALERT_SECONDS && !is_answered(s, p);
        if (fresh && (best == NOBODY || raised[p] > raised[best]))
            best = p;
    }
    return best;
}

static int comes_before(const struct pattern_found *a, const struct pattern_found *b)
{
    int32_t good = rules[a->pattern].good, other = rules[b->pattern].good;
    if (good != other)
        return good < other;
    return a->count != b->count ? a->count > b->count : a->pattern < b->pattern;
}

int32_t pattern_list(const struct pattern_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t round,
                     struct pattern_found out[PATTERN_COUNT])
{
    int32_t count = 0;
    for (int32_t p = 0; p < PATTERN_COUNT; p++) {
        struct pattern_found found;
        if (!pattern_find(w, sc, s, p, round, &found))
            continue;
        int32_t at = count++;
        for (; at > 0 && comes_before(&found, &out[at - 1]); at--)
            out[at] = out[at - 1];
        out[at] = found;
    }
    return count;
}
