#include "assess/account.h"

static int32_t sum_of(const struct assess_reading *r, int32_t measure, round_id round)
{
    struct measure_value v = measure_read(r, measure, round);
    return v.value < 0 ? 0 : v.value;
}

static void read_outcomes(const struct assess_reading *r, round_id round, struct account *a)
{
    struct measure_value targets = measure_read(r, MEASURE_TARGETS_MET, round);
    a->targets = targets.possible;
    a->targets_met = targets.points;
    a->restored_in_time = sum_of(r, MEASURE_RESTORED_IN_TIME, round);
    a->restored_late = sum_of(r, MEASURE_RESTORED_LATE, round);
    a->confirmed = sum_of(r, MEASURE_USER_CONFIRMED, round);
    a->served = sum_of(r, MEASURE_SERVED, round);
    a->lapsed = sum_of(r, MEASURE_LAPSED, round);
    a->left = sum_of(r, MEASURE_LEFT, round);
    a->refused = sum_of(r, MEASURE_REFUSED, round);
    a->elsewhere = sum_of(r, MEASURE_ELSEWHERE, round);
    a->prevented = sum_of(r, MEASURE_PREVENTED, round);
}

static void read_costs(const struct assess_reading *r, round_id round, struct account *a)
{
    a->seconds_down = sum_of(r, MEASURE_DOWN, round);
    a->seconds_degraded = sum_of(r, MEASURE_DEGRADED, round);
    a->seconds_work = sum_of(r, MEASURE_WORK, round);
    a->seconds_wasted = sum_of(r, MEASURE_WORK_WASTED, round);
    a->seconds_repeated = sum_of(r, MEASURE_WORK_REPEATED, round);
    a->seconds_talk = sum_of(r, MEASURE_CONVERSATION, round);
    a->targets_missed = sum_of(r, MEASURE_TARGETS_MISSED, round);
}

static void read_risks(const struct assess_reading *r, round_id round, struct account *a)
{
    struct measure_value changes = measure_read(r, MEASURE_CHANGES_UNASKED, round), claims = measure_read(r, MEASURE_CLAIMS_AHEAD, round);
    a->changes = changes.possible;
    a->changes_unasked = changes.points;
    a->claims = claims.possible;
    a->claims_ahead = claims.points;
    a->harms = sum_of(r, MEASURE_HARMS, round);
    a->fell_back = sum_of(r, MEASURE_FELL_BACK, round);
    a->unfixed = sum_of(r, MEASURE_UNFIXED, round);
    a->unconfirmed = sum_of(r, MEASURE_UNCONFIRMED, round);
    a->claims_open = sum_of(r, MEASURE_CLAIMS_OPEN, round);
    a->promises_open = sum_of(r, MEASURE_PROMISES_OPEN, round);
    a->will_fall_back = sum_of(r, MEASURE_WILL_FALL_BACK, round);
}

void account_read(const struct assess_reading *r, round_id round, struct account *out)
{
    out->value_possible = sum_of(r, MEASURE_VALUE_POSSIBLE, round);
    out->value_lost = sum_of(r, MEASURE_VALUE_LOST, round);
    out->value_kept = sum_of(r, MEASURE_VALUE_KEPT, round);
    read_outcomes(r, round, out);
    read_costs(r, round, out);
    read_risks(r, round, out);
    out->speed = measure_read(r, MEASURE_SPEED, round);
    out->quality = measure_read(r, MEASURE_QUALITY, round);
    out->satisfaction = measure_read(r, MEASURE_SATISFACTION, round);
    out->risk = measure_read(r, MEASURE_RISK, round);
}
