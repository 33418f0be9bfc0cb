#ifndef VIEW_VIEW_FEEDBACK_H
#define VIEW_VIEW_FEEDBACK_H
/*
 * One-minute feedback in words: two sentences and the log lines they rest on.
 * Sentences stand in assets/text/<language>/practice.json; of a moment that a
 * pack wrote they are the pack's own.
 *
 *   if (feedback_take(&watch, now, &feedback)) {
 *       struct view_feedback v = view_feedback_build(&arena, session, &feedback);
 *       v.first, v.second                        always both
 *       v.seen                                   what the customer lived, where `first` is praise and `second` something to try; else ""
 *       v.evidence[k].time, .text                one for each note, one for both when they rest on one act
 *   }
 *
 * All strings live in the arena or the catalogue, never NULL.
 */
#include "assess/feedback.h"
#include "base/arena.h"

struct session;   /* session/session.h */

struct view_feedback_evidence { const char *time, *text; int32_t event; };
struct view_feedback {
    const char *time, *first, *second, *seen;
    struct view_feedback_evidence evidence[2]; int32_t evidence_count;
};
struct view_feedback view_feedback_build(struct arena *arena, const struct session *session, const struct feedback *f);
#endif
