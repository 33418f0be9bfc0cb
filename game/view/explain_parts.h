#ifndef VIEW_EXPLAIN_PARTS_H
#define VIEW_EXPLAIN_PARTS_H
/* What the files that walk a figure down to the log share. */
#include "assess/maturity.h"
#include "view/view_explain.h"
#include "view/wording.h"

struct explain_build {
    struct arena *arena;
    const struct session *session;
    const struct sim_state *state;
    const struct scenario *scenario;
    struct wording w;
    const struct assess_reading *reading;
    struct view_explain *out;
    struct maturity maturity;
    int room;
};
int explain_has_event(const struct explain_build *b, int32_t event);
/* 14:05:09 */
const char *explain_clock(const struct explain_build *b, int32_t at);
/* The event in words, "" where there are none. */
const char *explain_told(const struct explain_build *b, int32_t event);
/* The events an item rests on, the claims, promises and waits behind a window among them, oldest first. */
void explain_lines(const struct explain_build *b, struct explain_item *item);
/* What would have met a moment that came out partly, missed or broken; "" for all else. */
const char *explain_would(const struct explain_build *b, const struct assess_item *item);
#endif
