#ifndef SCREENS_DESK_H
#define SCREENS_DESK_H
/*
 * Practising alone: choosing what, the desk itself, and how it went.
 *
 *   desk_begin_screen(ui, &view, &memory, &wishes)    wishes ALONE, PRACTISE, BACK
 *
 *   desk_memory_begin(&memory)                        for each practice
 *   desk_screen(ui, &view, &memory, &wishes)          wishes COMMAND, WAIT, TRY_AGAIN, RESULT, BACK
 *   desk_done(&memory, accepted)                      what came of the last thing that was said
 *   desk_spoke(&memory, act)                          and under which number it was stored
 *
 *   desk_end_screen(ui, &view, &memory, &wishes)      wishes TRY_AGAIN, NEXT_ROUND, BACK
 *
 *   desk_paper_screen(ui, &paper, &wishes)            wishes RESULT, BACK: the front page after a round
 *   desk_improve_screen(ui, &improve, &memory, &wishes)   wishes COMMAND, NEXT_ROUND, BACK: what is improved before the next
 *
 * The person chooses with digits and letters as written on the buttons, or
 * with the mouse; the sentence is composed below, Enter says it. Nothing is
 * judged here before it is said. The clock stands but for WISH_WAIT.
 */
#include "screens/wish.h"
#include "ui/ui.h"
#include "view/view_desk.h"
#include "view/view_improve.h"
#include "view/view_lists.h"
#include "view/view_paper.h"

enum desk_wait { DESK_WAIT_NEWS, DESK_WAIT_CALL };
enum { DESK_TRY_LESSON = -1, DESK_TRY_FEEDBACK = -2 };

/* Kinds as the session keeps them (enum session_alone), from one incident on. */
enum desk_length { DESK_ONE_INCIDENT = 1, DESK_ONE_ROUND, DESK_WHOLE_PACK };
struct desk_begin_memory {
    int pack;                        /* index in view_start.packs, -1: none that can be played */
    enum desk_length length;
    int32_t incident;                /* chosen, NOBODY: the first */
    round_id round;
};
/* What is practised with these choices; NOBODY when there is nothing to choose from. */
int32_t desk_begin_item(const struct view_start *view, const struct desk_begin_memory *m);
void desk_begin_screen(struct ui *ui, const struct view_start *view, struct desk_begin_memory *m, struct wishes *wishes);

/* first and second "": only what came of the moments is told. seen: what the customer lived, between the two, NULL or "" none. */
enum { DESK_SETTLED = 5 };
struct desk_feedback {
    const char *first, *second, *seen; const char *evidence[2]; int evidence_count, can_try;
    struct desk_line settled[DESK_SETTLED]; int settled_count;   /* moments beside these two; note: what they came to */
    int praises;                     /* first is praise */
    incident_id incident; customer_id customer;   /* whom it is about, NOBODY */
};
/* What was said in one breath, by the number of its first act; words "": said along with the one before. */
enum { DESK_SAID = 16, DESK_WORDS = 1600 };
struct desk_said { int32_t act; char words[DESK_WORDS]; };
struct desk_memory {
    struct desk_draft draft;
    int leaving;                     /* the question whether to stop is open */
    int running;                     /* set by the app: time passes */
    int over;                        /* set by the app: what was practised is over */
    int briefed;                     /* what the round is about was read */
    const struct desk_feedback *feedback;   /* set by the app, NULL: none */
    const struct desk_stood *stood;  /* set by the app, NULL: time stands, and there is nothing to say about it */
    int guide;                       /* what somebody new is told: 1 shown, -1 folded away, 0 shown until the first act */
    char toast[400]; enum tone toast_tone;
    char saying[DESK_WORDS];         /* the sentence whose commands were wished for, "" when it is no speech */
    int breath, begins;              /* how many of them are still to be submitted; 1: all are */
    struct desk_said said[DESK_SAID]; int said_count;   /* oldest first */
};
void desk_memory_begin(struct desk_memory *m);
/* Somebody else is in front now: what was about to be said is forgotten. */
void desk_turn_to(struct desk_memory *m, incident_id incident, customer_id customer);
void desk_done(struct desk_memory *m, int accepted);
/* An act was stored: the sentence is kept with its number, and shown as it was said. */
void desk_spoke(struct desk_memory *m, int32_t act);
void desk_tell(struct desk_memory *m, enum tone tone, const char *sentence);
void desk_screen(struct ui *ui, const struct view_desk *view, struct desk_memory *m, struct wishes *wishes);

struct desk_end_memory {
    int32_t chosen;                  /* index in view_desk_end.moments, -1 */
    char problem[400];               /* why another try could not be begun, "" */
    int customer;                    /* whose two curves are shown beside each other, -1: the screen chooses */
};
void desk_end_screen(struct ui *ui, const struct view_desk_end *view, struct desk_end_memory *m, struct wishes *wishes);

void desk_paper_screen(struct ui *ui, const struct view_paper *view, struct wishes *wishes);

struct desk_improve_memory { int offer, cause; };   /* picked in their lists */
void desk_improve_screen(struct ui *ui, const struct view_improve *view, struct desk_improve_memory *m, struct wishes *wishes);
#endif
