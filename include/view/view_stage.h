#ifndef VIEW_VIEW_STAGE_H
#define VIEW_VIEW_STAGE_H
/*
 * What the projector shows: public facts only. This module never reads an
 * unlearned fact, a score or a person's figure, so no secret can reach the
 * stage through it; a test searches the whole stage for every unlearned fact.
 */
#include "base/arena.h"
#include "sim/command.h"

struct session;   /* session/session.h */

struct stage_customer {
    const char *name, *first, *segment, *speech;   /* first: the name that cards say; segment: or who speaks for them, where somebody is named; speech: what was said last, "" after a while */
    enum mood mood;
    int light;                             /* 0 ignored to 100 just spoken to */
    int voucher;                           /* 1: speech is the story of a voucher that they gave just now */
    int away;                              /* 1: grey, nothing was ever said to or by them this round */
    const struct portrait *portrait;
};
struct stage_incident {
    const char *title, *line, *news;       /* line: what is seen; news: what the team learned last, "" */
    const char *owner;                     /* first name of the customer whose it is, "" */
    const char *who;                       /* "Sanne, until 14:44", "Nobody" */
    int unmanned;                          /* 1: open, and nobody works on it */
    enum incident_kind kind; enum level level;
    int settled;                           /* confirmed: about to leave the stage */
};
struct stage_promise { const char *text, *due; int soon; };
struct view_stage {
    const char *title, *clock, *round;
    int progress;                          /* thousandths of the round */
    int last_minutes;                      /* 1: the round's end is near */
    int paused;
    struct stage_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    struct stage_incident incidents[LIMIT_STAGE_INCIDENTS]; int incident_count;
    int more;                              /* open incidents that found no room */
    const char *event;                     /* a happening without a speaker, "" */
    struct stage_promise promises[6]; int promise_count;   /* only when the set-up shows them */
    int show_scores; const char *scores[SCORE_COUNT];
};
void view_stage_build(struct arena *a, const struct session *s, struct view_stage *out);
#endif
