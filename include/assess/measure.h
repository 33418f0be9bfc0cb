#ifndef ASSESS_MEASURE_H
#define ASSESS_MEASURE_H
/*
 * Every figure about a team, and what it rests on. A figure is nothing but the
 * sum of its items: measure_read() adds them up, measure_visit() shows them, so
 * that no figure can be told without its evidence and no evidence be left out.
 *
 *   struct measure_value v = measure_read(reading, MEASURE_SPEED, round);
 *   measure_visit(reading, MEASURE_SPEED, round, show, context);
 *
 * round: of the scenario; NOBODY: all that count together. Figures are of the
 * team: none is kept for a person.
 *
 * MEASURE(NAME, "word", GROUP, UNIT, "source idea"): the word names it on the
 * command line, in exports and in text keys ("figure.<word>").
 *
 * UNIT     value is
 * -------  ------------------------------------------------------------------
 * SHARE    0 to 100 percent: points of possible, rounded, never below 0; -1
 *          ("too few to tell") with fewer than MEASURE_FEWEST items
 * COUNT    the number of points
 * VALUE    points, in the pack's unit
 * SECONDS  points, fictional seconds
 * POINTS   0 to 100, as in sim/score.h
 * LEVEL    1 to 5
 *
 * What feeds each, and how many points an item gives, stands in the header of
 * its group: account.h, matrix.h, survey.h, perception.h, spokes.h, aspects.h,
 * maturity.h. Moments give 2 (met), 1 (partly), 0 (missed) or -1 (broken) of 2.
 *
 * Disputed items are shown and do not count. Where people have overruled a
 * verdict, points and possible are theirs; rule_points and rule_possible are
 * the rule's own, and the value by the rule stands beside (`by_rule`).
 */
#include "assess/log.h"

