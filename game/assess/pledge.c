#include "assess/pledge.h"

#include "sim/between.h"

#include <string.h>

const char *pledge_standing_word(int32_t standing)
{
    static const char *const words[] = {"open", "kept", "partly", "not"};
    return standing >= PLEDGE_OPEN && standing <= PLEDGE_NOT ? words[standing] : "";
}

/* --- what no state holds: the charter of each round --- */

static void charter_clear(struct sim_charter slots[SIM_CHARTER])
{
    for (int32_t k = 0; k < SIM_CHARTER; k++)
        slots[k] = (struct sim_charter){NOBODY, 0};
}

void pledge_begin(struct pledge_watch *w)
{
    memset(w, 0, sizeof *w);
    w->round = NOBODY;
    charter_clear(w->now);
    for (round_id r = 0; r < LIMIT_ROUNDS; r++)
        charter_clear(w->charters[r]);
}

static void chartered(struct pledge_watch *w, const struct sim_event *e)
{
    int32_t slot = e->chartered.slot;
    if (slot < 0 || slot >= SIM_CHARTER)
        return;
    w->now[slot] = (struct sim_charter){e->chartered.behaviour, e->chartered.text};
    if (w->round != NOBODY)
        w->charters[w->round][slot] = w->now[slot];
}

static void blamed(struct pledge_watch *w, int32_t index, const struct sim_event *e)
{
    if (e->act.act == ACT_BLAME && w->round != NOBODY && w->blame_count < PLEDGE_BLAMES)
        w->blames[w->blame_count++] = (struct pledge_blame){index, w->round, e->at};
}

static void round_started(struct pledge_watch *w, const struct scenario *sc, round_id r)
{
    w->round = r >= 0 && r < sc->round_count && !sc->rounds[r].warm_up ? r : NOBODY;
    if (w->round != NOBODY)
        memcpy(w->charters[r], w->now, sizeof w->now);
}

void pledge_fold(struct pledge_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                 const struct sim_event *e)
{
    (void)s;
    if (e->kind == SIM_EV_ROUND_STARTED)
        round_started(w, sc, e->round_started.round);
    else if (e->kind == SIM_EV_ROUND_ENDED)
        w->round = NOBODY;
    else if (e->kind == SIM_EV_CHARTERED)
        chartered(w, e);
    else if (e->kind == SIM_EV_ACT)
        blamed(w, index, e);
}

/* --- checking --- */

static void count(struct pledge_counts *c, int32_t outcome)
{
    c->met += outcome == OUTCOME_MET;
    c->partly += outcome == OUTCOME_PARTLY;
    c->missed += outcome == OUTCOME_MISSED;
    c->broken += outcome == OUTCOME_BROKEN;
}

static void count_share(struct pledge_counts *c)
{
    int32_t all = c->met + c->partly + c->missed + c->broken;
    c->percent = all == 0 ? -1 : (2 * c->met + c->partly) * 50 / all;
}

static void count_occasion(void *context, const struct occasion *occasion)
{
    count(context, occasion->outcome);
}

struct pledge_counts behaviour_counts(const struct pledge_watch *w, const struct sim_state *s, int32_t behaviour, round_id round)
{
    struct pledge_counts c = {0};
    behaviour_visit(w, s, behaviour, round, count_occasion, &c);
    count_share(&c);
    return c;
}

static struct pledge_counts marks_of(const struct sim_state *s, int32_t kind, int32_t slot, round_id round)
{
    struct pledge_counts c = {0};
    for (int32_t k = 0; k < s->mark_count; k++)
        if (s->marks[k].what == kind && s->marks[k].slot == slot && s->marks[k].round == round)
            count(&c, s->marks[k].outcome);
    count_share(&c);
    return c;
}

static enum pledge_standing standing_of(const struct pledge_found *found)
{
    int32_t percent = found->seen.percent >= 0 ? found->seen.percent : found->marked.percent;
    if (percent < 0)
        return PLEDGE_OPEN;
    return percent >= PLEDGE_KEPT_FROM ? PLEDGE_KEPT : percent >= PLEDGE_PARTLY_FROM ? PLEDGE_PARTLY : PLEDGE_NOT;
}

static void check(const struct pledge_watch *w, const struct sim_state *s, struct pledge_found *found)
{
    found->seen = behaviour_counts(w, s, found->behaviour, found->round);
    found->marked = marks_of(s, found->kind, found->slot, found->round);
    found->standing = standing_of(found);
}

static int32_t list_commitments(const struct sim_state *s, round_id round, struct pledge_found out[PLEDGES_A_ROUND])
{
    int32_t count = 0;
    for (int32_t slot = 0; slot < BETWEEN_COMMITMENTS; slot++) {
        int32_t k = commitment_find(s, round, slot);
        if (k >= 0 && s->commitments[k].text != 0)
            out[count++] = (struct pledge_found){.kind = PLEDGE_COMMITMENT, .slot = slot, .round = round,
                                                 .behaviour = s->commitments[k].behaviour, .member = s->commitments[k].member,
                                                 .text = s->commitments[k].text};
    }
    return count;
}

int32_t pledge_list(const struct pledge_watch *w, const struct sim_state *s, round_id round, struct pledge_found out[PLEDGES_A_ROUND])
{
    int32_t count = list_commitments(s, round, out);
    for (int32_t slot = 0; slot < SIM_CHARTER && round >= 0 && round < LIMIT_ROUNDS; slot++) {
        const struct sim_charter *c = &w->charters[round][slot];
        if (c->text != 0)
            out[count++] = (struct pledge_found){.kind = PLEDGE_CHARTER, .slot = slot, .round = round, .behaviour = c->behaviour,
                                                 .member = NOBODY, .text = c->text};
    }
    for (int32_t k = 0; k < count; k++)
        check(w, s, &out[k]);
    return count;
}
