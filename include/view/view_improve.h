#ifndef VIEW_VIEW_IMPROVE_H
#define VIEW_VIEW_IMPROVE_H
/*
 * Between two rounds: what the room may improve and what that changes, the
 * sheet for a root cause, who speaks for whom, conditions of satisfaction,
 * complaints with owner and date, and the performance board with what there is
 * to celebrate. Source ideas: service-levels, service-ambassadors, root-cause,
 * conditions-of-satisfaction, complaint-ownership, celebrate.
 *
 *   struct view_improve v;
 *   view_improve_build(&arena, session, round, &v);      round: the last that counted
 *
 * It folds the whole course: build it when that has changed. Strings are never
 * NULL; they live in the arena, the catalogue, the session or its scenario.
 * Figures are 0 to 100, -1 where there is nothing to tell. Not for the stage:
 * forms with `to_come`, and the conditions of those that were not agreed.
 */
#include "base/arena.h"
#include "sim/command.h"
#include "base/tone.h"

struct session;   /* session/session.h */

enum { IMPROVE_OFFERS = 5, IMPROVE_CAUSES = 8, IMPROVE_FORMS = 12, IMPROVE_COMPLAINTS = 64, IMPROVE_MILESTONES = 6 };

/* stored: hands that the session still has for it, from an earlier round perhaps; votes: those of now. */
struct improve_offer {
    int32_t improvement;
    const char *title, *text;         /* as the pack puts it */
    const char *changes;              /* what the game changes from the next round on */
    const char *why;                  /* what speaks for it: "Calls kept: 2 of 6", "" */
    int votes, stored, chosen, digs;  /* digs: it needs an incident and a spine */
};
/* An incident whose cause may still be looked for; `spine`: chosen for the round to come, NOBODY. */
struct improve_cause {
    int32_t incident, spine;
    const char *title, *customer, *when;
    struct texts spines[SPINE_COUNT];
};
struct improve_customer {
    int32_t customer, ambassador;     /* member, NOBODY */
    const char *name, *first, *role, *speaks;   /* speaks: the ambassador's name, "" */
    enum mood mood;
    const struct portrait *portrait;
};
struct improve_member { const char *name, *role; };
struct improve_milestone { const char *title, *time; int past, checked; };   /* checked: re-tested */
struct improve_form {
    const char *title, *customer, *kind, *state;
    int to_come, agreed;              /* to_come: the room does not know of it yet */
    struct texts conditions;
    struct improve_milestone milestones[LIMIT_MILESTONES]; int milestone_count;
};
struct improve_complaint { const char *customer, *about, *words, *owner, *due, *logged, *state; enum tone tone; int owned; };
/* Something to celebrate: the sentence and what it rests on. */
/* 0 to 100, -1: too little to tell, or nothing before it. */
enum { IMPROVE_SPOKES = 6 };
struct improve_spoke { const char *name; int value, before; };
struct improve_feat { const char *title, *rests; };

struct view_improve {
    const char *pack, *round, *next;  /* "Round 1", "Round 2: Afternoon", "" when none comes */
    const char *refusal;              /* why nothing can be chosen, "": it can */
    struct improve_offer offers[IMPROVE_OFFERS]; int offer_count, chosen_count, most;
    struct improve_cause causes[IMPROVE_CAUSES]; int cause_count;
    int32_t digging;                  /* the pack's improvement that looks for causes, NOBODY */
    struct improve_customer customers[LIMIT_CUSTOMERS]; int customer_count;
    struct improve_member members[LIMIT_MEMBERS]; int member_count;
    const char *ambassadors, *forms_by;   /* titles of these improvements in the pack, "": it has none */
    int ambassadors_work, forms_work;
    struct improve_form forms[IMPROVE_FORMS]; int form_count;
    struct improve_complaint *complaints; int complaint_count;   /* newest first */
    const char *rounds[LIMIT_ROUNDS];
    int targets[LIMIT_ROUNDS], trust[LIMIT_ROUNDS], satisfaction[LIMIT_ROUNDS]; int round_count;
    struct improve_spoke spokes[IMPROVE_SPOKES]; int spoke_count;   /* sides of how the team worked in the last round, and in the one before it */
    const char *survey;               /* what the customers answered last, "" */
    struct improve_feat feats[IMPROVE_MILESTONES]; int feat_count;
};

void view_improve_build(struct arena *arena, const struct session *session, round_id round, struct view_improve *out);
#endif
