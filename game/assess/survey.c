#include "assess/survey.h"

#include "assess/walk.h"
#include "base/number.h"

#include <string.h>

enum { SATISFIED_FROM = 4 };

const char *survey_band_word(int32_t band)
{
    static const char *const words[] = {"too-few", "below", "good", "outstanding"};
    return band >= SURVEY_TOO_FEW && band <= SURVEY_OUTSTANDING ? words[band] : "";
}

/* --- what it rests on --- */

static int is_asked_for(int32_t measure, const struct assess_trace *t)
{
    return measure == MEASURE_SATISFACTION || (t->incident == NOBODY) == (measure == MEASURE_SURVEY_ROUND);
}

void walk_survey(const struct walk *w, int32_t measure)
{
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_SURVEYED, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_SURVEYED, NOBODY, k + 1))
        if (is_asked_for(measure, &w->r->traces[k]) && walk_trace(w, k, RULE_SURVEYED, &item)) {
            item_gives(&item, w->r->traces[k].a >= SATISFIED_FROM, 1);
            walk_show(w, &item);
        }
}

void walk_room(const struct walk *w, int32_t measure)
{
    (void)measure;
    for (int32_t k = 0; k < w->s->tally_count; k++) {
        const struct sim_tally *t = &w->s->tallies[k];
        struct assess_item item = walk_item(w, ITEM_EVENT, RULE_HANDS);
        if (t->what != TALLY_SURVEY || t->count <= 0)
            continue;
        item.event = w->r->tallied[k];
        item_gives(&item, t->by >= SATISFIED_FROM ? t->count : 0, t->count);
        walk_show(w, &item);
    }
}

/* --- counting --- */

static void count_answer(struct survey_count *c, int32_t answer, int32_t times)
{
    if (answer < 1 || answer > SURVEY_ANSWERS)
        return;
    c->answers[answer - 1] += times;
    c->count += times;
    c->satisfied += answer >= SATISFIED_FROM ? times : 0;
}

static int32_t percent_of(int32_t satisfied, int32_t count)
{
    return count < MEASURE_FEWEST ? -1 : (int32_t)((200 * (int64_t)satisfied + count) / (2 * (int64_t)count));
}

enum survey_band survey_band_of(int32_t satisfied, int32_t count)
{
    int32_t percent = percent_of(satisfied, count);
    return percent < 0 ? SURVEY_TOO_FEW : percent >= SURVEY_OUTSTANDING_FROM ? SURVEY_OUTSTANDING
        : percent >= SURVEY_GOOD_FROM ? SURVEY_GOOD : SURVEY_BELOW;
}

static void close_count(struct survey_count *c)
{
    c->percent = percent_of(c->satisfied, c->count);
    c->band = survey_band_of(c->satisfied, c->count);
}

static void count_customers(const struct assess_reading *r, round_id round, struct survey *out)
{
    struct walk w = {.r = r, .sc = r->scenario, .s = &r->state, .round = round};
    for (int32_t k = trace_next(r, TRACE_SURVEYED, NOBODY, 0); k >= 0; k = trace_next(r, TRACE_SURVEYED, NOBODY, k + 1)) {
        const struct assess_trace *t = &r->traces[k];
        if (!walk_wants(&w, t->round))
            continue;
        count_answer(t->incident == NOBODY ? &out->round : &out->incidents, t->a, 1);
        count_answer(&out->customers, t->a, 1);
        count_answer(&out->of_customer[t->customer], t->a, 1);
    }
}

static void count_room(const struct assess_reading *r, struct survey *out)
{
    out->question_count = number_min(r->scenario->survey_count, SURVEY_QUESTIONS);
    for (int32_t k = 0; k < r->state.tally_count; k++) {
        const struct sim_tally *t = &r->state.tallies[k];
        if (t->what == TALLY_SURVEY_LATER && r->scenario->survey_count > 0)
            count_answer(&out->later[number_min(t->subject / r->scenario->survey_count, BETWEEN_FOLLOW_UPS - 1)], t->by, t->count);
        if (t->what != TALLY_SURVEY)
            continue;
        count_answer(&out->room, t->by, t->count);
        if (t->subject < out->question_count)
            count_answer(&out->questions[t->subject], t->by, t->count);
    }
}

void survey_read(const struct assess_reading *r, round_id round, struct survey *out)
{
    memset(out, 0, sizeof *out);
    count_customers(r, round, out);
    count_room(r, out);
    close_count(&out->incidents);
    close_count(&out->round);
    close_count(&out->customers);
    close_count(&out->room);
    for (int32_t k = 0; k < BETWEEN_FOLLOW_UPS; k++)
        close_count(&out->later[k]);
    for (customer_id c = 0; c < LIMIT_CUSTOMERS; c++)
        close_count(&out->of_customer[c]);
    for (int32_t q = 0; q < SURVEY_QUESTIONS; q++)
        close_count(&out->questions[q]);
}
