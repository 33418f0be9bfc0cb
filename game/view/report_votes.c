/* Hands that were counted, and whether so many people took part that their answers can be told. */
#include "view/report_inside.h"
#include "view/hands.h"
#include "view/wording_between.h"

int report_too_few(const struct report_build *b, enum tally_kind what) { return hands_of_few(b->session, what); }

/* Tables count their hands apart: the first of them stands for all. */
static int is_first(const struct report_build *b, int32_t i)
{
    const struct sim_tally *all = b->state->tallies;
    int32_t k = 0;
    while (all[k].what != all[i].what || all[k].subject != all[i].subject) k++;
    return k == i;
}

void report_votes_build(struct report_build *b)
{
    b->out->votes = arena_array(b->arena, (size_t)b->state->tally_count + 1, sizeof *b->out->votes);
    for (int32_t i = 0; i < b->state->tally_count; i++) {
        const struct sim_tally *t = &b->state->tallies[i];
        enum tally_kind what = (enum tally_kind)t->what;
        int32_t hands = hands_raised(b->state, t->what, t->subject);
        if (what >= TALLY_SURVEY || hands == 0 || !is_first(b, i)) continue;
        int few = report_too_few(b, what);
        b->out->votes[b->out->vote_count++] =
            (struct report_vote){what, wording_tallied(&b->w, t->what, t->subject), few ? 0 : (int)hands, few};
    }
}
