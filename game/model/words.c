#include "model/words.h"
#include "model/acts.h"
#include "model/agenda.h"
#include "model/behaviours.h"
#include "model/scenario.h"
#include <string.h>

/* LIST(name, COUNT, words...): the assert keeps enum and words together. */
#define LIST(name, expected, ...) \
    static const char *const name##_items[] = {__VA_ARGS__}; \
    _Static_assert(sizeof name##_items / sizeof name##_items[0] == (expected), "one word for each value"); \
    const struct word_list words_##name = {name##_items, (expected)};

LIST(score, SCORE_COUNT, "involving", "honest", "follow-through")
LIST(mood, MOOD_COUNT, "delighted", "calm", "worried", "annoyed", "furious")
LIST(need, NEED_COUNT, "basic", "satisfier", "delighter")
LIST(incident_kind, INCIDENT_KIND_COUNT, "failure", "request", "project", "opportunity", "contention")
LIST(level, LEVEL_COUNT, "running", "degraded", "down", "waiting")
LIST(fact_kind, FACT_KIND_COUNT, "symptom", "impact", "cause", "workaround", "constraint", "expectation", "priority",
    "bad-news")
LIST(work_kind, WORK_KIND_COUNT, "investigate", "workaround", "change", "verify")
LIST(question, ASK_COUNT, "impact", "urgency", "expectation", "ideas", "go-ahead", "confirmation", "feedback")
LIST(claim, CLAIM_COUNT, "do-not-know", "finding-out", "know-why", "way-around", "under-control", "fixed", "confirmed")
LIST(fix_times, FIX_TIMES_DISCOURAGED + 1, "welcome", "discouraged")
LIST(pack_level, PACK_ADVANCED + 1, "starter", "regular", "advanced")
LIST(hair, HAIR_STYLE_COUNT, "bald", "short", "long", "bob", "bun", "curly", "swept", "scarf")
LIST(effect, EFFECT_KIND_COUNT, "service", "trust", "satisfaction", "fact", "incident", "offer")
LIST(improvement, IMPROVE_COUNT, "callback", "ambassador", "promise-board", "priority-rules", "conditions", "one-voice",
    "root-cause", "known-errors", "day-in-business", "cross-training")
LIST(spine, SPINE_COUNT, "process", "people", "technology", "policy")
LIST(business_verdict, BUSINESS_COUNT, "trusts", "keeps", "on-notice", "leaves")
LIST(preset, PRESET_COUNT, "whole", "40", "90", "180", "240", "day")
LIST(phase, AGENDA_PHASES, "cards", "charter", "briefing", "paper", "learning", "improve", "break", "monday")
LIST(aspect, ASPECT_COUNT, "attitude", "behaviour", "culture")
LIST(work_stage, STAGE_ENDED + 1, "started", "ended")
LIST(promise_stage, STAGE_DROPPED + 1, "open", "kept", "late", "dropped")
LIST(incident_stage, INCIDENT_CLOSED + 1, "open", "untouched", "restored", "confirmed", "closed")
LIST(outcome, OUTCOME_WORD_BROKEN + 1, "met", "partly", "missed", "broken")

#define ACT_WORD(number, NAME, word) word,
static const char *const act_items[] = {ACTS(ACT_WORD)};
#undef ACT_WORD
_Static_assert(sizeof act_items / sizeof act_items[0] == ACT_COUNT - 1, "acts are numbered without a gap");
const struct word_list words_act = {act_items, ACT_COUNT - 1};

#define BEHAVIOUR_WORD(number, NAME, word) word,
static const char *const behaviour_items[] = {BEHAVIOURS(BEHAVIOUR_WORD)};
#undef BEHAVIOUR_WORD
_Static_assert(sizeof behaviour_items / sizeof behaviour_items[0] == BEHAVIOUR_COUNT, "behaviours are numbered without a gap");
const struct word_list words_behaviour = {behaviour_items, BEHAVIOUR_COUNT};

static const char *const idea_items[] = {
    "involve-the-customer", "honest-status", "follow-through", "worst-practices", "value-outcomes-costs-risks",
    "desired-behaviour", "learning-moment", "value-matrix", "novelty-fades", "moment-of-truth", "perceived-value",
    "service-maturity", "stakeholder-needs", "service-levels", "conditions-of-satisfaction", "service-ambassador",
    "complaint-ownership", "surveys", "root-cause", "penalty-free-feedback", "service-voucher", "celebrate",
    "captive-market", "trade-offs", "business-sets-priority", "from-no-to-go", "follow-up", "bad-news-early",
};
const struct word_list words_idea = {idea_items, sizeof idea_items / sizeof idea_items[0]};

int32_t word_find(const struct word_list *list, const char *word)
{
    for (int32_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], word) == 0)
            return i;
    return -1;
}

const char *word_at(const struct word_list *list, int32_t ordinal)
{
    return ordinal >= 0 && ordinal < list->count ? list->items[ordinal] : "";
}
