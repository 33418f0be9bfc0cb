#ifndef VIEW_VIEW_SURVEY_H
#define VIEW_VIEW_SURVEY_H
/*
 * The survey of the room: the pack's questions, answered by show of hands
 * from 1 (not at all) to 5 (entirely); once at the end of the workshop and,
 * to compare, at each follow-up. Source ideas: surveys; 80 % good, 90 %
 * outstanding.
 *
 *   struct view_survey v;
 *   view_survey_build(&arena, session, SURVEY_NOW, &v);      at the workshop
 *   view_survey_build(&arena, session, 0, &v);               at the follow-up after 30 days; 1: 60, 2: 90
 *
 * Public: the room counted it. Strings are never NULL and live in the arena,
 * the catalogue or the scenario. Counts are hands.
 */
#include "base/arena.h"
#include "model/scenario.h"
#include "base/tone.h"

struct session;   /* session/session.h */

enum { SURVEY_NOW = -1, SURVEY_STEPS = 5 };

struct survey_row {
    const char *text;
    int32_t what, subject;               /* of command TALLY */
    int32_t hands[SURVEY_STEPS];         /* hands[0]: of 1 */
    int32_t all, satisfied;              /* satisfied: 4 or 5 */
    const char *counts;                  /* "14 of 20", "" before it was counted */
    int32_t was, was_all;                /* satisfied and all at the workshop; was_all 0: not counted then, or it is that */
};
struct view_survey {
    const char *pack;
    struct survey_row *rows; int row_count;
    int counted;                         /* rows with a hand */
    const char *word;                    /* "good", over all questions; "" with too few hands */
    const char *sum;                     /* "81 of 100 hands are 4 or 5" */
    enum tone tone;
};

void view_survey_build(struct arena *arena, const struct session *session, int32_t part, struct view_survey *out);
#endif
