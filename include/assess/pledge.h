#ifndef ASSESS_PLEDGE_H
#define ASSESS_PLEDGE_H
/*
 * What became of what the room said it would do: its commitments (for one
 * round) and its charter (for every round that counts). Stands beside the
 * scores and never in them, so that nobody is punished for ambition.
 *
 *   struct pledge_watch w;
 *   pledge_begin(&w);
 *   for each event of the session, in order:
 *       pledge_fold(&w, scenario, state, index, event)       state: after the event or later
 *   n = pledge_list(&w, scenario, state, round, found)
 *
 * A pledge tied to a behaviour is checked by the occasions of its round on
 * which that behaviour could be seen (behaviour_visit); each came out met,
 * partly, missed or broken:
 *
 * behaviour         its occasions                                                    source idea
 * ----------------  ---------------------------------------------------------------  -----------------------
 * first-word        moments ACKNOWLEDGED                                             service-levels
 * ask-impact        moments IMPACT_ASKED                                             involve-the-customer
 * ask-first         moments GO_AHEAD                                                 involve-the-customer
 * let-choose        moments CONTENTION                                               business-sets-priority
 * agree-conditions  moments CONDITIONS and RETEST                                    conditions-of-satisfaction
 * user-confirms     moments CONFIRMED                                                moment-of-truth
 * nobody-waits      moments NO_SILENCE                                               perceived-value
 * say-what-we-know  every claim: broken when ahead of what was known, else met       honest-status
 * bad-news-first    moments BAD_NEWS                                                 bad-news-early
 * take-back         moments CORRECTION                                               honest-status
 * name-the-call     every update to a reporter whose incident is not confirmed       follow-through
 *                   within PLEDGE_WRAP_UP: met when a call to them is promised then,
 *                   or still to come, else missed; and moments COMMITMENT that were
 *                   missed
 * keep-the-call     every promised call, fix times apart, as it counts               follow-through
 * own-it            moments COMPLAINT; each blame is broken                          complaint-ownership
 *
 * share, percent = (2 x met + partly) x 50 / occasions, rounded down; -1 (open)
 * when there was no occasion yet, or the pledge is tied to no behaviour: then
 * only the tables can say. Kept from PLEDGE_KEPT_FROM, partly from
 * PLEDGE_PARTLY_FROM. What tables marked by hand is counted in the same way
 * and stands beside: neither outweighs the other. Disputed moments and claims
 * do not count, overruled ones count as overruled.
 */
#include "model/behaviours.h"
#include "sim/between.h"

enum {
    PLEDGE_KEPT_FROM = 80, PLEDGE_PARTLY_FROM = 50,   /* percent */
    PLEDGE_WRAP_UP = 5 * 60,
    PLEDGE_BLAMES = 64,
    PLEDGES_A_ROUND = BETWEEN_COMMITMENTS + SIM_CHARTER
};

enum pledge_standing { PLEDGE_OPEN, PLEDGE_KEPT, PLEDGE_PARTLY, PLEDGE_NOT };
const char *pledge_standing_word(int32_t standing);   /* "open", "kept", "partly", "not"; "" out of range */

struct pledge_blame { int32_t event, round, at; };
struct pledge_watch {
    int32_t round;                                     /* running, NOBODY */
    struct sim_charter now[SIM_CHARTER], charters[LIMIT_ROUNDS][SIM_CHARTER];   /* as it stood in each round */
    int32_t blame_count;
    struct pledge_blame blames[PLEDGE_BLAMES];
};
void pledge_begin(struct pledge_watch *w);
void pledge_fold(struct pledge_watch *w, const struct scenario *sc, const struct sim_state *s, int32_t index,
                 const struct sim_event *e);

/* One occasion: what: which array `index` points into. */
enum occasion_kind { OCCASION_MOMENT, OCCASION_CLAIM, OCCASION_PROMISE, OCCASION_BLAME };
struct occasion { enum occasion_kind kind; int32_t index, outcome; };   /* BLAME: index of the event; else in the state */
typedef void occasion_visit(void *context, const struct occasion *occasion);
/* Every occasion of the round (NOBODY: of all rounds that count) for that behaviour, in the order they arose in their kind. */
void behaviour_visit(const struct pledge_watch *w, const struct sim_state *s, int32_t behaviour, round_id round,
                     occasion_visit *visit, void *context);
/* The moment sources that belong to a behaviour: bit per enum moment_source. */
uint32_t behaviour_sources(int32_t behaviour);
/* The source idea behind it, of words_idea; "" out of range. */
const char *behaviour_idea(int32_t behaviour);

struct pledge_counts { int32_t met, partly, missed, broken, percent; };   /* percent -1: nothing to tell */
struct pledge_found {
    int32_t kind, slot, round, behaviour, member, text;   /* kind: enum pledge_kind; behaviour NOBODY: by hand only */
    struct pledge_counts seen;                            /* by the log */
    struct pledge_counts marked;                          /* by the tables */
    enum pledge_standing standing;                        /* by the log; by the tables where the log cannot tell */
};
struct pledge_counts behaviour_counts(const struct pledge_watch *w, const struct sim_state *s, int32_t behaviour, round_id round);
/* Commitments that are checked in this round, then the charter as it stood in it, both by slot. Returns how many. */
int32_t pledge_list(const struct pledge_watch *w, const struct sim_state *s, round_id round, struct pledge_found out[PLEDGES_A_ROUND]);
#endif
