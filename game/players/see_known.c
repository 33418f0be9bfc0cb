/* What a team knows, has said and promised, and what work it may start. */
#include "players/see.h"

#include "players/looking.h"

#include "base/number.h"
#include "sim/claim.h"
#include "sim/knowledge.h"
#include "sim/promise.h"

uint32_t see_untold(const struct turn *t, incident_id i, customer_id c)
{
    return sim_facts_untold(t->s, t->sc, i, c);
}

int32_t see_news_age(const struct turn *t, incident_id i, customer_id c)
{
    uint32_t untold = see_untold(t, i, c);
    int32_t oldest = t->s->now;
    for (int32_t k = 0; untold >> k != 0; k++)
        if (untold >> k & 1)
            oldest = number_min(oldest, t->s->facts[t->sc->incidents[i].first_fact + k].known_at);
    return t->s->now - oldest;
}

uint32_t see_known_of(const struct turn *t, incident_id i, enum fact_kind kind)
{
    return facts_of_kind(t->sc, i, kind) & sim_facts_known(t->s, t->sc, i);
}

customer_id see_who_said(const struct turn *t, incident_id i, enum fact_kind kind)
{
    const struct incident *pack = look_pack(t, i);
    for (int32_t k = 0; pack != NULL && k < pack->fact_count; k++) {
        const struct fact *fact = &t->sc->facts[pack->first_fact + k];
        if (sim_fact_known(t->s, pack->first_fact + k) && fact->kind == kind && fact->ask >= 0)
            return fact->ask;
    }
    return NOBODY;
}

static struct sim_command update_of(incident_id i, customer_id c, enum claim claim)
{
    struct sim_command update = sim_command_make(SIM_CMD_UPDATE);
    update.update.incident = i;
    update.update.customer = c;
    update.update.claim = (int32_t)claim;
    update.update.facts = update.update.improvised = SIM_FACTS_DEFAULT;
    update.update.corrects = 0;
    update.update.fix_by = update.update.next_call = -1;
    return update;
}

/* By what is known, never by whether it is so: only `lacks` of the preview is read. */
int see_supports(const struct turn *t, incident_id i, customer_id c, enum claim claim)
{
    struct sim_command update = update_of(i, c, claim);
    return sim_preview_update(t->s, t->sc, &update).lacks == LACK_NOTHING;
}

int see_call_is_far(const struct turn *t, incident_id i, customer_id c, int32_t due)
{
    return claim_is_far(t->s, t->sc, i, c, due);
}

int see_waits_for_call(const struct turn *t, incident_id i, customer_id c)
{
    return promise_covers_until(t->s, i, c) >= 0;
}

int32_t see_promises(const struct turn *t)
{
    return t->s->promise_count;
}

int32_t see_first_promise(const struct turn *t)
{
    return t->s->open_promise;
}

struct seen_promise see_promise(const struct turn *t, int32_t nth)
{
    const struct sim_promise *p = &t->s->promises[nth];
    return (struct seen_promise){
        .incident = p->incident, .customer = p->customer, .member = p->member, .due = p->due, .act = p->act, .part = p->part,
        .at = p->at, .round = p->round, .kind = p->kind, .open = p->state == PROMISE_OPEN, .kept = p->state == PROMISE_KEPT,
        .renegotiates = p->renegotiates};
}

int32_t see_claims(const struct turn *t)
{
    return t->s->claim_count;
}

int32_t see_first_claim(const struct turn *t)
{
    return t->s->open_claim;
}

struct seen_claim see_claim(const struct turn *t, int32_t nth)
{
    const struct sim_claim *k = &t->s->claims[nth];
    return (struct seen_claim){k->incident, k->customer, k->claim, k->at, k->act, claim_is_ahead(k),
                               k->settled == CLAIM_CORRECTED, k->settled == CLAIM_FOUND_OUT, k->round};
}

int32_t see_last_claim(const struct turn *t, incident_id i, customer_id c)
{
    return claim_last(t->s, i, c);
}

/* --- works --- */

static int bits(uint32_t set)
{
    int n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

int32_t see_works(const struct turn *t, incident_id i)
{
    const struct incident *pack = look_pack(t, i);
    return pack != NULL ? pack->work_count : 0;
}

work_id see_work_id(const struct turn *t, incident_id i, int32_t nth)
{
    return t->sc->incidents[i].first_work + nth;
}

struct seen_work see_work(const struct turn *t, work_id w)
{
    const struct work *work = &t->sc->works[w];
    int32_t nth = number_min(30, w - t->sc->incidents[work->incident].first_work);
    return (struct seen_work){(int32_t)work->kind, work->consult, work->minutes_low, work->minutes_high, bits(work->needs),
                              t->s->incidents[work->incident].go_ahead >> nth & 1};
}

enum refusal see_work_possible(const struct turn *t, work_id w, int32_t member)
{
    return sim_work_possible(t->s, t->sc, w, member);
}

int see_is_worked_on(const struct turn *t, incident_id i)
{
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++)
        if (t->s->works[k].incident == i && t->s->works[k].ended < 0)
            return 1;
    return 0;
}

int see_works_on(const struct turn *t, incident_id i, enum work_kind kind)
{
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++) {
        const struct sim_work *w = &t->s->works[k];
        if (w->incident == i && w->ended < 0 && w->work >= 0 && t->sc->works[w->work].kind == kind)
            return 1;
    }
    return 0;
}

int32_t see_fix_by(const struct turn *t, incident_id i)
{
    int32_t latest = -1;
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++) {
        const struct sim_work *w = &t->s->works[k];
        if (w->incident == i && w->ended < 0 && w->work >= 0 && t->sc->works[w->work].kind == WORK_CHANGE)
            latest = number_max(latest, w->latest);
    }
    return latest;
}

int32_t see_work_until(const struct turn *t, incident_id i)
{
    int32_t latest = -1;
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++)
        if (t->s->works[k].incident == i && t->s->works[k].ended < 0)
            latest = number_max(latest, t->s->works[k].latest);
    return latest;
}

int32_t see_running_work(const struct turn *t)
{
    for (int32_t k = t->s->open_work; k < t->s->work_count; k++)
        if (t->s->works[k].ended < 0)
            return k;
    return NOBODY;
}

int32_t see_begun(const struct turn *t, int32_t instance)
{
    return t->s->works[instance].started;
}

int32_t see_open_complaint(const struct turn *t)
{
    for (int32_t k = 0; k < t->s->complaint_count; k++)
        if (t->s->complaints[k].state == 0)
            return t->s->complaints[k].act;
    return 0;
}

int32_t see_complained_at(const struct turn *t, customer_id c)
{
    int32_t last = -1;
    for (int32_t k = 0; k < t->s->complaint_count; k++)
        if (t->s->complaints[k].customer == c)
            last = t->s->complaints[k].at;
    return last;
}
