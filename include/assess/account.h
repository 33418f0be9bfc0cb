#ifndef ASSESS_ACCOUNT_H
#define ASSESS_ACCOUNT_H
/*
 * The account of a round: what the business kept and lost, what was reached,
 * what it cost, what was risked, and what is still open. Source ideas:
 * value-outcomes-costs-risks; trade-offs.
 *
 *   account_read(reading, round, &account);      round NOBODY: all that count
 *
 * measure            unit     an item is                                                            points
 * -----------------  -------  --------------------------------------------------------------------  ----------------
 * value-possible     value    what a service would have lost by the round's end had nobody acted;   what was at stake
 *                             the value of a request or opportunity, also one taken elsewhere
 * value-lost         value    a service's time below running; a request or opportunity not served   what was lost
 * value-kept         value    both of the above                                                     at stake - lost
 * targets-met        share    an incident with a restore target that was met or has passed          1 of 1 when met
 * restored-in-time   count    an incident that runs again by its target (or has none)               1
 * restored-late      count    an incident that runs again after its target                          1
 * user-confirmed     count    an incident whose user said that it works                             1
 * served             count    a request, project or opportunity that was served                     1
 * lapsed, left       count    one that ended so: it went away unserved; nobody finished it          1
 * refused            count    a refusal                                                             1
 * elsewhere          count    an opportunity or request that a customer took elsewhere              1
 * prevented          count    an incident that did not come again because its cause was found       1
 * down, degraded     seconds  a service's time at that level                                        its length
 * work               seconds  a work, until its end or now                                          its length
 * work-wasted        seconds  one that was stopped, overtaken by the end, or whose fix fell back    its length
 * work-repeated      seconds  one that had been done before (also counted in `work`)                its length
 * conversation       seconds  an act that began a conversation                                      what it took
 * targets-missed     count    a first word or a restore later than its target                       1
 * changes-unasked    count    a change with consequences begun without the go-ahead                 1
 * harms              count    a harm it did                                                         1
 * claims-ahead       count    a claim or fix time ahead of what the team knew                       1
 * fell-back          count    a fix that did not hold                                               1
 * unfixed            count    an incident that does not run, at the end of the round or now         1
 * unconfirmed        count    one that runs, and nobody asked its user                              1
 * claims-open        count    a claim of which it is not known yet whether it was so                1
 * promises-open      count    a promise still to be kept                                            1
 * will-fall-back     count    a fix that will fall back after the end: shown when the session is    1
 *                             finished and not before
 *
 * Side by side, share, an item gives 1 of 1 or 0 of 1:
 *   speed         restore targets met, and first words in time
 *   quality       incidents that ran again and did not fall back; changes with consequences that did no harm; incidents
 *                 that ran again and whose user confirmed
 *   satisfaction  answers of customers to the surveys (survey.h): 4 or 5
 *   risk          changes with consequences that had the go-ahead, and claims within what the team knew (100: no risk was
 *                 taken over the customers' heads)
 *
 * What belongs to an incident counts in the round it opened in, what belongs to a service or an act in the round it
 * happened in: when a project is given up in a later round, the account of its own round changes, while the figures that
 * were shown at that round's end (sim/score.h) stand. A contention is no incident here but for being left or refused.
 */
#include "assess/measure.h"

struct account {
    int32_t value_possible, value_lost, value_kept;                      /* the pack's unit; kept never below 0 */
    int32_t targets, targets_met, restored_in_time, restored_late, confirmed, served, lapsed, left, refused, elsewhere, prevented;
    int32_t seconds_down, seconds_degraded, seconds_work, seconds_wasted, seconds_repeated, seconds_talk, targets_missed;
    int32_t changes, changes_unasked, harms, claims, claims_ahead, fell_back;   /* changes: with consequences; claims: that count */
    int32_t unfixed, unconfirmed, claims_open, promises_open, will_fall_back;
    struct measure_value speed, quality, satisfaction, risk;
};
void account_read(const struct assess_reading *r, round_id round, struct account *out);
#endif
