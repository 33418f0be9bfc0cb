#include "explain_parts.h"

#include "base/text.h"
#include "model/acts.h"
#include "model/words.h"

static const char *joined(struct arena *arena, const char *list, const char *word)
{
    return list[0] ? text_fill(arena, "explain.would.or", "list", list, "word", word, NULL) : word;
}

static const char *acts_text(struct arena *arena, const struct expectation *e)
{
    const char *list = "";
    for (int32_t act = ACT_ACKNOWLEDGE; act < ACT_COUNT; act++)
        if (e->acts >> act & 1)
            list = joined(arena, list, text(arena_printf(arena, "explain.act.%s", act_word((enum act)act))));
    return list;
}

static const char *claims_text(struct arena *arena, const struct expectation *e)
{
    const char *list = "";
    for (int32_t k = 0; k < words_claim.count; k++)
        if (e->claims >> k & 1)
            list = joined(arena, list, arena_printf(arena, "“%s”", wording_claim_kind(k)));
    return list;
}

static const char *questions_text(struct arena *arena, const struct expectation *e)
{
    const char *list = "";
    for (int32_t k = 0; k < words_question.count; k++)
        if (e->questions >> k & 1)
            list = joined(arena, list, text(arena_printf(arena, "explain.question.%s", words_question.items[k])));
    return list;
}

/* An act, and of updates and questions which, where the pack is particular. */
static const char *expected_text(const struct explain_build *b, const struct sim_moment *m, const struct expectation *e)
{
    const char *what = acts_text(b->arena, e), *claims = claims_text(b->arena, e), *questions = questions_text(b->arena, e);
    if (claims[0])
        what = text_fill(b->arena, "explain.would.claims", "what", what, "claims", claims, NULL);
    if (questions[0])
        what = text_fill(b->arena, "explain.would.questions", "what", what, "questions", questions, NULL);
    customer_id to = e->to >= 0 ? e->to : m->customer;
    return text_fill(b->arena, "explain.would.scripted", "what", what, "customer", wording_first_name(&b->w, to), "time",
                     wording_clock(&b->w, m->due), NULL);
}

static const char *rule_text(const struct explain_build *b, const struct sim_moment *m)
{
    return text_fill(b->arena, arena_printf(b->arena, "explain.would.%s", moment_source_word(m->source)), "duty",
                     wording_moment_duty(&b->w, m), "customer", wording_first_name(&b->w, m->customer), "from",
                     wording_clock(&b->w, m->opened), "time", wording_clock(&b->w, m->due >= 0 ? m->due : m->settled), NULL);
}

const char *explain_would(const struct explain_build *b, const struct assess_item *item)
{
    if (item->kind != ITEM_MOMENT || item->rule_outcome < OUTCOME_PARTLY || item->rule_outcome > OUTCOME_BROKEN)
        return "";
    const struct sim_moment *m = &b->state->moments[item->index];
    if (m->source != MOMENT_SCRIPTED)
        return rule_text(b, m);
    return expected_text(b, m, &b->scenario->moments[m->subject].expects);
}
