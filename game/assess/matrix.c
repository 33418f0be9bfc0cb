#include "assess/matrix.h"

#include "assess/walk.h"

#include <string.h>

const char *matrix_place_word(int32_t place)
{
    return place >= 0 && place < PLACE_COUNT ? measure_word(MEASURE_UNSEEN_ROUTINE + place) : "";
}

void walk_matrix(const struct walk *w, int32_t place)
{
    struct assess_item item;
    for (int32_t k = trace_next(w->r, TRACE_ACT, NOBODY, 0); k >= 0; k = trace_next(w->r, TRACE_ACT, NOBODY, k + 1)) {
        int32_t voucher = NOBODY;
        if (trace_place(w->r, k, &voucher) != place || !walk_trace(w, k, voucher >= 0 ? RULE_VOUCHER : RULE_ACT, &item))
            continue;
        item.began = item.event;
        item.event = voucher >= 0 ? w->r->traces[voucher].event : item.event;
        item_gives(&item, 1, 1);
        walk_show(w, &item);
    }
}

static int32_t seconds_of(const struct assess_reading *r, const struct assess_trace *t)
{
    if (t->item < 0)
        return t->b;
    const struct sim_work *work = &r->state.works[t->item];
    return t->b + (work->ended >= 0 ? work->ended : r->state.now) - work->started;
}

static void count_act(const struct assess_reading *r, int32_t act, struct value_matrix *out)
{
    int32_t place = trace_place(r, act, 0), seconds = seconds_of(r, &r->traces[act]);
    int seen = place >= PLACE_SEEN_ROUTINE;
    out->cells[place].acts++;
    out->cells[place].seconds += seconds;
    out->acts++;
    out->seconds += seconds;
    out->seen_acts += seen;
    out->seen_seconds += seen ? seconds : 0;
}

void matrix_read(const struct assess_reading *r, round_id round, struct value_matrix *out)
{
    struct walk w = {.r = r, .sc = r->scenario, .s = &r->state, .round = round};
    memset(out, 0, sizeof *out);
    for (int32_t k = 0; k < r->trace_count; k++) {
        if (!walk_wants(&w, r->traces[k].round))
            continue;
        if (r->traces[k].kind == TRACE_ACT)
            count_act(r, k, out);
        out->vouchers += r->traces[k].kind == TRACE_VOUCHER;
    }
}
