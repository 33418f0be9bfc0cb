#include "model/scenario.h"
#include "model/words.h"

const char *score_word(enum score s) { return word_at(&words_score, (int32_t)s); }
const char *mood_word(enum mood m) { return word_at(&words_mood, (int32_t)m); }
const char *incident_kind_word(enum incident_kind k) { return word_at(&words_incident_kind, (int32_t)k); }
const char *level_word(enum level l) { return word_at(&words_level, (int32_t)l); }
const char *fact_kind_word(enum fact_kind k) { return word_at(&words_fact_kind, (int32_t)k); }
const char *work_kind_word(enum work_kind k) { return word_at(&words_work_kind, (int32_t)k); }
const char *question_word(enum question q) { return word_at(&words_question, (int32_t)q); }
const char *claim_word(enum claim c) { return word_at(&words_claim, (int32_t)c); }
const char *need_kind_word(enum need_kind k) { return word_at(&words_need, (int32_t)k); }
const char *hair_word(enum portrait_style s) { return word_at(&words_hair, (int32_t)s); }
const char *effect_kind_word(enum effect_kind k) { return word_at(&words_effect, (int32_t)k); }
const char *improvement_word(enum improvement_effect e) { return word_at(&words_improvement, (int32_t)e); }
const char *spine_word(enum spine s) { return word_at(&words_spine, (int32_t)s); }
const char *business_verdict_word(enum business_verdict v) { return word_at(&words_business_verdict, (int32_t)v); }
const char *aspect_word(enum aspect a) { return word_at(&words_aspect, (int32_t)a); }

int claim_is_strong(enum claim c)
{
    return c >= CLAIM_KNOW_WHY && c < CLAIM_COUNT;
}

enum question fact_kind_question(enum fact_kind k)
{
    switch (k) {
    case FACT_IMPACT: return ASK_IMPACT;
    case FACT_PRIORITY: return ASK_URGENCY;
    case FACT_EXPECTATION:
    case FACT_CONSTRAINT: return ASK_EXPECTATION;
    case FACT_SYMPTOM:
    case FACT_CAUSE:
    case FACT_WORKAROUND:
    case FACT_BAD_NEWS:
    case FACT_KIND_COUNT: break;
    }
    return ASK_IDEAS;
}
