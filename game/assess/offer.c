#include "assess/offer.h"

#include "sim/improve.h"

enum { NEED_COMES_AGAIN = 90, NEED_CAUSE = 60, NEED_KNOWN = 70, NEED_LIST = 20, NOT_OFFERED = -1 };

/* The figure that an effect would mend, MEASURE_COUNT for those that look ahead. */
static const int32_t mends[IMPROVE_COUNT] = {[IMPROVE_CALLBACK] = MEASURE_FIRST_WORD,
                                             [IMPROVE_AMBASSADOR] = MEASURE_NOBODY_WAITS,
                                             [IMPROVE_PROMISE_BOARD] = MEASURE_KEEP_THE_CALL,
                                             [IMPROVE_PRIORITY_RULES] = MEASURE_LET_CHOOSE,
                                             [IMPROVE_CONDITIONS] = MEASURE_AGREE_CONDITIONS,
                                             [IMPROVE_ONE_VOICE] = MEASURE_SAY_WHAT_WE_KNOW,
                                             [IMPROVE_ROOT_CAUSE] = MEASURE_COUNT,
                                             [IMPROVE_KNOWN_ERRORS] = MEASURE_COUNT,
                                             [IMPROVE_DAY_IN_BUSINESS] = MEASURE_ASK_IMPACT,
                                             [IMPROVE_CROSS_TRAINING] = MEASURE_SHARED_WORK};

static int is_to_come(const struct assess_reading *r, incident_id i)
{
    return r->scenario->incidents[i].round > r->state.round && r->state.incidents[i].open == 0;
}

/* Something still to come repeats the incident, or is named by its cause. */
static int comes_again(const struct assess_reading *r, incident_id i)
{
    const struct scenario *sc = r->scenario;
    incident_id prevents = sc->incidents[i].root_cause.answer >= 0 ? sc->incidents[i].root_cause.prevents : NOBODY;
    if (prevents >= 0 && is_to_come(r, prevents))
        return 1;
    for (incident_id k = 0; k < sc->incident_count; k++)
        if (sc->incidents[k].recurs == i && is_to_come(r, k))
            return 1;
    return 0;
}

static int is_chosen_now(const struct assess_reading *r, int32_t k)
{
    return r->state.improvements[k].since == r->state.rounds_scored + 1;
}

/* What was chosen just now stands where it stood. */
static int32_t need_of_cause(const struct assess_reading *r, int32_t k)
{
    int32_t need = NOT_OFFERED;
    incident_id chosen = is_chosen_now(r, k) ? r->state.improvements[k].incident : NOBODY;
    for (incident_id i = 0; i < r->scenario->incident_count; i++) {
        if (i != chosen && !root_cause_is_open(&r->state, r->scenario, i))
            continue;
        int32_t mine = comes_again(r, i) ? NEED_COMES_AGAIN : NEED_CAUSE;
        need = mine > need ? mine : need;
    }
    return need;
}

static int32_t need_of_list(const struct assess_reading *r)
{
    for (incident_id i = 0; i < r->scenario->incident_count; i++)
        if (r->state.incidents[i].open != 0 && comes_again(r, i))
            return NEED_KNOWN;
    return NEED_LIST;
}

static int32_t need_of(const struct assess_reading *r, round_id round, int32_t k)
{
    enum improvement_effect effect = r->scenario->improvements[k].effect;
    if (effect == IMPROVE_ROOT_CAUSE)
        return need_of_cause(r, k);
    if (r->state.improvements[k].since > 0 && !is_chosen_now(r, k))
        return NOT_OFFERED;
    if (effect == IMPROVE_KNOWN_ERRORS)
        return need_of_list(r);
    int32_t value = measure_read(r, mends[effect], round).value;
    return value < 0 ? OFFER_UNKNOWN : 100 - value;
}

/* Behind those with the same need, which stand before it in the pack. */
static int32_t put_in(struct offer out[OFFERS], int32_t count, struct offer offer)
{
    int32_t at = count < OFFERS ? count : OFFERS;
    while (at > 0 && out[at - 1].need < offer.need)
        at--;
    if (at == OFFERS)
        return count;
    for (int32_t k = count < OFFERS ? count : OFFERS - 1; k > at; k--)
        out[k] = out[k - 1];
    out[at] = offer;
    return count < OFFERS ? count + 1 : count;
}

/* Takes the place of the last that was not chosen. */
static void keep_chosen(const struct assess_reading *r, struct offer out[OFFERS], int32_t count, struct offer offer)
{
    for (int32_t k = 0; k < count; k++)
        if (out[k].improvement == offer.improvement)
            return;
    for (int32_t k = count - 1; k >= 0; k--)
        if (!is_chosen_now(r, out[k].improvement)) {
            out[k] = offer;
            return;
        }
}

static struct offer offer_of(const struct assess_reading *r, round_id round, int32_t k)
{
    int32_t measure = mends[r->scenario->improvements[k].effect];
    return (struct offer){k, measure == MEASURE_COUNT ? NOBODY : measure, need_of(r, round, k)};
}

int32_t offer_list(const struct assess_reading *r, round_id round, struct offer out[OFFERS])
{
    int32_t count = 0;
    for (int32_t k = 0; k < r->scenario->improvement_count; k++) {
        struct offer offer = offer_of(r, round, k);
        if (offer.need != NOT_OFFERED)
            count = put_in(out, count, offer);
    }
    for (int32_t k = 0; k < r->scenario->improvement_count; k++)
        if (is_chosen_now(r, k))
            keep_chosen(r, out, count, offer_of(r, round, k));
    return count;
}
