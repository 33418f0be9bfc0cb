/* Hands that were counted, and whether so many people took part that their answers can be told. */
#include "view/report_inside.h"
#include "view/wording_between.h"

static int32_t hands_for(const struct report_build *b, int32_t what, int32_t subject)
{
    int32_t hands = 0;
    for (int32_t i = 0; i < b->state->tally_count; i++) {
        const struct sim_tally *t = &b->state->tallies[i];
        hands += t->what == what && t->subject == subject ? t->count : 0;
    }
    return hands;
}

/* How many took part, at most: a survey has as many as its best answered question, a vote as many as there are hands; and
 * never more than there are members, unless those are tables. */
static int32_t took_part(const struct report_build *b, enum tally_kind what)
{
    const struct session_setup *setup = session_setup(b->session);
    int survey = what == TALLY_SURVEY || what == TALLY_SURVEY_LATER;
    int32_t most = 0, all = 0;
    for (int32_t i = 0; i < b->state->tally_count; i++) {
        const struct sim_tally *t = &b->state->tallies[i];
        int32_t hands = t->what == (int32_t)what ? hands_for(b, (int32_t)what, t->subject) : 0;
        all += t->what == (int32_t)what ? t->count : 0;
        most = hands > most ? hands : most;
    }
    int32_t people = survey ? most : all;
    return !setup->tables && setup->member_count < people ? setup->member_count : people;
}

int report_too_few(const struct report_build *b, enum tally_kind what)
{
    int32_t people = took_part(b, what);
    return people > 0 && people < REPORT_FEW;
}

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
        int32_t hands = hands_for(b, t->what, t->subject);
        if (what >= TALLY_SURVEY || hands == 0 || !is_first(b, i)) continue;
        int few = report_too_few(b, what);
        b->out->votes[b->out->vote_count++] =
            (struct report_vote){what, wording_tallied(&b->w, t->what, t->subject), few ? 0 : (int)hands, few};
    }
}
