#include "view/hands.h"
#include "session/session.h"

int32_t hands_raised(const struct sim_state *s, int32_t what, int32_t subject)
{
    int32_t hands = 0;
    for (int32_t i = 0; i < s->tally_count; i++) {
        const struct sim_tally *t = &s->tallies[i];
        hands += t->what == what && t->subject == subject ? t->count : 0;
    }
    return hands;
}

/* How many took part, at most: a survey has as many as its best answered question, a vote as many as there are hands; and
 * never more than there are members, unless those are tables. */
static int32_t took_part(const struct session *session, enum tally_kind what)
{
    const struct session_setup *setup = session_setup(session);
    const struct sim_state *s = session_state(session);
    int survey = what == TALLY_SURVEY || what == TALLY_SURVEY_LATER;
    int32_t most = 0, all = 0;
    for (int32_t i = 0; i < s->tally_count; i++) {
        const struct sim_tally *t = &s->tallies[i];
        int32_t hands = t->what == (int32_t)what ? hands_raised(s, (int32_t)what, t->subject) : 0;
        all += t->what == (int32_t)what ? t->count : 0;
        most = hands > most ? hands : most;
    }
    int32_t people = survey ? most : all;
    return !setup->tables && setup->member_count < people ? setup->member_count : people;
}

int hands_of_few(const struct session *session, enum tally_kind what)
{
    int32_t people = took_part(session, what);
    return people > 0 && people < HANDS_LEAST;
}