#define MEASURES(MEASURE) \
    /* the three scores: sim/score.h */ \
    MEASURE(INVOLVING, "involving", SCORES, SHARE, "involve-the-customer") \
    MEASURE(HONEST, "honest", SCORES, SHARE, "honest-status") \
    MEASURE(FOLLOW, "follow-through", SCORES, SHARE, "follow-through") \
    /* account.h: value, outcomes, costs, risks taken, open at the end, and the four side by side */ \
    MEASURE(VALUE_POSSIBLE, "value-possible", ACCOUNT, VALUE, "value-outcomes-costs-risks") \
    MEASURE(VALUE_LOST, "value-lost", ACCOUNT, VALUE, "value-outcomes-costs-risks") \
    MEASURE(VALUE_KEPT, "value-kept", ACCOUNT, VALUE, "value-outcomes-costs-risks") \
    MEASURE(TARGETS_MET, "targets-met", ACCOUNT, SHARE, "service-levels") \
    MEASURE(RESTORED_IN_TIME, "restored-in-time", ACCOUNT, COUNT, "service-levels") \
    MEASURE(RESTORED_LATE, "restored-late", ACCOUNT, COUNT, "service-levels") \
    MEASURE(USER_CONFIRMED, "user-confirmed", ACCOUNT, COUNT, "moment-of-truth") \
    MEASURE(SERVED, "served", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(LAPSED, "lapsed", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(LEFT, "left", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(REFUSED, "refused", ACCOUNT, COUNT, "from-no-to-go") \
    MEASURE(ELSEWHERE, "elsewhere", ACCOUNT, COUNT, "captive-market") \
    MEASURE(PREVENTED, "prevented", ACCOUNT, COUNT, "root-cause") \
    MEASURE(DOWN, "down", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(DEGRADED, "degraded", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(WORK, "work", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(WORK_WASTED, "work-wasted", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(WORK_REPEATED, "work-repeated", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(CONVERSATION, "conversation", ACCOUNT, SECONDS, "value-outcomes-costs-risks") \
    MEASURE(TARGETS_MISSED, "targets-missed", ACCOUNT, COUNT, "service-levels") \
    MEASURE(CHANGES_UNASKED, "changes-unasked", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(HARMS, "harms", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(CLAIMS_AHEAD, "claims-ahead", ACCOUNT, COUNT, "honest-status") \
    MEASURE(FELL_BACK, "fell-back", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(UNFIXED, "unfixed", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(UNCONFIRMED, "unconfirmed", ACCOUNT, COUNT, "moment-of-truth") \
    MEASURE(CLAIMS_OPEN, "claims-open", ACCOUNT, COUNT, "honest-status") \
    MEASURE(PROMISES_OPEN, "promises-open", ACCOUNT, COUNT, "follow-through") \
    MEASURE(WILL_FALL_BACK, "will-fall-back", ACCOUNT, COUNT, "value-outcomes-costs-risks") \
    MEASURE(SPEED, "speed", SIDES, SHARE, "trade-offs") \
    MEASURE(QUALITY, "quality", SIDES, SHARE, "trade-offs") \
    MEASURE(SATISFACTION, "satisfaction", SIDES, SHARE, "trade-offs") \
    MEASURE(RISK, "risk", SIDES, SHARE, "trade-offs") \
    /* perception.h */ \
    MEASURE(DELIVERED, "delivered", PERCEPTION, POINTS, "perceived-value") \
    MEASURE(PERCEIVED, "perceived", PERCEPTION, POINTS, "perceived-value") \
    MEASURE(NOVELTY, "novelty", PERCEPTION, SHARE, "novelty-fades") \
    /* survey.h */ \
    MEASURE(SURVEY_INCIDENTS, "survey-incidents", SURVEY, SHARE, "surveys") \
    MEASURE(SURVEY_ROUND, "survey-round", SURVEY, SHARE, "surveys") \
    MEASURE(SURVEY_ROOM, "survey-room", SURVEY, SHARE, "surveys") \
    /* matrix.h: in the order of enum matrix_place */ \
    MEASURE(UNSEEN_ROUTINE, "unseen-routine", MATRIX, COUNT, "value-matrix") \
    MEASURE(UNSEEN_DEVELOPMENTAL, "unseen-developmental", MATRIX, COUNT, "value-matrix") \
    MEASURE(UNSEEN_UNIQUE, "unseen-unique", MATRIX, COUNT, "value-matrix") \
    MEASURE(SEEN_ROUTINE, "seen-routine", MATRIX, COUNT, "value-matrix") \
    MEASURE(SEEN_DEVELOPMENTAL, "seen-developmental", MATRIX, COUNT, "value-matrix") \
    MEASURE(SEEN_UNIQUE, "seen-unique", MATRIX, COUNT, "value-matrix") \
    /* spokes.h: in the order of enum spoke */ \
    MEASURE(SPOKE_INVOLVING, "spoke-involving", SPOKES, SHARE, "involve-the-customer") \
    MEASURE(SPOKE_HONESTY, "spoke-honesty", SPOKES, SHARE, "honest-status") \
    MEASURE(SPOKE_FOLLOW, "spoke-follow-through", SPOKES, SHARE, "follow-through") \
    MEASURE(SPOKE_OWNERSHIP, "spoke-ownership", SPOKES, SHARE, "complaint-ownership") \
    MEASURE(SPOKE_RESPECT, "spoke-respect", SPOKES, SHARE, "stakeholder-needs") \
    MEASURE(SPOKE_LEARNING, "spoke-learning", SPOKES, SHARE, "learning-moment") \
    /* aspects.h: attitude; behaviour in the order of enum behaviour; culture */ \
    MEASURE(CARDS_SHARED, "cards-shared", ATTITUDE, SHARE, "worst-practices") \
    MEASURE(BLAMES, "blames", ATTITUDE, COUNT, "worst-practices") \
    MEASURE(APOLOGIES, "apologies", ATTITUDE, COUNT, "complaint-ownership") \
    MEASURE(COMPLAINTS_OWNED, "complaints-owned", ATTITUDE, COUNT, "complaint-ownership") \
    MEASURE(CHARTER_MARKS, "charter-marks", ATTITUDE, SHARE, "desired-behaviour") \
    MEASURE(FIRST_WORD, "first-word", BEHAVIOUR, SHARE, "service-levels") \
    MEASURE(ASK_IMPACT, "ask-impact", BEHAVIOUR, SHARE, "involve-the-customer") \
    MEASURE(ASK_FIRST, "ask-first", BEHAVIOUR, SHARE, "involve-the-customer") \
    MEASURE(LET_CHOOSE, "let-choose", BEHAVIOUR, SHARE, "business-sets-priority") \
    MEASURE(AGREE_CONDITIONS, "agree-conditions", BEHAVIOUR, SHARE, "conditions-of-satisfaction") \
    MEASURE(USER_CONFIRMS, "user-confirms", BEHAVIOUR, SHARE, "moment-of-truth") \
    MEASURE(NOBODY_WAITS, "nobody-waits", BEHAVIOUR, SHARE, "perceived-value") \
    MEASURE(SAY_WHAT_WE_KNOW, "say-what-we-know", BEHAVIOUR, SHARE, "honest-status") \
    MEASURE(BAD_NEWS_FIRST, "bad-news-first", BEHAVIOUR, SHARE, "bad-news-early") \
    MEASURE(TAKE_BACK, "take-back", BEHAVIOUR, SHARE, "honest-status") \
    MEASURE(NAME_THE_CALL, "name-the-call", BEHAVIOUR, SHARE, "follow-through") \
    MEASURE(KEEP_THE_CALL, "keep-the-call", BEHAVIOUR, SHARE, "follow-through") \
    MEASURE(OWN_IT, "own-it", BEHAVIOUR, SHARE, "complaint-ownership") \
    MEASURE(SHARED_WORK, "shared-work", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(SHARED_TALK, "shared-talk", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(ACROSS_INCIDENTS, "across-incidents", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(IN_QUIET, "in-quiet", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(UNDER_LOAD, "under-load", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(BAD_NEWS_SPEED, "bad-news-speed", CULTURE, SECONDS, "bad-news-early") \
    MEASURE(COMMITMENTS_KEPT, "commitments-kept", CULTURE, SHARE, "learning-moment") \
    MEASURE(HELD_ROUNDS, "held-rounds", CULTURE, SHARE, "desired-behaviour") \
    MEASURE(VOUCHERS, "vouchers", CULTURE, COUNT, "service-voucher") \
    /* maturity.h */ \
    MEASURE(BUSINESS_DECIDES, "business-decides", MATURITY, SHARE, "business-sets-priority") \
    MEASURE(TRUSTED, "trusted", MATURITY, POINTS, "captive-market") \
    MEASURE(OFFERS_SERVED, "offers-served", MATURITY, SHARE, "from-no-to-go") \
    MEASURE(MATURITY, "maturity", MATURITY, LEVEL, "service-maturity")

enum measure {
#define MEASURE_ENUM(NAME, word, GROUP, UNIT, idea) MEASURE_##NAME,
    MEASURES(MEASURE_ENUM)
#undef MEASURE_ENUM
    MEASURE_COUNT
};
enum measure_group { GROUP_SCORES, GROUP_ACCOUNT, GROUP_SIDES, GROUP_PERCEPTION, GROUP_SURVEY, GROUP_MATRIX, GROUP_SPOKES,
    GROUP_ATTITUDE, GROUP_BEHAVIOUR, GROUP_CULTURE, GROUP_MATURITY, GROUP_COUNT };
enum measure_unit { UNIT_SHARE, UNIT_COUNT, UNIT_VALUE, UNIT_SECONDS, UNIT_POINTS, UNIT_LEVEL };
enum { MEASURE_FEWEST = SCORE_TOO_FEW };

const char *measure_word(int32_t measure);             /* "" out of range */
int32_t measure_from_word(const char *word);          /* -1 when the word is none */
enum measure_group measure_group(int32_t measure);
const char *measure_group_word(int32_t group);        /* "scores", "account", ...; "" out of range */
enum measure_unit measure_unit(int32_t measure);
const char *measure_idea(int32_t measure);             /* of words_idea */

/*
 * One thing a figure rests on. `event` is the index in the log of what settled
 * it, `began` of what it began with (a moment's opening, a work's start); NOBODY
 * where there is none. key.source NOBODY: no moment. rule: why it counts, the
 * word of a moment source ("moment.<word>"), of a reason ("reason.<word>") or of
 * a rule of its group ("rule.<word>"), never "". idea: of words_idea.
 */
enum assess_item_kind { ITEM_MOMENT, ITEM_CLAIM, ITEM_PROMISE, ITEM_EVENT, ITEM_MEASURE };
enum rule_kind { RULE_MOMENT, RULE_REASON, RULE_OWN };
struct assess_item {
    enum assess_item_kind kind;
    int32_t index;                     /* in the state's moments, claims or promises; ITEM_MEASURE: enum measure */
    int32_t round, at, event, began, incident, customer;
    struct moment_key key;
    enum rule_kind rule_kind;
    const char *rule, *idea;
    int32_t outcome, rule_outcome;     /* enum outcome as it counts, and by the rule; OPEN where it has none */
    int32_t points, possible, rule_points, rule_possible;
    int32_t disputed;
    int32_t mark;                      /* event that overruled it (verdict_mark: reason, author), NOBODY */
};
typedef void assess_visit(void *context, const struct assess_item *item);

/* Every item, in a fixed order: moments, claims, promises, then traces, each in the order they arose. */
void measure_visit(const struct assess_reading *r, int32_t measure, round_id round, assess_visit *visit, void *context);

struct measure_value {
    int32_t value;                     /* in the unit; -1: too few, or nothing, to tell */
    int32_t points, possible, items;   /* items: those that count */
    int32_t disputed, overruled;
    int32_t by_rule;                   /* the value without what people overruled */
};
struct measure_value measure_read(const struct assess_reading *r, int32_t measure, round_id round);
#endif
