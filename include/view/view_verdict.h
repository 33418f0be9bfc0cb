#ifndef VIEW_VIEW_VERDICT_H
#define VIEW_VIEW_VERDICT_H
/*
 * What the business decides at the end: the ending of the pack, what each
 * customer would say, what was delivered beside what was felt, and the service
 * maturity "what we saw today" with the gate that stopped it. About the team,
 * never about a person in it. Source ideas: captive-market, perceived-value,
 * service-maturity.
 *
 *   struct view_verdict v;
 *   view_verdict_build(&arena, session, &v);
 *
 * It folds the whole course: build it when that has changed. Strings are never
 * NULL; they live in the arena, the catalogue, the session or its scenario. Figures are 0
 * to 100, -1 where there is nothing to tell.
 */
#include "base/arena.h"
#include "model/scenario.h"
#include "base/tone.h"

struct session;   /* session/session.h */

struct verdict_customer {
    const char *name, *first, *role;
    const char *line;                     /* what they say in their mood, "" when the pack has no line for it */
    const char *mood_word;
    enum mood mood;
    const struct portrait *portrait;
};
struct view_verdict {
    const char *pack, *team, *organisation;
    int decided;                          /* the session is finished and a round counted; else the rest is empty */
    const char *title, *text;             /* the ending's scene; "" where the pack has none that fits */
    const char *word, *means;             /* "They trust you", and what that is for the team */
    enum tone tone;
    struct verdict_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    /* by round that counts */
    const char *rounds[LIMIT_ROUNDS];     /* "Round 1" */
    int delivered[LIMIT_ROUNDS], perceived[LIMIT_ROUNDS]; int round_count;
    const char *gap;                      /* what the distance of the last two means, in a sentence */
    int level;                            /* 1 to 5 */
    const char *level_word, *level_about, *stopped;   /* stopped: the gate that stopped it, "" at the top */
};

/* What the distance of the two means, in a sentence; figures 0 to 100, -1 where there is none. */
const char *view_verdict_gap(int delivered, int perceived);
void view_verdict_build(struct arena *arena, const struct session *session, struct view_verdict *out);
#endif
