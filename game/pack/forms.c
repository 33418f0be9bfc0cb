/* Conditions and effects: which key names which, and what may stand beside it. */
#include "pack/table.h"
#include "model/scenario.h"

#define COUNT(a) ((int32_t)(sizeof(a) / sizeof(a)[0]))
#define DRAFT(member) offsetof(struct condition_draft, member)
#define ROW(word, name, ...) {.key = name, .kind = FIELD_##word, __VA_ARGS__}
#define MUST .flags = FIELD_REQUIRED
#define REF(name, what) ROW(REF, name, MUST, .target = TARGET_##what, .offset = DRAFT(ref), .fallback = NOBODY)
#define WHOLE(name, member, least, most) \
    ROW(WHOLE, name, .low = (least), .high = (most), .fallback = -1, .offset = DRAFT(member))
#define IS(list) ROW(WORD, "is", MUST, .words = &(list), .offset = DRAFT(value))
#define FORM(word) \
    static const struct table form_##word = { \
        "condition", sizeof(struct condition_draft), COUNT(word##_fields), word##_fields};
#define EFFECT(word) \
    static const struct table effect_##word = { \
        "effect", sizeof(struct condition_draft), COUNT(word##_effect), word##_effect};

/* A service's states: what an incident waits for is not among them. */
static const char *const state_items[] = {"running", "degraded", "down"};
static const struct word_list words_state = {state_items, 3};
_Static_assert(LEVEL_DOWN == 2, "state_items are the first levels");

static const struct field at_fields[] = {
    ROW(CLOCK, "at", .flags = FIELD_REQUIRED | FIELD_IN_ROUND | FIELD_LATER_TOO, .offset = DRAFT(value)),
};
static const struct field after_fields[] = {
    ROW(SPAN, "after", MUST, .low = 30, .high = 12 * 3600, .offset = DRAFT(value)),
};
static const struct field all_fields[] = {ROW(CONDITIONS, "all", MUST, .low = 1, .limit = 16, .offset = DRAFT(ref))};
static const struct field any_fields[] = {ROW(CONDITIONS, "any", MUST, .low = 1, .limit = 16, .offset = DRAFT(ref))};
static const struct field not_fields[] = {ROW(CONDITION, "not", MUST, .fallback = NOBODY, .offset = DRAFT(ref))};
static const struct field fact_fields[] = {REF("fact", FACT)};
static const struct field work_fields[] = {REF("work", WORK), IS(words_work_stage)};
static const struct field service_fields[] = {REF("service", SERVICE), IS(words_state)};
static const struct field trust_fields[] = {
    REF("trust", CUSTOMER), WHOLE("below", below, 1, 100), WHOLE("from", from, 1, 100),
};
static const struct field satisfaction_fields[] = {
    REF("satisfaction", CUSTOMER), WHOLE("below", below, 1, 100), WHOLE("from", from, 1, 100),
};
static const struct field silent_fields[] = {
    REF("silent", CUSTOMER), ROW(SPAN, "for", .low = 30, .high = 12 * 3600, .offset = DRAFT(value)),
};
static const struct field promise_fields[] = {REF("promise", CUSTOMER), IS(words_promise_stage)};
static const struct field incident_fields[] = {REF("incident", INCIDENT), IS(words_incident_stage)};
static const struct field improvement_fields[] = {REF("improvement", IMPROVEMENT)};
static const struct field chance_fields[] = {ROW(WHOLE, "chance", MUST, .low = 1, .high = 99, .offset = DRAFT(value))};
static const struct field count_fields[] = {
    ROW(WORD, "count", MUST, .words = &words_outcome, .offset = DRAFT(ref)),
    ROW(WORD, "score", .words = &words_score, .fallback = NOBODY, .offset = DRAFT(extra)),
    ROW(WHOLE, "from", MUST, .low = 1, .high = 500, .offset = DRAFT(value)),
};
FORM(at) FORM(after) FORM(all) FORM(any) FORM(not) FORM(fact) FORM(work) FORM(service) FORM(trust) FORM(satisfaction)
FORM(silent) FORM(promise) FORM(incident) FORM(improvement) FORM(chance) FORM(count)

const struct condition_form condition_forms[] = {
    {"at", COND_AT, &form_at}, {"after", COND_AFTER, &form_after}, {"all", COND_ALL, &form_all},
    {"any", COND_ANY, &form_any},
    {"not", COND_NOT, &form_not}, {"fact", COND_FACT, &form_fact}, {"work", COND_WORK, &form_work},
    {"service", COND_SERVICE, &form_service}, {"trust", COND_TRUST, &form_trust},
    {"satisfaction", COND_SATISFACTION, &form_satisfaction}, {"silent", COND_SILENT, &form_silent},
    {"promise", COND_PROMISE, &form_promise}, {"incident", COND_INCIDENT, &form_incident},
    {"improvement", COND_IMPROVEMENT, &form_improvement}, {"chance", COND_CHANCE, &form_chance},
    {"count", COND_COUNT_MOMENTS, &form_count},
};
const int32_t condition_form_count = COUNT(condition_forms);
_Static_assert(COUNT(condition_forms) == COND_OP_COUNT, "one form for each condition");

static const struct field service_effect[] = {
    REF("service", SERVICE), ROW(WORD, "state", MUST, .words = &words_state, .offset = DRAFT(value)),
};
static const struct field trust_effect[] = {
    REF("trust", CUSTOMER), ROW(WHOLE, "by", MUST, .low = -30, .high = 30, .offset = DRAFT(value)),
};
static const struct field satisfaction_effect[] = {
    REF("satisfaction", CUSTOMER), ROW(WHOLE, "by", MUST, .low = -30, .high = 30, .offset = DRAFT(value)),
};
static const struct field fact_effect[] = {REF("fact", FACT)};
static const struct field incident_effect[] = {REF("incident", INCIDENT)};
static const struct field offer_effect[] = {ROW(FLAG, "offer", MUST, .offset = DRAFT(value))};
EFFECT(service) EFFECT(trust) EFFECT(satisfaction) EFFECT(fact) EFFECT(incident) EFFECT(offer)

const struct condition_form effect_forms[] = {
    {"service", EFFECT_SERVICE, &effect_service}, {"trust", EFFECT_TRUST, &effect_trust},
    {"satisfaction", EFFECT_SATISFACTION, &effect_satisfaction}, {"fact", EFFECT_FACT, &effect_fact},
    {"incident", EFFECT_INCIDENT, &effect_incident}, {"offer", EFFECT_OFFER, &effect_offer},
};
const int32_t effect_form_count = COUNT(effect_forms);
_Static_assert(COUNT(effect_forms) == EFFECT_KIND_COUNT, "one form for each effect");
