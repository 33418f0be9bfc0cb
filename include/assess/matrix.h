#ifndef ASSESS_MATRIX_H
#define ASSESS_MATRIX_H
/*
 * The value matrix: where the effort went. Every act of the team, and what the
 * facilitator accepted as one, stands in one of six places: visible when a
 * customer was told, asked or involved around it; routine, developmental
 * (projects) or unique (opportunities, unasked help). A voucher for an act
 * makes it visible and unique. Source idea: value-matrix.
 *
 *   matrix_read(reading, round, &matrix);
 *
 * Seconds: of an act that began a conversation what it took; of a work its
 * length, until its end or now. The measures count acts.
 */
#include "assess/measure.h"

struct matrix_cell { int32_t acts, seconds; };
struct value_matrix {
    struct matrix_cell cells[PLACE_COUNT];      /* by enum matrix_place */
    int32_t acts, seconds, seen_acts, seen_seconds;
    int32_t vouchers;                           /* given, also those for no act in particular */
};
void matrix_read(const struct assess_reading *r, round_id round, struct value_matrix *out);
/* "unseen-routine" ... : the word of its measure. */
const char *matrix_place_word(int32_t place);
#endif
