#ifndef VIEW_IMPROVE_PARTS_H
#define VIEW_IMPROVE_PARTS_H
/* What the files of view_improve share. */
#include "view/view_improve.h"
#include "view/wording_figure.h"

struct improve_build {
    struct wording w;
    const struct assess_reading *reading;
    const struct scenario *sc;
    const struct sim_state *state;
    round_id round;
    struct view_improve *out;
};
const char *improve_number(struct improve_build *b, int32_t n);
void improve_forms_build(struct improve_build *b);
void improve_complaints_build(struct improve_build *b);
void improve_board_build(struct improve_build *b);
#endif
