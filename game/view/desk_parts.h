#ifndef VIEW_DESK_PARTS_H
#define VIEW_DESK_PARTS_H
/* What the files that build the view of the desk share. */
#include "base/text.h"
#include "view/view_desk.h"
#include "view/wording.h"

struct desk_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *scenario;
    const struct sim_state *state;
    struct view_desk *out;
    struct wording words;
    struct desk_draft draft;         /* with choices that no longer exist taken out */
};

/* The incident of the pack in front of the person, NULL when nothing is open. */
const struct incident *desk_pack(const struct desk_build *b);
/* A time that people say: so long from now, on the next full five minutes. */
int32_t desk_spoken_time(const struct desk_build *b, int32_t seconds);
/* Pieces of a sentence, one after the other. */
void desk_say(struct str *s, const char *piece);
const char *desk_said(struct desk_build *b, struct str *s);
struct sim_command *desk_command(struct desk_build *b, enum sim_command_kind kind);
const char *desk_fill(struct desk_build *b, const char *key);   /* fills {customer}, {incident} */

/* What was said with the customer in front, and what to know before the first act. */
void desk_build_turns(struct desk_build *b);
void desk_build_guide(struct desk_build *b);
void desk_build_known(struct desk_build *b);
void desk_build_tell(struct desk_build *b);
void desk_build_works(struct desk_build *b);
void desk_build_more(struct desk_build *b);
/* The act that is chosen among `acts`, NULL. */
struct desk_act *desk_chosen(struct desk_build *b);
#endif
