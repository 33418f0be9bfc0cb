#ifndef VIEW_LEARNING_PARTS_H
#define VIEW_LEARNING_PARTS_H
/* What the files of view_learning share. */
#include "assess/log.h"
#include "assess/pattern.h"
#include "view/view_learning.h"
#include "view/wording.h"

struct learning_build {
    struct arena *arena;
    const struct session *session;
    const struct scenario *sc;
    const struct sim_state *state;
    const struct assess_reading *reading;
    const struct pattern_watch *watch;
    struct wording words;            /* without names */
    struct wording named;
    round_id round;
    int32_t first, last;             /* events of the round: from, and behind its end */
    int *live;                       /* by incident: it was open as the round began */
    struct view_learning *out;
};

const char *learning_number(const struct learning_build *b, int32_t n);
/* "Three times", "13 times". */
const char *learning_times(const struct learning_build *b, int32_t n);
int learning_lane_of(const struct learning_build *b, int32_t incident);
int learning_scored_place(const struct scenario *sc, round_id round);

void learning_timeline(struct learning_build *b);
void learning_patterns_build(struct learning_build *b);
void learning_pledges(struct learning_build *b);
void learning_verdicts(struct learning_build *b);
void learning_candidates(struct learning_build *b);
void learning_asks(struct learning_build *b);
#endif
