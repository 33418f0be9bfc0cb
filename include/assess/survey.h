#ifndef ASSESS_SURVEY_H
#define ASSESS_SURVEY_H
/*
 * Surveys. The customers answer 1 (furious) to 5 (delighted) by their mood
 * after each incident that ends, and each of them at a round's end. The room
 * answers its own by show of hands. An answer of 4 or 5 is satisfied: good
 * from SURVEY_GOOD_FROM percent of the answers, outstanding from
 * SURVEY_OUTSTANDING_FROM. Source idea: surveys.
 *
 *   survey_read(reading, round, &survey);
 *
 * measure           an item is                          points of possible
 * ----------------  ----------------------------------  -------------------------------------------
 * survey-incidents  an answer about an incident         1 of 1 when 4 or 5
 * survey-round      an answer about a round             1 of 1 when 4 or 5
 * survey-room       a count of hands for one answer     the hands, when 4 or 5; possible: the hands
 *
 * The room's survey is of the whole session: a round has the same.
 */
#include "assess/measure.h"
#include "sim/between.h"

enum { SURVEY_GOOD_FROM = 80, SURVEY_OUTSTANDING_FROM = 90, SURVEY_ANSWERS = 5, SURVEY_QUESTIONS = 64 };
enum survey_band { SURVEY_TOO_FEW, SURVEY_BELOW, SURVEY_GOOD, SURVEY_OUTSTANDING };
const char *survey_band_word(int32_t band);    /* "too-few", "below", "good", "outstanding"; "" out of range */

/* How so many satisfied of so many answers are called. */
enum survey_band survey_band_of(int32_t satisfied, int32_t count);

struct survey_count { int32_t answers[SURVEY_ANSWERS], count, satisfied, percent; enum survey_band band; };   /* answers[0]: of 1 */
struct survey {
    struct survey_count incidents, round, customers;      /* customers: both together */
    struct survey_count of_customer[LIMIT_CUSTOMERS];     /* both together */
    struct survey_count room;                             /* hands, all questions together */
    struct survey_count later[BETWEEN_FOLLOW_UPS];        /* hands at the follow-ups, all questions together */
    int32_t question_count;                               /* at most SURVEY_QUESTIONS; as in the scenario */
    struct survey_count questions[SURVEY_QUESTIONS];
};
void survey_read(const struct assess_reading *r, round_id round, struct survey *out);
#endif
